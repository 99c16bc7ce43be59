/** The worker of an ensemble: runs one block of episodes and hands its tally, outcomes, divergences or rows back. Needs no facts. */
import { divergences, outcomesOfBlock, runBlock } from '#ensemble';
import { rowsOfBlock, type BlockRows, type RowsTask } from './node/export/rows-of-block';
import type { Divergence, DivergenceTask } from './simulation/divergence';
import type { BlockTask } from './simulation/ensemble';
import type { Tally } from './simulation/tally';

/** What a worker is asked for: a block's tally, the outcome class of each of its episodes, why pairs differ, or rows. */
export type WorkerTask =
  | { readonly answer: 'tally' | 'outcomes'; readonly block: BlockTask }
  | { readonly answer: 'divergences'; readonly pairs: DivergenceTask }
  | RowsTask;

/** Runs one block. Deterministic in the task, so that it may run on any thread. */
export default function work(task: WorkerTask): Tally | number[] | Divergence[] | BlockRows {
  if (task.answer === 'rows') return rowsOfBlock(task);
  if (task.answer === 'divergences') return divergences(task.pairs);
  return task.answer === 'tally' ? runBlock(task.block) : outcomesOfBlock(task.block);
}
