/**
 * What a sensitivity analysis and one of uncertainty may be asked: defaults, bounds, and one clear refusal for all
 * else.
 */
import { InputError } from '../../kit/input-error';
import {
  checkKnown,
  checkObject,
  checkOptions,
  checkWhole,
  readOff,
  listed,
  type KnownOptions,
} from '../../kit/checks';
import type { Draws } from '../../kit/keyed-draws';
import type { OwnPolicies } from '../../scenario/own';
import type { ModelSpecification } from '../../scenario/model-specification';
import type { Study } from '../../ensemble/design-point';
import { policiesAsked, type PossiblePolicies } from '../../ensemble/factor';
import {
  quantityOf,
  quantitiesOfInterest,
  type MeasuredQuantity,
  type QuantityId,
} from '../../ensemble/quantity-of-interest';
import { screening, type ScreeningAnswer } from './screening';
import { tornado, type Tornado } from './tornado';
import { MOST_SHARES, varianceShares, type VarianceShares } from './variance-shares';
import { uncertaintyIntervals, type Uncertainty } from '../uncertainty';

/**
 * One factor at a time over its whole range, elementary effects (Morris), and shares of the variance (Sobol).
 */
export const SENSITIVITY_METHODS = ['tornado', 'morris', 'sobol'] as const;

/** How the weight of a factor is measured: `tornado`, `morris` or `sobol`. */
export type SensitivityMethod = (typeof SENSITIVITY_METHODS)[number];

/** The policies of a study: those held possible, or those by which the parties act in place of the scenario's. */
export type StudyPolicies = PossiblePolicies | OwnPolicies;

/** Whether policies are told as those held possible, and not as those by which the parties act. */
export function arePossible(policies: StudyPolicies | undefined): policies is PossiblePolicies {
  return policies === 'own' || Array.isArray(policies);
}

const possibleIn = ({ policies }: { readonly policies?: StudyPolicies | undefined }) =>
  policiesAsked(arePossible(policies) ? policies : undefined);

/** What a sensitivity analysis is asked. */
export interface SensitivityRequest {
  /** `tornado`: each factor from low to high; `morris`: elementary effects; `sobol`: shares of variance. */
  readonly method: SensitivityMethod;
  /** Id of the quantity: `held`, `deal`, `class:<id>`, `new-coercion`, `mean:US`, `up:US`, `issue:<id>`, `gdp:US`, `text:90`, `unbroken:90` and the like. */
  readonly output: QuantityId;
  /**
   * Policies held possible for each party, shipped ones by id or one's own, or `own` for those alone by which the parties
   * act; or by which the parties act, as for a projection.
   */
  readonly policies?: StudyPolicies | undefined;
  /** Tornado: episodes at each end, 2 to 20 000; 100 unless told. */
  readonly runs?: number | undefined;
  /** Morris, and the screening before Sobol: trajectories, 2 to 2 000; 60 unless told, 20 before Sobol. */
  readonly trajectories?: number | undefined;
  /** Sobol: rows of each design, a power of two from 16 to 16 384; 1 024 unless told. */
  readonly rows?: number | undefined;
  /** Sobol: how many uncertain quantities are looked at one by one, 1 to 30; 10 unless told. */
  readonly factors?: number | undefined;
}

/** The answer of a sensitivity analysis, by its method. */
export type SensitivityAnswer = Tornado | ScreeningAnswer | VarianceShares;

/** What is asked of the uncertainty. */
export interface UncertaintyRequest {
  /**
   * Policies held possible for each party, shipped ones by id or one's own, or `own` for those alone by which the parties
   * act; or by which the parties act, as for a projection.
   */
  readonly policies?: StudyPolicies | undefined;
  /** Runs for which the interval of sampling is given, 1 to 10 000 000; 4 000 unless told. */
  readonly runs?: number | undefined;
  /** Parameter draws under the scenario's own policies, 2 to 100 000; 800 unless told. */
  readonly ownWorlds?: number | undefined;
  /** Parameter draws under every other pair of policies, 2 to 100 000; 40 unless told. */
  readonly worlds?: number | undefined;
  /** Episodes with each parameter draw, 2 to 1 000; 2 unless told. */
  readonly replicates?: number | undefined;
}

/** From which scenario, seed and version an answer is. */
export interface Provenance {
  /** Version of the library that gave the answer. */
  readonly version: string;
  /** Id of the scenario. */
  readonly scenario: string;
  /** The day from which it is asked, YYYY-MM-DD. */
  readonly today: string;
  /** Seed of the draws. */
  readonly seed: string;
}

/** What moves a quantity of interest. */
export type Sensitivity = Provenance & SensitivityAnswer;

/** Three intervals of each quantity of interest of a scenario. */
export type ScenarioUncertainty = Provenance & Uncertainty;

/** Bounds of each number that may be asked for: designs are held in memory, point by point. */
export const STUDY_BOUNDS = {
  runs: { least: 2, most: 20_000, usual: 100 },
  trajectories: { least: 2, most: 2_000, usual: 60 },
  screening: { least: 2, most: 2_000, usual: 20 },
  rows: { least: 16, most: 16_384, usual: 1_024 },
  factors: { least: 1, most: MOST_SHARES, usual: 10 },
  ownWorlds: { least: 2, most: 100_000, usual: 800 },
  worlds: { least: 2, most: 100_000, usual: 40 },
  replicates: { least: 2, most: 1_000, usual: 2 },
} as const;

