/**
 * The worker of an ensemble: runs one block of episodes and hands its tally, its outcomes, its rows, its divergences or
 * the headlines of its design points back. Needs no facts.
 */
import { parentPort } from 'node:worker_threads';
import { divergences, outcomesOfBlock, runBlock, valuesOfPoints } from '#ensemble';
import { rowsOfBlock, type BlockRows, type RowsTask } from './export/rows-of-block';
import type { DesignTask } from '../ensemble/design-point';
import type { Divergence, DivergenceTask } from '../analyses/comparison/divergence';
import type { BlockTask } from '../ensemble/ensemble';
import type { Tally } from '../ensemble/tally';

/** What a worker is asked for: a block's tally, its outcome classes, its rows, why pairs differ, or the headlines of design points. */
export type WorkerTask =
  | { readonly answer: 'tally' | 'outcomes'; readonly block: BlockTask }
  | { readonly answer: 'divergences'; readonly pairs: DivergenceTask }
  | { readonly answer: 'headlines'; readonly points: DesignTask }
  | RowsTask;

/** The answer to a task. */
export type WorkerAnswer = Tally | number[] | number[][] | Divergence[] | BlockRows;

/** What a worker hands back: the answer, or the error with which the task itself failed. */
export type WorkerReply =
  { readonly ok: true; readonly answer: WorkerAnswer } | { readonly ok: false; readonly error: Error };

/** Runs one block. Deterministic in the task, so that it may run on any thread. */
export default function work(task: WorkerTask): WorkerAnswer {
  if (task.answer === 'headlines') return valuesOfPoints(task.points);
  if (task.answer === 'rows') return rowsOfBlock(task);
  if (task.answer === 'divergences') return divergences(task.pairs);
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
