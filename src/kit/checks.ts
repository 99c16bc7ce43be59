/**
 * The checks of arguments that every public function makes: one for each kind of value, each with one complaint. What
 * passes is returned, so that a check can stand where the value is used.
 */
import { isIsoDate, type IsoDate } from './calendar';
import { InputError } from './input-error';
import { nearestText } from './nearest-text';

/** Most names that a complaint lists. */
const MOST_LISTED = 20;
/** Most names that it lists beside the nearest one. */
const MOST_LISTED_BESIDE = 6;

/** Whole numbers that may be asked for, both ends included. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** Whether a value is a whole number within bounds. */
export function isWithin(value: number, { least, most }: Bounds): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

/** Refuses what is no whole number within bounds with an {@link InputError}. */
export function checkWhole(path: string, value: unknown, bounds: Bounds): number {
  if (typeof value === 'number' && isWithin(value, bounds)) return value;
  const allowed = `a whole number from ${bounds.least} to ${bounds.most}`;
  throw new InputError({ code: 'input/whole-number', path, given: value, allowed });
}

/** Refuses what is no finite number from one to another with an {@link InputError}. */
export function checkNumber(path: string, value: unknown, least: number, most = Infinity): number {
  if (typeof value === 'number' && Number.isFinite(value) && value >= least && value <= most) return value;
  const upTo = most === Infinity ? ' on' : ` to ${most}`;
  const allowed = least === -Infinity ? 'a number' : `a number from ${least}${upTo}`;
  throw new InputError({ code: 'input/number', path, given: value, allowed });
}

/** Refuses what is no day that exists, written `YYYY-MM-DD`, with an {@link InputError}. */
export function checkDay(path: string, value: unknown): IsoDate {
  if (typeof value === 'string' && isIsoDate(value)) return value;
  const allowed = 'a day that exists, written YYYY-MM-DD';
  throw new InputError({ code: 'input/day', path, given: value, allowed });
}

/** As {@link checkDay}, for days from one to another; an open end where `last` is left out. */
export function checkDayWithin(path: string, value: unknown, first: IsoDate, last?: IsoDate): IsoDate {
  const day = checkDay(path, value);
  if (day >= first && (last === undefined || day <= last)) return day;
  const allowed = last === undefined ? `a day from ${first} on` : `a day from ${first} to ${last}`;
  throw new InputError({ code: 'input/day', path, given: value, allowed });
}

