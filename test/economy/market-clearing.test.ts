import { describe, expect, it } from 'vitest';
import { purgeDeficits, solveExactHat, tariffMatrix, worldFromFlows } from '../../src/economy/exact-hat';
import { FLOWS, INCOME, LABELS, US } from './three-regions';

const WORLD = worldFromFlows(FLOWS, INCOME, LABELS);
const BALANCED = purgeDeficits(WORLD, 4);
const FREE = tariffMatrix(3);

function wall(tariff: number): number[][] {
  return FREE.map((row, i) => row.map((_, j) => (i === j ? 0 : tariff * (1 + i + 2 * j))));
}

describe('clearing the markets', () => {
  it.each([0.1, 1, 10, 100, 1000])(
    'takes few steps in a balanced world behind uneven walls from %d',
    (tariff) => {
      const { iterations, residual } = solveExactHat(BALANCED, wall(tariff), FREE, 4);
      expect(iterations).toBeLessThan(20);
      expect(residual).toBeLessThan(1e-12);
    },
  );

  it.each([1, 3, 10])('finds the way back from behind walls from %d', (tariff) => {
    const { iterations, residual } = solveExactHat(BALANCED, FREE, wall(tariff), 8);
    expect(iterations).toBeLessThan(30);
    expect(residual).toBeLessThan(1e-12);
  });

  it('is refused where fixed deficits would have to cross prohibitive walls', () => {
    expect(() => solveExactHat(WORLD, wall(1e4), FREE, 4)).toThrow(/No wages clear/);
  });

  it('is refused for a region that trades with nobody', () => {
    const alone = worldFromFlows(
      [
        [5, 0, 0],
        [0, 7, 1],
        [0, 1, 9],
      ],
      [5, 8, 10],
    );
    expect(alone.deficit[US]).toBe(0);
    expect(() => solveExactHat(alone, FREE, FREE, 4)).toThrow(/trades with nobody/);
  });

  it('drives the relative wage of a region up by its own tariff', () => {
    const table = FREE.map((row, i) => row.map((_, j) => (j === US && i !== US ? 0.1 : 0)));
    const { wageHat } = solveExactHat(BALANCED, table, FREE, 4);
    expect(wageHat[US]).toBeGreaterThan(Math.max(...wageHat.slice(1)));
  });
});
