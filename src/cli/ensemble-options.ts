/** Options of the commands that run an ensemble: runs, seed and worker threads. */
import { Option, type Command } from 'commander';
import { RUNS, WORKERS } from '../ensemble/checks';
import type { Threads } from '../node/on-threads';
import { DEFAULT_RUNS, DEFAULT_SEED } from '../ensemble/limits';
import { seedText, wholeNumber } from './terminal';

/** The options as commander gives them. */
export interface RawEnsembleOptions {
  readonly runs: string;
  readonly seed: string;
  readonly workers?: string;
}

/** The options as the library takes them. */
export interface EnsembleOptions {
  readonly runs: number;
  readonly seed: string;
  readonly workers?: number;
}

/** Adds the options to a command. */
export function withEnsembleOptions(command: Command): Command {
  return command
    .addOption(
      new Option('-n, --runs <n>', `number of runs, ${RUNS.least} to ${RUNS.most}`).default(
        String(DEFAULT_RUNS),
        String(DEFAULT_RUNS),
      ),
    )
    .addOption(
      new Option('-s, --seed <text>', 'the same seed gives the same bytes').default(
        DEFAULT_SEED,
        DEFAULT_SEED,
      ),
    )
    .option('-w, --workers <n>', 'worker threads; one for each core unless told');
}

/** Reads the options; refuses what is out of range. */
export function ensembleOptions({ runs, seed, workers }: RawEnsembleOptions): EnsembleOptions {
  return {
    runs: wholeNumber('--runs', runs, RUNS),
    seed: seedText(seed),
    ...(workers === undefined ? {} : { workers: wholeNumber('--workers', workers, WORKERS) }),
  };
}

/** What runs analyses, on as many threads as were asked for. */
export async function threadsOf({ workers }: { readonly workers?: number }): Promise<Threads> {
  const { onThreads } = await import('../node/on-threads');
  return onThreads(workers === undefined ? {} : { workers });
}
