/** `detente tree`: how a meeting branches, and how often each way. */
import type { Tree } from '../analyses/tree/tree';
import type { Scenario } from '../scenario/schema';
import { analysisOptions, ENSEMBLE, threadsOf } from './analysis-options';
import { PAGE, pageLine, STANDARD_OUTPUT, writePage } from './page-file';
import { givenSentences, standing } from './play-options';
import { whole } from './readers';
import { command, option, present, type View } from './row';
import { SCENARIO } from './scenario-argument';

/** Read when a number is given: help needs none of it. */
const daysOfTree = async () => (await import('../analyses/tree/tree')).TREE_DAYS;

async function pageOf(
  found: Tree,
  scenario: Scenario,
  { facts, command: commandLine }: View,
): Promise<string> {
  const { treePage } = await import('../report/page/answers');
  const given = await givenSentences(scenario, facts);
  return treePage(found, { title: scenario.title, command: commandLine, given });
}

/** The command. */
export const tree = command({
  name: 'tree',
  about: 'how the meeting branches: held, how far agreed, kept, months later',
  arguments: { scenario: SCENARIO },
  options: {
    ...ENSEMBLE,
    ...PAGE,
    days: option('--days <n>', 'days from the meeting to the last look; 90 unless told', whole(daysOfTree)),
  },
  run: async ({ arguments: given, options, progress, view }) => {
    const scenario = await standing(given.scenario, options);
    const threads = await threadsOf(options);
    const { runs, days, out } = options;
    const how = { ...analysisOptions(options), runs, ...present({ days }), ...progress('growing the tree') };
    const found = await threads.tree(scenario, how);
    const html = out === undefined ? null : await pageOf(found, scenario, await view());
    await writePage(out, html);
    return { scenario, found, html };
  },
  json: ({ found }) => found,
  document: ({ html }, { options: { out } }) => (out === STANDARD_OUTPUT ? html : null),
  screen: async ({ scenario, found, html }, { view, options: { out } }) => {
    if (out !== undefined && html !== null) return pageLine(out, html);
    const { treeText } = await import('../report/screens/tree');
    const { paint, draws } = await view();
    return treeText({ ...found, title: scenario.title }, paint, draws);
  },
});
