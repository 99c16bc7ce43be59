/** Undertakings: promises that are neither a duty nor a quantity (precursor enforcement, a transfer of ownership, a release). */
import type { PartyId } from './actor';

/**
 * Every status of an undertaking: open until its day, then open to judgement until somebody says whether it was honoured. No day
 * breaks one: silence is no judgement.
 */
export const UNDERTAKING_STATUSES = ['open', 'due', 'honoured', 'defaulted'] as const;

/** A dated promise by one party. */
export interface Undertaking {
  /** Id of the promise among the undertakings of a state, such as `cn/precursors-busan`. */
  readonly id: string;
  /** The party that has promised. */
  readonly by: PartyId;
  /** What is promised, in words. */
  readonly subject: string;
  /** How much of what was asked is promised, 0 to 1. */
  readonly degree: number;
  /** Day from which it is open to judgement. */
  readonly dueOn: string;
  /** `open` up to its day, `due` from then on, `honoured` or `defaulted` once it was judged. */
  readonly status: (typeof UNDERTAKING_STATUSES)[number];
}
