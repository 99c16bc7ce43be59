import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bar,
  columns,
  fixed,
  listed,
  percent,
  signed,
  thousands,
  wrap,
} from '../../../src/report/wording/text';

describe('text', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdefgh,.'), minLength: 1, maxLength: 30 });

  it('wrapping keeps every word in order and no line longer than its width', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), fc.integer({ min: 40, max: 90 }), (words, width) => {
        const lines = wrap(words.join(' '), '  ', '    ', width);
        expect(lines.join(' ').split(/\s+/).filter(Boolean)).toEqual(words);
        expect(lines.every((line) => line.length <= width)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('a bar is as wide as told and as full as its share', () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 2, noNaN: true }), (share) => {
        expect(bar(share, 24)).toHaveLength(24);
      }),
      { numRuns: 1000 },
    );
    expect(bar(0, 8)).toBe('        ');
    expect(bar(0.5, 8)).toBe('████    ');
    expect(bar(1, 8)).toBe('████████');
  });

  it('numbers to the right and words to the left stand in line', () => {
    expect(
      columns(
        [
          ['a', '1'],
          ['bbb', '100'],
        ],
        ['left', 'right'],
        '',
      ),
    ).toEqual(['a      1', 'bbb  100']);
  });

  it('nought has no sign, and a rise has one', () => {
    expect([fixed(-0.001, 1), signed(-0.04), signed(0.06), signed(-1.25, 2)]).toEqual([
      '0.0',
      '0.0',
      '+0.1',
      '-1.25',
    ]);
  });

  it('shares, thousands and lists read as people write them', () => {
    expect(percent(0.4869)).toBe('48.7%');
    expect(thousands(4000)).toBe('4 000');
    expect([listed([]), listed(['a']), listed(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c']);
  });
});
