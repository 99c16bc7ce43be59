import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  betaFromMean,
  encouraged,
  executed,
  mean,
  postponed,
  traded,
  withdrawn,
  type Beta,
} from '../../src/bargaining/credibility';

const beliefs = fc
  .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 40 }))
  .map(([percent, strength]) => betaFromMean(percent / 100, strength));
const phis = fc.integer({ min: 50, max: 100 }).map((n) => n / 100);
const putOff = (belief: Beta, learning: { phi: number }) => postponed(belief, learning, 0.5);
const MOVES = { executed, withdrawn, postponed: putOff, traded };
const moves = fc.array(fc.constantFrom<keyof typeof MOVES>('executed', 'withdrawn', 'postponed', 'traded'), {
  maxLength: 60,
});

function after(belief: Beta, story: readonly (keyof typeof MOVES)[], phi: number): Beta {
  return story.reduce((held, move) => MOVES[move](held, { phi, wTraded: 0.5 }), belief);
}

describe('belief in a threat', () => {
  it('starts where it is told, with the strength it is told', () => {
    expect(betaFromMean(0.43, 10).a).toBeCloseTo(4.3, 14);
    expect(betaFromMean(0.43, 10).b).toBeCloseTo(5.7, 14);
    expect(mean(betaFromMean(0.43, 10))).toBeCloseTo(0.43, 15);
    expect(() => betaFromMean(1, 10)).toThrow(RangeError);
    expect(() => betaFromMean(0.5, 0)).toThrow(RangeError);
  });

  it('law 11: falls strictly when a threat is dropped for nothing or put off', () => {
    fc.assert(
      fc.property(beliefs, phis, (belief, phi) => {
        const dropped = mean(withdrawn(belief, { phi }));
        const delayed = mean(postponed(belief, { phi }, 0.5));
        expect(dropped).toBeLessThan(delayed);
        expect(delayed).toBeLessThan(mean(belief));
      }),
      { numRuns: 1000 },
    );
  });

  it('law 12: never falls when a threat is carried out', () => {
    fc.assert(
      fc.property(beliefs, phis, (belief, phi) => {
        expect(mean(executed(belief, { phi }))).toBeGreaterThan(mean(belief));
      }),
      { numRuns: 1000 },
    );
  });

  it('law 13: stays strictly between nought and one through sixty events', () => {
    fc.assert(
      fc.property(beliefs, phis, moves, (belief, phi, story) => {
        const held = mean(after(belief, story, phi));
        expect(held).toBeGreaterThan(0);
        expect(held).toBeLessThan(1);
      }),
      { numRuns: 1000 },
    );
  });

  it('law 13: does not depend on the order of events when nothing is forgotten', () => {
    fc.assert(
      fc.property(beliefs, moves, (belief, story) => {
        expect(mean(after(belief, story, 1))).toBeCloseTo(mean(after(belief, story.toReversed(), 1)), 12);
      }),
      { numRuns: 1000 },
    );
  });

  it('law 13: does depend on it when the past fades', () => {
    const belief = betaFromMean(0.5, 10);
    const lately = mean(after(belief, ['withdrawn', 'executed'], 0.9));
    const onceUponATime = mean(after(belief, ['executed', 'withdrawn'], 0.9));
    expect(lately).toBeGreaterThan(onceUponATime);
  });

  it('is not moved at even odds by a threat traded away at a half', () => {
    expect(mean(traded(betaFromMean(0.5, 10), { phi: 0.9, wTraded: 0.5 }))).toBeCloseTo(0.5, 15);
  });

  it('rises when coercion is seen to pay', () => {
    expect(encouraged({ a: 4, b: 6 }, 1)).toEqual({ a: 5, b: 6 });
  });
});
