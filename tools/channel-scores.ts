/**
 * The scores of the shipped model channel by channel: what each group of the sizes that the core takes at nought costs or gains. They are
 * printed and decide nothing: no size was chosen, kept or dropped by them.
 */
import { backtest, type Backtest } from '../src/analyses/backtest/backtest';
import { bareFacts } from '../src/facts/packaged-bare';
import type { BareFacts } from '../src/facts/bare';
import { existing } from '../src/kit/lists';

/** The groups, each with the sizes by which it works. */
export const CHANNELS: Readonly<Record<string, readonly string[]>> = {
  'whether the meeting is held': [
    'levers.blowsOnMeeting',
    'levers.gesturesOnMeeting',
    'levers.unconfirmedOnMeeting',
    'levers.doubtOnMeeting',
    'levers.noTruceOnMeeting',
    'levers.frameworkOnMeeting',
    'levers.marketOnMeeting',
    'levers.earlierRoundsOnMeeting',
  ],
  'political price of conceding': ['levers.goodwillOnPrice', 'levers.readoutOnPrice'],
  'costs in the disagreement point': [
    'levers.chineseDutyLoss',
    'levers.ownStepCost',
    'levers.politicsOnThreats',
    'levers.lapse',
  ],
  'threats taken off and duties struck down that may return': [
    'levers.tradedThreat',
    'levers.renewedThreat',
    'levers.replacedDuty',
  ],
  'hurt by markets': ['levers.marketOnHurt'],
  'worth of what was given already': ['levers.performedShare'],
  'readiness by readouts': ['levers.readoutOnReadiness'],
  'isolation by third parties': ['levers.isolation'],
  'new coercion without a text': [
    'levers.goodwillOnQuarrel',
    'levers.terminationOnQuarrel',
    'levers.calledOffOnQuarrel',
    'levers.calledOffOnStrain',
  ],
  'the audience of the record': ['audience.remembered'],
  'what goes on beside the meeting, and the year after': [
    'chokepoint.newSources',
    'chokepoint.refill',
    'trade.delayed',
    'year.reversals',
    'year.replacedShare',
    'year.rounds',
    'year.calls',
    'year.summits',
    'year.forgottenThreatDays',
    'year.listings',
    'year.easings',
    'year.answeredByControl',
    'year.answeredByListing',
    'year.probesDecided',
    'year.sectorSought',
  ],
};

/** Episodes of each meeting; what is not scored is asked for as little as may be. */
const WORK = { runs: 1_000, partRuns: 0, permutations: 100, resamples: 100 };

/** The facts with some sizes at nought. */
function without(facts: BareFacts, sizes: readonly string[]): BareFacts {
  return {
    ...facts,
    parameters: facts.parameters.map((one) =>
      sizes.includes(one.name) ? { ...one, low: 0, central: 0, high: 0 } : one,
    ),
  };
}

const SETS = ['nine', 'nineteen', 'all'] as const;

/** Mean RPS of the model alone and of the pool over each set. */
function meansOf({ sets }: Backtest): string[] {
  const short = (value: number) => value.toFixed(3).replace(/^0/, '');
  return SETS.map((wanted) => {
    const { mean } = existing(sets.find(({ id }) => id === wanted));
    return `${short(mean.model.rps)} / ${short(mean.published.rps)}`;
  });
}

/** The table: the core, the shipped model, and the shipped model without each channel. */
export function channelsTable(): string {
  const facts = bareFacts();
  const rows = [
    ['the core', ...meansOf(backtest({ ...WORK, core: true }))],
    ['the shipped model', ...meansOf(backtest({ ...WORK, facts }))],
    ...Object.entries(CHANNELS).map(([title, sizes]) => [
      `without: ${title}`,
      ...meansOf(backtest({ ...WORK, facts: without(facts, sizes) })),
    ]),
  ];
  const head = ['mean RPS, model alone / pool', ...SETS];
  return [head, ['---', ...SETS.map(() => '---:')], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
