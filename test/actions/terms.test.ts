/** The bounds of what leaders may agree, and of what closes a day: each value just inside and just outside. */
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { defineAction } from '../../src/actions/action-type';
import { violations } from '../../src/engine/legality';
import type { EventBase } from '../../src/actions/index';
import type { State } from '../../src/model/state';
import { addDays } from '../../src/kit/calendar';
import { severestOf } from '../../src/model/export-control';
import { averageTariffPct } from '../../src/model/tariff';
import { kualaLumpur, writableCopy } from '../record';

const atTheMeeting = writableCopy(kualaLumpur);
atTheMeeting.meetings['busan-2025']!.status = 'held';
atTheMeeting.meetings['busan-2025']!.on = atTheMeeting.today;

const codes = (state: State, event: object): string[] =>
  violations(state, { actor: 'both', on: state.today, ...event } as EventBase).map(({ code }) => code);
const reach = (terms: unknown, pledges: unknown): string[] =>
  codes(atTheMeeting, {
    type: 'agreement.reach',
    id: 'deal',
    scope: 'agenda',
    terms,
    pledges,
    weightedMean: 0,
  });

const term = { issue: 'soybeans', giver: 'CN', degree: 0.5, tariffReliefPp: 1, controlRelief: 0.5 };
const WHOLE = Object.values(atTheMeeting.issues).find(
  ({ id, indivisible }) => indivisible && atTheMeeting.meetings['busan-2025']!.agenda.includes(id),
)!;

describe('terms', () => {
  it.each([
    [{ degree: 1 }],
    [{ degree: 1e-9 }],
    [{ tariffReliefPp: 0 }],
    [{ tariffReliefPp: averageTariffPct(atTheMeeting, 'cnOnUs') }],
    [{ controlRelief: 0 }],
    [{ controlRelief: severestOf(atTheMeeting, 'CN') }],
    [{ issue: WHOLE.id, giver: WHOLE.giver, degree: 1 }],
  ])('with %j are lawful', (change) => {
    expect(reach([{ ...term, ...change }], [])).toEqual([]);
  });

  it.each([
    [{ degree: 0 }],
    [{ degree: 1.01 }],
    [{ degree: NaN }],
    [{ tariffReliefPp: -0.1 }],
    [{ tariffReliefPp: averageTariffPct(atTheMeeting, 'cnOnUs') + 0.001 }],
    [{ tariffReliefPp: Infinity }],
    [{ tariffReliefPp: NaN }],
    [{ controlRelief: -0.1 }],
    [{ controlRelief: severestOf(atTheMeeting, 'CN') + 0.001 }],
    [{ controlRelief: 1.01 }],
    [{ controlRelief: NaN }],
    [{ giver: 'US' }],
    [{ issue: 'nothing' }],
    [{ issue: 'toString' }],
    [{ issue: WHOLE.id, giver: WHOLE.giver, degree: 0.5 }],
  ])('with %j are not', (change) => {
    expect(reach([{ ...term, ...change }], [])).toEqual(['agreement/unlawful-terms']);
  });

  it('name an issue of the agenda once', () => {
    expect(reach([term, term], [])).toEqual(['agreement/unlawful-terms']);
    const off = writableCopy(atTheMeeting);
    off.meetings['busan-2025']!.agenda = off.meetings['busan-2025']!.agenda.filter((id) => id !== 'soybeans');
    const event = {
      type: 'agreement.reach',
      id: 'deal',
      scope: 'agenda',
      terms: [term],
      pledges: [],
      weightedMean: 0,
    };
    expect(codes(off, event)).toEqual(['agreement/unlawful-terms']);
  });

  it('and pledges are lists of objects', () => {
    for (const odd of [null, {}, 'x', [null], [[]], ['x'], [5]]) {
      expect(reach(odd, [])).toEqual(['agreement/unlawful-terms']);
      expect(reach([], odd)).toEqual(['agreement/unlawful-pledges']);
    }
  });
});

describe('terms together', () => {
  const cut = (issue: string, giver: string, tariffReliefPp: number) => ({
    ...term,
    issue,
    giver,
    tariffReliefPp,
    controlRelief: 0,
  });
  const [first, second] = Object.values(atTheMeeting.issues).filter(
    ({ id, giver, indivisible }) =>
      giver === 'US' && !indivisible && atTheMeeting.meetings['busan-2025']!.agenda.includes(id),
  );
  const average = averageTariffPct(atTheMeeting, 'usOnCn');

  it('relieve no more of an average than there is, however it is shared out', () => {
    const shared = (more: number) => [
      cut(first!.id, 'US', average / 2),
      cut(second!.id, 'US', average / 2 + more),
    ];
    expect(reach(shared(0), [])).toEqual([]);
    expect(reach(shared(0.001), [])).toEqual(['agreement/unlawful-terms']);
  });

  it('of one side are not held to the duties of the other', () => {
    expect(average).toBeGreaterThan(averageTariffPct(atTheMeeting, 'cnOnUs'));
    expect(reach([cut(first!.id, 'US', average)], [])).toEqual([]);
  });

  it.each([
    [[], 0, true],
    [[], 1e-9, false],
    [[], 1, false],
    [[term], 0, true],
    [[term], 0.5, true],
    [[term], 0.5 + 1e-9, false],
    [[term, { ...term, issue: WHOLE.id, giver: WHOLE.giver, degree: 1 }], 1, true],
  ])('%j have the mean %s: %s', (terms, weightedMean, lawful) => {
    const event = { type: 'agreement.reach', id: 'deal', scope: 'agenda', terms, pledges: [], weightedMean };
    expect(codes(atTheMeeting, event)).toEqual(lawful ? [] : ['agreement/mean-out-of-range']);
  });

  it('are told by what is wrong with them', () => {
    const event = {
      type: 'agreement.reach',
      actor: 'both',
      on: atTheMeeting.today,
      id: 'deal',
      scope: 'agenda',
      terms: [cut(first!.id, 'US', 1e6)],
      pledges: [],
      weightedMean: 0,
    };
    expect(violations(atTheMeeting, event as EventBase)[0]!.facts.fault).toBe(
      `the terms cut the average duty of US by more than its ${average} points`,
    );
  });
});

