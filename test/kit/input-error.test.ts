import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkDay,
  checkDayWithin,
  checkFunction,
  checkKnown,
  checkList,
  checkNumber,
  checkObject,
  checkOptions,
  checkText,
  checkWhole,
  checkYesNo,
} from '../../src/kit/checks';
import { InputError, shown, shownText } from '../../src/kit/input-error';

/** What a check throws about a value, or null where it lets it pass. */
function complaintOf(check: () => unknown): InputError | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

const CHECKS: readonly (readonly [string, (value: unknown) => unknown, good: unknown])[] = [
  ['a day', (value) => checkDay('there', value), '2024-02-29'],
  ['a day of a span', (value) => checkDayWithin('there', value, '2025-01-01', '2025-12-31'), '2025-12-31'],
  ['a day without end', (value) => checkDayWithin('there', value, '2025-01-01'), '9999-12-31'],
  ['a whole number', (value) => checkWhole('there', value, { least: 1, most: 9 }), 9],
  ['a number', (value) => checkNumber('there', value, 0.5, 2), 0.5],
  ['a number without end', (value) => checkNumber('there', value, 7), 7.25],
  ['a text', (value) => checkText('there', value, { least: 2, most: 3 }), 'abc'],
  ['a name', (value) => checkKnown('there', value, ['usOnCn', 'cnOnUs']), 'cnOnUs'],
  ['yes or no', (value) => checkYesNo('there', value), false],
  ['a function', (value) => checkFunction('there', value, 'answers'), () => 1],
  ['a list', (value) => checkList('there', value, 'days'), []],
  ['an object', (value) => checkObject('there', value, 'a state'), {}],
  ['options', (value) => checkOptions(value, { runs: true, seed: true }, 'there'), { runs: 1 }],
];

describe('a check of an argument', () => {
  it.each(CHECKS)('lets %s pass', (_, check, good) => {
    expect(complaintOf(() => check(good))).toBeNull();
  });

  it.each(CHECKS)(
    'of %s says of anything else where it stands, what was given and what is allowed',
    (_, check, good) => {
      const anything = fc.anything({
        withBigInt: true,
        withDate: true,
        withMap: true,
        withNullPrototype: true,
      });
      fc.assert(
        fc.property(anything, (value) => {
          const error = complaintOf(() => check(value));
          if (error === null) return typeof value === typeof good;
          return (
            error.path === 'there' &&
            error.message === `there: ${error.complaint}` &&
            error.message.includes(`expected ${error.allowed}`) &&
            error.message.includes(`given ${error.given}`)
          );
        }),
      );
    },
  );

  it('knows days that do not exist, and days beyond its span', () => {
    for (const day of ['2025-11-31', '2025-1-1', '10000-01-01', '', '2025-02-29', ' 2025-01-01'])
      expect(complaintOf(() => checkDay('on', day))?.code).toBe('input/day');
    expect(complaintOf(() => checkDayWithin('on', '2024-12-31', '2025-01-01'))?.allowed).toBe(
      'a day from 2025-01-01 on',
    );
    expect(complaintOf(() => checkDayWithin('on', '2026-01-01', '2025-01-01', '2025-12-31'))?.message).toBe(
      'on: expected a day from 2025-01-01 to 2025-12-31; given the text "2026-01-01"',
    );
  });

  it('names the nearest of the known names', () => {
    expect(complaintOf(() => checkKnown('direction', 'usonCn', ['usOnCn', 'cnOnUs']))?.message).toBe(
      'direction: expected one of usOnCn, cnOnUs; given the text "usonCn"; did you mean "usOnCn"?',
    );
    expect(complaintOf(() => checkOptions({ run: 1 }, { runs: true, seed: true }))?.message).toBe(
      'options: expected only the options runs, seed; given the text "run"; did you mean "runs"?',
    );
  });

  it('lists twenty of many names and counts the rest', () => {
    const names = Array.from({ length: 25 }, (_, at) => `n${at}`);
    expect(complaintOf(() => checkKnown('name', 7, names))?.allowed).toMatch(/n19 and 5 more$/);
    // What was meant goes before what else there is.
    expect(complaintOf(() => checkKnown('name', 'n111', names))?.allowed).toMatch(/n5 and 19 more$/);
  });
});

describe('a value in a complaint', () => {
  it('is printable and short, whatever it is', () => {
    const forbidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u034f\u3164\uffff]/u;
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const said = shown(value);
        return said.length < 400 && !forbidden.test(said);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => !forbidden.test(shownText(text))),
    );
  });

  it('is spelt out where a terminal would act on it', () => {
    expect(shown('\u001b[2J\u202etitle\n')).toBe('the text "\\u001b[2J\\u202etitle\\u000a"');
  });

  it.each([['a proxy that is gone', Proxy.revocable({}, {}), 'an object that cannot be read']])(
    'is told without a throw: %s',
    (_, { proxy, revoke }, told) => {
      revoke();
      expect(shown(proxy)).toBe(told);
    },
  );

  it('tells an object of a class from a plain one', () => {
    class Meeting {}
    expect(shown(new Meeting())).toBe('an object of the class Meeting');
    expect(shown(new Map())).toBe('an object of the class Map');
    expect(shown(Object.create(null))).toBe('an object');
    expect(shown([])).toBe('a list');
    expect([undefined, null, -0, NaN, 1n, Symbol('s'), () => 1].map(shown)).toEqual([
      'nothing',
      'null',
      '-0',
      'NaN',
      'a bigint',
      'a symbol',
      'a function',
    ]);
  });
});

describe('an input error', () => {
  it('is a RangeError with its parts, and takes a cause', () => {
    const cause = new Error('below');
    const error = new InputError(
      { code: 'input/day', path: '', given: 3, allowed: 'a day', why: 'no such day', didYouMean: null },
      { cause },
    );
    expect(error).toBeInstanceOf(RangeError);
    expect(error).toMatchObject({
      name: 'InputError',
      code: 'input/day',
      path: '',
      given: '3',
      didYouMean: null,
    });
    expect(error.message).toBe('no such day; expected a day; given 3');
    expect(error.cause).toBe(cause);
  });
});
