import { describe, expect, it } from 'vitest';
import { bringAbout, stepInPlace } from '../../src/engine/apply';
import { transition, transitionWithPatches } from '../../src/engine/transition';
import { actionTable, type Event } from '../../src/actions/index';
import type { Pledge } from '../../src/model/agreement';
import type { State } from '../../src/model/state';
import { kualaLumpur, refusals, writableCopy } from '../record';

const CALL = {
  type: 'talks.leaders-call',
  actor: 'both',
  id: 'call',
  agenda: ['soybeans', 'tiktok'],
} as const;

/** The morning with one pledge on it. */
function pledged(act: object, status: Pledge['status'] = 'open'): State {
  const state = writableCopy(kualaLumpur);
  state.pledges.p = {
    id: 'p',
    agreement: 'a',
    issue: 'soybeans',
    act: act as Pledge['act'],
    dueOn: '2026-01-15',
    status,
  };
  if (status === 'open') state.deadlines.push({ kind: 'pledge-due', on: '2026-01-16', subject: 'p' });
  return state;
}

function statusAfter(state: State, act: object): string {
  const event = { ...act, on: state.today } as Event;
  expect(refusals(state, event)).toEqual([]);
  const next = transition(state, event);
  return next.ok ? next.state.pledges.p!.status : 'refused';
}

describe('a pledge', () => {
  it('is performed by the promised act with the same list in the same order, and by no other', () => {
    expect(statusAfter(pledged(CALL), CALL)).toBe('performed');
    for (const agenda of [
      [],
      ['soybeans'],
      ['tiktok', 'soybeans'],
      ['soybeans', 'tiktok', 'taiwan'],
      ['soybeans', 'taiwan'],
    ])
      expect(statusAfter(pledged(CALL), { ...CALL, agenda }), agenda.join()).toBe('open');
    expect(statusAfter(pledged({ ...CALL, agenda: 'soybeans' }), CALL)).toBe('open');
    expect(statusAfter(pledged({ ...CALL, agenda: ['soybeans', 'tiktok', 'x'] }), CALL)).toBe('open');
  });

  it('is not performed by another type of act with the same fields, nor by another party', () => {
    const confirm = { type: 'meeting.confirm', actor: 'US', meeting: 'busan-2025' } as const;
    const doubt = { type: 'meeting.doubt', actor: 'US', meeting: 'busan-2025' } as const;
    const open = kualaLumpur.meetings['busan-2025']!.status === 'confirmed' ? doubt : confirm;
    const other = open === doubt ? confirm : doubt;
    expect(statusAfter(pledged(open), open)).toBe('performed');
    expect(statusAfter(pledged(other), open)).toBe('open');
    expect(statusAfter(pledged({ ...open, actor: 'CN' }), open)).toBe('open');
  });

  it('on which its party has defaulted stays a default when the act is done late', () => {
    expect(statusAfter(pledged(CALL, 'defaulted'), CALL)).toBe('defaulted');
  });

  it('once performed waits for no day', () => {
    const next = transition(pledged(CALL), { ...CALL, agenda: [...CALL.agenda], on: kualaLumpur.today });
    expect(next.ok && next.state.deadlines.some(({ subject }) => subject === 'p')).toBe(false);
  });
});

describe('an event in place', () => {
  const doubt: Event = { type: 'meeting.doubt', actor: 'US', meeting: 'busan-2025', on: kualaLumpur.today };

  it('is applied where it is legal, and leaves the state untouched where it is not', () => {
    const state = writableCopy(kualaLumpur);
    expect(stepInPlace(state, { ...doubt, on: '2025-10-26' })).toBe(false);
    expect(state).toEqual(kualaLumpur);
    expect(stepInPlace(state, doubt)).toBe(true);
    expect(state.meetings['busan-2025']!.status).toBe('doubted');
  });

  it('has patches exactly where it is accepted, which change the state as it does', () => {
    const next = transitionWithPatches(kualaLumpur, doubt);
    expect(next.ok && next.state.meetings['busan-2025']!.status).toBe('doubted');
    expect(next.ok && next.patches.map(({ path }) => path.join('.'))).toContain('meetings.busan-2025.status');
    expect(next.ok && next.inverse.length).toBe(next.ok && next.patches.length);
    expect(transitionWithPatches(kualaLumpur, { ...doubt, on: '2025-10-26' })).toMatchObject({
      ok: false,
      refusals: [{ code: 'calendar/not-today' }],
    });
  });
});

describe('an act that presses the other side', () => {
  const raise: Event = {
    type: 'tariff.raise',
    actor: 'US',
    on: kualaLumpur.today,
    id: 'us/ieepa-fentanyl',
    ratePct: 25,
  };
  const doubt: Event = { type: 'meeting.doubt', actor: 'US', meeting: 'busan-2025', on: kualaLumpur.today };

  it('is noted as coercion, by a transition as in place, and any other is not', () => {
    const noted = { on: raise.on, by: 'US', measure: raise.id, kind: 'tariff', from: raise.on };
    for (const [event, added] of [
      [raise, [expect.objectContaining(noted)]],
      [doubt, []],
    ] as const) {
      const state = writableCopy(kualaLumpur);
      expect(stepInPlace(state, event)).toBe(true);
      expect(state.coercion).toEqual([...kualaLumpur.coercion, ...added]);
      const next = transition(kualaLumpur, event);
      expect(next.ok && next.state.coercion).toEqual(state.coercion);
    }
  });

  it('tells whether it performed a pledge', () => {
    const { on: _on, ...promised } = raise;
    const { on: _day, ...other } = doubt;
    for (const [act, performed] of [
      [promised, true],
      [other, false],
    ] as const) {
      const guard = actionTable.guards.get(raise.type)!;
      expect(bringAbout(writableCopy(pledged(act)), raise, guard)).toBe(performed);
    }
  });
});
