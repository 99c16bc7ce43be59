/**
 * One episode: from the scenario's first day to its horizon, day by day, in a fixed order.
 *
 * Each morning the calendar acts and what was supposed happens; then chance; then costs accrue and beliefs update;
 * then rounds, promises, threats and answers; then the truce may break; on its day the leaders meet.
 */
import type { Event } from '../actions/index';
import { dueNow } from '../engine/due';
import { violations } from '../engine/legality';
import { tableFor } from '../engine/own-table';
import { toDayNumber } from '../kit/calendar';
import { finish, type Cooperative } from '../kit/cooperative';
import type { Draws } from '../kit/keyed-draws';
import { existing } from '../kit/lists';
import { PARTY_IDS, type PartyId } from '../model/actor';
import { borrowState } from '../model/copy-state';
import type { State } from '../model/state';
import type { Averages } from '../model/trajectory';
import { isBinding } from '../model/truce';
import { AFTERMATH_DAYS } from '../outcomes/coercion';
import { newMemory, type Observation, type Policy } from '../policies/policy';
import type { ModelSpecification } from '../scenario/model-specification';
import { policyIn } from '../scenario/own';
import { almanacOf, type Almanac } from './almanac';
import {
  allies,
  alliesAlign,
  breakTruce,
  courtRules,
  courts,
  dailyCourtHazard,
  highestBreachChance,
  meetingFallsAway,
  quarrel,
  quarrels,
  truceBreaks,
} from './chance';
import { newConduct, recordedConduct } from './conduct';
import { decided } from './decided';
import { rememberingLatentState } from './first-morning';
import type { ParameterDraw } from './parameter-draw';
import { gaugesOf, stepLatentState } from './latent-state';
import { meanStood, noteMeeting, type Stood } from './stood';
import {
  conductRounds,
  furtherTalks,
  judgeUndertakings,
  performJointPledges,
  giveNotices,
  renewSuspensions,
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
  newClock,
  occasionToday,
  setClock,
  type DailyKeys,
  type Learnt,
  type RunningEpisode,
} from './run';
import { learnFromDay } from './learning';
import { holdSummit, missSummit } from './meeting';
import { observer } from './observation';
import { nextCall, partiesRest } from './quiet-days';
import { CALENDAR, POLICY, SUPPOSED, type Trace } from './trace';
import { averagesOf } from './averages';
import { datedReadings, newCoercionSoFar, takeReadings } from './evening-readings';
import { watchTruce } from './truce-watch';
import { meetAgain } from './later-talks';
import { noteLosses, seekAgain, yearFrom } from './replacement';
import { decideProbes } from './unpaid-acts';
import { firstLook, passYear, yearBrings } from './year';

/** An episode that has run to its horizon. */
export interface FinishedEpisode {
  readonly run: RunningEpisode;
  readonly start: Averages;
  /** Today, with what has happened up to it. */
  readonly today: Averages;
  /** On the evening before the planned day of the meeting; those of the first day where that is not later. */
  readonly eve: Averages;
  /** Two weeks after the day of the meeting. */
  readonly end: Averages;
  /** At the horizon. */
  readonly last: Averages;
  /** What stood on average from the day after the planned day of the meeting to the horizon; at the horizon where no day lies between. */
  readonly mean: Stood;
  /** Whether a coercive act that is neither supposed nor older than the first day had entered into force two weeks after the meeting. */
  readonly newCoercion: boolean;
  /** Whether a text was in force on the evening of the day after the planned day of the meeting. */
  readonly truceBound: boolean;
  /**
   * Days from the planned day of the meeting to the lapse or termination of the text; null where it was in force at the
   * horizon. A breach does not end a text.
   */
  readonly textEndedAfter: number | null;
  /**
   * Days from the planned day of the meeting to the first breach documented after it; null where none was by the
   * horizon. A text that ends breaks nothing, and a promise that is not kept in time is no breach.
   */
  readonly brokenAfter: number | null;
}

/** The keys of what is drawn every day. */
export function dailyKeys(draws: Draws): DailyKeys {
  return Object.fromEntries(DAILY.map((name) => [name, draws.keyOf(name)])) as DailyKeys;
}

