/** Claims about projections: the true stand, the false fall by the shortest play, and what is told of them runs. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { play, type EventOfToday } from '../../../src/entries/index';
import {
  actsOf,
  adding,
  assertClaim,
  ClaimBrokenError,
  changing,
  detenteMatchers,
  falsify,
  judgeProjection,
  leavingOut,
  projectionClaim,
  ProjectionBrokenError,
  projectionProperty,
  replayToken,
  withActs,
  type ProjectionClaimTrial,
  type ProjectionCounterexample,
} from '../../../src/entries/testing';
import type { ProjectionClaim } from '../../../src/testing/claims/projection-claim';
import { levelOf, Spending } from '../../../src/testing/claims/spending';
import { FULL } from '../../extent';
import { runPasted } from './pasted';
import { itLong } from '../../long';

const scenario = 'kuala-lumpur-2025';
const firms = (entities: number) =>
  ({
    type: 'listing.impose',
    actor: 'US',
    id: 'us/more-firms',
    label: 'More firms',
    authority: 'ecra',
    basis: null,
    list: 'entity-list',
    entities,
    from: '2025-10-29',
  }) as const;

const neverHelps = projectionClaim('more firms listed never raise the chance that the meeting is held', {
  change: adding(firms(1000)),
  never: 'raises',
  quantity: 'held',
});
const neverHarms = projectionClaim('more firms listed never lower the chance that the meeting is held', {
  change: adding(firms(1000)),
  never: 'lowers',
  quantity: 'held',
});
const STRIKE = { type: 'court.strike-down', actor: 'court', authority: 'ieepa' } as const;
/** False of every play, and seen so at the first look. */
const courtIsIdle = projectionClaim('a court never lowers the American duties', {
  change: adding(STRIKE),
  never: 'lowers',
  quantity: 'mean:US',
});
/** False, and only of plays with a court in them. */
const courtsAreIdle = projectionClaim('without its courts a play never has higher American duties', {
  change: leavingOut(({ actor }) => actor === 'court'),
  never: 'raises',
  quantity: 'mean:US',
});
/** False, and only of plays with a large listing in them. */
const listingsAreIdle = projectionClaim(
  'without its listings a play is never likelier to come to the meeting',
  {
    change: leavingOut(({ type }) => type === 'listing.impose'),
    never: 'raises',
    quantity: 'held',
  },
);

function fallen(
  claim: ProjectionClaim,
  options: Partial<ProjectionClaimTrial> = {},
): ProjectionCounterexample {
  const finding = falsify(claim, { scenario, ...options });
  if (!finding.falsified) throw new Error(finding.note);
  return finding;
}

const struck = fallen(courtIsIdle);

describe('a claim about projections that is true', () => {
  itLong('stands where the change makes the same play, whichever way nothing is to move', () => {
    for (const never of ['raises', 'lowers', 'moves'] as const) {
      const claim = projectionClaim('the same moves nothing', {
        change: (one) => withActs(one, actsOf(one)),
        never,
        quantity: ['held', 'mean:US', 'issue:soybeans'],
      });
      const finding = falsify(claim, { scenario, numRuns: 2, maxMoves: 1, runs: 20 });
      expect(finding).toMatchObject({ falsified: false, tried: { judged: 2, runs: 40 } });
    }
  });

  itLong('stands, and the note says how much was tried and that this proves nothing', () => {
    const finding = falsify(neverHelps, { scenario, numRuns: 3, runs: 60 });
    if (finding.falsified) throw new Error(finding.story);
    expect(finding.note).toMatch(/^No play was found .* in 3 that it speaks of .*\. That is no proof\.$/);
  });

  it('says so where it speaks of none of the plays', () => {
    const finding = falsify(listingsAreIdle, { scenario, types: ['statement.make'], numRuns: 3, runs: 20 });
    if (finding.falsified) throw new Error(finding.story);
    expect(finding.tried.judged).toBe(0);
    expect(finding.note).toMatch(/nothing was judged/);
  });

  it('stands within its tolerance, and falls beyond it', () => {
    const within = projectionClaim('at most by half', { ...neverHarms, quantity: 'held', by: 0.5 });
    expect(judgeProjection(within, play(scenario), { runs: 200 })).toMatchObject({
      broken: false,
      runs: 100,
    });
  });
});

