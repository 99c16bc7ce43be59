/** The timeline: what happened, what was done, where one stands, what falls due, and the meeting. */
import { passTo, start, type Event, type Meeting, type Play } from 'detente';
import { meetingOf, nextPlanned } from 'detente/state';
import { eventSentences, type DatedSentence } from 'detente/report';
import { facts, whoMeets } from './facts';

/** An entry, in the order of the days. */
export interface Entry {
  readonly on: string;
  readonly kind: 'first' | 'happened' | 'did' | 'today' | 'due' | 'meeting';
  readonly text: string;
}

/** Days after the meeting, or after today where none lies ahead, for which it is told what falls due. */
const LOOK_AHEAD_DAYS = 14;
const DAY_MS = 86_400_000;

/** A day so many days later. */
const later = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** The meeting that the scenario asks about, or the next one, where it lies ahead. */
function meetingAhead({ scenario, state }: Play): Meeting | null {
  const asked = scenario.meeting === undefined ? undefined : meetingOf(state, scenario.meeting);
  const isAhead = ({ status, on }: Meeting) =>
    on >= state.today && status !== 'held' && status !== 'called-off';
  return asked !== undefined && isAhead(asked) ? asked : (nextPlanned(state) ?? null);
}

/** What falls due ahead of one if nobody acts: by law, by its day, and what the scenario supposes. */
function dueAhead(play: Play, until: string): DatedSentence[] {
  const { scenario, log, state } = play;
  const last = later(scenario.horizon, -1);
  const to = until < last ? until : last;
  if (to <= state.today) return [];
  const ahead = passTo(play, to);
  return eventSentences(start(scenario), ahead.log, facts, { isShown: (_, at) => at >= log.length });
}

const sameEvent = (one: Event, other: Event): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The entries of a play; `acts` are one's own. */
export function timelineOf(play: Play, acts: readonly Event[]): Entry[] {
  const { scenario, log, state } = play;
  const first = start(scenario);
  const isOwn = (event: Event) => acts.some((act) => act.on === event.on && sameEvent(act, event));
  const told = (own: boolean) =>
    eventSentences(first, log, facts, { isShown: (event) => isOwn(event) === own }).map(
      ({ on, text }): Entry => ({ on, text, kind: own ? 'did' : 'happened' }),
    );
  const byDay = (a: Entry, b: Entry) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);
  const past = [...told(false), ...told(true)].sort(byDay);
  const meeting = meetingAhead(play);
  const due = dueAhead(play, later(meeting?.on ?? state.today, LOOK_AHEAD_DAYS)).map(
    ({ on, text }): Entry => ({ on, text, kind: 'due' }),
  );
  const met: Entry[] =
    meeting === null
      ? []
      : [
          {
            on: meeting.on,
            kind: 'meeting',
            text: `The ${whoMeets(meeting.id)} are to meet in ${meeting.place}.`,
          },
        ];
  return [
    { on: first.today, kind: 'first', text: 'The first day.' },
    ...past,
    { on: state.today, kind: 'today', text: 'You stand here.' },
    ...[...met, ...due].sort(byDay),
  ];
}
