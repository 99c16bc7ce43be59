/** The parts that charts are made of: axes with their grids, the frame of a chart of rows, and the words beside a mark. */
import { visible } from '../wording/visible';
import type { Plot } from './library';
import { FAINT, GRID, INK, PAPER, WIDTHS, type PlotSpecification } from './picture';
import { instant, tickLabels, timeTicks } from './time-axis';

/** Size of type in a picture, in pixels; widths of lines are given to the library in it. */
export const TYPE = 12;

/** Characters of ordinary words that a line of some pixels holds, on the safe side. */
export const charactersIn = (pixels: number): number => Math.max(1, Math.floor(pixels / 6.6));

/** Keeps words legible where a line of the grid passes under them. */
export const HALO = { stroke: PAPER, strokeWidth: 4 } as const;

/** A dot that stands out on a line. */
export const DOT = { r: 5, fill: INK, stroke: PAPER, strokeWidth: 1.5 } as const;

/** Days shown, both included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** Whether a picture is drawn for a narrow screen. */
export const isNarrow = (width: number): boolean => width <= WIDTHS.narrow;

/** A share on an axis, as whole per cent. */
export const percentTick = (share: number): string => `${Math.round(100 * share)}%`;

/** How ticks are written; as the library does where left out. */
interface Ticks {
  readonly ticks?: number;
  readonly tickFormat?: (value: number) => string;
}

/** The axis at the foot of a chart, its label at the left end. */
export function footAxis(Plot: Plot, { ticks = 5, tickFormat }: Ticks = {}) {
  return Plot.axisX({
    ticks,
    ...(tickFormat === undefined ? {} : { tickFormat }),
    fill: INK,
    stroke: FAINT,
    labelAnchor: 'left',
    labelArrow: 'none',
  });
}

/** The axis at the foot of a chart of rows, with its grid. */
export function valueAxis(Plot: Plot, ticks: Ticks = {}) {
  return [Plot.gridX({ stroke: GRID, strokeOpacity: 1, ticks: 5 }), footAxis(Plot, ticks)];
}

/** The axis at the side of a chart over time, with its grid. */
export function levelAxis(Plot: Plot, tickFormat: (value: number) => string) {
  return [
    Plot.gridY({ stroke: GRID, strokeOpacity: 1, ticks: 5 }),
    Plot.axisY({ ticks: 5, tickFormat, fill: INK, stroke: FAINT, label: null, tickSize: 0 }),
  ];
}

/** The axis of days at the foot of a chart, with as many ticks as its width has room for. */
export function timeAxis(Plot: Plot, { from, to }: Span, width: number) {
  const ticks = timeTicks(from, to, isNarrow(width) ? 4 : 9);
  return Plot.axisX(ticks.map(instant), {
    tickFormat: tickLabels(ticks),
    fill: INK,
    stroke: FAINT,
    label: null,
  });
}

/** The scale of days. */
export const timeScale = ({ from, to }: Span) => ({
  type: 'utc' as const,
  domain: [instant(from), instant(to)],
});

/** What a chart of rows is made for. */
interface Rows {
  /** Keys of the bands, from the top. */
  readonly keys: readonly string[];
  /** Height of a band in pixels, with the room to the next. */
  readonly band: number;
  readonly left: number;
  readonly right: number;
  /** The part of a band that is left empty. */
  readonly padding?: number;
  readonly x: NonNullable<PlotSpecification['x']>;
}

/** Height, margins and scales of a chart of rows, one band for each key. */
export function rowsFrame({ keys, band, left, right, padding = 0.05, x }: Rows) {
  return {
    height: keys.length * band + 40,
    marginLeft: left,
    marginRight: right,
    marginTop: 4,
    marginBottom: 36,
    x,
    y: { type: 'band' as const, domain: keys, axis: null, padding },
  };
}

/** Where words stand in their band, and how long their lines may be. */
interface Words<T> {
  /** Field of a row that has its band. */
  readonly y: string;
  readonly text: (row: T) => string;
  readonly dx: number;
  readonly dy: number;
  /** Longest line in pixels. */
  readonly room: number;
}

/** Words at the left of each band, over as many lines as they need. */
export function rowWords<T>(Plot: Plot, rows: readonly T[], { text, room, ...where }: Words<T>, more = {}) {
  return Plot.text(rows, {
    ...where,
    text: (row: T) => visible(text(row)),
    frameAnchor: 'left',
    textAnchor: 'start',
    fill: INK,
    lineWidth: room / TYPE,
    ...more,
    ...HALO,
  });
}

/** The name of each row: at the left of its band, bold, cut where one line is not enough. */
export function rowNames<T>(Plot: Plot, rows: readonly T[], words: Words<T>) {
  return rowWords(Plot, rows, words, { fontWeight: 600, textOverflow: 'ellipsis' });
}

/** The figure of each row: at the right of its band. */
export function rowFigures<T>(
  Plot: Plot,
  rows: readonly T[],
  where: Omit<Words<T>, 'room' | 'dx'> & { readonly dx?: number },
) {
  return Plot.text(rows, { ...where, frameAnchor: 'right', textAnchor: 'end', fill: INK, ...HALO });
}

/** The name of each panel, in its upper left corner. */
export function panelNames(Plot: Plot, names: readonly string[]) {
  return Plot.text(names, {
    fy: (name: string) => name,
    text: (name: string) => name,
    frameAnchor: 'top-left',
    dx: 6,
    dy: 8,
    fill: INK,
    fontWeight: 600,
    ...HALO,
  });
}
