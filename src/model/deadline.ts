/**
 * Deadlines: what an act leaves behind for a later day.
 *
 * Families of actions never call each other. An act that has a consequence on a date writes a deadline, and the
 * engine turns it into an ordinary logged event of the calendar when the day comes.
 */
import type { Writable } from '../kit/writable';
import type { MeasureKind } from './measure';

/** A dated consequence that the calendar will carry out. `on` is the day on which the calendar acts. */
export type Deadline =
  | {
      readonly kind: 'entry-into-force';
      readonly on: string;
      readonly subject: string;
      readonly measureKind: MeasureKind;
    }
  | {
      readonly kind: 'threat';
      readonly on: string;
      readonly subject: string;
      readonly measureKind: MeasureKind;
    }
  | {
      readonly kind: 'snapback';
      readonly on: string;
      readonly subject: string;
      readonly measureKind: MeasureKind;
    }
  | {
      readonly kind: 'measure-end';
      readonly on: string;
      readonly subject: string;
      readonly measureKind: MeasureKind;
    }
  | {
      readonly kind: 'change';
      readonly on: string;
      readonly subject: string;
      readonly measure: string;
      readonly measureKind: MeasureKind;
    }
  | { readonly kind: 'truce-expiry'; readonly on: string; readonly subject: string }
  | {
      readonly kind: 'licence-effect';
      readonly on: string;
      readonly subject: string;
      readonly control: string;
    }
  | {
      readonly kind: 'licence-expiry';
      readonly on: string;
      readonly subject: string;
      readonly control: string;
    }
  | { readonly kind: 'exclusion-end'; readonly on: string; readonly subject: string; readonly layer: string }
  | { readonly kind: 'rate-due'; readonly on: string; readonly subject: string; readonly layer: string }
  | { readonly kind: 'purchase-window'; readonly on: string; readonly subject: string }
  | { readonly kind: 'undertaking-due'; readonly on: string; readonly subject: string }
  | { readonly kind: 'blocking-order-end'; readonly on: string; readonly subject: string }
  | { readonly kind: 'relief-end'; readonly on: string; readonly subject: string }
  | { readonly kind: 'pledge-due'; readonly on: string; readonly subject: string }
  | { readonly kind: 'probe-decision'; readonly on: string; readonly subject: string }
  | { readonly kind: 'probe-resumes'; readonly on: string; readonly subject: string };

/** The name of a kind of deadline. */
export type DeadlineKind = Deadline['kind'];

/** The day, and what the calendar will carry out on it and later. */
export interface Calendar {
  /** The day, in both capitals (a simplification: Beijing is half a day ahead). */
  readonly today: string;
  /** In the order of their days; written by `setDeadline` only. */
  readonly deadlines: readonly Deadline[];
}

/** Whether a deadline comes before another: by day, then by subject, then by kind. */
function precedes(a: Deadline, b: Deadline): boolean {
  if (a.on !== b.on) return a.on < b.on;
  return a.subject !== b.subject ? a.subject < b.subject : a.kind < b.kind;
}

/** Deadlines by their subject. */
type BySubject = Map<string, Deadline[]>;

/** The lists that are changed in place, each with its index once it has been asked for. */
const inPlace = /* @__PURE__ */ new WeakMap<readonly Deadline[], { index: BySubject | null }>();

/** A copy of a list for changes in place: it finds a deadline by its subject, which a draft, read through a proxy, does not repay. */
export function deadlinesInPlace(deadlines: readonly Deadline[]): Deadline[] {
  const copy = [...deadlines];
  inPlace.set(copy, { index: null });
  return copy;
}

/** The index of a list that is changed in place; null for any other. */
function indexOf(deadlines: Deadline[]): BySubject | null {
  const known = inPlace.get(deadlines);
  if (known === undefined) return null;
  if (known.index === null) {
    known.index = new Map();
    for (const deadline of deadlines) note(known.index, deadline);
  }
  return known.index;
}

