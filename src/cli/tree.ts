/** `detente tree`: how a meeting branches, and how often each way. */
import { TREE_DAYS } from '../analyses/tree/tree';
import { analysisOptions, ENSEMBLE, threadsOf } from './analysis-options';
import { standing } from './play-options';
import { whole } from './readers';
import { command, option, present } from './row';
import { SCENARIO } from './scenario-argument';

/** The command. */
export const tree = command({
  name: 'tree',
  about: 'how the meeting branches: held, how far agreed, kept, months later',
  arguments: { scenario: SCENARIO },
  options: {
    ...ENSEMBLE,
    days: option('--days <n>', 'days from the meeting to the last look; 90 unless told', whole(TREE_DAYS)),
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
