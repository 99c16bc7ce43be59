/**
 * Screening: Morris's elementary effects of everything that an answer may hang on, chance among them.
 *
 * Uncertain quantities step over a grid of four levels of their own distributions. A policy or chance has no levels, so
 * its step is a change to another one drawn at random, counted as a step of the same size: the mean size of its effects
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
import type { ModelSpecification } from '../../scenario/model-specification';
import type { DesignPoint, Study } from '../../ensemble/design-point';
import {
  CHANCE_FACTOR,
  endsOf,
  levelAt,
  POLICY_FACTORS,
  sampledFactors,
  type Factor,
  type SampledFactor,
} from '../../ensemble/factor';
import { described, type QuantityOfInterest } from '../../ensemble/quantity-of-interest';
import { firstOf, itemAt } from '../../kit/lists';

/** Elementary effects of one factor, in units of the quantity from one end of its range to the other. */
export interface ScreenedFactor extends Factor {
  /** Mean effect of the whole way from `from` to `to`, signed; null where the factor has no order. */
  readonly mu: number | null;
  /**
   * What the low end of its range is: a value of a parameter, no, a percentile; null where it has no order.
   */
  readonly from: string | null;
  /**
   * What the high end of its range is: a value of a parameter, yes, a percentile; null where it has no order.
   */
  readonly to: string | null;
  /** Mean size of the effects, with its 95 % bootstrap interval over trajectories. */
  readonly muStar: number;
  /** Lower end of that interval. */
  readonly low: number;
  /** Upper end of that interval. */
  readonly high: number;
  /** Standard deviation of the effects: how much they hang on the other factors. */
  readonly sigma: number;
  /** Whether the interval leaves zero out. */
  readonly distinguishable: boolean;
}

/** The answer of a screening. */
export interface ScreeningAnswer {
  /** Always `morris`: elementary effects. */
  readonly method: 'morris';
  /** The quantity of interest that was looked at. */
  readonly headline: QuantityOfInterest;
  /** Trajectories through the ranges of the factors. */
  readonly trajectories: number;
  /** Levels of the grid on which each factor moves. */
  readonly levels: number;
  /** Episodes that it took in all. */
  readonly episodes: number;
  /** From the strongest to the weakest. */
  readonly factors: readonly ScreenedFactor[];
}

/** How a screening is made. */
export interface ScreeningPlan {
  readonly specification: ModelSpecification;
  readonly quantity: QuantityOfInterest;
  /** Number of trajectories, each with one episode more than there are factors. */
  readonly trajectories: number;
  readonly policies: readonly string[] | 'own';
  /** Where the design itself is drawn from. */
  readonly draws: Draws;
}

const LEVELS = 4;
/** Resamples behind an interval. */
const RESAMPLES = 500;

/** One trajectory's walk through factors without levels: before the step, and after it. */
interface Unordered {
  readonly policies: readonly (readonly [string, string])[];
  readonly chance: readonly [number, number];
}

function unorderedOf({ policies, specification, draws }: ScreeningPlan, trajectory: number): Unordered {
  const pair = (id: string, own: string): readonly [string, string] => {
    if (policies === 'own' || policies.length === 1) {
      const only = policies === 'own' ? own : firstOf(policies);
      return [only, only];
    }
    const from = Math.floor(draws.uniform(trajectory, `morris/${id}`, 0) * policies.length);
    const on = 1 + Math.floor(draws.uniform(trajectory, `morris/${id}`, 1) * (policies.length - 1));
    return [itemAt(policies, from), itemAt(policies, (from + on) % policies.length)];
  };
  return {
    policies: [
      pair(POLICY_FACTORS[0], specification.policies.US),
      pair(POLICY_FACTORS[1], specification.policies.CN),
    ],
    chance: [2 * trajectory, 2 * trajectory + 1],
  };
}

