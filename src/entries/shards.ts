/**
 * The entry `detente/shards`: a projection cut into pieces that any number of machines run, and that merge to the bytes
 * of one. In files, with `detente/node`.
 *
 * @example
 * import { mergeShards, projectShard } from 'detente/shards';
 *
 * @module detente/shards
 */
export {
  joinShards,
  mergeShards,
  parseShard,
  projectShard,
  type Merged,
  type MergeOptions,
  type ParsedShard,
  type ShardNumber,
  type ShardOptions,
} from '../analyses/shards';
export type { Shard, ShardFault, ShardSpan } from '../ensemble/shard';

// Types that those above are made of.
export type { BlockSpan, ShardHead } from '../ensemble/shard';
export type { CourseTallyOf, Histogram, RefusedCount, Tally, TallyOf } from '../ensemble/tally';
