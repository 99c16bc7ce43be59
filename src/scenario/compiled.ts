/** The scenarios as a typed module, compiled from `scenarios/*.yaml`. Do not edit: run `npm run scenarios`. */
import type { Scenario } from './schema';

const kualaLumpur2025: Scenario = {
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
      "meaning": "Two weeks later an average tariff is at least 5 points higher, or without a text a coercive level has entered into force.",
      "question": "Was an average tariff on 13 November 2025 at least 5 points above that of 25 October, or did the meeting end without a text and a coercive measure enter into force from its day on?",
      "resolvesOn": "2025-11-14",
      "consult": "Federal Register, MOFCOM announcements, State Council Tariff Commission",
      "tie": "A measure counts from the day it is in force, whenever it was ordered; one that comes back counts, a threat and a duty on an unknown share of trade do not.",
      "when": {
        "all": [
          {
            "term": "meeting-held",
            "atLeast": 1
          },
          {
            "any": [
              {
                "term": "average-rise",
                "days": 14,
                "atLeast": 5
              },
              {
                "all": [
                  {
                    "term": "agreement-reached",
                    "below": 1
                  },
                  {
                    "term": "coercion-entered",
                    "days": 14,
                    "atLeast": 1
                  }
                ]
              }
            ]
          }
        ]
      },
      "coded": "escalation"
    },
    {
      "id": "no-deal",
      "title": "No deal",
      "meaning": "The leaders meet, agree on nothing, and no coercive level enters into force in the two weeks after.",
      "question": "Did the meeting end without a text, with no coercive measure in force on 13 November 2025 that had not been before?",
      "resolvesOn": "2025-11-14",
      "consult": "Readouts of both sides; Federal Register; MOFCOM announcements",
      "tie": "A statement of intent without a single dated act or quantity is no text.",
      "when": {
        "all": [
          {
            "term": "meeting-held",
            "atLeast": 1
          },
          {
            "term": "agreement-reached",
            "below": 1
          }
        ]
      },
      "coded": "no-deal"
    },
    {
      "id": "truce",
      "title": "Truce prolonged",
      "meaning": "A text of the meeting, a freeze, an extension or a framework; two weeks later duties and controls are about what they were.",
      "question": "Did the meeting yield a text, with no average tariff and no control on 13 November 2025 much below that of 25 October?",
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
          }
        ]
      },
      "coded": "truce"
    },
    {
      "id": "rollback",
      "title": "Partial rollback",
      "meaning": "A text of the meeting, and duties or controls cut below those of the first day, at least 2.5 points of an average tariff or a quarter of a control.",
      "question": "Did the meeting yield a text, and was an average tariff on 13 November 2025 2.5 points, or a control a quarter of its severity, below that of 25 October?",
      "resolvesOn": "2025-11-14",
      "consult": "Federal Register, State Council Tariff Commission, MOFCOM announcements",
      "tie": "A cut counts when a leader or a fact sheet gives its size and date, even if it takes effect later; one made before the meeting counts too.",
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
            "any": [
              {
                "term": "average-cut",
                "days": 14,
                "atLeast": 2.5
              },
              {
                "term": "severity-cut",
                "days": 14,
                "atLeast": 0.25
              }
            ]
          }
        ]
      },
      "coded": "rollback"
    },
    {
      "id": "comprehensive",
      "title": "Comprehensive deal",
      "meaning": "Four fifths of the whole agenda, weighted by worth, are granted.",
      "question": "Did the text grant at least four fifths of the agenda, weighted by worth to the receiver?",
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
      },
      "coded": "comprehensive"
    }
  ],
  "precedence": [
    "not-held",
    "escalation",
    "comprehensive",
    "rollback",
    "truce",
    "no-deal"
  ]
};

