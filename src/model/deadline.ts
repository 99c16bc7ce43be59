/**
 * Deadlines: what an act leaves behind for a later day.
 *
 * Families of actions never call each other. An act that has a consequence on a date writes a deadline, and the
 * engine turns it into an ordinary logged event of the calendar when the day comes.
 */
import type { Writable } from '../kit/writable';
import type { MeasureKind } from './measure';

/** A dated consequence that the calendar will carry out on its day `on`, for a threat on the day after it. */
export type Deadline =
  | {
      /** An order takes effect. */
      readonly kind: 'entry-into-force';
      /** Day of effect, `YYYY-MM-DD`. */
      readonly on: string;
      /** Id of the measure that was ordered. */
      readonly subject: string;
      /** Kind of the measure: the column in which it stands. */
      readonly measureKind: MeasureKind;
    }
  | {
      /** A threat lapses unless it is carried out. */
      readonly kind: 'threat';
      /** Last day for carrying it out, `YYYY-MM-DD`; the calendar acts on the day after. */
      readonly on: string;
      /** Id of the measure that is threatened. */
      readonly subject: string;
      /** Kind of the measure: the column in which it stands. */
      readonly measureKind: MeasureKind;
    }
  | {
      /** A suspension ends and the measure is in force again. */
      readonly kind: 'snapback';
      /** First day no longer suspended, `YYYY-MM-DD`. */
      readonly on: string;
      /** Id of the suspended measure. */
      readonly subject: string;
      /** Kind of the measure: the column in which it stands. */
      readonly measureKind: MeasureKind;
    }
  | {
      /** A measure lapses at the end of the longest life that its statute allows. */
      readonly kind: 'measure-end';
      /** First day after that life, `YYYY-MM-DD`. */
      readonly on: string;
      /** Id of the measure. */
      readonly subject: string;
      /** Kind of the measure: the column in which it stands. */
      readonly measureKind: MeasureKind;
    }
  | {
      /** A change that was ordered for a later day holds. */
      readonly kind: 'change';
      /** First day on which it holds, `YYYY-MM-DD`. */
      readonly on: string;
      /** Id of the measure with `#change` behind it. */
      readonly subject: string;
      /** Id of the measure that is changed. */
      readonly measure: string;
      /** Kind of the measure: the column in which it stands. */
      readonly measureKind: MeasureKind;
    }
  | {
      /** The text of the truce lapses. */
      readonly kind: 'truce-expiry';
      /** First day no longer covered, `YYYY-MM-DD`. */
      readonly on: string;
      /** Id of the truce. */
      readonly subject: string;
    }
  | {
      /** Licensed goods can move. */
      readonly kind: 'licence-effect';
      /** First day on which they move, `YYYY-MM-DD`. */
      readonly on: string;
      /** Control and licence, `control#licence`. */
      readonly subject: string;
      /** Id of the control under which it was granted. */
      readonly control: string;
    }
  | {
      /** A licence runs out. */
      readonly kind: 'licence-expiry';
      /** First day no longer licensed, `YYYY-MM-DD`. */
      readonly on: string;
      /** Control and licence, `control#licence`. */
      readonly subject: string;
      /** Id of the control under which it was granted. */
      readonly control: string;
    }
  | {
      /** Goods come under their duty again. */
      readonly kind: 'exclusion-end';
      /** First day no longer excluded, `YYYY-MM-DD`. */
      readonly on: string;
      /** Duty and exclusion, `layer#exclusion`. */
      readonly subject: string;
      /** Id of the duty. */
      readonly layer: string;
    }
  | {
      /** A rate that was left open is set no more. */
      readonly kind: 'rate-due';
      /** Day after the last one for setting it, `YYYY-MM-DD`. */
      readonly on: string;
      /** Id of the duty with `#rate` behind it. */
      readonly subject: string;
      /** Id of the duty. */
      readonly layer: string;
    }
  | {
      /** The window of a promise to buy closes and is settled. */
      readonly kind: 'purchase-window';
      /** First day after the window, `YYYY-MM-DD`. */
      readonly on: string;
      /** Id of the commitment. */
      readonly subject: string;
    }
  | {
      /** An undertaking is open to judgement. */
      readonly kind: 'undertaking-due';
      /** First day on which it can be judged, `YYYY-MM-DD`. */
      readonly on: string;
      /** Id of the undertaking. */
      readonly subject: string;
    }
  | {
      /** A blocking order lapses. */
      readonly kind: 'blocking-order-end';
      /** First day on which it no longer holds, `YYYY-MM-DD`. */
      readonly on: string;
      /** Id of the order. */
      readonly subject: string;
    }
  | {
      /** Payments at home are over. */
      readonly kind: 'relief-end';
      /** First day after those whose losses are paid, `YYYY-MM-DD`. */
      readonly on: string;
      /** Id of the relief. */
      readonly subject: string;
    }
  | {
      /** A pledge that is still open defaults. */
      readonly kind: 'pledge-due';
      /** Day after the last one for its act, `YYYY-MM-DD`. */
      readonly on: string;
      /** Id of the pledge. */
      readonly subject: string;
    }
  | {
      /** An investigation lapses without a decision. */
      readonly kind: 'probe-decision';
      /** Day by which the statute asks for one, `YYYY-MM-DD`. */
      readonly on: string;
      /** Id of the probe. */
      readonly subject: string;
    }
  | {
      /** A suspended investigation goes on. */
      readonly kind: 'probe-resumes';
      /** Day on which it is resumed, `YYYY-MM-DD`. */
      readonly on: string;
      /** Id of the probe. */
      readonly subject: string;
    };

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
