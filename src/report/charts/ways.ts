/** Charts of which way averages go: shares over time, and levels on a day, one panel for each direction. */
import { WAYS, type Way } from '../../ensemble/average-way';
import type { Drawing, DrawnElement } from './library';
import {
  isNarrow,
  levelAxis,
  panelNames,
  percentTick,
  timeAxis,
  timeScale,
  valueAxis,
  type Span,
} from './marks';
import { ACCENT, drawPlot, FAINT, INK, PAPER, SECOND } from './picture';
import { instant } from './time-axis';

/** Colours of the ways. */
export const WAY_COLOURS: Readonly<Record<Way, string>> = { up: SECOND, same: FAINT, down: ACCENT };

/** Shares of the ways of one average on a day. */
export interface WayStep extends Readonly<Record<Way, number>> {
  readonly label: string;
  readonly on: string;
}

/** What stands beside the shares over time. */
export interface WaysView {
  readonly span: Span;
  /** The day of the meeting; null where none lies ahead. */
  readonly meeting: string | null;
}

const LEFT = 44;
const HEAD = 24;

/** The ways as a stack over time: higher on top, lower at the foot. */
export function drawWays(
  drawing: Drawing,
  width: number,
  steps: readonly WayStep[],
  { span, meeting }: WaysView,
): DrawnElement {
  const { Plot } = drawing;
  const domain = [...new Set(steps.map(({ label }) => label))];
  const stack = steps.flatMap((step) => {
    let low = 0;
    return [...WAYS].reverse().map((way) => {
      const from = low;
      low += step[way];
      return { label: step.label, on: step.on, way, low: from, high: low };
    });
  });
  const panel = isNarrow(width) ? 130 : 150;
  const inner = 1 + HEAD / panel;
  return drawPlot(drawing, width, {
    height: domain.length * (panel + HEAD) + 30,
    marginLeft: LEFT,
    marginRight: 14,
    marginTop: 8,
    marginBottom: 26,
    x: timeScale(span),
    y: { domain: [0, inner] },
    fy: { domain, axis: null, padding: 0.06 },
    marks: [
      ...levelAxis(Plot, (share) => (share > 1 ? '' : percentTick(share))),
      Plot.areaY(stack, {
        x: (step: (typeof stack)[number]) => instant(step.on),
        y1: 'low',
        y2: 'high',
        z: 'way',
        fy: 'label',
        fill: (step: (typeof stack)[number]) => WAY_COLOURS[step.way],
        fillOpacity: 0.75,
        curve: 'step-after',
      }),
      timeAxis(Plot, span, width),
      Plot.ruleX(meeting === null ? [] : [instant(meeting)], { stroke: INK, strokeDasharray: '2 3' }),
      Plot.ruleY([0], { stroke: FAINT }),
      panelNames(Plot, domain),
    ],
  });
}

/** Levels of an average that share a bar and went the same way. */
export interface LevelBar {
  readonly from: number;
  readonly to: number;
  readonly way: Way;
  readonly p: number;
}

/** Shares of the levels of an average on a day, with the level of today as a rule. */
export function drawLevels(
  drawing: Drawing,
  width: number,
  bars: readonly LevelBar[],
  today: number,
): DrawnElement {
  const { Plot } = drawing;
  const heights = new Map<number, number>();
  const stacked = bars.map((bar) => {
    const low = heights.get(bar.from) ?? 0;
    heights.set(bar.from, low + bar.p);
    return { ...bar, low, high: low + bar.p };
  });
  const peak = Math.max(0.1, ...heights.values());
  const reach = Math.max(10, today, ...bars.map(({ to }) => to));
  return drawPlot(drawing, width, {
    height: isNarrow(width) ? 190 : 220,
    marginLeft: LEFT,
    marginRight: 14,
    marginTop: 12,
    marginBottom: 36,
    x: { domain: [0, reach * 1.02], label: 'average duty' },
    y: { domain: [0, peak * 1.08] },
    marks: [
      ...levelAxis(Plot, percentTick),
      ...valueAxis(Plot, { tickFormat: (value) => `${value}%` }),
      Plot.rectY(stacked, {
        x1: 'from',
        x2: 'to',
        y1: 'low',
        y2: 'high',
        fill: (bar: LevelBar) => WAY_COLOURS[bar.way],
        stroke: PAPER,
        strokeWidth: 0.6,
      }),
      Plot.ruleX([today], { stroke: INK, strokeDasharray: '2 3' }),
      Plot.ruleY([0], { stroke: FAINT }),
    ],
  });
}