const nextLeadersMeeting: Scenario = {
  "id": "next-leaders-meeting",
  "title": "The next meeting of the leaders",
  "question": "What will the next meeting of the leaders yield, on whatever day it is planned?",
  "about": "The morning after two state visits: the standstill is prolonged to 10 January 2027 by a text of both sides, the American 24 points are struck down and the Chinese ones are suspended, a duty of 12.5 per cent stands in their place. No meeting is planned. A file that extends this one and supposes that one is (`meeting.plan`, with its day and place) asks what it yields.",
  "asOf": "2026-10-09",
  "horizon": "2027-10-09",
  "painSince": "2025-01-20",
  "meeting": "washington-2026",
  "agenda": [
    "extension",
    "phase-one-probe",
    "advanced-chips",
    "taiwan",
    "april-licences",
    "soybeans",
    "fentanyl-precursors",
    "jimmy-lai",
    "forced-labour-duty",
    "probes-2026",
    "chinese-baseline",
    "reciprocal-cuts",
    "reciprocal-cuts-answer",
    "june-listings"
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
  "events": {
    "notice-cn-reciprocal-heightened": {
      "on": "2026-10-09",
      "actor": "CN",
      "type": "tariff.give-notice",
      "id": "cn/reciprocal-heightened",
      "from": "2026-11-10"
    },
    "notice-cn-rare-earths-october-technology": {
      "on": "2026-10-09",
      "actor": "CN",
      "type": "control.give-notice",
      "id": "cn/rare-earths-october-technology",
      "from": "2026-11-10"
    },
    "notice-cn-rare-earths-october-elements": {
      "on": "2026-10-09",
      "actor": "CN",
      "type": "control.give-notice",
      "id": "cn/rare-earths-october-elements",
      "from": "2026-11-10"
    },
    "notice-cn-rare-earths-october-reach": {
      "on": "2026-10-09",
      "actor": "CN",
      "type": "control.give-notice",
      "id": "cn/rare-earths-october-reach",
      "from": "2026-11-10"
    },
    "notice-cn-batteries-superhard": {
      "on": "2026-10-09",
      "actor": "CN",
      "type": "control.give-notice",
      "id": "cn/batteries-superhard",
      "from": "2026-11-10"
    },
    "notice-cn-port-fees": {
      "on": "2026-10-09",
      "actor": "CN",
      "type": "port-fee.give-notice",
      "id": "cn/port-fees",
      "from": "2026-11-10"
    },
    "notice-cn-export-list-march-2025": {
      "on": "2026-10-09",
      "actor": "CN",
      "type": "listing.give-notice",
      "id": "cn/export-list-march-2025",
      "from": "2026-11-10"
    },
    "notice-cn-unreliable-march-2025": {
      "on": "2026-10-09",
      "actor": "CN",
      "type": "listing.give-notice",
      "id": "cn/unreliable-march-2025",
      "from": "2026-11-10"
    },
    "notice-cn-export-list-4-april-2025": {
      "on": "2026-10-09",
      "actor": "CN",
      "type": "listing.give-notice",
      "id": "cn/export-list-4-april-2025",
      "from": "2026-11-10"
    },
    "notice-cn-unreliable-4-april-2025": {
      "on": "2026-10-09",
      "actor": "CN",
      "type": "listing.give-notice",
      "id": "cn/unreliable-4-april-2025",
      "from": "2026-11-10"
    },
    "notice-cn-export-list-september-2025": {
      "on": "2026-10-09",
      "actor": "CN",
      "type": "listing.give-notice",
      "id": "cn/export-list-september-2025",
      "from": "2026-11-10"
    },
    "notice-cn-unreliable-september-2025": {
      "on": "2026-10-09",
      "actor": "CN",
      "type": "listing.give-notice",
      "id": "cn/unreliable-september-2025",
      "from": "2026-11-10"
    },
    "notice-cn-unreliable-october-2025": {
      "on": "2026-10-09",
      "actor": "CN",
      "type": "listing.give-notice",
      "id": "cn/unreliable-october-2025",
      "from": "2026-11-10"
    },
    "notice-cn-sanctions-hanwha-2025": {
      "on": "2026-10-09",
      "actor": "CN",
      "type": "listing.give-notice",
      "id": "cn/sanctions-hanwha-2025",
      "from": "2026-11-10"
    },
    "notice-us-s301-cranes": {
      "on": "2026-10-09",
      "actor": "US",
      "type": "tariff.give-notice",
      "id": "us/s301-cranes",
      "from": "2026-11-10"
    },
    "notice-us-affiliates-rule": {
      "on": "2026-10-09",
      "actor": "US",
      "type": "control.give-notice",
      "id": "us/affiliates-rule",
      "from": "2026-11-10"
    },
    "notice-us-port-fees": {
      "on": "2026-10-09",
      "actor": "US",
      "type": "port-fee.give-notice",
      "id": "us/port-fees",
      "from": "2026-11-10"
    },
    "notice-us-port-fees-chinese-built": {
      "on": "2026-10-09",
      "actor": "US",
      "type": "port-fee.give-notice",
      "id": "us/port-fees-chinese-built",
      "from": "2026-11-10"
    },
    "notice-us-port-fees-vehicle-carriers": {
      "on": "2026-10-09",
      "actor": "US",
      "type": "port-fee.give-notice",
      "id": "us/port-fees-vehicle-carriers",
      "from": "2026-11-10"
    }
  },
  "issues": {
    "extension": {
      "benefit": 0,
      "cost": 0
    },
    "april-licences": {
      "benefit": 0.1667,
      "cost": 0.2167
    },
    "forced-labour-duty": {
      "benefit": 0.0783,
      "cost": 0.0516
    },
    "chinese-baseline": {
      "benefit": 0.0464,
      "cost": 0.0206
    },
    "reciprocal-cuts": {
      "benefit": 0.0213,
      "cost": 0.0141
    },
    "reciprocal-cuts-answer": {
      "benefit": 0.031,
      "cost": 0.0138
    }
  },
  "parameters": {},
  "assumptions": [
    "Agenda and weights follow from the record of 9 October 2026 by the rules that are the same for all past meetings.",
    "The prolongations that were announced in September are noticed in time, before the suspensions would end on 10 November 2026.",
    "Nothing later than 9 October 2026 is known."
  ],
  "outcomes": [
    {
      "id": "not-held",
      "title": "The meeting is not held",
      "meaning": "The leaders do not meet on the day; threats and expiry run on.",
      "question": "Did the two presidents fail to meet in person on the day for which the meeting was planned?",
      "resolvesOn": "2027-10-09",
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
      "meaning": "Two weeks later an average tariff is at least 5 points higher, or without a text a coercive level has entered into force.",
      "question": "Was an average tariff two weeks after the meeting at least 5 points above that of 9 October 2026, or did the meeting end without a text and a coercive measure enter into force from its day on?",
      "resolvesOn": "2027-10-09",
      "consult": "Federal Register, MOFCOM announcements, State Council Tariff Commission",
      "tie": "A measure counts from the day it is in force, whenever it was ordered; one that comes back counts, a threat and a duty on an unknown share of trade do not.",
      "when": {
        "all": [
          {
            "term": "meeting-held",
            "atLeast": 1
          },
          {
            "any": [
              {
                "term": "average-rise",
                "days": 14,
                "atLeast": 5
              },
              {
                "all": [
                  {
                    "term": "agreement-reached",
                    "below": 1
                  },
                  {
                    "term": "coercion-entered",
                    "days": 14,
                    "atLeast": 1
                  }
                ]
              }
            ]
          }
        ]
      },
      "coded": "escalation"
    },
    {
      "id": "no-deal",
      "title": "No deal",
      "meaning": "The leaders meet, agree on nothing, and no coercive level enters into force in the two weeks after.",
      "question": "Did the meeting end without a text, with no coercive measure in force two weeks later that had not been before?",
      "resolvesOn": "2027-10-09",
      "consult": "Readouts of both sides; Federal Register; MOFCOM announcements",
      "tie": "A statement of intent without a single dated act or quantity is no text.",
      "when": {
        "all": [
          {
            "term": "meeting-held",
            "atLeast": 1
          },
          {
            "term": "agreement-reached",
            "below": 1
          }
        ]
      },
      "coded": "no-deal"
    },
    {
      "id": "truce",
      "title": "Truce prolonged",
      "meaning": "A text of the meeting, a freeze, an extension or a framework; two weeks later duties and controls are about what they were.",
      "question": "Did the meeting yield a text, with no average tariff and no control two weeks later much below that of 9 October 2026?",
      "resolvesOn": "2027-10-09",
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
          }
        ]
      },
      "coded": "truce"
    },
    {
      "id": "rollback",
      "title": "Partial rollback",
      "meaning": "A text of the meeting, and duties or controls cut below those of the first day, at least 2.5 points of an average tariff or a quarter of a control.",
      "question": "Did the meeting yield a text, and was an average tariff two weeks later 2.5 points, or a control a quarter of its severity, below that of 9 October 2026?",
      "resolvesOn": "2027-10-09",
      "consult": "Federal Register, State Council Tariff Commission, MOFCOM announcements",
      "tie": "A cut counts when a leader or a fact sheet gives its size and date, even if it takes effect later; one made before the meeting counts too.",
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
            "any": [
              {
                "term": "average-cut",
                "days": 14,
                "atLeast": 2.5
              },
              {
                "term": "severity-cut",
                "days": 14,
                "atLeast": 0.25
              }
            ]
          }
        ]
      },
      "coded": "rollback"
    },
    {
      "id": "comprehensive",
      "title": "Comprehensive deal",
      "meaning": "Four fifths of the whole agenda, weighted by worth, are granted.",
      "question": "Did the text grant at least four fifths of the agenda, weighted by worth to the receiver?",
      "resolvesOn": "2027-10-09",
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
      },
      "coded": "comprehensive"
    }
  ],
  "precedence": [
    "not-held",
    "escalation",
    "comprehensive",
    "rollback",
    "truce",
    "no-deal"
  ]
};

