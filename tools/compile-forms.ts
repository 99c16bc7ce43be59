/**
 * Compiles the zod schemas of events, states, scenarios, facts and shards into forms (`src/kit/form.ts`), which are plain data, and the
 * parameters of the data into their types. With
 * `--check` it writes nothing and fails when one of the files is stale. It fails on whatever a form cannot say.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { baseSchemas } from '../src/actions/action-type';
import { EVENT_BOOK } from '../src/actions/event-forms';
import { actionTypes } from '../src/actions/index';
import { STATE_BOOK } from '../src/engine/state-form';
import { stateSchema } from '../src/engine/state-schema';
import { SHARD_BOOK } from '../src/ensemble/shard-form';
import { shardSchema } from '../src/ensemble/shard-schema';
import { FACTS_BOOK } from '../src/facts/facts-form';
import { factsSchema } from '../src/facts/schema';
import type { Form, FormBook, FormTest } from '../src/kit/form';
import { SCENARIO_BOOK } from '../src/scenario/forms';
import { scenarioFileSchema, scenarioSchema } from '../src/scenario/schema';
import { eventsText as eventTypesText } from './compile-events';
import { factsTypesText, scenarioTypesText } from './compile-types';
import { parametersText } from './compile-parameters';

const root = join(fileURLToPath(new URL('.', import.meta.url)), '..');

type Def = Readonly<Record<string, unknown>>;
type Parts = Record<string, Form>;

interface Schema {
  readonly _zod: {
    readonly def: Def & { readonly type: string };
    readonly traits: ReadonlySet<string>;
    readonly values?: ReadonlySet<unknown>;
    readonly optin?: string;
    readonly optout?: string;
  };
}

interface Check {
  readonly _zod: { readonly def: Def & { readonly check: string } };
}

/** What a definition says beside what is read of it: it would be lost. */
function refuseMore(at: string, def: Def, ...read: readonly string[]): void {
  const more = Object.keys(def).filter((key) => def[key] !== undefined && !read.includes(key));
  if (more.length > 0) throw new Error(`${at}: a form cannot say ${more.join(', ')}`);
}

/** The words of a complaint, which may depend on nothing. */
function words(at: string, error: unknown): string {
  const blind = new Proxy({}, { get: () => refuse(at, 'a complaint that depends on what was given') });
  const told: unknown = (error as (issue: object) => unknown)(blind);
  return typeof told === 'string' ? told : refuse(at, 'a complaint that is no text');
}

function refuse(at: string, what: string): never {
  throw new Error(`${at}: a form cannot say ${what}`);
}

