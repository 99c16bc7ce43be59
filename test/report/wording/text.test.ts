import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bar,
  PLAIN,
  columns,
  fixed,
  listed,
  percent,
  screen,
  signed,
  tableRows,
  thousands,
  wholePercents,
  wrap,
} from '../../../src/report/wording/text';

describe('text', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdefgh,.'), minLength: 1, maxLength: 30 });

  it('wrapping keeps every word in order and no line longer than its width', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), fc.integer({ min: 40, max: 90 }), (words, width) => {
        const lines = wrap({ width }, words.join(' '), '  ', '    ');
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
        PLAIN,
        [
          ['a', '1'],
          ['bbb', '100'],
        ],
        { align: ['left', 'right'], indent: '' },
      ),
    ).toEqual(['a      1', 'bbb  100']);
  });

  it('a table keeps to its width and every word of it, the words of each column in order', () => {
    const cell = fc.array(fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 1, maxLength: 12 }), {
      maxLength: 6,
    });
    const table = fc.integer({ min: 1, max: 8 }).chain((columns) =>
      fc.array(fc.tuple(cell, ...Array.from({ length: columns }, () => fc.integer({ max: 1e9 }))), {
        minLength: 1,
        maxLength: 5,
      }),
    );
    fc.assert(
      fc.property(table, fc.integer({ min: 40, max: 120 }), (rows, width) => {
        const texts = rows.map(([words, ...numbers]) => [words.join(' '), ...numbers.map(String)]);
        const lines = tableRows({ width }, texts, { align: ['left', ...texts.map(() => 'right' as const)] });
        expect(lines.flat().every((line) => line.length <= width)).toBe(true);
        for (const [at, [words, ...numbers]] of rows.entries()) {
          const told = lines[at]!.join(' ').split(/\s+/).filter(Boolean);
          expect(told.filter((word) => /[a-h]/.test(word))).toEqual(words);
          expect(told.filter((word) => /\d/.test(word))).toEqual(numbers.map(String));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('the codes of colours take no room', () => {
    const red = (text: string) => `\u001b[31m${text}\u001b[39m`;
    const words = Array.from({ length: 30 }, (_, at) => `word${at}`);
    const seen = (lines: readonly string[]) => lines.map((line) => line.replaceAll(/\u001b\[\d+m/g, ''));
    expect(seen(wrap(PLAIN, words.map(red).join(' ')))).toEqual(wrap(PLAIN, words.join(' ')));
    const look = [red, red];
    const rows = [
      ['a', '1'],
      ['bbb', '100'],
    ];
    expect(seen(columns(PLAIN, rows, { align: [], look }))).toEqual(columns(PLAIN, rows, { align: [] }));
  });

  it('a text of a stranger brings no colour where nothing is coloured, and nothing but colour where it is', () => {
    const strange = ['A\u001b[31mB\u001b[0m\u001b[2J'];
    expect(screen(PLAIN, strange)).toBe('A[U+001B][31mB[U+001B][0m[U+001B][2J\n');
    const coloured = { ...PLAIN, dim: (text: string) => `\u001b[2m${text}\u001b[22m` };
    expect(screen(coloured, strange.map(coloured.dim))).toBe(
      '\u001b[2mA\u001b[31mB\u001b[0m[U+001B][2J\u001b[22m\n',
    );
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

  it('shares of a whole are rounded so that they add up to it, and each by less than one', () => {
    expect(wholePercents([0.735, 0.16, 0.105])).toEqual(['74%', '16%', '10%']);
    expect(wholePercents([0.975, 0.025, 0])).toEqual(['98%', '2%', '0%']);
    expect(wholePercents([0.29, 0.57, 0.14])).toEqual(['29%', '57%', '14%']);
    expect(wholePercents([1 / 3, 1 / 3])).toEqual(['34%', '33%']);
    const shares = fc
      .array(fc.nat(1000), { minLength: 1, maxLength: 7 })
      .filter((counts) => counts.some((n) => n > 0));
    fc.assert(
      fc.property(shares, (counts) => {
        const all = counts.reduce((total, n) => total + n, 0);
        const rounded = wholePercents(counts.map((n) => n / all)).map(parseFloat);
        expect(rounded.reduce((total, n) => total + n, 0)).toBe(100);
        rounded.forEach((n, at) => expect(Math.abs(n - (100 * counts[at]!) / all)).toBeLessThan(1));
      }),
    );
  });
});
