/** Ensembles on worker threads: projections and comparisons, to the same bytes for any number of threads. */
import { facts as packagedFacts } from '../facts/packaged';
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
  sharedOutcomes,
  type ExplainedDifference,
  type ExplainOptions,
  type FullProjection,
  type PairedSeries,
  type Prepared,
  type ProjectionOptions,
  type ProjectOptions,
  type ScenarioOrId,
} from '../analyses/project';
import { comparePaired, type Comparison } from '../analyses/comparison/paired-comparison';
import type { Divergence } from '../analyses/comparison/divergence';
import { blocksOf } from '../ensemble/blocks';
import { projectionOf, type Projection } from '../ensemble/projection';
import {
  blockSpan,
  CHECKPOINT_FORMAT,
  episodesIn,
  identityOf,
  sealed,
  SHARD_FORMAT,
  WHOLE,
  type Shard,
  type ShardSpan,
} from '../ensemble/shard';
import { emptyTally, spanOf, type ShardOptions } from '../analyses/shards';
import { stopWatch } from '../ensemble/stop-rule';
import { addTally } from '../ensemble/tally';
import { VERSION } from '../kit/version';
import type { WorkerTask } from './worker';
import { runBlocks } from './blocks';
import { checkpointFault, checkpointKeeper, type CheckpointOptions } from './checkpoint';
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
): Generator<WorkerTask> {
  for (const { from, to } of blocksOf(runs)) yield { answer, block: { initial, theory, seed, from, to } };
}

/** How a long ensemble is run. */
export interface LongRunOptions extends ProjectionWorkerOptions {
  /**
   * Stops the ensemble when it is aborted: the answer is then of the blocks that were done, marked as `partial`. Where
   * not even one was, the promise is rejected with the reason of the abortion.
   */
  readonly stop?: AbortSignal;
  /** Keeps the finished blocks in a file, and goes on from one. */
  readonly checkpoint?: CheckpointOptions;
}

/** The tally of one shard, which may be the whole ensemble, as far as it was run. */
async function runShard(scenario: ScenarioOrId, shards: ShardSpan, options: LongRunOptions, course: boolean) {
  const { seed = DEFAULT_SEED, facts = packagedFacts, onProgress, until } = options;
  const runs = mostRuns(options);
  if (until !== undefined && (shards !== WHOLE || options.checkpoint !== undefined)) {
    throw new RangeError(
      'a stop rule asks after each block of the whole ensemble: it takes no shard and no checkpoint',
    );
  }
  checkRunsAndSeed(runs, seed);
  const prepared = prepare(scenario, facts);
  const identity = identityOf(VERSION, prepared.scenario, facts, seed, runs);
  const due = blockSpan(runs, shards);
  const tally = emptyTally(prepared);
  const goesOn = stopWatch(prepared.theory, until, runs);
  let enough = false;
  const { checkpoint, workers, stop } = options;
  const keeper = checkpoint && checkpointKeeper(checkpoint, identity, shards, tally);
  const resumed = checkpoint?.resume;
  if (resumed !== undefined) {
    const fault = checkpointFault(resumed, identity, 'the checkpoint', shards);
    if (fault !== null) throw new RangeError(`the checkpoint does not fit: ${fault.message}`);
    addTally(tally, resumed.tally);
  }
  const begin = resumed?.blocks.to ?? due.from;
  let done = begin - due.from;
  const all = episodesIn(due, runs);
  if (done > 0) onProgress?.(tally.runs, all);
  try {
    done += await runBlocks({
      prepared,
      seed,
      runs,
      blocks: { from: begin, to: due.to },
      tally,
      workers,
      // A checkpoint and a shard keep the course, so that they serve whoever draws.
      course: course || checkpoint !== undefined,
      stop,
      onBlock: (count) => {
        keeper?.note(begin - due.from + count);
        onProgress?.(tally.runs, all);
        enough = !goesOn(tally);
        return !enough;
      },
    });
  } finally {
    keeper?.finish();
  }
  if (stop?.aborted === true && done === 0) throw stop.reason;
  // An ensemble that was sure enough is whole with as many runs as it took.
  return { prepared, identity, seed, runs, asked: enough ? tally.runs : runs, tally, due, done };
}

/**
 * As `project`, on worker threads: the same bytes for any number of them, also where it went on from a checkpoint.
 * Rejects with a RangeError for runs, a seed or workers out of range or a checkpoint of another ensemble, with a
 * `LostBlockError` where a block takes three threads along, and with a `CheckpointError` where none can be written.
 */
export async function projectWithWorkers(
  scenario: ScenarioOrId,
  options: LongRunOptions = {},
): Promise<Projection> {
  const { prepared, seed, asked, tally } = await runShard(scenario, WHOLE, options, false);
  return projectionOf({ ...prepared, version: VERSION, seed, asked }, tally);
}

/** As `projectInFull`, on worker threads, and as {@link projectWithWorkers} in all else. */
export async function projectInFullWithWorkers(
  scenario: ScenarioOrId,
  options: LongRunOptions = {},
): Promise<FullProjection> {
  const { prepared, seed, asked, tally } = await runShard(scenario, WHOLE, options, true);
  return fullProjectionOf(prepared, seed, tally, asked);
}

/**
 * As `projectShard`, on worker threads, and as {@link projectWithWorkers} in all else. Where it is stopped, what comes
 * back is a checkpoint by its `format`, from which the shard can go on.
 */
export async function projectShardWithWorkers(
  scenario: ScenarioOrId,
  options: LongRunOptions & ShardOptions,
): Promise<Shard> {
  const shards = spanOf(options.shard);
  const { identity, tally, due, done } = await runShard(scenario, shards, options, true);
  const whole = due.from + done === due.to;
  const format = whole ? SHARD_FORMAT : CHECKPOINT_FORMAT;
  return sealed({ ...identity, format, shards, blocks: { ...due, to: due.from + done } }, tally);
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
