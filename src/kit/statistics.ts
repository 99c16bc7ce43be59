/**
 * The statistics of a forecast: intervals for simulated shares, order statistics, and the scores by which a stated
 * probability is held against what happened (Gneiting and Raftery, "Strictly Proper Scoring Rules", JASA 102, 2007).
 */
import { mean as d3Mean, quantile as d3Quantile, variance as d3Variance } from 'd3-array';
import { log, normalQuantile } from './portable-math';

/** The 97.5th percentile of the normal distribution: half a 95 % interval in standard deviations. */
export const Z95 = 1.959963984540054;

/** A share with its interval; all three in [0, 1], `low <= p <= high`. */
export interface ShareInterval {
  /** The share itself, 0 to 1. */
  readonly p: number;
  /** Lower end of its interval, 0 to `p`. */
  readonly low: number;
  /** Upper end of its interval, `p` to 1. */
  readonly high: number;
}

function requireProbability(p: number, what: string): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`${what} must lie in [0, 1], not ${p}`);
}

/**
 * Wilson's score interval for a share (E. B. Wilson, JASA 22, 1927): the share itself and its two limits. Unlike the
 * textbook interval it stays inside [0, 1] and has width at 0 and at n successes. Without trials nothing is known:
 * p is one half and the interval is all of [0, 1].
 * @param successes number of successes, 0 to n; a fraction is allowed, for weighted counts
 * @param n number of trials, 0 or more
 * @param confidence coverage, strictly between 0 and 1
 * @throws RangeError when an argument is out of range.
 */
export function wilson(successes: number, n: number, confidence = 0.95): ShareInterval {
  if (!(n >= 0 && n < Infinity && successes >= 0 && successes <= n)) {
    throw new RangeError(`${successes} successes in ${n} trials is not a count`);
  }
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`a confidence of ${confidence} is not strictly between 0 and 1`);
  }
  if (n === 0) return { p: 0.5, low: 0, high: 1 };
  const p = successes / n;
  const z = normalQuantile(0.5 + confidence / 2);
  const shrink = 1 + (z * z) / n;
  const centre = (p + (z * z) / (2 * n)) / shrink;
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / shrink;
  // The limits touch 0 and 1 exactly in theory; rounding would leave a crumb.
  const low = successes === 0 ? 0 : Math.min(p, Math.max(0, centre - half));
  const high = successes === n ? 1 : Math.max(p, Math.min(1, centre + half));
  return { p, low, high };
}

function requireValues(values: readonly number[] | Float64Array, what: string): void {
  if (values.length === 0) throw new RangeError(`the ${what} of no values is not defined`);
}

/**
 * The q-quantile of the values, in any order, by linear interpolation between order statistics (method R-7 of
 * Hyndman and Fan 1996). The values are not reordered. NaN among them is skipped.
 * @throws RangeError when there are no values or q is outside [0, 1].
 */
export function quantile(values: readonly number[] | Float64Array, q: number): number {
  requireValues(values, 'quantile');
  requireProbability(q, 'the level of a quantile');
  return d3Quantile(values, q) ?? Number.NaN;
}

/** The arithmetic mean. @throws RangeError when there are no values. */
export function mean(values: readonly number[] | Float64Array): number {
  requireValues(values, 'mean');
  return d3Mean(values) ?? Number.NaN;
}

/**
 * The sample variance, divided by n - 1 (Welford's recurrence).
 * @throws RangeError when there are fewer than two values.
 */
export function variance(values: readonly number[] | Float64Array): number {
  if (values.length < 2) throw new RangeError('the variance needs at least two values');
  return d3Variance(values) ?? Number.NaN;
}

/**
 * The rank of each value among all, from 1 on, equal ones at the middle of theirs.
 * @throws RangeError when a value is not a number.
 */
export function midRanks(values: readonly number[] | Float64Array): Float64Array {
  if (values.some(Number.isNaN)) throw new RangeError('a value to be ranked is not a number');
  const sorted = Float64Array.from(values).sort();
  const { length } = sorted;
  // The middle rank of the values that are equal to the one at a place, told at the first of them.
  const middles = new Float64Array(length);
  for (let first = 0, next = 0; first < length; first = next) {
    const value = sorted[first]!;
    for (next = first + 1; next < length && sorted[next] === value;) next += 1;
    middles[first] = (first + next + 1) / 2;
  }
  const ranks = new Float64Array(length);
  for (let at = 0; at < length; at += 1) ranks[at] = middles[countBelow(sorted, values[at]!)]!;
  return ranks;
}