const affiliatesRuleFirst: Scenario = {
  ...kualaLumpur2025,
  "id": "affiliates-rule-first",
  "title": "The affiliates rule goes first",
  "question": "Does an unpaid American concession on the affiliates rule buy a better meeting, or only sell a card?",
  "about": "The rule that extends listings to firms owned 50 per cent or more by listed ones has been in force since 29 September; Beijing sees it as the breach that called for its October controls. On 28 October Washington suspends it for a year as a gesture.",
  "events": {
    "the-rule-is-suspended": {
      "on": "2025-10-28",
      "actor": "US",
      "type": "control.suspend",
      "id": "us/affiliates-rule",
      "until": "2026-11-10"
    }
  },
  "assumptions": [
    "The weights of the fifteen issues are priors set before any run was looked at; their order follows the leverage that observers describe.",
    "Severities of export controls are judgements; no published figure exists for most of them.",
    "The threatened 100 per cent would cover all Chinese goods.",
    "The round of 25 and 26 October takes place and counts as preparation.",
    "Any agreement prolongs the truce by at least 90 days and lifts the threats that hang over it.",
    "The gesture is paid for by nothing, so it leaves the table and cannot be sold again there."
  ]
};

const courtStrikesIeepa: Scenario = {
  ...kualaLumpur2025,
  "id": "court-strikes-ieepa",
  "title": "The court strikes down the emergency tariffs",
  "question": "What can the United States still offer or threaten if its emergency tariffs fall on the eve of the meeting?",
  "about": "On 29 October, a week before the argument that is scheduled, the emergency-powers act is struck down as a basis for duties. Duties under Sections 232 and 301 stay; the fentanyl duty leaves the table because it no longer exists.",
  "events": {
    "the-ruling": {
      "on": "2025-10-29",
      "actor": "court",
      "type": "court.strike-down",
      "authority": "ieepa"
    }
  },
  "parameters": {
    "chance.monthlyRuling": 0
  },
  "assumptions": [
    "The weights of the fifteen issues are priors set before any run was looked at; their order follows the leverage that observers describe.",
    "Severities of export controls are judgements; no published figure exists for most of them.",
    "The threatened 100 per cent would cover all Chinese goods.",
    "The round of 25 and 26 October takes place and counts as preparation.",
    "Any agreement prolongs the truce by at least 90 days and lifts the threats that hang over it.",
    "The ruling comes at once and without a stay; the argument of 5 November is not waited for.",
    "From two weeks after the meeting the United States seeks most of the lost duties again, by Section 122 for 150 days and by an investigation under Section 301."
  ]
};

