/**
 * Why talks fail although terms exist that suit both: each side also pays a private political price for being seen to
 * concede. The logic is that of bargaining under private information (Myerson and Satterthwaite 1983; Fearon 1995); the
 * additive form is ours.
 */
import { exp } from '../kit/portable-math';

/** A threat that hangs over a party while it bargains. */
export interface PendingThreat {
  /** Probability the party gives to its being carried out if there is no agreement, in [0, 1]. */
  readonly credibility: number;
  /** What it would add to the party's costs, in points a year. */
  readonly addedCost: number;
}

/** True when a party's gain covers its private price of conceding; both in points. */
export function accepts(gain: number, concessionPrice: number): boolean {
  return gain >= concessionPrice;
}

/**
 * A party's price of being seen to concede, in points: lognormal with median K, plus what its audience will charge.
 * `shock` is a standard normal draw.
 */
export function concessionPrice(medianK: number, logSd: number, shock: number, audienceCost: number): number {
  return medianK * exp(logSd * shock) + audienceCost;
}

/** What a further measure adds to the yearly cost of those in force, in points; `cost` is a function of the level faced. */
export function addedCost(cost: (level: number) => number, levelInForce: number, increment: number): number {
  return cost(levelInForce + increment) - cost(levelInForce);
}

/**
 * Utility without agreement, in points, never positive: what the pending threats are expected to add over the horizon in years.
 * The pain of measures already in force is left out, because failing to agree leaves it as it is. A measure that would not
 * hurt does not press.
 */
export function disagreementUtility(threats: readonly PendingThreat[], horizonYears: number): number {
  let expectedPerYear = 0;
  for (const threat of threats) expectedPerYear += threat.credibility * Math.max(0, threat.addedCost);
  return expectedPerYear === 0 ? 0 : -expectedPerYear * horizonYears;
}
