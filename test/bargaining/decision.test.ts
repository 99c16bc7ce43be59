/** What presses the sides to decide, what is ready to be settled, and who refuses. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dailyProbability,
  deadlinePressure,
  decisionProbability,
  obstinateProbability,
  readyShare,
  refusalProbability,
} from '../../src/bargaining/decision';
import { fraction } from './agendas';

const RUNS = { numRuns: 1000 };
/** A pair in rising order. */
const rising = fc.tuple(fraction, fraction).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const below1 = fraction.map((x) => 0.999 * x);

describe('a dated step', () => {
  it('presses wholly today, less the farther away it is, and not at all where none is dated', () => {
    expect(deadlinePressure(0, 25)).toBe(1);
    expect(deadlinePressure(Infinity, 25)).toBeLessThan(1e-100);
    fc.assert(
      fc.property(
        fc.nat(4000),
        fc.nat(4000),
        fc.double({ min: 1, max: 60, noNaN: true }),
        (near, more, tau) => {
          expect(deadlinePressure(near + more, tau)).toBeLessThanOrEqual(deadlinePressure(near, tau));
        },
      ),
      RUNS,
    );
  });
});

describe('the chance that the sides decide', () => {
  it('rises with rank, deadline and hurt, and is certain where one of them is whole', () => {
    fc.assert(
      fc.property(rising, rising, rising, ([t0, t1], [d0, d1], [m0, m1]) => {
        const less = decisionProbability(t0, d0, m0);
        for (const more of [
          decisionProbability(t1, d0, m0),
          decisionProbability(t0, d1, m0),
          decisionProbability(t0, d0, m1),
        ])
          expect(more).toBeGreaterThanOrEqual(less - 1e-15);
        expect(decisionProbability(t0, d0, 1)).toBe(1);
        expect(decisionProbability(t0, 0, 0)).toBeCloseTo(t0, 14);
      }),
      RUNS,
    );
  });

  it('is .714 for ministers with nothing due where the less hurt side has .56 of the motive', () => {
    expect(decisionProbability(0.35, 0, 0.56)).toBeCloseTo(0.714, 3);
  });
});

describe('the share of an issue that is ready', () => {
  it('starts at what a first discussion settles, grows with each round and never passes the whole', () => {
    fc.assert(
      fc.property(fraction, fraction, fc.nat(20), (first, perRound, rounds) => {
        expect(readyShare(first, perRound, 0)).toBeCloseTo(first, 14);
        const now = readyShare(first, perRound, rounds);
        expect(readyShare(first, perRound, rounds + 1)).toBeGreaterThanOrEqual(now - 1e-15);
        expect(now).toBeLessThanOrEqual(1);
      }),
      RUNS,
    );
  });
});

describe('a side that refuses', () => {
  it('does so more often the firmer it is, the nearer its step and the less meetings select, and never without a step', () => {
    fc.assert(
      fc.property(rising, rising, rising, ([f0, f1], [s0, s1], [w0, w1]) => {
        const [firm, firmer] = [0.999 * f0, 0.999 * f1];
        const less = refusalProbability(firm, s0, w0);
        for (const more of [
          refusalProbability(firmer, s0, w0),
          refusalProbability(firm, s1, w0),
          refusalProbability(firm, s0, w1),
        ])
          expect(more).toBeGreaterThanOrEqual(less - 1e-15);
        expect(refusalProbability(firm, s0, 0)).toBe(0);
        expect(refusalProbability(firm, 1, 1)).toBeCloseTo(firm, 14);
      }),
      RUNS,
    );
  });

  it('gives nothing of its own less often the more it hurts', () => {
    fc.assert(
      fc.property(fraction, rising, (hold, [m0, m1]) => {
        expect(obstinateProbability(hold, m1)).toBeLessThanOrEqual(obstinateProbability(hold, m0));
        expect(obstinateProbability(hold, 1)).toBe(0);
      }),
      RUNS,
    );
  });
});

describe('a constant hazard', () => {
  it('comes to the share asked for after so many days', () => {
    fc.assert(
      fc.property(below1, fc.integer({ min: 1, max: 60 }), (share, days) => {
        const daily = dailyProbability(share, days);
        expect(1 - (1 - daily) ** days).toBeCloseTo(share, 9);
      }),
      RUNS,
    );
  });
});

describe('the pressure of a step', () => {
  it('falls by a factor of e for each interval between rounds', () => {
    for (const interval of [5, 20, 25])
      for (const times of [0, 1, 3])
        expect(deadlinePressure(times * interval, interval)).toBeCloseTo(Math.exp(-times), 12);
  });
});
