/**
 * Coercion: what presses the other party, now and on days already set, and where it rises.
 *
 * Nobody declares an act coercive. What coerces has a course, its level on each day from today on as it stands ordered:
 * in force, or pending on its day of effect or of return. An act is coercive where a course rises: a new order, a higher
 * rate, licences withheld, a return that is given a day or brought forward. What the calendar does is part of the course, so that neither an entry into force nor a snapback rises; a threat
 * orders nothing, and a longer life at the same level is none. Duties that a statute sets by itself coerce nobody.
 */
import type { PartyId } from './actor';
import type { Authority } from './authority';
import { changed, type Changeable } from './changed';
import { changesOf, each, noteChanges } from './column';
import { freedOn, type ExportControl } from './export-control';
import type { Listing } from './listing';
import { MEASURE_KINDS, type MeasureKind, type MeasureLife } from './measure';
import type { PortFee } from './port-fee';
import type { PurchaseFlow } from './purchase';
import { shareAfter, type TariffLayer } from './tariff';

/** What can coerce, named as its column: a kind of measure, or a halt of purchases. */
export type CoerciveKind = MeasureKind | 'flows';

/** All kinds, in the order in which rises are told. */
export const COERCIVE_KINDS: readonly CoerciveKind[] = [...MEASURE_KINDS, 'flows'];

/** By how much something coerces more than before. */
export interface Rise {
  /** The first day on which its level is higher. */
  readonly from: string;
  /**
   * The most by which its level is higher on any day: of a duty in percentage points of the average (rate times share of
   * trade), of a control in share of the controlled trade, of a listing in firms, of a port fee in its currency a net ton,
   * of a halt 1. Nought where only the rate of a duty on an unknown share of trade rises, and where a control reaches
   * know-how only.
   */
  readonly size: number;
}

/** A coercive act on the record. Where `from` lies after `on` it is pending, else in force at once. */
export interface CoerciveAct extends Rise {
  /** Day of the act that made it rise, `YYYY-MM-DD`. */
  readonly on: string;
  /** The party that presses: the imposer of a measure, the buyer of a halted trade. */
  readonly by: PartyId;
  /** The id of what rose. */
  readonly measure: string;
  /** The column in which what rose stands. */
  readonly kind: CoerciveKind;
}

/** What an item of each kind is. */
interface Items {
  readonly tariff: TariffLayer;
  readonly control: ExportControl;
  readonly portFee: PortFee;
  readonly listing: Listing;
  readonly flows: PurchaseFlow;
}

type Columns<K extends CoerciveKind> = { readonly [P in K]: Readonly<Record<string, Items[P]>> };

/** The columns that coerce, and what tells which of their items do. */
export interface Coercive extends Columns<CoerciveKind> {
  readonly today: string;
  readonly authorities: Readonly<Record<string, Authority>>;
}

/**
 * The level of something from a day on, and what it is later; null where it never applies as it stands ordered. `mark` tells
 * of two levels of one size which is the harder: a duty's rate, else whether it applies.
 */
export interface Step {
  readonly from: string;
  readonly size: number;
  readonly mark: number;
  readonly next: Step | null;
}

/** The level of something on each day from today on; nothing before its first step. */
export type Course = Step | null;

const flat = (from: string, size: number, mark = 1): Step => ({ from, size, mark, next: null });

/** The day from which a measure applies as it stands ordered, or null. */
function appliesFrom({ status, dueOn, suspendedUntil }: MeasureLife, today: string): string | null {
  if (status === 'in-force') return today;
  if (status === 'scheduled') return dueOn;
  return status === 'suspended' ? suspendedUntil : null;
}

/** The course of a control from a day on: its severity, less what licences free while they last. */
function controlCourse(control: ExportControl, from: string): Course {
  const { severity, licences } = control;
  if (licences.length === 0) return flat(from, severity);
  const days = new Set([from]);
  for (const { effectiveOn, until } of licences) {
    if (effectiveOn > from) days.add(effectiveOn);
    if (until !== null && until > from) days.add(until);
  }
  let course: Course = null;
  for (const day of [...days].sort().reverse())
    course = { from: day, size: severity * (1 - freedOn(control, day)), mark: 1, next: course };
  return course;
}

