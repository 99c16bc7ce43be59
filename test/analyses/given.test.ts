/** A projection given a condition is that of the runs that meet it, and of no other. */
import { describe, expect, it } from 'vitest';
import { project, projectInFull } from '../../src/analyses/project';
import { oneIssue } from '../ensemble/one-issue';
import { atLength } from '../extent';
import { itLong } from '../long';

const scenario = oneIssue({ horizon: '2025-12-31' });
const RUNS = atLength(600, 200);
const all = project(scenario, { runs: RUNS });

describe('a projection given a condition', () => {
  it.each([
    ['held', all.meeting!.held.p],
    ['deal', all.deal!.pModel],
    ['new-coercion', all.newCoercion.p],
  ])('%s tells of as many runs as come to it, and of each that it does', (given, share) => {
    const answer = project(scenario, { runs: RUNS, given });
    expect(answer.given).toMatchObject({ condition: given, of: RUNS });
    expect(answer.given!.p).toBeCloseTo(share, 5);
    expect(answer.runs).toBe(Math.round(share * RUNS));
    expect(answer.partial).toBeUndefined();
    if (given === 'held') expect(answer.meeting!.held.p).toBe(1);
    if (given === 'deal') expect(answer.deal!.p).toBe(1);
    if (given === 'new-coercion') expect(answer.newCoercion.p).toBe(1);
  });

  it('and its contrary together are all runs: their shares, weighed, are those of all', () => {
    const [more, less] = ['mean:US>=50', 'mean:US<50'].map((given) =>
      project(scenario, { runs: RUNS, given }),
    );
    expect(more!.runs + less!.runs).toBe(RUNS);
    all.outcomes!.forEach(({ pModel }, at) => {
      const [a, b] = [more!, less!].map(({ runs, outcomes }) => (runs / RUNS) * outcomes![at]!.p);
      expect(a! + b!).toBeCloseTo(pModel, 5);
    });
    const mean = [more!, less!].reduce(
      (sum, { runs, averageTariffPct }) => sum + (runs / RUNS) * averageTariffPct.cnOnUs.end.mean,
      0,
    );
    expect(mean).toBeCloseTo(all.averageTariffPct.cnOnUs.end.mean, 2);
  });

  itLong('is the model alone, whatever the classes declare', () => {
    const answer = project(scenario, { runs: RUNS, given: 'held' });
    expect(answer.baseRate.weight).toBe(0);
    for (const { p, pModel, basis } of answer.outcomes!) expect([p, basis]).toEqual([pModel, 'model']);
  });

  it.each([
    ['class:rolback', /did you mean "class:rollback"/],
    ['mean:US', /a bound says which/],
    ['issue:extension>>1', /given: .*expected a quantity of interest that is or is not/],
    ['', /given: .*expected a quantity/],
    ['mean:US>400', /given: .*expected a condition that some of \d+ runs meet/],
  ])('refuses %o in one sentence', (given, says) => {
    expect(() => project(scenario, { runs: 20, given })).toThrow(says);
    expect(() => project(scenario, { runs: 20, given })).not.toThrow(/; given .*; given /);
  });

  it('does not go with what asks for other ensembles or is kept of all runs', () => {
    for (const beside of [{ why: true }, { observed: true }, { until: { halfWidth: 0.1, of: 'held' } }])
      expect(() => project(scenario, { runs: 20, given: 'held', ...beside })).toThrow(/given: expected no `/);
    expect(() => projectInFull(scenario, { runs: 20, given: 'held' })).toThrow(/no course/);
  });
});
