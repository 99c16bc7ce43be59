import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  brier,
  continuousRankedProbabilityScore,
  logScore,
  mean,
  multiClassBrier,
  quantile,
  rankCorrelation,
  rankedProbabilityScore,
  triangularQuantile,
  variance,
  wilson,
} from '../../src/kit/statistics';
import { normalQuantile } from '../../src/kit/portable-math';

const UNIFORM = [0.2, 0.2, 0.2, 0.2, 0.2];
const BASE_RATE = [0.22, 0.17, 0.46, 0.12, 0.02];
const ROLLBACK = 3;

describe('the continuous ranked probability score', () => {
  const sample = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 1, maxLength: 40 });
  const value = fc.double({ min: -100, max: 100, noNaN: true });

  it('is the mean distance from what happened less half the mean distance within the sample', () => {
    fc.assert(
      fc.property(sample, value, (xs, y) => {
        const away = mean(xs.map((x) => Math.abs(x - y)));
        const within = mean(xs.flatMap((x) => xs.map((other) => Math.abs(x - other))));
        expect(continuousRankedProbabilityScore(xs, y)).toBeCloseTo(away - within / 2, 8);
      }),
    );
  });

  it('of a certain forecast is its absolute error, and is never below nought', () => {
    expect(continuousRankedProbabilityScore([3], 5)).toBe(2);
    fc.assert(fc.property(sample, value, (xs, y) => continuousRankedProbabilityScore(xs, y) >= -1e-9));
    expect(() => continuousRankedProbabilityScore([], 0)).toThrow(RangeError);
  });

  it('of a standard normal forecast at its centre is (sqrt 2 - 1) / sqrt pi', () => {
    const normal = Array.from({ length: 4000 }, (_, i) => normalQuantile((i + 0.5) / 4000));
    expect(continuousRankedProbabilityScore(normal, 0)).toBeCloseTo(0.2337, 3);
  });
});

describe('wilson', () => {
  // Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%s of %s gives %s to %s, as Newcombe prints', (successes, n, low, high) => {
    const interval = wilson(successes, n);
    expect(interval.p).toBe(successes / n);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('without trials nothing is known', () => {
    expect(wilson(0, 0)).toEqual({ p: 0.5, low: 0, high: 1 });
  });

  it('holds the share, stays in [0, 1], touches 0 and 1 at the ends and mirrors', () => {
    const trials = fc
      .integer({ min: 1, max: 1_000_000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(trials, ([successes, n]) => {
        const { p, low, high } = wilson(successes, n);
        const mirror = wilson(n - successes, n);
        expect(0 <= low && low <= p && p <= high && high <= 1 && low < high).toBe(true);
        expect(Math.abs(1 - mirror.high - low)).toBeLessThan(1e-12);
        expect(low === 0).toBe(successes === 0);
      }),
      { numRuns: 1000 },
    );
  });

  it('more confidence and fewer trials make it wider', () => {
    expect(wilson(30, 100, 0.99).low).toBeLessThan(wilson(30, 100, 0.9).low);
    expect(wilson(3, 10).high).toBeGreaterThan(wilson(30, 100).high);
  });

  it.each([
    [-1, 10, 0.95],
    [11, 10, 0.95],
    [1, Number.NaN, 0.95],
    [1, 10, 1],
    [1, 10, 0],
  ])('%s of %s at confidence %s is refused', (successes, n, confidence) => {
    expect(() => wilson(successes, n, confidence)).toThrow(RangeError);
  });
});

describe('order statistics and moments', () => {
  it('quantile interpolates as R-7 does, whatever the order of the values', () => {
    const values = [10, 1, 7, 3];
    expect([0, 0.1, 0.25, 0.5, 0.9, 1].map((q) => quantile(values, q))).toEqual([
      1,
      1.6,
      2.5,
      5,
      expect.closeTo(9.1, 14),
      10,
    ]);
    expect(values).toEqual([10, 1, 7, 3]);
    expect(quantile(Float64Array.of(3, 1, 2), 0.5)).toBe(2);
  });

  it('mean of 1, 2, 6 is 3 and their variance 7', () => {
    expect([mean([1, 2, 6]), variance([1, 2, 6])]).toEqual([3, 7]);
  });

  it('nothing has no mean, no quantile, and one value no variance', () => {
    expect(() => mean([])).toThrow(RangeError);
    expect(() => quantile([], 0.5)).toThrow(RangeError);
    expect(() => quantile([1], 1.5)).toThrow(RangeError);
    expect(() => variance([1])).toThrow(RangeError);
  });
});

describe('rankCorrelation', () => {
  it('is -29/165 on the textbook case of IQ against hours of television', () => {
    const iq = [106, 86, 100, 101, 99, 103, 97, 113, 112, 110];
    const hours = [7, 0, 27, 50, 28, 29, 20, 12, 6, 17];
    expect(rankCorrelation(iq, hours)).toBeCloseTo(-29 / 165, 14);
  });

  it('gives ties the mean of their ranks: 1 2 2 3 against 1 2 3 4 is 3/sqrt(10)', () => {
    expect(rankCorrelation([1, 2, 2, 3], [1, 2, 3, 4])).toBeCloseTo(3 / Math.sqrt(10), 14);
  });

  const pairs = fc.array(fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 })), {
    minLength: 2,
    maxLength: 30,
  });

  it('lies in [-1, 1], is symmetric, and sees only the order', () => {
    fc.assert(
      fc.property(pairs, (sample) => {
        const xs = sample.map(([x]) => x);
        const ys = sample.map(([, y]) => y);
        const rho = rankCorrelation(xs, ys);
        expect(Math.abs(rho)).toBeLessThanOrEqual(1);
        expect(rankCorrelation(ys, xs)).toBeCloseTo(rho, 14);
        expect(
          rankCorrelation(
            xs.map((x) => x * x * x),
            ys,
          ),
        ).toBe(rho);
        expect(
          rankCorrelation(
            xs.map((x) => 0 - x),
            ys,
          ),
        ).toBeCloseTo(-rho, 14);
      }),
      { numRuns: 1000 },
    );
  });

  it('is 1 for any rising relation and 0 against a constant', () => {
    expect(rankCorrelation([1, 2, 3, 4], [1, 8, 27, 1000])).toBe(1);
    expect(rankCorrelation([1, 2, 3], [5, 5, 5])).toBe(0);
  });

  it('refuses unequal lengths, a single pair and what is not a number', () => {
    expect(() => rankCorrelation([1, 2], [1])).toThrow(RangeError);
    expect(() => rankCorrelation([1], [1])).toThrow(RangeError);
    expect(() => rankCorrelation([1, Number.NaN], [1, 2])).toThrow(RangeError);
  });
});

