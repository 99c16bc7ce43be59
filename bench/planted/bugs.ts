/**
 * Bugs to plant: each is one passage of the rules, replaced in a copy of the source. The original passage must stand in
 * its file exactly once, so that a change of the rules which moves it is noticed.
 */

/** One bug: where it is planted, and what it does. */
export interface PlantedBug {
  readonly id: string;
  /** What is wrong, in a sentence. */
  readonly wrong: string;
  /** File below `src`. */
  readonly file: string;
  readonly passage: string;
  readonly planted: string;
  /** Events of the shortest sequence from the first day of `kuala-lumpur-2025` that shows it, counted by hand. */
  readonly steps: number;
  /** Action types whose moves can show it at all: the passage is asked for no others. */
  readonly touches: RegExp;
}

/** The row of a verb of the calendar in the table of a measure's life, from what is due to what it does. */
const row = (due: string, effect: string, columns = "touches: 'level'"): string =>
  `needs: [due('${due}')],\n    fields: {},\n    ${columns},\n    effect: ${effect},`;

const IN_FORCE = 'enterIntoForce';
const ENDED = "end('lapsed')";
const OF_A_THREAT = "signal: 'withdrawal',\n    touches: 'no-level'";

/** All planted bugs. */
export const plantedBugs: readonly PlantedBug[] = [
  {
    id: 'snapback-rate',
    steps: 3,
    touches: /^tariff\.snapback$/,
    wrong: 'A duty snaps back ten points above its stored rate.',
    file: 'actions/lifecycle.ts',
    passage: row('snapback', IN_FORCE),
    planted: row(
      'snapback',
      `(draft, measure, kind) => {
        enterIntoForce(draft, measure, kind);
        if (kind === 'tariff') measure.ratePct += 10;
      }`,
    ),
  },
  {
    id: 'survives-its-authority',
    steps: 2,
    touches: /^court\.strike-down$/,
    wrong: 'A measure suspended with an open end survives the authority that a court strikes down.',
    file: 'model/lifecycle.ts',
    passage: 'if (measure.authority === authority.id && endsUse(authority, USE_OF[kind]) && isLive(measure))',
    planted:
      "if (measure.authority === authority.id && endsUse(authority, USE_OF[kind]) && isLive(measure) && !(measure.status === 'suspended' && measure.suspendedUntil === null))",
  },
  {
    id: 'credible-bluff',
    steps: 4,
    touches: /\.expire-threat$/,
    wrong: 'A threat that expires unexecuted raises the credibility of its author.',
    file: 'actions/lifecycle.ts',
    passage: row('threat', ENDED, OF_A_THREAT),
    planted: row(
      'threat',
      `(draft, measure) => {
        setStatus(draft, measure, 'lapsed');
        draft.gauges.credibility[measure.imposer] += 0.05;
      }`,
      OF_A_THREAT,
    ),
  },
  {
    id: 'threat-a-day-early',
    steps: 3,
    touches: /./,
    wrong: 'A threat expires on its last day instead of the day after.',
    file: 'model/deadline.ts',
    passage: "return deadline.kind === 'threat' ? deadline.on < today : deadline.on <= today;",
    planted: 'return deadline.on <= today;',
  },
  {
    id: 'forgets-a-covered-measure',
    steps: 2,
    touches: /^truce\.conclude$/,
    wrong: 'A new truce forgets the last of the measures that it covers.',
    file: 'actions/truce.ts',
    passage: 'covered: [...event.covered],',
    planted: 'covered: event.covered.slice(0, -1),',
  },
  {
    id: 'second-extension',
    steps: 2,
    touches: /^truce\.extend$/,
    wrong: 'The second extension of a truce ends on the day of the first.',
    file: 'actions/truce.ts',
    passage: "setTruceExpiry(draft, event.until);\n    },\n    examples: [{ type: 'truce.extend'",
    planted:
      "setTruceExpiry(draft, draft.truce.extensions.length > 2 ? draft.truce.extensions.at(-2).until : event.until);\n    },\n    examples: [{ type: 'truce.extend'",
  },
  {
    id: 'finding-while-suspended',
    steps: 2,
    touches: /^probe\.find$/,
    wrong: 'A probe can be decided while it is suspended.',
    file: 'actions/probe.ts',
    passage: "inStatus('be decided', 'open')",
    planted: "inStatus('be decided', 'open', 'suspended')",
  },
  {
    id: 'year-from-the-old-date',
    steps: 4,
    touches: /^probe\.resume$/,
    wrong: 'The year of a re-opened probe runs from its old decision date.',
    file: 'actions/probe.ts',
    passage: 'probe.decisionDueOn = addDays(draft.today, 365);',
    planted: 'probe.decisionDueOn = addDays(probe.decisionDueOn, 365);',
  },
  {
    id: 'deliveries-stop-counting',
    steps: 6,
    touches: /^purchase\.deliver$/,
    wrong: 'A delivery counts for no commitment that stands behind a closed one.',
    file: 'actions/purchase.ts',
    passage:
      "if (commitment.flow !== flow || commitment.status !== 'open' || commitment.counts !== counts) continue;",
    planted:
      "if (commitment.flow !== flow || commitment.status !== 'open' || commitment.counts !== counts) break;",
  },
  {
    id: 'kept-after-default',
    steps: 6,
    touches: /./,
    wrong: 'A pledge that has defaulted is marked as kept when the act comes late.',
    file: 'engine/pledges-kept.ts',
    passage: "if (pledges[pledge.id]!.status !== 'open') continue;",
    planted: "if (pledges[pledge.id]!.status === 'performed') continue;",
  },
  {
    id: 'clock-anew',
    steps: 6,
    touches: /\.enter-into-force$/,
    wrong: 'The 150 days of a duty start anew when it is ordered again after a suspension.',
    file: 'actions/lifecycle.ts',
    passage: row('entry-into-force', IN_FORCE),
    planted: row(
      'entry-into-force',
      `(draft, measure, kind) => {
        measure.endsOn = null;
        enterIntoForce(draft, measure, kind);
      }`,
    ),
  },
  {
    id: 'licence-lost-at-return',
    steps: 6,
    touches: /^control\.snapback$/,
    wrong:
      'A licence granted before a suspension, whose processing ended during it, is lost when the control snaps back.',
    file: 'actions/lifecycle.ts',
    passage: row('snapback', IN_FORCE),
    planted: row(
      'snapback',
      `(draft, measure, kind) => {
        for (const licence of draft.control[measure.id]?.licences ?? [])
          if (licence.status === 'effective' && licence.grantedOn <= measure.since && measure.since < licence.effectiveOn && licence.effectiveOn < draft.today)
            licence.status = 'withheld';
        enterIntoForce(draft, measure, kind);
      }`,
    ),
  },
  {
    id: 'old-breaches',
    steps: 6,
    touches: /^truce\.conclude$/,
    wrong: 'A truce concluded after one that lapsed inherits the breaches of the old.',
    file: 'actions/truce.ts',
    passage: 'breaches: [],',
    planted: "breaches: draft.truce.status === 'lapsed' ? draft.truce.breaches : [],",
  },
  {
    id: 'third-meeting',
    steps: 6,
    touches: /^meeting\.plan$/,
    wrong: 'A meeting that is planned after three others are over inherits the agenda of the first.',
    file: 'actions/meeting.ts',
    passage: 'agenda: [],\n      });',
    planted:
      "agenda: Object.values(draft.meetings).filter((m) => m.status === 'called-off' || m.status === 'held').length > 4 ? [...draft.meetings['busan-2025'].agenda] : [],\n      });",
  },
  {
    id: 'default-strains-a-provisional-text',
    steps: 7,
    touches: /^agreement\.default$/,
    wrong: 'The default of a pledge strains a truce that is still provisional.',
    file: 'actions/agreement.ts',
    passage: "edit(draft.pledges, event.id).status = 'defaulted';",
    planted: `const pledge = edit(draft.pledges, event.id);
      pledge.status = 'defaulted';
      if (pledge.act.actor !== 'both' && draft.truce.status === 'provisional') draft.truce.status = 'strained';`,
  },
  {
    id: 'second-agreement',
    steps: 7,
    touches: /^agreement\.reach$/,
    wrong: 'After one agreement no later meeting can reach another.',
    file: 'actions/agreement.ts',
    passage: 'if (agreement.meeting === held.id) return { agreement: agreement.id };',
    planted: 'return { agreement: agreement.id };',
  },
  {
    id: 'day-150',
    steps: 27,
    touches: /./,
    wrong: 'A duty under Section 122 ends on the day after its 150 days instead of the day itself.',
    file: 'model/deadline.ts',
    passage: "return deadline.kind === 'threat' ? deadline.on < today : deadline.on <= today;",
    planted:
      "return deadline.kind === 'threat' || deadline.kind === 'measure-end' ? deadline.on < today : deadline.on <= today;",
  },
  {
    id: 'suspended-never-lapses',
    steps: 28,
    touches: /\.lapse$/,
    wrong: 'A duty that is suspended when its 150 days are over does not lapse.',
    file: 'actions/lifecycle.ts',
    passage: "from: ['threatened', 'scheduled', 'in-force', 'suspended'],\n    can: 'lapse',",
    planted: "from: ['threatened', 'scheduled', 'in-force'],\n    can: 'lapse',",
  },
  {
    id: 'expired-licences-count',
    steps: 40,
    touches: /^licence\.grant$/,
    wrong: 'Licences that have run out still count against what can be licensed.',
    file: 'model/export-control.ts',
    passage: "if (status === 'effective' || status === 'pending') taken.push(-share);",
    planted: "if (status !== 'withheld') taken.push(-share);",
  },
];
