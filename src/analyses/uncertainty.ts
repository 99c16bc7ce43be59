/**
 * Three widths on each headline: how far it may be off because so many runs were made and not more (sampling), because
 * the parameters are not known (assumptions), and because nobody knows which decision rules the parties follow (actor
 * model). Each is 1.96 standard deviations, the half-width of a 95 % interval where the law is near normal.
 *
 * A nested design tells them apart: decision rules of both parties, worlds under these rules, chances within a world;
 * its variance components are unbiased (see `kit/variance-components`). The scenario's own rules get most of the
 * worlds, since the width of the assumptions is that of the headline as it stands. Rules count with equal weight.
 */
import { percentileLimits, resampledRows, type Limits } from '../kit/bootstrap';
import type { Draws } from '../kit/keyed-draws';
import { normalQuantile } from '../kit/portable-math';
import { rankCorrelation, wilson } from '../kit/statistics';
import { nestedComponents, type NestedComponents, type NestedOutputs } from '../kit/variance-components';
import type { PolicyId } from '../scenario/schema';
import type { Theory } from '../scenario/model-specification';
import type { DesignPoint, PointValues, Study } from '../ensemble/design-point';
import { worldFactors } from '../ensemble/factor';
import { described, type Headline, type MeasuredHeadline } from '../ensemble/quantity-of-interest';

/** A half-width, in the unit of its headline. */
export interface HalfWidth {
  readonly halfWidth: number;
}

/** A half-width from a variance component, with the 95 % bootstrap interval of itself. */
export interface EstimatedWidth extends HalfWidth, Limits {
  /** Whether the interval of the component leaves zero out. */
  readonly distinguishable: boolean;
}

/** Which of the widths is meant. */
export type WidthName = 'sampling' | 'assumptions' | 'actorModel';

/** The mean of a headline under a pair of decision rules. */
export interface RuleMean {
  readonly US: PolicyId;
  readonly CN: PolicyId;
  readonly mean: number;
}

/** A quantity of the world with which a headline rises and falls. */
export interface WidthDriver {
  readonly id: string;
  /** Rank correlation of its level with the headline's mean in the world, -1 to 1. */
  readonly correlation: number;
}

/** A headline with its widths. */
export interface HeadlineWidths extends Headline {
  /** Its mean under the scenario's own rules, as the design has it. */
  readonly mean: number;
  readonly sampling: HalfWidth;
  readonly assumptions: EstimatedWidth;
  readonly actorModel: EstimatedWidth;
  readonly dominates: WidthName;
  /** The pairs of rules with the lowest and the highest mean. */
  readonly lowest: RuleMean;
  readonly highest: RuleMean;
  /** Share of the spread between rules that goes with the rule of each party alone; the rest is in their meeting. */
  readonly ruleShare: { readonly US: number; readonly CN: number };
  /** The quantities whose correlation chance among so many does not explain, strongest first. */
  readonly drivers: readonly WidthDriver[];
}

/** The answer: every headline with three widths, and the design behind them. */
export interface Widths {
  /** Runs for which the sampling width holds. */
  readonly runs: number;
  readonly design: {
    readonly rules: readonly PolicyId[];
    readonly pairs: number;
    /** Worlds under the scenario's own rules, and under every other pair. */
    readonly ownWorlds: number;
    readonly worlds: number;
    readonly replicates: number;
    readonly episodes: number;
  };
  readonly headlines: readonly HeadlineWidths[];
}

/** How the widths are found. */
export interface WidthsPlan {
  readonly theory: Theory;
  readonly headlines: readonly MeasuredHeadline[];
  readonly rules: readonly PolicyId[];
  readonly runs: number;
  readonly ownWorlds: number;
  readonly worlds: number;
  readonly replicates: number;
  readonly draws: Draws;
}

type Pair = readonly [PolicyId, PolicyId];

const Z95 = 1.959963984540054;
const RESAMPLES = 300;
/** Chance of naming a driver that is none, over all quantities of the world together. */
const FALSE_ALARM = 0.05;
const DRIVERS_NAMED = 3;