/** The course of a duty from a day on: what was taken out for a time comes back under it. */
function dutyCourse(layer: TariffLayer, from: string): Course {
  const { ratePct, share, exclusions } = layer;
  const mark = ratePct;
  if (exclusions === undefined) return flat(from, ratePct * share, mark);
  const days = new Set([from]);
  for (const { until } of exclusions) if (until !== null && until > from) days.add(until);
  let course: Course = null;
  for (const day of [...days].sort().reverse()) {
    const ended = exclusions.filter(({ until }) => until !== null && until <= day);
    course = { from: day, size: ratePct * shareAfter(layer, ended), mark, next: course };
  }
  return course;
}

/** A course from a day on; nought on that day where it begins later. */
function tailOf(course: Course, day: string): Step {
  let held: Step = { from: day, size: 0, mark: 0, next: course };
  for (let step = course; step !== null && step.from <= day; step = step.next)
    held = { from: day, size: step.size, mark: step.mark, next: step.next };
  return held;
}

/** A course up to a day, and another from then on. */
function spliced(course: Course, later: Course, day: string): Course {
  if (course === null || course.from >= day) return later;
  const { from, size, mark, next } = course;
  const isLast = next === null || next.from >= day;
  return { from, size, mark, next: isLast ? tailOf(later, day) : spliced(next, later, day) };
}

/** The course of a measure on a day by its course as if nothing were pending: what is ordered for a later day is part of it, what waits for its notice is not. */
const withPending =
  <M extends Changeable>(plain: (measure: M, today: string) => Course) =>
  (measure: M, today: string): Course => {
    const { pending } = measure;
    if (pending === undefined || pending.effectiveOn === null) return plain(measure, today);
    const { effectiveOn } = pending;
    return spliced(plain(measure, today), plain(changed(measure, pending), effectiveOn), effectiveOn);
  };

/** The course of each kind of item on a day. */
const COURSE: { readonly [K in CoerciveKind]: (item: Items[K], today: string) => Course } = {
  tariff: withPending((layer, today) => {
    const from = layer.ratePct > 0 ? appliesFrom(layer, today) : null;
    return from === null ? null : dutyCourse(layer, from);
  }),
  control: withPending((control, today) => {
    const from = appliesFrom(control, today);
    return from === null ? null : controlCourse(control, from);
  }),
  portFee: withPending((fee, today) => {
    const from = appliesFrom(fee, today);
    return from === null ? null : flat(from, fee.feePerNetTon);
  }),
  listing: withPending((listing, today) => {
    const from = appliesFrom(listing, today);
    return from === null ? null : flat(from, listing.entities);
  }),
  flows: ({ status }, today) => (status === 'halted' ? flat(today, 1) : null),
};

/** What tells the courses of a kind as they were before an act. */
type Before<K extends CoerciveKind> =
  /** Its column notes what is changed. */
  | 'noted'
  /** What it was, of which nothing has been changed: an item that is another one now has changed. */
  | { readonly items: Readonly<Record<string, Items[K]>> }
  | { readonly courses: ReadonlyMap<string, Course> };

/** A look at everything of some kinds that coerces, before an act. */
export type Look = readonly { readonly kind: CoerciveKind; readonly before: Before<CoerciveKind> }[];

function coursesOfKind<K extends CoerciveKind>(
  columns: Columns<K>,
  kind: K,
  today: string,
): ReadonlyMap<string, Course> {
  const items = each<Items[K]>(columns[kind]);
  return new Map(items.map((item) => [item.id, COURSE[kind](item, today)]));
}

/** Looks at everything of the given kinds before an act changes `state` in place. All courses are taken only of what does not note its changes. */
export function look(state: Coercive, kinds: readonly CoerciveKind[]): Look {
  return kinds.map((kind) =>
    noteChanges(state[kind])
      ? { kind, before: 'noted' }
      : { kind, before: { courses: coursesOfKind(state, kind, state.today) } },
  );
}

