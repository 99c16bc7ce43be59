import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nashOnChain } from './yardsticks/frontier';
import { idealPoint, kalaiSmorodinskyOnChain, solveKalaiSmorodinsky } from './yardsticks/kalai-smorodinsky';
import { concessionAt, solveNash, utilities, type PerParty } from '../../src/bargaining/nash';
import { agendas, fraction, hullChain } from './agendas';

const S: readonly PerParty[] = [
  [0, 1],
  [0.75, 0.75],
  [1, 0],
];
const T: readonly PerParty[] = [
  [0, 1],
  [1, 0.7],
];

describe('the two solutions on a set and a larger one', () => {
  it('B7: Nash goes from (.75, .75) to (1, .7), so that a party loses by the growth of the set', () => {
    expect(nashOnChain(S, [0, 0], 0.5)).toEqual([0.75, 0.75]);
    expect(nashOnChain(T, [0, 0], 0.5)).toEqual([1, 0.7]);
  });

  it('B7: Kalai and Smorodinsky go from (.75, .75) to (.76923, .76923)', () => {
    expect(kalaiSmorodinskyOnChain(S, [0, 0])).toEqual([0.75, 0.75]);
    const point = kalaiSmorodinskyOnChain(T, [0, 0]);
    expect(point?.[0]).toBeCloseTo(0.76923, 5);
    expect(point?.[1]).toBeCloseTo(0.76923, 5);
  });

  it('has ideals that leave the other its fallback, and none where no point suits both', () => {
    expect(idealPoint(S, [0, 0.75])).toEqual([0.75, 1]);
    expect(idealPoint(S, [0.9, 0.9])).toBeNull();
    expect(kalaiSmorodinskyOnChain(S, [0.9, 0.9])).toBeNull();
  });

  it('law 10: a larger set with the other’s ideal unchanged never hurts a party', () => {
    const points = fc.array(fc.tuple(fraction, fraction), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(points, fc.tuple(fraction, fraction), fraction, (inside, [more0, more1], ideal1) => {
        const corner: PerParty[] = [...inside, [0, ideal1], [1, 0]];
        const before = hullChain(corner);
        const top = Math.max(...before.map(([, u1]) => u1));
        // The new point widens party 0's reach but not party 1's.
        const after = hullChain([...corner, [1 + more0, more1 * top]]);
        const small = kalaiSmorodinskyOnChain(before, [0, 0]);
        const large = kalaiSmorodinskyOnChain(after, [0, 0]);
        expect(large?.[0] ?? NaN).toBeGreaterThanOrEqual((small?.[0] ?? NaN) - 1e-9);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('Kalai and Smorodinsky on an agenda', () => {
  it('gives both the same share of the most they could have', () => {
    fc.assert(
      fc.property(agendas(), (problem) => {
        const agreement = solveKalaiSmorodinsky(problem);
        const ideal0 = solveNash({ ...problem, alpha: 1 })?.gains[0] ?? NaN;
        const ideal1 = solveNash({ ...problem, alpha: 0 })?.gains[1] ?? NaN;
        const mu = agreement?.mu ?? NaN;
        // At either end of the frontier one side can have its ideal and the other still some of its own.
        if (mu < 1e-9 || mu > 1 - 1e-9) return;
        expect((agreement?.gains[0] ?? NaN) / ideal0).toBeCloseTo((agreement?.gains[1] ?? NaN) / ideal1, 6);
      }),
      { numRuns: 500 },
    );
  });

  it('lies on the frontier: it grants what Nash would grant at the same weight', () => {
    fc.assert(
      fc.property(agendas(), (problem) => {
        const agreement = solveKalaiSmorodinsky(problem);
        problem.issues.forEach((issue, index) => {
          const share = concessionAt(issue, problem, agreement?.mu ?? NaN);
          expect(agreement?.z[index] ?? NaN).toBeCloseTo(share, 9);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('never leaves a party below its fallback, and pays no heed to the bargaining weight', () => {
    fc.assert(
      fc.property(agendas({ indivisible: true }), fraction, (problem, alpha) => {
        const agreement = solveKalaiSmorodinsky(problem);
        const [u0, u1] = utilities(problem, agreement?.z ?? []);
        expect(u0).toBeGreaterThanOrEqual(problem.disagreement[0] - 1e-12);
        expect(u1).toBeGreaterThanOrEqual(problem.disagreement[1] - 1e-12);
        expect(solveKalaiSmorodinsky({ ...problem, alpha })?.z).toEqual(agreement?.z);
      }),
      { numRuns: 500 },
    );
  });

  it('finds no agreement where Nash finds none', () => {
    const issue = { id: 'x', giver: 0 as const, benefit: 1, cost: 1, cap: 1, indivisible: false };
    const problem = {
      issues: [issue],
      alpha: 0.5,
      rho: 2,
      compliance: [1, 1] as const,
      disagreement: [0.5, 0] as const,
    };
    expect(solveKalaiSmorodinsky(problem)).toBeNull();
    expect(solveKalaiSmorodinsky({ ...problem, disagreement: [0, 0] })?.gains[0]).toBe(0);
  });
});
