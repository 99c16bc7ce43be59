/** What to watch: a tell-tale comes first, and what tells nothing is credited with nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mutualInformation } from '../../../src/analyses/watch/information';
import { lookDays, passedLevels } from '../../../src/analyses/watch/levels';
import type { Sighted } from '../../../src/analyses/watch/sightings';
import { signalsOf, watch } from '../../../src/analyses/watch/watch';
import { quantitiesOfInterest } from '../../../src/ensemble/quantity-of-interest';
import { loadScenario } from '../../../src/scenario/library';
import { prepare } from '../../../src/analyses/prepared';
import { firstOf } from '../../../src/kit/lists';
import { createDraws } from '../../../src/kit/keyed-draws';
import { oneIssue } from '../../ensemble/one-issue';
import { atLength } from '../../extent';
import { itLong } from '../../long';

const { specification } = prepare('kuala-lumpur-2025');
const quantities = quantitiesOfInterest(specification);
const NOISE = 40;
const RUNS = 400;

/** Runs of which one signal goes with the class as often as `telling`, and the others with nothing. */
function planted(seed: string, telling: number): Sighted[] {
  const draws = createDraws(seed);
  const classes = quantities.flatMap(({ id }, at) => (id.startsWith('class:') ? [at] : []));
  return Array.from({ length: RUNS }, (_, run) => {
    const rollback = draws.uniform(run, 'class') < 0.5;
    const at = classes[rollback ? 4 : 1]!;
    const seesIt = draws.uniform(run, 'tells') < telling ? rollback : draws.uniform(run, 'coin') < 0.5;
    const noise = Array.from({ length: NOISE }, (__, n) => `noise-${n}`).filter(
      (name) => draws.uniform(run, name) < 0.3,
    );
    const seen = [...(seesIt ? ['tell-tale'] : []), ...noise];
    return {
      sightings: seen.map((subject) => ({ type: 'statement.make', actor: 'US', subject, day: 2 }) as const),
      values: quantities.map((__, index) => (index === at ? 1 : 0)),
      looks: [],
    };
  });
}

describe('signals', () => {
  itLong('rank a planted tell-tale first, and credit noise with nothing in 95 of 100 answers', () => {
    let lucky = 0;
    const answers = atLength(100, 25);
    for (let n = 0; n < answers; n += 1) {
      const found = signalsOf(planted(`planted-${n}`, 0.5), quantities, specification, 5);
      expect(found).toHaveLength(NOISE + 1);
      expect(firstOf(found).event?.subject).toBe('tell-tale');
      expect(firstOf(found).information).toBeGreaterThan(0.05);
      if (found.slice(1).some(({ information }) => information > 0)) lucky += 1;
    }
    expect(lucky / answers).toBeLessThanOrEqual(0.05);
  });

  it('tell what each quantity becomes: the shares with and without make the share of all', () => {
    const runs = planted('shares', 0.4);
    for (const { p, shifts } of signalsOf(runs, quantities, specification, 5))
      shifts.forEach(({ ifSo, ifNot }, at) => {
        const all = runs.reduce((sum, { values }) => sum + values[at]!, 0) / RUNS;
        expect(p * ifSo! + (1 - p) * ifNot!).toBeCloseTo(all, 5);
      });
  });

  it('are told only where runs differ: what all show, or next to none, is no signal', () => {
    const runs = planted('all', 0.5).map(({ sightings, ...rest }, run) => ({
      sightings: [
        ...sightings,
        { type: 'statement.make', actor: 'CN', subject: 'always', day: 1 } as const,
        ...(run < 5 ? [{ type: 'statement.make', actor: 'CN', subject: 'seldom', day: 1 } as const] : []),
      ],
      ...rest,
    }));
    const subjects = signalsOf(runs, quantities, specification, 5).map(({ event }) => event?.subject);
    expect(subjects).not.toContain('always');
    expect(subjects).not.toContain('seldom');
  });
});

