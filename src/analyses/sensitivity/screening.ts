/**
 * Screening: Morris's elementary effects of everything that an answer may hang on, chance among them.
 *
 * Quantities of the world step over a grid of four levels of their own laws. A rule or chance has no levels, so its
 * step is a change to another one drawn at random, counted as a step of the same size: the mean size of its effects
 * compares with the others', their sign means nothing.
 */
import { bootstrapIntervals } from '../../kit/bootstrap';
import {
  effectsOf,
  pointsOf,
  screeningOf,
  stepOf,
  trajectoryOf,
  type Trajectory,
} from '../../kit/elementary-effects';
import type { Draws } from '../../kit/keyed-draws';
import type { PolicyId } from '../../scenario/schema';
import type { Theory } from '../../scenario/model-specification';
import type { DesignPoint, Study } from '../../ensemble/design-point';
import {
  CHANCE_FACTOR,
  levelAt,
  RULE_FACTORS,
  worldFactors,
  type Factor,
  type WorldFactor,
} from '../../ensemble/factor';
import { described, type Headline } from '../../ensemble/quantity-of-interest';

/** Elementary effects of one factor, in units of the headline from one end of its range to the other. */
export interface ScreenedFactor extends Factor {
  /** Mean effect; null where the factor has no order. */
  readonly mu: number | null;
  /** Mean size of the effects, with its 95 % bootstrap interval over trajectories. */
  readonly muStar: number;
  readonly low: number;
  readonly high: number;
  /** Standard deviation of the effects: how much they hang on the other factors. */
  readonly sigma: number;
  /** Whether the interval leaves zero out. */
  readonly distinguishable: boolean;
}

/** The answer of a screening. */
export interface ScreeningAnswer {
  readonly method: 'morris';
  readonly headline: Headline;
  readonly trajectories: number;
  readonly levels: number;
  readonly episodes: number;
  /** From the strongest to the weakest. */
  readonly factors: readonly ScreenedFactor[];
}

/** How a screening is made. */
export interface ScreeningPlan {
  readonly theory: Theory;
  readonly headline: Headline;
  /** Number of trajectories, each with one episode more than there are factors. */
  readonly trajectories: number;
  readonly rules: readonly PolicyId[] | 'own';
  /** Where the design itself is drawn from. */
  readonly draws: Draws;
}

const LEVELS = 4;
/** Resamples behind an interval. */
const RESAMPLES = 500;

/** One trajectory's walk through factors without levels: before the step, and after it. */
interface Unordered {
  readonly rules: readonly (readonly [PolicyId, PolicyId])[];
  readonly chance: readonly [number, number];
}

function unorderedOf({ rules, theory, draws }: ScreeningPlan, trajectory: number): Unordered {
  const pair = (id: string, own: PolicyId): readonly [PolicyId, PolicyId] => {
    if (rules === 'own' || rules.length === 1) {
      const only = rules === 'own' ? own : rules[0]!;
      return [only, only];
    }
    const from = Math.floor(draws.uniform(trajectory, `morris/${id}`, 0) * rules.length);
    const on = 1 + Math.floor(draws.uniform(trajectory, `morris/${id}`, 1) * (rules.length - 1));
    return [rules[from]!, rules[(from + on) % rules.length]!];
  };
  return {
    rules: [pair(RULE_FACTORS[0], theory.policies.US), pair(RULE_FACTORS[1], theory.policies.CN)],
    chance: [2 * trajectory, 2 * trajectory + 1],
  };
}

/** Factors that a screening looks at: the world's first, then rules where there is a choice, then chance. */
function factorsOf({ theory, rules }: ScreeningPlan): { world: WorldFactor[]; all: Factor[] } {
  const world = worldFactors(theory);
  const chooses = rules !== 'own' && rules.length > 1;
  const ruleFactors = chooses ? RULE_FACTORS.map((id): Factor => ({ id, kind: 'rule' })) : [];
  const all = [
    ...world.map(({ id, kind }): Factor => ({ id, kind })),
    ...ruleFactors,
    { id: CHANCE_FACTOR, kind: 'chance' } as const,
  ];
  return { world, all };
}

/** Unordered steps count as a step upwards of the usual size. */
function withSteps(walk: Trajectory, world: number): Trajectory {
  const level = (at: number, given: number, unordered: number) => (at < world ? given : unordered);
  return {
    order: walk.order,
    from: walk.from.map((given, at) => level(at, given, 0)),
    to: walk.to.map((given, at) => level(at, given, stepOf(LEVELS))),
  };
}

function designOf(plan: ScreeningPlan, world: readonly WorldFactor[], all: readonly Factor[], at: number) {
  const walk = trajectoryOf(all.length, LEVELS, (purpose, factor) =>
    plan.draws.uniform(at, `morris/${purpose}`, factor),
  );
  const { rules, chance } = unorderedOf(plan, at);
  const chooses = all.length > world.length + 1;
  const points = pointsOf(walk).map((stepped): DesignPoint => {
    const taken = (pair: readonly [PolicyId, PolicyId], index: number) => pair[stepped[index] ? 1 : 0];
    const us = chooses ? taken(rules[0]!, world.length) : rules[0]![0];
    const cn = chooses ? taken(rules[1]!, world.length + 1) : rules[1]![0];
    return {
      world: 0,
      chance: chance[stepped[all.length - 1] ? 1 : 0],
      levels: Object.fromEntries(
        world.map((factor, index) => [
          factor.draw,
          levelAt(factor, stepped[index] ? walk.to[index]! : walk.from[index]!),
        ]),
      ),
      rules: [us, cn],
    };
  });
  return { walk: withSteps(walk, world.length), points };
}

/** The study of a screening. */
export function* screening(plan: ScreeningPlan): Study<ScreeningAnswer> {
  const { trajectories, draws, headline } = plan;
  const { world, all } = factorsOf(plan);
  const designs = Array.from({ length: trajectories }, (_, at) => designOf(plan, world, all, at));
  const values = yield designs.flatMap(({ points }) => points);
  const each = all.length + 1;
  const effects = designs.map(({ walk }, at) =>
    effectsOf(
      walk,
      values.slice(at * each, (at + 1) * each).map((row) => row[0]!),
    ),
  );
  const byFactor = all.map((_, factor) => effects.map((row) => row[factor]!));
  const limits = bootstrapIntervals(
    trajectories,
    (picked) => byFactor.map((found) => screeningOf(found, picked).muStar),
    { resamples: RESAMPLES, uniform: (resample, pick) => draws.uniform(resample, 'morris/bootstrap', pick) },
  );
  const factors = all.map((factor, at): ScreenedFactor => {
    const { mu, muStar, sigma } = screeningOf(byFactor[at]!);
    const ordered = factor.kind !== 'rule' && factor.kind !== 'chance';
    const interval = limits[at]!;
    return {
      ...factor,
      mu: ordered ? mu : null,
      muStar,
      ...interval,
      sigma,
      distinguishable: interval.low > 0,
    };
  });
  return {
    method: 'morris',
    headline: described(headline),
    trajectories,
    levels: LEVELS,
    episodes: values.length,
    factors: factors.sort((a, b) => b.muStar - a.muStar || (a.id < b.id ? -1 : 1)),
  };
}
