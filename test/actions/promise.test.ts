/** What parties may pledge: acts that are theirs to do, as far as that never changes. */
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { defineAction } from '../../src/actions/action-type';
import { oneOf } from '../../src/actions/domain';
import { actionTypes, type EventBase } from '../../src/actions/index';
import { always } from '../../src/actions/rules';
import { legalActions, sampleMember } from '../../src/engine/legal-actions';
import { violations } from '../../src/engine/legality';
import { withActionTypes } from '../../src/engine/rule-set';
import { otherParty, PARTY_IDS } from '../../src/model/actor';
import type { State } from '../../src/model/state';
import { after, kualaLumpur, later, morningOf } from '../record';

const summit = after(later(kualaLumpur, '2025-10-30'), {
  type: 'meeting.hold',
  actor: 'both',
  meeting: 'busan-2025',
});

const pledgeOf = (act: object, id = 'p/one', dueOn = '2025-11-09') => ({ id, issue: 'soybeans', act, dueOn });
const reach = (pledges: readonly object[]): EventBase =>
  ({
    type: 'agreement.reach',
    actor: 'both',
    on: summit.today,
    id: 'deal',
    scope: 'agenda',
    terms: [],
    pledges,
    weightedMean: 0,
  }) as EventBase;
/** What is wrong with a pledge of an act, or null. */
const faultOf = (...acts: readonly object[]): unknown => {
  const pledges = acts.map((act, at) => pledgeOf(act, `p/number-${at}`));
  const [refusal] = violations(summit, reach(pledges));
  return refusal === undefined ? null : [refusal.code, refusal.facts.fault];
};
const refusedFor = (act: string, fault: unknown) => [
  'agreement/unlawful-pledges',
  expect.stringMatching(new RegExp(`^p/number-0: ${act}: ${String(fault)}`)),
];

