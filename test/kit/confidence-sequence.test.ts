import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sequenceHalfWidth } from '../../src/kit/confidence-sequence';
import { createDraws } from '../../src/kit/keyed-draws';
import { variance } from '../../src/kit/statistics';

const draws = createDraws('sequences');

/** Whether the interval of a series ever leaves its true mean out, looked at after each value from the 20th on. */
function everMisses(values: readonly number[], truth: number, alpha: number): boolean {
  let sum = 0;
  return values.some((value, at) => {
    sum += value;
    const n = at + 1;
    if (n < 20) return false;
    const sd = Math.sqrt(variance(values.slice(0, n)));
    return Math.abs(sum / n - truth) > sequenceHalfWidth(n, sd, alpha);
  });
}

describe('a confidence sequence', () => {
  it.each([
    ['normal values', (path: number, at: number) => draws.normal(path, 'n', at), 0],
    ['yes or no', (path: number, at: number) => Number(draws.uniform(path, 'u', at) < 0.4), 0.4],
  ] as const)('covers the mean of %s at all times with its probability', (_, value, truth) => {
    const paths = 200;
    const missed = Array.from({ length: paths }, (__, path) =>
      everMisses(
        Array.from({ length: 300 }, (___, at) => value(path, at)),
        truth,
        0.1,
      ),
    ).filter(Boolean).length;
    // An interval for one time of looking would miss on some of these in about four paths of ten.
    expect(missed / paths).toBeLessThan(0.1 + 3 * Math.sqrt((0.1 * 0.9) / paths));
  });

  it('narrows with the sample, widens with the spread and with the certainty asked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 100_000 }),
        fc.double({ min: 0.01, max: 10, noNaN: true }),
        fc.double({ min: 0.001, max: 0.2, noNaN: true }),
        (n, sd, alpha) => {
          const half = sequenceHalfWidth(n, sd, alpha);
          expect(sequenceHalfWidth(2 * n, sd, alpha)).toBeLessThan(half);
          expect(sequenceHalfWidth(n, 2 * sd, alpha)).toBeCloseTo(2 * half, 9);
          expect(sequenceHalfWidth(n, sd, alpha / 2)).toBeGreaterThan(half);
          // It is always wider than the interval for one time of looking.
          expect(half).toBeGreaterThan(1.28 * (sd / Math.sqrt(n)));
        },
      ),
    );
  });

  it('refuses a chance of missing that is none', () => {
    for (const alpha of [0, 0.5, NaN, -1]) expect(() => sequenceHalfWidth(10, 1, alpha)).toThrow(RangeError);
  });
});
