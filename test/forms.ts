/** A form beside the schema it was compiled from: the two have to say the same of whatever they are given. */
import * as fc from 'fast-check';
import { expect } from 'vitest';
import type * as z from 'zod';
import { inputIssues } from '../src/engine/parse';
import type { Formed, FormIssue } from '../src/kit/form';

/** What a complaint says that anyone reads. */
function told(issue: FormIssue): unknown {
  const { code, path, message } = issue;
  switch (issue.code) {
    case 'invalid_type':
      return { code, path, message, expected: issue.expected };
    case 'invalid_value':
      return { code, path, message, values: issue.values };
    case 'unrecognized_keys':
      return { code, path, message, keys: issue.keys };
    case 'invalid_union':
      return { code, path, message, errors: issue.errors.map((branch) => branch.map(told)) };
    case 'invalid_key':
      return { code, path, message, issues: issue.issues.map(told) };
    default:
      return { code, path, message };
  }
}

const numbers = new Map<object, number>();

/** A number that no other object has. */
function numberOf(value: object): number {
  const number = numbers.get(value) ?? numbers.size;
  numbers.set(value, number);
  return number;
}

/** A value with the order of its keys, what it inherits and what it has under no name. */
function laidOut(value: unknown): unknown {
  if (Array.isArray(value)) return { length: value.length, items: Array.from(value, laidOut) };
  if (typeof value !== 'object' || value === null) return value;
  // What is of a class is passed on as it is.
  if (Object.getPrototypeOf(value) !== Object.prototype) return { number: numberOf(value) };
  return Reflect.ownKeys(value).map((key) => [key, laidOut((value as Record<PropertyKey, unknown>)[key])]);
}

/** What is answered, or null where the value throws when it is read. */
export function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/**
 * Holds what is read of a value by a form to what the schema reads of it: accepted alike, with the same result or words.
 * Returns whether it was accepted.
 */
export function expectAlike(read: () => Formed, schema: z.ZodType, value: unknown): boolean {
  const formed = attempt(read);
  const parsed = attempt(() => schema.safeParse(value));
  if (formed === null || parsed === null) {
    expect([formed, parsed]).toEqual([null, null]);
    return false;
  }
  expect(formed.ok).toBe(parsed.success);
  if (parsed.success) {
    if (formed.ok) expect(laidOut(formed.value)).toEqual(laidOut(parsed.data));
    return true;
  }
  if (formed.ok) return true;
  const issues = parsed.error.issues as FormIssue[];
  expect(formed.issues.map(told)).toEqual(issues.map(told));
  expect(inputIssues(formed.issues, value)).toEqual(inputIssues(issues, value));
  return false;
}

class Ship {
  readonly length = 3;
}

/** Values at which schemas part: of every kind, at every bound, and what is hardly a value. */
const ODD: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  -0,
  -1,
  0.5,
  1.5,
  1e9,
  2 ** 53,
  -(2 ** 53),
  NaN,
  Infinity,
  -Infinity,
  10n,
  '',
  'a',
  'a b',
  'US',
  '2025-10-25',
  '2025-02-30',
  'a'.repeat(41),
  'a'.repeat(81),
  'a'.repeat(1201),
  '😀'.repeat(60),
  '😀'.repeat(81),
  '\ud83d'.repeat(81),
  [],
  ['a', 'a'],
  Array.from({ length: 201 }, () => 'a'),
  Array(3),
  {},
  { length: 500 },
  { constructor: 5 },
  { constructor: Array },
  JSON.parse('{"__proto__":{"a":1},"toString":1}'),
  Object.create({ inherited: 1 }),
  Object.create(null),
  { [Symbol('hidden')]: 1 },
  new Ship(),
  new Date(0),
  new Map([['a', 1]]),
  Symbol('a'),
  () => 1,
];

const anything = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...ODD) },
  {
    weight: 1,
    arbitrary: fc.anything({
      withBigInt: true,
      withDate: true,
      withNullPrototype: true,
      withSparseArray: true,
    }),
  },
);

type Holder = Record<string, unknown>;

/** Follows a list of numbers into a value, as far as there is something inside that may be changed. */
function holderOf(
  value: unknown,
  steps: readonly number[],
  fixed: ReadonlySet<unknown>,
): readonly [holder: Holder, key: string] | null {
  let found: readonly [Holder, string] | null = null;
  let current = value;
  for (const step of steps) {
    if (typeof current !== 'object' || current === null || fixed.has(current)) break;
    const keys = Object.keys(current);
    if (keys.length === 0) break;
    const key = keys[step % keys.length]!;
    found = [current as Holder, key];
    current = (current as Holder)[key];
  }
  return found;
}

const DAMAGES = ['replace', 'replace', 'drop', 'rename', 'add', 'taint', 'swap'] as const;

/** The value with some of it replaced, left out, misnamed, added to or exchanged, anywhere; or anything at all. */
export function damaged(...examples: readonly unknown[]): fc.Arbitrary<unknown> {
  const damage = fc.record({
    steps: fc.array(fc.nat(99), { minLength: 1, maxLength: 7 }),
    other: fc.array(fc.nat(99), { minLength: 1, maxLength: 7 }),
    how: fc.constantFrom(...DAMAGES),
    value: anything,
  });
  const from = fc.tuple(fc.constantFrom(...examples), fc.array(damage, { maxLength: 3 }));
  const mended = from.map(([example, damages]) => {
    const copy: unknown = structuredClone(example);
    // What is put in is handed out again in other runs.
    const fixed = new Set(damages.map(({ value }) => value));
    for (const { steps, other, how, value } of damages) {
      const place = holderOf(copy, steps, fixed);
      if (place === null) continue;
      const [holder, key] = place;
      if (how === 'replace') holder[key] = value;
      else if (how === 'drop') delete holder[key];
      else if (how === 'add') holder.addition = value;
      else if (how === 'taint')
        Object.defineProperty(holder, '__proto__', {
          value: { tainted: 1 },
          enumerable: true,
          configurable: true,
          writable: true,
        });
      else if (how === 'rename') {
        holder[`${key}s`] = holder[key];
        delete holder[key];
      } else {
        const source = holderOf(example, other, fixed);
        if (source !== null) holder[key] = structuredClone(source[0][source[1]]);
      }
    }
    return copy;
  });
  return fc.oneof({ weight: 9, arbitrary: mended }, { weight: 1, arbitrary: anything });
}