/** Makes forms of schemas; predicates are known by the names of the book, and what contains itself goes to its parts. */
export function translator({ predicates }: FormBook, parts: Parts) {
  const names = new Map<unknown, string>(Object.entries(predicates).map(([name, holds]) => [holds, name]));
  const loops = new Map<unknown, string>();

  const bound = (at: string, value: unknown): number =>
    typeof value === 'number' ? value : refuse(at, `the bound ${String(value)}`);

  function testOf(at: string, { _zod: { def } }: Check): FormTest {
    switch (def.check) {
      case 'max_length':
        refuseMore(at, def, 'check', 'maximum', 'when');
        return { test: 'longest', is: bound(at, def.maximum) };
      case 'min_length':
        refuseMore(at, def, 'check', 'minimum', 'when');
        return { test: 'shortest', is: bound(at, def.minimum) };
      case 'length_equals':
        refuseMore(at, def, 'check', 'length', 'when');
        return { test: 'length', is: bound(at, def.length) };
      case 'less_than':
        refuseMore(at, def, 'check', 'value', 'inclusive');
        if (def.inclusive !== true) refuse(at, 'below a bound');
        return { test: 'at-most', is: bound(at, def.value) };
      case 'greater_than':
        refuseMore(at, def, 'check', 'value', 'inclusive');
        return { test: def.inclusive === true ? 'at-least' : 'above', is: bound(at, def.value) };
      case 'number_format':
        refuseMore(at, def, 'check', 'type', 'format', 'abort', 'checks');
        if (def.format !== 'safeint' || def.abort !== false)
          refuse(at, `numbers of the kind ${String(def.format)}`);
        return { test: 'whole' };
      case 'string_format': {
        refuseMore(at, def, 'check', 'format', 'pattern', 'error');
        if (def.format !== 'regex') refuse(at, `texts of the kind ${String(def.format)}`);
        const { source, flags } = def.pattern as RegExp;
        if (flags !== '') refuse(at, `a pattern with the flags ${flags}`);
        return {
          test: 'pattern',
          source,
          ...(def.error === undefined ? {} : { message: words(at, def.error) }),
        };
      }
      case 'custom': {
        refuseMore(at, def, 'type', 'check', 'fn', 'error', 'abort');
        if (def.abort === true) refuse(at, 'a test after which no other is put');
        const name = names.get(def.fn);
        if (name === undefined)
          throw new Error(`${at}: the predicate ${String(def.fn)} has no name in the book`);
        return { test: 'holds', name, message: words(at, def.error) };
      }
      default:
        return refuse(at, `the test ${def.check}`);
    }
  }

  function testsOf(at: string, schema: Schema): FormTest[] {
    const { def, traits } = schema._zod;
    const own = traits.has('$ZodCheck') ? [schema as unknown as Check] : [];
    return [...own, ...((def.checks ?? []) as readonly Check[])].map((check) => testOf(at, check));
  }

  function fieldsOf(at: string, shape: Readonly<Record<string, Schema>>): Record<string, Form> {
    return Object.fromEntries(
      Object.entries(shape).map(([key, field]) => {
        const form = formOf(`${at}.${key}`, field);
        const mayBeAbsent = field._zod.optin === 'optional' && field._zod.optout === 'optional';
        const mustBeThere = field._zod.optin === undefined && field._zod.optout === undefined;
        if (form.kind === 'optional' ? !mayBeAbsent : !mustBeThere)
          refuse(`${at}.${key}`, 'an absence inside another schema');
        return [key, form];
      }),
    );
  }

  function bareOf(at: string, schema: Schema): Form {
    const { def, traits } = schema._zod;
    const inner = (key: string, name = key) => formOf(`${at}.${name}`, def[key] as Schema);
    const read = (...keys: readonly string[]) => refuseMore(at, def, 'type', 'checks', ...keys);
    switch (def.type) {
      case 'string':
        read();
        return { kind: 'text' };
      case 'number':
        read(...(traits.has('$ZodCheck') ? ['check', 'format', 'abort'] : []));
        return { kind: 'number' };
      case 'boolean':
        read();
        return { kind: 'yes-no' };
      case 'null':
        read();
        return { kind: 'null' };
      case 'unknown':
        read();
        return { kind: 'any' };
      case 'literal':
      case 'enum': {
        read('values', 'entries');
        const values = [...schema._zod.values!];
        if (
          JSON.stringify(JSON.parse(JSON.stringify(values))) !== JSON.stringify(values) ||
          values.includes(undefined)
        )
          refuse(at, 'a value that JSON does not have');
        return { kind: 'one-of', values };
      }
      case 'array':
        read('element');
        return { kind: 'list', of: inner('element', '[]') };
      case 'tuple': {
        read('items', 'rest');
        if (def.rest !== null) refuse(at, 'a row with a rest');
        const items = def.items as readonly Schema[];
        if (items.some(({ _zod }) => _zod.optin !== undefined || _zod.optout !== undefined))
          refuse(at, 'a row with items that may be absent');
        return { kind: 'row', of: items.map((item, index) => formOf(`${at}.${index}`, item)) };
      }
      case 'object': {
        read('shape', 'catchall');
        const others = (def.catchall as Schema | undefined)?._zod.def.type;
        if (others !== 'never' && others !== 'unknown') refuse(at, 'an object that drops keys');
        const fields = fieldsOf(at, def.shape as Readonly<Record<string, Schema>>);
        return { kind: 'fields', fields, others: others === 'never' ? 'refused' : 'kept' };
      }
      case 'record': {
        read('keyType', 'valueType');
        const names = def.keyType as Schema;
        if (names._zod.def.type !== 'string') refuse(at, 'names that are no texts');
        return { kind: 'record', names: inner('keyType', 'name'), of: inner('valueType', 'value') };
      }
      case 'union': {
        const options = (def.options as readonly Schema[]).map((option, index) =>
          formOf(`${at}|${index}`, option),
        );
        if (options.length < 2) refuse(at, 'a choice of one');
        if (def.discriminator === undefined) {
          read('options', 'inclusive');
          if (def.inclusive === false) refuse(at, 'a choice of exactly one');
          return { kind: 'either', of: options };
        }
        read('options', 'inclusive', 'discriminator', 'unionFallback');
        if (def.unionFallback === true) refuse(at, 'a choice that falls back');
        const field = def.discriminator as string;
        const named = options.map((option): [string, Form] => {
          const value = option.kind === 'fields' ? option.fields[field] : undefined;
          if (value?.kind !== 'one-of' || value.values.length !== 1 || typeof value.values[0] !== 'string')
            return refuse(at, 'a choice that does not hang on one text');
          return [value.values[0], option];
        });
        return { kind: 'by-field', field, of: Object.fromEntries(named) };
      }
      case 'optional':
        read('innerType');
        if ((def.innerType as Schema)._zod.optin !== undefined) refuse(at, 'an absence inside an absence');
        return { kind: 'optional', of: inner('innerType', '?'), exact: traits.has('$ZodExactOptional') };
      case 'nullable':
        read('innerType');
        return { kind: 'nullable', of: inner('innerType', '?') };
      case 'lazy': {
        read('getter', '_cachedInner');
        const getter = def.getter as () => Schema;
        const known = loops.get(getter);
        if (known !== undefined) return { kind: 'part', part: known };
        const part = `loop${loops.size + 1}`;
        loops.set(getter, part);
        parts[part] = formOf(at, getter());
        return { kind: 'part', part };
      }
      default:
        return refuse(at, `the schema ${def.type}`);
    }
  }

  function formOf(at: string, schema: Schema): Form {
    const form = bareOf(at, schema);
    const tests = testsOf(at, schema);
    return tests.length === 0 ? form : { ...form, tests };
  }

  return (at: string, schema: unknown): Form => formOf(at, schema as Schema);
}

