/**
 * The entry for Node: scenario files with line and column for every complaint, ensembles on worker threads, and their
 * shards and checkpoints in files.
 *
 * Files come from strangers: size, encoding, nesting and aliases are bounded before anything is believed, and what is
 * wrong comes back as data, never as an exception. Threads share nothing; what they do is taken in the order of the
 * episodes, so that the bytes of an answer do not depend on the number of workers.
 *
 * @module detente/node
 */
export { MOST_WORKERS } from '../ensemble/limits';
export type { Merged } from '../analyses/shards';
export {
  CheckpointError,
  checkpointFile,
  readKeptResults,
  type CheckpointFileOptions,
  type ReadResults,
} from '../node/checkpoint';
export type { Exported, ExportOptions } from '../node/export/export-ensemble';
export { endThreads, onThreads, type ThreadOptions, type Threads } from '../node/on-threads';
export type { PromisedAnalyses } from '../report/promised-analyses';
export { readFactsFolder, type FactsIssue, type ReadFacts } from '../node/facts-folder';
export { loadOwn } from '../node/own-modules';
export { FolderError } from '../node/export/whole-folder';
export {
  joinShardFiles,
  LARGEST_SHARD_BYTES,
  mergeShardFiles,
  readShardFile,
  writeShardFile,
  type ReadShard,
} from '../node/shard-files';
export { LostBlockError } from '../node/threads';
export { type ReadBytes } from '../node/files';
export {
  parseScenarioText,
  type FileIssue,
  type ReadScenario,
  type TextPosition,
} from '../analyses/scenario-text';
export { LARGEST_FILE_BYTES, readScenarioFile } from '../node/scenario-file';
export type { WrittenTable } from '../report/export/data-package';
export type { ColumnSpec, ColumnType, TableSpec } from '../report/export/table';
export {
  EXPORT_FORMATS,
  EXPORT_TABLES,
  type ExportFormat,
  type ExportTable,
} from '../report/export/table-names';
export type { ExplainedDifference } from '../report/wording/explained-difference';
export type { Comparison } from '../analyses/comparison/paired-comparison';
export type { Projection } from '../ensemble/projection';
export { type EnsembleIdentity, type Shard, type ShardFault, type ShardSpan } from '../ensemble/shard';
export type { Scenario } from '../scenario/schema';
