/**
 * Shorter plays: events taken out as long as what matters still happens (delta debugging: Zeller and Hildebrandt,
 * "Simplifying and Isolating Failure-Inducing Input", IEEE TSE 2002).
 *
 * What is left stays lawful: each event is dated on the day on which its turn now comes, a step of the calendar is cut at
 * the next deadline, and what is not legal any more is left out.
 */
import { actionTypeOf, type Event } from '../../actions/index';
import { legalActions, nearestOf, sampleMember } from '../../engine/legal-actions';
import { isLegal, subjectOf } from '../../engine/legality';
import { transition } from '../../engine/transition';
import type { State } from '../../model/state';
import type { PlayedEvents } from '../plays/plays';

/** An event fitted to a state: dated today, and a step of the calendar no longer than the day allows. */
export function fitted(state: State, event: Event): Event {
  const dated: Event = { ...event, on: state.today };
  if (dated.type !== 'calendar.advance' || isLegal(state, dated)) return dated;
  for (const template of legalActions(state, { type: 'calendar.advance' }))
    return nearestOf(template, dated).event;
  return dated;
}

/** The lawful play that is left of a list of events. */
export function legalRest(start: State, events: readonly Event[]): PlayedEvents {
  const kept: Event[] = [];
  const states: State[] = [start];
  for (const event of events) {
    const before = states.at(-1)!;
    const next = transition(before, fitted(before, event));
    if (!next.ok) continue;
    kept.push(fitted(before, event));
    states.push(next.state);
  }
  return { events: kept, states };
}

/** Lists with one stretch of events taken out, the longest stretches first. */
export function* shorterLists(events: readonly Event[]): Generator<Event[]> {
  for (let size = events.length; size >= 1; size = Math.floor(size / 2)) {
    for (let from = events.length - size; from >= 0; from -= size)
      yield [...events.slice(0, from), ...events.slice(from + size)];
  }
}

/** A list of events from which no stretch can be taken out any more without losing what matters. */
export function shortest(
  events: readonly Event[],
  matters: (events: readonly Event[]) => boolean,
): readonly Event[] {
  for (const fewer of shorterLists(events)) if (matters(fewer)) return shortest(fewer, matters);
  return events;
}

/** The plainest event of the same type by the same actor on the same subject: the low end of every range. */
export function plainest(state: State, event: Event): Event {
  const action = actionTypeOf(event.type);
  if (action === undefined) return event;
  const subject = action.subject === null ? undefined : subjectOf(action, event);
  for (const template of legalActions(state, { type: event.type, actor: event.actor, subject }))
    return sampleMember(template, () => 0);
  return event;
}
