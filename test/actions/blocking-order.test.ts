/** Blocking orders: whose law knows them, what they may answer, and how they end. */
import { describe, expect, it } from 'vitest';
import { deedOf } from '../../src/episode/channels';
import { after, kualaLumpur, later, refusals, type Act } from '../record';

const issue = (answers: string, until: string | null = null, actor: 'US' | 'CN' = 'CN'): Act => ({
  type: 'blocking-order.issue',
  actor,
  id: 'cn/order',
  label: 'No compliance',
  authority: 'cn-blocking-rules',
  answers,
  until,
});
const LISTING = 'us/entity-september-2025';

describe('a blocking order', () => {
  it('answers a listing or a control of the other side, and neither a duty nor a measure of its own', () => {
    for (const answers of [LISTING, 'us/advanced-chips'])
      expect(refusals(kualaLumpur, issue(answers)), answers).toEqual([]);
    for (const answers of ['us/ieepa-fentanyl', 'us/port-fees', 'cn/rare-earths-april', 'nothing'])
      expect(refusals(kualaLumpur, issue(answers)), answers).toEqual(['blocking-order/nothing-to-answer']);
  });

  it('stands on the one law that knows it, which is Chinese', () => {
    expect(refusals(kualaLumpur, issue(LISTING, null, 'US'))).toContain('authority/not-the-owner');
    const elsewhere = { ...issue(LISTING), authority: 'cn-anti-sanctions-law' } as Act;
    expect(refusals(kualaLumpur, elsewhere)).toEqual(['authority/wrong-instrument']);
  });

  it('holds until the day that it names, or until its author lifts it', () => {
    const dated = after(kualaLumpur, issue(LISTING, '2025-12-01'));
    expect(later(dated, '2025-11-30').blockingOrders!['cn/order']!.status).toBe('in-force');
    expect(later(dated, '2025-12-01').blockingOrders!['cn/order']!.status).toBe('lapsed');
    const open = after(kualaLumpur, issue(LISTING));
    const lift: Act = { type: 'blocking-order.lift', actor: 'CN', id: 'cn/order' };
    expect(refusals(open, { ...lift, actor: 'US' } as Act)).toEqual(['blocking-order/not-the-owner']);
    const lifted = after(open, lift);
    expect(lifted.blockingOrders!['cn/order']!.status).toBe('lifted');
    expect(refusals(lifted, lift)).toEqual(['blocking-order/wrong-status']);
    expect(refusals(kualaLumpur, issue(LISTING, '2025-10-25'))).toEqual(['blocking-order/end-not-ahead']);
  });

  it('is in a state only once one was issued', () => {
    expect('blockingOrders' in kualaLumpur).toBe(false);
    expect('blockingOrders' in after(kualaLumpur, issue(LISTING))).toBe(true);
  });

  it('presses the other side, and obliges it when it is lifted', () => {
    const about = { state: kualaLumpur, specification: { issues: [], generalAuthorities: [] } };
    expect(deedOf({ ...issue(LISTING), on: kualaLumpur.today }, about)).toMatchObject({ by: 'CN', sign: -1 });
    const lift = { type: 'blocking-order.lift', actor: 'CN', id: 'cn/order', on: kualaLumpur.today } as const;
    expect(deedOf(lift, about)).toMatchObject({ by: 'CN', sign: 1 });
  });
});
