/**
 * Shares of variance: Sobol' indices of a quantity of interest over the ranges of the parameters, the policies and
 * chance.
 *
 * A screening picks the uncertain quantities that are looked at one by one; all others move together as one group.
 * The levels of the chosen ones and the policies lie on a Sobol' sequence with a random digital shift; the group and
 * chance are drawn by number. Since chance is a factor, the sampling error of single episodes is in the shares and not
 * beside them: the total index of chance is what stays when parameters and policies are known.
 */
import { bootstrapIntervals, type Limits } from '../../kit/bootstrap';
import type { Draws } from '../../kit/keyed-draws';
import { sobolIndices } from '../../kit/sobol-indices';
import { SOBOL_DIMENSIONS, sobolPoints } from '../../kit/sobol-sequence';
import { mean } from '../../kit/statistics';
import type { ModelSpecification } from '../../scenario/model-specification';
import type { DesignPoint, Study } from '../../ensemble/design-point';
import {
  CHANCE_FACTOR,
  REST_FACTOR,
  POLICY_FACTORS,
  sampledFactors,
  type Factor,
  type SampledFactor,
} from '../../ensemble/factor';
import { described, type QuantityOfInterest } from '../../ensemble/quantity-of-interest';
import { screening } from './screening';
import { firstOf, foundIn, itemAt } from '../../kit/lists';

/** An index with its 95 % bootstrap interval; sampling may bring it a little outside [0, 1]. */
export interface ShareOfVariance extends Limits {
  /** Estimated share of the variance, about 0 to 1. */
  readonly share: number;
  /** Whether the interval leaves zero out. */
  readonly distinguishable: boolean;
}

/** The indices of one factor. */
export interface FactorShares extends Factor {
  /** What it brings by itself. */
  readonly first: ShareOfVariance;
  /** What it brings with all its interactions, those with chance among them. */
  readonly total: ShareOfVariance;
}

/** The answer: shares of the variance of a single episode. */
export interface VarianceShares {
  /** Always `sobol`: shares of the variance. */
  readonly method: 'sobol';
  /** The quantity of interest that was looked at. */
  readonly headline: QuantityOfInterest;
  /** Rows of each of the two designs. */
  readonly rows: number;
  /** Trajectories of the screening that chose the factors; 0 where all were looked at. */
  readonly trajectories: number;
  /** Episodes that it took in all, those of the screening among them. */
  readonly episodes: number;
  /** Mean of the quantity over both designs, in its unit. */
  readonly mean: number;
  /** Variance of the quantity over single episodes, in its unit squared. */
  readonly variance: number;
  /** Share of the variance that parameters and policies explain together: one less the total index of chance. */
  readonly knowable: number;
  /** From the largest total index to the smallest. */
  readonly factors: readonly FactorShares[];
}

/** How the shares are found. */
export interface SharesPlan {
  readonly specification: ModelSpecification;
  readonly quantity: QuantityOfInterest;
  /** Rows of each design, a power of two. */
  readonly rows: number;
  /** How many uncertain quantities are looked at one by one. */
  readonly factors: number;
  readonly trajectories: number;
  readonly policies: readonly string[] | 'own';
  readonly draws: Draws;
}

/** Most uncertain quantities that can be looked at one by one: two designs and two policies share the sequence. */
export const MOST_SHARES = SOBOL_DIMENSIONS / 2 - POLICY_FACTORS.length;

const RESAMPLES = 500;
const TWO_POW_32 = 4294967296;

/**
 * One row of a design: levels of the chosen factors and of the policies, numbers of the parameter draw and of the
 * chances.
 */
interface Row {
  readonly levels: readonly number[];
  readonly policies: readonly [number, number];
  readonly drawNumber: number;
  readonly chance: number;
}

type Column = { readonly factor: Factor; readonly swap: (row: Row, other: Row) => Row };

function columnsOf(chosen: readonly SampledFactor[], chooses: boolean): Column[] {
  const levels = chosen.map(({ id, kind }, at): Column => ({
    factor: { id, kind },
    swap: (row, other) => ({
      ...row,
      levels: row.levels.map((level, j) => (j === at ? itemAt(other.levels, at) : level)),
    }),
  }));
  const policies: Column[] = [
    {
      factor: { id: POLICY_FACTORS[0], kind: 'rule' },
      swap: (row, other) => ({ ...row, policies: [other.policies[0], row.policies[1]] }),
    },
    {
      factor: { id: POLICY_FACTORS[1], kind: 'rule' },
      swap: (row, other) => ({ ...row, policies: [row.policies[0], other.policies[1]] }),
    },
  ];
  return [
    ...levels,
    ...(chooses ? policies : []),
    {
      factor: { id: REST_FACTOR, kind: 'rest' },
      swap: (row, other) => ({ ...row, drawNumber: other.drawNumber }),
    },
    {
      factor: { id: CHANCE_FACTOR, kind: 'chance' },
      swap: (row, other) => ({ ...row, chance: other.chance }),
    },
  ];
}

