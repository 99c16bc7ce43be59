/**
 * Three intervals of each quantity of interest: how far it may be off because so many runs were made and not more
 * (sampling), because the parameters are not known (assumptions), and because nobody knows which policies the parties
 * follow (actor model). Each is 1.96 standard deviations, the half-width of a 95 % interval where the distribution is
 * near normal.
 *
 * A nested design tells them apart: policies of both parties, parameter draws under these policies, chances within a
 * parameter draw; its variance components are unbiased (see `kit/variance-components`). The scenario's own policies get
 * most of the parameter draws, since the interval of the assumptions is that of the quantity as it stands. Policies
 * count with equal weight.
 */
import { percentileLimits, resampledRows, type Limits } from '../kit/bootstrap';
import type { Draws } from '../kit/keyed-draws';
import { normalQuantile } from '../kit/portable-math';
import { rankCorrelation, wilson, Z95 } from '../kit/statistics';
import { nestedComponents, type NestedComponents, type NestedOutputs } from '../kit/variance-components';
import type { ModelSpecification } from '../scenario/model-specification';
import type { DesignPoint, PointValues, Study } from '../ensemble/design-point';
import { isYesOrNo, sampledFactors } from '../ensemble/factor';
import { described, type QuantityOfInterest } from '../ensemble/quantity-of-interest';
import { firstOf, itemAt, lastOf } from '../kit/lists';

/** A half-width, in the unit of its quantity. */
export interface HalfWidth {
  /** Half of the length of a 95 % interval. */
  readonly halfWidth: number;
}

/** A half-width from a variance component, with the 95 % bootstrap interval of itself. */
export interface EstimatedHalfWidth extends Limits {
  /**
   * Null where there is none to tell: the variance was estimated at or below 0, which says that it is not told from 0 and not that it is
   * 0, or there is nothing to estimate it from; `why` says which.
   */
  readonly halfWidth: number | null;
  /** Whether the interval of the component leaves zero out. */
  readonly distinguishable: boolean;
  /** Why there is no half-width; left out where there is one. */
  readonly why?: 'at-or-below-zero' | 'one-pair-of-policies';
}

/** Which of the intervals is meant. */
export type UncertaintySource = 'sampling' | 'assumptions' | 'actorModel';

/** The mean of a quantity of interest under a pair of policies. */
export interface PolicyMean {
  /** Id of the policy of the United States. */
  readonly US: string;
  /** Id of the policy of China. */
  readonly CN: string;
  /** Mean of the quantity under the two, in its unit. */
  readonly mean: number;
}

/** An uncertain quantity with which a quantity of interest rises and falls. */
export interface UncertaintyDriver {
  /** Id of the uncertain quantity: a parameter, or a worth, red line or type of a side. */
  readonly id: string;
  /** Rank correlation of its level with the quantity's mean over the parameter draws, -1 to 1. */
  readonly correlation: number;
}

/** A quantity of interest with its uncertainty. */
export interface QuantityUncertainty extends QuantityOfInterest {
  /** Its mean under the scenario's own policies, as the design has it. */
  readonly mean: number;
  /** What more runs would have shown. */
  readonly sampling: HalfWidth;
  /** What is open because the parameters are not known. */
  readonly assumptions: EstimatedHalfWidth;
  /** What is open because nobody knows by which policies the parties act. */
  readonly actorModel: EstimatedHalfWidth;
  /**
   * Which of the three is the widest; null where the design cannot tell, because the widest is not told from 0, or because
   * one that is not might be wider, by its upper limit, than the widest.
   */
  readonly dominates: UncertaintySource | null;
  /** The pair of policies with the lowest mean. */
  readonly lowest: PolicyMean;
  /** The pair of policies with the highest mean. */
  readonly highest: PolicyMean;
  /**
   * Share of the spread between policies that goes with the policy of each party alone; the rest is in their meeting.
   */
  readonly ruleShare: {
    /** Share that goes with the policy of the United States, 0 to 1. */
    readonly US: number;
    /** Share that goes with the policy of China, 0 to 1. */
    readonly CN: number;
  };
  /** The quantities whose correlation chance among so many does not explain, strongest first. */
  readonly drivers: readonly UncertaintyDriver[];
}