/** What the episodes of one scenario share. */
export interface EpisodePlan {
  readonly initial: State;
  readonly specification: ModelSpecification;
  readonly draws: Draws;
  /** The days of the plan; made for the episode unless it is there. */
  readonly almanac?: Almanac;
  readonly daily?: DailyKeys;
  /** Policies in place of those that the scenario names, for rules of one's own that no table has. */
  readonly policies?: Readonly<Record<PartyId, Policy>>;
}

function newRun(
  plan: EpisodePlan,
  parameterDraw: ParameterDraw,
  episode: number,
  log: Event[] | null,
  trace: Trace | null,
): RunningEpisode {
  const state = borrowState(plan.initial);
  const { parameters } = parameterDraw;
  const record = recordedConduct(plan.initial, plan.specification);
  const firstDay = toDayNumber(state.today);
  const latent = rememberingLatentState(state, plan.specification, parameters, record);
  const almanac = plan.almanac ?? almanacOf(state.today, plan.specification);
  const run: RunningEpisode = {
    specification: plan.specification,
    table: tableFor(plan.specification.own?.rules),
    parameterDraw,
    parameters,
    draws: plan.draws,
    daily: plan.daily ?? dailyKeys(plan.draws),
    episode,
    state,
    latent,
    policies: plan.policies ?? {
      US: policyIn(plan.specification, plan.specification.policies.US),
      CN: policyIn(plan.specification, plan.specification.policies.CN),
    },
    memory: { US: newMemory(state), CN: newMemory(state) },
    first: plan.initial,
    done: foundDone(state),
    record,
    since: newConduct(),
    day: 0,
    firstDay,
    almanac,
    acted: false,
    clock: newClock(),
    touched: {
      record: false,
      promises: false,
      tariff: false,
      control: false,
      portFee: false,
      listing: false,
      flows: false,
    },
    courtDaily: dailyCourtHazard(parameters),
    quarrelDaily: 0,
    breachCeiling: highestBreachChance(state, almanac.last, latent.usual.ripeness, parameters),
    agreed: false,
    obstinate: { US: false, CN: false },
    textEndedAfter: null,
    brokenAfter: null,
    losses: [],
    weekly: firstLook(yearFrom({ almanac, specification: plan.specification }), parameters),
    granted: new Set(),
    tried: { open: '', day: 0 },
    dated: datedReadings(plan.specification, toDayNumber(state.today), almanac.last),
    readings: {},
    log,
    trace,
    learnt: plan.specification.observed === undefined ? null : { factors: {}, regions: new Map() },
    refused: [],
    refusedSupposed: [],
  };
  setClock(run);
  return run;
}

const NOTHING_DUE: readonly never[] = [];

/** Does what is due today, and returns it. */
function calendarActs(run: RunningEpisode): readonly Event[] {
  let due = dueNow(run.state);
  if (due.length === 0) return NOTHING_DUE;
  const done: Event[] = [];
  for (; due.length > 0; due = dueNow(run.state)) {
    for (const event of due) {
      if (!enact(run, event, CALENDAR))
        throw new Error(`the calendar was refused on ${run.state.today}: ${event.type}`);
      done.push(event);
    }
  }
  return done;
}

/** Enacts the supposed events of today, after learning from them where they are taken as seen; returns the index of the first that is still to come. */
function supposedActs(run: RunningEpisode, next: number): number {
  const { supposed, today } = run.specification;
  // Of a day that is not over nobody knows yet what does not happen.
  if (run.learnt !== null && run.state.today <= today)
    learnFromDay(run, run.learnt, next, run.state.today < today);
  let at = next;
  while (at < supposed.length && supposed[at]!.event.on <= run.state.today) {
    const { name, event } = supposed[at]!;
    // What a refused event breaks is read before anything else changes.
    if (!enact(run, event, SUPPOSED))
      run.refusedSupposed.push({
        name,
        code: violations(run.state, event, run.table)[0]?.code ?? 'unlawful',
      });
    at += 1;
  }
  return at;
}

