/**
 * Conduct: what the sides have done to each other of late, in the record before the first day and since, and what follows
 * from it at a meeting.
 *
 * Both parts are told by the same table of channels, so that a first day may lie anywhere and the same acts weigh the same.
 * Nothing here runs day by day: an act is noted when it happens, and weighed on the day of the meeting.
 */
import { fieldsOf } from '../actions/event-fields';
import { actionTypeOf, type Event, type EventBase } from '../actions/index';
import { intensity } from '../bargaining/levers';
import { retained } from '../economy/decay';
import { passInPlace } from '../engine/replay';
import { stepInPlace } from '../engine/apply';
import { toDayNumber } from '../kit/calendar';
import { log } from '../kit/portable-math';
import type { PartyId } from '../model/actor';
import { hasFallen, USE_OF, type Instrument } from '../model/authority';
import { copyState } from '../model/copy-state';
import type { Deed } from '../model/deed';
import { findMeasure } from '../model/measure';
import type { Parameters } from '../model/parameters';
import type { State } from '../model/state';
import type { ModelSpecification } from '../scenario/model-specification';
import { deedOf, receiverOf, type About } from './channels';
import { wordOf, type DatedWord } from './public-words';

/** A deed with the number of its day. */
export interface DatedDeed extends Deed {
  readonly day: number;
}

/** Deeds of one side about one thing in one direction: of them only the weightiest counts. */
interface Group {
  readonly key: string;
  readonly deeds: DatedDeed[];
}

/** A threat that its author took off. */
export interface TakenOff {
  readonly id: string;
  readonly day: number;
  /** Whether something was given for it. */
  readonly traded: boolean;
}

/** A fall of markets that was told. */
interface Fall {
  readonly day: number;
  readonly equityPct: number;
  readonly yieldBp: number;
}

/** What is remembered of acts. */
export interface Conduct {
  readonly groups: Map<string, Group>;
  readonly takenOff: TakenOff[];
  readonly falls: Fall[];
  /** Threats in public and what became of them, in their order; noted of the record alone, since audiences hear later ones at once. */
  readonly words: DatedWord[];
}

/** A memory without any acts. */
export function newConduct(): Conduct {
  return { groups: new Map(), takenOff: [], falls: [], words: [] };
}

/** What an event would be remembered as, looked at before it changes the state. */
export interface Noted {
  readonly deed: Deed | null;
  readonly threat: { readonly id: string; readonly traded: boolean } | null;
}

/** Looks at an event before it changes the state; null where nothing of it will be remembered. */
export function look(event: EventBase, about: About): Noted | null {
  const deed = deedOf(event, about);
  const threat = takesOff(event, about.state);
  return deed === null && threat === null ? null : { deed, threat };
}

/** A threat that an event takes off the table: ended, or put off without a day. */
function takesOff(event: EventBase, state: State): Noted['threat'] {
  const { id, traded, until } = fieldsOf(event);
  if (traded === undefined && !(until === null && event.type.endsWith('.put-off'))) return null;
  if (typeof id !== 'string' || findMeasure(state, id)?.status !== 'threatened') return null;
  return { id, traded: traded === true };
}

function dated({ by, subject, sign, scale, amount, part }: Deed, day: number): DatedDeed {
  return { by, subject, sign, scale, amount, part, day };
}

/** Remembers what was looked at; `paid` is what a pledge of an agreement asked for. */
export function note(conduct: Conduct, { deed, threat }: Noted, day: number, paid: boolean): void {
  if (threat !== null) conduct.takenOff.push({ id: threat.id, day, traded: threat.traded || paid });
  if (deed === null || paid || threat?.traded === true) return;
  const key = `${deed.by}${deed.sign}${deed.subject}`;
  const group = conduct.groups.get(key);
  if (group === undefined) conduct.groups.set(key, { key, deeds: [dated(deed, day)] });
  else group.deeds.push(dated(deed, day));
}

/** Remembers a move of markets. */
export function noteFall(
  conduct: Conduct,
  { equityPct, yieldBp }: { readonly equityPct: number; readonly yieldBp: number },
  day: number,
): void {
  conduct.falls.push({ day, equityPct, yieldBp });
}

const remembered = /* @__PURE__ */ new WeakMap<ModelSpecification, Conduct>();

/** What the record tells of the months before the first day, worked out once for a specification. */
export function recordedConduct(initial: State, specification: ModelSpecification): Conduct {
  const known = remembered.get(specification);
  if (known !== undefined) return known;
  const conduct = newConduct();
  const { lately } = specification;
  if (lately !== null) {
    const state = copyState(lately.state);
    for (const event of lately.acts) {
      passInPlace(state, event.on);
      noteRecorded(conduct, event, { state, specification }, initial);
      if (!stepInPlace(state, event)) throw new Error(`the record was refused on ${event.on}: ${event.type}`);
    }
  }
  remembered.set(specification, conduct);
  return conduct;
}

/** The use that acts of a family make of a statute, by the prefix of their types. */
const USE_BY_FAMILY: Readonly<Record<string, Instrument>> = {
  tariff: USE_OF.tariff,
  exclusion: USE_OF.tariff,
  control: USE_OF.control,
  licence: USE_OF.control,
  'port-fee': USE_OF.portFee,
  listing: USE_OF.listing,
  probe: 'probe',
  'blocking-order': 'blocking-order',
};

