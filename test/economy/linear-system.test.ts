import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eliminate } from '../../src/economy/linear-system';

describe('elimination', () => {
  it('solves a system whose first pivot is zero', () => {
    const rightSide = Float64Array.from([4, 7, 9]);
    eliminate(Float64Array.from([0, 2, 0, 1, 1, 1, 2, 0, 1]), rightSide, 3);
    expect([...rightSide]).toEqual([4, 2, 1]);
  });

  it('finds the numbers a dominant diagonal was multiplied with', () => {
    const entry = fc.double({ min: -1, max: 1, noNaN: true });
    const table = fc.array(entry, { minLength: 16, maxLength: 16 });
    const vector = fc.array(entry, { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(table, vector, (entries, x) => {
        const system = Float64Array.from(entries, (value, k) => (k % 5 === 0 ? value + 5 : value));
        const rightSide = Float64Array.from({ length: 4 }, (_, i) =>
          x.reduce((sum, value, k) => sum + (system[4 * i + k] ?? NaN) * value, 0),
        );
        eliminate(system, rightSide, 4);
        x.forEach((value, k) => expect(rightSide[k]).toBeCloseTo(value, 12));
      }),
      { numRuns: 1000 },
    );
  });
});
