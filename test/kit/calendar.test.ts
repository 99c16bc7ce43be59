import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayAfter,
  daysBetween,
  formatDate,
  fromDayNumber,
  isIsoDate,
  monthOf,
  toDayNumber,
  yearOf,
} from '../../src/kit/calendar';

const FIRST = toDayNumber('1900-01-01');
const LAST = toDayNumber('2100-12-31');
const someDay = fc.integer({ min: -719528, max: 2932896 });

describe('day numbers', () => {
  it('every date from 1900 to 2100 survives the way to a number and back', () => {
    for (let day = FIRST; day <= LAST; day++) {
      const date = fromDayNumber(day);
      if (toDayNumber(date) !== day || !isIsoDate(date)) expect(date).toBe(`day ${day}`);
    }
    expect(LAST - FIRST + 1).toBe(201 * 365 + 49);
  });

  it('every date from 1900 to 2100 is the date the engine writes for that day', () => {
    for (let day = FIRST; day <= LAST; day++) {
      const written = new Date(day * 86_400_000).toISOString().slice(0, 10);
      if (fromDayNumber(day) !== written) expect(fromDayNumber(day)).toBe(written);
    }
  });

  it('1970-01-01 is day 0, 2000-03-01 day 11017 and 2025-10-30 day 20391', () => {
    expect(['1970-01-01', '2000-03-01', '2025-10-30'].map(toDayNumber)).toEqual([0, 11017, 20391]);
  });

  it('the first and the last day of the calendar are 0000-01-01 and 9999-12-31', () => {
    expect([fromDayNumber(-719528), fromDayNumber(2932896)]).toEqual(['0000-01-01', '9999-12-31']);
  });

  it('a later day has a later text', () => {
    fc.assert(
      fc.property(someDay, someDay, (a, b) => fromDayNumber(a) < fromDayNumber(b) === a < b),
      { numRuns: 1000 },
    );
  });

  it.each([0.5, Number.NaN, Infinity, -719529, 2932897])('%s is refused as a day number', (day) => {
    expect(() => fromDayNumber(day)).toThrow(RangeError);
  });
});

describe('the day after', () => {
  it('is one day later in whatever order days are asked, also right after a day that has none', () => {
    const near = fc.integer({ min: -3, max: 3 });
    fc.assert(
      fc.property(someDay, fc.array(near, { minLength: 1, maxLength: 12 }), (from, steps) => {
        let day = from;
        for (const step of steps) {
          day = Math.min(2932896, Math.max(-719528, day + step));
          const date = fromDayNumber(day);
          if (day === 2932896) expect(() => dayAfter(date)).toThrow(RangeError);
          else expect(dayAfter(date)).toBe(addDays(date, 1));
        }
      }),
      { numRuns: 1000, examples: [[2932895, [0, 1, 0, -1]]] },
    );
  });
});

describe('dates that do not exist', () => {
  it.each([
    '2025-02-29',
    '1900-02-29',
    '2100-02-29',
    '2025-02-30',
    '2025-04-31',
    '2025-00-10',
    '2025-13-01',
    '2025-01-00',
    '2025-01-32',
    '2025-1-1',
    '2025/01/01',
    '25-01-01',
    '+025-01-01',
    '2025-01-01T00:00',
    ' 2025-01-01',
    '２025-01-01',
    '',
  ])('%s is refused by name', (text) => {
    expect(isIsoDate(text)).toBe(false);
    expect(() => toDayNumber(text)).toThrow(`given the text "${text}"`);
    expect(() => monthOf(text)).toThrow(RangeError);
  });

  it('29 February exists in 1904, 2000 and 2024', () => {
    expect(['1904-02-29', '2000-02-29', '2024-02-29'].every(isIsoDate)).toBe(true);
  });

  it('any ten characters are a date exactly when they can be read and written back', () => {
    const digit = fc.constantFrom(...'0123456789');
    const text = fc
      .tuple(digit, digit, digit, digit, fc.constantFrom('0', '1'), digit, fc.constantFrom(...'0123'), digit)
      .map((d) => `${d.slice(0, 4).join('')}-${d.slice(4, 6).join('')}-${d.slice(6).join('')}`);
    fc.assert(
      fc.property(text, (date) => {
        const written = new Date(`${date}T00:00:00Z`);
        const exists = !Number.isNaN(written.getTime()) && written.toISOString().slice(0, 10) === date;
        return isIsoDate(date) === exists;
      }),
      { numRuns: 1000 },
    );
  });
});

describe('arithmetic with dates', () => {
  it('the 90 days from 12 August 2025 end on 10 November 2025', () => {
    expect(addDays('2025-08-12', 90)).toBe('2025-11-10');
    expect(daysBetween('2025-08-12', '2025-11-10')).toBe(90);
  });

  it('adding days and counting them are inverse, also backwards over leap days', () => {
    const near = fc.integer({ min: FIRST, max: LAST });
    fc.assert(
      fc.property(near, fc.integer({ min: -40000, max: 40000 }), (day, days) => {
        const from = fromDayNumber(day);
        return daysBetween(from, addDays(from, days)) === days;
      }),
      { numRuns: 1000 },
    );
  });

  it('half a day cannot be added', () => {
    expect(() => addDays('2025-10-30', 0.5)).toThrow(RangeError);
  });

  it('month and year are read from the date', () => {
    expect([monthOf('2025-10-30'), yearOf('2025-10-30'), yearOf('0000-01-01')]).toEqual([10, 2025, 0]);
  });

  it('readers see 25 Oct 2025 and 1 Jan 2026, without a leading zero', () => {
    expect([formatDate('2025-10-25'), formatDate('2026-01-01')]).toEqual(['25 Oct 2025', '1 Jan 2026']);
    expect(() => formatDate('2025-02-30')).toThrow(RangeError);
  });

  it('more dates than the memory holds are still all right', () => {
    for (let day = 0; day < 20_000; day++) toDayNumber(fromDayNumber(day));
    expect([fromDayNumber(0), toDayNumber('1970-01-02')]).toEqual(['1970-01-01', 1]);
  });
});
