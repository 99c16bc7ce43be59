import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstMoverShare, weightFromImpatience } from './yardsticks/rubinstein';
import { fraction } from './agendas';

describe('alternating offers', () => {
  it.each([
    [0.9, 0.9, 0.526316],
    [0.95, 0.9, 0.689655],
    [0.9, 0.95, 0.344828],
    [0.99, 0.99, 0.502513],
  ])('B5: with discount factors %d and %d the first to offer gets %d', (first, second, share) => {
    expect(firstMoverShare(first, second)).toBeCloseTo(share, 6);
  });

  it('reward the more patient party', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (first, second, more) => {
        const patient = first + more * (1 - first);
        expect(firstMoverShare(patient, second)).toBeGreaterThanOrEqual(firstMoverShare(first, second));
      }),
    );
  });

  it('approach the weighted Nash split as offers follow one another faster', () => {
    fc.assert(
      fc.property(fraction, fraction, (rate0, rate1) => {
        const interval = 1e-5;
        const share = firstMoverShare(1 - rate0 * interval, 1 - rate1 * interval);
        expect(share).toBeCloseTo(weightFromImpatience(rate0, rate1), 4);
      }),
    );
  });

  it('refuse discount factors of nought and one, and two parties without impatience', () => {
    expect(() => firstMoverShare(1, 0.9)).toThrow(RangeError);
    expect(() => firstMoverShare(0.9, 0)).toThrow(RangeError);
    expect(() => weightFromImpatience(0, 0)).toThrow(RangeError);
  });
});
