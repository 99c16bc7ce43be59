/** Charts over time: averages since 2018, layers as a stack, the fan of what may come, and how long a truce lasts. */
import { daysBetween } from '../../kit/calendar';
import type { Fan } from '../../ensemble/course';
import type { CurvePoint } from '../../ensemble/truce-curves';
import type { Drawing, DrawnElement, Plot } from './library';
import { rowsOf, spread } from './layout';
import {
  DOT,
  footAxis,
  HALO,
  isNarrow,
  levelAxis,
  panelNames,
  percentTick,
  timeAxis,
  timeScale,
  type Span,
} from './marks';
import { ACCENT, bandColour, drawPlot, FAINT, INK, PAPER, SECOND } from './picture';
import { instant } from './time-axis';
import { firstOf, itemAt } from '../../kit/lists';

const LEFT = 38;
const BOTTOM = 26;
/** Height of a row of letters above a chart. */
const ROW = 17;
/** Least distance between letters of one row. */
const LETTER = 17;

/** A dated event that a chart marks with a letter. */
export interface Marker {
  readonly on: string;
  readonly letter: string;
}

/** A value that holds from a day on. */
export interface Step {
  readonly on: string;
  readonly value: number;
}

function axes(Plot: Plot, span: Span, width: number) {
  return [...levelAxis(Plot, (value) => `${value}%`), timeAxis(Plot, span, width)];
}

/** Left and right edge of the plot of a span, in pixels. */
function placeOf(span: Span, width: number, right: number): (date: string) => number {
  const days = daysBetween(span.from, span.to);
  return (date) => LEFT + ((width - LEFT - right) * daysBetween(span.from, date)) / days;
}

interface PlacedMarker extends Marker {
  readonly row: number;
}

function placed(markers: readonly Marker[], place: (date: string) => number): PlacedMarker[] {
  const rows = rowsOf(
    markers.map((marker) => place(marker.on)),
    LETTER,
  );
  return markers.map((marker, at) => ({ ...marker, row: itemAt(rows, at) }));
}

function markerMarks(Plot: Plot, markers: readonly PlacedMarker[]) {
  const x = (marker: Marker) => instant(marker.on);
  const rows = [...new Set(markers.map((marker) => marker.row))];
  return [
    Plot.ruleX(markers, { x, stroke: INK, strokeOpacity: 0.55, strokeDasharray: '2 3' }),
    ...rows.map((row) =>
      Plot.text(
        markers.filter((marker) => marker.row === row),
        { x, text: 'letter', frameAnchor: 'top', dy: -(ROW * (row + 1)) + 5, fill: INK, fontWeight: 700 },
      ),
    ),
  ];
}

/** The line between what is on record and what is projected, with a word on either side. */
function divide(Plot: Plot, on: string, width: number) {
  const first = [{ on }];
  const x = () => instant(on);
  const word = {
    x,
    frameAnchor: 'top' as const,
    dy: 8,
    fill: INK,
    ...HALO,
    fontStyle: 'italic',
  };
  const [before, after] = isNarrow(width) ? ['record', 'projected'] : ['on record', 'projected'];
  return [
    Plot.ruleX(first, { x, stroke: INK, strokeWidth: 1.5 }),
    Plot.text(first, { ...word, text: () => before, textAnchor: 'end', dx: -5 }),
    Plot.text(first, { ...word, text: () => after, textAnchor: 'start', dx: 5 }),
  ];
}

/** A layer or a group of them: points of the average by day. */
export interface Band {
  readonly label: string;
  readonly number: string;
  /** On record, from the first day shown to the first day of the scenario. */
  readonly past: readonly Step[];
  /** Projected means. */
  readonly coming: readonly Step[];
}

interface BandStep {
  readonly on: string;
  readonly low: number;
  readonly high: number;
  readonly band: number;
}

function stacked(bands: readonly Band[], part: 'past' | 'coming'): BandStep[] {
  const base = new Map<string, number>();
  return bands.flatMap((band, at) =>
    band[part].map(({ on, value }) => {
      const low = base.get(on) ?? 0;
      base.set(on, low + value);
      return { on, low, high: low + value, band: at };
    }),
  );
}

/** What the chart of layers shows. */
export interface LayersView {
  readonly span: Span;
  readonly asOf: string;
  readonly bands: readonly Band[];
  readonly markers: readonly Marker[];
  /** Mean of the average: the top of the stack, and what no layer explains. */
  readonly mean: readonly Step[];
  readonly lower: readonly Step[];
  readonly upper: readonly Step[];
}

