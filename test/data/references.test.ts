import { describe, expect, it } from 'vitest';

import type { RecordedAct } from '../../src/facts/act-schema';
import { eachEvening } from '../../src/facts/fold';
import { facts } from '../../src/facts/packaged';
import { recordSpan } from '../../src/facts/record-span';
import { findMeasure } from '../../src/model/measure';

const LAST_DAY = recordSpan(facts).last;

const tariffs = [...facts.tariffs.usOnCn, ...facts.tariffs.cnOnUs];
const controls = [...facts.controls.us, ...facts.controls.cn];
const measures = [...tariffs, ...controls, ...facts.portFees, ...facts.listings];
const measureIds = new Set(measures.map((measure) => measure.id));
const probeIds = new Set(facts.probes.map((probe) => probe.id));
/** The acts of some types, each with its id. */
const actsOf = (...types: readonly string[]): readonly (RecordedAct['event'] & { readonly id: string })[] =>
  facts.acts
    .filter(({ event }) => types.includes(event.type))
    .map(({ event }) => Object.assign({}, event, { id: String(event['id']) }));
const idsIn = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);
const authorities = new Map(facts.authorities.map((authority) => [authority.id, authority]));

describe('references within the record', () => {
  it('no id is used twice in its file, and no measure shares an id with another kind of measure', () => {
    const lists = [
      facts.people,
      facts.authorities,
      facts.probes,
      actsOf('talks.schedule', 'talks.leaders-call', 'meeting.plan'),
      actsOf('probe.open'),
      actsOf('truce.conclude'),
      facts.truces,
      facts.truceSpells,
      facts.issues,
      facts.threats,
      facts.claims,
      facts.undertakings,
      facts.commodities,
      measures,
    ];
    for (const list of lists) {
      const ids = list.map((item: { id: string }) => item.id);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    }
  });

  it('every measure stands on an authority of its imposer that knows its instrument', () => {
    const instrument = (id: string) =>
      tariffs.some((layer) => layer.id === id)
        ? 'tariff'
        : controls.some((control) => control.id === id)
          ? 'export-control'
          : facts.portFees.some((fee) => fee.id === id)
            ? 'port-fee'
            : 'listing';
    for (const measure of measures) {
      const authority = authorities.get(measure.authority);
      expect(authority?.owner, measure.id).toBe(measure.imposer);
      if (!measure.id.endsWith('/mfn'))
        expect(authority?.instruments, measure.id).toContain(instrument(measure.id));
    }
  });

  it('no duty or fee under an authority that needs a finding comes before the finding', () => {
    const needing = [...tariffs, ...facts.portFees].filter(
      (measure) => authorities.get(measure.authority)?.procedure === 'finding',
    );
    expect(needing.length).toBeGreaterThan(15);
    const found = new Map<string, string>();
    const wrong: string[] = [];
    const bound = new Set<string>();
    eachEvening(facts, LAST_DAY, (state) => {
      for (const { id, status } of Object.values(state.probes))
        if (status === 'affirmative' && !found.has(id)) found.set(id, state.today);
      for (const { id, probe } of needing) {
        const status = findMeasure(state, id)?.status;
        if (status !== 'in-force' && status !== 'scheduled') continue;
        bound.add(id);
        if ((found.get(probe ?? '') ?? '9999-12-31') > state.today) wrong.push(`${state.today} ${id}`);
      }
    });
    expect(wrong).toEqual([]);
    expect(bound.size).toBeGreaterThan(15);
  });

  it('no rate in force exceeds the ceiling of its authority', () => {
    const wrong: string[] = [];
    eachEvening(facts, LAST_DAY, (state) => {
      for (const { id, authority, ratePct } of Object.values(state.tariff))
        if (ratePct > (authorities.get(authority)?.ceilingPct ?? Infinity))
          wrong.push(`${state.today} ${id}`);
    });
    expect(wrong).toEqual([]);
  });

  it('issues, truces and layers name only measures, probes, flows and undertakings that exist', () => {
    for (const issue of facts.issues)
      for (const act of issue.performance) {
        if ('measure' in act) expect(measureIds, issue.id).toContain(act.measure);
        if ('probe' in act) expect(probeIds, issue.id).toContain(act.probe);
        if (act.kind === 'buy') expect(facts.purchases.flows.map((flow) => flow.id)).toContain(act.flow);
        if (act.kind === 'undertake')
          expect(facts.undertakings.map((undertaking) => undertaking.id)).toContain(act.undertaking);
      }
    const concluded = actsOf('truce.conclude');
    expect(concluded.map(({ id }) => id)).toEqual(facts.truces.map((truce) => truce.id));
    for (const truce of concluded)
      for (const id of idsIn(truce['covered'])) expect(measureIds, truce.id).toContain(id);
    for (const spell of facts.truceSpells)
      expect(facts.truces.map((truce) => truce.id)).toContain(spell.truce);
    for (const layer of tariffs) {
      for (const id of layer.doesNotStack) expect(measureIds, layer.id).toContain(id);
      if (layer.probe !== null) expect(probeIds, layer.id).toContain(layer.probe);
    }
  });

  it('layers that do not stack on one another say so on both sides', () => {
    const byId = new Map(tariffs.map((layer) => [layer.id, layer]));
    for (const layer of tariffs)
      for (const id of layer.doesNotStack) expect(byId.get(id)?.doesNotStack, id).toContain(layer.id);
  });

  it('delegations and statements name only people on record, each on the side of its party', () => {
    const people = new Map(facts.people.map((person) => [person.id, person]));
    const seats = [
      ...actsOf('talks.name-delegation').map(({ id, actor, people: named }) => ({
        id,
        party: actor,
        named: idsIn(named),
      })),
      ...facts.meetings.flatMap(({ id, delegations }) =>
        (['US', 'CN'] as const).map((party) => ({ id, party, named: delegations?.[party] ?? [] })),
      ),
    ];
    expect(seats.flatMap(({ named }) => named).length).toBeGreaterThan(90);
    for (const { id, party, named } of seats)
      for (const person of named) expect(people.get(person)?.party, `${id}: ${person}`).toBe(party);
    for (const { event, speaker } of facts.acts)
      if (speaker !== undefined) {
        expect(event.type, speaker).toBe('statement.make');
        expect(people.get(speaker)?.party, `${event.on}: ${speaker}`).toBe(event.actor);
      }
    for (const { on, party, speaker } of facts.statements) {
      expect(party, on).toBeNull();
      if (speaker !== null) expect(people.get(speaker), speaker).toMatchObject({ party: null });
    }
  });

  it('acts name only authorities, flows, issues and probes that have a row, and measures that have one or came by an earlier act', () => {
    const issues = new Set(facts.issues.map((issue) => issue.id));
    const { flows: traded, products } = facts.purchases;
    const flows = new Set([...traded, ...products].map((flow) => flow.id));
    const came = new Set<unknown>(measureIds);
    for (const { event } of facts.acts) {
      const what = `${event.on} ${event.type}`;
      const family = event.type.slice(0, event.type.indexOf('.'));
      if (['tariff', 'control', 'port-fee', 'listing', 'licence'].includes(family))
        expect(/\.(propose|threaten|impose)$/.test(event.type) || came.has(event['id']), what).toBe(true);
      came.add(event['id']);
      if (family === 'probe') expect(probeIds, what).toContain(event['id']);
      if (family === 'issue') expect(issues, what).toContain(event['id']);
      if ('issue' in event) expect(issues, what).toContain(event['issue']);
      if ('authority' in event) expect([...authorities.keys()], what).toContain(event['authority']);
      if ('flow' in event) expect(flows, what).toContain(event['flow']);
      for (const id of idsIn(event['agenda'])) expect(issues, what).toContain(id);
    }
  });

  it('every measure and probe of the tables comes into being by an act, or stood there from the first day', () => {
    const begun = new Set([
      ...facts.start.measures.map(({ id }) => id),
      ...facts.start.probes.map(({ id }) => id),
      ...facts.acts.map(({ event }) => event['id']),
    ]);
    expect([...measureIds, ...probeIds].filter((id) => !begun.has(id))).toEqual([]);
  });
});
