/** Analyses on the threads of Node: the main thread is one of the lanes, worker threads are the others. */
import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import type { Subject } from '../analyses/prepared';
import { WORKERS } from '../ensemble/checks';
import { checkNumber, checkOptions, checkWhole, type OptionTable } from '../kit/checks';
import { allCrossing, refuseFunction } from '../analyses/runner/port';
import {
  lanesWorthAdding,
  onLanes,
  ownLane,
  type Lane,
  type LaneSupply,
  type RestOfStage,
} from '../analyses/runner/lanes';
import { checkAnalysis, type Analysis } from '../analyses/runner/stage';
import { promisedAnalyses, type PromisedAnalyses } from '../report/promised-analyses';
import { exportOn, type Exported, type ExportOptions } from './export/export-ensemble';
import { perform } from './kinds';
import { loadOwn } from './own-modules';
import { ThreadPool, type Thread } from './threads';

/** On how many threads analyses are run. */
export interface ThreadOptions {
  /** Threads that work, the main one among them, 1 to 256; one for each core unless told. */
  readonly workers?: number | undefined;
  /**
   * Milliseconds of work, for each thread that works already, above which one more is started; 3 000 unless told, about
   * what a thread costs until it has loaded and learnt the rules. With 0 all are started at once and waited for.
   */
  readonly startAfterMs?: number | undefined;
}

const THREAD_OPTIONS: OptionTable<ThreadOptions> = { workers: true, startAfterMs: true };

/** Milliseconds of work that a thread costs before it is of use. */
const START_MS = 3_000;
/** Milliseconds of work from which a thread that waits is lent. */
const LEND_MS = 50;
/** Milliseconds for which the main thread works without looking up. */
const LOOK_UP_MS = 10;

/** The lane of the main thread, which hears signals and draws progress in between. */
function mainLane(): Lane {
  let looked = performance.now();
  return ownLane(perform, () => {
    if (performance.now() - looked < LOOK_UP_MS) return undefined;
    return setImmediate().then(() => {
      looked = performance.now();
    });
  });
}

/** The threads of one analysis, lent by a pool. */
class Borrowed {
  readonly #pool: ThreadPool;
  #most: number;
  readonly #startAfterMs: number;
  readonly #threads: Thread[] = [];
  #starting = 0;
  #isOver = false;

  constructor(pool: ThreadPool, most: number, startAfterMs: number) {
    this.#pool = pool;
    this.#most = most;
    this.#startAfterMs = startAfterMs;
  }

