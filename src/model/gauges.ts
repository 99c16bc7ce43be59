/**
 * Gauges: what a day's accruals have come to, as the theory computed them.
 *
 * The machine neither computes nor interprets these numbers; they enter by the day's event, so that a log tells what
 * the parties felt and a replay needs no theory.
 */
import type { PartyId } from './actor';

/** Accumulated pressure, belief and stocks at the end of a day. */
export interface Gauges {
  /** Pain stock of each side, in per cent of GDP times days. */
  pain: Record<PartyId, number>;
  /** Audience cost stock of each side, in utility points. */
  audience: Record<PartyId, number>;
  /** Credibility of each side's threats: mean belief that a threat is carried out, 0 to 1. */
  credibility: Record<PartyId, number>;
  /** Stock of rare-earth magnets in American industry, in months of normal use. */
  inventoryMonths: number;
  /** Share of normal magnet use that cannot be met today, 0 to 1. */
  shortage: number;
  /** Farm pain from unsold soybeans, in utility points. */
  farmPain: number;
  /** American equity drawdown from its peak, in per cent. */
  drawdownPct: number;
}
