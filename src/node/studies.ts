/** Sensitivity and widths on worker threads: the same bytes for any number of them. */
import {
  prepareSensitivity,
  prepareWidths,
  roundedAnswer,
  sensitivity,
  widths,
  type PreparedStudy,
  type SensitivityOptions,
  type StudyOptions,
  type WidthsOptions,
} from '../analyses/sensitivity/sensitivity';
import type { ScenarioOrId } from '../analyses/project';
import { blocksOfPoints } from '../ensemble/design-point';
import type { Provenance, ScenarioWidths, Sensitivity } from '../analyses/sensitivity/study-options';
import type { WorkerTask } from './worker';
import { onThreads, threadsFor } from './threads';

/** Number of worker threads, 1 to 256; one for each core unless told. */
export interface Threads {
  readonly workers?: number;
}

/** Threads that a study may use: blocks are many, so all that are asked for. */
const MANY_BLOCKS = Number.MAX_SAFE_INTEGER;

async function concludedOnThreads<Answer>(
  { study, provenance, taskOf }: PreparedStudy<Answer>,
  threads: number,
  onProgress: StudyOptions['onProgress'],
): Promise<Provenance & Answer> {
  let step = study.next();
  while (step.done !== true) {
    const values: number[][] = [];
    const points = step.value;
    const tasks = blocksOfPoints(points).map((block): WorkerTask => ({
      answer: 'headlines',
      points: taskOf(block),
    }));
    await onThreads<number[][]>(tasks, Math.min(threads, tasks.length), (answer) => {
      values.push(...answer);
      onProgress?.(values.length, points.length);
    });
    step = study.next(values);
  }
  return roundedAnswer({ ...provenance, ...step.value });
}

/** As `sensitivity`, on worker threads. Rejects with a RangeError where it throws one, and for workers out of range. */
export async function sensitivityWithWorkers(
  scenario: ScenarioOrId,
  options: SensitivityOptions & Threads,
): Promise<Sensitivity> {
  const threads = threadsFor(options.workers, MANY_BLOCKS);
  if (threads === 1) return sensitivity(scenario, options);
  return concludedOnThreads(prepareSensitivity(scenario, options), threads, options.onProgress);
}

/** As `widths`, on worker threads. Rejects with a RangeError where it throws one, and for workers out of range. */
export async function widthsWithWorkers(
  scenario: ScenarioOrId,
  options: WidthsOptions & Threads = {},
): Promise<ScenarioWidths> {
  const threads = threadsFor(options.workers, MANY_BLOCKS);
  if (threads === 1) return widths(scenario, options);
  return concludedOnThreads(prepareWidths(scenario, options), threads, options.onProgress);
}
