import { describe, expect, it } from 'vitest';
import { after, kualaLumpur, later, refusals, type Act } from '../record';

const commit = (quantityMmt: number): Act => ({
  type: 'purchase.commit',
  actor: 'CN',
  id: 'soybeans/season',
  flow: 'soybeans',
  quantityMmt,
  from: '2025-11-01',
  windowDays: 61,
});
const RESUME: Act = { type: 'purchase.resume', actor: 'CN', flow: 'soybeans' };
const deliver = (quantityMmt: number): Act => ({
  type: 'purchase.deliver',
  actor: 'CN',
  flow: 'soybeans',
  quantityMmt,
});
const promised = after(kualaLumpur, RESUME, commit(12));

describe('purchases', () => {
  it('a commitment met inside its window is met', () => {
    const state = later(after(later(promised, '2025-12-01'), deliver(12)), '2026-01-01');
    expect(state.commitments['soybeans/season']!.status).toBe('met');
  });

  it('a commitment a hundredth short is missed on the first day after the window, not before', () => {
    const state = after(later(promised, '2025-12-01'), deliver(11.99));
    expect(later(state, '2025-12-31').commitments['soybeans/season']!.status).toBe('open');
    expect(later(state, '2026-01-01').commitments['soybeans/season']!.status).toBe('missed');
  });

  it('what was shipped before the window opened does not count', () => {
    const state = later(after(promised, deliver(12)), '2026-01-01');
    expect(state.commitments['soybeans/season']).toMatchObject({ status: 'missed', deliveredMmt: 0 });
    const before = promised.flows.soybeans!.deliveredMmt;
    expect(state.flows.soybeans!.deliveredMmt).toBe(before + 12);
  });

  it('shipments of 0.7 and 0.1 meet a commitment of 0.8 whatever binary fractions make of them', () => {
    const small = after(kualaLumpur, RESUME, commit(0.8));
    const state = later(after(later(small, '2025-12-01'), deliver(0.7), deliver(0.1)), '2026-01-01');
    expect(state.commitments['soybeans/season']!.status).toBe('met');
  });

  it('nothing is bought while purchases are halted, and only the buyer halts', () => {
    expect(refusals(kualaLumpur, deliver(1))).toEqual(['purchase/wrong-status']);
    const buying = after(kualaLumpur, RESUME);
    expect(refusals(buying, { type: 'purchase.halt', actor: 'US', flow: 'soybeans' })).toEqual([
      'purchase/not-the-buyer',
    ]);
    const halted = after(buying, { type: 'purchase.halt', actor: 'CN', flow: 'soybeans' });
    expect(halted.coercion.at(-1)).toMatchObject({ by: 'CN', measure: 'soybeans' });
  });

  it('two commitments with overlapping windows both count the same shipment', () => {
    const two = after(promised, { ...commit(5), id: 'soybeans/extra' } as Act);
    const state = later(after(later(two, '2025-12-01'), deliver(12)), '2026-01-01');
    expect(Object.values(state.commitments).map((commitment) => commitment.status)).toEqual(['met', 'met']);
  });
});
