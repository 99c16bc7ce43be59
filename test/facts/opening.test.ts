/** Openings: the state on a first day and its past come from one fold, and agree wherever they meet. */
import { prepare } from '../../src/analyses/prepared';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  averageTariff,
  loadScenario,
  runEpisode,
  scenarios,
  start,
  recordedOn,
} from '../../src/entries/index';
import { pastScenarios } from '../../src/entries/record';
import { averageOn } from '../../src/facts/averages';
import { dutySteps } from '../../src/facts/duties';
import { foldedTo } from '../../src/facts/fold';
import { stateOn, type FirstDay } from '../../src/facts/initial-state';
import { openingOn, pastOf, type Past } from '../../src/facts/opening';
import { facts } from '../../src/facts/packaged';
import { addDays, daysBetween } from '../../src/kit/calendar';
import { foreignReach, subjectSeverity } from '../../src/model/export-control';
import { isAhead } from '../../src/model/meeting';
import { foldedDays } from '../../src/scenario/folded-days';
import { firstDayOf, openingOf } from '../../src/scenario/model-specification';
import type { Draft } from '../../src/model/state';
import { itLong } from '../long';

const FIRST = facts.start.on;
const LAST = facts.acts.at(-1)!.event.on;
const on = (asOf: string): FirstDay => ({ asOf, meeting: null, agenda: [], withoutAuthorities: [] });
const DIRECTIONS = ['usOnCn', 'cnOnUs'] as const;
const anyDay = () => fc.nat(daysBetween(FIRST, LAST)).map((days) => addDays(FIRST, days));

/** What a past tells of a day. */
function toldOf(past: Past, day: string) {
  return past.steps.filter((step) => step.on <= day).at(-1)!;
}

describe('the steps of duties', () => {
  it('are days on which a layer came, went, or changed its rate or its coverage, and no others', () => {
    const told = dutySteps(facts).map(({ layers }) =>
      JSON.stringify(layers.map(({ id, ratePct, share }) => [id, ratePct, share])),
    );
    expect(told.length).toBeGreaterThan(40);
    told.forEach((step, at) => expect(step).not.toBe(told[at - 1]));
    const between = dutySteps(facts).map(({ on: day }) => day);
    expect(between).toEqual([...new Set(between)].sort());
  });
});

describe('one average on every day', () => {
  const past = pastOf(facts, on(LAST), FIRST);
  const days = [
    ...dutySteps(facts).map((step) => step.on),
    ...facts.reconciliations.map((row) => row.from),
  ].flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]);

  it.each([...new Set(days)].filter((day) => day >= FIRST && day <= LAST).sort())(
    'on %s comes from the state, the ledger, the record and the past',
    (day) => {
      const state = stateOn(facts, on(day));
      for (const direction of DIRECTIONS) {
        const average = averageTariff(state, direction);
        expect(averageOn(facts, direction, day)).toBe(average);
        const recorded = recordedOn(facts, day);
        expect(recorded.ok && averageTariff(recorded.state, direction)).toBeCloseTo(average, 9);
        expect(toldOf(past, day).averageTariffPct[direction]).toBe(average);
      }
    },
  );
});

