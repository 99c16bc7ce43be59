/**
 * The one set of rules, run in place: legality first, then the effect, then the pledges that the act performs.
 *
 * The public transition runs `applyEvent` on an immer draft, the ensemble on its own plain mutable state. There is
 * no second set of rules.
 */
import { actionTable, type ActionTable, type EventBase } from '../actions/index';
import { joinedName } from '../kit/joined-name';
import type { Guard } from '../actions/guard';
import { eachWith, edit, isEmpty } from '../model/column';
import { clearDeadlines } from '../model/deadline';
import type { Pledge } from '../model/agreement';
import type { State } from '../model/state';
import { mayHappen } from './legality';

function sameValue(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => sameValue(item, b[index]));
  return a === b;
}

/** Whether an event of its type is the promised act: same actor and fields; the day is the promisor's to choose. */
function performs(pledge: Pledge, event: EventBase): boolean {
  const done = event as unknown as Record<string, unknown>;
  for (const key in pledge.act) {
    if (!sameValue(pledge.act[key], done[key])) return false;
  }
  return true;
}

/** What an act or an event is about, as far as an id says. */
const idOf = (act: object): string => {
  const { id } = act as { readonly id?: unknown };
  return typeof id === 'string' ? id : '';
};
const promised = ({ act }: Pledge): string => joinedName(act.type, idOf(act));

const NONE: readonly never[] = [];

/** Adds the ids of the open pledges with a key that an event performs. */
function addPerformed(state: State, event: EventBase, key: string, ids: string[]): void {
  for (const pledge of eachWith(state.pledges, key, promised))
    if (pledge.status === 'open' && performs(pledge, event)) ids.push(pledge.id);
}

/** Ids of the open pledges that an event performs. */
function performedBy(state: State, event: EventBase): readonly string[] {
  // Only parties promise, and the calendar acts twice a day.
  if (event.actor === 'calendar' || isEmpty(state.pledges)) return NONE;
  const ids: string[] = [];
  const id = idOf(event);
  addPerformed(state, event, joinedName(event.type, id), ids);
  // An act may have been promised without saying of what.
  if (id !== '') addPerformed(state, event, event.type, ids);
  return ids;
}

/**
 * Writes a legal event into a mutable state or draft. The caller has asked {@link isLegal} first. `before` is the plain
 * state that a draft is of: it is read quicker.
 */
export function applyEvent(
  draft: State,
  event: EventBase,
  table: ActionTable = actionTable,
  before: State = draft,
): void {
  bringAbout(draft, event, table.guards.get(event.type)!, before);
}

/** As {@link applyEvent}, of an action type that was looked up; returns whether the event performed a pledge. */
export function bringAbout(draft: State, event: EventBase, guard: Guard, before: State = draft): boolean {
  const performed = performedBy(before, event);
  guard.effect(draft, event);
  for (const id of performed) {
    edit(draft.pledges, id).status = 'performed';
    clearDeadlines(draft, id);
  }
  return performed.length > 0;
}

/** Applies an event in place where it is legal; returns whether it was. A refused event leaves the state untouched. */
export function stepInPlace(state: State, event: EventBase, table: ActionTable = actionTable): boolean {
  const guard = table.guards.get(event.type);
  if (guard === undefined || !mayHappen(state, event, guard)) return false;
  bringAbout(state, event, guard);
  return true;
}
