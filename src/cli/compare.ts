/** `detente compare`: what a variant changes, on the same worlds and chances. */
import type { Command } from 'commander';
import { ensembleOptions, withEnsembleOptions, type EnsembleTexts } from './ensemble-options';
import { scenarioOf } from './scenario-argument';
import { BadInput, json, paintFor, progressOn, type Answer, type Terminal } from './terminal';

/** Adds the command; `answer` takes what it has to say. */
export function addCompare(program: Command, terminal: Terminal, answer: (answer: Answer) => void): void {
  const command = program
    .command('compare')
    .description('what a variant changes, on the same worlds and chances')
    .argument('<scenario>', 'id of a scenario, or a file')
    .argument('<variant>', 'id of the other one, or a file');
  withEnsembleOptions(command)
    .option('--json', 'print JSON')
    .action(async (first: string, second: string, texts: EnsembleTexts & { json?: boolean }) => {
      const options = ensembleOptions(texts);
      const scenario = await scenarioOf(first);
      const variant = await scenarioOf(second);
      const ids = (of: typeof scenario) => of.outcomes.map((outcome) => outcome.id).join(', ');
      if (ids(scenario) !== ids(variant)) {
        throw new BadInput(
          `only scenarios with the same outcome classes can be compared; ${scenario.id} has ${ids(scenario)}; ${variant.id} has ${ids(variant)}.`,
        );
      }
      const { compareWithWorkers } = await import('../node');
      const onProgress = progressOn(terminal, 'comparing');
      const found = await compareWithWorkers(scenario, variant, {
        ...options,
        ...(onProgress === undefined ? {} : { onProgress }),
      });
      const { runs, seed } = options;
      const { VERSION } = await import('../version');
      const comparison = {
        version: VERSION,
        scenario: scenario.id,
        variant: variant.id,
        seed,
        runs,
        ...found,
      };
      if (texts.json === true) {
        answer({ text: json(comparison), exit: 0 });
        return;
      }
      const { comparisonText } = await import('../report/comparison-text');
      answer({
        text: comparisonText({ scenario, variant, seed, runs, comparison }, await paintFor(terminal)),
        exit: 0,
      });
    });
}
