import { applyPatches, enablePatches } from 'immer';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepInPlace } from '../../src/engine/apply';
import { digest } from '../../src/engine/digest';
import { explain } from '../../src/engine/explain';
import { isMember, legalActions } from '../../src/engine/legal-actions';
import { isLegal, violations } from '../../src/engine/legality';
import { parseEvent } from '../../src/engine/parse';
import { frozen } from '../../src/engine/frozen';
import { transition, transitionIn, transitionWithPatches } from '../../src/engine/transition';
import { defineAction } from '../../src/actions/action-type';
import { tableOf, type Event } from '../../src/actions/index';
import type { Draft } from '../../src/model/state';
import type { State } from '../../src/model/state';
import { legalEvent, perturbedEvent, legalPlay, type PlayedEvents } from '../../src/entries/testing';
import { after, kualaLumpur, morningOf, writableCopy } from '../record';
import { atLength } from '../extent';

const STARTS = [kualaLumpur, morningOf('2025-05-14'), morningOf('2025-11-10')];

/** Plays from mornings of the record; they print as their events. */
const plays = (): fc.Arbitrary<PlayedEvents> =>
  fc.constantFrom(...STARTS).chain((start) => legalPlay(start, { maxMoves: 8 }));
const end = (play: PlayedEvents): State => play.states.at(-1)!;
/** A play and events that may or may not be legal at its end. */
const withEvents = (events: number): fc.Arbitrary<[PlayedEvents, Event[]]> =>
  plays().chain((play) =>
    fc.tuple(
      fc.constant(play),
      fc.array(fc.oneof(legalEvent(end(play)), perturbedEvent(end(play))), {
        minLength: events,
        maxLength: events,
      }),
    ),
  );
const withLegal = (): fc.Arbitrary<[PlayedEvents, Event]> =>
  plays().chain((play) => fc.tuple(fc.constant(play), legalEvent(end(play))));

function deeplyFrozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(deeplyFrozen);
}

function isInSomeTemplate(state: State, event: Event): boolean {
  for (const template of legalActions(state)) if (isMember(template, event)) return true;
  return false;
}

