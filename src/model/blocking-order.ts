/**
 * Blocking orders: a party forbids its own firms to comply with a measure of the other side.
 *
 * China's Rules on Counteracting Unjustified Extra-Territorial Application (Order 1 of 2021 of the Ministry of Commerce)
 * provide for them; the order names the measure that it answers, and stands until it is lifted or the day that it names.
 */
import type { PartyId } from './actor';

/** Every status of a blocking order. */
export const BLOCKING_ORDER_STATUSES = ['in-force', 'lifted', 'lapsed'] as const;

/** One order not to comply. */
export interface BlockingOrder {
  /** Id of the order among the blocking orders of a state, 1 to 80 characters. */
  readonly id: string;
  /** What people call it. */
  readonly label: string;
  /** The party that forbids its own firms to comply. */
  readonly owner: PartyId;
  /** Id of the authority on which it stands. */
  readonly authority: string;
  /** Id of the measure of the other side with which nobody may comply. */
  readonly answers: string;
  /** `in-force` from the day of its issue, `lifted` by its owner, or `lapsed` on the day that it names. */
  readonly status: (typeof BLOCKING_ORDER_STATUSES)[number];
  /** First day of the present status, `YYYY-MM-DD`. */
  readonly since: string;
  /** First day on which it no longer holds; null for an open end. */
  readonly until: string | null;
}
