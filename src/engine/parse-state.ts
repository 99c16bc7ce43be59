/**
 * States from outside: what `JSON.stringify` made of a state becomes a state again, and a state that somebody else made is
 * looked at once, before the rules go by it.
 */
import { issueError } from './issue-error';
import { isObject } from '../kit/checks';
import { shownText } from '../kit/input-error';
import { parseForm } from '../kit/parse-form';
import { readJson } from '../kit/json';
import { isKnown, know } from '../model/known-state';
import type { State } from '../model/state';
import { isExcessive } from './bounds';
import { frozen } from './frozen';
import { invariants } from './invariants';
import { inputIssues, jsonIssues, type InputIssue } from './parse';
import { STATE_BOOK, STATE_FORM } from './state-form';
import type { StateShape } from './state-schema';

/** A parsed state, or what is wrong with the input. */
export type ParsedState =
  | {
      /** It is a state. */
      readonly ok: true;
      /** The state, frozen, with the digest that it had. */
      readonly state: State;
    }
  | {
      /** It is no state. */
      readonly ok: false;
      /** What is wrong with it, at least one. */
      readonly issues: readonly InputIssue[];
    };

/** The columns, each a record of nouns by their ids. */
const COLUMNS = [
  'parties',
  'people',
  'authorities',
  'tariff',
  'control',
  'portFee',
  'listing',
  'probes',
  'flows',
  'commitments',
  'undertakings',
  'blockingOrders',
  'reliefs',
  'institutions',
  'rounds',
  'issues',
  'meetings',
  'agreements',
  'pledges',
] as const satisfies readonly (keyof State)[];

/** Nouns that stand under another id than their own. */
function misplaced(state: State): InputIssue[] {
  const nouns = (column: (typeof COLUMNS)[number]): Readonly<Record<string, { readonly id: string }>> =>
    state[column] ?? {};
  return COLUMNS.flatMap((column) =>
    Object.keys(nouns(column))
      .filter((key) => nouns(column)[key]!.id !== key)
      .map((key) => ({
        path: `${column}.${key}.id`,
        message: `expected "${shownText(key)}", the id under which it stands`,
      })),
  );
}

/** Ids under which nothing stands: whoever walks over a column would meet them, and JSON cannot carry them. */
const hollow = (input: Readonly<Record<string, unknown>>): InputIssue[] =>
  COLUMNS.flatMap((column) => {
    const nouns = input[column];
    return isObject(nouns)
      ? Object.keys(nouns)
          .filter((key) => nouns[key] === undefined)
          .map((key) => ({
            path: `${column}.${key}`,
            message: 'expected what stands under the id; given nothing',
          }))
      : [];
  });

/** A value as something of the shape of a state, as a copy. Never throws for bad input. */
function shaped(input: unknown): ParsedState {
  const whole = (message: string): ParsedState => ({ ok: false, issues: [{ path: '', message }] });
  try {
    if (!isObject(input)) return whole('expected a state, an object with "today" and its columns');
    if (isExcessive(input)) return whole('the state nests too deeply or comes to too many values');
    const read = readJson(input);
    if (!read.ok) return { ok: false, issues: jsonIssues(read.faults) };
    const parsed = parseForm(STATE_FORM, read.value, STATE_BOOK);
    if (!parsed.ok)
      return { ok: false, issues: inputIssues(parsed.issues, read.value, Object.keys(STATE_FORM.fields)) };
    // The form was compiled from the schema of states; the copy of the gate keeps the order of the fields.
    const state: State = read.value as StateShape;
    const issues = [...hollow(input), ...misplaced(state)];
    return issues.length === 0 ? { ok: true, state } : { ok: false, issues };
  } catch {
    // A getter or a proxy of the caller threw.
    return whole('expected plain JSON; the given object cannot be read');
  }
}

/**
 * Parses a value as a state: what `JSON.stringify(state)` gave, read again. The state comes back frozen, with the digest that
 * it had. What has not the shape of a state, or breaks an invariant that every reachable state keeps, is refused with its
 * place. Never throws for bad input.
 * @param input - What `JSON.parse` made of the text of a state, or anything else; it is copied and not changed.
 *
 * @example parseState(JSON.parse(JSON.stringify(start('kuala-lumpur-2025')))).ok
 */
export function parseState(input: unknown): ParsedState {
  const parsed = shaped(input);
  if (!parsed.ok) return parsed;
  const issues = invariants.flatMap(({ name, broken }): InputIssue[] => {
    const ids = broken(parsed.state);
    return ids.length === 0
      ? []
      : [{ path: '', message: `broken invariant: ${name}: ${ids.map((id) => shownText(id)).join(', ')}` }];
  });
  return issues.length === 0 ? { ok: true, state: frozen(parsed.state) } : { ok: false, issues };
}

/**
 * Refuses what is no state with an {@link InputError}. A state that the library made passes at once; one of somebody else's is
 * looked at the first time, for its shape: whether it could have come about, `parseState` asks.
 */
export function checkState(path: string, state: unknown): State {
  if (typeof state === 'object' && state !== null && isKnown(state)) return state as State;
  const parsed = shaped(state);
  if (parsed.ok) return know(state as State);
  throw issueError(parsed.issues[0]!, { code: 'input/state', path, input: state, allowed: 'a state' });
}
