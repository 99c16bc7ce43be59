/** A projection that is shown while it is made: first rough, then sharp. */
import {
  PROJECTION_OPTIONS,
  ran,
  type Explained,
  type ProjectionOptions,
  type ProjectionSoFar,
} from '../analyses/project';
import { checkOptions, type OptionTable } from '../kit/checks';
import type { Cooperative } from '../kit/cooperative';
import type { Subject } from '../analyses/prepared';
import { runInWorkers, type WorkerOptions } from './in-workers';
import { loadOwn } from './own-modules';
import { abortReason } from '../analyses/runner/stage';
import { withPauses } from '../analyses/runner/lanes';
import { clock, turn, turnEvery } from './slices';

/** How a projection is made and shown: as {@link ProjectionOptions} say, without checkpoints, and in which workers. */
export interface ProgressiveOptions extends Omit<ProjectionOptions, 'checkpoint'>, WorkerOptions {}

function optionNames(): OptionTable<ProgressiveOptions> {
  const { checkpoint: _, ...others } = PROJECTION_OPTIONS;
  return { ...others, workers: true, startWorker: true };
}

/** Fewest runs of which anything is shown. */
const LEAST_RUNS = 20;
/** Milliseconds between two projections that are shown: as often as a reader can follow. */
const SHOWN_EVERY_MS = 100;

/** What is to be shown next: the latest, and only that. */
class News {
  #latest: ProjectionSoFar | undefined;
  #shown = -Infinity;
  #ring: () => void = () => undefined;

  readonly tell = (soFar: ProjectionSoFar): void => {
    if (soFar.runs < LEAST_RUNS || clock() - this.#shown < SHOWN_EVERY_MS) return;
    this.#latest = soFar;
    this.#ring();
  };

  /** Waits until there is something to be shown, or until something else is over. */
  async next(over: Promise<unknown>): Promise<ProjectionSoFar | undefined> {
    if (this.#latest === undefined) {
      const rung = new Promise<void>((resolve) => (this.#ring = resolve));
      await Promise.race([rung, over]);
    }
    const latest = this.#latest;
    this.#latest = undefined;
    this.#shown = clock();
    return latest;
  }
}

/** Milliseconds of a step of an answer: behind each the page has its turn. */
const STEP_MS = 8;

/** Makes an answer in steps, the first of which is of all that was taken by then; undefined where it is stopped meanwhile. */
async function inTurns<T>(work: Cooperative<T>, signal: AbortSignal): Promise<T | undefined> {
  await turn();
  return signal.aborted ? undefined : withPauses(work, turnEvery(STEP_MS), () => !signal.aborted);
}

/**
 * Projects a scenario or a play step by step: each value is a whole projection of the runs so far, marked as `partial`, with the
 * intervals that so few runs leave; the last one is what `project` gives, byte for byte. A reader that takes its time is given
 * the latest and misses those between. Whoever breaks off the loop stops the work.
 *
 * Rejects as `project` throws; with the reason of `signal` when that is aborted, whatever was shown by then; and as
 * {@link runInWorkers} does.
 * @param subject - Scenario, id of one, or play, which is projected from the day on which it stands.
 * @param options - Those of `project` but for a checkpoint, with how many workers work, 0 to 256, and how one is started.
 *
 * @example
 * for await (const soFar of projectProgressively('kuala-lumpur-2025', { signal })) show(soFar.outcomes);
 */
export async function* projectProgressively(
  subject: Subject,
  options: ProgressiveOptions = {},
): AsyncGenerator<Explained, void, void> {
  checkOptions(options, optionNames());
  const { workers, startWorker, signal, ...how } = await loadOwn(options);
  const stop = new AbortController();
  const onAbort = () => stop.abort(signal === undefined ? undefined : abortReason(signal));
  if (signal?.aborted === true) throw abortReason(signal);
  signal?.addEventListener('abort', onAbort);
  const news = new News();
  const state = { isOver: false };
  let shown = 0;
  try {
    const where = { workers, startWorker };
    const work = runInWorkers(ran(subject, { ...how, signal: stop.signal }, news.tell), where);
    const over = work.then(
      () => (state.isOver = true),
      () => (state.isOver = true),
    );
    while (!state.isOver) {
      const soFar = await news.next(over);
      if (stop.signal.aborted) break;
      if (soFar === undefined || state.isOver) continue;
      const answer = await inTurns(soFar.answer(), stop.signal);
      // With all runs it is the last one, which comes when the work is over.
      if (answer?.partial === undefined || answer.runs <= shown) continue;
      shown = answer.runs;
      yield answer;
    }
    const { answer, explained } = await work;
    const last = await inTurns(answer(), stop.signal);
    if (last === undefined) throw stop.signal.reason;
    const whole = how.why === true ? await runInWorkers(explained(last), where) : last;
    if (stop.signal.aborted) throw stop.signal.reason;
    yield whole;
  } finally {
    signal?.removeEventListener('abort', onAbort);
    stop.abort();
  }
}