/** The numbers that each method reads. */
const NUMBERS_OF: Readonly<Record<SensitivityMethod, readonly string[]>> = {
  tornado: ['runs'],
  morris: ['trajectories'],
  sobol: ['trajectories', 'rows', 'factors'],
};

/**
 * Refuses a request with an option that its method does not read, beside those that every study has, with an InputError:
 * a number that is passed over would be believed to have counted.
 */
export function checkRequest(request: SensitivityRequest, shared: KnownOptions): void {
  const options = checkObject('options', request, 'an object with method, output and more');
  const given = readOff('options', options, () => ({ ...options }));
  refuseRules(given);
  const method = checkKnown('method', given['method'], SENSITIVITY_METHODS);
  const reads = NUMBERS_OF[method];
  const foreign = Object.entries(given).find(
    ([name, value]) =>
      value !== undefined && !reads.includes(name) && Object.values(NUMBERS_OF).flat().includes(name),
  );
  if (foreign !== undefined)
    throw new InputError({
      code: 'input/unknown-option',
      path: 'options',
      given: foreign[0],
      allowed: `for the method ${method} only the numbers ${listed(reads)}`,
    });
  const own = ['method', 'output', ...Object.values(NUMBERS_OF).flat()];
  checkOptions(given, { ...shared, ...Object.fromEntries(own.map((name) => [name, true] as const)) });
}

/** An option under its old name would be passed over in silence. */
export function refuseRules(request: object): void {
  if ('rules' in request && (request.rules === 'own' || Array.isArray(request.rules)))
    throw new InputError({
      code: 'input/unknown-option',
      path: 'options',
      given: 'rules',
      allowed: 'the option `policies`, as it is called now',
      didYouMean: 'policies',
    });
}

function number(name: string, given: number | undefined, bounds: keyof typeof STUDY_BOUNDS): number {
  const value = given === undefined ? STUDY_BOUNDS[bounds].usual : given;
  checkWhole(name, value, STUDY_BOUNDS[bounds]);
  return value;
}

/** Most episodes of a nested design. */
const MOST_NESTED = 1_000_000;

function rowsAsked(given: number | undefined): number {
  const rows = number('rows', given, 'rows');
  // Sobol' points are balanced in powers of two only.
  if ((rows & (rows - 1)) === 0) return rows;
  throw new InputError({ code: 'input/number', path: 'rows', given: rows, allowed: 'a power of two' });
}

/**
 * The study that a request means. Throws an InputError for a quantity of interest or method that does not exist and for
 * numbers and policies out of range.
 */
export function sensitivityStudy(
  specification: ModelSpecification,
  draws: Draws,
  request: SensitivityRequest,
): Study<SensitivityAnswer> {
  const quantity = quantityOf(specification, request.output);
  const policies = possibleIn(request);
  switch (request.method) {
    case 'tornado':
      return tornado({ specification, quantity, policies, runs: number('runs', request.runs, 'runs') });
    case 'morris': {
      const trajectories = number('trajectories', request.trajectories, 'trajectories');
      return screening({ specification, quantity, policies, trajectories, draws });
    }
    case 'sobol': {
      const trajectories = number('trajectories', request.trajectories, 'screening');
      const factors = number('factors', request.factors, 'factors');
      const rows = rowsAsked(request.rows);
      return varianceShares({ specification, quantity, policies, trajectories, factors, rows, draws });
    }
    default:
      checkKnown('method', request.method, SENSITIVITY_METHODS);
      throw new Error('the method has no study');
  }
}

/** Of which no uncertainty is given: what an average does beside its mean, and the truce on all days but one. */
const LEFT_OUT = /^(up|same|down):|^(text|unbroken):(?!90$)/;

/** The quantities of interest whose uncertainty is given: of each average the mean, and both curves of the truce at one date only. */
export function uncertaintyQuantities(specification: ModelSpecification): MeasuredQuantity[] {
  return quantitiesOfInterest(specification).filter(({ id }) => !LEFT_OUT.test(id));
}

/** The study of the uncertainty that a request means. Throws an InputError for numbers and policies out of range. */
export function uncertaintyStudy(
  specification: ModelSpecification,
  draws: Draws,
  runs: number,
  request: UncertaintyRequest,
): Study<Uncertainty> {
  const asked = possibleIn(request);
  const policies = asked === 'own' ? [] : asked;
  const plan = {
    specification,
    headlines: uncertaintyQuantities(specification),
    rules: policies,
    runs,
    ownWorlds: number('ownWorlds', request.ownWorlds, 'ownWorlds'),
    worlds: number('worlds', request.worlds, 'worlds'),
    replicates: number('replicates', request.replicates, 'replicates'),
    draws,
  };
  const episodes = (plan.ownWorlds + policies.length * policies.length * plan.worlds) * plan.replicates;
  if (episodes > MOST_NESTED) {
    throw new InputError({
      code: 'input/too-much',
      path: 'worlds',
      given: episodes,
      allowed: `at most ${MOST_NESTED} episodes in all, which is what ownWorlds, worlds, replicates and policies come to`,
    });
  }
  return uncertaintyIntervals(plan);
}
