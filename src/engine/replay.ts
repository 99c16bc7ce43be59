/** Replay: the state is the fold of its events, and the calendar carries a state to a date. */
import { actionTable, type ActionTable, type Event } from '../actions/index';
import { LAST_DAY, LONGEST_STEP_DAYS } from '../actions/calendar';
import { addDays } from '../kit/calendar';
import { checkDay, checkDayWithin, checkList, readOff } from '../kit/checks';
import { earliestDeadline } from '../model/deadline';
import type { Draft, State } from '../model/state';
import { stepInPlace } from './apply';
import { dueNow } from './due';
import { violations, type Refusal } from './legality';
import { checkState } from './parse-state';
import { stepped, transitionIn } from './transition';

/** The end of a replay: the final state, or the first event that was refused and where. */
export type Replay =
  | {
      /** All events were legal. */
      readonly ok: true;
      /** The state after the last of them. */
      readonly state: State;
    }
  | {
      /** An event was refused, and those after it were not tried. */
      readonly ok: false;
      /** The state before the refused event. */
      readonly state: State;
      /** Place of the refused event among those given, from 0. */
      readonly at: number;
      /** The refused event. */
      readonly event: Event;
      /** Every rule that it breaks, at least one. */
      readonly refusals: readonly Refusal[];
    };

/**
 * Folds events over a start state; stops at the first refused one and says which it was. Pure. Throws an InputError for what
 * is no state.
 * @param start - State before the first event; it is not changed, and what is no state throws an InputError.
 * @param events - Events in the order in which they happened, those of the calendar included: no day passes without one.
 *
 * @example
 * const first = start('kuala-lumpur-2025');
 * replay(first, [{ type: 'tariff.withdraw', actor: 'US', on: first.today, id: 'us/ieepa-hundred', traded: false }]).ok
 */
export function replay(start: State, events: Iterable<Event>): Replay {
  return replayIn(actionTable, start, events);
}

/** As {@link replay}, over a table of action types. */
export function replayIn(table: ActionTable, start: State, events: Iterable<Event>): Replay {
  let state = checkState('start', start);
  const given: unknown = events;
  if (
    readOff('events', given, () => typeof given !== 'object' || given === null || !(Symbol.iterator in given))
  )
    checkList('events', given, 'events');
  let at = 0;
  for (const event of events) {
    const next = transitionIn(table, state, event);
    if (!next.ok) return { ok: false, state, at, event, refusals: next.refusals };
    state = next.state;
    at += 1;
  }
  return { ok: true, state };
}

/** The state on a later day with what fell due on the way, and the events that led there. */
export interface Advance {
  /** The state on that day, frozen, with nothing left that is due. */
  readonly state: State;
  /** What the calendar did on the way, in order, moves of the day included; empty for no later day. */
  readonly events: readonly Event[];
}

/** The calendar's next event towards a day, or null when the day is reached and nothing is due. */
export function nextCalendarEvent(state: State, to: string): Event | null {
  const due = dueNow(state)[0];
  if (due !== undefined) return due;
  if (state.today >= to) return null;
  const deadline = earliestDeadline(state);
  const first = addDays(state.today, 1);
  const last = addDays(state.today, LONGEST_STEP_DAYS);
  const reach = to < last ? to : last;
  const day = deadline !== null && deadline < reach ? (deadline > first ? deadline : first) : reach;
  return { type: 'calendar.advance', actor: 'calendar', on: state.today, to: day };
}

/**
 * Carries a mutable state to a day in place, settling what falls due on the way and on it; `note` is told of each of the
 * calendar's events.
 */
export function passInPlace(state: Draft, to: string, note?: (event: Event) => void): void {
  for (let event = nextCalendarEvent(state, to); event !== null; event = nextCalendarEvent(state, to)) {
    if (!stepInPlace(state, event))
      throw new Error(`the calendar was refused on ${state.today}: ${event.type}`);
    note?.(event);
  }
}

/**
 * Carries a state to a day, and settles what falls due on the way as the calendar does. Returns the state unchanged
 * for today or an earlier day once nothing is due. Pure. Throws an InputError for what is no state or no day.
 * @param state - State from whose day it goes on; it is not changed.
 * @param to - Day to be reached, YYYY-MM-DD; today's or an earlier one lets no day pass.
 *
 * @example
 * const later = advanceTo(start('kuala-lumpur-2025'), '2025-11-01');
 * later.state.today
 */
export function advanceTo(state: State, to: string): Advance {
  checkDay('to', to);
  const events: Event[] = [];
  let current = checkState('state', state);
  if (to > current.today) checkDayWithin('to', to, current.today, LAST_DAY);
  for (let event = nextCalendarEvent(current, to); event !== null; event = nextCalendarEvent(current, to)) {
    const next = stepped(current, event);
    if (next === null)
      throw new Error(
        `the calendar refused itself: ${violations(current, event)
          .map(({ code }) => code)
          .join(', ')}`,
      );
    events.push(event);
    current = next;
  }
  return { state: current, events };
}
