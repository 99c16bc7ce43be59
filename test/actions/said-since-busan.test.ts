/**
 * What law and parties did after Busan, said as what it was: each act is played on the state of the record on 10 November 2025,
 * moved to its day by the calendar, and must be lawful there; beside it stands what the law still refuses.
 */
import { describe, expect, it } from 'vitest';
import type { Event } from '../../src/actions/index';
import { transition } from '../../src/engine/transition';
import { facts } from '../../src/facts/packaged';
import { recordedOn } from '../../src/facts/fold';
import { freedOn } from '../../src/model/export-control';
import type { State } from '../../src/model/state';
import { kualaLumpur, later, refusals, type Act } from '../record';

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
