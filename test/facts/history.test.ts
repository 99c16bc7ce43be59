import { describe, expect, it } from 'vitest';
import { facts } from '../../src/facts/packaged';
import { record } from '../../src/facts/record';
import { brokenInvariants } from '../../src/engine/invariants';
import { replay } from '../../src/engine/replay';
import { addDays } from '../../src/kit/calendar';
import { licensedShare } from '../../src/model/export-control';
import { allMeasures, findMeasure } from '../../src/model/measure';
import type { State } from '../../src/model/state';
import { averageTariffPct } from '../../src/model/tariff';
import { isBinding } from '../../src/model/truce';
import { eventsOf, firstMorning, FIRST_DAY, historySchema, HistoryWalk } from '../../src/facts/history';
import { stateOn } from '../../src/facts/initial-state';

const LAST_DAY = '2025-11-10';
const events = eventsOf(record);
const measures = [
  ...facts.tariffs.usOnCn,
  ...facts.tariffs.cnOnUs,
  ...facts.controls.us,
  ...facts.controls.cn,
  ...facts.portFees,
  ...facts.listings,
];
/** Every day on which a measure, a truce or an act of the record changes something, with the day before and after. */
const days = [
  ...new Set(
    [
      ...measures.flatMap((m) => m.history.map((row) => row.from)),
      ...facts.truces.flatMap((t) => t.history.map((row) => row.from)),
      ...events.map((e) => e.on),
    ]
      .flatMap((day) => [addDays(day, -1), day, addDays(day, 1)])
      .filter((day) => day >= FIRST_DAY && day <= LAST_DAY),
  ),
].sort();

function evenings(): Map<string, State> {
  const walk = new HistoryWalk(facts, events);
  const found = new Map<string, State>();
  for (const day of days) {
    const reached = walk.eveningOf(day);
    if (!reached.ok)
      throw new Error(`${reached.event.on} ${reached.event.type}: ${JSON.stringify(reached.refusals)}`);
    found.set(day, reached.state);
  }
  return found;
}

const reached = evenings();
const derived = (day: string) =>
  stateOn(facts, { asOf: day, meeting: null, agenda: [], withoutAuthorities: [] });

/** The row of a measure that was ordered by a day and takes effect later: the machine knows its date already. */
function orderedAhead(id: string, day: string) {
  return measures
    .find((m) => m.id === id)
    ?.history.find((row) => row.from > day && row.announcedOn !== undefined && row.announcedOn <= day);
}

