/** `detente backtest`: how the model would have scored on past meetings. */
import type { Command } from 'commander';
import { json, paintFor, progressOn, seedText, wholeNumber, type Answer, type Terminal } from './terminal';

const MOST_RUNS = 100_000;
const MOST_CANDIDATES = 2_000;

interface Texts {
  readonly runs: string;
  readonly candidates: string;
  readonly seed: string;
  readonly json?: boolean;
}

/** Adds the command; `answer` takes what it has to say. */
export function addBacktest(program: Command, terminal: Terminal, answer: (answer: Answer) => void): void {
  program
    .command('backtest')
    .description('how the model scores on past meetings, beside the base rate')
    .option('--runs <n>', 'episodes of each meeting', '2000')
    .option('--candidates <n>', 'candidates of the calibration; 0 leaves it out', '48')
    .option('--seed <text>', 'what keys all draws', '1')
    .option('--json', 'print JSON')
    .action(async (texts: Texts) => {
      const runs = wholeNumber('--runs', texts.runs, 1, MOST_RUNS);
      const candidates = wholeNumber('--candidates', texts.candidates, 0, MOST_CANDIDATES);
      const { backtest, LONGEST_SEED } = await import('../analyses/project');
      const seed = seedText(texts.seed, LONGEST_SEED);
      const { backtestText, roundedBacktest } = await import('../report/screens/backtest');
      const onProgress = progressOn(terminal, 'scoring', { unit: 'forecasts' });
      const scored = backtest({ runs, candidates, seed, onProgress });
      if (texts.json === true) answer({ text: json(roundedBacktest(scored)), exit: 0 });
      else answer({ text: backtestText(scored, await paintFor(terminal)), exit: 0 });
    });
}
