/**
 * Definitions of action types of a caller's own, looked at whole before anything is made of them: `defineAction` of the
 * entry `detente/own`. The library's own definitions are held to their form by the compiler and the tests.
 */
import type * as z from 'zod';
import {
  checkFunction,
  checkKnown,
  checkList,
  checkObject,
  checkText,
  checkYesNo,
  isObject,
  readOff,
} from '../kit/checks';
import { InputError } from '../kit/input-error';
import { ACTORS } from '../model/actor';
import { COERCIVE_KINDS } from '../model/coercion';
import {
  defineAction as define,
  type ActionDefinition,
  type ResolveSignal,
  type Touched,
  type TypedActionType,
} from './action-type';
import { checkDomain } from './own-domain';

type Given = Readonly<Record<string, unknown>>;
type Check = (path: string, value: unknown) => unknown;

const LONGEST_NAME = 80;
const LONGEST_TEXT = 2_000;

const SIGNALS: readonly ResolveSignal[] = ['threat', 'execution', 'postponement', 'withdrawal'];
const TOUCHED: readonly Touched[] = [...COERCIVE_KINDS, 'promises'];

/** Fields that every event carries: one of them as a field of a type's own would take their place. */
const OF_EVERY_EVENT = ['type', 'actor', 'on', 'source'];

const fail = (path: string, given: unknown, allowed: string): never => {
  throw new InputError({ code: 'own/action', path, given, allowed });
};

const isText: Check = (path, value) => checkText(path, value, { least: 1, most: LONGEST_TEXT });
const isName: Check = (path, value) =>
  typeof value === 'string' && value.length <= LONGEST_NAME && /^[\w-]+(?:\.[\w-]+)+$/.test(value)
    ? value
    : fail(path, value, 'a text of the form family.verb');
const isFunction =
  (what: string): Check =>
  (path, value) => {
    checkFunction(path, value, what);
    return value;
  };
/** As another check, of what may be left out. */
const perhaps =
  (check: Check): Check =>
  (path, value) =>
    value === undefined ? undefined : check(path, value);
const listOf =
  (what: string, check: Check): Check =>
  (path, value) =>
    checkList(path, value, what).map((item, at) => check(`${path}.${at}`, item));
/** As a list, of names of which each stands once. */
const onceEach =
  (what: string, names: readonly string[], least: number): Check =>
  (path, value) => {
    const list = checkList(path, value, what).map((item, at) => checkKnown(`${path}.${at}`, item, names));
    return new Set(list).size === list.length && list.length >= least
      ? list
      : fail(path, value, `a list of ${what}, each once${least === 0 ? '' : ` and ${least} at least`}`);
  };

/** The parts of an object, each checked; the others are left where they are. */
function parts(path: string, value: unknown, what: string, checks: Readonly<Record<string, Check>>): Given {
  if (!isObject(value)) return fail(path, value, what);
  return readOff(path, value, () => {
    const read: Record<string, unknown> = {};
    for (const [name, check] of Object.entries(checks)) {
      const part = check(`${path}.${name}`, value[name]);
      if (part !== undefined) read[name] = part;
    }
    return read;
  });
}

const WORDS = { code: isText, rule: isText, source: isText };

const isRule: Check = (path, value) =>
  parts(path, value, 'a rule', {
    ...WORDS,
    violated: isFunction('tells the facts of a violation, or null'),
    stops: perhaps(checkYesNo),
    instead: perhaps(listOf('names of action types', isText)),
    settles: perhaps(checkYesNo),
    lasting: perhaps(checkYesNo),
  });

const isFieldRule: Check = (path, value) =>
  parts(path, value, 'a rule', {
    ...WORDS,
    domain: isFunction('answers the domain of a field'),
    surely: perhaps(isFunction('tells whether a value is a member for sure')),
    constant: perhaps(checkDomain),
    optional: perhaps(checkYesNo),
  });

const isExample: Check = (path, value) => (isObject(value) ? value : fail(path, value, 'an event'));

/** Whether a value answers as a schema of zod 4 does. */
function isSchema(value: unknown): boolean {
  if (!isObject(value)) return false;
  const inner = value['_zod'];
  return typeof value['safeParse'] === 'function' && isObject(inner) && typeof inner['run'] === 'function';
}

