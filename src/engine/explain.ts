/** Explanation: is an event legal now, which rules does it break, and which legal events come nearest. */
import { actionTable, type ActionTable, type Event, type EventBase } from '../actions/index';
import type { State } from '../model/state';
import { dueEvents } from './due';
import { NOT_WELL_FORMED, refusalsOf } from './admission';
import { isLegal, subjectOf, type Refusal } from './legality';
import { checkState } from './parse-state';
import { legalActions, nearestOf } from './legal-actions';

/** The answer to "may this happen now?". */
export interface Explanation {
  /** Whether the event may happen now: it breaks no rule. */
  readonly legal: boolean;
  /** Every rule that the event breaks; empty exactly when it is legal. */
  readonly refusals: readonly Refusal[];
  /**
   * Up to three legal events, nearest first: what a broken rule names instead, then fewest changed fields on the same subject,
   * then elsewhere, then other moves on it.
   */
  readonly nearest: readonly Event[];
}

const MOST_NEAREST = 3;
/** How many changed fields another subject and another actor count for: the same move elsewhere is farther than another value. */
const OTHER_SUBJECT = 2;
const OTHER_ACTOR = 10;

/** Legal events of the same type, by the same actor where there are any. */
function sameType(state: State, event: EventBase, table: ActionTable): { event: Event; changes: number }[] {
  const found: { event: Event; changes: number }[] = [];
  const action = table.byType.get(event.type);
  for (const template of legalActions(state, { type: event.type }, table)) {
    const { event: near, changes } = nearestOf(template, event);
    const elsewhere = action !== undefined && subjectOf(action, near) !== subjectOf(action, event);
    found.push({
      event: near,
      changes: changes + (elsewhere ? OTHER_SUBJECT : 0) + (template.actor === event.actor ? 0 : OTHER_ACTOR),
    });
  }
  return found;
}

/** Legal events that the rules broken name as what to do instead, on the same subject. */
function insteadOf(state: State, event: EventBase, table: ActionTable): Event[] {
  const action = table.byType.get(event.type);
  if (action === undefined) return [];
  const subject = subjectOf(action, event);
  const types = action.rules.flatMap(({ instead, violated }) =>
    instead !== undefined && violated(state, event.actor, subject) !== null ? instead : [],
  );
  return types.flatMap((type) =>
    [...legalActions(state, { type, actor: event.actor, subject }, table)].map(
      (template) => nearestOf(template, event).event,
    ),
  );
}

/** Legal events of other types by the same actor on the same subject. */
function sameSubject(state: State, event: EventBase, table: ActionTable): Event[] {
  const action = table.byType.get(event.type);
  if (action === undefined || action.subject === null) return [];
  const subject = subjectOf(action, event);
  const found: Event[] = [];
  for (const template of legalActions(state, { actor: event.actor }, table)) {
    const name = table.byType.get(template.type)?.subject;
    const domain = name === null || name === undefined ? undefined : template.fields[name];
    if (domain?.kind === 'one-of' && domain.values[0] === subject)
      found.push(nearestOf(template, event).event);
    if (found.length === MOST_NEAREST) break;
  }
  return found;
}

/**
 * Explains an event in a state. Pure; `legal` agrees with `transition` and, for well-formed events, with membership in
 * `legalActions`. Throws an InputError for what is no state.
 * @param state - State on whose day the event would happen; it is not changed.
 * @param event - Event that is asked about, lawful or not; one that is not well formed is explained as such.
 * @param table - Action types that there are; the library's where left out. A rule set has its own `explain`.
 *
 * @example
 * const state = start('kuala-lumpur-2025');
 * explain(state, { type: 'meeting.hold', actor: 'both', on: state.today, meeting: 'busan-2025' }).refusals[0]?.code
 */
export function explain(
  state: State,
  event: Event | EventBase,
  table: ActionTable = actionTable,
): Explanation {
  checkState('state', state);
  const refusals = refusalsOf(state, event, table);
  if (refusals.length === 0) return { legal: true, refusals, nearest: [] };
  // Nothing comes near to what cannot be read.
  if (refusals.some(({ code }) => code === NOT_WELL_FORMED)) return { legal: false, refusals, nearest: [] };
  const due = dueEvents(state);
  if (due.length > 0) return { legal: false, refusals, nearest: due.slice(0, MOST_NEAREST) };
  const close = sameType(state, event, table).sort((a, b) => a.changes - b.changes);
  const candidates = [
    ...insteadOf(state, event, table),
    ...close.map((item) => item.event),
    ...sameSubject(state, event, table),
  ];
  const distinct = new Map<string, Event>();
  for (const candidate of candidates) {
    if (isLegal(state, candidate, table)) distinct.set(JSON.stringify(candidate), candidate);
  }
  return { legal: false, refusals, nearest: [...distinct.values()].slice(0, MOST_NEAREST) };
}
