/** `detente tree`: how a meeting branches, and how often each way. */
import { analysisOptions, ENSEMBLE, threadsOf } from './analysis-options';
import { standing } from './play-options';
import { whole } from './readers';
import { command, option, present } from './row';
import { SCENARIO } from './scenario-argument';

/** Read when a number is given: help needs none of it. */
const daysOfTree = async () => (await import('../analyses/tree/tree')).TREE_DAYS;

/** The command. */
export const tree = command({
  name: 'tree',
  about: 'how the meeting branches: held, how far agreed, kept, months later',
  arguments: { scenario: SCENARIO },
  options: {
    ...ENSEMBLE,
    days: option('--days <n>', 'days from the meeting to the last look; 90 unless told', whole(daysOfTree)),
  },
  run: async ({ arguments: given, options, progress }) => {
    const scenario = await standing(given.scenario, options);
    const threads = await threadsOf(options);
    const { runs, days } = options;
    const how = { ...analysisOptions(options), runs, ...present({ days }), ...progress('growing the tree') };
    return { scenario, found: await threads.tree(scenario, how) };
  },
  json: ({ found }) => found,
  screen: async ({ scenario, found }, { view }) => {
    const { treeText } = await import('../report/screens/tree');
    const { paint, draws } = await view();
    return treeText({ ...found, title: scenario.title }, paint, draws);
  },
});
