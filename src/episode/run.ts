/** A run: everything that one episode carries along, and the one way in which it changes the state. */
import type { ActionTable, Event } from '../actions/index';
import type { Parameters } from '../model/parameters';
import { bringAbout, stepInPlace } from '../engine/apply';
import { mayHappen } from '../engine/legality';
import type { Draws, StreamKey } from '../kit/keyed-draws';
import { toDayNumber } from '../kit/calendar';
import { joinedName } from '../kit/joined-name';
import type { PartyId } from '../model/actor';
import type { Authority } from '../model/authority';
import { each } from '../model/column';
import { findMeasure, type MeasureLife } from '../model/measure';
import type { Draft, State } from '../model/state';
import { isBinding } from '../model/truce';
import type { DatedReading } from '../outcomes/reading';
import { passes } from '../policies/answers';
import type { Memory, Policy } from '../policies/policy';
import type { ModelSpecification } from '../scenario/model-specification';
import type { Almanac } from './almanac';
import type { ParameterDraw } from './parameter-draw';
import { look, note, noteFall, type Conduct } from './conduct';
import { hearYields, learn, refresh, ripenessOf, type LatentState, type Touches } from './latent-state';
import { CALENDAR, type DeclaredCause, type Trace } from './trace';

/** What the daily hazards look at; days are counted from the first. */
export interface Clock {
  /** Day of the text that opened the spell. */
  text: number | null;
  /** Ripeness of the conflict on that day, 0 to 1; on the first day of the run where the text is older. */
  ripeness: number;
  expiry: number | null;
  coercion: number | null;
  strainUntil: number;
  /** Whether the truce can break: it binds by a text and is not strained. */
  breakable: boolean;
  /** Draws of the rulings on all that is before the courts but the first. */
  otherRulings: readonly string[];
}

/** A clock before its first look. */
export const newClock = (): Clock => ({
  text: null,
  ripeness: 0,
  expiry: null,
  coercion: null,
  strainUntil: -1,
  breakable: false,
  otherRulings: [],
});

/** What the first day found done already: only what comes after it is news. */
export interface FoundDone {
  /** Number of coercive acts. */
  readonly coercion: number;
  /** What state-directed purchases had delivered, million metric tons. */
  readonly deliveredMmt: number;
}

/** What a first state found done. */
export function foundDone(first: State): FoundDone {
  return { coercion: first.coercion.length, deliveredMmt: deliveredMmt(first) };
}

/** What state-directed purchases of soybeans have delivered so far, million metric tons. */
export function deliveredMmt({ flows }: Pick<State, 'flows'>): number {
  return flows.soybeans?.deliveredMmt ?? 0;
}

/** What a court took from a party, and when it is sought again; days are counted from the first. */
export interface Loss {
  readonly party: PartyId;
  readonly authority: string;
  /** Points of the average, and the largest share of trade that a duty which fell had covered. */
  readonly lostPp: number;
  readonly coverage: number;
  /** Points that duties on sectors have brought back. */
  regainedPp: number;
  readonly stopgapOn: number;
  readonly findingOn: number;
}

/** What was seen has told of an episode's parameter draw and of postures that it keeps. */
export interface Learnt {
  /** Probability of what was seen, a factor for each kind of it: an event by its name, what did not happen by the draw. */
  readonly factors: Record<string, number>;
  /** For a draw that holds for the whole episode, by its name, the part of [0, 1) in which what was seen leaves it. */
  readonly regions: Map<string, Region>;
}

/** A stretch of the unit interval: from `low` up to but without `high`. */
export interface Region {
  readonly low: number;
  readonly high: number;
}

