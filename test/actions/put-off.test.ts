/** The moves that the record of 2018 to 2025 needs beside the plain life of a measure. */
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../src/kit/calendar';
import { averageTariffPct } from '../../src/model/tariff';
import type { State } from '../../src/model/state';
import { legalActions, sampleMember } from '../../src/engine/legal-actions';
import { after, kualaLumpur, later, morningOf, refusals, type Act } from '../record';

const putOff = (id: string, until: string | null): Act => ({
  type: 'tariff.put-off',
  actor: 'US',
  id,
  until,
});

describe('an order or a threat put off', () => {
  const december = morningOf('2019-12-12');

  it('without a date stays on the books, suspended, and no day brings it back (list 4B, December 2019)', () => {
    const state = after(december, putOff('us/s301-list4b', null));
    expect(state.tariff['us/s301-list4b']).toMatchObject({
      status: 'suspended',
      suspendedUntil: null,
      ratePct: 15,
    });
    expect(later(state, '2020-03-01').tariff['us/s301-list4b']!.status).toBe('suspended');
  });

  it('until a date applies on that date at its stored rate', () => {
    const state = after(december, putOff('us/s301-list4b', '2020-02-01'));
    expect(later(state, '2020-01-31').tariff['us/s301-list4b']!.status).toBe('suspended');
    expect(later(state, '2020-02-01').tariff['us/s301-list4b']).toMatchObject({
      status: 'in-force',
      ratePct: 15,
    });
  });

  it('until a date is still a threat where it was only one, which no day makes apply', () => {
    const threatened = kualaLumpur.tariff['us/ieepa-hundred']!;
    const state = after(kualaLumpur, putOff('us/ieepa-hundred', '2025-12-01'));
    expect(state.tariff['us/ieepa-hundred']).toEqual({
      ...threatened,
      dueOn: '2025-12-01',
    });
    expect(state.coercion).toEqual(kualaLumpur.coercion);
    expect(later(state, '2025-12-02').tariff['us/ieepa-hundred']!.status).toBe('lapsed');
  });

  it('is later than it was, and what is in force is suspended instead', () => {
    expect(refusals(december, putOff('us/s301-list4b', '2019-12-14'))).toEqual(['tariff/date-not-later']);
    expect(refusals(december, putOff('us/s301-list4a', null))).toEqual(['tariff/wrong-status']);
  });

  it('can be threatened anew, and lapses as a threat where nothing follows (list 3, May 2019)', () => {
    const open = after(december, putOff('us/s301-list4b', null));
    const act: Act = {
      type: 'tariff.set-deadline',
      actor: 'US',
      id: 'us/s301-list4b',
      dueOn: '2020-01-10',
      voice: 'leader',
    };
    const state = after(open, act);
    expect(state.tariff['us/s301-list4b']).toMatchObject({ status: 'threatened', dueOn: '2020-01-10' });
    expect(later(state, '2020-01-11').tariff['us/s301-list4b']!.status).toBe('lapsed');
  });

  it('has no life of its own where it was never in force, so that the calendar can settle it (Section 122)', () => {
    const threat: Act = {
      type: 'tariff.set-deadline',
      actor: 'US',
      id: 'us/new',
      dueOn: '2026-09-01',
      voice: 'leader',
    };
    const propose: Act = {
      type: 'tariff.propose',
      actor: 'US',
      id: 'us/new',
      label: 'a duty for the balance of payments',
      authority: 's122',
      basis: null,
      ratePct: 15,
      share: 1,
    };
    const state = after(kualaLumpur, propose, threat);
    expect(state.tariff['us/new']).toMatchObject({ status: 'threatened', endsOn: null });
    expect(later(state, '2026-12-01').tariff['us/new']!.status).toBe('lapsed');
  });

  it('with a day of return is neither threatened nor given another day', () => {
    const dated = after(december, putOff('us/s301-list4b', '2020-02-01'));
    const act: Act = {
      type: 'tariff.set-deadline',
      actor: 'US',
      id: 'us/s301-list4b',
      dueOn: '2020-01-10',
      voice: 'leader',
    };
    expect(refusals(dated, act)).toEqual(['tariff/has-a-return']);
    expect(
      refusals(dated, {
        type: 'tariff.schedule-return',
        actor: 'US',
        id: 'us/s301-list4b',
        until: '2020-03-01',
      }),
    ).toEqual(['tariff/has-a-return']);
  });
});

