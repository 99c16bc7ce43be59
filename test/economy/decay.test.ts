import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dailyRetention, retained } from '../../src/economy/decay';

const days = fc.double({ min: 0, max: 2000, noNaN: true });
const halfLife = fc.double({ min: 1, max: 1000, noNaN: true });

describe('what is retained', () => {
  it('is a half after one half-life and all when nothing is forgotten', () => {
    expect(retained(60, 60)).toBeCloseTo(0.5, 15);
    expect(retained(120, 60)).toBeCloseTo(0.25, 15);
    expect(retained(0, 60)).toBe(1);
    expect(retained(10, Infinity)).toBe(1);
  });

  it('after two spells is the product of what is retained after each', () => {
    fc.assert(
      fc.property(days, days, halfLife, (first, second, half) => {
        expect(retained(first + second, half)).toBeCloseTo(
          retained(first, half) * retained(second, half),
          12,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('over a day is remembered without being confused between half-lives', () => {
    fc.assert(
      fc.property(fc.array(halfLife, { maxLength: 6 }), (halfLives) => {
        const overDay = dailyRetention();
        for (const half of halfLives) {
          expect(overDay(half)).toBe(retained(1, half));
          expect(overDay(half)).toBe(retained(1, half));
        }
      }),
      { numRuns: 1000 },
    );
  });
});
