/** Forms: that they say of any value what the schema says that they were compiled from, and what cannot be compiled. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Form, FormBook } from '../../src/kit/form';
import { parseForm } from '../../src/kit/parse-form';
import { surelyFits } from '../../src/kit/form-fit';
import { formFiles, translator } from '../../tools/compile-forms';
import { attempt, damaged, expectAlike } from '../forms';
import { root } from '../sources';
import { atLength } from '../extent';

const isEven = (value: number) => value % 2 === 0;
const isSmall = (value: object) => Object.keys(value).length < 3;
const BOOK: FormBook = { parts: {}, predicates: { isEven, isSmall } };

function compiled(schema: z.ZodType): { readonly form: Form; readonly book: FormBook } {
  const parts: Record<string, Form> = {};
  const form = translator(BOOK, parts)('schema', schema);
  return { form, book: { ...BOOK, parts } };
}

type Tree = { readonly leaf: number } | { readonly branches: readonly Tree[] };
const tree: z.ZodType<Tree> = z.lazy(() =>
  z.union([z.strictObject({ leaf: z.number() }), z.strictObject({ branches: z.array(tree).min(1).max(3) })]),
);

const leaves = (): fc.Arbitrary<z.ZodType> =>
  fc.constantFrom<z.ZodType>(
    z.string(),
    z.string().min(1).max(80),
    z.string().length(2),
    z
      .string()
      .max(3)
      .regex(/^[a-z]+$/),
    z.string().regex(/^\d+$/, { error: 'digits' }),
    z.string().min(2).max(40).regex(/a/).max(41),
    z.number(),
    z.number().min(0).max(1),
    z.number().positive(),
    z.int().min(1),
    z.number().max(4).int().min(2),
    z.number().refine(isEven, { error: 'an even number' }).min(0),
    z.int().refine(isEven, { error: 'an even number' }),
    z.boolean(),
    z.null(),
    z.unknown(),
    z.literal('one'),
    z.literal(true),
    z.literal([1, 'a', null]),
    z.enum(['US', 'CN', 'both']),
    tree,
  );

const named = fc.constantFrom('a', 'b', 'id', 'kind', 'length', 'toString');

const { schema: anySchema } = fc.letrec<{ schema: z.ZodType }>((tie) => {
  const inner = tie('schema');
  const field = fc.oneof(
    inner,
    inner.map((schema) => schema.optional()),
    inner.map((schema) => schema.exactOptional()),
  );
  const shape = fc.dictionary(named, field, { maxKeys: 4 });
  return {
    schema: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaves(),
      shape.map((fields) => z.strictObject(fields)),
      shape.map((fields) => z.looseObject(fields)),
      shape.map((fields) => z.strictObject(fields).refine(isSmall, { error: 'a small object' })),
      inner.map((schema) => z.array(schema)),
      inner.map((schema) => z.array(schema).min(1).max(2)),
      inner.map((schema) => z.array(schema).length(2)),
      fc.constant(z.array(z.int()).length(2)),
      fc.constant(z.record(z.string().max(5), z.looseObject({ a: z.unknown() }))),
      inner.map((schema) => z.array(schema).max(3).refine(isSmall, { error: 'few' }).max(2)),
      inner.map((schema) => schema.nullable()),
      inner.map((schema) => z.record(z.string().max(3), schema)),
      inner.map((schema) => z.record(z.string().regex(/^[a-z]+$/, { error: 'a small name' }), schema)),
      fc.array(inner, { minLength: 1, maxLength: 3 }).map((items) => z.tuple(items as [z.ZodType])),
      fc.array(inner, { minLength: 2, maxLength: 3 }).map((options) => z.union(options as [z.ZodType])),
      fc
        .tuple(shape, shape)
        .map(([one, two]) =>
          z.discriminatedUnion('kind', [
            z.strictObject({ ...one, kind: z.literal('one') }),
            z.strictObject({ ...two, kind: z.literal('two') }),
          ]),
        ),
    ),
  };
});

/** Values that come near to many schemas. */
const EXAMPLES: readonly unknown[] = [
  { a: 1, b: 'a', id: 'one', kind: 'one' },
  { kind: 'two', length: 2, toString: [] },
  { kind: 'one', a: { a: { a: [] } } },
  { leaf: 1 },
  { branches: [{ leaf: 1 }, { branches: [{ leaf: 2 }] }] },
  ['a', 2, true],
  [1.5],
  { x: { a: 1, b: 2 }, y: { a: 2 } },
  [[1, 2], [3]],
  [{ a: 1 }, { b: null }],
  { ab: 1, cd: 'x', efgh: null },
  'one',
  4,
];

