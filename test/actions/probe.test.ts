import { describe, expect, it } from 'vitest';
import { after, kualaLumpur, later, refusals, type Act } from '../record';

const PHASE_ONE = 'us/probe-s301-phase-one';
const open = (
  authority: string,
  actor: 'US' | 'CN' = 'US',
  decisionDueOn: string | null = '2026-10-24',
): Act => ({
  type: 'probe.open',
  actor,
  id: 'a/probe',
  authority,
  subject: 'x',
  decisionDueOn,
});

describe('probes', () => {
  it('are opened under Sections 301, 232 and 201 and under no statute that knows none', () => {
    for (const authority of ['s301', 's232', 's201'])
      expect(refusals(kualaLumpur, open(authority)), authority).toEqual([]);
    for (const authority of ['ieepa', 's122', 's338']) {
      expect(refusals(kualaLumpur, open(authority)), authority).toEqual(['authority/wrong-instrument']);
    }
    expect(refusals(kualaLumpur, open('s301', 'CN'))).toEqual(['authority/not-the-owner']);
  });

  it('are decided within twelve months', () => {
    expect(refusals(kualaLumpur, open('s301', 'US', '2026-10-26'))).toEqual([]);
    expect(refusals(kualaLumpur, open('s301', 'US', '2026-10-27'))).toEqual(['probe/decision-date']);
  });

  it('lapse without a decision on their day, and then open no authority', () => {
    expect(later(kualaLumpur, '2026-10-23').probes[PHASE_ONE]!.status).toBe('open');
    expect(later(kualaLumpur, '2026-10-24').probes[PHASE_ONE]!.status).toBe('closed');
  });

  it('suspended ones wait, resume on the day and keep their decision day', () => {
    const state = after(kualaLumpur, {
      type: 'probe.suspend',
      actor: 'US',
      id: PHASE_ONE,
      until: '2026-05-01',
    });
    expect(refusals(state, { type: 'probe.find', actor: 'US', id: PHASE_ONE, affirmative: true })).toEqual([
      'probe/wrong-status',
    ]);
    expect(later(state, '2026-04-30').probes[PHASE_ONE]!.status).toBe('suspended');
    expect(later(state, '2026-05-01').probes[PHASE_ONE]).toMatchObject({
      status: 'open',
      decisionDueOn: '2026-10-24',
    });
  });

  it('suspended past their decision day get a year from the day on which they resume', () => {
    const state = after(kualaLumpur, {
      type: 'probe.suspend',
      actor: 'US',
      id: PHASE_ONE,
      until: '2026-11-10',
    });
    expect(later(state, '2026-11-10').probes[PHASE_ONE]).toMatchObject({
      status: 'open',
      decisionDueOn: '2027-11-10',
    });
  });

  it('are decided by the party that opened them, once', () => {
    expect(
      refusals(kualaLumpur, { type: 'probe.find', actor: 'CN', id: PHASE_ONE, affirmative: true }),
    ).toEqual(['probe/not-the-owner']);
    const found = after(kualaLumpur, { type: 'probe.find', actor: 'US', id: PHASE_ONE, affirmative: true });
    expect(refusals(found, { type: 'probe.find', actor: 'US', id: PHASE_ONE, affirmative: false })).toEqual([
      'probe/wrong-status',
    ]);
    expect(refusals(found, { type: 'probe.close', actor: 'US', id: PHASE_ONE })).toEqual([]);
  });

  it('whose finding carries a live measure stay, and others can be dropped', () => {
    const close = (actor: 'US' | 'CN', id: string) =>
      refusals(kualaLumpur, { type: 'probe.close', actor, id });
    expect(close('US', 'us/probe-s301-technology-transfer')).toEqual(['probe/carries-a-measure']);
    expect(close('CN', 'cn/probe-nvidia')).toEqual([]);
  });
});

describe('a suspended probe', () => {
  const suspended = after(kualaLumpur, {
    type: 'probe.suspend',
    actor: 'US',
    id: PHASE_ONE,
    until: '2025-11-10',
  });
  const extend = (until: string): Act => ({ type: 'probe.extend', actor: 'US', id: PHASE_ONE, until });

  it('is prolonged to a later day and resumes on that one alone', () => {
    const longer = after(suspended, extend('2026-11-10'));
    expect(longer.probes[PHASE_ONE]).toMatchObject({ status: 'suspended', suspendedUntil: '2026-11-10' });
    expect(longer.probes[PHASE_ONE]!.since).toBe(suspended.probes[PHASE_ONE]!.since);
    expect(later(longer, '2026-11-09').probes[PHASE_ONE]!.status).toBe('suspended');
    expect(later(longer, '2026-11-10').probes[PHASE_ONE]!.status).toBe('open');
  });

  it('is not prolonged to a day that is no later, nor beyond two years, nor by the other side', () => {
    expect(refusals(suspended, extend('2025-11-10'))).toEqual(['probe/extension-not-later']);
    expect(refusals(suspended, extend('2027-10-26'))).toEqual(['probe/extension-not-later']);
    expect(refusals(suspended, extend('2027-10-25'))).toEqual([]);
    expect(refusals(suspended, { ...extend('2026-11-10'), actor: 'CN' } as Act)).toEqual([
      'probe/not-the-owner',
    ]);
    expect(refusals(kualaLumpur, extend('2026-11-10'))).toContain('probe/wrong-status');
  });
});

describe('a probe into many economies', () => {
  const into = (targets?: number | readonly string[]): Act =>
    ({ ...open('s301'), ...(targets === undefined ? {} : { targets }) }) as Act;

  it('counts or names them, and one into the other side alone says nothing of the kind', () => {
    expect(after(kualaLumpur, into(16)).probes['a/probe']!.targets).toBe(16);
    const names = ['China', 'Mexico', 'Vietnam'];
    expect(after(kualaLumpur, into(names)).probes['a/probe']!.targets).toEqual(names);
    expect('targets' in after(kualaLumpur, into()).probes['a/probe']!).toBe(false);
  });

  it('is refused a count below two, and a name given twice', () => {
    for (const wrong of [1, 0, 251, ['China'], ['China', 'China']])
      expect(refusals(kualaLumpur, into(wrong)), JSON.stringify(wrong)).toEqual(['probe/targets']);
  });
});
