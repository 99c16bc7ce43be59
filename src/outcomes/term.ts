/**
 * Outcome terms: quantities of which outcome classes are made. Some are about the meeting and can be told from the record ever
 * after; others are about an evening, and are measured on the state of that evening.
 */
import type { TermForm, TermId } from '../model/outcome-term';
import type { State } from '../model/state';

/** What a term is measured by beside the state. */
export interface TermOccasion {
  /** Id of the meeting that is asked about. */
  readonly meeting: string;
  /** Its planned day. */
  readonly meetingOn: string;
  /** The state of the first day. */
  readonly first: State;
  /** What of, where the term is asked of something. */
  readonly of?: string | undefined;
  /** The status that is asked for, where the term is about one. */
  readonly is?: string | undefined;
}

/**
 * How a term is measured: a finite number. A meeting of which the state does not know was never planned, and so nothing has come
 * of it; what does not exist has no status, covers nothing and is worth 0.
 * @param state - State in which it is measured, the final one but for terms that ask about an evening.
 * @param occasion - The meeting that is asked about and its day, the first state, and what of or which status, where that is asked.
 */
export type TermMeasure = (state: State, occasion: TermOccasion) => number;

/** A term with how it is measured. */
export interface OutcomeTerm extends TermForm {
  /** Id by which conditions name it, such as `average-cut`. */
  readonly id: TermId;
  /** Measures it on a state, in its unit; 1 and 0 for yes and no. */
  readonly measure: TermMeasure;
}
