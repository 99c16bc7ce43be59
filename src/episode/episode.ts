/**
 * One episode: from the scenario's first day to its horizon, day by day, in a fixed order.
 *
 * Each morning the calendar acts and what was supposed happens; then chance; then costs accrue and beliefs update;
 * then rounds, promises, threats and answers; then the truce may break; on its day the leaders meet.
 */
import { joinedName } from '../kit/joined-name';
import type { Event } from '../actions/index';
import { dueEvents } from '../engine/due';
import type { DeadlineKind } from '../model/deadline';
import { isLegal } from '../engine/legality';
import { toDayNumber } from '../kit/calendar';
import { finish, type Cooperative } from '../kit/cooperative';
import type { Draws } from '../kit/keyed-draws';
import { PARTY_IDS, type PartyId } from '../model/actor';
import { each } from '../model/column';
import { borrowState } from '../model/copy-state';
import type { State } from '../model/state';
import { averageTariffPct } from '../model/tariff';
import { isBinding } from '../model/truce';
import { policyOf } from '../policies/index';
import { newMemory, type DecisionNotes, type Observation, type Policy } from '../policies/policy';
import type { ModelSpecification } from '../scenario/model-specification';
import { almanacOf, type Almanac } from './almanac';
import { dailyProbability } from '../bargaining/decision';
import {
  AFTERMATH_DAYS,
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
import type { ParameterDraw } from './parameter-draw';
import { gaugesOf, initialLatentState, stepLatentState } from './latent-state';
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
  type RunningEpisode,
} from './run';
import { holdSummit } from './meeting';
import { CALENDAR, POLICY, SUPPOSED, type Trace } from './trace';
import { watchTruce } from './truce-watch';

/** Days after the meeting on which the averages are taken. */
export const END_DAYS = AFTERMATH_DAYS;

/** Average rates of both directions on a day, per cent. */
export interface Averages {
  readonly usOnCn: number;
  readonly cnOnUs: number;
}

/** An episode that has run to its horizon. */
export interface FinishedEpisode {
  readonly run: RunningEpisode;
  readonly start: Averages;
  /** Two weeks after the day of the meeting. */
  readonly end: Averages;
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
  const latent = initialLatentState(state, plan.specification, parameters);
  const almanac = plan.almanac ?? almanacOf(state.today, plan.specification);
  const run: RunningEpisode = {
    specification: plan.specification,
    parameterDraw,
    parameters,
    draws: plan.draws,
    daily: plan.daily ?? dailyKeys(plan.draws),
    episode,
    state,
    latent,
    policies: plan.policies ?? {
      US: policyOf(plan.specification.policies.US),
      CN: policyOf(plan.specification.policies.CN),
    },
    memory: { US: newMemory(state), CN: newMemory(state) },
    done: foundDone(state),
    day: 0,
    firstDay: toDayNumber(state.today),
    almanac,
    acted: false,
    clock: { text: null, ripeness: 0, expiry: null, coercion: null, strainUntil: -1, breakable: false },
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
    quarrelDaily: dailyProbability(parameters.meeting.quarrelAfterNoText, AFTERMATH_DAYS),
    breachCeiling: highestBreachChance(state, almanac.last, latent.usual.ripeness, parameters),
    parted: false,
    agreed: false,
    obstinate: { US: false, CN: false },
    textEndedAfter: null,
    brokenAfter: null,
    log,
    trace,
    refused: [],
  };
  setClock(run);
  return run;
}

/** Beginning of the names of a party's own draws. */
const OWN = { US: 'US/', CN: 'CN/' } as const;

/** What notes a party's reasons in the trace, its draws under their full names. */
function notesOf(run: RunningEpisode, party: PartyId): DecisionNotes | null {
  const { trace } = run;
  if (trace === null) return null;
  const named = (purpose: string) => joinedName(OWN[party], purpose);
  return {
    trial: (purpose, drawn, probability) =>
      trace.try(run.state.today, named(purpose), drawn, probability, drawn < probability),
    because: (event, rule, ...purposes) => trace.because(event, rule, purposes.map(named)),
  };
}

