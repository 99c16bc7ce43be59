/**
 * What follows from a change of tariffs, for a report: trade flows, welfare and prices from the exact-hat model,
 * short-run GDP from saturating pain and shortages, retail prices by a pass-through that takes years to come through.
 * A composition of the other files of this layer. Bargaining uses the pain, not what is reported here.
 *
 * Retail pass-through: A. Cavallo, P. Llamas and F. Vazquez, NBER WP 34496, 2025. Phasing by year: the Budget Lab at
 * Yale, method notes to "State of U.S. Tariffs", 2025.
 */
import { exactHatSolver, type HatSolution, type Matrix, type TradeWorld } from './exact-hat';
import { saturatingCost } from './pain';

const DAYS_PER_YEAR = 365;

/** Changes in % against the baseline, by region: [i][j] from i to j before duty, the diagonal being domestic sales. */
export interface TradeConsequences {
  readonly labels: readonly string[];
  readonly flowPct: Matrix;
  readonly welfarePct: readonly number[];
  readonly pricePct: readonly number[];
}

/** What a bystander gains or loses: welfare, and the value of its sales to each party of the dispute, in %. */
export interface ThirdCountry {
  readonly label: string;
  readonly welfarePct: number;
  readonly salesToPartiesPct: readonly [number, number];
}

/**
 * What presses on one economy: new tariff in percentage points with its ceiling (% of GDP) and scale (pp), and the
 * loss from shortages in % of GDP.
 */
export interface Exposure {
  readonly tariffPp: number;
  readonly ceilingPct: number;
  readonly scalePp: number;
  readonly shortagePct: number;
}

/** Change of GDP in %, by economy; losses are negative. */
export interface GdpEffects {
  readonly US: number;
  readonly CN: number;
  readonly RoW: number;
}

/**
 * Flows, welfare and consumer prices (over the region's own wage, so free of the numeraire) after tariffs (decimals) move from `baseline` to `tariffs`.
 * Medium term, one good, no input-output links: a direction and an order of size.
 * @throws RangeError as {@link solveExactHat}.
 */
export function tradeConsequences(
  world: TradeWorld,
  tariffs: Matrix,
  baseline: Matrix,
  eps: number,
): TradeConsequences {
  return consequencesIn(world)(tariffs, baseline, eps);
}

/**
 * {@link tradeConsequences} in one world, for many changes of its tariffs.
 * @throws RangeError on a malformed world.
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
 * The regions outside a dispute between the two `parties` (indices of the world), in the order of the labels.
 * @throws RangeError when a party is not in the world.
 */
export function thirdCountries(
  consequences: TradeConsequences,
  parties: readonly [number, number],
): ThirdCountry[] {
  const { labels, welfarePct, flowPct } = consequences;
  const [a, b] = parties;
  if (labels[a] === undefined || labels[b] === undefined) {
    throw new RangeError(`No parties ${a} and ${b} in a world of ${labels.length}.`);
  }
  return labels
    .map((label, k) => ({
      label,
      welfarePct: welfarePct[k]!,
      salesToPartiesPct: [flowPct[k]![a]!, flowPct[k]![b]!] as const,
    }))
    .filter((_, k) => k !== a && k !== b);
}

/**
 * Short-run change of GDP in % of the two parties (saturating tariff cost and shortages, both losses) and of the rest
 * of the world, for which the exact-hat change of welfare stands in (assumption: no forecaster's figure to follow).
 */
export function gdpEffects(us: Exposure, cn: Exposure, restOfWorldWelfarePct: number): GdpEffects {
  return { US: -lossPct(us), CN: -lossPct(cn), RoW: restOfWorldWelfarePct };
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

function lossPct(exposure: Exposure): number {
  return saturatingCost(exposure.tariffPp, exposure.ceilingPct, exposure.scalePp) + exposure.shortagePct;
}

function relativePrices(solution: HatSolution): number[] {
  return solution.priceHat.map((price, j) => price / solution.wageHat[j]!);
}

function changePct(hat: number): number {
  return 100 * (hat - 1);
}
