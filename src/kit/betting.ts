/**
 * Tests of a mean by betting: whoever stakes against the claim that a mean is at most a bound cannot be expected to win where the claim
 * holds, so that a large win refutes it, however often one looks and whenever one stops.
 *
 * For values within known limits it supposes nothing else of them (I. Waudby-Smith and A. Ramdas, "Estimating means of bounded
 * random variables by betting", JRSS B 86, 2024). The bettor splits the stake over a grid of fractions of the most that may be
 * staked (their section B.3), so that no order of the values is better than another. By Ville's inequality (1939) the chance that the wealth
 * ever comes to 1/alpha is at most alpha.
 */
import { exp, log } from './portable-math';

/** Fractions of the most that may be staked: from nearly all, each the next by about the root of a half. */
const FRACTIONS = [0.95, 0.67, 0.475, 0.34, 0.24, 0.17, 0.12, 0.085, 0.06, 0.042, 0.03, 0.021, 0.015, 0.01];

/**
 * The logarithm of what a bettor has of a first unit who stakes, value by value, on the mean being above a bound.
 * @param values what was seen, none below `least`
 * @param bound the mean that is claimed at most, above `least`
 * @param least the least that a value can be
 * @throws RangeError for a bound that is not above the least value, and for a value below it.
 */
export function logWealthAbove(values: readonly number[], bound: number, least: number): number {
  if (!(bound > least)) throw new RangeError(`a bound of ${bound} is not above the least value ${least}`);
  // Most values are alike, and the order does not matter.
  const counts = new Map<number, number>();
  for (const value of values) {
    if (!(value >= least)) throw new RangeError(`a value of ${value} is below the least, ${least}`);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const logs = FRACTIONS.map((fraction) => {
    const stake = fraction / (bound - least);
    let sum = 0;
    for (const [value, count] of counts) sum += count * log(1 + stake * (value - bound));
    return sum;
  });
  const most = Math.max(...logs);
  return most + log(logs.reduce((sum, one) => sum + exp(one - most), 0) / logs.length);
}
