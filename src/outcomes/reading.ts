/**
 * Readings: the terms of outcome classes that are measured on an evening, each taken once on the day that it asks for. What the
 * classes of a scenario ask for is known before an episode runs, so that nobody keeps the states of days gone by.
 */
import { addDays, daysBetween } from '../kit/calendar';
import { comparisonsIn, type Condition, type TermCondition } from '../model/condition';
import { meetingOf } from '../model/meeting';
import type { State } from '../model/state';
import { AFTERMATH_DAYS } from './coercion';
import type { TermOccasion } from './term';
import { outcomeTermOf } from './terms';

/** A term of an evening as a comparison asks for it. */
export type Reading = Omit<TermCondition, 'atLeast' | 'below'>;

/** Values of readings by their key. */
export type Readings = Readonly<Record<string, number>>;

/** A reading with its day, counted from the first. */
export interface DatedReading {
  readonly key: string;
  readonly day: number;
  readonly reading: Reading;
}

const keys = /* @__PURE__ */ new WeakMap<Reading, string>();

/** A text that names a reading: equal for equal ones. Kept by the condition, which every run asks again. */
export function readingKey(reading: Reading): string {
  const known = keys.get(reading);
  if (known !== undefined) return known;
  const { term, of = '', is = '', on, days = AFTERMATH_DAYS } = reading;
  const key = `${term} ${of} ${is} ${on ?? `+${days}`}`;
  keys.set(reading, key);
  return key;
}

/** The day on whose evening a reading is taken. */
export function readingDay({ on, days = AFTERMATH_DAYS }: Reading, meetingOn: string): string {
  return on ?? addDays(meetingOn, days);
}

/** Whether a comparison is of a term that is measured on an evening. */
export const isOfEvening = ({ term }: Reading): boolean => outcomeTermOf(term)?.evening === true;

const known = /* @__PURE__ */ new WeakMap<object, readonly Reading[]>();

/** The distinct readings that some outcome classes ask for. */
export function readingsIn(outcomes: readonly { readonly when: Condition }[]): readonly Reading[] {
  const found = known.get(outcomes);
  if (found !== undefined) return found;
  const distinct = new Map<string, Reading>();
  for (const { when } of outcomes)
    for (const comparison of comparisonsIn(when))
      if (isOfEvening(comparison)) distinct.set(readingKey(comparison), comparison);
  const readings = [...distinct.values()];
  known.set(outcomes, readings);
  return readings;
}

/** Days after the planned day of a meeting by which some classes are settled: the two weeks after it, or the last evening they ask for. */
export function settledAfter(outcomes: readonly { readonly when: Condition }[], meetingOn: string): number {
  return readingsIn(outcomes).reduce(
    (most, reading) => Math.max(most, daysBetween(meetingOn, readingDay(reading, meetingOn))),
    AFTERMATH_DAYS,
  );
}

/** Takes a reading on the state of its evening. */
export function taken({ term, of, is }: Reading, state: State, occasion: TermOccasion): number {
  const { meeting, meetingOn, first } = occasion;
  return outcomeTermOf(term)?.measure(state, { meeting, meetingOn, first, of, is }) ?? 0;
}

/** The classes of which a list of states is asked. */
interface Asked {
  readonly meeting: string;
  readonly outcomes: readonly { readonly when: Condition }[];
}

/** The planned day of a meeting in some states: that of the first which knows it; the last day where none does. */
export function plannedDay(meeting: string, states: readonly State[]): string {
  for (const state of states) {
    const on = meetingOf(state, meeting)?.on;
    if (on !== undefined) return on;
  }
  return states.at(-1)?.today ?? '';
}

/**
 * The readings of classes on a list of states in the order of their days, the first day's first: each is taken on the last
 * state of its day or of the nearest day before it, which is the end where the states do not come so far.
 */
export function readingsOver({ meeting, outcomes }: Asked, states: readonly State[]): Readings {
  const readings: Record<string, number> = {};
  const first = states[0];
  if (first === undefined) return readings;
  const occasion = { meeting, first, meetingOn: plannedDay(meeting, states) };
  for (const reading of readingsIn(outcomes)) {
    const day = readingDay(reading, occasion.meetingOn);
    const evening = states.filter(({ today }) => today <= day).at(-1) ?? first;
    readings[readingKey(reading)] = taken(reading, evening, occasion);
  }
  return readings;
}
