import { describe, expect, it } from 'vitest';
import { deedOf } from '../../src/episode/channels';
import { weightOf } from '../../src/episode/conduct';
import { facts } from '../../src/facts/packaged';
import { usualList } from '../../src/model/authority';
import { effectOf } from '../../src/model/listing';
import { after, centralParameters, kualaLumpur, later, refusals, withAuthority, type Act } from '../record';

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

describe('a list', () => {
  const on = (name: string, authority: string, more: object = {}, actor: 'US' | 'CN' = 'US'): Act =>
    ({ ...list(10, authority), list: name, actor, id: 'a/listing', from: '2025-10-25', ...more }) as Act;
  const kept = facts.lists.map(({ id, authority }) => [id, authority] as const);

  it.each(kept)('%s stands on the authority that keeps it, %s, and on no other', (name, authority) => {
    for (const { id, owner, instruments } of facts.authorities) {
      if (!instruments.includes('listing')) continue;
      expect(refusals(kualaLumpur, on(name, id, {}, owner)), id).toEqual(
        id === authority ? [] : ['listing/unknown-list'],
      );
    }
  });

  it('that nobody keeps may have any name, under an authority that lists', () => {
    expect(refusals(kualaLumpur, on('drone-makers', 'ecra'))).toEqual([]);
    expect(refusals(kualaLumpur, on('drone-makers', 's122'))).toEqual(['authority/wrong-instrument']);
    for (const wrong of ['Drone Makers', '', 'constructor'])
      expect(refusals(kualaLumpur, on(wrong, 'ecra')), wrong).toEqual(['listing/unknown-list']);
  });

  it('denies what its authority says, or less where the act says so, and nothing that the authority cannot', () => {
    const effect = (act: Act) => {
      const state = after(kualaLumpur, act);
      const listing = state.listing['a/listing']!;
      return effectOf(listing, state.authorities[listing.authority]);
    };
    expect(effect(on('sdn-list', 'ieepa'))).toBe('dealings');
    expect(effect(on('sdn-list', 'ieepa', { effect: 'securities' }))).toBe('securities');
    expect(effect(on('1260h', 'us-ndaa-1260h'))).toBe('procurement');
    expect(effect(on('drone-makers', 'ecra'))).toBe('supply');
    expect(refusals(kualaLumpur, on('entity-list', 'ecra', { effect: 'dealings' }))).toEqual([
      'listing/effect',
    ]);
  });

  it('that keeps firms from public contracts alone weighs less than one that stops their supplies', () => {
    const p = centralParameters();
    const about = { state: kualaLumpur, specification: { issues: [], generalAuthorities: [] } };
    const weight = (act: Act) => weightOf(deedOf({ ...act, on: kualaLumpur.today }, about)!, p);
    expect(weight(on('1260h', 'us-ndaa-1260h'))).toBeLessThan(weight(on('entity-list', 'ecra')));
    expect(weight(on('sdn-list', 'ieepa'))).toBe(weight(on('entity-list', 'ecra')));
  });

  it('is the one for which its party reaches first where that is its usual one, while its authority stands', () => {
    expect(usualList(kualaLumpur.authorities, 'US')).toEqual({ authority: 'ecra', list: 'entity-list' });
    expect(usualList(kualaLumpur.authorities, 'CN')).toEqual({
      authority: 'cn-unreliable-entity-list',
      list: 'unreliable-entity-list',
    });
    const without = withAuthority(kualaLumpur, 'ecra', { standing: 'struck-down' });
    expect(usualList(without.authorities, 'US')).toEqual({ authority: 'ieepa', list: 'sdn-list' });
  });
});

describe('firms on a list', () => {
  const listed = after(kualaLumpur, { ...list(12), from: '2025-10-25' } as Act);
  const remove = (entities: number): Act => ({
    type: 'listing.remove',
    actor: 'US',
    id: 'us/listing',
    entities,
  });

  it('are taken off in part, by whoever listed them, and all by a withdrawal alone', () => {
    expect(after(listed, remove(5)).listing['us/listing']!.entities).toBe(7);
    for (const wrong of [0, 12, 1.5])
      expect(refusals(listed, remove(wrong)), String(wrong)).toEqual(['listing/removes-too-many']);
    expect(refusals(listed, { ...remove(5), actor: 'CN' } as Act)).toEqual(['listing/not-the-imposer']);
    const one = after(listed, remove(11));
    expect(refusals(one, remove(1))).toEqual(['listing/removes-too-many']);
    const gone = after(listed, { type: 'listing.withdraw', actor: 'US', id: 'us/listing', traded: false });
    expect(refusals(gone, remove(5))).toEqual(['listing/wrong-status']);
  });

  it('taken off coerce nobody', () => {
    expect(after(listed, remove(5)).coercion).toEqual(listed.coercion);
  });
});