/** All pairs of rules, the scenario's own first. */
function pairsOf(theory: Theory, rules: readonly PolicyId[]): Pair[] {
  const { US, CN } = theory.policies;
  const others = rules.flatMap((us) => rules.map((cn): Pair => [us, cn]));
  return [[US, CN], ...others.filter(([us, cn]) => us !== US || cn !== CN)];
}

/** Every world has a number of its own, and so has every meeting of a world with chance. */
function pointsOf(pairs: readonly Pair[], plan: WidthsPlan): DesignPoint[] {
  const points: DesignPoint[] = [];
  let world = 0;
  pairs.forEach((rules, at) => {
    for (let unit = 0; unit < (at === 0 ? plan.ownWorlds : plan.worlds); unit += 1) {
      for (let replicate = 0; replicate < plan.replicates; replicate += 1) {
        points.push({ world, chance: world * plan.replicates + replicate, rules });
      }
      world += 1;
    }
  });
  return points;
}

function nested(values: PointValues, headline: number, pairs: number, plan: WidthsPlan): number[][][] {
  let next = 0;
  return Array.from({ length: pairs }, (_, at) =>
    Array.from({ length: at === 0 ? plan.ownWorlds : plan.worlds }, () =>
      Array.from({ length: plan.replicates }, () => values[next++]![headline]!),
    ),
  );
}

/** Components of resamples: worlds drawn again within each pair of rules. */
function resampledComponents(outputs: NestedOutputs, draws: Draws): NestedComponents[] {
  return Array.from({ length: RESAMPLES }, (_, resample) =>
    nestedComponents(
      outputs.map((units, group) => {
        const name = `widths/bootstrap/${group}`;
        const picked = resampledRows(units.length, resample, (at, pick) => draws.uniform(at, name, pick));
        return Array.from(picked, (unit) => units[unit]!);
      }),
    ),
  );
}

const width = (component: number) => Z95 * Math.sqrt(Math.max(0, component));

/**
 * A width with its interval. Resampling adds sampling error to the spread between groups once more, so the resamples
 * are moved until their mean is the estimate. `unseen` is a component that the design would not have noticed: the upper
 * limit is never below it, since of a rare event resamples know only that it never came twice in a world.
 */
function estimated(component: number, resamples: readonly number[], unseen = 0): EstimatedWidth {
  const middle = resamples.reduce((sum, value) => sum + value, 0) / resamples.length;
  const { low, high } = percentileLimits(resamples.map((value) => value - middle + component));
  return {
    halfWidth: width(component),
    low: width(low),
    high: width(Math.max(high, unseen)),
    distinguishable: low > 0,
  };
}

/** 1.96 standard errors of the worlds' component where it is nought: of the mean over worlds of products of replicates. */
function unseenComponent(replicateVariance: number, { ownWorlds, replicates }: WidthsPlan): number {
  return Z95 * replicateVariance * Math.sqrt(2 / (ownWorlds * replicates * (replicates - 1)));
}

/**
 * The sampling half-width at so many runs: of Wilson's interval for a probability, scaled by the model's share in it as
 * it is published; of the mean for a tariff.
 */
function samplingWidth(
  headline: MeasuredHeadline,
  mean: number,
  held: number,
  spread: number,
  plan: WidthsPlan,
) {
  if (headline.unit === 'per cent') return Z95 * Math.sqrt(spread / plan.runs);
  const { modelShare, perMeeting } = headline;
  const share = Math.min(1, Math.max(0, (mean - perMeeting * held) / modelShare));
  const { low, high } = wilson(share * plan.runs, plan.runs);
  return (modelShare * (high - low)) / 2;
}

/** Share of the spread of a table of means that goes with its rows alone, and with its columns alone. */
function marginalShares(means: readonly RuleMean[]): { US: number; CN: number } {
  const all = means.map(({ mean }) => mean);
  const grand = all.reduce((sum, value) => sum + value, 0) / all.length;
  const spread = all.reduce((sum, value) => sum + (value - grand) * (value - grand), 0);
  const shareOf = (party: 'US' | 'CN') => {
    const rules = [...new Set(means.map((row) => row[party]))];
    const explained = rules.reduce((sum, rule) => {
      const rows = means.filter((row) => row[party] === rule);
      const middle = rows.reduce((part, row) => part + row.mean, 0) / rows.length;
      return sum + rows.length * (middle - grand) * (middle - grand);
    }, 0);
    return spread === 0 ? 0 : explained / spread;
  };
  return { US: shareOf('US'), CN: shareOf('CN') };
}

