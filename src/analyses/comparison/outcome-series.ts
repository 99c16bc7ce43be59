/** Series of outcome classes: the same episodes under several scenarios, or under one with parameters set. */
import type { Cooperative } from '../../kit/cooperative';
import { createDraws } from '../../kit/keyed-draws';
import type { ParameterName } from '../../model/parameters';
import type { ModelSpecification } from '../../scenario/model-specification';
import { parameterSampler } from '../../episode/parameter-draw';
import { runInSteps } from '../../episode/episode';
import { outcomeOf } from '../../episode/trajectory-facts';
import type { Setting } from './scenario-differences';
import { sideBySide } from './side-by-side';
import { itemAt } from '../../kit/lists';

/** One series. */
export interface Series {
  /** Index of its scenario. */
  readonly scenario: number;
  /** Parameters that are set to one value, by dotted name. */
  readonly values?: ParameterValues;
}

/** Series of outcome classes that run side by side: plain JSON, so that it can cross to a worker. */
export interface OutcomesSetting {
  readonly seed: string;
  readonly scenarios: readonly Setting[];
  readonly series: readonly Series[];
}

/** Values of some parameters, by dotted name. */
export type ParameterValues = Readonly<Partial<Record<ParameterName, number>>>;

/** A specification with some parameters set to one value. */
export function withParameters(
  specification: ModelSpecification,
  values: ParameterValues,
): ModelSpecification {
  const parameters = specification.parameters.map((distribution) => {
    const value = values[distribution.name];
    return value === undefined
      ? distribution
      : { ...distribution, low: value, central: value, high: value, drawn: false };
  });
  return { ...specification, parameters };
}

/** Makes the series ready. What is made gives the class of each unit of a stretch, -1 where it has none or several. */
export function classifier(setting: OutcomesSetting): (from: number, to: number) => Cooperative<number[]> {
  const draws = createDraws(setting.seed);
  const series = setting.series.map(({ scenario, values }) => {
    const { initial, specification } = itemAt(setting.scenarios, scenario);
    const changed = values === undefined ? specification : withParameters(specification, values);
    return { plan: { initial, specification: changed, draws }, sampler: parameterSampler(changed) };
  });
  return sideBySide(series, function* ({ plan, sampler }, episode) {
    const finished = yield* runInSteps(plan, sampler(draws, episode), episode, false);
    return outcomeOf(finished);
  });
}
