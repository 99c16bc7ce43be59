/** What was granted, issue by issue: from exactly half on, in a forecast as in a text. */
import { describe, expect, it } from 'vitest';
import { noDetails, scoreIssues } from '../../../src/analyses/backtest/detail-scores';
import { prepare } from '../../../src/analyses/prepared';
import { facts } from '../../../src/facts/packaged';
import { loadScenario } from '../../../src/scenario/library';

const { initial, specification } = prepare(loadScenario('kuala-lumpur-2025'), { facts });
const meeting = { initial, specification, contract: null };
const [first, second] = specification.issues.map(({ id }) => id);
/** The scores where each issue has these degrees in the episodes. */
const scored = (degrees: readonly number[], granted: Readonly<Record<string, number>>) =>
  scoreIssues(
    meeting,
    { ...noDetails(meeting), degrees: specification.issues.map(() => [...degrees]) },
    granted,
  );

describe('an issue', () => {
  it('is forecast by the share of episodes in which at least half of it is granted', () => {
    const scores = scored([0, 0.49, 0.5, 1], {});
    expect(scores.map(({ issue }) => issue)).toEqual(specification.issues.map(({ id }) => id));
    expect(scores.every(({ p }) => p === 0.5)).toBe(true);
    expect(scored([], {}).every(({ p }) => p === 0)).toBe(true);
  });

  it('counts as granted from half on, and by nought where the text names it not', () => {
    const scores = scored([0.2, 0.7, 0.7, 0.7], { [String(first)]: 0.5, [String(second)]: 0.49 });
    const of = (id: unknown) => scores.find(({ issue }) => issue === id)!;
    expect(of(first)).toMatchObject({ granted: 0.5, brier: 0.0625 });
    expect(of(second)).toMatchObject({ granted: 0.49, brier: 0.5625 });
    for (const { issue, granted, brier } of scores)
      if (issue !== first && issue !== second) expect([granted, brier]).toEqual([0, 0.5625]);
  });
});
