/**
 * What is wrong with a value: the complaints of a form in the words of zod, and the tests that are put to a value of the
 * right kind.
 */
import type { FormBook, FormIssue, FormTest } from './form';

/** A value as far as it was read, and what was found wrong with it. */
export interface Payload {
  value: unknown;
  readonly issues: FormIssue[];
}

/** The kind of a given value as complaints call it. */
function received(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (typeof value !== 'object') return typeof value;
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  const { constructor } = value;
  const ofClass =
    Object.getPrototypeOf(value) !== Object.prototype && 'constructor' in value && Boolean(constructor);
  return ofClass ? constructor.name : 'object';
}

/** The complaint about a value of another kind than expected. */
export const wrongKind = (expected: string, value: unknown): FormIssue => ({
  code: 'invalid_type',
  path: [],
  message: `Invalid input: expected ${expected}, received ${received(value)}`,
  expected,
});

/** A value as complaints name it, a text in quotes. */
export const quoted = (value: unknown): string => (typeof value === 'string' ? `"${value}"` : String(value));

/** The complaint about a value that is none of those allowed. */
export const wrongValue = (values: readonly unknown[]): FormIssue => ({
  code: 'invalid_value',
  path: [],
  message:
    values.length === 1
      ? `Invalid input: expected ${quoted(values[0])}`
      : `Invalid option: expected one of ${values.map(quoted).join('|')}`,
  values,
});

/** The complaint about a number or a length beyond its bound, such as `to be >=0`. */
export const outside = (code: 'too_big' | 'too_small', what: string, bound: string): FormIssue => ({
  code,
  path: [],
  message: `Too ${code === 'too_big' ? 'big' : 'small'}: expected ${what} ${bound}`,
  goesOn: true,
});

/** Whether what surrounds the complaints is not to be tested any more. */
export const isSettled = (issues: readonly FormIssue[]): boolean =>
  issues.some(({ goesOn }) => goesOn !== true);

type LengthTest = Extract<FormTest, { test: 'shortest' | 'longest' | 'length' }>;

/** Whether a test is of a length, and so of lists and texts alike. */
export const isLengthTest = (test: FormTest): test is LengthTest =>
  test.test === 'shortest' || test.test === 'longest' || test.test === 'length';

/** What is wrong with the length of whatever has one, or null. */
export function lengthIssue({ test, is }: LengthTest, value: { readonly length: number }): FormIssue | null {
  // A code point is at most two units, so that a text is counted only where the units leave its length in doubt.
  const units = value.length;
  const inDoubt = typeof value === 'string' && units >= is && units <= 2 * is;
  const length = inDoubt ? [...value].length : units;
  const fits = test === 'longest' ? length <= is : test === 'shortest' ? length >= is : length === is;
  if (fits) return null;
  const what = Array.isArray(value) ? 'array' : typeof value === 'string' ? 'string' : 'unknown';
  const unit = what === 'array' ? ' items' : ' characters';
  // Of an object, the length may be no number.
  const big = test === 'longest' || (test === 'length' && length > is);
  const sign = test === 'length' ? 'exactly ' : big ? '<=' : '>=';
  return outside(
    big ? 'too_big' : 'too_small',
    what,
    what === 'unknown' ? `to be ${sign}${is}` : `to have ${sign}${is}${unit}`,
  );
}

/** What is wrong with a value of the right kind by a test other than of its length, or null. */
export function testIssue(
  test: Exclude<FormTest, LengthTest>,
  value: unknown,
  book: FormBook,
): FormIssue | null {
  switch (test.test) {
    case 'at-least':
      return (value as number) >= test.is ? null : outside('too_small', 'number', `to be >=${test.is}`);
    case 'above':
      return (value as number) > test.is ? null : outside('too_small', 'number', `to be >${test.is}`);
    case 'at-most':
      return (value as number) <= test.is ? null : outside('too_big', 'number', `to be <=${test.is}`);
    case 'whole':
      if (!Number.isInteger(value)) return { ...wrongKind('int', value), goesOn: false };
      if (Number.isSafeInteger(value)) return null;
      return (value as number) > 0
        ? outside('too_big', 'int', `to be <=${Number.MAX_SAFE_INTEGER}`)
        : outside('too_small', 'int', `to be >=${Number.MIN_SAFE_INTEGER}`);
    case 'pattern': {
      const pattern = new RegExp(test.source);
      if (pattern.test(value as string)) return null;
      const message = test.message ?? `Invalid string: must match pattern ${pattern.toString()}`;
      return { code: 'invalid_format', path: [], message, goesOn: true };
    }
    case 'holds': {
      const holds = book.predicates[test.name] as (given: unknown) => boolean;
      return holds(value) ? null : { code: 'custom', path: [], message: test.message, goesOn: true };
    }
  }
}

/** Puts tests to a value; those of length also to one of the wrong kind that has one. */
export function putTests(tests: readonly FormTest[], payload: Payload, book: FormBook): void {
  const { value, issues } = payload;
  for (const test of tests) {
    let issue: FormIssue | null = null;
    if (isLengthTest(test)) {
      if (issues.some(({ goesOn }) => goesOn === false)) continue;
      const measured = value as { readonly length?: unknown } | null | undefined;
      if (measured?.length !== undefined) issue = lengthIssue(test, measured as { length: number });
    } else if (!isSettled(issues)) issue = testIssue(test, value, book);
    if (issue !== null) issues.push(issue);
  }
}

/** The complaint about a list that is too long, before any item is looked at; or null. */
export function excessIssue(tests: readonly FormTest[], list: readonly unknown[]): FormIssue | null {
  for (const test of tests) {
    if (!isLengthTest(test)) return null;
    if (test.test !== 'shortest' && list.length > test.is)
      return { ...lengthIssue(test, list)!, goesOn: false };
  }
  return null;
}
