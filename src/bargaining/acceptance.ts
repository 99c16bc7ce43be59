/**
 * Why talks fail although terms exist that suit both: each side also pays a private political price for being seen to concede,
 * and each misjudges the terms by a noise that shrinks with every preparatory round. The logic is that of bargaining under
 * private information (Myerson and Satterthwaite 1983; Fearon 1995); the additive form is ours.
 */
import { exp, normalCdf, pow } from '../kit/portable-math';
import type { PerParty } from './nash';

/** A threat that hangs over a party while it bargains. */
export interface PendingThreat {
  /** Probability the party gives to its being carried out if there is no agreement, in [0, 1]. */
  readonly credibility: number;
  /** What it would add to the party's costs, in points a year. */
  readonly addedCost: number;
}

/** True when a party's gain, less its private price of conceding, plus its misjudgement, is not negative; all in points. */
export function accepts(gain: number, concessionPrice: number, misjudgement: number): boolean {
  return gain - concessionPrice + misjudgement >= 0;
}

/** True when both parties accept: gains over disagreement, private prices K and drawn misjudgements, all in points. */
export function acceptance(gains: PerParty, concessionPrices: PerParty, misjudgements: PerParty): boolean {
  return (
    accepts(gains[0], concessionPrices[0], misjudgements[0]) &&
    accepts(gains[1], concessionPrices[1], misjudgements[1])
  );
}

/** Probability that both accept when their misjudgements are independent and normal with the given standard deviation, in points. */
export function acceptanceProbability(
  gains: PerParty,
  concessionPrices: PerParty,
  noiseSdPoints: number,
): number {
  const one = acceptsProbability(gains[0] - concessionPrices[0], noiseSdPoints);
  return one * acceptsProbability(gains[1] - concessionPrices[1], noiseSdPoints);
}

/**
 * Standard deviation of a party's misjudgement of the terms, in points: sigma0 without preparation, a share kappa of it removed
 * by each completed round. kappa in [0, 1]; rounds a whole number that the caller has capped.
 */
export function noiseSd(sigma0: number, kappa: number, rounds: number): number {
  return sigma0 * pow(1 - kappa, rounds);
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

function acceptsProbability(netGain: number, noiseSdPoints: number): number {
  if (noiseSdPoints === 0) return netGain >= 0 ? 1 : 0;
  return normalCdf(netGain / noiseSdPoints);
}
