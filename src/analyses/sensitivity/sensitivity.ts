/**
 * What moves the answer, and how sure it is: sensitivity analysis over the ranges of the parameters, the decision rules
 * assumed and chance, and the three widths of every headline.
 */
import { prepare, type Prepared, type ScenarioOrId } from '../prepared';
import { checkRunsAndSeed } from '../../ensemble/checks';
import { here } from '../runner/here';
import type { EnsembleAnalysis, RunOptions } from '../runner/stage';
import { createDraws } from '../../kit/keyed-draws';
import type { Facts } from '../../facts/schema';
import type { Study } from '../../ensemble/design-point';
import { DEFAULT_RUNS, DEFAULT_SEED } from '../../ensemble/limits';
import {
  sensitivityStudy,
  widthHeadlines,
  widthsStudy,
  type Provenance,
  type ScenarioWidths,
  type Sensitivity,
  type SensitivityRequest,
  type WidthsRequest,
} from './study-options';
import { VERSION } from '../../kit/version';

/** What every study may be told beside its own request. */
export interface StudyOptions extends RunOptions {
  /** Text that keys all draws, those of the design too, at most 200 characters; `1` unless told. */
  readonly seed?: string;
  /** Facts in place of the packaged ones. */
  readonly facts?: Facts;
}

/** How a sensitivity analysis is made. */
export interface SensitivityOptions extends SensitivityRequest, StudyOptions {}

/** How widths are found. */
export interface WidthsOptions extends WidthsRequest, StudyOptions {}

/** Six digits after the point, everywhere in an answer: what lies beyond is noise, and a reader's eye tires. */
function roundedAnswer<T>(answer: T): T {
  return JSON.parse(
    JSON.stringify(answer, (_, value: unknown) =>
      typeof value === 'number' ? Math.round(value * 1e6) / 1e6 + 0 : value,
    ),
  ) as T;
}

/** Has the points of a study run, and its answer labelled. */
function* studied<Answer>(
  { scenario, initial, theory }: Prepared,
  study: Study<Answer>,
  headlines: readonly string[],
  options: StudyOptions,
): EnsembleAnalysis<Provenance & Answer> {
  const { seed = DEFAULT_SEED } = options;
  const setting = { initial, theory, seed, headlines };
  let step = study.next();
  while (step.done !== true) {
    const points = step.value;
    const values: number[][] = [];
    yield {
      kind: 'headlines',
      setting,
      items: points,
      from: 0,
      to: points.length,
      take: (part) => {
        for (const value of part) values.push(value);
      },
      how: options,
    };
    step = study.next(values);
  }
  return roundedAnswer({ version: VERSION, scenario: scenario.id, seed, ...step.value });
}

/** The analysis behind {@link sensitivity}. */
export function* sensitivityStudied(
  scenario: ScenarioOrId,
  options: SensitivityOptions,
): EnsembleAnalysis<Sensitivity> {
  const { seed = DEFAULT_SEED, facts } = options;
  checkRunsAndSeed(1, seed);
  const prepared = prepare(scenario, facts);
  const study = sensitivityStudy(prepared.theory, createDraws(seed), options);
  return yield* studied(prepared, study, [options.output], options);
}

/** The analysis behind {@link widths}. */
export function* widthsStudied(
  scenario: ScenarioOrId,
  options: WidthsOptions = {},
): EnsembleAnalysis<ScenarioWidths> {
  const { runs = DEFAULT_RUNS, seed = DEFAULT_SEED, facts } = options;
  checkRunsAndSeed(runs, seed);
  const prepared = prepare(scenario, facts);
  const headlines = widthHeadlines(prepared.theory).map((headline) => headline.id);
  const study = widthsStudy(prepared.theory, createDraws(seed), runs, options);
  return yield* studied(prepared, study, headlines, options);
}

/**
 * What moves a headline: a tornado, Morris's elementary effects or Sobol' indices over the ranges of the world, the
 * decision rules and chance, with 95 % intervals. Runs in this thread; `onThreads` of `detente/node` has the same on
 * threads, to the same bytes. Throws a RangeError for a headline, method, number, rule or seed that does not exist or is
 * out of range; and the reason of the signal where it is stopped, since a part of a design is no answer.
 */
export function sensitivity(scenario: ScenarioOrId, options: SensitivityOptions): Sensitivity {
  return here(sensitivityStudied(scenario, options));
}

/**
 * Three widths on each headline: how far it may be off through sampling, through what is not known of the world, and
 * through the decision rules assumed for the parties. From a nested design of its own, about as long as a projection.
 * Runs in this thread; `onThreads` of `detente/node` has the same on threads. Throws as {@link sensitivity} does.
 */
export function widths(scenario: ScenarioOrId, options: WidthsOptions = {}): ScenarioWidths {
  return here(widthsStudied(scenario, options));
}
