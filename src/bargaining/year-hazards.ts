/**
 * How often things happen in the year after a meeting: rates a year, and what moves them.
 *
 * Rates are counted in the record of acts; how steeply the hurt of both sides and a fall of markets raise them rests on one
 * spell, the five weeks of April and May 2025, and the form is ours. Zartman's hurting stalemate takes two, so of hurt that of the
 * side that hurts less counts.
 */
import { exp, expm1 } from '../kit/portable-math';

const DAYS_PER_YEAR = 365.25;

/** Probability in [0, 1) that what comes `aYear` times a year comes at least once in so many days; nought at a rate of nought. */
export function chanceWithin(days: number, aYear: number): number {
  return -expm1((-aYear * days) / DAYS_PER_YEAR);
}

/** What bears on whether a side takes back a measure of its own. */
export interface ReversalConditions {
  /** How much what is in force hurts the side that hurts less if it stays, in [0, 1]. */
  readonly hurt: number;
  /** By how much equities are down, per cent, from 0 up. */
  readonly drawdownPct: number;
}

/** Sizes of {@link reversalsAYear}, each from 0 up. */
export interface ReversalSizes {
  /** Reversals a year by a side, whether it begins or follows, at the usual hurt and drawdown. */
  readonly reversals: number;
  /** Chance in [0, 1] that the other side follows one that begins. */
  readonly reversalFollowed: number;
  readonly usualHurt: number;
  readonly usualDrawdownPct: number;
  /** Rise of the log-rate for each unit of hurt, and for each per cent of drawdown. */
  readonly hurtOnReversal: number;
  readonly drawdownOnReversal: number;
}

/** How often a year a side is the first to take back a measure of its own that has not stood for long; grows with hurt and drawdown. */
export function reversalsAYear({ hurt, drawdownPct }: ReversalConditions, sizes: ReversalSizes): number {
  return (
    (sizes.reversals / (1 + sizes.reversalFollowed)) *
    exp(
      sizes.hurtOnReversal * (hurt - sizes.usualHurt) +
        sizes.drawdownOnReversal * (drawdownPct - sizes.usualDrawdownPct),
    )
  );
}

/** What a government seeks from a statute in place of what a court took: a rate on a share of trade. */
export interface SoughtDuty {
  /** Points of the average that were lost, and the share of them that is sought, in [0, 1]. */
  readonly lostPp: number;
  readonly soughtShare: number;
  /** Share of trade that the duty covers, in (0, 1]. */
  readonly coverage: number;
  /** The highest rate that the statute allows, per cent; null where it sets none. */
  readonly ceilingPct: number | null;
}

/** The rate in per cent, to a tenth, of a duty that brings back what is sought, as far as the ceiling goes. */
export function replacementRatePct({ lostPp, soughtShare, coverage, ceilingPct }: SoughtDuty): number {
  const rate = (lostPp * soughtShare) / coverage;
  return Math.round(10 * (ceilingPct === null ? rate : Math.min(ceilingPct, rate))) / 10;
}
