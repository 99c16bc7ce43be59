/**
 * What it costs a leader to back down from public words. The cost grows with each new threat in public and with the voice that
 * speaks it (Fearon 1994), fades with time, and is lower where new information justifies the turn (Levendusky and Horowitz 2012).
 * The sign is well supported; the size for trade threats is not (Chaudoin 2014), so the scale should stay small.
 */

/** A new threat made in public. */
export interface PublicThreat {
  /** Its size to the target, in points; not negative. */
  readonly sizePoints: number;
  /** Weight of the voice, in [0, 1]: least for officials unnamed, one for the leader's own words. */
  readonly voice: number;
}

/** What the audience takes and what it still holds against the leader afterwards, both in points. */
export interface BackDown {
  readonly cost: number;
  readonly stockLeft: number;
}

/** The audience's stock after a day: a share `dailyRetention` in (0, 1] of it stays. */
export function decayAudience(stock: number, dailyRetention: number): number {
  return stock * dailyRetention;
}

/** The stock after a new public threat; `scale` is the audience cost per point of a threat in the leader's own words. */
export function accumulateAudience(stock: number, threat: PublicThreat, scale: number): number {
  return stock + scale * threat.sizePoints * threat.voice;
}

/** Cost of backing down now, in points: the stock less the share `justification` in [0, 1] that new information excuses. */
export function backDownCost(stock: number, justification: number): number {
  return (1 - justification) * stock;
}

/** A threat is dropped for nothing: the cost is paid and the account closed. */
export function backDown(stock: number, justification: number): BackDown {
  return { cost: backDownCost(stock, justification), stockLeft: 0 };
}

/** A threat is put off, which counts as the share `weight` in [0, 1] of a back-down: so much is paid, the rest of the stock stays. */
export function postpone(stock: number, justification: number, weight: number): BackDown {
  return {
    cost: weight * backDownCost(stock, justification),
    stockLeft: (1 - weight) * stock,
  };
}

/** A threat is carried out, or traded for a concession: nothing is paid and the account is closed. */
export function honour(): BackDown {
  return { cost: 0, stockLeft: 0 };
}
