/** Analyses in the workers of a page, or in slices of its own thread. */
import { allCrossing } from '../analyses/runner/port';
import { lanesWorthAdding, onLanes, type LaneSupply } from '../analyses/runner/lanes';
import { checkAnalysis, type Analysis } from '../analyses/runner/stage';
import { WORKERS } from '../ensemble/checks';
import { checkObject, checkWhole } from '../kit/checks';
import { bareFacts } from '../facts/packaged-bare';
import { InputError } from '../kit/input-error';
import { clock, sliceLane, turn } from './slices';
import { hasWorkers, WorkerPool, type WorkerLike } from './workers';

/** In which workers analyses are run. */
export interface WorkerOptions {
  /**
   * Workers at most, 0 to 256: one less than the machine has cores unless told, and at least one. The first is started at once,
   * more where what is left to do is worth it. With 0, and where there are no workers at all, as in Node, the work is done
   * in slices of this thread, which may draw and hear in between.
   */
  readonly workers?: number | undefined;
  /** Starts a worker that runs `dist/browser-worker.js`, for bundlers and pages that need a way of their own. */
  readonly startWorker?: (() => WorkerLike) | undefined;
}

/** Milliseconds of work, for each worker that works already, above which one more is started. */
const START_MS = 2_000;

/** The workers of this page. */
const PAGE_POOL = /* @__PURE__ */ new WorkerPool();

/** The workers that a page starts in ways of its own. */
const ownPools = /* @__PURE__ */ new Map<() => WorkerLike, WorkerPool>();

function poolOf(start: (() => WorkerLike) | undefined): WorkerPool {
  if (start === undefined) return PAGE_POOL;
  const known = ownPools.get(start) ?? new WorkerPool(start);
  ownPools.set(start, known);
  return known;
}

interface Host {
  readonly navigator?: { readonly hardwareConcurrency?: number };
}

/** One less than there are cores: the page has one to itself. */
function usualWorkers(): number {
  const cores = (globalThis as Host).navigator?.hardwareConcurrency ?? 2;
  return Math.max(1, Math.min(WORKERS.most, cores - 1));
}

function refuseFunction(): never {
  throw new InputError({
    code: 'own/cannot-cross',
    path: 'workers',
    given: "a policy, rules or an outcome predicate of one's own",
    allowed:
      "the module that exports it, as { module: new URL('./mine.js', import.meta.url).href, name: 'mine' }, or `workers: 0`",
    why: 'a function cannot cross to a worker; without one the work is done in slices of this thread',
  });
}

/** Makes the facts in a turn of their own: with what an analysis makes ready besides, a page would wait for twice as long. */
async function readyFacts(): Promise<void> {
  await turn();
  bareFacts();
  await turn();
}

async function inSlices<Answer>(analysis: Analysis<Answer>): Promise<Answer> {
  // A page with workers never loads it.
  const { perform } = await import('./browser-worker');
  await turn();
  return onLanes(analysis, { lanes: [sliceLane(perform)], clock });
}

/** Throws an InputError where the number of workers is out of range. */
export function checkWorkers({ workers }: WorkerOptions): void {
  if (workers !== undefined) checkWhole('workers', workers, { least: 0, most: WORKERS.most });
}

/**
 * Executes an analysis in workers of the page, or in slices where there are none, to the same bytes. Rejects with what the
 * analysis throws, with an InputError for functions of one's own that cannot cross and for workers out of range, and with a
 * {@link WorkerStartError} where a worker cannot start.
 * @param analysis - An analysis under way, from which no answer has been taken yet; it is run to its end and cannot be run twice.
 * @param options - How many workers at most, 0 to 256 (one less than there are cores unless told), and how one is started.
 *
 * @example await runInWorkers(analysis, { workers: 2 })
 */
export async function runInWorkers<Answer>(
  analysis: Analysis<Answer>,
  options: WorkerOptions = {},
): Promise<Answer> {
  checkAnalysis(analysis);
  checkObject('options', options, 'an object with some of workers, startWorker');
  checkWorkers(options);
  await readyFacts();
  const { workers = usualWorkers(), startWorker } = options;
  if (workers === 0 || (startWorker === undefined && !hasWorkers())) return inSlices(analysis);
  const pool = poolOf(startWorker);
  // Those that are there already cost nothing.
  let lanes = Math.max(1, Math.min(pool.size, workers));
  const more: LaneSupply['more'] = (rest, join) => {
    const worth = lanesWorthAdding(rest, lanes, workers, START_MS);
    if (worth === 0) return;
    lanes += worth;
    for (const lane of pool.lanes(lanes)) join(lane);
  };
  return onLanes(allCrossing(analysis, refuseFunction), { lanes: pool.lanes(lanes), clock, more });
}

/**
 * Ends the workers of this page, and whatever they do; the next analysis starts new ones.
 *
 * @example endWorkers()
 */
export function endWorkers(): void {
  for (const pool of [PAGE_POOL, ...ownPools.values()]) pool.end();
}
