/**
 * A tornado: what a quantity of interest is with each factor at its low and at its high end, about its mean with all of
 * them drawn.
 */
import { visible } from '../wording/visible';
import type { Drawing, DrawnElement } from './library';
import { ACCENT, drawPlot, FAINT, GRID, INK, PAPER, SECOND, WIDTHS } from './picture';

/** One bar. */
export interface TornadoRow {
  readonly key: string;
  readonly words: string;
  /** The quantity at both ends, as it stands on the axis. */
  readonly from: number;
  readonly to: number;
}

/** Size of type in a picture, in pixels; widths of lines are given to the library in it. */
const TYPE = 12;

/** Draws the bars: to the right of the mean in one colour, to the left in the other. */
export function drawTornado(
  drawing: Drawing,
  width: number,
  rows: readonly TornadoRow[],
  mean: number,
): DrawnElement {
  const { Plot } = drawing;
  const narrow = width <= WIDTHS.narrow;
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
    height: rows.length * (narrow ? 60 : 44) + 40,
    marginLeft: 12,
    marginRight: 14,
    marginTop: 4,
    marginBottom: 36,
    x: { domain: [least - room, most + room], label: 'per cent' },
    y: { type: 'band', domain: rows.map((row) => row.key), axis: null, padding: 0.05 },
    marks: [
      Plot.gridX({ stroke: GRID, strokeOpacity: 1, ticks: 5 }),
      Plot.axisX({ ticks: 5, fill: INK, stroke: FAINT, labelAnchor: 'left', labelArrow: 'none' }),
      Plot.barX(rows, { ...bars, x1: lower, x2: mean, fill: SECOND }),
      Plot.barX(rows, { ...bars, x1: mean, x2: upper, fill: ACCENT }),
      Plot.ruleX([mean], { stroke: INK }),
      Plot.text(rows, {
        y,
        text: (row: TornadoRow) => visible(row.words),
        frameAnchor: 'left',
        textAnchor: 'start',
        dy: narrow ? -10 : -9,
        dx: -5,
        fill: INK,
        stroke: PAPER,
        strokeWidth: 4,
        lineWidth: (width - 20) / TYPE,
      }),
    ],
  });
}
