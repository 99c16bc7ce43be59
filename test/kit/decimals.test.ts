/** Sums of decimals are those of the numbers as they are written, in whatever order. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalSum } from '../../src/kit/decimals';

/** Whole numbers of some unit, short and beyond what doubles count exactly. */
const PLACES = [0, 1, 3, 9, 12, 17] as const;

describe('the sum of decimals', () => {
  it('is the sum as written, where doubles are a little off', () => {
    expect(0.1 + 0.2).not.toBe(0.3);
    expect(decimalSum([0.1, 0.2])).toBe(0.3);
    expect(decimalSum([1, -0.9])).toBe(0.1);
    expect(decimalSum([1, ...new Array<number>(10).fill(-0.1)])).toBe(0);
    expect(decimalSum([1, -0.9999999999999999])).toBe(1e-16);
    expect(decimalSum([1e21, 1, -1e21])).toBe(1);
    expect(decimalSum([])).toBe(0);
  });

  it('is that of whole numbers of the last place, whatever their size, and no order changes it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PLACES),
        fc.array(fc.integer({ min: -1e6, max: 1e6 }), { maxLength: 12 }),
        fc.infiniteStream(fc.nat()),
        (places, units, order) => {
          const values = units.map((unit) => Number(`${unit}e-${places}`));
          const sum = decimalSum(values);
          expect(sum).toBe(Number(`${units.reduce((all, unit) => all + unit, 0)}e-${places}`));
          const keys = values.map((value) => [order.next().value, value] as const);
          const shuffled = keys.sort((a, b) => a[0] - b[0]).map(([, value]) => value);
          expect(decimalSum(shuffled)).toBe(sum);
        },
      ),
      { numRuns: 500 },
    );
  });
});
