/**
 * The public transition: pure, total, on frozen states.
 *
 * Legality is asked of the immutable state, so that no scan runs through a proxy; only the effect runs on a draft.
 */
import { current, enablePatches, Immer, type Draft as Drafted, type Patch } from 'immer';
import { actionTable, type ActionTable, type Event, type EventBase } from '../actions/index';
import { know } from '../model/known-state';
import type { Draft, State } from '../model/state';
import { admit } from './admission';
import { applyEvent } from './apply';
import { isLegal, type Refusal } from './legality';
import { checkState } from './parse-state';

/** The answer of a transition: the next state, or why there is none. */
export type Transition =
  | { readonly ok: true; readonly state: State }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

const immer = /* @__PURE__ */ new Immer({ autoFreeze: true });

/** A draft as plain values; effects take one for the state that it becomes. */
const plainOf = (draft: Draft): State => current(draft as Drafted<State>);

/**
 * Applies an event to a state: `{ ok: true, state }` with a new frozen state that shares what did not change, or
 * `{ ok: false, refusals }`. Never throws for an illegal event, one that is not well formed included, and never changes its
 * arguments. Throws an InputError for what is no state; one that the library did not make is looked at once.
 */
export function transition(state: State, event: Event): Transition {
  return transitionIn(actionTable, state, event);
}

/** As {@link transition}, over a table of action types. */
export function transitionIn(table: ActionTable, state: State, event: EventBase): Transition {
  checkState('state', state);
  const admitted = admit(state, event, table);
  return admitted.ok ? { ok: true, state: next(table, state, admitted.event) } : admitted;
}

/** The state after an event that is legal. */
function next(table: ActionTable, state: State, event: EventBase): State {
  return know(immer.produce(state, (draft) => applyEvent(draft as Draft, event, table, state, plainOf)));
}

/** As {@link transitionIn}, for an event that the library made on a state that it made: neither is looked at. */
export function stepped(state: State, event: Event): State | null {
  return isLegal(state, event) ? next(actionTable, state, event) : null;
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
  checkState('state', state);
  const admitted = admit(state, event, actionTable);
  if (!admitted.ok) return admitted;
  enablePatches();
  const [after, patches, inverse] = immer.produceWithPatches(state, (draft) =>
    applyEvent(draft as Draft, admitted.event, actionTable, state, plainOf),
  );
  return { ok: true, state: know(after), patches, inverse };
}
