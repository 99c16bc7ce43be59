import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bargainingRange, bestDemand } from './yardsticks/fearon';
import { fraction } from './agendas';

describe('a demand on a party whose resolve is unknown', () => {
  it('B9: with p = .5, own cost .1 and the other’s up to .4 it is .65 and fails with probability .375', () => {
    const { demand, breakdown } = bestDemand(0.5, 0.1, 0.4);
    expect(demand).toBeCloseTo(0.65, 6);
    expect(breakdown).toBeCloseTo(0.375, 6);
  });

  it('runs no risk when conflict costs the demander more than it can ever cost the other', () => {
    expect(bestDemand(0.5, 0.5, 0.4)).toEqual({ demand: 0.5, breakdown: 0 });
  });

  it('is better for the demander than any other on a grid', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (p, cost, range) => {
        const payoff = (demand: number): number => {
          const breakdown = Math.min(1, Math.max(0, (demand - p) / range));
          return (1 - breakdown) * demand + breakdown * (p - cost);
        };
        const best = payoff(bestDemand(p, cost, range).demand);
        for (let k = 0; k <= 100; k++) expect(payoff(k / 100)).toBeLessThanOrEqual(best + 1e-12);
      }),
      { numRuns: 500 },
    );
  });

  it('risks more the less is known of the other', () => {
    expect(bestDemand(0.3, 0.1, 0.8).breakdown).toBeGreaterThan(bestDemand(0.3, 0.1, 0.4).breakdown);
  });

  it('needs the other’s cost to have a range', () => {
    expect(() => bestDemand(0.5, 0.1, 0)).toThrow(RangeError);
  });
});

describe('the bargaining range', () => {
  it('runs from the odds of conflict less the one’s cost to the odds plus the other’s', () => {
    const [low, high] = bargainingRange(0.5, 0.1, 0.3);
    expect(low).toBeCloseTo(0.4, 15);
    expect(high).toBeCloseTo(0.8, 15);
  });

  it('is empty for no costs of conflict but nought', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (p, one, other) => {
        const [low, high] = bargainingRange(p, one, other);
        expect(high).toBeGreaterThan(low);
      }),
    );
  });
});
