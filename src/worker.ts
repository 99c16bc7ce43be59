/** The worker of an ensemble: runs one block of episodes and hands its tally or its outcomes back. Needs no facts. */
import { parentPort } from 'node:worker_threads';
import { outcomesOfBlock, runBlock } from '#ensemble';
import type { BlockTask } from './simulation/ensemble';
import type { Tally } from './simulation/tally';

/** What a worker is asked for: a block's tally, or the outcome class of each of its episodes. */
export interface WorkerTask {
  readonly answer: 'tally' | 'outcomes';
  readonly block: BlockTask;
}

/** What a worker hands back: the answer, or the error with which the task itself failed. */
export type WorkerReply =
  { readonly ok: true; readonly answer: Tally | number[] } | { readonly ok: false; readonly error: Error };

/** Runs one block. Deterministic in the task, so that it may run on any thread. */
export default function work(task: WorkerTask): Tally | number[] {
  return task.answer === 'tally' ? runBlock(task.block) : outcomesOfBlock(task.block);
}

function reply(task: WorkerTask): WorkerReply {
  try {
    return { ok: true, answer: work(task) };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error : new Error(String(error)) };
  }
}

parentPort?.on('message', (task: WorkerTask) => parentPort?.postMessage(reply(task)));
