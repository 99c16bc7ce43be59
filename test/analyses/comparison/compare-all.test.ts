/** Several scenarios side by side: the same episodes as alone, and no more marks than there is cause for. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareAll } from '../../../src/analyses/comparison/compare-all';
import { compare } from '../../../src/analyses/comparison/comparison';
import { play } from '../../../src/analyses/play';
import { prepare } from '../../../src/analyses/prepared';
import { project } from '../../../src/analyses/project';
import { allQuantities } from '../../../src/ensemble/quantity-of-interest';
import { itemAt } from '../../../src/kit/lists';
import { mcNemar } from '../../../src/kit/paired-shares';
import { holm } from '../../../src/kit/statistics';
import { oneIssue } from '../../ensemble/one-issue';
import { atLength } from '../../extent';

const scenario = oneIssue();
const variant = oneIssue({ id: 'variant', parameters: { 'meeting.notHeld': 0.6 } });
const RUNS = atLength(400, 120);
const table = compareAll([scenario, variant, { ...scenario, id: 'the-same' }], { runs: RUNS });
const rowOf = (id: string) => table.quantities.find((quantity) => quantity.id === id)!;

describe('scenarios side by side', () => {
  it('have each the values of their own projection', () => {
    [scenario, variant].forEach((one, at) => {
      const alone = project(one, { runs: RUNS });
      expect(itemAt(rowOf('held').values, at)?.value).toBeCloseTo(alone.meeting!.held.p, 5);
      expect(itemAt(rowOf('new-coercion').values, at)?.value).toBeCloseTo(alone.newCoercion.p, 5);
      for (const { id, pModel } of alone.outcomes!)
        expect(itemAt(rowOf(`class:${id}`).values, at)?.value).toBeCloseTo(pModel, 5);
      expect(itemAt(rowOf('mean:US').values, at)?.value).toBeCloseTo(
        alone.averageTariffPct.usOnCn.end.mean,
        2,
      );
    });
  });

  it('mark nothing of a scenario that is the same, and what a variant changes', () => {
    expect(table.quantities.every(({ differences }) => itemAt(differences, 1)?.beyondChance === false)).toBe(
      true,
    );
    expect(table.quantities.every(({ differences }) => itemAt(differences, 1)?.change === 0)).toBe(true);
    expect(itemAt(rowOf('held').differences, 0)?.beyondChance).toBe(true);
    expect(itemAt(rowOf('held').differences, 0)?.change).toBeLessThan(-0.3);
  });

  it('are the quantities of a comparison of two, whose classes they tell too', () => {
    const two = compare(scenario, variant, { runs: RUNS });
    expect(two.scenarios).toEqual([scenario.id, variant.id]);
    for (const { id, values } of two.quantities) expect(values).toEqual(rowOf(id).values.slice(0, 2));
    for (const { id, base, variant: other } of two.outcomes)
      expect(
        rowOf(`class:${id}`)
          .values.slice(0, 2)
          .map((found) => found?.value),
      ).toEqual([expect.closeTo(base, 5), expect.closeTo(other, 5)]);
  });

  it('tell every quantity that any of them has, under each that has it and no other', () => {
    const later = play(oneIssue({ horizon: '2025-11-12' }), { today: '2025-11-02' });
    for (const subjects of [
      [scenario, later, variant],
      [later, scenario, variant],
    ]) {
      const { quantities } = compareAll(subjects, { runs: 40 });
      const own = subjects.map((subject) =>
        allQuantities(prepare(subject).specification).map(({ id }) => id),
      );
      expect(quantities.map(({ id }) => id).sort()).toEqual([...new Set(own.flat())].sort());
      const [first] = own;
      expect(quantities.map(({ id }) => id).filter((id) => first!.includes(id))).toEqual(first);
      for (const { id, values, differences } of quantities) {
        expect(values.map((value) => value !== null)).toEqual(own.map((ids) => ids.includes(id)));
        expect(differences.map((difference) => difference !== null)).toEqual(
          own.slice(1).map((ids) => ids.includes(id) && first!.includes(id)),
        );
      }
      expect(own[subjects.indexOf(later)]).not.toContain('held');
      subjects.forEach((subject, at) => {
        const alone = project(subject, { runs: 40 });
        const row = (id: string) => quantities.find((quantity) => quantity.id === id)!;
        expect(itemAt(row('new-coercion').values, at)?.value).toBeCloseTo(alone.newCoercion.p, 5);
        expect(itemAt(row('held').values, at)?.value).toEqual(
          alone.meeting === null || alone.meeting === undefined
            ? undefined
            : expect.closeTo(alone.meeting.held.p, 5),
        );
      });
    }
  });

  it.each([[[]], [['kuala-lumpur-2025']], ['kuala-lumpur-2025'], [new Array(65).fill('kuala-lumpur-2025')]])(
    'are from two to 64',
    (scenarios) => {
      expect(() => compareAll(scenarios as never, { runs: 1 })).toThrow(
        /scenarios: expected a list of 2 to 64/,
      );
    },
  );
});

describe('chance', () => {
  const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);

  it('is what tosses of a coin make of the discordant pairs', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 40 }),
        (onlyFirst, onlySecond) => {
          const n = onlyFirst + onlySecond;
          const fewer = Math.min(onlyFirst, onlySecond);
          let tail = 0;
          for (let k = 0; k <= fewer; k += 1) tail += choose(n, k) / 2 ** n;
          const wanted = 2 * fewer >= n ? 1 : Math.min(1, 2 * tail);
          expect(mcNemar({ both: 3, neither: 4, onlyFirst, onlySecond })).toBeCloseTo(wanted, 10);
        },
      ),
    );
  });

  it('stays a number for a million pairs', () => {
    expect(mcNemar({ both: 0, neither: 0, onlyFirst: 1_000_000, onlySecond: 999_000 })).toBeCloseTo(0.479, 2);
    expect(mcNemar({ both: 0, neither: 0, onlyFirst: 1_000_000, onlySecond: 0 })).toBe(0);
  });

  it('refuses by Holm what every level below refuses, and never more than one by one', () => {
    const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(ps, (p) => {
        const refused = holm(p);
        const least = 0.05 / p.length;
        p.forEach((value, at) => {
          if (value <= least) expect(refused[at]).toBe(true);
          if (value > 0.05) expect(refused[at]).toBe(false);
          // Whoever is less surprising than one that stands, stands.
          p.forEach((other, place) => {
            if (other < value && refused[at] === true) expect(refused[place]).toBe(true);
          });
        });
      }),
    );
    expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([true, false, false, true]);
  });
});