/** The answer: every quantity of interest with three intervals, and the design behind them. */
export interface Uncertainty {
  /** Runs for which the interval of sampling holds. */
  readonly runs: number;
  /** The nested design by which the three were told apart. */
  readonly design: {
    /** Ids of the policies that are held possible of each party. */
    readonly rules: readonly string[];
    /** Pairs of policies that were run, the scenario's own among them. */
    readonly pairs: number;
    /** Parameter draws under the scenario's own policies. */
    readonly ownWorlds: number;
    /** Parameter draws under every other pair of policies. */
    readonly worlds: number;
    /** Episodes of each parameter draw, each with other chances. */
    readonly replicates: number;
    /** Episodes that it took in all. */
    readonly episodes: number;
  };
  /** Every quantity of interest with its three intervals. */
  readonly headlines: readonly QuantityUncertainty[];
}

/** How the uncertainty is found. */
export interface UncertaintyPlan {
  readonly specification: ModelSpecification;
  readonly headlines: readonly QuantityOfInterest[];
  readonly rules: readonly string[];
  readonly runs: number;
  readonly ownWorlds: number;
  readonly worlds: number;
  readonly replicates: number;
  readonly draws: Draws;
}

type Pair = readonly [string, string];

const RESAMPLES = 300;
/** Chance of naming a driver that is none, over all uncertain quantities together. */
const FALSE_ALARM = 0.05;
const DRIVERS_NAMED = 3;

/** All pairs of policies, the scenario's own first. */
function pairsOf(specification: ModelSpecification, policies: readonly string[]): Pair[] {
  const { US, CN } = specification.policies;
  const others = policies.flatMap((us) => policies.map((cn): Pair => [us, cn]));
  return [[US, CN], ...others.filter(([us, cn]) => us !== US || cn !== CN)];
}

/** Episodes that a plan takes, under all pairs of policies. */
export function nestedEpisodes({
  specification,
  rules,
  ownWorlds,
  worlds,
  replicates,
}: Pick<UncertaintyPlan, 'specification' | 'rules' | 'ownWorlds' | 'worlds' | 'replicates'>): number {
  const others = pairsOf(specification, rules).length - 1;
  return (ownWorlds + others * worlds) * replicates;
}

/** Every parameter draw has a number of its own, and so has every meeting of one with chance. */
function pointsOf(pairs: readonly Pair[], plan: UncertaintyPlan): DesignPoint[] {
  const points: DesignPoint[] = [];
  let drawNumber = 0;
  pairs.forEach((policies, at) => {
    for (let unit = 0; unit < (at === 0 ? plan.ownWorlds : plan.worlds); unit += 1) {
      for (let replicate = 0; replicate < plan.replicates; replicate += 1) {
        points.push({ drawNumber, chance: drawNumber * plan.replicates + replicate, policies });
      }
      drawNumber += 1;
    }
  });
  return points;
}

function nested(values: PointValues, quantity: number, pairs: number, plan: UncertaintyPlan): number[][][] {
  let next = 0;
  return Array.from({ length: pairs }, (_, at) =>
    Array.from({ length: at === 0 ? plan.ownWorlds : plan.worlds }, () =>
      Array.from({ length: plan.replicates }, () => itemAt(itemAt(values, next++), quantity)),
    ),
  );
}

