/** Parsing: events that come from outside become typed events or issues with paths; nothing is guessed. */
import { actionTable, type ActionTable, type Event } from '../actions/index';
import { UncompiledFieldsError } from '../actions/event-forms';
import type { FormIssue } from '../kit/form';
import { isObject } from '../kit/checks';
import { shown, shownText } from '../kit/input-error';
import { readJson, type JsonFault } from '../kit/json';
import { nearestText } from '../kit/nearest-text';
import { isExcessive } from './bounds';

/** What is wrong with an input, where. */
export interface InputIssue {
  /** Path of keys from the root, e.g. `terms.0.degree`; empty for the whole. */
  readonly path: string;
  /** What is wrong there, in words, with what was expected. */
  readonly message: string;
  /** Set where the complaint is about a key that is not known and not about its value. */
  readonly about?: 'key';
}

/** A parsed event, or the issues of the input. */
export type ParsedEvent =
  | {
      /** It has the form of an event. */
      readonly ok: true;
      /** The event, as a copy; whether it is legal is another question. */
      readonly event: Event;
    }
  | {
      /** It has not the form of an event. */
      readonly ok: false;
      /** What is wrong with it, at least one. */
      readonly issues: readonly InputIssue[];
    };

const single = (path: string, message: string): ParsedEvent => ({ ok: false, issues: [{ path, message }] });

/**
 * Parses an unknown value as an event: known type, known fields only, dates that exist, numbers that are numbers.
 * Whether the event is legal in a state is another question, for `explain` and `transition`. Never throws.
 * @param input - Plain JSON with `type`, `actor`, `on` and the fields of the type, or anything else, which comes back with what is wrong.
 *
 * @example parseEvent({ type: 'tariff.raise', actor: 'US', on: '2025-10-25', id: 'us/ieepa-fentanyl' }).ok
 */
export function parseEvent(input: unknown): ParsedEvent {
  return parseEventIn(actionTable, input);
}

/**
 * As {@link parseEvent}, over a table of action types. Never throws for bad input; throws where the form of an action type
 * was never compiled.
 */
export function parseEventIn(table: ActionTable, input: unknown): ParsedEvent {
  try {
    return parsePlain(table, input);
  } catch (error) {
    if (error instanceof UncompiledFieldsError) throw error;
    // A getter or a proxy of the caller threw, or the value is nested too deep to be walked.
    return single('', 'expected plain JSON; the given object cannot be read');
  }
}

/** Most values that an event may hold; the longest agreement has about a tenth of them. */
const MOST_VALUES_OF_AN_EVENT = 20_000;

function parsePlain(table: ActionTable, input: unknown): ParsedEvent {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return single('', `expected an event, an object with "type", "actor" and "on"; given ${shown(input)}`);
  }
  const type: unknown = (input as Record<string, unknown>).type;
  if (typeof type !== 'string')
    return single('type', `expected the name of an action type; given ${shown(type)}`);
  const action = table.byType.get(type);
  if (action === undefined) {
    const near = nearestText(
      type,
      table.types.map((candidate) => candidate.type),
    );
    return single(
      'type',
      `unknown action type "${shownText(type)}"${near === null ? '' : `; did you mean "${near}"?`}`,
    );
  }
  if (isExcessive(input, MOST_VALUES_OF_AN_EVENT))
    return single('', `the event nests too deeply or holds more than ${MOST_VALUES_OF_AN_EVENT} values`);
  const read = readJson(input);
  if (!read.ok) return { ok: false, issues: jsonIssues(read.faults) };
  const parsed = action.parse(read.value);
  // The form is that of the type named, so the parsed value is the event of that type.
  if (parsed.ok) return { ok: true, event: parsed.value as Event };
  const fields = action.fieldRules.map(([field]) => field);
  const keys = [...(action.subject === null ? [] : [action.subject]), ...fields];
  return { ok: false, issues: inputIssues(parsed.issues, read.value, keys) };
}

/** The places at which an input is no plain JSON, as issues. */
export function jsonIssues(faults: readonly JsonFault[]): InputIssue[] {
  return faults.map(({ path, given, allowed }) => ({
    path: path.join('.'),
    message: `expected ${allowed}; given ${shown(given)}`,
  }));
}

/** What stands at a path of keys; undefined where a key leads nowhere. */
export function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

/** Most complaints about one input: beyond, mending the first ones comes first. */
export const MOST_ISSUES = 100;

const WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with named fields',
  record: 'an object with named fields',
  null: 'null',
};

/** A type of JSON in words. */
const inWords = (type: string): string => WORDS[type] ?? type;

/** A complaint about a size in the words of a schema: `Too small: expected array to have >=2 items`. */
const SIZE = /^Too (?:big|small): expected (\w+) to (?:be|have) (>=|<=|>|<|exactly )(\S+)(?: (\w+?)s)?$/;

