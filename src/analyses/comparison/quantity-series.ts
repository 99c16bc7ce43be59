/**
 * Series of quantities of interest: the same episodes under several scenarios, on common draws, so that what differs between
 * two of them is what their scenarios change.
 */
import type { Cooperative } from '../../kit/cooperative';
import { itemAt } from '../../kit/lists';
import { createDraws } from '../../kit/keyed-draws';
import { measured, quantityOf } from '../../ensemble/quantity-of-interest';
import { parameterSampler } from '../../episode/parameter-draw';
import { runInSteps } from '../../episode/episode';
import type { Setting } from './scenario-differences';

/**
 * The series: plain JSON, so that it can cross to a worker. They run side by side: with `k` scenarios, unit `n` is episode
 * `floor(n / k)` of scenario `n % k`.
 */
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
  return function* (from, to) {
    const found: number[][] = [];
    for (let unit = from; unit < to; unit += 1) {
      const { plan, sampler, quantities } = itemAt(series, unit % series.length);
      const episode = Math.floor(unit / series.length);
      const finished = yield* runInSteps(plan, sampler(draws, episode), episode, false);
      found.push(measured(plan.specification, quantities, finished));
    }
    return found;
  };
}
