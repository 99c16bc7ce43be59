/** Undertakings: promises that are neither a duty nor a quantity (precursor enforcement, a transfer of ownership, a release). */
import type { PartyId } from './actor';

/** A dated promise by one party. */
export interface Undertaking {
  readonly id: string;
  readonly by: PartyId;
  readonly subject: string;
  /** How much of what was asked is promised, 0 to 1. */
  readonly degree: number;
  /** Day on which the promise is judged. */
  readonly dueOn: string;
  status: 'open' | 'honoured' | 'defaulted';
}
