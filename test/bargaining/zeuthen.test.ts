import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nashShareOnCurve, type ShareCurve } from './yardsticks/frontier';
import type { PerParty } from '../../src/bargaining/nash';
import { concede, riskLimit } from './yardsticks/zeuthen';
import { fraction } from './agendas';

const pie: ShareCurve = (share) => [share, 1 - share];

describe('Zeuthen concessions in steps of .001', () => {
  it.each<[string, PerParty, number, number]>([
    ['B1', [0, 0], 0.5, 0.5],
    ['B2', [0.2, 0.1], 0.5, 0.55],
    ['B2 with weight .6', [0.2, 0.1], 0.6, 0.62],
    ['B3', [0.3, 0.1], 0.5, 0.6],
  ])('B10: on %s end within .002 of the Nash point', (_, disagreement, alpha, share) => {
    const { agreedShare } = concede(pie, disagreement, 1000, alpha);
    expect(Math.abs(agreedShare - share)).toBeLessThan(2e-3);
  });

  it('B10: end at the Nash point of a risk-averse party too', () => {
    const averse: ShareCurve = (share) => [Math.sqrt(share), 1 - share];
    expect(Math.abs(concede(averse, [0, 0], 1000).agreedShare - 1 / 3)).toBeLessThan(2e-3);
  });

  it('end near the Nash point for any fallback and weight', () => {
    fc.assert(
      fc.property(fraction, fraction, fc.integer({ min: 10, max: 90 }), (d0, d1, percent) => {
        const disagreement: PerParty = [d0 * 0.45, d1 * 0.45];
        const { agreedShare } = concede(pie, disagreement, 1000, percent / 100);
        const share = nashShareOnCurve(pie, disagreement, percent / 100);
        expect(Math.abs(agreedShare - share)).toBeLessThan(2e-3);
      }),
      { numRuns: 100 },
    );
  });

  it('never take an offer back', () => {
    const { offers } = concede(pie, [0.3, 0.1], 100);
    offers.forEach((standing, index) => {
      const before = offers[index - 1];
      if (before === undefined) return;
      expect(standing.proposedBy0).toBeLessThanOrEqual(before.proposedBy0);
      expect(standing.proposedBy1).toBeGreaterThanOrEqual(before.proposedBy1);
    });
    expect(offers[0]).toEqual({ proposedBy0: 1, proposedBy1: 0 });
  });

  it('refuse a pie of one step and a party without weight', () => {
    expect(() => concede(pie, [0, 0], 1)).toThrow(RangeError);
    expect(() => concede(pie, [0, 0], 10, 1)).toThrow(RangeError);
  });
});

describe('the risk limit', () => {
  it('is the part of the own offer’s gain that yielding would cost', () => {
    expect(riskLimit(0.8, 0.2)).toBeCloseTo(0.75, 15);
    expect(riskLimit(0.8, 0.8)).toBe(0);
    expect(riskLimit(0.8, -0.1)).toBe(1);
  });
});
