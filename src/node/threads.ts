/**
 * Worker threads that live as long as the process, and are lent to one analysis after the other.
 *
 * A thread may die under a part: it runs out of memory, or something ends it from outside. It is replaced and the part
 * done again, since a part gives the same wherever it is done; one that takes several threads along is given up.
 */
import { Worker } from 'node:worker_threads';
import type { Part } from '../analyses/runner/execution';
import type { Lane } from '../analyses/runner/lanes';
import { MOST_WORKERS } from '../ensemble/limits';
import { portLane, type Port, type PortLane } from '../analyses/runner/port';

/** Threads that a part may cost before it is given up. */
export const MOST_DEATHS = 3;

/** A part of an ensemble that was given up because every thread that took it died. */
export class LostBlockError extends Error {
  /** Name of the class, for logs and for where `instanceof` cannot tell. */
  override readonly name = 'LostBlockError';

  constructor(
    /** First unit of the part: of an ensemble its first episode. */
    readonly from: number,
    /** First unit after it. */
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

/** What an analysis hears whose threads somebody ends. */
const ENDED = 'the threads were ended by endThreads while an analysis ran on them';

/** What a thread runs: its file, and data that it finds there. */
export interface ThreadSource {
  readonly file: URL;
  readonly data?: unknown;
}

const ownSource = (): ThreadSource => ({
  file: new URL(import.meta.url.endsWith('.ts') ? './worker.dev.mjs' : './worker.js', import.meta.url),
});

interface Started {
  readonly worker: Worker;
  readonly lane: PortLane;
}

/** A thread as a lane, replaced where it dies. It keeps the process from ending only while someone waits for it. */
export class Thread implements Lane {
  readonly depth = 2;
  readonly #source: ThreadSource;
  #started: Started | undefined;
  #awaited = 0;
  #lost = false;

  constructor(source: ThreadSource) {
    this.#source = source;
  }

  /** Whether it is doing a part. */
  get isBusy(): boolean {
    return this.#awaited > 0;
  }

  /** Starts it; rejects where it dies before it is ready. Until then it keeps the process from ending if `hold` is set. */
  async start(hold: boolean): Promise<void> {
    const { worker } = this.#start();
    if (hold) worker.ref();
    try {
      await new Promise<void>((resolve, reject) => {
        worker.once('message', () => resolve());
        worker.once('exit', (code) => reject(new ThreadDied(`it ended itself with code ${code}`)));
      });
    } finally {
      this.rest();
    }
  }

  /** Does a part, again where the thread dies. Rejects with the part's own error, or with a {@link LostBlockError}. */
  readonly perform = async (part: Part): Promise<unknown> => {
    for (let deaths = 1; ; deaths += 1) {
      if (this.#lost) throw new Error(ENDED);
      try {
        return await this.#try(part);
      } catch (error) {
        if (!(error instanceof ThreadDied)) throw error;
        if (this.#lost) throw new Error(ENDED);
        if (deaths === MOST_DEATHS) throw new LostBlockError(part.from, part.to, error.message);
      }
    }
  };

  readonly forget = (setting: object): void => this.#started?.lane.forget?.(setting);

  /** Lets the process end whatever the thread is doing. */
  rest(): void {
    this.#started?.worker.unref();
  }

  /** Ends the thread for good; what it was doing is rejected. */
  async end(): Promise<void> {
    this.#lost = true;
    await this.#started?.worker.terminate();
  }

  async #try(part: Part): Promise<unknown> {
    const { worker, lane } = this.#started ?? this.#start();
    this.#awaited += 1;
    worker.ref();
    try {
      return await lane.perform(part);
    } finally {
      this.#awaited -= 1;
      if (this.#awaited === 0) worker.unref();
    }
  }

  #start(): Started {
    const { file, data } = this.#source;
    const worker = new Worker(file, { workerData: data });
    worker.unref();
    const port: Port = { postMessage: (message) => worker.postMessage(message), onmessage: null };
    const lane = portLane(port);
    const started = { worker, lane };
    let why: string | undefined;
    worker.on('message', (message: unknown) => port.onmessage?.({ data: message } as never));
    // An exit follows every error, and comes alone where a thread ends itself or is ended.
    worker.on('error', (error: Error) => (why = error.message));
    worker.on('exit', (code) => {
      if (this.#started === started) this.#started = undefined;
      lane.breakOff(new ThreadDied(why ?? `it ended itself with code ${code}`));
    });
    this.#started = started;
    return started;
  }
}

/** Threads that wait for work between two analyses. */
export class ThreadPool {
  readonly #source: ThreadSource;
  readonly #threads = new Set<Thread>();
  readonly #free = new Set<Thread>();

  constructor(source: ThreadSource = ownSource()) {
    this.#source = source;
  }

  /** Threads that were started and not ended. */
  get size(): number {
    return this.#threads.size;
  }

  /** Lends a thread that waits for work, or undefined where none does. */
  lend(): Thread | undefined {
    for (const thread of this.#free) {
      if (thread.isBusy) continue;
      this.#free.delete(thread);
      return thread;
    }
    return undefined;
  }

  /** Starts a thread and lends it when it is ready; undefined where it died before, or where there are too many. */
  async start(hold: boolean): Promise<Thread | undefined> {
    if (this.size >= MOST_WORKERS) return undefined;
    const thread = new Thread(this.#source);
    this.#threads.add(thread);
    try {
      await thread.start(hold);
      return thread;
    } catch {
      this.#threads.delete(thread);
      return undefined;
    }
  }

  /** Takes a thread back, also one that still does what nobody waits for any more. */
  takeBack(thread: Thread): void {
    thread.rest();
    if (this.#threads.has(thread)) this.#free.add(thread);
  }

  /** Ends all threads; the next analysis starts new ones. */
  async end(): Promise<void> {
    const threads = [...this.#threads];
    this.#threads.clear();
    this.#free.clear();
    await Promise.all(threads.map((thread) => thread.end()));
  }
}
