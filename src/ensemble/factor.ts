/**
 * Factors: everything that an answer may hang on, as a sensitivity analysis takes it. The uncertain quantities of a
 * parameter draw (parameters, worths of the issues, red lines, types), the policy assumed for each party, and chance.
 *
 * An uncertain quantity is set by the level of its own distribution, from 0 to 1, in place of the draw of that name; so
 * nothing about the distribution is said twice, and every other draw stays what it was.
 */
import { InputError } from '../kit/input-error';
import type { Draws } from '../kit/keyed-draws';
import { exp, normalQuantile } from '../kit/portable-math';
import { triangularQuantile } from '../kit/statistics';
import type { Policy } from '../policies/policy';
import type { PolicyId } from '../scenario/schema';
import { isFromModule, notImported, type FromModule } from '../scenario/own-module';
import { drawKeyOf, type ModelSpecification } from '../scenario/model-specification';
import { foundIn } from '../kit/lists';
import { drawnDistributions } from '../episode/parameter-draw';

/** What kind of thing a factor is. */
export type FactorKind = 'parameter' | 'worth' | 'red-line' | 'type' | 'rule' | 'chance' | 'rest';

/** What an answer hangs on: a drawn parameter, the worth of an issue, a decision rule, or chance. */
export interface Factor {
  /** Dotted name of a parameter, or as `cap/soybeans`, `type/US`, `rule-us`, `chance`, `rest-of-the-world`. */
  readonly id: string;
  /** What it is: a value, an assumed policy, or what is left to the draws. */
  readonly kind: FactorKind;
}

/** A sampled factor: one named draw. */
export interface SampledFactor extends Factor {
  /** Name of the draw that it stands for. */
  readonly draw: string;
  /** Whether its distribution has no ends, so that low and high mean the 5th and the 95th percentile. */
  readonly endless: boolean;
}

/** Level that stands for the low end of a distribution without ends. */
const LOW_LEVEL = 0.05;

/** Ids of the factors that are not sampled. */
export const POLICY_FACTORS = ['rule-us', 'rule-cn'] as const;
/** Id of the factor of chance: which episode it is, given the parameter draw. */
export const CHANCE_FACTOR = 'chance';
/** Id of the group of all sampled factors that are not looked at one by one. */
export const REST_FACTOR = 'rest-of-the-world';

/** All uncertain quantities of a specification, in the order in which they are drawn. */
export function sampledFactors(specification: ModelSpecification): SampledFactor[] {
  const parameters = drawnDistributions(specification).map((distribution): SampledFactor => ({
    id: distribution.name,
    kind: 'parameter',
    draw: drawKeyOf(distribution),
    endless: false,
  }));
  const issues = specification.issues.flatMap(({ id, benefit, cost, cap }): SampledFactor[] => {
    const factor = (what: string, kind: FactorKind, endless: boolean) => ({
      id: `${what}/${id}`,
      kind,
      draw: `world/${what}/${id}`,
      endless,
    });
    return [
      ...(benefit > 0 ? [factor('benefit', 'worth', true)] : []),
      ...(cost > 0 ? [factor('cost', 'worth', true)] : []),
      ...(cap < 1 ? [factor('cap', 'red-line', false)] : []),
    ];
  });
  const types = ['US', 'CN'].map((party): SampledFactor => ({
    id: `type/${party}`,
    kind: 'type',
    draw: `${party}/type`,
    endless: false,
  }));
  return [...parameters, ...issues, ...types];
}

/** Whether a factor is answered by yes or no: its low end is no, its high end yes. */
export function isYesOrNo({ kind }: Factor): boolean {
  return kind === 'type';
}

/** What the low and the high end of a factor are called: the values of a parameter, no and yes, percentiles where there is no end. */
export function endsOf(specification: ModelSpecification, factor: SampledFactor): readonly [string, string] {
  if (factor.kind === 'parameter') {
    const distribution = foundIn(specification.parameters, (candidate) => candidate.name === factor.id);
    return [String(distribution.low), String(distribution.high)];
  }
  if (isYesOrNo(factor)) return ['no', 'yes'];
  return factor.endless ? ['5th percentile', '95th percentile'] : ['low', 'high'];
}

/**
 * The level at which a factor's draw is pinned, from its place in its range: 0 its low end, 1 its high end. What is answered by
 * yes or no is a yes where its draw lies below a probability, so that its draw runs the other way.
 */
export function levelAt(factor: SampledFactor, place: number): number {
  if (isYesOrNo(factor)) return 1 - place;
  return factor.endless ? LOW_LEVEL + (1 - 2 * LOW_LEVEL) * place : place;
}

/** Nearest to 0 and 1 that a normal quantile is taken: the ends themselves are infinite. */
const LEAST_LEVEL = 2.3283064365386963e-10;

/** Draws in which the named ones have a level that is given, from 0 to 1, and all others are as they were. */
export function pinnedDraws(draws: Draws, levels: Readonly<Record<string, number>>): Draws {
  const pinned = new Map(Object.entries(levels).map(([name, level]) => [draws.keyOf(name), level]));
  const normalAt = (level: number) => normalQuantile(Math.min(1 - LEAST_LEVEL, Math.max(LEAST_LEVEL, level)));
  const uniform: Draws['uniform'] = (episode, name, occasion = 0) =>
    levels[name] ?? draws.uniform(episode, name, occasion);
  const normal: Draws['normal'] = (episode, name, occasion = 0) => {
    const level = levels[name];
    return level === undefined ? draws.normal(episode, name, occasion) : normalAt(level);
  };
  return {
    uniform,
    normal,
    keyOf: (name) => draws.keyOf(name),
    uniformOf: (key, episode, occasion) => pinned.get(key) ?? draws.uniformOf(key, episode, occasion),
    normalOf: (key, episode, occasion) => {
      const level = pinned.get(key);
      return level === undefined ? draws.normalOf(key, episode, occasion) : normalAt(level);
    },
    triangular: (low, central, high, episode, name, occasion = 0) =>
      triangularQuantile(uniform(episode, name, occasion), low, central, high),
    lognormal: (median, logSd, episode, name, occasion = 0) =>
      median * exp(logSd * normal(episode, name, occasion)),
  };
}

/**
 * The policies that an analyst may hold possible for a party, unless told: every one that answers by itself.
 * The two that do not are left out: the script, which acts only where a scenario says so, and the uniform draw, which
 * is a yardstick for tests. Each is given equal weight: an assumption.
 */
export const POSSIBLE_POLICIES: readonly PolicyId[] = [
  'status-quo',
  'tit-for-tat',
  'hard-liner',
  'conciliator',
  'crisis-game',
];

/** Policies that a study holds possible: shipped ones by id, one's own, or the module that exports one; or only those by which the parties act. */
export type PossiblePolicies = readonly (PolicyId | Policy | FromModule)[] | 'own';

/**
 * Ids of the policies as asked for: of a list, or only those by which the parties act. Throws an InputError for an empty or
 * a repeating list.
 */
export function policiesAsked(policies: PossiblePolicies | undefined): readonly string[] | 'own' {
  if (policies === undefined) return POSSIBLE_POLICIES;
  if (policies === 'own') return policies;
  const ids = policies.map((policy, index) => {
    if (isFromModule(policy)) throw notImported(`policies.${index}`, policy);
    return typeof policy === 'string' ? policy : policy.id;
  });
  if (ids.length === 0 || new Set(ids).size !== ids.length) {
    throw new InputError({
      code: 'input/list',
      path: 'policies',
      given: ids.join(', '),
      allowed: 'a list of different policies, or "own"',
    });
  }
  return ids;
}
