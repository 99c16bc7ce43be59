/** Relief at home: who may pay whom, for how long, and what it takes from farm pain. */
import { describe, expect, it } from 'vitest';
import { judgedPromises, readRecord } from '../../src/episode/readings';
import { yearlyReliefUsdBn } from '../../src/model/relief';
import type { State } from '../../src/model/state';
import { after, centralParameters, kualaLumpur, later, refusals, type Act } from '../record';

const pay = (amountUsdBn: number, days = 365, actor: 'US' | 'CN' = 'US'): Act => ({
  type: 'relief.pay',
  actor,
  id: 'us/bridge',
  flow: 'soybeans',
  label: 'Bridge payments',
  amountUsdBn,
  days,
});
const relieved = (state: State) => readRecord(state, judgedPromises(state), centralParameters()).relieved;

describe('relief at home', () => {
  it('is paid by the party whose sellers lose, in an amount above nought', () => {
    expect(refusals(kualaLumpur, pay(12))).toEqual([]);
    expect(refusals(kualaLumpur, pay(12, 365, 'CN'))).toEqual(['relief/not-the-seller']);
    for (const wrong of [0, -1, 201])
      expect(refusals(kualaLumpur, pay(wrong)), String(wrong)).toEqual(['relief/no-amount']);
    for (const wrong of [0, 1462, 1.5])
      expect(refusals(kualaLumpur, pay(12, wrong)), String(wrong)).toEqual(['relief/days']);
    expect(refusals(kualaLumpur, { ...pay(12), flow: 'wine' } as Act)).toEqual(['relief/unknown']);
  });

  it('is over when its days are, and counts no longer', () => {
    const paid = after(kualaLumpur, pay(12, 30));
    expect(later(paid, '2025-11-23').reliefs!['us/bridge']!.status).toBe('current');
    expect(later(paid, '2025-11-24').reliefs!['us/bridge']!.status).toBe('over');
    expect(yearlyReliefUsdBn(later(paid, '2025-11-24'), 'US')).toBe(0);
  });

  it('makes good the share of the yearly loss that it comes to, and never more than all of it', () => {
    expect(relieved(kualaLumpur)).toBe(0);
    expect(relieved(after(kualaLumpur, pay(6.6)))).toBeCloseTo(0.5, 12);
    // The same money for half the days is twice as much a year.
    expect(relieved(after(kualaLumpur, pay(3.3, 182)))).toBeCloseTo(0.5, 2);
    expect(relieved(after(kualaLumpur, pay(100)))).toBe(1);
  });
});
