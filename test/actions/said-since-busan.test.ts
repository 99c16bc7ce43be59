/**
 * What law and parties did after Busan, said as what it was: each act is played on the state of the record on 10 November 2025,
 * moved to its day by the calendar, and must be lawful there; beside it stands what the law still refuses.
 */
import { describe, expect, it } from 'vitest';
import { actionTypeOf, type Event } from '../../src/actions/index';
import { explain } from '../../src/engine/explain';
import { transition } from '../../src/engine/transition';
import { facts } from '../../src/facts/packaged';
import { recordedOn } from '../../src/facts/fold';
import { freedOn } from '../../src/model/export-control';
import type { State } from '../../src/model/state';
import { averageTariffPct } from '../../src/model/tariff';
import { kualaLumpur, later, refusals, today, type Act } from '../record';

const recorded = recordedOn(facts, '2025-11-10');
if (!recorded.ok) throw new Error('the record breaks off before 10 November 2025');
const afterBusan: State = recorded.state;

/** The state after acts, each on its day, with what fell due on the way. */
function played(...acts: readonly Event[]): State {
  let state = afterBusan;
  for (const act of acts) {
    state = later(state, act.on);
    const next = transition(state, act);
    if (!next.ok) throw new Error(`${act.on} ${act.type}: ${JSON.stringify(next.refusals)}`);
    state = next.state;
  }
  return state;
}

describe('licences of any length', () => {
  const general: Event = {
    type: 'licence.grant',
    actor: 'CN',
    on: '2025-12-02',
    id: 'cn/rare-earths-april',
    licence: 'general-december',
    share: 0.2,
    effectiveOn: '2025-12-02',
    until: '2026-12-02',
    general: true,
    holders: 'three suppliers of magnets',
  };

  it('general licences of one year for three firms free their share for that year and no longer', () => {
    const state = played(general);
    const control = state.control['cn/rare-earths-april']!;
    expect(control.licences.at(-1)).toMatchObject({
      status: 'effective',
      terms: { general: true, holders: 'three suppliers of magnets' },
    });
    const freed = (day: string) => freedOn(control, day);
    expect(freed('2026-12-01') - freed('2026-12-02')).toBeCloseTo(0.2);
    const ended = later(state, '2026-12-02').control['cn/rare-earths-april']!;
    expect(ended.licences.at(-1)!.status).toBe('expired');
  });

  it('chips may be sold for a quarter of the proceeds and up to half of what is sold at home', () => {
    const state = played({
      type: 'licence.grant',
      actor: 'US',
      on: '2025-12-08',
      id: 'us/advanced-chips',
      licence: 'h200',
      share: 0.25,
      effectiveOn: '2026-01-13',
      until: null,
      capPct: 50,
      revenueSharePct: 25,
    });
    const licence = (it: State) => it.control['us/advanced-chips']!.licences.at(-1)!;
    expect(licence(state).terms).toEqual({ capPct: 50, revenueSharePct: 25 });
    expect(licence(state).status).toBe('pending');
    expect(licence(later(state, '2026-01-13')).status).toBe('effective');
  });

  const grant = (effectiveOn: string, until: string | null): Act => ({
    type: 'licence.grant',
    actor: 'CN',
    id: 'cn/rare-earths-april',
    licence: 'short',
    share: 0.1,
    effectiveOn,
    until,
  });

  it.each([
    ['2025-10-25', '2025-10-26'],
    ['2025-12-27', '2025-12-28'],
    ['2026-10-25', '2026-10-26'],
    ['2025-10-25', '2029-10-25'],
    ['2025-10-25', null],
  ])('from %s to %s are lawful', (effectiveOn, until) => {
    expect(refusals(kualaLumpur, grant(effectiveOn, until))).toEqual([]);
  });

  it.each([
    ['2025-10-25', '2025-10-25'],
    ['2025-12-27', '2025-12-27'],
    ['2025-12-27', '2025-11-01'],
    ['2025-10-25', '2029-10-26'],
  ])('from %s to %s end before they start, or too late', (effectiveOn, until) => {
    expect(refusals(kualaLumpur, grant(effectiveOn, until))).toEqual(['licence/ends-before-it-starts']);
  });

  it.each([
    [{ capPct: 0 }, 'licence/cap-out-of-range'],
    [{ revenueSharePct: 101 }, 'licence/revenue-share-out-of-range'],
  ])('with %j have no such terms', (terms, code) => {
    expect(refusals(kualaLumpur, { ...grant('2025-10-25', null), ...terms } as Act)).toEqual([code]);
  });
});

