import { describe, expect, it } from 'vitest';
import { effectiveSeverity, subjectSeverity } from '../../src/model/export-control';
import { addDays } from '../../src/kit/calendar';
import type { State } from '../../src/model/state';
import { after, kualaLumpur, later, refusals, withAuthority, type Act } from '../record';

const APRIL = 'cn/rare-earths-april';
const CHIPS = 'us/advanced-chips';
const processedOn = addDays(kualaLumpur.today, 63);
const grant = (share: number, until: string | null = null): Act => ({
  type: 'licence.grant',
  actor: 'CN',
  id: CHIPS,
  licence: 'general',
  share,
  effectiveOn: processedOn,
  until,
});
const grantChips = (share: number, until: string | null = null): Act =>
  ({ ...grant(share, until), actor: 'US' }) as Act;
const chips = (state: State) => effectiveSeverity(state.control[CHIPS]!);

describe('licences', () => {
  it('take effect after their processing and not on the day before', () => {
    const state = after(kualaLumpur, grantChips(0.4));
    expect(chips(state)).toBe(chips(kualaLumpur));
    expect(chips(later(state, addDays(processedOn, -1)))).toBe(chips(kualaLumpur));
    expect(chips(later(state, processedOn))).toBeCloseTo(0.75 * 0.6, 12);
  });

  it('run out on the first day no longer covered', () => {
    const until = addDays(kualaLumpur.today, 400);
    const state = after(kualaLumpur, grantChips(0.4, until));
    expect(chips(later(state, addDays(until, -1)))).toBeCloseTo(0.45, 12);
    const end = later(state, until);
    expect(chips(end)).toBe(0.75);
    expect(end.control[CHIPS]!.licences[0]!.status).toBe('expired');
  });

  it('granted for today free trade today', () => {
    const state = after(kualaLumpur, { ...grantChips(1), effectiveOn: kualaLumpur.today } as Act);
    expect(chips(state)).toBe(0);
  });

  it('withheld before they take effect never do, and it is noted as coercion', () => {
    const key = `${CHIPS}#general`;
    const state = after(kualaLumpur, grantChips(0.4), { type: 'licence.withhold', actor: 'US', key });
    expect(chips(later(state, '2026-06-01'))).toBe(0.75);
    expect(state.coercion.at(-1)).toMatchObject({ by: 'US', measure: CHIPS });
    expect(refusals(state, { type: 'licence.withhold', actor: 'US', key })).toEqual(['licence/wrong-status']);
  });

  it('are granted and withheld by the imposer only', () => {
    expect(refusals(kualaLumpur, grant(0.4))).toEqual(['control/not-the-imposer']);
    const state = after(kualaLumpur, grantChips(0.4));
    expect(refusals(state, { type: 'licence.withhold', actor: 'CN', key: `${CHIPS}#general` })).toEqual([
      'licence/not-the-grantor',
    ]);
  });

  it('cover at most the whole of the trade, pending ones included', () => {
    const state = after(kualaLumpur, grantChips(0.6));
    const more = (share: number) => ({ ...grantChips(share), licence: 'more' }) as Act;
    expect(refusals(state, more(0.4))).toEqual([]);
    expect(refusals(state, more(0.41))).toEqual(['licence/too-much']);
    expect(refusals(state, { ...more(0.1), licence: 'general' } as Act)).toEqual(['licence/id-taken']);
  });

  it('the licences of spring 2025 count on the record', () => {
    const control = kualaLumpur.control[APRIL]!;
    expect(effectiveSeverity(control)).toBeLessThan(control.severity);
  });

  it('a key too long for either half still parses', () => {
    const id = 'x'.repeat(80);
    const born = {
      actor: 'US',
      label: 'x',
      authority: 'ecra',
      basis: null,
      subject: 'x',
      severity: 1,
      reach: 'bilateral',
      deMinimisPct: null,
      indivisible: false,
    } as const;
    const state = after(kualaLumpur, { type: 'control.impose', id, from: kualaLumpur.today, ...born }, {
      ...grantChips(0.5),
      id,
      licence: id,
    } as Act);
    expect(later(state, processedOn).control[id]!.licences[0]!.status).toBe('effective');
  });
});