/** Layers of one direction as a stack: on record in full colour, projected means fainter, the mean and a band as lines. */
export function drawLayers(drawing: Drawing, width: number, view: LayersView): DrawnElement {
  const { Plot } = drawing;
  const { span, bands, asOf } = view;
  const right = 30;
  const markers = placed(view.markers, placeOf(span, width, right));
  const marginTop = 8 + ROW * (1 + Math.max(-1, ...markers.map((marker) => marker.row)));
  const past = stacked(bands, 'past');
  const coming = stacked(bands, 'coming');
  const peak = Math.max(
    1,
    ...past.map((step) => step.high),
    ...coming.map((step) => step.high),
    ...view.upper.map((step) => step.value),
  );
  const inner = isNarrow(width) ? 210 : 290;
  const last = coming.filter((step) => step.on === span.to);
  const heights = spread(
    last.map((step) => (step.low + step.high) / 2),
    (14 / inner) * peak * 1.1,
    0,
    peak * 1.1,
  );
  const numbers = last.map((step, at) => ({
    ...step,
    y: itemAt(heights, at),
    text: itemAt(bands, step.band).number,
  }));
  const area = {
    x: (step: BandStep) => instant(step.on),
    y1: 'low',
    y2: 'high',
    z: 'band',
    curve: 'step-after' as const,
  };
  const fill = (step: BandStep) => bandColour(step.band);
  const line = { x: (step: Step) => instant(step.on), y: 'value', curve: 'step-after' as const, stroke: INK };
  return drawPlot(drawing, width, {
    height: inner + marginTop + BOTTOM,
    marginLeft: LEFT,
    marginRight: right,
    marginTop,
    marginBottom: BOTTOM,
    x: timeScale(span),
    y: { domain: [0, peak * 1.1] },
    marks: [
      ...axes(Plot, span, width),
      Plot.areaY(past, { ...area, fill, stroke: PAPER, strokeWidth: 0.6 }),
      Plot.areaY(coming, { ...area, fill, fillOpacity: 0.5, stroke: PAPER, strokeWidth: 0.6 }),
      Plot.lineY(view.lower, { ...line, strokeDasharray: '2 3', strokeWidth: 1.2 }),
      Plot.lineY(view.upper, { ...line, strokeDasharray: '2 3', strokeWidth: 1.2 }),
      Plot.lineY(view.mean, { ...line, strokeWidth: 2 }),
      ...markerMarks(Plot, markers),
      ...divide(Plot, asOf, width),
      Plot.ruleY([0], { stroke: FAINT }),
      Plot.text(numbers, {
        x: instant(span.to),
        y: 'y',
        text: 'text',
        textAnchor: 'start',
        dx: 6,
        fill: INK,
        fontWeight: 700,
      }),
    ],
  });
}

/** One direction of trade in a chart of averages. */
export interface AverageLine {
  readonly label: string;
  readonly past: readonly Step[];
  readonly dates: readonly string[];
  readonly fan: readonly Fan[];
  /** Means on the same days. */
  readonly means: readonly number[];
}

/** Both averages since the record begins, and the means to the horizon: one line is dashed. */
export function drawLongView(
  drawing: Drawing,
  width: number,
  lines: readonly AverageLine[],
  span: Span,
  asOf: string,
): DrawnElement {
  const { Plot } = drawing;
  const dashes = [{}, { strokeDasharray: '5 3' }];
  const colours = [ACCENT, SECOND];
  const x = (step: Step) => instant(step.on);
  const whole = lines.map(({ past, dates, means }) => [
    ...past,
    ...dates.map((on, at) => ({ on, value: itemAt(means, at) })),
  ]);
  const peak = Math.max(1, ...whole.flat().map((step) => step.value));
  const inner = isNarrow(width) ? 180 : 240;
  const top = 8;
  return drawPlot(drawing, width, {
    height: inner + top + BOTTOM,
    marginLeft: LEFT,
    marginRight: 14,
    marginTop: top,
    marginBottom: BOTTOM,
    x: timeScale(span),
    y: { domain: [0, peak * 1.04] },
    marks: [
      ...axes(Plot, span, width),
      Plot.ruleX([instant(asOf)], { stroke: INK, strokeDasharray: '2 3' }),
      ...whole.map((steps, at) =>
        Plot.lineY(steps, {
          x,
          y: 'value',
          curve: 'step-after',
          stroke: itemAt(colours, at % 2),
          strokeWidth: 2,
          ...itemAt(dashes, at % 2),
        }),
      ),
      Plot.ruleY([0], { stroke: FAINT }),
    ],
  });
}

