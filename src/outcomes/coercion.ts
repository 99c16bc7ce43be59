/**
 * Outcome terms of coercion around a meeting: what was ordered in the two weeks after it, as past meetings are coded, and what
 * entered into force in them, whenever it was ordered.
 */
import { addDays } from '../kit/calendar';
import { levelOf, type CoerciveAct } from '../model/coercion';
import { each } from '../model/column';
import { MEASURE_KINDS, findMeasure, type MeasureLife } from '../model/measure';
import { meetingOf } from '../model/meeting';
import type { State } from '../model/state';
import type { TermMeasure } from './term';

/** Days after a meeting in which a new coercive act counts as its outcome. */
export const AFTERMATH_DAYS = 14;

/** 1 where a party took a new coercive act from the day of the meeting to the 14th day after it, else 0. */
export const newCoercion: TermMeasure = (state, { meeting }) => {
  const from = meetingOf(state, meeting)?.on;
  if (from === undefined) return 0;
  const until = addDays(from, AFTERMATH_DAYS);
  for (const act of state.coercion) if (act.on >= from && act.on <= until) return 1;
  return 0;
};

/** Whether what an act ordered has entered into force by today: what was put off or taken back before its day has not. */
function hasEntered(state: State, { kind, measure, from, on }: CoerciveAct): boolean {
  if (from > state.today) return false;
  if (kind === 'flows') return true;
  const life = findMeasure(state, measure);
  if (life === undefined) return false;
  // A status that is newer than the entry came after it; one of the time between order and entry has kept it off.
  return life.status === 'in-force' || life.since > from || (life.since === from && from > on);
}

/** What coercion is new of: the day of which it is later, and what nobody counts as following from it. */
export interface NewCoercion {
  /** The first day: what was ordered on it or before is not new. */
  readonly asOf: string;
  /** Whether an act was itself supposed. */
  readonly isSupposed: (act: CoerciveAct) => boolean;
}

/** Whether a coercive act of either side that is new has entered into force by today. */
export function hasNewCoercion(state: State, { asOf, isSupposed }: NewCoercion): boolean {
  for (let at = state.coercion.length - 1; at >= 0; at -= 1) {
    const act = state.coercion[at];
    if (act === undefined || act.on <= asOf) return false;
    if (hasEntered(state, act) && !isSupposed(act)) return true;
  }
  return false;
}

/** Whether a measure in force today has entered, or come back, on a day or since. */
function enteredSince(state: State, day: string): boolean {
  for (const kind of MEASURE_KINDS) {
    for (const { id, status, since } of each<MeasureLife>(state[kind]))
      if (status === 'in-force' && since >= day && levelOf(state, kind, id) > 0) return true;
  }
  return false;
}

/** 1 where a coercive level entered into force from the day of the meeting on and stands, whenever it was ordered. */
export const coercionEntered: TermMeasure = (state, { meetingOn }) => {
  if (enteredSince(state, meetingOn)) return 1;
  return state.coercion.some(
    ({ kind, measure, from, size }) =>
      from >= meetingOn && from <= state.today && size > 0 && levelOf(state, kind, measure) > 0,
  )
    ? 1
    : 0;
};