/** Schemas by field; a function of schemas is for the library's own types alone, whose forms are compiled. */
const isFields: Check = (path, value) => {
  if (!isObject(value)) return fail(path, value, 'an object of schemas');
  return readOff(path, value, () => {
    for (const [name, schema] of Object.entries(value)) {
      if (!isSchema(schema)) fail(`${path}.${name}`, schema, 'a schema of zod 4');
      if (OF_EVERY_EVENT.includes(name) || name in Object.prototype)
        fail(path, name, 'fields under names that neither every event nor every object has');
    }
    return { ...value };
  });
};

/** What a definition has to have, part by part, in the order in which they are looked at. */
const PARTS: Readonly<Record<string, Check>> = {
  type: isName,
  actors: onceEach('those who may make the move', ACTORS, 1),
  fields: isFields,
  subjects: isFunction('lists the candidates for the subject'),
  rules: listOf('rules', isRule),
  domains: (path, value) => (isObject(value) ? value : fail(path, value, 'an object of rules by field')),
  effect: isFunction('writes an event into a draft'),
  examples: listOf('events', isExample),
  doc: isText,
  cites: listOf('ids of sources', isText),
  signal: perhaps((path, value) => checkKnown(path, value, SIGNALS)),
  touches: perhaps(onceEach('what an act can change', TOUCHED, 0)),
  sentence: perhaps(isFunction('tells an event as a sentence')),
  channel: perhaps(isFunction('tells how far an event presses or obliges')),
};

/** All parts that a definition may have. */
const DEFINED = [...Object.keys(PARTS), 'subject'];

/** The name of the field that names what is acted on, or null. */
function subjectOf(given: Given, fields: Given): string | null {
  const { subject } = given;
  if (subject === null) return null;
  const why = 'the subject is one of the fields, or null';
  return checkKnown('definition.subject', subject, Object.keys(fields), why);
}

/** The rules of the fields but the subject, each of them a definition's own: what all objects have is none. */
function domainsOf(read: Given, subject: string | null): Given {
  const domains = read['domains'] as Given;
  const rules: [string, unknown][] = [];
  for (const field of Object.keys(read['fields'] as Given)) {
    if (field === subject) continue;
    const path = `definition.domains.${field}`;
    const rule = readOff(path, domains, () => (Object.hasOwn(domains, field) ? domains[field] : undefined));
    if (rule === undefined) {
      const why = `${String(read['type'])}: the field "${field}" has no rule`;
      throw new InputError({ code: 'own/action', path, given: rule, allowed: 'a rule', why });
    }
    rules.push([field, isFieldRule(path, rule)]);
  }
  return Object.fromEntries(rules);
}

/**
 * Makes an action type out of its definition. Throws an InputError for a part that is missing or of another kind, a field without a rule
 * among them.
 * @param definition - Name, actors, fields, rules and effect of the new type; each field but the subject needs a rule under `domains`.
 *
 * @example
 * const nod = defineAction({
 *   type: 'talks.nod',
 *   actors: ['US', 'CN'],
 *   doc: 'Nod across the table.',
 *   cites: ['stylised'],
 *   fields: {},
 *   subject: null,
 *   subjects: () => [],
 *   rules: [],
 *   domains: {},
 *   effect: () => undefined,
 *   examples: [{ type: 'talks.nod', actor: 'US', on: '2025-10-25' }],
 * });
 * nod.type
 */
export function defineAction<const T extends string, F extends z.ZodRawShape>(
  definition: ActionDefinition<T, F>,
): TypedActionType<T, F> {
  const given = checkObject('definition', definition, 'the definition of an action type');
  return readOff('definition', given, () => {
    for (const name of Object.keys(given))
      if (!DEFINED.includes(name)) checkKnown('definition', name, DEFINED, 'it has a part that is none');
    const read = parts('definition', given, 'the definition of an action type', PARTS);
    const subject = subjectOf(given, read['fields'] as Given);
    const domains = domainsOf(read, subject);
    // Every part has been looked at, and was taken out of the caller's object: it is a definition whatever that one becomes.
    return define({ ...read, subject, domains } as unknown as ActionDefinition<T, F>);
  });
}
