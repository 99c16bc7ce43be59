/**
 * The wages that clear the markets of an Armington world, at border prices (the system stated in `exact-hat.ts`).
 *
 * Goods are gross substitutes, so the wages are unique up to the numeraire; they are found by Newton's method on the
 * logs of what each region earns and spends abroad, with world income as numeraire. Arrays have fixed lengths known to
 * the loops around them; that is why their elements are read with `!`.
 */
import { exp, log } from '../kit/portable-math';
import { eliminate } from './linear-system';

const STEP_TOLERANCE = 1e-11;
const MAX_STEPS = 100;
const MAX_LOG_STEP = 1;
/** Steps shorter than this are taken whole. */
const TRUSTED_LOG_STEP = 1e-3;

/**
 * The old equilibrium made exact, and the pull of each exporter after the change, `pull = b τ̂^−(1+ε)`, up to a factor
 * for each importer. Tables are row-major, exporters in rows; `deficit` is in units of `worldIncome`'s currency.
 */
export interface Market {
  readonly size: number;
  readonly eps: number;
  readonly baseShare: Float64Array;
  readonly baseSpending: Float64Array;
  readonly tauPower: Float64Array;
  readonly pull: Float64Array;
  readonly income: Float64Array;
  readonly deficit: Float64Array;
  readonly worldIncome: number;
}

/**
 * What Newton's method rewrites at each step: log ŵ, w Y (`earned`), N (`spending`), ŵ^−ε (`appeal`), the importers'
 * sums of pull · appeal (`divisor`), shares before duty, and each region's foreign earnings and outlays.
 */
export interface Iterate {
  readonly logWage: Float64Array;
  readonly origin: Float64Array;
  readonly earned: Float64Array;
  readonly spending: Float64Array;
  readonly appeal: Float64Array;
  readonly divisor: Float64Array;
  readonly share: Float64Array;
  readonly credit: Float64Array;
  readonly debit: Float64Array;
  readonly system: Float64Array;
  readonly step: Float64Array;
}

/** An iterate at unchanged wages, its other fields not yet computed. */
export function newIterate(size: number): Iterate {
  const vector = (): Float64Array => new Float64Array(size);
  return {
    logWage: vector(),
    origin: vector(),
    earned: vector(),
    spending: vector(),
    appeal: vector(),
    divisor: vector(),
    share: new Float64Array(size * size),
    credit: vector(),
    debit: vector(),
    system: new Float64Array(size * size),
    step: vector(),
  };
}

/**
 * Newton's method from the iterate's wages; leaves the equilibrium in the iterate and returns the steps taken.
 * @throws RangeError when no wages clear the markets (a deficit that trade this dear cannot carry) or when a region
 * trades with nobody.
 */
export function clearMarkets(market: Market, iterate: Iterate): number {
  evaluate(market, iterate);
  for (let steps = 1; steps <= MAX_STEPS; steps += 1) {
    linearise(market, iterate);
    eliminate(iterate.system, iterate.step, market.size);
    const moved = move(market, iterate);
    if (moved < STEP_TOLERANCE) return steps;
  }
  throw new RangeError('No wages clear these markets: purge the deficits or lower the tariffs.');
}

/** Spending, shares before duty and foreign trade at the iterate's wages. */
function evaluate(market: Market, iterate: Iterate): void {
  const { size, eps, income, deficit, pull } = market;
  const { logWage, earned, spending, appeal, divisor, share } = iterate;
  divisor.fill(0);
  for (let i = 0; i < size; i += 1) {
    const x = logWage[i]!;
    earned[i] = exp(x) * income[i]!;
    spending[i] = earned[i]! + deficit[i]!;
    appeal[i] = exp(-eps * x);
    for (let j = 0; j < size; j += 1) {
      const weight = pull[i * size + j]! * appeal[i]!;
      share[i * size + j] = weight;
      divisor[j] = divisor[j]! + weight;
    }
  }
  for (let k = 0; k < size * size; k += 1) share[k] = share[k]! / divisor[k % size]!;
  measureTrade(market, iterate);
}

/**
 * What each region earns abroad and spends abroad, a deficit counted as earnings and a surplus as spending. Domestic
 * sales cancel, and would drown the rest behind a high tariff.
 */