/** The known names in a few words: all of them where they are few. */
export function listed(names: readonly string[], most = MOST_LISTED): string {
  if (names.length <= most) return names.join(', ');
  return `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
}

/** Refuses what is none of some names with an {@link InputError} that has the nearest one. */
export function checkKnown<Name extends string>(
  path: string,
  value: unknown,
  names: readonly Name[],
  why?: string,
): Name {
  const found = names.find((name) => name === value);
  if (found !== undefined) return found;
  throw unknownName(path, value, names, why);
}

/** The complaint about a value that is none of some names, with the nearest one. */
export function unknownName(
  path: string,
  given: unknown,
  names: readonly string[],
  why?: string,
): InputError {
  const didYouMean = typeof given === 'string' ? nearestText(given, names) : null;
  const most = didYouMean === null ? MOST_LISTED : MOST_LISTED_BESIDE;
  const allowed = names.length === 0 ? 'nothing: none is known' : `one of ${listed(names, most)}`;
  return new InputError({ code: 'input/unknown-name', path, given, allowed, didYouMean, why });
}

/** Refuses what is no text of so many UTF-16 units with an {@link InputError}. */
export function checkText(path: string, value: unknown, { least, most }: Bounds): string {
  if (typeof value === 'string' && value.length >= least && value.length <= most) return value;
  const allowed = `a text of ${least} to ${most} characters`;
  throw new InputError({ code: 'input/text', path, given: value, allowed });
}

/** Refuses what is neither true nor false with an {@link InputError}. */
export function checkYesNo(path: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw new InputError({ code: 'input/yes-no', path, given: value, allowed: 'true or false' });
}

/** Refuses what is no function with an {@link InputError}; `what` says what it is to do. */
export function checkFunction(path: string, value: unknown, what: string): void {
  if (typeof value === 'function') return;
  throw new InputError({ code: 'input/function', path, given: value, allowed: `a function that ${what}` });
}

/** Refuses what is no list, or one with holes, with an {@link InputError}; `what` says of what. */
export function checkList(path: string, value: unknown, what: string): readonly unknown[] {
  const allowed = `a list of ${what}`;
  if (!readOff(path, value, () => Array.isArray(value)))
    throw new InputError({ code: 'input/list', path, given: value, allowed });
  const list = value as readonly unknown[];
  const hole = readOff(path, value, () => list.findIndex((_, at) => !(at in list)));
  if (hole < 0) return list;
  const why = `a hole stands at place ${hole}`;
  throw new InputError({ code: 'input/list', path, given: value, allowed: `${allowed} without holes`, why });
}

/** Whether a value is an object with named fields: no list, no function, no null, no proxy that was revoked. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  try {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** Whether a value is a list of objects, without holes. */
export function isListOfObjects(value: unknown): value is readonly object[] {
  return Array.isArray(value) && Array.from<unknown>(value).every(isObject);
}

/**
 * What is read off a value of the caller's. Where reading throws, as a getter or a proxy may, that is told with an
 * {@link InputError}, and what was thrown is its cause.
 */
export function readOff<T>(path: string, value: unknown, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    const allowed = 'a value that can be read';
    throw new InputError({ code: 'input/unreadable', path, given: value, allowed }, { cause });
  }
}

function hasColumns(value: Readonly<Record<string, unknown>>, columns: readonly string[]): boolean {
  for (const column of columns) if (typeof value[column] !== 'object' || value[column] === null) return false;
  return true;
}

/** Refuses with an {@link InputError} what has not some columns of a state, each a record or a list. */
export function checkColumns(path: string, value: unknown, columns: readonly string[]): void {
  try {
    if (isObject(value) && hasColumns(value, columns)) return;
  } catch {
    // A getter or a proxy of the caller threw: it has none.
  }
  const allowed = `a state, or whatever has its ${columns.join(' and ')}`;
  throw new InputError({ code: 'input/state', path, given: value, allowed });
}

/** Refuses what is no object with named fields with an {@link InputError}; `what` says what it is to be. */
export function checkObject(path: string, value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (isObject(value)) return value;
  throw new InputError({ code: 'input/object', path, given: value, allowed: what });
}

/** Refuses an option of the wrong kind; it is told by the name of the option. */
export type OptionCheck = (name: string, value: unknown) => void;

/**
 * The names of options as a table: it does not compile where it lacks one of them, or has another. An option has the check of its value
 * where that is the same wherever the option is taken; true where whoever uses the value checks it.
 */
export type OptionTable<Options> = Readonly<Record<keyof Options & string, KnownOptions[string]>>;

/** Options by their names, of which no type tells whether they are all. */
export type KnownOptions = Readonly<Record<string, true | OptionCheck>>;

/** Items of a list that are looked into: one that is longer is data, and has its own check. */
const MOST_LOOKED_INTO = 1_000;

/**
 * Refuses an option whose parts cannot be read, such as those of a proxy that was revoked: whoever uses them counts on it. Facts are not
 * looked into: they load some of their tables when those are first read, and are checked where they are taken.
 */
function checkReadable(path: string, value: unknown): void {
  if (typeof value !== 'object' || value === null || path === 'facts') return;
  readOff(path, value, () => {
    if (Array.isArray(value) && value.length > MOST_LOOKED_INTO) return;
    for (const part of Object.values(value) as unknown[])
      if (typeof part === 'object' && part !== null && Array.isArray(value)) Object.entries(part);
  });
}

/**
 * Refuses options that are no object, or that have a key which is not known, with an {@link InputError} that has the nearest
 * one: a misspelt option would be passed over in silence. Values are held to the checks of the table.
 */
export function checkOptions(options: unknown, known: KnownOptions, path = 'options'): void {
  const keys = Object.keys(known);
  const given = checkObject(path, options, `an object with some of ${listed(keys)}`);
  for (const [key, value] of readOff(path, given, () => Object.entries(given))) {
    const check = keys.includes(key) ? known[key] : undefined;
    if (check !== undefined) {
      checkReadable(key, value);
      if (typeof check === 'function' && value !== undefined) readOff(key, value, () => check(key, value));
      continue;
    }
    throw new InputError({
      code: 'input/unknown-option',
      path,
      given: key,
      allowed: `only the options ${listed(keys)}`,
      didYouMean: nearestText(key, keys),
    });
  }
}
