/**
 * The check of a value against its form.
 */
import type { FieldsForm, ForeignSchema, Form, FormBook, FormIssue, FormTest, Formed } from './form';
import {
  excessIssue,
  isSettled,
  outside,
  putTests,
  quoted,
  wrongKind,
  wrongValue,
  type Payload,
} from './form-tests';

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

/** The complaints, placed under a key. */
function under(key: PropertyKey, issues: readonly FormIssue[], into: FormIssue[]): void {
  for (const issue of issues) {
    issue.path.unshift(key);
    into.push(issue);
  }
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
