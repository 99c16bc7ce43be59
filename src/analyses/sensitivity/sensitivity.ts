/**
 * What moves the answer, and how sure it is: sensitivity analysis over the ranges of the parameters, the policies
 * assumed and chance, and the three intervals of every quantity of interest.
 */
import { prepare, type Prepared, type Subject } from '../prepared';
import { checkRunsAndSeed } from '../../ensemble/checks';
import { here } from '../runner/here';
import { RUN_OPTIONS, type EnsembleAnalysis, type RunOptions } from '../runner/stage';
import { checkOptions, type OptionTable } from '../../kit/checks';
import { createDraws } from '../../kit/keyed-draws';
import { PLAY_OPTIONS, type PlayOptions } from '../play';
import { alsoPolicies } from '../../scenario/own';
import type { Study } from '../../ensemble/design-point';
import { DEFAULT_RUNS, DEFAULT_SEED } from '../../ensemble/limits';
import {
  arePossible,
  checkRequest,
  refuseRules,
  sensitivityStudy,
  uncertaintyQuantities,
  uncertaintyStudy,
  type Provenance,
  type ScenarioUncertainty,
  type Sensitivity,
  type SensitivityRequest,
  type StudyPolicies,
  type UncertaintyRequest,
} from './study-options';
import { studied } from '../runner/study';
import { VERSION } from '../../kit/version';

/** What every study may be told beside its own request. */
export interface StudyOptions extends RunOptions, Omit<PlayOptions, 'policies'> {
  /** Text that keys all draws, those of the design too, at most 200 characters; `1` unless told. */
  readonly seed?: string | undefined;
}

/** How a sensitivity analysis is made. */
export interface SensitivityOptions extends SensitivityRequest, StudyOptions {}

/** How the uncertainty is found. */
export interface UncertaintyOptions extends UncertaintyRequest, StudyOptions {}

const STUDY_OPTIONS: OptionTable<StudyOptions & { readonly policies?: StudyPolicies }> = {
  ...RUN_OPTIONS,
  ...PLAY_OPTIONS,
  seed: true,
};

const UNCERTAINTY_OPTIONS: OptionTable<UncertaintyOptions> = {
  ...STUDY_OPTIONS,
  runs: true,
  ownWorlds: true,
  worlds: true,
  replicates: true,
};

/** Six digits after the point, everywhere in an answer: what lies beyond is noise, and a reader's eye tires. */
function roundedAnswer<T>(answer: T): T {
  return JSON.parse(
    JSON.stringify(answer, (_, value: unknown) =>
      typeof value === 'number' ? Math.round(value * 1e6) / 1e6 + 0 : value,
    ),
  ) as T;
}

/** A scenario made ready for a study: with the policies by which the parties act, and with those that are held possible. */
function preparedFor(
  scenario: Subject,
  { policies, ...options }: StudyOptions & { readonly policies?: StudyPolicies | undefined },
): Prepared {
  if (!arePossible(policies)) return prepare(scenario, { ...options, policies });
  const prepared = prepare(scenario, options);
  const possible = policies === 'own' ? [] : policies;
  return { ...prepared, specification: alsoPolicies(prepared.specification, possible) };
}

/** Has the points of a study run, and its answer labelled. */
function* labelled<Answer>(
  { scenario, initial, specification }: Prepared,
  study: Study<Answer>,
  quantities: readonly string[],
  options: StudyOptions,
): EnsembleAnalysis<Provenance & Answer> {
  const { seed = DEFAULT_SEED } = options;
  const setting = { initial, specification, seed, quantities };
  const found = yield* studied(study, (points, take) => ({
    ...{ kind: 'headlines', setting, items: points, from: 0, to: points.length },
    ...{ take, how: options },
  }));
  return roundedAnswer({
    version: VERSION,
    scenario: scenario.id,
    today: specification.today,
    seed,
    ...found,
  });
}

/** The analysis behind {@link sensitivity}. */
export function* sensitivityStudied(
  scenario: Subject,
  options: SensitivityOptions,
): EnsembleAnalysis<Sensitivity> {
  checkRequest(options, STUDY_OPTIONS);
  const { seed = DEFAULT_SEED } = options;
  checkRunsAndSeed(1, seed);
  const prepared = preparedFor(scenario, options);
  const study = sensitivityStudy(prepared.specification, createDraws(seed), options);
  return yield* labelled(prepared, study, [options.output], options);
}

/** The analysis behind {@link uncertainty}. */
export function* uncertaintyStudied(
  scenario: Subject,
  options: UncertaintyOptions = {},
): EnsembleAnalysis<ScenarioUncertainty> {
  checkOptions(options, UNCERTAINTY_OPTIONS);
  refuseRules(options);
  const { runs = DEFAULT_RUNS, seed = DEFAULT_SEED } = options;
  checkRunsAndSeed(runs, seed);
  const prepared = preparedFor(scenario, options);
  const quantities = uncertaintyQuantities(prepared.specification).map((quantity) => quantity.id);
  const study = uncertaintyStudy(prepared.specification, createDraws(seed), runs, options);
  return yield* labelled(prepared, study, quantities, options);
}

/**
 * What moves a quantity of interest: a tornado, Morris's elementary effects or Sobol' indices over the ranges of the
 * parameters, the policies and chance, with 95 % intervals. Runs in this thread; `onThreads` of `detente/node` has the
 * same on threads, to the same bytes. Throws an InputError for a quantity, method, number, policy or seed that does not
 * exist or is out of range; and the reason of the signal where it is stopped, since a part of a design is no answer.
 * @param scenario - Scenario, id of one, or play, which is studied from the day on which it stands.
 * @param options - The method and the quantity of interest, both of which must be told, with the sizes of the design, policies held
 *   possible, and seed.
 *
 * @example sensitivity('kuala-lumpur-2025', { method: 'tornado', output: 'held', runs: 2 }).method
 */
export function sensitivity(scenario: Subject, options: SensitivityOptions): Sensitivity {
  return here(sensitivityStudied(scenario, options));
}

/**
 * Three intervals of each quantity of interest: how far it may be off through sampling, through what is not known of
 * the parameters, and through the policies assumed for the parties. From a nested design of its own, about as long as a
 * projection. Runs in this thread; `onThreads` of `detente/node` has the same on threads. Throws as {@link sensitivity}
 * does.
 * @param scenario - Scenario, id of one, or play, which is studied from the day on which it stands.
 * @param options - Parameter draws, runs and policies held possible; each has a default, so that all may be left out.
 *
 * @example uncertainty('kuala-lumpur-2025', { ownWorlds: 4, worlds: 2, policies: ['crisis-game', 'hard-liner'] }).headlines.length
 */
export function uncertainty(scenario: Subject, options: UncertaintyOptions = {}): ScenarioUncertainty {
  return here(uncertaintyStudied(scenario, options));
}
