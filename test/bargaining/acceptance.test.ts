import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  acceptance,
  acceptanceProbability,
  addedCost,
  concessionPrice,
  disagreementUtility,
  noiseSd,
} from '../../src/bargaining/acceptance';
import {
  solveNash,
  type BargainingIssue,
  type BargainingProblem,
  type PerParty,
} from '../../src/bargaining/nash';
import { agendas, fraction } from './agendas';

const KAPPA = 0.3;
const SIGMA0 = 0.22;

describe('acceptance', () => {
  it('takes both parties', () => {
    expect(acceptance([0.1, 0.1], [0.05, 0.05], [0, 0])).toBe(true);
    expect(acceptance([0.1, 0.1], [0.05, 0.15], [0, 0])).toBe(false);
    expect(acceptance([0.1, 0.1], [0.05, 0.15], [0, 0.06])).toBe(true);
  });

  it('happens as often as its probability says', () => {
    expect(acceptanceProbability([0.1, 0.1], [0.1, 0.1], 0.2)).toBeCloseTo(0.25, 14);
    expect(acceptanceProbability([0.3, 0.1], [0.1, 0.1], 0.2)).toBeCloseTo(0.5 * 0.8413447460685429, 12);
    expect(acceptanceProbability([0.1, 0.1], [0.05, 0.15], 0)).toBe(0);
    expect(acceptanceProbability([0.1, 0.1], [0.05, 0.05], 0)).toBe(1);
  });

  it('is judged with noise that loses three tenths with each round', () => {
    expect(noiseSd(SIGMA0, KAPPA, 0)).toBe(SIGMA0);
    expect(noiseSd(SIGMA0, KAPPA, 6)).toBeCloseTo(0.22 * 0.117649, 12);
  });

  it('costs the median price at a middling draw, plus what the audience charges', () => {
    expect(concessionPrice(0.06, 0.5, 0, 0.01)).toBeCloseTo(0.07, 15);
    expect(concessionPrice(0.06, 0.5, 1, 0)).toBeCloseTo(0.06 * 1.6487212707001282, 12);
  });

  it('law 41: with both surpluses net of K positive, more rounds never make agreement on given terms less likely', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, fraction, fc.nat(5), (gain0, gain1, part0, part1, rounds) => {
        const gains: PerParty = [gain0, gain1];
        const prices: PerParty = [gain0 * part0, gain1 * part1];
        const fewer = acceptanceProbability(gains, prices, noiseSd(SIGMA0, KAPPA, rounds));
        const more = acceptanceProbability(gains, prices, noiseSd(SIGMA0, KAPPA, rounds + 1));
        expect(more).toBeGreaterThanOrEqual(fewer - 1e-15);
      }),
      { numRuns: 1000 },
    );
  });

  it('law 41 needs the terms given: a round that makes one more issue ready can cost a party its acceptance', () => {
    const issue = (id: string, giver: 0 | 1, benefit: number, cost: number): BargainingIssue => ({
      id,
      giver,
      benefit,
      cost,
      cap: 1,
      indivisible: false,
    });
    const ready = [issue('x', 0, 0.4, 0.3), issue('y', 1, 0.8, 0.1)];
    const before: BargainingProblem = {
      issues: ready,
      alpha: 0.5,
      rho: 2,
      compliance: [1, 1],
      disagreement: [-0.1, -0.1],
    };
    const after = { ...before, issues: [...ready, issue('e', 1, 0.6, 0.5)] };
    const prices: PerParty = [0.05, 0.38];
    const [small, large] = [solveNash(before), solveNash(after)];
    expect(small?.gains[1]).toBeCloseTo(0.4, 4);
    expect(large?.gains[1]).toBeCloseTo(0.3604, 4);
    const unprepared = acceptanceProbability(small?.gains ?? [0, 0], prices, noiseSd(SIGMA0, KAPPA, 5));
    const prepared = acceptanceProbability(large?.gains ?? [0, 0], prices, noiseSd(SIGMA0, KAPPA, 6));
    expect(prepared).toBeLessThan(unprepared);
  });

  it('law 44: with every issue ready, no price of conceding and no noise, a meeting with gains never fails', () => {
    fc.assert(
      fc.property(agendas({ indivisible: true }), (problem) => {
        const agreement = solveNash(problem);
        expect(agreement).not.toBeNull();
        expect(acceptance(agreement?.gains ?? [-1, -1], [0, 0], [0, 0])).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('utility without agreement', () => {
  const saturating = (level: number): number => level / (level + 80);

  it('is what the threats are expected to add over the horizon, and nothing for measures in force', () => {
    expect(disagreementUtility([], 0.5)).toBe(0);
    const threats = [
      { credibility: 0.4, addedCost: 0.5 },
      { credibility: 0.2, addedCost: 0.3 },
    ];
    expect(disagreementUtility(threats, 0.5)).toBeCloseTo(-0.13, 15);
  });

  it('counts only what a threat adds to the level in force', () => {
    expect(addedCost(saturating, 30, 100)).toBeCloseTo(130 / 210 - 30 / 110, 15);
    expect(addedCost(saturating, 30, 0)).toBe(0);
  });

  it('law 42: removing a threat never lowers it', () => {
    const threat = fc.record({
      credibility: fraction,
      addedCost: fc
        .tuple(fraction, fraction)
        .map(([level, rise]) => addedCost(saturating, 100 * level, 100 * rise)),
    });
    fc.assert(
      fc.property(
        fc.array(threat, { minLength: 1, maxLength: 6 }),
        fc.nat(5),
        fraction,
        (threats, which, horizon) => {
          const fewer = threats.filter((_, index) => index !== which % threats.length);
          const all = disagreementUtility(threats, horizon);
          expect(disagreementUtility(fewer, horizon)).toBeGreaterThanOrEqual(all);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('law 42: holds even for a threat that would not hurt', () => {
    expect(disagreementUtility([{ credibility: 0.5, addedCost: -1 }], 1)).toBe(0);
  });
});
