/**
 * Scores of sets of past meetings: the nine that were scored first, the ten that were coded then and scored later, these
 * nineteen together, the five of the year after, and all. Each forecast stands beside base rates and the uniform one, with what chance could have done: the
 * difference to the base rate resampled over meetings, and the outcomes permuted among the meetings.
 */
import type { Draws } from '../../kit/keyed-draws';
import { mean } from '../../kit/statistics';
import {
  bootstrapMean,
  leaveOneOutBaseRates,
  meanScores,
  scoresOf,
  type Resampled,
  type Scores,
} from '../../outcomes/forecast-scores';
import type { RateScore } from './detail-scores';
import type { PastMeeting } from './dossier';
import { CLASSES } from './past-forecasts';
import type { BacktestWork } from './work';
import { firstOf, itemAt } from '../../kit/lists';

/** The forecasts of which a difference to the base rate is told. */
export const FORECASTS = ['model', 'published', 'evenPool'] as const;

/** The model alone, the pool that is published, or the pool in which model and base rate weigh the same. */
export type ForecastName = (typeof FORECASTS)[number];

/** A meeting with its forecasts over the ordered classes and the class that happened. */
export interface ForecastMeeting extends Readonly<Record<ForecastName, readonly number[]>> {
  readonly set: PastMeeting['set'];
  readonly outcome: number;
  /** The base rate of the meetings before. */
  readonly baseRateBefore: readonly number[];
  readonly rates: readonly RateScore[];
}

/** How a score compares with those of the same forecasts of the same outcomes in random orders. */
export interface PermutationTest {
  /** Number of random orders that were drawn. */
  readonly n: number;
  /** Mean score over the orders: what the forecasts score where no meeting has its own. */
  readonly meanRps: number;
  /** Share of the orders that score as well as the true one or better, the true one among them. */
  readonly pValue: number;
}

/** The scores of a set of meetings. */
export interface SetScores {
  /** Id of the set: one of the three, `nineteen` for the first two together, or `all`. */
  readonly id: PastMeeting['set'] | 'nineteen' | 'all';
  /** Number of meetings in the set. */
  readonly n: number;
  /** Mean scores of the forecasts. */
  readonly mean: Readonly<Record<ForecastName, Scores>>;
  /** Mean scores of forecasts that know nothing of a meeting. */
  readonly baselines: {
    /** Base rate of the other meetings of the set, later ones too. */
    readonly baseRate: Scores;
    /** Base rate of all meetings before. */
    readonly baseRateBefore: Scores;
    /** Equal shares of all classes. */
    readonly uniform: Scores;
  };
  /** Forecast less base rate of the other meetings of the set, ranked probability score: below 0 the forecast is better. */
  readonly againstBaseRate: Readonly<Record<ForecastName, Resampled>>;
  /** Whether each forecast knows its own meeting, by scores of the same forecasts in random orders. */
  readonly permutation: Readonly<Record<ForecastName, PermutationTest>>;
  /** Mean scores of the average duties two weeks after, by the model alone. */
  readonly rates: {
    /** Mean continuous ranked probability score, percentage points of the average. */
    readonly crps: number;
    /** Mean absolute error of a forecast of no change, percentage points. */
    readonly crpsNoChange: number;
  };
}

const rpsOf = (p: readonly number[], outcome: number) => scoresOf({ p, outcome }).rps;

/** Outcomes in another order, by drawn keys. */
function permuted(outcomes: readonly number[], keyOf: (at: number) => number): number[] {
  return outcomes
    .map((outcome, at) => ({ outcome, key: keyOf(at) }))
    .sort((a, b) => a.key - b.key)
    .map(({ outcome }) => outcome);
}

