import { describe, expect, it } from 'vitest';
import { facts } from '../../../src/facts/packaged';
import { ledgerChart, stackedBar, stackedDays } from '../../../src/report/screens/ledger-chart';
import { PLAIN } from '../../../src/report/wording/text';

const days = stackedDays(facts, 'usOnCn');

describe('the layers over time', () => {
  it('have a row for each day on which the average moved by 0.3 points or more', () => {
    expect(days.map((day) => day.on)).toEqual(
      expect.arrayContaining([
        '2018-07-06',
        '2018-09-24',
        '2019-09-01',
        '2020-02-14',
        '2025-02-04',
        '2025-04-10',
        '2025-05-14',
        '2025-11-10',
      ]),
    );
    days.forEach(
      (day, at) =>
        at === 0 || expect(Math.abs(day.averagePct - days[at - 1]!.averagePct)).toBeGreaterThanOrEqual(0.3),
    );
  });

  it('add up: parts and remainder are the average', () => {
    for (const direction of ['usOnCn', 'cnOnUs'] as const)
      for (const day of stackedDays(facts, direction))
        expect(
          day.parts.reduce((sum, part) => sum + part.pp, day.remainderPp),
          day.on,
        ).toBeCloseTo(day.averagePct, 3);
  });

  it('peak at 126.5 per cent in May 2025, when car parts joined, and at 147.6 in April', () => {
    const peak = (direction: 'usOnCn' | 'cnOnUs') =>
      Math.max(...stackedDays(facts, direction).map((day) => day.averagePct));
    expect(peak('usOnCn')).toBeCloseTo(126.5, 1);
    expect(peak('cnOnUs')).toBeCloseTo(147.6, 1);
  });

  it('stack without adding rounding errors up', () => {
    const day = {
      on: '',
      averagePct: 6,
      remainderPp: 0,
      parts: ['a', 'b', 'c', 'd'].map((authority) => ({ authority, pp: 1.5 })),
    };
    expect(stackedBar(day, ['a', 'b', 'c', 'd']).length).toBe(2);
  });

  it('fit on 80 columns and name the laws', () => {
    const text = ledgerChart(facts, PLAIN);
    for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
    expect(text).toContain('█');
    expect(text).toMatch(/Section 301/);
  });
});
