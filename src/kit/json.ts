/**
 * The gate for values from outside: plain JSON passes, as a copy, and anything else is told with its place.
 *
 * What JSON does not carry would be lost or changed on the way through a file, so that two states with one digest were not
 * the same; an object of a class, a getter or a key such as `__proto__` would be read otherwise the second time.
 */
import { InputError, type Complaint } from './input-error';

/** Deepest nesting of a value. */
export const DEEPEST = 64;

/** Keys from the root to a place. */
export type JsonPath = readonly (string | number)[];

/** A place at which a value is no plain JSON: what stands there and what could. */
export interface JsonFault {
  readonly path: JsonPath;
  readonly given: unknown;
  readonly allowed: string;
}

/** The copy of a value that is plain JSON, or the places at which it is not. */
export type JsonRead =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly faults: readonly JsonFault[] };

/** Most places that are told of one value. */
const MOST_FAULTS = 100;

const LONE_SURROGATE = /\p{Cs}/u;

/** Whether a text has half of a surrogate pair without the other. */
export const hasHalfPair = (text: string): boolean => LONE_SURROGATE.test(text);
/** What is allowed of a text. */
export const WHOLE_TEXT = 'a text of whole characters: no half of a surrogate pair';
const PLAIN =
  'plain JSON: null, true or false, a finite number, a text, a list or an object with named fields';

/** Whether a prototype is that of plain objects, of this realm or of another. */
function isRoot(prototype: unknown): boolean {
  if (prototype === null || prototype === Object.prototype) return true;
  return (
    typeof prototype === 'object' &&
    Object.getPrototypeOf(prototype) === null &&
    Object.hasOwn(prototype, 'isPrototypeOf')
  );
}

/** What a list is not that a list of JSON is, or null. */
function listFault(list: readonly unknown[]): string | null {
  const prototype: unknown = Object.getPrototypeOf(list);
  if (prototype === null || !isRoot(Object.getPrototypeOf(prototype))) return 'a plain list, of no class';
  for (let at = 0; at < list.length; at += 1) if (!Object.hasOwn(list, at)) return 'a list without a hole';
  return Object.keys(list).length > list.length ? 'a list with its items alone' : null;
}

/** Whether an object has a key that is no text, and that a copy of it would have. */
function hasSymbols(value: object): boolean {
  const symbols = Object.getOwnPropertySymbols(value);
  return symbols.some((symbol) => Object.prototype.propertyIsEnumerable.call(value, symbol));
}

/** Reads a value once, so that what passes is what was seen. */
class Reader {
  readonly faults: JsonFault[] = [];
  private readonly path: (string | number)[] = [];
  /** The lists and objects in which the place lies. */
  private readonly around: object[] = [];

  constructor(private readonly copies: boolean) {}

  private fault(given: unknown, allowed = PLAIN): null {
    if (this.faults.length < MOST_FAULTS) this.faults.push({ path: [...this.path], given, allowed });
    return null;
  }

  private text(value: string): string {
    if (hasHalfPair(value)) this.fault(value, WHOLE_TEXT);
    return value;
  }

  private list(given: readonly unknown[]): unknown {
    const allowed = listFault(given);
    if (allowed !== null) return this.fault(given, allowed);
    const copy: unknown[] = this.copies ? Array.from({ length: given.length }) : [];
    for (let at = 0; at < given.length; at += 1) {
      this.path.push(at);
      const item = this.read(given[at]);
      this.path.pop();
      if (this.copies) copy[at] = item;
    }
    return copy;
  }

  private object(given: Readonly<Record<string, unknown>>): unknown {
    if (!isRoot(Object.getPrototypeOf(given))) return this.fault(given, 'a plain object, of no class');
    if (hasSymbols(given)) return this.fault(given, 'an object whose keys are texts');
    const copy: Record<string, unknown> = {};
    for (const key of Object.keys(given)) {
      this.path.push(key);
      if (key === '__proto__') this.fault(key, 'another key: this one names what an object inherits from');
      else if (hasHalfPair(key)) this.fault(key, `a key that is ${WHOLE_TEXT}`);
      else {
        const value = given[key];
        // JSON leaves such a field out; whoever checks without a copy goes on with the value itself.
        if (value !== undefined || !this.copies) {
          const item = this.read(value);
          if (this.copies) copy[key] = item;
        }
      }
      this.path.pop();
    }
    return copy;
  }

  read(value: unknown): unknown {
    if (value === null || typeof value === 'boolean') return value;
    if (typeof value === 'string') return this.text(value);
    // Nought below nought is not told apart in JSON.
    if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : this.fault(value, 'a number');
    if (typeof value !== 'object') return this.fault(value);
    if (this.around.includes(value)) return this.fault(value, 'a value that does not contain itself');
    if (this.copies && this.path.length > DEEPEST)
      return this.fault(value, `a value that nests ${DEEPEST} levels deep at most`);
    this.around.push(value);
    const copy = Array.isArray(value)
      ? this.list(value)
      : this.object(value as Readonly<Record<string, unknown>>);
    this.around.pop();
    return copy;
  }
}

/**
 * Reads a value as plain JSON, and hands out a copy that nobody else holds: finite numbers (a negative nought as nought),
 * whole characters, lists without holes, objects of no class. A field that is undefined is left out, as JSON leaves it
 * out. Throws only what reading the value throws, as a getter of the caller's may.
 */
export function readJson(value: unknown): JsonRead {
  const reader = new Reader(true);
  const copy = reader.read(value);
  return reader.faults.length === 0 ? { ok: true, value: copy } : { ok: false, faults: reader.faults };
}

/** What is wrong at the first place at which a value is no plain JSON, undefined fields included, or null. */
export function jsonFault(value: unknown): JsonFault | null {
  const reader = new Reader(false);
  reader.read(value);
  return reader.faults[0] ?? null;
}

/** The complaint about a place of an argument. */
export function jsonComplaint(argument: string, { path, given, allowed }: JsonFault): Complaint {
  return { code: 'input/json', path: [argument, ...path].join('.'), given, allowed };
}

/** Refuses what is no plain JSON with an {@link InputError} that names the place; an undefined field is none. */
export function checkJson(path: string, value: unknown): void {
  let fault: JsonFault | null;
  try {
    fault = jsonFault(value);
  } catch (cause) {
    const allowed = `${PLAIN}; it cannot be read`;
    throw new InputError({ code: 'input/json', path, given: value, allowed }, { cause });
  }
  if (fault !== null) throw new InputError(jsonComplaint(path, fault));
}
