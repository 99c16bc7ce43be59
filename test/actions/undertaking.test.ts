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
const promised = after(kualaLumpur, PROMISE);

describe('undertakings', () => {
  it('kept before their day are honoured and leave no deadline', () => {
    const state = after(promised, HONOUR);
    expect(state.undertakings['cn/precursors']!.status).toBe('honoured');
    expect(later(state, '2025-11-06').truce.breaches).toEqual(kualaLumpur.truce.breaches);
  });

  it('not kept by their day are in default, and break no truce', () => {
    const state = later(promised, '2025-11-05');
    expect(state.undertakings['cn/precursors']!.status).toBe('defaulted');
    expect(state.truce).toEqual(promised.truce);
    expect(refusals(state, HONOUR)).toEqual(['undertaking/closed']);
  });

  it('are kept by the promisor only and promise something', () => {
    expect(refusals(promised, { ...HONOUR, actor: 'US' } as Act)).toEqual(['undertaking/not-the-promisor']);
    expect(refusals(kualaLumpur, { ...PROMISE, degree: 0 } as Act)).toEqual(['undertaking/nothing-promised']);
    expect(refusals(kualaLumpur, { ...PROMISE, dueOn: '2025-10-25' } as Act)).toEqual([
      'undertaking/date-not-ahead',
    ]);
  });
});
