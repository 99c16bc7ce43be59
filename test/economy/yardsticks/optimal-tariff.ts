/**
 * The uniform tariff that serves one region best, after Ossa (2014): what the literature says of the exact-hat model, to which
 * it is held. The library weighs tariffs by their costs and never looks for a best one.
 */
import { solveExactHat, tariffMatrix, type TradeWorld } from '../../../src/economy/exact-hat';

/** The best uniform tariff of one importer: the rate as a decimal, the welfare ratio it brings, whether a bound binds. */
export interface OptimalTariff {
  readonly tariff: number;
  readonly welfareHat: number;
  readonly atBound: boolean;
}

/** Deficits smaller than this share of income count as none. */
const BALANCED = 1e-9;

/**
 * The uniform tariff on all other regions that is best for `importerIndex`, between 0 and `bound` (decimals), all
 * other tariffs zero. In this model it lies near 1/eps. Golden-section search: welfare is single-peaked.
 * @throws RangeError when the world has deficits: purge them first, or the answer is whatever bound was given.
 */
export function optimalUniformTariff(
  world: TradeWorld,
  importerIndex: number,
  eps: number,
  bound: number,
): OptimalTariff {
  refuseUnlessBalanced(world);
  if (!(bound > 0)) throw new RangeError(`The bound of an optimal tariff must be positive, not ${bound}.`);
  const welfare = (tariff: number): number => uniformTariffWelfare(world, importerIndex, eps, tariff);
  const peak = goldenSectionPeak(welfare, 0, bound, 1e-7);
  const best = welfare(peak);
  const welfareAtBound = welfare(bound);
  return welfareAtBound >= best
    ? { tariff: bound, welfareHat: welfareAtBound, atBound: true }
    : { tariff: peak, welfareHat: best, atBound: false };
}

/**
 * Welfare ratio of `importerIndex` under its own uniform tariff on everyone else, all other tariffs zero. With
 * deficits in the world this rises without end in the tariff: read it, never maximise it.
 */
export function uniformTariffWelfare(
  world: TradeWorld,
  importerIndex: number,
  eps: number,
  tariff: number,
): number {
  const size = world.income.length;
  const free = tariffMatrix(size);
  const tariffs = free.map((row, i) => row.map((_, j) => (j === importerIndex && i !== j ? tariff : 0)));
  const welfareHat = solveExactHat(world, tariffs, free, eps).welfareHat[importerIndex];
  if (welfareHat === undefined) throw new RangeError(`No region ${importerIndex} in a world of ${size}.`);
  return welfareHat;
}

function goldenSectionPeak(f: (x: number) => number, low: number, high: number, tolerance: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [low, high];
  let [left, right] = [b - ratio * (b - a), a + ratio * (b - a)];
  let [fLeft, fRight] = [f(left), f(right)];
  while (b - a > tolerance) {
    if (fLeft >= fRight) {
      [b, right, fRight] = [right, left, fLeft];
      left = b - ratio * (b - a);
      fLeft = f(left);
    } else {
      [a, left, fLeft] = [left, right, fRight];
      right = a + ratio * (b - a);
      fRight = f(right);
    }
  }
  return (a + b) / 2;
}

function refuseUnlessBalanced(world: TradeWorld): void {
  const unbalanced = world.deficit.findIndex((deficit, j) => Math.abs(deficit) > BALANCED * world.income[j]!);
  if (unbalanced === -1) return;
  throw new RangeError(
    `${world.labels[unbalanced]} has a deficit: with deficits held fixed the best tariff is any bound; purge them first.`,
  );
}
