/** Each solution held to its own definition by looking at everything else there is, or by the formula of the paper written out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { challengerStrategy, resistanceReply, type CrisisPayoffs } from '../../src/bargaining/crisis-game';
import { bargainingRange, bestDemand } from './yardsticks/fearon';
import {
  divisionFrontier,
  logNashProduct,
  nashOnChain,
  nashShareOnCurve,
  type FrontierChain,
} from './yardsticks/frontier';
import { idealPoint, kalaiSmorodinskyOnChain, solveKalaiSmorodinsky } from './yardsticks/kalai-smorodinsky';
import {
  nashProduct,
  solveNash,
  utilities,
  type BargainingProblem,
  type PerParty,
} from '../../src/bargaining/nash';
import { titForTatSpiral } from './yardsticks/tit-for-tat';
import { fitWeibull, weibullLogLikelihood } from './yardsticks/weibull-fit';
import { concede, riskLimit } from './yardsticks/zeuthen';
import { normalCdf } from '../../src/kit/portable-math';
import { agendas, fraction, hullChain } from './agendas';

/** Chains whose utilities are not near nought, with a fallback somewhere under them. */
const drawn: fc.Arbitrary<{ chain: FrontierChain; disagreement: PerParty }> = fc
  .record({
    points: fc.array(fc.tuple(fraction, fraction), { minLength: 2, maxLength: 6 }),
    shift: fc.tuple(fraction, fraction),
    low: fc.tuple(fraction, fraction),
  })
  .map(({ points, shift: [s0, s1], low: [l0, l1] }) => {
    const chain = hullChain(points).map(([u0, u1]): PerParty => [u0 + s0, u1 + s1]);
    const middle = chain[Math.floor(chain.length / 2)]!;
    return { chain, disagreement: [middle[0] * (1.1 * l0), middle[1] * (1.1 * l1)] as const };
  });

/** Points along a chain, a hundred to a piece. */
function along(chain: FrontierChain): PerParty[] {
  const points: PerParty[] = [chain[0]!];
  chain.forEach((end, index) => {
    const start = chain[index - 1];
    if (start === undefined) return;
    for (let step = 1; step <= 100; step += 1) {
      const t = step / 100;
      points.push([start[0] + t * (end[0] - start[0]), start[1] + t * (end[1] - start[1])]);
    }
  });
  return points;
}

const suits = (point: PerParty, [d0, d1]: PerParty): boolean => point[0] >= d0 && point[1] >= d1;