/** As {@link look}, at a state that stays as it is: the act makes another one. */
export function lookBack(state: Coercive, kinds: readonly CoerciveKind[]): Look {
  return kinds.map((kind) => ({ kind, before: { items: state[kind] } }));
}

/** The step of a course that holds on a day, or null before its first. */
function stepOn(course: Course, day: string): Course {
  let held: Course = null;
  for (let step = course; step !== null && step.from <= day; step = step.next) held = step;
  return held;
}

/** By how much a course rises over another, or null where it is nowhere higher. */
export function rise(before: Course, after: Course): Rise | null {
  let from: string | null = null;
  let size = 0;
  const look = (day: string) => {
    const now = stepOn(after, day);
    if (now === null) return;
    const was = stepOn(before, day);
    const more = now.size - (was?.size ?? 0);
    if (more < 0 || (more === 0 && now.mark <= (was?.mark ?? 0))) return;
    if (from === null || day < from) from = day;
    if (more > size) size = more;
  };
  for (let step = after; step !== null; step = step.next) look(step.from);
  // What was to fall may stand.
  for (let step = before; step !== null; step = step.next) look(step.from);
  return from === null ? null : { from, size };
}

/** Whether two courses are one and the same, as far as a glance tells. */
const alike = (a: Course, b: Course): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.size === b.size &&
    a.mark === b.mark &&
    a.from === b.from &&
    a.next === null &&
    b.next === null);

/** Who presses by something of a kind; null where a statute sets it by itself and leaves nobody anything to decide. */
function presser(state: Coercive, kind: CoerciveKind, id: string): PartyId | null {
  if (kind === 'flows') return state.flows[id]!.buyer;
  const { imposer, authority } = state[kind][id]!;
  return state.authorities[authority]?.instruments.length === 0 ? null : imposer;
}

function levelIn<K extends CoerciveKind>(columns: Columns<K>, kind: K, id: string, today: string): number {
  const column: Readonly<Record<string, Items[K]>> = columns[kind];
  const item = column[id];
  return item === undefined ? 0 : (stepOn(COURSE[kind](item, today), today)?.size ?? 0);
}

/**
 * The level today of something that coerces, in the unit of {@link Rise}; 0 where it does not apply today, where it is not there, and
 * where a statute sets it by itself.
 */
export function levelOf(state: Coercive, kind: CoerciveKind, id: string): number {
  const level = levelIn(state, kind, id, state.today);
  return level > 0 && presser(state, kind, id) !== null ? level : 0;
}

/** Adds the coercive act of today by an item, where its course rises over an earlier one. */
function addAct<K extends CoerciveKind>(
  acts: CoerciveAct[],
  state: Coercive,
  kind: K,
  item: Items[K],
  earlier: Course,
): void {
  const now = COURSE[kind](item, state.today);
  if (alike(earlier, now)) return;
  const risen = rise(earlier, now);
  if (risen === null) return;
  const by = presser(state, kind, item.id);
  if (by !== null)
    acts.push({ on: state.today, by, measure: item.id, kind, from: risen.from, size: risen.size });
}

function addActs<K extends CoerciveKind>(
  acts: CoerciveAct[],
  state: Coercive,
  columns: Columns<K>,
  kind: K,
  before: Before<K>,
): void {
  const column: Readonly<Record<string, Items[K]>> = columns[kind];
  if (before === 'noted') {
    for (const change of changesOf(column)) {
      const earlier = change.before === null ? null : COURSE[kind](change.before, state.today);
      addAct(acts, state, kind, column[change.id]!, earlier);
    }
    return;
  }
  for (const item of each(column)) {
    if ('courses' in before) {
      addAct(acts, state, kind, item, before.courses.get(item.id) ?? null);
      continue;
    }
    const was = before.items[item.id];
    if (was !== item)
      addAct(acts, state, kind, item, was === undefined ? null : COURSE[kind](was, state.today));
  }
}

/** The coercive acts of today: everything whose course has risen since a look. The look is spent. */
export function coerciveActs(since: Look, state: Coercive): readonly CoerciveAct[] {
  const acts: CoerciveAct[] = [];
  for (const { kind, before } of since) addActs(acts, state, state, kind, before);
  return acts;
}
