/**
 * The door for Node: scenario files with line and column for every complaint, and ensembles on worker threads.
 *
 * Files come from strangers: size, encoding, nesting and aliases are bounded before anything is believed, and what is
 * wrong comes back as data, never as an exception. Threads share nothing; blocks are merged in their order, so that
 * the bytes of an answer do not depend on the number of workers.
 */
export { MOST_WORKERS } from './simulation/limits';
export { parseScenario, project, runEpisode, start } from './project';
export { loadScenario, scenarios } from './scenario/library';
export {
  compareWithWorkers,
  explainDifferenceWithWorkers,
  projectInFullWithWorkers,
  projectWithWorkers,
  type WorkerOptions,
} from './node/ensembles';
export { exportEnsemble, type Exported, type ExportOptions } from './node/export/export-ensemble';
export { FolderError } from './node/export/whole-folder';
export { decodeUtf8, readBounded, type Place, type ReadBytes } from './node/files';
export {
  isExcessive,
  LARGEST_FILE_BYTES,
  parseScenarioText,
  readScenarioFile,
  type FileIssue,
  type ReadScenario,
} from './node/scenario-file';
export type { WrittenTable } from './report/export/data-package';
export type { ColumnSpec, ColumnType, TableSpec } from './report/export/table';
export {
  EXPORT_FORMATS,
  EXPORT_TABLES,
  type ExportFormat,
  type ExportTable,
} from './report/export/table-names';
export { MissingPeerError } from './report/charts/missing-peer';
export type { ExplainedDifference } from './project';
export type { Comparison } from './simulation/compare';
export type { Projection } from './simulation/projection';
export type { Scenario } from './scenario/schema';
