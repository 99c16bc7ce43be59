/**
 * Forms: what a value from outside has to look like, as plain data, and the check of a value against one.
 *
 * Forms are compiled beforehand from schemas of zod (`npm run forms`), so that a program that checks a value needs no
 * library of schemas. What a form accepts, returns and complains of is what its schema does, down to the words; a property
 * holds the two to each other.
 */

/** What is asked of a value that is of the right kind. */
export type FormTest =
  /** Of texts in code points, of lists in items. */
  | { readonly test: 'shortest' | 'longest' | 'length'; readonly is: number }
  | { readonly test: 'at-least' | 'above' | 'at-most'; readonly is: number }
  | { readonly test: 'whole' }
  | { readonly test: 'pattern'; readonly source: string; readonly message?: string }
  /** A named predicate of the book. */
  | { readonly test: 'holds'; readonly name: string; readonly message: string };

/** A schema of a caller's own, which brings its library along. */
export interface ForeignSchema {
  readonly safeParse: (
    value: unknown,
  ) =>
    | { readonly success: true; readonly data: unknown }
    | { readonly success: false; readonly error: { readonly issues: readonly FormIssue[] } };
  readonly _zod: { readonly optin?: string | undefined; readonly optout?: string | undefined };
}

/** A form by its kind, without tests. */
type Bare =
  | { readonly kind: 'text' | 'number' | 'yes-no' | 'null' | 'any' }
  | { readonly kind: 'one-of'; readonly values: readonly unknown[] }
  | { readonly kind: 'list'; readonly of: Form }
  /** A list of so many items, each of its own form. */
  | { readonly kind: 'row'; readonly of: readonly Form[] }
  | FieldsForm
  /** An object whose names are no fields but data. */
  | { readonly kind: 'record'; readonly names: Form; readonly of: Form }
  | { readonly kind: 'either'; readonly of: readonly Form[] }
  /** One form for each value of a field. */
  | { readonly kind: 'by-field'; readonly field: string; readonly of: Readonly<Record<string, Form>> }
  /** A field that may be absent; unless exact, undefined passes for absent. */
  | { readonly kind: 'optional'; readonly of: Form; readonly exact: boolean }
  | { readonly kind: 'nullable'; readonly of: Form }
  /** A part of the book, by name: what occurs often, or contains itself. */
  | { readonly kind: 'part'; readonly part: string }
  | { readonly kind: 'foreign'; readonly schema: ForeignSchema };

/** An object with named fields, in the order in which they are returned; other keys are refused or kept behind them. */
export interface FieldsForm {
  readonly kind: 'fields';
  readonly fields: Readonly<Record<string, Form>>;
  readonly others: 'refused' | 'kept';
  readonly tests?: readonly FormTest[];
}

/** What a value has to look like. */
export type Form = Bare & { readonly tests?: readonly FormTest[] };

/** What forms refer to by name. */
export interface FormBook {
  readonly parts: Readonly<Record<string, Form>>;
  /** Each gets only values that are of the kind it is asked about. */
  readonly predicates: Readonly<Record<string, (value: never) => boolean>>;
}

interface IssueBase {
  /** Keys from the root. */
  readonly path: PropertyKey[];
  readonly message: string;
  /** Whether tests of what surrounds the place go on; false also ends those of lengths. */
  readonly goesOn?: boolean | undefined;
}

/** A complaint about a value, shaped like that of a schema. */
export type FormIssue = IssueBase &
  (
    | {
        /** A value of another kind. */ readonly code: 'invalid_type';
        /** Name of the kind that was expected, such as `string`. */ readonly expected: string;
      }
    | {
        /** A value that is none of those allowed. */ readonly code: 'invalid_value';
        /** The values that are allowed. */ readonly values: readonly unknown[];
      }
    | {
        /** Keys that no field has. */ readonly code: 'unrecognized_keys';
        /** The unknown keys. */ readonly keys: readonly string[];
      }
    | {
        /** A value that has none of several forms. */ readonly code: 'invalid_union';
        /** The complaints of each of those forms. */ readonly errors: readonly (readonly FormIssue[])[];
      }
    | {
        /** A wrong name in a record. */ readonly code: 'invalid_key';
        /** The complaints about the name. */ readonly issues: readonly FormIssue[];
      }
    | {
        /** A value of the right kind that fails a test. */
        readonly code:
          'too_big' | 'too_small' | 'invalid_format' | 'not_multiple_of' | 'invalid_element' | 'custom';
      }
  );

/** A value that has its form, as a copy with the known keys; or what is wrong with it. */
export type Formed =
  | {
      /** It has its form. */ readonly ok: true;
      /** The value as a copy, its known keys in the order of the form. */ readonly value: unknown;
    }
  | {
      /** It has not. */ readonly ok: false;
      /** What is wrong with it, at least one. */ readonly issues: FormIssue[];
    };

interface Payload {
  value: unknown;
  readonly issues: FormIssue[];
}

type Loose = Record<PropertyKey, unknown>;