/** Scores forecasts of outcomes in random orders. `keyOf(order, at)` draws the place of an outcome in an order. */
export function permutationTest(
  p: readonly (readonly number[])[],
  outcomes: readonly number[],
  orders: number,
  keyOf: (order: number, at: number) => number,
): PermutationTest {
  const classes = firstOf(p).map((_, outcome) => outcome);
  const costs = p.map((forecast) => classes.map((outcome) => rpsOf(forecast, outcome)));
  const costOf = (order: readonly number[]) =>
    mean(order.map((outcome, at) => itemAt(itemAt(costs, at), outcome)));
  const observed = costOf(outcomes);
  const scores = Array.from({ length: orders }, (_, order) =>
    costOf(permuted(outcomes, (at) => keyOf(order, at))),
  );
  // Sums of the same costs in another order differ in their last digits.
  const asGood = scores.filter((score) => score <= observed + 1e-12).length;
  return {
    n: orders,
    meanRps: orders === 0 ? observed : mean(scores),
    pValue: (asGood + 1) / (orders + 1),
  };
}

function each<T>(of: (name: ForecastName) => T): Record<ForecastName, T> {
  return { model: of('model'), published: of('published'), evenPool: of('evenPool') };
}

function scoreSet(
  id: SetScores['id'],
  meetings: readonly ForecastMeeting[],
  { resamples, permutations }: Pick<BacktestWork, 'resamples' | 'permutations'>,
  draws: Draws,
): SetScores {
  const outcomes = meetings.map(({ outcome }) => outcome);
  const casesOf = (p: readonly (readonly number[])[]) =>
    outcomes.map((outcome, at) => ({ p: itemAt(p, at), outcome }));
  const others = leaveOneOutBaseRates(outcomes, CLASSES);
  const even = new Array<number>(CLASSES).fill(1 / CLASSES);
  const forecasts = each((name) => meetings.map((meeting) => meeting[name]));
  const rates = meetings.flatMap((meeting) => meeting.rates);
  return {
    id,
    n: meetings.length,
    mean: each((name) => meanScores(casesOf(forecasts[name]))),
    baselines: {
      baseRate: meanScores(casesOf(others)),
      baseRateBefore: meanScores(casesOf(meetings.map(({ baseRateBefore }) => baseRateBefore))),
      uniform: meanScores(casesOf(meetings.map(() => even))),
    },
    againstBaseRate: each((name) => {
      const differences = outcomes.map(
        (outcome, at) => rpsOf(itemAt(forecasts[name], at), outcome) - rpsOf(itemAt(others, at), outcome),
      );
      return bootstrapMean(differences, resamples, (index) => draws.uniform(index, `scores/${id}/bootstrap`));
    }),
    permutation: each((name) =>
      permutationTest(forecasts[name], outcomes, permutations, (order, at) =>
        draws.uniform(order, `scores/${id}/permutation`, at),
      ),
    ),
    rates: {
      crps: mean(rates.map(({ crps }) => crps)),
      crpsNoChange: mean(rates.map(({ crpsNoChange }) => crpsNoChange)),
    },
  };
}

/** Meetings by set, those that have any: those of a set apart, the nineteen that came first, and all together. */
export function setsOf<M extends Pick<ForecastMeeting, 'set'>>(
  meetings: readonly M[],
): (readonly [SetScores['id'], readonly M[]])[] {
  const sets: (readonly [SetScores['id'], readonly M[]])[] = [
    ['nine', meetings.filter(({ set }) => set === 'nine')],
    ['ten', meetings.filter(({ set }) => set === 'ten')],
    ['nineteen', meetings.filter(({ set }) => set === 'nine' || set === 'ten')],
    ['five', meetings.filter(({ set }) => set === 'five')],
    ['all', meetings],
  ];
  return sets.filter(([, of]) => of.length > 0);
}

/** Scores the sets, apart and together. A set without a meeting is left out. */
export function scoreSets(
  meetings: readonly ForecastMeeting[],
  work: Pick<BacktestWork, 'resamples' | 'permutations'>,
  draws: Draws,
): SetScores[] {
  return setsOf(meetings).map(([id, of]) => scoreSet(id, of, work, draws));
}
