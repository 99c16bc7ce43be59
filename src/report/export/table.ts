import { itemAt } from '../../kit/lists';
/**
 * Tables for data frames: each column with its type, unit, range and meaning beside the code that fills it, so that
 * the data dictionary and the data cannot part. The types are those of the Table Schema of the Data Package standard
 * (datapackage.org, version 2).
 */

/** A cell: dates are ISO 8601 text, JSON is text; null is an empty cell. */
export type Cell = string | number | boolean | null;

/** Type of a column, by its name in Table Schema. Integers fit 32 bits. */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date';

/** What the data dictionary says of a column. */
export interface ColumnSpec {
  /** Lower case, words joined by underscores. */
  readonly name: string;
  /** Kind of value that its cells hold. */
  readonly type: ColumnType;
  /** Unit of a number; null where there is none. */
  readonly unit: string | null;
  /** What it holds, in a sentence. */
  readonly description: string;
  /** What an empty cell means; null where no cell is empty. */
  readonly empty: string | null;
  /** Least value that a number may have; left out where there is none. */
  readonly minimum?: number;
  /** Greatest value that a number may have; left out where there is none. */
  readonly maximum?: number;
  /** All values that a text may take, in their order. */
  readonly levels?: readonly string[];
  /** Whether the order of the levels means something. */
  readonly ordered?: boolean;
  /** Symbol in the library's table of parameters. */
  readonly symbol?: string;
}

/** A column that knows how it is filled. */
export interface Column<Row> extends ColumnSpec {
  readonly of: (row: Row) => Cell;
}

/** What the data dictionary says of a table. */
export interface TableSpec {
  /** Name of the table, which its file bears. */
  readonly name: string;
  /** What a row is, and what the table is for. */
  readonly description: string;
  /** Columns that together name a row. */
  readonly key: readonly string[];
  /** Its columns, in the order of the file. */
  readonly columns: readonly ColumnSpec[];
}

/** A table that knows its rows: what it makes of a source is appended column by column. */
export interface Table<Source> extends TableSpec {
  readonly append: (source: Source, into: readonly Cell[][]) => void;
}

interface TableDefinition<Source, Row> extends Omit<TableSpec, 'columns'> {
  readonly columns: readonly Column<Row>[];
  readonly rows: (source: Source) => Iterable<Row>;
}

/** A number as every reader takes it: finite, and no negative nought. */
function tidy(cell: Cell, column: string): Cell {
  if (typeof cell !== 'number') return cell;
  if (!Number.isFinite(cell)) throw new Error(`the column ${column} came to ${cell}`);
  return cell === 0 ? 0 : cell;
}

/** Defines a table by its columns and by the rows that it takes from a source. */
export function defineTable<Source, Row>(definition: TableDefinition<Source, Row>): Table<Source> {
  const { name, description, key, columns, rows } = definition;
  return {
    name,
    description,
    key,
    columns: columns.map(({ of: _filledBy, ...spec }) => spec),
    append: (source, into) => {
      for (const row of rows(source)) {
        columns.forEach((column, at) => itemAt(into, at).push(tidy(column.of(row), column.name)));
      }
    },
  };
}

/** Empty columns of a table, to append to. */
export function emptyColumns(table: TableSpec): Cell[][] {
  return table.columns.map(() => []);
}

type Extra = Partial<Pick<ColumnSpec, 'empty' | 'minimum' | 'maximum' | 'levels' | 'ordered' | 'symbol'>>;

function column<Row>(
  name: string,
  type: ColumnType,
  unit: string | null,
  description: string,
  of: (row: Row) => Cell,
  extra: Extra = {},
): Column<Row> {
  return { name, type, unit, description, empty: null, ...extra, of };
}

/** A column of text. */
export function text<Row>(name: string, description: string, of: (row: Row) => string | null, extra?: Extra) {
  return column(name, 'string', null, description, of, extra);
}

/** A column of dates. */
export function date<Row>(name: string, description: string, of: (row: Row) => string | null, extra?: Extra) {
  return column(name, 'date', null, description, of, extra);
}

/** A column of truth values. */
export function flag<Row>(
  name: string,
  description: string,
  of: (row: Row) => boolean | null,
  extra?: Extra,
) {
  return column(name, 'boolean', null, description, of, extra);
}

/** A column of whole numbers from 0 up, unless told. */
export function whole<Row>(
  name: string,
  unit: string | null,
  description: string,
  of: (row: Row) => number | null,
  extra?: Extra,
) {
  return column(name, 'integer', unit, description, of, { minimum: 0, ...extra });
}

/** A column of numbers with a unit. */
export function amount<Row>(
  name: string,
  unit: string,
  description: string,
  of: (row: Row) => number | null,
  extra?: Extra,
) {
  return column(name, 'number', unit, description, of, extra);
}

/** A column of shares or probabilities, 0 to 1. */
export function share<Row>(
  name: string,
  description: string,
  of: (row: Row) => number | null,
  extra?: Extra,
) {
  return column(name, 'number', 'share, 0 to 1', description, of, { minimum: 0, maximum: 1, ...extra });
}
