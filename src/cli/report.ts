/** `detente report`: one self-contained page of a projection, or of two scenarios side by side. */
import type { Command } from 'commander';
import { ensembleOptions, threadsOf, withEnsembleOptions, type EnsembleTexts } from './ensemble-options';
import { scenarioOf } from './scenario-argument';
import { knownHeadline } from './study-options';
import { BadInput, progressOn, quoted, shellWord, type Answer, type Terminal } from './terminal';

interface ReportTexts extends EnsembleTexts {
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
      '--tornado <headline>',
      'show what moves this headline, too: held, an outcome class and the like',
    );
  withEnsembleOptions(command).action(async (given: string[], texts: ReportTexts) => {
    const compare = texts.compare === true;
    const names = argumentsOf(given, compare);
    const options = ensembleOptions(texts);
    const scenarios = await Promise.all(names.map(scenarioOf));
    const [first, second] = scenarios;
    const ids = scenarios.map((scenario) => scenario.outcomes.map((outcome) => outcome.id).join(', '));
    if (ids.length > 1 && ids[0] !== ids[1]) {
      throw new BadInput(
        `only scenarios with the same outcome classes can be compared; the first has ${ids[0]!}; the second has ${ids[1]!}.`,
      );
    }
    if (texts.tornado !== undefined) {
      if (compare) throw new BadInput('--tornado is for the page of one scenario, not for --compare.');
      await knownHeadline('--tornado', first!, texts.tornado);
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
      ...(texts.tornado === undefined ? [] : ['--tornado', texts.tornado]),
      '-o',
      shellWord(texts.output),
    ];
    const how = {
      runs: options.runs,
      seed: options.seed,
      run: (await threadsOf(options)).run,
      command: `detente report ${words.join(' ')}`,
      ...(texts.tornado === undefined ? {} : { tornado: texts.tornado }),
      ...(onProgress === undefined ? {} : { onProgress }),
    };
    const html = await orMissingPeer(
      second === undefined ? projectionReport(first!, how) : comparisonReport(first!, second, how),
    );
    if (texts.output === '-') {
      answer({ text: html, exit: 0 });
      return;
    }
    const { writeWhole } = await import('../node/whole-file');
    const fault = writeWhole(texts.output, html);
    if (fault !== null) {
      throw new BadInput(
        `--output takes a file that can be written; given ${quoted(texts.output)}: ${fault}.`,
      );
    }
    answer({
      text: `${texts.output}: ${Math.round(html.length / 1024)} KB, for any browser; ${options.runs} runs, seed ${JSON.stringify(options.seed)}\n`,
      exit: 0,
    });
  });
}
