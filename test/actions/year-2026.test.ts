/**
 * What happened in the year after 10 November 2025 can be said as what it was: acts of the record of that year, played day by
 * day from the state that the record reaches, each lawful on its day.
 */
import { describe, expect, it } from 'vitest';
import type { Event } from '../../src/actions/index';
import { explain } from '../../src/engine/explain';
import { advanceTo } from '../../src/engine/replay';
import { transition } from '../../src/engine/transition';
import type { State } from '../../src/model/state';
import { morningOf } from '../record';

const FIRST = '2025-11-10';

/** Plays acts on their days; names the first that is refused. */
function played(acts: readonly Event[]): State {
  let state = morningOf(FIRST);
  for (const act of acts) {
    state = advanceTo(state, act.on).state;
    const next = transition(state, act);
    if (!next.ok)
      throw new Error(
        `${act.on} ${act.type}: ${JSON.stringify(explain(state, act).refusals.map(({ code }) => code))}`,
      );
    state = next.state;
  }
  return state;
}

const farmAid: Event = {
  on: '2025-12-08',
  actor: 'US',
  type: 'relief.pay',
  id: 'us/bridge-payments',
  flow: 'soybeans',
  label: 'Farmer bridge payments',
  amountUsdBn: 12,
  days: 365,
};
const probeOf16: Event = {
  on: '2026-03-11',
  actor: 'US',
  type: 'probe.open',
  id: 'us/probe-s301-overcapacity',
  authority: 's301',
  subject: 'Structural excess capacity',
  decisionDueOn: '2027-03-11',
  targets: 16,
};
const probeOf60: Event = {
  on: '2026-03-12',
  actor: 'US',
  type: 'probe.open',
  id: 'us/probe-s301-forced-labour',
  authority: 's301',
  subject: 'Forced labour',
  decisionDueOn: '2027-03-12',
  targets: 60,
};
const sanctioned = (id: string, on: string, entities: number): Event => ({
  on,
  actor: 'US',
  type: 'listing.impose',
  id,
  label: 'Buyers of Iranian oil',
  authority: 'ieepa',
  basis: null,
  list: 'sdn-list',
  entities,
  from: on,
});
const blocking: Event = {
  on: '2026-05-05',
  actor: 'CN',
  type: 'blocking-order.issue',
  id: 'cn/blocking-refineries',
  label: 'No compliance with the sanctions on refineries',
  authority: 'cn-blocking-rules',
  answers: 'us/sdn-hengli',
  until: null,
};
const boards: readonly Event[] = (['trade', 'investment'] as const).map((field) => ({
  on: '2026-05-14',
  actor: 'both',
  type: 'institution.establish',
  id: `board-of-${field}`,
  label: `Board of ${field}`,
  monitors: field === 'trade',
}));
const military: Event = {
  on: '2026-06-08',
  actor: 'US',
  type: 'listing.impose',
  id: 'us/1260h-2026',
  label: 'Chinese military companies',
  authority: 'us-ndaa-1260h',
  basis: null,
  list: '1260h',
  entities: 134,
  from: '2026-06-08',
};
const barred: Event = {
  on: '2026-06-22',
  actor: 'CN',
  type: 'listing.impose',
  id: 'cn/procurement-june-2026',
  label: '46 firms barred from government procurement',
  authority: 'cn-government-procurement-law',
  basis: null,
  list: 'procurement-bar-list',
  entities: 46,
  from: '2026-06-22',
};
const strained: Event = {
  on: '2026-06-23',
  actor: 'US',
  type: 'truce.strain',
  through: 'the list of June',
};
const laidAside: Event = { on: '2026-07-10', actor: 'both', type: 'truce.lay-aside' };
const prolonged: Event = {
  on: '2026-09-28',
  actor: 'CN',
  type: 'probe.extend',
  id: 'cn/probe-shipping',
  until: '2027-01-10',
};
const trades: readonly Event[] = [
  {
    on: '2026-05-14',
    actor: 'CN',
    type: 'purchase.open',
    id: 'farm-goods',
    product: 'Farm goods other than soybeans',
    unit: 'USD bn',
    normalYear: 12,
  },
  {
    on: '2026-05-14',
    actor: 'CN',
    type: 'purchase.open',
    id: 'aircraft',
    product: 'Aircraft',
    unit: 'pieces',
    normalYear: 50,
  },
];
const promises: readonly Event[] = [
  {
    on: '2026-05-17',
    actor: 'CN',
    type: 'purchase.commit',
    id: 'beijing/farm-goods',
    flow: 'farm-goods',
    quantity: 17,
    from: '2026-05-17',
    windowDays: 229,
    years: 3,
  },
  {
    on: '2026-05-17',
    actor: 'CN',
    type: 'purchase.commit',
    id: 'beijing/aircraft',
    flow: 'aircraft',
    quantity: 200,
    from: '2026-05-17',
    windowDays: 959,
    counts: 'contracts',
  },
];
const contracted: Event = {
  on: '2025-12-20',
  actor: 'CN',
  type: 'purchase.contract',
  flow: 'soybeans',
  quantityMmt: 12,
};
const all: readonly Event[] = [
  farmAid,
  contracted,
  probeOf16,
  probeOf60,
  sanctioned('us/sdn-hengli', '2026-04-30', 1),
  blocking,
  ...boards,
  ...trades,
  ...promises,
  military,
  barred,
  strained,
  laidAside,
  prolonged,
  sanctioned('us/sdn-october-2026', '2026-10-01', 12),
];

describe('the year after Busan', () => {
  it('is told in acts of their own, none of them refused', () => {
    const end = played(all);
    expect(end.reliefs!['us/bridge-payments']!.amountUsdBn).toBe(12);
    expect(end.probes['us/probe-s301-forced-labour']!.targets).toBe(60);
    expect(end.blockingOrders!['cn/blocking-refineries']!.answers).toBe('us/sdn-hengli');
    expect(Object.keys(end.institutions!)).toEqual(['board-of-trade', 'board-of-investment']);
  });

  it('promises dollars and pieces, and years that follow one another', () => {
    const end = advanceTo(played(all), '2027-01-10').state;
    expect(end.commitments['beijing/farm-goods']).toMatchObject({
      quantity: 17,
      from: '2027-01-01',
      yearsLeft: 1,
    });
    expect(end.commitments['beijing/aircraft']).toMatchObject({
      quantity: 200,
      counts: 'contracts',
      status: 'open',
    });
    expect(end.flows.soybeans!.contracted).toBe(12);
  });

  it('has a quarrel in June that ends by no text, and leaves the truce its age', () => {
    const before = morningOf(FIRST).truce.textOn;
    expect(played(all).truce).toMatchObject({ status: 'in-force', textOn: before });
  });

  it('prolongs the suspended probe of shipping with the truce: it does not go on in November 2026', () => {
    const end = advanceTo(played(all), '2026-11-11').state;
    expect(end.probes['cn/probe-shipping']!.status).toBe('suspended');
    expect(advanceTo(end, '2027-01-10').state.probes['cn/probe-shipping']!.status).toBe('open');
  });

  it('books no breach of an undertaking from silence, up to January 2027', () => {
    const end = advanceTo(played(all), '2027-01-10').state;
    const { 'cn/precursors-busan': precursors, 'cn/exclusions-2025': exclusions } = end.undertakings;
    expect([precursors!.status, exclusions!.status]).toEqual(['due', 'due']);
  });
});
