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
