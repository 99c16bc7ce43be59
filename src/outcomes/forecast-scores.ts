/**
 * Scores of forecasts over ordered outcome classes, the baselines that they must beat, and how sure a difference is.
 *
 * The ranked probability score comes first (Epstein 1969), since the classes are ordered and few meetings are scored;
 * the logarithmic score second, with probabilities below a hundredth counted as one. A difference between two
 * forecasters is taken meeting by meeting and resampled (Efron 1979).
 */
import { logScore, mean, quantile, rankedProbabilityScore } from '../kit/statistics';
import { countAt, itemAt } from '../kit/lists';

/** The two scores of a forecast or their means; 0 is perfect. */
export interface Scores {
  /** Ranked probability score, 0 for certainty of what happened to 1 for certainty at the wrong end. */
  readonly rps: number;
  /** Logarithmic score in nats, 0 for certainty of what happened to 4.61 for a hundredth or less. */
  readonly log: number;
}

/** A forecast over ordered classes and the class that happened. */
export interface ScoredCase {
  readonly p: readonly number[];
  readonly outcome: number;
}

/** Scores one forecast. */
export function scoresOf({ p, outcome }: ScoredCase): Scores {
  return { rps: rankedProbabilityScore(p, outcome), log: logScore(itemAt(p, outcome)) };
}

/** Mean scores of some forecasts. @throws RangeError where there are none. */
export function meanScores(cases: readonly ScoredCase[]): Scores {
  const scores = cases.map(scoresOf);
  return { rps: mean(scores.map((score) => score.rps)), log: mean(scores.map((score) => score.log)) };
}

/** Prior count for each class, after Jeffreys, so that no class has base rate nought. */
const PRIOR_COUNT = 0.5;

/** Base rate of some outcomes over so many classes, with the prior count of a half for each. */
export function baseRateOf(outcomes: readonly number[], classes: number): number[] {
  const counts = new Array<number>(classes).fill(PRIOR_COUNT);
  for (const outcome of outcomes) countAt(counts, outcome);
  return counts.map((count) => count / (outcomes.length + classes * PRIOR_COUNT));
}

/** The naive forecasts over the same outcomes. */
export interface Baselines {
  /** Equal probability for each class. */
  readonly uniform: Scores;
  /** Base rate of the other meetings. */
  readonly baseRate: Scores;
  /** Certainty of the class that is commonest among the others. */
  readonly commonest: Scores;
}

const others = <T>(items: readonly T[], at: number): T[] => items.filter((_, index) => index !== at);

function certaintyOf(outcomes: readonly number[], classes: number): number[] {
  const rates = baseRateOf(outcomes, classes);
  const top = rates.indexOf(Math.max(...rates));
  return rates.map((_, index) => (index === top ? 1 : 0));
}

/** The base-rate forecast of each meeting from all others. */
export function leaveOneOutBaseRates(outcomes: readonly number[], classes: number): number[][] {
  return outcomes.map((_, at) => baseRateOf(others(outcomes, at), classes));
}

/** Mean scores of the naive forecasts. */
export function baselinesOf(outcomes: readonly number[], classes: number): Baselines {
  const even = new Array<number>(classes).fill(1 / classes);
  const rates = leaveOneOutBaseRates(outcomes, classes);
  return {
    uniform: meanScores(outcomes.map((outcome) => ({ p: even, outcome }))),
    baseRate: meanScores(outcomes.map((outcome, at) => ({ p: itemAt(rates, at), outcome }))),
    commonest: meanScores(
      outcomes.map((outcome, at) => ({ p: certaintyOf(others(outcomes, at), classes), outcome })),
    ),
  };
}

/** A mean with its 95 % interval over resampled meetings. */
export interface Resampled {
  /** Mean over the meetings, in the unit of the values. */
  readonly mean: number;
  /** Lower end of the interval, in the same unit. */
  readonly low: number;
  /** Upper end of the interval, in the same unit. */
  readonly high: number;
  /** Number of meetings: with so few the interval itself is rough. */
  readonly n: number;
}

/** Bootstrap interval of a mean. `uniform(i)` gives the i-th draw in [0, 1). */
export function bootstrapMean(
  values: readonly number[],
  resamples: number,
  uniform: (index: number) => number,
): Resampled {
  const n = values.length;
  const means: number[] = [];
  for (let resample = 0; resample < resamples; resample += 1) {
    let sum = 0;
    for (let pick = 0; pick < n; pick += 1)
      sum += itemAt(values, Math.floor(uniform(resample * n + pick) * n));
    means.push(sum / n);
  }
  return { mean: mean(values), low: quantile(means, 0.025), high: quantile(means, 0.975), n };
}
