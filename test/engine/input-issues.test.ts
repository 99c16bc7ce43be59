/** What a complaint about an input says, complaint by complaint: where, what was given, what is allowed, what was probably meant. */
import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { actionTypes } from '../../src/entries/index';
import type { FormIssue } from '../../src/kit/form';
import { inputIssues, parseEvent } from '../../src/engine/parse';
import { shown as inAFewWords } from '../../src/kit/input-error';

const shapes = z.union([
  z.strictObject({ kind: z.literal('a'), deep: z.strictObject({ x: z.number() }) }),
  z.strictObject({ kind: z.literal('b'), y: z.string() }),
]);
const schema = z.strictObject({
  name: z.string(),
  size: z.number().max(3).optional(),
  whole: z.number().int().optional(),
  sure: z.boolean().optional(),
  list: z.array(z.string()).optional(),
  none: z.null().optional(),
  colour: z.enum(['red', 'green']).optional(),
  only: z.literal('this').optional(),
  choice: z.union([z.string(), z.number()]).optional(),
  shape: shapes.optional(),
  day: z.union([z.string().regex(/^a/), z.null()]).optional(),
  table: z.record(z.string().regex(/^[a-z]+$/, 'a key of small letters'), z.number()).optional(),
  made: z
    .string()
    .refine((text) => text !== 'bad', 'expected something good')
    .optional(),
});

function complaints(input: unknown, keys?: readonly string[]) {
  const parsed = schema.safeParse(input);
  return parsed.success ? [] : inputIssues(parsed.error.issues as FormIssue[], input, keys);
}

/** The one complaint about an object with a sound name, as "path: message". */
function complaint(fields: object, keys?: readonly string[]): string {
  const found = complaints({ name: 'x', ...fields }, keys);
  expect(found).toHaveLength(1);
  return `${found[0]!.path}: ${found[0]!.message}`;
}

describe('a complaint', () => {
  it('about the whole says what was expected, and what was given where that is no list', () => {
    expect(complaints([])).toEqual([{ path: '', message: 'expected an object with named fields' }]);
    expect(complaints('x')).toEqual([
      { path: '', message: 'expected an object with named fields; given the text "x"' },
    ]);
    expect(complaints(null)).toEqual([
      { path: '', message: 'expected an object with named fields; given null' },
    ]);
  });

  it('about a missing field names it and its type', () => {
    expect(complaints({})).toEqual([{ path: 'name', message: '"name" is missing; expected a text' }]);
  });

  it.each([
    [{ name: 5 }, 'name: expected a text; given 5'],
    [{ name: null }, 'name: expected a text; given null'],
    [{ size: 'big' }, 'size: expected a number; given the text "big"'],
    [{ size: 4 }, 'size: expected a number of at most 3; given 4'],
    [{ whole: 1.5 }, 'whole: expected a whole number; given 1.5'],
    [{ sure: 1 }, 'sure: expected true or false; given 1'],
    [{ list: 'a' }, 'list: expected a list; given the text "a"'],
    [{ list: {} }, 'list: expected a list'],
    [{ list: ['a', 5] }, 'list.1: expected a text; given 5'],
    [{ none: 1 }, 'none: expected null; given 1'],
    [{ only: 'that' }, 'only: expected "this"; given the text "that"'],
    [{ made: 'bad' }, 'made: expected something good; given the text "bad"'],
    [{ table: { A1: 5 } }, 'table.A1: a key of small letters; given "A1"'],
    [{ table: { a: 'x' } }, 'table.a: expected a number; given the text "x"'],
  ])('about %j has a path, what is allowed and what was given', (fields, said) => {
    expect(complaint(fields)).toBe(said);
  });

  it.each([
    [{ colour: 'gren' }, 'colour: expected one of red, green; given the text "gren"; did you mean "green"?'],
    [{ colour: 'purple' }, 'colour: expected one of red, green; given the text "purple"'],
    [{ colour: 5 }, 'colour: expected one of red, green; given 5'],
    [{ colour: { a: 1 } }, 'colour: expected one of red, green'],
  ])('about %j lists the names allowed and the nearest', (fields, said) => {
    expect(complaint(fields)).toBe(said);
  });

  it.each([
    [{ choice: true }, 'choice: expected a text or a number; given true'],
    [{ choice: {} }, 'choice: expected a text or a number; given an object'],
    [{ day: 5 }, 'day: expected a text or null; given 5'],
    [{ shape: 5 }, 'shape: expected an object with named fields; given 5'],
    [{ shape: { kind: 'a', deep: { x: 'y' } } }, 'shape.deep.x: expected a number; given the text "y"'],
    [{ shape: { kind: 'b', y: 5 } }, 'shape.y: expected a text; given 5'],
    [{ shape: { kind: 'b', y: 'q', z: 1 } }, 'shape.z: unknown key "z"'],
    [{ shape: { kind: 'a', deep: { x: 1, z: 2 } } }, 'shape.deep.z: unknown key "z"'],
  ])('about %j comes from the nearest of the shapes allowed, or names them all', (fields, said) => {
    expect(complaint(fields)).toBe(said);
  });

  it('about an unknown key is marked as such, and means a known one only at the root', () => {
    expect(complaints({ name: 'x', sizes: 1 }, ['name', 'size'])).toEqual([
      { about: 'key', path: 'sizes', message: 'unknown key "sizes"; did you mean "size"?' },
    ]);
    expect(complaint({ sizes: 1 })).toBe('sizes: unknown key "sizes"');
    expect(complaint({ shape: { kind: 'b', y: 'q', nam: 1 } }, ['name'])).toBe(
      'shape.nam: unknown key "nam"',
    );
    const long = 'k'.repeat(70);
    expect(complaint({ [long]: 1 })).toBe(`${long}: unknown key "${'k'.repeat(60)}…"`);
  });

  it('tells two faults as two', () => {
    expect(complaints({ name: 5, size: 'x' }).map(({ path }) => path)).toEqual(['name', 'size']);
  });
});

