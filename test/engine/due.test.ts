import { describe, expect, it } from 'vitest';
import { dueEvents } from '../../src/engine/due';
import { advanceTo, nextCalendarEvent } from '../../src/engine/replay';
import type { Deadline } from '../../src/model/deadline';
import { MEASURE_KINDS, type MeasureKind } from '../../src/model/measure';
import type { State } from '../../src/model/state';
import { addDays } from '../../src/kit/calendar';
import { explain } from '../../src/engine/explain';
import { kualaLumpur } from '../record';

const TODAY = kualaLumpur.today;
const YESTERDAY = addDays(TODAY, -1);

/** One deadline of each kind with the event that settles it, in the order of a day. */
const ORDER: readonly (readonly [Deadline, string])[] = [
  [
    { kind: 'entry-into-force', on: TODAY, subject: 'a', measureKind: 'portFee' },
    'port-fee.enter-into-force',
  ],
  [{ kind: 'snapback', on: TODAY, subject: 'b', measureKind: 'tariff' }, 'tariff.snapback'],
  [{ kind: 'measure-end', on: TODAY, subject: 'c', measureKind: 'control' }, 'control.lapse'],
  [{ kind: 'threat', on: YESTERDAY, subject: 'd', measureKind: 'listing' }, 'listing.expire-threat'],
  [{ kind: 'licence-effect', on: TODAY, subject: 'e', control: 'x' }, 'licence.take-effect'],
  [{ kind: 'licence-expiry', on: TODAY, subject: 'f', control: 'x' }, 'licence.expire'],
  [{ kind: 'exclusion-end', on: TODAY, subject: 'fa', layer: 'x' }, 'exclusion.expire'],
  [{ kind: 'rate-due', on: TODAY, subject: 'fb', layer: 'x' }, 'tariff.leave-rate'],
  [{ kind: 'probe-resumes', on: TODAY, subject: 'g' }, 'probe.resume'],
  [{ kind: 'probe-decision', on: TODAY, subject: 'h' }, 'probe.lapse'],
  [{ kind: 'purchase-window', on: TODAY, subject: 'i' }, 'purchase.settle'],
  [{ kind: 'undertaking-due', on: TODAY, subject: 'j' }, 'undertaking.fall-due'],
  [{ kind: 'blocking-order-end', on: TODAY, subject: 'ja' }, 'blocking-order.lapse'],
  [{ kind: 'relief-end', on: TODAY, subject: 'jb' }, 'relief.end'],
  [{ kind: 'pledge-due', on: TODAY, subject: 'k' }, 'agreement.default'],
  [{ kind: 'truce-expiry', on: TODAY, subject: 'l' }, 'truce.lapse'],
];

const withDeadlines = (deadlines: readonly Deadline[]): State => ({
  ...kualaLumpur,
  deadlines: [...deadlines],
});

