/** What has to be there is found or the program stops: never `undefined`. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countAt, entryOf, existing, firstOf, foundIn, itemAt, itemOf, lastOf } from '../../src/kit/lists';

const lists = fc.array(fc.integer(), { minLength: 1 });

describe('an item that has to be there', () => {
  it('is the one that the language finds', () => {
    fc.assert(
      fc.property(lists, fc.nat(), (list, draw) => {
        const at = draw % list.length;
        expect(itemAt(list, at)).toBe(list[at]);
        expect(firstOf(list)).toBe(list[0]);
        expect(lastOf(list)).toBe(list.at(-1));
        expect(foundIn(list, (item) => item === list[at])).toBe(list[at]);
        expect(entryOf(new Map(list.entries()), at)).toBe(list[at]);
        expect(itemOf(Object.fromEntries(list.entries()), String(at))).toBe(list[at]);
      }),
    );
  });

  it('stops the program where it is missing', () => {
    fc.assert(
      fc.property(lists, fc.nat(), (list, beyond) => {
        expect(() => itemAt(list, list.length + beyond)).toThrow(String(list.length + beyond));
        expect(() => itemAt(list, -1 - beyond)).toThrow();
      }),
    );
    expect(() => firstOf([])).toThrow();
    expect(() => lastOf([])).toThrow();
    expect(() => foundIn([1, 2], (item) => item > 2)).toThrow();
    expect(() => entryOf(new Map([['a', 1]]), 'b')).toThrow('b');
    expect(() => itemOf({ a: 1 } as Record<string, number>, 'b')).toThrow('b');
    expect(() => existing(null)).toThrow();
    expect(existing(0)).toBe(0);
  });

  it('is counted up in its place alone', () => {
    const counts = [0, 0, 0];
    countAt(counts, 1);
    countAt(counts, 1);
    expect(counts).toEqual([0, 2, 0]);
    expect(() => countAt(counts, 3)).toThrow();
  });
});
