/**
 * Soybeans between two exporters: a duty on one drives a wedge between their prices, state buyers may override it, and
 * farmers feel the loss most at harvest. A linear wedge, calibrated on the price effects of the 2018 duty measured by
 * M. K. Adjemian, A. Smith and W. He, "Estimating the market effect of a trade war", Food Policy 105, 2021, over the
 * first five months. Nothing here says how fast an effect fades after that: it is held as long as the wedge stands.
 */

/**
 * What was measured: under a duty of `wedge` (decimal) at `pricePerBu`, the US price changed by `usPerBu` (negative), USD a
 * bushel. `ceiling` (tbar, decimal) is the duty beyond which trade has stopped and more makes no difference.
 */
export interface WedgeCalibration {
  readonly wedge: number;
  readonly pricePerBu: number;
  readonly usPerBu: number;
  readonly ceiling: number;
}

/** Change of the American price, USD a bushel. */
export interface PriceEffects {
  usPerBu: number;
}

/** Price effects of no wedge, to be handed to {@link priceEffects}. */
export function noPriceEffects(): PriceEffects {
  return { usPerBu: 0 };
}

/**
 * Change of the US price (USD a bushel) under a duty of `tariff` (decimal, ≥ 0) at a price of `pricePerBu`:
 * −φ · min(tariff, ceiling) · price, φ such that the calibration is met. Written into `into`.
 */
export function priceEffects(
  tariff: number,
  pricePerBu: number,
  calibration: WedgeCalibration,
  into: PriceEffects,
): PriceEffects {
  const wedge = Math.min(Math.max(0, tariff), calibration.ceiling);
  const multiple = (wedge * pricePerBu) / (calibration.wedge * calibration.pricePerBu);
  into.usPerBu = calibration.usPerBu * multiple;
  return into;
}

/** Months of the farm year, 1 to 12, first and last included; a span may run over the turn of the year. */
export interface FarmMonths {
  readonly harvestFrom: number;
  readonly harvestTo: number;
  readonly growingFrom: number;
  readonly growingTo: number;
}

const within = (month: number, from: number, to: number): boolean =>
  from <= to ? from <= month && month <= to : from <= month || month <= to;

/**
 * Weight of the farm season in month 1 to 12: 1 + amplitude in the harvest, else 1 − amplitude while the crop is sown
 * and grows, 1 between. Assumption: the plainest form with these peaks; amplitude in [0, 1].
 */
export function season(month: number, amplitude: number, months: FarmMonths): number {
  if (within(month, months.harvestFrom, months.harvestTo)) return 1 + amplitude;
  return within(month, months.growingFrom, months.growingTo) ? 1 - amplitude : 1;
}

/**
 * Farm pain: the weight of the season times the relative fall of the price below `referencePerBu`, times the farm's
 * political `weight`. Never negative: a price above the reference (assumption) brings no pleasure to be traded.
 */
export function farmPain(
  seasonWeight: number,
  pricePerBu: number,
  referencePerBu: number,
  weight = 1,
): number {
  const fall = Math.max(0, (referencePerBu - pricePerBu) / referencePerBu);
  return seasonWeight * fall * weight;
}

/**
 * What China buys in a period: what was pledged times the share expected to be delivered, or what the market would
 * take anyway if that is more. State buyers override the tariff. All amounts in one unit (Mmt for a period).
 */
export function purchases(pledgedMmt: number, deliveredShare: number, marketMmt = 0): number {
  return Math.max(marketMmt, pledgedMmt * deliveredShare);
}