/** Shortest text of a form that is worth a name. */
const SHORTEST_PART = 60;

/** The forms with what occurs in them more than once moved to the parts, under a number. */
function shared<T>(forms: T, parts: Parts): { readonly forms: T; readonly parts: Parts } {
  const isForm = (value: object) => 'kind' in value && typeof value.kind === 'string';
  const seen = new Map<string, number>();
  const count = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isForm(value)) {
      const text = JSON.stringify(value);
      const times = (seen.get(text) ?? 0) + 1;
      seen.set(text, times);
      if (times > 1) return;
    }
    Object.values(value).forEach(count);
  };
  count([forms, parts]);
  const names = new Map<string, string>();
  const found: Parts = {};
  const replace = (value: unknown, isRoot = false): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const text = JSON.stringify(value);
    const inside = () =>
      Array.isArray(value)
        ? value.map((item) => replace(item))
        : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replace(item)]));
    if (isRoot || !isForm(value) || seen.get(text)! < 2 || text.length < SHORTEST_PART) return inside();
    const known = names.get(text);
    if (known !== undefined) return { kind: 'part', part: known };
    const part = String(names.size + 1);
    names.set(text, part);
    found[part] = inside() as Form;
    return { kind: 'part', part };
  };
  const told = replace(forms, true) as T;
  const loops = Object.entries(parts).map(([name, form]) => [name, replace(form, true) as Form]);
  return { forms: told, parts: { ...found, ...(Object.fromEntries(loops) as Parts) } };
}

/** A line for each entry of each group, so that a difference can be read. */
function fileText(groups: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(groups).map(([name, group]) => {
    const lines = Object.entries(group as object).map(
      ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`,
    );
    return `${JSON.stringify(name)}:{\n${lines.join(',\n')}\n}`;
  });
  return `{${entries.join(',\n')}}\n`;
}

function eventFormsText(): string {
  const loops: Parts = {};
  const formOf = translator(EVENT_BOOK, loops);
  const fieldsOf = (at: string, schema: unknown) => {
    const form = formOf(at, schema);
    return form.kind === 'fields' ? form.fields : refuse(at, 'an event that is no object');
  };
  const base = fieldsOf('event', z.strictObject(baseSchemas(z)));
  const fields = actionTypes.map(({ type, schema, subject, fieldRules }) => {
    const all = Object.entries(fieldsOf(type, schema(z)));
    const own = all.filter(([name]) => name !== 'type' && name !== 'actor' && !Object.hasOwn(base, name));
    const ruled = fieldRules.map(([name]) => name);
    const wanted = own.map(([name]) => name).filter((name) => name !== subject);
    if (ruled.join() !== wanted.join())
      throw new Error(`${type}: its fields are ${wanted.join(', ')}; its domains are of ${ruled.join(', ')}`);
    return [type, Object.fromEntries(own)] as const;
  });
  const { forms, parts } = shared({ base, fields: Object.fromEntries(fields) }, loops);
  return fileText({ parts, ...forms });
}

function scenariosText(): string {
  const loops: Parts = {};
  const formOf = translator(SCENARIO_BOOK, loops);
  const whole = { file: formOf('file', scenarioFileSchema), whole: formOf('scenario', scenarioSchema) };
  const { forms, parts } = shared(whole, loops);
  return fileText({ parts, ...forms });
}

function oneText(name: string, schema: unknown, book: FormBook): string {
  const loops: Parts = {};
  const { forms, parts } = shared({ form: translator(book, loops)(name, schema) }, loops);
  return fileText({ parts, ...forms });
}

/** The files of forms and what each has to hold. */
export function formFiles(): readonly (readonly [path: string, text: string])[] {
  return [
    [join(root, 'src/actions/event-forms.json'), eventFormsText()],
    [join(root, 'src/scenario/scenario-forms.json'), scenariosText()],
    [join(root, 'src/facts/facts-form.json'), oneText('facts', factsSchema, FACTS_BOOK)],
    [join(root, 'src/engine/state-form.json'), oneText('state', stateSchema, STATE_BOOK)],
    [join(root, 'src/ensemble/shard-form.json'), oneText('shard', shardSchema, SHARD_BOOK)],
    [join(root, 'src/actions/events.ts'), eventTypesText()],
    [join(root, 'src/scenario/types.ts'), scenarioTypesText()],
    [join(root, 'src/facts/types.ts'), factsTypesText()],
    [join(root, 'src/model/parameters.ts'), parametersText()],
  ];
}

function run(): void {
  const stale = formFiles().filter(
    ([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text,
  );
  if (process.argv.includes('--check')) {
    if (stale.length === 0) return;
    console.error(`stale, run "npm run forms": ${stale.map(([path]) => relative(root, path)).join(', ')}`);
    process.exit(1);
  }
  for (const [path, text] of stale) writeFileSync(path, text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) run();
