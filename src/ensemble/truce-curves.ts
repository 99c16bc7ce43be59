/**
 * The two curves of a truce after the meeting: how long its text is in force, and how long until a breach is first
 * documented. They are two times of an episode, told apart: a text outlives a breach, and may run out unbroken.
 */
import { wilson, type ShareInterval } from '../kit/statistics';
import { daysBetween } from '../kit/calendar';
import type { FinishedEpisode } from '../episode/episode';
import { countAtLeast, total, type Tally } from './tally';

/** The two curves, by the id that quantities of interest begin with. */
export const TRUCE_CURVES = ['text', 'unbroken'] as const;

/** Id of a curve. */
export type TruceCurve = (typeof TRUCE_CURVES)[number];

/** Days after the planned day of the meeting on which the curves are told. */
export const TRUCE_DAYS = [14, 30, 90, 180, 365] as const;

/** A point of a curve: so many days after the planned day of the meeting, a share with its 95 % interval. */
export interface CurvePoint extends ShareInterval {
  /** Days after the planned day of the meeting, a whole number from 0. */
  readonly days: number;
}

/** Id of the quantity of interest of a curve at a day, as in `text:90`. */
export function truceQuantityId(curve: TruceCurve, days: number): string {
  return `${curve}:${days}`;
}

const TIMES = { text: 'textEndedAfter', unbroken: 'brokenAfter' } as const;

/** Days after the planned day of the meeting up to which a scenario follows; nothing is known of any later day. */
export function followedDays({ meetingOn, horizon }: { meetingOn: string; horizon: string }): number {
  return Math.max(0, daysBetween(meetingOn, horizon));
}

/** Runs of a tally that had a text on the day after the meeting and for which a curve's event had not come by a day. */
export function stillAfter(tally: Tally, curve: TruceCurve, days: number): number {
  const after = tally[TIMES[curve]];
  return tally.truceBound - (total(after) - countAtLeast(after, days + 1));
}

/** Whether an episode had a text on the day after the meeting, and a curve's event had not come by a day. */
export function isStillAfter(finished: FinishedEpisode, curve: TruceCurve, days: number): boolean {
  const after = finished[TIMES[curve]];
  return finished.truceBound && (after === null || after > days);
}

/**
 * A curve at the days asked for, among the runs with a text on the day after the meeting. Null where no run has one, and
 * for each day beyond `followed`: a share of nothing is no share. `independent` is as how many independent runs each one counts.
 */
export function curveOf(
  tally: Tally,
  curve: TruceCurve,
  days: readonly number[],
  followed: number,
  independent = 1,
): (CurvePoint | null)[] | null {
  const { truceBound } = tally;
  if (truceBound === 0) return null;
  return days.map((day) =>
    day > followed
      ? null
      : { days: day, ...wilson(stillAfter(tally, curve, day) * independent, truceBound * independent) },
  );
}
