import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retained } from '../../src/economy/decay';
import { motivation, painFlow, painStep, saturatingCost } from '../../src/economy/pain';

const positive = fc.double({ min: 0.01, max: 300, noNaN: true });

describe('the saturating cost of a tariff', () => {
  it('E5: puts a rise from 11 to 125 % at 2.2 to 2.6 % of Chinese GDP', () => {
    const cost = saturatingCost(114, 3.4, 85);
    expect(cost).toBeGreaterThan(2.2);
    expect(cost).toBeLessThan(2.6);
  });

  it('E4: puts 125 instead of 10 points on China at 0.4 % of US GDP', () => {
    expect(saturatingCost(125, 0.6, 80) - saturatingCost(10, 0.6, 80)).toBeCloseTo(0.4, 1);
  });

  it('costs 63.2 % of the ceiling at its scale, and nothing without a new tariff', () => {
    expect(saturatingCost(85, 1, 85)).toBeCloseTo(0.6321205588285577, 14);
    expect(saturatingCost(0, 3.4, 85)).toBe(0);
    expect(saturatingCost(-20, 3.4, 85)).toBe(0);
  });

  it('rises with the tariff, ever more slowly, and stays below the ceiling', () => {
    fc.assert(
      fc.property(positive, positive, (tariff, scale) => {
        const [one, two, three] = [1, 2, 3].map((k) => saturatingCost(k * tariff, 3.4, scale));
        expect(two! - one!).toBeGreaterThanOrEqual(three! - two! - 1e-12);
        expect(three!).toBeGreaterThanOrEqual(two!);
        expect(three!).toBeLessThanOrEqual(3.4);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the stock of pain', () => {
  it('is halved in one half-life when nothing is added', () => {
    let stock = 40;
    for (let day = 0; day < 60; day += 1) stock = painStep(stock, 0, 60);
    expect(stock).toBeCloseTo(20, 12);
    expect(retained(60, 60)).toBeCloseTo(0.5, 15);
    expect(retained(10, Infinity)).toBe(1);
  });

  it('settles under a constant flow at flow / (1 − 2^(−1/HL))', () => {
    let stock = 0;
    for (let day = 0; day < 3000; day += 1) stock = painStep(stock, 0.5, 60);
    expect(stock).toBeCloseTo(0.5 / (1 - 2 ** (-1 / 60)), 8);
  });

  it('counts a day of 2 % of GDP a year as 2, not as 2/365', () => {
    expect(painStep(0, painFlow(2, 1, 0, 0), 60)).toBe(2);
    expect(painFlow(2, 0.5, 0.25, 0.125)).toBe(1.375);
  });

  it('never gives a weaker motive for a greater stock', () => {
    fc.assert(
      fc.property(positive, positive, positive, (stock, more, scale) => {
        expect(motivation(stock + more, scale)).toBeGreaterThanOrEqual(motivation(stock, scale));
        expect(motivation(stock, scale)).toBeGreaterThan(0);
        expect(motivation(stock, scale)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 1000 },
    );
    expect(motivation(0, 60)).toBe(0);
    expect(motivation(60, 60)).toBeCloseTo(0.6321205588285577, 14);
  });
});
