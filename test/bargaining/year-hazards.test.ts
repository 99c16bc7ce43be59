/** Rates of the year after: none where the size is nought, and each moved the way its theory says. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceWithin, replacementRatePct, reversalsAYear } from '../../src/bargaining/year-hazards';

const upTo = (max: number) => fc.double({ min: 0, max, noNaN: true });
const sizes = fc.record({
  reversals: upTo(5),
  reversalFollowed: upTo(1),
  usualHurt: upTo(1),
  usualDrawdownPct: upTo(20),
  hurtOnReversal: upTo(10),
  drawdownOnReversal: upTo(0.5),
});
const conditions = fc.record({ hurt: upTo(1), drawdownPct: upTo(40) });

describe('a chance within days', () => {
  it('is a probability that grows with days and rate, and is nought at either of nought', () => {
    fc.assert(
      fc.property(upTo(400), upTo(50), upTo(100), (days, rate, more) => {
        const chance = chanceWithin(days, rate);
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
        expect(chanceWithin(days + more, rate)).toBeGreaterThanOrEqual(chance);
        expect(chanceWithin(days, rate + more)).toBeGreaterThanOrEqual(chance);
      }),
    );
    expect(chanceWithin(0, 3)).toBe(0);
    expect(chanceWithin(30, 0)).toBe(0);
    expect(chanceWithin(365.25, Math.LN2)).toBeCloseTo(0.5, 12);
  });
});

describe('the rate of reversals', () => {
  it('grows with hurt and with drawdown, whatever the sizes, and not at all at sizes of nought', () => {
    fc.assert(
      fc.property(conditions, conditions, sizes, (a, b, of) => {
        const least = { hurt: Math.min(a.hurt, b.hurt), drawdownPct: Math.min(a.drawdownPct, b.drawdownPct) };
        const most = { hurt: Math.max(a.hurt, b.hurt), drawdownPct: Math.max(a.drawdownPct, b.drawdownPct) };
        expect(reversalsAYear(most, of)).toBeGreaterThanOrEqual(reversalsAYear(least, of));
        const flat = { ...of, hurtOnReversal: 0, drawdownOnReversal: 0 };
        expect(reversalsAYear(most, flat)).toBe(reversalsAYear(least, flat));
        expect(reversalsAYear(most, { ...of, reversals: 0 })).toBe(0);
      }),
    );
  });

  it('counts those who follow: one who begins and one who surely follows make two of a pair', () => {
    const usual = { hurt: 0.25, drawdownPct: 4 };
    const of = {
      reversals: 1,
      reversalFollowed: 1,
      usualHurt: 0.25,
      usualDrawdownPct: 4,
      hurtOnReversal: 5,
      drawdownOnReversal: 0.1,
    };
    expect(reversalsAYear(usual, of)).toBe(0.5);
  });
});

describe('a duty in place of those that fell', () => {
  it('brings all that is sought on the trade that it covers, where no ceiling is in the way', () => {
    const duty = { lostPp: 20, soughtShare: 0.75, coverage: 0.5, ceilingPct: null };
    expect(replacementRatePct(duty)).toBe(30);
    expect(replacementRatePct({ ...duty, coverage: 1 })).toBe(15);
    expect(replacementRatePct({ ...duty, ceilingPct: 12.34 })).toBe(12.3);
  });

  it('never brings more than was sought, nor a rate above the ceiling, but for a tenth of rounding', () => {
    const sought = fc.record({
      lostPp: upTo(150),
      soughtShare: upTo(1),
      coverage: fc.double({ min: 0.01, max: 1, noNaN: true }),
      ceilingPct: fc.option(upTo(50)),
    });
    fc.assert(
      fc.property(sought, (duty) => {
        const rate = replacementRatePct(duty);
        expect(rate).toBeLessThanOrEqual((duty.ceilingPct ?? Infinity) + 0.05);
        expect(rate * duty.coverage).toBeLessThanOrEqual(duty.lostPp * duty.soughtShare + 0.05);
      }),
    );
    expect(replacementRatePct({ lostPp: 26, soughtShare: 0.75, coverage: 1, ceilingPct: 15 })).toBe(15);
    expect(replacementRatePct({ lostPp: 26, soughtShare: 0.75, coverage: 1, ceilingPct: null })).toBe(19.5);
  });
});
