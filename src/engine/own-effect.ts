/**
 * Effects of action types of one's own, with what they wrote looked at: a state that has no longer the form of one would be
 * told of by nobody until it is read again, far from whoever wrote it.
 *
 * Only what an effect changed is looked at: a draft of immer's shares the rest with the state before.
 */
import { current, Immer, isDraft, original } from 'immer';
import type { ActionType } from '../actions/action-type';
import { askOwn } from '../kit/ask-own';
import { isObject } from '../kit/checks';
import type { Form } from '../kit/form';
import { InputError } from '../kit/input-error';
import { readJson } from '../kit/json';
import { parseForm } from '../kit/parse-form';
import type { Draft } from '../model/state';
import { isExcessive } from './bounds';
import { issueError } from './issue-error';
import { inputIssues, jsonIssues, type InputIssue } from './parse';
import { STATE_BOOK, STATE_FORM } from './state-form';

type Columns = Readonly<Record<string, unknown>>;

const immer = /* @__PURE__ */ new Immer({ autoFreeze: false });

const ALLOWED = 'what a state holds';

const isRecord = (form: Form): boolean =>
  form.kind === 'record' || (form.kind === 'optional' && isRecord(form.of));

/** What of a column is not as it was: of nouns by their ids those that are others, of anything else the whole. */
function changedOf(name: string, before: unknown, after: unknown): unknown {
  const form = Object.hasOwn(STATE_FORM.fields, name) ? STATE_FORM.fields[name] : undefined;
  if (form === undefined || !isRecord(form) || !isObject(after) || !isObject(before)) return after;
  if (Object.getPrototypeOf(after) !== Object.prototype || Object.getOwnPropertySymbols(after).length > 0)
    return after;
  const isOther = ([id, item]: readonly [string, unknown]) =>
    before[id] !== item || !Object.hasOwn(before, id);
  return Object.fromEntries(Object.entries(after).filter(isOther));
}

/** The columns that an effect changed, each with what of it is not as it was. */
function changes(before: Columns, after: Columns): Columns {
  const changed: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (before[name] === after[name] && Object.hasOwn(after, name)) continue;
    const value = changedOf(name, before[name], after[name]);
    Object.defineProperty(changed, name, { value, enumerable: true, configurable: true, writable: true });
  }
  return changed;
}

/** Nouns that were written under another id than their own, and ids under which nothing was: a gate of JSON passes those over. */
function misplaced(changed: Columns): InputIssue[] {
  return Object.entries(changed).flatMap(([column, nouns]) => {
    const form = STATE_FORM.fields[column];
    if (form === undefined || !isRecord(form) || !isObject(nouns)) return [];
    return Object.entries(nouns)
      .filter(([id, noun]) => !isObject(noun) || noun['id'] !== id)
      .map(([id, noun]) =>
        isObject(noun)
          ? { path: `${column}.${id}.id`, message: `expected "${id}", the id under which it stands` }
          : { path: `${column}.${id}`, message: 'expected what stands under the id' },
      );
  });
}

/** What is wrong with what an effect changed; nothing where a state may hold it. */
function issuesOf(changed: Columns): readonly InputIssue[] {
  if (isExcessive(changed))
    return [{ path: '', message: 'what was written nests too deeply or comes to too many values' }];
  const read = readJson(changed);
  if (!read.ok) return jsonIssues(read.faults);
  const names = Object.keys(changed);
  const fields = Object.fromEntries(
    Object.entries(STATE_FORM.fields).filter(([name]) => names.includes(name)),
  );
  const parsed = parseForm({ kind: 'fields', fields, others: 'refused' }, read.value, STATE_BOOK);
  if (parsed.ok) return misplaced(changed);
  return inputIssues(parsed.issues, read.value, Object.keys(STATE_FORM.fields));
}

/** Refuses with an InputError what an effect of a type wrote, where no state can hold it. */
function checkWritten(path: string, before: Columns, after: Columns): void {
  let issue: InputIssue | undefined;
  let changed: Columns = {};
  try {
    changed = changes(before, after);
    if (Object.keys(changed).length === 0) return;
    [issue] = issuesOf(changed);
  } catch (cause) {
    const given = after;
    throw new InputError(
      { code: 'own/effect', path, given, allowed: 'plain JSON, as a state is' },
      { cause },
    );
  }
  if (issue !== undefined)
    throw issueError(issue, { code: 'own/effect', path, input: changed, allowed: ALLOWED });
}

/** A draft as it stands, without proxies; what was written in a circle has no end. */
function written(path: string, draft: object): Columns {
  try {
    return current(draft) as Columns;
  } catch (cause) {
    const allowed = 'plain JSON, as a state is';
    throw new InputError({ code: 'own/effect', path, given: draft, allowed }, { cause });
  }
}

/** An effect has to be done when it returns: what it writes later, nobody waits for. */
function checkDone(path: string, answer: unknown): void {
  const { then } = Object(answer) as { readonly then?: unknown };
  if (typeof then !== 'function' || isDraft(answer)) return;
  const allowed = 'a function that has written everything when it returns, and promises nothing';
  throw new InputError({ code: 'own/effect', path, given: answer, allowed });
}

/** The effect of a type of one's own: what it throws is told by its name, and what it writes is looked at. */
export function checkedEffect({ type, effect }: ActionType): ActionType['effect'] {
  const path = `${type}.effect`;
  const carryOut = (draft: Draft, event: Parameters<ActionType['effect']>[1]) => {
    checkDone(
      path,
      askOwn(path, (): unknown => effect(draft, event)),
    );
    const before = original(draft as unknown as Columns) ?? {};
    checkWritten(path, before, written(path, draft));
  };
  return (draft, event) => {
    if (isDraft(draft)) {
      carryOut(draft, event);
      return;
    }
    // Of a plain state nobody could tell what was changed.
    const after = immer.produce(draft, (inner) => carryOut(inner as Draft, event));
    if (after !== draft) Object.assign(draft, after);
  };
}
