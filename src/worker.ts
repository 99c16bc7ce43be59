/** The worker of an ensemble: runs one block of episodes and hands its tally, outcomes or divergences back. Needs no facts. */
import { divergences, outcomesOfBlock, runBlock } from '#ensemble';
import type { Divergence, DivergenceTask } from './simulation/divergence';
import type { BlockTask } from './simulation/ensemble';
import type { Tally } from './simulation/tally';

/** What a worker is asked for: a block's tally, the outcome class of each of its episodes, or why pairs differ. */
export type WorkerTask =
  | { readonly answer: 'tally' | 'outcomes'; readonly block: BlockTask }
  | { readonly answer: 'divergences'; readonly pairs: DivergenceTask };

/** Runs one block. Deterministic in the task, so that it may run on any thread. */
export default function work(task: WorkerTask): Tally | number[] | Divergence[] {
  if (task.answer === 'divergences') return divergences(task.pairs);
  return task.answer === 'tally' ? runBlock(task.block) : outcomesOfBlock(task.block);
}
