/** `detente actions`: all action types with what they mean, who may do them and their fields. */
import type { Command } from 'commander';
import { json, paintFor, type Answer, type Terminal } from './terminal';

/** Adds the command; `answer` takes what it has to say. */
export function addActions(program: Command, terminal: Terminal, answer: (answer: Answer) => void): void {
  program
    .command('actions')
    .description('all kinds of move, for the events of scenarios and of explain')
    .argument('[prefix]', 'only those whose name begins so, such as tariff')
    .option('--json', 'print JSON')
    .action(async (prefix: string | undefined, options: { json?: boolean }) => {
      const { actionReference, actionsText, refuseNoAction } = await import('../report/screens/actions');
      const entries = actionReference(prefix ?? '');
      if (entries.length === 0) {
        const { BadInput } = await import('./terminal');
        throw new BadInput(refuseNoAction(prefix ?? ''));
      }
      if (options.json === true) answer({ text: json(entries), exit: 0 });
      else answer({ text: actionsText(entries, await paintFor(terminal)), exit: 0 });
    });
}
