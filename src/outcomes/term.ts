/** Outcome terms: quantities measured on a final state, of which outcome classes are made. */
import type { State } from '../model/state';

/** One quantity: finite, with a unit, and 0 where nothing has happened. */
export interface OutcomeTerm {
  readonly id: string;
  readonly unit: string;
  readonly doc: string;
  readonly measure: (state: State) => number;
}