describe('on a chain', () => {
  it('the Nash point has the highest product of all points that suit both, at any weight from 0 to 1', () => {
    fc.assert(
      fc.property(drawn, fc.constantFrom(0, 0.3, 0.5, 0.8, 1), ({ chain, disagreement: d }, alpha) => {
        const product = (point: PerParty) => logNashProduct([point[0] - d[0], point[1] - d[1]], alpha);
        const others = along(chain).filter((point) => suits(point, d));
        const best = nashOnChain(chain, d, alpha);
        if (best === null) expect(others).toEqual([]);
        else for (const other of others) expect(product(other)).toBeLessThanOrEqual(product(best) + 1e-9);
      }),
      { numRuns: 300 },
    );
  });

  it('the ideal is the most that leaves the other its fallback', () => {
    fc.assert(
      fc.property(drawn, ({ chain, disagreement: d }) => {
        const ideal = idealPoint(chain, d);
        const others = along(chain);
        const best0 = Math.max(...others.filter((point) => point[1] >= d[1]).map((point) => point[0]));
        const best1 = Math.max(...others.filter((point) => point[0] >= d[0]).map((point) => point[1]));
        if (ideal === null) {
          expect(best0 < d[0] || best1 < d[1]).toBe(true);
          return;
        }
        // The hundred steps of a piece stop short of where it passes a fallback by less than one of them.
        expect(ideal[0] - best0).toBeGreaterThanOrEqual(-1e-12);
        expect(ideal[1] - best1).toBeGreaterThanOrEqual(-1e-12);
        if (best0 > -Infinity) expect(ideal[0] - best0).toBeLessThan(0.02);
        if (best1 > -Infinity) expect(ideal[1] - best1).toBeLessThan(0.02);
      }),
      { numRuns: 300 },
    );
  });

  it('Kalai and Smorodinsky give both the same part of their ideal gain, on the chain or at one of its ends', () => {
    fc.assert(
      fc.property(drawn, ({ chain, disagreement: d }) => {
        const ideal = idealPoint(chain, d);
        const point = kalaiSmorodinskyOnChain(chain, d);
        if (ideal === null || point === null) {
          expect(point).toBe(ideal);
          return;
        }
        const part = (party: 0 | 1) => (point[party] - d[party]) / (ideal[party] - d[party]);
        const [first, last] = [chain[0]!, chain.at(-1)!];
        const atEnd =
          point.every((u, party) => u === first[party]) || point.every((u, party) => u === last[party]);
        if (!atEnd) expect(part(0)).toBeCloseTo(part(1), 9);
        const distance = Math.min(
          ...along(chain).map(([u0, u1]) => Math.abs(u0 - point[0]) + Math.abs(u1 - point[1])),
        );
        expect(distance).toBeLessThan(0.03);
      }),
      { numRuns: 300 },
    );
  });

  it('both points move with the origin of utility', () => {
    fc.assert(
      fc.property(drawn, fraction, fraction, ({ chain, disagreement: d }, by0, by1) => {
        const moved = chain.map(([u0, u1]): PerParty => [u0 - by0, u1 - by1]);
        const fallback: PerParty = [d[0] - by0, d[1] - by1];
        for (const solve of [
          kalaiSmorodinskyOnChain,
          (c: FrontierChain, at: PerParty) => nashOnChain(c, at, 0.4),
        ]) {
          const before = solve(chain, d);
          const after = solve(moved, fallback);
          expect(after === null).toBe(before === null);
          if (before === null || after === null) continue;
          expect(after[0] + by0).toBeCloseTo(before[0], 9);
          expect(after[1] + by1).toBeCloseTo(before[1], 9);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the division of goods', () => {
  it('starts with all on one side, hands over what party 0 values most in comparison, and bends inwards', () => {
    expect(divisionFrontier([1, 4, 2], [3, 1, 2])).toEqual([
      [0, 6],
      [4, 5],
      [6, 3],
      [7, 0],
    ]);
    fc.assert(
      fc.property(fc.array(fc.tuple(fraction, fraction), { minLength: 1, maxLength: 6 }), (goods) => {
        const chain = divisionFrontier(
          goods.map(([worth0]) => worth0),
          goods.map(([, worth1]) => worth1),
        );
        // No way to divide the goods whole is better for both than the chain.
        for (let to0 = 0; to0 < 1 << goods.length; to0 += 1) {
          const u0 = goods.reduce((sum, [worth0], at) => sum + ((to0 >> at) & 1 ? worth0 : 0), 0);
          const u1 = goods.reduce((sum, [, worth1], at) => sum + ((to0 >> at) & 1 ? 0 : worth1), 0);
          const best = nashOnChain(chain, [u0, u1], 1);
          expect(best === null ? 0 : best[0] - u0).toBeGreaterThanOrEqual(-1e-12);
          if (best === null) expect(chain.some((point) => suits(point, [u0 - 1e-9, u1 - 1e-9]))).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('on a curve', () => {
  const pie = (share: number): PerParty => [share, 1 - share];

  it('the Nash share splits what the fallbacks leave by the weights', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, alpha) => {
        const d: PerParty = [a / 2, b / 2];
        expect(nashShareOnCurve(pie, d, alpha)).toBeCloseTo(d[0] + alpha * (1 - d[0] - d[1]), 6);
      }),
      { numRuns: 200 },
    );
  });

  it('fallbacks below all that the curve offers leave every share open', () => {
    expect(nashShareOnCurve(pie, [-1, -1], 0.5)).toBeCloseTo(0.5, 6);
    expect(nashShareOnCurve(pie, [-9, -1], 0.1)).toBeCloseTo(0, 6);
    expect(nashShareOnCurve(pie, [-1, -9], 0.9)).toBeCloseTo(1, 6);
    expect(nashShareOnCurve(pie, [0.2, 0.3], 1)).toBeCloseTo(0.7, 6);
    expect(nashShareOnCurve(pie, [0.2, 0.3], 0)).toBeCloseTo(0.2, 6);
  });
});

/** Agendas with issues of all or nothing, and the terms of a coarse grid. */
const mixed: fc.Arbitrary<BargainingProblem> = agendas({ maxIssues: 4, indivisible: true });

function gridOf(problem: BargainingProblem): number[][] {
  return problem.issues.reduce<number[][]>(
    (rows, { cap, indivisible }) => {
      const shares = indivisible ? [0, cap] : [0, 0.25, 0.5, 0.75, 1].map((step) => step * cap);
      return rows.flatMap((row) => shares.map((share) => [...row, share]));
    },
    [[]],
  );
}

function gainsAt(problem: BargainingProblem, z: readonly number[]): [number, number] {
  const [u0, u1] = utilities(problem, z);
  return [u0 - problem.disagreement[0], u1 - problem.disagreement[1]];
}

describe('over an agenda with issues of all or nothing', () => {
  it('no terms of a grid have a higher Nash product', () => {
    fc.assert(
      fc.property(mixed, (problem) => {
        const best = solveNash(problem)!;
        const product = nashProduct(best.gains, problem.alpha);
        for (const z of gridOf(problem)) {
          const gains = gainsAt(problem, z);
          if (gains[0] >= 0 && gains[1] >= 0)
            expect(nashProduct(gains, problem.alpha)).toBeLessThanOrEqual(product * (1 + 1e-9) + 1e-12);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('no terms of a grid give the party worse served by Kalai and Smorodinsky a larger part of its ideal', () => {
    fc.assert(
      fc.property(mixed, (problem) => {
        const ideal0 = solveNash({ ...problem, alpha: 1 })!.gains[0];
        const ideal1 = solveNash({ ...problem, alpha: 0 })!.gains[1];
        const { gains } = solveKalaiSmorodinsky(problem)!;
        if (ideal0 < 1e-6 || ideal1 < 1e-6) return;
        const least = ([gain0, gain1]: PerParty) => Math.min(gain0 / ideal0, gain1 / ideal1);
        for (const z of gridOf(problem))
          expect(least(gainsAt(problem, z))).toBeLessThanOrEqual(least(gains) + 1e-6);
      }),
      { numRuns: 150 },
    );
  });
});

describe('the crisis game', () => {
  const payoffs: CrisisPayoffs = {
    statusQuoChallenger: 0.2,
    concessionChallenger: 1.7,
    concessionTarget: -0.4,
    standFirmChallenger: -0.6,
    standFirmTarget: -0.9,
    backDownChallenger: -1.1,
    backDownTarget: 0.6,
  };

  it('has the probabilities of Lewis and Schultz, with payoffs other than nought and one', () => {
    for (const pR of [0.1, 0.35, 0.6, 0.9, 1]) {
      const {
        statusQuoChallenger: s,
        concessionChallenger: v,
        standFirmChallenger: w,
        backDownChallenger: a,
      } = payoffs;
      const threshold = (s - (1 - pR) * v) / pR;
      const { pC, pF } = challengerStrategy(payoffs, pR);
      expect(pC).toBeCloseTo(1 - normalCdf(threshold - w) * normalCdf(threshold - a), 12);
      // Standing firm beats both backing down and the status quo: by a sum over the private shock.
      let firm = 0;
      const step = 0.001;
      for (let shock = Math.max(-8, threshold - w); shock < 8; shock += step) {
        const mass = normalCdf(shock + step) - normalCdf(shock);
        firm += mass * normalCdf(w + shock + step / 2 - a);
      }
      expect(pF * pC).toBeCloseTo(firm, 4);
      const reply = (pF * -0.9 + (1 - pF) * 0.6 - -0.4) / pF;
      expect(resistanceReply(payoffs, pR)).toBeCloseTo(normalCdf(reply), 12);
    }
  });

  it('is resisted for certain where the challenger never stands firm and backing down is better than conceding', () => {
    const toothless = { ...payoffs, standFirmChallenger: -60 };
    expect(challengerStrategy(toothless, 0.5).pF).toBe(0);
    expect(resistanceReply(toothless, 0.5)).toBe(1);
    expect(resistanceReply({ ...toothless, backDownTarget: -1 }, 0.5)).toBe(0);
    expect(resistanceReply({ ...toothless, backDownTarget: -0.4 }, 0.5)).toBe(0);
    const silent = { ...toothless, backDownChallenger: -60 };
    expect(challengerStrategy(silent, 0.5)).toEqual({ pC: 0, pF: 0 });
  });
});

describe('the demand of Fearon', () => {
  it('takes the whole pie where the other’s cost may be large, and no more', () => {
    expect(bestDemand(0.7, 0.1, 2)).toEqual({ demand: 1, breakdown: expect.closeTo(0.15, 12) as number });
    expect(bargainingRange(0.7, 0.1, 0.2)).toEqual([expect.closeTo(0.6, 12), expect.closeTo(0.9, 12)]);
  });
});

describe('a spiral of answers', () => {
  it('goes by the rule of whoever answers', () => {
    const rules = [
      { match: 1, generosity: 0, cap: Infinity },
      { match: 0.5, generosity: 0, cap: Infinity },
    ] as const;
    expect(titForTatSpiral(8, rules, 5)).toEqual([8, 4, 4, 2, 2]);
    expect(titForTatSpiral(8, [rules[1], rules[0]], 4)).toEqual([8, 8, 4, 4]);
  });
});

describe('the Weibull law', () => {
  it('is the likeliest also for truces that end nearly alike, whose shape is large', () => {
    const spells = [80, 95, 100, 104, 110].map((days) => ({ days, ended: true }));
    const { shape, scaleDays, logLikelihood } = fitWeibull([...spells, { days: 70, ended: false }]);
    const all = [...spells, { days: 70, ended: false }];
    expect(shape).toBeGreaterThan(8);
    for (const by of [0.99, 1.01]) {
      expect(weibullLogLikelihood(all, shape * by, scaleDays)).toBeLessThan(logLikelihood);
      expect(weibullLogLikelihood(all, shape, scaleDays * by)).toBeLessThan(logLikelihood);
    }
  });
});

describe('Zeuthen’s rule', () => {
  it('lets the party that can bear the smaller risk concede, and both where they bear the same', () => {
    const { offers, agreedShare } = concede((share) => [share, 1 - share], [0, 0], 10);
    // Equal parties yield a tenth each at every step.
    expect(offers.slice(0, 3)).toEqual([
      { proposedBy0: 1, proposedBy1: 0 },
      { proposedBy0: 0.9, proposedBy1: 0.1 },
      { proposedBy0: 0.8, proposedBy1: 0.2 },
    ]);
    expect(agreedShare).toBe(0.5);
    // A better fallback of party 0 makes the other yield first.
    const first = concede((share) => [share, 1 - share], [0.4, 0], 10).offers;
    for (const [at, offer] of first.slice(1).entries()) {
      const before = first[at]!;
      const risk0 = riskLimit(before.proposedBy0 - 0.4, before.proposedBy1 - 0.4);
      const risk1 = riskLimit(1 - before.proposedBy1, 1 - before.proposedBy0);
      expect(offer.proposedBy0 < before.proposedBy0).toBe(risk0 <= risk1);
    }
  });

  it('ends after as many steps as separate the demands, with offers that meet and never cross', () => {
    for (const steps of [2, 3, 7, 10]) {
      const { offers } = concede((share) => [share, 1 - share], [0, 0], steps);
      expect(offers.at(-1)!.proposedBy0).toBe(offers.at(-1)!.proposedBy1);
      for (const { proposedBy0, proposedBy1 } of offers)
        expect(proposedBy0).toBeGreaterThanOrEqual(proposedBy1);
    }
  });
});
