/** A bettor against a bound cannot be expected to win where the bound holds, and wins where it does not. */
import { describe, expect, it } from 'vitest';
import { logWealthAbove } from '../../src/kit/betting';

/** The expected wealth after so many values of a distribution, by all their sequences. */
function expectedWealth(
  chances: readonly (readonly [value: number, chance: number])[],
  length: number,
  bound: number,
  least: number,
): number {
  const over = (values: readonly number[], chance: number): number =>
    values.length === length
      ? chance * Math.exp(logWealthAbove(values, bound, least))
      : chances.reduce((sum, [value, of]) => sum + over([...values, value], chance * of), 0);
  return over([], 1);
}

describe('betting against a mean of at most a bound', () => {
  it.each([
    {
      chances: [
        [-1, 0.3],
        [0, 0.4],
        [1, 0.3],
      ],
      bound: 0,
      least: -1,
    },
    {
      chances: [
        [-1, 0.01],
        [0, 0.98],
        [1, 0.01],
      ],
      bound: 0,
      least: -1,
    },
    {
      chances: [
        [-1, 0.2],
        [0, 0.5],
        [1, 0.3],
      ],
      bound: 0.1,
      least: -1,
    },
    {
      chances: [
        [-0.5, 0.5],
        [0.25, 0.25],
        [0.75, 0.25],
      ],
      bound: 0,
      least: -1,
    },
    {
      chances: [
        [0, 0.75],
        [1, 0.25],
      ],
      bound: 0.25,
      least: 0,
    },
  ] as const)('leaves the stake as it is on average where the mean is the bound: %o', (row) => {
    for (const length of [1, 3, 5])
      expect(expectedWealth(row.chances, length, row.bound, row.least)).toBeCloseTo(1, 9);
  });

  it('loses on average where the mean is below the bound', () => {
    expect(
      expectedWealth(
        [
          [-1, 0.4],
          [1, 0.3],
          [0, 0.3],
        ],
        5,
        0,
        -1,
      ),
    ).toBeLessThan(1);
    expect(
      expectedWealth(
        [
          [-1, 0.3],
          [1, 0.3],
          [0, 0.4],
        ],
        5,
        0.2,
        -1,
      ),
    ).toBeLessThan(1);
  });

  it('wins enough by two dozen values on one side to refute at one in a hundred thousand, and by eight not', () => {
    const of = (ups: number, alike: number) => [
      ...Array<number>(ups).fill(1),
      ...Array<number>(alike).fill(0),
    ];
    expect(logWealthAbove(of(24, 500), 0, -1)).toBeGreaterThan(Math.log(1e5));
    expect(logWealthAbove(of(8, 500), 0, -1)).toBeLessThan(Math.log(1e5));
  });

  it('asks nothing of the order, and has its first unit before the first value', () => {
    expect(logWealthAbove([1, 0, -1, 1], 0, -1)).toBe(logWealthAbove([1, 0, -1, 1].sort(), 0, -1));
    expect(logWealthAbove([], 0, -1)).toBeCloseTo(0, 12);
  });

  it('refuses a bound that nothing can be below, and values below the least', () => {
    expect(() => logWealthAbove([0], -1, -1)).toThrow(RangeError);
    expect(() => logWealthAbove([-2], 0, -1)).toThrow(RangeError);
  });
});
