/** `detente show`: the state on a scenario's first day, people, agenda and assumptions. */
import type { Command } from 'commander';
import { scenarioOf } from './scenario-argument';
import { json, paintFor, type Answer, type Terminal } from './terminal';

/** Adds the command; `answer` takes what it has to say. */
export function addShow(program: Command, terminal: Terminal, answer: (answer: Answer) => void): void {
  program
    .command('show')
    .description('the first day: what is in force, who sits there, what each wants')
    .argument('<scenario>', 'id of a scenario, or a file')
    .option('--json', 'print JSON')
    .action(async (argument: string, options: { json?: boolean }) => {
      const scenario = await scenarioOf(argument);
      const { start } = await import('../analyses/prepared');
      const state = start(scenario);
      if (options.json === true) {
        const { digest } = await import('../engine/digest');
        answer({
          text: json({ id: scenario.id, asOf: scenario.asOf, state, digest: digest(state) }),
          exit: 0,
        });
        return;
      }
      const { facts } = await import('../facts/packaged');
      const { stateText } = await import('../report/screens/state');
      answer({ text: stateText(scenario, state, facts, await paintFor(terminal)), exit: 0 });
    });
}
