/** Whether a checkpoint is of the ensemble that is to go on from it. */
import {
  CHECKPOINT_FORMAT,
  foreignness,
  shardName,
  WHOLE,
  type EnsembleIdentity,
  type Shard,
  type ShardFault,
  type ShardSpan,
} from './shard';

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
