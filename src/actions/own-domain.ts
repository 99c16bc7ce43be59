/**
 * Domains of a caller's own: the constructors of `domain.ts` with their arguments checked, for the entry `detente/own`,
 * and the check of a domain that code of one's own answers.
 *
 * The library's own rows make domains many times a day of an episode and are tested; a stranger's are neither.
 */
import { askOwn } from '../kit/ask-own';
import {
  checkDay,
  checkFunction,
  checkKnown,
  checkList,
  checkNumber,
  checkObject,
  checkText,
  checkWhole,
  checkYesNo,
  isObject,
  readOff,
} from '../kit/checks';
import { deepFrozen } from '../kit/frozen';
import { InputError } from '../kit/input-error';
import { jsonComplaint, readJson } from '../kit/json';
import * as domain from './domain';
import type { Domain, Parts, Present, Scalar } from './domain-type';
import type { EventFields } from './event-fields';

/** Longest text that a domain may hold, in UTF-16 units. */
const LONGEST_TEXT = { least: 0, most: 2_000 };
/** Deepest nesting of domains in one another: one that holds itself has no end. */
const DEEPEST = 8;

const FINITE = Number.MAX_VALUE;

/** Domains that are known to be sound and are frozen, so that none is looked at twice. */
const sound = /* @__PURE__ */ new WeakSet<object>();

function settled<D extends Domain>(made: D): D {
  sound.add(made);
  return Object.freeze(made);
}

const checkBound = (path: string, value: unknown): number => checkNumber(path, value, -FINITE, FINITE);

/** A list of the caller's as a frozen copy, each item checked. */
function copied<T>(path: string, value: unknown, what: string, check: (at: string, item: unknown) => T) {
  return readOff(path, value, () =>
    Object.freeze(checkList(path, value, what).map((item, at) => check(`${path}.${at}`, item))),
  );
}

const textsOf = (path: string, value: unknown) =>
  copied(path, value, 'texts', (at, item) => checkText(at, item, LONGEST_TEXT));
const daysOf = (path: string, value: unknown) => copied(path, value, 'days', checkDay);
const dayOrNull = (path: string, value: unknown) => (value === null ? null : checkDay(path, value));
const textOrNull = (path: string, value: unknown) =>
  value === null ? null : checkText(path, value, LONGEST_TEXT);

function checkScalar(path: string, value: unknown): Scalar {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  const allowed = 'a text, a finite number, true, false or null';
  throw new InputError({ code: 'own/domain', path, given: value, allowed });
}

/** A record whose keys are in use. It is the caller's and may grow: it is neither copied nor frozen. */
function checkTaken(path: string, value: unknown): Readonly<Record<string, unknown>> {
  const record = checkObject(path, value, 'an object whose keys are in use');
  readOff(path, value, () => Object.hasOwn(record, ''));
  return record;
}

/** A value of plain JSON as a frozen copy. */
function plain(path: string, value: unknown): unknown {
  const read = readOff(path, value, () => readJson(value));
  if (read.ok) return deepFrozen(read.value);
  const [fault] = read.faults;
  const nothing = { path: [], given: value, allowed: 'plain JSON' };
  throw new InputError(jsonComplaint(path, fault ?? nothing));
}

/** A function of the caller's that answers yes or no. */
function asked<A extends readonly unknown[]>(path: string, value: unknown): (...given: A) => boolean {
  checkFunction(path, value, 'answers true or false');
  const ask = value as (...given: A) => unknown;
  return (...given) =>
    checkYesNo(
      path,
      askOwn(path, () => ask(...given)),
    );
}

/** A function of the caller's that tells what is wrong with a value; null where there is none. */
function faultOf(path: string, value: unknown): ((of: unknown) => string | null) | null {
  if (value === null) return null;
  checkFunction(path, value, 'tells in words what is wrong with a value, or null');
  const ask = value as (of: unknown) => unknown;
  return (of) =>
    textOrNull(
      path,
      askOwn(path, () => ask(of)),
    );
}

function partsOf(path: string, value: unknown): (() => Parts) | null {
  if (value === null) return null;
  checkFunction(path, value, 'tells how a value is put together');
  return () => askOwn(path, value as () => Parts);
}