/** A party's observation; one object a party, its moving parts read through the run. */
class RunObservation implements Observation {
  readonly state: State;
  readonly party: PartyId;
  readonly parameters: Observation['parameters'];
  readonly indicators: Observation['indicators'];
  readonly memory: Observation['memory'];
  readonly draw: Observation['draw'];
  readonly posture: Observation['posture'];
  readonly lawful: Observation['lawful'];
  readonly notes: DecisionNotes | null;
  readonly #run: RunningEpisode;

  constructor(run: RunningEpisode, party: PartyId) {
    const { draws, episode } = run;
    this.state = run.state;
    this.party = party;
    this.parameters = run.parameters;
    this.indicators = run.latent;
    this.memory = run.memory[party];
    this.draw = (purpose) => draws.uniform(episode, joinedName(OWN[party], purpose), run.day);
    this.posture = (purpose) => draws.uniform(episode, joinedName(OWN[party], purpose));
    this.lawful = (event) => isLegal(run.state, event);
    this.notes = notesOf(run, party);
    this.#run = run;
  }

  // On the class: a getter on each object would give each a layout of its own.
  get agreed(): boolean {
    return this.#run.agreed;
  }
}

function observer(run: RunningEpisode): (party: PartyId) => Observation {
  const seen = { US: new RunObservation(run, 'US'), CN: new RunObservation(run, 'CN') };
  return (party) => seen[party];
}

function calendarActs(run: RunningEpisode): void {
  for (let due = dueEvents(run.state); due.length > 0; due = dueEvents(run.state)) {
    for (const event of due) {
      if (!enact(run, event, CALENDAR))
        throw new Error(`the calendar was refused on ${run.state.today}: ${event.type}`);
    }
  }
}

/** Enacts the supposed events of today; returns the index of the first that is still to come. */
function supposedActs(run: RunningEpisode, next: number): number {
  const { supposed } = run.specification;
  let at = next;
  while (at < supposed.length && supposed[at]!.event.on <= run.state.today) {
    enact(run, supposed[at]!.event, SUPPOSED);
    at += 1;
  }
  return at;
}

/** Whether nothing asks anything of the parties today: no date near, no act to heed, no answer due, no month begun. */
function partiesRest(run: RunningEpisode): boolean {
  const { state, memory, policies, almanac, day } = run;
  if (almanac.firstOfMonth[day] === 1) return false;
  if (state.deadlines.length > 0 && state.deadlines[0]!.on <= almanac.dates[day + 1]!) return false;
  for (const party of PARTY_IDS) {
    const { heeds, rests } = policies[party];
    if (rests !== true || heeds !== 'coercion' || memory[party].seen < state.coercion.length) return false;
    for (const { on } of memory[party].answers) if (on <= state.today) return false;
  }
  return true;
}

function partiesAct(run: RunningEpisode, observe: (party: PartyId) => Observation): void {
  performJointPledges(run);
  for (const party of PARTY_IDS) {
    for (const event of run.policies[party].decide(observe(party))) enact(run, event, POLICY);
  }
  technicalExtension(run);
}

function meetIfDue(run: RunningEpisode): void {
  const { state, specification } = run;
  const meeting = state.meetings[specification.meeting];
  if (meeting === undefined || meeting.on !== state.today) return;
  if (meeting.status === 'called-off' || meetingFallsAway(run)) return;
  holdSummit(run);
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
  parameterDraw: ParameterDraw,
  episode: number,
  record: boolean,
  watch?: (day: number, state: State) => void,
  trace: Trace | null = null,
): Cooperative<FinishedEpisode> {
  const run = newRun(plan, parameterDraw, episode, record ? [] : null, trace);
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
    passLatentDay(run);
    if (everyDay || run.day >= lastDay) {
      enactRoutine(run, {
        type: 'economy.accrue',
        actor: 'calendar',
        on: state.today,
        gauges: gaugesOf(run.latent),
      });
    }
    conductRounds(run);
    meetIfDue(run);
    // Who sees every day asks every day, and so shows that it comes to the same.
    if (everyDay || !partiesRest(run)) partiesAct(run, observe);
    evening(run, talksResume(run));
    if (run.day === boundDay) truceBound = isBinding(state.truce);
    watch?.(run.day, state);
    if (run.day === endDay) end = averagesOf(state);
    if (run.day >= lastDay) break;
    if (everyDay) turnTo(run, (run.day += 1));
    else passQuietDays(run, nextSupposed);
  }
  const { textEndedAfter, brokenAfter } = run;
  return { run, start, end, truceBound, textEndedAfter, brokenAfter };
}

