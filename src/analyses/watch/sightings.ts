/** What each episode shows in the days to come, beside what becomes of it. */
import { actionTypeOf, type Event, type EventType } from '../../actions/index';
import { subjectOf } from '../../engine/legality';
import { measured, quantityOf } from '../../ensemble/quantity-of-interest';
import { runInSteps, type FinishedEpisode } from '../../episode/episode';
import { parameterSampler } from '../../episode/parameter-draw';
import { daysBetween } from '../../kit/calendar';
import type { Cooperative } from '../../kit/cooperative';
import { createDraws } from '../../kit/keyed-draws';
import type { State } from '../../model/state';
import { levelsOn, lookDays } from './levels';
import type { RunningEpisode } from '../../episode/run';
import type { Setting } from '../comparison/scenario-differences';

/** A kind of event that can be seen: who does what, and to what of the first day; what comes up later has no name yet. */
export interface SignalEvent {
  /** Action type of the event, `family.verb`. */
  readonly type: EventType;
  /** Who acts: a party, both, a third country, a court, the market or the calendar. */
  readonly actor: Event['actor'];
  /** Id of what it is done to; null where there is none, or where it was not there on the first day. */
  readonly subject: string | null;
}

/** A signal that an episode shows, with the first day of it, counted from today. */
export interface Sighting extends SignalEvent {
  readonly day: number;
}

/** An episode as it is watched: what it shows in time, and its quantities of interest. */
export interface Sighted {
  readonly sightings: readonly Sighting[];
  readonly values: readonly number[];
  /** Levels on each of the days on which they are read, from today. */
  readonly looks: readonly (readonly number[])[];
}

/** Episodes that are watched: plain JSON, so that it can cross to a worker. */
export interface SightingSetting extends Setting {
  readonly seed: string;
  readonly quantities: readonly string[];
  /** Days from today to the last that is watched. */
  readonly days: number;
}

/** A text that names a signal: equal for equal ones. */
export const signalKey = ({ type, actor, subject }: SignalEvent): string =>
  `${actor} ${type} ${subject ?? ''}`;

/** What a newspaper does not report: the turn of a day, and what the model writes down of costs and markets. */
const NOT_REPORTED: ReadonlySet<string> = new Set(['calendar.advance', 'economy.accrue']);

/** The ids of all that a state has. */
function idsOf(state: State): ReadonlySet<string> {
  return new Set(
    Object.values(state).flatMap((column: unknown) =>
      typeof column === 'object' && column !== null && !Array.isArray(column) ? Object.keys(column) : [],
    ),
  );
}

function sightingsOf(
  log: readonly Event[],
  today: string,
  days: number,
  supposed: ReadonlySet<unknown>,
  known: ReadonlySet<string>,
): Sighting[] {
  const first = new Map<string, Sighting>();
  for (const event of log) {
    const day = daysBetween(today, event.on);
    if (day < 0 || day > days || NOT_REPORTED.has(event.type) || supposed.has(event)) continue;
    const action = actionTypeOf(event.type);
    const about = action === undefined ? '' : subjectOf(action, event);
    const sighting = { type: event.type, actor: event.actor, subject: known.has(about) ? about : null, day };
    const key = signalKey(sighting);
    if (!first.has(key)) first.set(key, sighting);
  }
  return [...first.values()];
}

const logOf = ({ run }: FinishedEpisode): readonly Event[] => run.log ?? [];

/** Makes episodes ready. What is made gives what each episode of a stretch shows, in their order. */
export function sighter(setting: SightingSetting): (from: number, to: number) => Cooperative<Sighted[]> {
  const { initial, specification, seed, days } = setting;
  const draws = createDraws(seed);
  const sampler = parameterSampler(specification);
  const plan = { initial, specification, draws };
  const quantities = setting.quantities.map((id) => quantityOf(specification, id));
  const supposed = new Set<unknown>(specification.supposed.map(({ event }) => event));
  const known = idsOf(initial);
  const lookOn = new Set(lookDays(days));
  return function* (from, to) {
    const found: Sighted[] = [];
    for (let episode = from; episode < to; episode += 1) {
      const looks: number[][] = [];
      const look = (_: number, state: State, run: RunningEpisode) => {
        if (lookOn.has(daysBetween(specification.today, state.today))) looks.push(levelsOn(state, run));
      };
      const finished = yield* runInSteps(plan, sampler(draws, episode), episode, true, look);
      found.push({
        sightings: sightingsOf(logOf(finished), specification.today, days, supposed, known),
        values: measured(quantities, finished),
        looks,
      });
    }
    return found;
  };
}
