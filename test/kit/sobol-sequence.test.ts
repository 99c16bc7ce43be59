import { describe, expect, it } from 'vitest';
import { SOBOL_DIMENSIONS, sobolPoints } from '../../src/kit/sobol-sequence';

describe("Sobol' sequences", () => {
  it('begin with the points that Joe and Kuo publish', () => {
    expect(sobolPoints(10, 3)).toEqual([
      [0, 0, 0],
      [0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25],
      [0.25, 0.75, 0.75],
      [0.375, 0.375, 0.625],
      [0.875, 0.875, 0.125],
      [0.625, 0.125, 0.875],
      [0.125, 0.625, 0.375],
      [0.1875, 0.3125, 0.9375],
      [0.6875, 0.8125, 0.4375],
    ]);
  });

  it('give in far dimensions what SciPy gives from the same table', () => {
    const points = sobolPoints(1024, SOBOL_DIMENSIONS);
    const seen = [0, 1, 2, 9, 20, 40, 63].map((at) => points[777]![at]);
    expect(seen).toEqual([
      0.6923828125, 0.9365234375, 0.1630859375, 0.3232421875, 0.2373046875, 0.7216796875, 0.4267578125,
    ]);
  });

  it('put one of the first 2^m points into each of 2^m equal parts of every axis, shifted or not', () => {
    const shift = Array.from({ length: SOBOL_DIMENSIONS }, (_, at) => (at * 2654435761) >>> 0);
    for (const points of [sobolPoints(256, SOBOL_DIMENSIONS), sobolPoints(256, SOBOL_DIMENSIONS, shift)]) {
      for (let at = 0; at < SOBOL_DIMENSIONS; at += 1) {
        expect(new Set(points.map((point) => Math.floor(point[at]! * 256))).size).toBe(256);
      }
    }
  });

  it('refuse a number of points or dimensions that they cannot give', () => {
    expect(() => sobolPoints(0, 1)).toThrow(/from 1 to 2\^31, not 0/);
    expect(() => sobolPoints(1, 65)).toThrow(/from 1 to 64 dimensions, not 65/);
  });
});
