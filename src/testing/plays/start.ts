/** Where a play begins: a scenario, the id of a compiled one, or a state of one's own. */
import { frozen } from '../../engine/frozen';
import { checkState } from '../../engine/parse-state';
import { isObject, readOff } from '../../kit/checks';
import type { State } from '../../model/state';
import { start, type ScenarioOrId } from '../../analyses/resolve';

/** A scenario, the id of a compiled one, or a first state. */
export type Start = ScenarioOrId | State;

/** Whether a start is a state, not a scenario. */
export function isState(from: Start): from is State {
  return isObject(from) && readOff('start', from, () => 'today' in from);
}

/** The frozen first state. Throws an InputError for an id that does not exist and for what is no state. */
export function startOf(from: Start): State {
  return isState(from) ? frozen(checkState('start', from)) : start(from);
}