/** How a domain of each kind is read: its fields one by one, each checked. */
const READERS: {
  readonly [Kind in Domain['kind']]: (
    path: string,
    given: Readonly<Record<string, unknown>>,
    depth: number,
  ) => Domain & { readonly kind: Kind };
} = {
  'one-of': (path, { values }) => ({
    kind: 'one-of',
    values: copied(`${path}.values`, values, 'texts, numbers, true, false or null', checkScalar),
  }),
  number: (path, { min, max, above, whole }) => ({
    kind: 'number',
    min: checkBound(`${path}.min`, min),
    max: checkBound(`${path}.max`, max),
    above: checkYesNo(`${path}.above`, above),
    whole: checkYesNo(`${path}.whole`, whole),
  }),
  date: (path, { from, to, nullable, but, after }) => {
    const read = {
      kind: 'date',
      from: checkDay(`${path}.from`, from),
      to: dayOrNull(`${path}.to`, to),
      nullable: checkYesNo(`${path}.nullable`, nullable),
      but: daysOf(`${path}.but`, but),
    } as const;
    if (after === undefined) return read;
    return Object.assign(read, { after: checkText(`${path}.after`, after, LONGEST_TEXT) });
  },
  'fresh-id': (path, { taken, beside }) => ({
    kind: 'fresh-id',
    taken: copied(`${path}.taken`, taken, 'objects whose keys are in use', checkTaken),
    beside: textOrNull(`${path}.beside`, beside),
  }),
  name: (path, { known, but }) => ({
    kind: 'name',
    known: textsOf(`${path}.known`, known),
    but: textsOf(`${path}.but`, but),
  }),
  text: (path, { maxLength }) => ({
    kind: 'text',
    maxLength: checkWhole(`${path}.maxLength`, maxLength, { least: 0, most: Number.MAX_SAFE_INTEGER }),
  }),
  subset: (path, { of }) => ({ kind: 'subset', of: textsOf(`${path}.of`, of) }),
  optional: (path, { of, unless }, depth) => {
    const read = { kind: 'optional', of: presentAt(`${path}.of`, of, depth + 1) } as const;
    if (unless === undefined) return read;
    return Object.assign(read, { unless: asked<[EventFields]>(`${path}.unless`, unless) });
  },
  absent: () => ({ kind: 'absent' }),
  structure: (path, { what, admits, example, fault, parts }) => ({
    kind: 'structure',
    what: checkText(`${path}.what`, what, LONGEST_TEXT),
    admits: asked<[unknown]>(`${path}.admits`, admits),
    example: plain(`${path}.example`, example),
    fault: faultOf(`${path}.fault`, fault),
    parts: partsOf(`${path}.parts`, parts),
  }),
  given: (path, { widest, by }, depth) => {
    checkFunction(`${path}.by`, by, 'answers the domain beside the fields before it');
    const ask = by as (fields: EventFields) => unknown;
    return {
      kind: 'given',
      widest: presentAt(`${path}.widest`, widest, depth + 1),
      by: (fields) =>
        presentAt(
          `${path}.by`,
          askOwn(`${path}.by`, () => ask(fields)),
          depth + 1,
        ),
    };
  },
};

const KINDS = /* @__PURE__ */ Object.keys(READERS) as readonly Domain['kind'][];
const A_DOMAIN = 'a domain, as the constructors of detente/own make them';

function domainAt(path: string, value: unknown, depth: number): Domain {
  if (isObject(value) && sound.has(value)) return value as unknown as Domain;
  const allowed = depth > DEEPEST ? `${A_DOMAIN}, no more than ${DEEPEST} in one another` : A_DOMAIN;
  if (!isObject(value) || depth > DEEPEST)
    throw new InputError({ code: 'own/domain', path, given: value, allowed });
  return readOff(path, value, () =>
    settled(READERS[checkKnown(`${path}.kind`, value['kind'], KINDS)](path, value, depth)),
  );
}

function presentAt(path: string, value: unknown, depth: number): Present {
  const read = domainAt(path, value, depth);
  if (read.kind !== 'optional' && read.kind !== 'absent') return read;
  const allowed = 'a domain of a field that is there: neither left out nor perhaps left out';
  throw new InputError({ code: 'own/domain', path, given: value, allowed });
}

