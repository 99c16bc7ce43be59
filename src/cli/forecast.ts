/** `detente forecast`: questions about days to come, with what was registered before them. */
import { RUNS } from '../ensemble/checks';
import { DEFAULT_RUNS } from '../ensemble/limits';
import { SEED, threadsOf, WORKER_THREADS } from './analysis-options';
import { FACTS } from './own-options';
import { whole } from './readers';
import { command, flag, option } from './row';
import { BadInput } from './terminal';

/** The command. */
export const forecast = command({
  name: 'forecast',
  about: 'questions about days to come, with the answers registered before them',
  options: {
    again: flag('--again', "the answers of today's model, which nobody has registered"),
    intervals: flag('--intervals', 'with --again: also how sure they are of assumptions and decision rules'),
    runs: option('-n, --runs <n>', 'with --again: episodes of each scenario', whole(RUNS), {
      usual: String(DEFAULT_RUNS),
    }),
    seed: SEED,
    workers: WORKER_THREADS,
    ...FACTS,
  },
  run: async ({ options, isGiven, facts, progress }) => {
    const { again, intervals, runs, seed } = options;
    if (intervals && !again)
      throw new BadInput(
        '--intervals goes with --again: registered answers keep those that they were registered with.',
      );
    if (!again && (isGiven('runs') || isGiven('seed')))
      throw new BadInput(
        '--runs and --seed go with --again: registered answers are those that were registered.',
      );
    const threads = await threadsOf(options);
    return threads.forecast({
      again,
      intervals,
      runs,
      seed,
      facts: await facts(),
      ...progress('forecasting'),
    });
  },
  json: (found) => found,
  screen: async (found, { paint }) => {
    const { forecastText } = await import('../report/screens/forecast');
    return forecastText(found, await paint());
  },
});
