/**
 * Series of quantities of interest: the same episodes under several scenarios, on common draws, so that what differs between
 * two of them is what their scenarios change.
 */
import type { Cooperative } from '../../kit/cooperative';
import { createDraws } from '../../kit/keyed-draws';
import { measured, quantityOf } from '../../ensemble/quantity-of-interest';
import { parameterSampler } from '../../episode/parameter-draw';
import { runInSteps } from '../../episode/episode';
import type { Setting } from './scenario-differences';
import { sideBySide } from './side-by-side';

/** Series that run side by side, one a scenario: plain JSON, so that it can cross to a worker. */
export interface QuantitySeriesSetting {
  readonly seed: string;
  readonly scenarios: readonly Setting[];
  /** Ids of quantities of interest that every one of the scenarios has. */
  readonly quantities: readonly string[];
}

/**
 * Makes the series ready. What is made gives the quantities of each unit of a stretch, in their order. Throws an InputError for
 * a quantity that one of the scenarios does not have.
 */
export function quantitySeries(
  setting: QuantitySeriesSetting,
): (from: number, to: number) => Cooperative<number[][]> {
  const draws = createDraws(setting.seed);
  const series = setting.scenarios.map(({ initial, specification }) => ({
    plan: { initial, specification, draws },
    sampler: parameterSampler(specification),
    quantities: setting.quantities.map((id) => quantityOf(specification, id)),
  }));
  return sideBySide(series, function* ({ plan, sampler, quantities }, episode) {
    const finished = yield* runInSteps(plan, sampler(draws, episode), episode, false);
    return measured(quantities, finished);
  });
}
