/** Changes of JSON values: what a change is applied to becomes the other value, to the order of its fields. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOf, withChange } from '../../src/kit/json-change';

const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<unknown>(null, 0, 1, 'a', 'b', true),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', '1'), tie('value')),
  ),
})).value;

describe('a change', () => {
  it('makes of one value the other, as the same text, and leaves the first as it was', () => {
    fc.assert(
      fc.property(json, json, (from, to) => {
        const before = JSON.stringify(from);
        const change = JSON.parse(JSON.stringify(changeOf(from, to))) as ReturnType<typeof changeOf>;
        expect(JSON.stringify(withChange(from, change))).toBe(JSON.stringify(to));
        expect(JSON.stringify(from)).toBe(before);
      }),
      { numRuns: 500 },
    );
  });

  it('tells of fields and lists no more than what differs', () => {
    expect(changeOf({ a: 1, b: { c: 1, d: [1, 2] } }, { a: 1, b: { c: 1, d: [1, 2, 3] }, e: 0 })).toEqual([
      'fields',
      { b: ['fields', { d: ['list', 2, [3]] }, []], e: ['value', 0] },
      [],
    ]);
    expect(changeOf({ a: 1, b: 2 }, { b: 2 })).toEqual(['fields', {}, ['a']]);
    expect(changeOf({ a: 1, b: 2 }, { b: 2, a: 1 })).toEqual(['value', { b: 2, a: 1 }]);
  });
});
