/**
 * A year of the base scenario beside the record: how often in its episodes the sides talk, list, ease and take back from the
 * fifteenth day after the meeting on, and the spread of the same in the record. `npm run rates` writes the table into `docs/model.md`.
 */
import { prepare } from '../src/analyses/prepared';
import { runToHorizon } from '../src/episode/episode';
import { parameterSampler } from '../src/episode/parameter-draw';
import { yearFrom } from '../src/episode/replacement';
import { Trace } from '../src/episode/trace';
import type { Event } from '../src/actions/index';
import { createDraws } from '../src/kit/keyed-draws';
import { PARTY_IDS } from '../src/model/actor';
import { loadScenario } from '../src/scenario/library';
import type { Rate } from './year-rates';

const BASE = 'kuala-lumpur-2025';
const SEED = 'a year of the base scenario';
/** Episodes counted. */
export const EPISODES = 300;
const DAYS_PER_YEAR = 365.25;

/** An event of the year with the rule by which it came. */
interface Ruled {
  readonly event: Event;
  readonly rule: string;
}

/** What is counted in the base scenario, beside a rate of the record. */
interface Counted {
  readonly rate: string;
  readonly what: string;
  readonly is: (ruled: Ruled) => boolean;
  /** Of both sides together or of each, as the record counts it. */
  readonly sides: 1 | 2;
}

const COUNTED: readonly Counted[] = [
  { rate: 'year.rounds', what: 'rounds', sides: 1, is: ({ event }) => event.type === 'talks.conclude' },
  {
    rate: 'year.calls',
    what: 'calls of the leaders',
    sides: 1,
    is: ({ event }) => event.type === 'talks.leaders-call',
  },
  {
    rate: 'year.summits',
    what: 'meetings of the leaders',
    sides: 1,
    is: ({ event }) => event.type === 'meeting.hold',
  },
  {
    rate: 'year.listings',
    what: 'listings per side, whatever they are',
    sides: 2,
    is: ({ event }) => event.type === 'listing.impose',
  },
  {
    rate: 'year.easings',
    what: 'easings per side without a deal',
    sides: 2,
    is: ({ rule }) => rule === 'a control is eased without a deal',
  },
  {
    rate: 'with or without a deal',
    what: 'decisions of a side to take something back, besides those of a table',
    sides: 2,
    is: ({ rule }) =>
      rule === 'a measure that hurts both is taken back' || rule === 'the other side takes back its own',
  },
];

/** How often a year something comes in the base scenario, and the rate of the record beside which it stands. */
export interface YearOfBase {
  readonly what: string;
  readonly aYear: number;
  readonly rate: Rate;
}

/** Counts a year of the base scenario. */
export function yearOfBase(rates: readonly Rate[]): YearOfBase[] {
  const { initial, specification } = prepare(loadScenario(BASE));
  const draws = createDraws(SEED);
  const sample = parameterSampler(specification);
  const all: Ruled[] = [];
  let days = 0;
  for (let episode = 0; episode < EPISODES; episode += 1) {
    const trace = new Trace();
    const parameters = sample(draws, episode);
    const { run } = runToHorizon(
      { initial, specification, draws },
      parameters,
      episode,
      true,
      undefined,
      trace,
    );
    const from = yearFrom(run);
    days += run.almanac.last - from + 1;
    const begins = run.almanac.dates[from] ?? specification.horizon;
    (run.log ?? []).forEach((event, at) => {
      if (event.on >= begins) all.push({ event, rule: trace.causes[at]?.rule ?? '' });
    });
  }
  return COUNTED.map(({ rate: name, what, is, sides }) => {
    const rate = rates.find(({ parameter, what: said }) => parameter === name || said.endsWith(`, ${name}`));
    if (rate === undefined) throw new Error(`nothing is counted for ${name}`);
    const n = all.filter((ruled) => is(ruled)).length;
    return { what, aYear: (n / days / (sides === 2 ? PARTY_IDS.length : 1)) * DAYS_PER_YEAR, rate };
  });
}
