/** What counts at the very edge of a definition, and what is refused beyond it. */
import { describe, expect, it } from 'vitest';
import { betaFromMean } from '../../src/bargaining/credibility';
import { equilibria, equilibriumNear, type CrisisPayoffs } from '../../src/bargaining/crisis-game';
import { kalaiSmorodinskyOnChain, solveKalaiSmorodinsky } from './yardsticks/kalai-smorodinsky';
import {
  concessionAt,
  solveNash,
  type BargainingIssue,
  type BargainingProblem,
} from '../../src/bargaining/nash';
import { retaliationLagDays } from '../../src/bargaining/retaliation';
import { weightFromImpatience } from './yardsticks/rubinstein';
import { fitExponential, fitWeibull, weibullSurvival } from './yardsticks/weibull-fit';
import { concede, riskLimit } from './yardsticks/zeuthen';

const issue = (change: Partial<BargainingIssue>): BargainingIssue => ({
  id: 'x',
  giver: 1,
  benefit: 1,
  cost: 1,
  cap: 1,
  indivisible: false,
  ...change,
});
const problem = (
  issues: readonly BargainingIssue[],
  change: Partial<BargainingProblem> = {},
): BargainingProblem => ({
  issues,
  alpha: 0.5,
  rho: 2,
  compliance: [1, 1],
  disagreement: [0, 0],
  ...change,
});

describe('a belief', () => {
  it('has a mean strictly between nought and one and some strength', () => {
    for (const mean of [-0.1, 0, 1, 1.1, NaN]) expect(() => betaFromMean(mean, 1)).toThrow(RangeError);
    for (const strength of [-1, 0, NaN]) expect(() => betaFromMean(0.5, strength)).toThrow(RangeError);
  });
});

describe('an agenda', () => {
  it('is refused with a weight outside [0, 1], a negative worth or nine issues of all or nothing', () => {
    for (const alpha of [-0.1, 1.1, NaN])
      expect(() => solveNash(problem([issue({})], { alpha }))).toThrow(RangeError);
    for (const change of [{ benefit: -1 }, { cost: -1 }, { cap: -1 }])
      expect(() => solveNash(problem([issue(change)]))).toThrow(RangeError);
    expect(() => solveNash(problem([issue({})], { rho: 1 }))).toThrow(RangeError);
    const whole = (count: number) =>
      Array.from({ length: count }, () => issue({ indivisible: true, cost: 0 }));
    expect(() => solveNash(problem(whole(9)))).toThrow(RangeError);
    expect(solveNash(problem(whole(8)))!.z).toEqual(Array.from({ length: 8 }, () => 1));
  });

  it('concedes nothing on what is worth nothing, even where it costs nothing', () => {
    const nothing = issue({ benefit: 0, cost: 0 });
    expect(concessionAt(nothing, { rho: 2, compliance: [1, 1] }, 0.4)).toBe(0);
    expect(solveNash(problem([nothing, issue({})]))!.z[0]).toBe(0);
  });

  it('with all the weight on one side spares the other where that costs the one nothing', () => {
    // Either issue is worth 1 to party 0, both together cost party 1 more than it would bear.
    const cheap = issue({ indivisible: true, cost: 1 });
    const dear = issue({ indivisible: true, cost: 5 });
    const terms = { alpha: 1, disagreement: [0, -5.5] } as const;
    expect(solveNash(problem([cheap, dear], terms))!.z).toEqual([1, 0]);
    expect(solveNash(problem([dear, cheap], terms))!.z).toEqual([0, 1]);
  });

  it('with all the weight on one side takes the other down to its fallback', () => {
    const better = issue({ indivisible: true, benefit: 2, cost: 1 });
    const worse = issue({ indivisible: true, benefit: 1, cost: 0.5 });
    const solved = solveNash(problem([better, worse], { alpha: 1, disagreement: [0, -1] }))!;
    expect(solved.z).toEqual([1, 0]);
    expect(solved.gains).toEqual([2, 0]);
  });

  it('has no terms where the fallbacks exceed what it brings by a hair, however much is at stake', () => {
    for (const scale of [1e-6, 1, 1e6]) {
      const give = issue({ giver: 1, benefit: scale, cost: 0 });
      const solve = (fallback: number) => solveNash(problem([give], { disagreement: [fallback * scale, 0] }));
      expect(solve(1 - 1e-9)?.z[0]).toBe(1);
      expect(solve(1)?.z[0]).toBe(1);
      expect(solve(1 + 1e-9)).toBeNull();
    }
  });

  it('on which only one side can gain is settled for that side by Kalai and Smorodinsky too', () => {
    const onlyFor0 = problem([issue({ cost: 0 })]);
    expect(solveKalaiSmorodinsky(onlyFor0)!.gains).toEqual([1, 0]);
    const onlyFor1 = problem([issue({ giver: 0, cost: 0 })]);
    expect(solveKalaiSmorodinsky(onlyFor1)!.gains).toEqual([0, 1]);
    expect(solveKalaiSmorodinsky(problem([issue({})], { disagreement: [2, 2] }))).toBeNull();
  });
});

