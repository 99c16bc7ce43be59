/**
 * What follows from a change of tariffs, for a report: trade flows, welfare and prices from the exact-hat model, retail
 * prices by a pass-through that takes years to come through.
 * A composition of the other files of this layer. Bargaining uses the pain, not what is reported here.
 *
 * Retail pass-through: A. Cavallo, P. Llamas and F. Vazquez, NBER WP 34496, 2025. Phasing by year: the Budget Lab at
 * Yale, method notes to "State of U.S. Tariffs", 2025.
 */
import { exactHatSolver, type HatSolution, type Matrix, type TradeWorld } from './exact-hat';

const DAYS_PER_YEAR = 365;

/** Changes in % against the baseline, by region: [i][j] from i to j before duty, the diagonal being domestic sales. */
export interface TradeConsequences {
  readonly labels: readonly string[];
  readonly flowPct: Matrix;
  readonly welfarePct: readonly number[];
  readonly pricePct: readonly number[];
}

/**
 * What follows in a world, for many changes of its tariffs: flows, welfare and consumer prices (over the region's own wage, so free
 * of the numeraire) after tariffs (decimals) move from `baseline` to `tariffs`. Medium term, one good, no input-output links: a
 * direction and an order of size.
 * @throws RangeError on a malformed world, and as {@link solveExactHat}.
 */
export function consequencesIn(
  world: TradeWorld,
): (tariffs: Matrix, baseline: Matrix, eps: number) => TradeConsequences {
  const solve = exactHatSolver(world);
  return (tariffs, baseline, eps) => described(world.labels, solve(tariffs, baseline, eps));
}

function described(labels: readonly string[], solution: HatSolution): TradeConsequences {
  return {
    labels,
    flowPct: solution.flowHat.map((row) => row.map(changePct)),
    welfarePct: solution.welfareHat.map(changePct),
    pricePct: relativePrices(solution).map(changePct),
  };
}

/**
 * The trade elasticity within a year: what is left of the long-run one, above 0, when a share of it in [0, 1) takes longer. Sellers and
 * contracts are not changed overnight (Boehm, Levchenko and Pandalai-Nayar 2023).
 */
export function withinAYear(elasticity: number, delayed: number): number {
  return elasticity * (1 - delayed);
}

/**
 * Share of a tariff's price effect that has come through after `days`: `firstYearShare` after one year, growing in
 * proportion to time and complete at 1. Assumption: even within a year.
 */
export function phasedIn(days: number, firstYearShare: number): number {
  return Math.min(1, (firstYearShare * Math.max(0, days)) / DAYS_PER_YEAR);
}

/**
 * Rise of the consumer price level in %: the change of the average tariff in pp, times the share of consumption that
 * bears it, times the retail pass-through, times the share phased in (see {@link phasedIn}; 1 once complete). Negative
 * for a tariff cut (assumption: prices come down as they went up).
 */
export function retailPriceEffect(
  tariffChangePp: number,
  consumptionShare: number,
  passThrough: number,
  phased: number,
): number {
  return tariffChangePp * consumptionShare * passThrough * phased;
}

function relativePrices(solution: HatSolution): number[] {
  return solution.priceHat.map((price, j) => price / solution.wageHat[j]!);
}

function changePct(hat: number): number {
  return 100 * (hat - 1);
}
