import { describe, expect, it } from 'vitest';
import { createDraws } from '../../src/kit/keyed-draws';
import { groupComponents, nestedComponents } from '../../src/kit/variance-components';

/** Policies with fixed chances, parameter draws that move them by a known variance, and yes or no as chance has it. */
const CHANCES = [0.2, 0.5, 0.65];
const WORLD_SHIFT = 0.15;

function coins(seed: number, worlds: readonly number[], replicates: number): number[][][] {
  const draws = createDraws('coins');
  return CHANCES.map((chance, group) =>
    Array.from({ length: worlds[group]! }, (_, world) => {
      // Two parameter draws, equally likely: the variance of the chance within a group is the square of the shift.
      const p = chance + (draws.uniform(seed, `world/${group}`, world) < 0.5 ? -1 : 1) * WORLD_SHIFT;
      return Array.from({ length: replicates }, (__, replicate) =>
        draws.uniform(seed, `chance/${group}/${world}`, replicate) < p ? 1 : 0,
      );
    }),
  );
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('variance components of a nested design', () => {
  it('are unbiased on coins whose components are known, though groups differ in size and variance', () => {
    const trials = 1500;
    const found = Array.from({ length: trials }, (_, seed) => nestedComponents(coins(seed, [12, 5, 8], 3)));
    const middle = mean(CHANCES);
    const groups = mean(CHANCES.map((chance) => (chance - middle) ** 2));
    const replicates = mean(CHANCES.map((p) => p * (1 - p) - WORLD_SHIFT ** 2));
    const near = (values: readonly number[], exact: number) => {
      const average = mean(values);
      const error = Math.sqrt(mean(values.map((value) => (value - average) ** 2)) / trials);
      expect(Math.abs(average - exact)).toBeLessThan(3.5 * error);
    };
    near(
      found.map((components) => components.mean),
      middle,
    );
    near(
      found.map((components) => components.groups),
      groups,
    );
    near(
      found.map((components) => components.units),
      WORLD_SHIFT ** 2,
    );
    near(
      found.map((components) => components.replicates),
      replicates,
    );
  });

  it('are those of the analysis of variance where the design is balanced', () => {
    const outputs = coins(7, [6, 6, 6], 4);
    const { groups, units, replicates } = nestedComponents(outputs);
    const worlds = outputs.map((group) => group.map(mean));
    const grand = mean(worlds.flat());
    const meanSquareGroups = (24 * worlds.reduce((sum, group) => sum + (mean(group) - grand) ** 2, 0)) / 2;
    const meanSquareWorlds =
      (4 *
        worlds.reduce(
          (sum, group) => sum + group.reduce((part, world) => part + (world - mean(group)) ** 2, 0),
          0,
        )) /
      15;
    const meanSquareError =
      outputs
        .flat()
        .reduce((sum, world) => sum + world.reduce((part, y) => part + (y - mean(world)) ** 2, 0), 0) / 54;
    expect(replicates).toBeCloseTo(meanSquareError, 12);
    expect(units).toBeCloseTo((meanSquareWorlds - meanSquareError) / 4, 12);
    // Three groups taken as all there are: divided by three, where a sample of more would be divided by two.
    expect(groups).toBeCloseTo(((2 / 3) * (meanSquareGroups - meanSquareWorlds)) / 24, 12);
  });

  it('add up to the variance of a single run', () => {
    const outputs = coins(3, [400, 400, 400], 2);
    const { groups, units, replicates } = nestedComponents(outputs);
    const all = outputs.flat(2);
    const middle = mean(all);
    expect(groups + units + replicates).toBeCloseTo(mean(all.map((y) => (y - middle) ** 2)), 2);
  });

  it('need two worlds and two replicates', () => {
    expect(() => groupComponents([[1, 2]])).toThrow(/two units/);
    expect(() => groupComponents([[1], [2]])).toThrow(/two replicates/);
    expect(() => nestedComponents([])).toThrow(/needs a group/);
  });
});
