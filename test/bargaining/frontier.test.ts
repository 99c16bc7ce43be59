import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divisionFrontier, nashOnChain, nashShareOnCurve, type ShareCurve } from './yardsticks/frontier';
import type { PerParty } from '../../src/bargaining/nash';
import { fraction } from './agendas';

const PIE: readonly PerParty[] = [
  [0, 1],
  [1, 0],
];

function expectPoint(point: PerParty | null, [u0, u1]: PerParty, digits = 9): void {
  expect(point?.[0]).toBeCloseTo(u0, digits);
  expect(point?.[1]).toBeCloseTo(u1, digits);
}

describe('the Nash point of a pie', () => {
  it('B1: with nothing to fall back on it is (.5, .5)', () => {
    expectPoint(nashOnChain(PIE, [0, 0], 0.5), [0.5, 0.5]);
  });

  it('B2: with d = (.2, .1) it is (.55, .45), and (.62, .38) with weight .6', () => {
    expectPoint(nashOnChain(PIE, [0.2, 0.1], 0.5), [0.55, 0.45]);
    expectPoint(nashOnChain(PIE, [0.2, 0.1], 0.6), [0.62, 0.38]);
  });

  it('B3: with d = (.3, .1) it is (.60, .40)', () => {
    expectPoint(nashOnChain(PIE, [0.3, 0.1], 0.5), [0.6, 0.4]);
  });

  it('B4: a party with utility sqrt(x) gets a third: risk aversion hurts', () => {
    const averse: ShareCurve = (share) => [Math.sqrt(share), 1 - share];
    expect(nashShareOnCurve(averse, [0, 0], 0.5)).toBeCloseTo(1 / 3, 7);
  });

  it('is the same on a curve as on the chain, wherever the fallback lies', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (d0, d1, alpha) => {
        const disagreement: PerParty = [d0 / 2, d1 / 2];
        const share = nashShareOnCurve((x) => [x, 1 - x], disagreement, alpha);
        expect(share).toBeCloseTo(nashOnChain(PIE, disagreement, alpha)?.[0] ?? NaN, 6);
      }),
    );
  });

  it('does not exist where the fallbacks together exceed the pie', () => {
    expect(nashOnChain(PIE, [0.6, 0.5], 0.5)).toBeNull();
  });
});

describe('dividing goods', () => {
  const FOUR = divisionFrontier([0.4, 0.3, 0.2, 0.1], [0.1, 0.2, 0.3, 0.4]);

  it('B8: linking four issues gives (.70, .70) where halving each would give (.5, .5)', () => {
    expectPoint(nashOnChain(FOUR, [0, 0], 0.5), [0.7, 0.7]);
  });

  it('B8: d = (.3, .2) leaves the kink at (.70, .70) and weight .6 then moves it to (.74, .64)', () => {
    expectPoint(nashOnChain(FOUR, [0.3, 0.2], 0.5), [0.7, 0.7]);
    expectPoint(nashOnChain(FOUR, [0.3, 0.2], 0.6), [0.74, 0.64]);
  });

  it('splits at most one good, the others going whole to the side that values them more in comparison', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fraction, fraction), { minLength: 1, maxLength: 6 }),
        fraction,
        (goods, alpha) => {
          const chain = divisionFrontier(
            goods.map(([worth]) => worth),
            goods.map(([, worth]) => worth),
          );
          const point = nashOnChain(chain, [0, 0], alpha);
          const below = chain.filter(([u0]) => u0 <= (point?.[0] ?? NaN) + 1e-12).length;
          expect(below).toBeGreaterThan(0);
          const [start, end] = [chain[below - 1], chain[below]];
          if (start === undefined || end === undefined || point === null) return;
          const t = (point[0] - start[0]) / (end[0] - start[0]);
          expect(point[1]).toBeCloseTo(start[1] + t * (end[1] - start[1]), 9);
        },
      ),
    );
  });

  it('refuses lists of different length and goods of no worth', () => {
    expect(() => divisionFrontier([1], [1, 2])).toThrow(RangeError);
    expect(() => divisionFrontier([0, 1], [0, 1])).toThrow(RangeError);
  });

  it('B11: in 20 000 divisions a better fallback never hurts its owner nor helps the other', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fraction, fraction), { minLength: 1, maxLength: 5 }),
        fc.tuple(fraction, fraction, fraction, fraction),
        (goods, [d0, d1, rise, alpha]) => {
          const chain = divisionFrontier(
            goods.map(([worth]) => worth),
            goods.map(([, worth]) => worth),
          );
          const before = nashOnChain(chain, [d0 / 2, d1 / 2], alpha);
          const after = nashOnChain(chain, [d0 / 2 + rise / 2, d1 / 2], alpha);
          if (before === null || after === null) return;
          expect(after[0] >= before[0] - 1e-12 && after[1] <= before[1] + 1e-12).toBe(true);
        },
      ),
      { numRuns: 20_000 },
    );
  });

  it('law 6: shifting and rescaling one side’s utility moves the point with it', () => {
    fc.assert(
      fc.property(
        fraction,
        fraction,
        fraction,
        fc.tuple(fraction, fraction),
        (d0, d1, alpha, [shift, factor]) => {
          const disagreement: PerParty = [d0, d1];
          const moved = FOUR.map(([u0, u1]): PerParty => [shift + factor * u0, u1]);
          const before = nashOnChain(FOUR, disagreement, alpha);
          const after = nashOnChain(moved, [shift + factor * d0, d1], alpha);
          if (before === null || after === null) return;
          expectPoint(after, [shift + factor * before[0], before[1]], 6);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
