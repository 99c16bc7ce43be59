/**
 * The public transition: pure, total, on frozen states.
 *
 * Legality is asked of the immutable state, so that no scan runs through a proxy; only the effect runs on a draft.
 */
import { enablePatches, Immer, type Patch } from 'immer';
import type { Guard } from '../actions/guard';
import { actionTable, type ActionTable, type Event, type EventBase } from '../actions/index';
import { coerciveActs, lookBack, type CoerciveAct } from '../model/coercion';
import { know } from '../model/known-state';
import type { Draft, State } from '../model/state';
import { admit } from './admission';
import { carryOut } from './apply';
import { frozenAfter } from './frozen';
import { isLegal, type Refusal } from './legality';
import { checkState } from './parse-state';

/** The answer of a transition: the next state, or why there is none. */
export type Transition =
  | {
      /** The event was legal. */
      readonly ok: true;
      /** The state after it, frozen; it shares with the one before what did not change. */
      readonly state: State;
    }
  | {
      /** The event was refused, and nothing has changed. */
      readonly ok: false;
      /** Every rule that it breaks, at least one. */
      readonly refusals: readonly Refusal[];
    };

// What is new is frozen here: immer would look at every part again, whoever has frozen it.
const immer = /* @__PURE__ */ new Immer({ autoFreeze: false });

/**
 * Applies an event to a state: `{ ok: true, state }` with a new frozen state that shares what did not change, or `{ ok: false, refusals }`.
 * Never throws for an illegal event, one that is not well formed included.
 * @param state - State on whose day the event happens; it is not changed. What is no state throws an InputError; one that the library did
 *   not make is looked at once.
 * @param event - Event with `type`, `actor`, the day of the state as `on`, and the fields of its type; it is not changed.
 *
 * @example
 * const state = start('kuala-lumpur-2025');
 * const after = transition(state, { type: 'talks.open', actor: 'both', on: state.today, id: 'kuala-lumpur' });
 * after.ok || after.refusals[0]?.code
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
  const { deadlines } = state;
  const guard = table.guards.get(event.type)!;
  const after = immer.produce(state, (drafted) => {
    const draft = drafted as Draft;
    // A list of days is searched and written many times as quickly plain as through a proxy.
    draft.deadlines = [...deadlines];
    carryOut(draft, event, guard, state);
    if (isSameList(draft.deadlines, deadlines)) draft.deadlines = deadlines as Draft['deadlines'];
  });
  if (isSameState(after, state)) return know(state);
  const risen = risenBy(guard, state, after);
  if (risen.length > 0) (after as Draft).coercion = [...after.coercion, ...risen];
  return frozenAfter(after, state);
}

/** The coercion that an act has made rise. It is looked for in the state that is done: a draft would be copied for it item by item. */
function risenBy({ presses }: Guard, before: State, after: State): readonly CoerciveAct[] {
  return coerciveActs(lookBack(before, presses), after);
}

/** Whether two states share every part, so that nothing has changed. */
function isSameState(a: State, b: State): boolean {
  for (const key of Object.keys(a) as (keyof State)[]) if (a[key] !== b[key]) return false;
  return Object.keys(a).length === Object.keys(b).length;
}

/** Whether two lists hold the same things in the same order. */
const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at]);

/** As {@link transitionIn}, for an event that the library made on a state that it made: neither is looked at. */
export function stepped(state: State, event: Event): State | null {
  return isLegal(state, event) ? next(actionTable, state, event) : null;
}

/**
 * As {@link transition}, with immer's patches that lead to the next state and back.
 * @param state - State on whose day the event happens; it is not changed, and the patches lead on from it.
 * @param event - Event with `type`, `actor`, the day of the state as `on`, and the fields of its type.
 *
 * @example
 * const state = start('kuala-lumpur-2025');
 * const after = transitionWithPatches(state, { type: 'tariff.withdraw', actor: 'US', on: state.today, id: 'us/ieepa-hundred', traded: false });
 * after.ok && after.patches[0]?.path[0]
 */
export function transitionWithPatches(
  state: State,
  event: Event,
):
  | {
      /** The event was legal. */
      readonly ok: true;
      /** The state after it, frozen. */
      readonly state: State;
      /** What leads from the state before to the one after, in order. */
      readonly patches: readonly Patch[];
      /** What leads back, in order. */
      readonly inverse: readonly Patch[];
    }
  | {
      /** The event was refused, and nothing has changed. */
      readonly ok: false;
      /** Every rule that it breaks, at least one. */
      readonly refusals: readonly Refusal[];
    } {
  checkState('state', state);
  const admitted = admit(state, event, actionTable);
  if (!admitted.ok) return admitted;
  enablePatches();
  const guard = actionTable.guards.get(event.type)!;
  const [done, patches, inverse] = immer.produceWithPatches(
    state,
    (draft) => void carryOut(draft as Draft, admitted.event, guard, state),
  );
  const risen = risenBy(guard, state, done);
  const [after, added, taken] = immer.produceWithPatches(
    done,
    (draft) => void (draft as Draft).coercion.push(...risen),
  );
  // An effect writes no coercion, so that neither patches rest on the others.
  return {
    ok: true,
    state: frozenAfter(after, state),
    patches: [...added, ...patches],
    inverse: [...taken, ...inverse],
  };
}
