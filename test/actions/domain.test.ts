/** The sets of values that a field may take: membership at the bounds, the nearest member, a member at a position, and in words. */
import { describe, expect, it } from 'vitest';
import {
  ABSENT,
  admits,
  contains,
  dateFrom,
  dateOrOpen,
  describeDomain,
  freshId,
  given,
  isEmpty,
  laterThanField,
  nameOf,
  memberAt,
  nearestMember,
  numberAbove,
  numberFrom,
  oneOf,
  optional,
  structure,
  subsetOf,
  TEXT,
  wholeFrom,
  type Domain,
} from '../../src/actions/domain';

const STRUCTURE = structure('a pair', (value) => Array.isArray(value) && value.length === 2, [1, 2]);
const ID = freshId({ taken: 1 }, { 'also/taken': true });

describe('a field that depends on another or may be left out', () => {
  const days = laterThanField(dateOrOpen('2025-01-02', '2025-01-10'), 'from');

  it('is later than the other where that holds a day, and anything of its range where it does not', () => {
    expect(admits(days, { from: '2025-01-05', until: '2025-01-06' }, 'until')).toBe(true);
    expect(admits(days, { from: '2025-01-05', until: '2025-01-05' }, 'until')).toBe(false);
    expect(admits(days, { from: '2025-01-05', until: null }, 'until')).toBe(true);
    expect(admits(days, { until: '2025-01-02' }, 'until')).toBe(true);
    expect(admits(days, { from: '2025-01-10', until: '2025-01-11' }, 'until')).toBe(false);
  });

  it('may be left out exactly where its domain says so', () => {
    expect(admits(optional(days), {}, 'until')).toBe(true);
    expect(admits(days, {}, 'until')).toBe(false);
    expect(admits(optional(days), { from: '2025-01-05', until: '2025-01-05' }, 'until')).toBe(false);
  });

  it('is sampled as absent in the lower half and within its range in the upper', () => {
    for (const u of [0, 0.25, 0.49]) expect(memberAt(optional(days), u)).toBeUndefined();
    for (const u of [0.5, 0.75, 0.99]) expect(contains(days, memberAt(optional(days), u))).toBe(true);
  });

  it('is told in words', () => {
    expect(describeDomain(optional(days))).toBe(
      '2025-01-02 to 2025-01-10, later than "from" or null, or left out',
    );
  });
});

describe('a field whose values depend on an earlier one', () => {
  const byKind = given(oneOf('a', 'b', 'c'), ({ kind }) => (kind === 'vowel' ? oneOf('a') : oneOf('b', 'c')));

  it('takes beside the earlier field only what that leaves, and by itself all there could be', () => {
    expect(admits(byKind, { kind: 'vowel', letter: 'b' }, 'letter')).toBe(false);
    expect(admits(byKind, { kind: 'consonant', letter: 'b' }, 'letter')).toBe(true);
    for (const letter of ['a', 'b', 'c']) expect(contains(byKind, letter)).toBe(true);
    expect(contains(byKind, 'd')).toBe(false);
    expect(admits(optional(byKind), { kind: 'vowel', letter: 'b' }, 'letter')).toBe(false);
  });

  it('is sampled, named and told of all there could be', () => {
    expect([0, 0.5, 0.9].map((u) => memberAt(byKind, u))).toEqual(['a', 'b', 'c']);
    expect(nearestMember(byKind, 'd')).toBe('a');
    expect(nearestMember(byKind, 'c')).toBe('c');
    expect(describeDomain(byKind)).toBe('a, b, c');
    expect(isEmpty(byKind)).toBe(false);
    expect(isEmpty(given(oneOf(), () => oneOf('a')))).toBe(true);
  });
});

describe('a name', () => {
  it('is one that is known, or beyond nine tenths a new one that means nothing else', () => {
    const known = nameOf(['entity-list', 'sdn'], []);
    expect([0, 0.44, 0.45, 0.89].map((u) => memberAt(known, u))).toEqual([
      'entity-list',
      'entity-list',
      'sdn',
      'sdn',
    ]);
    expect(memberAt(known, 0.9)).toBe('list-900-1');
    const taken = nameOf([], ['list-500-1', 'list-500-2']);
    expect(memberAt(taken, 0.5)).toBe('list-500-3');
    expect(memberAt(nameOf([], []), 0)).toBe('list-0-1');
  });

  it('is told with those that are known and those that it may not be', () => {
    const letters = 'of lower-case letters, digits, hyphens and slashes';
    expect(describeDomain(nameOf([], []))).toBe(`a name ${letters}`);
    expect(describeDomain(nameOf(['sdn'], []))).toBe(`sdn, or another name ${letters}`);
    expect(describeDomain(nameOf(['sdn'], ['sdn', 'uel', 'uvl']))).toBe(
      `sdn, or another name ${letters}, but none of uel, uvl`,
    );
  });
});

