/**
 * Who concedes next: Zeuthen's rule (1930), which Harsanyi (1956) showed to end at Nash's solution. Each party compares what it
 * would lose by yielding with what it would lose by a breakdown; the one that can bear the smaller risk of breakdown concedes.
 * With unequal weights the comparison is between the weighted products, so that the end is the asymmetric solution.
 */
import { log } from '../../../src/kit/portable-math';
import type { ShareCurve } from './frontier';
import type { PerParty } from '../../../src/bargaining/nash';

/** A position in the exchange of offers: the share of party 0 that each party proposes. */
export interface StandingOffers {
  readonly proposedBy0: number;
  readonly proposedBy1: number;
}

/** The course of the concessions. */
export interface ConcessionTrace {
  /** From the extreme demands to the meeting of the offers. */
  readonly offers: readonly StandingOffers[];
  /** Share of party 0 on which the offers meet. */
  readonly agreedShare: number;
}

/**
 * The largest probability of breakdown in [0, 1] that a party would run rather than take the other's offer: the part of its own
 * offer's gain that it would give up. One where the other's offer is no better than disagreement.
 */
export function riskLimit(gainAtOwnOffer: number, gainAtOtherOffer: number): number {
  if (gainAtOtherOffer <= 0) return 1;
  return gainAtOwnOffer <= gainAtOtherOffer ? 0 : (gainAtOwnOffer - gainAtOtherOffer) / gainAtOwnOffer;
}

/**
 * Concessions of one step at a time from the demand for everything on each side until the offers meet. `stepsInPie` is the number
 * of steps that make up the whole, two at least; alpha in (0, 1) is the weight of party 0, one half for Zeuthen's own rule.
 * Throws a RangeError on other values.
 */
export function concede(
  curve: ShareCurve,
  disagreement: PerParty,
  stepsInPie: number,
  alpha = 0.5,
): ConcessionTrace {
  if (!(Number.isInteger(stepsInPie) && stepsInPie >= 2))
    throw new RangeError('Concessions need two steps at least.');
  if (!(alpha > 0 && alpha < 1))
    throw new RangeError(`A party of weight ${alpha} or its opponent never concedes.`);
  let steps0 = stepsInPie;
  let steps1 = 0;
  const offers: StandingOffers[] = [];
  const note = (): number =>
    offers.push({ proposedBy0: steps0 / stepsInPie, proposedBy1: steps1 / stepsInPie });
  note();
  while (steps0 > steps1) {
    const [own0, own1] = [curve(steps0 / stepsInPie), curve(steps1 / stepsInPie)];
    const resolve0 = alpha * resolve(riskLimit(own0[0] - disagreement[0], own1[0] - disagreement[0]));
    const resolve1 = (1 - alpha) * resolve(riskLimit(own1[1] - disagreement[1], own0[1] - disagreement[1]));
    if (resolve0 <= resolve1) steps0 -= 1;
    if (resolve1 <= resolve0 && steps0 > steps1) steps1 += 1;
    note();
  }
  return { offers, agreedShare: (steps0 + steps1) / (2 * stepsInPie) };
}

/** Log of own gain over the gain at the other's offer: rises with the risk limit and, weighted, compares Nash products. */
function resolve(risk: number): number {
  return -log(1 - risk);
}
