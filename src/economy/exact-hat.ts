/**
 * Trade after a change of tariffs, by exact hat algebra: the Armington model of one good per region, solved in
 * ratios of new to old (x̂ = x′/x), so that only expenditure shares, incomes and one elasticity are needed.
 *
 * Method: R. Dekle, J. Eaton and S. Kortum, "Unbalanced Trade", AER 97(2), 2007; tariffs and their revenue as in
 * L. Caliendo and F. Parro, REStud 82(1), 2015; the autarky check of C. Arkolakis, A. Costinot and
 * A. Rodríguez-Clare, AER 102(1), 2012. Optimal tariffs only after deficits are purged, as in R. Ossa, AER 104(12),
 * 2014: with a deficit held fixed the best tariff runs away to any bound, which is an artefact.
 *
 * The system is solved at border prices (before duty), where it takes its shortest form. Let b_ij be the share of
 * i in what j buys before duty and N_j = w_j Y_j + D_j what j spends before duty. Then
 *
 *     b′_ij ∝ b_ij τ̂_ij^−(1+ε) ŵ_i^−ε ,      ŵ_i Y_i = Σ_j b′_ij N′_j ,      Σ_i ŵ_i Y_i = Σ_i Y_i .
 *
 * Goods are gross substitutes, so the wages are unique up to the numeraire (`market-clearing.ts` finds them).
 * Tables are refused unless square, and loops run within their size; that is why elements are read with `!`.
 */
import { exp, log } from '../kit/portable-math';
import { clearMarkets, newIterate, type Iterate, type Market } from './market-clearing';

/** A square table, exporters in rows and importers in columns. */
export type Matrix = readonly (readonly number[])[];

/**
 * A closed trading world in one year. `lambda[i][j]` is the share of region i in the purchases of region j, domestic
 * purchases included, at border prices (customs values, before duty); columns sum to 1. `income` is output (factor
 * income), `deficit` purchases less income; both in any one currency unit. Deficits sum to 0.
 */
export interface TradeWorld {
  readonly labels: readonly string[];
  readonly lambda: Matrix;
  readonly income: readonly number[];
  readonly deficit: readonly number[];
}

/**
 * The answer of {@link solveExactHat}, every hat a ratio of new to old. `wageHat` and `expenditureHat` are in units
 * of world income; `priceHat` is the consumer price index, duty included; `welfareHat` is real expenditure;
 * `flowHat[i][j]` the value of goods from i to j before duty; `lambda` the new expenditure shares, duty included;
 * `residual` the largest excess demand as a share of the region's income; `iterations` the Newton steps taken.
 */
export interface HatSolution {
  readonly wageHat: readonly number[];
  readonly priceHat: readonly number[];
  readonly expenditureHat: readonly number[];
  readonly welfareHat: readonly number[];
  readonly flowHat: Matrix;
  readonly lambda: Matrix;
  readonly residual: number;
  readonly iterations: number;
}

/** Largest relative gap between stated and implied income that counts as rounding of published shares. */
const ROUNDING = 1e-5;
/**
 * A world read off a table of flows. `flows[i][j]` is the value of goods from i to j before duty, domestic sales on
 * the diagonal; `income` the regions' output in the same unit. Labels default to the row numbers.
 * @throws RangeError when the table is not square, a value is negative or not finite, a region has no income, or a
 * row does not add up to its income.
 */
export function worldFromFlows(
  flows: Matrix,
  income: readonly number[],
  labels?: readonly string[],
): TradeWorld {
  const size = income.length;
  refuseUnlessSquare(flows, size, 'flows');
  const sold = flows.map((row) => sum(row));
  const bought = income.map((_, j) => sum(flows.map((row) => row[j]!)));
  const world = {
    labels: labels ?? income.map((_, i) => String(i)),
    lambda: flows.map((row) => row.map((flow, j) => flow / bought[j]!)),
    income: [...income],
    deficit: income.map((_, j) => bought[j]! - sold[j]!),
  };
  refuseUnlessCoherent(world);
  return world;
}

/**
 * A table of tariffs as decimals, 0 everywhere but in the cells named as [exporter, importer, tariff].
 * @throws RangeError when a cell lies outside the table.
 */
export function tariffMatrix(
  size: number,
  cells: readonly (readonly [number, number, number])[] = [],
): number[][] {
  const table = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (const [exporter, importer, tariff] of cells) {
    const row = table[exporter];
    if (row?.[importer] === undefined)
      throw new RangeError(`No cell ${exporter},${importer} in a world of ${size}.`);
    row[importer] = tariff;
  }
  return table;
}

/**
 * The equilibrium after tariffs change from `baseline` to `tariffs` (decimals; [i][j] is the duty of j on goods
 * from i), at trade elasticity `eps` > 0. Deficits keep their share of world income, which is the numeraire; duty
 * revenue is spent by the importer. Assumption: shares are customs values, so duty-inclusive shares at the baseline
 * are derived from them and no change of tariffs is no change of anything, whatever the baseline.
 * @throws RangeError on a malformed world or table, a tariff of −100 % or less, eps ≤ 0, or when no wages clear the
 * markets (fixed deficits behind prohibitive tariffs).
 */