describe('the past of a first day', () => {
  it('says of any day what the state of that day holds: averages, severities, soybeans', () => {
    const past = pastOf(facts, on(LAST), FIRST);
    fc.assert(
      fc.property(anyDay(), (day) => {
        const state = stateOn(facts, on(day));
        const step = toldOf(past, day);
        expect(step.severity).toEqual({
          rareEarths: subjectSeverity(state, 'CN', 'rare-earths'),
          chips: subjectSeverity(state, 'US', 'chips'),
          foreignReach: foreignReach(state, 'CN'),
        });
        expect(step.soybeansHalted).toBe(state.flows.soybeans!.status === 'halted');
      }),
      { numRuns: 60, seed: 5 },
    );
  });

  it('begins with what held on its first day and ends on the day itself', () => {
    fc.assert(
      fc.property(anyDay(), anyDay(), (one, other) => {
        const [from, asOf] = [one, other].sort() as [string, string];
        const { state, past } = openingOn(facts, on(asOf), from);
        expect(past.steps[0]!.on).toBe(from);
        expect(past.steps.every((step, at) => at === 0 || past.steps[at - 1]!.on < step.on)).toBe(true);
        for (const direction of DIRECTIONS)
          expect(past.steps.at(-1)!.averageTariffPct[direction]).toBe(averageTariff(state, direction));
      }),
      { numRuns: 40, seed: 6 },
    );
  });

  it('leaves out what stands on an authority that a scenario does without, as the state does', () => {
    const day = { ...on('2025-10-25'), withoutAuthorities: ['ieepa', 's301'] };
    const { state, past } = openingOn(facts, day, '2025-01-20');
    expect(past.steps.at(-1)!.averageTariffPct.usOnCn).toBe(averageTariff(state, 'usOnCn'));
  });
});

describe('what is past on a first day', () => {
  const all = [...scenarios, ...pastScenarios()];

  it.each(all.map((scenario) => [scenario.id, scenario] as const))(
    'of %s is dated by it',
    (_id, scenario) => {
      const state = start(scenario);
      expect(state.coercion.length).toBeGreaterThan(0);
      expect(state.coercion.every((act) => act.on <= scenario.asOf)).toBe(true);
      const { [scenario.meeting]: asked, ...others } = state.meetings;
      const { [scenario.meeting]: _recorded, ...recorded } = foldedTo(facts, scenario.asOf).meetings;
      expect(asked).toMatchObject({ agenda: scenario.agenda });
      // Where no meeting is planned yet, the scenario asks about the last that was.
      expect(isAhead(asked!, state.today)).toBe(prepare(scenario).specification.meetingAhead);
      expect(others).toEqual(recorded);
      expect(state).toEqual(openingOf(scenario, facts).state);
      expect(state).toEqual(stateOn(facts, firstDayOf(scenario, facts)));
    },
  );

  itLong('is answered by nobody: only what comes after the first day is', () => {
    const scenario = loadScenario('hawks-on-both-sides');
    const before = new Set(start(scenario).coercion.map((act) => act.measure));
    let answers = 0;
    for (let episode = 0; episode < 20; episode += 1) {
      for (const event of runEpisode(scenario, { episode }).events) {
        if (!('label' in event) || !event.label.startsWith('answer to ')) continue;
        answers += 1;
        expect(before.has(event.label.slice('answer to '.length))).toBe(false);
      }
    }
    expect(answers).toBeGreaterThan(0);
  });

  it('holds the promises of the record with how they ended: two of China kept, one left to be judged', () => {
    const { undertakings } = start('kuala-lumpur-2025');
    expect(Object.values(undertakings).map(({ id, status }) => [id, status])).toEqual([
      ['cn/precursors-buenos-aires', 'honoured'],
      ['cn/phase-one-purchases', 'due'],
      ['cn/exclusions-2020', 'honoured'],
    ]);
  });
});

describe('the days folded beforehand', () => {
  itLong('are what the fold gives, for every shipped scenario', () => {
    for (const scenario of scenarios) {
      const known = openingOf(scenario, facts, foldedDays());
      expect(foldedDays().some(({ asOf }) => asOf === scenario.asOf)).toBe(true);
      expect(known).toEqual(openingOf(scenario, facts));
      expect(JSON.stringify(known.state)).toBe(JSON.stringify(openingOf(scenario, facts).state));
    }
  });

  it('are left alone by whoever changes the state that came from them', () => {
    const [first] = scenarios;
    (openingOf(first!, facts, foldedDays()).state as Draft).coercion.length = 0;
    expect(openingOf(first!, facts, foldedDays()).state.coercion.length).toBeGreaterThan(0);
  });
});
