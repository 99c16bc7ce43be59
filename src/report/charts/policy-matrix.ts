/** What each pair of policies is worth to one side, as a matrix: the stronger the colour of a cell, the more. */
import type { Tournament } from '../../analyses/tournament/tournament';
import type { Facts } from '../../facts/schema';
import { itemAt } from '../../kit/lists';
import type { PartyId } from '../../model/actor';
import { markup } from '../page/markup';
import { listed, partyName, signed } from '../wording/text';
import type { Drawing, DrawnElement } from './library';
import { isNarrow, TYPE } from './marks';
import { ACCENT, drawPlot, INK, PAPER, type Picture } from './picture';

interface Cell {
  readonly us: string;
  readonly cn: string;
  readonly value: number;
  /** Whether it is the best that the side can do against the other's policy. */
  readonly isBest: boolean;
}

function cellsOf({ policies, utility, bestResponses }: Tournament, party: PartyId): Cell[] {
  return policies.flatMap((us, row) =>
    policies.map((cn, column) => ({
      us,
      cn,
      value: itemAt(itemAt(utility, row), column)[party],
      isBest: party === 'US' ? itemAt(bestResponses.US, column) === us : itemAt(bestResponses.CN, row) === cn,
    })),
  );
}

const LEFT = { narrow: 92, wide: 120 } as const;
/** Darkest that a cell gets: words on it stay legible. */
const DARKEST = 0.55;

function drawMatrix(
  drawing: Drawing,
  width: number,
  cells: readonly Cell[],
  policies: readonly string[],
): DrawnElement {
  const { Plot } = drawing;
  const narrow = isNarrow(width);
  const left = narrow ? LEFT.narrow : LEFT.wide;
  const values = cells.map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const shade = ({ value }: Cell) => (most === least ? 0 : (DARKEST * (value - least)) / (most - least));
  return drawPlot(drawing, width, {
    height: policies.length * (narrow ? 30 : 36) + 28,
    marginLeft: left,
    marginRight: 4,
    marginTop: 24,
    marginBottom: 4,
    x: { domain: policies, axis: null, padding: 0.04 },
    y: { domain: policies, axis: null, padding: 0.04 },
    marks: [
      Plot.cell(cells, { x: 'cn', y: 'us', fill: ACCENT, fillOpacity: shade, stroke: PAPER }),
      ...[true, false].map((isBest) =>
        Plot.text(
          cells.filter((cell) => cell.isBest === isBest),
          {
            x: 'cn',
            y: 'us',
            text: ({ value }: Cell) => `${signed(value, narrow ? 1 : 2)}${isBest ? '*' : ''}`,
            fill: INK,
            fontSize: narrow ? 9 : TYPE,
            fontWeight: isBest ? 700 : 400,
          },
        ),
      ),
      Plot.text(policies, {
        y: (policy: string) => policy,
        frameAnchor: 'left',
        dx: -left + 2,
        text: (policy: string, at: number) => `${at + 1} ${policy}`,
        textAnchor: 'start',
        lineWidth: (left - 6) / TYPE,
        fill: INK,
        fontSize: narrow ? 10 : TYPE,
      }),
      Plot.text(policies, {
        x: (policy: string) => policy,
        frameAnchor: 'top',
        dy: -12,
        text: (_: string, at: number) => String(at + 1),
        fill: INK,
        fontSize: TYPE,
        fontWeight: 600,
      }),
    ],
  });
}

/** The picture of what a tournament is worth to one side. */
export function matrixPicture(found: Tournament, party: PartyId, facts: Facts): Picture {
  const cells = cellsOf(found, party);
  const name = partyName(facts, party);
  const best = [...cells].sort((a, b) => b.value - a.value);
  const said = best.slice(0, 2).map(({ us, cn, value }) => `${us} against ${cn} (${signed(value, 2)})`);
  return {
    id: `worth-${party.toLowerCase()}`,
    title: `Worth to ${name}`,
    summary: `Most to ${name}: ${listed(said)}, the policy of the United States first; points of 1 % of GDP for a year.`,
    legend: markup`<p>Rows: the policy of the United States; columns: that of China, by the same numbers. The stronger the colour, the more it is worth to ${name}; a star marks its best answer to the other side.</p>`,
    table: {
      caption: `Worth to ${name} of each pair of policies, points of 1 % of GDP for a year`,
      head: ['United States \\ China', ...found.policies],
      rows: found.policies.map((us) => [
        us,
        ...cells
          .filter((cell) => cell.us === us)
          .map(({ value, isBest }) => `${signed(value, 2)}${isBest ? '*' : ''}`),
      ]),
    },
    draw: (drawing, width) => drawMatrix(drawing, width, cells, found.policies),
  };
}
