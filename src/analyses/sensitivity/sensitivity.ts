/**
 * What moves the answer, and how sure it is: sensitivity analysis over the ranges of the parameters, the decision rules
 * assumed and chance, and the three widths of every headline.
 */
import { valuesOfPoints } from '#ensemble';
import { createDraws } from '../../kit/keyed-draws';
import {
  checkRunsAndSeed,
  DEFAULT_RUNS,
  DEFAULT_SEED,
  prepare,
  type Prepared,
  type ScenarioOrId,
} from '../project';
import type { Facts } from '../../facts/schema';
import { blocksOfPoints, type DesignTask, type PointBlock, type Study } from '../../ensemble/design-point';
import {
  sensitivityStudy,
  widthHeadlines,
  widthsStudy,
  type Provenance,
  type ScenarioWidths,
  type Sensitivity,
  type SensitivityAnswer,
  type SensitivityRequest,
  type WidthsRequest,
} from './study-options';
import type { Widths } from '../uncertainty';
import { VERSION } from '../../kit/version';

/** What every study may be told beside its own request. */
export interface StudyOptions {
  /** Text that keys all draws, those of the design too, at most 200 characters; `1` unless told. */
  readonly seed?: string;
  /** Facts in place of the packaged ones. */
  readonly facts?: Facts;
  /** Told of each block of episodes that is done; a study in two stages counts each for itself. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** How a sensitivity analysis is made. */
export interface SensitivityOptions extends SensitivityRequest, StudyOptions {}

/** How widths are found. */
export interface WidthsOptions extends WidthsRequest, StudyOptions {}

/** A study with all that is needed to run its points and to label its answer. */
export interface PreparedStudy<Answer> {
  readonly study: Study<Answer>;
  readonly provenance: Provenance;
  readonly taskOf: (block: PointBlock) => DesignTask;
}

function preparedStudy<Answer>(
  { scenario, initial, theory }: Prepared,
  seed: string,
  headlines: readonly string[],
  study: Study<Answer>,
): PreparedStudy<Answer> {
  return {
    study,
    provenance: { version: VERSION, scenario: scenario.id, seed },
    taskOf: (block) => ({ initial, theory, seed, headlines, ...block }),
  };
}

/** Prepares a sensitivity analysis. Throws a RangeError for what {@link sensitivity} refuses. */
export function prepareSensitivity(
  scenario: ScenarioOrId,
  options: SensitivityOptions,
): PreparedStudy<SensitivityAnswer> {
  const { seed = DEFAULT_SEED, facts } = options;
  checkRunsAndSeed(1, seed);
  const prepared = prepare(scenario, facts);
  const study = sensitivityStudy(prepared.theory, createDraws(seed), options);
  return preparedStudy(prepared, seed, [options.output], study);
}

/** Prepares the widths. Throws a RangeError for what {@link widths} refuses. */
export function prepareWidths(scenario: ScenarioOrId, options: WidthsOptions): PreparedStudy<Widths> {
  const { runs = DEFAULT_RUNS, seed = DEFAULT_SEED, facts } = options;
  checkRunsAndSeed(runs, seed);
  const prepared = prepare(scenario, facts);
  const headlines = widthHeadlines(prepared.theory).map((headline) => headline.id);
  const study = widthsStudy(prepared.theory, createDraws(seed), runs, options);
  return preparedStudy(prepared, seed, headlines, study);
}

/** Six digits after the point, everywhere in an answer: what lies beyond is noise, and a reader's eye tires. */
export function roundedAnswer<T>(answer: T): T {
  return JSON.parse(
    JSON.stringify(answer, (_, value: unknown) =>
      typeof value === 'number' ? Math.round(value * 1e6) / 1e6 + 0 : value,
    ),
  ) as T;
}

function concluded<Answer>(
  { study, provenance, taskOf }: PreparedStudy<Answer>,
  onProgress: StudyOptions['onProgress'],
): Provenance & Answer {
  let step = study.next();
  while (step.done !== true) {
    const values: number[][] = [];
    const points = step.value;
    for (const block of blocksOfPoints(points)) {
      values.push(...valuesOfPoints(taskOf(block)));
      onProgress?.(values.length, points.length);
    }
    step = study.next(values);
  }
  return roundedAnswer({ ...provenance, ...step.value });
}

/**
 * What moves a headline: a tornado, Morris's elementary effects or Sobol' indices over the ranges of the world, the
 * decision rules and chance, with 95 % intervals. Runs in this thread; `detente/node` has the same with workers, to the
 * same bytes. Throws a RangeError for a headline, method, number, rule or seed that does not exist or is out of range.
 */
export function sensitivity(scenario: ScenarioOrId, options: SensitivityOptions): Sensitivity {
  return concluded(prepareSensitivity(scenario, options), options.onProgress);
}

/**
 * Three widths on each headline: how far it may be off through sampling, through what is not known of the world, and
 * through the decision rules assumed for the parties. From a nested design of its own, about as long as a projection.
 * Runs in this thread; `detente/node` has the same with workers. Throws a RangeError as {@link sensitivity} does.
 */
export function widths(scenario: ScenarioOrId, options: WidthsOptions = {}): ScenarioWidths {
  return concluded(prepareWidths(scenario, options), options.onProgress);
}