const dovesOnBothSides: Scenario = {
  ...kualaLumpur2025,
  "id": "doves-on-both-sides",
  "title": "Doves on both sides",
  "question": "How good can it get if neither side threatens and conceding costs nothing at home?",
  "about": "The best pair of decision rules, as a bound. What still fails here fails for want of time: issues that are not ready and red lines that bind doves too.",
  "policies": {
    "US": "conciliator",
    "CN": "conciliator"
  }
};

const expiry20270110: Scenario = {
  ...nextLeadersMeeting,
  "id": "expiry-2027-01-10",
  "title": "The end of the standstill",
  "question": "What becomes of the standstill that ends on 10 January 2027?",
  "about": "By statute the standstill is one-sided: the American 24 points were struck down, the Chinese ones come back on 10 January 2027 if no text and no notice keeps them off. `detente forecast` asks its questions of this scenario.",
  "horizon": "2027-01-12"
};

const extensionOnly: Scenario = {
  ...kualaLumpur2025,
  "id": "extension-only",
  "title": "The extension and nothing else",
  "question": "How often does the meeting succeed if the leaders settle nothing but the extension of the truce?",
  "about": "Some observers expected a result that is minor and vague. Here the leaders keep to the smallest item: both sides prolong the suspension of 24 points, and every other issue is left to officials.",
  "issues": {
    "fentanyl-tariff": {
      "cap": 0
    },
    "affiliates-rule": {
      "cap": 0
    },
    "port-fees": {
      "cap": 0
    },
    "software-exports": {
      "cap": 0
    },
    "phase-one-probe": {
      "cap": 0
    },
    "advanced-chips": {
      "cap": 0
    },
    "taiwan": {
      "cap": 0
    },
    "october-regime": {
      "cap": 0
    },
    "april-licences": {
      "cap": 0
    },
    "soybeans": {
      "cap": 0
    },
    "fentanyl-precursors": {
      "cap": 0
    },
    "retaliation": {
      "cap": 0
    },
    "tiktok": {
      "cap": 0
    },
    "jimmy-lai": {
      "cap": 0
    }
  },
  "assumptions": [
    "The weights of the fifteen issues are priors set before any run was looked at; their order follows the leverage that observers describe.",
    "Severities of export controls are judgements; no published figure exists for most of them.",
    "The threatened 100 per cent would cover all Chinese goods.",
    "The round of 25 and 26 October takes place and counts as preparation.",
    "Any agreement prolongs the truce by at least 90 days and lifts the threats that hang over it.",
    "What the leaders leave to officials yields nothing by the day of the meeting."
  ]
};

