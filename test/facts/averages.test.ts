import { describe, expect, it } from 'vitest';
import { facts } from '../../src/facts/packaged';
import { averageTariffPct } from '../../src/model/tariff';
import {
  averageOn,
  checkAverages,
  checkPlans,
  checkStatutory,
  layersPp,
  scoreAverages,
  scoreOf,
} from '../../src/facts/averages';
import { stateOn } from '../../src/facts/initial-state';

const checks = checkAverages(facts);
const brief = (check: (typeof checks)[number]) => `${check.on} ${check.direction}`;

describe('the published averages on fixed weights', () => {
  it('are all marked, each date and direction as pinned or as a test', () => {
    const marked = facts.averages.filter((row) => row.method === 'fixed-weights');
    expect(marked.every((row) => row.use !== undefined)).toBe(true);
    expect(checks.length).toBe(22);
    expect(checks.filter((check) => check.use === 'test').map(brief)).toEqual([
      '2018-09-24 cnOnUs',
      '2022-01-01 usOnCn',
      '2025-04-12 cnOnUs',
      '2025-09-25 cnOnUs',
      '2025-10-10 usOnCn',
    ]);
  });

  it.each(checks.map((check) => [brief(check), check] as const))(
    '%s: rates, coverage and statuses alone come within a point, without any remainder to a published figure',
    (_name, check) => {
      expect(Math.abs(check.unreconciledPct - check.publishedPct)).toBeLessThanOrEqual(1);
    },
  );

  it('are met within 0.3 points without remainders at most dates, and within 0.1 with them at all but the press figure', () => {
    const near = checks.filter((check) => Math.abs(check.unreconciledPct - check.publishedPct) <= 0.3);
    expect(near.length).toBeGreaterThan(checks.length / 2);
    for (const check of checks)
      expect(Math.abs(check.computedPct - check.publishedPct), brief(check)).toBeLessThan(
        check.on === '2025-10-10' ? 0.7 : 0.1,
      );
  });

  it('score apart: pinned dates agree by construction, tests are what the ledger is worth', () => {
    const { reconciled, unreconciled } = scoreAverages(checks);
    expect(reconciled.pinned.n + reconciled.test.n).toBe(checks.length);
    expect(reconciled.pinned.largestAbsPp).toBeLessThan(0.1);
    expect(unreconciled.test.n).toBe(5);
    expect(unreconciled.test.meanAbsPp).toBeLessThan(0.5);
    expect(unreconciled.test.largestAbsPp).toBeLessThan(1);
    expect(scoreOf([])).toEqual({ n: 0, meanAbsPp: 0, largestAbsPp: 0 });
  });

  it('come from the same numbers as the state of that day', () => {
    for (const { on, direction, computedPct } of checks) {
      const state = stateOn(facts, { asOf: on, meeting: null, agenda: [], withoutAuthorities: [] });
      expect(averageTariffPct(state, direction)).toBeCloseTo(computedPct, 9);
    }
  });

  it('leave every remainder outside the layers', () => {
    expect(averageOn(facts, 'cnOnUs', '2025-05-14', 'none')).toBe(layersPp(facts, 'cnOnUs', '2025-05-14'));
    expect(averageOn(facts, 'cnOnUs', '2025-05-14') - layersPp(facts, 'cnOnUs', '2025-05-14')).toBeCloseTo(
      -0.79975,
      5,
    );
  });
});

describe('a plan announced and not carried out', () => {
  it.each([
    ['us-august-2019', 21.5, 0.3],
    ['cn-december-2019', 25.1, 1.9],
  ])('%s was to bring %d per cent, and its ledger says so within %d points', (id, published, within) => {
    const plan = checkPlans(facts).find((candidate) => candidate.id === id)!;
    expect(plan.publishedPct).toBe(published);
    expect(Math.abs(plan.plannedPct - published)).toBeLessThanOrEqual(within);
    expect(plan.note.length).toBeGreaterThan(20);
  });

  it('moves no average of the day on which it was announced', () => {
    expect(averageOn(facts, 'usOnCn', '2019-08-02')).toBe(averageOn(facts, 'usOnCn', '2019-07-31'));
  });
});

describe('the statutory basis of the second publisher', () => {
  const statutory = checkStatutory(facts);

  const before2026 = statutory.filter(({ on }) => on < '2026');

  it('is met at its two test dates to 2025 within a twentieth of a point', () => {
    const tests = before2026.filter((check) => check.use === 'test');
    expect(tests.map((check) => check.on)).toEqual(['2025-03-04', '2025-11-10']);
    for (const check of tests) expect(Math.abs(check.residualPp), check.on).toBeLessThan(0.05);
  });

  it('leaves a residual below a fifth of a point at every date to 2025', () => {
    expect(before2026.length).toBe(9);
    for (const check of before2026)
      expect(Math.abs(check.residualPp), `${check.on} ${check.residualPp}`).toBeLessThan(0.2);
  });

  it('lies in 2026 between what the publisher first printed after the court and its correction, and below what metals added since', () => {
    const on = (day: string) => statutory.find((check) => check.on === day)!;
    expect(on('2026-01-01').residualPp).toBeCloseTo(0, 2);
    expect(on('2026-02-20').computedPct).toBeGreaterThan(15.8);
    expect(on('2026-02-20').computedPct).toBeLessThan(18.3);
    // The levels from here on stand on the first print; the steps agree but for the metals, which no layer carries.
    const step = (from: string, to: string) =>
      on(to).publishedPct - on(from).publishedPct - (on(to).computedPct - on(from).computedPct);
    expect(step('2026-02-20', '2026-02-24')).toBeCloseTo(0.02, 2);
    expect(step('2026-02-24', '2026-04-06')).toBeCloseTo(2.5, 9);
    expect(Math.abs(step('2026-04-06', '2026-08-01'))).toBeLessThan(0.5);
  });

  it('is far from the fixed weights, with which it never shares a sum', () => {
    expect(
      averageOn(facts, 'usOnCn', '2025-08-18') -
        statutory.find((check) => check.on === '2025-08-18')!.computedPct,
    ).toBeGreaterThan(10);
  });
});
