/**
 * The meeting that a scenario asks about: the one that it names while that lies ahead, else the next that is planned or
 * supposed to be planned; none where no meeting lies ahead.
 */
import type { Event } from '../actions/index';
import type { BareFacts } from '../facts/bare';
import { isAhead, meetingOf, nextAhead } from '../model/meeting';
import type { State } from '../model/state';
import type { Scenario } from './schema';

/** The meeting that is asked about. */
export interface AskedMeeting {
  readonly id: string;
  /** Its day, as far as it is planned or supposed; today where no meeting lies ahead. */
  readonly on: string;
  readonly place: string;
  /** Whether it lies ahead; else no outcome of a meeting can be asked for. */
  readonly ahead: boolean;
}

/** What is asked of, seen from today. */
export interface AskedFrom {
  readonly scenario: Pick<Scenario, 'meeting' | 'horizon'>;
  readonly facts: Pick<BareFacts, 'meetings'>;
  /** The state of today, after all that has happened. */
  readonly state: State;
  /** The supposed events, by day; those dated up to today have happened. */
  readonly supposed: readonly { readonly event: Event }[];
}

/** A day as supposed events put it off, in their order; each only while the meeting is still to be held. */
function putOff(id: string, planned: string, supposed: AskedFrom['supposed']): string {
  let day = planned;
  for (const { event } of supposed) {
    if (event.type !== 'meeting.postpone' || event.meeting !== id) continue;
    if (event.on <= day && event.day > day) day = event.day;
  }
  return day;
}

/** The meeting that the scenario names: of the record, of the state, or supposed to be planned. */
function named({ scenario: { meeting: id }, facts, state, supposed }: AskedFrom): AskedMeeting | undefined {
  const planned = supposed.find(({ event }) => event.type === 'meeting.plan' && event.id === id)?.event;
  const now = meetingOf(state, id);
  // What is planned today counts, and not the day to which the record has a meeting put off later.
  const first =
    now ??
    facts.meetings.find((meeting) => meeting.id === id) ??
    (planned?.type === 'meeting.plan' ? { on: planned.day, place: planned.place } : undefined);
  if (first === undefined) return undefined;
  const on = putOff(id, first.on, supposed);
  const ahead = on > state.today || (on === state.today && (now === undefined || isAhead(now, state.today)));
  return { id, on, place: now?.place ?? first.place, ahead };
}

/** The next meeting that is planned today, or supposed to be planned later; undefined where there is none. */
function next({ scenario: { horizon }, state, supposed }: AskedFrom): AskedMeeting | undefined {
  const candidates: AskedMeeting[] = [];
  const planned = nextAhead(state);
  if (planned !== undefined) candidates.push({ ...planned, ahead: true });
  for (const { event } of supposed) {
    if (event.type === 'meeting.plan' && event.on > state.today)
      candidates.push({ id: event.id, on: event.day, place: event.place, ahead: true });
  }
  return candidates
    .map((one) => ({ ...one, on: putOff(one.id, one.on, supposed) }))
    .filter(({ on }) => on <= horizon)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))[0];
}

/**
 * The meeting that is asked about, seen from the state of today. One that is called off stays the question, to which the
 * answer is known, unless another is planned. Where no meeting lies ahead its day is today: so many days after it is so
 * many days from now.
 */
export function askedMeeting(from: AskedFrom): AskedMeeting {
  const { scenario, state } = from;
  const own = named(from);
  const calledOff = meetingOf(state, scenario.meeting)?.status === 'called-off';
  if (own?.ahead === true && !calledOff) return own;
  const other = next(from);
  if (other !== undefined) return other;
  if (own?.ahead === true) return own;
  return { id: scenario.meeting, on: state.today, place: own?.place ?? '', ahead: false };
}
