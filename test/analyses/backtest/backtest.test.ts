import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facts } from '../../../src/facts/packaged';
import { createDraws } from '../../../src/kit/keyed-draws';
import { mean } from '../../../src/kit/statistics';
import { scoresOf } from '../../../src/outcomes/forecast-scores';
import { backtestText, verdict } from '../../../src/report/screens/backtest';
import { PLAIN } from '../../../src/report/wording/text';
import { loadScenario } from '../../../src/scenario/library';
import { backtest, type Backtest } from '../../../src/analyses/backtest/backtest';
import { withParameters } from '../../../src/analyses/comparison/outcome-series';
import { BASE_SCENARIO } from '../../../src/analyses/backtest/work';
import { permutationTest } from '../../../src/analyses/backtest/set-scores';
import { pooledForecast, prepareMeetings } from '../../../src/analyses/backtest/past-forecasts';
import { beyondEdge } from '../../cli/run-cli';
import { itLong } from '../../long';

const base = loadScenario(BASE_SCENARIO);
const WORK = { seed: '1', runs: 60, partRuns: 10, permutations: 200, resamples: 200 };
const scored = backtest(WORK);
const setOf = (id: string, of: Backtest = scored) => of.sets.find((set) => set.id === id)!;

describe('the backtest', () => {
  it('forecasts twenty-four meetings with shares that add up to one, and scores each', () => {
    expect(scored.n).toBe(24);
    for (const meeting of scored.meetings) {
      expect(Object.values(meeting.p).reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
      expect(meeting.rps).toBeGreaterThanOrEqual(0);
      expect(Object.keys(meeting.p)).toContain(meeting.outcome);
    }
    expect(scored.mean.rps).toBeCloseTo(mean(scored.meetings.map((meeting) => meeting.rps)), 9);
  });

  itLong('is the same twice, and another seed moves it', () => {
    const less = { ...WORK, partRuns: 0 };
    expect(backtest(less)).toEqual({ ...scored, parts: [], prices: [] });
    expect(backtest({ ...less, seed: '2' }).mean).not.toEqual(scored.mean);
  });

  it('tells what each price of conceding makes of the base scenario’s own meeting', () => {
    expect(scored.prices.map(({ K }) => K)).toEqual([0.03, 0.06, 0.12]);
    const { base: middle } = scored.prices[1]!;
    const far = (p: Readonly<Record<string, number>>) =>
      Object.entries(middle).reduce((sum, [id, q]) => sum + Math.abs(p[id]! - q), 0);
    // At the middle price that meeting is forecast as without one, but for its fewer runs.
    const byDistance = scored.meetings.toSorted((one, other) => far(one.p) - far(other.p));
    expect(byDistance[0]!.id).toBe('past-busan-2025');
  });

  it('publishes the pool of each meeting with the base rate of the meetings before', () => {
    const meetings = prepareMeetings(facts, base);
    scored.meetings.forEach((row, at) => {
      const model = Object.values(row.pModel);
      const published = pooledForecast(meetings[at]!, model);
      Object.values(row.p).forEach((p, index) => expect(p).toBeCloseTo(published[index]!, 12));
      const even = pooledForecast(meetings[at]!, model, 0.5);
      expect(row.evenPool.rps).toBeCloseTo(scoresOf({ p: even, outcome: meetings[at]!.outcome }).rps, 12);
    });
  });

  it('scores the nine, the ten, the nineteen, the five and all, each beside the base rate of the others of its set', () => {
    expect(scored.sets.map(({ id, n }) => [id, n])).toEqual([
      ['nine', 9],
      ['ten', 10],
      ['nineteen', 19],
      ['five', 5],
      ['all', 24],
    ]);
    const rates = (id: string) => setOf(id).baselines;
    expect(rates('nine').baseRate.rps).toBeCloseTo(0.1278, 4);
    expect(rates('ten').baseRate.rps).toBeCloseTo(0.1359, 4);
    expect(rates('nineteen').baseRate.rps).toBeCloseTo(0.1466, 4);
    expect(rates('ten').baseRateBefore.rps).toBeCloseTo(0.1382, 4);
    expect(rates('ten').uniform.rps).toBeCloseTo(0.175, 9);
    const inSet = (id: string, set: string) =>
      id === 'all' || id === set || (id === 'nineteen' && set !== 'five');
    for (const { id, mean: of, n } of scored.sets) {
      const rows = scored.meetings.filter(({ set }) => inSet(id, set));
      expect(rows.length).toBe(n);
      expect(of.published.rps).toBeCloseTo(mean(rows.map(({ rps }) => rps)), 12);
      expect(of.model.rps).toBeCloseTo(mean(rows.map(({ model }) => model.rps)), 12);
      expect(of.evenPool.log).toBeCloseTo(mean(rows.map(({ evenPool }) => evenPool.log)), 12);
    }
  });

  it('holds each mean difference within its interval and each share of orders between nought and one', () => {
    for (const { againstBaseRate, permutation } of scored.sets) {
      for (const name of ['model', 'published', 'evenPool'] as const) {
        const { low, high, mean: middle } = againstBaseRate[name];
        expect([low <= middle, middle <= high]).toEqual([true, true]);
        expect(permutation[name].n).toBe(200);
        expect(permutation[name].pValue).toBeGreaterThan(0);
        expect(permutation[name].pValue).toBeLessThanOrEqual(1);
      }
    }
    expect(scored.againstBaseRate.untuned).toEqual(setOf('all').againstBaseRate.published);
  });

  itLong('no outcome is an input: the model does not move when every coded outcome is another', () => {
    const turned = {
      ...facts,
      codedMeetings: facts.codedMeetings.map((meeting) => ({ ...meeting, class: 4 - meeting.class })),
    };
    const other = backtest({ ...WORK, facts: turned, partRuns: 0 });
    // The base rate of earlier meetings is pooled by design; the model's own shares know no outcome.
    for (const [at, meeting] of other.meetings.entries())
      expect(meeting.pModel).toEqual(scored.meetings[at]!.pModel);
  });

  it('scores markets and banks on the same groups of classes as the pool', () => {
    expect(scored.forecasters.length).toBe(facts.forecasts.length);
    const danske = scored.forecasters.find((row) => row.id === 'danske-2018')!;
    expect(danske).toMatchObject({ p: 0.6 });
    expect(danske.rps).toBeCloseTo(0.16, 9);
  });

  it('says first, set by set, whether the base rate is beaten, and if it is not, what costs most', () => {
    const withDifference = (mean: number, low: number, high: number): Backtest => ({
      ...scored,
      sets: scored.sets.map((set) => ({
        ...set,
        againstBaseRate: { ...set.againstBaseRate, published: { mean, low, high, n: set.n } },
      })),
    });
    expect(verdict(withDifference(-0.03, -0.05, -0.01))).toMatch(/on all 24 significantly better/);
    expect(verdict(withDifference(-0.03, -0.05, -0.01))).toMatch(
      /on the five of 2026 \(after 2026 was known\) significantly better/,
    );
    expect(verdict(withDifference(-0.03, -0.05, 0.01))).toMatch(/on the nine better, not significantly/);
    expect(verdict(withDifference(-0.03, -0.05, 0.01))).not.toContain('What costs most');
    const worse = verdict(withDifference(0.03, -0.01, 0.05));
    expect(worse).toMatch(/on the ten not better/);
    expect(worse).toContain(`What costs most is that ${scored.parts[0]!.title}`);
    expect(verdict(withDifference(0.03, 0.01, 0.05))).toMatch(/significantly worse/);
    expect(backtestText(scored, PLAIN).startsWith('The published forecast ')).toBe(true);
  });

  it('fits on any terminal', () => {
    for (const width of [60, 71, 80, 120])
      expect(beyondEdge(backtestText(scored, { ...PLAIN, width }), width)).toEqual([]);
  });

  itLong('takes no part out where no episodes are asked for that', () => {
    const { parts } = backtest({ ...WORK, runs: 5, partRuns: 0 });
    expect(parts).toEqual([]);
    expect(scored.parts.length).toBeGreaterThan(3);
    for (const { rps, whole, cost } of scored.parts) expect(cost).toBeCloseTo(whole - rps, 12);
  });
});

describe('the details', () => {
  const busan = scored.meetings.find(({ id }) => id === 'past-busan-2025')!;

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

describe('the first score of Busan', () => {
  it('is kept as it was registered', () => {
    expect(scored.heldOut).toEqual([
      {
        id: 'past-busan-2025',
        title: 'From Kuala Lumpur to Busan',
        seed: '1',
        runs: 2000,
        first: { rps: 0.121193, log: 1.135378 },
      },
    ]);
  });
});

describe('the permutation of outcomes', () => {
  const draws = createDraws('1');
  const keyOf = (order: number, at: number) => draws.uniform(order, 'test/permutation', at);
  const OUTCOMES = [2, 0, 2, 3, 3, 1, 2, 4, 3];
  const certainOf = (outcomes: readonly number[]) =>
    outcomes.map((outcome) => [0, 1, 2, 3, 4].map((at) => (at === outcome ? 0.8 : 0.05)));

  it('finds forecasts that know their meeting', () => {
    const { pValue, meanRps, n } = permutationTest(certainOf(OUTCOMES), OUTCOMES, 500, keyOf);
    expect(n).toBe(500);
    expect(pValue).toBeLessThan(0.01);
    expect(meanRps).toBeGreaterThan(0.1);
  });

  it('finds nothing in forecasts that are the same for every meeting, whatever they say', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), (same) => {
        const p = certainOf(OUTCOMES.map(() => same));
        expect(permutationTest(p, OUTCOMES, 50, keyOf).pValue).toBe(1);
      }),
    );
  });
});

describe('a part taken out', () => {
  it('sets a parameter to one value and leaves the others as they were', () => {
    const { specification } = prepareMeetings(facts, base)[0]!;
    const changed = withParameters(specification, { 'meeting.obstinate': 0 });
    expect(changed.parameters.find((distribution) => distribution.symbol === 'hold')).toEqual({
      name: 'meeting.obstinate',
      symbol: 'hold',
      low: 0,
      central: 0,
      high: 0,
      drawn: false,
      whole: false,
    });
    expect(changed.parameters.filter((distribution) => distribution.symbol !== 'hold')).toEqual(
      specification.parameters.filter((distribution) => distribution.symbol !== 'hold'),
    );
  });
});
