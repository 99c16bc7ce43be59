import { describe, expect, it } from 'vitest';

import { facts } from '../../src/facts/packaged';

const tariffs = [...facts.tariffs.usOnCn, ...facts.tariffs.cnOnUs];
const controls = [...facts.controls.us, ...facts.controls.cn];
const measures = [...tariffs, ...controls, ...facts.portFees, ...facts.listings];
const measureIds = new Set(measures.map((measure) => measure.id));
const probeIds = new Set(facts.probes.map((probe) => probe.id));
const authorities = new Map(facts.authorities.map((authority) => [authority.id, authority]));

describe('references within the record', () => {
  it('no id is used twice in its file, and no measure shares an id with another kind of measure', () => {
    const lists = [
      facts.people,
      facts.authorities,
      facts.probes,
      facts.rounds,
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
    for (const measure of needing) {
      const probe = facts.probes.find((candidate) => candidate.id === measure.probe);
      const finding = probe?.history.find((row) => row.status === 'affirmative')?.from ?? '9999-12-31';
      const binding = measure.history.find((row) => row.status === 'in-force' || row.status === 'scheduled');
      if (binding !== undefined) expect(finding <= binding.from, measure.id).toBe(true);
    }
  });

  it('no rate in force exceeds the ceiling of its authority', () => {
    for (const layer of tariffs) {
      const ceiling = authorities.get(layer.authority)?.ceilingPct ?? Infinity;
      for (const row of layer.history) expect(row.ratePct, layer.id).toBeLessThanOrEqual(ceiling);
    }
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
    for (const truce of facts.truces)
      for (const id of truce.coveredMeasures) expect(measureIds, truce.id).toContain(id);
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
    for (const round of facts.rounds)
      for (const party of ['US', 'CN'] as const)
        for (const id of round.delegations[party])
          expect(people.get(id)?.party, `${round.id}: ${id}`).toBe(party);
    for (const statement of facts.statements)
      if (statement.speaker !== null) expect(people.get(statement.speaker)?.party).toBe(statement.party);
  });
});