describe('a chain', () => {
  it('of one point is that point where it suits both', () => {
    expect(kalaiSmorodinskyOnChain([[1, 2]], [0, 0])).toEqual([1, 2]);
    expect(kalaiSmorodinskyOnChain([[1, 2]], [1, 2])).toEqual([1, 2]);
    expect(kalaiSmorodinskyOnChain([[1, 2]], [1.1, 0])).toBeNull();
    expect(kalaiSmorodinskyOnChain([[1, 2]], [0, 2.1])).toBeNull();
    expect(kalaiSmorodinskyOnChain([], [0, 0])).toBeNull();
  });

  it('whose best point for party 1 already leads ends there, and one that never does ends at its last', () => {
    expect(
      kalaiSmorodinskyOnChain(
        [
          [1, 1],
          [2, 0],
        ],
        [0, 0.999],
      ),
    ).not.toBeNull();
    expect(
      kalaiSmorodinskyOnChain(
        [
          [0, 1],
          [0.5, 1],
        ],
        [0, 0],
      ),
    ).toEqual([0.5, 1]);
  });
});

describe('the crisis game', () => {
  const payoffs: CrisisPayoffs = {
    statusQuoChallenger: 0,
    concessionChallenger: 1,
    concessionTarget: 0,
    standFirmChallenger: -1.9,
    standFirmTarget: -2.9,
    backDownChallenger: -1.2,
    backDownTarget: 1,
  };

  it('takes the lowest and the highest equilibrium from either end of belief', () => {
    const all = equilibria(payoffs).map(({ pR }) => pR);
    expect(equilibriumNear(payoffs, 0).pR).toBeCloseTo(all[0]!, 12);
    expect(equilibriumNear(payoffs, 1).pR).toBeCloseTo(all.at(-1)!, 12);
    expect(equilibriumNear(payoffs, 2).pR).toBeCloseTo(all.at(-1)!, 12);
    expect(equilibriumNear(payoffs, -1).pR).toBeCloseTo(all[0]!, 12);
  });

  it('is refused where its payoffs are not numbers', () => {
    expect(() => equilibriumNear({ ...payoffs, standFirmTarget: NaN }, 0.5)).toThrow(/finite/);
    expect(() => equilibria({ ...payoffs, concessionChallenger: 0 })).toThrow(RangeError);
    expect(() => equilibria({ ...payoffs, concessionChallenger: NaN })).toThrow(RangeError);
  });
});

describe('an answer', () => {
  it('has a lag of a whole and positive shape and no negative mean', () => {
    for (const shape of [0, -1, 1.5, NaN])
      expect(() => retaliationLagDays(0.5, 3, shape)).toThrow(RangeError);
    for (const mean of [-1, NaN]) expect(() => retaliationLagDays(0.5, mean, 2)).toThrow(RangeError);
    expect(retaliationLagDays(0.5, 0, 2)).toBe(0);
  });
});

describe('impatience', () => {
  it('may be nought on one side, never negative', () => {
    expect(weightFromImpatience(0, 0.1)).toBe(1);
    expect(weightFromImpatience(0.1, 0)).toBe(0);
    for (const [a, b] of [
      [-0.1, 0.3],
      [0.3, -0.1],
      [0, 0],
      [NaN, 1],
    ] as const)
      expect(() => weightFromImpatience(a, b)).toThrow(RangeError);
  });
});

describe('a truce', () => {
  it('stands for certain before it began', () => {
    expect(weibullSurvival(-1, 0.7, 100)).toBe(1);
    expect(weibullSurvival(0, 0.7, 100)).toBe(1);
  });

  it('is refused in a record where any spell has no length or none has ended', () => {
    const good = { days: 10, ended: true };
    for (const days of [0, -1, NaN]) {
      expect(() => fitExponential([good, { days, ended: true }])).toThrow(/last/);
      expect(() => fitWeibull([good, { days: 5, ended: true }, { days, ended: false }])).toThrow(/last/);
    }
    expect(() => fitExponential([{ days: 5, ended: false }])).toThrow(/ended/);
  });
});

describe('Zeuthen’s rule', () => {
  const pie = (share: number) => [share, 1 - share] as const;

  it('runs every risk rather than take what is no better than a breakdown, and none for what is no worse', () => {
    expect(riskLimit(1, 0)).toBe(1);
    expect(riskLimit(0, 0)).toBe(1);
    expect(riskLimit(0.5, 0.5)).toBe(0);
    expect(riskLimit(0.4, 0.5)).toBe(0);
    expect(riskLimit(0.5, 0.4)).toBeCloseTo(0.2, 12);
  });

  it('refuses weights without an opponent and pies of fewer than two steps', () => {
    for (const alpha of [-0.5, 0, 1, 1.5]) expect(() => concede(pie, [0, 0], 4, alpha)).toThrow(RangeError);
    for (const steps of [1, 2.5]) expect(() => concede(pie, [0, 0], steps)).toThrow(RangeError);
    expect(concede(pie, [0, 0], 2).agreedShare).toBe(0.5);
  });
});
