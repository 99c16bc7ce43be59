import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  retaliationLagDays,
  retaliationSize,
  type RetaliationStrength,
} from '../../src/bargaining/retaliation';
import { fraction } from './agendas';
import { titForTatSpiral } from './yardsticks/tit-for-tat';

const PURE: RetaliationStrength = { match: 1, generosity: 0, cap: Infinity };

const rules: fc.Arbitrary<RetaliationStrength> = fc.record({
  match: fraction,
  generosity: fraction,
  cap: fc.oneof(
    fraction.map((n) => 100 * n),
    fc.constant(Infinity),
  ),
});

describe('an answer in kind', () => {
  it('matches what was received, less generosity', () => {
    expect(retaliationSize(10, { match: 0.9, generosity: 0.1, cap: Infinity })).toBeCloseTo(8.1, 12);
  });

  it('law 37: never exceeds the cap', () => {
    fc.assert(
      fc.property(fraction, rules, (size, rule) => {
        expect(retaliationSize(100 * size, rule)).toBeLessThanOrEqual(rule.cap);
        expect(retaliationSize(100 * size, rule)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the lag of an answer', () => {
  it('is on average what it is said to be', () => {
    for (const meanDays of [2, 8]) {
      const draws = Array.from({ length: 10_000 }, (_, k) =>
        retaliationLagDays((k + 0.5) / 10_000, meanDays, 3),
      );
      expect(draws.reduce((sum, days) => sum + days, 0) / draws.length).toBeCloseTo(meanDays, 1);
    }
  });

  it('never shrinks with the draw and is a whole number of days', () => {
    fc.assert(
      fc.property(fraction, fraction, fc.integer({ min: 1, max: 6 }), (one, other, shape) => {
        const early = retaliationLagDays(Math.min(one, other), 7, shape);
        expect(Number.isInteger(early)).toBe(true);
        expect(retaliationLagDays(Math.max(one, other), 7, shape)).toBeGreaterThanOrEqual(early);
      }),
      { numRuns: 500 },
    );
  });

  it('is the same day for a mean of nought, and ends even for the last draw', () => {
    expect(retaliationLagDays(0.99, 0, 2)).toBe(0);
    expect(retaliationLagDays(1 - 2 ** -53, 2, 2)).toBeLessThan(60);
    expect(() => retaliationLagDays(0.5, 2, 1.5)).toThrow(RangeError);
  });
});

describe('two parties that answer each other', () => {
  it('law 36: stay in peace when they start in peace', () => {
    expect(titForTatSpiral(0, [PURE, PURE], 20).every((size) => size === 0)).toBe(true);
  });

  it('echo a single blow for ever when they match it in full, and never more', () => {
    expect(titForTatSpiral(5, [PURE, PURE], 6)).toEqual([5, 5, 5, 5, 5, 5]);
  });

  it('law 38: with m below one the whole spiral is bounded by the first blow over 1 - m', () => {
    fc.assert(
      fc.property(fraction, rules, rules, (first, one, other) => {
        const sizes = titForTatSpiral(100 * first, [one, other], 400);
        const steepest = Math.max(one.match, other.match);
        const total = sizes.reduce((sum, size) => sum + size, 0);
        expect(total).toBeLessThanOrEqual((100 * first) / (1 - steepest) + 1e-6);
        expect(Math.max(...sizes)).toBe(sizes[0]);
      }),
      { numRuns: 1000 },
    );
  });
});