describe('a claim about projections that is false', () => {
  it('falls by the play in which nothing is done, where that is enough', () => {
    expect(struck.events).toEqual([]);
    expect(actsOf(struck.other)).toEqual([{ on: '2025-10-25', ...STRIKE }]);
    const [change] = struck.judgement.changes;
    expect(change!.high).toBeLessThan(0);
    expect(change!.changed).toBeLessThan(change!.base);
  });

  it('falls by one plain act, where one is needed', () => {
    const types = ['court.strike-down', 'statement.make', 'market.move'] as const;
    const { events, story } = fallen(courtsAreIdle, { types, maxMoves: 4 });
    expect(events.map(({ type, on }) => [type, on])).toEqual([['court.strike-down', '2025-10-25']]);
    expect(story.split('\n').every((line) => line.length <= 80)).toBe(true);
    expect(story).toMatch(
      /^As it is:\n25 Oct 2025 {2}[^]*With the change:\n25 Oct 2025 {2}Nothing is done\./,
    );
  });

  it.runIf(FULL)('falls by one plain act, where what it does is a matter of chances', () => {
    const { events } = fallen(listingsAreIdle, { types: ['listing.impose', 'statement.make'], numRuns: 20 });
    expect(events.map(({ type, on }) => [type, on])).toEqual([['listing.impose', '2025-10-25']]);
  });

  it('falls by the same bytes for the same seed', () => {
    const { story, test, token, tried } = fallen(courtIsIdle);
    expect([story, test, token, tried]).toEqual([struck.story, struck.test, struck.token, struck.tried]);
  });

  itLong('is told as a test that runs, with the claim or by its name', () => {
    expect(runPasted(struck.test, {})).toBe(1);
    expect(() => runPasted(struck.test.replace("'lowers'", "'raises'"), {})).toThrow();
    const claimName = { name: 'courtIsIdle', from: './claims' };
    const { test } = fallen(courtIsIdle, { runner: 'node', claimName });
    expect(runPasted(test, { './claims': { courtIsIdle } })).toBe(1);
  });

  it('is played again by its token', () => {
    expect(replayToken(struck.token!, { claim: courtIsIdle })).toMatchObject({
      broken: true,
      story: struck.story,
    });
    expect(replayToken(struck.token!, { claim: neverHelps, trial: { runs: 60 } }).broken).toBe(false);
  });

  it('fails under a runner, by an error or a matcher', () => {
    expect(() => assertClaim(courtIsIdle, { scenario })).toThrow(ClaimBrokenError);
    expect(detenteMatchers.toHold(courtIsIdle, { scenario }).pass).toBe(false);
  });
});

describe('a property of fast-check', () => {
  const asked = { scenario, types: ['listing.impose', 'statement.make'], runs: 400 } as const;

  it('fails by a play that prints as its acts, with the story, and by the same play again', () => {
    const check = () => fc.check(projectionProperty(courtIsIdle, asked), { seed: 2, numRuns: 3 });
    const told = check();
    expect(told.errorInstance).toBeInstanceOf(ProjectionBrokenError);
    expect((told.errorInstance as Error).message).toContain('Here it is broken');
    expect(actsOf(told.counterexample![0])).toEqual([]);
    expect(fc.stringify(told.counterexample![0])).toContain('nothing is done');
    expect(actsOf(check().counterexample![0])).toEqual([]);
  });

  it('holds for a true claim', () => {
    fc.assert(projectionProperty(neverHelps, { ...asked, runs: 60 }), { seed: 2, numRuns: 3 });
  });
});

