/** `detente project`: the distribution of what a meeting brings. */
import type { Command } from 'commander';
import { DEFAULT_CAP } from '../simulation/limits';
import type { Stop } from '../simulation/stop-rule';
import { ensembleOptions, withEnsembleOptions, type EnsembleTexts } from './ensemble-options';
import { scenarioOf } from './scenario-argument';
import { stopLine, stopRuleOf, withStopRule, type StopTexts } from './stop-rule';
import { json, paintFor, progressOn, shellWord, type Answer, type Terminal } from './terminal';

/** Adds the command; `answer` takes what it has to say. */
export function addProject(program: Command, terminal: Terminal, answer: (answer: Answer) => void): void {
  const stopped = (halfWidth: number, onProgress: ReturnType<typeof progressOn>) => (stop: Stop) => {
    // As if all were done: it wipes what is drawn.
    onProgress?.(stop.runs, stop.runs);
    terminal.warn(`detente: ${stopLine(stop, halfWidth)}\n`);
  };
  const command = program
    .command('project')
    .description('what the meeting brings: outcomes, concessions, tariffs, truce')
    .argument('<scenario>', 'id of a scenario, or a file');
  withStopRule(withEnsembleOptions(command))
    .option('--json', 'print JSON')
    .action(async (argument: string, texts: EnsembleTexts & StopTexts & { json?: boolean }) => {
      const asked = ensembleOptions(texts);
      const scenario = await scenarioOf(argument);
      const rule = stopRuleOf(texts, ['held', ...scenario.outcomes.map((outcome) => outcome.id)]);
      const usual = command.getOptionValueSource('runs') === 'default';
      const options = rule !== null && usual ? { ...asked, runs: DEFAULT_CAP } : asked;
      const { projectInFullWithWorkers, projectWithWorkers } = await import('../node');
      const onProgress = progressOn(terminal, 'projecting');
      const until = rule === null ? {} : { until: { ...rule, onStop: stopped(rule.halfWidth, onProgress) } };
      const how = { ...options, ...until, ...(onProgress === undefined ? {} : { onProgress }) };
      if (texts.json === true) {
        answer({ text: json(await projectWithWorkers(scenario, how)), exit: 0 });
        return;
      }
      const draws = terminal.draws === true;
      const full = draws
        ? await projectInFullWithWorkers(scenario, how)
        : { projection: await projectWithWorkers(scenario, how) };
      const { facts } = await import('../data');
      const { projectionText } = await import('../report/projection-text');
      const again = `detente project ${shellWord(argument)} --runs ${full.projection.runs} --seed ${shellWord(options.seed)}`;
      answer({
        text: projectionText(full.projection, {
          facts,
          paint: await paintFor(terminal),
          command: again,
          draws,
          ...('course' in full ? { course: full.course } : {}),
        }),
        exit: 0,
      });
    });
}
