/**
 * A log replayed and held to all that it says of itself: its events are folded over the first day of its scenario, the
 * outcome is measured on the state that they lead to, and the episode that it claims to be is run again. What cannot be checked
 * is named with the reason, so that silence never stands for a check.
 */
import type { Event } from '../actions/index';
import { isExcessive } from '../engine/bounds';
import { digest } from '../engine/digest';
import type { Refusal } from '../engine/legality';
import { tableFor } from '../engine/own-table';
import { parseEventIn, type InputIssue } from '../engine/parse';
import { transitionIn } from '../engine/transition';
import { EPISODES, SEED_CHARACTERS } from '../ensemble/checks';
import type { BareFacts } from '../facts/bare';
import {
  checkList,
  checkObject,
  checkOptions,
  checkText,
  checkWhole,
  readOff,
  type OptionTable,
} from '../kit/checks';
import { InputError } from '../kit/input-error';
import { VERSION } from '../kit/version';
import type { State } from '../model/state';
import { classify } from '../outcomes/index';
import { adaptedEvent, isEarlier } from './older-logs';
import { prepare, type Prepared, type Subject } from './prepared';
import { runEpisode } from './project';
import { OWN_OPTIONS, type Own } from '../scenario/own';
import { firstOf, itemAt } from '../kit/lists';

/** A log as its text claims to be: what `detente run --json` prints, or the JSON of what `runEpisode` returns. */
export interface ClaimedLog {
  /** Version of the library that made it. */
  readonly version: string;
  /** Id of the scenario. */
  readonly scenario: string;
  /** The events in their order, not parsed yet. */
  readonly events: readonly unknown[];
  /** Digest of the state that the events lead to. */
  readonly digest: string;
  /** Seed with which it says that it was run; left out where it was no run. */
  readonly seed?: string;
  /** Number of the episode, from 0; left out where it was no run. */
  readonly episode?: number;
  /** Id of the outcome class; null for none or several, left out where it says nothing. */
  readonly outcome?: string | null;
}

/** A log with whatever else stands in it. */
type Log = ClaimedLog & Readonly<Record<string, unknown>>;

/** A field of a log that is not what the events, or the episode run again, say. */
export interface LogDifference {
  /** Name of the field. */
  readonly field: string;
  /** What the log has; left out where it is long. */
  readonly given?: string | number | null;
  /** What was found; left out where it is long. */
  readonly found?: string | number | null;
  /** What is wrong, in words. */
  readonly why: string;
}

/** A field of a log that was not checked. */
export interface UncheckedField {
  /** Name of the field. */
  readonly field: string;
  /** Why it could not be checked, in words. */
  readonly why: string;
}

/** What became of a log. */
export interface ReplayedLog {
  /** Whether every event is lawful and nothing that was checked differs. */
  readonly ok: boolean;
  /** Version that made the log. */
  readonly version: string;
  /** Whether digests of that version can be compared with those of this one: only of the same. */
  readonly comparable: boolean;
  /** Id of the scenario on whose first day it was replayed. */
  readonly scenario: string;
  /** Events of the log. */
  readonly events: number;
  /** Digest of the state that the events lead to now. */
  readonly digest: string;
  /** Digest that the log names. */
  readonly expected: string;
  /** Fields that were checked and are as they should be. */
  readonly checked: readonly string[];
  /** Fields that are not what was found; empty where the log holds. */
  readonly differs: readonly LogDifference[];
  /** Fields that could not be checked, with the reason. */
  readonly unchecked: readonly UncheckedField[];
  /** Events of an earlier version that were brought into today's form. */
  readonly adapted: readonly {
    /** Place of the event in the log, from 0. */
    readonly at: number;
    /** What was changed about it, in words. */
    readonly why: string;
  }[];
  /** The first event that the rules refuse; nothing after it was replayed. */
  readonly refused?: {
    /** Place of the event in the log, from 0. */
    readonly at: number;
    /** The event that was refused. */
    readonly event: Event;
    /** Every rule that it breaks, with the facts of it. */
    readonly refusals: readonly Refusal[];
  };
}

/** A replayed log, or what is wrong with its form, by path. */
export type LogReplay =
  | {
      /** The text is a log; whether it holds, `replayed.ok` says. */
      readonly ok: true;
      /** What became of the log. */
      readonly replayed: ReplayedLog;
    }
  | {
      /** The text is no log. */
      readonly ok: false;
      /** What is wrong with its form, by path. */
      readonly issues: readonly InputIssue[];
    };

/** A log whose own fields have their form; its events are not parsed yet. */
export type ParsedLog =
  | {
      /** The text has the form of a log. */
      readonly ok: true;
      /** The log with its own fields checked. */
      readonly log: Log;
    }
  | {
      /** The text is no log. */
      readonly ok: false;
      /** What is wrong with its form, by path. */
      readonly issues: readonly InputIssue[];
    };

