/** `detente report`: one self-contained page of a projection, or of several scenarios side by side. */
import { analysisOptions, ENSEMBLE, knownQuantity, threadsOf } from './analysis-options';
import type { Facts } from '../facts/schema';
import type { Scenario } from '../scenario/schema';
import { refuseOtherClasses, shippedBut } from './compare';
import { pageFile, STANDARD_OUTPUT, writePage } from './page-file';
import { standing } from './play-options';
import { ARGUMENTS, argumentList, command, flag, option, text } from './row';
import { scenarioFile, scenarioOf } from './scenario-argument';
import { BadInput } from './terminal';
import { firstOf } from '../kit/lists';

/** Fewest and most scenarios side by side: those of `compareAll`, which help does not load. */
const SIDE_BY_SIDE = { least: 2, most: 64 } as const;

/** Which scenarios the page is of: one, or those that stand side by side. */
async function asked(
  given: readonly string[],
  {
    compare,
    all,
    facts,
  }: { readonly compare: boolean; readonly all: boolean; readonly facts: Facts | undefined },
): Promise<readonly Scenario[]> {
  const named = await Promise.all(given.map(async (name) => scenarioOf(name, 'scenario', facts)));
  const [first] = named;
  if (all && !compare)
    throw new BadInput('--all goes with --compare: every shipped scenario of its day beside the first.');
  if (all && (first === undefined || named.length > 1))
    throw new BadInput(`--all sets every shipped scenario beside one; given ${given.length}.`);
  if (all && first !== undefined) return [first, ...(await shippedBut(first))];
  if (compare ? named.length >= SIDE_BY_SIDE.least && named.length <= SIDE_BY_SIDE.most : named.length === 1)
    return named;
  throw new BadInput(
    compare
      ? `--compare takes ${SIDE_BY_SIDE.least} to ${SIDE_BY_SIDE.most} scenarios, or one with --all; given ${given.length}.`
      : `report takes one scenario, or several after --compare; given ${given.length}.`,
  );
}

/** The command. */
export const report = command({
  name: 'report',
  about: 'one page with pictures to send on: a projection, or several compared',
  arguments: {
    scenarios: argumentList(
      'scenario',
      'id of a scenario, or a file; two or more after --compare',
      scenarioFile,
    ),
  },
  options: {
    out: option('-o, --out <file>', 'the HTML file to write; - for standard output', pageFile, {
      writes: true,
      required: true,
    }),
    compare: flag('-c, --compare', 'two scenarios side by side, or more in one table'),
    all: flag('--all', 'with --compare: beside every other shipped scenario that is seen from the same day'),
    tornado: option(
      '--tornado <quantity>',
      'show what moves this quantity of interest, too: held, an outcome class and the like',
      text,
    ),
    tree: flag('--tree', 'show how the meeting branches, too'),
    ...ENSEMBLE,
  },
  renamed: { '--output': '-o, since --output is a quantity of interest' },
  again: ['compare', 'all', ARGUMENTS, 'runs', 'seed', 'tornado', 'tree', 'out'],
  run: async ({ arguments: given, options, progress, facts, command: commandLine }) => {
    const { compare, tornado, tree, out } = options;
    const found = await asked(given.scenarios, options);
    const scenarios = await Promise.all(found.map(async (scenario) => standing(scenario, options)));
    const [first, second] = [firstOf(scenarios), scenarios[1]];
    if (second !== undefined && scenarios.length === 2)
      refuseOtherClasses({ name: 'the first', scenario: first }, { name: 'the second', scenario: second });
    if (tree && compare) throw new BadInput('--tree is for the page of one scenario, not for --compare.');
    if (tornado !== undefined) {
      if (compare) throw new BadInput('--tornado is for the page of one scenario, not for --compare.');
      await knownQuantity('--tornado', first, tornado, await facts());
    }
    const { loadOwn } = await import('../node/own-modules');
    const { comparisonReport, projectionReport, scenariosReport } = await import('../report/page/reports');
    const how = {
      ...(await loadOwn(analysisOptions(options))),
      runs: options.runs,
      run: (await threadsOf(options)).run,
      command: commandLine(),
      ...(tornado === undefined ? {} : { tornado }),
      ...(tree ? { tree } : {}),
      ...progress(compare ? 'comparing' : 'projecting'),
    };
    const html = await (second === undefined
      ? projectionReport(first, how)
      : scenarios.length === 2
        ? comparisonReport(first, second, how)
        : scenariosReport(scenarios, how));
    await writePage(out, html);
    return html;
  },
  document: (html, { options: { out } }) => (out === STANDARD_OUTPUT ? html : null),
  screen: (html, { options: { out, runs, seed } }) =>
    `${out}: ${Math.round(html.length / 1024)} KB, for any browser; ${runs} runs, seed ${JSON.stringify(seed)}\n`,
});