  /** Borrows as many as there may be, started where none waits. */
  async all(): Promise<readonly Lane[]> {
    this.#lend(() => undefined);
    const missing = Array.from({ length: this.#most - this.#threads.length }, () => this.#pool.start(true));
    for (const thread of await Promise.all(missing)) if (thread !== undefined) this.#threads.push(thread);
    return this.#threads;
  }

  /** Lets threads join where what is left is worth it. */
  readonly more = (rest: RestOfStage, join: (lane: Lane) => void): void => {
    if (rest.ms > LEND_MS) this.#lend(join);
    const lanes = 1 + this.#threads.length + this.#starting;
    const worth = lanesWorthAdding(rest, lanes, 1 + this.#most, this.#startAfterMs);
    for (let started = 0; started < worth; started += 1) void this.#start(join);
  };

  giveBack(): void {
    this.#isOver = true;
    for (const thread of this.#threads) this.#pool.takeBack(thread);
  }

  #lend(join: (lane: Lane) => void): void {
    while (this.#threads.length + this.#starting < this.#most) {
      const thread = this.#pool.lend();
      if (thread === undefined) return;
      this.#threads.push(thread);
      join(thread);
    }
  }

  async #start(join: (lane: Lane) => void): Promise<void> {
    this.#starting += 1;
    const thread = await this.#pool.start(false);
    this.#starting -= 1;
    if (thread === undefined) {
      // What cannot be started now is not tried again and again; the other lanes do the work.
      this.#most -= 1;
      return;
    }
    if (this.#isOver) {
      this.#pool.takeBack(thread);
      return;
    }
    this.#threads.push(thread);
    join(thread);
  }
}

const clock = () => performance.now();

/** Executes an analysis on lanes of the main thread, if there is one, and on threads of a pool. */
export async function runOn<Answer>(
  analysis: Analysis<Answer>,
  pool: ThreadPool,
  { threads, startAfterMs, main }: { threads: number; startAfterMs: number; main: boolean },
): Promise<Answer> {
  checkAnalysis(analysis);
  const borrowed = new Borrowed(pool, threads, startAfterMs);
  try {
    const others = startAfterMs === 0 ? await borrowed.all() : [];
    const lanes = [...(main ? [mainLane()] : []), ...others];
    const supply: LaneSupply = { lanes, clock, more: borrowed.more };
    return await onLanes(threads > 0 ? allCrossing(analysis, refuseFunction) : analysis, supply);
  } finally {
    borrowed.giveBack();
  }
}

/** What runs analyses on threads: each function of the core by its name, with the same arguments, to the same bytes. */
export type Threads = PromisedAnalyses & {
  /**
   * Runs an ensemble and writes its tables into a new folder, with `datapackage.json`, `dictionary.json` and
   * `dictionary.md` beside them: the same bytes for the same scenario, runs, seed, tables and format. The folder appears
   * when all is written, or not at all. Rejects with an InputError for a table, a format, runs or a seed out of range; with
   * a FolderError for a folder that is not empty or cannot be written; with a MissingPeerError where Parquet is asked for
   * and hyparquet-writer is not installed; with the reason of the signal where it is stopped.
   */
  readonly exportEnsemble: (scenario: Subject, folder: string, options?: ExportOptions) => Promise<Exported>;
  /** Executes any analysis, as reports take it. */
  readonly run: <Answer>(analysis: Analysis<Answer>) => Promise<Answer>;
};

/** The threads of this process. */
const PROCESS_POOL = /* @__PURE__ */ new ThreadPool();

/** Runs analyses on threads of a pool. */
export function threadsOf(pool: ThreadPool, options: ThreadOptions = {}): Threads {
  checkOptions(options, THREAD_OPTIONS);
  const { workers = Math.min(WORKERS.most, availableParallelism()), startAfterMs = START_MS } = options;
  checkWhole('workers', workers, WORKERS);
  checkNumber('startAfterMs', startAfterMs, 0);
  const how = { threads: workers - 1, startAfterMs, main: true };
  const run = <Answer>(analysis: Analysis<Answer>) => runOn(analysis, pool, how);
  return {
    ...promisedAnalyses(run, loadOwn),
    exportEnsemble: async (scenario, folder, exporting) =>
      exportOn(run, scenario, folder, await loadOwn(exporting)),
    run,
  };
}

/**
 * The functions of the core on threads of this process, each a promise of the same answer, byte for byte: `project`,
 * `projectInFull`, `projectShard`, `compare`, `compareAll`, `explainDifference`, `sensitivity`, `uncertainty`, `watch`, `flip`, `tree`, `advise`, `tournament`, `backtest`, `forecast`, and with
 * files `exportEnsemble`. Options are those of the core, `signal` and `onProgress` among them.
 *
 * Threads are started only where what is left to do is worth it, live on for later analyses of the process and do not
 * keep it from ending; {@link endThreads} ends them. Throws an InputError for workers out of range. What the core throws
 * comes as a rejection; a part on which three threads die rejects with a {@link LostBlockError}.
 * @param options - How many threads work, 1 to 256 (one for each core unless told), and when one more is started; may be left out.
 *
 * @example
 * const { project, compare } = onThreads({ workers: 4 });
 * const answer = await project('kuala-lumpur-2025', { runs: 100_000, signal: AbortSignal.timeout(60_000) });
 */
export function onThreads(options: ThreadOptions = {}): Threads {
  return threadsOf(PROCESS_POOL, options);
}

/**
 * Ends the threads that wait for work, and whatever they do: an analysis that runs on them rejects with an error that says so. The next
 * analysis starts new ones where it needs them.
 *
 * @example await endThreads()
 */
export function endThreads(): Promise<void> {
  return PROCESS_POOL.end();
}