describe('an open-ended suspension', () => {
  it('is given a day of return and ends on it (cars, August 2019)', () => {
    const state = after(morningOf('2019-06-01'), {
      type: 'tariff.schedule-return',
      actor: 'CN',
      id: 'cn/autos',
      until: '2019-12-15',
    });
    expect(later(state, '2019-12-15').tariff['cn/autos']!.status).toBe('in-force');
  });
});

describe('a pending rise', () => {
  const may = morningOf('2019-05-09');
  const fold = (into: string): Act => ({
    type: 'tariff.fold-in',
    actor: 'US',
    id: 'us/s301-list3-rise-2019',
    into,
  });

  it('folded in raises its duty from 10 to 25 and lapses itself, so that nothing is counted twice', () => {
    const state = after(may, fold('us/s301-list3'));
    expect(state.tariff['us/s301-list3']!.ratePct).toBe(25);
    expect(state.tariff['us/s301-list3-rise-2019']!.status).toBe('lapsed');
    expect(averageTariffPct(state, 'usOnCn') - averageTariffPct(may, 'usOnCn')).toBeCloseTo(15 * 0.3733, 9);
    expect(state.coercion.at(-1)).toMatchObject({ on: '2019-05-09', by: 'US', measure: 'us/s301-list3' });
    expect(state.coercion.at(-1)!.size).toBeCloseTo(15 * 0.3733, 9);
  });

  it('goes into a duty in force of the same party under the same statute only', () => {
    for (const into of ['us/s232-metals-2018', 'cn/list3', 'us/s301-list3-rise-2019', 'nothing'])
      expect(refusals(may, fold(into)), into).toEqual(['tariff/not-the-same-footing']);
  });
});

describe('a statutory rate', () => {
  it('is set by its own party, and an executive duty is not', () => {
    const set = (actor: 'US' | 'CN', id: string): Act => ({
      type: 'tariff.set-by-statute',
      actor,
      id,
      ratePct: 5,
    });
    expect(after(kualaLumpur, set('CN', 'cn/mfn')).tariff['cn/mfn']!.ratePct).toBe(5);
    expect(refusals(kualaLumpur, set('US', 'cn/mfn'))).toEqual(['tariff/not-the-imposer']);
    expect(refusals(kualaLumpur, set('CN', 'cn/list1'))).toEqual(['tariff/not-statutory']);
  });
});

describe('the longest life of a measure that was put off (150 days under Section 122)', () => {
  const id = 'us/surcharge';
  const size = { id, label: 'A surcharge', authority: 's122', basis: null, ratePct: 10, share: 1 };
  const begun = after(
    kualaLumpur,
    { type: 'tariff.impose', actor: 'US', ...size, from: kualaLumpur.today },
    { type: 'tariff.suspend', actor: 'US', id, until: null },
    { type: 'tariff.set-deadline', actor: 'US', id, dueOn: '2026-10-01', voice: 'leader' },
  );
  const end = begun.tariff[id]!.endsOn!;

  it('runs on while it is threatened anew, and on its end the measure lapses and the calendar goes on', () => {
    expect(daysBetween(begun.today, end)).toBe(150);
    expect(later(begun, addDays(end, -1)).tariff[id]!.status).toBe('threatened');
    expect(later(begun, end).tariff[id]!.status).toBe('lapsed');
    expect(later(begun, addDays(end, 30)).today).toBe(addDays(end, 30));
  });

  it('begins on the day on which the measure first applies, whatever was done with it before', () => {
    const TODAY = kualaLumpur.today;
    let applied = 0;
    let never = 0;
    const live = (state: State, moves: number, firstInForce: string | null): void => {
      const { status, endsOn } = state.tariff[id]!;
      const first = firstInForce ?? (status === 'in-force' ? state.today : null);
      expect(endsOn, status).toBe(first === null ? null : addDays(first, 150));
      if (first === null) never += 1;
      else applied += 1;
      if (moves === 0 || status === 'withdrawn' || status === 'lapsed') return;
      for (const template of legalActions(state, { actor: 'US', subject: id }))
        for (const at of [0.1, 0.6])
          live(
            after(
              state,
              sampleMember(template, () => at),
            ),
            moves - 1,
            first,
          );
      const next = state.deadlines.find(({ subject }) => subject === id)?.on;
      if (next !== undefined && next > state.today) live(later(state, next), moves - 1, first);
    };
    live(after(kualaLumpur, { type: 'tariff.propose', actor: 'US', ...size }), 3, null);
    live(
      after(kualaLumpur, {
        type: 'tariff.threaten',
        actor: 'US',
        ...size,
        dueOn: '2025-11-20',
        voice: 'leader',
      }),
      3,
      null,
    );
    live(
      after(kualaLumpur, { type: 'tariff.impose', actor: 'US', ...size, from: addDays(TODAY, 9) }),
      3,
      null,
    );
    expect(Math.min(applied, never)).toBeGreaterThan(50);
  });

  it('is not begun anew by an order', () => {
    const ordered = after(begun, { type: 'tariff.carry-out', actor: 'US', id, from: addDays(end, -10) });
    expect(later(ordered, addDays(end, -1)).tariff[id]!.status).toBe('in-force');
    expect(later(ordered, end).tariff[id]!.status).toBe('lapsed');
    const late = after(begun, { type: 'tariff.carry-out', actor: 'US', id, from: addDays(end, 10) });
    expect(later(late, addDays(end, -1)).tariff[id]!.status).toBe('scheduled');
    expect(later(late, end).tariff[id]!.status).toBe('lapsed');
  });
});