function partiesAct(run: RunningEpisode, observe: (party: PartyId) => Observation): void {
  performJointPledges(run);
  for (const party of PARTY_IDS) {
    const policy = run.policies[party];
    for (const event of decided(run.specification.own, party, policy, observe(party)))
      enact(run, event, POLICY);
  }
  technicalExtension(run);
  giveNotices(run);
  renewSuspensions(run);
  decideProbes(run);
}

function meetIfDue(run: RunningEpisode): void {
  const { state, specification } = run;
  const meeting = state.meetings[specification.meeting];
  if (meeting === undefined || meeting.on !== state.today || meeting.status === 'held') return;
  if (meeting.status === 'called-off' || meetingFallsAway(run)) missSummit(run);
  else holdSummit(run);
}

/** Whether a policy may be passed over on quiet days: one's own, which may be made of a shipped one that rests, is asked. */
function mayRest({ specification: { own } }: RunningEpisode, policy: Policy): boolean {
  return policy.rests === true && own?.policies.includes(policy) !== true;
}

/** Days looked at between two pauses of an episode: some milliseconds at most while an engine is still learning the rules, and none later. */
const LOOKS_TO_A_PAUSE = 8;

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
  parameterDraw: ParameterDraw,
  episode: number,
  record: boolean,
  watch?: (day: number, state: State, run: RunningEpisode) => void,
  trace: Trace | null = null,
): Cooperative<FinishedEpisode> {
  const run = newRun(plan, parameterDraw, episode, record ? [] : null, trace);
  const observe = observer(run);
  const { state, almanac, policies } = run;
  const start = averagesOf(state);
  const todayOn = dayOf(run, run.specification.today);
  const lastDay = almanac.last;
  const endDay = Math.min(lastDay, almanac.meeting + AFTERMATH_DAYS);
  const boundDay = Math.min(lastDay, almanac.meeting + 1);
  // Whoever keeps a record or looks on sees every day; else days are passed on which nothing calls anybody.
  const everyDay = record || watch !== undefined || !mayRest(run, policies.US) || !mayRest(run, policies.CN);
  let today = start;
  let eve = start;
  let end = start;
  let truceBound = false;
  let newCoercion = false;
  let nextSupposed = liveToToday(run, everyDay, watch);
  let looks = 0;
  for (;;) {
    if (looks % LOOKS_TO_A_PAUSE === 0) yield;
    looks += 1;
    run.acted = false;
    // What the last evening left: no day in between has changed it.
    if (run.day === almanac.meeting) eve = averagesOf(state);
    const due = calendarActs(run);
    nextSupposed = supposedActs(run, nextSupposed);
    if (run.day === todayOn) today = averagesOf(state);
    judgeUndertakings(run, due);
    courts(run);
    allies(run);
    noteLosses(run);
    lookAgain(run);
    passLatentDay(run, marketResidual(run));
    if (everyDay || run.day >= lastDay) accrue(run);
    conductRounds(run);
    meetIfDue(run);
    seekAgain(run);
    meetAgain(run);
    // Who sees every day asks every day, and so shows that it comes to the same.
    if (everyDay || !partiesRest(run)) partiesAct(run, observe);
    evening(run, talksResume(run), yearBrings(run));
    if (run.day === boundDay) truceBound = isBinding(state.truce);
    takeReadings(run);
    watch?.(run.day, state, run);
    if (run.day === endDay) {
      end = averagesOf(state);
      newCoercion = newCoercionSoFar(run);
    }
    if (run.day >= lastDay) break;
    if (everyDay) turnTo(run, (run.day += 1));
    else passQuietDays(run, nextSupposed);
  }
  const { textEndedAfter, brokenAfter } = run;
  const [last, mean] = [averagesOf(state), meanStood(run.latent)];
  return { run, start, today, eve, end, last, mean, newCoercion, truceBound, textEndedAfter, brokenAfter };
}

/**
 * Lives through the days before today: what is supposed happens, law and clocks do their part, and costs, beliefs and
 * stocks follow; nothing is left to chance and no party acts. Returns the index of the first supposed event that is still
 * to come.
 */
