/** The rows of a block of episodes, with its tally: what a worker does for an export. */
import { runBlock } from '#ensemble';
import type { DrawnParameter } from '../../report/export/setting';
import { emptyColumns, type Cell } from '../../report/export/table';
import { eveningOf, type Evening } from '../../report/export/trajectory';
import { trajectoryTables } from '../../report/export/trajectory-tables';
import type { BlockTask } from '../../ensemble/ensemble';
import type { Tally } from '../../ensemble/tally';

/** A block of which rows are wanted. */
export interface RowsTask {
  readonly answer: 'rows';
  readonly block: BlockTask;
  readonly scenario: string;
  readonly parameters: readonly DrawnParameter[];
  /** Names of the tables of trajectories that are wanted. */
  readonly tables: readonly string[];
}

/** Rows of a block, column by column, by the name of their table. */
export interface BlockRows {
  readonly tally: Tally;
  readonly columns: Readonly<Record<string, Cell[][]>>;
}

/** Runs a block and takes its rows down. Deterministic in the task. */
export function rowsOfBlock(task: RowsTask): BlockRows {
  const { block, scenario, parameters, tables: names } = task;
  const { initial, theory, seed } = block;
  const all = trajectoryTables({ scenario, seed, initial, theory, parameters });
  const tables = all.filter((table) => names.includes(table.name));
  const columns: Record<string, Cell[][]> = {};
  for (const table of tables) columns[table.name] = emptyColumns(table);
  let evenings: Evening[] = [];
  const tally = runBlock(block, undefined, {
    record: names.includes('events'),
    ...(names.includes('days') ? { evening: (day, state) => void evenings.push(eveningOf(day, state)) } : {}),
    finished: (seen) => {
      for (const table of tables) table.append({ ...seen, evenings }, columns[table.name]!);
      evenings = [];
    },
  });
  return { tally, columns };
}
