import { describe, expect, it } from 'vitest';
import { after, kualaLumpur, later, refusals, type Act } from '../record';

const PROMISE: Act = {
  type: 'undertaking.make',
  actor: 'CN',
  id: 'cn/precursors',
  subject: 'precursors',
  degree: 0.5,
  dueOn: '2025-11-05',
};
const HONOUR: Act = { type: 'undertaking.honour', actor: 'CN', id: 'cn/precursors' };
const JUDGE: Act = { type: 'undertaking.judge', actor: 'US', id: 'cn/precursors', honoured: false };
const promised = after(kualaLumpur, PROMISE);

describe('undertakings', () => {
  it('kept before their day are honoured and leave no deadline', () => {
    const state = after(promised, HONOUR);
    expect(state.undertakings['cn/precursors']!.status).toBe('honoured');
    expect(later(state, '2025-11-06').truce.breaches).toEqual(kualaLumpur.truce.breaches);
  });

  it('are broken by no day: from theirs on they wait for a judgement, which breaks no truce', () => {
    const due = later(promised, '2026-11-05');
    expect(due.undertakings['cn/precursors']!.status).toBe('due');
    const before = later(kualaLumpur, '2026-11-05');
    expect(due.truce).toEqual(before.truce);
    const judged = after(due, JUDGE);
    expect(judged.undertakings['cn/precursors']!.status).toBe('defaulted');
    expect(judged.truce).toEqual(before.truce);
    expect(refusals(judged, HONOUR)).toEqual(['undertaking/closed']);
  });

  it('may be shown to be kept after their day, as long as nobody has judged them', () => {
    const due = later(promised, '2025-11-20');
    expect(after(due, HONOUR).undertakings['cn/precursors']!.status).toBe('honoured');
  });

  it('are judged from their day on, once, and by nobody who made them', () => {
    expect(refusals(promised, JUDGE)).toEqual(['undertaking/before-its-day']);
    const due = later(promised, '2025-11-05');
    expect(refusals(due, { ...JUDGE, actor: 'CN' } as Act)).toEqual(['undertaking/own-cause']);
    for (const actor of ['US', 'both'] as const) {
      const judged = after(due, { ...JUDGE, actor, honoured: true, judge: 'the joint commission' } as Act);
      expect(judged.undertakings['cn/precursors']!.status).toBe('honoured');
      expect(refusals(judged, JUDGE)).toEqual(['undertaking/closed']);
    }
    expect(refusals(kualaLumpur, JUDGE)).toEqual(['undertaking/unknown']);
  });

  it('are kept by the promisor only and promise something', () => {
    expect(refusals(promised, { ...HONOUR, actor: 'US' } as Act)).toEqual(['undertaking/not-the-promisor']);
    expect(refusals(kualaLumpur, { ...PROMISE, degree: 0 } as Act)).toEqual(['undertaking/nothing-promised']);
    expect(refusals(kualaLumpur, { ...PROMISE, dueOn: '2025-10-25' } as Act)).toEqual([
      'undertaking/date-not-ahead',
    ]);
  });
});
