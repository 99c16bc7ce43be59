/**
 * Past meetings made ready and forecast: state and specification on the eve, shares of the outcome classes, the pool.
 */
import type { State } from '../../model/state';
import type { BareFacts } from '../../facts/bare';
import { stateOn } from '../../facts/initial-state';
import { baseRateWeight, poolFloor, pooled } from '../../outcomes/pool';
import type { Scenario } from '../../scenario/schema';
import {
  BASE_RATE_CLASSES,
  firstDayOf,
  specificationOf,
  type ModelReading,
  type ModelSpecification,
} from '../../scenario/model-specification';
import { pastMeetings, type PastMeeting } from './dossier';
import { countAt, itemAt } from '../../kit/lists';

/** A meeting made ready: its state, its model specification and the class that the record codes for it. */
export interface PreparedMeeting extends PastMeeting {
  readonly initial: State;
  readonly specification: ModelSpecification;
  /** Index into {@link BASE_RATE_CLASSES}. */
  readonly outcome: number;
}

/** Shares of the classes given that the meeting is held, and the share of episodes in which it is. */
export interface ModelShares {
  readonly p: readonly number[];
  readonly held: number;
}

/** Number of the ordered classes. */
export const CLASSES = BASE_RATE_CLASSES.length;

/** All past meetings made ready, in a reading of the model. */
export function prepareMeetings(
  facts: BareFacts,
  base: Scenario,
  reading: ModelReading = {},
): PreparedMeeting[] {
  return pastMeetings(facts, base).map((past, index) => {
    const coded = facts.codedMeetings.find(
      (meeting) => meeting.id === itemAt(facts.dossiers, index).codedMeeting,
    );
    if (coded === undefined) throw new Error(`${past.id} has no coded outcome`);
    const initial = stateOn(facts, firstDayOf(past.scenario, facts));
    const specification = specificationOf(past.scenario, facts, undefined, reading);
    return { ...past, initial, specification, outcome: coded.class };
  });
}

/** Shares of the classes in a series of outcomes, one an episode. */
export function sharesOf(specification: ModelSpecification, series: readonly number[]): ModelShares {
  const counts = new Array<number>(CLASSES).fill(0);
  for (const index of series) {
    const coded = specification.outcomes[index]?.coded;
    if (coded !== undefined) countAt(counts, BASE_RATE_CLASSES.indexOf(coded));
  }
  const held = counts.reduce((sum, count) => sum + count, 0);
  return {
    p: held === 0 ? counts.map(() => 1 / CLASSES) : counts.map((count) => count / held),
    held: held / series.length,
  };
}

/** A forecast of a meeting pooled with the base rate of the meetings before, at the weight that is published or another. */
export function pooledForecast(
  { specification }: Pick<PreparedMeeting, 'specification'>,
  p: readonly number[],
  weight: number = baseRateWeight(specification),
): number[] {
  return pooled(p, { baseRate: specification.baseRate, weight, floor: poolFloor(specification) });
}
