/**
 * Purchases: state-directed buying of a product, its halts and its commitments.
 *
 * Quantities are million metric tons (Mmt). A commitment has a window; deliveries inside it count, and the calendar
 * settles it when the window closes.
 */
import type { PartyId } from './actor';

/** Every status of a purchase flow: bought as the market has it, or halted. */
export const FLOW_STATUSES = ['market', 'halted'] as const;

/** Trade in one product that a state can start and stop. */
export interface PurchaseFlow {
  readonly id: string;
  readonly product: string;
  readonly buyer: PartyId;
  readonly seller: PartyId;
  readonly status: (typeof FLOW_STATUSES)[number];
  readonly since: string;
  /** Delivered since the first day of the state, Mmt. */
  readonly deliveredMmt: number;
}

/** A promise to buy a quantity inside a window of dates; `until` is the first day no longer inside. */
export interface PurchaseCommitment {
  readonly id: string;
  readonly flow: string;
  readonly from: string;
  readonly until: string;
  readonly quantityMmt: number;
  readonly deliveredMmt: number;
  readonly status: 'open' | 'met' | 'missed';
}
