/**
 * Checkpoints: the finished blocks of a long ensemble, kept in a file, so that a run that was stopped or killed goes on
 * where it was, to the same bytes. The file has the form of a shard and is written whole, now and then.
 */
import { performance } from 'node:perf_hooks';
import type { Facts } from '../facts/schema';
import {
  blockSpan,
  CHECKPOINT_FORMAT,
  foreignness,
  sealed,
  shardName,
  WHOLE,
  type EnsembleIdentity,
  type Shard,
  type ShardFault,
  type ShardSpan,
} from '../ensemble/shard';
import type { Tally } from '../ensemble/tally';
import { readShardFile, type ReadShard } from './shard-files';
import { writeWhole } from './whole-file';

/** Least time between two writings, in milliseconds: a large tally takes some tens to write. */
const PAUSE_MS = 5_000;

/** Where the finished blocks of an ensemble are kept, and from what it goes on. */
export interface CheckpointOptions {
  /** The file; an existing one is written over. */
  readonly path: string;
  /** What {@link readCheckpoint} gave; from the first block unless told. */
  readonly resume?: Shard | undefined;
  /** Least time between two writings, in milliseconds, 0 for every block; 5 000 unless told. */
  readonly pauseMs?: number | undefined;
}

/** A checkpoint could not be written; the last whole one is still there. */
export class CheckpointError extends Error {
  override readonly name = 'CheckpointError';
}

/** How a checkpoint differs from the ensemble that is to go on, or null. */
export function checkpointFault(
  { shards, format, ...identity }: Shard,
  wanted: EnsembleIdentity,
  name: string,
  due: ShardSpan = WHOLE,
): ShardFault | null {
  if (format !== CHECKPOINT_FORMAT) {
    const message = `it is a finished shard, not a checkpoint; merge it`;
    return { code: 'shard/not-a-checkpoint', name, message };
  }
  const foreign = foreignness(identity, wanted);
  if (foreign !== null) {
    const message = `its ${foreign.what} is ${foreign.found}; that of this run is ${foreign.wanted}`;
    return { code: foreign.code, name, message };
  }
  if (shards.first === due.first && shards.last === due.last && shards.of === due.of) return null;
  const said = (span: ShardSpan) => (span.of === 1 ? 'the whole ensemble' : shardName(span));
  const message = `it is of ${said(shards)}; this run is of ${said(due)}`;
  return { code: 'shard/other-division', name, message };
}

/**
 * Reads the checkpoint of an ensemble, or says why it cannot go on from there: unreadable, torn, changed, or of another
 * scenario, seed, number of runs, version, facts or shard. Never throws for a bad file.
 */
export function readCheckpoint(
  path: string,
  wanted: EnsembleIdentity,
  due: ShardSpan = WHOLE,
  facts?: Facts,
): ReadShard {
  const read = readShardFile(path, facts);
  if (!read.ok) return read;
  const fault = checkpointFault(read.shard, wanted, path, due);
  return fault === null ? read : { ok: false, fault };
}

/** Writes the checkpoints of one run. */
export interface CheckpointKeeper {
  /** Told that so many blocks of the job are tallied; writes them where it is time. */
  readonly note: (done: number) => void;
  /** Writes what was noted since the last writing. */
  readonly finish: () => void;
}

/** Keeps the checkpoint of an ensemble whose blocks are added to a tally. Throws a {@link CheckpointError}. */
export function checkpointKeeper(
  { path, pauseMs = PAUSE_MS }: CheckpointOptions,
  identity: EnsembleIdentity,
  shards: ShardSpan,
  tally: Tally,
): CheckpointKeeper {
  const due = blockSpan(identity.runs, shards);
  let noted = 0;
  let written = 0;
  let at = -Infinity;
  const finish = () => {
    if (noted === written) return;
    const blocks = { ...due, to: due.from + noted };
    const checkpoint = sealed({ ...identity, format: CHECKPOINT_FORMAT, shards, blocks }, tally);
    const fault = writeWhole(path, `${JSON.stringify(checkpoint)}\n`);
    if (fault !== null) throw new CheckpointError(`the checkpoint ${path} cannot be written: ${fault}`);
    written = noted;
    at = performance.now();
  };
  return {
    note: (done) => {
      noted = done;
      if (performance.now() - at >= pauseMs) finish();
    },
    finish,
  };
}
