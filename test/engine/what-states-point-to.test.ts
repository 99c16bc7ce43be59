/** What a state points to stands in it: deadlines of each kind find what they wait for, and orders and relief what they are about. */
import { describe, expect, it } from 'vitest';
import { invariants } from '../../src/engine/invariants';
import type { Deadline } from '../../src/model/deadline';
import type { Draft } from '../../src/model/state';
import { kualaLumpur, writableCopy } from '../record';

const LATER = '2026-01-15';
const DUTY = 'us/ieepa-fentanyl';
const THREAT = 'us/ieepa-hundred';

type Change = (state: Draft) => void;

/** What an invariant finds broken after some changes. */
function brokenIn(name: string, ...changes: readonly Change[]): readonly string[] {
  const state = writableCopy(kualaLumpur);
  for (const change of changes) change(state);
  return invariants.find((invariant) => invariant.name === name)!.broken(state);
}
const dangling = (...changes: readonly Change[]) =>
  brokenIn('what a state points to stands in it', ...changes);

const waiting =
  (deadline: object): Change =>
  (state) => {
    state.deadlines.push({ on: LATER, ...deadline } as Deadline);
  };
const excluding =
  (...ids: readonly string[]): Change =>
  (state) => {
    const duty = state.tariff[DUTY]!;
    duty.share = 0.1;
    duty.exclusions = ids.map((id) => ({ id, label: id, share: 0.1, since: state.today, until: LATER }));
  };
const blocking =
  (status: 'in-force' | 'lapsed', answers = DUTY): Change =>
  (state) => {
    const order = {
      id: 'b',
      label: 'x',
      owner: 'CN',
      authority: 'cn-blocking-rules',
      since: state.today,
    } as const;
    state.blockingOrders = { b: { ...order, answers, status, until: LATER } };
  };
const relief =
  (status: 'current' | 'over', flow = 'soybeans'): Change =>
  (state) => {
    const paid = { id: 'r', label: 'x', by: 'US', amountUsdBn: 1, from: state.today, until: LATER } as const;
    state.reliefs = { r: { ...paid, flow, status } };
  };
const pending: Change = (state) => {
  state.tariff[DUTY]!.pending = { verb: 'cut', ratePct: 5, announcedOn: state.today, effectiveOn: LATER };
};

const exclusionEnd = (id: string, layer = DUTY) =>
  waiting({ kind: 'exclusion-end', subject: `${DUTY}#${id}`, layer });
const orderEnd = (subject: string) => waiting({ kind: 'blocking-order-end', subject });
const reliefEnd = (subject: string) => waiting({ kind: 'relief-end', subject });
const change = (measure: string) =>
  waiting({ kind: 'change', subject: `${measure}#change`, measure, measureKind: 'tariff' });

describe('a deadline', () => {
  it.each<[kind: string, changes: readonly Change[]]>([
    ['an exclusion', [excluding('lines', 'more'), exclusionEnd('lines'), exclusionEnd('more')]],
    ['a blocking order', [blocking('in-force'), orderEnd('b')]],
    ['relief', [relief('current'), reliefEnd('r')]],
    ['a change', [pending, change(DUTY)]],
  ])('may wait for %s that is there', (_kind, changes) => {
    expect(dangling(...changes)).toEqual([]);
  });

  it.each<[what: string, changes: readonly Change[], subject: string]>([
    ['an exclusion that is not there', [excluding('lines'), exclusionEnd('others')], `${DUTY}#others`],
    ['an exclusion of a duty that has none', [exclusionEnd('lines')], `${DUTY}#lines`],
    ['an exclusion of no duty', [excluding('lines'), exclusionEnd('lines', 'us/none')], `${DUTY}#lines`],
    ['a blocking order that no longer holds', [blocking('lapsed'), orderEnd('b')], 'b'],
    ['a blocking order that is not there', [blocking('in-force'), orderEnd('c')], 'c'],
    ['a blocking order where there never was one', [orderEnd('b')], 'b'],
    ['relief that is over', [relief('over'), reliefEnd('r')], 'r'],
    ['relief that is not there', [relief('current'), reliefEnd('s')], 's'],
    ['relief where there never was any', [reliefEnd('r')], 'r'],
    ['a change of what is not changed', [change(DUTY)], `${DUTY}#change`],
    ['a change of a measure that is not there', [pending, change('us/none')], 'us/none#change'],
  ])('may not wait for %s', (_what, changes, subject) => {
    expect(dangling(...changes)).toEqual([subject]);
  });
});

describe('a blocking order and relief', () => {
  it('are about a measure and a trade that are there, whether they still hold or not', () => {
    expect(dangling(blocking('in-force', 'us/none'))).toEqual(['b']);
    expect(dangling(blocking('lapsed', 'us/none'))).toEqual(['b']);
    expect(dangling(relief('current', 'no-such-trade'))).toEqual(['r']);
    expect(dangling(relief('over', 'no-such-trade'))).toEqual(['r']);
    expect(dangling(blocking('lapsed'), relief('over'))).toEqual([]);
  });
});

describe('a deadline of another kind under the same name', () => {
  it('is none for a threat without a date', () => {
    const name = 'a threatened measure with a date has a deadline for it, and one without has none';
    const undated: Change = (state) => {
      state.tariff[THREAT]!.dueOn = null;
      state.deadlines = state.deadlines.filter(({ subject }) => subject !== THREAT);
    };
    const threat = waiting({ kind: 'threat', subject: THREAT, measureKind: 'tariff' });
    expect(brokenIn(name, undated, threat)).toEqual([THREAT]);
    expect(brokenIn(name, undated, waiting({ kind: 'pledge-due', subject: THREAT }))).toEqual([]);
  });

  it('is none for a rate that is set and for a change that nobody ordered', () => {
    const rate = 'a rate that is to be set by a day is waited for until the day after, and any other is not';
    expect(brokenIn(rate, waiting({ kind: 'rate-due', subject: `${DUTY}#rate`, layer: DUTY }))).toEqual([
      DUTY,
    ]);
    expect(brokenIn(rate, waiting({ kind: 'pledge-due', subject: `${DUTY}#rate` }))).toEqual([]);
    const changes =
      'a pending change is of a measure that is ordered or applies and would change it, and only one with a day is waited for';
    expect(brokenIn(changes, change(DUTY))).toEqual([DUTY]);
    expect(brokenIn(changes, waiting({ kind: 'pledge-due', subject: `${DUTY}#change` }))).toEqual([]);
  });
});

describe('each exclusion with an end', () => {
  it('waits for it, also beside one that does', () => {
    const name =
      'a duty covers no more than all trade with what is excluded from it, and an exclusion with an end waits for it';
    const two = excluding('lines', 'more');
    expect(brokenIn(name, two, exclusionEnd('lines'), exclusionEnd('more'))).toEqual([]);
    for (const id of ['lines', 'more']) expect(brokenIn(name, two, exclusionEnd(id))).toEqual([DUTY]);
  });
});