describe('membership', () => {
  const rows: readonly (readonly [string, Domain, readonly unknown[], readonly unknown[]])[] = [
    ['one of', oneOf('a', null, 1, true), ['a', null, 1, true], ['b', undefined, '1', false, ['a']]],
    ['a range', numberFrom(1, 3), [1, 1.5, 3], [0.999, 3.001, NaN, Infinity, '2', null]],
    ['a whole number', wholeFrom(1, 3), [1, 2, 3], [0, 1.5, 4, NaN, '2']],
    ['a number above', numberAbove(1, 3), [1.001, 3], [1, 3.001, NaN]],
    [
      'a date',
      dateFrom('2025-02-01', '2025-03-01'),
      ['2025-02-01', '2025-02-28', '2025-03-01'],
      ['2025-01-31', '2025-03-02', '2025-02-30', '2025-02-1', null, 20250210],
    ],
    [
      'a date but for some days',
      dateFrom('2025-02-01', '2025-02-04', ['2025-02-01', '2025-02-03', '2025-03-01']),
      ['2025-02-02', '2025-02-04'],
      ['2025-02-01', '2025-02-03', '2025-03-01', null],
    ],
    ['a date without an end', dateFrom('2025-02-01'), ['2025-02-01', '2100-01-01'], ['2025-01-31', null]],
    [
      'a date or none',
      dateOrOpen('2025-02-01', '2025-03-01'),
      ['2025-02-01', null],
      ['2025-03-02', undefined, 'null'],
    ],
    [
      'a new id',
      ID,
      ['new', 'also/new', 'a', '9-x', 'a'.repeat(80), 'also/taken2'],
      [
        'taken',
        'also/taken',
        'Upper',
        '',
        '-a',
        '/a',
        'a b',
        'a'.repeat(81),
        'constructor',
        'prototype',
        5,
        null,
        'a#b',
      ],
    ],
    ['a text', TEXT, ['', 'x'.repeat(400)], ['x'.repeat(401), 5, null, ['x']]],
    [
      'a list out of ids',
      subsetOf(['a', 'b']),
      [[], ['a'], ['b', 'a']],
      [['a', 'a'], ['c'], ['a', 'c'], 'a', null],
    ],
    ['a structure', STRUCTURE, [[1, 2]], [[1], null]],
    ['a number or nothing', optional(numberFrom(1, 3)), [undefined, 1, 3], [null, 0, 4, '2']],
    ['nothing', ABSENT, [undefined], [null, 0, '', 'undefined']],
  ];

  it.each(rows)('of %s', (_name, domain, inside, outside) => {
    for (const value of inside) expect(contains(domain, value), JSON.stringify(value)).toBe(true);
    for (const value of outside) expect(contains(domain, value), String(value)).toBe(false);
    for (const value of inside) expect(nearestMember(domain, value)).toBe(value);
  });
});

describe('emptiness', () => {
  it('is of lists without a value and of ranges that end before they begin', () => {
    const empty = [
      oneOf(),
      numberFrom(2, 1),
      numberAbove(1, 1),
      numberAbove(2, 1),
      wholeFrom(2, 1),
      dateFrom('2025-02-02', '2025-02-01'),
      dateFrom('2025-02-01', '2025-02-02', ['2025-02-02', '2025-02-01']),
    ];
    const full = [
      oneOf(null),
      numberFrom(1, 1),
      numberAbove(1, 1.1),
      wholeFrom(1, 1),
      dateFrom('2025-02-01', '2025-02-01'),
      dateFrom('2025-02-01'),
      dateFrom('2025-02-01', '2025-02-02', ['2025-02-01']),
      dateFrom('2025-02-01', null, ['2025-02-01']),
      dateOrOpen('2025-02-02', '2025-02-01'),
      ID,
      TEXT,
      subsetOf([]),
      STRUCTURE,
      optional(numberFrom(2, 1)),
      ABSENT,
    ];
    for (const domain of empty) {
      expect(isEmpty(domain), describeDomain(domain)).toBe(true);
      expect(nearestMember(domain, 'anything')).toBeUndefined();
    }
    for (const domain of full) expect(isEmpty(domain), describeDomain(domain)).toBe(false);
  });
});

