/**
 * Domains: the values that a field of an event may take now.
 *
 * An action type states its legality once, as rules about its subject and one domain for each remaining field. From
 * that single statement follow the refusal, the template of legal actions, the sampling of a legal event and the
 * nearest legal one, so that the four can never disagree.
 */
import { addDays, dayAfter, daysBetween, isIsoDate } from '../kit/calendar';
import type { Domain, Parts, PartField, Present, Scalar } from './domain-type';
import type { EventFields } from './event-fields';

export type { Domain, PartField, Parts, PartWay, Present, Scalar } from './domain-type';

/** A part that is a value of a domain. */
export const valueOf = (of: Domain): Parts => ({ kind: 'value', of });
/** A field whose value lies in a domain. */
export const fieldAsked = (name: string, label: string | null, of: Domain): PartField => ({
  name,
  label,
  of: valueOf(of),
});

/**
 * A field that may be left out, or has a member of a domain.
 * @param of - Values that the field may have where it is not left out.
 *
 * @example optional(numberFrom(0, 1))
 */
export function optional(of: Present): Domain {
  return { kind: 'optional', of };
}
/** A field that may be left out where the fields before it do not ask for it, or has a member of a domain. */
export function optionalUnless(of: Present, unless: (fields: EventFields) => boolean): Domain {
  return { kind: 'optional', of, unless };
}
/** A field that has to be left out. Frozen, as all that several templates share: whoever writes into one would change the others. */
export const ABSENT: Domain = /* @__PURE__ */ Object.freeze({ kind: 'absent' });
/**
 * One value out of a list.
 * @param values - All values that are allowed: texts, numbers, yes or no, null; with none of them the field can never be filled.
 *
 * @example oneOf('officials', 'leader')
 */
export function oneOf(...values: readonly Scalar[]): Present {
  return { kind: 'one-of', values };
}
/**
 * A number within two bounds.
 * @param min - Least number, itself allowed, in the unit of the field.
 * @param max - Greatest number, itself allowed; below `min` nothing is.
 *
 * @example numberFrom(0, 100)
 */
export function numberFrom(min: number, max: number): Present {
  return { kind: 'number', min, max, above: false, whole: false };
}
/**
 * A whole number within two bounds; bounds that are no whole numbers themselves are drawn in to the nearest that are.
 * @param min - Least number, itself allowed, in the unit of the field.
 * @param max - Greatest number, itself allowed; below `min` nothing is.
 *
 * @example wholeFrom(1, 31)
 */
export function wholeFrom(min: number, max: number): Present {
  return { kind: 'number', min: Math.ceil(min), max: Math.floor(max), above: false, whole: true };
}
/**
 * A number above one bound, up to another.
 * @param min - Bound that a number has to exceed, in the unit of the field.
 * @param max - Greatest number, itself allowed; not above `min`, nothing is.
 *
 * @example numberAbove(0, 100)
 */
export function numberAbove(min: number, max: number): Present {
  return { kind: 'number', min, max, above: true, whole: false };
}
const NO_DAYS: readonly string[] = /* @__PURE__ */ Object.freeze([]);

/** Whether one of some columns has an id. */
function isTaken(columns: readonly Readonly<Record<string, unknown>>[], id: string): boolean {
  for (const column of columns) if (Object.hasOwn(column, id)) return true;
  return false;
}

/**
 * A date within bounds, some days left out.
 * @param from - First day that is allowed, YYYY-MM-DD.
 * @param to - Last day that is allowed, YYYY-MM-DD; null or left out for no last day.
 * @param but - Days within the bounds that are not allowed, YYYY-MM-DD; none where left out.
 *
 * @example dateFrom('2025-10-25', '2025-11-10').kind
 */
export function dateFrom(from: string, to: string | null = null, but: readonly string[] = NO_DAYS): Present {
  const taken = but.filter((day) => day >= from && (to === null || day <= to));
  return { kind: 'date', from, to, nullable: false, but: taken };
}
/**
 * As {@link dateFrom}, or null for an open end.
 * @param from - First day that is allowed, YYYY-MM-DD.
 * @param to - Last day that is allowed, YYYY-MM-DD; null or left out for no last day. An open end is allowed all the same.
 *
 * @example dateOrOpen('2025-10-25').nullable
 */
