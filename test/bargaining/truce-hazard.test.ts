import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  breachProbability,
  highestBreachProbability,
  highestLogHazardRatio,
  logHazardRatio,
} from '../../src/bargaining/truce-hazard';
import { fraction } from './agendas';
import {
  fitExponential,
  fitWeibull,
  weibullLogLikelihood,
  weibullQuantile,
  weibullSurvival,
  type TruceSpell,
} from './yardsticks/weibull-fit';

/** The truces between the United States and China known on 25 October 2025, in days. */
const KNOWN: readonly TruceSpell[] = [
  { days: 10, ended: true },
  { days: 155, ended: true },
  { days: 33, ended: true },
  { days: 467, ended: false },
  { days: 16, ended: true },
  { days: 111, ended: true },
];
const COEFFICIENTS = {
  provocation: 0.5,
  loophole: 1,
  ripeness: 0.5,
  monitoring: 0.2,
  expiry: 0.5,
  expiryWindowDays: 14,
};
const CALM = { provocation: 0, loophole: 0, ripeness: 0, monitoring: 0, daysToExpiry: null };

const laws = fc.record({
  shape: fc.integer({ min: 40, max: 150 }).map((n) => n / 100),
  scale: fc.integer({ min: 30, max: 400 }),
  ratio: fc.integer({ min: -200, max: 200 }).map((n) => n / 100),
});

describe('fitting the truces on record', () => {
  it('M1: five endings in 792 days are a hazard of .006313 a day', () => {
    expect(fitExponential(KNOWN).hazardPerDay).toBeCloseTo(0.006313, 6);
  });

  it('M1: the Weibull law has k = .668, s = 137.9 and log-likelihood -29.556', () => {
    const { shape, scaleDays, logLikelihood } = fitWeibull(KNOWN);
    expect(shape).toBeCloseTo(0.668, 3);
    expect(scaleDays).toBeCloseTo(137.9, 1);
    expect(logLikelihood).toBeCloseTo(-29.556, 3);
  });

  it.each([
    [30, 0.697],
    [90, 0.471],
    [180, 0.303],
    [365, 0.147],
  ])('M1: a truce outlives %d days with probability %d', (days, survival) => {
    const { shape, scaleDays } = fitWeibull(KNOWN);
    expect(weibullSurvival(days, shape, scaleDays)).toBeCloseTo(survival, 3);
  });

  it('finds no likelier law nearby', () => {
    const { shape, scaleDays, logLikelihood } = fitWeibull(KNOWN);
    for (const [k, s] of [
      [1.01, 1],
      [0.99, 1],
      [1, 1.01],
      [1, 0.99],
    ] as const) {
      expect(weibullLogLikelihood(KNOWN, shape * k, scaleDays * s)).toBeLessThan(logLikelihood);
    }
    expect(fitExponential(KNOWN).logLikelihood).toBeLessThan(logLikelihood);
  });

  it('stretches with the unit of time and keeps its shape', () => {
    const hours = KNOWN.map((spell) => ({ ...spell, days: spell.days * 24 }));
    expect(fitWeibull(hours).shape).toBeCloseTo(fitWeibull(KNOWN).shape, 9);
    expect(fitWeibull(hours).scaleDays).toBeCloseTo(24 * fitWeibull(KNOWN).scaleDays, 6);
  });

  it('refuses records without an ending, without length, or without spread', () => {
    expect(() => fitWeibull([{ days: 10, ended: false }])).toThrow(RangeError);
    expect(() => fitExponential([{ days: 0, ended: true }])).toThrow(RangeError);
    expect(() => fitWeibull([{ days: 10, ended: true }])).toThrow(RangeError);
  });
});

