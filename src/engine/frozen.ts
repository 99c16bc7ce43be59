/** Frozen states: what every public function hands out. */
import { deepFrozen } from '../kit/frozen';
import { know } from '../model/known-state';
import type { State } from '../model/state';

/** Freezes a state that the library made deeply, as every state that the public functions return is. */
export function frozen(state: State): State {
  return know(deepFrozen(state));
}
