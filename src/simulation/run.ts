/** A run: everything that one episode carries along, and the one way in which it changes the state. */
import type { Event } from '../actions/index';
import type { Parameters } from '../bargaining/world';
import { applyEvent, stepInPlace } from '../engine/apply';
import { isLegal } from '../engine/legality';
import type { Draws } from '../kit/keyed-draws';
import { toDayNumber } from '../kit/calendar';
import type { PartyId } from '../model/actor';
import { findMeasure, type MeasureLife } from '../model/measure';
import type { State } from '../model/state';
import type { Memory, Policy } from '../policies/policy';
import type { Theory } from '../scenario/theory';
import type { World } from './draw-world';
import { learn, refresh, type Mind } from './mind';
import { CALENDAR, type Maker, type Trace } from './trace';

/** One episode under way. */
export interface Run {
  readonly theory: Theory;
  readonly world: World;
  readonly parameters: Parameters;
  readonly draws: Draws;
  readonly episode: number;
  readonly state: State;
  readonly mind: Mind;
  readonly policies: Readonly<Record<PartyId, Policy>>;
  readonly memory: Readonly<Record<PartyId, Memory>>;
  /** Day of the simulation, counted from the first. */
  day: number;
  readonly firstDay: number;
  /** Whether an event since the last look may have changed the record, and whether it may have changed a measure. */
  touched: boolean;
  measuresTouched: boolean;
  /** Daily hazard of a ruling against a challenged authority. */
  readonly courtDaily: number;
  agreed: boolean;
  /** Length of the truce from the meeting to its first breach or end, days; null while it stands or where none binds. */
  truceEndedAfter: number | null;
  /** The record, where one is kept. */
  readonly log: Event[] | null;
  /** Why each event of the record happened, where that is kept too. */
  readonly trace: Trace | null;
  /** Events that were proposed and refused; a sound policy has none. */
  refused: Event[];
}

function measureBefore(state: State, event: Event): MeasureLife | undefined {
  if (!('id' in event)) return undefined;
  return findMeasure(state, event.id);
}

/**
 * Enacts an event: legality first, then what it tells about resolve, then the effect in place. A refused event
 * changes nothing and is noted. Returns whether it happened.
 */
export function enact(run: Run, event: Event, maker: Maker): boolean {
  if (!isLegal(run.state, event)) {
    run.refused.push(event);
    if (run.trace !== null) run.trace.refuse(run.state, event);
    return false;
  }
  const before = measureBefore(run.state, event);
  learn(run.mind, event, before, run.theory, run.parameters);
  applyEvent(run.state, event);
  run.touched = true;
  if (before !== undefined || 'authority' in event || 'key' in event || 'covered' in event)
    run.measuresTouched = true;
  if (run.log !== null) record(run, run.log, event, maker);
  return true;
}

/** Enacts a day's routine event: the calendar's step and the accruals, which touch no slow quantity. */
export function enactRoutine(run: Run, event: Event): void {
  if (!stepInPlace(run.state, event))
    throw new Error(`the calendar was refused on ${run.state.today}: ${event.type}`);
  if (run.log !== null) record(run, run.log, event, CALENDAR);
}

function record(run: Run, log: Event[], event: Event, maker: Maker): void {
  log.push(event);
  const policy = event.actor === 'US' || event.actor === 'CN' ? run.policies[event.actor].id : null;
  run.trace?.happened(event, maker, policy, run.theory.supposed);
}

/** Brings the mind's view of the state up to date if anything has happened. */
export function lookAgain(run: Run): void {
  if (!run.touched) return;
  refresh(run.mind, run.state, run.measuresTouched);
  run.touched = false;
  run.measuresTouched = false;
}

/** A uniform draw for a purpose on this day. */
export function drawToday(run: Run, name: string): number {
  return run.draws.uniform(run.episode, name, run.day);
}

/** Whether a named chance comes true on this day, with a probability; noted where a trace is kept. */
export function happensToday(run: Run, name: string, probability: number): boolean {
  return judged(run, name, drawToday(run, name), probability);
}

/** Whether a draw that has been taken is below a threshold; noted where a trace is kept. */
export function judged(run: Run, name: string, value: number, threshold: number): boolean {
  const verdict = value < threshold;
  return run.trace === null ? verdict : run.trace.try(run.state.today, name, value, threshold, verdict);
}

/** Number of a date counted from the first day of the run. */
export function dayOf(run: Run, date: string): number {
  return toDayNumber(date) - run.firstDay;
}
