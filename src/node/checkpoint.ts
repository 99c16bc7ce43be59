/**
 * Checkpoints: the whole 250s of a long ensemble, kept in a file, so that a run that was stopped or killed goes on
 * where it was, to the same bytes. The file has the form of a shard and is written whole, now and then.
 */
import { performance } from 'node:perf_hooks';
import { checkpointFault } from '../ensemble/foreign-checkpoint';
import { areKeptResults, type KeptResults } from '../analyses/runner/kept-results';
import type { Checkpoint } from '../analyses/runner/stage';
import type { BareFacts } from '../facts/bare';
import { WHOLE, type EnsembleIdentity, type Shard, type ShardSpan } from '../ensemble/shard';
import { checkNumber, checkOptions, type OptionTable } from '../kit/checks';
import { readBoundedJson, readShardFile, type ReadShard } from './shard-files';
import { writeWhole } from './whole-file';

/** Least time between two writings, in milliseconds: a large tally takes some tens to write. */
const PAUSE_MS = 5_000;

/** How a checkpoint is kept in a file. */
export interface CheckpointFileOptions<Kept = Shard> {
  /** What {@link readCheckpoint} or {@link readKeptResults} gave; from the beginning unless told. */
  readonly resume?: Kept | undefined;
  /** Least time between two writings, in milliseconds, 0 for whatever is noted; 5 000 unless told. */
  readonly pauseMs?: number | undefined;
}

const FILE_OPTIONS: OptionTable<CheckpointFileOptions> = { resume: true, pauseMs: true };

/** A checkpoint could not be written; the last whole one is still there. */
export class CheckpointError extends Error {
  /** Name of the class, for logs and for where `instanceof` cannot tell. */
  override readonly name = 'CheckpointError';
}

/**
 * Reads the checkpoint of an ensemble, or says why it cannot go on from there: unreadable, torn, changed, or of another
 * scenario, seed, number of runs, version, facts or shard. Never throws for a bad file.
 */
export function readCheckpoint(
  path: string,
  wanted: EnsembleIdentity,
  due: ShardSpan = WHOLE,
  facts?: BareFacts,
): ReadShard {
  const read = readShardFile(path, facts);
  if (!read.ok) return read;
  const fault = checkpointFault(read.shard, wanted, path, due);
  return fault === null ? read : { ok: false, fault };
}

/** The results of an analysis read from a file, or what is wrong with the file. */
export type ReadResults =
  | {
      /** The file holds results of an analysis. */
      readonly ok: true;
      /** The results, from which the analysis can go on. */
      readonly results: KeptResults;
    }
  | {
      /** The file holds none. */
      readonly ok: false;
      /** What is wrong with the file, in words. */
      readonly message: string;
    };

/**
 * Reads what an analysis kept in a file, or says why it cannot go on from there: unreadable, torn, changed, or something else. Whether it
 * is of the same question the analysis says. Never throws for a bad file.
 * @param path - Path of a file that `checkpointFile` wrote for `advise` or another analysis that keeps results.
 *
 * @example readKeptResults('advice.json').ok
 */
export function readKeptResults(path: string): ReadResults {
  const read = readBoundedJson(path, 'checkpoint');
  if (!read.ok) return { ok: false, message: read.message };
  if (areKeptResults(read.value)) return { ok: true, results: read.value };
  return { ok: false, message: 'it is no checkpoint of an analysis, or it was changed after it was written' };
}

/**
 * Keeps the checkpoint of long work in a file: an option of `project`, `projectInFull`, `projectShard` and `advise`. Where it cannot be
 * written they fail with a {@link CheckpointError}. Throws an InputError for an option that it does not have.
 * @param path - Path of the file; an existing one is written over, and folders that are missing are made.
 * @param options - What to go on from, and the least pause between two writings, 5 000 milliseconds unless told; may be left out.
 *
 * @example await onThreads().project('kuala-lumpur-2025', { checkpoint: checkpointFile('run.json') });
 */
export function checkpointFile<Kept = Shard>(
  path: string,
  options: CheckpointFileOptions<Kept> = {},
): Checkpoint<Kept> {
  checkOptions(options, FILE_OPTIONS);
  const { resume, pauseMs = PAUSE_MS } = options;
  checkNumber('pauseMs', pauseMs, 0);
  let noted: (() => Kept) | undefined;
  let at = -Infinity;
  const finish = () => {
    if (noted === undefined) return;
    const fault = writeWhole(path, `${JSON.stringify(noted())}\n`);
    noted = undefined;
    at = performance.now();
    if (fault !== null) throw new CheckpointError(`the checkpoint ${path} cannot be written: ${fault}`);
  };
  return {
    resume,
    note: (make) => {
      noted = make;
      if (performance.now() - at >= pauseMs) finish();
    },
    finish,
  };
}
