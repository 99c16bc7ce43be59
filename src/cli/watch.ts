/** `detente watch`: what to watch in the days to come. */
import { RUNS } from '../ensemble/checks';
import { WATCH_RUNS } from '../ensemble/limits';
import type { Facts } from '../facts/schema';
import type { Scenario } from '../scenario/schema';
import { analysisOptions, ANALYSIS, threadsOf } from './analysis-options';
import { standing } from './play-options';
import { whole } from './readers';
import { command, option, present } from './row';
import { SCENARIO } from './scenario-argument';

/** Read when a number is given: help needs none of it. */
const daysOfWatch = async () => (await import('../analyses/watch/watch')).WATCH_DAYS;

/** By which names signals of a scenario are told. */
async function namesFor(scenario: Scenario, known: Facts) {
  const { namesOf } = await import('../report/wording/step-phrases');
  const { start } = await import('../analyses/resolve');
  return namesOf(known, start(scenario, known));
}

/** The command. */
export const watch = command({
  name: 'watch',
  about: 'what to watch in the days to come, and what it would change',
  arguments: { scenario: SCENARIO },
  options: {
    runs: option('-n, --runs <n>', `number of runs, ${RUNS.least} to ${RUNS.most}`, whole(RUNS), {
      usual: String(WATCH_RUNS),
    }),
    ...ANALYSIS,
    days: option(
      '--days <n>',
      'days from today that are watched; two weeks beyond the meeting unless told',
      whole(daysOfWatch),
    ),
  },
  run: async ({ arguments: given, options, progress }) => {
    const scenario = await standing(given.scenario, options);
    const threads = await threadsOf(options);
    const { runs, days } = options;
    const how = { ...analysisOptions(options), runs, ...present({ days }), ...progress('watching') };
    return { scenario, found: await threads.watch(scenario, how) };
  },
  json: async ({ scenario, found }, { facts }) => {
    const { signalQuestion } = await import('../report/screens/watch');
    const names = await namesFor(scenario, await facts());
    const signals = found.signals.map((signal) => ({
      question: signalQuestion(signal, found.until, names),
      ...signal,
    }));
    return { ...found, signals };
  },
  screen: async ({ scenario, found }, { paint, facts }) => {
    const { watchText } = await import('../report/screens/watch');
    const names = await namesFor(scenario, await facts());
    return watchText({ ...found, title: scenario.title }, names, await paint());
  },
});
