/** Texts of JSON: the value that `JSON.parse` gives, but for keys that an object has twice; and where something is wrong. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonTextFault, readJsonText } from '../../src/kit/json-text';

const fault = (text: string) => {
  const read = readJsonText(text);
  return read.ok ? null : [read.fault, jsonTextFault(read)];
};

describe('a text of JSON', () => {
  it('has the value that JSON.parse gives, however it is spaced', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.constantFrom(undefined, 2), (json, space) => {
        const text = JSON.stringify(JSON.parse(json), null, space);
        expect(readJsonText(text)).toEqual({ ok: true, value: JSON.parse(text) });
      }),
    );
  });

  it('may have one key in several objects, and texts that look like keys', () => {
    const text = String.raw`[{"a":{"a":["a","a",{"a":"a\\"}]},"b":"{\"a\":1,\"a\":2}"},{"a":1,"A":1,"a\\":1}]`;
    expect(readJsonText(text)).toEqual({ ok: true, value: JSON.parse(text) });
  });

  it.each([
    ['{"a":1,"a":2}', 'a', 1, 8],
    ['{"a":1,\n  "b":{"c":[{}],\n "c":2}}', 'c', 3, 2],
    ['[1,{"a":{"x":1},"b":[],"a":1}]', 'a', 1, 24],
    [String.raw`{"a":1,"\u0061":2}`, 'a', 1, 8],
    [String.raw`{"\\":1,"q\"":[],"\\":2}`, '\\', 1, 18],
    ['{"__proto__":1,"__proto__":2}', '__proto__', 1, 16],
    ['{"":1,"":2}', '', 1, 7],
  ])('that has a key twice is refused with its place: %s', (text, key, line, column) => {
    const says = `the key ${JSON.stringify(key)} stands twice in one object, at line ${line}, column ${column}`;
    expect(fault(text)).toEqual(['doubled', says]);
  });

  it.each([
    ['{"a":"}"} x', 1, 11],
    ['[1]\n\n[2]', 3, 1],
    ['{}}', 1, 3],
  ])('that goes on behind its end is refused with the place: %s', (text, line, column) => {
    const says = `something stands behind its end, at line ${line}, column ${column}`;
    expect(fault(text)).toEqual(['behind', says]);
  });

  it.each(['', '{', '{"a', '{a} x', '{"a":1', '"a" x', '{"a":1,"a":', ']', '[1,]'])(
    'that is none is told so: %j',
    (text) => expect(fault(text)?.[0]).toBe('broken'),
  );

  it('of many keys, deep nesting or many signs takes no longer than in proportion', () => {
    const keys = Array.from({ length: 200_000 }, (_, at) => `"k${at}":1`).join(',');
    expect(readJsonText(`{${keys}}`).ok).toBe(true);
    expect(fault(`{${keys},"k0":1}`)?.[0]).toBe('doubled');
    expect(readJsonText(`["${String.raw`\\`.repeat(500_000)}${String.raw`\"`.repeat(500_000)}"]`).ok).toBe(
      true,
    );
    expect(fault('['.repeat(500_000))?.[0]).toBe('broken');
  });
});
