import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facts } from '../../src/facts/packaged';
import { loadScenario } from '../../src/scenario/library';
import { specificationOf, type ModelSpecification } from '../../src/scenario/model-specification';
import { baseRateWeight, dealClasses, pooled, pooledAt, publisher } from '../../src/outcomes/pool';

const FLOOR = 0.005;

/** Forecasts over five classes; `least` is what each class gets at least. */
const forecasts = (least: number) =>
  fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }).map((raw) => {
    const sum = raw.reduce((all, part) => all + part, 0) || 1;
    const even = raw.every((part) => part === 0);
    return raw.map((part) => least + (1 - 5 * least) * (even ? 1 / 5 : part / sum));
  });
const weights = fc.double({ min: 0, max: 1, noNaN: true });
const sum = (p: readonly number[]) => p.reduce((all, part) => all + part, 0);
const near = (p: readonly number[], other: readonly number[]) =>
  p.forEach((part, at) => expect(part).toBeCloseTo(other[at]!, 10));

describe('the logarithmic pool', () => {
  it('adds up to one and gives no class nought', () => {
    fc.assert(
      fc.property(forecasts(0), forecasts(0.01), weights, (model, baseRate, weight) => {
        const p = pooled(model, { baseRate, weight, floor: FLOOR });
        expect(sum(p)).toBeCloseTo(1, 10);
        expect(Math.min(...p)).toBeGreaterThan(0);
      }),
    );
  });

  it('of a forecast with itself is itself', () => {
    fc.assert(
      fc.property(forecasts(0.006), weights, (model, weight) =>
        near(pooled(model, { baseRate: model, weight, floor: FLOOR }), model),
      ),
    );
  });

  it('at weight nought is the model, floored, and at weight one the base rate', () => {
    fc.assert(
      fc.property(forecasts(0), forecasts(0.01), (model, baseRate) => {
        const floored = model.map((part) => Math.max(part, FLOOR));
        const all = sum(floored);
        near(
          pooled(model, { baseRate, weight: 0, floor: FLOOR }),
          floored.map((part) => part / all),
        );
        near(pooled(model, { baseRate, weight: 1, floor: FLOOR }), baseRate);
      }),
    );
  });

  it('of Geneva with equal weights is 14, 18, 43, 24 and 1 per cent, worked out by hand', () => {
    const baseRate = [4.5, 3.5, 5.5, 1.5, 0.5].map((n) => n / 15.5);
    const p = pooled([0.049, 0.112, 0.397, 0.442, 0], { baseRate, weight: 0.5, floor: FLOOR });
    expect(p.map((part) => Math.round(100 * part))).toEqual([14, 18, 43, 24, 1]);
  });

  it('moves with the share of a class, and is itself where the share is the model’s', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const members = fc.constantFrom<readonly number[]>([0], [3], [2, 3, 4]);
    fc.assert(
      fc.property(
        forecasts(0),
        forecasts(0.01),
        weights,
        members,
        share,
        share,
        (model, baseRate, weight, among, a, b) => {
          const how = { baseRate, weight, floor: FLOOR };
          const own = among.reduce((all, at) => all + model[at]!, 0);
          const whole = among.reduce((all, at) => all + pooled(model, how)[at]!, 0);
          expect(pooledAt(model, among, own, how)).toBeCloseTo(whole, 8);
          // Where the base rate has no weight and nothing is floored, it is that share.
          const alone = { baseRate, weight: 0, floor: 0 };
          expect(pooledAt(model, among, a, alone)).toBeCloseTo(a, 8);
          const [low, high] = [Math.min(a, b), Math.max(a, b)];
          expect(pooledAt(model, among, low, how)).toBeLessThanOrEqual(
            pooledAt(model, among, high, how) + 1e-9,
          );
        },
      ),
    );
  });
});

