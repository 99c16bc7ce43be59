import { describe, expect, it } from 'vitest';
import { after, kualaLumpur, later, refusals, type Act } from '../record';

const fee = (authority: string, basis: string | null): Act => ({
  type: 'port-fee.impose',
  actor: 'US',
  id: 'us/fee',
  label: 'x',
  authority,
  basis,
  feePerNetTon: 80,
  currency: 'USD',
  from: '2025-10-25',
});

describe('port fees', () => {
  it('stand on Section 301 with its finding, not on a tariff statute', () => {
    expect(refusals(kualaLumpur, fee('s301', 'us/probe-s301-maritime'))).toEqual([]);
    expect(refusals(kualaLumpur, fee('s301', null))).toEqual(['authority/wrong-basis']);
    expect(refusals(kualaLumpur, fee('s232', null))).toContain('authority/wrong-instrument');
  });

  it('both sides suspend theirs for a year and both return at the same fee', () => {
    const state = after(
      kualaLumpur,
      { type: 'port-fee.suspend', actor: 'US', id: 'us/port-fees', until: '2026-11-10' },
      { type: 'port-fee.suspend', actor: 'CN', id: 'cn/port-fees', until: '2026-11-10' },
    );
    for (const id of ['us/port-fees', 'cn/port-fees']) {
      expect(later(state, '2026-11-09').portFee[id]!.status).toBe('suspended');
      expect(later(state, '2026-11-10').portFee[id]).toMatchObject({
        status: 'in-force',
        feePerNetTon: kualaLumpur.portFee[id]!.feePerNetTon,
      });
    }
  });
});