/** One episode under way. */
export interface RunningEpisode {
  readonly specification: ModelSpecification;
  /** The action types: the library's, or those of one's own rules. */
  readonly table: ActionTable;
  readonly parameterDraw: ParameterDraw;
  readonly parameters: Parameters;
  readonly draws: Draws;
  /** Keys of the draws that are asked for every day. */
  readonly daily: DailyKeys;
  readonly episode: number;
  readonly state: Draft;
  /** The state of the first day, as it was. */
  readonly first: State;
  readonly done: FoundDone;
  /** What the sides have done to each other: by the record before the first day, and since. */
  readonly record: Conduct;
  readonly since: Conduct;
  readonly latent: LatentState;
  readonly policies: Readonly<Record<PartyId, Policy>>;
  readonly memory: Readonly<Record<PartyId, Memory>>;
  /** Day of the simulation, counted from the first. */
  day: number;
  readonly firstDay: number;
  readonly almanac: Almanac;
  /** Whether anything was proposed since the morning: an act may call for another tomorrow. */
  acted: boolean;
  /** Days of the dates that the hazards ask for every day; taken again with the latent state's view. */
  readonly clock: Clock;
  /** What events since the last look have touched. */
  readonly touched: Touches;
  /** Daily hazard of a ruling against a challenged authority. */
  readonly courtDaily: number;
  /** Daily hazard of a new act after a meeting that brought no text or was called off: nought until then. */
  quarrelDaily: number;
  /** A chance of a breach that no day exceeds. */
  readonly breachCeiling: number;
  agreed: boolean;
  /** Whether each side gave nothing of its own measures in force when an exchange was sought. */
  readonly obstinate: Record<PartyId, boolean>;
  /** Days from the planned day of the meeting to the first evening without a text in force; null while one stands. */
  textEndedAfter: number | null;
  /** Days from the planned day of the meeting to the first breach documented after it; null before that. */
  brokenAfter: number | null;
  /** What courts have taken, and when it is sought again from other statutes. */
  readonly losses: Loss[];
  /** The next look at what the year brings, and the chances of it at one look. */
  readonly weekly: {
    readonly from: number;
    next: number;
    reversal: number;
    readonly listing: number;
    readonly easing: number;
    readonly call: number;
    readonly summit: number;
  };
  /** Issues that rounds after the meeting have settled. */
  readonly granted: Set<string>;
  /** What was open when a later table last bargained, and the day of it. */
  readonly tried: { open: string; day: number };
  /** What outcome classes ask of evenings, with its days. */
  readonly dated: readonly DatedReading[];
  /** What has been measured of it so far. */
  readonly readings: Record<string, number>;
  /** The record, where one is kept. */
  readonly log: Event[] | null;
  /** Why each event of the record happened, where that is kept too. */
  readonly trace: Trace | null;
  /** What was learnt from what was seen; null where that is taken as given. */
  readonly learnt: Learnt | null;
  /** Events that were proposed and refused; a sound policy has none. */
  refused: Event[];
  /** The supposed among them, by name, with the code of the first rule that each broke. */
  readonly refusedSupposed: { readonly name: string; readonly code: string }[];
}

function measureBefore(state: State, event: Event): MeasureLife | undefined {
  if (!('id' in event)) return undefined;
  return findMeasure(state, event.id);
}

/**
 * Enacts an event: legality first, then what it tells about resolve, then the effect in place. A refused event
 * changes nothing and is noted. Returns whether it happened.
 */
export function enact(run: RunningEpisode, event: Event, declared: DeclaredCause): boolean {
  run.acted = true;
  const guard = run.table.guards.get(event.type);
  if (guard === undefined || !mayHappen(run.state, event, guard)) {
    run.refused.push(event);
    if (run.trace !== null) run.trace.refuse(run.state, event, run.table);
    return false;
  }
  if (guard.signal !== null)
    learn(
      run.latent,
      event,
      measureBefore(run.state, event),
      run.specification,
      run.parameters,
      guard.signal,
    );
  const noted = run.day <= run.almanac.meeting ? look(event, run) : null;
  const performed = bringAbout(run.state, event, guard);
  if (noted !== null) note(run.since, noted, run.firstDay + run.day, performed);
  if (event.type === 'market.move') {
    noteFall(run.since, event, run.firstDay + run.day);
    hearYields(run.latent, event.yieldBp, 0, run.parameters);
  }
  const { touched } = run;
  touched.record = true;
  for (const what of guard.touches) touched[what] = true;
  if (performed) touched.promises = true;
  if (run.log !== null) record(run, run.log, event, declared);
  return true;
}

/** Enacts a day's routine event: the calendar's step and the accruals, which touch no slow quantity. */
export function enactRoutine(run: RunningEpisode, event: Event): void {
  if (!stepInPlace(run.state, event))
    throw new Error(`the calendar was refused on ${run.state.today}: ${event.type}`);
  if (run.log !== null) record(run, run.log, event, CALENDAR);
}

function record(run: RunningEpisode, log: Event[], event: Event, declared: DeclaredCause): void {
  log.push(event);
  const policy = event.actor === 'US' || event.actor === 'CN' ? run.policies[event.actor].id : null;
  run.trace?.happened(event, declared, policy, run.specification.supposed);
}

/** Brings the latent state's view of the state up to date if anything has happened. */
export function lookAgain(run: RunningEpisode): void {
  const { touched } = run;
  if (!touched.record) return;
  refresh(run.latent, run.state, touched, run.parameters);
  setClock(run);
  touched.record = false;
  touched.promises = false;
  touched.tariff = false;
  touched.control = false;
  touched.portFee = false;
  touched.listing = false;
  touched.flows = false;
}