export function dateOrOpen(from: string, to: string | null = null): Present & { readonly kind: 'date' } {
  return { kind: 'date', from, to, nullable: true, but: NO_DAYS };
}
/** A date domain whose days lie after the day in another field of the same event, where that field holds one. */
export function laterThanField(domain: Domain & { readonly kind: 'date' }, field: string): Present {
  const { kind, from, to, nullable, but } = domain;
  return { kind, from, to, nullable, but, after: field };
}
/**
 * An identifier that is not in use yet: lower-case letters, digits, hyphens and slashes.
 * @param taken - Records whose keys are in use, such as the columns of a state; with none every id is free.
 *
 * @example freshId(start('kuala-lumpur-2025').tariff).kind
 */
export function freshId(...taken: readonly Readonly<Record<string, unknown>>[]): Present {
  return { kind: 'fresh-id', taken, beside: null };
}
/** As {@link freshId}, with one more id that is taken. */
export function freshIdBeside(
  beside: string,
  ...taken: readonly Readonly<Record<string, unknown>>[]
): Present {
  return { kind: 'fresh-id', taken, beside };
}
/** A name that is known, or any other but some that mean something else. */
export function nameOf(known: readonly string[], but: readonly string[]): Present {
  return { kind: 'name', known, but: but.filter((name) => !known.includes(name)) };
}
/** A text of at most 400 characters: a label, or words that somebody said. */
export const TEXT: Present = /* @__PURE__ */ Object.freeze({ kind: 'text', maxLength: 400 });
/**
 * A list without repetition out of the given ids.
 * @param ids - What the list may hold, each of them once at most; the empty list is one of its values.
 *
 * @example subsetOf(['soybeans', 'port-fees']).kind
 */
export function subsetOf(ids: readonly string[]): Present {
  return { kind: 'subset', of: ids };
}
/**
 * A structured value that a predicate admits.
 * @param what - What is admitted, in words that follow "expected" in a refusal.
 * @param admits - Whether a value is admitted; it is asked of whatever is given and must not throw.
 * @param example - A value that is admitted: it stands for all where one is drawn or is nearest.
 * @param parts - How a value is put together, so that a form can ask for it piece by piece; null or left out where nobody need.
 *
 * @example structure('a pair of numbers', (value) => Array.isArray(value) && value.length === 2, [0, 1]).kind
 */
export function structure(
  what: string,
  admits: (value: unknown) => boolean,
  example: unknown,
  parts: (() => Parts) | null = null,
): Present {
  return { kind: 'structure', what, admits, example, fault: null, parts };
}
/** As {@link structure}, of values with which nothing is wrong: `fault` tells in words what is, or null. */
export function sound(
  what: string,
  fault: (value: unknown) => string | null,
  example: unknown,
  parts: () => Parts,
): Present {
  return { kind: 'structure', what, admits: (value) => fault(value) === null, example, fault, parts };
}
/** Values that depend on the event's earlier fields; beside some of them, all of `widest`. */
export function given(widest: Present, by: (fields: EventFields) => Present): Present {
  return { kind: 'given', widest, by };
}

/** Names written like an id to which objects answer; as an id they would read what nobody stored. */
const RESERVED_IDS: readonly string[] = ['constructor', 'prototype'];

/** Whether a text is an id: lower-case letters, digits, hyphens and slashes; a loop is quicker than an expression on short texts. */
function isIdentifier(text: string): boolean {
  const { length } = text;
  if (length < 1 || length > 80) return false;
  for (let at = 0; at < length; at += 1) {
    const c = text.charCodeAt(at);
    const plain = (c >= 97 && c <= 122) || (c >= 48 && c <= 57);
    if (!plain && (at === 0 || (c !== 45 && c !== 47))) return false;
  }
  return true;
}