/** Components of resamples: parameter draws drawn again within each pair of policies. */
function resampledComponents(outputs: NestedOutputs, draws: Draws): NestedComponents[] {
  return Array.from({ length: RESAMPLES }, (_, resample) =>
    nestedComponents(
      outputs.map((units, group) => {
        const name = `widths/bootstrap/${group}`;
        const picked = resampledRows(units.length, resample, (at, pick) => draws.uniform(at, name, pick));
        return Array.from(picked, (unit) => itemAt(units, unit));
      }),
    ),
  );
}

const width = (component: number) => Z95 * Math.sqrt(Math.max(0, component));

/**
 * A half-width with its interval. Resampling adds sampling error to the spread between groups once more, so the
 * resamples are moved until their mean is the estimate. `unseen` is a component that the design would not have noticed:
 * the upper limit is never below it, since of a rare event resamples know only that it never came twice in a parameter
 * draw.
 */
function estimated(component: number, resamples: readonly number[], unseen = 0): EstimatedHalfWidth {
  const middle = resamples.reduce((sum, value) => sum + value, 0) / resamples.length;
  const { low, high } = percentileLimits(resamples.map((value) => value - middle + component));
  const limits = { low: width(low), high: width(Math.max(high, unseen, component)) };
  return component > 0
    ? { halfWidth: width(component), ...limits, distinguishable: low > 0 }
    : { halfWidth: null, ...limits, low: 0, distinguishable: false, why: 'at-or-below-zero' };
}

/** Where the policies are known, nothing is to be estimated of them. */
const NO_ACTOR_MODEL: EstimatedHalfWidth = {
  halfWidth: null,
  low: 0,
  high: 0,
  distinguishable: false,
  why: 'one-pair-of-policies',
};

/**
 * 1.96 standard errors of the component of the parameter draws where it is nought: of the mean over parameter draws of
 * products of replicates.
 */
function unseenComponent(replicateVariance: number, { ownWorlds, replicates }: UncertaintyPlan): number {
  return Z95 * replicateVariance * Math.sqrt(2 / (ownWorlds * replicates * (replicates - 1)));
}

/** The sampling half-width at so many runs: of Wilson's interval for a probability, of the mean for a tariff. */
function samplingHalfWidth(
  quantity: QuantityOfInterest,
  mean: number,
  spread: number,
  plan: UncertaintyPlan,
): number {
  if (quantity.unit === 'per cent') return Z95 * Math.sqrt(spread / plan.runs);
  const share = Math.min(1, Math.max(0, mean));
  const { low, high } = wilson(share * plan.runs, plan.runs);
  return (high - low) / 2;
}

/** Share of the spread of a table of means that goes with its rows alone, and with its columns alone. */
function marginalShares(means: readonly PolicyMean[]): { US: number; CN: number } {
  const all = means.map(({ mean }) => mean);
  const grand = all.reduce((sum, value) => sum + value, 0) / all.length;
  const spread = all.reduce((sum, value) => sum + (value - grand) * (value - grand), 0);
  const shareOf = (party: 'US' | 'CN') => {
    const policies = [...new Set(means.map((row) => row[party]))];
    const explained = policies.reduce((sum, policy) => {
      const rows = means.filter((row) => row[party] === policy);
      const middle = rows.reduce((part, row) => part + row.mean, 0) / rows.length;
      return sum + rows.length * (middle - grand) * (middle - grand);
    }, 0);
    return spread === 0 ? 0 : explained / spread;
  };
  return { US: shareOf('US'), CN: shareOf('CN') };
}

/** Levels of all quantities of the scenario's own parameter draws. */
function levelsOf({ specification, ownWorlds, draws }: UncertaintyPlan) {
  return sampledFactors(specification).map((factor) => ({
    id: factor.id,
    // From the low end to the high one, whichever way the draw runs.
    levels: Array.from({ length: ownWorlds }, (_, drawNumber) => {
      const level = draws.uniform(drawNumber, factor.draw);
      return isYesOrNo(factor) ? 1 - level : level;
    }),
  }));
}

