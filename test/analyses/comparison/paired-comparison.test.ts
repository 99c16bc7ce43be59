import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/entries/index';
import { comparePaired } from '../../../src/analyses/comparison/paired-comparison';
import { shortScenario } from '../../episode/fixtures';
import { itLong } from '../../long';

describe('a comparison on common draws', () => {
  it('finds no difference between a scenario and itself, with no variance and no changed pair', () => {
    const same = compare(shortScenario(), shortScenario(), { runs: 60 });
    for (const outcome of same.outcomes) expect(outcome.difference).toBe(0);
    expect(same.changed).toMatchObject({ pairs: 0, share: 0, low: 0 });
    expect(same.variance.saved).toBeNull();
    expect(same.variance.paired).toBe(0);
    expect(same.variance.unpaired).toBeGreaterThan(0);
  });

  itLong('saves variance against independent draws when the change is small', () => {
    const { variance } = compare(shortScenario(), shortScenario({ parameters: { K: 0.1 } }), { runs: 150 });
    expect(variance.paired).toBeLessThan(variance.unpaired);
  });

  itLong('has differences that sum to nought and lie inside their intervals', () => {
    const { outcomes } = compare(shortScenario(), shortScenario({ parameters: { K: 0.5 } }), { runs: 150 });
    expect(outcomes.reduce((sum, outcome) => sum + outcome.difference, 0)).toBeCloseTo(0, 9);
    for (const { difference, low, high } of outcomes) {
      expect(low).toBeLessThanOrEqual(difference);
      expect(high).toBeGreaterThanOrEqual(difference);
    }
  });

  it('has the variance of McNemar for paired shares', () => {
    const { outcomes, variance } = comparePaired(['a', 'b'], [0, 0, 1, 1], [0, 1, 1, 1]);
    expect(outcomes[1]!.difference).toBeCloseTo(0.25, 12);
    expect(variance.paired).toBeCloseTo((2 * (0.25 - 0.0625)) / 4, 12);
  });

  it('saves exactly twice the covariance of the pairs, which is what common draws bring', () => {
    const outcome = fc.integer({ min: -1, max: 2 });
    fc.assert(
      fc.property(fc.array(fc.tuple(outcome, outcome), { minLength: 1, maxLength: 60 }), (pairs) => {
        const n = pairs.length;
        const [base, variant] = [pairs.map(([b]) => b), pairs.map(([, v]) => v)];
        const { variance, changed } = comparePaired(['a', 'b', 'c'], base, variant);
        let covariance = 0;
        for (const k of [0, 1, 2]) {
          const share = (series: readonly number[]) => series.filter((found) => found === k).length / n;
          const both = pairs.filter(([b, v]) => b === k && v === k).length / n;
          covariance += both - share(base) * share(variant);
        }
        expect(variance.unpaired - variance.paired).toBeCloseTo((2 * covariance) / n, 10);
        expect(changed.pairs).toBe(pairs.filter(([b, v]) => b !== v).length);
      }),
    );
  });

  it('refuses to pair series of different length', () => {
    expect(() => comparePaired(['a'], [0], [0, 0])).toThrow(RangeError);
  });
});
