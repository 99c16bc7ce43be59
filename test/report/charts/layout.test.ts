import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsOf, spread } from '../../../src/report/charts/layout';
import { tickLabels, timeTicks } from '../../../src/report/charts/time-axis';

const rising = (least: number, most: number) =>
  fc
    .array(fc.integer({ min: least, max: most }), { maxLength: 12 })
    .map((values) => values.sort((a, b) => a - b));

describe('labels', () => {
  it('of one row stay a gap apart, whatever their places', () => {
    fc.assert(
      fc.property(rising(0, 300), fc.integer({ min: 1, max: 40 }), (positions, gap) => {
        const rows = rowsOf(positions, gap);
        positions.forEach((position, at) => {
          const before = positions.filter((_, other) => other < at && rows[other] === rows[at]).at(-1);
          if (before !== undefined) expect(position - before).toBeGreaterThanOrEqual(gap);
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('stay in the first row where there is room', () => {
    expect(rowsOf([0, 20, 40], 17)).toEqual([0, 0, 0]);
    expect(rowsOf([0, 5, 40], 17)).toEqual([0, 1, 0]);
  });

  it('beside a stack are moved a gap apart and stay within bounds that can hold them', () => {
    fc.assert(
      fc.property(rising(0, 100), (positions) => {
        const placed = spread(positions, 5, 0, 100);
        expect(placed.length).toBe(positions.length);
        placed.forEach((place, at) => {
          expect(place).toBeLessThanOrEqual(100);
          expect(place).toBeGreaterThanOrEqual(0);
          if (at > 0) expect(place - placed[at - 1]!).toBeGreaterThanOrEqual(5 - 1e-9);
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('beside a stack do not move where they are far enough apart', () => {
    expect(spread([10, 30, 90], 5, 0, 100)).toEqual([10, 30, 90]);
  });
});

describe('ticks of time', () => {
  it('are whole months, or Januaries over years, and never more than fit', () => {
    expect(timeTicks('2025-01-01', '2025-12-31', 4)).toEqual([
      '2025-01-01',
      '2025-04-01',
      '2025-07-01',
      '2025-10-01',
    ]);
    const years = timeTicks('2018-01-01', '2026-11-09', 9);
    expect(years.length).toBeLessThanOrEqual(9);
    expect(years.map((tick) => tickLabels(years)(new Date(`${tick}T00:00:00Z`)))[0]).toBe('2018');
    expect(tickLabels(['2025-04-01'])(new Date('2025-04-01T00:00:00Z'))).toBe('Apr 2025');
  });
});