/** Most values in a log: a few hundred thousand events. */
const MOST_VALUES = 20_000_000;
/** Longest text of a field, in characters. */
const FIELD = { least: 0, most: 1_000 };

const quoted = (value: unknown) => JSON.stringify(value);
const faulty = (path: string, message: string) => ({ ok: false, issues: [{ path, message }] }) as const;

function checkForm(log: Readonly<Record<string, unknown>>): void {
  for (const field of ['version', 'scenario', 'digest']) checkText(field, log[field], FIELD);
  const { version, seed, episode, outcome } = log;
  if (version !== VERSION && !isEarlier(String(version), VERSION)) {
    const allowed = `a log of detente ${VERSION} or of an earlier version`;
    throw new InputError({ code: 'log/version', path: 'version', given: version, allowed });
  }
  if (seed !== undefined) checkText('seed', seed, SEED_CHARACTERS);
  if (episode !== undefined) checkWhole('episode', episode, EPISODES);
  if (outcome !== undefined && outcome !== null) checkText('outcome', outcome, FIELD);
  const events = checkList('events', log.events, 'events');
  if (isExcessive(events, MOST_VALUES)) {
    const allowed = 'events that nest less deeply or are fewer';
    throw new InputError({ code: 'log/too-large', path: 'events', given: events, allowed });
  }
}

/**
 * Reads the fields of a log that are not events, or says what is wrong with the first of them. Never throws for bad input.
 * @param input - A log as `runEpisode` gives it and JSON carries it, or anything else; its events are left to the replay.
 *
 * @example parseLog({ events: [] }).ok
 */
export function parseLog(input: unknown): ParsedLog {
  try {
    const log = checkObject('', input, 'an object, as `detente run --json` prints it');
    readOff('', input, () => checkForm(log));
    return { ok: true, log: log as Log };
  } catch (error) {
    if (error instanceof InputError) return faulty(error.path, error.complaint);
    throw error;
  }
}

/** The events of a log folded over a first day. */
interface Folded {
  readonly state: State;
  /** All states on the way, the first day's first. */
  readonly states: readonly State[];
  readonly events: readonly Event[];
  readonly adapted: ReplayedLog['adapted'];
  readonly refused?: NonNullable<ReplayedLog['refused']>;
}

function fold({ version, events }: ClaimedLog, { initial, specification }: Prepared): Folded | InputIssue {
  const table = tableFor(specification.own?.rules);
  const parsed: Event[] = [];
  const adapted: { at: number; why: string }[] = [];
  const states = [initial];
  let state = initial;
  for (const [at, input] of events.entries()) {
    const older = adaptedEvent(version, input, state);
    if (older !== null) adapted.push({ at, why: older.why });
    if (older?.event === null) continue;
    const read = parseEventIn(table, older?.event ?? input);
    if (!read.ok) {
      const { path, message } = firstOf(read.issues);
      return { path: `events.${at}${path === '' ? '' : `.${path}`}`, message };
    }
    const next = transitionIn(table, state, read.event);
    if (!next.ok)
      return {
        state,
        states,
        events: parsed,
        adapted,
        refused: { at, event: read.event, refusals: next.refusals },
      };
    parsed.push(read.event);
    state = next.state;
    states.push(state);
  }
  return { state, states, events: parsed, adapted };
}

/** What is found of each field; a field of the log that is not here is not known. */
class Verdict {
  readonly checked: string[] = [];
  readonly differs: LogDifference[] = [];
  readonly unchecked: UncheckedField[] = [];

  /** Holds a field to what was found. */
  hold(field: string, same: boolean, why: string, values: Pick<LogDifference, 'given' | 'found'> = {}): void {
    if (same) this.checked.push(field);
    else this.differs.push({ field, ...values, why });
  }

  leave(field: string, why: string): void {
    this.unchecked.push({ field, why });
  }
}

const digestOf = (value: unknown) => {
  try {
    return digest(value);
  } catch {
    return null;
  }
};

/** Fields that need the episode to be run again. */
const OF_THE_EPISODE = ['seed', 'episode', 'refused'] as const;

function holdToEpisode(
  verdict: Verdict,
  log: Log,
  { scenario, facts, specification }: Prepared,
  { events }: Folded,
  own: Own,
): void {
  const { seed, episode } = log;
  if (seed === undefined || episode === undefined) {
    const why = `without ${seed === undefined ? 'a seed' : 'an episode'} there is no episode to run again`;
    for (const field of ['seed', 'episode', 'scenario']) verdict.leave(field, why);
    if (log.refused !== undefined) verdict.leave('refused', why);
    return;
  }
  const again = runEpisode(scenario, { seed, episode, facts, ...own });
  const same = digest(again.events) === digest(events);
  const why = `episode ${episode} of the seed ${quoted(seed)} has other events in this scenario`;
  for (const [field, given] of Object.entries({ seed, episode, scenario: log.scenario }))
    verdict.hold(field, same, why, { given });
  if (specification.own?.terms !== undefined && log.outcome !== undefined)
    verdict.hold('outcome', again.outcome === log.outcome, 'the episode ends otherwise', {
      given: log.outcome,
      found: again.outcome,
    });
  if (log.refused !== undefined)
    verdict.hold(
      'refused',
      digestOf(log.refused) === digest(again.refused),
      'the episode had other refused events',
    );
}

