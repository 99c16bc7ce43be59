import { describe, expect, it } from 'vitest';
import { project } from '../../src/entries/index';
import { mean } from '../../src/kit/statistics';
import { loadScenario } from '../../src/scenario/library';
import { finish } from '../../src/kit/cooperative';
import { measurer, type DesignPoint, type HeadlinesSetting } from '../../src/ensemble/design-point';
import { headlineOf, headlinesOf } from '../../src/ensemble/quantity-of-interest';
import { blockOf, shortScenario } from '../episode/fixtures';

const pointsOf = (episodes: number): DesignPoint[] =>
  Array.from({ length: episodes }, (_, episode) => ({ world: episode, chance: episode }));

const valuesOfPoints = (setting: HeadlinesSetting, points: readonly DesignPoint[]) =>
  finish(measurer(setting)(0, points.length, points));

function valuesOf(scenario: ReturnType<typeof shortScenario>, episodes: number, wanted?: string[]) {
  const { initial, theory, seed } = blockOf(scenario, 0, episodes);
  const headlines = wanted ?? headlinesOf(theory).map((headline) => headline.id);
  return valuesOfPoints({ initial, theory, seed, headlines }, pointsOf(episodes));
}

describe('the headlines', () => {
  it('are on average what the projection of the same episodes publishes', () => {
    const scenario = loadScenario('kuala-lumpur-2025');
    const episodes = 120;
    const answer = project(scenario, { runs: episodes });
    const values = valuesOf(scenario, episodes);
    const headlines = headlinesOf(blockOf(scenario, 0, 1).theory);
    const averages = Object.fromEntries(
      headlines.map(({ id }, at) => [id, mean(values.map((row) => row[at]!))]),
    );
    expect(averages['held']).toBeCloseTo(answer.meeting.held.p, 5);
    for (const { id, p } of answer.outcomes) expect(averages[id]).toBeCloseTo(p, 5);
    for (const { days, p } of answer.truce.survival) {
      expect(averages[`truce-${days}`]).toBeCloseTo(p * answer.truce.bound.p, 5);
    }
    const rates = values.map((row) => row[headlines.findIndex(({ id }) => id === 'tariff-us-on-cn')]!);
    const middle = rates.toSorted((a, b) => a - b)[Math.ceil(episodes / 2) - 1]!;
    expect(answer.averageTariffPct.usOnCn.end.p50).toBeCloseTo(middle, 1);
  });

  it('but for the truce are settled two weeks after the meeting, whatever comes later', () => {
    const long = loadScenario('kuala-lumpur-2025');
    const early = headlinesOf(blockOf(long, 0, 1).theory)
      .map((headline) => headline.id)
      .filter((id) => !id.startsWith('truce-'));
    const together = valuesOf(long, 60, [...early, 'truce-180']);
    expect(valuesOf(long, 60, early)).toEqual(together.map((row) => row.slice(0, -1)));
  });

  it('are refused by name where there is none', () => {
    const { theory } = blockOf(shortScenario(), 0, 1);
    expect(() => headlineOf(theory, 'roll-back')).toThrow(/no such headline.*did you mean "rollback"/);
  });
});

describe('design points', () => {
  it('take world and chance from episodes of their own, and rules in place of those of the scenario', () => {
    const { initial, theory, seed } = blockOf(shortScenario(), 0, 1);
    const run = (points: DesignPoint[]) =>
      valuesOfPoints({ initial, theory, seed, headlines: ['tariff-us-on-cn'] }, points);
    const own = run([{ world: 2, chance: 2 }]);
    expect(run([{ world: 2, chance: 2, rules: ['crisis-game', 'crisis-game'] }])).toEqual(own);
    const hawks = pointsOf(8).map((point): DesignPoint => ({
      ...point,
      rules: ['hard-liner', 'hard-liner'],
    }));
    // Who carries every threat out carries out that of a hundred points.
    expect(mean(run(hawks).map((row) => row[0]!))).toBeGreaterThan(100);
  });

  it('give the same whether they are run in one part or in several', () => {
    const { initial, theory, seed } = blockOf(shortScenario(), 0, 1);
    const all = pointsOf(6);
    const run = (points: readonly DesignPoint[]) =>
      valuesOfPoints({ initial, theory, seed, headlines: ['held', 'rollback'] }, points);
    expect([...run(all.slice(0, 2)), ...run(all.slice(2))]).toEqual(run(all));
  });
});
