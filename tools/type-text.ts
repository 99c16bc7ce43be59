/**
 * Writes the types of zod schemas as TypeScript, each field with the words by which its schema describes it, so that no type of
 * zod's stands in what people import.
 */
import { wrap } from '../src/report/wording/text';

/** What of a zod schema its type is read from. */
export interface Schema {
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
export function comment(indent: string, words: string): string {
  const text = words.replaceAll('*/', '* /');
  if (indent.length + text.length + 7 <= WIDTH) return `${indent}/** ${text} */`;
  const lines = wrap({ width: WIDTH }, text, `${indent} * `);
  return [`${indent}/**`, ...lines, `${indent} */`].join('\n');
}

/** Whether the type of a schema is written as a choice of several. */
const isChoice = ({ _zod: { def, values } }: Schema): boolean =>
  def.type === 'union' ||
  def.type === 'nullable' ||
  ((def.type === 'enum' || def.type === 'literal') && (values?.size ?? 0) > 1);

/** How types are written: whether what they hold may be changed, the name of what contains itself, and schemas that have a name. */
export interface Style {
  readonly readonly: boolean;
  readonly recursive?: string;
  readonly named?: ReadonlyMap<unknown, string>;
}

/** The type of a schema as TypeScript writes it. */
export function typeText(at: string, schema: Schema, indent: string, style: Style): string {
  const name = style.named?.get(schema);
  if (name !== undefined) return name;
  const readonly = style.readonly ? 'readonly ' : '';
  const of = (key: string) => typeText(at, inner(schema, key), indent, style);
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
      const element = of('element');
      return isChoice(inner(schema, 'element')) ? `${readonly}(${element})[]` : `${readonly}${element}[]`;
    }
    case 'nullable':
      return `${of('innerType')} | null`;
    case 'optional':
      return of('innerType');
    case 'union':
      return (def.options as Schema[]).map((option) => typeText(at, option, indent, style)).join(' | ');
    case 'tuple':
      return `${readonly}[${(def.items as Schema[]).map((item) => typeText(at, item, indent, style)).join(', ')}]`;
    case 'record':
      return style.readonly
        ? `Readonly<Record<string, ${of('valueType')}>>`
        : `Record<string, ${of('valueType')}>`;
    case 'unknown':
      return 'unknown';
    case 'lazy':
      if (style.recursive !== undefined) return style.recursive;
      throw new Error(`${at}: what contains itself has no name`);
    case 'object':
      return `{\n${Object.entries(def.shape as Readonly<Record<string, Schema>>)
        .map(([name, field]) =>
          fieldText(`${at}.${name}`, name, field, { ...style, rule: null }, `${indent}  `),
        )
        .join('\n')}${othersText(schema, `${indent}  ${readonly}`)}\n${indent}}`;
    default:
      throw new Error(`${at}: no type is known for the schema ${def.type}`);
  }
}

/** What stands for the fields that an object may have beside its own. */
const othersText = (schema: Schema, start: string): string =>
  (schema._zod.def.catchall as Schema | undefined)?._zod.def.type === 'unknown'
    ? `\n${start}[field: string]: unknown;`
    : '';

/** What a schema or what it wraps is described by. */
export function wordsOf(schema: Schema): string | undefined {
  if (schema.description !== undefined) return schema.description;
  const { def } = schema._zod;
  return def.type === 'optional' || def.type === 'nullable' ? wordsOf(inner(schema, 'innerType')) : undefined;
}

const closed = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`);

/** A field with its words and the rule that bears on it. */
export function fieldText(
  at: string,
  name: string,
  schema: Schema,
  { rule, ...style }: Style & { readonly rule: string | null },
  indent: string,
): string {
  const own = wordsOf(schema);
  const words = [own === undefined ? null : closed(own), rule].filter((part) => part !== null).join(' ');
  const { def, optout, traits } = schema._zod;
  const isOptional = def.type === 'optional' && optout === 'optional';
  const type = typeText(at, schema, indent, style);
  const spoken = words === '' ? '' : `${comment(indent, words)}\n`;
  const absent = isOptional && !traits.has('$ZodExactOptional') ? ' | undefined' : '';
  const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`;
  return `${spoken}${indent}${style.readonly ? 'readonly ' : ''}${key}${isOptional ? '?' : ''}: ${type}${absent};`;
}
