import { describe, expect, it } from 'vitest';
import { judgedPromises, readRecord } from '../../src/episode/readings';
import type { State } from '../../src/model/state';
import { after, centralParameters, kualaLumpur, later, morningOf, refusals, type Act } from '../record';

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

describe('a trade of its own unit', () => {
  const open = (unit: 'Mmt' | 'USD bn' | 'pieces', more: object = {}): Act =>
    ({ type: 'purchase.open', actor: 'CN', id: 'a-trade', product: 'A product', unit, ...more }) as Act;
  const commit = (more: object): Act =>
    ({
      type: 'purchase.commit',
      actor: 'CN',
      id: 'a-trade/1',
      flow: 'a-trade',
      from: '2025-10-25',
      windowDays: 60,
      ...more,
    }) as Act;

  it.each(['USD bn', 'pieces'] as const)('in %s is promised in that and not in tons', (unit) => {
    const state = after(kualaLumpur, open(unit));
    expect(refusals(state, commit({ quantity: 17 }))).toEqual([]);
    expect(refusals(state, commit({ quantityMmt: 17 }))).toEqual([
      'purchase/no-quantity',
      'purchase/wrong-unit',
    ]);
    expect(refusals(state, commit({}))).toEqual(['purchase/wrong-unit']);
  });

  it('in tons is promised in tons alone, and says no unit', () => {
    const state = after(kualaLumpur, open('Mmt', { normalYear: 4.3 }));
    expect(state.flows['a-trade']).not.toHaveProperty('unit');
    expect(state.flows['a-trade']).toMatchObject({ normalYear: 4.3, deliveredMmt: 0 });
    expect(refusals(state, commit({ quantityMmt: 4 }))).toEqual([]);
    expect(refusals(state, commit({ quantity: 4 }))).toEqual(['purchase/no-quantity', 'purchase/wrong-unit']);
  });

  it('tells what is contracted from what is shipped: a commitment counts the one that it names', () => {
    const opened = after(kualaLumpur, open('pieces'));
    const promised = after(
      opened,
      commit({ quantity: 200, counts: 'contracts' }),
      commit({ quantity: 20, id: 'a-trade/2' }),
      { type: 'purchase.contract', actor: 'CN', flow: 'a-trade', quantity: 150 },
      { type: 'purchase.deliver', actor: 'CN', flow: 'a-trade', quantity: 20 },
    );
    expect(promised.commitments['a-trade/1']).toMatchObject({ quantity: 200, delivered: 150 });
    expect(promised.commitments['a-trade/2']).toMatchObject({ quantity: 20, delivered: 20 });
    expect(promised.flows['a-trade']).toMatchObject({ contracted: 150, delivered: 20, deliveredMmt: 0 });
    const end = later(promised, '2025-12-24');
    expect(end.commitments['a-trade/1']!.status).toBe('missed');
    expect(end.commitments['a-trade/2']!.status).toBe('met');
  });

  it('does not stand for the halt of soybeans', () => {
    const halted = after(kualaLumpur, open('pieces'), {
      type: 'purchase.halt',
      actor: 'CN',
      flow: 'a-trade',
    });
    const bought = after(halted, { type: 'purchase.resume', actor: 'CN', flow: 'soybeans' });
    expect(readRecord(bought, judgedPromises(bought), centralParameters()).soybeansHalted).toBe(false);
  });
});

describe('a commitment for several years', () => {
  const yearly = morningOf('2025-11-10').commitments['busan-soybeans/2']!;
  const ship = (state: State, quantityMmt: number) =>
    after(state, { type: 'purchase.deliver', actor: 'CN', flow: 'soybeans', quantityMmt });

  it('of 25 million tons a year stands in the record, and waits for 2026', () => {
    expect(yearly).toMatchObject({ quantityMmt: 25, from: '2026-01-01', until: '2027-01-01', yearsLeft: 2 });
  });

  it('is kept or missed year by year, each by its own window, which the calendar opens', () => {
    const first = ship(later(morningOf('2025-11-10'), '2026-06-01'), 25);
    const second = later(first, '2027-01-01').commitments[yearly.id]!;
    expect(second).toMatchObject({
      from: '2027-01-01',
      until: '2028-01-01',
      deliveredMmt: 0,
      status: 'open',
    });
    expect(second.past).toEqual([{ from: '2026-01-01', until: '2027-01-01', amount: 25, status: 'met' }]);
    const end = later(ship(later(first, '2027-06-01'), 24), '2029-01-01').commitments[yearly.id]!;
    expect(end.past!.map(({ status }) => status)).toEqual(['met', 'missed']);
    expect(end).toMatchObject({ status: 'missed', until: '2029-01-01', yearsLeft: 0 });
  });

  it('whose year ends on a leap day goes on to 28 February', () => {
    const promised = after(kualaLumpur, {
      type: 'purchase.commit',
      actor: 'CN',
      id: 'beans',
      flow: 'soybeans',
      quantityMmt: 1,
      from: '2027-02-28',
      windowDays: 366,
      years: 2,
    });
    expect(promised.commitments['beans']).toMatchObject({ until: '2028-02-29' });
    const second = later(promised, '2028-02-29').commitments['beans'];
    expect(second).toMatchObject({ from: '2028-02-29', until: '2029-02-28' });
  });

  it('counts as a promise judged for each year that is over', () => {
    const before = judgedPromises(morningOf('2025-11-10')).CN;
    const now = judgedPromises(later(morningOf('2025-11-10'), '2029-01-01')).CN;
    // The 12 million tons of 2025, and three years of 25.
    expect(now.kept + now.broken - before.kept - before.broken).toBe(4);
  });
});
