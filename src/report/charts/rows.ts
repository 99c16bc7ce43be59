/** Charts of rows: each has its words on a line of its own above its mark, so that they fit a narrow screen too. */
import type { Driver, IssueShare, OutcomeShare } from '../../ensemble/projection';
import { visible } from '../wording/visible';
import type { Drawing, DrawnElement } from './library';
import { ACCENT, drawPlot, FAINT, GRID, INK, PAPER, SECOND, WIDTHS } from './picture';

/** Size of type in a picture, in pixels; widths of lines are given to the library in it. */
const TYPE = 12;
/** Keeps words legible where a line of the grid passes under them. */
const HALO = { stroke: PAPER, strokeWidth: 4 } as const;
const percentTick = (share: number) => `${Math.round(100 * share)}%`;

/** Probabilities of the classes as bars with their intervals; a diamond stands at the model's own share. */
export function drawOutcomes(
  drawing: Drawing,
  width: number,
  outcomes: readonly OutcomeShare[],
  said: (outcome: OutcomeShare) => string,
): DrawnElement {
  const { Plot } = drawing;
  const top = Math.max(0.1, ...outcomes.map((outcome) => Math.max(outcome.high, outcome.pModel)));
  const y = 'id';
  return drawPlot(drawing, width, {
    height: outcomes.length * 50 + 40,
    marginLeft: 10,
    marginRight: 14,
    marginTop: 4,
    marginBottom: 36,
    x: { domain: [0, Math.min(1, top * 1.06)], label: 'probability' },
    y: { type: 'band', domain: outcomes.map((outcome) => outcome.id), axis: null, padding: 0.05 },
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
      Plot.barX(outcomes, { x: 'p', y, fill: ACCENT, insetTop: 22, insetBottom: 5 }),
      Plot.ruleY(outcomes, { x1: 'low', x2: 'high', y, stroke: PAPER, strokeWidth: 5, dy: 8 }),
      Plot.ruleY(outcomes, { x1: 'low', x2: 'high', y, stroke: INK, strokeWidth: 2, dy: 8 }),
      Plot.tickX(outcomes, { x: 'low', y, stroke: INK, strokeWidth: 2, insetTop: 26, insetBottom: 9 }),
      Plot.tickX(outcomes, { x: 'high', y, stroke: INK, strokeWidth: 2, insetTop: 26, insetBottom: 9 }),
      Plot.dot(outcomes, {
        x: 'pModel',
        y,
        symbol: 'diamond',
        r: 5,
        fill: PAPER,
        stroke: INK,
        strokeWidth: 1.5,
        dy: 8,
      }),
      Plot.ruleX([0], { stroke: FAINT }),
      Plot.text(outcomes, {
        y,
        text: (outcome: OutcomeShare) => visible(outcome.title),
        frameAnchor: 'left',
        textAnchor: 'start',
        dy: -14,
        dx: 3,
        fill: INK,
        fontWeight: 600,
        ...HALO,
        lineWidth: (width - 165) / TYPE,
        textOverflow: 'ellipsis',
      }),
      Plot.text(outcomes, {
        y,
        text: said,
        frameAnchor: 'right',
        textAnchor: 'end',
        dy: -14,
        fill: INK,
        ...HALO,
      }),
    ],
  });
}

/** Concessions issue by issue: the middle four fifths of the runs as a line, the mean as a dot. */
export function drawIssues(
  drawing: Drawing,
  width: number,
  issues: readonly IssueShare[],
  said: (issue: IssueShare) => string,
): DrawnElement {
  const { Plot } = drawing;
  const y = 'id';
  return drawPlot(drawing, width, {
    height: issues.length * 42 + 40,
    marginLeft: 12,
    marginRight: 18,
    marginTop: 4,
    marginBottom: 36,
    x: { domain: [0, 1], label: 'degree of the concession' },
    y: { type: 'band', domain: issues.map((issue) => issue.id), axis: null, padding: 0.05 },
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
      Plot.ruleY(issues, {
        x1: 'p10',
        x2: 'p90',
        y,
        stroke: SECOND,
        strokeWidth: 6,
        strokeLinecap: 'round',
        dy: 9,
      }),
      Plot.dot(issues, { x: 'mean', y, r: 5, fill: INK, stroke: PAPER, strokeWidth: 1.5, dy: 9 }),
      Plot.text(issues, {
        y,
        text: (issue: IssueShare) => visible(issue.label),
        frameAnchor: 'left',
        textAnchor: 'start',
        dy: -8,
        dx: -5,
        fill: INK,
        fontWeight: 600,
        ...HALO,
        lineWidth: (width - 120) / TYPE,
        textOverflow: 'ellipsis',
      }),
      Plot.text(issues, {
        y,
        text: said,
        frameAnchor: 'right',
        textAnchor: 'end',
        dy: -8,
        dx: 10,
        fill: INK,
        ...HALO,
      }),
    ],
  });
}

/** A driver with its words. */
export interface WordedDriver extends Driver {
  readonly meaning: string;
}

/** Rank correlations of drawn parameters with the outcome, strongest first. */
export function drawDrivers(
  drawing: Drawing,
  width: number,
  drivers: readonly WordedDriver[],
  said: (driver: WordedDriver) => string,
): DrawnElement {
  const { Plot } = drawing;
  const y = 'parameter';
  const narrow = width <= WIDTHS.narrow;
  const reach = Math.max(0.1, ...drivers.map((driver) => Math.abs(driver.correlation))) * 1.08;
  const lift = narrow ? 16 : 9;
  return drawPlot(drawing, width, {
    height: drivers.length * (narrow ? 60 : 44) + 40,
    marginLeft: 12,
    marginRight: 12,
    marginTop: 4,
    marginBottom: 36,
    x: { domain: [-reach, reach], label: 'rank correlation with the outcome' },
    y: { type: 'band', domain: drivers.map((driver) => driver.parameter), axis: null, padding: 0.05 },
    marks: [
      Plot.gridX({ stroke: GRID, strokeOpacity: 1, ticks: 5 }),
      Plot.axisX({ ticks: 5, fill: INK, stroke: FAINT, labelAnchor: 'left', labelArrow: 'none' }),
      Plot.barX(drivers, {
        x: 'correlation',
        y,
        fill: (driver: WordedDriver) => (driver.correlation < 0 ? SECOND : ACCENT),
        insetTop: narrow ? 40 : 25,
        insetBottom: 4,
      }),
      Plot.ruleX([0], { stroke: INK }),
      Plot.text(drivers, {
        y,
        text: (driver: WordedDriver) => visible(said(driver)),
        frameAnchor: 'left',
        textAnchor: 'start',
        dy: narrow ? -lift + 6 : -lift,
        dx: -5,
        fill: INK,
        ...HALO,
        lineWidth: (width - 20) / TYPE,
      }),
    ],
  });
}
