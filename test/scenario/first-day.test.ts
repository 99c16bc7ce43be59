import { describe, expect, it } from 'vitest';
import { averageTariff, legalActions, loadScenario, start, brokenInvariants } from '../../src/entries/index';
import { facts } from '../../src/facts/packaged';
import { firstDayOf, specificationOf } from '../../src/scenario/model-specification';
import { stateOn } from '../../src/facts/initial-state';

const state = start('kuala-lumpur-2025');

describe('the morning of 25 October 2025', () => {
  it('has the published averages: 57.6 % on Chinese goods, 32.6 % on American ones', () => {
    expect(averageTariff(state, 'usOnCn')).toBeCloseTo(57.6, 1);
    expect(averageTariff(state, 'cnOnUs')).toBeCloseTo(32.6, 1);
  });

  it.each([
    ['us/mfn', 'in-force', 3.1],
    ['us/s301-list1', 'in-force', 25],
    ['us/s301-list2', 'in-force', 25],
    ['us/s301-list3', 'in-force', 25],
    ['us/s301-list4a', 'in-force', 7.5],
    ['us/s301-list4b', 'suspended', 15],
    ['us/s232-metals-doubling', 'in-force', 50],
    ['us/s232-auto-parts', 'in-force', 25],
    ['us/s232-trucks', 'scheduled', 25],
    ['us/ieepa-fentanyl', 'in-force', 20],
    ['us/ieepa-reciprocal-baseline', 'in-force', 10],
    ['us/ieepa-reciprocal-heightened', 'suspended', 24],
    ['us/ieepa-reciprocal-escalation', 'withdrawn', 91],
    ['us/ieepa-hundred', 'threatened', 100],
    ['cn/list1', 'in-force', 25],
    ['cn/list3', 'in-force', 17.5],
    ['cn/fentanyl-energy', 'in-force', 12.5],
    ['cn/fentanyl-farm', 'in-force', 12.5],
    ['cn/reciprocal-baseline', 'in-force', 10],
    ['cn/reciprocal-heightened', 'suspended', 24],
  ] as const)('has the layer %s %s at %d %%', (id, status, ratePct) => {
    expect(state.tariff[id]).toMatchObject({ status, ratePct });
  });

  it('keeps the threatened 100 % apart from every duty in force: a threat for 1 November over all goods', () => {
    expect(state.tariff['us/ieepa-hundred']).toMatchObject({
      dueOn: '2025-11-01',
      share: 1,
      authority: 'ieepa',
    });
  });

  it.each([
    ['cn/rare-earths-april', 'in-force'],
    ['cn/rare-earths-october-technology', 'in-force'],
    ['cn/rare-earths-october-elements', 'scheduled'],
    ['cn/rare-earths-october-reach', 'scheduled'],
    ['cn/nexperia', 'in-force'],
    ['us/affiliates-rule', 'in-force'],
    ['us/advanced-chips', 'in-force'],
    ['us/software-controls', 'threatened'],
    ['us/software-powered-exports', 'proposed'],
  ] as const)('has the control %s %s', (id, status) => {
    expect(state.control[id]!.status).toBe(status);
  });

  it('has both port fees in force and the Phase One probe open', () => {
    expect(
      Object.values(state.portFee)
        .filter((fee) => fee.status === 'in-force')
        .map((fee) => fee.imposer),
    ).toEqual(expect.arrayContaining(['US', 'CN']));
    expect(state.probes['us/probe-s301-phase-one']).toMatchObject({ status: 'open', authority: 's301' });
  });

  it('has a strained truce that ends on 10 November, extended once, and both suspensions with it', () => {
    expect(state.truce).toMatchObject({ status: 'strained', expiresOn: '2025-11-10' });
    expect(state.truce.extensions).toEqual([{ on: '2025-08-11', until: '2025-11-10' }]);
    for (const id of ['us/ieepa-reciprocal-heightened', 'cn/reciprocal-heightened']) {
      expect(state.tariff[id]!.suspendedUntil).toBe('2025-11-10');
    }
  });

  it('has four ministerial rounds behind it since May and Kuala Lumpur under way, with its delegations', () => {
    const rounds = Object.values(state.rounds).filter(
      (round) => round.opensOn >= '2025-05-01' && round.level === 'ministerial',
    );
    const held = rounds.filter((round) => round.status === 'concluded' && round.place !== 'video');
    expect(held.map((round) => round.id)).toEqual(
      expect.arrayContaining(['geneva-2025', 'london-2025', 'stockholm-2025', 'madrid-2025']),
    );
    const underWay = state.rounds['kuala-lumpur-2025']!;
    expect(underWay).toMatchObject({ status: 'under-way', opensOn: '2025-10-25' });
    const names = [...underWay.delegations.US, ...underWay.delegations.CN].map(
      (id) => state.people[id]!.name,
    );
    expect(names).toEqual(
      expect.arrayContaining(['Scott Bessent', 'Jamieson Greer', 'He Lifeng', 'Li Chenggang']),
    );
  });

  it('has a confirmed meeting on 30 October with Taiwan, Jimmy Lai, fentanyl and TikTok on the agenda', () => {
    expect(state.meetings['busan-2025']!).toMatchObject({ status: 'confirmed', on: '2025-10-30' });
    expect(state.meetings['busan-2025']!.agenda).toEqual(
      expect.arrayContaining(['taiwan', 'jimmy-lai', 'fentanyl-tariff', 'fentanyl-precursors', 'tiktok']),
    );
  });

  it('knows the earlier meetings of the leaders as the record has them', () => {
    expect(Object.values(state.meetings).map(({ id, status }) => [id, status])).toEqual([
      ['buenos-aires-2018', 'held'],
      ['osaka-2019', 'held'],
      ['busan-2025', 'confirmed'],
    ]);
    expect(state.meetings['osaka-2019']).toMatchObject({
      on: '2019-06-29',
      agenda: ['section-301-duties', 'huawei', 'soybeans'],
    });
  });

  it('has soybean purchases halted and no Chinese commitment open', () => {
    expect(state.flows.soybeans!.status).toBe('halted');
    expect(Object.keys(state.commitments)).toEqual([]);
  });

  it('has IEEPA under challenge and not struck down', () => {
    expect(state.authorities.ieepa).toMatchObject({ standing: 'challenged', exposedToCourts: true });
  });

  it('knows nothing that came later: every row of the state is dated on or before the day', () => {
    for (const column of [state.tariff, state.control, state.portFee, state.listing]) {
      for (const measure of Object.values(column)) expect(measure.since <= '2025-10-25').toBe(true);
    }
    for (const round of Object.values(state.rounds))
      expect(round.concludedOn === null || round.concludedOn < '2025-10-25').toBe(true);
    expect(state.statements.US!.on <= '2025-10-25').toBe(true);
    expect(state.statements.CN!.on <= '2025-10-25').toBe(true);
  });

  it('breaks no invariant and leaves both sides something to do', () => {
    expect(brokenInvariants(state)).toEqual([]);
    for (const actor of ['US', 'CN'] as const)
      expect([...legalActions(state, { actor })].length).toBeGreaterThan(50);
  });

  it('counts pain from the tariffs since 20 January 2025, when the average stood at 20.8 %', () => {
    expect(specificationOf(loadScenario('kuala-lumpur-2025'), facts).painBaselinePct).toBeCloseTo(20.8, 1);
  });

  it.each([
    '2018-01-01',
    '2018-09-24',
    '2019-06-15',
    '2020-02-14',
    '2022-06-01',
    '2025-01-20',
    '2025-04-12',
    '2025-05-14',
    '2025-08-12',
    '2025-11-10',
  ])('derives a state without a broken invariant on %s too', (asOf) => {
    expect(
      brokenInvariants(stateOn(facts, { ...firstDayOf(loadScenario('kuala-lumpur-2025'), facts), asOf })),
    ).toEqual([]);
  });
});
