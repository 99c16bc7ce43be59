import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/kit/calendar';
import { transition } from '../../src/engine/transition';
import { facts } from '../../src/facts/packaged';
import { stateOn } from '../../src/facts/initial-state';
import { after, kualaLumpur, later, refusals, today, type Act } from '../record';

const advance = (to: string): Act => ({ type: 'calendar.advance', actor: 'calendar', to });
const gauges = { ...kualaLumpur.gauges, pain: { US: 1, CN: 2 } };
const accrue = (value: unknown): Act => ({ type: 'economy.accrue', actor: 'calendar', gauges: value }) as Act;

describe('the calendar', () => {
  it('goes forward, and never past the day of the next deadline', () => {
    expect(refusals(kualaLumpur, advance('2025-10-25'))).toEqual(['calendar/past-a-deadline']);
    expect(refusals(kualaLumpur, advance('2025-11-01'))).toEqual([]);
    expect(refusals(kualaLumpur, advance('2025-11-02'))).toEqual(['calendar/past-a-deadline']);
    expect(refusals(kualaLumpur, advance('2025-10-32'))).toEqual(['calendar/past-a-deadline']);
  });

  it('nothing else happens on a day before what is due', () => {
    const day = after(kualaLumpur, advance('2025-11-01'));
    const statement: Act = {
      type: 'statement.make',
      actor: 'US',
      voice: 'leader',
      tone: 'neutral',
      topic: '',
      gist: '',
    };
    expect(refusals(day, statement)).toEqual(['calendar/due-first']);
    expect(refusals(day, advance('2025-11-02'))).toContain('calendar/due-first');
    const settled = after(day, { type: 'tariff.enter-into-force', actor: 'calendar', id: 'us/s232-trucks' });
    expect(refusals(settled, statement)).toEqual([]);
  });

  it('a refusal for what is due names what is due and not the threat that still has its day', () => {
    const day = after(kualaLumpur, advance('2025-11-01'));
    const refused = transition(day, today(day, advance('2025-11-02')));
    expect(refused.ok ? [] : refused.refusals[0]!.facts.due).toEqual(['us/s232-trucks']);
  });

  it('acts on a deadline that has come and on no other', () => {
    expect(
      refusals(kualaLumpur, {
        type: 'tariff.snapback',
        actor: 'calendar',
        id: 'us/ieepa-reciprocal-heightened',
      }),
    ).toEqual(['tariff/not-due']);
    expect(
      refusals(kualaLumpur, { type: 'tariff.expire-threat', actor: 'calendar', id: 'us/ieepa-hundred' }),
    ).toEqual(['tariff/not-due']);
    expect(refusals(kualaLumpur, { type: 'truce.lapse', actor: 'calendar', id: 'geneva-2025' })).toEqual([
      'truce/not-due',
    ]);
  });

  it('crosses years without a deadline', () => {
    expect(later(kualaLumpur, '2031-01-01').today).toBe('2031-01-01');
  });

  it('ends twenty years before the dates do, and refuses instead of throwing', () => {
    const last = stateOn(facts, {
      asOf: '9979-12-30',
      meeting: 'busan-2025',
      agenda: [],
      withoutAuthorities: [],
    });
    const quiet = { ...last, deadlines: [] };
    expect(refusals(quiet, advance('9979-12-31'))).toEqual([]);
    expect(refusals(quiet, advance('9980-01-01'))).toEqual(['calendar/past-a-deadline']);
  });
});

describe('accruals', () => {
  it('are stored as they come and shared with nobody', () => {
    const event = today(kualaLumpur, accrue(gauges));
    const next = transition(kualaLumpur, event);
    expect(next.ok && next.state.gauges).toEqual(gauges);
    expect(next.ok && next.state.gauges).not.toBe(gauges);
    expect(Object.isFrozen(gauges)).toBe(false);
  });

  it('are numbers, all of them', () => {
    const bad = [
      null,
      {},
      5,
      { ...gauges, pain: { US: 1 } },
      { ...gauges, shortage: NaN },
      { ...gauges, drawdownPct: '1' },
    ];
    for (const value of bad)
      expect(refusals(kualaLumpur, accrue(value)), JSON.stringify(value)).toEqual(['economy/no-gauges']);
  });
});

describe('markets', () => {
  it('move by less than half in a day', () => {
    const move = (equityPct: number): Act => ({
      type: 'market.move',
      actor: 'market',
      equityPct,
      yieldBp: 0,
    });
    expect(refusals(kualaLumpur, move(-2.7))).toEqual([]);
    expect(refusals(kualaLumpur, move(-51))).toEqual(['market/out-of-range']);
    expect(refusals(kualaLumpur, move(NaN))).toEqual(['market/out-of-range']);
    expect(after(kualaLumpur, move(-2.7)).market).toEqual({
      on: addDays(kualaLumpur.today, 0),
      equityPct: -2.7,
      yieldBp: 0,
    });
  });
});
