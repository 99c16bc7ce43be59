/**
 * How a party answers a new measure of the other: how hard and how soon. Tit for tat with a cap and some
 * generosity (Axelrod 1984; Nowak and Sigmund 1992), in the trade lawyer's form of suspending equivalent concessions.
 */
import { exp } from '../kit/portable-math';

/** How hard a party answers. */
export interface RetaliationStrength {
  /** m: what is returned for each unit received, usually in [0.5, 1] for tariffs. */
  readonly match: number;
  /** u: share forgiven, in [0, 1]. */
  readonly generosity: number;
  /** The most the party can answer with, in the units of the measure; Infinity for no limit. */
  readonly cap: number;
}

/** Size of the answer, in the units of the measure: what was received, matched, less generosity, up to the cap. */
export function retaliationSize(measureSize: number, strength: RetaliationStrength): number {
  return Math.min(strength.cap, Math.max(0, strength.match * measureSize * (1 - strength.generosity)));
}

/**
 * Days until the answer, a whole number: the u-quantile, u in [0, 1), of a gamma law with the given mean and whole-numbered shape,
 * rounded to the nearest day. A mean of nought is an answer on the same day.
 * Throws a RangeError when the shape is not a positive integer or the mean is negative.
 */
export function retaliationLagDays(u: number, meanDays: number, shape: number): number {
  if (!(Number.isInteger(shape) && shape > 0 && meanDays >= 0)) {
    throw new RangeError(`No lag has mean ${meanDays} days and shape ${shape}.`);
  }
  if (meanDays === 0) return 0;
  let days = 0;
  while (gammaTail(days + 0.5, meanDays, shape) > 1 - u) days += 1;
  return days;
}

/** Probability that a gamma variable of whole-numbered shape (the sum of that many exponential waits) exceeds x. */
function gammaTail(x: number, mean: number, shape: number): number {
  const rate = (shape * x) / mean;
  let term = 1;
  let sum = 1;
  for (let k = 1; k < shape; k++) {
    term *= rate / k;
    sum += term;
  }
  return exp(-rate) * sum;
}