/** A domain that code of the caller's answered, as a frozen copy of itself. Throws an InputError for what is none. */
export const checkDomain = (path: string, value: unknown): Domain => domainAt(path, value, 0);

/**
 * A field that may be left out, or has a member of a domain.
 * @param of - Values that the field may have where it is not left out.
 *
 * @example optional(numberFrom(0, 1))
 */
export function optional(of: Present): Domain {
  return settled(domain.optional(presentAt('of', of, 1)));
}
/**
 * One value out of a list.
 * @param values - All values that are allowed: texts, numbers, yes or no, null; with none of them the field can never be filled.
 *
 * @example oneOf('officials', 'leader')
 */
export function oneOf(...values: readonly Scalar[]): Present {
  return settled({ kind: 'one-of', values: copied('values', values, 'values', checkScalar) });
}
/**
 * A number within two bounds.
 * @param min - Least number, itself allowed, in the unit of the field.
 * @param max - Greatest number, itself allowed; below `min` nothing is.
 *
 * @example numberFrom(0, 100)
 */
export function numberFrom(min: number, max: number): Present {
  return settled(domain.numberFrom(checkBound('min', min), checkBound('max', max)));
}
/**
 * A whole number within two bounds; bounds that are no whole numbers themselves are drawn in to the nearest that are.
 * @param min - Least number, itself allowed, in the unit of the field.
 * @param max - Greatest number, itself allowed; below `min` nothing is.
 *
 * @example wholeFrom(1, 31)
 */
export function wholeFrom(min: number, max: number): Present {
  return settled(domain.wholeFrom(checkBound('min', min), checkBound('max', max)));
}
/**
 * A number above one bound, up to another.
 * @param min - Bound that a number has to exceed, in the unit of the field.
 * @param max - Greatest number, itself allowed; not above `min`, nothing is.
 *
 * @example numberAbove(0, 100)
 */
export function numberAbove(min: number, max: number): Present {
  return settled(domain.numberAbove(checkBound('min', min), checkBound('max', max)));
}
/**
 * A date within bounds, some days left out.
 * @param from - First day that is allowed, YYYY-MM-DD.
 * @param to - Last day that is allowed, YYYY-MM-DD; null or left out for no last day.
 * @param but - Days within the bounds that are not allowed, YYYY-MM-DD; none where left out.
 *
 * @example dateFrom('2025-10-25', '2025-11-10').kind
 */
export function dateFrom(from: string, to: string | null = null, but: readonly string[] = []): Present {
  const days = daysOf('but', but);
  const made = domain.dateFrom(checkDay('from', from), dayOrNull('to', to), days);
  return settled(deepFrozen(made));
}
/**
 * As {@link dateFrom}, or null for an open end.
 * @param from - First day that is allowed, YYYY-MM-DD.
 * @param to - Last day that is allowed, YYYY-MM-DD; null or left out for no last day. An open end is allowed all the same.
 *
 * @example dateOrOpen('2025-10-25').nullable
 */
export function dateOrOpen(from: string, to: string | null = null): Present & { readonly kind: 'date' } {
  return settled(domain.dateOrOpen(checkDay('from', from), dayOrNull('to', to)));
}
/**
 * An identifier that is not in use yet: lower-case letters, digits, hyphens and slashes.
 * @param taken - Records whose keys are in use, such as the columns of a state; with none every id is free.
 *
 * @example freshId(start('kuala-lumpur-2025').tariff).kind
 */
export function freshId(...taken: readonly Readonly<Record<string, unknown>>[]): Present {
  const columns = copied('taken', taken, 'objects whose keys are in use', checkTaken);
  return settled({ kind: 'fresh-id', taken: columns, beside: null });
}
/**
 * A list without repetition out of the given ids.
 * @param ids - What the list may hold, each of them once at most; the empty list is one of its values.
 *
 * @example subsetOf(['soybeans', 'port-fees']).kind
 */
export function subsetOf(ids: readonly string[]): Present {
  return settled({ kind: 'subset', of: textsOf('ids', ids) });
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
  return settled({
    kind: 'structure',
    what: checkText('what', what, LONGEST_TEXT),
    admits: asked<[unknown]>('admits', admits),
    example: plain('example', example),
    fault: null,
    parts: partsOf('parts', parts),
  });
}