function measureTrade(market: Market, iterate: Iterate): void {
  const { size, deficit } = market;
  const { share, spending, credit, debit } = iterate;
  for (let i = 0; i < size; i += 1) {
    let exports = Math.max(0, deficit[i]!);
    let importShare = 0;
    for (let j = 0; j < size; j += 1) {
      if (j === i) continue;
      exports += share[i * size + j]! * spending[j]!;
      importShare += share[j * size + i]!;
    }
    credit[i] = exports;
    debit[i] = Math.max(0, -deficit[i]!) + importShare * spending[i]!;
  }
}

/**
 * Fills the linear system of one Newton step on log(credit/debit) = 0 in every region but the last, and on
 * log(world income) in its place. Logs, because trade falls by orders of magnitude and is close to a power of wages.
 */
function linearise(market: Market, iterate: Iterate): void {
  const { size, worldIncome } = market;
  const { earned, credit, debit, system, step } = iterate;
  const last = size - 1;
  const total = totalOf(earned);
  for (let i = 0; i < last; i += 1) {
    for (let k = 0; k < size; k += 1) {
      const creditSlope = i === k ? ownCreditSlope(market, iterate, i) : creditGain(market, iterate, i, k);
      system[i * size + k] = creditSlope / credit[i]! - debitSlope(market, iterate, i, k) / debit[i]!;
    }
    step[i] = log(debit[i]! / credit[i]!);
  }
  for (let k = 0; k < size; k += 1) system[last * size + k] = earned[k]! / total;
  step[last] = log(worldIncome / total);
}

/** What a rise of k's log wage adds to i's exports: substitution towards i, and k's own spending on i. */
function creditGain(market: Market, iterate: Iterate, i: number, k: number): number {
  const { size, eps } = market;
  const { share, spending, earned } = iterate;
  let substitution = 0;
  for (let j = 0; j < size; j += 1) {
    if (j !== i) substitution += share[i * size + j]! * share[k * size + j]! * spending[j]!;
  }
  return eps * substitution + share[i * size + k]! * earned[k]!;
}

/** What a rise of i's own log wage adds to its exports: a loss, by substitution away from it. */
function ownCreditSlope(market: Market, iterate: Iterate, i: number): number {
  const { size, eps } = market;
  const { share, spending } = iterate;
  let substitution = 0;
  for (let j = 0; j < size; j += 1) {
    const held = share[i * size + j]!;
    if (j !== i) substitution += held * (1 - held) * spending[j]!;
  }
  return -eps * substitution;
}

/** What a rise of k's log wage adds to i's imports: substitution to or from home goods, and own income if k is i. */
function debitSlope(market: Market, iterate: Iterate, i: number, k: number): number {
  const { size, eps } = market;
  const { share, spending, earned, debit } = iterate;
  const home = share[i * size + i]!;
  if (k !== i) return -eps * home * share[k * size + i]! * spending[i]!;
  const importShare = (debit[i]! - Math.max(0, -market.deficit[i]!)) / spending[i]!;
  return importShare * (eps * home * spending[i]! + earned[i]!);
}

/**
 * Takes the step, shortened until the markets come closer to clearing: undoing a tariff that had stopped a trade makes
 * full steps overshoot and circle. Returns the full step's length. Short steps are trusted, as near the solution
 * rounding would decide.
 */
function move(market: Market, iterate: Iterate): number {
  const { logWage, origin, step } = iterate;
  let length = 0;
  for (const change of step) length = Math.max(length, Math.abs(change));
  if (!Number.isFinite(length))
    throw new RangeError('A region trades with nobody, so its wage is undetermined.');
  const imbalance = imbalanceOf(market, iterate);
  origin.set(logWage);
  let scale = Math.min(1, MAX_LOG_STEP / length);
  for (;;) {
    for (let i = 0; i < market.size; i += 1) logWage[i] = origin[i]! + scale * step[i]!;
    evaluate(market, iterate);
    if (
      isSolvent(iterate) &&
      (scale * length < TRUSTED_LOG_STEP || imbalanceOf(market, iterate) < imbalance)
    ) {
      return length;
    }
    scale /= 2;
  }
}

function imbalanceOf(market: Market, iterate: Iterate): number {
  const { credit, debit, earned } = iterate;
  let total = Math.abs(log(totalOf(earned) / market.worldIncome));
  for (let i = 0; i < market.size; i += 1) total += Math.abs(log(credit[i]! / debit[i]!));
  return total;
}

/** Whether everyone has something to spend: a fixed surplus can exceed what low wages earn. */
function isSolvent(iterate: Iterate): boolean {
  return iterate.spending.every((spending) => spending > 0);
}

function totalOf(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
