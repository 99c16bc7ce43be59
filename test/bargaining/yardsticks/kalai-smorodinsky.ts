/**
 * The bargaining solution of Kalai and Smorodinsky (1975): each party gets the same share of the most it could get. Unlike Nash's
 * it never hurts a party to be offered more (monotonicity); unlike Nash's it does depend on terms that nobody chooses. Kept to see
 * how far a forecast hangs on the choice of solution.
 */
import { crossings, type FrontierChain } from './frontier';
import {
  solveNash,
  solveOnFrontier,
  type Agreement,
  type BargainingProblem,
  type PerParty,
} from '../../../src/bargaining/nash';

/**
 * The terms that give both parties the same share of their largest possible gain, or null when no terms suit both. With
 * indivisible issues the smaller of the two shares is made as large as it can be. The weight alpha plays no part.
 * Throws as {@link solveNash} does.
 */
export function solveKalaiSmorodinsky(problem: BargainingProblem): Agreement | null {
  const { issues, rho, compliance, disagreement } = problem;
  const best = (alpha: number) => solveNash({ issues, alpha, rho, compliance, disagreement });
  // A party with all the weight takes the most that leaves the other its reservation: that is its ideal.
  const bestFor0 = best(1);
  const bestFor1 = best(0);
  if (bestFor0 === null || bestFor1 === null) return null;
  const ideal0 = bestFor0.gains[0];
  const ideal1 = bestFor1.gains[1];
  if (ideal0 === 0) return bestFor1;
  if (ideal1 === 0) return bestFor0;
  return solveOnFrontier(problem, {
    balance: (gain0, gain1) => gain0 / ideal0 - gain1 / ideal1,
    score: (gain0, gain1) => Math.min(gain0 / ideal0, gain1 / ideal1),
    bound: (gain0, gain1, mu) => (mu * gain0 + (1 - mu) * gain1) / (mu * ideal0 + (1 - mu) * ideal1),
  });
}

/** The largest utility of each party on a chain that leaves the other its disagreement utility; null when there is none. */
export function idealPoint(chain: FrontierChain, disagreement: PerParty): PerParty | null {
  let ideal0 = -Infinity;
  let ideal1 = -Infinity;
  for (const point of [...chain, ...crossings(chain, disagreement)]) {
    if (point[1] >= disagreement[1]) ideal0 = Math.max(ideal0, point[0]);
    if (point[0] >= disagreement[0]) ideal1 = Math.max(ideal1, point[1]);
  }
  return ideal0 < disagreement[0] || ideal1 < disagreement[1] ? null : [ideal0, ideal1];
}

/** The Kalai–Smorodinsky point of a chain, or null when no point of it gives both parties their disagreement utility. */
export function kalaiSmorodinskyOnChain(chain: FrontierChain, disagreement: PerParty): PerParty | null {
  const ideal = idealPoint(chain, disagreement);
  if (ideal === null) return null;
  const reach0 = ideal[0] - disagreement[0];
  const reach1 = ideal[1] - disagreement[1];
  // Multiplied out, so that a party with nothing to gain divides nothing.
  const lead = (point: PerParty): number =>
    (point[0] - disagreement[0]) * reach1 - (point[1] - disagreement[1]) * reach0;
  let before: PerParty | undefined;
  for (const point of chain) {
    if (lead(point) >= 0) return before === undefined ? point : between(before, point, lead);
    before = point;
  }
  return before ?? null;
}

function between(start: PerParty, end: PerParty, lead: (point: PerParty) => number): PerParty {
  const t = -lead(start) / (lead(end) - lead(start));
  return [start[0] + t * (end[0] - start[0]), start[1] + t * (end[1] - start[1])];
}