/** Least rank correlation that chance does not explain, after Bonferroni: under none it is near normal, 1 / sqrt(n - 1). */
function leastCorrelation(worlds: number, candidates: number): number {
  return normalQuantile(1 - FALSE_ALARM / (2 * candidates)) / Math.sqrt(worlds - 1);
}

function driversOf(units: NestedOutputs[number], levels: ReturnType<typeof levelsOf>): UncertaintyDriver[] {
  const means = units.map((unit) => unit.reduce((sum, value) => sum + value, 0) / unit.length);
  const least = leastCorrelation(means.length, levels.length);
  return levels
    .map(({ id, levels: of }) => ({ id, correlation: means.length < 3 ? 0 : rankCorrelation(of, means) }))
    .filter(({ correlation }) => Math.abs(correlation) > least)
    .sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation) || (a.id < b.id ? -1 : 1))
    .slice(0, DRIVERS_NAMED);
}

/** The widest of the three, where the design can tell. */
function widest(
  sampling: number,
  estimates: Readonly<Record<'assumptions' | 'actorModel', EstimatedHalfWidth>>,
): UncertaintySource | null {
  const told: readonly (readonly [UncertaintySource, number])[] = [
    ['sampling', sampling],
    ...(['assumptions', 'actorModel'] as const).flatMap((name) => {
      const { halfWidth, distinguishable } = estimates[name];
      return distinguishable && halfWidth !== null ? [[name, halfWidth] as const] : [];
    }),
  ];
  const [name, most] = told.reduce((a, b) => (b[1] > a[1] ? b : a));
  const doubtful = Object.values(estimates).some(
    ({ distinguishable, high }) => !distinguishable && high > most,
  );
  return doubtful ? null : name;
}

function uncertaintyOf(
  quantity: QuantityOfInterest,
  outputs: NestedOutputs,
  pairs: readonly Pair[],
  levels: ReturnType<typeof levelsOf>,
  plan: UncertaintyPlan,
): QuantityUncertainty {
  const found = nestedComponents(outputs);
  const resamples = resampledComponents(outputs, plan.draws);
  const own = firstOf(found.byGroup);
  const sampling = samplingHalfWidth(quantity, own.mean, own.units + own.replicates, plan);
  const assumptions = estimated(
    own.units,
    resamples.map((components) => firstOf(components.byGroup).units),
    unseenComponent(own.replicates, plan),
  );
  const actorModel =
    pairs.length === 1
      ? NO_ACTOR_MODEL
      : estimated(
          found.groups,
          resamples.map((components) => components.groups),
        );
  const byPolicy = pairs.map(([US, CN], at): PolicyMean => ({
    US,
    CN,
    mean: itemAt(found.byGroup, at).mean,
  }));
  const inOrder = [...byPolicy].sort((a, b) => a.mean - b.mean);
  return {
    ...described(quantity),
    mean: own.mean,
    sampling: { halfWidth: sampling },
    assumptions,
    actorModel,
    dominates: widest(sampling, { assumptions, actorModel }),
    lowest: firstOf(inOrder),
    highest: lastOf(inOrder),
    ruleShare: marginalShares(byPolicy),
    drivers: driversOf(firstOf(outputs), levels),
  };
}

/** The study of the uncertainty. */
export function* uncertaintyIntervals(plan: UncertaintyPlan): Study<Uncertainty> {
  const { specification, headlines: quantities, rules: policies, runs, ownWorlds, worlds, replicates } = plan;
  const pairs = pairsOf(specification, policies);
  const values = yield pointsOf(pairs, plan);
  const outputs = quantities.map((_, at) => nested(values, at, pairs.length, plan));
  const levels = levelsOf(plan);
  return {
    runs,
    design: { rules: policies, pairs: pairs.length, ownWorlds, worlds, replicates, episodes: values.length },
    headlines: quantities.map((quantity, at) =>
      uncertaintyOf(quantity, itemAt(outputs, at), pairs, levels, plan),
    ),
  };
}
