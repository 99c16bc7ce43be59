/** `detente backtest`: how the model would have scored on past meetings. */
import type { Command } from 'commander';
import { BACKTEST_RUNS, PART_RUNS, WORKERS } from '../ensemble/checks';
import { threadsOf } from './ensemble-options';
import { json, paintFor, progressOn, seedText, wholeNumber, type Answer, type Terminal } from './terminal';

interface RawOptions {
  readonly runs: string;
  readonly partRuns: string;
  readonly seed: string;
  readonly workers?: string;
  readonly json?: boolean;
}

/** Adds the command; `answer` takes what it has to say. */
export function addBacktest(program: Command, terminal: Terminal, answer: (answer: Answer) => void): void {
  program
    .command('backtest')
    .description('how the model scores on past meetings, beside the base rate')
    .option('--runs <n>', 'episodes of each meeting', '2000')
    .option(
      '--part-runs <n>',
      'episodes of each meeting without each part of the model; 0 takes none out',
      '300',
    )
    .option('--seed <text>', 'what keys all draws', '1')
    .option('-w, --workers <n>', 'worker threads; one for each core unless told')
    .option('--json', 'print JSON')
    .action(async (raw: RawOptions) => {
      const runs = wholeNumber('--runs', raw.runs, BACKTEST_RUNS);
      const partRuns = wholeNumber('--part-runs', raw.partRuns, PART_RUNS);
      const seed = seedText(raw.seed);
      const { backtest } = await threadsOf(
        raw.workers === undefined ? {} : { workers: wholeNumber('--workers', raw.workers, WORKERS) },
      );
      const { backtestText, roundedBacktest } = await import('../report/screens/backtest');
      const onProgress = progressOn(terminal, 'scoring');
      const scored = await backtest({ runs, partRuns, seed, onProgress });
      if (raw.json === true) answer({ text: json(roundedBacktest(scored)), exit: 0 });
      else answer({ text: backtestText(scored, await paintFor(terminal)), exit: 0 });
    });
}
