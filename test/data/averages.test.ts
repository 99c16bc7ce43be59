import { describe, expect, it } from 'vitest';

import { foldedTo } from '../../src/facts/fold';
import { facts } from '../../src/facts/packaged';
import { directionOf } from '../../src/model/tariff';

type Direction = 'usOnCn' | 'cnOnUs';

/** The layers of one direction in force on a day, by the fold of the acts. */
const inForce = (direction: Direction, date: string) =>
  Object.values(foldedTo(facts, date).tariff).filter(
    (layer) => layer.status === 'in-force' && directionOf(layer.imposer) === direction,
  );

/** Layers in force times their share, in points; the residual rows left out. */
const layersOnly = (direction: Direction, date: string) =>
  inForce(direction, date).reduce((sum, layer) => sum + layer.ratePct * layer.share, 0);

/** The average as the record gives it: layers and the residual of that day. */
function averageTariff(direction: Direction, date: string): number {
  const residuals = facts.reconciliations.filter((row) => row.direction === direction);
  return layersOnly(direction, date) + (residuals.filter((row) => row.from <= date).at(-1)?.pp ?? 0);
}

const PINNED: readonly [date: string, us: number, cn: number, tolerance: number][] = [
  ['2018-09-24', 12.0, 18.3, 0.05],
  ['2020-02-14', 19.3, 20.3, 0.05],
  ['2025-01-20', 20.8, 21.2, 0.05],
  ['2025-04-12', 124.1, 147.6, 0.2],
  ['2025-05-14', 51.1, 32.6, 0.05],
  ['2025-10-25', 57.6, 32.6, 0.05],
];

describe('the average tariff that the layers give', () => {
  it.each(PINNED)('on %s is %d percent on China and %d percent on the US', (date, us, cn, tolerance) => {
    expect(Math.abs(averageTariff('usOnCn', date) - us)).toBeLessThanOrEqual(tolerance);
    expect(Math.abs(averageTariff('cnOnUs', date) - cn)).toBeLessThanOrEqual(tolerance);
  });

  it('meets every published average with fixed weights to a tenth of a point', () => {
    const published = facts.averages.filter(
      (row) => row.method === 'fixed-weights' && row.publisher === 'PIIE' && row.on !== '2025-10-10',
    );
    expect(published.length).toBeGreaterThanOrEqual(10);
    for (const row of published) {
      if (row.usOnCnPct !== null)
        expect(Math.abs(averageTariff('usOnCn', row.on) - row.usOnCnPct), row.on).toBeLessThan(0.1);
      if (row.cnOnUsPct !== null)
        expect(Math.abs(averageTariff('cnOnUs', row.on) - row.cnOnUsPct), row.on).toBeLessThan(0.1);
    }
  });

  it('needs no residual for the US but the transit of 2019 and the solar step-down', () => {
    const rows = facts.reconciliations.filter((row) => row.direction === 'usOnCn');
    expect(rows.map((row) => row.from)).toEqual(['2019-05-10', '2019-06-15', '2025-02-07']);
    expect(Math.abs(rows.at(-1)?.pp ?? Infinity)).toBeLessThan(0.06);
  });

  it('finds 18.21 percent for China in September 2018 from announced shares alone, against 18.3 published', () => {
    expect(layersOnly('cnOnUs', '2018-09-24')).toBeCloseTo(18.21, 2);
  });

  it('books the rise of list 3 in May 2019 on goods that entered from 15 June on', () => {
    expect(averageTariff('usOnCn', '2019-06-14')).toBeCloseTo(12.0, 1);
    expect(averageTariff('usOnCn', '2019-06-15')).toBeCloseTo(17.6, 1);
  });

  it('falls by ten points on China when the opioid duty is halved on 10 November 2025', () => {
    expect(averageTariff('usOnCn', '2025-11-09') - averageTariff('usOnCn', '2025-11-10')).toBeCloseTo(10, 6);
  });

  it('is moved by no plan, threat or suspended layer', () => {
    const ids = inForce('usOnCn', '2025-10-25').map((layer) => layer.id);
    expect(ids).not.toContain('us/ieepa-hundred');
    expect(ids).not.toContain('us/ieepa-reciprocal-heightened');
    expect(ids).not.toContain('us/s301-list3-rise-2019');
    expect(ids).toContain('us/ieepa-fentanyl');
  });
});

describe('the headline ledger of 2025', () => {
  it.each([
    ['2025-02-04', 10, 0],
    ['2025-03-04', 20, 0],
    ['2025-04-05', 30, 0],
    ['2025-04-09', 104, 0],
    ['2025-04-10', 145, 84],
    ['2025-04-12', 145, 125],
    ['2025-05-14', 30, 10],
    ['2025-10-25', 30, 10],
    ['2025-11-10', 20, 10],
  ])('on %s adds %d points by emergency powers and %d by the general answer', (date, us, cn) => {
    const sum = (direction: Direction, prefix: string) =>
      inForce(direction, date)
        .filter((layer) => layer.id.startsWith(prefix))
        .reduce((total, layer) => total + layer.ratePct, 0);
    expect(sum('usOnCn', 'us/ieepa-')).toBe(us);
    expect(sum('cnOnUs', 'cn/reciprocal-')).toBe(cn);
  });
});