describe('levels', () => {
  const shares = fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 4, maxLength: 4 }), {
    minLength: 5,
    maxLength: 40,
  });

  it('are passed by the runs that reach them, on the first day that they do, and by half of all where it is the median', () => {
    fc.assert(
      fc.property(shares, (runs) => {
        const looks = runs.map((values) => values.map((value) => [50, 30, value, 1, 0]));
        for (const { level, days } of passedLevels(looks, [0, 1, 2, 3])) {
          if (level.of !== 'drawdown') continue;
          expect(level.basis).toBe('median');
          const beyond = (value: number) => (level.way === 'rises' ? value >= level.to : value <= level.to);
          runs.forEach((values, run) => {
            const first = values.findIndex((value, day) => day > 0 && beyond(value));
            expect(days.get(run) ?? -1).toBe(first);
          });
          // The level is told in three digits, which all of these have.
          expect(days.size).toBeGreaterThanOrEqual(Math.floor(runs.length / 2));
        }
      }),
      { numRuns: atLength(300, 60) },
    );
  });

  it('of duties are moves of half a point from today, and no run that moves less passes one', () => {
    const looks = [50, 50.4, 50.5, 49.6, 49.5, 47].map((then) => [
      [50, 30, 0, 1, 0],
      [then, 30, 0, 1, 0],
    ]);
    const of = (way: string) =>
      passedLevels(looks, [0, 9]).find(({ level }) => level.of === 'mean:US' && level.way === way);
    expect(of('rises')).toMatchObject({ level: { to: 50.5, basis: 'move' }, days: new Map([[2, 9]]) });
    expect([...(of('falls')?.days.keys() ?? [])]).toEqual([4, 5]);
  });

  it('are read on at most thirty days and the last among them, whatever the days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 365 }), (days) => {
        const looks = lookDays(days);
        expect(looks[0]).toBe(0);
        expect(looks.at(-1)).toBe(days);
        expect(looks.length).toBeLessThanOrEqual(31);
        expect(looks).toEqual([...new Set(looks)].sort((a, b) => a - b));
      }),
    );
  });
});

describe('mutual information', () => {
  const pairs = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 1, maxLength: 60 });

  it('is from nought to the entropy of either, and all of it of a thing about itself', () => {
    const entropy = (values: readonly number[]) => mutualInformation(values, values);
    fc.assert(
      fc.property(pairs, (found) => {
        const [a, b] = [found.map(([x]) => x), found.map(([, y]) => y)];
        const told = mutualInformation(a, b);
        expect(told).toBeGreaterThanOrEqual(0);
        expect(told).toBeLessThanOrEqual(Math.min(entropy(a), entropy(b)) + 1e-9);
        expect(told).toBeCloseTo(mutualInformation(b, a), 10);
      }),
    );
    expect(mutualInformation([0, 1, 0, 1], [5, 7, 5, 7])).toBeCloseTo(1, 12);
  });
});

describe('watch', () => {
  itLong('shows in the fortnight after Busan that a promise of soybeans goes with a rollback', () => {
    const found = watch(loadScenario('kuala-lumpur-2025'), { runs: atLength(400, 120) });
    const soybeans = found.signals.find(
      ({ event }) => event?.type === 'purchase.commit' && event.subject === 'soybeans',
    )!;
    const shift = soybeans.shifts.find(({ quantity }) => quantity === 'class:rollback')!;
    expect(soybeans.information).toBeGreaterThan(0);
    expect(shift.ifSo! - shift.ifNot!).toBeGreaterThan(0.3);
    expect(found.until).toBe('2025-11-13');
    expect(found.signals.every(({ on }) => on >= found.today && on <= found.until)).toBe(true);
  });

  it('watches until two weeks after the meeting unless told, to the horizon, or for a month where none lies ahead', () => {
    expect(watch('kuala-lumpur-2025', { runs: 5 }).until).toBe('2025-11-13');
    expect(watch(oneIssue(), { runs: 5 }).until).toBe('2025-10-31');
    expect(watch('kuala-lumpur-2025', { runs: 5, today: '2025-11-15' }).until).toBe('2025-12-15');
    expect(() => watch(oneIssue(), { runs: 5, days: 0 })).toThrow(/days/);
  });
});
