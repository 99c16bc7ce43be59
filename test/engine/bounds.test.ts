/** The bounds of what is read from strangers: how deep it may nest and how many values it may come to, each to the last one. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEEPEST, isExcessive, MOST_VALUES } from '../../src/engine/bounds';
import { atLength } from '../extent';

/** A value inside so many lists or objects, in turn. */
function nested(levels: number, inner: unknown = 'inside'): unknown {
  let value = inner;
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { next: value };
  return value;
}

/** How many values a value comes to, itself included. */
function valuesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((sum: number, item: unknown) => sum + valuesIn(item), 1);
}

/** An object that must not be looked into. */
const closed = (): object =>
  Object.defineProperty({}, 'inside', {
    enumerable: true,
    get: () => {
      throw new Error('it was looked into');
    },
  });

const list = (length: number): readonly number[] => Array.from({ length }, () => 0);

describe('the bound of depth', () => {
  it.each([
    ['a text', 'inside'],
    ['null', null],
    ['an empty list', []],
    ['an empty object', {}],
  ])('lets %s lie as many levels deep as it says, and not one deeper', (_what, inner) => {
    expect(isExcessive(nested(DEEPEST, inner))).toBe(false);
    expect(isExcessive(nested(DEEPEST + 1, inner))).toBe(true);
  });

  it('is passed by one deep place among many shallow ones, wherever it stands', () => {
    for (const [deep, excessive] of [
      [nested(DEEPEST - 1), false],
      [nested(DEEPEST), true],
    ] as const)
      for (const at of [0, 1, 2]) {
        const items: unknown[] = [[], { shallow: true }, 'x'];
        items.splice(at, 1, deep);
        expect(isExcessive(items)).toBe(excessive);
      }
  });

  it('is passed by what contains itself, at any remove and however many values there may be', () => {
    for (const steps of [0, 1, 2, 5]) {
      const circle: unknown[] = [];
      circle.push(nested(steps, circle));
      expect(isExcessive(circle, Infinity)).toBe(true);
    }
  });
});

describe('the bound of the number of values', () => {
  it('lets any value have as many as it comes to, and not one fewer', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const values = valuesIn(value);
        expect(isExcessive(value, values)).toBe(false);
        expect(isExcessive(value, values - 1)).toBe(true);
      }),
      { numRuns: atLength(1000, 200), seed: 11 },
    );
  });

  it.each<[what: string, value: unknown, values: number]>([
    ['a number alone', 5, 1],
    ['null alone', null, 1],
    ['a list with its items', [1, null, 'x'], 4],
    ['an object with its fields, by their values', { a: 1, b: { c: 2 } }, 4],
    ['lists beside each other', [[1, 2], [3], []], 7],
    ['what a list carries beside its items', Object.assign([1, 2], { more: [3] }), 5],
    ['an undefined field', { a: undefined }, 2],
  ])('counts %s', (_what, value, values) => {
    expect(isExcessive(value, values)).toBe(false);
    expect(isExcessive(value, values - 1)).toBe(true);
  });

  it('counts what is shared once for each place where it stands', () => {
    const shared = list(9);
    expect(isExcessive([shared, shared, shared], 31)).toBe(false);
    expect(isExcessive([shared, shared, shared], 30)).toBe(true);
  });

  it('is passed by a few aliases that double at each level', () => {
    let doubled: unknown = 'ha';
    for (let level = 0; level < 40; level += 1) doubled = [doubled, doubled];
    expect(isExcessive(doubled)).toBe(true);
  });

  it('is passed by more holes than values, though nothing stands in them', () => {
    expect(isExcessive(new Array(10), 10)).toBe(false);
    expect(isExcessive(new Array(11), 10)).toBe(true);
    expect(isExcessive({ inner: new Array(11) }, 10)).toBe(true);
    expect(isExcessive(new Array(2 ** 32 - 1))).toBe(true);
  });

  it('is that of a scenario or a record unless told', () => {
    expect(isExcessive(list(MOST_VALUES - 1))).toBe(false);
    expect(isExcessive(list(MOST_VALUES))).toBe(true);
  });

  it('is passed as soon as there are too many to look at, before one of them is looked into', () => {
    expect(isExcessive([closed(), closed(), closed()], 3)).toBe(true);
    // What waits counts too: the list is read from its end.
    expect(isExcessive([closed(), closed(), [closed(), closed()]], 5)).toBe(true);
    expect(() => isExcessive([closed(), closed(), [closed(), closed()]], 6)).toThrow('looked into');
  });
});