/** Factors that a screening looks at: the sampled ones first, then policies where there is a choice, then chance. */
function factorsOf({ specification, policies }: ScreeningPlan): { sampled: SampledFactor[]; all: Factor[] } {
  const sampled = sampledFactors(specification);
  const chooses = policies !== 'own' && policies.length > 1;
  const policyFactors = chooses ? POLICY_FACTORS.map((id): Factor => ({ id, kind: 'rule' })) : [];
  const all = [
    ...sampled.map(({ id, kind }): Factor => ({ id, kind })),
    ...policyFactors,
    { id: CHANCE_FACTOR, kind: 'chance' } as const,
  ];
  return { sampled, all };
}

/** Unordered steps count as a step upwards of the usual size. */
function withSteps(trajectory: Trajectory, drawNumber: number): Trajectory {
  const level = (at: number, given: number, unordered: number) => (at < drawNumber ? given : unordered);
  return {
    order: trajectory.order,
    from: trajectory.from.map((given, at) => level(at, given, 0)),
    to: trajectory.to.map((given, at) => level(at, given, stepOf(LEVELS))),
  };
}

function designOf(
  plan: ScreeningPlan,
  sampled: readonly SampledFactor[],
  all: readonly Factor[],
  at: number,
) {
  const trajectory = trajectoryOf(all.length, LEVELS, (purpose, factor) =>
    plan.draws.uniform(at, `morris/${purpose}`, factor),
  );
  const { policies, chance } = unorderedOf(plan, at);
  const chooses = all.length > sampled.length + 1;
  const points = pointsOf(trajectory).map((stepped): DesignPoint => {
    const taken = (pair: readonly [string, string], index: number) => pair[stepped[index] ? 1 : 0];
    const us = chooses ? taken(firstOf(policies), sampled.length) : firstOf(policies)[0];
    const cn = chooses ? taken(itemAt(policies, 1), sampled.length + 1) : itemAt(policies, 1)[0];
    return {
      drawNumber: 0,
      chance: chance[stepped[all.length - 1] ? 1 : 0],
      levels: Object.fromEntries(
        sampled.map((factor, index) => [
          factor.draw,
          levelAt(factor, stepped[index] ? itemAt(trajectory.to, index) : itemAt(trajectory.from, index)),
        ]),
      ),
      policies: [us, cn],
    };
  });
  return { walk: withSteps(trajectory, sampled.length), points };
}

/** The study of a screening. */
export function* screening(plan: ScreeningPlan): Study<ScreeningAnswer> {
  const { trajectories, draws, quantity } = plan;
  const { sampled, all } = factorsOf(plan);
  const designs = Array.from({ length: trajectories }, (_, at) => designOf(plan, sampled, all, at));
  const values = yield designs.flatMap(({ points }) => points);
  const each = all.length + 1;
  const effects = designs.map(({ walk: trajectory }, at) =>
    effectsOf(
      trajectory,
      values.slice(at * each, (at + 1) * each).map((row) => firstOf(row)),
    ),
  );
  const byFactor = all.map((_, factor) => effects.map((row) => itemAt(row, factor)));
  const limits = bootstrapIntervals(
    trajectories,
    (picked) => byFactor.map((found) => screeningOf(found, picked).muStar),
    { resamples: RESAMPLES, uniform: (resample, pick) => draws.uniform(resample, 'morris/bootstrap', pick) },
  );
  const factors = all.map((factor, at): ScreenedFactor => {
    const { mu, muStar, sigma } = screeningOf(itemAt(byFactor, at));
    const ordered = factor.kind !== 'rule' && factor.kind !== 'chance';
    const interval = itemAt(limits, at);
    const sampledOne = sampled[at];
    const [from, to] = sampledOne === undefined ? [null, null] : endsOf(plan.specification, sampledOne);
    return {
      ...factor,
      mu: ordered ? mu : null,
      from,
      to,
      muStar,
      ...interval,
      sigma,
      distinguishable: interval.low > 0,
    };
  });
  return {
    method: 'morris',
    headline: described(quantity),
    trajectories,
    levels: LEVELS,
    episodes: values.length,
    factors: factors.sort((a, b) => b.muStar - a.muStar || (a.id < b.id ? -1 : 1)),
  };
}
