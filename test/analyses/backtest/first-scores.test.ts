/** The first scores of the core are kept as they were registered, and the core still gives them. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backtest } from '../../../src/analyses/backtest/backtest';
import { pastMeetings } from '../../../src/analyses/backtest/dossier';
import { BASE_SCENARIO } from '../../../src/analyses/backtest/work';
import { facts } from '../../../src/facts/packaged';
import { mean } from '../../../src/kit/statistics';
import { scoresOf } from '../../../src/outcomes/forecast-scores';
import { pooled } from '../../../src/outcomes/pool';
import { loadScenario } from '../../../src/scenario/library';
import { specificationOf } from '../../../src/scenario/model-specification';
import { survival } from '../../../tools/year-after';
import { atLength } from '../../extent';

const { core, meetings } = facts.firstScores;
const dossierOf = (coded: string) => facts.dossiers.find(({ codedMeeting }) => codedMeeting === coded)!;
const codedOf = (id: string) => facts.codedMeetings.find((row) => row.id === id)!;

describe('the first scores', () => {
  it('stand as they were registered', () => {
    expect(meetings.map(({ id, rps }) => [id, rps.model, rps.published, rps.evenPool, rps.baseRate])).toEqual(
      [
        ['paris-2026', 0.079, 0.091, 0.099, 0.118],
        ['seoul-2026', 0.086, 0.092, 0.097, 0.108],
        ['beijing-2026', 0.018, 0.023, 0.029, 0.058],
        ['new-york-2026', 0.048, 0.049, 0.051, 0.056],
        ['washington-2026', 0.024, 0.025, 0.03, 0.056],
      ],
    );
    expect(meetings.map(({ earlier }) => earlier.rps)).toEqual([0.009, 0.01, 0.177, 0.183, 0.183]);
    expect(mean(meetings.map(({ rps }) => rps.model))).toBeCloseTo(0.051, 3);
    expect(mean(meetings.map(({ rps }) => rps.published))).toBeCloseTo(0.056, 3);
    expect(mean(meetings.map(({ rps }) => rps.baseRate))).toBeCloseTo(0.079, 3);
    expect(
      meetings.flatMap(({ id, otherReading }) => (otherReading ? [[id, otherReading.model]] : [])),
    ).toEqual([
      ['seoul-2026', 0.06],
      ['beijing-2026', 0.198],
    ]);
  });

  it('are of the shares that were registered with them, pooled at the weight that was, and of the class that is coded', () => {
    for (const { id, p, baseRate, rps, otherReading } of meetings) {
      const coded = codedOf(id);
      const [model, base] = [Object.values(p), Object.values(baseRate)];
      const at = (forecast: readonly number[], outcome: number) => scoresOf({ p: forecast, outcome }).rps;
      const pool = pooled(model, { baseRate: base, weight: core.baseRateWeight, floor: 0.005 });
      expect(Math.abs(at(model, coded.class) - rps.model), id).toBeLessThan(0.004);
      expect(Math.abs(at(base, coded.class) - rps.baseRate), id).toBeLessThan(0.004);
      expect(Math.abs(at(pool, coded.class) - rps.published), id).toBeLessThan(0.004);
      if (otherReading !== undefined)
        expect(Math.abs(at(model, coded.otherReading!.class) - otherReading.model), id).toBeLessThan(0.004);
    }
  });

  it('were pooled with the base rates that the record still gives for the eves of the five', () => {
    const base = loadScenario(BASE_SCENARIO);
    for (const { id, baseRate } of meetings) {
      const past = pastMeetings(facts, base).find((one) => one.id === dossierOf(id).id)!;
      const { baseRate: known } = specificationOf(past.scenario, facts);
      Object.values(baseRate).forEach((share, at) => expect(known[at], id).toBeCloseTo(share, 1.9));
    }
  });

  it('are given by the core to within .02 of each, with pain at its steady state', () => {
    const runs = atLength(core.runs, 250);
    const five = new Set(meetings.map(({ id }) => dossierOf(id).id));
    const few = {
      ...facts,
      // Of the others only the meeting of the base is needed, for its agenda.
      dossiers: facts.dossiers.filter(({ id, meeting }) => five.has(id) || meeting === 'busan-2025'),
      forecasts: [],
      rateContracts: [],
    };
    const scored = backtest({
      ...{ seed: core.seed, runs, partRuns: 0, permutations: 50, resamples: 100 },
      ...{ core: true, pain: core.pain, facts: few },
    });
    for (const { id, rps } of meetings) {
      const row = scored.meetings.find((one) => one.id === dossierOf(id).id)!;
      expect(Math.abs(row.model.rps - rps.model), `${id} alone`).toBeLessThan(0.02);
      expect(Math.abs(row.rps - rps.published), `${id} pooled`).toBeLessThan(0.02);
      expect(Math.abs(row.evenPool.rps - rps.evenPool), `${id} evenly`).toBeLessThan(0.02);
      expect(Math.abs(row.baseRateBefore.rps - rps.baseRate), `${id} base rate`).toBeLessThan(0.02);
    }
    expect(scored.firstScores.map(({ registered }) => registered)).toEqual(meetings.map(({ rps }) => rps));
  });
});

describe('the survival of truces', () => {
  const spell = fc.record({ days: fc.integer({ min: 1, max: 500 }), censored: fc.boolean() });

  it('is the share that lasts longer where no spell is cut off', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1 }), fc.nat(500), (days, day) => {
        const share = survival(
          days.map((length) => ({ days: length, censored: false })),
          day,
        );
        if (Math.max(...days) < day) expect(share).toBeNull();
        else expect(share).toBeCloseTo(days.filter((length) => length > day).length / days.length, 9);
      }),
    );
  });

  it('falls with the days, and no spell that is cut off lowers it', () => {
    fc.assert(
      fc.property(fc.array(spell, { minLength: 1 }), fc.integer({ min: 1, max: 400 }), (spells, day) => {
        const [now, later] = [survival(spells, day), survival(spells, day + 30)];
        if (now !== null && later !== null) expect(later).toBeLessThanOrEqual(now);
        const more = survival([...spells, { days: day + 1, censored: true }], day);
        expect(more!).toBeGreaterThanOrEqual(now ?? 0);
      }),
    );
  });

  it('of the seven spells is .71, .57 and .29 after 30, 90 and 180 days, and was .67, .50 and .17 before Busan', () => {
    const known = facts.truceSpells.filter(({ until }) => until <= '2025-11-10');
    const at = (spells: readonly { days: number; censored: boolean }[]) =>
      [30, 90, 180].map((day) => Number(survival(spells, day)!.toFixed(2)));
    expect(at(facts.truceSpells)).toEqual([0.71, 0.57, 0.29]);
    expect(at(known)).toEqual([0.67, 0.5, 0.17]);
  });
});
