/**
 * Admission: whether an event from outside may happen now. Beside the rules it asks for the form, since an effect takes what
 * an event says into the state.
 */
import type { ActionTable, EventBase } from '../actions/index';
import { isObject } from '../kit/checks';
import { shown } from '../kit/input-error';
import { readJson, type JsonFault } from '../kit/json';
import type { State } from '../model/state';
import { isLegal, violations, type Refusal } from './legality';
import { inputIssues, jsonIssues, type InputIssue } from './parse';

/** The event as the rules take it, a copy; or why it may not happen now. */
export type Admitted =
  | { readonly ok: true; readonly event: EventBase }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** Code of the refusal of an event that is not well formed. */
export const NOT_WELL_FORMED = 'event/not-well-formed';

function malformed(field: string, complaint: string): Refusal {
  return {
    code: NOT_WELL_FORMED,
    rule: 'An event has the fields of its type, each of them a value that JSON carries.',
    source: 'stylised',
    facts: { field, complaint },
  };
}

/** An event as it was read, and the places at which it is no plain JSON; or why nothing can be read. */
type Read =
  | { readonly ok: true; readonly event: EventBase; readonly faults: readonly JsonFault[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

function readEvent(given: EventBase): Read {
  if (!isObject(given)) return { ok: false, refusals: [malformed('', `given ${shown(given)}`)] };
  try {
    const read = readJson(given);
    if (!read.ok) return { ok: true, event: given, faults: read.faults };
    return { ok: true, event: read.value as EventBase, faults: NONE };
  } catch {
    // A getter or a proxy of the caller threw.
    return { ok: false, refusals: [malformed('', 'the given object cannot be read')] };
  }
}

const NONE: readonly never[] = [];

const asRefusals = (issues: readonly InputIssue[]): Refusal[] =>
  issues.map(({ path, message }) => malformed(path, message));

/** What a legal event says that its type does not take; fields that the type does not have are passed over. */
function misformed(event: EventBase, faults: readonly JsonFault[], table: ActionTable): readonly Refusal[] {
  if (faults.length > 0) return asRefusals(jsonIssues(faults));
  const issues = table.byType.get(event.type)!.formIssues(event);
  if (issues.length === 0) return NONE;
  const wrong = issues.filter(({ code, path }) => code !== 'unrecognized_keys' || path.length > 0);
  return asRefusals(inputIssues(wrong, event));
}

/** Lets an event happen that breaks no rule and is well formed. Never throws for a bad event. */
export function admit(state: State, given: EventBase, table: ActionTable): Admitted {
  const read = readEvent(given);
  if (!read.ok) return read;
  const { event, faults } = read;
  const refusals = isLegal(state, event, table)
    ? misformed(event, faults, table)
    : violations(state, event, table);
  return refusals.length === 0 ? { ok: true, event } : { ok: false, refusals };
}

/** Whether {@link admit} lets an event happen. */
export function isAdmitted(state: State, given: EventBase, table: ActionTable): boolean {
  const read = readEvent(given);
  if (!read.ok || !isLegal(state, read.event, table)) return false;
  return misformed(read.event, read.faults, table).length === 0;
}

/** Every reason why an event may not happen now; empty exactly when {@link admit} lets it happen. */
export function refusalsOf(state: State, given: EventBase, table: ActionTable): readonly Refusal[] {
  const read = readEvent(given);
  if (!read.ok) return read.refusals;
  const refusals = violations(state, read.event, table);
  return refusals.length === 0 ? misformed(read.event, read.faults, table) : refusals;
}