function note(index: BySubject, deadline: Deadline): void {
  const known = index.get(deadline.subject);
  if (known === undefined) index.set(deadline.subject, [deadline]);
  else known.push(deadline);
}

/** How many deadlines of the list come before one. */
function placeOf(deadlines: readonly Deadline[], deadline: Deadline): number {
  let low = 0;
  let high = deadlines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (precedes(deadlines[middle]!, deadline)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the deadline of a kind for a subject stands in the list, or -1. */
function find(deadlines: readonly Deadline[], kind: DeadlineKind, subject: string): number {
  for (let at = 0; at < deadlines.length; at += 1) {
    const deadline = deadlines[at]!;
    if (deadline.subject === subject && deadline.kind === kind) return at;
  }
  return -1;
}

/** Takes a deadline off a list that is changed in place. */
function takeOff(deadlines: Deadline[], gone: Deadline): void {
  const at = placeOf(deadlines, gone);
  // A state that was made by hand may have its list out of order.
  deadlines.splice(deadlines[at] === gone ? at : find(deadlines, gone.kind, gone.subject), 1);
}

/**
 * Sets a deadline; an earlier one of the same kind for the same subject is replaced. The list stays in order of
 * date, then of subject, so that whether anything is due is a look at its head, and states that differ only in the way
 * to them are equal.
 */
export function setDeadline(draft: Writable<Calendar>, deadline: Deadline): void {
  clearDeadline(draft, deadline.kind, deadline.subject);
  const { deadlines } = draft;
  const index = indexOf(deadlines);
  if (index !== null) note(index, deadline);
  deadlines.splice(placeOf(deadlines, deadline), 0, deadline);
}

/** Removes the deadline of one kind for a subject, if there is one. */
export function clearDeadline(draft: Writable<Calendar>, kind: DeadlineKind, subject: string): void {
  const { deadlines } = draft;
  const index = indexOf(deadlines);
  if (index === null) {
    const at = find(deadlines, kind, subject);
    if (at >= 0) deadlines.splice(at, 1);
    return;
  }
  const own = index.get(subject);
  if (own === undefined) return;
  const at = own.findIndex((deadline) => deadline.kind === kind);
  if (at < 0) return;
  const [cleared] = own.splice(at, 1);
  takeOff(deadlines, cleared!);
}

/** Removes all deadlines of a subject. */
export function clearDeadlines(draft: Writable<Calendar>, subject: string): void {
  const { deadlines } = draft;
  const index = indexOf(deadlines);
  if (index === null) {
    for (let at = deadlines.length - 1; at >= 0; at -= 1)
      if (deadlines[at]!.subject === subject) deadlines.splice(at, 1);
    return;
  }
  const own = index.get(subject);
  if (own === undefined) return;
  for (const deadline of own) takeOff(deadlines, deadline);
  index.delete(subject);
}

/**
 * The day on which the calendar must act on a deadline. A threat leaves its author the whole of its last day, so
 * the calendar finds it unexecuted only on the next; everything else happens on its date.
 */
export function actsOn(deadline: Deadline, today: string): boolean {
  return deadline.kind === 'threat' ? deadline.on < today : deadline.on <= today;
}

/** Whether a deadline of this kind for the subject is the calendar's to act on today. */
export function isDue(state: Readonly<Calendar>, kind: DeadlineKind, subject: string): boolean {
  for (const deadline of state.deadlines) {
    if (deadline.on > state.today) return false;
    if (deadline.kind === kind && deadline.subject === subject) return actsOn(deadline, state.today);
  }
  return false;
}

/** Whether anything waits for the calendar today. */
export function anythingDue(state: Readonly<Calendar>): boolean {
  const { deadlines, today } = state;
  for (let at = 0; at < deadlines.length; at += 1) {
    const deadline = deadlines[at]!;
    if (deadline.on > today) return false;
    if (actsOn(deadline, today)) return true;
  }
  return false;
}

/** The earliest date of a deadline, or null where none is set. */
export function earliestDeadline(state: Readonly<Calendar>): string | null {
  return state.deadlines.length === 0 ? null : state.deadlines[0]!.on;
}
