import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dwindling, isBelow } from '../../../src/testing/plays/dwindling';

interface Pair {
  readonly acts: number;
  readonly rate: number;
}

/** Proposes everything, larger values first, so that only the guard keeps a path from growing. */
const wild = dwindling<Pair>({
  source: fc.record({ acts: fc.nat({ max: 9 }), rate: fc.nat({ max: 99 }) }),
  smaller: ({ acts, rate }) => [
    { acts: acts + 1, rate: 0 },
    { acts, rate: rate + 1 },
    { acts, rate },
    { acts: acts - 1, rate: rate + 50 },
    { acts, rate: rate - 1 },
  ],
  size: ({ acts, rate }) => [acts, rate],
});

describe('shrinking by meaning', () => {
  it('offers nothing that is not strictly smaller, whatever is proposed', () => {
    const value: Pair = { acts: 3, rate: 7 };
    const offered = [...wild.shrink(value, undefined)].map((shrunk) => shrunk.value);
    expect(offered).toEqual([
      { acts: 2, rate: 57 },
      { acts: 3, rate: 6 },
    ]);
  });

  it('compares sizes by the first numbers that differ, a missing one as nought', () => {
    expect(isBelow([1, 9], [2, 0])).toBe(true);
    expect(isBelow([2, 0], [1, 9])).toBe(false);
    expect(isBelow([1], [1, 0])).toBe(false);
    expect(isBelow([1], [1, 1])).toBe(true);
  });

  it('comes to the least value that fails a property, though larger ones are proposed first', () => {
    const { counterexample } = fc.check(
      fc.property(wild, ({ acts, rate }) => acts < 2 || rate < 5),
      { seed: 3, numRuns: 200 },
    );
    expect(counterexample).toEqual([{ acts: 2, rate: 5 }]);
  });
});