describe('a pledge', () => {
  const cut = { type: 'tariff.cut', actor: 'US', id: 'us/ieepa-fentanyl', ratePct: 10 };

  it.each<[string, object, string, string]>([
    [
      'an act that there is not',
      { type: 'tariff.nonsense', actor: 'US' },
      'tariff.nonsense by US',
      'there is no',
    ],
    ['an act of the calendar', { ...cut, type: 'tariff.snapback' }, 'tariff.snapback by US', 'actor'],
    [
      'an act of a court',
      { type: 'court.stay', actor: 'US', authority: 'ieepa' },
      'court.stay by US',
      'actor',
    ],
    ['a joint act alone', { type: 'truce.extend', actor: 'US', until: null }, 'truce.extend by US', 'actor'],
    ['an act of one party by both', { ...cut, actor: 'both' }, 'tariff.cut by both', 'actor'],
    [
      'an act with a day of its own',
      { ...cut, on: '2025-11-01' },
      'tariff.cut by US',
      'a promised act has no',
    ],
    ['an act without a field', { ...cut, ratePct: undefined }, 'tariff.cut by US', 'ratePct'],
    ['an act with a field of no such type', { ...cut, ratePct: '10' }, 'tariff.cut by US', 'ratePct'],
    ['an act with a field that it has not', { ...cut, ratePc: 10 }, 'tariff.cut by US', 'Unrecognized key'],
    [
      'a cut of the other side’s duty',
      { ...cut, actor: 'CN' },
      'tariff.cut by CN',
      'Only the party that imposed',
    ],
    ['a cut of what a statute sets', { ...cut, id: 'us/mfn' }, 'tariff.cut by US', 'An executive act cannot'],
    ['a cut of a duty that there is not', { ...cut, id: 'us/nothing' }, 'tariff.cut by US', 'A move needs'],
    [
      'an order under the other side’s statute',
      {
        type: 'tariff.impose',
        actor: 'CN',
        id: 'cn/new',
        label: 'x',
        authority: 'ieepa',
        basis: null,
        ratePct: 1,
        share: 1,
        from: '2025-11-05',
      },
      'tariff.impose by CN',
      'A party can use its own law only',
    ],
    [
      'purchases by the seller',
      { type: 'purchase.resume', actor: 'US', flow: 'soybeans' },
      'purchase.resume by US',
      'Only the buying party',
    ],
    [
      'a window longer than any may be',
      {
        type: 'purchase.commit',
        actor: 'CN',
        id: 'soybeans/long',
        flow: 'soybeans',
        quantityMmt: 1,
        from: '2025-11-20',
        windowDays: 5000,
      },
      'purchase.commit by CN',
      'windowDays: A window lasts',
    ],
    [
      'a window that opened in the past',
      {
        type: 'purchase.commit',
        actor: 'CN',
        id: 'soybeans/late',
        flow: 'soybeans',
        quantityMmt: 1,
        from: '2025-10-01',
        windowDays: 30,
      },
      'purchase.commit by CN',
      'from: The window opens',
    ],
  ])('of %s is refused', (_what, act, by, fault) => {
    expect(faultOf(act)).toEqual(refusedFor(by, fault));
  });

  it('of an act that is the promisor’s own is lawful, whether it is legal today or not', () => {
    expect(faultOf(cut)).toBeNull();
    // More than the duty is today: a later act may raise it first.
    expect(faultOf({ ...cut, ratePct: 900 })).toBeNull();
    expect(faultOf({ type: 'tariff.resume', actor: 'US', id: 'us/ieepa-fentanyl' })).toBeNull();
  });

  it('may be about what another pledge brings into being, and about nothing that no pledge brings', () => {
    const opened = {
      type: 'probe.open',
      actor: 'US',
      id: 'us/new-probe',
      authority: 's301',
      subject: 'x',
      decisionDueOn: null,
    };
    const closed = { type: 'probe.close', actor: 'US', id: 'us/new-probe' };
    expect(faultOf(closed)).toEqual(refusedFor('probe.close by US', 'A move needs an existing probe'));
    expect(faultOf(closed, opened)).toBeNull();
  });

  it('may be of an act of one’s own, under the rules that have it and under no others', () => {
    const swap = defineAction({
      type: 'debt.swap',
      actors: ['CN'],
      doc: 'Swap debt.',
      cites: ['stylised'],
      fields: { size: z.enum(['small', 'large']) },
      subject: null,
      subjects: () => [''],
      rules: [],
      domains: { size: always('debt/unknown-size', 'A swap is small or large.', oneOf('small', 'large')) },
      effect: () => undefined,
      examples: [{ type: 'debt.swap', actor: 'CN', on: '2025-10-25', size: 'small' }],
    });
    const own = withActionTypes([swap]);
    const promised = (actor: string) => reach([pledgeOf({ type: 'debt.swap', actor, size: 'small' })]);
    expect(own.isLegal(summit, promised('CN'))).toBe(true);
    expect(own.isLegal(summit, promised('US'))).toBe(false);
    expect(violations(summit, promised('CN')).map(({ code }) => code)).toEqual([
      'agreement/unlawful-pledges',
    ]);
  });

  it('of any act that its promisor could do today is lawful', () => {
    const seen = new Set<string>();
    for (const actor of [...PARTY_IDS, 'both'] as const) {
      for (const template of legalActions(summit, { actor })) {
        const { on, ...act } = sampleMember(template, () => 0.5);
        expect(on).toBe(summit.today);
        expect(violations(summit, reach([pledgeOf(act)])), template.type).toEqual([]);
        seen.add(template.type);
      }
    }
    expect(seen.size).toBeGreaterThan(40);
  });
});

describe('a rule that lasts', () => {
  const states: readonly State[] = ['2018-07-01', '2019-06-01', '2025-05-20', '2025-10-25', '2025-11-05'].map(
    morningOf,
  );

  it('is every one that refuses one party and lets the other do the very same', () => {
    const about = new Set<string>();
    for (const state of states) {
      for (const { type, actors, subjects, rules } of actionTypes) {
        for (const actor of PARTY_IDS.filter((party) => actors.includes(party))) {
          for (const subject of [...subjects(state, actor), ...subjects(state, otherParty(actor))]) {
            for (const { code, lasting, violated } of rules) {
              if (violated(state, actor, subject) === null) continue;
              if (violated(state, otherParty(actor), subject) !== null) continue;
              expect(lasting, `${type}: ${code}`).toBe(true);
              about.add(code);
            }
          }
        }
      }
    }
    expect([...about]).toEqual(
      expect.arrayContaining([
        'authority/not-the-owner',
        'control/not-the-imposer',
        'licence/not-the-grantor',
        'listing/not-the-imposer',
        'port-fee/not-the-imposer',
        'probe/not-the-owner',
        'purchase/not-the-buyer',
        'tariff/not-the-imposer',
        'undertaking/not-the-promisor',
      ]),
    );
  });
});
