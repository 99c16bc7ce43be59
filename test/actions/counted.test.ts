/** What counts towards a promise, on which day an investigation is due again, and which names are taken. */
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/kit/calendar';
import type {} from '../../src/model/state';
import { after, kualaLumpur, later, refusals, writableCopy } from '../record';

const TODAY = kualaLumpur.today;
const day = (days: number): string => addDays(TODAY, days);

describe('a delivery', () => {
  const state = writableCopy(kualaLumpur);
  state.flows.soybeans!.status = 'market';
  const commit = (id: string, from: string, until: string, change: object = {}) => {
    state.commitments[id] = {
      id,
      flow: 'soybeans',
      from,
      until,
      quantityMmt: 5,
      deliveredMmt: 0,
      status: 'open',
      ...change,
    };
  };
  commit('open', day(-5), day(5));
  commit('opens-today', TODAY, day(5));
  commit('closes-tomorrow', day(-5), day(1));
  commit('opens-tomorrow', day(1), day(5));
  commit('closed-today', day(-5), TODAY);
  commit('of-another-trade', day(-5), day(5), { flow: 'rare-earths' });
  commit('missed', day(-5), day(5), { status: 'missed' });

  it('counts towards every open commitment to the same trade whose window is open, its first day included', () => {
    const next = after(state, { type: 'purchase.deliver', actor: 'CN', flow: 'soybeans', quantityMmt: 2 });
    const counted = Object.values(next.commitments).filter(({ deliveredMmt }) => deliveredMmt > 0);
    expect(counted.map(({ id }) => id)).toEqual(['open', 'opens-today', 'closes-tomorrow']);
    for (const { deliveredMmt } of counted) expect(deliveredMmt).toBe(2);
    expect(next.flows.soybeans!.deliveredMmt).toBe(state.flows.soybeans!.deliveredMmt + 2);
  });

  it('meets a commitment in full or by all but a kilogram, and misses it by a ton', () => {
    const settled = (deliveredMmt: number): string => {
      const due = writableCopy(state);
      due.commitments['closed-today']!.deliveredMmt = deliveredMmt;
      due.deadlines = [{ kind: 'purchase-window', on: TODAY, subject: 'closed-today' }];
      const next = after(due, { type: 'purchase.settle', actor: 'calendar', id: 'closed-today' });
      return next.commitments['closed-today']!.status;
    };
    expect(settled(5)).toBe('met');
    expect(settled(5 - 1e-10)).toBe('met');
    expect(settled(5 - 1e-6)).toBe('missed');
    expect(settled(7)).toBe('met');
  });
});

describe('an investigation that goes on', () => {
  const id = 'us/probe-s301-phase-one';
  const suspendedWith = (decisionDueOn: string | null) => {
    const state = writableCopy(kualaLumpur);
    Object.assign(state.probes[id]!, { status: 'open', decisionDueOn });
    state.deadlines = [];
    return later(after(state, { type: 'probe.suspend', actor: 'US', id, until: day(20) }), day(20));
  };

  it('keeps the day of its decision where that lies ahead, and has another year where it has passed', () => {
    for (const [due, then] of [
      [day(21), day(21)],
      [day(20), day(20 + 365)],
      [day(5), day(20 + 365)],
    ] as const) {
      const { probes, deadlines } = suspendedWith(due);
      expect(probes[id]).toMatchObject({ status: 'open', decisionDueOn: then, suspendedUntil: null });
      expect(deadlines).toEqual([{ kind: 'probe-decision', on: then, subject: id }]);
    }
    expect(suspendedWith(null).deadlines).toEqual([]);
  });

  it('is not closed while a live measure rests on it, and the refusal names the measure', () => {
    const founded = Object.values(kualaLumpur.tariff).find(
      ({ basis, imposer, status }) => basis !== null && imposer === 'US' && status === 'in-force',
    )!;
    expect(refusals(kualaLumpur, { type: 'probe.close', actor: 'US', id: founded.basis! })).toEqual([
      'probe/carries-a-measure',
    ]);
  });
});

describe('a meeting', () => {
  it('needs an id that no meeting has had, nor an agreement reached at one', () => {
    const state = writableCopy(kualaLumpur);
    state.meetings['past'] = { ...state.meetings['busan-2025']!, id: 'past', status: 'held' };
    state.agreements.deal = {
      id: 'deal',
      meeting: 'agreed-at',
      reachedOn: TODAY,
      scope: 'narrow',
      terms: [],
      weightedMean: 0,
    };
    const plan = (id: string) =>
      refusals(state, { type: 'meeting.plan', actor: 'both', id, day: day(10), place: 'Seoul' });
    for (const id of ['busan-2025', 'osaka-2019', 'past', 'agreed-at'])
      expect(plan(id), id).toEqual(['meeting/id-taken']);
    expect(plan('new-meeting')).toEqual([]);
  });
});

describe('a third country', () => {
  it('stands where it last said, each for itself', () => {
    const align = (country: string, side: 'US' | 'CN' | 'neither') =>
      ({ type: 'third-country.align', actor: 'third-country', country, side }) as const;
    const before = kualaLumpur.alignments.length;
    const state = after(kualaLumpur, align('Aland', 'US'), align('Bland', 'CN'), align('Bland', 'neither'));
    expect(state.alignments).toHaveLength(before + 2);
    expect(state.alignments.slice(before).map(({ country, side }) => [country, side])).toEqual([
      ['Aland', 'US'],
      ['Bland', 'neither'],
    ]);
  });
});
