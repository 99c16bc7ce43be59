/** Charts of rows: each has its words on a line of its own above its mark, so that they fit a narrow screen too. */
import type { Driver } from '../../ensemble/drivers';
import type { OutcomeShare } from '../../ensemble/projection';
import type { Drawing, DrawnElement } from './library';
import { charactersIn, percentTick, rowFigures, rowNames, rowsFrame, rowWords, valueAxis } from './marks';
import { ACCENT, drawPlot, FAINT, INK, PAPER, SECOND } from './picture';

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
    ...rowsFrame({
      keys: outcomes.map((outcome) => outcome.id),
      band: 50,
      left: 10,
      right: 14,
      x: { domain: [0, Math.min(1, top * 1.06)], label: 'probability' },
    }),
    marks: [
      ...valueAxis(Plot, { tickFormat: percentTick }),
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
      rowNames(Plot, outcomes, { y, text: ({ title }) => title, dx: 3, dy: -14, room: width - 165 }),
      rowFigures(Plot, outcomes, { y, text: said, dy: -14 }),
    ],
  });
}

/** A driver with its words. */
export interface WordedDriver extends Driver {
  readonly meaning: string;
}

/** Height of a line of words and of a bar, in pixels. */
const LINE = 15;
const BAR = 14;

/** Rank correlations of drawn parameters with the outcome, strongest first. */
export function drawDrivers(
  drawing: Drawing,
  width: number,
  drivers: readonly WordedDriver[],
  said: (driver: WordedDriver) => string,
): DrawnElement {
  const { Plot } = drawing;
  const y = 'parameter';
  // Words of a driver may need several lines above its bar: all bands are as high as the longest needs.
  const lines = Math.max(
    1,
    ...drivers.map((driver) => Math.ceil(said(driver).length / charactersIn(width - 20))),
  );
  const head = LINE * lines + 4;
  const reach = Math.max(0.1, ...drivers.map((driver) => Math.abs(driver.correlation))) * 1.08;
  return drawPlot(drawing, width, {
    ...rowsFrame({
      keys: drivers.map((driver) => driver.parameter),
      band: head + BAR + 6,
      left: 12,
      right: 12,
      x: { domain: [-reach, reach], label: 'rank correlation with the outcome' },
    }),
    marks: [
      ...valueAxis(Plot),
      Plot.barX(drivers, {
        x: 'correlation',
        y,
        fill: (driver: WordedDriver) => (driver.correlation < 0 ? SECOND : ACCENT),
        insetTop: head,
        insetBottom: 4,
      }),
      Plot.ruleX([0], { stroke: INK }),
      rowWords(Plot, drivers, { y, text: said, dx: -5, dy: -(BAR + 4) / 2, room: width - 20 }),
    ],
  });
}
