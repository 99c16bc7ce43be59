/** The rows of episodes, with their tally: the kind of work behind an export. */
import { tallier } from '../../ensemble/ensemble';
import { deliveredMmt } from '../../episode/run';
import type { Cooperative } from '../../kit/cooperative';
import type { ExportSetting } from '../../report/export/setting';
import { emptyColumns, type Cell } from '../../report/export/table';
import { eveningOf, type Evening } from '../../report/export/trajectory';
import { trajectoryTables } from '../../report/export/trajectory-tables';
import type { Tally } from '../../ensemble/tally';
import { itemOf } from '../../kit/lists';

/** An ensemble of which rows are wanted: plain JSON, so that it can cross to a worker. */
export interface RowsSetting extends ExportSetting {
  /** Names of the tables of trajectories that are wanted. */
  readonly tables: readonly string[];
}

/** Rows of some episodes, column by column, by the name of their table. */
export interface Rows {
  readonly tally: Tally;
  readonly columns: Readonly<Record<string, Cell[][]>>;
}

/** Makes an ensemble ready. What is made runs a stretch of episodes and takes their rows down. */
export function rowTaker(setting: RowsSetting): (from: number, to: number) => Cooperative<Rows> {
  const { initial, specification, seed, tables: names } = setting;
  const tables = trajectoryTables(setting).filter((table) => names.includes(table.name));
  const run = tallier({ initial, specification, seed, course: true });
  const before = deliveredMmt(initial);
  return function* (from, to) {
    const columns: Record<string, Cell[][]> = {};
    for (const table of tables) columns[table.name] = emptyColumns(table);
    let evenings: Evening[] = [];
    const tally = yield* run(from, to, {
      record: names.includes('events'),
      ...(names.includes('days')
        ? {
            evening: (day, state) => void evenings.push(eveningOf(day, state, before, specification.meeting)),
          }
        : {}),
      finished: (seen) => {
        for (const table of tables) table.append({ ...seen, evenings }, itemOf(columns, table.name));
        evenings = [];
      },
    });
    return { tally, columns };
  };
}