/** How many of the sorted numbers are below a value. */
function countBelow(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Spearman's rank correlation with mid-ranks for ties, in [-1, 1]; 0 when one side never varies, since nothing moves
 * with a constant.
 * @throws RangeError when the lengths differ, there are fewer than two pairs or a value is not a number.
 */
export function rankCorrelation(
  x: readonly number[] | Float64Array,
  y: readonly number[] | Float64Array,
): number {
  return correlationOfRanks(midRanks(x), midRanks(y));
}

/**
 * As {@link rankCorrelation}, of values that {@link midRanks} has ranked: where one of them is held against many, it need be ranked once.
 * @throws RangeError when the lengths differ or there are fewer than two pairs.
 */
export function correlationOfRanks(ranksX: Float64Array, ranksY: Float64Array): number {
  const { length } = ranksX;
  if (length !== ranksY.length)
    throw new RangeError(`${length} values cannot be paired with ${ranksY.length}`);
  if (length < 2) throw new RangeError('a rank correlation needs at least two pairs');
  const middle = (length + 1) / 2;
  let covariance = 0;
  let spreadX = 0;
  let spreadY = 0;
  for (let i = 0; i < length; i += 1) {
    const dx = ranksX[i]! - middle;
    const dy = ranksY[i]! - middle;
    covariance += dx * dy;
    spreadX += dx * dx;
    spreadY += dy * dy;
  }
  if (spreadX === 0 || spreadY === 0) return 0;
  return Math.max(-1, Math.min(1, covariance / Math.sqrt(spreadX * spreadY)));
}

/**
 * The u-quantile of the triangular distribution on [low, high] with its peak at `mode` (inverse of the distribution
 * function); `low` itself when the range is empty.
 * @throws RangeError when u is outside [0, 1] or not low <= mode <= high.
 */
export function triangularQuantile(u: number, low: number, mode: number, high: number): number {
  requireProbability(u, 'the level of a quantile');
  if (!(low <= mode && mode <= high)) {
    throw new RangeError(`a triangle needs low <= mode <= high, not ${low}, ${mode}, ${high}`);
  }
  const range = high - low;
  if (range === 0) return low;
  const rise = mode - low;
  const x =
    u * range < rise ? low + Math.sqrt(u * range * rise) : high - Math.sqrt((1 - u) * range * (high - mode));
  return Math.min(high, Math.max(low, x));
}

function requireOutcome(p: readonly number[], outcomeIndex: number): void {
  if (!Number.isInteger(outcomeIndex) || outcomeIndex < 0 || outcomeIndex >= p.length) {
    throw new RangeError(`outcome ${outcomeIndex} is not one of the ${p.length} classes`);
  }
}

/**
 * The ranked probability score of a forecast over ordered classes (Epstein 1969; Murphy 1971): the squared distance of
 * the cumulative forecast from the cumulative outcome, divided by the number of classes less one. 0 is perfect, 1 is
 * certainty at the wrong end.
 * @param p probabilities of the classes in their order
 * @param outcomeIndex the class that happened, from 0
 * @throws RangeError when there are fewer than two classes or the outcome is not one of them.
 */
export function rankedProbabilityScore(p: readonly number[], outcomeIndex: number): number {
  if (p.length < 2) throw new RangeError('a ranked probability score needs at least two classes');
  requireOutcome(p, outcomeIndex);
  let cumulative = 0;
  let sum = 0;
  for (let i = 0; i < p.length - 1; i++) {
    cumulative += p[i] ?? 0;
    const miss = cumulative - (outcomeIndex <= i ? 1 : 0);
    sum += miss * miss;
  }
  return sum / (p.length - 1);
}

/**
 * The logarithmic score in nats, -ln p of what happened (Good 1952); 0 is perfect. Probabilities below the floor count
 * as the floor, so that one surprise cannot cost infinitely much.
 * @throws RangeError when p or the floor is outside [0, 1].
 */
export function logScore(p: number, floor = 0.01): number {
  requireProbability(p, 'a probability');
  requireProbability(floor, 'the floor of a log score');
  // 0 - x rather than -x: certainty scores 0, not -0.
  return 0 - log(Math.max(p, floor));
}

/**
 * Brier's score of one yes-or-no forecast, (p - outcome)², in [0, 1]; 0 is perfect (G. W. Brier 1950, the half form).
 * @throws RangeError when p is outside [0, 1].
 */
export function brier(p: number, happened: boolean): number {
  requireProbability(p, 'a probability');
  const miss = p - (happened ? 1 : 0);
  return miss * miss;
}

/**
 * Brier's original score over several classes, the sum of (p - outcome)², in [0, 2]; order does not matter.
 * @throws RangeError when the outcome is not one of the classes.
 */
export function multiClassBrier(p: readonly number[], outcomeIndex: number): number {
  requireOutcome(p, outcomeIndex);
  return p.reduce((sum, probability, i) => sum + brier(probability, i === outcomeIndex), 0);
}

/**
 * The continuous ranked probability score of a sample as the forecast of a quantity, in the unit of the quantity; 0 is
 * perfect, and of a sample of one value it is the absolute error (Gneiting and Raftery 2007; the sorted form is that
 * of Jordan, Krüger and Lerch 2019).
 * @throws RangeError for an empty sample.
 */
export function continuousRankedProbabilityScore(sample: readonly number[], happened: number): number {
  const m = sample.length;
  if (m === 0) throw new RangeError('a continuous ranked probability score needs a sample');
  const sorted = Float64Array.from(sample).sort();
  let sum = 0;
  for (let i = 0; i < m; i++) {
    const x = sorted[i]!;
    sum += (x - happened) * ((happened < x ? m : 0) - i - 0.5);
  }
  return (2 * sum) / (m * m);
}

/**
 * Which of several hypotheses are refused when all are looked at together: Holm's step-down procedure, which keeps the chance of
 * any false refusal at most at the level, whatever depends on what (S. Holm, Scandinavian Journal of Statistics 6, 1979).
 * @param p the p-value of each, 0 to 1
 * @param level chance of any false refusal, strictly between 0 and 1
 * @returns for each whether it is refused, in the order given
 * @throws RangeError when a p-value or the level is out of range.
 */
export function holm(p: readonly number[], level = 0.05): boolean[] {
  if (!(level > 0 && level < 1)) throw new RangeError(`a level of ${level} is not strictly between 0 and 1`);
  for (const value of p) requireProbability(value, 'a p-value');
  const refused = p.map(() => false);
  const rising = p.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value);
  for (const [before, { value, at }] of rising.entries()) {
    if (value > level / (p.length - before)) break;
    refused[at] = true;
  }
  return refused;
}
