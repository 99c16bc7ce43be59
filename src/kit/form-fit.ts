/**
 * Whether a value has a form, without a copy of it and without a complaint: what is asked of every event that happens, and
 * nearly always answered with yes.
 */
import type { FieldsForm, Form, FormBook, FormTest } from './form';
import { isLengthTest, lengthIssue, testIssue } from './form-tests';
import { isObject, presence } from './parse-form';

function passes(tests: readonly FormTest[], value: unknown, book: FormBook): boolean {
  for (const test of tests) {
    const issue = isLengthTest(test)
      ? lengthIssue(test, value as { readonly length: number })
      : testIssue(test, value, book);
    if (issue !== null) return false;
  }
  return true;
}

function mayBeAbsent(form: Form, book: FormBook): boolean {
  const may = presence(form, book);
  return may.in === 'optional' && may.out === 'optional';
}

/** A field that is taken to be there, whatever the object itself has under that name. */
export interface FieldBeside {
  readonly name: string;
  readonly value: unknown;
}

/**
 * Whether an object surely has its fields, each of them of its form, and no others where these are refused. `beside` is taken to
 * be one of its fields. False leaves it open, as of {@link surelyFits}.
 */
export function surelyHasFields(
  { fields, others }: FieldsForm,
  given: unknown,
  book: FormBook,
  beside: FieldBeside | null = null,
): boolean {
  if (!isObject(given)) return false;
  for (const key in fields) {
    const form = fields[key]!;
    if (beside !== null && key === beside.name) {
      if (!surelyFits(form, beside.value, book)) return false;
    } else if (key in given) {
      if (!surelyFits(form, given[key], book)) return false;
    } else if (!mayBeAbsent(form, book)) return false;
  }
  if (others === 'kept') return true;
  for (const key in given) if (!Object.hasOwn(fields, key)) return false;
  return true;
}

function surelyOfKind(form: Form, given: unknown, book: FormBook): boolean {
  switch (form.kind) {
    case 'text':
      return typeof given === 'string';
    case 'number':
      return Number.isFinite(given);
    case 'yes-no':
      return typeof given === 'boolean';
    case 'null':
      return given === null;
    case 'any':
      return true;
    case 'one-of':
      return form.values.includes(given);
    case 'list':
      if (!Array.isArray(given)) return false;
      // A hole is no item, which only an index shows.
      for (let at = 0; at < given.length; at += 1) if (!surelyFits(form.of, given[at], book)) return false;
      return true;
    case 'fields':
      return surelyHasFields(form, given, book);
    case 'optional':
      return given === undefined ? !form.exact : surelyFits(form.of, given, book);
    case 'nullable':
      return given === null || surelyFits(form.of, given, book);
    case 'part':
      return surelyFits(book.parts[form.part]!, given, book);
    case 'row':
    case 'record':
    case 'either':
    case 'by-field':
    case 'foreign':
      return false;
  }
}

/**
 * Whether a value surely has its form, so that {@link parseForm} would find nothing wrong with it. False leaves it open: some kinds
 * are told by reading alone.
 */
export function surelyFits(form: Form, given: unknown, book: FormBook): boolean {
  return surelyOfKind(form, given, book) && (form.tests === undefined || passes(form.tests, given, book));
}