describe('what is due on one day', () => {
  it('is settled by kind in the order of the orders behind it, whatever the order of the list', () => {
    const types = ORDER.map(([, type]) => type);
    const deadlines = ORDER.map(([deadline]) => deadline);
    // The list stands in order of date: a threat of yesterday comes before all of today.
    const threat = deadlines[3]!;
    const rest = deadlines.filter((deadline) => deadline !== threat);
    for (const list of [rest, [...rest].reverse(), [...rest.slice(5), ...rest.slice(0, 5)]]) {
      const due = dueEvents(withDeadlines([threat, ...list]));
      expect(due.map(({ type }) => type)).toEqual(types);
      expect(due.every((event) => event.actor === 'calendar' && event.on === TODAY)).toBe(true);
    }
  });

  it('is settled by an event about its subject, or about the layer whose rate it is', () => {
    for (const [deadline, type] of ORDER) {
      const id = deadline.kind === 'rate-due' ? deadline.layer : deadline.subject;
      const [event, ...others] = dueEvents(withDeadlines([deadline]));
      expect(others).toEqual([]);
      const { actor, on, ...told } = event!;
      expect([actor, on]).toEqual(['calendar', TODAY]);
      expect([
        { type, id },
        { type, key: id },
      ]).toContainEqual(told);
    }
  });

  it('is the changes that were ordered for it alone where there are any, and the rest once they are made', () => {
    const change = (measureKind: MeasureKind, measure: string): Deadline => ({
      ...{ kind: 'change', on: TODAY, subject: `${measure}#change`, measure, measureKind },
    });
    const list = [...ORDER.map(([deadline]) => deadline), ...MEASURE_KINDS.map((kind) => change(kind, kind))];
    const sorted = [...list].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
    expect(dueEvents(withDeadlines(sorted))).toEqual(
      ['control', 'listing', 'portFee', 'tariff'].map((id) => ({
        type: `${id === 'portFee' ? 'port-fee' : id}.take-effect`,
        actor: 'calendar',
        on: TODAY,
        id,
      })),
    );
    const rest = sorted.filter(({ kind }) => kind !== 'change');
    expect(dueEvents(withDeadlines(rest)).map(({ type }) => type)).toEqual(ORDER.map(([, type]) => type));
    const tomorrow = { ...change('tariff', 'later'), on: addDays(TODAY, 1) };
    expect(dueEvents(withDeadlines([...rest, tomorrow])).length).toBe(ORDER.length);
  });

  it('is settled by subject within a kind', () => {
    const list = ['c', 'a', 'd', 'b'].map((subject): Deadline => ({
      kind: 'pledge-due',
      on: TODAY,
      subject,
    }));
    expect(dueEvents(withDeadlines(list)).map((event) => 'id' in event && event.id)).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
  });

  it('leaves tomorrow and the threats of today alone', () => {
    const list: Deadline[] = [
      { kind: 'threat', on: TODAY, subject: 'a', measureKind: 'tariff' },
      { kind: 'pledge-due', on: addDays(TODAY, 1), subject: 'b' },
    ];
    expect(dueEvents(withDeadlines(list))).toEqual([]);
  });

  it('is all that an explanation names nearest, three at most', () => {
    const state = withDeadlines(
      ['a', 'b', 'c', 'd'].map((subject): Deadline => ({ kind: 'pledge-due', on: TODAY, subject })),
    );
    const doubt = { type: 'meeting.doubt', actor: 'US', meeting: 'busan-2025', on: TODAY } as const;
    const { legal, nearest } = explain(state, doubt);
    expect(legal).toBe(false);
    expect(nearest.map((event) => 'id' in event && event.id)).toEqual(['a', 'b', 'c']);
  });
});

describe('the calendar', () => {
  const free = withDeadlines([]);

  it('moves to the day asked for, a year at most at once, and stops at a deadline on the way', () => {
    const step = (state: State, to: string) => {
      const event = nextCalendarEvent(state, to);
      return event?.type === 'calendar.advance' ? event.to : null;
    };
    expect(step(free, addDays(TODAY, 5))).toBe(addDays(TODAY, 5));
    expect(step(free, addDays(TODAY, 366))).toBe(addDays(TODAY, 366));
    expect(step(free, addDays(TODAY, 367))).toBe(addDays(TODAY, 366));
    expect(step(free, TODAY)).toBeNull();
    const one = withDeadlines([{ kind: 'pledge-due', on: addDays(TODAY, 3), subject: 'a' }]);
    expect(step(one, addDays(TODAY, 5))).toBe(addDays(TODAY, 3));
    expect(step(one, addDays(TODAY, 3))).toBe(addDays(TODAY, 3));
    expect(step(one, addDays(TODAY, 2))).toBe(addDays(TODAY, 2));
    const threat = withDeadlines([{ kind: 'threat', on: TODAY, subject: 'a', measureKind: 'tariff' }]);
    expect(step(threat, addDays(TODAY, 5))).toBe(addDays(TODAY, 1));
  });

  it('ends twenty years before there are no more days, and says so', () => {
    const late = { ...withDeadlines([]), today: '9979-12-30' };
    expect(advanceTo(late, '9979-12-31').state.today).toBe('9979-12-31');
    for (const to of ['9980-01-01', '9999-12-31'])
      expect(() => advanceTo(late, to)).toThrow(
        `to: expected a day from 9979-12-30 to 9979-12-31; given the text "${to}"`,
      );
  });

  it('says so where a deadline cannot be settled', () => {
    const stuck = withDeadlines([{ kind: 'pledge-due', on: TODAY, subject: 'nothing' }]);
    expect(() => advanceTo(stuck, addDays(TODAY, 1))).toThrow(/refused itself: agreement\/unknown/);
  });
});
