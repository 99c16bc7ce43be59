import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/analyses/resolve';
import { digest } from '../../src/engine/digest';
import { parseEvent } from '../../src/engine/parse';
import { facts } from '../../src/facts/packaged';
import { parseFacts } from '../../src/facts/parse';
import { InputError } from '../../src/kit/input-error';
import { checkJson, readJson } from '../../src/kit/json';

class Meeting {
  status = 'planned';
}
class Days extends Array<string> {}
const circular: Record<string, unknown> = {};
circular.itself = { again: circular };
const holed: number[] = [];
holed[2] = 3;
const withKey = (key: string): unknown => JSON.parse(`{"${key}":1}`);

/** What JSON does not carry, each with what a complaint calls it. */
const NO_JSON: readonly (readonly [string, unknown, RegExp])[] = [
  ['NaN', NaN, /given NaN/],
  ['infinity', Infinity, /given Infinity/],
  ['infinity below', -Infinity, /given -Infinity/],
  ['a number too large for JSON', JSON.parse('1e400'), /given Infinity/],
  ['a bigint', 1n, /given a bigint/],
  ['a symbol', Symbol('s'), /given a symbol/],
  ['a function', () => 1, /given a function/],
  ['a Map', new Map([[1, 2]]), /class Map/],
  ['a Set', new Set([1]), /class Set/],
  ['a Date', new Date(0), /class Date/],
  ['an object of a class', new Meeting(), /class Meeting/],
  ['a boxed number', Object(1), /class Number/],
  ['an object that inherits', Object.create({ a: 1 }), /of no class/],
  ['a list of a class', Days.from(['2025-10-25']), /of no class/],
  ['a list with a hole', holed, /without a hole/],
  ['a list with a name beside its items', Object.assign([1], { at: 2 }), /items alone/],
  ['undefined in a list', [undefined], /given nothing/],
  ['what contains itself', circular, /contain itself|nests? (too deeply|deeper)/],
  ['half of a surrogate pair', 'x\ud800', /surrogate/],
  ['half of a surrogate pair as a key', { '\udc00': 1 }, /surrogate/],
  ['a key that is a symbol', { [Symbol('k')]: 1 }, /keys are texts/],
  ['a key __proto__', withKey('__proto__'), /another key/],
  [
    'a getter that throws',
    Object.defineProperty({}, 'a', { enumerable: true, get: () => circular.x!.toString() }),
    /cannot be read/,
  ],
];

/** Everywhere where a value comes in, with a value of the caller's somewhere inside; null where it was taken. */
const GATES: Readonly<Record<string, (value: unknown) => string | null>> = {
  digest: (value) => {
    try {
      digest({ in: [value] });
      return null;
    } catch (error) {
      if (error instanceof InputError) return error.message;
      throw error;
    }
  },
  'an event': (value) =>
    told(parseEvent({ type: 'meeting.doubt', actor: 'US', on: '2025-10-25', meeting: value })),
  'a promised act': (value) => {
    const act = { type: 'tariff.cut', actor: 'US', ratePct: value };
    const pledges = [{ id: 'p/1', issue: 'soybeans', act, dueOn: '2025-11-10' }];
    const reach = { type: 'agreement.reach', actor: 'both', on: '2025-10-30', id: 'deal', scope: 'agenda' };
    return told(parseEvent({ ...reach, terms: [], pledges, weightedMean: 0 }));
  },
  'a scenario': (value) =>
    told(parseScenario({ id: 'mine', extends: 'trade-only', events: { mine: value } })),
  'a field of a supposed event': (value) =>
    told(
      parseScenario({
        id: 'mine',
        extends: 'trade-only',
        events: { mine: { on: '2025-10-26', actor: 'US', type: 'meeting.doubt', meeting: value } },
      }),
    ),
  facts: (value) => told(parseFacts({ ...facts, acts: [{ event: { type: 'x', by: value } }] })),
};

type Answer =
  { readonly ok: true } | { readonly ok: false; readonly issues: readonly { readonly message: string }[] };

function told(answer: Answer): string | null {
  return answer.ok ? null : answer.issues.map(({ message }) => message).join(' | ');
}

describe('the gate for values', () => {
  for (const [gate, answerTo] of Object.entries(GATES)) {
    it.each(NO_JSON)(`refuses %s in ${gate}, and says what it was`, (_, value, said) => {
      expect(answerTo(value)).toMatch(said);
    });
  }

  it('lets all JSON pass, as an equal copy that shares nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        fc.pre(!JSON.stringify(value).includes('__proto__'));
        const read = readJson(value);
        if (!read.ok) return false;
        expect(JSON.stringify(read.value)).toBe(JSON.stringify(value));
        return typeof value !== 'object' || value === null || read.value !== value;
      }),
    );
  });

  it('takes whatever comes back from JSON as it was, and nothing else without saying so', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withNullPrototype: true,
      withSparseArray: true,
      withTypedArray: true,
    });
    fc.assert(
      fc.property(anything, (value) => {
        const read = readJson(value);
        if (!read.ok) return read.faults.length > 0;
        // What passed is what a file would give back.
        expect(read.value).toStrictEqual(JSON.parse(JSON.stringify(read.value)));
      }),
    );
  });

  it('turns a negative nought into nought, and leaves a field out that is undefined', () => {
    expect(readJson({ share: -0, source: undefined })).toStrictEqual({ ok: true, value: { share: 0 } });
  });

  it('names each place, and a hundred at most', () => {
    const read = readJson({ a: [1, NaN], b: { c: 1n } });
    expect(read.ok ? [] : read.faults.map(({ path }) => path.join('.'))).toEqual(['a.1', 'b.c']);
    const many = readJson(Array.from({ length: 1000 }, () => NaN));
    expect(many.ok ? 0 : many.faults.length).toBe(100);
  });

  it('stops at a depth that no sound input has', () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 1000; depth += 1) deep = [deep];
    expect(readJson(deep).ok).toBe(false);
  });

  it('counts an undefined field as no JSON where a value is digested', () => {
    expect(() => checkJson('value', { a: undefined })).toThrow('value.a: expected plain JSON');
  });
});
