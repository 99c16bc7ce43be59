/** Plays as analyses take them: lawful, kept with what is one's own, and shrinking to few and plain acts. */
import * as fc from 'fast-check';
import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { act, digest, play, policies, project, replay, start, type Play } from '../../../src/entries/index';
import { defineAction, withActionTypes } from '../../../src/entries/own';
import { actsOf, plays, withActs } from '../../../src/entries/testing';
import { ownIn } from '../../../src/analyses/play';
import { rulesIn } from '../../../src/testing/plays/plays';

const SC = 'kuala-lumpur-2025';
const few = { numRuns: 12, seed: 4 };

const remark = defineAction({
  type: 'example.remark',
  actors: ['US', 'CN'],
  doc: 'Say something that nobody hears.',
  cites: ['stylised'],
  fields: { words: z.enum(['few', 'many']) },
  subject: null,
  subjects: () => [''],
  rules: [],
  domains: {
    words: {
      code: 'example/words',
      rule: 'Words are few or many.',
      source: 'stylised',
      domain: () => ({ kind: 'one-of', values: ['few', 'many'] }),
    },
  },
  effect: () => undefined,
  examples: [{ type: 'example.remark', actor: 'US', on: '2025-10-25', words: 'few' }],
});

describe('plays', () => {
  it.each([SC, 'past-geneva-2025'])(
    'of %s are logs that replay to their state, done by the last day that is asked for',
    (scenario) => {
      const first = start(scenario);
      const until = play(scenario).state.today;
      const last = new Date(Date.parse(until) + 3 * 86_400_000).toISOString().slice(0, 10);
      fc.assert(
        fc.property(plays(scenario, { until: last }), (one) => {
          const again = replay(first, one.log);
          expect(again.ok && digest(again.state)).toBe(digest(one.state));
          expect(actsOf(one).every(({ on }) => on <= last)).toBe(true);
          expect(one.state.today).toBe(actsOf(one).at(-1)?.on ?? until);
        }),
        few,
      );
    },
  );

  it('are what an analysis takes as it is, and their acts make them again', () => {
    const [one] = fc.sample(
      plays(SC).filter((candidate) => actsOf(candidate).length > 1),
      { numRuns: 1, seed: 2 },
    ) as [Play];
    const told = project(one, { runs: 4 });
    expect(told.today).toBe(one.state.today);
    const again = play(SC, { after: actsOf(one) });
    expect(project(again, { runs: 4 }).digest).toBe(told.digest);
    expect(digest(withActs(one, actsOf(one)))).toBe(digest(again));
  });

  it('go on from a play and keep its acts', () => {
    const done = act(play(SC), { type: 'court.strike-down', actor: 'court', authority: 'ieepa' });
    expect(done.ok).toBe(true);
    for (const one of fc.sample(plays(done.play), few)) {
      expect(actsOf(one)[0]).toEqual(actsOf(done.play)[0]);
      expect(one.state.authorities.ieepa?.standing).toBe('struck-down');
    }
  });

  it('have acts of the types that are asked for alone, and those that are admitted', () => {
    const asked = plays(SC, {
      types: ['listing.impose', 'tariff.threaten'],
      admits: (event, before) => event.actor === 'US' && before.today < '2025-10-28',
    });
    const acts = fc.sample(asked, { numRuns: 40, seed: 6 }).flatMap(actsOf);
    expect(new Set(acts.map(({ type }) => type))).toEqual(new Set(['listing.impose', 'tariff.threaten']));
    expect(acts.every(({ actor, on }) => actor === 'US' && on < '2025-10-28')).toBe(true);
  });

  it('have action types and policies of one’s own, and keep both', () => {
    const rules = withActionTypes([remark]);
    const own = { ...policies[0]!, id: 'my-own' };
    const mine = plays(SC, { rules, types: ['example.remark'], policies: { US: own } });
    const drawn = fc.sample(mine, few);
    expect(drawn.some((one) => actsOf(one).length > 0)).toBe(true);
    for (const one of drawn) {
      expect(actsOf(one).every(({ type }) => (type as string) === 'example.remark')).toBe(true);
      expect(ownIn(one).policies?.US).toBe(own);
      expect(rulesIn(one).actionTypes.at(-1)?.type).toBe('example.remark');
    }
    expect(project(drawn.at(-1)!, { runs: 2 }).runs).toBe(2);
  });

  it('shrink to the one act that a failing property is about, on the first day, with its smallest size', () => {
    const lists = (one: Play) =>
      actsOf(one).some((event) => event.type === 'listing.impose' && event.entities >= 25);
    const told = fc.check(
      fc.property(plays(SC, { types: ['listing.impose', 'tariff.threaten'] }), (one) => !lists(one)),
      { numRuns: 100, seed: 5 },
    );
    const [least] = told.counterexample!;
    expect(actsOf(least)).toHaveLength(1);
    expect(actsOf(least)[0]).toMatchObject({ type: 'listing.impose', on: '2025-10-25', entities: 25 });
    // Printed as its acts, as a failing property shows it.
    expect(fc.stringify(least)).toBe(JSON.stringify(actsOf(least)[0]));
  });

  it('shrink to the first day on which a property fails', () => {
    const late = (one: Play) => actsOf(one).some(({ on }) => on >= '2025-10-27');
    const told = fc.check(
      fc.property(plays(SC, { types: ['listing.impose', 'statement.make'] }), (one) => !late(one)),
      { numRuns: 60, seed: 8 },
    );
    expect(actsOf(told.counterexample![0]).map(({ on }) => on)).toEqual(['2025-10-27']);
  });

  it('shrink in the end to the play in which nothing is done', () => {
    const told = fc.check(
      fc.property(plays('soybeans-first'), (one) => typeof one === 'string'),
      { seed: 3 },
    );
    expect(actsOf(told.counterexample![0] as Play)).toEqual([]);
  });

  it.each([
    [{ maxMoves: 41 }, 'maxMoves: expected a whole number from 0 to 40'],
    [{ until: '2025-10-24' }, 'until: expected a day from 2025-10-25 to 2026-11-09'],
    [{ types: ['listing.imposed'] }, 'did you mean "listing.impose"'],
    [{ types: ['calendar.advance'] }, 'types: expected one of'],
    [{ maxActs: 3 }, 'only the options maxMoves'],
  ])('refuse what cannot be asked: %o', (options, message) => {
    expect(() => plays(SC, options as object)).toThrow(message);
  });

  it('with other acts are null where the rules refuse one', () => {
    const twice = { type: 'court.strike-down', actor: 'court', authority: 'ieepa' } as const;
    expect(withActs(play(SC), [twice])?.state.authorities.ieepa?.standing).toBe('struck-down');
    expect(withActs(play(SC), [twice, twice])).toBe(null);
  });
});
