/** Charts of two scenarios side by side: filled for the first, hollow for the second, each with its letter. */
import type { OutcomeDifference } from '../../analyses/comparison/paired-comparison';
import { visible } from '../wording/visible';
import type { Drawing, DrawnElement } from './library';
import type { AverageLine } from './over-time';
import { ACCENT, drawPlot, FAINT, GRID, INK, PAPER, SECOND, WIDTHS } from './picture';
import { instant, tickLabels, timeTicks } from './time-axis';

const percentTick = (share: number) => `${Math.round(100 * share)}%`;
const HALO = { stroke: PAPER, strokeWidth: 4 } as const;
const TYPE = 12;

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
    height: outcomes.length * 66 + 40,
    marginLeft: 10,
    marginRight: 66,
    marginTop: 4,
    marginBottom: 36,
    x: { domain: [0, top], label: 'share of the runs' },
    y: {
      type: 'band',
      domain: outcomes.flatMap(({ id }) => [0, 1, 2].map((at) => `${id}/${at}`)),
      axis: null,
      padding: 0,
    },
    marks: [
      Plot.gridX({ stroke: GRID, strokeOpacity: 1, ticks: 5 }),
      Plot.axisX({
        ticks: 5,
        tickFormat: percentTick,
        fill: INK,
        stroke: FAINT,
        labelAnchor: 'left',
        labelArrow: 'none',
      }),
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
      Plot.text(names, {
        y,
        text: (name: { title: string }) => visible(name.title),
        frameAnchor: 'left',
        textAnchor: 'start',
        dx: 3,
        dy: 2,
        fill: INK,
        fontWeight: 600,
        lineWidth: (width - 20) / TYPE,
        textOverflow: 'ellipsis',
        ...HALO,
      }),
    ],
  });
}

/** Paired differences with their intervals, about a line at nought. */
export function drawDifferences(
  drawing: Drawing,
  width: number,
  outcomes: readonly TitledDifference[],
  said: (outcome: TitledDifference) => string,
): DrawnElement {
  const { Plot } = drawing;
  const reach =
    Math.max(0.02, ...outcomes.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)])) * 1.06;
  const y = 'id';
  const points = (share: number) =>
    `${share > 0 ? '+' : share < 0 ? '−' : ''}${Math.round(Math.abs(100 * share))}`;
  return drawPlot(drawing, width, {
    height: outcomes.length * 44 + 40,
    marginLeft: 12,
    marginRight: 14,
    marginTop: 4,
    marginBottom: 36,
    x: { domain: [-reach, reach], label: 'points, B less A' },
    y: { type: 'band', domain: outcomes.map((outcome) => outcome.id), axis: null, padding: 0.05 },
    marks: [
      Plot.gridX({ stroke: GRID, strokeOpacity: 1, ticks: 5 }),
      Plot.axisX({
        ticks: 5,
        tickFormat: points,
        fill: INK,
        stroke: FAINT,
        labelAnchor: 'left',
        labelArrow: 'none',
      }),
      Plot.ruleX([0], { stroke: INK }),
      Plot.ruleY(outcomes, { x1: 'low', x2: 'high', y, stroke: SECOND, strokeWidth: 5, dy: 9 }),
      Plot.dot(outcomes, { x: 'difference', y, r: 5, fill: INK, stroke: PAPER, strokeWidth: 1.5, dy: 9 }),
      Plot.text(outcomes, {
        y,
        text: (outcome: TitledDifference) => visible(outcome.title),
        frameAnchor: 'left',
        textAnchor: 'start',
        dy: -9,
        dx: -5,
        fill: INK,
        fontWeight: 600,
        lineWidth: (width - 140) / TYPE,
        textOverflow: 'ellipsis',
        ...HALO,
      }),
      Plot.text(outcomes, {
        y,
        text: said,
        frameAnchor: 'right',
        textAnchor: 'end',
        dy: -9,
        dx: 10,
        fill: INK,
        ...HALO,
      }),
    ],
  });
}

/** Medians of the averages under both scenarios: the first as a full line, the second dashed, one panel a direction. */
export function drawTwoMedians(
  drawing: Drawing,
  width: number,
  base: readonly AverageLine[],
  variant: readonly AverageLine[],
  span: { readonly from: string; readonly to: string },
): DrawnElement {
  const { Plot } = drawing;
  const medians = (lines: readonly AverageLine[]) =>
    lines.flatMap(({ label, dates, fan }) => dates.map((on, at) => ({ label, on, value: fan[at]!.p50 })));
  const [first, second] = [medians(base), medians(variant)];
  const domain = base.map((line) => line.label);
  const ticks = timeTicks(span.from, span.to, width <= WIDTHS.narrow ? 4 : 9);
  const peak = Math.max(1, ...first.map((step) => step.value), ...second.map((step) => step.value));
  const line = {
    x: (step: { on: string }) => instant(step.on),
    y: 'value',
    fy: 'label',
    curve: 'step-after' as const,
  };
  return drawPlot(drawing, width, {
    height: domain.length * (width <= WIDTHS.narrow ? 150 : 180) + 30,
    marginLeft: 38,
    marginRight: 14,
    marginTop: 8,
    marginBottom: 26,
    x: { type: 'utc', domain: [instant(span.from), instant(span.to)] },
    y: { domain: [0, peak * 1.25] },
    fy: { domain, axis: null, padding: 0.06 },
    marks: [
      Plot.gridY({ stroke: GRID, strokeOpacity: 1, ticks: 5 }),
      Plot.axisY({
        ticks: 5,
        tickFormat: (value: number) => `${value}%`,
        fill: INK,
        stroke: FAINT,
        label: null,
        tickSize: 0,
      }),
      Plot.axisX(ticks.map(instant), {
        tickFormat: tickLabels(ticks),
        fill: INK,
        stroke: FAINT,
        label: null,
      }),
      Plot.lineY(first, { ...line, stroke: ACCENT, strokeWidth: 2.5 }),
      Plot.lineY(second, { ...line, stroke: SECOND, strokeWidth: 2.5, strokeDasharray: '6 4' }),
      Plot.ruleY([0], { stroke: FAINT }),
      Plot.text(domain, {
        fy: (label: string) => label,
        text: (label: string) => label,
        frameAnchor: 'top-left',
        dx: 6,
        dy: 8,
        fill: INK,
        fontWeight: 600,
        ...HALO,
      }),
    ],
  });
}
