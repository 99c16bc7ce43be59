/** Where a play begins: a scenario, the id of a compiled one, or a state of one's own. */
import { frozen } from '../../engine/transition';
import type { State } from '../../model/state';
import { start, type ScenarioOrId } from '../../project';

/** A scenario, the id of a compiled one, or a first state. */
export type Start = ScenarioOrId | State;

/** The frozen first state. Throws a RangeError for an id that does not exist. */
export function startOf(from: Start): State {
  return typeof from === 'object' && 'today' in from ? frozen(from) : start(from);
}
