import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  equilibria,
  equilibriumNear,
  resistanceReply,
  shiftPayoffs,
  type CrisisPayoffs,
} from '../../src/bargaining/crisis-game';
import { outcomeProbabilities } from './yardsticks/crisis-outcomes';

/** Payoffs that reproduce how United States sanction threats ended between 1970 and 2000. */
const UNITED_STATES: CrisisPayoffs = {
  statusQuoChallenger: 0,
  concessionChallenger: 1,
  concessionTarget: 0,
  standFirmChallenger: -2.61916849,
  standFirmTarget: 0.100972145,
  backDownChallenger: -2.85737208,
  backDownTarget: 1,
};
const THREE_ROOTS: CrisisPayoffs = {
  ...UNITED_STATES,
  standFirmChallenger: -1.9,
  backDownChallenger: -1.2,
  standFirmTarget: -2.9,
};
const QUIET = { challengerCost: 0, drawdownPct: 0, audienceCost: 0, targetCost: 0, conflictExpectation: 0 };
const WEIGHTS = {
  challengerCost: 1,
  drawdownPct: 0.05,
  audienceCost: 1,
  targetCost: 1,
  conflictExpectation: 0.5,
};

function between(low: number, high: number): fc.Arbitrary<number> {
  const steps = fc.noShrink(fc.noBias(fc.integer({ min: 0, max: 1_000_000 })));
  return steps.map((n) => low + ((high - low) * n) / 1_000_000);
}

const payoffs: fc.Arbitrary<CrisisPayoffs> = fc.record({
  statusQuoChallenger: fc.constant(0),
  concessionChallenger: between(0.5, 2),
  concessionTarget: between(-1, 0),
  standFirmChallenger: between(-3, 1),
  standFirmTarget: between(-3, 1),
  backDownChallenger: between(-3, 0),
  backDownTarget: between(0, 2),
});

