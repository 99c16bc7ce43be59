/** `detente backtest`: how the model would have scored on past meetings. */
import { BACKTEST_RUNS, PART_RUNS } from '../ensemble/checks';
import { SEED, threadsOf, WORKER_THREADS } from './analysis-options';
import { oneOf, whole } from './readers';
import { command, flag, option } from './row';

/** How pain is read on the first day. */
const READINGS = ['age', 'steady'] as const;

/** The command. */
export const backtest = command({
  name: 'backtest',
  about: 'how the model scores on past meetings, beside the base rate',
  options: {
    runs: option('-n, --runs <n>', 'episodes of each meeting', whole(BACKTEST_RUNS), { usual: '2000' }),
    partRuns: option(
      '--part-runs <n>',
      'episodes of each meeting without each part of the model; 0 takes none out',
      whole(PART_RUNS),
      { usual: '300' },
    ),
    seed: SEED,
    core: flag('--core', 'the core alone: what describes a meeting and its truce at central values'),
    pain: option(
      '--pain <reading>',
      'age: as old as its duties; steady: as if they had always stood',
      oneOf(READINGS, 'age or steady'),
      { usual: 'age' },
    ),
    workers: WORKER_THREADS,
  },
  run: async ({ options, progress }) => {
    const { runs, partRuns, seed, core, pain } = options;
    const threads = await threadsOf(options);
    return threads.backtest({ runs, partRuns, seed, core, pain, ...progress('scoring') });
  },
  json: async (scored) => {
    const { roundedBacktest } = await import('../report/screens/backtest');
    return roundedBacktest(scored);
  },
  screen: async (scored, { paint }) => {
    const { backtestText } = await import('../report/screens/backtest');
    return backtestText(scored, await paint());
  },
});
