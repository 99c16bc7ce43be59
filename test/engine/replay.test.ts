import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digest } from '../../src/engine/digest';
import { dueEvents } from '../../src/engine/due';
import { invariants, brokenInvariants } from '../../src/engine/invariants';
import { advanceTo, nextCalendarEvent, replay } from '../../src/engine/replay';
import { transition } from '../../src/engine/transition';
import type { Event } from '../../src/actions/index';
import { addDays } from '../../src/kit/calendar';
import { legalPlay } from '../../src/entries/testing';
import { after, kualaLumpur, later, morningOf, writableCopy } from '../record';
import { atLength } from '../extent';

describe('lawful plays', () => {
  it('keep every invariant after every step, over plays of 25 moves', () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(kualaLumpur, morningOf('2025-05-14'), morningOf('2025-11-10'))
          .chain((start) => legalPlay(start, { minMoves: 25, maxMoves: 25 })),
        ({ events, states }) => {
          expect(events).toHaveLength(25);
          states.forEach((state, step) => {
            expect(brokenInvariants(state), `after ${JSON.stringify(events[step - 1])}`).toEqual([]);
          });
        },
      ),
      { numRuns: atLength(300, 60) },
    );
  });

  it('law 18: replaying the log, also through JSON, gives the live state', () => {
    fc.assert(
      fc.property(legalPlay(kualaLumpur), ({ events, states }) => {
        const log = JSON.parse(JSON.stringify(events)) as Event[];
        const replayed = replay(kualaLumpur, log);
        expect(replayed.ok).toBe(true);
        expect(replayed.state).toEqual(states.at(-1));
        expect(digest(replayed.state)).toBe(digest(states.at(-1)));
      }),
      { numRuns: 150 },
    );
  });
});

describe('replay', () => {
  const doubt: Event = { type: 'meeting.doubt', actor: 'US', meeting: 'busan-2025', on: '2025-10-25' };

  it('stops at the first refused event and says which and why', () => {
    const answer = replay(kualaLumpur, [doubt, doubt]);
    expect(answer).toMatchObject({ ok: false, at: 1, event: doubt });
    expect(answer.ok ? '' : answer.refusals[0]!.code).toBe('meeting/wrong-status');
    expect(answer.state.meetings['busan-2025']!.status).toBe('doubted');
  });

  it('of nothing is the start', () => {
    expect(replay(kualaLumpur, [])).toEqual({ ok: true, state: kualaLumpur });
  });
});

describe('what falls due', () => {
  it('is settled in the order of its dates on the way to a day', () => {
    const { events, state } = advanceTo(kualaLumpur, '2026-12-01');
    const days = events.map((event) => event.on);
    expect(days).toEqual([...days].sort());
    expect(state.today).toBe('2026-12-01');
    for (const deadline of kualaLumpur.deadlines) {
      if (deadline.on >= '2026-12-01') continue;
      const day = deadline.kind === 'threat' ? addDays(deadline.on, 1) : deadline.on;
      expect(
        events.some((event) => event.on === day && event.type !== 'calendar.advance'),
        deadline.subject,
      ).toBe(true);
    }
  });

  it('is not carried to what is no day', () => {
    for (const to of ['2025-02-30', 'tomorrow', 5, undefined])
      expect(() => advanceTo(kualaLumpur, to as string)).toThrow(/^to: expected a day that exists/);
  });

  it('does not depend on the stops made on the way', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 6 }), (steps) => {
        let state = kualaLumpur;
        for (const step of steps) state = later(state, addDays(state.today, step));
        expect(later(state, '2028-01-01')).toEqual(later(kualaLumpur, '2028-01-01'));
      }),
      { numRuns: 40 },
    );
  });

  it('enters into force before what snaps back, and the truce lapses last', () => {
    const order = after(kualaLumpur, {
      type: 'tariff.carry-out',
      actor: 'US',
      id: 'us/ieepa-hundred',
      from: '2025-11-10',
    });
    const eve = later(order, '2025-11-09');
    const moved = transition(eve, {
      type: 'calendar.advance',
      actor: 'calendar',
      on: eve.today,
      to: '2025-11-10',
    });
    const types = moved.ok ? dueEvents(moved.state).map((event) => event.type) : [];
    expect(types[0]).toBe('tariff.enter-into-force');
    expect(types.at(-1)).toBe('truce.lapse');
    expect(types.slice(1, -1).every((type) => type.endsWith('.snapback'))).toBe(true);
  });

  it('is legal in any order and ends with nothing due', () => {
    const eve = later(kualaLumpur, '2025-11-09');
    const moved = transition(eve, {
      type: 'calendar.advance',
      actor: 'calendar',
      on: eve.today,
      to: '2025-11-10',
    });
    if (!moved.ok) throw new Error('the calendar stands still');
    fc.assert(
      fc.property(
        fc.shuffledSubarray(dueEvents(moved.state), { minLength: dueEvents(moved.state).length }),
        (events) => {
          const settled = replay(moved.state, events);
          expect(settled.ok).toBe(true);
          expect(dueEvents(settled.state)).toEqual([]);
          expect(brokenInvariants(settled.state)).toEqual([]);
          expect(settled.state.deadlines).toEqual(later(eve, '2025-11-10').deadlines);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('the calendar stands still on the day asked for', () => {
    expect(nextCalendarEvent(kualaLumpur, kualaLumpur.today)).toBeNull();
    expect(nextCalendarEvent(kualaLumpur, '2025-01-01')).toBeNull();
    expect(advanceTo(kualaLumpur, '2025-01-01')).toEqual({ state: kualaLumpur, events: [] });
  });
});

describe('invariants', () => {
  it('have names of their own and see what they promise', () => {
    expect(new Set(invariants.map((invariant) => invariant.name)).size).toBe(invariants.length);
    const broken = writableCopy(kualaLumpur);
    broken.tariff['us/ieepa-fentanyl']!.ratePct = -1;
    broken.deadlines = [];
    broken.authorities.s301!.standing = 'struck-down';
    broken.control['us/advanced-chips']!.severity = 2;
    const found = brokenInvariants(broken).join('; ');
    for (const part of [
      'no rate is negative',
      'has a snapback',
      'struck down',
      'between 0 and 1',
      'waited for',
    ])
      expect(found).toContain(part);
  });

  it('hold of every day of the record since the first duties', () => {
    for (let day = '2018-03-01'; day < '2025-11-11'; day = addDays(day, 17)) {
      expect(brokenInvariants(morningOf(day)), day).toEqual([]);
    }
    for (const day of ['2025-05-14', '2025-08-11', '2025-10-10', '2025-10-30', '2025-11-10']) {
      expect(brokenInvariants(later(morningOf(day), '2027-06-01')), day).toEqual([]);
    }
  });
});