describe('a member at a position', () => {
  it('runs from the first value to the last', () => {
    const letters = oneOf('a', 'b', 'c');
    expect([0, 0.3, 0.34, 0.66, 0.67, 0.999].map((u) => memberAt(letters, u))).toEqual([
      'a',
      'a',
      'b',
      'b',
      'c',
      'c',
    ]);
    expect([0, 0.5, 0.999].map((u) => memberAt(numberFrom(2, 4), u))).toEqual([2, 3, 4]);
    expect(memberAt(numberFrom(0, 1), 0.123)).toBe(0.12);
    expect([0, 0.5, 0.999].map((u) => memberAt(numberAbove(2, 4), u))).toEqual([4, 3, 4]);
    expect([0, 0.26, 0.5, 0.999].map((u) => memberAt(wholeFrom(1, 3), u))).toEqual([1, 2, 2, 3]);
    expect(Object.is(memberAt(numberFrom(-0.001, 1), 0), -0)).toBe(false);
    // Rounding to hundredths must not leave a range narrower than one.
    expect(memberAt(numberFrom(0.001, 0.002), 0)).toBe(0.002);
  });

  it('of dates begins on the first, ends on the last, and leaves a fifth to the open end', () => {
    const february = dateFrom('2025-02-01', '2025-02-10');
    expect([0, 0.5, 0.999].map((u) => memberAt(february, u))).toEqual([
      '2025-02-01',
      '2025-02-06',
      '2025-02-10',
    ]);
    expect(memberAt(dateFrom('2025-01-01'), 0.999)).toBe('2025-12-31');
    const gaps = dateFrom('2025-02-01', '2025-02-10', [
      '2025-02-01',
      '2025-02-06',
      '2025-02-09',
      '2025-02-10',
    ]);
    expect([0, 0.5, 0.999].map((u) => memberAt(gaps, u))).toEqual(['2025-02-02', '2025-02-07', '2025-02-08']);
    const open = dateOrOpen('2025-02-01', '2025-02-10');
    expect([0, 0.19, 0.2, 0.999].map((u) => memberAt(open, u))).toEqual([
      null,
      null,
      '2025-02-03',
      '2025-02-10',
    ]);
    expect(memberAt(dateOrOpen('2025-02-02', '2025-02-01'), 0.9)).toBeNull();
    expect(memberAt(dateOrOpen('2025-02-01'), 0.9)).not.toBeNull();
    expect(memberAt(dateOrOpen('2025-02-01', '2025-02-01'), 0.9)).toBe('2025-02-01');
  });

  it('of ids is one that nothing has', () => {
    expect(memberAt(freshId(), 0.5)).toBe('new/500-1');
    expect(memberAt(freshId({ 'new/500-1': 1 }, { 'new/500-2': 1 }), 0.5)).toBe('new/500-3');
  });

  it('of what may be left out is nothing at the lower half, and at the other runs from the first value to the last', () => {
    const maybe = optional(wholeFrom(1, 3));
    expect([0, 0.49, 0.5, 0.75, 0.999].map((u) => memberAt(maybe, u))).toEqual([
      undefined,
      undefined,
      1,
      2,
      3,
    ]);
    expect(memberAt(optional(numberFrom(2, 1)), 0.9)).toBeUndefined();
    expect(memberAt(ABSENT, 0.9)).toBeUndefined();
    expect(nearestMember(maybe, 9)).toBe(3);
    expect(nearestMember(ABSENT, 9)).toBeUndefined();
  });

  it('of a text, a list and a structure is one that they contain', () => {
    expect(memberAt(TEXT, 0.4)).toBe('unnamed');
    expect(memberAt(STRUCTURE, 0.4)).toEqual([1, 2]);
    const ids = subsetOf(['a', 'b', 'c', 'd']);
    expect(memberAt(ids, 0)).toEqual(['a', 'b', 'c', 'd']);
    expect(memberAt(ids, 0.2)).toEqual(['c', 'd']);
    expect(memberAt(ids, 0.3)).toEqual(['b']);
  });
});

