/** `detente export`: trajectories and summaries as tables in a folder, for those who go on in R, pandas or DuckDB. */
import { Option, type Command } from 'commander';
import {
  DEFAULT_FORMAT,
  DEFAULT_TABLES,
  EXPORT_FORMATS,
  EXPORT_TABLES,
  type ExportFormat,
  type ExportTable,
} from '../report/export/table-names';
import { ensembleOptions, threadsOf, withEnsembleOptions, type RawEnsembleOptions } from './ensemble-options';
import { scenarioOf } from './scenario-argument';
import { interruptible } from './interrupt';
import { BadInput, json, progressOn, quoted, Stopped, type Answer, type Terminal } from './terminal';

interface RawExportOptions extends RawEnsembleOptions {
  readonly output: string;
  readonly format: string;
  readonly tables?: string;
  readonly json?: boolean;
}

const ALL = 'all';

/** Finds a name on a list, or refuses it with the nearest that is there. */
async function known<Name extends string>(
  option: string,
  text: string,
  names: readonly Name[],
): Promise<Name> {
  const found = names.find((name) => name === text);
  if (found !== undefined) return found;
  const { nearestText } = await import('../kit/nearest-text');
  const near = nearestText(text, names);
  const hint = near === null ? '' : `; did you mean ${quoted(near)}?`;
  throw new BadInput(`${option} takes ${names.join(', ')}; given ${quoted(text)}${hint}`);
}

async function tablesOf(text: string | undefined): Promise<readonly ExportTable[]> {
  if (text === undefined) return DEFAULT_TABLES;
  if (text === ALL) return EXPORT_TABLES;
  const names: ExportTable[] = [];
  for (const word of text.split(',')) names.push(await known('--tables', word.trim(), EXPORT_TABLES));
  return names;
}

/** Does the work until a signal stops it; then nothing stays behind. */
async function untilStopped<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  try {
    return (await interruptible(work)).result;
  } catch (error) {
    if (error instanceof Stopped) throw new Stopped('stopped; nothing was written.', error.exit);
    throw error;
  }
}

/** What the caller can mend, told as bad input. */
async function orBadInput<T>(work: () => Promise<T>): Promise<T> {
  const { FolderError } = await import('../node/export/whole-folder');
  const { MissingPeerError } = await import('../report/charts/missing-peer');
  try {
    return await work();
  } catch (error) {
    if (error instanceof FolderError) throw new BadInput(`--output: ${error.message}`);
    if (error instanceof MissingPeerError) throw new BadInput(error.message);
    throw error;
  }
}

const size = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** Adds the command; `answer` takes what it has to say. */
export function addExport(program: Command, terminal: Terminal, answer: (answer: Answer) => void): void {
  const command = program
    .command('export')
    .description('tables for R, pandas and DuckDB, with a data dictionary')
    .argument('<scenario>', 'id of a scenario, or a file')
    .requiredOption('-o, --output <folder>', 'the folder to write: new or empty')
    .addOption(
      new Option('-f, --format <name>', EXPORT_FORMATS.join(', ')).default(DEFAULT_FORMAT, DEFAULT_FORMAT),
    )
    .option(
      '-t, --tables <names>',
      `${EXPORT_TABLES.join(', ')}, with commas between; or ${ALL}; all but days and events unless told`,
    );
  withEnsembleOptions(command)
    .option('--json', 'print JSON')
    .action(async (argument: string, raw: RawExportOptions) => {
      const options = ensembleOptions(raw);
      const format: ExportFormat = await known('--format', raw.format, EXPORT_FORMATS);
      const tables = await tablesOf(raw.tables);
      const scenario = await scenarioOf(argument);
      const { exportEnsemble } = await threadsOf(options);
      const onProgress = progressOn(terminal, 'exporting');
      const how = { ...options, format, tables, ...(onProgress === undefined ? {} : { onProgress }) };
      const exported = await untilStopped((signal) =>
        orBadInput(() => exportEnsemble(scenario, raw.output, { ...how, signal })),
      );
      const { digest } = exported.projection;
      const files = exported.tables.map(({ spec, path, rows, bytes, sha256 }) => ({
        table: spec.name,
        path,
        rows,
        bytes,
        sha256,
      }));
      const { runs, seed } = options;
      const lines = files.map(({ path, rows, bytes }) => `  ${path}: ${rows} rows, ${size(bytes)}\n`);
      const text = `${raw.output}: ${runs} runs, seed ${JSON.stringify(seed)}; what each column means stands in dictionary.md\n${lines.join('')}`;
      const value = {
        output: raw.output,
        scenario: scenario.id,
        seed,
        runs,
        digest,
        format,
        tables: files,
      };
      answer({ text: raw.json === true ? json(value) : text, exit: 0 });
    });
}
