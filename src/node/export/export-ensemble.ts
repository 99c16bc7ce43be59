/**
 * Export of an ensemble: its trajectories and its summaries as tables in a folder, with their dictionary, for those
 * who go on in R, pandas or DuckDB. Blocks are written in their order as they are done, so that the bytes depend
 * neither on the number of workers nor on the day, and memory not on the number of episodes.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { facts as packagedFacts } from '../../facts/packaged';
import { nearestText } from '../../kit/nearest-text';
import {
  checkRunsAndSeed,
  DEFAULT_RUNS,
  DEFAULT_SEED,
  fullProjectionOf,
  prepare,
  type Prepared,
  type ScenarioOrId,
} from '../../analyses/project';
import {
  dataPackage,
  dictionaryPage,
  dictionaryRows,
  LICENCE,
  type Provenance,
  type WrittenTable,
} from '../../report/export/data-package';
import { drawnParameters, type ExportSetting } from '../../report/export/setting';
import { summaryTables } from '../../report/export/summary-tables';
import { emptyColumns, type Cell, type TableSpec } from '../../report/export/table';
import {
  DEFAULT_FORMAT,
  DEFAULT_TABLES,
  EXPORT_FORMATS,
  EXPORT_TABLES,
  type ExportFormat,
  type ExportTable,
} from '../../report/export/table-names';
import { trajectoryTables } from '../../report/export/trajectory-tables';
import type { Projection } from '../../ensemble/projection';
import { addTally, newTally, type Tally } from '../../ensemble/tally';
import type { WorkerOptions } from '../ensembles';
import { onThreads, threadsFor } from '../threads';
import { loadParquet } from './parquet-tables';
import { rowsOfBlock, type BlockRows, type RowsTask } from './rows-of-block';
import { csvTable, jsonLinesTable, type TableWriter, type TableWriterMaker } from './text-tables';
import { checkFree, measureFile, writeFolder } from './whole-folder';

/** How an ensemble is exported. */
export interface ExportOptions extends WorkerOptions {
  /** `csv` unless told; `parquet` needs the package hyparquet-writer. */
  readonly format?: ExportFormat;
  /** Names of tables; all but `days` and `events` unless told. */
  readonly tables?: readonly ExportTable[];
  /** Ends the export when it is aborted: nothing is left then. */
  readonly stop?: AbortSignal;
}

/** What was exported. */
export interface Exported {
  readonly projection: Projection;
  /** The tables in their order, each with its file, rows, bytes and SHA-256. */
  readonly tables: readonly WrittenTable[];
}

/** Episodes that are run at a time: few enough that all their days and events find room. */
const BLOCK_EPISODES = 50;

/** Refuses a name that is not on a list, with the nearest that is. */
function checkName(what: string, name: string, known: readonly string[]): void {
  if (known.includes(name)) return;
  const near = nearestText(name, known);
  const hint = near === null ? '' : `; did you mean ${JSON.stringify(near)}?`;
  throw new RangeError(`${what} is one of ${known.join(', ')}; given ${JSON.stringify(name)}${hint}`);
}

/** Refuses unknown tables and formats with a RangeError, and a list without a table. */
export function checkTablesAndFormat(tables: readonly string[], format: string): void {
  checkName('a format', format, EXPORT_FORMATS);
  if (tables.length === 0) throw new RangeError(`name at least one table of ${EXPORT_TABLES.join(', ')}`);
  for (const name of tables) checkName('a table', name, EXPORT_TABLES);
}

async function makerOf(format: ExportFormat): Promise<TableWriterMaker> {
  if (format === 'parquet') return loadParquet();
  return format === 'csv' ? csvTable : jsonLinesTable;
}

/** A table under way. */
interface OpenTable {
  readonly spec: TableSpec;
  readonly path: string;
  readonly writer: TableWriter;
  rows: number;
}

function put(table: OpenTable, columns: readonly (readonly Cell[])[]): void {
  table.rows += columns[0]?.length ?? 0;
  table.writer.write(columns);
}

function* rowsTasks(setting: ExportSetting, tables: readonly string[], runs: number): Generator<RowsTask> {
  const { scenario, parameters, initial, theory, seed } = setting;
  for (let from = 0; from < runs; from += BLOCK_EPISODES) {
    const to = Math.min(runs, from + BLOCK_EPISODES);
    const block = { initial, theory, seed, from, to, course: true };
    yield { answer: 'rows', block, scenario, parameters, tables };
  }
}

/** Lets the process hear signals and draw progress between two blocks of its own. */
const breath = () => new Promise<void>((resolve) => setImmediate(resolve));

async function runTasks(
  tasks: Iterable<RowsTask>,
  threads: number,
  take: (rows: BlockRows) => void,
): Promise<void> {
  if (threads > 1) return onThreads<BlockRows>(tasks, threads, take);
  for (const task of tasks) {
    take(rowsOfBlock(task));
    await breath();
  }
}