export const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether an object may be a record: one of a class may not, unless the class is hidden. */
function isRecord(value: unknown): value is Loose {
  if (!isObject(value)) return false;
  const { constructor } = value;
  if (typeof constructor !== 'function') return true;
  const { prototype } = constructor as { prototype: unknown };
  return isObject(prototype) && Object.hasOwn(prototype, 'isPrototypeOf');
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

const wrongKind = (expected: string, value: unknown): FormIssue => ({
  code: 'invalid_type',
  path: [],
  message: `Invalid input: expected ${expected}, received ${received(value)}`,
  expected,
});

const quoted = (value: unknown): string => (typeof value === 'string' ? `"${value}"` : String(value));

const wrongValue = (values: readonly unknown[]): FormIssue => ({
  code: 'invalid_value',
  path: [],
  message:
    values.length === 1
      ? `Invalid input: expected ${quoted(values[0])}`
      : `Invalid option: expected one of ${values.map(quoted).join('|')}`,
  values,
});

const outside = (code: 'too_big' | 'too_small', what: string, bound: string): FormIssue => ({
  code,
  path: [],
  message: `Too ${code === 'too_big' ? 'big' : 'small'}: expected ${what} ${bound}`,
  goesOn: true,
});

/** Whether what surrounds the complaints is not to be tested any more. */
const isSettled = (issues: readonly FormIssue[]): boolean => issues.some(({ goesOn }) => goesOn !== true);

/** The complaints, placed under a key. */
function under(key: PropertyKey, issues: readonly FormIssue[], into: FormIssue[]): void {
  for (const issue of issues) {
    issue.path.unshift(key);
    into.push(issue);
  }
}

type LengthTest = Extract<FormTest, { test: 'shortest' | 'longest' | 'length' }>;

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
export function testIssue(test: Exclude<FormTest, LengthTest>, value: unknown, book: FormBook): FormIssue | null {
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
function putTests(tests: readonly FormTest[], payload: Payload, book: FormBook): void {
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
function excessIssue(tests: readonly FormTest[], list: readonly unknown[]): FormIssue | null {
  for (const test of tests) {
    if (!isLengthTest(test)) return null;
    if (test.test !== 'shortest' && list.length > test.is)
      return { ...lengthIssue(test, list)!, goesOn: false };
  }
  return null;
}

/** Whether a field may be absent, and what an absent one comes to: `in` and `out` as zod has them. */
export function presence(form: Form, book: FormBook): { in: string | undefined; out: string | undefined } {
  if (form.kind === 'part') return presence(book.parts[form.part]!, book);
  if (form.kind === 'optional') return { in: 'optional', out: 'optional' };
  if (form.kind === 'foreign') return { in: form.schema._zod.optin, out: form.schema._zod.optout };
  return { in: undefined, out: undefined };
}

function readFields({ fields, others }: FieldsForm, given: unknown, book: FormBook): Payload {
  if (!isObject(given)) return { value: given, issues: [wrongKind('object', given)] };
  const value: Loose = {};
  const issues: FormIssue[] = [];
  for (const key of Object.keys(fields)) {
    const form = fields[key]!;
    const may = presence(form, book);
    const isPresent = key in given;
    if (!isPresent && may.in === 'optional' && may.out === 'optional') continue;
    const read = readForm(form, given[key], book);
    const isDropped = !isPresent && may.in !== undefined && may.out === 'optional';
    if (read.issues.length > 0) {
      if (isDropped) continue;
      under(key, read.issues, issues);
    }
    if (!isPresent && may.in === undefined) {
      if (read.issues.length === 0) issues.push({ ...wrongKind('nonoptional', undefined), path: [key] });
      continue;
    }
    if (read.value !== undefined || isPresent || (may.in === 'defaulted' && may.out !== 'optional'))
      value[key] = read.value;
  }
  const unknown: string[] = [];
  for (const key in given) {
    if (Object.hasOwn(fields, key)) continue;
    if (others === 'refused') unknown.push(key);
    else if (key !== '__proto__') value[key] = given[key];
  }
  if (unknown.length > 0)
    issues.push({
      code: 'unrecognized_keys',
      path: [],
      message: `Unrecognized key${unknown.length > 1 ? 's' : ''}: ${unknown.map(quoted).join(', ')}`,
      keys: unknown,
      goesOn: true,
    });
  return { value, issues };
}

function readRecord(names: Form, of: Form, given: unknown, book: FormBook): Payload {
  if (!isRecord(given)) return { value: given, issues: [wrongKind('record', given)] };
  const value: Loose = {};
  const issues: FormIssue[] = [];
  for (const key of Reflect.ownKeys(given)) {
    if (key === '__proto__' || !Object.prototype.propertyIsEnumerable.call(given, key)) continue;
    const name = readForm(names, key, book);
    if (name.issues.length > 0) {
      issues.push({
        code: 'invalid_key',
        path: [key],
        message: 'Invalid key in record',
        issues: name.issues,
      });
      continue;
    }
    const read = readForm(of, given[key], book);
    under(key, read.issues, issues);
    value[key] = read.value;
  }
  return { value, issues };
}

function readList(of: Form, tests: readonly FormTest[], given: unknown, book: FormBook): Payload {
  if (!Array.isArray(given)) return { value: given, issues: [wrongKind('array', given)] };
  const excess = excessIssue(tests, given);
  if (excess !== null) return { value: given, issues: [excess] };
  const value: unknown[] = Array.from({ length: given.length });
  const issues: FormIssue[] = [];
  for (let at = 0; at < given.length; at += 1) {
    const read = readForm(of, given[at], book);
    under(at, read.issues, issues);
    value[at] = read.value;
  }
  return { value, issues };
}

function readRow(of: readonly Form[], given: unknown, book: FormBook): Payload {
  if (!Array.isArray(given)) return { value: given, issues: [wrongKind('tuple', given)] };
  const value: unknown[] = [];
  const issues: FormIssue[] = [];
  if (given.length < of.length) {
    const short = outside('too_small', 'array', `to have >=${of.length} items`);
    return { value, issues: [{ ...short, goesOn: undefined }] };
  }
  if (given.length > of.length) {
    const long = outside('too_big', 'array', `to have <=${of.length} items`);
    issues.push({ ...long, goesOn: undefined });
  }
  of.forEach((form, at) => {
    const read = readForm(form, given[at], book);
    under(at, read.issues, issues);
    value[at] = read.value;
  });
  return { value, issues };
}

function readEither(of: readonly Form[], given: unknown, book: FormBook): Payload {
  const branches: Payload[] = [];
  for (const form of of) {
    const read = readForm(form, given, book);
    if (read.issues.length === 0) return read;
    branches.push(read);
  }
  // One branch that is right but for its surroundings is the one that was meant.
  const meant = branches.filter(({ issues }) => !isSettled(issues));
  if (meant.length === 1) return meant[0]!;
  const errors = branches.map(({ issues }) => issues);
  return { value: given, issues: [{ code: 'invalid_union', path: [], message: 'Invalid input', errors }] };
}

function readByField(
  field: string,
  of: Readonly<Record<string, Form>>,
  given: unknown,
  book: FormBook,
): Payload {
  if (!isObject(given)) return { value: given, issues: [wrongKind('object', given)] };
  const named = given[field];
  if (typeof named === 'string' && Object.hasOwn(of, named)) return readForm(of[named]!, given, book);
  const options = Object.keys(of)
    .map((name) => `'${name}'`)
    .join(' | ');
  const message = `Invalid discriminator value. Expected ${options}`;
  return { value: given, issues: [{ code: 'invalid_union', path: [field], message, errors: [] }] };
}

function readForeign(schema: ForeignSchema, given: unknown): Payload {
  const read = schema.safeParse(given);
  if (read.success) return { value: read.data, issues: [] };
  return { value: given, issues: read.error.issues.map((issue) => ({ ...issue, path: [...issue.path] })) };
}

const plain = (expected: string, isOf: boolean, given: unknown): Payload => ({
  value: given,
  issues: isOf ? [] : [wrongKind(expected, given)],
});

function readBare(form: Form, given: unknown, book: FormBook): Payload {
  switch (form.kind) {
    case 'text':
      return plain('string', typeof given === 'string', given);
    case 'number':
      return plain('number', Number.isFinite(given), given);
    case 'yes-no':
      return plain('boolean', typeof given === 'boolean', given);
    case 'null':
      return plain('null', given === null, given);
    case 'any':
      return { value: given, issues: [] };
    case 'one-of':
      return { value: given, issues: form.values.includes(given) ? [] : [wrongValue(form.values)] };
    case 'list':
      return readList(form.of, form.tests ?? [], given, book);
    case 'row':
      return readRow(form.of, given, book);
    case 'fields':
      return readFields(form, given, book);
    case 'record':
      return readRecord(form.names, form.of, given, book);
    case 'either':
      return readEither(form.of, given, book);
    case 'by-field':
      return readByField(form.field, form.of, given, book);
    case 'optional':
      return given === undefined && !form.exact
        ? { value: given, issues: [] }
        : readForm(form.of, given, book);
    case 'nullable':
      return given === null ? { value: given, issues: [] } : readForm(form.of, given, book);
    case 'part':
      return readForm(book.parts[form.part]!, given, book);
    case 'foreign':
      return readForeign(form.schema, given);
  }
}

function readForm(form: Form, given: unknown, book: FormBook): Payload {
  const payload = readBare(form, given, book);
  if (form.tests !== undefined) putTests(form.tests, payload, book);
  return payload;
}

/**
 * Checks a value against a form. What has the form comes back as a copy: the known keys in the order of the form, the
 * rest as the form says. Throws only what reading the value throws.
 */
export function parseForm(form: Form, value: unknown, book: FormBook): Formed {
  const { value: read, issues } = readForm(form, value, book);
  return issues.length === 0 ? { ok: true, value: read } : { ok: false, issues };
}