/** Whether an act stands on a use of a statute that a scenario does without: then it was never done. */
function isDoneWithout(event: Event, state: State, initial: State): boolean {
  const named = 'authority' in event ? event.authority : undefined;
  const id = named ?? ('id' in event ? findMeasure(state, event.id)?.authority : undefined);
  const authority = id === undefined ? undefined : initial.authorities[id];
  const use = USE_BY_FAMILY[event.type.slice(0, event.type.indexOf('.'))];
  return authority !== undefined && use !== undefined && hasFallen(authority, use);
}

function noteRecorded(conduct: Conduct, event: Event, about: About, initial: State): void {
  const day = toDayNumber(event.on);
  if (event.type === 'market.move') noteFall(conduct, event, day);
  if (isDoneWithout(event, about.state, initial)) return;
  const signal = actionTypeOf(event.type)?.signal ?? null;
  const before = 'id' in event ? findMeasure(about.state, event.id) : undefined;
  const word = signal === null ? null : wordOf(event, before, signal);
  if (word !== null) conduct.words.push({ day, ...word });
  const noted = look(event, about);
  if (noted === null) return;
  const paid = 'traded' in event && event.traded;
  note(conduct, noted, day, paid);
}

const LN10 = /* @__PURE__ */ (() => log(10))();

/** Firms counted in decades, log10(1 + firms). */
const decades = (entities: number): number => log(1 + entities) / LN10;

/** Months of the market that make a normal year of purchases. */
const MONTHS = 12;

/** How much a deed weighs by itself, 0 to 1. */
export function weightOf({ scale, amount, part }: Deed, p: Parameters): number {
  const { levers } = p;
  const of = part === 'whole' ? 1 : part === 'threat' ? levers.threatPart : levers.putOffPart;
  return of * wholeWeight(scale, amount, p);
}

function wholeWeight(scale: Deed['scale'], amount: number, p: Parameters): number {
  const { levers } = p;
  switch (scale) {
    case 'duty':
      return intensity(amount, levers.dutyScalePp);
    case 'control':
      return intensity(amount, levers.controlScale);
    case 'listing':
      return intensity(decades(amount), levers.listingScale);
    case 'naming':
      return levers.namingPart * intensity(decades(amount), levers.listingScale);
    case 'licence':
      return intensity(amount, levers.licenceScale);
    case 'purchase':
      return intensity(amount / (MONTHS * p.soybeans.monthlyMarketMmt), levers.purchaseScale);
    case 'purchase-share':
      return intensity(amount, levers.purchaseScale);
    case 'undertaking':
      return intensity(amount, levers.undertakingScale);
    case 'other-undertaking':
      return intensity(amount * levers.otherUndertaking, levers.undertakingScale);
    case 'plain':
      return levers.plainIntensity;
    case 'leader-words':
      return levers.leaderWords;
    case 'other-words':
      return levers.otherWords;
    case 'own':
      return amount;
  }
}

/** What unpaid acts come to on a day. */
export interface Standing {
  /** Joint intensity of coercive and of cooperative acts of the last days, by both sides, 0 to 1. */
  readonly blows: number;
  readonly gestures: number;
  /** Goodwill that each side has received: the faded sum of the other's signed intensities. */
  readonly goodwill: Readonly<Record<PartyId, number>>;
}

/** The weightiest of deeds about one thing: faded, and of the last days alone without fading. */
interface Weights {
  faded: number;
  recent: number;
}

function weigh(into: Weights, deeds: readonly DatedDeed[], day: number, p: Parameters): void {
  const { recentDays, goodwillHalfLifeDays } = p.levers;
  for (const deed of deeds) {
    const age = day - deed.day;
    const isRecent = age <= recentDays;
    // Words are forgotten with the week.
    if (deed.subject === 'words' && !isRecent) continue;
    const weight = weightOf(deed, p);
    const faded = weight * retained(age, goodwillHalfLifeDays);
    if (faded > into.faded) into.faded = faded;
    if (isRecent && weight > into.recent) into.recent = weight;
  }
}

/** What the acts of the record and those since come to on a day, counted from the year 1970. */
export function standingOn(record: Conduct, since: Conduct, day: number, p: Parameters): Standing {
  let noBlow = 1;
  let noGesture = 1;
  const goodwill = { US: 0, CN: 0 };
  const weights: Weights = { faded: 0, recent: 0 };
  const count = (group: Group, also: Group | undefined) => {
    weights.faded = 0;
    weights.recent = 0;
    weigh(weights, group.deeds, day, p);
    if (also !== undefined) weigh(weights, also.deeds, day, p);
    const { sign } = group.deeds[0]!;
    goodwill[receiverOf(group.deeds[0]!)] += sign * weights.faded;
    if (sign < 0) noBlow *= 1 - weights.recent;
    else noGesture *= 1 - weights.recent;
  };
  for (const group of record.groups.values()) count(group, since.groups.get(group.key));
  for (const group of since.groups.values()) if (!record.groups.has(group.key)) count(group, undefined);
  return { blows: 1 - noBlow, gestures: 1 - noGesture, goodwill };
}

/** By how much equities are still down on a day by falls that were told, per cent; yields count as equities. */
export function fallOn(record: Conduct, since: Conduct, day: number, p: Parameters): number {
  let sum = 0;
  for (const { falls } of [record, since]) {
    for (const { day: on, equityPct, yieldBp } of falls) {
      const points = Math.max(0, -equityPct) + Math.max(0, yieldBp) / p.levers.yieldPerPointBp;
      if (points > 0) sum += points * retained(day - on, p.markets.drawdownHalfLifeDays);
    }
  }
  return sum;
}
