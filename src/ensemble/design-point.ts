/**
 * Design points: episodes of which the world, the decision rules and the chances are chosen apart from each other.
 *
 * With its draws keyed by name, an episode is a function of its world, its rules and its number, so a stochastic
 * simulator has an exact answer at each point, and chance is a factor like the others. What a study wants to know it
 * asks for as points; it is handed what the headlines were there, and goes on. It never runs an episode itself, so the
 * same study runs in this thread or on many.
 */
import type { Cooperative } from '../kit/cooperative';
import type { Draws } from '../kit/keyed-draws';
import { createDraws } from '../kit/keyed-draws';
import type { State } from '../model/state';
import type { PolicyId } from '../scenario/schema';
import type { Theory } from '../scenario/model-specification';
import { worldDrawer } from '../episode/parameter-draw';
import { runInSteps, type EpisodePlan } from '../episode/episode';
import { pinnedDraws } from './factor';
import { followedFor, headlineOf, measured } from './quantity-of-interest';

/** One episode that a study asks for: plain JSON. */
export interface DesignPoint {
  /** Number of the world: what is not pinned is what the episode of this number draws. */
  readonly world: number;
  /** Number of the episode whose chances it meets. */
  readonly chance: number;
  /** Levels, 0 to 1, of the draws that are pinned, by name. */
  readonly levels?: Readonly<Record<string, number>>;
  /** Decision rules of the United States and China; the scenario's own unless told. */
  readonly rules?: readonly [PolicyId, PolicyId];
}

/** What all points of a study share: plain JSON, so that it can cross to a worker. */
export interface HeadlinesSetting {
  readonly initial: State;
  readonly theory: Theory;
  readonly seed: string;
  /** Ids of the headlines to take. */
  readonly headlines: readonly string[];
}

/** Headlines point by point, in the order of the task. */
export type PointValues = readonly (readonly number[])[];

/** A study: asks for points, is handed the headlines there, and ends in its answer. */
export type Study<Answer> = Generator<readonly DesignPoint[], Answer, PointValues>;

function planner(
  { initial }: HeadlinesSetting,
  draws: Draws,
  theory: Theory,
): (point: DesignPoint) => EpisodePlan {
  const plans = new Map<string, EpisodePlan>();
  return ({ rules }) => {
    const key = rules?.join() ?? '';
    const known = plans.get(key);
    if (known !== undefined) return known;
    const policies = rules === undefined ? theory.policies : { US: rules[0], CN: rules[1] };
    const plan = { initial, theory: { ...theory, policies }, draws };
    plans.set(key, plan);
    return plan;
  };
}

/**
 * Makes ready what the points of a study share. What is made takes the headlines at points, in their order. Throws a
 * RangeError for a headline that does not exist.
 */
export function measurer(
  setting: HeadlinesSetting,
): (from: number, to: number, points: readonly DesignPoint[]) => Cooperative<number[][]> {
  const headlines = setting.headlines.map((id) => headlineOf(setting.theory, id));
  const theory = followedFor(setting.theory, headlines);
  const draws = createDraws(setting.seed);
  const drawer = worldDrawer(theory);
  const planOf = planner(setting, draws, theory);
  return function* (_from, _to, points) {
    const values: number[][] = [];
    for (const point of points) {
      const from = point.levels === undefined ? draws : pinnedDraws(draws, point.levels);
      const finished = yield* runInSteps(planOf(point), drawer(from, point.world), point.chance, false);
      values.push(measured(theory, headlines, finished));
    }
    return values;
  };
}