describe('survival of a truce', () => {
  it('law 34: is certain at the start, never rises and stays within [0, 1]', () => {
    fc.assert(
      fc.property(laws, fc.nat(1000), ({ shape, scale, ratio }, days) => {
        expect(weibullSurvival(0, shape, scale, ratio)).toBe(1);
        const now = weibullSurvival(days, shape, scale, ratio);
        const later = weibullSurvival(days + 1, shape, scale, ratio);
        expect(later).toBeLessThanOrEqual(now);
        expect(later).toBeGreaterThanOrEqual(0);
        expect(now).toBeLessThanOrEqual(1);
      }),
      { numRuns: 1000 },
    );
  });

  it('law 35: is never raised by more provocation or a larger loophole', () => {
    fc.assert(
      fc.property(
        laws,
        fc.nat(1000),
        fraction,
        fraction,
        fraction,
        ({ shape, scale }, days, base, more, which) => {
          const calm = { ...CALM, provocation: base, loophole: base };
          const tense =
            which < 0.5 ? { ...calm, provocation: base + more } : { ...calm, loophole: base + more };
          const survives = (conditions: typeof calm): number =>
            weibullSurvival(days, shape, scale, logHazardRatio(conditions, COEFFICIENTS));
          expect(survives(tense)).toBeLessThanOrEqual(survives(calm));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('ends on no day with more than the highest chance that conditions within bounds can bring', () => {
    const size = fc.double({ min: -1, max: 2, noNaN: true });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const coefficients = fc.record({
      provocation: size,
      loophole: size,
      ripeness: size,
      monitoring: size,
      expiry: size,
      expiryWindowDays: fc.constant(14),
    });
    const conditions = fc.record({
      provocation: share,
      loophole: share,
      ripeness: share,
      monitoring: share,
      daysToExpiry: fc.option(fc.nat(30)),
    });
    const most = { provocation: 1, loophole: 1, ripeness: 1, monitoring: 1, daysToExpiry: null };
    // Scales of days, and shapes above one too: then the oldest truce is in the greatest danger.
    const law = fc.record({
      shape: fc.double({ min: 0.3, max: 3, noNaN: true }),
      scale: fc.integer({ min: 1, max: 400 }),
    });
    fc.assert(
      fc.property(
        law,
        fc.nat(400),
        fc.nat(400),
        conditions,
        coefficients,
        ({ shape, scale }, a, b, now, c) => {
          const chance = breachProbability(Math.min(a, b), shape, scale, logHazardRatio(now, c));
          const highest = highestLogHazardRatio(CALM, most, c);
          expect(chance).toBeLessThanOrEqual(highestBreachProbability(Math.max(a, b), shape, scale, highest));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is the product of the days on which it did not break', () => {
    fc.assert(
      fc.property(laws, fc.integer({ min: 1, max: 200 }), ({ shape, scale, ratio }, days) => {
        let standing = 1;
        for (let day = 0; day < days; day++) standing *= 1 - breachProbability(day, shape, scale, ratio);
        expect(standing).toBeCloseTo(weibullSurvival(days, shape, scale, ratio), 12);
      }),
      { numRuns: 100 },
    );
  });

  it('is most in danger when fresh, for a shape below one', () => {
    expect(breachProbability(0, 0.668, 138)).toBeGreaterThan(breachProbability(1, 0.668, 138));
    expect(breachProbability(5, 1, 138)).toBeCloseTo(breachProbability(500, 1, 138), 14);
  });

  it('is undone by its quantile', () => {
    fc.assert(
      fc.property(laws, fraction, ({ shape, scale, ratio }, survivors) => {
        const days = weibullQuantile(survivors, shape, scale, ratio);
        expect(weibullSurvival(days, shape, scale, ratio)).toBeCloseTo(survivors, 10);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the log hazard ratio', () => {
  it('adds provocation and loophole and takes off ripeness and monitoring', () => {
    const conditions = { provocation: 1, loophole: 0.5, ripeness: 0.4, monitoring: 1, daysToExpiry: null };
    expect(logHazardRatio(conditions, COEFFICIENTS)).toBeCloseTo(0.5 + 0.5 - 0.2 - 0.2, 15);
    expect(logHazardRatio(CALM, COEFFICIENTS)).toBe(0);
  });

  it('counts expiry within the last fourteen days only', () => {
    expect(logHazardRatio({ ...CALM, daysToExpiry: 14 }, COEFFICIENTS)).toBe(0);
    expect(logHazardRatio({ ...CALM, daysToExpiry: 13 }, COEFFICIENTS)).toBe(0.5);
  });
});

describe('the highest log hazard ratio', () => {
  const rising = fc.tuple(fraction, fraction).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
  const coefficient = fc.double({ min: -2, max: 2, noNaN: true });

  it('is reached at a corner of the conditions, and nowhere passed, whatever the signs of the coefficients', () => {
    fc.assert(
      fc.property(
        fc.tuple(rising, rising, rising, rising),
        fc.tuple(coefficient, coefficient, coefficient, coefficient, coefficient),
        fc.tuple(fraction, fraction, fraction, fraction),
        (bounds, [provocation, loophole, ripeness, monitoring, expiry], within) => {
          const coefficients = { provocation, loophole, ripeness, monitoring, expiry, expiryWindowDays: 14 };
          const at = (weights: readonly number[], daysToExpiry: number | null) => {
            const [p, l, r, m] = bounds.map(([low, high], of) => low + weights[of]! * (high - low));
            return { provocation: p!, loophole: l!, ripeness: r!, monitoring: m!, daysToExpiry };
          };
          const corners = Array.from({ length: 32 }, (_, bits) =>
            logHazardRatio(
              at(
                [0, 1, 2, 3].map((of) => (bits >> of) & 1),
                bits & 16 ? 3 : null,
              ),
              coefficients,
            ),
          );
          const highest = highestLogHazardRatio(at([0, 0, 0, 0], null), at([1, 1, 1, 1], null), coefficients);
          expect(highest).toBeCloseTo(Math.max(...corners), 10);
          expect(logHazardRatio(at(within, 3), coefficients)).toBeLessThanOrEqual(highest + 1e-9);
        },
      ),
      { numRuns: 300 },
    );
  });
});
