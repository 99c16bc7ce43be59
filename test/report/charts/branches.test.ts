/** The pictures of a tree and of a tournament show what the answers say. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tournament } from '../../../src/analyses/tournament/tournament';
import type { Branching } from '../../../src/analyses/tree/branches';
import { tree, treeOf, type Tree } from '../../../src/analyses/tree/tree';
import { facts } from '../../../src/facts/packaged';
import { itemAt } from '../../../src/kit/lists';
import { boxes } from '../../../src/report/charts/branches';
import { matrixPicture } from '../../../src/report/charts/policy-matrix';
import { equilibriumText } from '../../../src/report/screens/tournament';
import { tournamentPage, treePage } from '../../../src/report/page/answers';
import { oneIssue } from '../../ensemble/one-issue';
import { atLength } from '../../extent';

const branching: fc.Arbitrary<Branching> = fc
  .record({
    held: fc.boolean(),
    scope: fc.constantFrom('agenda', 'narrow', 'none' as const),
    kept: fc.boolean(),
    text: fc.boolean(),
  })
  .map(({ held, scope, kept, text }): Branching => ({
    held,
    scope: held ? scope : null,
    kept: held && scope !== 'none' ? kept : null,
    text,
  }));

describe('the picture of a tree', () => {
  it('has in every column the height of all runs, and no two branches on one another', () => {
    fc.assert(
      fc.property(fc.array(branching, { minLength: 1, maxLength: 60 }), (runs) => {
        const all = boxes({ tree: treeOf(runs, 90), runs: runs.length });
        for (let column = 0; column < 4; column += 1) {
          const there = all
            .filter(({ from, to }) => from <= column && column < to)
            .sort((a, b) => a.top - b.top);
          expect(there.reduce((sum, { top, foot }) => sum + foot - top, 0)).toBeCloseTo(1, 9);
          there.forEach(({ top }, at) => {
            if (at > 0) expect(top).toBeCloseTo(itemAt(there, at - 1).foot, 9);
          });
        }
      }),
      { numRuns: atLength(300, 60) },
    );
  });

  it('stands on a page with all numbers as a table, and a stranger’s title stays text', async () => {
    const found: Tree = tree(oneIssue({ horizon: '2025-11-05' }), { runs: 40, days: 2 });
    const page = await treePage(found, {
      title: '<b>mine</b>',
      command: 'detente tree mine',
      given: ['27 October 2025: <i>An act</i>'],
    });
    expect(page).not.toContain('<b>mine</b>');
    expect(page).toContain('&lt;b&gt;mine&lt;/b&gt;');
    expect(page).toContain('Taken as given:');
    expect(page).toContain('&lt;i&gt;An act&lt;/i&gt;');
    for (const { label, runs } of found.tree.children.filter((child) => child.runs > 0)) {
      expect(page).toContain(label);
      expect(page).toContain(`${((100 * runs) / 40).toFixed(1)}%`);
    }
    expect(page.match(/role="img"/g)).toHaveLength(2);
  });
});

describe('the picture of a tournament', () => {
  const VIEW = { title: 'Mine', command: 'detente tournament mine', given: [] };
  const found = tournament(oneIssue(), { policies: ['crisis-game', 'hard-liner'], runs: 4 });

  it('has every pair in its table, and stars where a side answers best', () => {
    const { table } = matrixPicture(found, 'US', facts);
    expect(table.rows.map(([name]) => name)).toEqual(found.policies);
    table.rows.forEach((row, us) =>
      row.slice(1).forEach((cell, cn) => {
        const value = itemAt(itemAt(found.utility, us), cn).US;
        expect(Number(cell.replace('*', ''))).toBeCloseTo(value, 1);
        expect(cell.endsWith('*')).toBe(itemAt(found.bestResponses.US, cn) === itemAt(found.policies, us));
      }),
    );
  });

  it('stands on a page once for each side', async () => {
    const page = await tournamentPage(found, VIEW, facts);
    expect(page).not.toContain('Taken as given');
    expect(page.match(/<figure /g)).toHaveLength(2);
  });

  it('tells on its page where neither side would change its choice, as the screen does', async () => {
    const page = await tournamentPage(found, VIEW, facts);
    expect(found.equilibria.length).toBeGreaterThan(0);
    for (const equilibrium of found.equilibria) {
      const text = equilibriumText(equilibrium, facts);
      expect(page).toContain(text.charAt(0).toUpperCase() + text.slice(1));
    }
    const none = await tournamentPage({ ...found, equilibria: [] }, VIEW, facts);
    expect(none).toContain('No equilibrium was found');
  });
});
