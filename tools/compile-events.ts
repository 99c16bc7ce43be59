/**
 * Compiles the types of all events from the table of action types: each field with what it is, its unit and the rule that bears
 * on it, so that an editor shows them, and each event with the parties that may act. It fails on a field without words.
 */
import * as z from 'zod';
import { actionTypes } from '../src/actions/index';
import type { ActionType } from '../src/actions/action-type';
import { wrap } from '../src/report/wording/text';

/** What of a zod schema its type is read from. */
interface Schema {
  readonly _zod: {
    readonly def: Readonly<Record<string, unknown>> & { readonly type: string };
    readonly values?: ReadonlySet<unknown>;
    readonly optout?: string;
    readonly traits: ReadonlySet<string>;
  };
  readonly description?: string | undefined;
}

const WIDTH = 100;

const literal = (value: unknown): string =>
  typeof value === 'string' ? `'${value}'` : JSON.stringify(value);

const inner = (schema: Schema, key: string): Schema => schema._zod.def[key] as Schema;

/** A comment of one line where it fits, of several otherwise. */
function comment(indent: string, words: string): string {
  const text = words.replaceAll('*/', '* /');
  if (indent.length + text.length + 7 <= WIDTH) return `${indent}/** ${text} */`;
  const lines = wrap(text, `${indent} * `, `${indent} * `, WIDTH);
  return [`${indent}/**`, ...lines, `${indent} */`].join('\n');
}

/** The type of a schema as TypeScript writes it. */
function typeText(at: string, schema: Schema, indent: string): string {
  const { def, values } = schema._zod;
  switch (def.type) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return def.type;
    case 'literal':
    case 'enum':
      return [...values!].map(literal).join(' | ');
    case 'array': {
      const of = typeText(at, inner(schema, 'element'), indent);
      return of.includes('|') ? `readonly (${of})[]` : `readonly ${of}[]`;
    }
    case 'nullable':
      return `${typeText(at, inner(schema, 'innerType'), indent)} | null`;
    case 'optional':
      return typeText(at, inner(schema, 'innerType'), indent);
    case 'union':
      return (def.options as Schema[]).map((option) => typeText(at, option, indent)).join(' | ');
    case 'object':
      return `{\n${Object.entries(def.shape as Readonly<Record<string, Schema>>)
        .map(([name, field]) => fieldText(`${at}.${name}`, name, field, null, `${indent}  `))
        .join('\n')}${othersText(schema, `${indent}  `)}\n${indent}}`;
    default:
      throw new Error(`${at}: no type is known for the schema ${def.type}`);
  }
}

/** What stands for the fields that an object may have beside its own. */
const othersText = (schema: Schema, indent: string): string =>
  inner(schema, 'catchall')._zod.def.type === 'unknown'
    ? `\n${indent}readonly [field: string]: unknown;`
    : '';

/** What a schema or what it wraps is described by. */
function wordsOf(schema: Schema): string | undefined {
  if (schema.description !== undefined) return schema.description;
  const { def } = schema._zod;
  return def.type === 'optional' || def.type === 'nullable' ? wordsOf(inner(schema, 'innerType')) : undefined;
}

const closed = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`);

function fieldText(at: string, name: string, schema: Schema, rule: string | null, indent: string): string {
  const own = wordsOf(schema);
  const words = [own === undefined ? null : closed(own), rule].filter((part) => part !== null).join(' ');
  const { def, optout, traits } = schema._zod;
  const isOptional = def.type === 'optional' && optout === 'optional';
  const type = typeText(at, schema, indent);
  const spoken = words === '' ? '' : `${comment(indent, words)}\n`;
  const absent = isOptional && !traits.has('$ZodExactOptional') ? ' | undefined' : '';
  return `${spoken}${indent}readonly ${name}${isOptional ? '?' : ''}: ${type}${absent};`;
}

function eventText({ type, doc, actors, subject, fieldRules, rules, schema }: ActionType): string {
  const { shape } = schema(z) as unknown as { readonly shape: Readonly<Record<string, Schema>> };
  const ruleOf = new Map(fieldRules.map(([name, { rule }]) => [name, rule]));
  const fields = Object.entries(shape).map(([name, field]) => {
    if (name !== 'type' && wordsOf(field) === undefined && name !== 'actor' && !ruleOf.has(name))
      throw new Error(`${type}.${name}: nothing says what the field is`);
    const asks = name === subject ? (rules[0]?.rule ?? null) : (ruleOf.get(name) ?? null);
    return fieldText(`${type}.${name}`, name, field, asks, '    ');
  });
  const by = actors.length === 1 ? `Made by ${actors[0]!}.` : `Made by one of ${actors.join(', ')}.`;
  return `${comment('  ', `${doc} ${by}`)}\n  readonly '${type}': {\n${fields.join('\n')}\n  };`;
}

/** The text of the typed module: the event of each action type by its name, and the union of all. */
export function eventsText(): string {
  return `/**
 * The events of the library's own action types, compiled from the schemas and rules of \`src/actions\`. Do not edit: run
 * \`npm run forms\`.
 */

/** The event of each action type by the type's name: who may make it, and its fields with their units and rules. */
export interface EventByType {
${actionTypes.map(eventText).join('\n')}
}

/** The name of an action type. */
export type EventType = keyof EventByType;

/** One dated, attributed act: the union over all action types. */
export type Event = EventByType[EventType];
`;
}
