/** Which pledges an act keeps is the same however they are found, and is what the pledges say. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventBase } from '../../src/actions/index';
import { keptBy } from '../../src/engine/pledges-kept';
import { start } from '../../src/entries/index';
import type { Pledge, PromisedAct } from '../../src/model/agreement';
import { each, edit, put } from '../../src/model/column';
import { borrowState, copyState, ownDraft } from '../../src/model/copy-state';
import type { Draft, State } from '../../src/model/state';
import { writableCopy } from '../record';

const ON = '2025-10-25';

/** Acts out of so few fields and values that many are alike, and some ask for less than others. */
const various: fc.Arbitrary<PromisedAct> = fc.record(
  {
    type: fc.constantFrom('statement.make', 'talks.schedule'),
    actor: fc.constantFrom('US', 'CN', 'both'),
    gist: fc.constantFrom('a', 'b', 'a\nb', 'undefined', '0'),
    size: fc.constantFrom(0, -0, 1, null),
    agenda: fc.constantFrom([], ['a'], ['a', 'b'], ['a,b'], [['a'], 'b']),
    until: fc.oneof(
      fc.constantFrom(null, undefined, true),
      fc.constant(0).map(() => ({})),
    ),
  },
  { requiredKeys: ['type', 'actor'] },
);

/** Many promise the very same. */
const act = fc.oneof(
  { weight: 2, arbitrary: various },
  { weight: 1, arbitrary: fc.constant<PromisedAct>({ type: 'statement.make', actor: 'US', gist: 'a' }) },
);

/** An act that is promised early, one late, and what happens: a promised act with more or less to it. */
const step = fc.record({
  early: act,
  late: act,
  does: fc.nat(),
  more: fc.constantFrom({}, { gist: 'a', size: 0, agenda: ['a'] }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function doneIn(steps: readonly Step[], { does, more }: Step): EventBase {
  const { early, late } = steps[does % steps.length]!;
  // Nothing of an event is shared with a state.
  return writableCopy({ ...more, ...(does % 2 === 0 ? early : late), on: ON });
}

const isDone = (promised: PromisedAct, done: EventBase): boolean =>
  Object.entries(promised).every(([name, value]) => {
    const given = (done as unknown as Record<string, unknown>)[name];
    // JSON tells neither -0 from 0 nor what is left out from undefined; an object is nobody's promise to keep.
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return false;
    if (value === undefined || given === undefined) return value === given;
    return JSON.stringify(given) === JSON.stringify(value);
  });

const first = start('kuala-lumpur-2025');

/** What a state comes to when acts happen one after another, each after one more pledge; every third pledge defaults early. */
function play(state: Draft, steps: readonly Step[]) {
  return steps.map((one, n) => {
    const done = doneIn(steps, one);
    put(state.pledges, `late/${n}`, {
      id: `late/${n}`,
      agreement: 'test',
      issue: 'test',
      act: one.late,
      dueOn: ON,
      status: 'open',
    });
    if (n % 3 === 0) edit(state.pledges, `early/${n}`).status = 'defaulted';
    const expected = each(state.pledges)
      .filter(({ status, act: promised }) => status === 'open' && isDone(promised, done))
      .map(({ id }) => id);
    const kept = [...keptBy(state, done)];
    for (const id of kept) edit(state.pledges, id).status = 'performed';
    expect(kept.sort()).toEqual(expected.sort());
    return kept;
  });
}

describe('the pledges that an act keeps', () => {
  it('are the open ones all of whose fields it has, in a plain state, a copy and a borrowed one alike', () => {
    let kept = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 30, maxLength: 60 }), (steps) => {
        const early = steps.map(({ early: promised }, n): [string, Pledge] => {
          const id = `early/${n}`;
          return [id, { id, agreement: 'test', issue: 'test', act: promised, dueOn: ON, status: 'open' }];
        });
        const lender: State = { ...first, pledges: Object.fromEntries(early) };
        const before = JSON.stringify(lender);
        const own = play(copyState(lender), steps);
        expect(play(borrowState(lender), steps)).toEqual(own);
        expect(JSON.stringify(lender)).toBe(before);
        const plain = ownDraft({ ...lender, pledges: writableCopy(lender.pledges) });
        expect(play(plain, steps)).toEqual(own);
        kept += own.flat().length;
      }),
      { numRuns: 60, seed: 31 },
    );
    expect(kept).toBeGreaterThan(150);
  });

  it('are none of the calendar', () => {
    const state = copyState(first);
    expect(keptBy(state, { type: 'calendar.advance', actor: 'calendar', on: ON })).toEqual([]);
  });
});
