import { describe, expect, it } from 'vitest';
import type { Event } from '../../src/actions/index';
import { after, kualaLumpur, later, refusals, type Act } from '../record';

type Agreement = Extract<Act, { type: 'agreement.reach' }>;
const summit = after(later(kualaLumpur, '2025-10-30'), {
  type: 'meeting.hold',
  actor: 'both',
  meeting: 'busan-2025',
});
const CUT: Act = { type: 'tariff.cut', actor: 'US', id: 'us/ieepa-fentanyl', ratePct: 10 };
const pledge = (id: string, act: Act, dueOn = '2025-11-05'): Agreement['pledges'][number] => ({
  id,
  issue: 'fentanyl-tariff',
  act: act as Agreement['pledges'][number]['act'],
  dueOn,
});
const term = (issue: string, giver: 'US' | 'CN', degree: number): Agreement['terms'][number] => ({
  issue,
  giver,
  degree,
  tariffReliefPp: 0,
  controlRelief: 0,
});
const deal = (parts: Partial<Agreement>): Agreement => ({
  type: 'agreement.reach',
  actor: 'both',
  id: 'deal',
  scope: 'agenda',
  terms: [],
  pledges: [],
  weightedMean: 0,
  ...parts,
});

describe('agreements', () => {
  it('are reached while the leaders meet and once', () => {
    expect(refusals(kualaLumpur, deal({}))).toEqual(['agreement/no-meeting']);
    expect(refusals(after(summit, deal({})), deal({ id: 'second' }))).toEqual(['agreement/already-reached']);
    expect(refusals(later(summit, '2025-10-31'), deal({}))).toEqual(['agreement/no-meeting']);
  });

  it('change no measure by themselves', () => {
    const state = after(
      summit,
      deal({ terms: [term('fentanyl-tariff', 'US', 0.5)], pledges: [pledge('p1', CUT)] }),
    );
    expect(state.tariff).toBe(summit.tariff);
  });

  it('a pledge is performed by the promised act and by no other', () => {
    const state = after(summit, deal({ pledges: [pledge('p1', CUT)] }));
    expect(after(state, { ...CUT, ratePct: 12 } as Act).pledges.p1!.status).toBe('open');
    const done = after(later(state, '2025-11-03'), CUT);
    expect(done.pledges.p1!.status).toBe('performed');
    expect(later(done, '2025-11-06').truce.breaches).toEqual(kualaLumpur.truce.breaches);
  });

  it.each<[string, readonly Act[], 'performed' | 'open']>([
    ['an order from a day up to its last keeps it', [{ ...CUT, from: '2025-11-05' } as Act], 'performed'],
    ['an order from a later day does not', [{ ...CUT, from: '2025-11-06' } as Act], 'open'],
    ['what is announced with its notice pending does not', [{ ...CUT, from: null } as Act], 'open'],
    [
      'the notice of what was announced does',
      [
        { ...CUT, from: null } as Act,
        { type: 'tariff.give-notice', actor: 'US', id: 'us/ieepa-fentanyl', from: '2025-11-05' },
      ],
      'performed',
    ],
  ])('of a pledge: %s', (_what, acts, status) => {
    const state = after(summit, deal({ pledges: [pledge('p1', CUT)] }), ...acts);
    expect(state.pledges.p1!.status).toBe(status);
  });

  it('a pledge with a list is performed when the list is the same', () => {
    const terminated = after(summit, { type: 'truce.terminate', actor: 'US' });
    const truce: Act = {
      type: 'truce.conclude',
      actor: 'both',
      id: 'busan',
      label: 'x',
      until: '2026-11-10',
      covered: ['us/port-fees', 'cn/port-fees'],
      provisional: false,
    };
    const state = after(terminated, deal({ pledges: [pledge('p1', truce)] }));
    expect(after(state, { ...truce, covered: ['us/port-fees'] } as Act).pledges.p1!.status).toBe('open');
    expect(after(state, truce).pledges.p1!.status).toBe('performed');
  });

  it('a pledge not performed defaults on the day after its last, and breaks no truce', () => {
    const state = after(summit, deal({ pledges: [pledge('p1', CUT)] }));
    expect(later(state, '2025-11-05').pledges.p1!.status).toBe('open');
    const late = later(state, '2025-11-06');
    expect(late.pledges.p1!.status).toBe('defaulted');
    expect(late.truce).toEqual(state.truce);
  });

  it('a joint pledge that fails breaks no truce either', () => {
    const act: Act = { type: 'truce.extend', actor: 'both', until: '2026-11-10' };
    const state = later(after(summit, deal({ pledges: [pledge('p1', act)] })), '2025-11-06');
    expect(state.pledges.p1!.status).toBe('defaulted');
    expect(state.truce.breaches).toEqual(kualaLumpur.truce.breaches);
  });

  it('terms are on the agenda, by their giver, once each, whole where indivisible', () => {
    const bad = [
      [term('greenland', 'US', 1)],
      [term('fentanyl-tariff', 'CN', 0.5)],
      [term('fentanyl-tariff', 'US', 0)],
      [term('fentanyl-tariff', 'US', 1.01)],
      [term('affiliates-rule', 'US', 0.5)],
      [term('soybeans', 'CN', 0.5), term('soybeans', 'CN', 0.5)],
      [{ ...term('soybeans', 'CN', 0.5), tariffReliefPp: NaN }],
      [{ ...term('soybeans', 'CN', 0.5), controlRelief: 2 }],
      [null as never],
      'all of it' as never,
    ];
    for (const terms of bad)
      expect(refusals(summit, deal({ terms })), JSON.stringify(terms)).toEqual(['agreement/unlawful-terms']);
    expect(
      refusals(summit, deal({ terms: [term('affiliates-rule', 'US', 1), term('soybeans', 'CN', 0.5)] })),
    ).toEqual([]);
  });

  it('pledges have ids of their own, real days and an act by a party', () => {
    const bad = [
      [pledge('us/ieepa-hundred', CUT)],
      [pledge('__proto__', CUT)],
      [pledge('p1', CUT), pledge('p1', CUT)],
      [pledge('p1', CUT, '2025-10-29')],
      [pledge('p1', CUT, '2025-11-31')],
      [pledge('p1', CUT, '9999-12-31')],
      [pledge('p1', { ...CUT, actor: 'court' } as never)],
      [pledge('p1', null as never)],
      [{ ...pledge('p1', CUT), issue: 'greenland' }],
      [42 as never],
    ];
    for (const pledges of bad)
      expect(refusals(summit, deal({ pledges })), JSON.stringify(pledges)).toEqual([
        'agreement/unlawful-pledges',
      ]);
  });

  it('an event handed in is neither frozen nor shared with the state', () => {
    const covered = ['us/port-fees'];
    const act: Act = {
      type: 'truce.conclude',
      actor: 'both',
      id: 'busan',
      label: 'x',
      until: null,
      covered,
      provisional: false,
    };
    const state = after(summit, deal({ pledges: [pledge('p1', act)] }));
    covered.push('cn/port-fees');
    expect((state.pledges.p1!.act as unknown as Extract<Event, { type: 'truce.conclude' }>).covered).toEqual([
      'us/port-fees',
    ]);
  });
});
