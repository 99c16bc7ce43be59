/**
 * What a tariff costs in the short run as politics feels it: a saturating loss of GDP, stored in a fading stock of
 * pain, turned into a motive to talk. Static trade models put the loss at 0.3 to 1 % of GDP, forecasters and markets
 * at 1 to 3 %; the reduced form follows the forecasters, who report a diminishing marginal impact of each further
 * point. The stock and the motive follow the hurting stalemate of I. W. Zartman (2000) in the graded, one-sided form
 * of D. G. Pruitt's readiness theory (2005).
 */
import { expm1 } from '../kit/portable-math';
import { dailyRetention } from './decay';

const retainedOverDay = dailyRetention();

/**
 * Loss of GDP in % a year from `tariffPp` percentage points of new tariff: ceiling · (1 − e^(−T/scale)). `ceilingPct`
 * ≥ 0 is the loss at a prohibitive tariff, `scalePp` > 0 the tariff that costs 63 % of it. Assumption: a tariff below
 * its reference costs nothing and gains nothing, so a negative T counts as 0.
 */
export function saturatingCost(tariffPp: number, ceilingPct: number, scalePp: number): number {
  return tariffPp > 0 ? -ceilingPct * expm1(-tariffPp / scalePp) : 0;
}

/**
 * The day's flow of pain in % of GDP a year: tariff cost weighted by `scaling` (1 unless a side feels it more or
 * less), plus what one sector and the markets add. All in the same unit.
 */
export function painFlow(costPct: number, scaling: number, sectorPct: number, marketPct: number): number {
  return scaling * costPct + sectorPct + marketPct;
}

/**
 * Tomorrow's stock of pain in %GDP-days: today's, halved every `halfLifeDays`, plus today's flow (% of GDP a year,
 * counted for one day without division by 365). Under a constant flow h it settles at h / (1 − 2^(−1/halfLife)).
 */
export function painStep(stock: number, flow: number, halfLifeDays: number): number {
  return stock * retainedOverDay(halfLifeDays) + flow;
}

/** The motive to end it, 1 − e^(−stock/scale), in [0, 1) for a stock ≥ 0; `scale` (P0, %GDP-days) > 0. */
export function motivation(stock: number, scale: number): number {
  return -expm1(-stock / scale);
}
