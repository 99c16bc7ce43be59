import { describe, expect, it } from 'vitest';
import { facts } from '../../../src/facts/packaged';
import { mean } from '../../../src/kit/statistics';
import { scoresOf } from '../../../src/outcomes/forecast-scores';
import { backtestText, verdict } from '../../../src/report/screens/backtest';
import { PLAIN } from '../../../src/report/wording/text';
import { loadScenario } from '../../../src/scenario/library';
import { backtest } from '../../../src/analyses/backtest/backtest';
import { withParameters } from '../../../src/analyses/comparison/outcome-series';
import { BASE_SCENARIO } from '../../../src/analyses/backtest/work';
import {
  FREE_PARAMETERS,
  leaveOneOut,
  permutationTest,
  type Candidate,
  type Tried,
} from '../../../src/analyses/backtest/calibration';
import { mixed, mixtureOf, prepareMeetings, sharesOf } from '../../../src/analyses/backtest/past-forecasts';
import { outcomesOf } from '../../episode/fixtures';

const base = loadScenario(BASE_SCENARIO);
const WORK = { seed: '1', runs: 60, candidates: 8, candidateRuns: 20, permutations: 20, resamples: 200 };
const scored = backtest(WORK);

describe('the backtest', () => {
  it('forecasts nine meetings with shares that add up to one, and scores each', () => {
    expect(scored.n).toBe(9);
    for (const meeting of scored.meetings) {
      expect(Object.values(meeting.p).reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
      expect(meeting.rps).toBeGreaterThanOrEqual(0);
      expect(Object.keys(meeting.p)).toContain(meeting.outcome);
    }
    expect(scored.mean.rps).toBeCloseTo(mean(scored.meetings.map((meeting) => meeting.rps)), 9);
  });

  it('is the same twice, and another seed moves it', () => {
    expect(backtest({ ...WORK, candidates: 0 }).meetings[0]!.p).toEqual(scored.meetings[0]!.p);
    expect(backtest({ ...WORK, candidates: 0, seed: '2' }).mean).not.toEqual(scored.mean);
  });

  it('stands beside the base rate of the same meetings, .128', () => {
    expect(scored.baselines.baseRate.rps).toBeCloseTo(0.128, 3);
    expect(scored.againstBaseRate.untuned.n).toBe(9);
    expect(scored.againstBaseRate.untuned.low).toBeLessThanOrEqual(scored.againstBaseRate.untuned.high);
  });

  it('fits at most five parameters, within their priors, and prints before and after', () => {
    expect(FREE_PARAMETERS.length).toBeLessThanOrEqual(5);
    for (const { prior, posterior } of scored.calibration!.parameters) {
      expect(posterior.p10).toBeGreaterThanOrEqual(prior.low);
      expect(posterior.p90).toBeLessThanOrEqual(prior.high);
    }
  });

  it('without candidates is untuned only', () => {
    const untuned = backtest({ ...WORK, candidates: 0, runs: 20 });
    expect([untuned.fitted, untuned.calibration, untuned.againstBaseRate.fitted]).toEqual([null, null, null]);
    expect(backtestText(untuned, PLAIN)).not.toContain('Calibration');
  });

  it('no outcome is an input: the untuned forecast does not move when every coded outcome is another', () => {
    const turned = {
      ...facts,
      codedMeetings: facts.codedMeetings.map((meeting) => ({ ...meeting, class: 4 - meeting.class })),
    };
    const other = backtest({ ...WORK, facts: turned, candidates: 0 });
    // The base rate of earlier meetings is mixed in by design; the model's own shares know no outcome.
    for (const [at, meeting] of other.meetings.entries())
      expect(meeting.pModel).toEqual(scored.meetings[at]!.pModel);
  });

  it('scores markets and banks on the same groups of classes as the model', () => {
    expect(scored.forecasters.length).toBe(facts.forecasts.length);
    const danske = scored.forecasters.find((row) => row.id === 'danske-2018')!;
    expect(danske).toMatchObject({ p: 0.6 });
    expect(danske.rps).toBeCloseTo(0.16, 9);
  });

  it('says in its first line whether the base rate is beaten, and if not, what costs most', () => {
    const better = { ...scored, mean: { rps: 0.09, log: 1 }, fitted: null };
    expect(verdict(better)).toMatch(/^The model beats the base rate by a fifth or more/);
    expect(verdict({ ...better, mean: { rps: 0.12, log: 1 } })).toMatch(/but not by a fifth/);
    const worse = verdict({ ...better, mean: { rps: 0.3, log: 2 } });
    expect(worse).toMatch(/^The model does not beat the base rate/);
    expect(worse).toContain(`What costs most is that ${scored.parts[0]!.title}`);
    expect(backtestText(scored, PLAIN).startsWith('The model ')).toBe(true);
  });

  it('fits on a screen of 80 columns', () => {
    for (const line of backtestText(scored, PLAIN).split('\n'))
      expect(line.length, line).toBeLessThanOrEqual(80);
  });
});

describe('the details', () => {
  const busan = scored.meetings.at(-1)!;

  it('score the average duties of both directions two weeks after each meeting against the record', () => {
    for (const { rates } of scored.meetings) {
      expect(rates.map((rate) => rate.direction)).toEqual(['usOnCn', 'cnOnUs']);
      for (const { crps, crpsNoChange, p10, p50, p90, happened, inside } of rates) {
        expect([p10 <= p50, p50 <= p90, crps >= 0, crpsNoChange >= 0]).toEqual([true, true, true, true]);
        if (inside) expect(happened).toBeLessThanOrEqual(p90 + 0.05);
      }
    }
    expect(busan.rates[0]).toMatchObject({
      happened: expect.closeTo(47.6, 1),
      before: expect.closeTo(57.6, 1),
    });
  });

  it('score issue by issue what the text of a meeting granted, and no meeting without a text', () => {
    const withText = scored.meetings.filter((meeting) => meeting.issues.length > 0);
    expect(withText.map((meeting) => meeting.id)).toEqual([
      'past-buenos-aires-2018',
      'past-osaka-2019',
      'past-busan-2025',
    ]);
    expect(busan.issues.find((issue) => issue.issue === 'fentanyl-tariff')).toMatchObject({ granted: 0.5 });
    for (const { p, granted, brier } of busan.issues)
      expect(brier).toBeCloseTo((p - (granted >= 0.5 ? 1 : 0)) ** 2, 12);
  });

  it('set a market on the general rate beside the model, on bins that the record resolves', () => {
    const [contract] = scored.contracts;
    expect(contract).toMatchObject({ happenedPct: 20, rps: expect.closeTo(0.162, 3) });
    expect(contract!.model.p.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
  });

  it('grant what the acts of the record grant', () => {
    for (const coded of facts.codedMeetings) {
      if (coded.granted === undefined) continue;
      const agreed = facts.acts.find(
        ({ event }) => event.type === 'agreement.reach' && event.on === coded.on,
      );
      const terms =
        (agreed?.event as { terms?: { issue: string; degree: number }[] } | undefined)?.terms ?? [];
      expect(Object.fromEntries(terms.map(({ issue, degree }) => [issue, degree]))).toEqual(coded.granted);
    }
  });
});

describe('the meeting that enters no fit', () => {
  it('keeps its first score, from which the untuned forecast has moved by what the first day has come to know, a thousandth at most', () => {
    const coded = facts.codedMeetings.find((meeting) => meeting.id === 'busan-2025')!;
    const { seed, runs, rps, log } = coded.firstScore!;
    const meetings = prepareMeetings(facts, base);
    const meeting = meetings.at(-1)!;
    const { p } = sharesOf(meeting.specification, outcomesOf({ ...meeting, seed, from: 0, to: runs }));
    const outcome = meeting.outcome;
    const scores = scoresOf({ p: mixed(meeting, p, mixtureOf(meeting.specification)), outcome });
    expect(Math.abs(scores.rps - rps)).toBeLessThan(0.001);
    expect(Math.abs(scores.log - log)).toBeLessThan(0.001);
  });

  it('is left out where the model is taken apart, and is the only one with a first score', () => {
    expect(scored.heldOut.map((item) => item.id)).toEqual(['past-busan-2025']);
    const without = {
      ...facts,
      codedMeetings: facts.codedMeetings.map((meeting) =>
        meeting.id === 'busan-2025' ? { ...meeting, class: 0 } : meeting,
      ),
    };
    const other = backtest({ ...WORK, facts: without, candidates: 0 });
    // The base rate of the eve knows no later class, so only scores of the last meeting may move.
    expect(other.parts).toEqual(scored.parts);
    expect(other.meetings.at(-1)!.rps).not.toBe(scored.meetings.at(-1)!.rps);
  });
});

describe('the calibration', () => {
  const point = Object.fromEntries(FREE_PARAMETERS.map((symbol) => [symbol, 0])) as Candidate;
  const OUTCOMES = [2, 0, 2, 3, 3, 1, 2, 4, 3];
  /** A candidate that knows the outcomes with some strength, and forecasts the wrong end with the rest. */
  const knowing = (strength: number): Tried => ({
    candidate: { ...point, K: strength },
    p: OUTCOMES.map((outcome) =>
      [0, 1, 2, 3, 4].map((at) => (at === outcome ? strength : (1 - strength) / 4)),
    ),
  });
  const tried = Array.from({ length: 40 }, (_, index) => knowing(0.2 + index / 60));
  const rpsOf = (p: readonly (readonly number[])[], outcomes: readonly number[]) =>
    mean(outcomes.map((outcome, at) => scoresOf({ p: p[at]!, outcome }).rps));

  it('finds the candidates that know, and falls to chance when the outcomes are permuted', () => {
    const observed = rpsOf(leaveOneOut(tried, OUTCOMES), OUTCOMES);
    const test = permutationTest(tried, OUTCOMES, observed, { seed: '1', permutations: 200 });
    const uniform = rpsOf(
      OUTCOMES.map(() => [0.2, 0.2, 0.2, 0.2, 0.2]),
      OUTCOMES,
    );
    expect(observed).toBeLessThan(0.05);
    expect(test.meanRps).toBeGreaterThan(0.9 * uniform);
    expect(test.pValue).toBeLessThan(0.02);
  });

  it('of a meeting never sees that meeting: its fitted forecast does not move with its own outcome', () => {
    const changed = [4, ...OUTCOMES.slice(1)];
    expect(leaveOneOut(tried, changed)[0]).toEqual(leaveOneOut(tried, OUTCOMES)[0]);
  });

  it('never sees the last meeting at all', () => {
    const changed = [...OUTCOMES.slice(0, -1), 0];
    expect(leaveOneOut(tried, changed)).toEqual(leaveOneOut(tried, OUTCOMES));
  });

  it('sets a parameter to one value and leaves the others as they were', () => {
    const { specification } = prepareMeetings(facts, base)[0]!;
    const changed = withParameters(specification, { K: 1 });
    expect(changed.parameters.find((distribution) => distribution.symbol === 'K')).toEqual({
      symbol: 'K',
      low: 1,
      central: 1,
      high: 1,
      drawn: false,
    });
    expect(changed.parameters.filter((distribution) => distribution.symbol !== 'K')).toEqual(
      specification.parameters.filter((distribution) => distribution.symbol !== 'K'),
    );
  });
});
