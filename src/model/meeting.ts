/** Meetings of the leaders: what talks prepare, and where an agreement is reached or not. */
import { checkColumns, readOff } from '../kit/checks';
import { each } from './column';

/** The statuses of a meeting that is still to be held. */
const STILL_AHEAD = ['planned', 'doubted', 'confirmed'] as const;

/** Every status of a meeting. */
export const MEETING_STATUSES = [...STILL_AHEAD, 'held', 'called-off'] as const;

/** Where a meeting stands. */
export type MeetingStatus = (typeof MEETING_STATUSES)[number];

/** A meeting of the leaders, planned or past. Several may be planned at once, each for a day of its own. */
export interface Meeting {
  /** Id of the meeting among the meetings of a state, such as `busan-2025`. */
  readonly id: string;
  /** `planned`, `doubted` or `confirmed` while it is ahead, then `held` or `called-off`. */
  readonly status: MeetingStatus;
  /** First day of the present status, `YYYY-MM-DD`. */
  readonly since: string;
  /** Day for which it is planned, or on which it was held, `YYYY-MM-DD`. */
  readonly on: string;
  /** Where, as a city or country in words. */
  readonly place: string;
  /** Ids of the issues on its agenda. */
  readonly agenda: readonly string[];
}

/** The column of meetings. */
export interface Meetings {
  /** Meetings by their ids, in the order in which they were planned, past ones included. */
  readonly meetings: Readonly<Record<string, Meeting>>;
}

/** The statuses of a meeting that is still to be held. */
export const AHEAD: readonly MeetingStatus[] = STILL_AHEAD;

/** Whether a meeting is still to be held: neither held nor called off, and its day has not passed. */
export function isAhead({ status, on }: Meeting, today: string): boolean {
  return on >= today && AHEAD.includes(status);
}

const MEETINGS = ['meetings'] as const;

/**
 * The meeting of an id; undefined where none was ever planned under it.
 * @param state - A state, or whatever has its meetings, past ones included.
 * @param id - Id of the meeting, such as `busan-2025`; one that is not known gives undefined.
 *
 * @example meetingOf(start('kuala-lumpur-2025'), 'busan-2025')?.status
 */
export function meetingOf(state: Meetings, id: string): Meeting | undefined {
  checkColumns('state', state, MEETINGS);
  const { meetings } = state;
  return typeof id === 'string' && Object.hasOwn(meetings, id) ? meetings[id] : undefined;
}

/** The earliest of the meetings that are still to be held today or later; undefined where there is none. */
export function nextAhead({ meetings, today }: Meetings & { readonly today: string }): Meeting | undefined {
  let next: Meeting | undefined;
  for (const meeting of each(meetings)) {
    if (!isAhead(meeting, today)) continue;
    if (next === undefined || meeting.on < next.on) next = meeting;
  }
  return next;
}

/**
 * The meeting that comes next: the earliest of those still to be held today or later; undefined where there is none.
 * @param state - A state, or whatever has its meetings and its day.
 *
 * @example nextPlanned(start('kuala-lumpur-2025'))?.id
 */
export function nextPlanned(state: Meetings & { readonly today: string }): Meeting | undefined {
  checkColumns('state', state, MEETINGS);
  return readOff('state', state, () => nextAhead(state));
}

/** The meeting that is being held: the one of today, of which there is one at most. */
export function heldToday({ meetings, today }: Meetings & { readonly today: string }): Meeting | undefined {
  for (const meeting of each(meetings)) {
    if (meeting.status === 'held' && meeting.on === today) return meeting;
  }
  return undefined;
}

/** The days for which meetings are planned, of all but one where its id is given. */
export function daysPlanned(
  { meetings, today }: Meetings & { readonly today: string },
  but?: string,
): string[] {
  const days: string[] = [];
  for (const meeting of each(meetings))
    if (isAhead(meeting, today) && meeting.id !== but) days.push(meeting.on);
  return days;
}
