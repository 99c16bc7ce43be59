/** What a backtest is asked: how much work, from which seed, and the scenario that lends it outcome classes. */

/** The scenario that lends past meetings its outcome classes, policies and hypotheses. */
export const BASE_SCENARIO = 'kuala-lumpur-2025';

/** How much work a backtest does. */
export interface BacktestWork {
  /** Seed of the draws, 1 to 200 characters; `1` unless told. */
  readonly seed: string;
  /** Episodes of each meeting. */
  readonly runs: number;
  /** Episodes of each meeting without a part of the model; 0 takes no part out. */
  readonly partRuns: number;
  /** Random orders of the outcomes. */
  readonly permutations: number;
  /** Resamples of the meetings behind the intervals of mean differences. */
  readonly resamples: number;
}

/** What a terminal waits for: about a minute. */
export const USUAL_WORK: BacktestWork = {
  seed: '1',
  runs: 2_000,
  partRuns: 300,
  permutations: 5_000,
  resamples: 2_000,
};
