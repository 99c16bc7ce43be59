/** `detente replay`: does a log, as `run --json` prints it, reproduce its digest. */
import type { Event } from '../actions/index';
import type { Scenario } from '../scenario/schema';
import { argument, command, option, text } from './row';
import { issueLine, scenarioOf } from './scenario-argument';
import { BadInput, quoted } from './terminal';

/** Largest log that is read, bytes. */
const LARGEST_LOG_BYTES = 64 * 1024 * 1024;

/** A log as its file claims to be. */
interface Log {
  readonly version: string;
  readonly scenario: string;
  readonly seed: string;
  readonly events: readonly unknown[];
  readonly digest: string;
}

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

function logOf(file: string, value: unknown): Log {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadInput(`${file}: a log is an object, as \`detente run --json\` prints it.`);
  }
  const log = value as Record<string, unknown>;
  for (const field of ['version', 'scenario', 'seed', 'digest'] as const) {
    if (typeof log[field] !== 'string')
      throw new BadInput(
        `${file}: ${field}: a log has a text here; given ${quoted(JSON.stringify(log[field]) ?? 'nothing')}.`,
      );
  }
  if (!Array.isArray(log.events)) throw new BadInput(`${file}: events: a log has a list of events here.`);
  return log as unknown as Log;
}

/** Most values in a log: a few hundred thousand events. */
const MOST_VALUES = 20_000_000;

async function eventsOf(file: string, log: Log): Promise<Event[]> {
  const { isExcessive } = await import('../engine/bounds');
  if (isExcessive(log.events, MOST_VALUES))
    throw new BadInput(`${file}: events: the log nests too deeply or is too large.`);
  const { parseEvent } = await import('../engine/parse');
  return log.events.map((input, at) => {
    const parsed = parseEvent(input);
    if (parsed.ok) return parsed.event;
    const { path, message } = parsed.issues[0]!;
    throw new BadInput(`${file}: events.${at}${path === '' ? '' : `.${path}`}: ${message}`);
  });
}

/** The scenario of a log: the one that its version, its seed and what was asked for allow. */
async function scenarioOfLog(file: string, log: Log, asked: string | undefined): Promise<Scenario> {
  const { VERSION } = await import('../kit/version');
  if (log.version !== VERSION) {
    throw new BadInput(
      `${file}: version: the log is of detente ${quoted(log.version)}, whose rules may differ; this is ${VERSION}.`,
    );
  }
  const { SEED_CHARACTERS } = await import('../ensemble/checks');
  const { isWithin } = await import('../kit/checks');
  if (!isWithin(log.seed.length, SEED_CHARACTERS)) {
    const { least, most } = SEED_CHARACTERS;
    throw new BadInput(`${file}: seed: a seed has ${least} to ${most} characters; given ${log.seed.length}.`);
  }
  const scenario = await scenarioOf(asked ?? log.scenario);
  if (scenario.id === log.scenario) return scenario;
  throw new BadInput(
    `${file}: scenario: the log is of ${quoted(log.scenario)}, not of ${quoted(scenario.id)}.`,
  );
}

/** The command. */
export const replay = command({
  name: 'replay',
  about: 'does a log reproduce its digest',
  arguments: { log: argument('log', 'what `detente run --json` printed', text) },
  options: { scenario: option('--scenario <scenario>', 'the scenario, where the log is of a file', text) },
  run: async ({ arguments: { log: file }, options }) => {
    const log = logOf(file, await readLog(file));
    const scenario = await scenarioOfLog(file, log, options.scenario);
    const events = await eventsOf(file, log);
    const { start } = await import('../analyses/prepared');
    const rules = await import('../engine/replay');
    const { digest } = await import('../engine/digest');
    const replayed = rules.replay(start(scenario), events);
    const found = digest(replayed.state);
    const ok = replayed.ok && found === log.digest;
    return { file, events: events.length, replayed, digest: found, expected: log.digest, ok };
  },
  exit: ({ ok }) => (ok ? 0 : 1),
  json: ({ ok, digest, expected, replayed }) => {
    if (replayed.ok) return { ok, digest, expected };
    const { at, event, refusals } = replayed;
    return { ok, digest, expected, refused: { at, event, refusals } };
  },
  screen: async (view, { paint }) => {
    const { replayText } = await import('../report/screens/replay');
    return replayText(view, await paint());
  },
});