function holdToState(
  verdict: Verdict,
  log: Log,
  { specification, initial }: Prepared,
  { state, states }: Folded,
): void {
  const found = digest(state);
  verdict.hold('digest', found === log.digest, 'the events lead to another state', {
    given: log.digest,
    found,
  });
  if (log.outcome === undefined) verdict.leave('outcome', 'the log has none');
  else if (states.length === 1)
    verdict.hold('outcome', log.outcome === null, 'without an event there is no outcome', {
      given: log.outcome,
      found: null,
    });
  // A predicate of one's own is asked of an episode, and not of the state alone.
  else if (specification.own?.terms === undefined) {
    const classes = classify(specification, states);
    const outcome = classes.length === 1 ? itemAt(specification.outcomes, firstOf(classes)).id : null;
    const given = log.outcome;
    verdict.hold('outcome', outcome === given, 'the events lead to another outcome', {
      given,
      found: outcome,
    });
  }
  if (log.final !== undefined)
    verdict.hold('final', digestOf(log.final) === found, 'the events lead to another state');
  if (log.start !== undefined)
    verdict.hold('start', log.start === digest(initial), 'the scenario begins with another state');
}

const KNOWN = /* @__PURE__ */ (() => [
  ...['version', 'scenario', 'events', 'digest', 'outcome', 'final', 'start'],
  ...OF_THE_EPISODE,
])();

/** What a log is held to. */
export interface ReplayOptions extends Own {
  /** The scenario, where it is not one of the library's: the log names it by its id. */
  readonly scenario?: Subject | undefined;
  /** Facts in place of the packaged ones. */
  readonly facts?: BareFacts | undefined;
}

const REPLAY_OPTIONS: OptionTable<ReplayOptions> = /* @__PURE__ */ (() => ({
  ...OWN_OPTIONS,
  scenario: true,
  facts: true,
}))();

/**
 * Replays a log on the first day of its scenario and holds it to all that it says of itself: digest, outcome, seed, episode
 * and scenario. A log of an earlier version is replayed by today's rules, and what its version alone can attest is named
 * as unchecked. Returns issues by path for what is no log; throws an InputError for a scenario that does not exist.
 * @param input - A log as `runEpisode` gives it and JSON carries it, or anything else, which comes back with what is wrong.
 * @param options - The scenario, where it is none that the log names by its id, with facts and what is one's own; left out, the library's.
 *
 * @example replayLog(JSON.parse(text))
 */
export function replayLog(input: unknown, options: ReplayOptions = {}): LogReplay {
  checkOptions(options, REPLAY_OPTIONS);
  const { rules, policies, outcomes } = options;
  const own = { rules, policies, outcomes };
  const parsed = parseLog(input);
  if (!parsed.ok) return parsed;
  const { log } = parsed;
  const prepared = prepare(options.scenario ?? log.scenario, { facts: options.facts, ...own });
  if (prepared.scenario.id !== log.scenario)
    return faulty(
      'scenario',
      `the log is of ${quoted(log.scenario)}, not of ${quoted(prepared.scenario.id)}`,
    );
  const folded = fold(log, prepared);
  if ('path' in folded) return { ok: false, issues: [folded] };
  return { ok: true, replayed: verdictOn(log, prepared, folded, own) };
}

function verdictOn(log: Log, prepared: Prepared, folded: Folded, own: Own): ReplayedLog {
  const verdict = new Verdict();
  const comparable = log.version === VERSION;
  const stopped = folded.refused === undefined ? null : `event ${folded.refused.at} is refused`;
  const why = comparable ? stopped : `the log was made by ${log.version}, and this is ${VERSION}`;
  verdict.hold('events', folded.refused === undefined, 'an event is refused');
  if (comparable) verdict.checked.push('version');
  else verdict.leave('version', `${log.version} is not at hand to make the log again`);
  if (why === null) {
    holdToState(verdict, log, prepared, folded);
    holdToEpisode(verdict, log, prepared, folded, own);
  } else {
    const fields = KNOWN.filter(
      (field) => field !== 'version' && field !== 'events' && log[field] !== undefined,
    );
    for (const field of fields) verdict.leave(field, why);
  }
  for (const field of Object.keys(log).filter((key) => !KNOWN.includes(key)))
    verdict.leave(field, 'no field of a log');
  const { checked, differs, unchecked } = verdict;
  return {
    ok: differs.length === 0,
    version: log.version,
    comparable,
    scenario: log.scenario,
    events: log.events.length,
    digest: digest(folded.state),
    expected: log.digest,
    checked,
    differs,
    unchecked,
    adapted: folded.adapted,
    ...(folded.refused === undefined ? {} : { refused: folded.refused }),
  };
}