describe('equilibria of the crisis game', () => {
  it('C4: the payoffs fitted to United States threats have one, pR .7336, pC .01827, pF .6567', () => {
    const found = equilibria(UNITED_STATES);
    expect(found).toHaveLength(1);
    expect(found[0]?.pR).toBeCloseTo(0.7336, 6);
    expect(found[0]?.pC).toBeCloseTo(0.01827, 6);
    expect(found[0]?.pF).toBeCloseTo(0.6567, 6);
  });

  it('C4: threats then end in concession 26.6 %, imposition 48.2 % and backing down 25.2 % of the time', () => {
    const outcome = outcomeProbabilities(equilibriumNear(UNITED_STATES, 0.5));
    expect(outcome.concede).toBeCloseTo(0.266, 3);
    expect(outcome.imposed).toBeCloseTo(0.482, 3);
    expect(outcome.backDown).toBeCloseTo(0.252, 3);
  });

  it('C5: the published example has three', () => {
    const expected = [
      [0.251105, 0.994789, 0.309695],
      [0.594723, 0.379868, 0.241563],
      [0.813322, 0.205452, 0.208759],
    ];
    const found = equilibria(THREE_ROOTS);
    expect(found).toHaveLength(3);
    found.forEach(({ pR, pC, pF }, index) => {
      [pR, pC, pF].forEach((value, part) => expect(value).toBeCloseTo(expected[index]?.[part] ?? NaN, 6));
    });
  });

  it('law 14: the ways in which a threat ends sum to one', () => {
    fc.assert(
      fc.property(payoffs, between(0, 1), (given, yesterday) => {
        const { concede, imposed, backDown } = outcomeProbabilities(equilibriumNear(given, yesterday));
        expect(concede + imposed + backDown).toBeCloseTo(1, 14);
        for (const part of [concede, imposed, backDown]) expect(part).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 1000 },
    );
  });

  it('law 15: each is its own best reply to 1e-9, and there is an odd number of them', () => {
    fc.assert(
      fc.property(payoffs, (given) => {
        const found = equilibria(given);
        expect(found.length % 2).toBe(1);
        for (const { pR } of found) expect(Math.abs(pR - resistanceReply(given, pR))).toBeLessThan(1e-9);
      }),
      { numRuns: 300 },
    );
  });

  it('continue yesterday’s belief: the nearest of all is taken', () => {
    fc.assert(
      fc.property(fc.oneof(payoffs, fc.constant(THREE_ROOTS)), between(0, 1), (given, yesterday) => {
        const distances = equilibria(given).map(({ pR }) => Math.abs(pR - yesterday));
        const { pR } = equilibriumNear(given, yesterday);
        expect(Math.abs(pR - yesterday)).toBeCloseTo(Math.min(...distances), 12);
      }),
      { numRuns: 300 },
    );
  });

  it('are told apart by a hair where yesterday’s belief lies halfway between two', () => {
    for (let step = 0; step <= 20; step++) {
      const given = { ...THREE_ROOTS, standFirmTarget: -2.95 + step * 0.005 };
      const [, middle, high] = equilibria(given).map(({ pR }) => pR);
      if (middle === undefined || high === undefined) continue;
      expect(equilibriumNear(given, (middle + high) / 2 - 1e-6).pR).toBeCloseTo(middle, 12);
      expect(equilibriumNear(given, (middle + high) / 2 + 1e-6).pR).toBeCloseTo(high, 12);
    }
  });

  it('stay on their branch while payoffs creep, and jump only when the branch ends', () => {
    let pR = 0.25;
    for (let step = 0; step <= 40; step++) {
      const crept = equilibriumNear({ ...THREE_ROOTS, standFirmTarget: -2.9 - step * 0.01 }, pR).pR;
      expect(Math.abs(crept - pR)).toBeLessThan(0.01);
      pR = crept;
    }
  });

  it('do not exist for a challenger with nothing to gain', () => {
    expect(() => equilibria({ ...UNITED_STATES, concessionChallenger: 0 })).toThrow(RangeError);
  });
});

describe('conditions of the day', () => {
  it('leave the payoffs alone when there are none', () => {
    expect(shiftPayoffs(UNITED_STATES, QUIET, WEIGHTS)).toEqual(UNITED_STATES);
  });

  it('law 16: where equilibrium is unique, a deeper fall of the markets never makes backing down less likely', () => {
    // The target likes a climb-down better than conceding in all of these; where it does not, the law is false.
    fc.assert(
      fc.property(payoffs, between(0, 20), (given, drawdownPct) => {
        const shaken = shiftPayoffs(given, { ...QUIET, drawdownPct }, WEIGHTS);
        const [calm, fallen] = [equilibria(given), equilibria(shaken)];
        if (calm.length > 1 || fallen.length > 1 || calm[0] === undefined || fallen[0] === undefined) return;
        const before = outcomeProbabilities(calm[0]).backDown;
        expect(outcomeProbabilities(fallen[0]).backDown).toBeGreaterThanOrEqual(before - 1e-9);
      }),
      { numRuns: 300 },
    );
  });

  it('lower standing firm by own cost and markets, backing down by the audience, resistance by the target’s cost', () => {
    const all = {
      challengerCost: 0.3,
      drawdownPct: 10,
      audienceCost: 0.2,
      targetCost: 0.4,
      conflictExpectation: 0.5,
    };
    const shifted = shiftPayoffs(UNITED_STATES, all, WEIGHTS);
    expect(shifted.standFirmChallenger).toBeCloseTo(-2.61916849 - 0.3 - 0.5, 12);
    expect(shifted.backDownChallenger).toBeCloseTo(-2.85737208 - 0.2, 12);
    expect(shifted.standFirmTarget).toBeCloseTo(0.100972145 - 0.4, 12);
    expect(shifted.concessionTarget).toBeCloseTo(-0.25, 12);
  });
});
