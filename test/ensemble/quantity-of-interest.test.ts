import { describe, expect, it } from 'vitest';
import { project } from '../../src/entries/index';
import { mean } from '../../src/kit/statistics';
import { loadScenario } from '../../src/scenario/library';
import { finish } from '../../src/kit/cooperative';
import { measurer, type DesignPoint, type QuantitiesSetting } from '../../src/ensemble/design-point';
import { quantityOf, quantitiesOfInterest } from '../../src/ensemble/quantity-of-interest';
import { blockOf, shortScenario, tallyOf } from '../episode/fixtures';
import { itLong } from '../long';

const pointsOf = (episodes: number): DesignPoint[] =>
  Array.from({ length: episodes }, (_, episode) => ({ drawNumber: episode, chance: episode }));

const valuesOfPoints = (setting: QuantitiesSetting, points: readonly DesignPoint[]) =>
  finish(measurer(setting)(0, points.length, points));

function valuesOf(scenario: ReturnType<typeof shortScenario>, episodes: number, wanted?: string[]) {
  const { initial, specification, seed } = blockOf(scenario, 0, episodes);
  const quantities = wanted ?? quantitiesOfInterest(specification).map((quantity) => quantity.id);
  return valuesOfPoints({ initial, specification, seed, quantities }, pointsOf(episodes));
}

describe('the headlines', () => {
  itLong('are on average what the model says in the projection of the same episodes', () => {
    const scenario = loadScenario('kuala-lumpur-2025');
    const episodes = 120;
    const answer = project(scenario, { runs: episodes });
    const values = valuesOf(scenario, episodes);
    const quantities = quantitiesOfInterest(blockOf(scenario, 0, 1).specification);
    const averages = Object.fromEntries(
      quantities.map(({ id }, at) => [id, mean(values.map((row) => row[at]!))]),
    );
    expect(averages['held']).toBeCloseTo(answer.meeting!.held.p, 5);
    for (const { id, pModel } of answer.outcomes!) expect(averages[`class:${id}`]).toBeCloseTo(pModel, 5);
    expect(averages['deal']).toBeCloseTo(answer.deal!.pModel, 5);
    expect(averages['new-coercion']).toBeCloseTo(answer.newCoercion.p, 5);
    for (const [party, direction] of [
      ['US', 'usOnCn'],
      ['CN', 'cnOnUs'],
    ] as const) {
      const { mean: average, pUp, pSame, pDown } = answer.averageTariffPct[direction].end;
      expect(averages[`mean:${party}`]).toBeCloseTo(average, 2);
      expect([`up:${party}`, `same:${party}`, `down:${party}`].map((id) => averages[id])).toEqual(
        [pUp, pSame, pDown].map((p) => expect.closeTo(p, 5)),
      );
    }
    const { truceBound, runs } = tallyOf(blockOf(scenario, 0, episodes));
    for (const curve of ['text', 'unbroken'] as const)
      for (const point of answer.truce[curve]!)
        expect(averages[`${curve}:${point!.days}`]).toBeCloseTo((point!.p * truceBound) / runs, 5);
    const rates = values.map((row) => row[quantities.findIndex(({ id }) => id === 'mean:US')]!);
    const middle = rates.toSorted((a, b) => a - b)[Math.ceil(episodes / 2) - 1]!;
    expect(answer.averageTariffPct.usOnCn.end.p50).toBeCloseTo(middle, 1);
  });

  it('but for the truce are settled two weeks after the meeting, whatever comes later', () => {
    const long = loadScenario('kuala-lumpur-2025');
    const early = quantitiesOfInterest(blockOf(long, 0, 1).specification)
      .map((quantity) => quantity.id)
      .filter((id) => !/^(text|unbroken):/.test(id));
    const together = valuesOf(long, 60, [...early, 'text:180']);
    expect(valuesOf(long, 60, early)).toEqual(together.map((row) => row.slice(0, -1)));
  });

  it('of the truce end at the horizon, and say so', () => {
    const { specification } = blockOf(shortScenario(), 0, 1);
    const ids = quantitiesOfInterest(specification).map(({ id }) => id);
    expect(ids.filter((id) => /^(text|unbroken):/.test(id))).toEqual(['text:14', 'unbroken:14']);
    expect(() => quantityOf(specification, 'text:30')).toThrow(
      /text:30 is beyond the horizon, which is 15 days after/,
    );
  });

  it.each(['truce-30', 'truce-90', 'truce-180', 'truce-365'])(
    'once called %s name their successors',
    (old) => {
      const { specification } = blockOf(loadScenario('kuala-lumpur-2025'), 0, 1);
      const days = old.slice('truce-'.length);
      expect(() => quantityOf(specification, old)).toThrow(new RegExp(`text:${days} .*unbroken:${days}`));
    },
  );

  it('go by the names of earlier versions, and a class by its bare id', () => {
    const { specification } = blockOf(shortScenario(), 0, 1);
    for (const [former, id] of [
      ['tariff-us-on-cn', 'mean:US'],
      ['tariff-cn-on-us', 'mean:CN'],
      ['rollback', 'class:rollback'],
    ] as const)
      expect(quantityOf(specification, former).id).toBe(id);
  });

  itLong('asked for by name tell degrees and costs as the projection does', () => {
    const scenario = loadScenario('kuala-lumpur-2025');
    const answer = project(scenario, { runs: 60 });
    const issue = answer.issues!.find(({ mean: degree }) => degree > 0)!;
    const values = valuesOf(scenario, 60, [`issue:${issue.id}`, 'gdp:US']);
    expect(mean(values.map((row) => row[0]!))).toBeCloseTo(issue.mean, 3);
    const costs = values.map((row) => row[1]!).toSorted((a, b) => a - b);
    expect(answer.economy.gdpPct.US.p50).toBeCloseTo(costs[29]!, 2);
  });

  it('are refused by name where there is none', () => {
    const { specification } = blockOf(shortScenario(), 0, 1);
    expect(() => quantityOf(specification, 'roll-back')).toThrow(
      /no such quantity of interest.*did you mean "class:rollback"/,
    );
  });
});

describe('design points', () => {
  it('take world and chance from episodes of their own, and rules in place of those of the scenario', () => {
    const { initial, specification, seed } = blockOf(shortScenario(), 0, 1);
    const run = (points: DesignPoint[]) =>
      valuesOfPoints({ initial, specification, seed, quantities: ['tariff-us-on-cn'] }, points);
    const own = run([{ drawNumber: 2, chance: 2 }]);
    expect(run([{ drawNumber: 2, chance: 2, policies: ['crisis-game', 'crisis-game'] }])).toEqual(own);
    const hawks = pointsOf(8).map((point): DesignPoint => ({
      ...point,
      policies: ['hard-liner', 'hard-liner'],
    }));
    // Who carries every threat out carries out that of a hundred points.
    expect(mean(run(hawks).map((row) => row[0]!))).toBeGreaterThan(100);
  });

  it('give the same whether they are run in one part or in several', () => {
    const { initial, specification, seed } = blockOf(shortScenario(), 0, 1);
    const all = pointsOf(6);
    const run = (points: readonly DesignPoint[]) =>
      valuesOfPoints({ initial, specification, seed, quantities: ['held', 'rollback'] }, points);
    expect([...run(all.slice(0, 2)), ...run(all.slice(2))]).toEqual(run(all));
  });
});
