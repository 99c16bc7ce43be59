/** `detente backtest`: how the model would have scored on past meetings. */
import type { Command } from 'commander';
import { BACKTEST_RUNS, PART_RUNS, WORKERS } from '../ensemble/checks';
import { threadsOf } from './ensemble-options';
import {
  BadInput,
  json,
  paintFor,
  progressOn,
  quoted,
  seedText,
  wholeNumber,
  type Answer,
  type Terminal,
} from './terminal';

interface RawOptions {
  readonly runs: string;
  readonly partRuns: string;
  readonly seed: string;
  readonly core?: boolean;
  readonly pain: string;
  readonly workers?: string;
  readonly json?: boolean;
}

/** How pain is read on the first day, from the command line. */
function painReading(given: string): 'age' | 'steady' {
  if (given === 'age' || given === 'steady') return given;
  throw new BadInput(`--pain takes age or steady; given ${quoted(given)}.`);
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
    .option('--core', 'the core alone: what describes a meeting and its truce at central values')
    .option('--pain <reading>', 'age: as old as its duties; steady: as if they had always stood', 'age')
    .option('-w, --workers <n>', 'worker threads; one for each core unless told')
    .option('--json', 'print JSON')
    .action(async (raw: RawOptions) => {
      const runs = wholeNumber('--runs', raw.runs, BACKTEST_RUNS);
      const partRuns = wholeNumber('--part-runs', raw.partRuns, PART_RUNS);
      const seed = seedText(raw.seed);
      const reading = { core: raw.core === true, pain: painReading(raw.pain) };
      const { backtest } = await threadsOf(
        raw.workers === undefined ? {} : { workers: wholeNumber('--workers', raw.workers, WORKERS) },
      );
      const { backtestText, roundedBacktest } = await import('../report/screens/backtest');
      const onProgress = progressOn(terminal, 'scoring');
      const scored = await backtest({ runs, partRuns, seed, ...reading, onProgress });
      if (raw.json === true) answer({ text: json(roundedBacktest(scored)), exit: 0 });
      else answer({ text: backtestText(scored, await paintFor(terminal)), exit: 0 });
    });
}
