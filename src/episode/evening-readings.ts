/** Readings of an episode: what outcome classes ask of an evening is measured on that evening. */
import { toDayNumber } from '../kit/calendar';
import type { CoerciveAct } from '../model/coercion';
import { hasNewCoercion } from '../outcomes/coercion';
import {
  readingDay,
  readingKey,
  readingsIn,
  taken,
  type DatedReading,
  type Readings,
} from '../outcomes/reading';
import type { TermOccasion } from '../outcomes/term';
import type { ModelSpecification } from '../scenario/model-specification';
import type { RunningEpisode } from './run';

const known = /* @__PURE__ */ new WeakMap<ModelSpecification, readonly DatedReading[]>();

/**
 * The readings that the classes of a specification ask for, each with its day counted from the first. What lies before the first
 * day is read on it and what lies beyond the horizon at the horizon: nothing is known of other days.
 */
export function datedReadings(
  specification: ModelSpecification,
  firstDay: number,
  lastDay: number,
): readonly DatedReading[] {
  const found = known.get(specification);
  if (found !== undefined) return found;
  const dated = readingsIn(specification.outcomes).map((reading) => {
    const day = toDayNumber(readingDay(reading, specification.meetingOn)) - firstDay;
    return { key: readingKey(reading), day: Math.min(lastDay, Math.max(0, day)), reading };
  });
  known.set(specification, dated);
  return dated;
}

const occasionOf = ({ specification: { meeting, meetingOn }, first }: RunningEpisode): TermOccasion => ({
  meeting,
  meetingOn,
  first,
});

/** Takes the readings of this evening. */
export function takeReadings(run: RunningEpisode): void {
  for (const { key, day, reading } of run.dated)
    if (day === run.day) run.readings[key] = taken(reading, run.state, occasionOf(run));
}

/** The readings so far, those of days to come taken on the state as it is. */
export function readingsSoFar(run: RunningEpisode): Readings {
  const ahead = run.dated.filter(({ key }) => !(key in run.readings));
  if (ahead.length === 0) return run.readings;
  const now = ahead.map(({ key, reading }) => [key, taken(reading, run.state, occasionOf(run))] as const);
  return Object.fromEntries([...Object.entries(run.readings), ...now]);
}

/** Whether a coercive act that is neither supposed nor older than the first day has entered into force by now. */
export function newCoercionSoFar({ specification: { supposed }, first, state }: RunningEpisode): boolean {
  const isSupposed = ({ on, measure }: CoerciveAct) =>
    supposed.some(({ event }) => event.on === on && 'id' in event && event.id === measure);
  return hasNewCoercion(state, { asOf: first.today, isSupposed });
}