/** Levels of all quantities of the scenario's own worlds. */
function levelsOf({ theory, ownWorlds, draws }: WidthsPlan) {
  return worldFactors(theory).map(({ id, draw }) => ({
    id,
    levels: Array.from({ length: ownWorlds }, (_, world) => draws.uniform(world, draw)),
  }));
}

/** Least rank correlation that chance does not explain, after Bonferroni: under none it is near normal, 1 / sqrt(n - 1). */
function leastCorrelation(worlds: number, candidates: number): number {
  return normalQuantile(1 - FALSE_ALARM / (2 * candidates)) / Math.sqrt(worlds - 1);
}

function driversOf(units: NestedOutputs[number], levels: ReturnType<typeof levelsOf>): WidthDriver[] {
  const means = units.map((unit) => unit.reduce((sum, value) => sum + value, 0) / unit.length);
  const least = leastCorrelation(means.length, levels.length);
  return levels
    .map(({ id, levels: of }) => ({ id, correlation: means.length < 3 ? 0 : rankCorrelation(of, means) }))
    .filter(({ correlation }) => Math.abs(correlation) > least)
    .sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation) || (a.id < b.id ? -1 : 1))
    .slice(0, DRIVERS_NAMED);
}

function largest(widths: Readonly<Record<WidthName, number>>): WidthName {
  const names: readonly WidthName[] = ['sampling', 'assumptions', 'actorModel'];
  return names.reduce((most, name) => (widths[name] > widths[most] ? name : most));
}

function widthsOf(
  headline: MeasuredHeadline,
  outputs: NestedOutputs,
  means: Readonly<{ held: number }>,
  pairs: readonly Pair[],
  levels: ReturnType<typeof levelsOf>,
  plan: WidthsPlan,
): HeadlineWidths {
  const found = nestedComponents(outputs);
  const resamples = resampledComponents(outputs, plan.draws);
  const own = found.byGroup[0]!;
  const sampling = samplingWidth(headline, own.mean, means.held, own.units + own.replicates, plan);
  const assumptions = estimated(
    own.units,
    resamples.map((components) => components.byGroup[0]!.units),
    unseenComponent(own.replicates, plan),
  );
  const actorModel = estimated(
    found.groups,
    resamples.map((components) => components.groups),
  );
  const byRule = pairs.map(([US, CN], at): RuleMean => ({ US, CN, mean: found.byGroup[at]!.mean }));
  const inOrder = [...byRule].sort((a, b) => a.mean - b.mean);
  return {
    ...described(headline),
    mean: own.mean,
    sampling: { halfWidth: sampling },
    assumptions,
    actorModel,
    dominates: largest({
      sampling,
      assumptions: assumptions.halfWidth,
      actorModel: actorModel.halfWidth,
    }),
    lowest: inOrder[0]!,
    highest: inOrder.at(-1)!,
    ruleShare: marginalShares(byRule),
    drivers: driversOf(outputs[0]!, levels),
  };
}

/** The study of the widths. */
export function* widths(plan: WidthsPlan): Study<Widths> {
  const { theory, headlines, rules, runs, ownWorlds, worlds, replicates } = plan;
  const pairs = pairsOf(theory, rules);
  const values = yield pointsOf(pairs, plan);
  const outputs = headlines.map((_, at) => nested(values, at, pairs.length, plan));
  const heldAt = headlines.findIndex((headline) => headline.id === 'held');
  const held = heldAt < 0 ? 1 : nestedComponents(outputs[heldAt]!).byGroup[0]!.mean;
  const levels = levelsOf(plan);
  return {
    runs,
    design: { rules, pairs: pairs.length, ownWorlds, worlds, replicates, episodes: values.length },
    headlines: headlines.map((headline, at) =>
      widthsOf(headline, outputs[at]!, { held }, pairs, levels, plan),
    ),
  };
}
