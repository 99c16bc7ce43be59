/** Charts of two scenarios side by side: filled for the first, hollow for the second, each with its letter. */
import type { OutcomeDifference } from '../../analyses/comparison/paired-comparison';
import type { Drawing, DrawnElement } from './library';
import type { AverageLine } from './over-time';
import {
  DOT,
  HALO,
  isNarrow,
  levelAxis,
  panelNames,
  percentTick,
  rowFigures,
  rowNames,
  rowsFrame,
  timeAxis,
  timeScale,
  valueAxis,
  type Span,
} from './marks';
import { ACCENT, drawPlot, FAINT, INK, PAPER, SECOND } from './picture';
import { instant } from './time-axis';
import { itemAt } from '../../kit/lists';

/** An outcome class with its title. */
export interface TitledDifference extends OutcomeDifference {
  readonly title: string;
}

interface Bar {
  readonly row: string;
  readonly share: number;
  readonly text: string;
  readonly second: boolean;
}

/** Shares of the classes in both scenarios. */
export function drawPairs(
  drawing: Drawing,
  width: number,
  outcomes: readonly TitledDifference[],
): DrawnElement {
  const { Plot } = drawing;
  const bars: Bar[] = outcomes.flatMap(({ id, base, variant }) => [
    { row: `${id}/1`, share: base, text: `A ${(100 * base).toFixed(1)}%`, second: false },
    { row: `${id}/2`, share: variant, text: `B ${(100 * variant).toFixed(1)}%`, second: true },
  ]);
  const names = outcomes.map(({ id, title }) => ({ row: `${id}/0`, title }));
  const top = Math.max(0.1, ...bars.map((bar) => bar.share));
  const y = 'row';
  const x = 'share';
  return drawPlot(drawing, width, {
    ...rowsFrame({
      keys: outcomes.flatMap(({ id }) => [0, 1, 2].map((at) => `${id}/${at}`)),
      band: 22,
      left: 10,
      right: 66,
      padding: 0,
      x: { domain: [0, top], label: 'share of the runs' },
    }),
    marks: [
      ...valueAxis(Plot, { tickFormat: percentTick }),
      Plot.barX(
        bars.filter((bar) => !bar.second),
        { x, y, fill: ACCENT, insetTop: 2, insetBottom: 2 },
      ),
      Plot.barX(
        bars.filter((bar) => bar.second),
        { x, y, fill: PAPER, stroke: SECOND, strokeWidth: 2, insetTop: 3, insetBottom: 3 },
      ),
      Plot.ruleX([0], { stroke: FAINT }),
      Plot.text(bars, { x, y, text: 'text', textAnchor: 'start', dx: 6, fill: INK, ...HALO }),
      rowNames(Plot, names, { y, text: ({ title }) => title, dx: 3, dy: 2, room: width - 20 }),
    ],
  });
}

/** A change with its interval, in points, and the words beside it. */
export interface ChangeRow {
  readonly id: string;
  readonly title: string;
  readonly said: string;
  readonly change: number;
  readonly low: number;
  readonly high: number;
  /** Whether chance alone would hardly bring it: filled where it would not, hollow where it may. */
  readonly clear: boolean;
}

/** Changes with their intervals, about a line at nought. */
export function drawChanges(drawing: Drawing, width: number, rows: readonly ChangeRow[]): DrawnElement {
  const { Plot } = drawing;
  const reach = Math.max(2, ...rows.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)])) * 1.06;
  const y = 'id';
  const points = (value: number) => `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.round(Math.abs(value))}`;
  return drawPlot(drawing, width, {
    ...rowsFrame({
      keys: rows.map((row) => row.id),
      band: 38,
      left: 12,
      right: 14,
      x: { domain: [-reach, reach], label: 'points, B less A' },
    }),
    marks: [
      ...valueAxis(Plot, { tickFormat: points }),
      Plot.ruleX([0], { stroke: INK }),
      Plot.ruleY(rows, { x1: 'low', x2: 'high', y, stroke: SECOND, strokeWidth: 4, dy: 8 }),
      Plot.dot(rows, {
        x: 'change',
        y,
        ...DOT,
        fill: (row: ChangeRow) => (row.clear ? INK : PAPER),
        stroke: INK,
        dy: 8,
      }),
      rowNames(Plot, rows, { y, text: ({ title }) => title, dx: -5, dy: -8, room: width - 140 }),
      rowFigures(Plot, rows, { y, text: ({ said }) => said, dx: 10, dy: -8 }),
    ],
  });
}

/** Means of the averages under both scenarios: the first as a full line, the second dashed, one panel a direction. */
export function drawTwoMeans(
  drawing: Drawing,
  width: number,
  base: readonly AverageLine[],
  variant: readonly AverageLine[],
  span: Span,
): DrawnElement {
  const { Plot } = drawing;
  const means = (lines: readonly AverageLine[]) =>
    lines.flatMap(({ label, dates, means: values }) =>
      dates.map((on, at) => ({ label, on, value: itemAt(values, at) })),
    );
  const [first, second] = [means(base), means(variant)];
  const domain = base.map((line) => line.label);
  const peak = Math.max(1, ...first.map((step) => step.value), ...second.map((step) => step.value));
  const line = {
    x: (step: { on: string }) => instant(step.on),
    y: 'value',
    fy: 'label',
    curve: 'step-after' as const,
  };
  return drawPlot(drawing, width, {
    height: domain.length * (isNarrow(width) ? 150 : 180) + 30,
    marginLeft: 38,
    marginRight: 14,
    marginTop: 8,
    marginBottom: 26,
    x: timeScale(span),
    y: { domain: [0, peak * 1.25] },
    fy: { domain, axis: null, padding: 0.06 },
    marks: [
      ...levelAxis(Plot, (value) => `${value}%`),
      timeAxis(Plot, span, width),
      Plot.lineY(first, { ...line, stroke: ACCENT, strokeWidth: 2.5 }),
      Plot.lineY(second, { ...line, stroke: SECOND, strokeWidth: 2.5, strokeDasharray: '6 4' }),
      Plot.ruleY([0], { stroke: FAINT }),
      panelNames(Plot, domain),
    ],
  });
}
