/** `detente report`: one self-contained page of a projection, or of two scenarios side by side. */
import type { Command } from 'commander';
import { ensembleOptions, threadsOf, withEnsembleOptions, type RawEnsembleOptions } from './ensemble-options';
import { scenarioOf } from './scenario-argument';
import { knownQuantity } from './study-options';
import { BadInput, progressOn, quoted, shellWord, type Answer, type Terminal } from './terminal';

interface RawReportOptions extends RawEnsembleOptions {
  readonly output: string;
  readonly compare?: boolean;
  readonly tornado?: string;
}

function argumentsOf(given: readonly string[], compare: boolean): readonly string[] {
  const wanted = compare ? 2 : 1;
  if (given.length === wanted) return given;
  throw new BadInput(
    compare
      ? `--compare takes two scenarios; given ${given.length}.`
      : `report takes one scenario, or two after --compare; given ${given.length}.`,
  );
}

/** What the library needs to draw is optional; that it is missing is the caller's to mend, not a fault. */
async function orMissingPeer<T>(page: Promise<T>): Promise<T> {
  const { MissingPeerError } = await import('../report/charts/missing-peer');
  try {
    return await page;
  } catch (error) {
    if (error instanceof MissingPeerError) throw new BadInput(error.message);
    throw error;
  }
}

/** Adds the command; `answer` takes what it has to say. */
export function addReport(program: Command, terminal: Terminal, answer: (answer: Answer) => void): void {
  const command = program
    .command('report')
    .description('one page with pictures to send on: a projection, or two compared')
    .argument('<scenario...>', 'id of a scenario, or a file; two after --compare')
    .requiredOption('-o, --output <file>', 'the HTML file to write; - for standard output')
    .option('-c, --compare', 'two scenarios side by side')
    .option(
      '--tornado <quantity>',
      'show what moves this quantity of interest, too: held, an outcome class and the like',
    );
  withEnsembleOptions(command).action(async (given: string[], raw: RawReportOptions) => {
    const compare = raw.compare === true;
    const names = argumentsOf(given, compare);
    const options = ensembleOptions(raw);
    const scenarios = await Promise.all(names.map(scenarioOf));
    const [first, second] = scenarios;
    const ids = scenarios.map((scenario) => scenario.outcomes.map((outcome) => outcome.id).join(', '));
    if (ids.length > 1 && ids[0] !== ids[1]) {
      throw new BadInput(
        `only scenarios with the same outcome classes can be compared; the first has ${ids[0]!}; the second has ${ids[1]!}.`,
      );
    }
    if (raw.tornado !== undefined) {
      if (compare) throw new BadInput('--tornado is for the page of one scenario, not for --compare.');
      await knownQuantity('--tornado', first!, raw.tornado);
    }
    const { comparisonReport, projectionReport } = await import('../report/page/reports');
    const onProgress = progressOn(terminal, compare ? 'comparing' : 'projecting');
    const words = [
      ...(compare ? ['--compare'] : []),
      ...names.map(shellWord),
      '--runs',
      String(options.runs),
      '--seed',
      shellWord(options.seed),
      ...(raw.tornado === undefined ? [] : ['--tornado', raw.tornado]),
      '-o',
      shellWord(raw.output),
    ];
    const how = {
      runs: options.runs,
      seed: options.seed,
      run: (await threadsOf(options)).run,
      command: `detente report ${words.join(' ')}`,
      ...(raw.tornado === undefined ? {} : { tornado: raw.tornado }),
      ...(onProgress === undefined ? {} : { onProgress }),
    };
    const html = await orMissingPeer(
      second === undefined ? projectionReport(first!, how) : comparisonReport(first!, second, how),
    );
    if (raw.output === '-') {
      answer({ text: html, exit: 0 });
      return;
    }
    const { writeWhole } = await import('../node/whole-file');
    const fault = writeWhole(raw.output, html);
    if (fault !== null) {
      throw new BadInput(`--output takes a file that can be written; given ${quoted(raw.output)}: ${fault}.`);
    }
    answer({
      text: `${raw.output}: ${Math.round(html.length / 1024)} KB, for any browser; ${options.runs} runs, seed ${JSON.stringify(options.seed)}\n`,
      exit: 0,
    });
  });
}
