/** Events that are to be told: how, and whether they are events at all. */
import type { Event } from '../../actions/index';
import { issueError } from '../../engine/issue-error';
import { tableFor, type OwnRules } from '../../engine/own-table';
import { parseEventIn } from '../../engine/parse';
import { checkState } from '../../engine/parse-state';
import { checkFacts, type BareFacts } from '../../facts/bare';
import { checkAnswer } from '../../kit/answer-form';
import { checkFunction, checkKnown, checkOptions, type OptionTable } from '../../kit/checks';
import { firstOf } from '../../kit/lists';
import { ACTORS } from '../../model/actor';
import type { State } from '../../model/state';
import { EVENT, checkEvents } from './answer-forms';
import { checkRules } from './view-checks';

/** How a list of events is shown. */
export interface EventLinesOptions {
  /** Leaves out what a text is not about, by the event and its place. */
  readonly isShown?: ((event: Event, at: number) => boolean) | undefined;
  /** The rules that the events obey, for action types of one's own; the library's where left out. */
  readonly rules?: OwnRules | undefined;
}

const EVENT_LINES_OPTIONS: OptionTable<EventLinesOptions> = {
  isShown: (name, value) => checkFunction(name, value, 'tells whether an event is shown'),
  rules: true,
};

/** Refuses with an InputError what is no state, no list of events, no facts or no options. */
export function checkTold(
  start: State,
  events: readonly Event[],
  facts: BareFacts,
  options: EventLinesOptions,
): void {
  checkState('start', start);
  checkEvents('events', events);
  checkFacts('facts', facts);
  checkOptions(options, EVENT_LINES_OPTIONS);
  checkRules(options.rules);
}

/** Refuses with an InputError an event that lacks what its sentence tells; one of a type that the rules have not is told by its name. */
export function checkWorded(event: Event, rules: OwnRules | undefined): void {
  checkAnswer('event', event, EVENT);
  const table = tableFor(rules);
  if (!table.byType.has(event.type)) {
    checkKnown('event.actor', event.actor, ACTORS);
    return;
  }
  const parsed = parseEventIn(table, event);
  if (parsed.ok) return;
  throw issueError(firstOf(parsed.issues), {
    code: 'input/event',
    path: 'event',
    input: event,
    allowed: 'an event, as parseEvent takes it',
  });
}