/** Whether a value lies in a domain. Never throws. */
export function contains(domain: Domain, value: unknown): boolean {
  switch (domain.kind) {
    case 'one-of':
      return domain.values.includes(value as Scalar);
    case 'number':
      return (
        typeof value === 'number' &&
        value <= domain.max &&
        (!domain.whole || Number.isInteger(value)) &&
        (domain.above ? value > domain.min : value >= domain.min)
      );
    case 'date':
      if (value === null) return domain.nullable;
      return (
        typeof value === 'string' &&
        value >= domain.from &&
        (domain.to === null || value <= domain.to) &&
        !domain.but.includes(value) &&
        isIsoDate(value)
      );
    case 'fresh-id':
      return (
        typeof value === 'string' &&
        isIdentifier(value) &&
        !RESERVED_IDS.includes(value) &&
        value !== domain.beside &&
        !isTaken(domain.taken, value)
      );
    case 'name':
      return (
        typeof value === 'string' &&
        isIdentifier(value) &&
        !RESERVED_IDS.includes(value) &&
        !domain.but.includes(value)
      );
    case 'text':
      return typeof value === 'string' && value.length <= domain.maxLength;
    case 'subset':
      return (
        Array.isArray(value) &&
        (value.length === 0 || new Set(value).size === value.length) &&
        value.every((id: unknown) => domain.of.includes(id as string))
      );
    case 'structure':
      return domain.admits(value);
    case 'optional':
      return value === undefined || contains(domain.of, value);
    case 'absent':
      return value === undefined;
    case 'given':
      return contains(domain.widest, value);
  }
}

/** A domain as the other fields of an event leave it: of a day that must be later than another, what is later; of values that depend on them, those. */
export function resolved(domain: Domain, fields: EventFields): Domain {
  if (domain.kind === 'optional') {
    const of = presentAs(domain.of, fields);
    return domain.unless?.(fields) === true ? of : optional(of);
  }
  return domain.kind === 'absent' ? domain : presentAs(domain, fields);
}

function presentAs(domain: Present, fields: EventFields): Present {
  if (domain.kind === 'given') return presentAs(domain.by(fields), fields);
  if (domain.kind !== 'date' || domain.after === undefined) return domain;
  const other = fields[domain.after];
  if (typeof other !== 'string' || !isIsoDate(other) || other < domain.from) return domain;
  return { ...domain, from: dayAfter(other) };
}

/** Whether the value that an event has in a field lies in the field's domain. Never throws. */
export function admits(domain: Domain, fields: EventFields, name: string): boolean {
  const { kind } = domain;
  const depends = kind === 'date' || kind === 'optional' || kind === 'given';
  const exact = depends ? resolved(domain, fields) : domain;
  return contains(exact, fields[name]);
}

/** Whether a domain has no value at all, so that no legal event of its type exists. */
export function isEmpty(domain: Domain): boolean {
  if (domain.kind === 'one-of') return domain.values.length === 0;
  if (domain.kind === 'number') return domain.above ? domain.min >= domain.max : domain.min > domain.max;
  if (domain.kind === 'date') return !domain.nullable && freeDay(domain, domain.from) === null;
  return domain.kind === 'given' && isEmpty(domain.widest);
}

/** The first free day of a range from a day of it on, else the last before it; null where every day is taken. */
function freeDay({ from, to, but }: Domain & { readonly kind: 'date' }, day: string): string | null {
  if (to !== null && from > to) return null;
  let free = day;
  while (but.includes(free)) free = addDays(free, 1);
  if (to === null || free <= to) return free;
  for (free = day; but.includes(free);) free = addDays(free, -1);
  return free >= from ? free : null;
}

/** How far ahead a sampled date may lie where a domain leaves the end open, in days. */
const OPEN_DATE_SPAN_DAYS = 365;

/**
 * A member of a domain at position `u` in [0, 1); of a structure, its one example; undefined where the field is left out. The
 * domain must not be empty.
 */
