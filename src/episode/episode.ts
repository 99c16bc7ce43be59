/**
 * One episode: from the scenario's first day to its horizon, day by day, in a fixed order.
 *
 * Each morning the calendar acts and what was supposed happens; then chance; then costs accrue and beliefs update;
 * then rounds, promises, threats and answers; then the truce may break; on its day the leaders meet.
 */
import type { Event } from '../actions/index';
import { dueEvents } from '../engine/due';
import { isLegal } from '../engine/legality';
import { daysBetween, toDayNumber } from '../kit/calendar';
import { finish, type Cooperative } from '../kit/cooperative';
import type { Draws } from '../kit/keyed-draws';
import { PARTY_IDS, type PartyId } from '../model/actor';
import { copyState } from '../model/copy-state';
import type { State } from '../model/state';
import { averageTariffPct } from '../model/tariff';
import { isBinding } from '../model/truce';
import { policyOf } from '../policies/index';
import { newMemory, type DecisionNotes, type Observation, type Policy } from '../policies/policy';
import type { Theory } from '../scenario/model-specification';
import { almanacOf, type Almanac } from './almanac';
import {
  allies,
  alliesAlign,
  breakTruce,
  courtRules,
  courts,
  dailyCourtHazard,
  meetingFallsAway,
  truceBreaks,
} from './chance';
import type { World } from './parameter-draw';
import { gaugesOf, newMind, stepMind } from './latent-state';
import {
  conductRounds,
  furtherTalks,
  performJointPledges,
  talksResume,
  technicalExtension,
} from './protocol';
import {
  DAILY,
  dayOf,
  enact,
  enactRoutine,
  foundDone,
  lookAgain,
  setClock,
  type DailyKeys,
  type Run,
} from './run';
import { holdSummit } from './meeting';
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

/** The keys of what is drawn every day. */
export function dailyKeys(draws: Draws): DailyKeys {
  return Object.fromEntries(DAILY.map((name) => [name, draws.keyOf(name)])) as DailyKeys;
}

/** What the episodes of one scenario share. */
export interface EpisodePlan {
  readonly initial: State;
  readonly theory: Theory;
  readonly draws: Draws;
  /** The days of the plan; made for the episode unless it is there. */
  readonly almanac?: Almanac;
  readonly daily?: DailyKeys;
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
  const run: Run = {
    theory: plan.theory,
    world: trace === null ? world : withTypesNoted(world, plan, episode, trace),
    parameters: world.parameters,
    draws: plan.draws,
    daily: plan.daily ?? dailyKeys(plan.draws),
    episode,
    state,
    mind: newMind(state, plan.theory, world.parameters),
    policies: plan.policies ?? {
      US: policyOf(plan.theory.policies.US),
      CN: policyOf(plan.theory.policies.CN),
    },
    memory: { US: newMemory(state), CN: newMemory(state) },
    done: foundDone(state),
    day: 0,
    firstDay: toDayNumber(state.today),
    almanac: plan.almanac ?? almanacOf(state.today, plan.theory),
    acted: false,
    clock: { text: null, expiry: null, coercion: null, strainUntil: -1, breakable: false },
    touched: { record: false, measures: false, promises: false },
    courtDaily: dailyCourtHazard(world.parameters),
    agreed: false,
    truceEndedAfter: null,
    log,
    trace,
    refused: [],
  };
  setClock(run);
  return run;
}

