/** `detente report`: one self-contained page of a projection, or of two scenarios side by side. */
import { analysisOptions, ENSEMBLE, knownQuantity, threadsOf } from './analysis-options';
import { refuseOtherClasses } from './compare';
import { standing } from './play-options';
import { orUnwritten, writable } from './readers';
import { ARGUMENTS, argumentList, command, flag, option, text, type Reader } from './row';
import { scenarioOf } from './scenario-argument';
import { BadInput } from './terminal';
import { firstOf } from '../kit/lists';

/** Standard output in place of a file. */
const STANDARD_OUTPUT = '-';

const pageFile: Reader<string> = (path, name) => (path === STANDARD_OUTPUT ? path : writable(path, name));

function refuseCount(given: readonly string[], compare: boolean): void {
  if (given.length === (compare ? 2 : 1)) return;
  throw new BadInput(
    compare
      ? `--compare takes two scenarios; given ${given.length}.`
      : `report takes one scenario, or two after --compare; given ${given.length}.`,
  );
}

/** The command. */
export const report = command({
  name: 'report',
  about: 'one page with pictures to send on: a projection, or two compared',
  arguments: { scenarios: argumentList('scenario', 'id of a scenario, or a file; two after --compare') },
  options: {
    out: option('-o, --out <file>', 'the HTML file to write; - for standard output', pageFile, {
      required: true,
    }),
    compare: flag('-c, --compare', 'two scenarios side by side'),
    tornado: option(
      '--tornado <quantity>',
      'show what moves this quantity of interest, too: held, an outcome class and the like',
      text,
    ),
    ...ENSEMBLE,
  },
  renamed: { '--output': '-o, since --output is a quantity of interest' },
  again: ['compare', ARGUMENTS, 'runs', 'seed', 'tornado', 'out'],
  run: async ({ arguments: given, options, progress, facts, command: commandLine }) => {
    const { compare, tornado, out } = options;
    refuseCount(given.scenarios, compare);
    const scenarios = await Promise.all(
      given.scenarios.map(async (name) =>
        standing(await scenarioOf(name, 'scenario', options.facts), options),
      ),
    );
    const [first, second] = [firstOf(scenarios), scenarios[1]];
    if (second !== undefined)
      refuseOtherClasses({ name: 'the first', scenario: first }, { name: 'the second', scenario: second });
    if (tornado !== undefined) {
      if (compare) throw new BadInput('--tornado is for the page of one scenario, not for --compare.');
      await knownQuantity('--tornado', first, tornado, await facts());
    }
    const { loadOwn } = await import('../node/own-modules');
    const { comparisonReport, projectionReport } = await import('../report/page/reports');
    const asked = {
      ...(await loadOwn(analysisOptions(options))),
      runs: options.runs,
      run: (await threadsOf(options)).run,
      command: commandLine(),
      ...(tornado === undefined ? {} : { tornado }),
      ...progress(compare ? 'comparing' : 'projecting'),
    };
    const page =
      second === undefined ? projectionReport(first, asked) : comparisonReport(first, second, asked);
    const html = await page;
    if (out !== STANDARD_OUTPUT) {
      const { writeWhole } = await import('../node/whole-file');
      orUnwritten('--out', out, writeWhole(out, html));
    }
    return html;
  },
  document: (html, { options: { out } }) => (out === STANDARD_OUTPUT ? html : null),
  screen: (html, { options: { out, runs, seed } }) =>
    `${out}: ${Math.round(html.length / 1024)} KB, for any browser; ${runs} runs, seed ${JSON.stringify(seed)}\n`,
});