describe('the record of acts', () => {
  it('is well formed, in the order of its days, and every act has a source or says that it is recalled or assumed', () => {
    expect(historySchema.safeParse(record).success).toBe(true);
    expect(events.every((event, at) => at === 0 || events[at - 1]!.on <= event.on)).toBe(true);
    const wrong = record.filter(({ source, assumption, note, certainty }) =>
      source === null
        ? assumption !== true || note === undefined || certainty !== 'unverified'
        : !(source in facts.sources),
    );
    expect(wrong).toEqual([]);
    expect(record.length).toBeGreaterThan(450);
  });

  it('replays from 1 January 2018 to 10 November 2025 through the public transition without one refusal', () => {
    const walk = new HistoryWalk(facts, events);
    const end = walk.eveningOf(LAST_DAY);
    expect(end.ok ? [] : [end.event, end.refusals]).toEqual([]);
    if (!end.ok) return;
    const again = replay(firstMorning(facts), end.log);
    expect(again.ok && again.state).toEqual(end.state);
  });

  it('keeps every invariant on the evening of each of its days', () => {
    for (const [day, state] of reached) expect(brokenInvariants(state), day).toEqual([]);
  });

  it('reaches on each day the measures that the facts of that day tell: which, their status, rate, severity and licences', () => {
    expect(reached.size).toBeGreaterThan(300);
    for (const [day, state] of reached) {
      const told = derived(day);
      const sides = [
        [...allMeasures(state)].map(([, m]) => m.id),
        [...allMeasures(told)].map(([, m]) => m.id),
      ];
      expect(sides[0]!.toSorted(), day).toEqual(sides[1]!.toSorted());
      for (const [kind, fact] of allMeasures(told)) {
        const measure = findMeasure(state, fact.id)!;
        expect(measure.status, `${day} ${fact.id}`).toBe(fact.status);
        expect(measure.authority).toBe(fact.authority);
        expect(measure.basis).toBe(fact.basis);
        if (kind === 'tariff')
          expect(state.tariff[fact.id]!.ratePct, `${day} ${fact.id}`).toBe(told.tariff[fact.id]!.ratePct);
        if (kind !== 'control') continue;
        expect(state.control[fact.id]!.severity, `${day} ${fact.id}`).toBe(told.control[fact.id]!.severity);
        expect(licensedShare(state.control[fact.id]!)).toBeCloseTo(licensedShare(told.control[fact.id]!), 9);
      }
    }
  });

  it('reaches the dates of effect and of return, where no later order was out already', () => {
    for (const [day, state] of reached) {
      for (const [, fact] of allMeasures(derived(day))) {
        const measure = findMeasure(state, fact.id)!;
        const dates = [measure.dueOn, measure.suspendedUntil];
        const ahead = orderedAhead(fact.id, day);
        if (ahead === undefined && !endsTomorrow(fact.id, day))
          expect(dates, `${day} ${fact.id}`).toEqual([fact.dueOn, fact.suspendedUntil]);
      }
    }
  });

  it('reaches the averages of both directions on each day, the reconciliation apart', () => {
    for (const [day, state] of reached) {
      const told = { ...derived(day), reconciliations: [] };
      for (const direction of ['usOnCn', 'cnOnUs'] as const)
        expect(averageTariffPct({ ...state, reconciliations: [] }, direction), day).toBeCloseTo(
          averageTariffPct(told, direction),
          9,
        );
    }
  });

  it('reaches the truce: which, its status, expiry, cover and breaches', () => {
    for (const [day, state] of reached) {
      const told = derived(day).truce;
      expect([state.truce.id, state.truce.status, state.truce.textOn], day).toEqual([
        told.id,
        told.status,
        told.textOn,
      ]);
      if (!isBinding(told)) continue;
      expect(state.truce.expiresOn, day).toBe(told.expiresOn);
      expect(state.truce.covered.toSorted(), day).toEqual(told.covered.toSorted());
      expect(state.truce.breaches, day).toEqual(told.breaches);
    }
  });

  it('reaches the rounds, the probes, the standing of statutes, the purchases and the issues on the table', () => {
    for (const [day, state] of reached) {
      const told = derived(day);
      const concluded = Object.values(derived(addDays(day, 1)).rounds).filter(
        (r) => r.status === 'concluded' && r.level !== 'leaders',
      );
      const own = Object.values(state.rounds).filter((r) => r.status === 'concluded');
      const brief = (r: (typeof own)[number]) => ({
        id: r.id,
        level: r.level,
        readout: r.readout,
        on: r.concludedOn,
        delegations: r.level === 'leaders-call' ? null : r.delegations,
      });
      expect(
        own.map(brief).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        day,
      ).toEqual(concluded.map(brief).toSorted((a, b) => (a.id < b.id ? -1 : 1)));
      for (const [id, probe] of Object.entries(told.probes))
        expect(state.probes[id]?.status, `${day} ${id}`).toBe(probe.status);
      expect(state.authorities.ieepa!.standing, day).toBe(told.authorities.ieepa!.standing);
      expect(state.flows.soybeans!.status, day).toBe(told.flows.soybeans!.status);
      expect(Object.keys(state.issues).toSorted(), day).toEqual(Object.keys(told.issues).toSorted());
    }
  });

  it('has each threat and each public statement of the facts on its day, by its author', () => {
    const on = (day: string, actor: string | null) =>
      record.filter(({ event }) => event.on === day && event.actor === actor);
    for (const threat of facts.threats)
      expect(on(threat.announcedOn, threat.threatener).length, threat.id).toBeGreaterThan(0);
    for (const { on: day, party, gist } of facts.statements)
      if (party !== null)
        expect(
          on(day, party).some(({ event }) => event.gist === gist),
          gist,
        ).toBe(true);
  });
});

/** Whether a suspension or an order runs out on the next day: the act that heads it off may be of the eve. */
function endsTomorrow(id: string, day: string): boolean {
  const next = measures.find((m) => m.id === id)?.history.find((row) => row.from === addDays(day, 1));
  return next?.status === 'suspended';
}