function provenanceOf({ version, scenario, title, question, asOf, horizon, seed, runs, digest }: Projection) {
  return { version, scenario, title, question, asOf, horizon, seed, runs, digest };
}

/** What a Parquet file says of itself, so that it can be told from others when it has left its folder. */
function aboutOf(from: Provenance): Record<string, string> {
  const said = Object.entries({ ...from, licence: LICENCE.name });
  return Object.fromEntries(said.map(([key, value]) => [`detente.${key}`, String(value)]));
}

function writeDictionary(
  folder: string,
  from: Provenance,
  tables: readonly WrittenTable[],
  format: ExportFormat,
) {
  const json = (name: string, value: unknown) =>
    writeFileSync(join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
  json('datapackage.json', dataPackage(from, tables, format));
  json('dictionary.json', dictionaryRows(tables.map(({ spec }) => spec)));
  writeFileSync(join(folder, 'dictionary.md'), dictionaryPage(from, tables));
}

/** All that one export carries along. */
interface Export {
  readonly prepared: Prepared;
  readonly setting: ExportSetting;
  readonly names: readonly string[];
  readonly runs: number;
  readonly threads: number;
  readonly format: ExportFormat;
  readonly make: TableWriterMaker;
  readonly onProgress: ((done: number, runs: number) => void) | undefined;
  readonly stop: AbortSignal | undefined;
}

async function writeTrajectories(work: Export, open: ReadonlyMap<string, OpenTable>): Promise<Tally> {
  const { setting, runs, threads, onProgress, stop } = work;
  const tally = newTally(setting.theory.outcomes.length, setting.theory.issues.length);
  const names = trajectoryTables(setting).flatMap(({ name }) => (open.has(name) ? [name] : []));
  await runTasks(rowsTasks(setting, names, runs), threads, (rows) => {
    stop?.throwIfAborted();
    for (const name of names) put(open.get(name)!, rows.columns[name]!);
    addTally(tally, rows.tally);
    onProgress?.(tally.runs, runs);
  });
  return tally;
}

async function fillFolder(work: Export, folder: string): Promise<Exported> {
  const { prepared, setting, names, format, make } = work;
  const summaries = summaryTables(setting);
  const specs = [...trajectoryTables(setting), ...summaries].filter(({ name }) => names.includes(name));
  const open = new Map<string, OpenTable>();
  try {
    for (const spec of specs) {
      const path = `${spec.name}.${format}`;
      open.set(spec.name, { spec, path, writer: make(join(folder, path), spec), rows: 0 });
    }
    const tally = await writeTrajectories(work, open);
    const summary = fullProjectionOf(prepared, setting.seed, tally);
    for (const table of summaries) {
      const into = open.get(table.name);
      if (into === undefined) continue;
      const columns = emptyColumns(table);
      table.append(summary, columns);
      put(into, columns);
    }
    const from = provenanceOf(summary.projection);
    for (const { writer } of open.values()) writer.finish(aboutOf(from));
    const tables = [...open.values()].map(({ spec: { name, description, key, columns }, path, rows }) => ({
      spec: { name, description, key, columns },
      path,
      rows,
      ...measureFile(join(folder, path)),
    }));
    writeDictionary(folder, from, tables, format);
    return { projection: summary.projection, tables };
  } catch (error) {
    for (const { writer } of open.values()) writer.abandon();
    throw error;
  }
}

/**
 * Runs an ensemble and writes its tables into a new folder, with `datapackage.json`, `dictionary.json` and
 * `dictionary.md` beside them: the same bytes for the same scenario, runs, seed, tables and format, and any number of
 * workers. The folder appears when all is written, or not at all. Rejects with a RangeError for a table, a format,
 * runs, a seed or workers out of range; with a FolderError for a folder that is not empty or cannot be written; with a
 * MissingPeerError where Parquet is asked for and hyparquet-writer is not installed.
 */
export async function exportEnsemble(
  scenario: ScenarioOrId,
  folder: string,
  options: ExportOptions = {},
): Promise<Exported> {
  const {
    runs = DEFAULT_RUNS,
    seed = DEFAULT_SEED,
    facts = packagedFacts,
    workers,
    onProgress,
    stop,
  } = options;
  const { format = DEFAULT_FORMAT, tables: names = DEFAULT_TABLES } = options;
  checkRunsAndSeed(runs, seed);
  checkTablesAndFormat(names, format);
  checkFree(folder);
  const threads = threadsFor(workers, Math.ceil(runs / BLOCK_EPISODES));
  const prepared = prepare(scenario, facts);
  const { initial, theory } = prepared;
  const parameters = drawnParameters(theory, facts);
  const setting = { scenario: prepared.scenario.id, seed, initial, theory, parameters };
  const make = await makerOf(format);
  const work = { prepared, setting, names, runs, threads, format, make, onProgress, stop };
  return writeFolder(folder, (path) => fillFolder(work, path));
}
