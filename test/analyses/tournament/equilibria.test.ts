import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equilibriaOf, mostGain, type Payoffs } from '../../../src/analyses/tournament/equilibria';

const both = (game: readonly (readonly (readonly [number, number])[])[]) =>
  equilibriaOf(
    game.map((row) => row.map(([own]) => own)),
    game.map((row) => row.map(([, other]) => other)),
  );

describe('equilibria by enumeration of supports', () => {
  it.each([
    [
      'the prisoners’ dilemma',
      [
        [
          [3, 3],
          [0, 5],
        ],
        [
          [5, 0],
          [1, 1],
        ],
      ],
      [
        [
          [0, 1],
          [0, 1],
        ],
      ],
    ],
    [
      'matching pennies',
      [
        [
          [1, -1],
          [-1, 1],
        ],
        [
          [-1, 1],
          [1, -1],
        ],
      ],
      [
        [
          [0.5, 0.5],
          [0.5, 0.5],
        ],
      ],
    ],
    [
      'the battle of the sexes',
      [
        [
          [2, 1],
          [0, 0],
        ],
        [
          [0, 0],
          [1, 2],
        ],
      ],
      [
        [
          [1, 0],
          [1, 0],
        ],
        [
          [0, 1],
          [0, 1],
        ],
        [
          [2 / 3, 1 / 3],
          [1 / 3, 2 / 3],
        ],
      ],
    ],
    [
      'rock, paper, scissors',
      [
        [
          [0, 0],
          [-1, 1],
          [1, -1],
        ],
        [
          [1, -1],
          [0, 0],
          [-1, 1],
        ],
        [
          [-1, 1],
          [1, -1],
          [0, 0],
        ],
      ],
      [
        [
          [1 / 3, 1 / 3, 1 / 3],
          [1 / 3, 1 / 3, 1 / 3],
        ],
      ],
    ],
  ] as const)('has those of %s', (_, game, wanted) => {
    const found = both(game as never);
    expect(found).toHaveLength(wanted.length);
    found.forEach(({ row, column }, at) => {
      row.forEach((share, action) => expect(share).toBeCloseTo(wanted[at]![0]![action]!, 9));
      column.forEach((share, action) => expect(share).toBeCloseTo(wanted[at]![1]![action]!, 9));
    });
  });

  it('finds, in any game without ties, an odd number of mixtures that nobody gains by leaving', () => {
    const size = fc.integer({ min: 1, max: 4 });
    const game = fc.tuple(size, size, fc.integer({ min: 1, max: 1e6 })).map(([m, n, seed]) => {
      let state = seed;
      const next = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
      const table = (): Payoffs => Array.from({ length: m }, () => Array.from({ length: n }, next));
      return [table(), table()] as const;
    });
    fc.assert(
      fc.property(game, ([rows, columns]) => {
        const found = equilibriaOf(rows, columns);
        expect(found.length % 2).toBe(1);
        for (const { row, column } of found) {
          for (const shares of [row, column])
            expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
          expect(mostGain(row, column, (own, other) => rows[own]![other]!)).toBeLessThan(1e-7);
          expect(mostGain(column, row, (own, other) => columns[other]![own]!)).toBeLessThan(1e-7);
        }
      }),
    );
  });
});
