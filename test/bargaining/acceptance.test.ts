import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accepts, addedCost, concessionPrice, disagreementUtility } from '../../src/bargaining/acceptance';
import { solveNash, type BargainingIssue, type BargainingProblem } from '../../src/bargaining/nash';
import { agendas, fraction } from './agendas';

describe('acceptance', () => {
  it('needs a gain that covers the price, and no more', () => {
    expect(accepts(0.3, 0.3)).toBe(true);
    expect(accepts(0.3, 0.3 + 1e-12)).toBe(false);
  });

  it('costs the median price at a middling draw, plus what the audience charges', () => {
    expect(concessionPrice(0.06, 0.5, 0, 0.01)).toBeCloseTo(0.07, 15);
    expect(concessionPrice(0.06, 0.5, 1, 0)).toBeCloseTo(0.06 * 1.6487212707001282, 12);
  });

  it('can be lost by preparation: a round that makes one more issue ready can leave a party less, so no law says that readiness helps', () => {
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
    const [small, large] = [solveNash(before), solveNash(after)];
    expect(small?.gains[1]).toBeCloseTo(0.4, 4);
    expect(large?.gains[1]).toBeCloseTo(0.3604, 4);
    expect(accepts(small!.gains[1], 0.38)).toBe(true);
    expect(accepts(large!.gains[1], 0.38)).toBe(false);
  });

  it('law 44: with every issue ready, and no price of conceding, terms with gains never fail', () => {
    fc.assert(
      fc.property(agendas({ indivisible: true }), (problem) => {
        const agreement = solveNash(problem);
        expect(agreement).not.toBeNull();
        for (const gain of agreement!.gains) expect(accepts(gain, 0)).toBe(true);
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
