/** A counterexample as a text for people: what happens on which day, and where the claim is broken. */
import type { Event } from '../../actions/index';
import { daysBetween, formatDate } from '../../kit/calendar';
import { eventLines } from '../../report/wording/trajectory';
import { PLAIN, wrap } from '../../report/wording/text';
import { visible } from '../../report/wording/visible';
import type { Facts } from '../../facts/schema';
import type { Claim } from './claim';
import { isAct, playMoves, type PlayedEvents } from '../plays/play';
import { firstOf, lastOf } from '../../kit/lists';

/** Width of the column of dates of a story, with its gap. */
const GAP = ' '.repeat(13);

/** What an event is about, where it is about something with an id. */
function subjectIn(event: Event): string | null {
  if ('id' in event && typeof event.id === 'string') return event.id;
  return 'key' in event ? event.key : null;
}

/** What tells apart what falls due. */
const named = (event: Event) => `${event.on} ${event.type} ${subjectIn(event)}`;

/**
 * Which events of a play a story tells: its moves, what the calendar does because of them, what becomes of what they
 * were about, the end of a truce, and the last event. The rest falls due whether anybody moves or not.
 */
export function shownEvents({ events, states }: PlayedEvents): (event: Event, at: number) => boolean {
  const alone = playMoves(firstOf(states), [], lastOf(states).today);
  const anyway = new Set(alone?.events.map(named));
  const about = new Set(events.filter(isAct).map(subjectIn));
  return (event, at) => {
    if (event.type === 'calendar.advance') return false;
    if (isAct(event) || at === events.length - 1 || event.type === 'truce.lapse') return true;
    return !anyway.has(named(event)) || about.has(subjectIn(event));
  };
}

/** A text under a day, in the columns of a story. */
export function dated(day: string, text: string): string[] {
  return wrap(PLAIN, visible(text), GAP).map((line, at) =>
    at === 0 ? formatDate(day).padEnd(GAP.length) + line.slice(GAP.length) : line,
  );
}

/**
 * A play that breaks a claim, as dated sentences of at most 80 columns; the last one names the claim that does not
 * hold. Of what falls due by itself only that is told which the moves brought about or were about. Pure.
 */
export function counterexampleText(claim: Claim, play: PlayedEvents, facts: Facts): string {
  const [first, last] = [firstOf(play.states), lastOf(play.states)];
  const days = daysBetween(first.today, last.today);
  const when = days === 0 ? '' : days === 1 ? ', a day after the start' : `, ${days} days after the start`;
  return [
    ...eventLines(first, play.events, facts, PLAIN, { isShown: shownEvents(play) }),
    ...dated(last.today, `Here it is broken${when}: “${claim.title}”`),
  ].join('\n');
}
