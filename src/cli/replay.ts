/** `detente replay`: is a log, as `run --json` prints it, what it says of itself. */
import type { InputIssue } from '../engine/parse';
import { argument, command, option, text } from './row';
import { issueLine, scenarioOf } from './scenario-argument';
import { visible } from '../report/wording/visible';
import { BadInput } from './terminal';

/** Largest log that is read, bytes. */
const LARGEST_LOG_BYTES = 64 * 1024 * 1024;

/** Place of an offset in a text, both from 1. */
function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}

/** Offset at which parsing broke, as far as the engine's message tells it. */
function brokenAt(text: string, message: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Math.min(text.length, Number(position));
  return message.includes('end of JSON') ? text.length : 0;
}

async function readLog(file: string): Promise<unknown> {
  const { decodeUtf8, readBounded } = await import('../node/files');
  const refuse = (
    message: string,
    place: { line: number; column: number } | null = null,
    code = 'log/unreadable',
  ) =>
    new BadInput(
      issueLine(file, { path: '', line: place?.line ?? null, column: place?.column ?? null, code, message }),
    );
  const read = readBounded(file, LARGEST_LOG_BYTES);
  if (!read.ok) throw refuse(read.message);
  const decoded = decodeUtf8(read.bytes);
  if (!decoded.ok) throw refuse('the file is not UTF-8 text', decoded.place);
  if (decoded.text.trim() === '')
    throw refuse('the file is empty; a log is what `detente run --json` prints');
  try {
    return JSON.parse(decoded.text) as unknown;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const at = brokenAt(decoded.text, message);
    const whole =
      at >= decoded.text.trimEnd().length - 1 || /Unterminated/.test(message)
        ? 'the log is cut off'
        : 'this is not JSON';
    throw refuse(`${whole}; a log is what \`detente run --json\` prints`, placeOf(decoded.text, at));
  }
}

/** Refuses what is no log, with the place in it. */
function refuseLog(file: string, issues: readonly InputIssue[]): BadInput {
  return new BadInput(
    issues
      .map(({ path, message }) => visible(`${file}: ${path === '' ? '' : `${path}: `}${message}.`))
      .join('\n'),
  );
}

/** The command. */
export const replay = command({
  name: 'replay',
  about: 'is a log what it says: events, outcome, seed, episode, scenario',
  arguments: { log: argument('log', 'what `detente run --json` printed', text) },
  options: { scenario: option('--scenario <scenario>', 'the scenario, where the log is of a file', text) },
  run: async ({ arguments: { log: file }, options }) => {
    const input = await readLog(file);
    const { parseLog, replayLog } = await import('../analyses/replayed-log');
    const parsed = parseLog(input);
    if (!parsed.ok) throw refuseLog(file, parsed.issues);
    const scenario = await scenarioOf(options.scenario ?? parsed.log.scenario);
    const found = replayLog(input, { scenario });
    if (!found.ok) throw refuseLog(file, found.issues);
    return found.replayed;
  },
  no: 'the log is not what it says, or an event is refused',
  exit: ({ ok }) => (ok ? 0 : 1),
  json: (replayed) => replayed,
  screen: async (replayed, { paint }) => {
    const { replayText } = await import('../report/screens/replay');
    return replayText(replayed, await paint());
  },
});
