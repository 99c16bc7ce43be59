/** `detente explain`: may an event happen on a scenario's first day, why not, and what could instead. */
import type { Command } from 'commander';
import { scenarioOf } from './scenario-argument';
import { BadInput, json, paintFor, quoted, type Answer, type Terminal } from './terminal';

/** Longest event that is read, in characters. */
const LONGEST_EVENT = 100_000;

/** Reads JSON; refuses what does not parse with the place where it breaks. */
function eventJson(text: string): unknown {
  if (text.length > LONGEST_EVENT)
    throw new BadInput(`--event takes at most ${LONGEST_EVENT} characters; given ${text.length}.`);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const why =
      error instanceof Error ? error.message.replace(/\s+/g, ' ').slice(0, 120) : 'it does not parse';
    throw new BadInput(
      `--event takes an event as JSON, such as '{"type":"meeting.confirm","actor":"US","meeting":"busan-2025","on":"2025-10-25"}'; given ${quoted(text)}: ${why}.`,
    );
  }
}

/** Adds the command; `answer` takes what it has to say. */
export function addExplain(program: Command, terminal: Terminal, answer: (answer: Answer) => void): void {
  program
    .command('explain')
    .description('is an event legal on the first day, why not, and what would be')
    .argument('<scenario>', 'id of a scenario, or a file')
    .requiredOption('--event <json>', 'the event; `detente actions` lists the types')
    .option('--json', 'print JSON')
    .action(async (argument: string, options: { event: string; json?: boolean }) => {
      const { parseEvent } = await import('../engine/parse');
      const parsed = parseEvent(eventJson(options.event));
      if (!parsed.ok) {
        throw new BadInput(
          parsed.issues
            .map(({ path, message }) => `--event: ${path === '' ? '' : `${path}: `}${message}`)
            .join('\n'),
        );
      }
      const scenario = await scenarioOf(argument);
      const { start } = await import('../analyses/prepared');
      const { explain } = await import('../engine/explain');
      const explanation = explain(start(scenario), parsed.event);
      const exit = explanation.legal ? 0 : 1;
      if (options.json === true) {
        answer({ text: json(explanation), exit });
        return;
      }
      const { facts } = await import('../facts/packaged');
      const { explainText } = await import('../report/screens/explain');
      answer({ text: explainText(parsed.event, explanation, facts, await paintFor(terminal)), exit });
    });
}
