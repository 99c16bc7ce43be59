/**
 * Worker threads: tasks run on them, and their answers are taken in the order of the tasks, so that the bytes of an
 * answer do not depend on the number of threads.
 */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Tinypool } from 'tinypool';
import { MOST_WORKERS } from '../simulation/limits';
import type { PointsTask, WorkerTask } from '../worker';

/** Threads for so many blocks. Throws a RangeError where the number asked for is out of range. */
export function threadsFor(workers: number | undefined, blocks: number): number {
  if (workers !== undefined && (!Number.isInteger(workers) || workers < 1 || workers > MOST_WORKERS)) {
    throw new RangeError(`workers must be a whole number from 1 to ${MOST_WORKERS}; given ${workers}`);
  }
  return Math.min(workers ?? availableParallelism(), blocks);
}

const workerFile = () => (import.meta.url.endsWith('.ts') ? '../worker.dev.mjs' : './worker.js');

/**
 * Runs tasks on threads and calls `take` with the answers in the order of the tasks, whichever comes first, until they
 * are all done or `take` answers false.
 */
export async function onThreads<T>(
  tasks: Iterable<WorkerTask | PointsTask>,
  threads: number,
  take: (answer: T) => boolean | void,
): Promise<void> {
  const pool = new Tinypool({
    filename: fileURLToPath(new URL(workerFile(), import.meta.url)),
    minThreads: threads,
    maxThreads: threads,
  });
  try {
    const pending: Promise<T>[] = [];
    // Twice as many tasks as threads are in flight: none is idle, and answers do not pile up.
    for (const task of tasks) {
      const answer = pool.run(task) as Promise<T>;
      // A failure is met when its turn comes; until then it must not count as unhandled.
      answer.catch(() => undefined);
      pending.push(answer);
      if (pending.length >= 2 * threads && take(await pending.shift()!) === false) return;
    }
    for (const answer of pending) if (take(await answer) === false) return;
  } finally {
    await pool.destroy();
  }
}
