/** How acts bear on a meeting: each mechanism goes one way in each of its arguments, and sizes of nought do nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  intensity,
  isolatedFirmness,
  meetingLogOdds,
  priceFactor,
  quarrelShare,
  roundsWorth,
  type MeetingConditions,
} from '../../src/bargaining/levers';
import { fraction } from './agendas';

const RUNS = { numRuns: 500 };
const sizes = fc.record({
  blowsOnMeeting: fc.double({ min: 0, max: 3, noNaN: true }),
  gesturesOnMeeting: fc.double({ min: 0, max: 3, noNaN: true }),
  unconfirmedOnMeeting: fc.double({ min: 0, max: 3, noNaN: true }),
  doubtOnMeeting: fc.double({ min: 0, max: 3, noNaN: true }),
  noTruceOnMeeting: fc.double({ min: 0, max: 3, noNaN: true }),
  frameworkOnMeeting: fc.double({ min: 0, max: 3, noNaN: true }),
  marketOnMeeting: fc.double({ min: 0, max: 1, noNaN: true }),
});
const conditions: fc.Arbitrary<MeetingConditions> = fc.record({
  blows: fraction,
  gestures: fraction,
  confirmed: fc.boolean(),
  doubted: fc.boolean(),
  truce: fc.boolean(),
  framework: fc.boolean(),
  drawdownPct: fc.double({ min: 0, max: 40, noNaN: true }),
});
const rising = fc
  .tuple(fc.double({ min: -4, max: 4, noNaN: true }), fc.double({ min: 0, max: 4, noNaN: true }))
  .map(([low, more]) => [low, low + more] as const);

describe('whether a planned meeting is held', () => {
  it('suffers from blows, doubt and the lack of a truce, and gains by gestures, frameworks and falling markets', () => {
    fc.assert(
      fc.property(conditions, sizes, fraction, (now, size, more) => {
        const odds = meetingLogOdds(now, size);
        const up = (x: number) => x + more * (1 - x);
        for (const worse of [
          { ...now, blows: up(now.blows) },
          { ...now, truce: false },
          { ...now, confirmed: false },
        ])
          expect(meetingLogOdds(worse, size)).toBeGreaterThanOrEqual(odds - 1e-12);
        for (const better of [
          { ...now, gestures: up(now.gestures) },
          { ...now, framework: true },
          { ...now, truce: true },
          { ...now, drawdownPct: now.drawdownPct + 10 * more },
          { ...now, doubted: false, confirmed: true },
        ])
          expect(meetingLogOdds(better, size)).toBeLessThanOrEqual(odds + 1e-12);
      }),
      RUNS,
    );
  });
});

describe('the political price', () => {
  it('falls with goodwill received and after a framework, rises after a breakdown, and stays above nought', () => {
    fc.assert(
      fc.property(rising, fraction, fraction, ([less, more], onPrice, onReadout) => {
        expect(priceFactor(more, 0, onPrice, onReadout)).toBeLessThanOrEqual(
          priceFactor(less, 0, onPrice, onReadout),
        );
        expect(priceFactor(less, -1, onPrice, onReadout)).toBeLessThanOrEqual(
          priceFactor(less, 1, onPrice, onReadout),
        );
        // However many acts: goodwill is bounded.
        expect(priceFactor(1e6, -1, onPrice, onReadout)).toBeGreaterThanOrEqual(Math.exp(-2));
      }),
      RUNS,
    );
  });
});

describe('a quarrel after talks without a text', () => {
  it('is less likely with goodwill, and more where the truce was declared over', () => {
    fc.assert(
      fc.property(rising, fraction, fraction, ([less, more], usual, size) => {
        const by = { goodwillOnQuarrel: size, terminationOnQuarrel: size, calledOffOnQuarrel: size };
        const share = (goodwill: number, terminated: boolean, held = true) =>
          quarrelShare(0.9 * usual, { goodwill, terminated, held }, by);
        expect(share(less, false, false)).toBeLessThanOrEqual(share(less, false));
        expect(share(more, false)).toBeLessThanOrEqual(share(less, false));
        expect(share(less, true)).toBeGreaterThanOrEqual(share(less, false));
        expect(share(-1e6, true)).toBeLessThan(1);
      }),
      RUNS,
    );
  });
});

describe('intensity, isolation and readouts', () => {
  it('let no larger act weigh less, and no act more than wholly', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (size, more, scale) => {
          expect(intensity(size + more, scale)).toBeGreaterThanOrEqual(intensity(size, scale));
          expect(intensity(size, scale)).toBeLessThanOrEqual(1);
        },
      ),
      RUNS,
    );
  });

  it('make a side less firm the more third parties stand against it', () => {
    fc.assert(
      fc.property(fraction, fc.nat(9), fc.nat(9), fraction, (firm, few, more, size) => {
        expect(isolatedFirmness(firm, few + more, size, 1)).toBeLessThanOrEqual(
          isolatedFirmness(firm, few, size, 1),
        );
      }),
      RUNS,
    );
  });

  it('order readouts as people do', () => {
    const worth = ['breakdown', 'no-progress', 'progress', 'framework'].map((readout) =>
      roundsWorth(readout, 1),
    );
    expect(worth).toEqual([0, 0.5, 1, 2]);
  });
});

describe('sizes of nought', () => {
  it('give back what was handed in, to the bit', () => {
    const none = {
      blowsOnMeeting: 0,
      gesturesOnMeeting: 0,
      unconfirmedOnMeeting: 0,
      doubtOnMeeting: 0,
      noTruceOnMeeting: 0,
      frameworkOnMeeting: 0,
      marketOnMeeting: 0,
    };
    fc.assert(
      fc.property(conditions, rising, fraction, (now, [goodwill], x) => {
        expect(meetingLogOdds(now, none) + x).toBe(x);
        expect(priceFactor(goodwill, 1, 0, 0)).toBe(1);
        expect(
          quarrelShare(
            0.9 * x,
            { goodwill, terminated: true, held: true },
            { goodwillOnQuarrel: 0, terminationOnQuarrel: 0, calledOffOnQuarrel: 0 },
          ),
        ).toBe(0.9 * x);
        expect(isolatedFirmness(x, 5, 0, 1)).toBe(x);
        expect(roundsWorth('framework', 0)).toBe(1);
      }),
      RUNS,
    );
  });
});

describe('the forms of the mechanisms', () => {
  it('are those of their formulas at points with a scale and a size of their own', () => {
    expect(intensity(3, 6)).toBeCloseTo(1 - Math.exp(-0.5), 12);
    expect(intensity(6, 3)).toBeCloseTo(1 - Math.exp(-2), 12);
    expect(priceFactor(0.4, -0.5, 0.7, 0.3)).toBeCloseTo(Math.exp(0.3 * -0.5 - 0.7 * Math.tanh(0.4)), 12);
    expect(priceFactor(-0.4, 0.5, 0.7, 0.3)).toBeCloseTo(Math.exp(0.3 * 0.5 + 0.7 * Math.tanh(0.4)), 12);
    expect(isolatedFirmness(0.8, 2, 0.5, 4)).toBeCloseTo(0.8 * (1 - 0.5 * (1 - Math.exp(-0.5))), 12);
  });

  it('are bounded: no pile of goodwill or ill will does more than the whole of its size', () => {
    for (const goodwill of [25, 1000]) {
      expect(priceFactor(goodwill, 0, 0.7, 0)).toBeCloseTo(Math.exp(-0.7), 9);
      expect(priceFactor(-goodwill, 0, 0.7, 0)).toBeCloseTo(Math.exp(0.7), 9);
    }
  });

  it('count a round by its readout: a framework or a deal as two, none without progress as a half, a breakdown not at all', () => {
    const worths = ['framework', 'deal', 'progress', null, 'no-progress', 'breakdown'].map((readout) =>
      roundsWorth(readout, 1),
    );
    expect(worths).toEqual([2, 2, 1, 1, 0.5, 0]);
    expect(roundsWorth('deal', 0.5)).toBe(1.5);
  });
});
