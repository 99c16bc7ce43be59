/** Many scenarios by one quantity: a dot with its interval for each, and a rule at the first. */
import type { Drawing, DrawnElement } from './library';
import { HALO, isNarrow, rowNames, rowsFrame, TYPE, valueAxis } from './marks';
import { drawPlot, INK, PAPER, SECOND } from './picture';
import { visible } from '../wording/visible';

/** One scenario. */
export interface ScenarioRow {
  readonly id: string;
  readonly title: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Whether it differs from the first beyond chance: filled where it does, hollow where it may not. */
  readonly clear: boolean;
}

/** Room for the names at the left of a wide drawing, in pixels. */
const NAMES = 250;

/** Scenarios by a quantity. */
export interface ScenarioDots {
  readonly rows: readonly ScenarioRow[];
  /** The value of the first scenario, where it has one. */
  readonly base: number | null;
  readonly label: string;
}

/** Draws them; values stand as they are on the axis, in per cent. */
export function drawScenarios(
  drawing: Drawing,
  width: number,
  { rows, base, label }: ScenarioDots,
): DrawnElement {
  const { Plot } = drawing;
  const y = 'id';
  const narrow = isNarrow(width);
  const dy = narrow ? 8 : 0;
  const ends = rows.flatMap(({ low, high }) => [low, high]);
  const room = Math.max(1, (Math.max(...ends) - Math.min(...ends)) * 0.06);
  return drawPlot(drawing, width, {
    ...rowsFrame({
      keys: rows.map(({ id }) => id),
      band: narrow ? 38 : 24,
      left: narrow ? 12 : NAMES,
      right: 14,
      x: { domain: [Math.min(...ends) - room, Math.max(...ends) + room], label },
    }),
    marks: [
      ...valueAxis(Plot, { tickFormat: (value) => `${value}%` }),
      Plot.ruleX(base === null ? [] : [base], { stroke: INK, strokeDasharray: '2 3' }),
      Plot.ruleY(rows, { x1: 'low', x2: 'high', y, stroke: SECOND, strokeWidth: 4, dy }),
      Plot.dot(rows, {
        x: 'value',
        y,
        r: 5,
        fill: (row: ScenarioRow) => (row.clear ? INK : PAPER),
        stroke: INK,
        strokeWidth: 1.5,
        dy,
      }),
      narrow
        ? rowNames(Plot, rows, { y, text: ({ title }) => title, dx: -5, dy: -8, room: width - 40 })
        : Plot.text(rows, {
            y,
            frameAnchor: 'left',
            textAnchor: 'end',
            dx: -10,
            text: (row: ScenarioRow) => visible(row.title),
            lineWidth: (NAMES - 20) / TYPE,
            textOverflow: 'ellipsis',
            fill: INK,
            ...HALO,
          }),
    ],
  });
}
