/**
 * The one set of rules, run in place: legality first, then the effect with the pledges that the act performs, then the
 * coercion that rises by it.
 *
 * The public transition runs `carryOut` on an immer draft, the ensemble `bringAbout` on its own plain mutable state. There is
 * no second set of rules.
 */
import { actionTable, type ActionTable, type EventBase } from '../actions/index';
import type { Guard } from '../actions/guard';
import { coerciveActs, look } from '../model/coercion';
import { edit } from '../model/column';
import { clearDeadlines } from '../model/deadline';
import type { Draft, State } from '../model/state';
import { mayHappen } from './legality';
import { keptBy } from './pledges-kept';

const NONE: readonly string[] = [];

/**
 * Writes what a legal event does into a mutable state or draft, but for the coercion that rises by it; returns whether the event
 * performed a pledge. `before` is the plain state that a draft is of, which is read quicker.
 */
export function carryOut(draft: Draft, event: EventBase, guard: Guard, before: State = draft): boolean {
  const performed = guard.mayKeepPromises ? keptBy(before, event) : NONE;
  guard.effect(draft, event);
  for (const id of performed) {
    edit(draft.pledges, id).status = 'performed';
    clearDeadlines(draft, id);
  }
  return performed.length > 0;
}

/**
 * Writes a legal event into a mutable state; returns whether the event performed a pledge. The caller has looked its type up and asked
 * {@link mayHappen}.
 */
export function bringAbout(state: Draft, event: EventBase, guard: Guard): boolean {
  const { presses } = guard;
  const looked = presses.length === 0 ? null : look(state, presses);
  const hasPerformed = carryOut(state, event, guard);
  if (looked !== null) for (const act of coerciveActs(looked, state)) state.coercion.push(act);
  return hasPerformed;
}

/** Applies an event in place where it is legal; returns whether it was. A refused event leaves the state untouched. */
export function stepInPlace(state: Draft, event: EventBase, table: ActionTable = actionTable): boolean {
  const guard = table.guards.get(event.type);
  if (guard === undefined || !mayHappen(state, event, guard)) return false;
  bringAbout(state, event, guard);
  return true;
}
