/**
 * Alternating offers (Rubinstein 1982). Patience is power; and as offers follow one another ever faster the agreement becomes the
 * asymmetric Nash solution with weights set by impatience (Binmore, Rubinstein and Wolinsky 1986), which is what licenses the
 * bargaining weight of nash.ts.
 */

/**
 * Share of the pie that the party making the first offer obtains. The discount factors, per round, are those of the first mover
 * and of the other, each in (0, 1); throws a RangeError otherwise.
 */
export function firstMoverShare(discountFirst: number, discountSecond: number): number {
  for (const discount of [discountFirst, discountSecond]) {
    if (!(discount > 0 && discount < 1))
      throw new RangeError(`A discount factor lies in (0, 1); ${discount} does not.`);
  }
  return (1 - discountSecond) / (1 - discountFirst * discountSecond);
}

/**
 * Bargaining weight of party 0 in the limit of rapid offers, in [0, 1], from the discount rates of both (per year or any other unit
 * of time). Throws a RangeError on a negative rate or when neither party is impatient.
 */
export function weightFromImpatience(discountRate0: number, discountRate1: number): number {
  if (!(discountRate0 >= 0 && discountRate1 >= 0 && discountRate0 + discountRate1 > 0)) {
    throw new RangeError('Discount rates must not be negative, and at least one party must be impatient.');
  }
  return discountRate1 / (discountRate0 + discountRate1);
}
