/** Three intervals of each quantity of interest as bars under one another, in percentage points. */
import type { Drawing, DrawnElement } from './library';
import { HALO, rowNames, rowsFrame, valueAxis } from './marks';
import { drawPlot, FAINT, INK } from './picture';
import { itemAt } from '../../kit/lists';

/** One quantity's half-widths, in points, from the top bar to the lowest. */
export interface UncertaintyRow {
  readonly id: string;
  readonly words: string;
  readonly bars: readonly { readonly points: number; readonly said: string; readonly colour: string }[];
}

const ROW = 72;
/** Pixels from the top of a row to its first bar, from bar to bar, and from the last to the end of the row. */
const HEAD = 22;
const BAR = 14;

/** Draws the uncertainty. Each bar ends in its number. */
export function drawUncertainty(
  drawing: Drawing,
  width: number,
  rows: readonly UncertaintyRow[],
): DrawnElement {
  const { Plot } = drawing;
  const reach = Math.max(1, ...rows.flatMap((row) => row.bars.map((bar) => bar.points)));
  const bars = rows[0]?.bars.length ?? 0;
  const y = 'id';
  const series = Array.from({ length: bars }, (_, at) =>
    rows.map(({ id, bars: all }) => ({ id, ...itemAt(all, at) })),
  );
  type Mark = (typeof series)[number][number];
  return drawPlot(drawing, width, {
    ...rowsFrame({
      keys: rows.map((row) => row.id),
      band: ROW,
      left: 10,
      right: 14,
      padding: 0,
      // Room for the number behind the longest bar.
      x: { domain: [0, reach / (1 - 60 / width)], label: 'half-width in percentage points' },
    }),
    marks: [
      ...valueAxis(Plot),
      ...series.flatMap((marks, at) => [
        Plot.barX(marks, {
          x: 'points',
          y,
          fill: (mark: Mark) => mark.colour,
          insetTop: HEAD + at * BAR,
          insetBottom: ROW - HEAD - at * BAR - (BAR - 4),
        }),
        Plot.text(marks, {
          x: 'points',
          y,
          text: (mark: Mark) => mark.said,
          textAnchor: 'start',
          dx: 4,
          dy: HEAD + at * BAR + (BAR - 4) / 2 - ROW / 2,
          fill: INK,
          ...HALO,
          fontSize: 11,
        }),
      ]),
      Plot.ruleX([0], { stroke: FAINT }),
      rowNames(Plot, rows, { y, text: ({ words }) => words, dx: 3, dy: 11 - ROW / 2, room: width - 30 }),
    ],
  });
}
