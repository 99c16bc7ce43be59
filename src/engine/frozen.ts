/** Frozen states: what every public function hands out. */
import { deepFrozen, frozenBeside, frozenThroughout } from '../kit/frozen';
import { isKnownFrozen, knowFrozen } from '../model/known-state';
import type { State } from '../model/state';

/** Freezes a state that the library made deeply, as every state that the public functions return is. */
export function frozen(state: State): State {
  return knowFrozen(deepFrozen(state));
}

/** As {@link frozen}, of a state that shares with the one before it what did not change; that may be somebody else's. */
export function frozenAfter(state: State, before: State): State {
  return knowFrozen(isKnownFrozen(before) ? frozenBeside(state, before) : frozenThroughout(state));
}
