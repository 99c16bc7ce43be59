/** What is told to have happened in a play, and the day on which it shall stand: read, and refused where it cannot be. */
import type { Event, EventBase } from '../actions/index';
import { digest } from '../engine/digest';
import { tableFor, type OwnRules } from '../engine/own-table';
import { issueError } from '../engine/issue-error';
import { parseEventIn } from '../engine/parse';
import { addDays, isIsoDate } from '../kit/calendar';
import { checkList, isObject, readOff } from '../kit/checks';
import { InputError } from '../kit/input-error';
import { firstOf } from '../kit/lists';
import type { State } from '../model/state';
import type { Scenario } from '../scenario/schema';

/** An event whose day may be left out: then it is today's. */
export type EventOfToday<E extends EventBase = Event> = E extends EventBase
  ? Omit<E, 'on'> & {
      /** Day of the act, YYYY-MM-DD; today's where it is left out. */ readonly on?: string;
    }
  : never;

/** What has happened: events in the order of their days, or a log that has them as `events` or `log`. */
export type Happened<E extends EventBase = Event> =
  | readonly EventOfToday<E>[]
  | Readonly<Record<'events', readonly E[]>>
  | Readonly<Record<'log', readonly E[]>>;

/** The list behind what is given as having happened. */
function listOf(after: Happened<EventBase>): readonly unknown[] {
  const list = readOff('after', after, (): unknown => {
    if (!isObject(after)) return after;
    if (!('events' in after)) return 'log' in after ? after.log : undefined;
    return 'log' in after ? undefined : after.events;
  });
  if (Array.isArray(list)) return checkList('after', list, 'events');
  throw new InputError({
    code: 'play/no-list',
    path: 'after',
    given: after,
    allowed: 'a list of events, or a log with its list of events as `events` or as `log`',
  });
}

/** Well-formed events of what is given; an event without a day is of the day of the one before. */
export function eventsFrom(
  after: Happened<EventBase>,
  { asOf }: Scenario,
  rules: OwnRules | undefined,
): Event[] {
  const table = tableFor(rules);
  let day = asOf;
  return listOf(after).map((given, index) => {
    const dated =
      typeof given === 'object' && given !== null && !('on' in given) ? { ...given, on: day } : given;
    const parsed = parseEventIn(table, dated);
    if (!parsed.ok) {
      const told = { code: 'play/malformed', path: `after.${index}`, input: given };
      throw issueError(firstOf(parsed.issues), { ...told, allowed: 'a well-formed event' });
    }
    const { event } = parsed;
    if (event.on < day) {
      throw new InputError({
        code: 'play/out-of-order',
        path: `after.${index}.on`,
        given: event.on,
        allowed:
          day === asOf && index === 0
            ? `a day from the first day ${asOf} on`
            : `no day before ${day}, that of the event before it`,
      });
    }
    day = event.on;
    return event;
  });
}

/** A log of another scenario, or of another first day, is not taken for one of this. */
export function refuseForeign(after: Happened<EventBase>, scenario: Scenario, first: State): void {
  // What is neither a list nor a log is refused where its events are read.
  if (!isObject(after)) return;
  const { scenario: of, start } = after as { readonly scenario?: unknown; readonly start?: unknown };
  const refuse = (path: string, given: unknown, allowed: string) => {
    throw new InputError({ code: 'play/foreign-log', path: `after.${path}`, given, allowed });
  };
  if (typeof of === 'string' && of !== scenario.id)
    refuse('scenario', of, `a log of the scenario "${scenario.id}"`);
  if (typeof start === 'string' && start !== digest(first))
    refuse('start', start, 'the digest of the first state of this scenario');
}

/** The day on which a play shall stand. */
export function dayAsked(today: unknown, earliest: string, { horizon }: Scenario): string {
  if (today === undefined) return earliest;
  if (typeof today === 'string' && isIsoDate(today) && today >= earliest && today < horizon) return today;
  throw new InputError({
    code: 'play/no-such-today',
    path: 'today',
    given: today,
    allowed: `a day from ${earliest} to ${addDays(horizon, -1)}, the eve of the horizon`,
  });
}
