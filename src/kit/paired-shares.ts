/**
 * The difference of two shares of the same subjects, with its interval: episodes on common draws are such pairs.
 *
 * Method 10 of R. G. Newcombe, "Improved confidence intervals for the difference between binomial proportions based on
 * paired data", Statistics in Medicine 17 (1998), 2635-2650: Wilson's limits of each share, joined by the square-and-add
 * rule with the correlation of the pairs, corrected for continuity where that is positive. The textbook (Wald) interval
 * has no width where no pair is discordant and covers too rarely where few are, which is just what common draws aim at.
 */
import { exp, log } from './portable-math';
import { wilson } from './statistics';

/** Counts of pairs by what each of the two showed. */
export interface PairCounts {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

/** Counts pairs, numbered from 0 up to `pairs`, by what the first and the second of each show. */
export function countPairs(
  pairs: number,
  first: (pair: number) => boolean,
  second: (pair: number) => boolean,
): PairCounts {
  const counts = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
  for (let pair = 0; pair < pairs; pair += 1) {
    const then = second(pair);
    counts[first(pair) ? (then ? 'both' : 'onlyFirst') : then ? 'onlySecond' : 'neither'] += 1;
  }
  return counts;
}

/** A difference of shares, second less first, with its limits; all in [-1, 1] and `low <= difference <= high`. */
export interface PairedDifference {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/** Newcombe's estimate of the correlation of a pair; 0 where one of the shares is 0 or 1. */
function correlation({ both, onlyFirst, onlySecond, neither }: PairCounts): number {
  const margins = [both + onlyFirst, onlySecond + neither, both + onlySecond, onlyFirst + neither];
  if (margins.some((margin) => margin === 0)) return 0;
  const n = margins[0]! + margins[1]!;
  const excess = both * neither - onlyFirst * onlySecond;
  const corrected = excess > 0 ? Math.max(0, excess - n / 2) : excess;
  // Root by root, since the product of four margins passes 2^53 for ensembles of some thousands.
  return corrected / (Math.sqrt(margins[0]! * margins[1]!) * Math.sqrt(margins[2]! * margins[3]!));
}

function squareAndAdd(a: number, b: number, phi: number): number {
  return Math.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b));
}

/**
 * Second share less first, with Newcombe's interval.
 * @param counts pairs by what each showed, whole numbers from 0, not all 0
 * @param confidence coverage, strictly between 0 and 1
 * @throws RangeError when there is no pair, a count is not such a number or the confidence is out of range.
 */
export function pairedDifference(counts: PairCounts, confidence = 0.95): PairedDifference {
  const { both, onlyFirst, onlySecond, neither } = counts;
  for (const count of [both, onlyFirst, onlySecond, neither]) {
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`${count} is not a count of pairs`);
  }
  const n = both + onlyFirst + onlySecond + neither;
  if (n === 0) throw new RangeError('the difference of no pairs is not defined');
  const first = wilson(both + onlyFirst, n, confidence);
  const second = wilson(both + onlySecond, n, confidence);
  const phi = correlation(counts);
  const difference = (onlySecond - onlyFirst) / n;
  const below = squareAndAdd(second.p - second.low, first.high - first.p, phi);
  const above = squareAndAdd(second.high - second.p, first.p - first.low, phi);
  return { difference, low: Math.max(-1, difference - below), high: Math.min(1, difference + above) };
}

/**
 * How surprising the discordant pairs would be if either share were as likely to be the larger: the two-sided p-value of
 * McNemar's test in its exact form (Q. McNemar, Psychometrika 12, 1947), 1 where no pair is discordant. In (0, 1].
 */
export function mcNemar({ onlyFirst, onlySecond }: PairCounts): number {
  const n = onlyFirst + onlySecond;
  const fewer = Math.min(onlyFirst, onlySecond);
  if (2 * fewer >= n) return 1;
  // The term of `fewer` among n tosses by its logarithm, since a half to the n-th leaves the range of numbers.
  let logTerm = n * log(0.5);
  for (let k = 1; k <= fewer; k += 1) logTerm += log((n - k + 1) / k);
  // Each term below is smaller than the one above it.
  let sum = 0;
  let share = 1;
  for (let k = fewer; k >= 0 && share > 1e-18; k -= 1) {
    sum += share;
    share *= k / (n - k + 1);
  }
  return Math.min(1, 2 * exp(logTerm) * sum);
}
