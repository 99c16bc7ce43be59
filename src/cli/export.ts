/** `detente export`: trajectories and summaries as tables in a folder, for those who go on in R, pandas or DuckDB. */
import {
  DEFAULT_FORMAT,
  DEFAULT_TABLES,
  EXPORT_FORMATS,
  EXPORT_TABLES,
  type ExportTable,
} from '../report/export/table-names';
import { analysisOptions, ENSEMBLE, threadsOf } from './analysis-options';
import { untilStopped } from './interrupt';
import { standing } from './play-options';
import { counted } from '../report/wording/text';
import { folder, listOf, oneOf } from './readers';
import { command, option, type Reader } from './row';
import { SCENARIO } from './scenario-argument';

const ALL = 'all';

const tablesOf: Reader<readonly ExportTable[]> = (given, name) =>
  given === ALL
    ? EXPORT_TABLES
    : listOf(oneOf(EXPORT_TABLES, `${EXPORT_TABLES.join(', ')}, or ${ALL}`))(given, name);

const size = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** The command. Named apart from the word of the language. */
export const exportCommand = command({
  name: 'export',
  about: 'tables for R, pandas and DuckDB, with a data dictionary',
  arguments: { scenario: SCENARIO },
  options: {
    out: option('-o, --out <folder>', 'the folder to write: new or empty', folder, { required: true }),
    format: option('-f, --format <name>', EXPORT_FORMATS.join(', '), oneOf(EXPORT_FORMATS), {
      usual: DEFAULT_FORMAT,
    }),
    tables: option(
      '-t, --tables <names>',
      `${EXPORT_TABLES.join(', ')}, with commas between; or ${ALL}; all but days and events unless told`,
      tablesOf,
    ),
    ...ENSEMBLE,
  },
  renamed: { '--output': '-o, since --output is a quantity of interest' },
  run: async ({ arguments: given, options, progress }) => {
    const scenario = await standing(given.scenario, options);
    const { runs, format, tables = DEFAULT_TABLES, out } = options;
    const { exportEnsemble } = await threadsOf(options);
    const how = { ...analysisOptions(options), runs, format, tables, ...progress('exporting') };
    return untilStopped((signal) => exportEnsemble(scenario, out, { ...how, signal }));
  },
  json: ({ projection, tables }, { arguments: { scenario }, options: { out, seed, runs, format } }) => ({
    output: out,
    scenario: scenario.id,
    seed,
    runs,
    digest: projection.digest,
    format,
    tables: tables.map(({ spec, path, rows, bytes, sha256 }) => ({
      table: spec.name,
      path,
      rows,
      bytes,
      sha256,
    })),
  }),
  screen: ({ tables }, { options: { out, runs, seed } }) => {
    const lines = tables.map(
      ({ path, rows, bytes }) => `  ${path}: ${counted(rows, 'row')}, ${size(bytes)}\n`,
    );
    return `${out}: ${runs} runs, seed ${JSON.stringify(seed)}; what each column means stands in dictionary.md\n${lines.join('')}`;
  },
});