function designsOf({ rows, draws }: SharesPlan, chosen: number): readonly [Row[], Row[]] {
  const each = chosen + POLICY_FACTORS.length;
  const shift = Array.from({ length: 2 * each }, (_, at) =>
    Math.floor(draws.uniform(at, 'sobol/shift') * TWO_POW_32),
  );
  const points = sobolPoints(rows, 2 * each, shift);
  const design = (from: number, number: number) =>
    points.map((point, at): Row => ({
      levels: point.slice(from, from + chosen),
      policies: [itemAt(point, from + chosen), itemAt(point, from + chosen + 1)],
      drawNumber: number + at,
      chance: number + at,
    }));
  return [design(0, 0), design(each, rows)];
}

function pointMaker({ policies, specification }: SharesPlan, chosen: readonly SampledFactor[]) {
  const policyAt = (level: number, own: string) =>
    policies === 'own'
      ? own
      : itemAt(policies, Math.min(policies.length - 1, Math.floor(level * policies.length)));
  return (row: Row): DesignPoint => ({
    drawNumber: row.drawNumber,
    chance: row.chance,
    levels: Object.fromEntries(chosen.map((factor, at) => [factor.draw, itemAt(row.levels, at)])),
    policies: [
      policyAt(row.policies[0], specification.policies.US),
      policyAt(row.policies[1], specification.policies.CN),
    ],
  });
}

function* chosenFactors(plan: SharesPlan): Study<{ chosen: SampledFactor[]; episodes: number }> {
  const sampled = sampledFactors(plan.specification);
  if (sampled.length <= plan.factors) return { chosen: sampled, episodes: 0 };
  const { factors, episodes } = yield* screening(plan);
  const strongest = factors.flatMap(({ id }) => sampled.find((factor) => factor.id === id) ?? []);
  return { chosen: strongest.slice(0, plan.factors), episodes };
}

function shared(share: number, limits: Limits): ShareOfVariance {
  return { share, ...limits, distinguishable: limits.low > 0 || limits.high < 0 };
}

/** The study of the shares: a screening first, then both designs and their hybrids. */
export function* varianceShares(plan: SharesPlan): Study<VarianceShares> {
  const { rows, draws, trajectories, policies, quantity } = plan;
  const { chosen, episodes } = yield* chosenFactors(plan);
  const columns = columnsOf(chosen, policies !== 'own' && policies.length > 1);
  const [a, b] = designsOf(plan, chosen.length);
  const hybrids = columns.map(({ swap }) => a.map((row, at) => swap(row, itemAt(b, at))));
  const values = yield [a, b, ...hybrids].flat().map(pointMaker(plan, chosen));
  const column = (at: number) => values.slice(at * rows, (at + 1) * rows).map((row) => firstOf(row));
  const outputs = { a: column(0), b: column(1), ab: columns.map((_, at) => column(2 + at)) };
  const { variance, factors } = sobolIndices(outputs);
  const limits = bootstrapIntervals(
    rows,
    (picked) => sobolIndices(outputs, picked).factors.flatMap(({ first, total }) => [first, total]),
    { resamples: RESAMPLES, uniform: (resample, pick) => draws.uniform(resample, 'sobol/bootstrap', pick) },
  );
  const found = columns.map(({ factor }, at): FactorShares => ({
    ...factor,
    first: shared(itemAt(factors, at).first, itemAt(limits, 2 * at)),
    total: shared(itemAt(factors, at).total, itemAt(limits, 2 * at + 1)),
  }));
  return {
    method: 'sobol',
    headline: described(quantity),
    rows,
    trajectories: episodes === 0 ? 0 : trajectories,
    episodes: episodes + values.length,
    mean: mean([...outputs.a, ...outputs.b]),
    variance,
    knowable: 1 - foundIn(found, (factor) => factor.kind === 'chance').total.share,
    factors: [...found].sort((x, y) => y.total.share - x.total.share || (x.id < y.id ? -1 : 1)),
  };
}
