/** Names of tables and formats, in a module of their own so that a command line can offer them at once. */

/** Tables of trajectories, in the order in which they are written. */
export const TRAJECTORY_TABLES = ['episodes', 'parameters', 'weights', 'terms', 'days', 'events'] as const;
/** Tables of summaries. */
export const SUMMARY_TABLES = [
  'outcomes',
  'chances',
  'issues',
  'quantities',
  'truce',
  'course',
  'layers',
  'drivers',
] as const;
/** All tables that can be exported, in the order in which they are written. */
export const EXPORT_TABLES = [...TRAJECTORY_TABLES, ...SUMMARY_TABLES] as const;

/** Name of a table. */
export type ExportTable = (typeof EXPORT_TABLES)[number];

const LARGE: readonly ExportTable[] = ['days', 'events'];
/** What is written unless told: everything but the rows of every day and event, which are many. */
export const DEFAULT_TABLES: readonly ExportTable[] = EXPORT_TABLES.filter((name) => !LARGE.includes(name));

/** Formats of tables; each is also the ending of its files. */
export const EXPORT_FORMATS = ['jsonl', 'csv', 'parquet'] as const;

/** A format of tables. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
/** What is written unless told. */
export const DEFAULT_FORMAT: ExportFormat = 'csv';
