/** The tree of a meeting: its shares are those of the same runs counted otherwise, and nothing falls between two branches. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareAll } from '../../../src/analyses/comparison/compare-all';
import type { Branching } from '../../../src/analyses/tree/branches';
import { tree, treeOf, type Branch } from '../../../src/analyses/tree/tree';
import { firstOf } from '../../../src/kit/lists';
import { oneIssue } from '../../ensemble/one-issue';
import { atLength } from '../../extent';
import { itLong } from '../../long';

const scenario = oneIssue({ horizon: '2026-01-31' });
const RUNS = atLength(500, 150);
const grown = tree(scenario, { runs: RUNS });

const all = (branch: Branch): Branch[] => [branch, ...branch.children.flatMap(all)];
const runsIn = (id: string) =>
  all(grown.tree)
    .filter((branch) => branch.id === id)
    .reduce((sum, { runs }) => sum + runs, 0);

const branching: fc.Arbitrary<Branching> = fc
  .record({
    held: fc.boolean(),
    agreed: fc.constantFrom('agenda', 'narrow', 'none'),
    kept: fc.boolean(),
    text: fc.boolean(),
  })
  .map(({ held, agreed, kept, text }) => ({
    held,
    scope: held ? (agreed as Branching['scope']) : null,
    kept: held && agreed !== 'none' ? kept : null,
    text,
  }));

describe('a tree', () => {
  it('loses no run: those of the branches below are those of the branch, and shares multiply to shares of all', () => {
    fc.assert(
      fc.property(fc.array(branching, { minLength: 1, maxLength: 60 }), (runs) => {
        const root = treeOf(runs, 90);
        expect(root.runs).toBe(runs.length);
        const walk = (branch: Branch, share: number) => {
          expect(share * runs.length).toBeCloseTo(branch.runs, 8);
          if (branch.children.length === 0) return;
          expect(branch.children.reduce((sum, child) => sum + child.runs, 0)).toBe(branch.runs);
          for (const child of branch.children) walk(child, share * child.p);
        };
        walk(root, 1);
      }),
    );
  });

  it('tells who meets, and looks for a text where one may stand', () => {
    const labels = (found: Branch) => all(found).map(({ label }) => label);
    const geneva = labels(tree('past-geneva-2025', { runs: 60 }).tree);
    expect(geneva).toContain('the ministers meet');
    expect(geneva).toContain('the ministers do not meet');
    expect(geneva.filter((label) => /leaders|text in force/.test(label))).toEqual([]);
    const osaka = labels(tree('past-osaka-2019', { runs: 10 }).tree);
    expect(osaka).toContain('the leaders meet');
    expect(labels(tree('past-london-2025', { runs: 10 }).tree).join()).toContain('text in force');
  });

  itLong('counts the same runs as the quantities of interest do', () => {
    const { quantities } = compareAll([scenario, scenario], { runs: RUNS });
    const value = (id: string) => firstOf(quantities.find((quantity) => quantity.id === id)!.values)!.value;
    expect(runsIn('held') / RUNS).toBeCloseTo(value('held'), 5);
    expect(runsIn('text') / RUNS).toBeCloseTo(value('text:90'), 5);
    expect((runsIn('agenda') + runsIn('narrow')) / RUNS).toBeCloseTo(
      all(grown.tree)
        .filter(({ id }) => id === 'kept' || id === 'not-kept')
        .reduce((sum, { runs }) => sum + runs, 0) / RUNS,
      10,
    );
  });

  it('keeps less the longer it looks', () => {
    const keptBy = (days: number) =>
      all(tree(scenario, { runs: RUNS, days }).tree)
        .filter(({ id }) => id === 'kept')
        .reduce((sum, { runs }) => sum + runs, 0);
    const kept = [5, 30, 90].map(keptBy);
    expect([...kept].sort((a, b) => b - a)).toEqual(kept);
    expect(kept[0]).toBeGreaterThan(kept[2]!);
  });

  it('is of a meeting that lies ahead, and looks no farther than the horizon', () => {
    expect(() => tree('kuala-lumpur-2025', { today: '2025-11-20', runs: 1 })).toThrow(
      /no meeting lies ahead of 2025-11-20/,
    );
    expect(() => tree({ ...scenario, horizon: '2025-12-01' }, { days: 90, runs: 1 })).toThrow(
      /days: expected at most 32, up to the horizon 2025-12-01/,
    );
    expect(() => tree(scenario, { days: 1, runs: 1 })).toThrow(/days/);
  });
});