/** The fan of averages, one panel for each direction: the mean, half of the runs, four fifths of them. */
export function drawFan(
  drawing: Drawing,
  width: number,
  lines: readonly AverageLine[],
  span: Span,
  asOf: string,
): DrawnElement {
  const { Plot } = drawing;
  const coming = lines.flatMap(({ label, dates, fan, means }) =>
    dates.map((on, at) => ({ label, on, mean: itemAt(means, at), ...itemAt(fan, at) })),
  );
  const past = lines.flatMap(({ label, past: steps }) => steps.map((step) => ({ label, ...step })));
  const peak = Math.max(
    1,
    ...coming.map((step) => Math.max(step.p90, step.mean)),
    ...past.map((step) => step.value),
  );
  const x = (step: { on: string }) => instant(step.on);
  const panel = isNarrow(width) ? 150 : 190;
  const fy = 'label';
  const curve = 'step-after' as const;
  const domain = lines.map((line) => line.label);
  const fixed = [
    { label: firstOf(domain), on: asOf, text: 'on record', anchor: 'end' as const },
    { label: firstOf(domain), on: asOf, text: 'projected', anchor: 'start' as const },
  ];
  return drawPlot(drawing, width, {
    height: lines.length * panel + 30,
    marginLeft: LEFT,
    marginRight: 14,
    marginTop: 8,
    marginBottom: BOTTOM,
    x: timeScale(span),
    y: { domain: [0, peak * 1.32] },
    fy: { domain, axis: null, padding: 0.06 },
    marks: [
      ...axes(Plot, span, width),
      Plot.areaY(coming, { x, y1: 'p10', y2: 'p90', fy, fill: ACCENT, fillOpacity: 0.25, curve }),
      Plot.areaY(coming, { x, y1: 'p25', y2: 'p75', fy, fill: ACCENT, fillOpacity: 0.4, curve }),
      Plot.lineY(coming, { x, y: 'mean', fy, stroke: INK, strokeWidth: 2, curve }),
      Plot.lineY(past, { x, y: 'value', fy, stroke: INK, strokeWidth: 2, curve }),
      Plot.ruleX([instant(asOf)], { stroke: INK, strokeDasharray: '2 3' }),
      Plot.ruleY([0], { stroke: FAINT }),
      panelNames(Plot, domain),
      ...fixed.map(({ label, on, text, anchor }) =>
        Plot.text([label], {
          fy: () => label,
          x: () => instant(on),
          text: () => text,
          frameAnchor: 'top',
          textAnchor: anchor,
          dx: anchor === 'end' ? -5 : 5,
          dy: 26,
          fill: INK,
          ...HALO,
          fontStyle: 'italic',
        }),
      ),
    ],
  });
}

/** Days from which points have room for a figure beside each other, and the share below which none has room under it. */
const LABELLED_FROM_DAYS = 30;
const ROOM_BELOW = 0.15;

/** One of the curves of a truce: a share by days since the planned day of the meeting, and a few points in figures. */
export interface TruceLine {
  readonly course: readonly CurvePoint[];
  readonly points: readonly CurvePoint[];
  readonly dashed: boolean;
}

/** The curves of a truce, each with its interval; the figures of the dashed one stand below it. */
export function drawTruce(drawing: Drawing, width: number, lines: readonly TruceLine[]): DrawnElement {
  const { Plot } = drawing;
  const inner = isNarrow(width) ? 190 : 230;
  const last = lines[0]?.course.at(-1)?.days ?? 0;
  const figures = (points: readonly CurvePoint[], dy: number) =>
    Plot.text(points, {
      x: 'days',
      y: 'p',
      text: (point: CurvePoint) => percentTick(point.p),
      dy,
      dx: 4,
      textAnchor: 'start',
      fill: INK,
      fontWeight: 600,
      ...HALO,
    });
  return drawPlot(drawing, width, {
    height: inner + 58,
    marginLeft: LEFT,
    marginRight: 30,
    marginTop: 20,
    marginBottom: 38,
    x: { domain: [0, last], label: 'days since the planned day of the meeting' },
    y: { domain: [0, 1] },
    marks: [
      ...levelAxis(Plot, percentTick),
      footAxis(Plot, { ticks: isNarrow(width) ? 4 : 8 }),
      ...lines.flatMap(({ course, points, dashed }) => [
        Plot.areaY(course, {
          x: 'days',
          y1: 'low',
          y2: 'high',
          fill: dashed ? SECOND : ACCENT,
          fillOpacity: 0.3,
        }),
        Plot.lineY(course, {
          x: 'days',
          y: 'p',
          stroke: dashed ? SECOND : ACCENT,
          strokeWidth: 2,
          ...(dashed ? { strokeDasharray: '5 4' } : {}),
        }),
        Plot.dot(points, { x: 'days', y: 'p', ...DOT, r: 4 }),
      ]),
      ...lines.map(({ points, dashed }) =>
        dashed
          ? figures(
              points.filter(({ days, p }) => days >= LABELLED_FROM_DAYS && p >= ROOM_BELOW),
              14,
            )
          : figures(
              points.filter(({ days }) => days >= LABELLED_FROM_DAYS),
              -12,
            ),
      ),
      Plot.ruleY([0], { stroke: FAINT }),
    ],
  });
}
