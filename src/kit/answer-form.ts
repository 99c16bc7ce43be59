/**
 * The form of an answer that a caller hands back to the library, to have it told: which fields it has at the top, and of what
 * kind each is. What stands within them is not looked at: whoever has an answer has it whole.
 */
import { reasonOf } from './ask-own';
import { checkList, checkObject, isListOfObjects, isObject, readOff } from './checks';
import { InputError } from './input-error';

/** What a field may be, by its type. */
type Plain<T> = T extends string
  ? 'text'
  : T extends number
    ? 'number'
    : T extends boolean
      ? 'yes-no'
      : T extends (...given: never[]) => unknown
        ? 'function'
        : T extends readonly (infer Item)[]
          ? Item extends object
            ? 'list of objects'
            : 'list'
          : 'object';

/** The same with whether it may be null, and with a mark where it may be left out. */
type Kind<T> = `${Plain<NonNullable<T>>}${null extends T ? ' or null' : ''}${undefined extends T ? '?' : ''}`;

/** Fields of an answer with their kinds: it does not compile where the type has no such field, or one of another kind. */
export interface AnswerForm<T> {
  /** What it is to be, in words that follow "expected". */
  readonly what: string;
  /** The fields that are read. */
  readonly fields: { readonly [K in keyof T]?: Kind<T[K]> };
}

type PlainName = 'text' | 'number' | 'yes-no' | 'function' | 'list' | 'list of objects' | 'object';

const KINDS: Readonly<Record<PlainName, readonly [words: string, is: (value: unknown) => boolean]>> = {
  text: ['a text', (value) => typeof value === 'string'],
  number: ['a number', (value) => typeof value === 'number'],
  'yes-no': ['true or false', (value) => typeof value === 'boolean'],
  function: ['a function', (value) => typeof value === 'function'],
  list: ['a list', (value) => Array.isArray(value)],
  'list of objects': ['a list of objects', isListOfObjects],
  object: ['an object', isObject],
};

/** What is allowed where a field is of another kind; null where it is of this one. */
function allowedInstead(kind: string, value: unknown): string | null {
  const isOptional = kind.endsWith('?');
  const [plain, orNull] = kind.replace('?', '').split(' or ') as [PlainName, string?];
  const [words, is] = KINDS[plain];
  const fits = value === undefined ? isOptional : value === null ? orNull !== undefined : is(value);
  return fits ? null : `${words}${orNull === undefined ? '' : ' or null'}${isOptional ? ' or nothing' : ''}`;
}

/** Refuses what has not the form of an answer with an {@link InputError}, by the first field that is wrong. */
export function checkAnswer<T>(path: string, value: T, { what, fields }: AnswerForm<NoInfer<T>>): void {
  const answer = checkObject(path, value, what);
  for (const [name, kind] of Object.entries<string | undefined>(fields)) {
    if (kind === undefined) continue;
    const at = `${path}.${name}`;
    const given = readOff(path, value, () => answer[name]);
    const instead = readOff(at, given, () => allowedInstead(kind, given));
    if (instead === null) continue;
    throw new InputError({ code: 'input/answer', path: at, given, allowed: `${instead}, as in ${what}` });
  }
}

/** What stands in a text where a value was to stand and there was none. */
const NO_VALUE = /\b(?:NaN|undefined|Infinity)\b|\[object \w+\]/;

/** All texts within a value, each object looked into once. */
function* textsWithin(value: unknown, seen = new Set<object>()): Generator<string> {
  if (typeof value === 'string') yield value;
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  for (const inner of Object.values(value)) yield* textsWithin(inner, seen);
}

/** The first mark of no value in what is told that stands in no text of what was given; null where there is none. */
function missingIn(told: unknown, given: readonly unknown[]): string | null {
  if (told === undefined) return 'undefined';
  for (const text of textsWithin(told)) {
    const [mark] = NO_VALUE.exec(text) ?? [];
    if (mark === undefined) continue;
    const isGiven = () => {
      for (const own of textsWithin(given)) if (own.includes(mark)) return true;
      return false;
    };
    if (!isGiven()) return mark;
  }
  return null;
}

/**
 * Tells an answer that has the form of one at the top. What stands within it is not looked at before: where that is no longer what the
 * library gave, the answer is refused with an {@link InputError} as a whole, whether it cannot be told or would be told with a value that
 * is none. `given` is the answer and, after it, whatever else has words that are told.
 */
export function asGiven<Told>(path: string, given: readonly [unknown, ...unknown[]], tell: () => Told): Told {
  const refuse = (reason: string, cause?: Error): never => {
    const why = `something within it is not as it was given (${reason})`;
    const allowed = 'an answer as the library gave it';
    throw new InputError({ code: 'input/answer', path, given: given[0], allowed, why }, { cause });
  };
  try {
    const told = tell();
    const missing = missingIn(told, given);
    return missing === null ? told : refuse(`it would be told with "${missing}" for a value`);
  } catch (cause) {
    if (!(cause instanceof Error) || cause instanceof InputError) throw cause;
    return refuse(reasonOf(cause), cause);
  }
}

/** Refuses what is no list, and an item that a check refuses, with an {@link InputError}; `what` says of what the list is. */
export function checkItems<T>(
  path: string,
  list: readonly T[],
  what: string,
  check: (path: string, item: T) => unknown,
): void {
  checkList(path, list, what);
  // Read once: a list of the caller's may be a proxy.
  const items = readOff(path, list, () => [...list]);
  for (const [at, item] of items.entries()) check(`${path}.${at}`, item);
}

/** Refuses what is no list of answers of one form with an {@link InputError}, by the first item that is none. */
export function checkAnswers<T>(path: string, list: readonly T[], form: AnswerForm<NoInfer<T>>): void {
  checkItems(path, list, `items, each ${form.what}`, (at, item) => checkAnswer(at, item, form));
}
