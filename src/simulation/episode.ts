/**
 * One episode: from the scenario's first day to its horizon, day by day, in a fixed order.
 *
 * Each morning the calendar acts and what was supposed happens; then chance; then costs accrue and beliefs update;
 * then rounds, promises, threats and answers; then the truce may break; on its day the leaders meet.
 */
import type { Event } from '../actions/index';
import { dueEvents } from '../engine/due';
import { isLegal } from '../engine/legality';
import { addDays, daysBetween, fromDayNumber, toDayNumber } from '../kit/calendar';
import { finish, type Cooperative } from '../kit/cooperative';
import type { Draws } from '../kit/keyed-draws';
import { PARTY_IDS, type PartyId } from '../model/actor';
import { copyState } from '../model/copy-state';
import type { State } from '../model/state';
import { averageTariffPct } from '../model/tariff';
import { isBinding } from '../model/truce';
import { policyOf } from '../policies/index';
import { newMemory, type DecisionNotes, type Observation, type Policy } from '../policies/policy';
import type { Theory } from '../scenario/theory';
import { allies, courts, dailyCourtHazard, meetingFallsAway, truceHazard } from './chance';
import type { World } from './draw-world';
import { newMind, stepMind } from './mind';
import { conductRounds, furtherTalks, performJointPledges, technicalExtension } from './protocol';
import { dayOf, enact, enactRoutine, lookAgain, type Run } from './run';
import { holdSummit } from './summit';
import { CALENDAR, POLICY, SUPPOSED, type Trace } from './trace';

/** Days after the meeting on which the averages are taken. */
export const END_DAYS = 14;

/** Average rates of both directions on a day, per cent. */
export interface Averages {
  readonly usOnCn: number;
  readonly cnOnUs: number;
}

/** An episode that has run to its horizon. */
export interface FinishedEpisode {
  readonly run: Run;
  readonly start: Averages;
  /** Two weeks after the day of the meeting. */
  readonly end: Averages;
  /** Days from the meeting to the first breach or end of the truce; null where it stood at the horizon. */
  readonly truceDays: number | null;
  /** Whether a truce bound on the evening of the day after the meeting. */
  readonly truceBound: boolean;
}

/** What the episodes of one scenario share. */
export interface EpisodePlan {
  readonly initial: State;
  readonly theory: Theory;
  readonly draws: Draws;
  /** Policies in place of those that the scenario names, for rules of one's own that no table has. */
  readonly policies?: Readonly<Record<PartyId, Policy>>;
}

function newRun(
  plan: EpisodePlan,
  world: World,
  episode: number,
  log: Event[] | null,
  trace: Trace | null,
): Run {
  const state = copyState(plan.initial);
  return {
    theory: plan.theory,
    world: trace === null ? world : withTypesNoted(world, plan, episode, trace),
    parameters: world.parameters,
    draws: plan.draws,
    episode,
    state,
    mind: newMind(state, plan.theory, world.parameters),
    policies: plan.policies ?? {
      US: policyOf(plan.theory.policies.US),
      CN: policyOf(plan.theory.policies.CN),
    },
    memory: { US: newMemory(), CN: newMemory() },
    day: 0,
    firstDay: toDayNumber(state.today),
    touched: false,
    measuresTouched: false,
    courtDaily: dailyCourtHazard(world.parameters),
    agreed: false,
    truceEndedAfter: null,
    log,
    trace,
    refused: [],
  };
}

/** The world with each side's type noted, and as the trace imposes it. */
function withTypesNoted(world: World, plan: EpisodePlan, episode: number, trace: Trace): World {
  const [US, CN] = PARTY_IDS.map((party, at) => {
    const name = `${party}/type`;
    const drawn = plan.draws.uniform(episode, name);
    return trace.try(plan.initial.today, name, drawn, world.parameters.hold, world.holds[at]!);
  });
  return { ...world, holds: [US!, CN!] };
}

/** What notes a party's reasons in the trace, its draws under their full names. */
function notesOf(run: Run, party: PartyId): DecisionNotes | null {
  const { trace } = run;
  if (trace === null) return null;
  const named = (purpose: string) => `${party}/${purpose}`;
  return {
    trial: (purpose, drawn, probability) =>
      trace.try(run.state.today, named(purpose), drawn, probability, drawn < probability),
    because: (event, rule, ...purposes) => trace.because(event, rule, purposes.map(named)),
  };
}

/** A party's observation; one object a party, its moving parts read through the run. */
function observer(run: Run): (party: PartyId) => Observation {
  const make = (party: PartyId): Observation => ({
    state: run.state,
    party,
    parameters: run.parameters,
    mood: run.mind,
    get agreed() {
      return run.agreed;
    },
    memory: run.memory[party],
    draw: (purpose) => run.draws.uniform(run.episode, `${party}/${purpose}`, run.day),
    posture: (purpose) => run.draws.uniform(run.episode, `${party}/${purpose}`),
    lawful: (event) => isLegal(run.state, event),
    notes: notesOf(run, party),
  });
  const seen = { US: make('US'), CN: make('CN') };
  return (party) => seen[party];
}