const hawksOnBothSides: Scenario = {
  ...kualaLumpur2025,
  "id": "hawks-on-both-sides",
  "title": "Hawks on both sides",
  "question": "How bad does it get if neither side ever backs down?",
  "about": "The worst pair of decision rules, as a bound: whatever the leaders agree, hard-liners carry it out. It shows how much of the base result hangs on governments that at times let a threat pass.",
  "policies": {
    "US": "hard-liner",
    "CN": "hard-liner"
  }
};

const hundredPerCentExecuted: Scenario = {
  ...kualaLumpur2025,
  "id": "hundred-per-cent-executed",
  "title": "The hundred per cent is ordered",
  "question": "What does the meeting yield if the duty of 100 per cent is no longer a threat but a signed order?",
  "about": "On 27 October the United States signs the order, to take effect on 1 November. China answers in kind, and what was a threat is now an order that is believed and falls due two days after the meeting.",
  "events": {
    "the-order-is-signed": {
      "on": "2025-10-27",
      "actor": "US",
      "type": "tariff.carry-out",
      "id": "us/ieepa-hundred",
      "from": "2025-11-01"
    }
  },
  "assumptions": [
    "The weights of the fifteen issues are priors set before any run was looked at; their order follows the leverage that observers describe.",
    "Severities of export controls are judgements; no published figure exists for most of them.",
    "The threatened 100 per cent would cover all Chinese goods.",
    "The round of 25 and 26 October takes place and counts as preparation.",
    "Any agreement prolongs the truce by at least 90 days and lifts the threats that hang over it.",
    "The order is signed whatever the round in Kuala Lumpur brings; in the few worlds in which a court has struck down the authority by then, it cannot be."
  ]
};

const leadersCallFirst: Scenario = {
  ...kualaLumpur2025,
  "id": "leaders-call-first",
  "title": "A leaders' call first",
  "question": "How much does one more contact, by telephone and about the hardest issues, add to the meeting?",
  "about": "On 28 October the two leaders speak about chips, Taiwan, the October regime, the probe into Phase One and Jimmy Lai. The call counts as preparation and makes more of these issues ready.",
  "events": {
    "the-call": {
      "on": "2025-10-28",
      "actor": "both",
      "type": "talks.leaders-call",
      "id": "call-october-2025",
      "agenda": [
        "advanced-chips",
        "taiwan",
        "october-regime",
        "phase-one-probe",
        "jimmy-lai"
      ]
    }
  },
  "assumptions": [
    "The weights of the fifteen issues are priors set before any run was looked at; their order follows the leverage that observers describe.",
    "Severities of export controls are judgements; no published figure exists for most of them.",
    "The threatened 100 per cent would cover all Chinese goods.",
    "The round of 25 and 26 October takes place and counts as preparation.",
    "Any agreement prolongs the truce by at least 90 days and lifts the threats that hang over it.",
    "A call prepares an issue as much as a round does."
  ]
};