describe('issues', () => {
  const raise: Act = {
    type: 'issue.raise',
    actor: 'US',
    id: 'overcapacity',
    label: 'Overcapacity',
    giver: 'CN',
    indivisible: false,
  };

  it('are raised once and dropped, but not while a meeting ahead has them on its agenda', () => {
    const raised = after(kualaLumpur, raise);
    expect(refusals(raised, raise)).toEqual(['issue/id-taken']);
    expect(after(raised, { type: 'issue.drop', actor: 'CN', id: 'overcapacity' }).issues).not.toHaveProperty(
      'overcapacity',
    );
    expect(refusals(kualaLumpur, { type: 'issue.drop', actor: 'CN', id: 'soybeans' })).toEqual([
      'issue/on-the-agenda',
    ]);
    expect(refusals(kualaLumpur, { type: 'issue.drop', actor: 'CN', id: 'overcapacity' })).toEqual([
      'issue/unknown',
    ]);
  });
});

describe('a truce without a date', () => {
  const conclude: Act = {
    type: 'truce.conclude',
    actor: 'both',
    id: 'open-truce',
    label: 'x',
    until: null,
    covered: [],
    provisional: true,
  };

  it('binds without an end, and is not extended to any day, since none is later', () => {
    const open = after(morningOf('2019-06-28'), conclude);
    expect(open.truce.expiresOn).toBeNull();
    expect(later(open, '2021-01-01').truce.status).toBe('provisional');
    for (const until of ['2019-06-29', '2019-09-01', '2021-06-01'])
      expect(refusals(open, { type: 'truce.extend', actor: 'both', until })).toEqual([
        'truce/extension-not-later',
      ]);
    expect(refusals(open, { type: 'truce.extend', actor: 'both', until: null })).toEqual([
      'truce/extension-not-later',
    ]);
  });

  it('still to be confirmed is not strained by an accusation, which stays on its record', () => {
    const accused = after(morningOf('2019-06-28'), conclude, {
      type: 'truce.breach',
      actor: 'CN',
      by: 'US',
      through: 'a listing',
    });
    expect(accused.truce).toMatchObject({
      status: 'provisional',
      breaches: [{ by: 'US', through: 'a listing' }],
    });
    expect(after(accused, { type: 'truce.confirm', actor: 'both' }).truce.status).toBe('in-force');
  });
});

describe('a doubted meeting', () => {
  it('is reinstated as planned, and an undoubted one cannot be', () => {
    const doubted = after(kualaLumpur, { type: 'meeting.doubt', actor: 'US', meeting: 'busan-2025' });
    expect(
      after(doubted, { type: 'meeting.reinstate', actor: 'US', meeting: 'busan-2025' }).meetings[
        'busan-2025'
      ]!.status,
    ).toBe('planned');
    expect(refusals(kualaLumpur, { type: 'meeting.reinstate', actor: 'US', meeting: 'busan-2025' })).toEqual([
      'meeting/wrong-status',
    ]);
  });
});