describe('pledges', () => {
  const { today } = atTheMeeting;
  const pledge = {
    id: 'p/one',
    issue: 'soybeans',
    act: { type: 'purchase.resume', actor: 'CN', flow: 'soybeans' },
    dueOn: addDays(today, 10),
  };

  it.each([
    [{ dueOn: today }],
    [{ dueOn: addDays(today, 1461) }],
    [{ act: { type: 'purchase.halt', actor: 'CN', flow: 'soybeans' } }],
    [{ act: { type: 'truce.confirm', actor: 'both' } }],
  ])('with %j are lawful', (change) => {
    expect(reach([], [{ ...pledge, ...change }])).toEqual([]);
  });

  it.each([
    [{ dueOn: addDays(today, -1) }],
    [{ dueOn: addDays(today, 1462) }],
    [{ dueOn: '2025-11-31' }],
    [{ dueOn: 20251110 }],
    [{ dueOn: null }],
    [{ issue: 'nothing' }],
    [{ id: 'us/ieepa-fentanyl' }],
    [{ id: 'Not An Id' }],
    [{ act: null }],
    [{ act: [] }],
    [{ act: { type: 5, actor: 'CN' } }],
    [{ act: { actor: 'CN' } }],
    [{ act: { type: 'x', actor: 'US' } }],
    [{ act: { type: 'x', actor: 'court' } }],
    [{ act: { type: 'x' } }],
  ])('with %j are not', (change) => {
    expect(reach([], [{ ...pledge, ...change }])).toEqual(['agreement/unlawful-pledges']);
  });

  it('have an id each', () => {
    expect(reach([], [pledge, pledge])).toEqual(['agreement/unlawful-pledges']);
    expect(reach([], [pledge, { ...pledge, id: 'p/two' }])).toEqual([]);
  });
});

describe('the gauges of a day', () => {
  const pair = { US: 0.1, CN: 0.2 };
  const gauges = {
    pain: pair,
    audience: pair,
    credibility: pair,
    inventoryMonths: 1,
    shortage: 0,
    farmPain: 0,
    drawdownPct: 1,
  };
  const accrue = (given: unknown): string[] =>
    codes(kualaLumpur, { type: 'economy.accrue', actor: 'calendar', gauges: given });

  it('are finite numbers, each of them and of both sides', () => {
    expect(accrue(gauges)).toEqual([]);
    for (const odd of [null, undefined, 5, 'x', [], {}])
      expect(accrue(odd), String(odd)).toEqual(['economy/no-gauges']);
    for (const name of Object.keys(gauges)) {
      for (const odd of [null, undefined, NaN, Infinity, 'x', {}, { US: 1 }, { CN: 1 }, { US: 1, CN: NaN }])
        expect(accrue({ ...gauges, [name]: odd }), `${name} ${JSON.stringify(odd)}`).toEqual([
          'economy/no-gauges',
        ]);
    }
  });

  it('are none of them below 0, and beliefs and shares none above 1', () => {
    const isPair = (name: string) => typeof gauges[name as keyof typeof gauges] === 'object';
    for (const name of Object.keys(gauges))
      for (const value of [-Number.MIN_VALUE, 0, 1, 1.0000001]) {
        const given = { ...gauges, [name]: isPair(name) ? { ...pair, CN: value } : value };
        const isLawful = value >= 0 && (value <= 1 || !['credibility', 'shortage'].includes(name));
        expect(accrue(given), `${name} ${value}`).toEqual(isLawful ? [] : ['economy/no-gauges']);
      }
  });
});

describe('an author’s action type', () => {
  it('is refused where a field has no rule', () => {
    const definition = {
      type: 'test.move',
      actors: ['US'],
      doc: 'A move.',
      cites: ['stylised'],
      fields: { id: z.string(), size: z.number() },
      subject: 'id',
      subjects: () => [],
      rules: [],
      domains: {},
      effect: () => undefined,
      examples: [],
    } as const;
    expect(() => defineAction(definition)).toThrow('test.move: the field "size" has no rule');
    expect(defineAction({ ...definition, fields: { id: z.string() } }).fieldRules).toEqual([]);
  });
});
