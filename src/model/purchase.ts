/**
 * Purchases: state-directed buying of a product, its halts and its commitments.
 *
 * Quantities are million metric tons (Mmt), or the unit that a flow states: billion dollars, pieces. A commitment has a window
 * and counts what is shipped inside it, or what is contracted; the calendar settles it when the window closes. One for several
 * years opens its next window then.
 */
import type { PartyId } from './actor';

/** Every status of a purchase flow: bought as the market has it, or halted. */
export const FLOW_STATUSES = ['market', 'halted'] as const;

/** Units of quantities; million metric tons is that of a flow that states none. */
export const UNITS = ['Mmt', 'USD bn', 'pieces'] as const;

/** A unit of quantities. */
export type Unit = (typeof UNITS)[number];

/** What a commitment may count. */
export const COUNTED = ['shipments', 'contracts'] as const;

/** Trade in one product that a state can start and stop. */
export interface PurchaseFlow {
  /** Id of the trade among the flows of a state, such as `soybeans`. */
  readonly id: string;
  /** What is bought, in words. */
  readonly product: string;
  /** The party that buys, and alone may halt, resume or promise. */
  readonly buyer: PartyId;
  /** The other party, from which is bought. */
  readonly seller: PartyId;
  /** `market` while firms buy as they like, `halted` while the state stops them. */
  readonly status: (typeof FLOW_STATUSES)[number];
  /** First day of the present status, `YYYY-MM-DD`. */
  readonly since: string;
  /** Delivered since the first day of the state, Mmt; 0 where the flow has another unit. */
  readonly deliveredMmt: number;
  /** Absent for million metric tons. */
  readonly unit?: Exclude<Unit, 'Mmt'>;
  /** What is bought in a normal year, in the unit; absent where it is not known. */
  readonly normalYear?: number;
  /** Delivered since the flow was opened, in a unit other than million metric tons. */
  readonly delivered?: number;
  /** Contracted, whether or not it was shipped since, in the unit; absent until something is. */
  readonly contracted?: number;
}

/** A window of a commitment that is over: what came of it. */
export interface PastWindow {
  /** First day of the window, `YYYY-MM-DD`. */
  readonly from: string;
  /** First day after the window, `YYYY-MM-DD`. */
  readonly until: string;
  /** What was counted in it, in the unit of the flow. */
  readonly amount: number;
  /** `met` where what was counted came to the quantity promised, else `missed`. */
  readonly status: 'met' | 'missed';
}

/** A promise to buy a quantity inside a window of dates; `until` is the first day no longer inside. */
export interface PurchaseCommitment {
  /** Id of the promise among the commitments of a state, such as `beijing-aircraft`. */
  readonly id: string;
  /** Id of the trade in which is bought. */
  readonly flow: string;
  /** First day of the window at hand, `YYYY-MM-DD`. */
  readonly from: string;
  /** First day after the window at hand, `YYYY-MM-DD`, on which the calendar settles it. */
  readonly until: string;
  /** 0 where the flow has another unit. */
  readonly quantityMmt: number;
  /** What was counted in the window, shipped unless `counts` says contracted; 0 where the flow has another unit. */
  readonly deliveredMmt: number;
  /** `open` until the last window closes, then `met` or `missed` by what was counted in that window. */
  readonly status: 'open' | 'met' | 'missed';
  /** The same in a unit other than million metric tons. */
  readonly quantity?: number;
  /** Counted in the window, in the unit of the flow; absent for million metric tons. */
  readonly delivered?: number;
  /** Absent where shipments count. */
  readonly counts?: 'contracts';
  /** Years that follow the window at hand, each with the same quantity; absent for a single window. */
  readonly yearsLeft?: number;
  /** The windows that are over, of a commitment for several years. */
  readonly past?: readonly PastWindow[];
}

/** What a commitment is for and what was counted towards it in its window, in the unit of its flow. */
export function progressOf({ quantity, quantityMmt, delivered, deliveredMmt }: PurchaseCommitment): {
  readonly promised: number;
  readonly counted: number;
} {
  return { promised: quantity ?? quantityMmt, counted: delivered ?? deliveredMmt };
}
