/** Every analysis of the library in the workers of a page. */
import type { Analysis } from '../analyses/runner/stage';
import { checkOptions, type OptionTable } from '../kit/checks';
import { promisedAnalyses, type PromisedAnalyses } from '../report/promised-analyses';
import { checkWorkers, runInWorkers, type WorkerOptions } from './in-workers';
import { loadOwn } from './own-modules';

/** What runs analyses in workers: each function of the core by its name, with the same arguments, to the same bytes. */
export type InWorkers = PromisedAnalyses & {
  /** Executes any analysis, as reports take it. */
  readonly run: <Answer>(analysis: Analysis<Answer>) => Promise<Answer>;
};

const WORKER_OPTIONS: OptionTable<WorkerOptions> = { workers: true, startWorker: true };

/**
 * The functions of the core in workers of the page, each a promise of the same answer, byte for byte. Options are those of the
 * core, `signal` and `onProgress` among them. The page itself takes what comes of the parts, and is never held up for
 * longer than that. Throws an InputError for workers out of range; what the core throws comes as a rejection.
 * @param options - How many workers at most, 0 to 256 (one less than there are cores unless told), and how one is started.
 *
 * @example
 * const { advise, watch } = inWorkers();
 * const advice = await advise('kuala-lumpur-2025', { party: 'US', objective: 'held', signal: controller.signal });
 */
export function inWorkers(options: WorkerOptions = {}): InWorkers {
  checkOptions(options, WORKER_OPTIONS);
  checkWorkers(options);
  const run = <Answer>(analysis: Analysis<Answer>) => runInWorkers(analysis, options);
  return { ...promisedAnalyses(run, loadOwn), run };
}