describe('changes', () => {
  const listed = withActs(play(scenario), [firms(10)])!;

  it('add acts today or later, and pass over a play in which one is refused', () => {
    const later: EventOfToday = { ...firms(10), on: '2025-10-27' };
    expect(adding(later)(play(scenario))?.state.today).toBe('2025-10-27');
    expect(adding(firms(10))(listed)).toBe(null);
  });

  it('leave acts out, or put others in their place, and pass over a play without them', () => {
    const isListing = ({ type }: { type: string }) => type === 'listing.impose';
    expect(actsOf(leavingOut(isListing)(listed)!)).toEqual([]);
    expect(leavingOut(isListing)(play(scenario))).toBe(null);
    const more = changing((event) => (event.type === 'listing.impose' ? { ...event, entities: 20 } : event));
    expect(actsOf(more(listed)!)[0]).toMatchObject({ entities: 20 });
    expect(more(play(scenario))).toBe(null);
  });

  it('are checked by the compiler: the fields of an act, the types that are drawn, the quantity', () => {
    // @ts-expect-error: a listing needs the day from which it holds
    expect(adding({ ...firms(10), from: undefined })).toBeTypeOf('function');
    // @ts-expect-error: no such action type
    const asked: ProjectionClaimTrial = { scenario, types: ['listing.imposed'] };
    expect(() => falsify(neverHelps, asked)).toThrow(/did you mean "listing.impose"/);
  });

  it('are judged on the later of two days', () => {
    const claim = projectionClaim('later', {
      change: adding({ ...firms(10), on: '2025-10-28' }),
      never: 'raises',
      quantity: 'held',
    });
    const judged = judgeProjection(claim, play(scenario), { runs: 4 });
    expect([judged.play.state.today, judged.other?.state.today]).toEqual(['2025-10-28', '2025-10-28']);
  });
});

describe('the chance of error', () => {
  it('is never spent in full, however many plays are tried', () => {
    const spending = new Spending(0.01);
    let spent = 0;
    let least = Infinity;
    for (let test = 0; test < 100_000; test += 1) {
      least = Math.min(least, spending.level);
      spent += spending.level;
      spending.spend();
    }
    expect(least).toBeGreaterThan(0);
    expect(spent).toBeLessThan(0.01);
    expect(spent).toBeGreaterThan(0.0099);
    expect(levelOf(0.01, 99)).toBe(0.00005);
  });
});

describe('what cannot be asked', () => {
  const one = play(scenario);
  it.each<readonly [string, () => unknown, RegExp]>([
    ['no title', () => projectionClaim(' ', { ...neverHelps, quantity: 'held' }), /^title: /],
    ['no quantity', () => projectionClaim('x', { ...neverHelps, quantity: [] }), /^quantity: /],
    [
      'another movement',
      () => projectionClaim('x', { ...neverHelps, quantity: 'held', never: 'lifts' as never }),
      /^never: /,
    ],
    [
      'no change',
      () => projectionClaim('x', { ...neverHelps, quantity: 'held', change: 1 as never }),
      /^change: /,
    ],
    [
      'a tolerance below nought',
      () => projectionClaim('x', { ...neverHelps, quantity: 'held', by: -1 }),
      /^by: /,
    ],
    [
      'an unknown quantity',
      () => judgeProjection({ ...neverHelps, quantities: ['helt' as 'held'] }, one, { runs: 2 }),
      /^quantity: .*did you mean "held"/,
    ],
    ['a level', () => judgeProjection(neverHelps, one, { level: 0.7 }), /^level: /],
    [
      'an unknown option',
      () => falsify(neverHelps, { scenario, effort: 1 } as object as ProjectionClaimTrial),
      /effort/,
    ],
    ['a chance of error', () => projectionProperty(neverHelps, { scenario, alpha: 0 }), /^alpha: /],
    ['another scenario', () => projectionProperty(neverHelps, { scenario: 'kuala' }), /scenario/],
    ['a seed', () => falsify(neverHelps, { scenario, seed: 0.5 }), /^seed: /],
    ['no runs', () => falsify(neverHelps, { scenario, runs: 0 }), /^runs: /],
  ])('%s', (_, ask, complaint) => {
    expect(ask).toThrow(complaint);
  });

  it('is no claim where the horizon comes before the quantity', () => {
    const late = projectionClaim('late', { ...neverHelps, quantity: 'text:365' });
    const short = play('past-geneva-2025');
    const judged = judgeProjection({ ...late, change: (of) => of }, short, { runs: 2 });
    expect(typeof judged.broken).toBe('boolean');
  });
});