describe('threats without a date', () => {
  const banks: Event = {
    type: 'listing.threaten',
    actor: 'US',
    on: '2026-08-24',
    id: 'us/bank-sanctions',
    label: 'Sanctions on Chinese banks',
    authority: 'ieepa',
    basis: null,
    list: 'sdn-list',
    entities: 4,
    dueOn: null,
    voice: 'officials',
  };
  const state = played(banks);
  const id = 'us/bank-sanctions';

  it('stand without a clock: no day of the calendar ends one', () => {
    expect(state.listing[id]).toMatchObject({ status: 'threatened', dueOn: null });
    expect(later(state, '2028-08-24').listing[id]).toMatchObject({
      status: 'threatened',
      since: '2026-08-24',
    });
  });

  it('may be given a day later, and then expire on it', () => {
    const act = {
      type: 'listing.set-deadline',
      actor: 'US',
      id,
      dueOn: '2026-10-01',
      voice: 'leader',
    } as const;
    const dated = transition(state, { ...act, on: state.today });
    if (!dated.ok) throw new Error('refused');
    expect(dated.state.listing[id]).toMatchObject({ status: 'threatened', dueOn: '2026-10-01' });
    expect(later(dated.state, '2026-10-02').listing[id]!.status).toBe('lapsed');
    expect(refusals(dated.state, act)).toEqual(['listing/has-a-date']);
  });

  it('are not made again without a day', () => {
    const act = { type: 'listing.set-deadline', actor: 'US', id, dueOn: null, voice: 'leader' } as const;
    expect(refusals(state, act)).toEqual(['listing/date-not-ahead']);
  });

  it('may be carried out and withdrawn on any day', () => {
    expect(refusals(state, { type: 'listing.carry-out', actor: 'US', id, from: state.today })).toEqual([]);
    expect(refusals(state, { type: 'listing.withdraw', actor: 'US', id, traded: false })).toEqual([]);
  });

  it.each(['postpone', 'put-off'] as const)(
    'cannot be moved by %s, since there is no day to move',
    (verb) => {
      const act = { type: `listing.${verb}`, actor: 'US', id, until: '2027-01-10' } as Act;
      expect(refusals(state, act)).toEqual(['listing/without-a-date']);
      const { nearest } = explain(state, today(state, act));
      expect(nearest[0]).toMatchObject({ type: 'listing.set-deadline', id });
      expect(nearest[1]).toMatchObject({ type: 'listing.withdraw', id });
    },
  );

  it('a duty that was only proposed is held back by nothing that has a date either', () => {
    const proposed = played({
      type: 'tariff.propose',
      actor: 'US',
      on: '2026-08-24',
      id: 'us/overcapacity',
      label: 'Duty on overcapacity',
      authority: 's122',
      basis: null,
      ratePct: 7.5,
      share: 0.5,
    });
    const act = { type: 'tariff.put-off', actor: 'US', id: 'us/overcapacity', until: null } as Act;
    expect(refusals(proposed, act)).toEqual(['tariff/wrong-status', 'tariff/without-a-date']);
    expect(explain(proposed, today(proposed, act)).nearest[0]).toMatchObject({
      type: 'tariff.set-deadline',
      id: 'us/overcapacity',
    });
  });

  it.each(['tariff', 'control', 'port-fee', 'listing'] as const)('are open to a %s', (family) => {
    const example = actionTypeOf(`${family}.threaten`)!.examples[0]!;
    const basis = family === 'port-fee' ? { basis: 'us/probe-s301-2024-review' } : {};
    expect(refusals(kualaLumpur, { ...example, ...basis, dueOn: null } as Act)).toEqual([]);
    expect(refusals(kualaLumpur, { ...example, ...basis, dueOn: kualaLumpur.today } as Act)).toEqual([
      `${family}/date-not-ahead`,
    ]);
  });
});

