import { describe, expect, it } from 'vitest';

import { foldedTo } from '../../src/facts/fold';
import { facts } from '../../src/facts/packaged';
import { recordSpan } from '../../src/facts/record-span';
import { daysBetween } from '../../src/kit/calendar';
import { findMeasure } from '../../src/model/measure';

const BUSAN = '2025-10-30';

const preparation = Object.values(foldedTo(facts, '2025-10-29').rounds).filter(
  (round) => round.status === 'concluded' && daysBetween(round.opensOn, BUSAN) <= 120,
);

const ISSUES: readonly [
  id: string,
  giver: string,
  b: number,
  c: number,
  cap: number,
  indivisible: boolean,
][] = [
  ['fentanyl-tariff', 'US', 0.22, 0.145, 1, false],
  ['extension', 'US', 0.2, 0.05, 1, false],
  ['affiliates-rule', 'US', 0.2, 0.087, 1, true],
  ['port-fees', 'US', 0.08, 0.035, 1, true],
  ['software-exports', 'US', 0.06, 0.03, 1, true],
  ['phase-one-probe', 'US', 0.04, 0.03, 1, false],
  ['advanced-chips', 'US', 0.18, 0.49, 0.5, false],
  ['taiwan', 'US', 0.12, 0.45, 0.3, false],
  ['october-regime', 'CN', 0.35, 0.158, 1, false],
  ['april-licences', 'CN', 0.2, 0.26, 0.6, false],
  ['soybeans', 'CN', 0.2, 0.088, 1, false],
  ['fentanyl-precursors', 'CN', 0.12, 0.055, 1, false],
  ['retaliation', 'CN', 0.09, 0.04, 1, false],
  ['tiktok', 'CN', 0.05, 0.03, 1, false],
  ['jimmy-lai', 'CN', 0.04, 0.12, 0.3, false],
];

describe('the agenda of Busan', () => {
  it('has fifteen issues with weights fixed before any run', () => {
    const rows = facts.issues
      .filter((i) => ISSUES.some(([id]) => id === i.id))
      .map((i) => [i.id, i.giver, i.benefit, i.cost, i.cap, i.indivisible]);
    expect(rows).toEqual(ISSUES);
  });

  it('was prepared by six rounds and calls within 120 days', () => {
    expect(preparation.map((round) => round.id)).toEqual([
      'stockholm-2025',
      'washington-august-2025',
      'madrid-2025',
      'call-september-2025',
      'video-october-2025',
      'kuala-lumpur-2025',
    ]);
  });

  it.each([
    ['extension', 4],
    ['april-licences', 3],
    ['fentanyl-tariff', 2],
    ['fentanyl-precursors', 2],
    ['advanced-chips', 2],
    ['soybeans', 2],
    ['retaliation', 2],
    ['tiktok', 2],
    ['affiliates-rule', 1],
    ['port-fees', 1],
    ['software-exports', 1],
    ['october-regime', 1],
    ['taiwan', 0],
    ['phase-one-probe', 0],
    ['jimmy-lai', 0],
  ])('%s was on the agenda %d times', (issue, times) => {
    expect(preparation.filter((round) => round.agenda.includes(issue)).length).toBe(times);
  });

  it('the round of Kuala Lumpur was set on 17 October, for two days from the 25th', () => {
    expect(foldedTo(facts, '2025-10-16').rounds['kuala-lumpur-2025']).toBeUndefined();
    expect(foldedTo(facts, '2025-10-17').rounds['kuala-lumpur-2025']).toMatchObject({
      status: 'scheduled',
      opensOn: '2025-10-25',
      closesOn: '2025-10-26',
    });
  });

  it('twenty-four meetings are coded: four escalations, five without a deal, twelve truces, three rollbacks', () => {
    const counts = [0, 1, 2, 3, 4].map((k) => facts.codedMeetings.filter((row) => row.class === k).length);
    expect(counts).toEqual([4, 5, 12, 3, 0]);
    const { rounds, meetings } = foldedTo(facts, recordSpan(facts).last);
    const held = [
      ...Object.values(rounds).filter((round) => round.status === 'concluded'),
      ...Object.values(meetings).filter((candidate) => candidate.status === 'held'),
    ].map(({ id }) => id);
    expect(facts.codedMeetings.filter((row) => !held.includes(row.id))).toEqual([]);
  });
});

describe('the state of 25 October 2025', () => {
  const state = foldedTo(facts, '2025-10-25');

  it.each([
    ['us/ieepa-hundred', { status: 'threatened', dueOn: '2025-11-01' }],
    ['us/ieepa-reciprocal-heightened', { status: 'suspended', ratePct: 24, suspendedUntil: '2025-11-10' }],
    ['cn/reciprocal-heightened', { status: 'suspended', ratePct: 24, suspendedUntil: '2025-11-10' }],
    ['us/ieepa-fentanyl', { status: 'in-force', ratePct: 20 }],
    ['us/s301-cranes', { status: 'scheduled', dueOn: '2025-11-09' }],
    ['us/s232-trucks', { status: 'scheduled', dueOn: '2025-11-01' }],
    ['us/affiliates-rule', { status: 'in-force' }],
    ['us/software-controls', { status: 'threatened', dueOn: '2025-11-01' }],
    ['us/software-powered-exports', { status: 'proposed' }],
    ['us/aircraft-parts', { status: 'proposed' }],
    ['us/port-fees', { status: 'in-force' }],
    ['cn/port-fees', { status: 'in-force' }],
    ['cn/rare-earths-april', { status: 'in-force' }],
    ['cn/rare-earths-october-technology', { status: 'in-force' }],
    ['cn/rare-earths-october-elements', { status: 'scheduled', dueOn: '2025-11-08' }],
    ['cn/batteries-superhard', { status: 'scheduled', dueOn: '2025-11-08' }],
    ['cn/rare-earths-october-reach', { status: 'scheduled', dueOn: '2025-12-01' }],
    ['cn/gallium-germanium-antimony', { status: 'in-force' }],
    ['cn/export-list-4-april-2025', { status: 'suspended', suspendedUntil: '2025-11-10' }],
  ])('%s stands as the record says', (id, expected) => {
    expect(findMeasure(state, id)).toMatchObject(expected);
  });

  it('the truce of Geneva is strained and runs out on 10 November', () => {
    expect(state.truce).toMatchObject({ id: 'geneva-2025', status: 'strained', expiresOn: '2025-11-10' });
  });

  it('the meeting of the leaders is confirmed for 30 October', () => {
    expect(facts.meetings.find((candidate) => candidate.id === 'busan-2025')?.on).toBe(BUSAN);
    expect(state.meetings['busan-2025']!).toMatchObject({ id: 'busan-2025', status: 'confirmed', on: BUSAN });
  });

  it('soybean purchases are halted and the emergency powers challenged, not lost', () => {
    expect(state.flows['soybeans']?.status).toBe('halted');
    expect(state.authorities['ieepa']?.standing).toBe('challenged');
  });
});
