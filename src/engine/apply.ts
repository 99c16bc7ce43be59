/**
 * The one set of rules, run in place: legality first, then the effect, then the coercion that rises by it and the pledges
 * that the act performs.
 *
 * The public transition runs `applyEvent` on an immer draft, the ensemble on its own plain mutable state. There is
 * no second set of rules.
 */
import { actionTable, type ActionTable, type EventBase } from '../actions/index';
import type { Guard } from '../actions/guard';
import { coerciveActs, look, type CoerciveKind } from '../model/coercion';
import { edit } from '../model/column';
import { clearDeadlines } from '../model/deadline';
import type { Draft, State } from '../model/state';
import { mayHappen } from './legality';
import { keptBy } from './pledges-kept';

/** What an act may raise coercion in, as plain values. */
export type PlainLook = (draft: Draft, kinds: readonly CoerciveKind[]) => State;

const itself: PlainLook = (state) => state;

/**
 * Writes a legal event into a mutable state or draft. The caller has asked {@link isLegal} first. `before` is the plain
 * state that a draft is of, and `plain` tells what of the draft may coerce as plain values: both are read quicker.
 */
export function applyEvent(
  draft: Draft,
  event: EventBase,
  table: ActionTable = actionTable,
  before: State = draft,
  plain: PlainLook = itself,
): void {
  bringAbout(draft, event, table.guards.get(event.type)!, before, plain);
}

/** As {@link applyEvent}, of an action type that was looked up; returns whether the event performed a pledge. */
export function bringAbout(
  draft: Draft,
  event: EventBase,
  guard: Guard,
  before: State = draft,
  plain: PlainLook = itself,
): boolean {
  const performed = keptBy(before, event);
  const { presses } = guard;
  const looked = presses.length === 0 ? null : look(before, draft, presses);
  guard.effect(draft, event);
  if (looked !== null)
    for (const act of coerciveActs(looked, plain(draft, presses))) draft.coercion.push(act);
  for (const id of performed) {
    edit(draft.pledges, id).status = 'performed';
    clearDeadlines(draft, id);
  }
  return performed.length > 0;
}

/** Applies an event in place where it is legal; returns whether it was. A refused event leaves the state untouched. */
export function stepInPlace(state: Draft, event: EventBase, table: ActionTable = actionTable): boolean {
  const guard = table.guards.get(event.type);
  if (guard === undefined || !mayHappen(state, event, guard)) return false;
  bringAbout(state, event, guard);
  return true;
}
