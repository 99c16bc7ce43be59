/**
 * Design points: episodes of which the parameter draw, the policies and the chances are chosen apart from each other.
 *
 * With its draws keyed by name, an episode is a function of its parameter draw, its policies and its number, so a
 * stochastic simulator has an exact answer at each point, and chance is a factor like the others. What a study wants to
 * know it asks for as points; it is handed what the quantities of interest were there, and goes on. It never runs an
 * episode itself, so the same study runs in this thread or on many.
 */
import type { Cooperative } from '../kit/cooperative';
import type { Draws } from '../kit/keyed-draws';
import { createDraws } from '../kit/keyed-draws';
import type { State } from '../model/state';
import type { ModelSpecification } from '../scenario/model-specification';
import { parameterSampler } from '../episode/parameter-draw';
import { runInSteps, type EpisodePlan } from '../episode/episode';
import { pinnedDraws } from './factor';
import { followedFor, quantityOf, measured } from './quantity-of-interest';

/** One episode that a study asks for: plain JSON. */
export interface DesignPoint {
  /** Number of the parameter draw: what is not pinned is what the episode of this number draws. */
  readonly drawNumber: number;
  /** Number of the episode whose chances it meets. */
  readonly chance: number;
  /** Levels, 0 to 1, of the draws that are pinned, by name. */
  readonly levels?: Readonly<Record<string, number>>;
  /** Ids of the policies of the United States and China; the scenario's own unless told. */
  readonly policies?: readonly [string, string];
}

/** What all points of a study share: plain JSON, so that it can cross to a worker. */
export interface QuantitiesSetting {
  readonly initial: State;
  readonly specification: ModelSpecification;
  readonly seed: string;
  /** Ids of the quantities of interest to take. */
  readonly quantities: readonly string[];
}

/** Quantities of interest point by point, in the order of the task. */
export type PointValues = readonly (readonly number[])[];

/** A study: asks for points, is handed the quantities of interest there, and ends in its answer. */
export type Study<Answer> = Generator<readonly DesignPoint[], Answer, PointValues>;

/** Makes what plans the episode of a point: by its policies where it has some, else by those of the scenario. */
export function planner(
  { initial }: Pick<QuantitiesSetting, 'initial'>,
  draws: Draws,
  specification: ModelSpecification,
): (point: DesignPoint) => EpisodePlan {
  const plans = new Map<string, EpisodePlan>();
  return ({ policies: pair }) => {
    const key = pair?.join() ?? '';
    const known = plans.get(key);
    if (known !== undefined) return known;
    const policies = pair === undefined ? specification.policies : { US: pair[0], CN: pair[1] };
    const plan = { initial, specification: { ...specification, policies }, draws };
    plans.set(key, plan);
    return plan;
  };
}

/**
 * Makes ready what the points of a study share. What is made takes the quantities of interest at points, in their
 * order. Throws an InputError for a quantity of interest that does not exist.
 */
export function measurer(
  setting: QuantitiesSetting,
): (from: number, to: number, points: readonly DesignPoint[]) => Cooperative<number[][]> {
  const quantities = setting.quantities.map((id) => quantityOf(setting.specification, id));
  const specification = followedFor(setting.specification, quantities);
  const draws = createDraws(setting.seed);
  const sampler = parameterSampler(specification);
  const planOf = planner(setting, draws, specification);
  return function* (_from, _to, points) {
    const values: number[][] = [];
    for (const point of points) {
      const from = point.levels === undefined ? draws : pinnedDraws(draws, point.levels);
      const finished = yield* runInSteps(planOf(point), sampler(from, point.drawNumber), point.chance, false);
      values.push(measured(quantities, finished));
    }
    return values;
  };
}
