/**
 * Bargaining over a frontier that is given as such: a chain of straight pieces, or a curve. The textbook problems (a pie, a list of
 * goods to divide, two drawn sets) are stated this way; an agenda with convex concession costs goes to nash.ts.
 */
import { log } from '../../../src/kit/portable-math';
import type { PerParty } from '../../../src/bargaining/nash';

/**
 * The efficient utility pairs, from the best point of party 1 to the best point of party 0: the first number rises, the second
 * does not, and the chain bends inwards (is concave). Utility can be thrown away.
 */
export type FrontierChain = readonly PerParty[];

/** Utilities of both parties when party 0 gets a share in [0, 1] of what is bargained over. */
export type ShareCurve = (share: number) => PerParty;

const GOLDEN = (Math.sqrt(5) - 1) / 2;
const SHRINKINGS = 80;

/** Logarithm of the weighted Nash product of two gains; minus infinity where a party that counts gains nothing. */
export function logNashProduct(gains: PerParty, alpha: number): number {
  return weightedLog(alpha, gains[0]) + weightedLog(1 - alpha, gains[1]);
}

/**
 * The frontier of dividing goods that each party values, when shares are worth in proportion: party 0 receives first what it
 * values most in comparison. Throws a RangeError when the lists differ in length or a good is worthless to both.
 */
export function divisionFrontier(values0: readonly number[], values1: readonly number[]): FrontierChain {
  if (values0.length !== values1.length) throw new RangeError('Each good needs a value for both parties.');
  const goods = values0.map((worth0, index): PerParty => [worth0, values1[index] ?? 0]);
  if (goods.some(([worth0, worth1]) => !(worth0 + worth1 > 0))) {
    throw new RangeError('A good that is worth nothing to either party cannot be ranked.');
  }
  goods.sort((one, other) => other[0] / (other[0] + other[1]) - one[0] / (one[0] + one[1]));
  let u0 = 0;
  let u1 = goods.reduce((total, good) => total + good[1], 0);
  const chain: PerParty[] = [[u0, u1]];
  for (const [worth0, worth1] of goods) {
    u0 += worth0;
    u1 -= worth1;
    chain.push([u0, u1]);
  }
  return chain;
}

/** The asymmetric Nash point of a chain, or null when no point of it gives both parties their disagreement utility. */
export function nashOnChain(chain: FrontierChain, disagreement: PerParty, alpha: number): PerParty | null {
  let best: PerParty | null = null;
  let bestScore = -Infinity;
  for (const point of candidates(chain, disagreement, alpha)) {
    const gains: PerParty = [point[0] - disagreement[0], point[1] - disagreement[1]];
    if (gains[0] < 0 || gains[1] < 0) continue;
    const score = logNashProduct(gains, alpha);
    if (best === null || score > bestScore) {
      best = point;
      bestScore = score;
    }
  }
  return best;
}

/**
 * The share of party 0 at the asymmetric Nash point of a curve along which its utility rises and the other's falls, the pair
 * being concave. Golden-section search: good to about 1e-8. Both parties must have something to gain at some share.
 */
export function nashShareOnCurve(curve: ShareCurve, disagreement: PerParty, alpha: number): number {
  const short0 = (share: number): boolean => curve(share)[0] < disagreement[0];
  const short1 = (share: number): boolean => curve(share)[1] >= disagreement[1];
  let low = edgeOf(short0);
  let high = edgeOf(short1);
  const worth = (share: number): number => {
    const [u0, u1] = curve(share);
    return logNashProduct([Math.max(0, u0 - disagreement[0]), Math.max(0, u1 - disagreement[1])], alpha);
  };
  for (let shrinking = 0; shrinking < SHRINKINGS; shrinking++) {
    const reach = GOLDEN * (high - low);
    if (worth(high - reach) < worth(low + reach)) low = high - reach;
    else high = low + reach;
  }
  return (low + high) / 2;
}

/** The last share of [0, 1] up to which a condition that holds from the start goes on holding. */
function edgeOf(holds: (share: number) => boolean): number {
  if (!holds(0)) return 0;
  if (holds(1)) return 1;
  let low = 0;
  let high = 1;
  for (let halving = 0; halving < SHRINKINGS; halving++) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return high;
}

/** Where a chain passes through either party's disagreement utility, which the point then has to the last digit. */
export function crossings(chain: FrontierChain, disagreement: PerParty): PerParty[] {
  const found: PerParty[] = [];
  chain.forEach((end, index) => {
    const start = chain[index - 1];
    if (start === undefined) return;
    const [rise, fall] = [end[0] - start[0], end[1] - start[1]];
    const t0 = (disagreement[0] - start[0]) / rise;
    const t1 = (disagreement[1] - start[1]) / fall;
    if (t0 > 0 && t0 < 1) found.push([disagreement[0], start[1] + t0 * fall]);
    if (t1 > 0 && t1 < 1) found.push([start[0] + t1 * rise, disagreement[1]]);
  });
  return found;
}

function candidates(chain: FrontierChain, disagreement: PerParty, alpha: number): PerParty[] {
  const points: PerParty[] = [...chain, ...crossings(chain, disagreement)];
  chain.forEach((end, index) => {
    const start = chain[index - 1];
    if (start === undefined) return;
    const rise = end[0] - start[0];
    const fall = end[1] - start[1];
    if (rise === 0 || fall === 0) return;
    const gain0 = start[0] - disagreement[0];
    const gain1 = start[1] - disagreement[1];
    const stationary = -(alpha * rise * gain1 + (1 - alpha) * fall * gain0) / (rise * fall);
    if (stationary > 0 && stationary < 1)
      points.push([start[0] + stationary * rise, start[1] + stationary * fall]);
  });
  return points;
}

function weightedLog(weight: number, gain: number): number {
  return weight === 0 ? 0 : weight * log(gain);
}
