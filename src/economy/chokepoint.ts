/**
 * A single-source input under export control: the controlled side starves, users live on stock, then output is lost,
 * and the loss fades as they find substitutes. One block serves magnets (days to months) and chips (years).
 *
 * Depletion is bookkeeping. The size of the loss is calibrated on the production-network estimate of IMF WP 2026/073
 * for an 80 % cut (large within a year, negligible later); convexity, because rationing strikes the least valuable
 * uses first. A one-level CES is not used: at σ = 0.1 an 80 % cut of a 0.01 % input would cost 44 % of output.
 */
import { exp, expm1, log } from '../kit/portable-math';
import { retained } from './decay';

const DAYS_PER_MONTH = 30;
const DAYS_PER_YEAR = 365;

/** One day of an inventory: stock left in months of normal use, use and shortage as shares of normal daily use. */
export interface InventoryStep {
  stockMonths: number;
  use: number;
  shortage: number;
}

/**
 * How a shortage costs: `G80` the loss over the first year, in % of a year's GDP, of a shortage as large as the share
 * `referenceCut` in (0, 1], without stock;
 * `gamma` ≥ 1 the convexity in the shortage; `halfLifeDays` > 0 the time in which substitution halves the loss.
 */
export interface ShortageCost {
  readonly G80: number;
  readonly gamma: number;
  readonly referenceCut: number;
  readonly halfLifeDays: number;
}

/** An inventory with so much stock and no shortage yet, to be handed to {@link stepInventory} day after day. */
export function newInventory(stockMonths: number): InventoryStep {
  return { stockMonths, use: 1, shortage: 0 };
}

/** Supply as a share of normal use: 1 − severity · kappa, the controlled share kappa cut by severity, both in [0, 1]. */
export function supplyShare(severity: number, kappa: number): number {
  return 1 - severity * kappa;
}

/**
 * What producers elsewhere and users who do without add to supply, as a share of normal use: nothing on the day on which the control
 * began, `aYear` ≥ 0 after a year, growing evenly. How much of it is called for is not asked here: see {@link offeredSupply}.
 */
export function newSources(daysSinceStart: number, aYear: number): number {
  return (aYear * daysSinceStart) / DAYS_PER_YEAR;
}

/**
 * The supply that comes, as a share of normal use, where `possible` could: users who lack stock take up to `refill` ≥ 0 above what
 * they use until they hold their usual stock again; nobody buys beyond.
 */
export function offeredSupply(
  possible: number,
  stockMonths: number,
  usualMonths: number,
  refill: number,
): number {
  if (possible <= 1) return possible;
  const lacking = Math.max(0, DAYS_PER_MONTH * (usualMonths - stockMonths));
  return Math.min(possible, 1 + Math.min(refill, lacking));
}

/**
 * One day, written into `into` (which may be the record the stock came from): use is normal while supply and stock
 * allow, stock falls by what supply lacks and never below 0, and use plus the change of stock equals supply. With
 * supply ≤ 1 nothing is restocked, as users take all that comes; supply above 1 restocks.
 */
export function stepInventory(stockMonths: number, supply: number, into: InventoryStep): InventoryStep {
  const stockDays = DAYS_PER_MONTH * stockMonths;
  const use = Math.min(1, supply + stockDays);
  into.stockMonths = Math.max(0, (stockDays + supply - use) / DAYS_PER_MONTH);
  into.use = use;
  into.shortage = 1 - use;
  return into;
}

/**
 * Loss of GDP in % a year on one day of a `shortage` in [0, 1]: G80 · (x/x₀)^gamma · 2^(−days/halfLife), divided by
 * the mean of the last factor over a year, because the calibrating estimate is a loss over the first year: the
 * reference cut x₀ from day 0, held for 365 days, costs G80. Assumption: `daysSinceStart` counts from the start of the
 * control, since users look for substitutes when they see it, not when the shelf is empty.
 */
export function shortageCost(shortage: number, daysSinceStart: number, cost: ShortageCost): number {
  if (shortage <= 0) return 0;
  const convexity = shortageConvexity(shortage, cost.gamma, cost.referenceCut);
  const fading = retained(daysSinceStart, cost.halfLifeDays) / meanRetainedOverYear(cost.halfLifeDays);
  return cost.G80 * convexity * fading;
}

/** The factor (x/x₀)^gamma of a shortage x above 0 beside the reference cut x₀. */
export function shortageConvexity(shortage: number, gamma: number, referenceCut: number): number {
  return exp(gamma * log(shortage / referenceCut));
}

/** Mean over a year of what is left of a cost that fades by a half-life. */
export function meanRetainedOverYear(halfLifeDays: number): number {
  const halvings = (Math.LN2 * DAYS_PER_YEAR) / halfLifeDays;
  return halvings === 0 ? 1 : -expm1(-halvings) / halvings;
}