/** The world with each side's type noted, and as the trace imposes it. */
function withTypesNoted(world: World, plan: EpisodePlan, episode: number, trace: Trace): World {
  const [US, CN] = PARTY_IDS.map((party, at) => {
    const name = `${party}/type`;
    const drawn = plan.draws.uniform(episode, name);
    return trace.try(plan.initial.today, name, drawn, world.parameters.hold, world.holds[at]!);
  });
  return { parameters: world.parameters, issues: world.issues, holds: [US!, CN!] };
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

/** Days looked at between two pauses of an episode: a few milliseconds at most. */
const LOOKS_TO_A_PAUSE = 32;

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
  const { state, almanac, policies } = run;
  const start = averagesOf(state);
  const lastDay = almanac.last;
  const endDay = Math.min(lastDay, almanac.meeting + END_DAYS);
  const boundDay = Math.min(lastDay, almanac.meeting + 1);
  // Whoever keeps a record or looks on sees every day; else days are passed on which nothing calls anybody.
  const everyDay = record || watch !== undefined || policies.US.rests !== true || policies.CN.rests !== true;
  let end = start;
  let truceBound = false;
  let nextSupposed = 0;
  let looks = 0;
  for (;;) {
    if (looks % LOOKS_TO_A_PAUSE === 0) yield;
    looks += 1;
    run.acted = false;
    calendarActs(run);
    nextSupposed = supposedActs(run, nextSupposed);
    courts(run);
    allies(run);
    lookAgain(run);
    mindsDay(run);
    if (everyDay || run.day >= lastDay) {
      enactRoutine(run, {
        type: 'economy.accrue',
        actor: 'calendar',
        on: state.today,
        gauges: gaugesOf(run.mind),
      });
    }
    conductRounds(run);
    meetIfDue(run);
    partiesAct(run, observe);
    evening(run, talksResume(run));
    if (run.day === boundDay) truceBound = isBinding(state.truce);
    watch?.(run.day, state);
    if (run.day === endDay) end = averagesOf(state);
    if (run.day >= lastDay) break;
    const called = everyDay ? run.day + 1 : nextCall(run, nextSupposed);
    passQuietDays(run, called);
  }
  return { run, start, end, truceDays: run.truceEndedAfter, truceBound };
}

/** The day's step of the mind. */
function mindsDay(run: Run): void {
  const { almanac, day } = run;
  const residual = run.draws.normalOf(run.daily['market/residual'], run.episode, day);
  const controlDays = almanac.controlAge === null ? 0 : almanac.controlAge + day;
  stepMind(run.mind, { month: almanac.months[day]!, controlDays, residual }, run.theory, run.parameters);
}

/** What the evening brings: further talks where the sides agreed on them, and a truce that may break. */
function evening(run: Run, talks: boolean): void {
  if (talks) furtherTalks(run);
  lookAgain(run);
  if (truceBreaks(run)) breakTruce(run);
  watchTruce(run);
}

/** Turns the calendar to a day. */
function turnTo(run: Run, day: number): void {
  const to = run.almanac.dates[day]!;
  enactRoutine(run, { type: 'calendar.advance', actor: 'calendar', on: run.state.today, to });
}

/** Turns to the next day that calls somebody: the one foreseen, or one before it on which chance strikes. */
function passQuietDays(run: Run, called: number): void {
  for (;;) {
    run.day += 1;
    if (run.day >= called || courtRules(run) || alliesAlign(run)) {
      turnTo(run, run.day);
      return;
    }
    mindsDay(run);
    const talks = talksResume(run);
    if (!talks && !truceBreaks(run)) continue;
    turnTo(run, run.day);
    evening(run, talks);
    called = run.day + 1;
  }
}

/** The next day on which something can call a party or the calendar, so that no day before it needs a look. */
function nextCall(run: Run, nextSupposed: number): number {
  const { almanac, state, theory, memory } = run;
  const today = run.day;
  if (run.acted || run.touched.record || run.mind.record.roundsAhead) return today + 1;
  let next = Math.min(almanac.last, almanac.nextFirst[today]!);
  const at = (day: number) => {
    if (day > today && day < next) next = day;
  };
  at(almanac.meeting);
  at(almanac.meeting + 1);
  at(almanac.meeting + END_DAYS);
  if (nextSupposed < theory.supposed.length) at(dayOf(run, theory.supposed[nextSupposed]!.event.on));
  for (const party of PARTY_IDS) for (const { on } of memory[party].answers) at(dayOf(run, on));
  // A deadline calls on its eve, when promises are kept, on its day, and a threat's on the day after.
  for (const { on } of state.deadlines) {
    const day = dayOf(run, on);
    if (day + 1 <= today) continue;
    at(day - 1);
    at(day);
    at(day + 1);
    break;
  }
  return next;
}