const BOUNDS: Readonly<Record<string, string>> = {
  '>=': 'at least',
  '<=': 'at most',
  '>': 'more than',
  '<': 'less than',
  'exactly ': 'exactly',
};

/** A complaint in plain words, where it is one about a size. */
function sizeInWords(message: string, value: unknown): string {
  const [, type = '', sign = '', size = '', unit] = SIZE.exec(message) ?? [];
  if (type === '') return message;
  const of = unit === undefined ? '' : ` ${unit}${size === '1' ? '' : 's'}`;
  const given = Array.isArray(value) ? `; given ${value.length}` : '';
  return `expected ${inWords(type)} of ${BOUNDS[sign] ?? sign} ${size}${of}${given}`;
}

/** The branch of a choice that comes nearest: the one whose complaints lie deepest, then the one with fewest. */
function nearestBranch(branches: readonly (readonly FormIssue[])[]): readonly FormIssue[] {
  const depth = (issues: readonly FormIssue[]) =>
    issues.reduce((deepest, issue) => Math.max(deepest, issue.path.length), 0);
  return [...branches].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? [];
}

/** One complaint, with what was given and, for a mistyped name, what was probably meant. */
function inputIssue(issue: FormIssue, at: readonly PropertyKey[], value: unknown): InputIssue {
  const path = at.map(String).join('.');
  const key = at.at(-1);
  // Of a list or an object the place says enough.
  const plain = value === null || typeof value !== 'object';
  const given =
    issue.code === 'invalid_key'
      ? `; given "${shownText(String(key))}"`
      : plain && value !== undefined
        ? `; given ${shown(value)}`
        : '';
  if (issue.code === 'invalid_value' && issue.values.length > 1) {
    const allowed = issue.values.map(String);
    const near = typeof value === 'string' ? nearestText(value, allowed) : null;
    return {
      path,
      message: `expected one of ${allowed.join(', ')}${given}${near === null ? '' : `; did you mean "${near}"?`}`,
    };
  }
  const missing = value === undefined && issue.code === 'invalid_type';
  if (missing)
    return { path, message: `"${String(key ?? '')}" is missing; expected ${inWords(issue.expected)}` };
  const message = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message;
  const said =
    issue.code === 'invalid_type'
      ? `expected ${inWords(issue.expected)}`
      : sizeInWords(message.replace(/^Invalid input: /, ''), value);
  return { path, message: `${said}${given}` };
}

/**
 * The complaints of a form about an input, each with its path, what was given and what is allowed. Of a choice
 * between shapes the nearest one complains; `keys` are the known names at the root, for "did you mean".
 */
export function inputIssues(
  issues: readonly FormIssue[],
  input: unknown,
  keys: readonly string[] = [],
): InputIssue[] {
  // A key that nobody knows was more likely meant for one that is missing than for one that may be left out.
  const missing = issues
    .slice(0, MOST_ISSUES)
    .filter(
      ({ code, path }) => code === 'invalid_type' && path.length === 1 && valueAt(input, path) === undefined,
    )
    .map(({ path }) => String(path[0]));
  const given = isObject(input) ? input : {};
  const free = keys.filter((key) => !Object.hasOwn(given, key));
  const nearestKey = (key: string) =>
    nearestText(key, missing) ?? nearestText(key, free) ?? nearestText(key, keys);
  const tell = (issue: FormIssue, above: readonly PropertyKey[]): InputIssue[] => {
    const at = [...above, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.slice(0, MOST_ISSUES).map((key) => {
        const near = at.length === 0 ? nearestKey(key) : null;
        return {
          about: 'key' as const,
          path: [...at, key].map(String).join('.'),
          message: `unknown key "${shownText(key)}"${near === null ? '' : `; did you mean "${near}"?`}`,
        };
      });
    }
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      const branch = nearestBranch(issue.errors);
      if (branch.some((part) => part.path.length > 0 || part.code === 'unrecognized_keys'))
        return branch.flatMap((part) => tell(part, at));
      const value = valueAt(input, at);
      const shapes = [
        ...new Set(
          issue.errors
            .flat()
            .flatMap((part) => (part.code === 'invalid_type' ? [inWords(part.expected)] : [])),
        ),
      ];
      return [
        {
          path: at.map(String).join('.'),
          message: `expected ${shapes.join(' or ') || 'another value'}; given ${shown(value)}`,
        },
      ];
    }
    return [inputIssue(issue, at, valueAt(input, at))];
  };
  return issues
    .slice(0, MOST_ISSUES)
    .flatMap((issue) => tell(issue, []))
    .slice(0, MOST_ISSUES);
}
