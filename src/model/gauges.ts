/**
 * Gauges: what a day's accruals have come to, as the theory computed them.
 *
 * The machine neither computes nor interprets these numbers; they enter by the day's event, so that a log tells what
 * the parties felt and a replay needs no theory.
 */
import type { PartyId } from './actor';

/** Accumulated pressure, belief and stocks at the end of a day. */
export interface Gauges {
  /** Pain stock of each side, in per cent of GDP times days, at least 0. */
  readonly pain: Readonly<Record<PartyId, number>>;
  /** Audience cost stock of each side, in utility points, at least 0. */
  readonly audience: Readonly<Record<PartyId, number>>;
  /** Credibility of each side's threats: mean belief that a threat is carried out, 0 to 1. */
  readonly credibility: Readonly<Record<PartyId, number>>;
  /** Stock of rare-earth magnets in American industry, in months of normal use, at least 0. */
  readonly inventoryMonths: number;
  /** Share of normal magnet use that cannot be met today, 0 to 1. */
  readonly shortage: number;
  /** Farm pain from unsold soybeans, in utility points, at least 0. */
  readonly farmPain: number;
  /** American equity drawdown from its peak, in per cent, at least 0. */
  readonly drawdownPct: number;
}