/** Names of what is drawn every day. */
export const DAILY = [
  'court/ruling',
  'allies/align',
  'truce/breach',
  'market/residual',
  'talks/again',
  'after/act',
  'US/reversal',
  'CN/reversal',
  'US/listing',
  'CN/listing',
  'US/easing',
  'CN/easing',
  'talks/call',
  'talks/summit',
] as const;

/** The keys of what is drawn every day, looked up once for an ensemble. */
export type DailyKeys = Readonly<Record<(typeof DAILY)[number], StreamKey>>;

/**
 * Today as the occasion of a draw: the day of the calendar, so that a run from a later first day shares its draws with one from an
 * earlier day.
 */
export function occasionToday({ firstDay, day }: Pick<RunningEpisode, 'firstDay' | 'day'>): number {
  // An occasion has no sign: days before 1970 are its upper half.
  return (firstDay + day) >>> 0;
}

/** Whether a daily chance comes true. */
export function dailyChance(run: RunningEpisode, name: (typeof DAILY)[number], probability: number): boolean {
  const value = run.draws.uniformOf(run.daily[name], run.episode, occasionToday(run));
  return run.trace === null ? value < probability : judged(run, name, value, probability);
}

/** A uniform draw for a purpose on this day. */
export function drawToday(run: RunningEpisode, name: string): number {
  return run.draws.uniform(run.episode, name, occasionToday(run));
}

/** A uniform draw that is the same on all days of the episode, from where what was seen leaves it. */
export function postureOf({ draws, episode, learnt }: RunningEpisode, name: string): number {
  const drawn = draws.uniform(episode, name);
  const region = learnt?.regions.get(name);
  return region === undefined ? drawn : region.low + drawn * (region.high - region.low);
}

/** Whether a named chance comes true on this day, with a probability; noted where a trace is kept. */
export function happensToday(run: RunningEpisode, name: string, probability: number): boolean {
  return judged(run, name, drawToday(run, name), probability);
}

/** Whether a draw that has been taken is below a threshold; noted where a trace is kept. */
export function judged(run: RunningEpisode, name: string, value: number, threshold: number): boolean {
  const verdict = value < threshold;
  return run.trace === null ? verdict : run.trace.try(run.state.today, name, value, threshold, verdict);
}

/** Number of a date counted from the first day of the run. */
export function dayOf(run: RunningEpisode, date: string): number {
  return toDayNumber(date) - run.firstDay;
}

/** The day of the latest coercive act that does not pass by itself. */
function lastProvocation({ coercion }: Pick<State, 'coercion'>): string | null {
  for (let at = coercion.length - 1; at >= 0; at -= 1)
    if (!passes(coercion[at]!.measure)) return coercion[at]!.on;
  return null;
}

/** Whether an authority is one that a court may strike down. */
const isBeforeCourt = ({ standing }: Authority): boolean =>
  standing === 'challenged' || standing === 'stayed';

/** Authorities before the courts, each with the draw of the ruling on it: the first has the plain one. */
export const casesBeforeCourts = ({ authorities }: Pick<State, 'authorities'>) =>
  each(authorities)
    .filter(isBeforeCourt)
    .map(({ id }, at) => ({ id, draw: at === 0 ? 'court/ruling' : joinedName('court/ruling/', id) }));

const NO_RULINGS: readonly string[] = [];

/** Draws of the rulings on all that is before the courts but the first; asked after every act, and seldom more than one case is there. */
function otherRulingsIn(state: Pick<State, 'authorities'>): readonly string[] {
  let cases = 0;
  for (const authority of each(state.authorities)) if (isBeforeCourt(authority)) cases += 1;
  if (cases < 2) return NO_RULINGS;
  return casesBeforeCourts(state)
    .slice(1)
    .map(({ draw }) => draw);
}

/** Takes the days of the dates that the hazards look at off the state. */
export function setClock(run: RunningEpisode): void {
  const { state, latent, clock } = run;
  const day = (date: string | null) => (date === null ? null : dayOf(run, date));
  const { truce } = state;
  const text = day(truce.textOn);
  if (text !== clock.text) clock.ripeness = ripenessOf(latent, run.parameters);
  clock.text = text;
  clock.expiry = day(truce.expiresOn);
  clock.coercion = day(lastProvocation(state));
  clock.strainUntil = day(latent.strain?.until ?? null) ?? -1;
  clock.breakable = isBinding(truce) && truce.status !== 'strained' && truce.textOn !== null;
  clock.otherRulings = otherRulingsIn(state);
}
