/**
 * The data dictionary: as a Data Package (datapackage.org, version 2), which validators and readers in R, Python and
 * JavaScript know; as one flat list; and as a page for people. It bears no time of making, so that the same export is
 * the same bytes.
 */
import { visible } from '../wording/visible';
import type { ColumnSpec, TableSpec } from './table';
import type { ExportFormat } from './table-names';

/** What an export came from. */
export interface Provenance {
  /** Version of the library that ran the ensemble. */
  readonly version: string;
  /** Id of the scenario. */
  readonly scenario: string;
  /** Title of the scenario. */
  readonly title: string;
  /** What the scenario asks, in a sentence. */
  readonly question: string;
  /** First day of the episodes, YYYY-MM-DD. */
  readonly asOf: string;
  /** Last day of the episodes, YYYY-MM-DD. */
  readonly horizon: string;
  /** Seed of the draws. */
  readonly seed: string;
  /** Number of episodes. */
  readonly runs: number;
  /** Digest of the projection of the same ensemble. */
  readonly digest: string;
}

/** A table as it was written. */
export interface WrittenTable {
  /** What the table and its columns are. */
  readonly spec: TableSpec;
  /** Name of its file in the folder. */
  readonly path: string;
  /** Number of rows, the head not counted. */
  readonly rows: number;
  /** Size of the file, bytes. */
  readonly bytes: number;
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: string;
}

/** Licence of an export: that of the library and of its data. */
export const LICENCE = {
  name: 'MIT',
  title: 'MIT License',
  path: 'https://opensource.org/license/mit',
} as const;

const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv',
  jsonl: 'application/jsonl',
  parquet: 'application/vnd.apache.parquet',
};

const CSV_DIALECT = {
  delimiter: ',',
  lineTerminator: '\n',
  quoteChar: '"',
  doubleQuote: true,
  header: true,
};

function fieldOf(column: ColumnSpec) {
  const { name, type, unit, description, empty, minimum, maximum, levels, ordered, symbol } = column;
  return {
    name,
    type,
    description: empty === null ? description : `${description} Empty where ${empty}.`,
    ...(unit === null ? {} : { unit }),
    ...(symbol === undefined ? {} : { symbol }),
    ...(levels === undefined ? {} : { categories: levels, categoriesOrdered: ordered === true }),
    constraints: {
      ...(empty === null ? { required: true } : {}),
      ...(minimum === undefined ? {} : { minimum }),
      ...(maximum === undefined ? {} : { maximum }),
      ...(levels === undefined ? {} : { enum: levels }),
    },
  };
}

/** The table of which a table's `episode` is a reference, where both are there. */
function foreignKeysOf(spec: TableSpec, tables: readonly WrittenTable[]) {
  const refers = spec.name !== 'episodes' && spec.columns[0]?.name === 'episode';
  if (!refers || !tables.some((table) => table.spec.name === 'episodes')) return {};
  return {
    foreignKeys: [{ fields: ['episode'], reference: { resource: 'episodes', fields: ['episode'] } }],
  };
}

function resourceOf(table: WrittenTable, tables: readonly WrittenTable[], format: ExportFormat) {
  const { spec, path, rows, bytes, sha256 } = table;
  return {
    name: spec.name,
    type: 'table',
    path,
    format,
    mediatype: MEDIA_TYPES[format],
    encoding: 'utf-8',
    description: spec.description,
    bytes,
    hash: `sha256:${sha256}`,
    rows,
    ...(format === 'csv' ? { dialect: CSV_DIALECT } : {}),
    schema: {
      fields: spec.columns.map(fieldOf),
      ...(format === 'csv' ? { missingValues: [''] } : {}),
      primaryKey: spec.key,
      ...foreignKeysOf(spec, tables),
    },
  };
}

const titleOf = ({ title, seed, runs }: Provenance) =>
  `${title}: ${runs} episodes, seed ${JSON.stringify(seed)}`;

