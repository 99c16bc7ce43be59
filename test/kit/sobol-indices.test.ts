import { describe, expect, it } from 'vitest';
import { bootstrapIntervals } from '../../src/kit/bootstrap';
import { createDraws } from '../../src/kit/keyed-draws';
import { sobolIndices, type PickFreeze } from '../../src/kit/sobol-indices';
import { sobolPoints } from '../../src/kit/sobol-sequence';
import { gFunction, gIndices, ISHIGAMI, ishigami, pickFreeze } from './test-functions';

function onSequence(f: (u: readonly number[]) => number, factors: number, rows: number): PickFreeze {
  const draws = createDraws('shift');
  const shift = Array.from({ length: 2 * factors }, (_, at) => Math.floor(draws.uniform(at, 's') * 2 ** 32));
  const points = sobolPoints(rows, 2 * factors, shift);
  return pickFreeze(
    f,
    points.map((point) => point.slice(0, factors)),
    points.map((point) => point.slice(factors)),
  );
}

function onDraws(f: (u: readonly number[]) => number, rows: number, seed: string): PickFreeze {
  const draws = createDraws(seed);
  const design = (name: string) =>
    Array.from({ length: rows }, (_, row) => [0, 1, 2].map((at) => draws.uniform(row, `${name}/${at}`)));
  return pickFreeze(f, design('a'), design('b'));
}

describe("Sobol' indices", () => {
  it("agree with Ishigami's published values", () => {
    const { factors } = sobolIndices(onSequence(ishigami, 3, 8192));
    factors.forEach(({ first, total }, at) => {
      expect(first).toBeCloseTo(ISHIGAMI.first[at]!, 2);
      expect(total).toBeCloseTo(ISHIGAMI.total[at]!, 2);
    });
  });

  it("agree with the closed form of Sobol's g-function in eight dimensions", () => {
    const { factors, variance } = sobolIndices(onSequence(gFunction, 8, 8192));
    const exact = gIndices();
    factors.forEach(({ first, total }, at) => {
      expect(Math.abs(first - exact.first[at]!)).toBeLessThan(0.01);
      expect(Math.abs(total - exact.total[at]!)).toBeLessThan(0.01);
    });
    expect(variance).toBeCloseTo(0.465, 1);
  });

  it('are shares of variance: they do not move when the output is shifted or stretched', () => {
    const plain = sobolIndices(onSequence(ishigami, 3, 256)).factors;
    const moved = sobolIndices(onSequence((u) => 1000 - 3 * ishigami(u), 3, 256)).factors;
    moved.forEach((index, at) => {
      expect(index.first).toBeCloseTo(plain[at]!.first, 9);
      expect(index.total).toBeCloseTo(plain[at]!.total, 9);
    });
  });

  it('are nought where nothing varies', () => {
    expect(sobolIndices(onSequence(() => 5, 2, 16)).factors).toEqual([
      { first: 0, total: 0 },
      { first: 0, total: 0 },
    ]);
  });

  it("have bootstrap intervals that cover Ishigami's values about as often as they say", () => {
    const trials = 60;
    let covered = 0;
    for (let trial = 0; trial < trials; trial += 1) {
      const outputs = onDraws(ishigami, 256, `trial-${trial}`);
      const draws = createDraws(`resample-${trial}`);
      const limits = bootstrapIntervals(
        256,
        (picked) => sobolIndices(outputs, picked).factors.flatMap(({ first, total }) => [first, total]),
        { resamples: 150, uniform: (resample, pick) => draws.uniform(resample, 'pick', pick) },
      );
      const exact = [0, 1, 2].flatMap((at) => [ISHIGAMI.first[at]!, ISHIGAMI.total[at]!]);
      limits.forEach(({ low, high }, at) => {
        if (low <= exact[at]! && exact[at]! <= high) covered += 1;
      });
    }
    const share = covered / (6 * trials);
    expect(share).toBeGreaterThan(0.9);
    expect(share).toBeLessThan(0.99);
  });

  it('refuse designs of unequal length', () => {
    expect(() => sobolIndices({ a: [1, 2], b: [1, 2], ab: [[1]] })).toThrow(/equal length/);
  });
});