describe('a value', () => {
  it('is told in a few words', () => {
    expect([null, [], 'x'.repeat(50), {}, undefined, 5, true].map(inAFewWords)).toEqual([
      'null',
      'a list',
      `the text "${'x'.repeat(50)}"`,
      'an object',
      'nothing',
      '5',
      'true',
    ]);
  });
});

describe('a field that an event has not', () => {
  it('is told with the nearest of its type, whatever the type', () => {
    for (const { type, subject, fieldRules, examples } of actionTypes) {
      const names = [...(subject === null ? [] : [subject]), ...fieldRules.map(([name]) => name)];
      for (const name of names.filter((one) => one.length > 3)) {
        const { [name]: value = 1, ...others } = examples[0] as unknown as Record<string, unknown>;
        const parsed = parseEvent({ ...others, [`${name}s`]: value });
        const said = parsed.ok ? [] : parsed.issues.map(({ message }) => message);
        expect(said, `${type} ${name}`).toContainEqual(
          expect.stringMatching(/^unknown key "\w+"; did you mean "\w+"\?$/),
        );
      }
    }
  });

  it('is taken for the one that is missing, before any that may be left out', () => {
    const rate = parseEvent({ type: 'tariff.impose', actor: 'US', on: '2025-10-25', rate: 1 });
    expect(rate.ok ? [] : rate.issues).toContainEqual(
      expect.objectContaining({ message: 'unknown key "rate"; did you mean "ratePct"?' }),
    );
    let asked = 0;
    for (const { type, subject, fieldRules, examples } of actionTypes) {
      const names = [...(subject === null ? [] : [subject]), ...fieldRules.map(([name]) => name)];
      for (const name of names.filter((one) => one.length > 3)) {
        const { [name]: value, ...others } = examples[0] as unknown as Record<string, unknown>;
        if (value === undefined || parseEvent(others).ok) continue;
        asked += 1;
        const parsed = parseEvent({ ...others, [`${name}s`]: value });
        expect(parsed.ok ? [] : parsed.issues, `${type} ${name}`).toContainEqual(
          expect.objectContaining({ message: `unknown key "${name}s"; did you mean "${name}"?` }),
        );
      }
    }
    expect(asked).toBeGreaterThan(100);
  });

  it('is taken for one that stands there already where none that is free comes near', () => {
    const event = { type: 'meeting.doubt', actor: 'US', on: '2025-10-25', meeting: 'busan-2025', meetin: 1 };
    const parsed = parseEvent(event);
    expect(parsed.ok ? [] : parsed.issues).toEqual([
      { about: 'key', path: 'meetin', message: 'unknown key "meetin"; did you mean "meeting"?' },
    ]);
  });

  it('is told by its beginning where it is much longer', () => {
    const parsed = parseEvent({ type: 'tariff.cut', actor: 'US', on: '2025-10-25', rate: 1 });
    expect(parsed.ok ? [] : parsed.issues).toContainEqual(
      expect.objectContaining({ message: 'unknown key "rate"; did you mean "ratePct"?' }),
    );
  });
});

describe('an event of no known type', () => {
  it('is told by its type, cut where it is long, with the nearest name where there is one', () => {
    const said = (type: unknown) => {
      const parsed = parseEvent({ type });
      return parsed.ok ? [] : parsed.issues;
    };
    const message = (text: string) => [{ path: 'type', message: text }];
    expect(said('tariff.cot')).toEqual(
      message('unknown action type "tariff.cot"; did you mean "tariff.cut"?'),
    );
    expect(said('x'.repeat(80))).toEqual(message(`unknown action type "${'x'.repeat(60)}…"`));
    expect(said(5)).toEqual(message('expected the name of an action type; given 5'));
  });

  it('is refused as unreadable where reading it fails', () => {
    const trap = {
      get type(): string {
        throw new Error('a trap');
      },
    };
    expect(parseEvent(trap)).toEqual({
      ok: false,
      issues: [{ path: '', message: 'expected plain JSON; the given object cannot be read' }],
    });
  });
});
