/** Complaints of forms in plain words: sizes with their units, choices by their nearest branch, and places that lead nowhere. */
import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import type { FormIssue } from '../../src/kit/form';
import { inputIssues } from '../../src/engine/parse';

/** Complaints as "path: message". */
const told = (issues: readonly FormIssue[], input: unknown): readonly string[] =>
  inputIssues(issues, input).map(({ path, message }) => `${path}: ${message}`);

/** What is said of the field "it" that should be of a schema. */
function saidOf(schema: z.ZodType, it: unknown): string {
  const parsed = z.strictObject({ it: schema }).safeParse({ it });
  const [complaint, ...others] = told((parsed.error?.issues ?? []) as FormIssue[], { it });
  expect(others).toEqual([]);
  return complaint!.replace(/^it: /, '');
}

describe('a complaint about a size', () => {
  it.each<[schema: z.ZodType, value: unknown, said: string]>([
    [z.array(z.unknown()).min(2), [1], 'expected a list of at least 2 items; given 1'],
    [z.array(z.unknown()).min(1), [], 'expected a list of at least 1 item; given 0'],
    [z.array(z.unknown()).max(1), [1, 2, 3], 'expected a list of at most 1 item; given 3'],
    [z.array(z.unknown()).max(10), Array(11).fill(0), 'expected a list of at most 10 items; given 11'],
    [z.array(z.unknown()).length(2), [1], 'expected a list of exactly 2 items; given 1'],
    [z.string().max(3), 'four', 'expected a text of at most 3 characters; given the text "four"'],
    [z.string().min(1), '', 'expected a text of at least 1 character; given the text ""'],
    [z.string().length(10), 'x', 'expected a text of exactly 10 characters; given the text "x"'],
    [z.number().max(3), 4, 'expected a number of at most 3; given 4'],
    [z.number().min(12.5), 4, 'expected a number of at least 12.5; given 4'],
    [z.number().gt(10), 10, 'expected a number of more than 10; given 10'],
    [z.number().lt(-10), -10, 'expected a number of less than -10; given -10'],
  ])('is in plain words, with the unit in the number that it has: case %#', (schema, value, said) => {
    expect(saidOf(schema, value)).toBe(said);
  });

  it.each([
    'Far too big: expected number to be <=3',
    'He said: Too big: expected number to be <=3',
    'Too big: expected number to be <=3 or so, all in all',
    'Too big: expected array to have <=3 items, each of them small',
    'expected another. Invalid input: this',
  ])('is the only one whose words are changed: “%s” is not', (message) => {
    expect(told([{ code: 'custom', path: ['a'], message }], { a: 1 })).toEqual([`a: ${message}; given 1`]);
  });
});

const missing = (...path: readonly PropertyKey[]): FormIssue => ({
  ...{ code: 'invalid_type', expected: 'string', path: [...path], message: 'no text' },
});

describe('a complaint about a place that leads nowhere', () => {
  it.each<[input: unknown, issue: FormIssue, said: string]>([
    [{}, missing('a'), 'a: "a" is missing; expected a text'],
    [{}, missing('a', 'b'), 'a.b: "b" is missing; expected a text'],
    [{ a: null }, missing('a', 'b'), 'a.b: "b" is missing; expected a text'],
    [{ a: 'word' }, missing('a', 'length'), 'a.length: "length" is missing; expected a text'],
    [{}, missing('toString'), 'toString: "toString" is missing; expected a text'],
    [undefined, missing('a'), 'a: "a" is missing; expected a text'],
    [undefined, missing(), ': "" is missing; expected a text'],
    [[['x']], missing(0, 1), '0.1: "1" is missing; expected a text'],
  ])('says of %j what is missing', (input, issue, said) => {
    expect(told([issue], input)).toEqual([said]);
  });

  it('says what is expected where that is one value, and not that nothing was given', () => {
    expect(saidOf(z.literal('this'), undefined)).toBe('expected "this"');
  });
});

const keyed = (...issues: readonly FormIssue[]): FormIssue => ({
  ...{ code: 'invalid_key', path: ['Big'], message: 'Invalid key in record', issues },
});