describe('narrowing a duty', () => {
  const list = { id: 'us/s301-list3', exclusion: 'thirty-for-thirty', label: '77 tariff lines' };
  const exclude = (on: string, share: number, until: string | null): Event => ({
    type: 'tariff.exclude',
    actor: 'US',
    on,
    ...list,
    share,
    until,
  });
  const key = 'us/s301-list3#thirty-for-thirty';
  const average = (state: State) => averageTariffPct(state, 'usOnCn');
  const layerOf = (state: State) => state.tariff[list.id]!;
  const { share, ratePct } = layerOf(afterBusan);

  it('lowers the average by the rate times the share of the list, until its day', () => {
    const state = played(exclude('2026-09-27', 0.03, '2027-01-10'));
    const without = later(afterBusan, '2026-09-27');
    expect(average(without) - average(state)).toBeCloseTo(ratePct * 0.03, 9);
    expect(layerOf(state).share).toBeCloseTo(share - 0.03, 12);
    expect(layerOf(later(state, '2027-01-09')).exclusions).toHaveLength(1);
    const ended = layerOf(later(state, '2027-01-10'));
    expect(ended.share).toBe(share);
    expect(ended).not.toHaveProperty('exclusions');
  });

  it('outlives a rise, a cut and a widening of its duty', () => {
    let state = played(exclude('2026-09-27', 0.03, null));
    const act = (given: Act) => {
      const next = transition(state, today(state, given));
      if (!next.ok) throw new Error(JSON.stringify(next.refusals));
      state = next.state;
    };
    act({ type: 'tariff.raise', actor: 'US', id: list.id, ratePct: 30 });
    act({ type: 'tariff.widen', actor: 'US', id: list.id, share: share });
    act({ type: 'tariff.cut', actor: 'US', id: list.id, ratePct: 20 });
    expect(layerOf(state)).toMatchObject({ ratePct: 20, share, exclusions: [{ share: 0.03, until: null }] });
    expect(refusals(state, { type: 'tariff.widen', actor: 'US', id: list.id, share: 0.99 })).toEqual([
      'tariff/not-a-widening',
    ]);
  });

  it('takes out no more than is left, and the same list once', () => {
    const of = (given: number): Act => ({
      type: 'tariff.exclude',
      actor: 'US',
      ...list,
      share: given,
      until: null,
    });
    const state = later(afterBusan, '2026-09-27');
    expect(refusals(state, of(share))).toEqual([]);
    expect(refusals(state, of(share + 0.001))).toEqual(['exclusion/too-much']);
    expect(refusals(played(exclude('2026-09-27', 0.01, null)), of(0.01))).toEqual(['exclusion/id-taken']);
    expect(refusals(state, { ...of(0.01), actor: 'CN' } as Act)).toEqual(['tariff/not-the-imposer']);
    expect(refusals(state, { ...of(0.01), until: state.today } as Act)).toEqual([
      'exclusion/ends-too-early-or-late',
    ]);
  });

  it('may be prolonged and taken back early by its author alone; only the latter presses', () => {
    const state = played(exclude('2026-09-27', 0.03, '2026-11-10'));
    const after = (given: Act) => {
      const next = transition(state, today(state, given));
      if (!next.ok) throw new Error(JSON.stringify(next.refusals));
      return next.state;
    };
    const prolonged = after({ type: 'exclusion.extend', actor: 'US', key, until: '2027-11-10' });
    expect(prolonged.coercion).toEqual(state.coercion);
    expect(layerOf(later(prolonged, '2027-11-09')).exclusions).toHaveLength(1);
    const revoked = after({ type: 'exclusion.revoke', actor: 'US', key });
    expect(layerOf(revoked).share).toBe(share);
    expect(revoked.coercion.at(-1)).toMatchObject({ by: 'US', measure: list.id, from: '2026-09-27' });
    expect(later(state, '2026-11-10').coercion).toEqual(state.coercion);
    expect(refusals(state, { type: 'exclusion.revoke', actor: 'CN', key })).toEqual([
      'exclusion/not-the-imposer',
    ]);
    expect(refusals(state, { type: 'exclusion.extend', actor: 'US', key, until: '2026-11-10' })).toEqual([
      'exclusion/extension-not-later',
    ]);
  });

  it('goes with its duty, and so does the day on which it would have ended', () => {
    const state = played(exclude('2026-09-27', 0.03, '2027-01-10'), {
      type: 'tariff.withdraw',
      actor: 'US',
      on: '2026-10-01',
      id: list.id,
      traded: true,
    });
    expect(layerOf(state)).not.toHaveProperty('exclusions');
    expect(state.deadlines.filter(({ subject }) => subject === key)).toEqual([]);
  });
});