export function solveExactHat(
  world: TradeWorld,
  tariffs: Matrix,
  baseline: Matrix,
  eps: number,
): HatSolution {
  return exactHatSolver(world)(tariffs, baseline, eps);
}

/** {@link solveExactHat} of one world, for many tariffs. */
export type HatSolver = (tariffs: Matrix, baseline: Matrix, eps: number) => HatSolution;

/**
 * Makes ready what all solutions of a world share, for those who change its tariffs many times over.
 * @throws RangeError on a malformed world; the solver as {@link solveExactHat}.
 */
export function exactHatSolver(world: TradeWorld): HatSolver {
  const size = world.income.length;
  const base = baseOf(world);
  const iterate = newIterate(size);
  const room = newRoom(size);
  return (tariffs, baseline, eps) => {
    refuseUnlessSquare(tariffs, size, 'tariffs');
    refuseUnlessSquare(baseline, size, 'baseline');
    const market = openMarket(base, tariffs, baseline, eps, room);
    iterate.logWage.fill(0);
    const iterations = clearMarkets(market, iterate);
    return describe(market, iterate, tariffs, baseline, iterations);
  };
}

/**
 * The same world without deficits: the equilibrium in which every region spends its income, tariffs unchanged at
 * zero (Ossa 2014 purges his data in this way). World income is kept.
 * @throws RangeError as {@link solveExactHat}.
 */
export function purgeDeficits(world: TradeWorld, eps: number): TradeWorld {
  const size = world.income.length;
  const free = tariffMatrix(size);
  const market = openMarket(baseOf(world), free, free, eps, newRoom(size));
  market.deficit.fill(0);
  const iterate = newIterate(size);
  clearMarkets(market, iterate);
  return {
    labels: world.labels,
    lambda: toMatrix(iterate.share, size),
    income: Array.from(iterate.earned),
    deficit: new Array<number>(size).fill(0),
  };
}

/** The old equilibrium of a world, made exact: what no tariff changes. */
type Base = Pick<Market, 'size' | 'baseShare' | 'baseSpending' | 'income' | 'deficit' | 'worldIncome'>;

function baseOf(world: TradeWorld): Base {
  refuseUnlessCoherent(world);
  const size = world.income.length;
  const baseShare = columnsToOne(world.lambda, size);
  const baseSpending = Float64Array.from(world.income, (income, j) => income + world.deficit[j]!);
  // Income is what the shares imply: published shares are rounded, and the old equilibrium has to be exact.
  const income = impliedIncome(baseShare, baseSpending, size);
  const deficit = baseSpending.map((spending, j) => spending - income[j]!);
  return { size, baseShare, baseSpending, income, deficit, worldIncome: sum(income) };
}

/** Where a market's tables are written, anew for each solution. */
type Room = Pick<Market, 'tauPower' | 'pull'>;

const newRoom = (size: number): Room => ({
  tauPower: new Float64Array(size * size),
  pull: new Float64Array(size * size),
});

function openMarket(
  base: Base,
  tariffs: Matrix,
  baseline: Matrix,
  eps: number,
  { tauPower, pull }: Room,
): Market {
  if (!(eps > 0 && Number.isFinite(eps)))
    throw new RangeError(`A trade elasticity must be positive, not ${eps}.`);
  const { size, baseShare, baseSpending, income, deficit, worldIncome } = base;
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) {
      const tau = dutyFactor(tariffs[i]![j]!) / dutyFactor(baseline[i]![j]!);
      const power = tau === 1 ? 1 : exp(-(1 + eps) * log(tau));
      tauPower[i * size + j] = power;
      pull[i * size + j] = power * baseShare[i * size + j]!;
    }
  }
  return { size, eps, baseShare, baseSpending, tauPower, pull, income, deficit, worldIncome };
}

function describe(
  market: Market,
  iterate: Iterate,
  tariffs: Matrix,
  baseline: Matrix,
  iterations: number,
): HatSolution {
  const { size, income, baseShare, baseSpending } = market;
  const { earned, spending, share, credit, debit } = iterate;
  const dutyBefore = meanDutyFactor(baseShare, baseline, size);
  const dutyAfter = meanDutyFactor(share, tariffs, size);
  const priceHat = consumerPrices(market, iterate, tariffs, baseline, dutyBefore);
  const expenditureHat = dutyAfter.map(
    (duty, j) => (spending[j]! * duty) / (baseSpending[j]! * dutyBefore[j]!),
  );
  return {
    wageHat: quotients(earned, income),
    priceHat,
    expenditureHat,
    welfareHat: expenditureHat.map((value, j) => value / priceHat[j]!),
    flowHat: flowChanges(market, iterate),
    lambda: tariffs.map((row, i) =>
      row.map((t, j) => (share[i * size + j]! * dutyFactor(t)) / dutyAfter[j]!),
    ),
    residual: largestGap(earned, credit, debit),
    iterations,
  };
}

