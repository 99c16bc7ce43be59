import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  newInventory,
  newSources,
  offeredSupply,
  shortageCost,
  stepInventory,
  supplyShare,
  type ShortageCost,
} from '../../src/economy/chokepoint';
import { facts } from '../../src/facts/packaged';
import { daysUntilShortage, severityAfterLicences } from './yardsticks/chokepoint';
import { itLong } from '../long';

const MAGNETS: ShortageCost = { G80: 1.5, gamma: 2, referenceCut: 0.8, halfLifeDays: 365 };
const KAPPA = 0.88;
const RUNS = { numRuns: 1000 };

interface Course {
  cumulativePct: number;
  firstShortageDay: number;
  lastDailyPct: number;
}

/** A control of one severity from `start` to `horizon`, the loss in % of a year's GDP. */
function control(
  severity: number,
  stockMonths: number,
  { kappa = KAPPA, start = 0, horizon = 365, cost = MAGNETS } = {},
): Course {
  const inventory = newInventory(stockMonths);
  const course = { cumulativePct: 0, firstShortageDay: Infinity, lastDailyPct: 0 };
  for (let day = 0; day < horizon; day += 1) {
    stepInventory(inventory.stockMonths, supplyShare(day >= start ? severity : 0, kappa), inventory);
    course.lastDailyPct = shortageCost(inventory.shortage, day - start, cost);
    course.cumulativePct += course.lastDailyPct / 365;
    if (inventory.shortage > 1e-9) course.firstShortageDay = Math.min(course.firstShortageDay, day);
  }
  return course;
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const months = fc.double({ min: 0, max: 6, noNaN: true });
const days = fc.integer({ min: 0, max: 300 });
const curve = fc.record({
  G80: fc.double({ min: 0.5, max: 1.8, noNaN: true }),
  gamma: fc.double({ min: 1.2, max: 3, noNaN: true }),
  referenceCut: fc.double({ min: 0.5, max: 1, noNaN: true }),
  halfLifeDays: fc.double({ min: 180, max: 900, noNaN: true }),
});

describe('G1: the loss from a long shortage', () => {
  it.each([180, 365, 900])(
    'over the first year of an 80 %% cut without stock is G80, half-life %d days',
    (halfLifeDays) => {
      const course = control(0.8, 0, { kappa: 1, cost: { ...MAGNETS, halfLifeDays } });
      expect(Math.abs(course.cumulativePct / MAGNETS.G80 - 1)).toBeLessThan(0.01);
    },
  );

  it('is under 0.1 % of GDP a year after five years', () => {
    expect(control(0.8, 0, { kappa: 1, horizon: 5 * 365 }).lastDailyPct).toBeLessThan(0.1);
  });

  it('does not begin before day 75 of a full cut when the stock is 2.5 months and there is no other source', () => {
    expect(control(1, 2.5, { kappa: 1 }).firstShortageDay).toBe(75);
    expect(control(1, 2.5).firstShortageDay).toBe(Math.floor(75 / KAPPA));
    expect(daysUntilShortage(2.5, supplyShare(1, 1))).toBe(75);
    expect(daysUntilShortage(2.5, 1)).toBe(Infinity);
  });
});

describe('G2: the control of 4 April 2025', () => {
  it('stops the leanest users, with a month or so of stock, 35 to 57 days later', () => {
    for (const stockMonths of [1, 1.5]) {
      const day = daysUntilShortage(stockMonths, supplyShare(0.92, KAPPA));
      expect(day).toBeGreaterThan(35);
      expect(day).toBeLessThan(57);
    }
  });

  it('lets exports fall by 92 % until licences are processed after 45 working days, early in June', () => {
    expect(severityAfterLicences(0.92, 0.25, 62, 45)).toBe(0.92);
    expect(severityAfterLicences(0.92, 0.25, 63, 45)).toBeCloseTo(0.69, 12);
  });
});

describe('laws of the inventory', () => {
  it('law 30: the stock is never negative, and use plus the change of stock is what came in', () => {
    fc.assert(
      fc.property(months, fc.double({ min: 0, max: 1.5, noNaN: true }), (stockMonths, supply) => {
        const step = stepInventory(stockMonths, supply, newInventory(0));
        expect(step.stockMonths).toBeGreaterThanOrEqual(0);
        expect(step.use + 30 * (step.stockMonths - stockMonths)).toBeCloseTo(supply, 12);
        expect(step.use + step.shortage).toBeCloseTo(1, 15);
      }),
      RUNS,
    );
  });

  it('law 31: a harsher control never lowers the cumulative cost', () => {
    fc.assert(
      fc.property(share, share, months, curve, (one, other, stock, cost) => {
        const mild = control(Math.min(one, other), stock, { cost });
        const harsh = control(Math.max(one, other), stock, { cost });
        expect(harsh.cumulativePct).toBeGreaterThanOrEqual(mild.cumulativePct - 1e-12);
      }),
      { numRuns: 300 },
    );
  });

  it('law 31: an earlier control never lowers the cumulative cost', () => {
    fc.assert(
      fc.property(share, months, days, days, curve, (severity, stock, one, other, cost) => {
        const early = control(severity, stock, { start: Math.min(one, other), cost });
        const late = control(severity, stock, { start: Math.max(one, other), cost });
        expect(early.cumulativePct).toBeGreaterThanOrEqual(late.cumulativePct - 1e-12);
      }),
      { numRuns: 300 },
    );
  });

  it('law 32: there is no cost while the stock lasts', () => {
    fc.assert(
      fc.property(share, fc.double({ min: 1, max: 6, noNaN: true }), (severity, stock) => {
        const horizon = Math.min(365, Math.floor(daysUntilShortage(stock, supplyShare(severity, KAPPA))));
        expect(control(severity, stock, { horizon }).cumulativePct).toBeLessThan(1e-20);
      }),
      RUNS,
    );
  });

  it('law 33: more stock never raises the cost and delays the first day of shortage', () => {
    fc.assert(
      fc.property(share, months, months, curve, (severity, one, other, cost) => {
        const lean = control(severity, Math.min(one, other), { cost });
        const deep = control(severity, Math.max(one, other), { cost });
        expect(deep.cumulativePct).toBeLessThanOrEqual(lean.cumulativePct + 1e-12);
        expect(deep.firstShortageDay).toBeGreaterThanOrEqual(lean.firstShortageDay);
      }),
      { numRuns: 300 },
    );
  });

  it('a small shortage costs less than its share of a large one', () => {
    expect(shortageCost(0.4, 0, MAGNETS)).toBeCloseTo(shortageCost(0.8, 0, MAGNETS) / 4, 12);
    expect(shortageCost(0, 0, MAGNETS)).toBe(0);
  });

  it('supply above normal use fills the stock', () => {
    const step = stepInventory(1, 1.3, newInventory(1));
    expect(step.stockMonths).toBeCloseTo(1.01, 12);
    expect(step.shortage).toBe(0);
  });
});

/** From the least to the most that a parameter may be. */
function drawnOf(name: string) {
  const { low, central, high } = facts.parameters.find((parameter) => parameter.name === name)!;
  return fc.double({ min: low ?? central, max: high ?? central, noNaN: true });
}

const { central: REFILL } = facts.parameters.find(({ name }) => name === 'chokepoint.refill')!;

/** Stock and shortage of a user day by day under a control that begins on day 0, with new sources and refilling. */
function withNewSources(
  severityOn: (day: number) => number,
  { kappa, stock, aYear, horizon }: { kappa: number; stock: number; aYear: number; horizon: number },
) {
  const inventory = newInventory(stock);
  return Array.from({ length: horizon }, (_, day) => {
    const possible = supplyShare(severityOn(day), kappa) + newSources(day, aYear);
    stepInventory(
      inventory.stockMonths,
      offeredSupply(possible, inventory.stockMonths, stock, REFILL),
      inventory,
    );
    return { stockMonths: inventory.stockMonths, shortage: inventory.shortage };
  });
}

describe('new sources', () => {
  const kappa = drawnOf('chokepoint.controlledShare');
  const aYear = drawnOf('chokepoint.newSources');
  const stock = drawnOf('chokepoint.stockMonths');

  it('end every shortage within twelve months of a control of severity .3 or less', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.3, noNaN: true }), kappa, aYear, stock, (severity, ...drawn) => {
        const [share, sources, months] = drawn;
        const days = withNewSources(() => severity, {
          kappa: share,
          stock: months,
          aYear: sources,
          horizon: 730,
        });
        expect(days.slice(365).every(({ shortage }) => shortage === 0)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('do not keep a full cut from emptying the shelves in the first half year', () => {
    fc.assert(
      fc.property(kappa, aYear, stock, (share, sources, months) => {
        const days = withNewSources(() => 1, { kappa: share, stock: months, aYear: sources, horizon: 182 });
        expect(days.at(-1)!.shortage).toBeGreaterThan(0.3);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a stock that has run down', () => {
  const kappa = drawnOf('chokepoint.controlledShare');
  const aYear = drawnOf('chokepoint.newSources');
  const stock = drawnOf('chokepoint.stockMonths');

  itLong(
    'refills once the control is lifted, by no more a day than users take beyond their use, and not above the usual',
    () => {
      fc.assert(
        fc.property(share, kappa, aYear, stock, (severity, controlled, sources, months) => {
          const lifted = 200;
          const days = withNewSources((day) => (day < lifted ? severity : 0), {
            kappa: controlled,
            stock: months,
            aYear: sources,
            horizon: lifted + Math.ceil((30 * months) / REFILL) + 2,
          });
          for (let day = lifted + 1; day < days.length; day += 1) {
            const rise = 30 * (days[day]!.stockMonths - days[day - 1]!.stockMonths);
            expect(rise).toBeGreaterThanOrEqual(-1e-9);
            expect(rise).toBeLessThanOrEqual(REFILL + 1e-9);
            expect(days[day]!.stockMonths).toBeLessThanOrEqual(months + 1e-9);
          }
          expect(days.at(-1)!.stockMonths).toBeCloseTo(months, 6);
        }),
        { numRuns: 200 },
      );
    },
  );

  it('takes nothing beyond use where nothing more can come', () => {
    fc.assert(
      fc.property(share, months, months, (possible, held, usual) => {
        expect(offeredSupply(possible, held, usual, REFILL)).toBe(possible);
      }),
      RUNS,
    );
  });
});
