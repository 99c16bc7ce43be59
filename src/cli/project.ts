/** `detente project`: the distribution of what a meeting brings. */
import type { Command } from 'commander';
import { ensembleOptions, withEnsembleOptions, type EnsembleTexts } from './ensemble-options';
import { scenarioOf } from './scenario-argument';
import { json, paintFor, progressOn, shellWord, type Answer, type Terminal } from './terminal';

/** Adds the command; `answer` takes what it has to say. */
export function addProject(program: Command, terminal: Terminal, answer: (answer: Answer) => void): void {
  const command = program
    .command('project')
    .description('what the meeting brings: outcomes, concessions, tariffs, truce')
    .argument('<scenario>', 'id of a scenario, or a file');
  withEnsembleOptions(command)
    .option('--json', 'print JSON')
    .action(async (argument: string, texts: EnsembleTexts & { json?: boolean }) => {
      const options = ensembleOptions(texts);
      const scenario = await scenarioOf(argument);
      const { projectWithWorkers } = await import('../node');
      const onProgress = progressOn(terminal, 'projecting');
      const projection = await projectWithWorkers(scenario, {
        ...options,
        ...(onProgress === undefined ? {} : { onProgress }),
      });
      if (texts.json === true) {
        answer({ text: json(projection), exit: 0 });
        return;
      }
      const { facts } = await import('../data');
      const { projectionText } = await import('../report/projection-text');
      const again = `detente project ${shellWord(argument)} --runs ${options.runs} --seed ${shellWord(options.seed)}`;
      answer({
        text: projectionText(projection, { facts, paint: await paintFor(terminal), command: again }),
        exit: 0,
      });
    });
}
