/**
 * The one set of rules, run in place: legality first, then the effect, then the pledges that the act performs.
 *
 * The public transition runs `applyEvent` on an immer draft, the ensemble on its own plain mutable state. There is
 * no second set of rules.
 */
import { actionTable, type ActionTable, type EventBase } from '../actions/index';
import { clearDeadlines } from '../model/deadline';
import type { Pledge } from '../model/agreement';
import type { State } from '../model/state';
import { isLegal } from './legality';

function sameValue(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => sameValue(item, b[index]));
  return a === b;
}

/** Whether an event is the promised act: same type, actor and fields; the day is the promisor's to choose. */
function performs(pledge: Pledge, event: EventBase): boolean {
  if (pledge.act.type !== event.type) return false;
  const done = event as unknown as Record<string, unknown>;
  for (const key in pledge.act) {
    if (!sameValue(pledge.act[key], done[key])) return false;
  }
  return true;
}

/** Marks the open pledges that an event performs. */
function settlePledges(draft: State, event: EventBase): void {
  // Only parties promise, and the calendar acts twice a day.
  if (event.actor === 'calendar') return;
  for (const id in draft.pledges) {
    const pledge = draft.pledges[id]!;
    if (pledge.status !== 'open' || !performs(pledge, event)) continue;
    pledge.status = 'performed';
    clearDeadlines(draft, id);
  }
}

/** Writes a legal event into a mutable state or draft. The caller has asked {@link isLegal} first. */
export function applyEvent(draft: State, event: EventBase, table: ActionTable = actionTable): void {
  table.byType.get(event.type)!.effect(draft, event);
  settlePledges(draft, event);
}

/** Applies an event in place where it is legal; returns whether it was. A refused event leaves the state untouched. */
export function stepInPlace(state: State, event: EventBase, table: ActionTable = actionTable): boolean {
  if (!isLegal(state, event, table)) return false;
  applyEvent(state, event, table);
  return true;
}