describe('the public transition', () => {
  it('accepts exactly what explain finds nothing against and what is a member of a template', () => {
    let legal = 0;
    let asked = 0;
    fc.assert(
      fc.property(withEvents(10), ([play, events]) => {
        const state = end(play);
        for (const event of events) {
          const accepted = transition(state, event).ok;
          const { legal: explained, refusals } = explain(state, event);
          legal += accepted ? 1 : 0;
          asked += 1;
          expect(explained).toBe(accepted);
          expect(refusals.length === 0).toBe(accepted);
          expect(isLegal(state, event)).toBe(accepted);
          expect(isInSomeTemplate(state, event)).toBe(accepted);
        }
      }),
      { numRuns: atLength(150, 50) },
    );
    expect(legal).toBeGreaterThan(asked / 3);
    expect(legal).toBeLessThan(asked * 0.93);
  });

  it('leaves its argument and the event as they were, whether it accepts or refuses', () => {
    fc.assert(
      fc.property(withEvents(5), ([play, events]) => {
        const state = end(play);
        for (const event of events) {
          const before = JSON.stringify(state);
          const copy = writableCopy(event);
          transition(state, event);
          expect(JSON.stringify(state)).toBe(before);
          expect(event).toEqual(copy);
        }
      }),
      { numRuns: atLength(200, 66) },
    );
  });

  it('returns deeply frozen plain JSON', () => {
    fc.assert(
      fc.property(withEvents(5), ([play, events]) => {
        const state = end(play);
        for (const event of events) {
          const next = transition(state, event);
          if (!next.ok) continue;
          expect(deeplyFrozen(next.state)).toBe(true);
          expect(JSON.parse(JSON.stringify(next.state))).toEqual(next.state);
        }
      }),
      { numRuns: atLength(100, 33) },
    );
  });

  it.each<[string, (copy: State) => State]>([
    ['nothing of which is frozen', (copy) => copy],
    ['that is frozen but not within', (copy) => Object.freeze(copy)],
    [
      'whose columns are frozen but not what is in them',
      (copy) => {
        Object.values(copy).forEach((column: unknown) => Object.freeze(column));
        return Object.freeze(copy);
      },
    ],
  ])('returns deeply frozen states from one of somebody else’s %s', (_, made) => {
    fc.assert(
      fc.property(withEvents(3), ([play, events]) => {
        const state = end(play);
        for (const event of events) {
          const next = transition(made(writableCopy(state)), event);
          if (next.ok) expect(deeplyFrozen(next.state)).toBe(true);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('shares what an event does not touch', () => {
    const next = transition(kualaLumpur, {
      type: 'meeting.doubt',
      actor: 'US',
      meeting: 'busan-2025',
      on: kualaLumpur.today,
    });
    if (!next.ok) throw new Error('the meeting may be doubted');
    const { today, meetings: _meetings, ...untouched } = kualaLumpur;
    expect(next.state).toMatchObject({ today, meetings: { 'busan-2025': { status: 'doubted' } } });
    for (const name of Object.keys(untouched) as (keyof typeof untouched)[])
      expect(next.state[name], name).toBe(kualaLumpur[name]);
  });

  it('refuses an event that was never typed instead of throwing', () => {
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    const nothing = Object.create(null) as object;
    const strange: unknown[] = [
      { type: Symbol('x'), actor: 'US', on: kualaLumpur.today },
      { type: nothing, actor: 'US', on: kualaLumpur.today },
      { type: 'tariff.cut', actor: 'US', on: kualaLumpur.today, id: nothing, ratePct: 1 },
      { type: 'tariff.cut', actor: 'US', on: kualaLumpur.today, id: ['us/ieepa-fentanyl'], ratePct: 1 },
      { type: 'tariff.cut', actor: 'US', on: kualaLumpur.today, id: 'us/ieepa-fentanyl', ratePct: circular },
      { type: 'tariff.cut', actor: 'US', on: kualaLumpur.today, id: 'us/ieepa-fentanyl', ratePct: 10n },
      { type: 'tariff.cut', actor: 'US', on: kualaLumpur.today, id: '__proto__', ratePct: 10 },
      { type: 'toString' },
      {},
    ];
    for (const event of strange) {
      const answer = transition(kualaLumpur, event as Event);
      expect(answer.ok).toBe(false);
      if (!answer.ok) expect(() => JSON.stringify(answer.refusals)).not.toThrow();
    }
  });

  it('gives patches that lead forward and back', () => {
    enablePatches();
    fc.assert(
      fc.property(withEvents(4), ([play, events]) => {
        const state = end(play);
        for (const event of events) {
          const next = transitionWithPatches(state, event);
          if (!next.ok) {
            expect(violations(state, event)).toEqual(next.refusals);
            continue;
          }
          expect(digest(applyPatches(state, [...next.patches]))).toBe(digest(next.state));
          expect(digest(applyPatches(next.state, [...next.inverse]))).toBe(digest(state));
        }
      }),
      { numRuns: atLength(60, 20) },
    );
  });

  it('says the same as the rules in place', () => {
    fc.assert(
      fc.property(withEvents(5), ([play, events]) => {
        const state = end(play);
        for (const event of events) {
          const mutable = writableCopy(state);
          const done = stepInPlace(mutable, event);
          const next = transition(state, event);
          expect(done).toBe(next.ok);
          expect(mutable).toEqual(next.ok ? next.state : state);
        }
      }),
      { numRuns: atLength(100, 33) },
    );
  });

  it('freezes a state deeply', () => {
    expect(deeplyFrozen(frozen(writableCopy(kualaLumpur)))).toBe(true);
  });
});

/** The state after the one act of a type that has just this effect. */
function touched(state: State, effect: (draft: Draft) => void): State {
  const act = { type: 'test.touch', actor: 'US', on: state.today } as const;
  const touch = defineAction({
    ...{ type: act.type, actors: ['US'], doc: 'Touch a state.', cites: ['stylised'], fields: {} },
    ...{ subject: null, subjects: () => [''], rules: [], domains: {}, effect, examples: [act] },
  });
  const next = transitionIn(tableOf([touch]), state, act);
  if (!next.ok) throw new Error('the act is lawful');
  return next.state;
}

describe('an act', () => {
  const seen = after(kualaLumpur, { type: 'meeting.doubt', actor: 'US', meeting: 'busan-2025' });

  it('that changes nothing gives the very state', () => {
    for (const state of [...STARTS, seen]) {
      expect(touched(state, () => undefined)).toBe(state);
      expect(touched(state, (draft) => void draft.deadlines.reverse().reverse())).toBe(state);
    }
  });

  it('that changes one thing gives another state, which shares the rest', () => {
    const moved = touched(kualaLumpur, (draft) => void (draft.meetings['busan-2025']!.place = 'Gyeongju'));
    expect(moved).not.toBe(kualaLumpur);
    expect(moved.deadlines).toBe(kualaLumpur.deadlines);
    expect({ ...moved, meetings: kualaLumpur.meetings }).toEqual(kualaLumpur);
  });

  it('that sets, moves or clears a day gives another list of days with the same days otherwise', () => {
    const { deadlines } = kualaLumpur;
    expect(deadlines.length).toBeGreaterThan(2);
    const fewer = touched(kualaLumpur, (draft) => void draft.deadlines.pop());
    expect(fewer.deadlines).toEqual(deadlines.slice(0, -1));
    const [last] = deadlines.slice(-1);
    const more = touched(fewer, (draft) => void draft.deadlines.push({ ...last! }));
    expect(more.deadlines).toEqual(deadlines);
    const turned = touched(kualaLumpur, (draft) => void draft.deadlines.reverse());
    expect(turned.deadlines).toEqual([...deadlines].reverse());
    for (const state of [fewer, more, turned]) {
      expect(state.deadlines).not.toBe(deadlines);
      expect(state.tariff).toBe(kualaLumpur.tariff);
      expect(deeplyFrozen(state)).toBe(true);
    }
  });

  it('that brings a column or takes one away gives a state with it or without it', () => {
    const bare = touched(kualaLumpur, (draft) => void delete draft.reliefs);
    const brought = touched(bare, (draft) => void (draft.reliefs = {}));
    expect(['reliefs' in bare, 'reliefs' in brought]).toEqual([false, true]);
    const taken = touched(brought, (draft) => void delete draft.reliefs);
    expect(taken).not.toBe(brought);
    expect(taken).toEqual(bare);
    expect('reliefs' in taken).toBe(false);
  });
});

describe('refusals', () => {
  it('are data with a code of family and reason, a rule, a source and facts that survive JSON', () => {
    fc.assert(
      fc.property(withEvents(10), ([play, events]) => {
        const state = end(play);
        for (const event of events) {
          for (const refusal of violations(state, event)) {
            expect(refusal.code).toMatch(/^[a-z][a-z-]*\/[a-z][a-z-]*$/);
            expect(refusal.rule.length).toBeGreaterThan(10);
            expect(JSON.parse(JSON.stringify(refusal))).toEqual(refusal);
          }
        }
      }),
      { numRuns: atLength(100, 33) },
    );
  });

  it('come with nearest events that are legal, three at most', () => {
    fc.assert(
      fc.property(withEvents(4), ([play, events]) => {
        const state = end(play);
        for (const event of events) {
          const { nearest } = explain(state, event);
          expect(nearest.length).toBeLessThanOrEqual(3);
          for (const near of nearest) expect(violations(state, near)).toEqual([]);
        }
      }),
      { numRuns: atLength(60, 20) },
    );
  });

  it('name a legal event of the same type wherever there is one', () => {
    fc.assert(
      fc.property(withLegal(), ([play, event]) => {
        const state = end(play);
        const tomorrow = { ...event, on: '2001-01-01' } as Event;
        expect(
          explain(state, tomorrow).nearest.some(
            (near) => near.type === event.type || near.actor === 'calendar',
          ),
        ).toBe(true);
      }),
      { numRuns: atLength(60, 20) },
    );
  });
});

describe('legal events', () => {
  it('parse as what they are after a trip through JSON', () => {
    fc.assert(
      fc.property(withLegal(), ([, event]) => {
        const parsed = parseEvent(JSON.parse(JSON.stringify(event)));
        expect(parsed).toEqual({ ok: true, event });
      }),
      { numRuns: atLength(300, 100) },
    );
  });
});
