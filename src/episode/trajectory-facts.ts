/** What outcome classes of one's own may ask of an episode beside its last state. */
import type { Averages, TrajectoryFacts } from '../model/trajectory';
import { isBinding } from '../model/truce';
import { averagesOf } from './averages';
import type { FinishedEpisode } from './episode';
import type { RunningEpisode } from './run';

/** Of a finished episode. */
export function trajectoryOf({ run, start, end, last, truceBound }: FinishedEpisode): TrajectoryFacts {
  const { textEndedAfter, brokenAfter, specification } = run;
  return {
    meeting: specification.meeting,
    averages: { start, end, last },
    textAfterMeeting: truceBound,
    textEndedAfter,
    brokenAfter,
  };
}

/** Of an episode on an evening, as if it were the last. */
export function trajectorySoFar(run: RunningEpisode, start: Averages): TrajectoryFacts {
  const { state, textEndedAfter, brokenAfter, specification } = run;
  const now = averagesOf(state);
  return {
    meeting: specification.meeting,
    averages: { start, end: now, last: now },
    textAfterMeeting: isBinding(state.truce),
    textEndedAfter,
    brokenAfter,
  };
}
