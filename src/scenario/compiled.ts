/** The scenarios as a typed module, compiled from `scenarios/*.yaml`. Do not edit: run `npm run scenarios`. */
import type { Scenario } from './schema';

/** All scenarios, each base before its variants. */
export const compiledScenarios: readonly Scenario[] = [
{
  "id": "kuala-lumpur-2025",
  "title": "From Kuala Lumpur to Busan",
  "question": "What will the leaders' meeting in Busan on 30 October 2025 yield, and how long will it last?",
  "about": "Talks open in Kuala Lumpur. A duty of 100 per cent is threatened for 1 November, new rare-earth controls and the affiliates rule strain the truce that ends on 10 November, and American soybeans lie unsold. The projection asks what Trump and Xi settle in Busan, issue by issue.",
  "asOf": "2025-10-25",
  "horizon": "2026-11-10",
  "painSince": "2025-01-20",
  "meeting": "busan-2025",
  "agenda": [
    "fentanyl-tariff",
    "extension",
    "affiliates-rule",
    "port-fees",
    "software-exports",
    "phase-one-probe",
    "advanced-chips",
    "taiwan",
    "october-regime",
    "april-licences",
    "soybeans",
    "fentanyl-precursors",
    "retaliation",
    "tiktok",
    "jimmy-lai"
  ],
  "policies": {
    "US": "crisis-game",
    "CN": "crisis-game"
  },
  "hypotheses": {
    "leverKept": false,
    "gambitValidated": true
  },
  "withoutAuthorities": [],
  "events": {},
  "issues": {},
  "parameters": {},
  "assumptions": [
    "The weights of the fifteen issues are priors set before any run was looked at; their order follows the leverage that observers describe.",
    "Severities of export controls are judgements; no published figure exists for most of them.",
    "The threatened 100 per cent would cover all Chinese goods.",
    "The round of 25 and 26 October takes place and counts as preparation.",
    "Any agreement prolongs the truce by at least 90 days and lifts the threats that hang over it."
  ],
  "outcomes": [
    {
      "id": "not-held",
      "title": "The meeting is not held",
      "meaning": "The leaders do not meet on the day; threats and expiry run on.",
      "question": "Did Presidents Trump and Xi fail to meet in person on 30 October 2025 (Korean time)?",
      "resolvesOn": "2025-10-31",
      "consult": "Readouts of the White House and of Xinhua",
      "tie": "A meeting of any length in person counts as held; a call or a video link does not.",
      "when": {
        "term": "meeting-held",
        "below": 1
      }
    },
    {
      "id": "escalation",
      "title": "Escalation",
      "meaning": "No agreement, and within two weeks one side adds a coercive measure.",
      "question": "Did the meeting end without an agreement, and was a new coercive measure taken by 13 November 2025?",
      "resolvesOn": "2025-11-14",
      "consult": "Federal Register, MOFCOM announcements, State Council Tariff Commission",
      "tie": "A measure counts from the day it is ordered; a threat, or an order made before the meeting, does not count.",
      "when": {
        "all": [
          {
            "term": "meeting-held",
            "atLeast": 1
          },
          {
            "term": "agreement-reached",
            "below": 1
          },
          {
            "term": "new-coercion",
            "atLeast": 1
          }
        ]
      }
    },
    {
      "id": "no-deal",
      "title": "No deal",
      "meaning": "The leaders meet, agree on nothing, and talks go on without a new blow.",
      "question": "Did the meeting end without an agreement, with no new coercive measure by 13 November 2025?",
      "resolvesOn": "2025-11-14",
      "consult": "Readouts of both sides; Federal Register; MOFCOM announcements",
      "tie": "A statement of intent without a single dated act or quantity is no agreement.",
      "when": {
        "all": [
          {
            "term": "meeting-held",
            "atLeast": 1
          },
          {
            "term": "agreement-reached",
            "below": 1
          },
          {
            "term": "new-coercion",
            "below": 1
          }
        ]
      }
    },
    {
      "id": "truce",
      "title": "Truce prolonged",
      "meaning": "A freeze, an extension or a framework; measures in force stay as they are.",
      "question": "Did the meeting yield an agreement that cuts no measure in force by much?",
      "resolvesOn": "2025-11-14",
      "consult": "Readouts and fact sheets of both sides; the ledger of measures in force",
      "tie": "Where the two readouts differ, what either side has put into a published act counts.",
      "when": {
        "all": [
          {
            "term": "meeting-held",
            "atLeast": 1
          },
          {
            "term": "agreement-reached",
            "atLeast": 1
          },
          {
            "term": "mean-concession",
            "below": 0.8
          },
          {
            "term": "tariff-relief",
            "below": 2.5
          },
          {
            "term": "control-relief",
            "below": 0.25
          }
        ]
      }
    },
    {
      "id": "rollback",
      "title": "Partial rollback",
      "meaning": "Measures in force are cut or suspended, at least 2.5 points of an average tariff or a quarter of a control.",
      "question": "Did the agreement cut an average tariff by 2.5 points or a control in force by a quarter of its severity?",
      "resolvesOn": "2025-11-14",
      "consult": "Federal Register, State Council Tariff Commission, MOFCOM announcements",
      "tie": "A cut counts as agreed when a leader or a fact sheet gives its size and date, even if it takes effect later.",
      "when": {
        "all": [
          {
            "term": "meeting-held",
            "atLeast": 1
          },
          {
            "term": "agreement-reached",
            "atLeast": 1
          },
          {
            "term": "mean-concession",
            "below": 0.8
          },
          {
            "any": [
              {
                "term": "tariff-relief",
                "atLeast": 2.5
              },
              {
                "term": "control-relief",
                "atLeast": 0.25
              }
            ]
          }
        ]
      }
    },
    {
      "id": "comprehensive",
      "title": "Comprehensive deal",
      "meaning": "Four fifths of the whole agenda, weighted by worth, are granted.",
      "question": "Did the agreement grant at least four fifths of the agenda, weighted by worth to the receiver?",
      "resolvesOn": "2025-11-14",
      "consult": "Published text of the agreement, issue by issue",
      "tie": "An issue named without a degree counts as half granted.",
      "when": {
        "all": [
          {
            "term": "meeting-held",
            "atLeast": 1
          },
          {
            "term": "agreement-reached",
            "atLeast": 1
          },
          {
            "term": "mean-concession",
            "atLeast": 0.8
          }
        ]
      }
    }
  ]
},
];
