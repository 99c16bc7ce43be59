import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dailyProbability,
  drawdownStep,
  marketReturn,
  pricedIn,
  reversalLogit,
  reversalProbability,
  type ReversalPressure,
} from '../../src/economy/markets';

const WEIGHTS = { base: -2.5, drawdown: 0.2, yieldRise: 0.15, farmPain: 0.5, audience: 1 };
const CALM: ReversalPressure = { drawdownPct: 0, yieldRiseBp: 0, farmPain: 0, audience: 0 };
const RUNS = { numRuns: 1000 };
const belief = fc.double({ min: 0, max: 1, noNaN: true });
const pressure = fc.record({
  drawdownPct: fc.double({ min: 0, max: 40, noNaN: true }),
  yieldRiseBp: fc.double({ min: -50, max: 100, noNaN: true }),
  farmPain: fc.double({ min: 0, max: 1, noNaN: true }),
  audience: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('the chance of a reversal', () => {
  it('M3: is greater in April 2025 (−12 %, +72 bp) than on 10 October 2025 (−2.7 %, −9 bp)', () => {
    const april = reversalProbability({ ...CALM, drawdownPct: 12, yieldRiseBp: 72 }, WEIGHTS);
    const october = reversalProbability({ ...CALM, drawdownPct: 2.7, yieldRiseBp: -9 }, WEIGHTS);
    expect(april).toBeCloseTo(0.727, 3);
    expect(october).toBeCloseTo(0.123, 3);
  });

  it.each([0.05, 0.2, 0.4])('M3: orders them so at a drawdown weight of %d too', (drawdown) => {
    const weights = { ...WEIGHTS, drawdown };
    const april = reversalProbability({ ...CALM, drawdownPct: 12, yieldRiseBp: 72 }, weights);
    expect(april).toBeGreaterThan(
      reversalProbability({ ...CALM, drawdownPct: 2.7, yieldRiseBp: -9 }, weights),
    );
  });

  it('law 16: never falls with a bigger own drawdown', () => {
    fc.assert(
      fc.property(pressure, fc.double({ min: 0, max: 20, noNaN: true }), (now, more) => {
        const worse = { ...now, drawdownPct: now.drawdownPct + more };
        expect(reversalProbability(worse, WEIGHTS)).toBeGreaterThanOrEqual(reversalProbability(now, WEIGHTS));
      }),
      RUNS,
    );
  });

  it('counts a rise of yields in steps of 10 bp and ignores a fall', () => {
    expect(reversalLogit({ ...CALM, yieldRiseBp: 20 }, WEIGHTS)).toBeCloseTo(-2.2, 12);
    expect(reversalLogit({ ...CALM, yieldRiseBp: -20 }, WEIGHTS)).toBe(-2.5);
  });

  it('rises with farm pain and falls with the audience', () => {
    expect(reversalLogit({ ...CALM, farmPain: 0.4, audience: 0.1 }, WEIGHTS)).toBeCloseTo(-2.4, 12);
  });

  it('compounds by day to the chance of the window', () => {
    const daily = dailyProbability(0.727, 10);
    expect(1 - (1 - daily) ** 10).toBeCloseTo(0.727, 12);
    expect(dailyProbability(0, 10)).toBeCloseTo(0, 15);
  });
});

describe('announcements', () => {
  it('move the market only by what is new', () => {
    expect(marketReturn(3, 1, 0)).toBe(-3);
    expect(marketReturn(3, 1, 0.75)).toBe(-0.75);
    expect(marketReturn(3, 1, 1)).toBeCloseTo(0, 15);
    expect(marketReturn(3, -1, 0.5)).toBe(1.5);
  });

  it('move it by the same sum whether a threat is priced first and the act later, or the act at once', () => {
    fc.assert(
      fc.property(belief, belief, (credibility, anticipated) => {
        const onThreat = 1 - pricedIn(credibility, anticipated);
        const expected = anticipated + onThreat;
        if (expected > 1) return;
        expect(onThreat + (1 - pricedIn(1, expected))).toBeCloseTo(1 - pricedIn(1, anticipated), 12);
      }),
      RUNS,
    );
  });

  it('press less on a sender who is expected to relent, who therefore relents less', () => {
    fc.assert(
      fc.property(belief, belief, belief, (one, other, anticipated) => {
        const chance = (credibility: number): number => {
          const fall = marketReturn(3, 4, pricedIn(credibility, anticipated));
          return reversalProbability({ ...CALM, drawdownPct: drawdownStep(0, fall, 60) }, WEIGHTS);
        };
        expect(chance(Math.min(one, other))).toBeLessThanOrEqual(chance(Math.max(one, other)));
      }),
      RUNS,
    );
  });
});

describe('the drawdown', () => {
  it('adds up losses, is halved in 60 quiet days and ends at a new peak', () => {
    let drawdown = [-4.8, -6, -0.2, -1.6].reduce((now, day) => drawdownStep(now, day, 60), 0);
    expect(drawdown).toBeCloseTo(12.6, 0);
    const before = drawdown;
    for (let day = 0; day < 60; day += 1) drawdown = drawdownStep(drawdown, 0, 60);
    expect(drawdown).toBeCloseTo(before / 2, 12);
    expect(drawdownStep(drawdown, 9.5, 60)).toBe(0);
  });
});
