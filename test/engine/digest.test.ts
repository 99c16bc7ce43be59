import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digest } from '../../src/engine/digest';
import { InputError } from '../../src/kit/input-error';
import { kualaLumpur } from '../record';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** How a value is refused, or null where it has a digest. */
function refusalOf(value: unknown): InputError | null {
  try {
    digest(value);
    return null;
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

describe('the digest', () => {
  it('is SHA-256 over canonical JSON: keys sorted, no spaces', () => {
    expect(digest({ b: [1, 'ü', null], a: 0.1 })).toBe(sha256('{"a":0.1,"b":[1,"ü",null]}'));
    expect(digest({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });

  it('is that of node for the numbers of RFC 8785', () => {
    expect(digest([333333333.33333329, 1e30, 4.5, 2e-3, 1e-27, -0])).toBe(
      sha256('[333333333.3333333,1e+30,4.5,0.002,1e-27,0]'),
    );
  });

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        // A key that names what an object inherits from has no digest.
        fc.pre(!JSON.stringify(value).includes('"__proto__":'));
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(digest(reversed)).toBe(digest(value));
      }),
      { numRuns: 1000 },
    );
  });

  it('of a state is that of its copy through JSON, and another for another day', () => {
    expect(digest(JSON.parse(JSON.stringify(kualaLumpur)))).toBe(digest(kualaLumpur));
    expect(digest({ ...kualaLumpur, today: '2025-10-26' })).not.toBe(digest(kualaLumpur));
  });

  it('refuses what is not JSON', () => {
    const circular: unknown[] = [];
    circular.push(circular);
    for (const value of [undefined, NaN, [Infinity], { a: NaN }, 1n, circular, new Map([[1, 2]])])
      expect(() => digest(value)).toThrow(RangeError);
  });

  it('names the place of what is not JSON, from the value on', () => {
    for (const [value, path] of [
      [undefined, 'value'],
      [{ a: [0, NaN] }, 'value.a.1'],
      [{ a: undefined }, 'value.a'],
    ] as const)
      expect(refusalOf(value)).toMatchObject({ code: 'input/json', path });
  });

  it('is refused, by the name of the value, where what looks like JSON tells JSON something else', () => {
    const telling = (toJSON: () => unknown) => Object.defineProperty({ a: 1 }, 'toJSON', { value: toJSON });
    const fails = () => {
      throw new Error('a trap');
    };
    for (const toJSON of [() => undefined, fails])
      expect(refusalOf(telling(toJSON))).toMatchObject({
        ...{ code: 'input/json', path: 'value', given: 'an object', allowed: 'plain JSON' },
      });
  });

  it('of what nests however deep is one, or a refusal that names the value', () => {
    let digests = 0;
    for (const depth of [1000, 7500, 9000, 10_500, 50_000]) {
      let value: unknown = 'inside';
      for (let level = 0; level < depth; level += 1) value = [value];
      const refusal = refusalOf(value);
      if (refusal === null) digests += 1;
      else expect(refusal).toMatchObject({ code: 'input/json', path: 'value', given: 'a list' });
    }
    expect(digests).toBeGreaterThan(0);
  });

  it('never takes two values for one that JSON tells apart', () => {
    const anything = fc.anything({ withBigInt: true, withMap: true, withSet: true, withSparseArray: true });
    fc.assert(
      fc.property(anything, (value) => {
        let found: string;
        try {
          found = digest(value);
        } catch (error) {
          return error instanceof RangeError;
        }
        return found === digest(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
