/**
 * Exponential forgetting by half-life, shared by the stocks that fade: pain, drawdown, the cost of a shortage.
 * Elementary; the half-lives themselves are parameters.
 */
import { exp } from '../kit/portable-math';

/**
 * The share 2^(−days/halfLife) of a stock that is left after `days` ≥ 0. A half-life of Infinity forgets nothing;
 * it must be positive (not checked here: this runs once a day in every episode).
 */
export function retained(days: number, halfLifeDays: number): number {
  return exp((-Math.LN2 * days) / halfLifeDays);
}

/**
 * A function that gives what is left after one day, 2^(−1/halfLife), and remembers its last answer: the half-life is
 * the same on every day of an episode, and the power is the dearest part of a day's step.
 */
export function dailyRetention(): (halfLifeDays: number) => number {
  let knownHalfLife = NaN;
  let share = NaN;
  return (halfLifeDays) => {
    if (halfLifeDays !== knownHalfLife) {
      share = retained(1, halfLifeDays);
      knownHalfLife = halfLifeDays;
    }
    return share;
  };
}