describe('an order whose rate is still open', () => {
  const chips: readonly Event[] = [
    {
      type: 'probe.find',
      actor: 'US',
      on: '2025-12-22',
      id: 'us/probe-s301-legacy-chips',
      affirmative: true,
    },
    {
      type: 'tariff.impose',
      actor: 'US',
      on: '2025-12-23',
      id: 'us/s301-chips',
      label: 'Duty on legacy chips',
      authority: 's301',
      basis: 'us/probe-s301-legacy-chips',
      ratePct: 0,
      share: 0.01,
      from: '2025-12-23',
      rateBy: '2027-06-23',
    },
  ];
  const set = (ratePct: number): Act => ({
    type: 'tariff.set-rate',
    actor: 'US',
    id: 'us/s301-chips',
    ratePct,
  });

  it('is in force, collects nothing, and presses only once its rate is set', () => {
    const state = played(...chips);
    expect(state.tariff['us/s301-chips']).toMatchObject({
      status: 'in-force',
      ratePct: 0,
      rateBy: '2027-06-23',
    });
    expect(averageTariffPct(state, 'usOnCn')).toBe(
      averageTariffPct(later(afterBusan, '2025-12-23'), 'usOnCn'),
    );
    expect(state.coercion).toEqual(afterBusan.coercion);
    const lastDay = later(state, '2027-06-23');
    const next = transition(lastDay, today(lastDay, set(25)));
    if (!next.ok) throw new Error(JSON.stringify(next.refusals));
    expect(next.state.tariff['us/s301-chips']).toMatchObject({ ratePct: 25 });
    expect(next.state.tariff['us/s301-chips']).not.toHaveProperty('rateBy');
    expect(next.state.coercion.at(-1)).toMatchObject({ measure: 'us/s301-chips', size: 0.25 });
    expect(refusals(next.state, set(30))).toEqual(['tariff/no-rate-to-set']);
    expect(explain(next.state, today(next.state, set(30))).nearest[0]).toMatchObject({
      type: 'tariff.raise',
      id: 'us/s301-chips',
      ratePct: 30,
    });
  });

  it('stays at its rate where none is set by the last day', () => {
    const state = later(played(...chips), '2027-06-24');
    expect(state.tariff['us/s301-chips']).toMatchObject({ status: 'in-force', ratePct: 0 });
    expect(refusals(state, set(25))).toEqual(['tariff/no-rate-to-set']);
  });

  it('meets the ceiling of its statute when the rate is set', () => {
    const state = played({
      type: 'tariff.impose',
      actor: 'US',
      on: '2026-01-05',
      id: 'us/s122-open',
      label: 'Surcharge',
      authority: 's122',
      basis: null,
      ratePct: 0,
      share: 0.5,
      from: '2026-01-05',
      rateBy: null,
    });
    const rate = (ratePct: number): Act => ({
      type: 'tariff.set-rate',
      actor: 'US',
      id: 'us/s122-open',
      ratePct,
    });
    expect(refusals(state, rate(15))).toEqual([]);
    expect(refusals(state, rate(15.1))).toEqual(['tariff/above-the-ceiling']);
  });

  it.each(['propose', 'threaten', 'impose'])(
    '%s: a new duty at 0 says that its rate is open, and the nearest legal one names no day for it',
    (verb) => {
      const state = later(played(chips[0]!), '2025-12-23');
      const { rateBy: _rateBy, from, ...rest } = chips[1] as Extract<Event, { type: 'tariff.impose' }>;
      const more = { propose: {}, threaten: { dueOn: null, voice: 'leader' }, impose: { from } }[verb];
      const act = (ratePct: number) => ({ ...rest, ...more, type: `tariff.${verb}`, ratePct }) as Event;
      expect(refusals(state, act(0))).toEqual(['tariff/rate-day-not-ahead']);
      expect(explain(state, act(0)).nearest[0]).toEqual({ ...act(0), rateBy: null });
      expect(refusals(state, act(0.1))).toEqual([]);
    },
  );

  it('names a day ahead or none', () => {
    const order = { ...chips[1], from: '2026-01-05' };
    for (const [rateBy, codes] of [
      ['2026-01-05', ['tariff/rate-day-not-ahead']],
      ['2031-01-06', ['tariff/rate-day-not-ahead']],
      ['2026-01-06', []],
    ] as const)
      expect(refusals(later(played(chips[0]!), '2026-01-05'), { ...order, rateBy } as Act)).toEqual(codes);
  });
});

