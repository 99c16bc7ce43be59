/** Outcome terms: quantities measured on a final state and about one of its meetings, of which outcome classes are made. */
import type { State } from '../model/state';

/**
 * One quantity: finite, with a unit, and 0 where nothing has happened. `meeting` is the id of the meeting that is asked
 * about; a meeting of that id which the state does not have was never planned, and so nothing has come of it.
 */
export interface OutcomeTerm {
  readonly id: string;
  readonly unit: string;
  readonly doc: string;
  readonly measure: (state: State, meeting: string) => number;
}
