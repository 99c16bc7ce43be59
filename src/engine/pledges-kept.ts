/**
 * Which pledges an act keeps: those that are open and whose promised act it is, by every field that was promised.
 *
 * An agreement may hold hundreds of pledges that differ in a text alone. Where a state is changed in place they are
 * therefore found by what they promise, not looked through.
 */
import type { EventBase } from '../actions/index';
import type { Pledge, PromisedAct } from '../model/agreement';
import { each, indexOf, isEmpty, type ColumnIndex } from '../model/column';
import { MEASURE_KINDS, measureAction } from '../model/measure';
import type { State } from '../model/state';
import { fieldsOf } from '../actions/event-fields';

function sameValue(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => sameValue(item, b[index]));
  return a === b;
}

/** Whether an event is the promised act: same type, actor and fields; the day is the promisor's to choose. */
function isPromised(act: PromisedAct, event: EventBase): boolean {
  const done = fieldsOf(event);
  for (const key in act) {
    if (!sameValue(act[key], done[key])) return false;
  }
  return true;
}

/** A key of a value: the same for values that are the same; lists that differ may share one. */
function keyOf(value: unknown): unknown {
  return Array.isArray(value) ? value.map(keyOf).join() : value;
}

/** Pledges that are looked at one by one sooner than told apart. */
const FEW = 8;

/** The field by whose values some pledges are best told apart, of those not used yet; undefined where none is left. */
function mostTelling(pledges: readonly Pledge[], used: readonly string[]): string | undefined {
  const values = new Map<string, Set<unknown>>();
  for (const { act } of pledges) {
    for (const field in act) {
      if (used.includes(field)) continue;
      let known = values.get(field);
      if (known === undefined) values.set(field, (known = new Set()));
      known.add(keyOf(act[field]));
    }
  }
  let best: string | undefined;
  let most = 0;
  for (const [field, { size }] of values) if (size > most) [best, most] = [field, size];
  return best;
}

/** Pledges told apart by what their acts say in one field. */
class ByField {
  private readonly byValue = new Map<unknown, Promised>();
  /** Those whose acts do not name it. */
  private without: Promised | null = null;

  /** `used` are the fields in which they are alike. */
  constructor(
    private readonly field: string,
    private readonly used: readonly string[],
  ) {}

  add(pledge: Pledge): void {
    const { field, used, byValue } = this;
    if (!Object.hasOwn(pledge.act, field)) {
      (this.without ??= new Promised([...used, field])).add(pledge);
      return;
    }
    const value = keyOf(pledge.act[field]);
    let known = byValue.get(value);
    if (known === undefined) byValue.set(value, (known = new Promised([...used, field])));
    known.add(pledge);
  }

  take(pledges: State['pledges'], event: EventBase, ids: string[]): void {
    this.byValue.get(keyOf(fieldsOf(event)[this.field]))?.take(pledges, event, ids);
    this.without?.take(pledges, event, ids);
  }
}

/** Pledges whose acts are alike in the fields used: a few in a list, more told apart by one more field. */
class Promised {
  private few: Pledge[] = [];
  private many: ByField | null = null;
  private limit = FEW;

  constructor(private readonly used: readonly string[]) {}

  add(pledge: Pledge): void {
    if (this.many !== null) {
      this.many.add(pledge);
      return;
    }
    this.few.push(pledge);
    if (this.few.length <= this.limit) return;
    const field = mostTelling(this.few, this.used);
    if (field === undefined) {
      // They promise the very same, and one act keeps them all. Another may still come that promises more.
      this.limit *= 2;
      return;
    }
    this.many = new ByField(field, this.used);
    for (const one of this.few) this.many.add(one);
    this.few = [];
  }

  take(pledges: State['pledges'], event: EventBase, ids: string[]): void {
    if (this.many !== null) this.many.take(pledges, event, ids);
    else if (this.few.length > 0) this.few = addKept(pledges, this.few, event, ids);
  }
}

/** The pledges of a column by what they promise. Their status may be an earlier one. */
class ByPromise implements ColumnIndex<Pledge> {
  // Most acts are of a type that nobody promised.
  private readonly byType = new ByField('type', []);

  add(pledge: Pledge): void {
    this.byType.add(pledge);
  }

  /** Adds the ids of the open pledges that an event keeps, and forgets these. */
  take(pledges: State['pledges'], event: EventBase, ids: string[]): void {
    this.byType.take(pledges, event, ids);
  }
}

/** Whether an act is done by the day of a pledge: one that holds from a later day was to hold by then. */
const isInTime = (event: EventBase, { act, dueOn }: Pledge): boolean => {
  const { from } = fieldsOf(event);
  return typeof from !== 'string' || from <= dueOn || Object.hasOwn(act, 'from');
};

/** Adds the ids of the open pledges that an event keeps; returns the other open ones. */
function addKept(
  pledges: State['pledges'],
  candidates: readonly Pledge[],
  event: EventBase,
  ids: string[],
): Pledge[] {
  const others: Pledge[] = [];
  for (const pledge of candidates) {
    if (pledges[pledge.id]!.status !== 'open') continue;
    if (isPromised(pledge.act, event) && isInTime(event, pledge)) ids.push(pledge.id);
    else others.push(pledge);
  }
  return others;
}

const NONE: readonly never[] = [];

/**
 * An act as the law takes it: what is announced with its notice pending is none yet, and the notice orders what was announced.
 */
function asOrdered(state: State, event: EventBase): EventBase | null {
  const { from, id } = fieldsOf(event);
  if (from === null) return null;
  if (typeof id !== 'string' || !event.type.endsWith('.give-notice')) return event;
  const kind = MEASURE_KINDS.find((one) => event.type === measureAction(one, 'give-notice'));
  const pending = kind === undefined ? undefined : state[kind][id]?.pending;
  if (kind === undefined || pending === undefined) return event;
  const { type, actor, on } = event;
  const { verb, announcedOn: _announced, effectiveOn: _effective, ...terms } = pending;
  const ordered = { type: type.replace('give-notice', verb), actor, on, id, from, ...terms };
  return ordered;
}

/** Ids of the open pledges that an event keeps. The event has to follow: in place they are not found a second time. */
export function keptBy(state: State, done: EventBase): readonly string[] {
  const { pledges } = state;
  if (isEmpty(pledges) || done.actor === 'calendar') return NONE;
  const event = asOrdered(state, done);
  if (event === null) return NONE;
  const ids: string[] = [];
  const index = indexOf(pledges, ByPromise);
  if (index === undefined) addKept(pledges, each(pledges), event, ids);
  else index.take(pledges, event, ids);
  return ids;
}
