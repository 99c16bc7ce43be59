import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facts } from '../../src/facts/packaged';
import {
  baselinesOf,
  baseRateOf,
  bootstrapMean,
  leaveOneOutBaseRates,
  meanScores,
  scoresOf,
} from '../../src/outcomes/forecast-scores';

const NINE = facts.dossiers
  .filter(({ set }) => set === 'nine')
  .map((dossier) => facts.codedMeetings.find((meeting) => meeting.id === dossier.codedMeeting)!.class);

describe('baselines over the nine scored meetings', () => {
  const baselines = baselinesOf(NINE, 5);

  it('are of nine outcomes: one escalation, five truces, three rollbacks', () => {
    expect(NINE).toEqual([2, 0, 2, 3, 3, 2, 2, 2, 3]);
  });

  it('score .128 for the base rate of the other meetings and .139 for the uniform forecast', () => {
    expect(baselines.baseRate.rps).toBeCloseTo(0.128, 3);
    expect(baselines.uniform.rps).toBeCloseTo(0.139, 3);
    expect(baselines.uniform.log).toBeCloseTo(Math.log(5), 9);
  });

  it('score .139 for certainty of the commonest class, which pays in the logarithm for four surprises', () => {
    expect(baselines.commonest.rps).toBeCloseTo(0.139, 3);
    expect(baselines.commonest.log).toBeCloseTo((4 * -Math.log(0.01)) / 9, 9);
  });

  it('leave the meeting out: changing its own outcome does not move its own base rate', () => {
    const other = [4, ...NINE.slice(1)];
    expect(leaveOneOutBaseRates(other, 5)[0]).toEqual(leaveOneOutBaseRates(NINE, 5)[0]);
  });
});

describe('scores', () => {
  const shares = fc
    .array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 })
    .map((raw) => {
      const sum = raw.reduce((total, x) => total + x, 0);
      return raw.map((x) => x / sum);
    });

  it('are proper: no forecast scores better on average than the true probabilities', () => {
    fc.assert(
      fc.property(shares, shares, (truth, forecast) => {
        const expected = (p: readonly number[]) =>
          truth.reduce((sum, weight, outcome) => sum + weight * scoresOf({ p, outcome }).rps, 0);
        expect(expected(truth)).toBeLessThanOrEqual(expected(forecast) + 1e-12);
      }),
      { numRuns: 1000 },
    );
  });

  it('are nought for certainty of what happened and their means lie between their ends', () => {
    expect(scoresOf({ p: [0, 0, 1, 0, 0], outcome: 2 })).toEqual({ rps: 0, log: 0 });
    const mean = meanScores([
      { p: [0, 0, 1, 0, 0], outcome: 2 },
      { p: [1, 0, 0, 0, 0], outcome: 4 },
    ]);
    expect(mean.rps).toBe(0.5);
  });

  it('base rates add up to one and give no class nought', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 30 }), (outcomes) => {
        const p = baseRateOf(outcomes, 5);
        expect(p.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 9);
        expect(Math.min(...p)).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the bootstrap interval of a mean', () => {
  it('holds the mean, is nought wide for equal values and says how many there were', () => {
    const uniform = (index: number) => (((index * 0.6180339887) % 1) + 1) % 1;
    const spread = bootstrapMean([1, 2, 3, 4, 5, 6, 7, 8, 9], 500, uniform);
    expect(spread.low).toBeLessThan(5);
    expect(spread.high).toBeGreaterThan(5);
    expect(spread).toMatchObject({ mean: 5, n: 9 });
    expect(bootstrapMean([2, 2, 2], 50, uniform)).toEqual({ mean: 2, low: 2, high: 2, n: 3 });
  });
});
