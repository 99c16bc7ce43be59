import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addHistogram,
  count,
  countAtLeast,
  histogramMean,
  histogramOf,
  histogramQuantile,
  newCounter,
  newHistogram,
  total,
} from '../../src/ensemble/tally';

const values = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 1, maxLength: 60 });
const counted = (list: readonly number[]) => {
  const counter = newCounter(0.1);
  for (const value of list) count(counter, value / 10);
  return histogramOf(counter);
};

describe('a histogram', () => {
  it('merges by addition: the order and the cut do not matter', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const merged = counted(a);
        addHistogram(merged, counted(b));
        expect(merged).toEqual(counted([...b, ...a]));
      }),
      { numRuns: 1000 },
    );
  });

  it('has the mean and the quantiles of the values counted', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0.01, max: 1, noNaN: true }), (list, q) => {
        const sorted = [...list].sort((a, b) => a - b);
        const histogram = counted(list);
        expect(histogramMean(histogram)).toBeCloseTo(
          list.reduce((sum, value) => sum + value, 0) / list.length / 10,
          9,
        );
        expect(histogramQuantile(histogram, q)).toBeCloseTo(
          sorted[Math.ceil(q * list.length - 1e-9) - 1]! / 10,
          9,
        );
        expect(total(histogram)).toBe(list.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('counts what reaches a threshold, the threshold included', () => {
    const histogram = counted([4, 5, 5, 6]);
    expect(countAtLeast(histogram, 0.5)).toBe(3);
    expect(countAtLeast(histogram, 0.7)).toBe(0);
  });

  it('is 0 where nothing was counted', () => {
    expect(histogramMean(newHistogram(1))).toBe(0);
    expect(histogramQuantile(newHistogram(1), 0.5)).toBe(0);
  });
});
