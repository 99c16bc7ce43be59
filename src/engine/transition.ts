/**
 * The public transition: pure, total, on frozen states.
 *
 * Legality is asked of the immutable state, so that no scan runs through a proxy; only the effect runs on a draft.
 */
import { current, enablePatches, freeze, Immer, type Draft, type Patch } from 'immer';
import { actionTable, type ActionTable, type Event, type EventBase } from '../actions/index';
import type { State } from '../model/state';
import { applyEvent } from './apply';
import { isLegal, violations, type Refusal } from './legality';

/** The answer of a transition: the next state, or why there is none. */
export type Transition =
  | { readonly ok: true; readonly state: State }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

const immer = /* @__PURE__ */ new Immer({ autoFreeze: true });

/** A draft as plain values; effects take one for the state that it becomes. */
const plainOf = (draft: State): State => current(draft as Draft<State>);

/**
 * Applies an event to a state: `{ ok: true, state }` with a new frozen state that shares what did not change, or
 * `{ ok: false, refusals }`. Never throws for an illegal event and never changes its argument. Events from outside
 * are parsed first with `parseEvent`.
 */
export function transition(state: State, event: Event): Transition {
  return transitionIn(actionTable, state, event);
}

/** As {@link transition}, over a table of action types. */
export function transitionIn(table: ActionTable, state: State, event: EventBase): Transition {
  if (!isLegal(state, event, table)) return { ok: false, refusals: violations(state, event, table) };
  return {
    ok: true,
    state: immer.produce(state, (draft) => applyEvent(draft as State, event, table, state, plainOf)),
  };
}

/** As {@link transition}, with immer's patches that lead to the next state and back. */
export function transitionWithPatches(
  state: State,
  event: Event,
):
  | {
      readonly ok: true;
      readonly state: State;
      readonly patches: readonly Patch[];
      readonly inverse: readonly Patch[];
    }
  | { readonly ok: false; readonly refusals: readonly Refusal[] } {
  if (!isLegal(state, event)) return { ok: false, refusals: violations(state, event) };
  enablePatches();
  const [next, patches, inverse] = immer.produceWithPatches(state, (draft) =>
    applyEvent(draft as State, event, actionTable, state, plainOf),
  );
  return { ok: true, state: next, patches, inverse };
}

/** Freezes a state deeply, as every state that the public functions return is. */
export function frozen(state: State): State {
  return freeze(state, true);
}
