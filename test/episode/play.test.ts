/** Walks: acts on their days with the calendar in between. */
import { describe, expect, it } from 'vitest';
import { facts } from '../../src/facts/packaged';
import type { Event } from '../../src/entries/index';
import { digest } from '../../src/engine/digest';
import { replay } from '../../src/engine/replay';
import { stateOn } from '../../src/facts/initial-state';
import { loadScenario } from '../../src/scenario/library';
import { firstDayOf } from '../../src/scenario/model-specification';
import { act, coerciveAct, newDraft, passTo, refusedSuppositions, playThrough } from '../../src/episode/play';

const first = stateOn(facts, firstDayOf(loadScenario('kuala-lumpur-2025'), facts));
const resume: Event = { type: 'purchase.resume', actor: 'CN', on: '2025-10-28', flow: 'soybeans' };

describe('a walk', () => {
  it('lets the calendar act on the way and leaves the state that it starts from alone', () => {
    const before = digest(first);
    const draft = newDraft(first);
    passTo(draft, '2025-11-12');
    expect(draft.state.today).toBe('2025-11-12');
    expect(draft.state.truce.status).toBe('lapsed');
    expect(draft.events.map((event) => event.type)).toContain('tariff.expire-threat');
    expect(digest(first)).toBe(before);
  });

  it('replays through the public transition to the same state', () => {
    const draft = playThrough(first, [
      resume,
      { type: 'meeting.hold', actor: 'both', meeting: 'busan-2025', on: '2025-10-30' },
    ]);
    const told = replay(first, draft.events);
    expect(told.ok && digest(told.state)).toBe(digest(draft.state));
  });

  it('notes what is refused and goes on', () => {
    const draft = playThrough(first, [resume, resume]);
    expect(draft.refused).toEqual([resume]);
    expect(act(draft, { ...resume, type: 'purchase.halt', on: '2025-10-29' })).toBe(true);
  });

  it('finds a coercive act that is lawful on its day', () => {
    const blow = coerciveAct(first, '2025-10-31')!;
    expect(playThrough(first, [blow]).state.coercion.slice(first.coercion.length)).toMatchObject([
      { on: '2025-10-31' },
    ]);
  });
});

describe('suppositions walked through', () => {
  const conclude: Event = {
    type: 'talks.conclude',
    actor: 'both',
    on: '2025-10-26',
    id: 'kuala-lumpur-2025',
    readout: 'framework',
  };

  it('find the rounds opened and the meeting held', () => {
    const later: Event = {
      type: 'meeting.plan',
      actor: 'both',
      on: '2025-12-01',
      id: 'next',
      day: '2026-04-01',
      place: 'Beijing',
    };
    expect(refusedSuppositions(first, [conclude, later], 'busan-2025')).toEqual([]);
  });

  it('come before protocol on their day', () => {
    const callOff: Event = { type: 'talks.call-off', actor: 'CN', on: '2025-10-25', id: 'kuala-lumpur-2025' };
    expect(refusedSuppositions(first, [callOff], 'busan-2025')).toEqual([]);
    expect(refusedSuppositions(first, [callOff, conclude], 'busan-2025')).toMatchObject([
      { index: 1, event: conclude },
    ]);
  });

  it('come to an end where the meeting falls on the first day and cannot be held', () => {
    expect(refusedSuppositions(first, [resume], first.today)).toEqual([]);
  });
});
