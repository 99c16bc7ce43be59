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
  readonly id: string;
  readonly label: string;
  readonly owner: PartyId;
  readonly authority: string;
  /** Id of the measure of the other side with which nobody may comply. */
  readonly answers: string;
  readonly status: (typeof BLOCKING_ORDER_STATUSES)[number];
  readonly since: string;
  /** First day on which it no longer holds; null for an open end. */
  readonly until: string | null;
}
