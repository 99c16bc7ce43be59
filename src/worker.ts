/** The worker of an ensemble: runs one block of episodes and hands its tally or its outcomes back. Needs no facts. */
import { outcomesOfBlock, runBlock } from '#ensemble';
import type { BlockTask } from './simulation/ensemble';
import type { Tally } from './simulation/tally';

/** What a worker is asked for: a block's tally, or the outcome class of each of its episodes. */
export interface WorkerTask {
  readonly answer: 'tally' | 'outcomes';
  readonly block: BlockTask;
}

/** Runs one block. Deterministic in the task, so that it may run on any thread. */
export default function work(task: WorkerTask): Tally | number[] {
  return task.answer === 'tally' ? runBlock(task.block) : outcomesOfBlock(task.block);
}
