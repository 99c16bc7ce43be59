/**
 * Tables as Apache Parquet, by the optional package hyparquet-writer: one file a table, row groups of some ten thousand
 * rows, so that memory does not grow with the number of episodes. Dates have the logical type DATE.
 */
import { toDayNumber } from '../../kit/calendar';
import { MissingPeerError } from '../../report/charts/missing-peer';
import { emptyColumns, type Cell, type ColumnSpec, type TableSpec } from '../../report/export/table';
import { VERSION } from '../../kit/version';
import type { TableWriterFactory } from './text-tables';
import { firstOf, itemAt } from '../../kit/lists';

type Library = typeof import('hyparquet-writer');
type Element = import('hyparquet-writer').SchemaElement;

/** The package that writes Parquet, as `npm install` takes it. */
const PARQUET_PEER = 'hyparquet-writer@^0.17.0';

/** Rows from which a row group is written: groups are whole blocks, whose cut is fixed. */
const LEAST_GROUP_ROWS = 50_000;

function elementOf({ name, type, empty }: ColumnSpec): Element {
  const base = { name, repetition_type: empty === null ? 'REQUIRED' : 'OPTIONAL' } as const;
  switch (type) {
    case 'string':
      return { ...base, type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } };
    case 'date':
      return { ...base, type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } };
    case 'integer':
      return { ...base, type: 'INT32' };
    case 'number':
      return { ...base, type: 'DOUBLE' };
    case 'boolean':
      return { ...base, type: 'BOOLEAN' };
  }
}

const schemaOf = (table: TableSpec): Element[] => [
  { name: 'schema', num_children: table.columns.length },
  ...table.columns.map(elementOf),
];

/** Cells as Parquet stores them: dates as days since 1970. */
function stored({ type }: ColumnSpec, cells: Cell[]): Cell[] {
  return type === 'date' ? cells.map((cell) => (cell === null ? null : toDayNumber(String(cell)))) : cells;
}

function writerOf({ fileWriter, ParquetWriter }: Library): TableWriterFactory {
  return (path, table) => {
    const writer = new ParquetWriter({
      writer: fileWriter(path),
      schema: schemaOf(table),
      createdBy: `detente ${VERSION}`,
    });
    let waiting = emptyColumns(table);
    const writeGroup = () => {
      const rows = firstOf(waiting).length;
      if (rows === 0) return;
      const columnData = table.columns.map((column, at) => ({
        name: column.name,
        data: stored(column, itemAt(waiting, at)),
      }));
      void writer.write({ columnData, rowGroupSize: rows });
      waiting = emptyColumns(table);
    };
    return {
      write: (columns) => {
        columns.forEach((cells, at) => {
          for (const cell of cells) itemAt(waiting, at).push(cell);
        });
        if (firstOf(waiting).length >= LEAST_GROUP_ROWS) writeGroup();
      },
      finish: (about) => {
        writeGroup();
        writer.kvMetadata = Object.entries(about).map(([key, value]) => ({ key, value }));
        void writer.finish();
      },
      abandon: () => undefined,
    };
  };
}

/** Loads the library. Rejects with a {@link MissingPeerError}, which names the command that installs it. */
export async function loadParquet(): Promise<TableWriterFactory> {
  try {
    return writerOf(await import('hyparquet-writer'));
  } catch (error) {
    throw new MissingPeerError('hyparquet-writer', error, { what: 'Parquet files', install: PARQUET_PEER });
  }
}