describe('triangularQuantile', () => {
  it('meets its ends, and its peak at the share that lies below it', () => {
    expect([0, 0.25, 1].map((u) => triangularQuantile(u, 0, 1, 4))).toEqual([0, 1, 4]);
    expect(triangularQuantile(0.5, 0, 1, 2)).toBe(1);
  });

  it('inverts the distribution function, also with the peak at an end', () => {
    const corners = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 3, maxLength: 3 });
    const level = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(corners, level, fc.constantFrom(0, 1, 2), (points, u, peak) => {
        const [low = 0, inner = 0, high = 0] = points.toSorted((a, b) => a - b);
        fc.pre(high - low > 1e-3);
        const mode = [low, inner, high][peak] ?? inner;
        const x = triangularQuantile(u, low, mode, high);
        const below =
          x < mode ? (x - low) ** 2 / (mode - low) : high - low - (high - x) ** 2 / (high - mode || 1);
        expect(x >= low && x <= high).toBe(true);
        expect(below / (high - low)).toBeCloseTo(u, 8);
      }),
      { numRuns: 1000 },
    );
  });

  it('an empty range gives its only value, and a crossed one is refused', () => {
    expect(triangularQuantile(0.7, 3, 3, 3)).toBe(3);
    expect(() => triangularQuantile(0.5, 1, 0, 2)).toThrow(RangeError);
    expect(() => triangularQuantile(1.5, 0, 1, 2)).toThrow(RangeError);
  });
});

describe('scores', () => {
  it('the uniform forecast of Busan scores RPS .150, log 1.61 and Brier .80', () => {
    expect(rankedProbabilityScore(UNIFORM, ROLLBACK)).toBeCloseTo(0.15, 14);
    expect(logScore(0.2)).toBeCloseTo(1.609, 3);
    expect(multiClassBrier(UNIFORM, ROLLBACK)).toBeCloseTo(0.8, 14);
  });

  it('the base rate forecast of Busan scores RPS .232 and log 2.1', () => {
    expect(rankedProbabilityScore(BASE_RATE, ROLLBACK)).toBeCloseTo(0.232, 2);
    expect(logScore(0.12)).toBeCloseTo(2.12, 2);
  });

  it('certainty scores 0 when right, and 1 at the wrong end', () => {
    expect(rankedProbabilityScore([0, 0, 1], 2)).toBe(0);
    expect(rankedProbabilityScore([1, 0, 0], 2)).toBe(1);
    expect(rankedProbabilityScore([0, 1, 0], 2)).toBe(0.5);
    expect([logScore(1), brier(1, true), brier(1, false), brier(0.93, true)]).toEqual([
      0,
      0,
      1,
      expect.closeTo(0.0049, 14),
    ]);
  });

  it('with two classes the RPS is the Brier score', () => {
    for (const p of [0, 0.2, 0.5, 0.9, 1]) {
      expect(rankedProbabilityScore([p, 1 - p], 0)).toBeCloseTo(brier(p, true), 14);
    }
  });

  it('a surprise costs at most -ln of the floor', () => {
    expect(logScore(0)).toBeCloseTo(-Math.log(0.01), 14);
    expect(logScore(0, 0.001)).toBeCloseTo(-Math.log(0.001), 14);
    expect(logScore(0, 0)).toBe(Infinity);
  });

  const weights = fc
    .array(fc.integer({ min: 1, max: 100 }), { minLength: 4, maxLength: 4 })
    .map((w) => w.map((x) => x / w.reduce((a, b) => a + b, 0)));

  it('honesty pays: in expectation no forecast beats the true probabilities', () => {
    fc.assert(
      fc.property(weights, weights, (truth, told) => {
        const expected = (score: (p: number[], i: number) => number, p: number[]) =>
          truth.reduce((sum, chance, i) => sum + chance * score(p, i), 0);
        for (const score of [
          rankedProbabilityScore,
          multiClassBrier,
          (p: readonly number[], i: number) => logScore(p[i] ?? 0, 0),
        ]) {
          expect(expected(score, truth)).toBeLessThanOrEqual(expected(score, told) + 1e-12);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('an outcome that is no class, and a probability beyond 1, are refused', () => {
    expect(() => rankedProbabilityScore(UNIFORM, 5)).toThrow(RangeError);
    expect(() => rankedProbabilityScore([1], 0)).toThrow(RangeError);
    expect(() => multiClassBrier(UNIFORM, -1)).toThrow(RangeError);
    expect(() => brier(1.2, true)).toThrow(RangeError);
    expect(() => logScore(Number.NaN)).toThrow(RangeError);
  });
});