describe('a threat whose statute is unclear', () => {
  const id = 'us/arms-to-iran';
  const threat: Event = {
    type: 'tariff.threaten',
    actor: 'US',
    on: '2026-04-08',
    id,
    label: 'Fifty per cent on whoever arms Iran, immediately',
    authority: 'undetermined',
    basis: null,
    ratePct: 50,
    share: 1,
    dueOn: null,
    voice: 'leader',
  };
  const state = played(threat);
  const carryOut: Act = { type: 'tariff.carry-out', actor: 'US', id, from: state.today };
  const naming = (authority: string, basis: string | null = null): Act => ({
    type: 'tariff.name-authority',
    actor: 'US',
    id,
    authority,
    basis,
  });

  it('is what it is, and cannot enter into force until one is named', () => {
    expect(state.tariff[id]).toMatchObject({ status: 'threatened', authority: 'undetermined', dueOn: null });
    expect(refusals(state, carryOut)).toEqual(['authority/undetermined']);
    expect(explain(state, today(state, carryOut)).nearest[0]).toMatchObject({
      type: 'tariff.name-authority',
      id,
    });
  });

  it('is named a statute of its author that allows its rate, and stands on it from then on', () => {
    expect(refusals(state, naming('s122'))).toEqual(['tariff/no-such-authority']);
    expect(refusals(state, naming('ecra'))).toEqual(['tariff/no-such-authority']);
    const next = transition(state, today(state, naming('s338')));
    if (!next.ok) throw new Error(JSON.stringify(next.refusals));
    expect(refusals(next.state, carryOut)).toEqual([]);
    expect(refusals(next.state, naming('ieepa'))).toEqual(['authority/named-already']);
  });

  it('waits for a finding under the statute that is named, where that asks for one', () => {
    const named = (basis: string | null) => {
      const next = transition(state, today(state, naming('s301', basis)));
      if (!next.ok) throw new Error(JSON.stringify(next.refusals));
      return refusals(next.state, carryOut);
    };
    expect(named(null)).toEqual(['authority/no-finding']);
    expect(named('us/probe-s232-trucks')).toEqual(['authority/no-finding']);
    expect(named('us/probe-s301-maritime')).toEqual([]);
  });

  it('is no way around the law: nothing is ordered on no statute', () => {
    const order = { ...threat, type: 'tariff.impose', from: state.today } as unknown as Act;
    expect(refusals(state, order)).toEqual(['authority/undetermined']);
  });
});
