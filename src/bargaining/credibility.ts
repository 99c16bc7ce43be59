/**
 * What one party believes about another's word: a Beta distribution over the probability that a threat is carried out (or a
 * promise kept), updated by what happens to each, with older events counting less. Forgetting is geometric, so the weight of
 * all past events never exceeds 1/(1-phi). The signs follow Peterson (2013): a recent climb-down invites resistance.
 */

/** A Beta belief: a counts the words kept, b the words not kept; both positive. */
export interface Beta {
  readonly a: number;
  readonly b: number;
}

/** How the past fades and what a trade proves. */
export interface Learning {
  /** Share of the old evidence that is kept at each event, in (0, 1]; 1 forgets nothing. */
  readonly phi: number;
  /** How far a threat withdrawn for a recorded concession counts as carried out, in [0, 1]; about a half is neutral. */
  readonly wTraded: number;
}

/** The probability, in (0, 1), that a belief gives to the word being kept. */
export function mean(belief: Beta): number {
  return belief.a / (belief.a + belief.b);
}

/**
 * The belief with a given mean in (0, 1) and a strength worth that many observations.
 * Throws a RangeError on a mean outside (0, 1) or a strength that is not positive.
 */
export function betaFromMean(meanProbability: number, strength: number): Beta {
  if (!(meanProbability > 0 && meanProbability < 1 && strength > 0)) {
    throw new RangeError(`No belief has mean ${meanProbability} and strength ${strength}.`);
  }
  return { a: meanProbability * strength, b: (1 - meanProbability) * strength };
}

/** The belief after events that count `kept` for the word and `broken` against it, the old evidence fading by phi. */
export function observed(belief: Beta, kept: number, broken: number, phi: number): Beta {
  return { a: phi * belief.a + kept, b: phi * belief.b + broken };
}

/** The threat was carried out. */
export function executed(belief: Beta, learning: Pick<Learning, 'phi'>): Beta {
  return observed(belief, 1, 0, learning.phi);
}

/** The threat was dropped for nothing. */
export function withdrawn(belief: Beta, learning: Pick<Learning, 'phi'>): Beta {
  return observed(belief, 0, 1, learning.phi);
}

/** The date of the threat was moved, which counts as the share `weight` in [0, 1] of a withdrawal. */
export function postponed(belief: Beta, learning: Pick<Learning, 'phi'>, weight: number): Beta {
  return observed(belief, 0, weight, learning.phi);
}

/** The threat was dropped in exchange for a recorded concession. */
export function traded(belief: Beta, learning: Learning): Beta {
  return observed(belief, learning.wTraded, 1 - learning.wTraded, learning.phi);
}

/** The belief after weight is added to the word being kept without anything being forgotten: coercion was seen to pay. */
export function encouraged(belief: Beta, weight: number): Beta {
  return { a: belief.a + weight, b: belief.b };
}
