/**
 * Logs of earlier versions: what a release has changed in the form of events, so that their logs still parse and replay.
 * A change of the form of events adds a row here; a change of the rules does not, since whether an event is lawful today is
 * the question.
 */
import { each } from '../model/column';
import { AHEAD, nextAhead } from '../model/meeting';
import type { State } from '../model/state';
import { itemAt } from '../kit/lists';

/** An event of an earlier version in today's form, or null where today's first day knows it already; with the reason. */
export interface AdaptedEvent {
  readonly event: Readonly<Record<string, unknown>> | null;
  readonly why: string;
}

/** A change of the form of events: the version that made it, and what it makes of an event; null where it does not concern it. */
interface FormChange {
  readonly since: string;
  readonly adapt: (event: Readonly<Record<string, unknown>>, state: State) => AdaptedEvent | null;
}

/** The meeting that events without a name are about: the next that is planned, or the one that was neither held nor called off. */
function soleMeeting(state: State): string | null {
  return (
    nextAhead(state)?.id ?? each(state.meetings).find(({ status }) => AHEAD.includes(status))?.id ?? null
  );
}

const CHANGES: readonly FormChange[] = [
  {
    since: '0.2.0',
    adapt: (event) =>
      event.type === 'undertaking.default'
        ? {
            event: { ...event, type: 'undertaking.fall-due' },
            why: 'no day breaks an undertaking: it is open to judgement from its day on',
          }
        : null,
  },
  {
    since: '0.2.0',
    adapt: (event, state) => {
      const meeting = soleMeeting(state);
      if (typeof event.type !== 'string' || !event.type.startsWith('meeting.')) return null;
      if (event.meeting !== undefined || meeting === null) return null;
      return { event: { ...event, meeting }, why: `it is about the meeting ${meeting}` };
    },
  },
  {
    since: '0.2.0',
    adapt: (event, state) => {
      if (event.type !== 'talks.open' || event.on !== state.today || typeof event.id !== 'string')
        return null;
      const round = Object.hasOwn(state.rounds, event.id) ? state.rounds[event.id] : undefined;
      if (round?.status !== 'under-way') return null;
      return { event: null, why: `the round ${event.id} is under way on the first day` };
    },
  },
];

/** The three numbers of a version; null for a text that is none. */
function numbersOf(version: string): readonly number[] | null {
  const [, ...numbers] = /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})$/.exec(version) ?? [];
  return numbers.length === 3 ? numbers.map(Number) : null;
}

/** Whether a version came before another. False where either is no version of three numbers. */
export function isEarlier(version: string, than: string): boolean {
  const [a, b] = [numbersOf(version), numbersOf(than)];
  if (a === null || b === null) return false;
  const at = a.findIndex((number, place) => number !== b[place]);
  return at >= 0 && itemAt(a, at) < itemAt(b, at);
}

/**
 * An event of a log of an earlier version in today's form, before it is parsed; null where it has that form already. Pure;
 * takes anything.
 */
export function adaptedEvent(version: string, input: unknown, state: State): AdaptedEvent | null {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return null;
  const event = input as Readonly<Record<string, unknown>>;
  for (const { since, adapt } of CHANGES) {
    const adapted = isEarlier(version, since) ? adapt(event, state) : null;
    if (adapted !== null) return adapted;
  }
  return null;
}
