import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { farmPain, noPriceEffects, priceEffects, purchases, season } from '../../src/economy/soybeans';

const CALIBRATION = { wedge: 0.25, pricePerBu: 10, usPerBu: -0.65, ceiling: 0.5 };

describe('the soybean wedge', () => {
  it('H1: a 25 % duty takes 0.65 USD a bushel from the US price', () => {
    const effects = priceEffects(0.25, 10, CALIBRATION, noPriceEffects());
    expect(effects.usPerBu).toBeCloseTo(-0.65, 12);
  });

  it('grows in proportion to the duty and the price, up to the duty at which trade stops', () => {
    expect(priceEffects(0.1, 10, CALIBRATION, noPriceEffects()).usPerBu).toBeCloseTo(-0.26, 12);
    expect(priceEffects(0.1, 5, CALIBRATION, noPriceEffects()).usPerBu).toBeCloseTo(-0.13, 12);
    expect(priceEffects(1.25, 10, CALIBRATION, noPriceEffects()).usPerBu).toBeCloseTo(-1.3, 12);
    expect(priceEffects(0, 10, CALIBRATION, noPriceEffects()).usPerBu).toBeCloseTo(0, 15);
  });

  it('writes into the record it is given', () => {
    const effects = noPriceEffects();
    expect(priceEffects(0.25, 10, CALIBRATION, effects)).toBe(effects);
  });
});

const MIDWEST = { harvestFrom: 9, harvestTo: 11, growingFrom: 3, growingTo: 7 };

describe('farm pain', () => {
  it('is greatest at harvest, from September to November, and least from March to July', () => {
    const byMonth = Array.from({ length: 12 }, (_, k) => season(k + 1, 0.5, MIDWEST));
    expect(byMonth).toEqual([1, 1, 0.5, 0.5, 0.5, 0.5, 0.5, 1, 1.5, 1.5, 1.5, 1]);
  });

  it('runs over the turn of the year where the harvest does', () => {
    const south = { harvestFrom: 12, harvestTo: 2, growingFrom: 6, growingTo: 6 };
    const byMonth = Array.from({ length: 12 }, (_, k) => season(k + 1, 0.5, south));
    expect(byMonth).toEqual([1.5, 1.5, 1, 1, 1, 0.5, 1, 1, 1, 1, 1, 1.5]);
  });

  it('is the relative fall of the price times the season and the weight', () => {
    expect(farmPain(1.5, 9, 10)).toBeCloseTo(0.15, 12);
    expect(farmPain(0.5, 9, 10, 2)).toBeCloseTo(0.1, 12);
  });

  it('never turns into pleasure and never falls with the price', () => {
    const price = fc.double({ min: 1, max: 20, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0, max: 2, noNaN: true }), price, price, (weight, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        expect(farmPain(weight, low, 10)).toBeGreaterThanOrEqual(farmPain(weight, high, 10));
        expect(farmPain(weight, high, 10)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('purchases by the state', () => {
  it('H3: a pledge of 12 Mmt delivered as in Phase One brings 7 Mmt, tariff or no tariff', () => {
    expect(purchases(12, 0.58)).toBeCloseTo(6.96, 12);
    expect(purchases(12, 0.83)).toBeCloseTo(9.96, 12);
  });

  it('do not fall below what the market takes anyway', () => {
    expect(purchases(12, 0.58, 9)).toBe(9);
    expect(purchases(0, 0.58)).toBe(0);
  });
});