describe('a complaint about a key', () => {
  it('is what its name is told, or that it is none where nothing is told', () => {
    const small: FormIssue = { code: 'custom', path: [], message: 'expected small letters' };
    expect(told([keyed(small)], { Big: 1 })).toEqual(['Big: expected small letters; given "Big"']);
    expect(told([keyed()], { Big: 1 })).toEqual(['Big: Invalid key in record; given "Big"']);
  });
});

const choice = (...errors: readonly (readonly FormIssue[])[]): FormIssue => ({
  ...{ code: 'invalid_union', path: ['one'], message: 'Invalid input', errors },
});
const custom = (message: string, ...path: readonly PropertyKey[]): FormIssue => ({
  ...{ code: 'custom', path: [...path], message },
});

describe('a complaint about a choice', () => {
  const input = { one: { two: { three: 3 }, four: 4 } };

  it('comes from the branch whose complaints lie deepest, wherever it stands and however many they are', () => {
    const shallow = [custom('shallow', 'four')];
    const deep = [custom('beside', 'four'), custom('deep', 'two', 'three')];
    for (const branches of [
      [shallow, deep],
      [deep, shallow],
    ])
      expect(told([choice(...branches)], input)).toEqual([
        'one.four: beside; given 4',
        'one.two.three: deep; given 3',
      ]);
  });

  it('comes from the branch with fewest where they lie equally deep', () => {
    const two = [custom('two', 'four'), custom('also two', 'four')];
    const one = [custom('one', 'four')];
    for (const branches of [
      [two, one],
      [one, two],
    ])
      expect(told([choice(...branches)], input)).toEqual(['one.four: one; given 4']);
  });

  it('comes from a branch that has one complaint inside among others about the whole, or an unknown key', () => {
    const part = custom('inside', 'four');
    expect(told([choice([custom('whole'), part])], input)).toEqual([
      'one: whole',
      'one.four: inside; given 4',
    ]);
    const unknown: FormIssue = { code: 'unrecognized_keys', path: [], message: 'unknown', keys: ['five'] };
    expect(told([choice([unknown])], input)).toEqual(['one.five: unknown key "five"']);
  });

  it('names the types that are allowed, each once, where it is about the whole', () => {
    const type = (expected: string): FormIssue => ({ code: 'invalid_type', path: [], message: '', expected });
    const branches = [[type('string')], [type('number'), custom('and small')], [type('string')]];
    expect(told([choice(...branches)], { one: true })).toEqual([
      'one: expected a text or a number; given true',
    ]);
    expect(told([choice([custom('not so')])], { one: 5 })).toEqual(['one: expected another value; given 5']);
  });

  it('is its own where it has no branches', () => {
    const kinds = z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('a') }),
      z.strictObject({ kind: z.literal('b') }),
    ]);
    const parsed = kinds.safeParse({ kind: 'c' });
    const [said, ...others] = told((parsed.error?.issues ?? []) as FormIssue[], { kind: 'c' });
    expect(said).toMatch(/^kind: .*'a' \| 'b'; given the text "c"$/);
    expect(others).toEqual([]);
  });

  it('has the whole path where it lies deep', () => {
    const deep: FormIssue = { ...choice([custom('not so')]), path: ['one', 'two', 'three'] };
    expect(told([deep], input)).toEqual(['one.two.three: expected another value; given 3']);
    const choiceInChoice = choice([{ ...choice([custom('not so')]), path: ['two', 'three'] }]);
    expect(told([choiceInChoice], input)).toEqual(['one.two.three: expected another value; given 3']);
  });
});

describe('the complaints about one input', () => {
  it('are a hundred at most, and the first ones', () => {
    const many = Array.from({ length: 150 }, (_, at) => custom(`number ${at}`, at));
    expect(told(many, [])).toEqual(many.slice(0, 100).map(({ message }, at) => `${at}: ${message}`));
    const keys = Array.from({ length: 150 }, (_, at) => `key-${at}`);
    const unknown: FormIssue = { code: 'unrecognized_keys', path: [], message: 'unknown', keys };
    expect(told([unknown, ...many], [])).toEqual(
      keys.slice(0, 100).map((key) => `${key}: unknown key "${key}"`),
    );
    expect(told(many.slice(0, 100), []).length).toBe(100);
  });
});
