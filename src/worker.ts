/**
 * The worker of an ensemble: runs one block of episodes and hands its tally, its outcomes, its divergences or the
 * headlines of its design points back. Needs no facts.
 */
import { divergences, outcomesOfBlock, runBlock, valuesOfPoints } from '#ensemble';
import type { DesignTask } from './simulation/design-point';
import type { Divergence, DivergenceTask } from './simulation/divergence';
import type { BlockTask } from './simulation/ensemble';
import type { Tally } from './simulation/tally';

/** What a worker is asked for: a block's tally, the outcome class of each of its episodes, or why pairs differ. */
export type WorkerTask =
  | { readonly answer: 'tally' | 'outcomes'; readonly block: BlockTask }
  | { readonly answer: 'divergences'; readonly pairs: DivergenceTask };

/** What a worker is asked for by a study: the headlines at its design points. */
export interface PointsTask {
  readonly answer: 'headlines';
  readonly block: DesignTask;
}

/** Runs one block. Deterministic in the task, so that it may run on any thread. */
export default function work(task: WorkerTask | PointsTask): Tally | number[] | number[][] | Divergence[] {
  if (task.answer === 'headlines') return valuesOfPoints(task.block);
  if (task.answer === 'divergences') return divergences(task.pairs);
  return task.answer === 'tally' ? runBlock(task.block) : outcomesOfBlock(task.block);
}
