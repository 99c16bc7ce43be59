import { describe, expect, it } from 'vitest';
import {
  accumulateAudience,
  backDown,
  backDownCost,
  decayAudience,
  honour,
  postpone,
} from '../../src/bargaining/audience';

describe('the audience’s memory', () => {
  it('grows by scale, size and voice, the leader’s own words counting in full', () => {
    expect(accumulateAudience(0.1, { sizePoints: 2, voice: 1 }, 0.02)).toBeCloseTo(0.14, 15);
    expect(accumulateAudience(0.1, { sizePoints: 2, voice: 0.3 }, 0.02)).toBeCloseTo(0.112, 15);
  });

  it('halves in about 46 days when it keeps .985 a day', () => {
    let stock = 1;
    for (let day = 0; day < 46; day++) stock = decayAudience(stock, 0.985);
    expect(stock).toBeCloseTo(0.499, 3);
  });

  it('charges for a climb-down what new information does not excuse, and then forgets', () => {
    expect(backDownCost(0.2, 0.3)).toBeCloseTo(0.14, 15);
    expect(backDown(0.2, 0.3)).toEqual({ cost: backDownCost(0.2, 0.3), stockLeft: 0 });
  });

  it('charges for a delay the share of a climb-down as which it counts and keeps the rest of the stock', () => {
    expect(postpone(0.2, 0.3, 0.5).cost).toBeCloseTo(0.07, 15);
    expect(postpone(0.2, 0.3, 0.5).stockLeft).toBeCloseTo(0.1, 15);
    expect(postpone(0.2, 0.3, 0)).toEqual({ cost: 0, stockLeft: 0.2 });
    expect(postpone(0.2, 0.3, 1)).toEqual(backDown(0.2, 0.3));
  });

  it('charges nothing for a threat carried out or traded', () => {
    expect(honour()).toEqual({ cost: 0, stockLeft: 0 });
  });
});