const meetingCalledOff: Scenario = {
  ...kualaLumpur2025,
  "id": "meeting-called-off",
  "title": "The meeting is called off",
  "question": "What becomes of the threats of 1 November and of the truce if the leaders do not meet?",
  "about": "On 28 October the United States calls the meeting off. The threats fall due two days after the day on which the leaders would have met, the truce nine days later.",
  "events": {
    "no-meeting": {
      "on": "2025-10-28",
      "actor": "US",
      "type": "meeting.call-off",
      "meeting": "busan-2025"
    }
  }
};

const noLessonDrawn: Scenario = {
  ...kualaLumpur2025,
  "id": "no-lesson-drawn",
  "title": "No lesson is drawn",
  "question": "Does it matter for the length of the truce whether a deal teaches that coercion pays?",
  "about": "In the base scenario a deal that pays for a coercive measure strengthens its owner's belief in coercion, and a failure strains relations for three months. Here neither does.",
  "hypotheses": {
    "leverKept": false,
    "gambitValidated": false
  }
};

const noPreparatoryRound: Scenario = {
  ...kualaLumpur2025,
  "id": "no-preparatory-round",
  "title": "No preparatory round",
  "question": "How much of the result is prepared in Kuala Lumpur, and what is left if that round does not take place?",
  "about": "On 25 October China stays away from Kuala Lumpur, in answer to the probe into Phase One that was opened the day before. The leaders still plan to meet, with less prepared for them.",
  "events": {
    "the-round-is-called-off": {
      "on": "2025-10-25",
      "actor": "CN",
      "type": "talks.call-off",
      "id": "kuala-lumpur-2025"
    }
  },
  "assumptions": [
    "The weights of the fifteen issues are priors set before any run was looked at; their order follows the leverage that observers describe.",
    "Severities of export controls are judgements; no published figure exists for most of them.",
    "The threatened 100 per cent would cover all Chinese goods.",
    "The round of 25 and 26 October takes place and counts as preparation.",
    "Any agreement prolongs the truce by at least 90 days and lifts the threats that hang over it.",
    "No other contact takes the place of the round."
  ]
};

const rareEarthsNotForSale: Scenario = {
  ...kualaLumpur2025,
  "id": "rare-earths-not-for-sale",
  "title": "Rare earths are not for sale",
  "question": "What is left of a deal if China keeps rare earths as its lever and gives up little of them?",
  "about": "Before the talks an observer doubted that China can give up its primary leverage. Here it does not: of the October regime and of the April licences it grants a quarter at most. Everything else is as in the base scenario.",
  "hypotheses": {
    "leverKept": true,
    "gambitValidated": true
  },
  "assumptions": [
    "The weights of the fifteen issues are priors set before any run was looked at; their order follows the leverage that observers describe.",
    "Severities of export controls are judgements; no published figure exists for most of them.",
    "The threatened 100 per cent would cover all Chinese goods.",
    "The round of 25 and 26 October takes place and counts as preparation.",
    "Any agreement prolongs the truce by at least 90 days and lifts the threats that hang over it.",
    "The lever is kept on both rare-earth issues alike, the regime of October and the licences of April."
  ]
};

const shortAgenda: Scenario = {
  ...kualaLumpur2025,
  "id": "short-agenda",
  "title": "A short agenda",
  "question": "Can a deal settle four fifths of what is on the table where that is only what an order can undo, and soybeans?",
  "about": "The leaders take up what can be signed in a day: the suspension of the 24 points, port fees, the affiliates rule, software, the October regime and soybeans. Duties in force, licences, chips and everything political wait.",
  "agenda": [
    "extension",
    "affiliates-rule",
    "port-fees",
    "software-exports",
    "october-regime",
    "soybeans"
  ],
  "assumptions": [
    "The weights of the fifteen issues are priors set before any run was looked at; their order follows the leverage that observers describe.",
    "Severities of export controls are judgements; no published figure exists for most of them.",
    "The threatened 100 per cent would cover all Chinese goods.",
    "The round of 25 and 26 October takes place and counts as preparation.",
    "Any agreement prolongs the truce by at least 90 days and lifts the threats that hang over it.",
    "Leaving an issue off the table costs neither side anything at home."
  ]
};

