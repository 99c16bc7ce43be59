/**
 * The blocks of an ensemble, run here or on worker threads, tallied in their order. Between two blocks it can be
 * stopped: what is tallied is then the ensemble of the episodes that came first.
 */
import { setImmediate } from 'node:timers/promises';
import { runBlock } from '#ensemble';
import type { Prepared } from '../analyses/project';
import { blocksOf } from '../ensemble/blocks';
import type { BlockSpan } from '../ensemble/shard';
import { addTally, type Tally } from '../ensemble/tally';
import type { WorkerTask } from './worker';
import { onThreads, threadsFor, type ThreadSource } from './threads';

/** Blocks to run, and the tally to which they are added. */
export interface BlocksJob {
  readonly prepared: Prepared;
  readonly seed: string;
  readonly runs: number;
  readonly blocks: Pick<BlockSpan, 'from' | 'to'>;
  readonly tally: Tally;
  /** Number of worker threads; one for each core unless told. */
  readonly workers?: number | undefined;
  /** Whether to keep the course of the averages and layers too. */
  readonly course: boolean;
  readonly stop?: AbortSignal | undefined;
  /** Told after each block, in order, with the number of blocks of the job that are done; false ends the job. */
  readonly onBlock: (done: number) => boolean | void;
  readonly source?: ThreadSource | undefined;
}

/**
 * Runs blocks to the same tally for any number of threads, and returns how many of them were done. Rejects with a
 * RangeError for workers out of range, and with a `LostBlockError` for a block on which threads keep dying.
 */
export async function runBlocks(job: BlocksJob): Promise<number> {
  const { prepared, seed, runs, blocks, tally, workers, course, stop, onBlock, source } = job;
  const { initial, theory } = prepared;
  const wanted = blocksOf(runs).slice(blocks.from, blocks.to);
  let done = 0;
  const take = (answer: Tally) => {
    addTally(tally, answer);
    done += 1;
    return onBlock(done) !== false;
  };
  const threads = threadsFor(workers, wanted.length);
  if (threads > 1) {
    const tasks = wanted.map(({ from, to }): WorkerTask => ({
      answer: 'tally',
      block: { initial, theory, seed, from, to, course },
    }));
    await onThreads<Tally>(tasks, threads, take, { stop, source });
    return done;
  }
  for (const { from, to } of wanted) {
    if (stop?.aborted === true) break;
    if (!take(runBlock({ initial, theory, seed, from, to, course }))) break;
    // Signals reach a process only between two turns of its loop.
    await setImmediate();
  }
  return done;
}
