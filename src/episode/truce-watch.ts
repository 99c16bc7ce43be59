/** The two times of a truce after the meeting: the end of its text, and the first breach that is documented. */
import { daysBetween } from '../kit/calendar';
import { isBinding } from '../model/truce';
import type { RunningEpisode } from './run';

/** Notes when the text in force after the meeting ended, and when a breach was first documented: two times, not one. */
export function watchTruce(run: RunningEpisode): void {
  const { state, specification } = run;
  const { meetingOn } = specification;
  if (state.today <= meetingOn) return;
  if (run.textEndedAfter === null && !isBinding(state.truce))
    run.textEndedAfter = daysBetween(meetingOn, state.today);
  const broken = state.truce.breaches.at(-1)?.on;
  if (run.brokenAfter === null && broken !== undefined && broken > meetingOn)
    run.brokenAfter = daysBetween(meetingOn, state.today);
}
