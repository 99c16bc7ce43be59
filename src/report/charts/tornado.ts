/**
 * A tornado: what a quantity of interest is with each factor at its low and at its high end, about its mean with all of
 * them drawn.
 */
import type { Drawing, DrawnElement } from './library';
import { isNarrow, rowsFrame, rowWords, valueAxis } from './marks';
import { ACCENT, drawPlot, INK, SECOND } from './picture';

/** One bar. */
export interface TornadoRow {
  readonly key: string;
  readonly words: string;
  /** The quantity at both ends, as it stands on the axis. */
  readonly from: number;
  readonly to: number;
}

/** Draws the bars: to the right of the mean in one colour, to the left in the other. */
export function drawTornado(
  drawing: Drawing,
  width: number,
  rows: readonly TornadoRow[],
  mean: number,
): DrawnElement {
  const { Plot } = drawing;
  const narrow = isNarrow(width);
  const ends = rows.flatMap(({ from, to }) => [from, to]);
  const [least, most] = [Math.min(mean, ...ends), Math.max(mean, ...ends)];
  const room = Math.max(0.5, (most - least) * 0.04);
  const y = 'key';
  const bars = { y, insetTop: narrow ? 40 : 25, insetBottom: 4 } as const;
  const [lower, upper] = [
    (row: TornadoRow) => Math.min(row.from, row.to, mean),
    (row: TornadoRow) => Math.max(row.from, row.to, mean),
  ];
  return drawPlot(drawing, width, {
    ...rowsFrame({
      keys: rows.map((row) => row.key),
      band: narrow ? 60 : 44,
      left: 12,
      right: 14,
      x: { domain: [least - room, most + room], label: 'per cent' },
    }),
    marks: [
      ...valueAxis(Plot),
      Plot.barX(rows, { ...bars, x1: lower, x2: mean, fill: SECOND }),
      Plot.barX(rows, { ...bars, x1: mean, x2: upper, fill: ACCENT }),
      Plot.ruleX([mean], { stroke: INK }),
      rowWords(Plot, rows, {
        y,
        text: ({ words }) => words,
        dx: -5,
        dy: narrow ? -10 : -9,
        room: width - 20,
      }),
    ],
  });
}
