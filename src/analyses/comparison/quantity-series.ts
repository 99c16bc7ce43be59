/**
 * Series of quantities of interest: the same episodes under several scenarios, on common draws, so that what differs between
 * two of them is what their scenarios change.
 */
import { askOwn } from '../../kit/ask-own';
import { checkNumber } from '../../kit/checks';
import type { Cooperative } from '../../kit/cooperative';
import { createDraws } from '../../kit/keyed-draws';
import { measured, quantityOf } from '../../ensemble/quantity-of-interest';
import { parameterSampler } from '../../episode/parameter-draw';
import { almanacOf } from '../../episode/almanac';
import { dailyKeys, runInSteps, type FinishedEpisode } from '../../episode/episode';
import { trajectoryOf } from '../../episode/trajectory-facts';
import { copyState } from '../../model/copy-state';
import type { State } from '../../model/state';
import type { TrajectoryFacts } from '../../model/trajectory';
import type { Setting } from './scenario-differences';
import { sideBySide } from './side-by-side';

/** A setting, and what to take of each of its episodes. */
export interface MeasuredSetting extends Setting {
  /** Ids of quantities of interest. */
  readonly quantities: readonly string[];
}

/** Series that run side by side, one a scenario: plain JSON, so that it can cross to a worker. */
export interface QuantitySeriesSetting {
  readonly seed: string;
  readonly scenarios: readonly MeasuredSetting[];
  /** A number of one's own, told behind the quantities. */
  readonly own?: OwnMeasure;
}

/**
 * A number that one makes oneself of a final state and of how it came about. A function of both alone, which changes neither.
 * @param final - State at the horizon.
 * @param trajectory - How it came about since the first day: averages, coercion, and how long the text held.
 */
export type OwnMeasure = (final: State, trajectory: TrajectoryFacts) => number;

/** The number that a measure of one's own makes of an episode. Throws an InputError where it makes none. */
function ownValue(own: OwnMeasure, finished: FinishedEpisode): number {
  const { state } = finished.run;
  return checkNumber(
    'objective',
    askOwn('objective', () => own(state, trajectoryOf(finished))),
    -Infinity,
  );
}

/**
 * Makes the series ready. What is made gives the quantities of each unit of a stretch, in their order. Throws an InputError for
 * a quantity that its scenario does not have.
 */
export function quantitySeries(
  setting: QuantitySeriesSetting,
): (from: number, to: number) => Cooperative<number[][]> {
  const draws = createDraws(setting.seed);
  const daily = dailyKeys(draws);
  // Scenarios mostly share their first day: one copy of it in the layout of episodes serves them all.
  const copies = new Map<State, State>();
  const copyOf = (initial: State): State => {
    const copy = copies.get(initial) ?? copyState(initial);
    copies.set(initial, copy);
    return copy;
  };
  const series = setting.scenarios.map(({ initial, specification, quantities }) => ({
    plan: {
      initial: copyOf(initial),
      specification,
      draws,
      daily,
      almanac: almanacOf(initial.today, specification),
    },
    sampler: parameterSampler(specification),
    quantities: quantities.map((id) => quantityOf(specification, id)),
  }));
  return sideBySide(series, function* ({ plan, sampler, quantities }, episode) {
    const finished = yield* runInSteps(plan, sampler(draws, episode), episode, false);
    const values = measured(quantities, finished);
    const { own } = setting;
    return own === undefined ? values : [...values, ownValue(own, finished)];
  });
}
