/**
 * Why a demand is refused although a bargain exists: the take-it-or-leave-it offer under private information of Fearon (1995). The
 * one who demands does not know the other's cost of conflict, and trades a better bargain against the risk of none.
 */

/** The demand that is best for the one who makes it, and what it risks. */
export interface RiskyDemand {
  /** Share of the pie demanded, in [0, 1]. */
  readonly demand: number;
  /** Probability that the other prefers conflict, in [0, 1]. */
  readonly breakdown: number;
}

/**
 * Best demand of a party that would win a share `winProbability` in [0, 1] by conflict at a cost `ownCost`, when the other's cost
 * is uniform between nought and `largestOtherCost`; costs are shares of the pie. A demand never exceeds the pie.
 * Throws a RangeError when the other's cost has no range.
 */
export function bestDemand(winProbability: number, ownCost: number, largestOtherCost: number): RiskyDemand {
  if (!(largestOtherCost > 0)) throw new RangeError("The other's cost of conflict must have a range.");
  const excess = Math.min(1 - winProbability, Math.max(0, (largestOtherCost - ownCost) / 2));
  return { demand: winProbability + excess, breakdown: excess / largestOtherCost };
}

/**
 * The bargains that both prefer to conflict, as shares of the pie for the first party: never empty while conflict costs something.
 */
export function bargainingRange(
  winProbability: number,
  ownCost: number,
  otherCost: number,
): readonly [low: number, high: number] {
  return [Math.max(0, winProbability - ownCost), Math.min(1, winProbability + otherCost)];
}