export function memberAt(domain: Domain, u: number): unknown {
  switch (domain.kind) {
    case 'one-of':
      return domain.values[Math.floor(u * domain.values.length)];
    case 'number': {
      const span = domain.max - domain.min;
      const grid = domain.whole ? 1 : 100;
      // Adding 0 turns -0, which JSON cannot carry, into 0.
      const value = Math.round((domain.min + (domain.above ? 1 - u : u) * span) * grid) / grid + 0;
      return contains(domain, value) ? value : domain.max;
    }
    case 'date': {
      if (domain.nullable && (u < 0.2 || (domain.to !== null && domain.from > domain.to))) return null;
      const span = domain.to === null ? OPEN_DATE_SPAN_DAYS : daysBetween(domain.from, domain.to) + 1;
      return freeDay(domain, addDays(domain.from, Math.min(span - 1, Math.floor(u * span))));
    }
    case 'fresh-id': {
      for (let n = 1; ; n += 1) {
        const id = `new/${Math.floor(u * 1000)}-${n}`;
        if (id !== domain.beside && !isTaken(domain.taken, id)) return id;
      }
    }
    case 'name':
      for (let n = domain.known.length === 0 || u >= 0.9 ? 1 : 0; n > 0; n += 1) {
        const name = `list-${Math.floor(u * 1000)}-${n}`;
        if (!domain.but.includes(name)) return name;
      }
      return domain.known[Math.floor((u / 0.9) * domain.known.length)];
    case 'text':
      return 'unnamed';
    case 'subset':
      return domain.of.filter((_, index) => (u * (index + 3)) % 1 < 0.5);
    case 'structure':
      return domain.example;
    case 'optional':
      return u < 0.5 || isEmpty(domain.of) ? undefined : memberAt(domain.of, 2 * u - 1);
    case 'absent':
      return undefined;
    case 'given':
      return memberAt(domain.widest, u);
  }
}

/** The member of a domain nearest to a value; undefined where there is none to name, or where the field is left out. */
export function nearestMember(domain: Domain, value: unknown): unknown {
  if (contains(domain, value)) return value;
  if (isEmpty(domain)) return undefined;
  if (domain.kind === 'optional') return nearestMember(domain.of, value);
  if (domain.kind === 'given') return nearestMember(domain.widest, value);
  if (domain.kind === 'number' && typeof value === 'number' && !Number.isNaN(value)) {
    if (value > domain.max) return domain.max;
    if (domain.whole && value > domain.min) return Math.floor(value);
    return domain.above ? Math.min(domain.max, domain.min + (domain.max - domain.min) / 10) : domain.min;
  }
  if (domain.kind === 'date' && typeof value === 'string' && isIsoDate(value)) {
    if (domain.to !== null && value > domain.to) return freeDay(domain, domain.to);
    return freeDay(domain, value < domain.from ? domain.from : value);
  }
  if (domain.kind === 'text' && typeof value === 'string') return value.slice(0, domain.maxLength);
  if (domain.kind === 'subset' && Array.isArray(value)) {
    return [...new Set<unknown>(value)].filter((id) => domain.of.includes(id as string));
  }
  return memberAt(domain, 0);
}

/** A domain in words, for refusals: what is allowed. */
export function describeDomain(domain: Domain): string {
  if (isEmpty(domain)) return 'nothing';
  switch (domain.kind) {
    case 'one-of':
      return domain.values.map(String).join(', ');
    case 'number':
      return `${domain.whole ? 'a whole number ' : ''}${domain.above ? 'above' : 'from'} ${domain.min} to ${domain.max}`;
    case 'date':
      if (domain.nullable && freeDay(domain, domain.from) === null) return 'null';
      return `${domain.to === null ? `from ${domain.from}` : `${domain.from} to ${domain.to}`}${domain.but.length === 0 ? '' : ` but for ${domain.but.join(', ')}`}${domain.after === undefined ? '' : `, later than "${domain.after}"`}${domain.nullable ? ' or null' : ''}`;
    case 'fresh-id':
      return 'an id not in use, of lower-case letters, digits, hyphens and slashes';
    case 'name':
      return `${domain.known.map((name) => `${name}, `).join('')}${domain.known.length === 0 ? 'a name' : 'or another name'} of lower-case letters, digits, hyphens and slashes${domain.but.length === 0 ? '' : `, but none of ${domain.but.join(', ')}`}`;
    case 'text':
      return `a text of at most ${domain.maxLength} characters`;
    case 'subset':
      return `a list out of ${domain.of.join(', ') || 'nothing'}`;
    case 'structure':
      return domain.what;
    case 'optional':
      return `${describeDomain(domain.of)}, or left out`;
    case 'absent':
      return 'nothing: it is left out';
    case 'given':
      return describeDomain(domain.widest);
  }
}
