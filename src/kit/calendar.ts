/**
 * The civil calendar: dates as text, days as whole numbers.
 *
 * Deadlines, truces and suspensions are dates in the actor's capital, so no clock, no time zone and no `Date` object
 * enters: only the proleptic Gregorian calendar of ISO 8601, by the integer algorithms of Howard Hinnant,
 * "chrono-Compatible Low-Level Date Algorithms" (2013).
 */
import { InputError } from './input-error';

/** A civil date, `YYYY-MM-DD`, in the proleptic Gregorian calendar, years 0000 to 9999. */
export type IsoDate = string;

/** Mean length of a month, days. */
export const DAYS_PER_MONTH = 30.4;

const DAYS_PER_ERA = 146097;
const YEARS_PER_ERA = 400;
const DAYS_FROM_ERA_START_TO_1970 = 719468;
const FIRST_DAY = -719528;
const LAST_DAY = 2932896;
const REMEMBERED_DATES = 8192;

const MONTH_NAMES = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

const dayNumbers = /* @__PURE__ */ new Map<IsoDate, number>();
const dates = /* @__PURE__ */ new Map<number, IsoDate>();
/** Days of 1970 to 2059: the most for which an array made at once stays one. */
const NEAR_DAYS = 32_768;
const near = /* @__PURE__ */ new Array<IsoDate | undefined>(NEAR_DAYS);

/** Keeps what was computed; forgets everything when full, so that a long fuzzing session cannot grow it for ever. */
function remember<Key, Value>(cache: Map<Key, Value>, key: Key, value: Value): Value {
  if (cache.size >= REMEMBERED_DATES) cache.clear();
  cache.set(key, value);
  return value;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The whole number written in decimal digits at [from, to), or NaN when anything else stands there. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/**
 * Whether the text is `YYYY-MM-DD` and names a date that exists: `2024-02-29` does, `2025-02-29` does not.
 * Never throws.
 */
export function isIsoDate(text: string): boolean {
  // Only dates that exist are remembered.
  return dayNumbers.has(text) || isWrittenDate(text);
}

function isWrittenDate(text: string): boolean {
  if (typeof text !== 'string' || text.length !== 10 || text[4] !== '-' || text[7] !== '-') return false;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  return year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function countDays(date: IsoDate): number {
  if (!isWrittenDate(date)) {
    throw new InputError({
      code: 'input/day',
      path: 'day',
      given: date,
      allowed: 'a day that exists, written YYYY-MM-DD',
    });
  }
  const month = digits(date, 5, 7);
  // The year is taken to begin in March, so that the leap day is its last.
  const year = digits(date, 0, 4) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / YEARS_PER_ERA);
  const yearOfEra = year - era * YEARS_PER_ERA;
  const monthFromMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + digits(date, 8, 10) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - DAYS_FROM_ERA_START_TO_1970;
}

/**
 * Whole days from 1970-01-01 to the date, negative before it.
 * @throws InputError when the text is not a date that exists.
 */
export function toDayNumber(date: IsoDate): number {
  return dayNumbers.get(date) ?? remember(dayNumbers, date, countDays(date));
}

function writeDate(day: number): IsoDate {
  if (!Number.isInteger(day) || day < FIRST_DAY || day > LAST_DAY) {
    throw new InputError({
      code: 'input/day-number',
      path: 'day',
      given: day,
      allowed: 'a whole day number between 0000-01-01 and 9999-12-31',
    });
  }
  const shifted = day + DAYS_FROM_ERA_START_TO_1970;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36524) + Math.floor(dayOfEra / 146096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = ((monthFromMarch + 2) % 12) + 1;
  const year = yearOfEra + era * YEARS_PER_ERA + (month <= 2 ? 1 : 0);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/**
 * The date a whole number of days after 1970-01-01; the inverse of {@link toDayNumber}.
 * @throws InputError when the number is not whole or falls outside the years 0000 to 9999.
 */
export function fromDayNumber(day: number): IsoDate {
  // Days of this and the coming decades by their place: a look into an array costs a fraction of one into a map.
  if (day >= 0 && day < NEAR_DAYS) return near[day] ?? (near[day] = writeDate(day));
  return dates.get(day) ?? remember(dates, day, writeDate(day));
}

/**
 * The date that many whole days later; earlier when `days` is negative.
 * @throws RangeError for a date that does not exist, a fraction of a day or a result outside the years 0000 to 9999.
 */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromDayNumber(toDayNumber(date) + days);
}

let lastAsked: IsoDate | null = null;
let lastAnswer: IsoDate = '';
let lastAnswerDay = 0;

/**
 * The day after a date; remembers its last answer, since a day's rules all ask it of the same day, and the next day's of the
 * day that was the answer.
 */
export function dayAfter(date: IsoDate): IsoDate {
  if (date === lastAsked) return lastAnswer;
  const day = (lastAsked !== null && date === lastAnswer ? lastAnswerDay : toDayNumber(date)) + 1;
  lastAnswer = fromDayNumber(day);
  lastAnswerDay = day;
  lastAsked = date;
  return lastAnswer;
}

/**
 * Whole days from the first date to the second; negative when the second is earlier.
 * @throws InputError when either is not a date that exists.
 */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** Month of the date, 1 (January) to 12. @throws InputError when it is not a date that exists. */
export function monthOf(date: IsoDate): number {
  toDayNumber(date);
  return digits(date, 5, 7);
}

/** Year of the date. @throws InputError when it is not a date that exists. */
export function yearOf(date: IsoDate): number {
  toDayNumber(date);
  return digits(date, 0, 4);
}

/** The date for readers, `25 Oct 2025`. @throws InputError when it is not a date that exists. */
export function formatDate(date: IsoDate): string {
  const monthName = MONTH_NAMES[monthOf(date) - 1] ?? '';
  return `${digits(date, 8, 10)} ${monthName} ${yearOf(date)}`;
}