/** A list divided by another, number by number. */
function quotients(values: Float64Array, by: Float64Array): number[] {
  const found: number[] = [];
  for (let i = 0; i < values.length; i += 1) found.push(values[i]! / by[i]!);
  return found;
}

/** The largest gap between what is earned and spent abroad, as a share of what is earned. */
function largestGap(earned: Float64Array, credit: Float64Array, debit: Float64Array): number {
  let worst = 0;
  for (let i = 0; i < earned.length; i += 1)
    worst = Math.max(worst, Math.abs(credit[i]! - debit[i]!) / earned[i]!);
  return worst;
}

/** Expenditure with duty over expenditure without, by importer. */
function meanDutyFactor(share: Float64Array, tariffs: Matrix, size: number): number[] {
  const factor = new Array<number>(size).fill(0);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1)
      factor[j] = factor[j]! + share[i * size + j]! * dutyFactor(tariffs[i]![j]!);
  }
  return factor;
}

/** P̂_j = [Σ_i λ_ij (ŵ_i τ̂_ij)^−ε]^(−1/ε), with duty-inclusive shares λ; τ̂^−ε is the stored power times τ̂. */
function consumerPrices(
  market: Market,
  iterate: Iterate,
  tariffs: Matrix,
  baseline: Matrix,
  dutyBefore: readonly number[],
): number[] {
  const { size, eps, baseShare, tauPower } = market;
  return dutyBefore.map((duty, j) => {
    let mean = 0;
    for (let i = 0; i < size; i += 1) {
      const before = dutyFactor(baseline[i]![j]!);
      const lambda = (baseShare[i * size + j]! * before) / duty;
      const tau = dutyFactor(tariffs[i]![j]!) / before;
      mean += lambda * iterate.appeal[i]! * tauPower[i * size + j]! * tau;
    }
    return exp(-log(mean) / eps);
  });
}

function flowChanges(market: Market, iterate: Iterate): number[][] {
  const { size, tauPower, baseSpending } = market;
  const { appeal, divisor, spending } = iterate;
  const table: number[][] = [];
  for (let i = 0; i < size; i += 1) {
    const row: number[] = [];
    for (let j = 0; j < size; j += 1) {
      const shareHat = (tauPower[i * size + j]! * appeal[i]!) / divisor[j]!;
      row.push((shareHat * spending[j]!) / baseSpending[j]!);
    }
    table.push(row);
  }
  return table;
}

function columnsToOne(lambda: Matrix, size: number): Float64Array {
  const total = new Float64Array(size);
  for (const row of lambda) row.forEach((share, j) => (total[j] = total[j]! + share));
  return Float64Array.from(
    { length: size * size },
    (_, k) => lambda[Math.floor(k / size)]![k % size]! / total[k % size]!,
  );
}

function impliedIncome(share: Float64Array, spending: Float64Array, size: number): Float64Array {
  const income = new Float64Array(size);
  for (let k = 0; k < size * size; k += 1) {
    const i = Math.floor(k / size);
    income[i] = income[i]! + share[k]! * spending[k % size]!;
  }
  return income;
}

function dutyFactor(tariff: number): number {
  if (!(tariff > -1 && Number.isFinite(tariff))) {
    throw new RangeError(`A tariff is a decimal above −1 (0.25 means 25 %), not ${tariff}.`);
  }
  return 1 + tariff;
}

function refuseUnlessSquare(table: Matrix, size: number, name: string): void {
  if (table.length !== size || table.some((row) => row.length !== size)) {
    throw new RangeError(
      `The table of ${name} must be ${size} by ${size}, one row and one column for each region.`,
    );
  }
}

function refuseUnlessCoherent(world: TradeWorld): void {
  const { lambda, income, deficit, labels } = world;
  const size = income.length;
  refuseUnlessSquare(lambda, size, 'lambda');
  if (deficit.length !== size)
    throw new RangeError(`There are ${size} incomes but ${deficit.length} deficits.`);
  for (let i = 0; i < size; i += 1) {
    let sold = 0;
    let columnTotal = 0;
    for (let j = 0; j < size; j += 1) {
      const share = lambda[i]![j]!;
      if (!(share >= 0))
        throw new RangeError(`The share ${share} of ${labels[i]} is not a share of spending.`);
      sold += share * (income[j]! + deficit[j]!);
      columnTotal += lambda[j]![i]!;
    }
    const gap = Math.abs(sold - income[i]!);
    if (!(income[i]! > 0 && income[i]! + deficit[i]! > 0 && gap <= ROUNDING * income[i]!)) {
      throw new RangeError(
        `What ${labels[i]} sells does not add up to its income: check flows, income and deficit.`,
      );
    }
    if (!(Math.abs(columnTotal - 1) <= ROUNDING))
      throw new RangeError(`The shares in ${labels[i]} do not sum to 1.`);
  }
}

function toMatrix(flat: Float64Array, size: number): number[][] {
  return Array.from({ length: size }, (_, i) => Array.from(flat.subarray(i * size, (i + 1) * size)));
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