describe('a share of the least number that there is', () => {
  it('moves like any other', () => {
    const how = { baseRate: [0.2, 0.2, 0.2, 0.2, 0.2], weight: 0, floor: 0 };
    for (const model of [
      [Number.MIN_VALUE, 0.25, 0.25, 0.25, 0.25],
      [1 - Number.MIN_VALUE, Number.MIN_VALUE, 0, 0, 0],
    ])
      for (const at of [0, 1])
        for (const share of [0, 5e-9, 0.3, 1])
          expect(pooledAt(model, [at], share, how)).toBeCloseTo(share, 12);
  });
});

describe('what is published', () => {
  const specification = specificationOf(loadScenario('kuala-lumpur-2025'), facts);
  const shares = [0.1, 0.1, 0.1, 0.3, 0.4, 0];
  const alone = { p: 0.3, low: 0.28, high: 0.32 };

  it('is the pool given that the meeting is held, times the chance that it is', () => {
    const publish = publisher(specification, shares);
    const how = { baseRate: specification.baseRate, weight: 0.3, floor: FLOOR };
    const given = pooled(
      shares.slice(1).map((share) => share / 0.9),
      how,
    );
    expect(publish([3], alone)).toMatchObject({ p: expect.closeTo(0.9 * given[2]!, 10), basis: 'pool' });
    const all = [1, 2, 3, 4, 5].map((at) => publish([at], { ...alone, p: shares[at]! }).p);
    expect(sum(all)).toBeCloseTo(0.9, 10);
  });

  it('has the sum of its classes for a deal, which are those with a text', () => {
    const publish = publisher(specification, shares);
    expect(dealClasses(specification)).toEqual([3, 4, 5]);
    const deal = publish([3, 4, 5], { p: 0.7, low: 0.68, high: 0.72 });
    const parts = [3, 4, 5].map((at) => publish([at], { ...alone, p: shares[at]! }).p);
    expect(deal.p).toBeCloseTo(sum(parts), 10);
    expect([deal.low < deal.p, deal.p < deal.high, deal.basis]).toEqual([true, true, 'pool']);
  });

  it('is the model alone for a class that declares no coded one', () => {
    const publish = publisher(specification, shares);
    expect(publish([0], { p: 0.1, low: 0.09, high: 0.11 })).toEqual({
      p: 0.1,
      low: 0.09,
      high: 0.11,
      basis: 'model',
    });
    const uncoded: ModelSpecification = {
      ...specification,
      outcomes: specification.outcomes.map(({ coded: _coded, ...outcome }) => outcome),
    };
    expect(baseRateWeight(uncoded)).toBe(0);
    expect(dealClasses(uncoded)).toEqual([]);
    expect(publisher(uncoded, shares)([3], alone)).toEqual({ ...alone, basis: 'model' });
  });

  it('is the model alone once the meeting no longer lies ahead', () => {
    const past = specificationOf({ ...loadScenario('kuala-lumpur-2025'), asOf: '2025-10-30' }, facts);
    expect([specification.meetingAhead, past.meetingAhead]).toEqual([true, false]);
    expect(baseRateWeight(past)).toBe(0);
    expect(publisher(past, shares)([3], alone)).toEqual({ ...alone, basis: 'model' });
  });

  it('leaves the end of an interval open where hardly any meeting was held', () => {
    const rarely = [0.9999, 0, 0, 0.0001, 0, 0];
    const { p, high } = publisher(specification, rarely)([3], { p: 0.0001, low: 0, high: 0.001 });
    expect(p).toBeLessThan(0.0001);
    expect(high).toBeGreaterThan(0.0005);
  });

  it('lets classes that declare the same coded class share its base rate', () => {
    const twins: ModelSpecification = {
      ...specification,
      outcomes: specification.outcomes.map((outcome) =>
        outcome.id === 'comprehensive' ? { ...outcome, coded: 'rollback' as const } : outcome,
      ),
    };
    const publish = publisher(twins, shares);
    const all = [1, 2, 3, 4, 5].map((at) => publish([at], { ...alone, p: shares[at]! }).p);
    expect(sum(all)).toBeCloseTo(0.9, 10);
  });
});