/** The day's step of the latent state. */
function passLatentDay(run: RunningEpisode): void {
  const { almanac, day } = run;
  const residual = run.draws.normalOf(run.daily['market/residual'], run.episode, day);
  const controlDays = almanac.controlAge === null ? 0 : almanac.controlAge + day;
  stepLatentState(
    run.latent,
    { month: almanac.months[day]!, controlDays, residual },
    run.specification,
    run.parameters,
  );
}

/** What the evening brings: further talks where the sides agreed on them, and a truce that may break. */
function evening(run: RunningEpisode, talks: boolean): void {
  if (talks) furtherTalks(run);
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
    passLatentDay(run);
    const talks = talksResume(run);
    if (!talks && !truceBreaks(run) && !quarrels(run)) continue;
    turnTo(run, run.day);
    run.acted = false;
    evening(run, talks);
    called = nextCall(run, nextSupposed);
  }
}

/** Whether what has happened today calls somebody tomorrow: an act that a party has yet to heed, or a view to be taken again. */
function callsTomorrow(run: RunningEpisode): boolean {
  if (run.touched.record) return true;
  if (!run.acted) return false;
  for (const party of PARTY_IDS) {
    if (run.policies[party].heeds !== 'coercion') return true;
    if (run.memory[party].seen < run.state.coercion.length) return true;
  }
  return false;
}

/** The next day on which something can call a party or the calendar, so that no day before it needs a look. */
function nextCall(run: RunningEpisode, nextSupposed: number): number {
  const { almanac, state, specification, memory } = run;
  const today = run.day;
  if (callsTomorrow(run)) return today + 1;
  let next = Math.min(almanac.last, almanac.nextFirst[today]!);
  const at = (day: number) => {
    if (day > today && day < next) next = day;
  };
  at(almanac.meeting);
  const meeting = state.meetings[specification.meeting];
  if (meeting !== undefined && meeting.on !== specification.meetingOn) at(dayOf(run, meeting.on));
  at(almanac.meeting + 1);
  at(almanac.meeting + END_DAYS);
  if (nextSupposed < specification.supposed.length)
    at(dayOf(run, specification.supposed[nextSupposed]!.event.on));
  for (const party of PARTY_IDS) for (const { on } of memory[party].answers) at(dayOf(run, on));
  if (run.latent.record.roundsAhead) {
    for (const { status, opensOn, closesOn } of each(state.rounds)) {
      if (status === 'scheduled') at(Math.max(today + 1, dayOf(run, opensOn)));
      if (status === 'under-way') at(Math.max(today + 1, dayOf(run, closesOn)));
    }
  }
  at(nextDeadlineCall(run));
  return next;
}

/** Kinds of deadline on whose eve a party or both may act: promises are kept, an expiring truce is prolonged. */
const WITH_AN_EVE: ReadonlySet<DeadlineKind> = new Set(['pledge-due', 'undertaking-due', 'truce-expiry']);

/**
 * The next day on which a deadline calls: its eve where somebody may act then, its day, and a threat's on the day after.
 * A policy that heeds more than coercion is called on all three; the horizon where no deadline calls any more.
 */
function nextDeadlineCall(run: RunningEpisode): number {
  const { policies, almanac, day: today } = run;
  const heedful = policies.US.heeds !== 'coercion' || policies.CN.heeds !== 'coercion';
  let next = almanac.last;
  for (const { on, kind } of run.state.deadlines) {
    const day = dayOf(run, on);
    // Those behind it call no earlier than its eve.
    if (day - 1 >= next) break;
    if (day > today + 1 && (heedful || WITH_AN_EVE.has(kind))) next = Math.min(next, day - 1);
    if (day > today) next = Math.min(next, day);
    if (day + 1 > today && (heedful || kind === 'threat')) next = Math.min(next, day + 1);
  }
  return next;
}
