/**
 * Worker threads: tasks run on them, and their answers are taken in the order of the tasks, so that the bytes of an
 * answer do not depend on the number of threads.
 *
 * A thread may die under a task: it runs out of memory, or something ends it from outside. It is replaced and the task
 * done again, since a task gives the same answer wherever it runs; one that takes several threads along is given up.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { MOST_WORKERS } from '../ensemble/limits';
import type { WorkerReply, WorkerTask } from './worker';

/** Threads for so many blocks. Throws a RangeError where the number asked for is out of range. */
export function threadsFor(workers: number | undefined, blocks: number): number {
  if (workers !== undefined && (!Number.isInteger(workers) || workers < 1 || workers > MOST_WORKERS)) {
    throw new RangeError(`workers must be a whole number from 1 to ${MOST_WORKERS}; given ${workers}`);
  }
  return Math.min(workers ?? availableParallelism(), blocks);
}

/** Threads that a task may cost before it is given up. */
export const MOST_DEATHS = 3;

/** A block that was given up because every thread that took it died. */
export class LostBlockError extends Error {
  override readonly name = 'LostBlockError';

  constructor(
    /** First episode of the block. */
    readonly from: number,
    /** First episode after it. */
    readonly to: number,
    /** What ended the last of the threads. */
    why: string,
  ) {
    super(
      `the block of episodes ${from} to ${to - 1} was given up: ${MOST_DEATHS} worker threads died on it, the last because ${why}`,
    );
  }
}

class ThreadDied extends Error {}

/** What a thread runs: its file, and data that it finds there. */
export interface ThreadSource {
  readonly file: URL;
  readonly data?: unknown;
}

const ownSource = (): ThreadSource => ({
  file: new URL(import.meta.url.endsWith('.ts') ? './worker.dev.mjs' : './worker.js', import.meta.url),
});

interface Thread {
  /** Has one task done; rejects with the task's own error, or as dead. */
  readonly ask: (task: WorkerTask) => Promise<unknown>;
  /** Ends the thread for good. */
  readonly end: () => Promise<unknown>;
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

function hire({ file, data }: ThreadSource): Thread {
  let worker: Worker | undefined;
  let waiting: Waiting | undefined;
  let ended = false;
  const settle = (how: (waiting: Waiting) => void) => {
    const settled = waiting;
    waiting = undefined;
    if (settled !== undefined) how(settled);
  };
  const start = (): Worker => {
    const started = new Worker(file, { workerData: data });
    let why: string | undefined;
    started.on('message', (reply: WorkerReply) =>
      settle(({ resolve, reject }) => (reply.ok ? resolve(reply.answer) : reject(reply.error))),
    );
    // An exit follows every error, and comes alone where a thread ends itself or is ended.
    started.on('error', (error: Error) => (why = error.message));
    started.on('exit', (code) => {
      worker = undefined;
      settle(({ reject }) => reject(new ThreadDied(why ?? `it ended itself with code ${code}`)));
    });
    return started;
  };
  return {
    ask: (task) =>
      new Promise((resolve, reject) => {
        if (ended) throw new ThreadDied('it was ended');
        waiting = { resolve, reject };
        worker ??= start();
        worker.postMessage(task);
      }),
    end: async () => {
      ended = true;
      await worker?.terminate();
    },
  };
}

/** The first episode of a task and the first after it. */
function episodesOf(task: WorkerTask): [from: number, to: number] {
  if (task.answer === 'headlines') return [task.points.from, task.points.to];
  if (task.answer !== 'divergences') return [task.block.from, task.block.to];
  const episodes = task.pairs.episodes.map(({ episode }) => episode);
  return [Math.min(...episodes), Math.max(...episodes) + 1];
}

/** Has a task done by a thread, and again where it dies. */
async function insist(thread: Thread, task: WorkerTask, ended: () => boolean): Promise<unknown> {
  for (let deaths = 1; ; deaths += 1) {
    try {
      return await thread.ask(task);
    } catch (error) {
      if (!(error instanceof ThreadDied) || ended()) throw error;
      if (deaths === MOST_DEATHS) throw new LostBlockError(...episodesOf(task), error.message);
    }
  }
}

/** Threads that take tasks as they are free. */
function crewOf(threads: number, source: ThreadSource) {
  const crew = Array.from({ length: threads }, () => hire(source));
  const free = [...crew];
  const queue: ((thread: Thread) => void)[] = [];
  let ended = false;
  const release = (thread: Thread) => {
    const next = queue.shift();
    if (next === undefined) free.push(thread);
    else next(thread);
  };
  return {
    run: async (task: WorkerTask): Promise<unknown> => {
      const thread = free.pop() ?? (await new Promise<Thread>((resolve) => queue.push(resolve)));
      try {
        return await insist(thread, task, () => ended);
      } finally {
        release(thread);
      }
    },
    end: async () => {
      ended = true;
      await Promise.all(crew.map((thread) => thread.end()));
    },
  };
}

/** How tasks are run, beside what is told of each. */
export interface ThreadOptions {
  /** Ends the work when it is aborted: answers that were not taken by then are dropped. */
  readonly stop?: AbortSignal | undefined;
  /** What the threads run: the library's own worker unless told. */
  readonly source?: ThreadSource | undefined;
}

/**
 * Runs tasks on threads and calls `take` with the answers in the order of the tasks, whichever comes first. Rejects
 * with a task's own error, or with a {@link LostBlockError}; resolves early where it is stopped, or where `take` answers false.
 */
export async function onThreads<T>(
  tasks: Iterable<WorkerTask>,
  threads: number,
  take: (answer: T) => boolean | void,
  { stop, source = ownSource() }: ThreadOptions = {},
): Promise<void> {
  const stopped = () => stop?.aborted === true;
  if (stopped()) return;
  const crew = crewOf(threads, source);
  const end = () => void crew.end();
  stop?.addEventListener('abort', end);
  try {
    const pending: Promise<T>[] = [];
    // Twice as many tasks as threads are in flight: none is idle, and answers do not pile up.
    for (const task of tasks) {
      const answer = crew.run(task) as Promise<T>;
      // A failure is met when its turn comes; until then it must not count as unhandled.
      answer.catch(() => undefined);
      pending.push(answer);
      if (pending.length >= 2 * threads && take(await pending.shift()!) === false) return;
    }
    for (const answer of pending) if (take(await answer) === false) return;
  } catch (error) {
    if (!(error instanceof ThreadDied && stopped())) throw error;
  } finally {
    stop?.removeEventListener('abort', end);
    await crew.end();
  }
}
