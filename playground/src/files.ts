/** What is saved and loaded: a scenario file as the command line reads it, and a log as its `--after` and `replay` do. */
import { digest, start, VERSION, type Event } from 'detente';
import { stringify, parseDocument } from 'yaml';
import { readJson } from './json';
import { playOf, type OwnScenario, type Situation } from './situation';

/** A file by its name and text. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** Largest file that is read, bytes: as the library has it for scenario files; the log of a year is a sixteenth of that for logs. */
const LARGEST = { scenario: 1024 * 1024, log: 4 * 1024 * 1024 };

/** The acts of a situation by the names that they have in a scenario file that has none of these yet. */
function namedActs(acts: readonly Event[], taken: Readonly<Record<string, unknown>>): [string, Event][] {
  let number = 0;
  return acts.map((event) => {
    do number += 1;
    while (Object.hasOwn(taken, `act-${number}`));
    return [`act-${number}`, event];
  });
}

/** A scenario of one's own with what was done in it; comments of its file stay. */
function ownText({ value, text }: OwnScenario, { acts }: Situation, today: string): string {
  const document = parseDocument(text ?? stringify(value));
  const { events = {} } = value as { events?: Readonly<Record<string, unknown>> };
  document.set('today', today);
  for (const [name, event] of namedActs(acts, events))
    document.setIn(['events', name], document.createNode(event));
  return document.toString();
}

/** The situation as a scenario file: what was done are events that it supposes, up to the day on which one stands. */
export function scenarioFile(situation: Situation): TextFile {
  const { own, acts } = situation;
  const { scenario, state } = playOf(situation);
  const { today } = state;
  if (own !== null) return { name: `${scenario.id}.yaml`, text: ownText(own, situation, today) };
  const id = `${scenario.id}-played`;
  const value = {
    id,
    extends: scenario.id,
    title: `${scenario.title}, as it was played`,
    today,
    ...(acts.length === 0 ? {} : { events: Object.fromEntries(namedActs(acts, scenario.events)) }),
  };
  return { name: `${id}.yaml`, text: stringify(value, { lineWidth: 120 }) };
}

/** The situation as a log: all events since the first day, with the digests of both ends. */
export function logFile(situation: Situation): TextFile {
  const { scenario, log, state } = playOf(situation);
  const value = {
    version: VERSION,
    scenario: scenario.id,
    start: digest(start(scenario)),
    events: log,
    digest: digest(state),
  };
  return { name: `${scenario.id}-log.json`, text: `${JSON.stringify(value, null, 1)}\n` };
}

interface LoggedEvent {
  readonly actor?: unknown;
  readonly on?: unknown;
  readonly to?: unknown;
}

/** The day to which a log leads, where its last event tells. */
function dayOf(events: readonly LoggedEvent[]): string | null {
  const last = events.at(-1);
  const day = last?.to ?? last?.on;
  return typeof day === 'string' ? day : null;
}

/** The situation of a log, or of a list of events of the scenario that is open. Throws where it is neither. */
function fromLog(text: string, current: Situation): Situation {
  let log: unknown;
  try {
    log = readJson(text);
  } catch (error) {
    throw new Error(`it ${(error as Error).message}`);
  }
  const {
    scenario,
    start: first,
    events,
  } = (Array.isArray(log) ? { events: log } : log) as {
    readonly scenario?: unknown;
    readonly start?: unknown;
    readonly events?: unknown;
  };
  if (!Array.isArray(events)) throw new Error('it has no list of events');
  const known = playOf(current).scenario;
  const isCurrent = scenario === undefined || scenario === known.id;
  if (!isCurrent && typeof scenario !== 'string') throw new Error('its scenario has no name');
  const base = isCurrent
    ? { scenario: known.id, own: current.own }
    : { scenario: String(scenario), own: null };
  const opening = playOf({ ...base, acts: [], today: null }).scenario;
  if (first !== undefined && first !== digest(start(opening)))
    throw new Error(`it begins on another first day than the scenario ${base.scenario}`);
  // What the calendar did comes about by itself.
  const acts = events.filter((event: LoggedEvent | null) => event?.actor !== 'calendar') as Event[];
  const day = dayOf(events as LoggedEvent[]);
  const situation: Situation = { ...base, acts, today: day !== null && day < opening.horizon ? day : null };
  playOf(situation);
  return situation;
}

async function fromScenario(text: string): Promise<Situation> {
  const { parseScenarioText } = await import('detente/scenarios');
  const read = parseScenarioText(text);
  if (!read.ok) {
    const [first] = read.issues;
    const more = read.issues.length - 1;
    const where =
      first === undefined || first.line === null ? '' : `line ${first.line}, column ${first.column}: `;
    const path = first?.path === '' || first === undefined ? '' : `${first.path}: `;
    throw new Error(`${where}${path}${first?.message ?? ''}${more > 0 ? `; and ${more} more` : ''}`);
  }
  const value = parseDocument(text).toJS() as OwnScenario['value'];
  return { scenario: read.scenario.id, own: { value, text }, acts: [], today: null };
}

/**
 * The situation that a file holds: a scenario, YAML or JSON, or a log. Rejects, with one sentence that says where and what, for
 * one that cannot be read.
 */
export async function situationFrom({ text, name }: TextFile, current: Situation): Promise<Situation> {
  const isLog = /^\s*(?:\[|\{[^]*"events"\s*:\s*\[)/.test(text.slice(0, 100_000));
  if (text.trim() === '') throw new Error('it is empty');
  const most = isLog || /\.json$/i.test(name) ? LARGEST.log : LARGEST.scenario;
  if (text.length > most) throw new Error(`it is larger than ${most / 1024 / 1024} MiB`);
  return isLog ? fromLog(text, current) : fromScenario(text);
}
