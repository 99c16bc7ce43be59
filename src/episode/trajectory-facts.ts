/** How an episode came about, for whoever judges how it ended. */
import type { Averages, TrajectoryFacts } from '../model/trajectory';
import { isBinding } from '../model/truce';
import { classesOf, endedBy, type End } from '../outcomes/index';
import type { ModelSpecification } from '../scenario/model-specification';
import { averagesOf } from './averages';
import type { FinishedEpisode } from './episode';
import { newCoercionSoFar, readingsSoFar } from './evening-readings';
import type { RunningEpisode } from './run';

/** Of a finished episode. */
export function trajectoryOf(finished: FinishedEpisode): TrajectoryFacts {
  const { run, start, end, last, truceBound, newCoercion } = finished;
  const { textEndedAfter, brokenAfter, specification, first, readings } = run;
  return {
    meeting: specification.meeting,
    meetingOn: specification.meetingOn,
    first,
    readings,
    averages: { start, end, last },
    newCoercion,
    textAfterMeeting: truceBound,
    textEndedAfter,
    brokenAfter,
  };
}

/** Of an episode on an evening, as if it were the last. */
export function trajectorySoFar(run: RunningEpisode, start: Averages): TrajectoryFacts {
  const { state, textEndedAfter, brokenAfter, specification, first } = run;
  const now = averagesOf(state);
  return {
    meeting: specification.meeting,
    meetingOn: specification.meetingOn,
    first,
    readings: readingsSoFar(run),
    averages: { start, end: now, last: now },
    newCoercion: newCoercionSoFar(run),
    textAfterMeeting: isBinding(state.truce),
    textEndedAfter,
    brokenAfter,
  };
}

/** A finished episode as conditions judge it. */
export function endOf(finished: FinishedEpisode): End {
  const { specification, state } = finished.run;
  return endedBy(specification, state, trajectoryOf(finished));
}

/** An episode on an evening as conditions judge it, as if it were the last. */
export function endSoFar(run: RunningEpisode, start: Averages): End {
  const { specification, state, first } = run;
  // Every evening may be asked for, and only a predicate of one's own looks at the trajectory.
  if (specification.own?.terms !== undefined)
    return endedBy(specification, state, trajectorySoFar(run, start));
  const { meeting, meetingOn } = specification;
  return { state, meeting, meetingOn, first, readings: readingsSoFar(run) };
}

/** Index of the one class to which an end belongs; -1 where it belongs to none or to several. */
function soleClass(specification: ModelSpecification, end: End): number {
  const [only, ...others] = classesOf(specification, end);
  return only === undefined || others.length > 0 ? -1 : only;
}

/** Index of the one outcome class of an episode if this evening were the last; -1 as for {@link outcomeOf}. */
export function outcomeSoFar(run: RunningEpisode, start: Averages): number {
  return soleClass(run.specification, endSoFar(run, start));
}

/** Index of the one outcome class of a finished episode; -1 where it belongs to none or to several. */
export function outcomeOf(finished: FinishedEpisode): number {
  return soleClass(finished.run.specification, endOf(finished));
}
