/**
 * Export of an ensemble: its trajectories and its summaries as tables in a folder, with their dictionary, for those
 * who go on in R, pandas or DuckDB. Rows are written in the order of their episodes as they are done, so that the bytes depend
 * neither on the number of workers nor on the day, and memory not on the number of episodes.
 */
import { checkKnown, checkOptions, type OptionTable } from '../../kit/checks';
import { InputError } from '../../kit/input-error';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, type Prepared, type Subject } from '../../analyses/prepared';
import { checkRunsAndSeed } from '../../ensemble/checks';
import type { AnyStage, RunOptions, Runner } from '../../analyses/runner/stage';
import { fullProjectionOf, PROJECT_OPTIONS, type ProjectOptions } from '../../analyses/project';
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
import { wholeFacts } from '../../report/whole-facts';
import { DEFAULT_RUNS, DEFAULT_SEED } from '../../ensemble/limits';
import type { Projection } from '../../ensemble/projection';
import { addTally, emptyTally, type Tally } from '../../ensemble/tally';
import type { NodeKinds } from '../kinds';
import { loadParquet } from './parquet-tables';
import { csvTable, jsonLinesTable, type TableWriter, type TableWriterFactory } from './text-tables';
import { checkFree, measureFile, writeFolder } from './whole-folder';
import { shownJson } from '../../kit/json-text';
import { entryOf, itemAt, itemOf } from '../../kit/lists';

/** How an ensemble is exported. */
export interface ExportOptions extends ProjectOptions {
  /** `csv` unless told; `parquet` needs the package hyparquet-writer. */
  readonly format?: ExportFormat | undefined;
  /** Names of tables; all but `days` and `events` unless told. */
  readonly tables?: readonly ExportTable[] | undefined;
}

const EXPORT_OPTIONS: OptionTable<ExportOptions> = { ...PROJECT_OPTIONS, format: true, tables: true };

/** What was exported. */
export interface Exported {
  /** The projection of the same ensemble: its digest stands in the descriptor of the folder. */
  readonly projection: Projection;
  /** The tables in their order, each with its file, rows, bytes and SHA-256. */
  readonly tables: readonly WrittenTable[];
}

/** Episodes whose rows are written together, so that groups of rows have the same cut however parts are cut. */
const WRITTEN_TOGETHER = 50;

/** Refuses unknown tables and formats with an InputError, and a list without a table. */
function checkTablesAndFormat(tables: readonly string[], format: string): void {
  checkKnown('format', format, EXPORT_FORMATS);
  if (tables.length === 0)
    throw new InputError({
      code: 'input/list',
      path: 'tables',
      given: tables,
      allowed: `at least one table of ${EXPORT_TABLES.join(', ')}`,
    });
  tables.forEach((name, at) => checkKnown(`tables.${at}`, name, EXPORT_TABLES));
}

async function writerOf(format: ExportFormat): Promise<TableWriterFactory> {
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
  const json = (name: string, value: unknown) => writeFileSync(join(folder, name), shownJson(value));
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
  readonly format: ExportFormat;
  readonly make: TableWriterFactory;
  readonly how: RunOptions;
}

/** The analysis behind an export: runs the episodes and writes their rows, some at a time, into tables that are open. */
function* writtenTrajectories(
  { setting, runs, how }: Export,
  open: ReadonlyMap<string, OpenTable>,
): Generator<AnyStage<NodeKinds>, Tally, void> {
  const written = trajectoryTables(setting).filter(({ name }) => open.has(name));
  const emptyRows = () => new Map(written.map((table) => [table.name, emptyColumns(table)]));
  const tally = emptyTally(setting.specification);
  let waiting = emptyRows();
  yield {
    kind: 'rows',
    setting: { ...setting, tables: written.map(({ name }) => name) },
    from: 0,
    to: runs,
    border: WRITTEN_TOGETHER,
    take: (rows) => {
      addTally(tally, rows.tally);
      for (const [name, columns] of waiting)
        columns.forEach((cells, at) => {
          for (const cell of itemAt(itemOf(rows.columns, name), at)) cells.push(cell);
        });
    },
    atBorder: () => {
      for (const [name, columns] of waiting) put(entryOf(open, name), columns);
      waiting = emptyRows();
    },
    how,
  };
  return tally;
}

async function fillFolder(run: Runner, work: Export, folder: string): Promise<Exported> {
  const { prepared, setting, names, format, make } = work;
  const summaries = summaryTables(setting);
  const specs = [...trajectoryTables(setting), ...summaries].filter(({ name }) => names.includes(name));
  const open = new Map<string, OpenTable>();
  try {
    for (const spec of specs) {
      const path = `${spec.name}.${format}`;
      open.set(spec.name, { spec, path, writer: make(join(folder, path), spec), rows: 0 });
    }
    const tally = await run(writtenTrajectories(work, open));
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

/** Exports an ensemble by a runner: what `exportEnsemble` of `onThreads` does. */
export async function exportOn(
  run: Runner,
  scenario: Subject,
  folder: string,
  options: ExportOptions = {},
): Promise<Exported> {
  checkOptions(options, EXPORT_OPTIONS);
  const { runs = DEFAULT_RUNS, seed = DEFAULT_SEED } = options;
  const { format = DEFAULT_FORMAT, tables: names = DEFAULT_TABLES } = options;
  checkRunsAndSeed(runs, seed);
  checkTablesAndFormat(names, format);
  checkFree(folder);
  const prepared = prepare(scenario, options);
  const { facts } = prepared;
  const { initial, specification } = prepared;
  const parameters = drawnParameters(specification, wholeFacts(facts));
  const setting = { scenario: prepared.scenario.id, seed, initial, specification, parameters };
  const make = await writerOf(format);
  const work = { prepared, setting, names, runs, format, make, how: options };
  return writeFolder(folder, (path) => fillFolder(run, work, path));
}
