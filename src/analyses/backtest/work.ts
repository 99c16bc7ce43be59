/** What a backtest is asked: how much work, from which seed, and the scenario that lends it outcome classes. */

/** The scenario that lends past meetings its outcome classes, policies and hypotheses. */
export const BASE_SCENARIO = 'kuala-lumpur-2025';

/** How much work a backtest does. */
export interface BacktestWork {
  readonly seed: string;
  /** Episodes of each meeting for the untuned forecast. */
  readonly runs: number;
  /** Candidates from the priors; 0 leaves the calibration out. */
  readonly candidates: number;
  /** Episodes of each meeting and candidate. */
  readonly candidateRuns: number;
  readonly permutations: number;
  readonly resamples: number;
}

/** What a terminal waits for: about a minute. */
export const USUAL_WORK: BacktestWork = {
  seed: '1',
  runs: 2_000,
  candidates: 48,
  candidateRuns: 150,
  permutations: 200,
  resamples: 2_000,
};
