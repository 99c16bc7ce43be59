/** `detente list`: which scenarios there are and the question that each asks. */
import type { Command } from 'commander';
import { json, paintFor, type Answer, type Terminal } from './terminal';

/** Adds the command; `answer` takes what it has to say. */
export function addList(program: Command, terminal: Terminal, answer: (answer: Answer) => void): void {
  program
    .command('list')
    .description('which scenarios there are and the question each asks')
    .option('--json', 'print JSON')
    .action(async (options: { json?: boolean }) => {
      const { scenarios } = await import('../scenario/library');
      if (options.json === true) {
        const entries = scenarios.map(({ id, title, question, asOf }) => ({ id, title, question, asOf }));
        answer({ text: json(entries), exit: 0 });
        return;
      }
      const { listText } = await import('../report/list-text');
      answer({ text: listText(scenarios, await paintFor(terminal)), exit: 0 });
    });
}
