import { describe, expect, it } from 'vitest';
import {
  effectsOf,
  pointsOf,
  screeningOf,
  stepOf,
  trajectoryOf,
  type Screening,
} from '../../src/kit/elementary-effects';
import { createDraws } from '../../src/kit/keyed-draws';
import { G_COEFFICIENTS, gFunction, ishigami } from './test-functions';

function screen(f: (u: readonly number[]) => number, factors: number, trajectories: number): Screening[] {
  const draws = createDraws('morris');
  const effects = Array.from({ length: trajectories }, (_, episode) => {
    const trajectory = trajectoryOf(factors, 4, (purpose, factor) => draws.uniform(episode, purpose, factor));
    const outputs = pointsOf(trajectory).map((stepped) =>
      f(stepped.map((moved, at) => (moved ? trajectory.to[at]! : trajectory.from[at]!))),
    );
    return effectsOf(trajectory, outputs);
  });
  return Array.from({ length: factors }, (_, at) => screeningOf(effects.map((row) => row[at]!)));
}

describe('elementary effects', () => {
  it("agree with what is published for Ishigami's function on four levels", () => {
    // SALib's own regression test has 7.77, 7.875 and 6.31 from ten thousand trajectories; the second is exact.
    const [x, y, z] = screen(ishigami, 3, 10_000) as [Screening, Screening, Screening];
    expect(x.muStar / 7.77).toBeCloseTo(1, 1);
    expect(y.muStar).toBeCloseTo(7.875, 9);
    expect(z.muStar / 6.31).toBeCloseTo(1, 1);
    // Effects of both signs cancel in the mean of the second and third factor, not in the mean of their sizes.
    expect(Math.abs(y.mu)).toBeLessThan(0.3);
    expect(Math.abs(z.mu)).toBeLessThan(0.3);
  });

  it("come to the grid's own means of Ishigami's function, enumerated", () => {
    const levels = [0, 1 / 3, 2 / 3, 1];
    let sizes = 0;
    for (const low of [0, 1])
      for (const y of levels)
        for (const z of levels) {
          const rise = ishigami([levels[low + 2]!, y, z]) - ishigami([levels[low]!, y, z]);
          sizes += Math.abs(rise) / stepOf(4) / 32;
        }
    const [x] = screen(ishigami, 3, 20_000) as [Screening];
    expect(x.muStar / sizes).toBeCloseTo(1, 1);
  });

  it("rank the factors of Sobol's g-function by their coefficients", () => {
    const found = screen(gFunction, 8, 400).map((screening) => screening.muStar);
    expect(G_COEFFICIENTS.slice(0, 5).map((_, at) => at)).toEqual(
      found
        .map((_, at) => at)
        .sort((a, b) => found[b]! - found[a]!)
        .slice(0, 4)
        .concat(4),
    );
  });

  it('of a sum of the factors are its coefficients, with no spread', () => {
    const found = screen((u) => 2 * u[0]! - 5 * u[1]!, 2, 10);
    expect(found[0]!.mu).toBeCloseTo(2, 12);
    expect(found[1]!.mu).toBeCloseTo(-5, 12);
    expect(found[1]!.muStar).toBeCloseTo(5, 12);
    expect(found[1]!.sigma).toBeCloseTo(0, 12);
  });

  it('step each factor once, to another level of the grid', () => {
    const draws = createDraws('steps');
    const { from, to, order } = trajectoryOf(9, 4, (purpose, factor) => draws.uniform(3, purpose, factor));
    expect([...order].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    from.forEach((level, at) => {
      expect(Math.abs(level - to[at]!)).toBeCloseTo(2 / 3, 12);
      expect(Math.min(level, to[at]!)).toBeGreaterThanOrEqual(0);
      expect(Math.max(level, to[at]!)).toBeLessThanOrEqual(1);
    });
  });

  it('refuse an odd grid and outputs that do not fit', () => {
    expect(() => trajectoryOf(2, 3, () => 0)).toThrow(/even number of levels/);
    expect(() => effectsOf({ from: [0], to: [1], order: [0] }, [1])).toThrow(/2 outputs, not 1/);
  });
});
