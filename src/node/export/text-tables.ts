/**
 * Tables as text: JSON lines, one object a line, and CSV with the quoting of RFC 4180. Lines end with a line feed in
 * both, as the data package says. An empty field is an empty cell, a quoted empty field an empty text.
 */
import { closeSync, openSync, writeFileSync } from 'node:fs';
import type { Cell, TableSpec } from '../../report/export/table';
import { itemAt } from '../../kit/lists';

/** What writes one table to one file, some rows at a time. */
export interface TableWriter {
  /** Writes rows that are given column by column. */
  readonly write: (columns: readonly (readonly Cell[])[]) => void;
  /** Writes what is left and closes the file; `about` is what may be said of the whole only now. */
  readonly finish: (about: Readonly<Record<string, string>>) => void;
  /** Closes the file as it is, if it is still open. */
  readonly abandon: () => void;
}

/** Opens a file for the rows of a table. */
export type TableWriterFactory = (path: string, table: TableSpec) => TableWriter;

/** A cell as a field of CSV. */
function csvField(cell: Cell): string {
  if (cell === null) return '';
  const text = String(cell);
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Makes a writer of lines: what stands at the top, and how a row becomes a line. */
function lineWriter(
  path: string,
  top: string,
  line: (columns: readonly (readonly Cell[])[], row: number) => string,
): TableWriter {
  const file = openSync(path, 'wx');
  writeFileSync(file, top);
  let open = true;
  const close = () => {
    if (open) closeSync(file);
    open = false;
  };
  return {
    write: (columns) => {
      const rows = columns[0]?.length ?? 0;
      let text = '';
      for (let row = 0; row < rows; row += 1) text += `${line(columns, row)}\n`;
      writeFileSync(file, text);
    },
    finish: close,
    abandon: close,
  };
}

/** A table as CSV with a line of names. */
export const csvTable: TableWriterFactory = (path, table) =>
  lineWriter(path, `${table.columns.map(({ name }) => csvField(name)).join(',')}\n`, (columns, row) =>
    columns.map((cells) => csvField(itemAt(cells, row))).join(','),
  );

/** A table as JSON lines: one object a line, its keys in the order of the columns. */
export const jsonLinesTable: TableWriterFactory = (path, table) => {
  const keys = table.columns.map(({ name }) => JSON.stringify(name));
  return lineWriter(path, '', (columns, row) => {
    const pairs = keys.map((key, at) => `${key}:${JSON.stringify(itemAt(itemAt(columns, at), row))}`);
    return `{${pairs.join(',')}}`;
  });
};
