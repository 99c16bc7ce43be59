import { describe, expect, it } from 'vitest';
import { after, kualaLumpur, later, refusals, type Act } from '../record';

const list = (entities: number, authority = 'ecra'): Act => ({
  type: 'listing.impose',
  actor: 'US',
  id: 'us/listing',
  label: 'x',
  authority,
  basis: null,
  list: 'entity-list',
  entities,
  from: '2025-11-01',
});

describe('listings', () => {
  it('name at least one entity and whole ones', () => {
    expect(refusals(kualaLumpur, list(0))).toEqual(['listing/nobody-listed']);
    expect(refusals(kualaLumpur, list(1.5))).toEqual(['listing/nobody-listed']);
    expect(refusals(kualaLumpur, list(1))).toEqual([]);
  });

  it('enter into force on their day and are withdrawn for good', () => {
    const state = later(after(kualaLumpur, list(12)), '2025-11-01');
    expect(state.listing['us/listing']).toMatchObject({ status: 'in-force', entities: 12 });
    const gone = after(state, { type: 'listing.withdraw', actor: 'US', id: 'us/listing', traded: false });
    expect(refusals(gone, { type: 'listing.suspend', actor: 'US', id: 'us/listing', until: null })).toEqual([
      'listing/wrong-status',
    ]);
  });

  it('an id is used once over all kinds of measures', () => {
    expect(refusals(kualaLumpur, { ...list(1), id: 'us/port-fees' } as Act)).toEqual(['listing/id-taken']);
    expect(refusals(kualaLumpur, { ...list(1), id: kualaLumpur.truce.id } as Act)).toEqual([
      'listing/id-taken',
    ]);
    expect(refusals(kualaLumpur, { ...list(1), id: 'constructor' } as Act)).toEqual(['listing/id-taken']);
  });
});
