/** `detente list`: which scenarios there are and the question that each asks. */
import type { Command } from 'commander';
import type { Scenario } from '../scenario/schema';
import { json, paintFor, type Answer, type Terminal } from './terminal';

async function listed(past: boolean): Promise<readonly Scenario[]> {
  return past
    ? (await import('../analyses/prepared')).pastScenarios()
    : (await import('../scenario/library')).scenarios;
}

/** Adds the command; `answer` takes what it has to say. */
export function addList(program: Command, terminal: Terminal, answer: (answer: Answer) => void): void {
  program
    .command('list')
    .description('which scenarios there are and the question each asks')
    .option('--past', 'the past meetings of the record instead')
    .option('--json', 'print JSON')
    .action(async (options: { past?: boolean; json?: boolean }) => {
      const scenarios = await listed(options.past === true);
      if (options.json === true) {
        const entries = scenarios.map(({ id, title, question, asOf }) => ({ id, title, question, asOf }));
        answer({ text: json(entries), exit: 0 });
        return;
      }
      const { listText } = await import('../report/screens/list');
      answer({ text: listText(scenarios, await paintFor(terminal)), exit: 0 });
    });
}
