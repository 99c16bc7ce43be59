/** Ensembles on worker threads: projections and comparisons, to the same bytes for any number of threads. */
import {
  checkRunsAndSeed,
  checkHistories,
  compare,
  DEFAULT_HISTORIES,
  DEFAULT_RUNS,
  DEFAULT_SEED,
  divergenceTasks,
  explainDifference,
  explainedOf,
  fullProjectionOf,
  mostRuns,
  prepare,
  project,
  projectInFull,
  sharedOutcomes,
  type ExplainedDifference,
  type ExplainOptions,
  type FullProjection,
  type PairedSeries,
  type Prepared,
  type ProjectionOptions,
  type ProjectOptions,
  type ScenarioOrId,
} from '../project';
import { comparePaired, type Comparison } from '../simulation/compare';
import type { Divergence } from '../simulation/divergence';
import { blocksOf } from '../simulation/ensemble-blocks';
import { projectionOf, type Projection } from '../simulation/projection';
import { stopWatch } from '../simulation/stop-rule';
import { addTally, newTally, type Tally } from '../simulation/tally';
import { VERSION } from '../version';
import type { WorkerTask } from '../worker';
import { onThreads, threadsFor } from './threads';

/** How an ensemble is run on threads. */
export interface WorkerOptions extends ProjectOptions {
  /** Number of worker threads, 1 to 256; one for each core unless told. */
  readonly workers?: number;
}

/** How a projection is run on threads. */
export interface ProjectionWorkerOptions extends WorkerOptions, ProjectionOptions {}

function* tasksOf(
  { initial, theory }: Prepared,
  answer: 'tally' | 'outcomes',
  seed: string,
  runs: number,
  course = false,
): Generator<WorkerTask> {
  for (const { from, to } of blocksOf(runs))
    yield { answer, block: { initial, theory, seed, from, to, course } };
}

/** An ensemble's tally from worker threads; null where one thread is enough and this one may do it. */
async function onWorkers(scenario: ScenarioOrId, options: ProjectionWorkerOptions, course: boolean) {
  const { seed = DEFAULT_SEED, facts, onProgress, until } = options;
  const runs = mostRuns(options);
  checkRunsAndSeed(runs, seed);
  const threads = threadsFor(options.workers, blocksOf(runs).length);
  if (threads === 1) return null;
  const prepared = prepare(scenario, facts);
  const tally = newTally(prepared.theory.outcomes.length, prepared.theory.issues.length);
  const goesOn = stopWatch(prepared.theory, until, runs);
  await onThreads<Tally>(tasksOf(prepared, 'tally', seed, runs, course), threads, (answer) => {
    addTally(tally, answer);
    onProgress?.(tally.runs, runs);
    return goesOn(tally);
  });
  return { prepared, seed, tally };
}

/**
 * As `project`, on worker threads: the same bytes for any number of them. Rejects with a RangeError for runs, a seed
 * or workers out of range.
 */
export async function projectWithWorkers(
  scenario: ScenarioOrId,
  options: ProjectionWorkerOptions = {},
): Promise<Projection> {
  const done = await onWorkers(scenario, options, false);
  if (done === null) return project(scenario, options);
  return projectionOf({ ...done.prepared, version: VERSION, seed: done.seed }, done.tally);
}

/** As `projectInFull`, on worker threads, and as {@link projectWithWorkers} in all else. */
export async function projectInFullWithWorkers(
  scenario: ScenarioOrId,
  options: ProjectionWorkerOptions = {},
): Promise<FullProjection> {
  const done = await onWorkers(scenario, options, true);
  return done === null
    ? projectInFull(scenario, options)
    : fullProjectionOf(done.prepared, done.seed, done.tally);
}

/** The two series of a comparison from worker threads. */
async function seriesOnThreads(
  both: readonly [Prepared, Prepared],
  threads: number,
  { runs = DEFAULT_RUNS, seed = DEFAULT_SEED, onProgress }: WorkerOptions,
): Promise<PairedSeries> {
  const ids = sharedOutcomes(...both);
  const found: number[] = [];
  const tasks = both.flatMap((prepared) => [...tasksOf(prepared, 'outcomes', seed, runs)]);
  await onThreads<number[]>(tasks, threads, (answer) => {
    for (const outcome of answer) found.push(outcome);
    onProgress?.(found.length, 2 * runs);
  });
  return { ids, base: found.slice(0, runs), variant: found.slice(runs) };
}

/**
 * As `compare`, on worker threads: the same bytes for any number of them. Rejects with a RangeError where the outcome
 * classes differ, or for runs, a seed or workers out of range.
 */
export async function compareWithWorkers(
  base: ScenarioOrId,
  variant: ScenarioOrId,
  options: WorkerOptions = {},
): Promise<Comparison> {
  const { runs = DEFAULT_RUNS, seed = DEFAULT_SEED, facts } = options;
  checkRunsAndSeed(runs, seed);
  const threads = threadsFor(options.workers, blocksOf(runs).length);
  if (threads === 1) return compare(base, variant, options);
  const both = [prepare(base, facts), prepare(variant, facts)] as const;
  const series = await seriesOnThreads(both, threads, options);
  return comparePaired(series.ids, series.base, series.variant);
}

/**
 * As `explainDifference`, on worker threads: the same bytes for any number of them. Rejects with a RangeError as
 * {@link compareWithWorkers}, and for histories out of range.
 */
export async function explainDifferenceWithWorkers(
  base: ScenarioOrId,
  variant: ScenarioOrId,
  options: WorkerOptions & ExplainOptions = {},
): Promise<ExplainedDifference> {
  const { runs = DEFAULT_RUNS, seed = DEFAULT_SEED, facts, histories = DEFAULT_HISTORIES } = options;
  checkRunsAndSeed(runs, seed);
  checkHistories(histories);
  const threads = threadsFor(options.workers, blocksOf(runs).length);
  if (threads === 1) return explainDifference(base, variant, options);
  const both = [prepare(base, facts), prepare(variant, facts)] as const;
  const series = await seriesOnThreads(both, threads, options);
  const tasks = divergenceTasks(both, seed, series, histories);
  const pairs: Divergence[] = [];
  const asked = tasks.map((task): WorkerTask => ({ answer: 'divergences', pairs: task }));
  await onThreads<Divergence[]>(asked, threads, (answer) => {
    for (const pair of answer) pairs.push(pair);
  });
  return explainedOf(both, series, pairs, facts);
}
