import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairedDifference, type PairCounts } from '../../src/kit/paired-shares';

const count = fc.integer({ min: 0, max: 3000 });
const counts = fc
  .record({ both: count, onlyFirst: count, onlySecond: count, neither: count })
  .filter((pairs) => Object.values(pairs).some((n) => n > 0));
const swapped = ({ both, onlyFirst, onlySecond, neither }: PairCounts): PairCounts => ({
  both,
  onlyFirst: onlySecond,
  onlySecond: onlyFirst,
  neither,
});

describe('the difference of paired shares', () => {
  it('gives the worked example of Altman and others, Statistics with Confidence (2000), table 6.2', () => {
    const { difference, low, high } = pairedDifference({
      both: 14,
      onlyFirst: 5,
      onlySecond: 0,
      neither: 22,
    });
    expect(difference).toBeCloseTo(-5 / 41, 12);
    expect(high).toBeCloseTo(-0.011, 3);
    expect(low).toBeCloseTo(-0.226, 3);
  });

  it('lies inside its interval, and the interval inside what a difference of shares can be', () => {
    fc.assert(
      fc.property(counts, (pairs) => {
        const { difference, low, high } = pairedDifference(pairs);
        expect(low).toBeGreaterThanOrEqual(-1);
        expect(low).toBeLessThanOrEqual(difference);
        expect(high).toBeGreaterThanOrEqual(difference);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('changes its sign and nothing else when the two are swapped', () => {
    fc.assert(
      fc.property(counts, (pairs) => {
        const [there, back] = [pairedDifference(pairs), pairedDifference(swapped(pairs))];
        expect(back.low).toBeCloseTo(-there.high, 12);
        expect(back.high).toBeCloseTo(-there.low, 12);
      }),
    );
  });

  it('still has a width where no pair is discordant, and a narrower one the more pairs there are', () => {
    const width = (n: number) => {
      const { low, high } = pairedDifference({ both: n, onlyFirst: 0, onlySecond: 0, neither: n });
      return high - low;
    };
    expect(width(50)).toBeGreaterThan(0);
    expect(width(5000)).toBeLessThan(width(50) / 50);
  });

  it('covers the true difference about as often as it says, where few pairs are discordant', () => {
    // Exactly, over all tables of 40 pairs of which each is discordant with 2.5 % to either side.
    const [n, p] = [40, 0.025];
    const logFactorial = Array.from({ length: n + 1 }, () => 0);
    for (let k = 1; k <= n; k += 1) logFactorial[k] = logFactorial[k - 1]! + Math.log(k);
    let covered = 0;
    for (let b = 0; b <= n; b += 1) {
      for (let c = 0; b + c <= n; c += 1) {
        const rest = n - b - c;
        const ways = logFactorial[n]! - logFactorial[b]! - logFactorial[c]! - logFactorial[rest]!;
        const weight = Math.exp(ways + (b + c) * Math.log(p) + rest * Math.log(1 - 2 * p));
        const both = Math.floor(rest / 2);
        const { low, high } = pairedDifference({ both, onlyFirst: b, onlySecond: c, neither: rest - both });
        if (low <= 0 && high >= 0) covered += weight;
      }
    }
    expect(covered).toBeGreaterThan(0.94);
  });

  it('refuses no pairs and what is no count', () => {
    expect(() => pairedDifference({ both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 })).toThrow(RangeError);
    expect(() => pairedDifference({ both: 1.5, onlyFirst: 0, onlySecond: 0, neither: 0 })).toThrow(
      RangeError,
    );
    expect(() => pairedDifference({ both: -1, onlyFirst: 0, onlySecond: 0, neither: 9 })).toThrow(RangeError);
  });
});
