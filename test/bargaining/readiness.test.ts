import { describe, expect, it } from 'vitest';
import {
  catastrophePull,
  motivation,
  optimism,
  readiness,
  ripeness,
  talksProbability,
} from '../../src/bargaining/readiness';

const OPTIMISM = { constant: -0.5, round: 0.3, leaderCall: 0.5, recentBreach: 0.8 };
const NOTHING_YET = { rounds: 0, leaderCall: 0, recentBreach: 0 };

describe('readiness of a party', () => {
  it('is motivation, which saturates, times optimism', () => {
    expect(motivation(60, 60)).toBeCloseTo(1 - 0.36787944117144233, 15);
    expect(optimism({ ...NOTHING_YET, rounds: 1, leaderCall: 1 }, OPTIMISM)).toBeCloseTo(
      0.574442516811659,
      12,
    );
    expect(readiness(0.6, 0.5)).toBeCloseTo(0.3, 15);
    expect(readiness(motivation(600, 60, 1), 0.5)).toBe(0.5);
  });

  it('rises with rounds and calls, and falls after a breach', () => {
    const quiet = optimism(NOTHING_YET, OPTIMISM);
    for (const good of ['rounds', 'leaderCall']) {
      expect(optimism({ ...NOTHING_YET, [good]: 1 }, OPTIMISM)).toBeGreaterThan(quiet);
    }
    expect(optimism({ ...NOTHING_YET, recentBreach: 1 }, OPTIMISM)).toBeLessThan(quiet);
  });

  it('feels a catastrophe more as its day comes closer, and no more once it is due', () => {
    const at = (daysToDeadline: number): number =>
      catastrophePull({ credibility: 0.5, cost: 2, daysToDeadline }, 0.4, 1);
    expect(at(10)).toBeCloseTo(0.04, 15);
    expect(at(1)).toBeCloseTo(0.4, 15);
    expect(at(-3)).toBe(at(1));
  });
});

describe('ripeness', () => {
  it('is that of the less ready side, so that one eager party does not make talks', () => {
    expect(ripeness(0.9, 0.2)).toBe(0.2);
    expect(talksProbability(ripeness(0.9, 0.2), -2, 3)).toBeCloseTo(talksProbability(0.2, -2, 3), 15);
  });

  it('makes talks within a week likelier', () => {
    expect(talksProbability(0, -2, 3)).toBeCloseTo(0.11920292202211755, 12);
    expect(talksProbability(1, -2, 3)).toBeCloseTo(0.7310585786300049, 12);
  });
});
