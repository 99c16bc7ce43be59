/**
 * Nothing that is dated after the first day of a scenario or a past meeting reaches its state, its agenda, its base rate or its
 * parameters: whatever later facts say, the same bytes come out.
 */
import { describe, expect, it } from 'vitest';
import { agendaOn, pastMeeting, pastMeetings } from '../../src/analyses/backtest/dossier';
import { BASE_SCENARIO } from '../../src/analyses/backtest/work';
import { stateOn } from '../../src/facts/initial-state';
import { facts } from '../../src/facts/packaged';
import type { Facts } from '../../src/facts/schema';
import { addDays } from '../../src/kit/calendar';
import { loadScenario, scenarios } from '../../src/scenario/library';
import { firstDayOf, openingOf, specificationOf } from '../../src/scenario/model-specification';
import type { Scenario } from '../../src/scenario/schema';
import { recordUntil } from '../../src/testing/properties/record-until';

const base = loadScenario(BASE_SCENARIO);
const LENDER = facts.dossiers.find(({ meeting }) => meeting === base.meeting)!;

/** An act of the day after, as the record would have it. */
const act = (day: string, event: Record<string, unknown>): Facts['acts'][number] => ({
  event: { ...event, on: addDays(day, 1) } as Facts['acts'][number]['event'],
  source: null,
  certainty: 'unverified',
  assumption: true,
  note: 'Made up.',
});

/** The facts with everything later than a day made another: acts, outcomes, weights, shares, plans. */
function garbled(day: string): Facts {
  const known = recordUntil(facts, day);
  const isKnown = (rows: readonly { readonly id: string }[], id: string) => rows.some((row) => row.id === id);
  const wider = (rows: Facts['tariffs']['usOnCn'], then: Facts['tariffs']['usOnCn']) =>
    rows.map((row) =>
      isKnown(then, row.id) ? row : { ...row, coverage: { ...row.coverage, share: 1 - row.coverage.share } },
    );
  return {
    ...facts,
    acts: [
      ...known.acts,
      act(day, { type: 'court.take-up', actor: 'court', authority: 's301' }),
      act(day, { type: 'market.move', actor: 'market', equityPct: -9, yieldBp: 40 }),
    ],
    codedMeetings: facts.codedMeetings.map((row) => (row.on < day ? row : { ...row, class: 4 - row.class })),
    issues: facts.issues.map((row) =>
      isKnown(known.issues, row.id) ? row : { ...row, benefit: 9, cost: 9, cap: 0 },
    ),
    tariffs: {
      usOnCn: wider(facts.tariffs.usOnCn, known.tariffs.usOnCn),
      cnOnUs: wider(facts.tariffs.cnOnUs, known.tariffs.cnOnUs),
    },
    reconciliations: facts.reconciliations.map((row) => (row.from <= day ? row : { ...row, pp: 30 })),
    meetings: facts.meetings.map((row) =>
      isKnown(known.meetings, row.id) ? row : { ...row, on: addDays(row.on, 3), place: 'elsewhere' },
    ),
    undertakings: facts.undertakings.map((row) =>
      isKnown(known.undertakings, row.id) ? row : { ...row, label: 'something else' },
    ),
    truceSpells: known.truceSpells,
    statements: known.statements,
    threats: known.threats,
    averages: known.averages,
  };
}

/** All that a run knows at its start. */
const whole = (scenario: Scenario, of: Facts) =>
  JSON.stringify([
    stateOn(of, firstDayOf(scenario, of)),
    openingOf(scenario, of),
    specificationOf(scenario, of),
  ]);

describe('facts later than the first day', () => {
  it.each(scenarios.map((scenario) => [scenario.id, scenario] as const))(
    'reach nothing of %s, whatever they say',
    (_id, scenario) => {
      expect(whole(scenario, garbled(scenario.asOf))).toBe(whole(scenario, facts));
    },
  );

  it.each(pastMeetings(facts, base).map((past) => [past.id, past] as const))(
    'reach neither state, agenda, base rate nor parameters of %s, whatever they say',
    (_id, { scenario, asOf }) => {
      const later = garbled(asOf);
      expect(agendaOn(later, asOf).map(({ id }) => id)).toEqual(scenario.agenda);
      expect(whole(scenario, later)).toBe(whole(scenario, facts));
    },
  );

  it('weigh no issue of a past meeting, but that the weights of all stand on the agenda of Kuala Lumpur', () => {
    for (const dossier of facts.dossiers) {
      const day = dossier.asOf > LENDER.asOf ? dossier.asOf : LENDER.asOf;
      const later = pastMeeting(garbled(day), base, dossier);
      const told = pastMeeting(facts, base, dossier);
      expect(later.scenario.issues, dossier.id).toEqual(told.scenario.issues);
    }
  });

  it('are told apart: a fact of the first day itself moves what a run starts from', () => {
    const day = addDays(base.asOf, -1);
    expect(whole(base, garbled(day))).not.toBe(whole(base, facts));
  });
});
