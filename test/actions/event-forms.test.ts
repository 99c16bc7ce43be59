/** The forms of events, compiled and of an author's own, beside the schemas; and what hangs on the order of the fields. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { defineAction, type ActionType, type FieldRule } from '../../src/actions/action-type';
import { TEXT } from '../../src/actions/domain';
import { actionTypes } from '../../src/actions/index';
import { parseEvent } from '../../src/engine/parse';
import { rulesOf } from '../../src/engine/rule-set';
import { attempt, damaged, expectAlike } from '../forms';

/** The names of the fields in the order of the schema, without what every event carries. */
function fieldNames({ schema }: ActionType): string[] {
  const { shape } = schema(z) as unknown as z.ZodObject;
  return Object.keys(shape).filter((name) => !['type', 'actor', 'on', 'source'].includes(name));
}

/** Examples with one field after the other present, but undefined. */
function withNothingIn(examples: ActionType['examples'], schema: ActionType['schema']) {
  const names = Object.keys((schema(z) as unknown as z.ZodObject).shape);
  return examples.flatMap((example) =>
    names.map((name) => ({ name, event: { ...example, [name]: undefined } })),
  );
}

describe('every action type', () => {
  it.each(actionTypes.map((action) => [action.type, action] as const))(
    '%s says of any value what its schema says',
    (_type, { parse, schema, examples }) => {
      const whole = schema(z);
      const isAccepted = (value: unknown) => expectAlike(() => parse(value), whole, value);
      expect(examples.filter((example) => !isAccepted(example))).toEqual([]);
      fc.assert(
        fc.property(damaged(...examples), (value) => void isAccepted(value)),
        { numRuns: 60, seed: 59 },
      );
    },
  );

  it.each(actionTypes.map((action) => [action.type, action] as const))(
    '%s tells an event by its form as parsing does, with a day of its own and with one beside it',
    (_type, { parse, formIssues, schema, examples }) => {
      const told = (value: unknown, on?: string) => attempt(() => formIssues(value, on))?.length === 0;
      for (const example of examples) {
        const { on, ...dayless } = example;
        expect([told(example), told(dayless, on), told(dayless), told(dayless, '2025-02-30')]).toEqual([
          true,
          true,
          false,
          false,
        ]);
      }
      for (const { name, event } of withNothingIn(examples, schema))
        expect([name, told(event)]).toEqual([name, parse(event).ok]);
      fc.assert(
        fc.property(damaged(...examples), fc.constantFrom('2025-10-25', '2025-02-30', ''), (value, on) => {
          expect(told(value)).toBe(attempt(() => parse(value))?.ok === true);
          const dated = attempt(() => parse({ ...(value as object), on }));
          if (typeof value === 'object' && value !== null) expect(told(value, on)).toBe(dated?.ok === true);
        }),
        { numRuns: 60, seed: 60 },
      );
    },
  );

  it('has its field rules in the order of its fields, so that refusals come in that order', () => {
    for (const action of actionTypes) {
      const ruled = action.fieldRules.map(([name]) => name);
      const wanted = fieldNames(action).filter((name) => name !== action.subject);
      expect(ruled, action.type).toEqual(wanted);
    }
  });
});

const RULE: FieldRule = { code: 'test/any', rule: 'Anything.', source: 'stylised', domain: () => TEXT };

/** An action type of an author's own with one field beside an id. */
function ownType(field: z.ZodType): ActionType {
  return defineAction({
    type: 'test.move',
    actors: ['US', 'CN'],
    doc: 'A move.',
    cites: ['stylised'],
    fields: { id: z.string().min(1), field },
    subject: 'id',
    subjects: () => [],
    rules: [],
    domains: { field: RULE },
    effect: () => undefined,
    examples: [],
  });
}

const move = { type: 'test.move', actor: 'US', on: '2025-10-25', id: 'a' };

describe('an author’s own fields', () => {
  it.each<[what: string, field: z.ZodType, example: unknown]>([
    ['a text', z.string().max(4), 'abc'],
    ['an optional', z.string().optional(), 'abc'],
    ['an exact optional', z.string().exactOptional(), 'abc'],
    ['a default', z.string().default('abc'), 'def'],
    ['an optional default', z.string().default('abc').optional(), 'def'],
    ['a fallback', z.number().catch(3), 5],
    [
      'a preset that fails and may be absent',
      z
        .string()
        .prefault(5 as never)
        .exactOptional(),
      'abc',
    ],
    ['a preset of nothing', z.unknown().prefault(undefined), 5],
    ['a default of nothing', z.any().default(undefined), 5],
    ['a transform', z.string().transform((text) => text.length), 'abc'],
    ['a transform to nothing', z.string().transform(() => undefined), 'abc'],
    ['a preparation', z.preprocess(Number, z.number()), '5'],
    ['a coercion', z.coerce.number(), '5'],
    ['anything', z.unknown(), 5],
    ['an object that drops keys', z.object({ a: z.number(), b: z.string().optional() }), { a: 1, c: 2 }],
    ['a choice', z.union([z.number(), z.strictObject({ a: z.number() })]), { a: 1 }],
    [
      'an intersection',
      z.intersection(z.looseObject({ a: z.number() }), z.looseObject({ b: z.number() })),
      { a: 1, b: 2 },
    ],
    ['a date', z.iso.date(), '2025-10-25'],
    [
      'words of its own',
      z.string({ error: 'a word, please' }).refine((text) => text !== 'no', 'not that word'),
      'no',
    ],
    ['a promise', z.string().refine(() => Promise.resolve(true)), 'abc'],
  ])('of %s are asked themselves, and say what the schema of the whole says', (_what, field, example) => {
    const action = ownType(field);
    const whole = action.schema(z);
    fc.assert(
      fc.property(damaged({ ...move, field: example }, move), (value) => {
        expectAlike(() => action.parse(value), whole, value);
        const isFormed = attempt(() => action.parse(value))?.ok === true;
        expect(attempt(() => action.formIssues(value))?.length === 0).toBe(isFormed);
      }),
      { numRuns: 300, seed: 61 },
    );
  });

  it('keep their order, whatever that of the domains', () => {
    const action = defineAction({
      type: 'test.move',
      actors: ['US'],
      doc: 'A move.',
      cites: ['stylised'],
      fields: { b: z.string(), a: z.string() },
      subject: null,
      subjects: () => [''],
      rules: [],
      domains: { a: RULE, b: RULE },
      effect: () => undefined,
      examples: [],
    });
    expect(action.fieldRules.map(([name]) => name)).toEqual(['b', 'a']);
  });

  it('have to be schemas: a function of them is compiled with the library alone, and says so when it is needed', () => {
    const action = defineAction({
      type: 'test.move',
      actors: ['US'],
      doc: 'A move.',
      cites: ['stylised'],
      fields: (lib) => ({ a: lib.string() }),
      subject: null,
      subjects: () => [''],
      rules: [],
      domains: { a: RULE },
      effect: () => undefined,
      examples: [],
    });
    expect(() => rulesOf([action]).parseEvent({ ...move, a: 'x' })).toThrow(
      'test.move: its fields are not compiled; give them as an object of schemas or, within the library, run "npm run forms"',
    );
    expect(
      action.schema(z).safeParse({ type: 'test.move', actor: 'US', on: '2025-10-25', a: 'x' }).success,
    ).toBe(true);
    expect(parseEvent(move).ok).toBe(false);
  });
});