/** The descriptor of a folder of tables, `datapackage.json`. */
export function dataPackage(from: Provenance, tables: readonly WrittenTable[], format: ExportFormat) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: from.scenario.toLowerCase(),
    title: titleOf(from),
    description: `${from.question} Simulated with detente ${from.version}, seen from ${from.asOf} and followed to ${from.horizon}. Simulated, not observed: shares of episodes are answers of a model.`,
    version: from.version,
    licenses: [LICENCE],
    keywords: ['simulation', 'trade', 'negotiation'],
    detente: from,
    resources: tables.map((table) => resourceOf(table, tables, format)),
  };
}

/** The dictionary as one flat list, a row a column: `dictionary.json`, to be read as a data frame. */
export function dictionaryRows(tables: readonly TableSpec[]) {
  return tables.flatMap((table) =>
    table.columns.map((column) => ({
      table: table.name,
      column: column.name,
      type: column.type,
      unit: column.unit,
      description: column.description,
      empty_means: column.empty,
      minimum: column.minimum ?? null,
      maximum: column.maximum ?? null,
      levels: column.levels ?? null,
      key: table.key.includes(column.name),
      symbol: column.symbol ?? null,
    })),
  );
}

/** Text in a cell of a Markdown table: no tag, no link and no cell of its own. */
const inCell = (value: string) => visible(value.replace(/[\\|<[\]]/g, '\\$&').replace(/\s+/g, ' '));

/** A text of a stranger on a line of Markdown, as it stands: nothing of it is markup. */
const inLine = (value: string) =>
  visible(
    value
      .replace(/\s+/g, ' ')
      .replace(/[\\`*_[\]<>#|~&]/g, '\\$&')
      .replace(/^ ?(?=[-+=])|^ ?\d+(?=[.)])/, '$&\\'),
  );

/** A text of a stranger as code on a line of Markdown, between more backticks than it has. */
function asCode(value: string): string {
  const text = visible(value.replace(/\s+/g, ' '));
  const fence = '`'.repeat(1 + Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)));
  return text.includes('`') ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

function rangeOf({ minimum, maximum, levels }: ColumnSpec): string {
  if (levels !== undefined) return levels.map((level) => `\`${level}\``).join(', ');
  if (minimum !== undefined && maximum !== undefined) return `${minimum} to ${maximum}`;
  return minimum === undefined ? '' : `${minimum} and more`;
}

function columnLine(column: ColumnSpec): string {
  const { name, type, unit, description, empty } = column;
  const cells = [`\`${name}\``, type, unit ?? '', rangeOf(column), description, empty ?? ''];
  return `| ${cells.map(inCell).join(' | ')} |`;
}

function tableSection({ spec, path, rows }: WrittenTable): string[] {
  return [
    `## ${spec.name}`,
    '',
    `${spec.description} ${rows} rows in \`${path}\`; key: ${spec.key.map((name) => `\`${name}\``).join(', ')}.`,
    '',
    '| column | type | unit | range | what it is | empty where |',
    '| --- | --- | --- | --- | --- | --- |',
    ...spec.columns.map(columnLine),
    '',
  ];
}

/** The dictionary as a page, `dictionary.md`. */
export function dictionaryPage(from: Provenance, tables: readonly WrittenTable[]): string {
  return [
    `# ${inLine(titleOf(from))}`,
    '',
    inLine(from.question),
    '',
    `Simulated with detente ${from.version}: scenario \`${from.scenario}\`, seed ${asCode(from.seed)}, ${from.runs} runs, seen from ${from.asOf} and followed to ${from.horizon}.`,
    `Digest of the projection: \`${from.digest}\`. Licence: ${LICENCE.name}.`,
    '',
    'The rows are simulated, not observed: a share of episodes is the answer of a model, and its interval holds the error of the sample, not that of the model.',
    '',
    ...tables.flatMap(tableSection),
  ].join('\n');
}
