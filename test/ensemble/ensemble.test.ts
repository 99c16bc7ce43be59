import { describe, expect, it } from 'vitest';
import { project } from '../../src/entries/index';
import { addTally, newTally } from '../../src/ensemble/tally';
import { pooled } from '../../src/outcomes/pool';
import { blockOf, shortScenario, tallyOf } from '../episode/fixtures';
import { itLong } from '../long';

const scenario = shortScenario();
const answer = project(scenario, { runs: 300 });

describe('an ensemble', () => {
  itLong('law 39: gives the same bytes for the same scenario, runs and seed', () => {
    expect(JSON.stringify(project(scenario, { runs: 300 }))).toBe(JSON.stringify(answer));
  });

  it('gives other bytes for another seed', () => {
    expect(project(scenario, { runs: 300, seed: '2' }).digest).not.toBe(answer.digest);
  });

  itLong('does not depend on how it is cut into blocks', () => {
    const whole = tallyOf(blockOf(scenario, 0, 60));
    const pieces = newTally(scenario.outcomes.length, scenario.agenda.length);
    for (const [from, to] of [
      [0, 7],
      [7, 31],
      [31, 60],
    ] as const)
      addTally(pieces, tallyOf(blockOf(scenario, from, to)));
    expect(pieces).toEqual(whole);
  });

  it('law 40: class probabilities sum to one, pooled and of the model alone', () => {
    const sum = (key: 'p' | 'pModel') => answer.outcomes!.reduce((total, outcome) => total + outcome[key], 0);
    expect(sum('pModel')).toBeCloseTo(1, 4);
    expect(sum('p')).toBeCloseTo(1, 4);
  });

  it('puts every episode in exactly one class', () => {
    expect(tallyOf(blockOf(scenario, 0, 100)).unclassified).toBe(0);
  });

  it('sees no event of a policy refused', () => {
    expect(tallyOf(blockOf(shortScenario({ horizon: '2026-11-10' }), 0, 60)).refused).toBe(0);
  });

  it('puts each probability inside its interval', () => {
    const points = [...answer.truce.text!, ...answer.truce.unbroken!].filter((point) => point !== null);
    for (const { p, low, high } of [...answer.outcomes!, answer.meeting!.held, ...points]) {
      expect(low).toBeLessThanOrEqual(p);
      expect(p).toBeLessThanOrEqual(high);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
    }
  });

  it('pools the classes with the base rate at the stated weight, given that the meeting is held', () => {
    const { weight } = answer.baseRate;
    const notHeld = answer.outcomes!.find((outcome) => outcome.id === 'not-held')!;
    expect(notHeld).toMatchObject({ p: notHeld.pModel, basis: 'model' });
    const held = 1 - notHeld.pModel;
    const coded = answer.outcomes!.filter((outcome) => outcome.basis === 'pool');
    expect(coded).toHaveLength(5);
    const baseRate = [4, 3, 8, 2, 0].map((n) => (n + 0.5) / (17 + 2.5));
    const given = coded.map(({ pModel }) => pModel / held);
    pooled(given, { baseRate, weight, floor: 0.005 }).forEach((p, at) =>
      expect(coded[at]!.p).toBeCloseTo(p * held, 4),
    );
  });

  it('has the classes with a text for a deal, pooled like them and beside the model alone', () => {
    const texts = answer.outcomes!.filter(({ id }) => ['truce', 'rollback', 'comprehensive'].includes(id));
    const { deal } = answer;
    expect(deal!.p).toBeCloseTo(
      texts.reduce((sum, { p }) => sum + p, 0),
      4,
    );
    expect(deal!.pModel).toBeCloseTo(
      texts.reduce((sum, { pModel }) => sum + pModel, 0),
      4,
    );
    expect([deal!.low <= deal!.p, deal!.p <= deal!.high, deal!.basis]).toEqual([true, true, 'pool']);
  });

  it('orders every band', () => {
    const { economy, averageTariffPct } = answer;
    const bands = [
      averageTariffPct.usOnCn.end,
      averageTariffPct.cnOnUs.end,
      economy.gdpPct.US,
      economy.gdpPct.CN,
      economy.soybeansMmt,
    ];
    for (const { p10, p50, p90 } of bands) {
      expect(p10).toBeLessThanOrEqual(p50);
      expect(p50).toBeLessThanOrEqual(p90);
    }
  });

  it('starts from the averages of the record', () => {
    expect(answer.averageTariffPct.usOnCn.start).toBeCloseTo(57.6, 1);
    expect(answer.averageTariffPct.cnOnUs.start).toBeCloseTo(32.6, 1);
  });

  it.each([0, -1, 1.5, 1e12, Number.NaN])('refuses %s runs and says what is allowed', (runs) => {
    expect(() => project(scenario, { runs })).toThrow(/from 1 to 10000000/);
  });

  it('refuses a seed of 10 000 characters', () => {
    expect(() => project(scenario, { runs: 1, seed: 'x'.repeat(10_000) })).toThrow(/at most|1 to 200/);
  });
});