describe('severity', () => {
  it('a suspension frees all and the snapback returns exactly the earlier severity', () => {
    const state = after(kualaLumpur, {
      type: 'control.suspend',
      actor: 'US',
      id: CHIPS,
      until: '2026-01-01',
    });
    expect(chips(state)).toBe(0);
    expect(chips(later(state, '2026-01-01'))).toBe(0.75);
  });

  it('tightening goes up, easing goes down, neither stays', () => {
    const ease = (severity: number): Act => ({ type: 'control.ease', actor: 'US', id: CHIPS, severity });
    const tighten = (severity: number): Act => ({
      type: 'control.tighten',
      actor: 'US',
      id: CHIPS,
      severity,
    });
    expect(refusals(kualaLumpur, ease(0.75))).toEqual(['control/not-easier']);
    expect(refusals(kualaLumpur, tighten(0.75))).toEqual(['control/not-tighter']);
    expect(refusals(kualaLumpur, ease(0))).toEqual([]);
    expect(refusals(kualaLumpur, tighten(1))).toEqual([]);
    expect(refusals(kualaLumpur, tighten(1.01))).toEqual(['control/not-tighter']);
  });

  it('an all-or-nothing rule moves by no degrees but can be suspended', () => {
    const rule = Object.values(kualaLumpur.control).find(
      (control) => control.indivisible && control.status === 'in-force',
    )!;
    const act = { type: 'control.ease', actor: rule.imposer, id: rule.id, severity: 0 } as Act;
    expect(refusals(kualaLumpur, act)).toEqual(['control/indivisible']);
    expect(
      refusals(kualaLumpur, {
        type: 'control.suspend',
        actor: rule.imposer as 'US',
        id: rule.id,
        until: null,
      }),
    ).toEqual([]);
  });

  it('overlapping regimes on one subject deny more than each and less than their sum', () => {
    const { subject } = kualaLumpur.control[APRIL]!;
    const before = subjectSeverity(kualaLumpur, 'CN', subject);
    const born = {
      actor: 'CN',
      label: 'x',
      authority: 'cn-export-control-law',
      basis: null,
      subject,
      severity: 0.5,
      reach: 'bilateral',
      deMinimisPct: null,
      indivisible: false,
    } as const;
    const both = subjectSeverity(
      after(kualaLumpur, { type: 'control.impose', id: 'cn/second', from: kualaLumpur.today, ...born }),
      'CN',
      subject,
    );
    expect(both).toBeGreaterThan(Math.max(before, 0.5));
    expect(both).toBeLessThan(before + 0.5);
  });

  it('the October regime enters into force on its dates unless postponed', () => {
    const id = 'cn/rare-earths-october-reach';
    expect(later(kualaLumpur, '2025-11-30').control[id]!.status).toBe('scheduled');
    expect(later(kualaLumpur, '2025-12-01').control[id]!.status).toBe('in-force');
    const postponed = after(kualaLumpur, { type: 'control.postpone', actor: 'CN', id, until: '2026-11-10' });
    expect(later(postponed, '2026-11-09').control[id]!.status).toBe('scheduled');
  });

  it('the American statute on exports carries no duty', () => {
    const act: Act = {
      type: 'tariff.impose',
      actor: 'US',
      id: 'us/x',
      label: 'x',
      authority: 'ecra',
      basis: null,
      ratePct: 5,
      share: 1,
      from: '2025-10-25',
    };
    expect(refusals(kualaLumpur, act)).toEqual(['authority/wrong-instrument']);
  });

  it('a statute with a longest life ends a control as it ends a duty', () => {
    const limited = withAuthority(kualaLumpur, 'ecra', { maximumDays: 90 });
    const born = {
      actor: 'US',
      label: 'x',
      authority: 'ecra',
      basis: null,
      subject: 'x',
      severity: 1,
      reach: 'bilateral',
      deMinimisPct: null,
      indivisible: false,
    } as const;
    const state = after(limited, {
      type: 'control.impose',
      id: 'us/emergency',
      from: limited.today,
      ...born,
    });
    expect(later(state, addDays(limited.today, 89)).control['us/emergency']!.status).toBe('in-force');
    expect(later(state, addDays(limited.today, 90)).control['us/emergency']!.status).toBe('lapsed');
  });
});