describe('a form', () => {
  it('says of any value what its schema says', () => {
    let accepted = 0;
    fc.assert(
      fc.property(anySchema.filter(isCompiled), damaged(...EXAMPLES), (schema, value) => {
        const { form, book } = compiled(schema);
        if (expectAlike(() => parseForm(form, value, book), schema, value)) accepted += 1;
      }),
      { numRuns: atLength(6_000, 1_500), seed: 53 },
    );
    expect(accepted).toBeGreaterThan(atLength(200, 30));
  });

  it('is sure of no value that it would refuse, and of many that it accepts', () => {
    let [accepted, sure] = [0, 0];
    fc.assert(
      fc.property(anySchema.filter(isCompiled), damaged(...EXAMPLES), (schema, value) => {
        const { form, book } = compiled(schema);
        const isAccepted = attempt(() => parseForm(form, value, book))?.ok === true;
        const isSure = attempt(() => surelyFits(form, value, book)) === true;
        expect(isAccepted || !isSure).toBe(true);
        if (isAccepted) accepted += 1;
        if (isSure) sure += 1;
      }),
      { numRuns: atLength(6_000, 1_500), seed: 55 },
    );
    expect(sure).toBeGreaterThan(accepted / 4);
  });

  it('survives JSON, and says the same after it', () => {
    fc.assert(
      fc.property(anySchema.filter(isCompiled), damaged(...EXAMPLES), (schema, value) => {
        const { form, book } = compiled(schema);
        const again = JSON.parse(JSON.stringify({ form, parts: book.parts })) as {
          form: Form;
          parts: FormBook['parts'];
        };
        const read = () => parseForm(again.form, value, { ...book, parts: again.parts });
        expectAlike(read, schema, value);
      }),
      { numRuns: 500, seed: 54 },
    );
  });
});

/** Whether a schema can be compiled: what is random may put an optional where none can stand. */
function isCompiled(schema: z.ZodType): boolean {
  try {
    compiled(schema);
    return true;
  } catch {
    return false;
  }
}

describe('the compiler of forms', () => {
  it.each<[what: string, schema: z.ZodType, said: RegExp]>([
    ['a transform', z.string().transform(Number), /pipe/],
    ['a default', z.strictObject({ a: z.string().default('x') }), /default/],
    ['a fallback', z.string().catch('x'), /catch/],
    ['an intersection', z.intersection(z.object({}), z.object({})), /object that drops keys|intersection/],
    ['an object that drops keys', z.object({ a: z.string() }), /drops keys/],
    ['a big integer', z.bigint(), /bigint/],
    ['a date', z.date(), /date/],
    ['a format', z.email(), /format|email/],
    ['a coercion', z.coerce.number(), /coerce/],
    [
      'a predicate without a name',
      z.number().refine((value) => value > 2, { error: 'more' }),
      /no name in the book/,
    ],
    [
      'words that depend on what was given',
      z.number().refine(isEven, { error: ({ input }) => String(input) }),
      /depends/,
    ],
    ['no words for a predicate', z.number().refine(isEven), /./],
    [
      'a test after which none is put',
      z.number().refine(isEven, { error: 'even', abort: true }),
      /abort|no other/,
    ],
    ['words for a kind', z.string({ error: 'a word' }), /error/],
    ['words for a bound', z.string().max(3, 'short'), /error/],
    ['a pattern with flags', z.string().regex(/a/i), /flags/],
    ['a number below', z.number().lt(3), /below/],
    ['a number of steps', z.number().multipleOf(2), /multiple_of/],
    ['a number of 32 bits', z.int32(), /int32/],
    ['names out of a list', z.record(z.enum(['a']), z.number()), /names/],
    ['a row with a rest', z.tuple([z.string()], z.number()), /rest/],
    ['a value that JSON does not have', z.literal([undefined]), /JSON/],
    ['an absence inside another schema', z.strictObject({ a: z.string().optional().nullable() }), /absence/],
  ])('refuses %s', (_what, schema, said) => {
    expect(() => compiled(schema)).toThrow(said);
  });
});

describe('the compiled forms', () => {
  it('are not stale', () => {
    const stale = formFiles().filter(([path, text]) => readFileSync(path, 'utf8') !== text);
    expect(stale.map(([path]) => path)).toEqual([]);
  });

  it('are checked by the same command that compiles them', () => {
    const command = ['--import', 'tsx', 'tools/compile-forms.ts', '--check'];
    expect(() => execFileSync('node', command, { cwd: root, stdio: 'pipe' })).not.toThrow();
  });
});
