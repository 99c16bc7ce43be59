/**
 * The almanac of a plan: its days counted from the first, each with its date and month, made once for all episodes,
 * so that no episode converts a date that all of them pass.
 */
import { daysBetween, fromDayNumber, monthOf, toDayNumber } from '../kit/calendar';
import type { ModelSpecification } from '../scenario/model-specification';

/** What the days of a stretch are by the calendar, whatever is planned for them. */
interface Days {
  /** Day number of the first day. */
  readonly first: number;
  readonly dates: readonly string[];
  readonly months: Uint8Array;
  /** 1 for the first day of a month, else 0. */
  readonly firstOfMonth: Uint8Array;
  /** The next first of a month after each day. */
  readonly nextFirst: Uint16Array;
}

/** Days of a plan, counted from its first. */
export interface Almanac extends Days {
  readonly last: number;
  readonly meeting: number;
  /** Days from the start of the control to the first day; null where there is none. */
  readonly controlAge: number | null;
}

/** The days that were asked for last: a thousand plans beside one another are mostly of the same, which may be those of twenty years. */
let latest: Days | undefined;

function daysFrom(first: number, length: number): Days {
  if (latest?.first === first && latest.dates.length === length) return latest;
  const dates = Array.from({ length }, (_, day) => fromDayNumber(first + day));
  const months = Uint8Array.from(dates, monthOf);
  const nextFirst = new Uint16Array(dates.length).fill(0xffff);
  for (let day = dates.length - 2; day >= 0; day -= 1) {
    nextFirst[day] = months[day] === months[day + 1] ? nextFirst[day + 1]! : day + 1;
  }
  const firstOfMonth = Uint8Array.from(dates, (date) => (date.endsWith('-01') ? 1 : 0));
  latest = { first, dates, months, firstOfMonth, nextFirst };
  return latest;
}

/** The almanac of a plan from its first day to its horizon. */
export function almanacOf(today: string, specification: ModelSpecification): Almanac {
  const first = toDayNumber(today);
  const last = toDayNumber(specification.horizon) - first;
  const { dates, months, firstOfMonth, nextFirst } = daysFrom(first, Math.max(0, last) + 2);
  return {
    first,
    last,
    meeting: toDayNumber(specification.meetingOn) - first,
    dates,
    months,
    firstOfMonth,
    nextFirst,
    controlAge: specification.controlSince === null ? null : daysBetween(specification.controlSince, today),
  };
}