function calendarActs(run: Run): void {
  for (let due = dueEvents(run.state); due.length > 0; due = dueEvents(run.state)) {
    for (const event of due) {
      if (!enact(run, event, CALENDAR))
        throw new Error(`the calendar was refused on ${run.state.today}: ${event.type}`);
    }
  }
}

/** Enacts the supposed events of today; returns the index of the first that is still to come. */
function supposedActs(run: Run, next: number): number {
  const { supposed } = run.theory;
  let at = next;
  while (at < supposed.length && supposed[at]!.event.on <= run.state.today) {
    enact(run, supposed[at]!.event, SUPPOSED);
    at += 1;
  }
  return at;
}

function partiesAct(run: Run, observe: (party: PartyId) => Observation): void {
  performJointPledges(run);
  for (const party of PARTY_IDS) {
    for (const event of run.policies[party].decide(observe(party))) enact(run, event, POLICY);
  }
  technicalExtension(run, observe);
}

function meetIfDue(run: Run): void {
  const { state, theory } = run;
  if (state.today !== theory.meetingOn || state.meeting.on !== state.today) return;
  if (state.meeting.status === 'called-off' || meetingFallsAway(run)) return;
  holdSummit(run);
}

/** Notes when the truce that followed the meeting was first broken or ended. */
function watchTruce(run: Run): void {
  const { state, theory } = run;
  if (run.truceEndedAfter !== null || state.today <= theory.meetingOn) return;
  const broken = state.truce.breaches.at(-1)?.on;
  const over = !isBinding(state.truce);
  if (over || (broken !== undefined && broken > theory.meetingOn)) {
    run.truceEndedAfter = daysBetween(theory.meetingOn, state.today);
  }
}

function averagesOf(state: State): Averages {
  return { usOnCn: averageTariffPct(state, 'usOnCn'), cnOnUs: averageTariffPct(state, 'cnOnUs') };
}

/** Days between two pauses of an episode: a few milliseconds at most. */
const DAYS_TO_A_PAUSE = 32;

/** As {@link runInSteps}, without a pause. */
export function runToHorizon(...how: Parameters<typeof runInSteps>): FinishedEpisode {
  return finish(runInSteps(...how));
}

/**
 * Runs one episode to its horizon, with a pause at its first day and every so many days. `record` keeps the log of all events, from which the final state can be replayed
 * on the plan's initial state. `watch` sees the state each evening and must leave it as it is. `trace` notes why each
 * event happened, and only with a record. Deterministic in the plan's draws, the episode's number and what the trace
 * imposes.
 */
export function* runInSteps(
  plan: EpisodePlan,
  world: World,
  episode: number,
  record: boolean,
  watch?: (day: number, state: State) => void,
  trace: Trace | null = null,
): Cooperative<FinishedEpisode> {
  const run = newRun(plan, world, episode, record ? [] : null, trace);
  const observe = observer(run);
  const { theory, state } = run;
  const start = averagesOf(state);
  const lastDay = dayOf(run, theory.horizon);
  const endDay = Math.min(lastDay, dayOf(run, addDays(theory.meetingOn, END_DAYS)));
  const boundDay = Math.min(lastDay, dayOf(run, theory.meetingOn) + 1);
  let end = start;
  let truceBound = false;
  let nextSupposed = 0;
  for (;;) {
    if (run.day % DAYS_TO_A_PAUSE === 0) yield;
    calendarActs(run);
    nextSupposed = supposedActs(run, nextSupposed);
    courts(run);
    allies(run);
    lookAgain(run);
    const residual = run.draws.normal(episode, 'market/residual', run.day);
    const gauges = stepMind(run.mind, state, theory, run.parameters, residual);
    enactRoutine(run, { type: 'economy.accrue', actor: 'calendar', on: state.today, gauges });
    conductRounds(run);
    meetIfDue(run);
    partiesAct(run, observe);
    furtherTalks(run);
    lookAgain(run);
    truceHazard(run);
    watchTruce(run);
    if (run.day === boundDay) truceBound = isBinding(state.truce);
    watch?.(run.day, state);
    if (run.day === endDay) end = averagesOf(state);
    if (run.day >= lastDay) break;
    run.day += 1;
    enactRoutine(run, {
      type: 'calendar.advance',
      actor: 'calendar',
      on: state.today,
      to: fromDayNumber(run.firstDay + run.day),
    });
  }
  return { run, start, end, truceDays: run.truceEndedAfter, truceBound };
}