function liveToToday(
  run: RunningEpisode,
  everyDay: boolean,
  watch?: (day: number, state: State, run: RunningEpisode) => void,
): number {
  const today = dayOf(run, run.specification.today);
  let nextSupposed = 0;
  while (run.day < today) {
    morning(run, everyDay);
    nextSupposed = supposedActs(run, nextSupposed);
    noteLosses(run);
    lookAgain(run);
    // Where markets are not told to have moved, they have not.
    passLatentDay(run, 0);
    takeReadings(run);
    watch?.(run.day, run.state, run);
    turnTo(run, (run.day += 1));
  }
  return nextSupposed;
}

/** A morning of the past: what fell due, and the gauges as the days before left them. */
function morning(run: RunningEpisode, everyDay: boolean): void {
  calendarActs(run);
  if (everyDay) accrue(run);
}

/** A run with its record that has lived up to today, today's supposed events included, and has left nothing to chance. */
export function livedToToday(
  plan: EpisodePlan,
  parameterDraw: ParameterDraw,
): { readonly run: RunningEpisode; readonly log: readonly Event[] } {
  const log: Event[] = [];
  const run = newRun(plan, parameterDraw, 0, log, null);
  const next = liveToToday(run, true);
  morning(run, true);
  supposedActs(run, next);
  noteLosses(run);
  lookAgain(run);
  return { run, log };
}

/** Probability of what was seen up to today under a parameter draw, by kind: the days before today are lived, and no more. */
export function learntByToday(plan: EpisodePlan, parameterDraw: ParameterDraw, episode: number): Learnt {
  const run = newRun(plan, parameterDraw, episode, null, null);
  const next = liveToToday(run, false);
  morning(run, false);
  supposedActs(run, next);
  return existing(run.learnt);
}

/** Writes the gauges of the day into the record. */
function accrue(run: RunningEpisode): void {
  enactRoutine(run, {
    type: 'economy.accrue',
    actor: 'calendar',
    on: run.state.today,
    gauges: gaugesOf(run.latent),
  });
}

/** The day's move of markets beside the news, standard normal. */
function marketResidual(run: RunningEpisode): number {
  return run.draws.normalOf(run.daily['market/residual'], run.episode, occasionToday(run));
}

/** The day's step of the latent state. */
function passLatentDay(run: RunningEpisode, residual: number): void {
  const { almanac, day } = run;
  const controlDays = almanac.controlAge === null ? 0 : almanac.controlAge + day;
  stepLatentState(
    run.latent,
    { month: almanac.months[day]!, controlDays, residual },
    run.specification,
    run.parameters,
  );
  if (day === almanac.meeting) noteMeeting(run.latent);
}

/** What the evening brings: further talks where the sides agreed on them, what the year brings, and a truce that may break. */
function evening(run: RunningEpisode, talks: boolean, brought: ReturnType<typeof yearBrings>): void {
  if (talks) furtherTalks(run);
  passYear(run, brought);
  lookAgain(run);
  if (truceBreaks(run)) breakTruce(run);
  if (quarrels(run)) quarrel(run);
  watchTruce(run);
}

/** Turns the calendar to a day. */
function turnTo(run: RunningEpisode, day: number): void {
  const to = run.almanac.dates[day]!;
  enactRoutine(run, { type: 'calendar.advance', actor: 'calendar', on: run.state.today, to });
}

/** Turns to the next day that calls somebody: the one foreseen, or one before it on which chance strikes. */
function passQuietDays(run: RunningEpisode, nextSupposed: number): void {
  let called = nextCall(run, nextSupposed);
  for (;;) {
    run.day += 1;
    if (run.day >= called || courtRules(run) || alliesAlign(run)) {
      turnTo(run, run.day);
      return;
    }
    passLatentDay(run, marketResidual(run));
    const talks = talksResume(run);
    const brought = yearBrings(run);
    if (!talks && brought.length === 0 && !truceBreaks(run) && !quarrels(run)) continue;
    turnTo(run, run.day);
    run.acted = false;
    evening(run, talks, brought);
    called = nextCall(run, nextSupposed);
  }
}
