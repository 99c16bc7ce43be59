/**
 * The one set of rules, run in place: legality first, then the effect, then the pledges that the act performs.
 *
 * The public transition runs `applyEvent` on an immer draft, the ensemble on its own plain mutable state. There is
 * no second set of rules.
 */
import { actionTable, type ActionTable, type EventBase } from '../actions/index';
import type { Guard } from '../actions/guard';
import { eachWith, edit } from '../model/column';
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

const promisedType = ({ act }: Pledge): string => act.type;

/** Marks the open pledges that an event performs; returns whether there was one. */
function settlePledges(draft: State, event: EventBase): boolean {
  // Only parties promise, and the calendar acts twice a day.
  if (event.actor === 'calendar') return false;
  let performed = false;
  for (const pledge of eachWith(draft.pledges, event.type, promisedType)) {
    if (pledge.status !== 'open' || !performs(pledge, event)) continue;
    performed = true;
    edit(draft.pledges, pledge.id).status = 'performed';
    clearDeadlines(draft, pledge.id);
  }
  return performed;
}

/** Writes a legal event into a mutable state or draft. The caller has asked {@link isLegal} first. */
export function applyEvent(draft: State, event: EventBase, table: ActionTable = actionTable): void {
  bringAbout(draft, event, table.guards.get(event.type)!);
}

/** As {@link applyEvent}, of an action type that was looked up; returns whether the event performed a pledge. */
export function bringAbout(draft: State, event: EventBase, guard: Guard): boolean {
  guard.effect(draft, event);
  return settlePledges(draft, event);
}

/** Applies an event in place where it is legal; returns whether it was. A refused event leaves the state untouched. */
export function stepInPlace(state: State, event: EventBase, table: ActionTable = actionTable): boolean {
  const guard = table.guards.get(event.type);
  if (guard === undefined || !mayHappen(state, event, guard)) return false;
  bringAbout(state, event, guard);
  return true;
}