const softwareCurbsSigned: Scenario = {
  ...kualaLumpur2025,
  "id": "software-curbs-signed",
  "title": "The software curbs are signed",
  "question": "Does a control on software, signed three days before the meeting, help the American side or hurt it?",
  "about": "On 27 October the United States signs the controls on critical software, to take effect on 1 November. They rest on export-control law, which no court case touches, and unlike the duty they cost American sellers first.",
  "events": {
    "the-curbs-are-signed": {
      "on": "2025-10-27",
      "actor": "US",
      "type": "control.carry-out",
      "id": "us/software-controls",
      "from": "2025-11-01"
    }
  }
};

const soybeansFirst: Scenario = {
  ...kualaLumpur2025,
  "id": "soybeans-first",
  "title": "Soybeans come first",
  "question": "What does the meeting yield if China buys soybeans again two days before it?",
  "about": "On 28 October state buyers return to the American market and commit to twelve million metric tons by the end of February. The pressure from farms eases, and with it one reason for Washington to settle.",
  "events": {
    "buyers-return": {
      "on": "2025-10-28",
      "actor": "CN",
      "type": "purchase.resume",
      "flow": "soybeans"
    },
    "a-first-commitment": {
      "on": "2025-10-28",
      "actor": "CN",
      "type": "purchase.commit",
      "id": "soybeans/before-the-meeting",
      "flow": "soybeans",
      "quantityMmt": 12,
      "from": "2025-10-28",
      "windowDays": 126
    }
  },
  "assumptions": [
    "The weights of the fifteen issues are priors set before any run was looked at; their order follows the leverage that observers describe.",
    "Severities of export controls are judgements; no published figure exists for most of them.",
    "The threatened 100 per cent would cover all Chinese goods.",
    "The round of 25 and 26 October takes place and counts as preparation.",
    "Any agreement prolongs the truce by at least 90 days and lifts the threats that hang over it.",
    "What the commitment performs of the soybean issue leaves the table by as much as China keeps such commitments."
  ]
};

const tradeOnly: Scenario = {
  ...kualaLumpur2025,
  "id": "trade-only",
  "title": "Trade and nothing but trade",
  "question": "Is a deal more likely, or larger, if Taiwan, Jimmy Lai and TikTok stay off the table?",
  "about": "The Secretary of State said that Taiwan is not for trading. Here the leaders keep to that and to more: the agenda holds only what customs officers, licensing offices and buyers can carry out.",
  "agenda": [
    "fentanyl-tariff",
    "extension",
    "affiliates-rule",
    "port-fees",
    "software-exports",
    "phase-one-probe",
    "advanced-chips",
    "october-regime",
    "april-licences",
    "soybeans",
    "fentanyl-precursors",
    "retaliation"
  ],
  "assumptions": [
    "The weights of the fifteen issues are priors set before any run was looked at; their order follows the leverage that observers describe.",
    "Severities of export controls are judgements; no published figure exists for most of them.",
    "The threatened 100 per cent would cover all Chinese goods.",
    "The round of 25 and 26 October takes place and counts as preparation.",
    "Any agreement prolongs the truce by at least 90 days and lifts the threats that hang over it.",
    "Leaving an issue off the table costs neither side anything at home."
  ]
};

/** All scenarios, each base before its variants. */
export const compiledScenarios: readonly Scenario[] = [
  kualaLumpur2025,
  nextLeadersMeeting,
  affiliatesRuleFirst,
  courtStrikesIeepa,
  dovesOnBothSides,
  expiry20270110,
  extensionOnly,
  hawksOnBothSides,
  hundredPerCentExecuted,
  leadersCallFirst,
  meetingCalledOff,
  noLessonDrawn,
  noPreparatoryRound,
  rareEarthsNotForSale,
  shortAgenda,
  softwareCurbsSigned,
  soybeansFirst,
  tradeOnly,
];

/** Ids of all of them. */
export type ScenarioId =
  | 'kuala-lumpur-2025'
  | 'next-leaders-meeting'
  | 'affiliates-rule-first'
  | 'court-strikes-ieepa'
  | 'doves-on-both-sides'
  | 'expiry-2027-01-10'
  | 'extension-only'
  | 'hawks-on-both-sides'
  | 'hundred-per-cent-executed'
  | 'leaders-call-first'
  | 'meeting-called-off'
  | 'no-lesson-drawn'
  | 'no-preparatory-round'
  | 'rare-earths-not-for-sale'
  | 'short-agenda'
  | 'software-curbs-signed'
  | 'soybeans-first'
  | 'trade-only';