describe('the nearest member', () => {
  it('of numbers is the bound that was passed, or the whole number below', () => {
    expect(nearestMember(numberFrom(1, 3), 9)).toBe(3);
    expect(nearestMember(numberFrom(1, 3), -9)).toBe(1);
    expect(nearestMember(numberFrom(1, 3), Infinity)).toBe(3);
    expect(nearestMember(numberFrom(1, 3), NaN)).toBe(1);
    expect(nearestMember(numberFrom(1, 3), 'x')).toBe(1);
    expect(nearestMember(wholeFrom(1, 5), 3.7)).toBe(3);
    expect(nearestMember(wholeFrom(1, 5), 0.7)).toBe(1);
    expect(nearestMember(wholeFrom(1, 5), 7.5)).toBe(5);
    expect(nearestMember(numberAbove(1, 3), 0)).toBeCloseTo(1.2, 12);
    expect(nearestMember(numberAbove(1, 3), 1)).toBeCloseTo(1.2, 12);
    expect(nearestMember(numberAbove(1, 3), 4)).toBe(3);
  });

  it('of dates is the bound that was passed, or none where only none is left', () => {
    const february = dateFrom('2025-02-01', '2025-02-10');
    expect(nearestMember(february, '2025-03-01')).toBe('2025-02-10');
    expect(nearestMember(february, '2024-03-01')).toBe('2025-02-01');
    expect(nearestMember(february, '2025-02-31')).toBe('2025-02-01');
    expect(nearestMember(february, 5)).toBe('2025-02-01');
    expect(nearestMember(dateFrom('2025-02-01'), '2024-03-01')).toBe('2025-02-01');
    const gaps = dateFrom('2025-02-01', '2025-02-04', ['2025-02-01', '2025-02-03', '2025-02-04']);
    expect(['2025-01-01', '2025-02-03', '2025-03-01'].map((day) => nearestMember(gaps, day))).toEqual([
      '2025-02-02',
      '2025-02-02',
      '2025-02-02',
    ]);
    const closed = dateOrOpen('2025-02-02', '2025-02-01');
    expect(nearestMember(closed, '2025-03-01')).toBeNull();
    expect(nearestMember(closed, '2025-01-01')).toBeNull();
    expect(nearestMember(dateOrOpen('2025-02-01', '2025-02-10'), '2025-03-01')).toBe('2025-02-10');
  });

  it('of texts and lists keeps what it can, and else is the first', () => {
    expect(nearestMember(TEXT, 'x'.repeat(500))).toBe('x'.repeat(400));
    expect(nearestMember(TEXT, 5)).toBe('unnamed');
    expect(nearestMember(subsetOf(['a', 'b']), ['b', 'c', 'b', 'a'])).toEqual(['b', 'a']);
    expect(nearestMember(subsetOf(['a', 'b']), 'a')).toEqual(['a', 'b']);
    expect(nearestMember(oneOf('a', 'b'), 'c')).toBe('a');
    expect(nearestMember(ID, 'taken')).toBe('new/0-1');
    expect(nearestMember(STRUCTURE, 5)).toEqual([1, 2]);
  });
});

describe('a domain in words', () => {
  it('says what is allowed', () => {
    expect(
      [
        oneOf('a', null, 1),
        oneOf(),
        numberFrom(1, 3),
        numberAbove(1, 3),
        wholeFrom(1, 3),
        dateFrom('2025-02-01'),
        dateFrom('2025-02-01', '2025-03-01'),
        dateFrom('2025-02-01', '2025-03-01', ['2025-01-02', '2025-02-02', '2025-02-04']),
        dateOrOpen('2025-02-01'),
        TEXT,
        subsetOf(['a', 'b']),
        subsetOf([]),
        STRUCTURE,
      ].map(describeDomain),
    ).toEqual([
      'a, null, 1',
      'nothing',
      'from 1 to 3',
      'above 1 to 3',
      'a whole number from 1 to 3',
      'from 2025-02-01',
      '2025-02-01 to 2025-03-01',
      '2025-02-01 to 2025-03-01 but for 2025-02-02, 2025-02-04',
      'from 2025-02-01 or null',
      'a text of at most 400 characters',
      'a list out of a, b',
      'a list out of nothing',
      'a pair',
    ]);
    expect(describeDomain(ID)).toMatch(/^an id not in use/);
  });
});
