/**
 * What may be asked of ensembles, in one place: the bounds, and one sentence for each refusal with what is allowed and
 * what was given. The command line reads the same bounds and names its own options.
 */
import { checkText, checkWhole, type Bounds } from '../kit/checks';
import { InputError } from '../kit/input-error';
import { hasHalfPair, WHOLE_TEXT } from '../kit/json';
import { LONGEST_SEED, MOST_RUNS, MOST_WORKERS } from './limits';

/** Runs of an ensemble. */
export const RUNS: Bounds = { least: 1, most: MOST_RUNS };
/** Numbers of episodes. */
export const EPISODES: Bounds = { least: 0, most: MOST_RUNS - 1 };
/** Characters of a seed. */
export const SEED_CHARACTERS: Bounds = { least: 1, most: LONGEST_SEED };
/** Lanes on which an analysis is run, this thread among them. */
export const WORKERS: Bounds = { least: 1, most: MOST_WORKERS };
/** Pairs of runs that a comparison looks into, of those that changed and of those that end alike. */
export const HISTORIES: Bounds = { least: 0, most: 100_000 };
/** Episodes of each meeting of a backtest: each leaves a row in memory. */
export const BACKTEST_RUNS: Bounds = { least: 1, most: 100_000 };
/** Episodes of each meeting without a part of the model; 0 takes no part out. */
export const PART_RUNS: Bounds = { least: 0, most: 100_000 };

/** Random orders of the outcomes of a backtest, and its resamples. */
export const RESAMPLES: Bounds = { least: 1, most: 1_000_000 };

/** Refuses with an InputError what is no seed: numbers too, since they would draw as their text does and be recorded otherwise. */
export function checkSeed(seed: unknown): void {
  const text = checkText('seed', seed, SEED_CHARACTERS);
  // Half of a pair is lost wherever the seed is written as UTF-8: the draws of one seed would be recorded under another.
  if (hasHalfPair(text))
    throw new InputError({ code: 'input/text', path: 'seed', given: seed, allowed: WHOLE_TEXT });
}

/** Refuses a number of runs or a seed that is out of range with an InputError that says what is allowed. */
export function checkRunsAndSeed(runs: number, seed: string): void {
  checkWhole('runs', runs, RUNS);
  checkSeed(seed);
}
