import { describe, expect, it } from 'vitest';
import { project } from '../../src/entries/index';
import { prepare } from '../../src/analyses/prepared';
import { projectInFull } from '../../src/analyses/project';
import { courseOf, gridOf } from '../../src/ensemble/course';
import { daysBetween } from '../../src/kit/calendar';
import { addTally, newTally } from '../../src/ensemble/tally';
import { blockOf, shortScenario, tallyOf } from '../episode/fixtures';

const scenario = shortScenario();
const full = projectInFull(scenario, { runs: 60 });

describe('the course of an ensemble', () => {
  it('is daily for three weeks, then fortnightly, and ends on the eve of the horizon', () => {
    const days = gridOf('2025-10-25', '2026-11-10');
    expect(days.slice(0, 22)).toEqual(Array.from({ length: 22 }, (_, day) => day));
    expect(days[22]).toBe(35);
    expect(days.at(-1)).toBe(380);
    expect(new Set(days).size).toBe(days.length);
  });

  it('changes nothing in the projection itself', () => {
    expect(full.projection).toEqual(project(scenario, { runs: 60 }));
  });

  it('begins at the averages of the first day in every run', () => {
    const { start } = full.projection.averageTariffPct.usOnCn;
    const first = full.course.averageTariffPct.usOnCn[0]!;
    expect(first.p10).toBeCloseTo(start, 0);
    expect(first.p90).toBeCloseTo(start, 0);
  });

  it('keeps the quantiles in order', () => {
    for (const { p10, p25, p50, p75, p90 } of [
      ...full.course.averageTariffPct.usOnCn,
      ...full.course.averageTariffPct.cnOnUs,
    ]) {
      expect([p10, p25, p50, p75, p90]).toEqual([p10, p25, p50, p75, p90].sort((a, b) => a - b));
    }
  });

  it('has layers that sum to the mean of the average, which lies between its extremes', () => {
    const { layers, dates } = full.course;
    dates.forEach((_, at) => {
      const sum = layers
        .filter((layer) => layer.imposer === 'US')
        .reduce((total, layer) => total + layer.meanPp[at]!, 0);
      expect(sum).toBeGreaterThan(0);
      expect(sum).toBeLessThan(400);
    });
  });

  it.each(['usOnCn', 'cnOnUs'] as const)(
    'tells of %s shares that make up all runs, and the mean of their levels',
    (direction) => {
      const share = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
      for (const { ways, levels, mean } of full.course.distributions[direction]) {
        expect(share(Object.values(ways))).toBeCloseTo(1, 9);
        expect(share(levels.map(({ p }) => p))).toBeCloseTo(1, 9);
        expect(share(levels.map(({ pct, p }) => pct * p))).toBeCloseTo(mean, 9);
      }
      const [first] = full.course.distributions[direction];
      expect(first!.ways).toEqual({ up: 0, same: 1, down: 0 });
    },
  );

  it('is the same however the blocks are cut: tallies merge by addition', () => {
    const { initial, specification } = prepare(scenario);
    const whole = tallyOf({ ...blockOf(scenario, 0, 40), course: true });
    const pieces = newTally(specification.outcomes.length, specification.issues.length);
    for (const [from, to] of [
      [0, 11],
      [11, 40],
    ] as const)
      addTally(pieces, tallyOf({ ...blockOf(scenario, from, to), course: true }));
    expect(courseOf(specification, initial, pieces)).toEqual(courseOf(specification, initial, whole));
  });

  it.each(['text', 'unbroken'] as const)('has a curve %s that never rises, up to the horizon', (curve) => {
    const points = full.course.truce[curve]!;
    const shares = points.map((point) => point.p);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    expect(points.at(-1)!.days).toBe(daysBetween(full.projection.meeting!.on, full.projection.horizon));
    for (const point of full.projection.truce[curve]!) {
      const same = points.find(({ days }) => days === point?.days);
      if (point !== null && same !== undefined) expect(same.p).toBeCloseTo(point.p, 6);
    }
  });

  it('is refused where none was kept', () => {
    const { initial, specification } = prepare(scenario);
    expect(() => courseOf(specification, initial, tallyOf(blockOf(scenario, 0, 1)))).toThrow(RangeError);
  });
});
