/** The tree of a meeting as a picture: branches from left to right, each as high as its share of all runs. */
import type { Branch, Tree } from '../../analyses/tree/tree';
import { formatDate } from '../../kit/calendar';
import { percent } from '../wording/text';
import { markup } from '../page/markup';
import type { Drawing, DrawnElement } from './library';
import { isNarrow, TYPE } from './marks';
import { bandColour, drawPlot, INK, PAPER, type Picture } from './picture';

/** The column in which a branch stands, and what it is called where there is little room. */
const PLACES: Readonly<Record<string, readonly [column: number, short: string]>> = {
  held: [0, 'they meet'],
  'not-held': [0, 'they do not meet'],
  agenda: [1, 'over the agenda'],
  narrow: [1, 'a standstill'],
  none: [1, 'nothing'],
  kept: [2, 'kept'],
  'not-kept': [2, 'not kept'],
  text: [3, 'text'],
  'no-text': [3, 'no text'],
};
const HEADS = ['Do they meet?', 'How far agreed?', 'Kept?', 'Text later?'] as const;
/** Least height of a branch in which its name is written, in pixels. */
const NAMED_FROM = { narrow: 30, wide: 17 } as const;
const HEAD = 34;

/** A branch as it is drawn: columns from the left, shares of all runs from above. */
interface Box {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly foot: number;
  readonly text: string;
}

const placeOf = ({ id }: Branch) => PLACES[id] ?? [HEADS.length - 1, id];

/** The boxes of a branch and of those below it; one that has no branch in the next column reaches to where it has. */
function boxesOf(branch: Branch, all: number, top: number): Box[] {
  const [column, short] = placeOf(branch);
  const below = branch.children.filter(({ runs }) => runs > 0);
  const share = branch.runs / all;
  const next = below[0] === undefined ? HEADS.length : placeOf(below[0])[0];
  const box: Box = {
    from: column,
    to: next,
    top,
    foot: top + share,
    text: `${short} ${percent(branch.p, 0)}`,
  };
  let at = top;
  return [
    box,
    ...below.flatMap((child) => {
      const boxes = boxesOf(child, all, at);
      at += child.runs / all;
      return boxes;
    }),
  ];
}

/** All boxes of a tree; branches that no run takes have none. */
export function boxes({ tree, runs }: Pick<Tree, 'tree' | 'runs'>): Box[] {
  let at = 0;
  return tree.children.flatMap((child) => {
    const found = child.runs > 0 ? boxesOf(child, runs, at) : [];
    at += child.runs / runs;
    return found;
  });
}

function drawTree(drawing: Drawing, width: number, found: Tree): DrawnElement {
  const { Plot } = drawing;
  const height = isNarrow(width) ? 420 : 400;
  const every = boxes(found);
  // Where no text is looked for, nothing stands in its column.
  const heads = HEADS.slice(0, 1 + Math.max(0, ...every.map(({ from }) => from)));
  const all = every.map((box) => ({ ...box, to: Math.min(box.to, heads.length) }));
  const column = width / heads.length;
  const named = all.filter(
    ({ top, foot }) =>
      (foot - top) * (height - HEAD) >= (isNarrow(width) ? NAMED_FROM.narrow : NAMED_FROM.wide),
  );
  return drawPlot(drawing, width, {
    height,
    margin: 0,
    marginTop: HEAD,
    x: { domain: [0, heads.length], axis: null },
    y: { domain: [1, 0], axis: null },
    marks: [
      Plot.rect(all, {
        x1: 'from',
        x2: 'to',
        y1: 'top',
        y2: 'foot',
        fill: (box: Box) => bandColour(box.from + 1),
        fillOpacity: 0.3,
        stroke: PAPER,
        strokeWidth: 1.5,
      }),
      Plot.text(named, {
        x: 'from',
        y: (box: Box) => (box.top + box.foot) / 2,
        dx: 4,
        text: 'text',
        textAnchor: 'start',
        // Letters are wider on some machines than they are reckoned to be.
        lineWidth: (column - (isNarrow(width) ? 20 : 8)) / TYPE,
        fill: INK,
        fontSize: TYPE,
      }),
      Plot.text(heads, {
        x: (_: string, at: number) => at,
        frameAnchor: 'top',
        dx: 4,
        dy: -HEAD + 2,
        text: (head: string) => head,
        textAnchor: 'start',
        lineWidth: (column - 4) / TYPE,
        fill: INK,
        fontWeight: 600,
        fontSize: TYPE,
        lineAnchor: 'top',
      }),
    ],
  });
}

/** Rows of the table: each branch under the one above. */
function rowsOf(branch: Branch, all: number, way: string): string[][] {
  const name = way === '' ? branch.label : `${way}, ${branch.label}`;
  const { p, low, high, runs } = branch;
  return [
    [name, percent(p), `${percent(low)} to ${percent(high)}`, percent(runs / all)],
    ...branch.children.flatMap((child) => rowsOf(child, all, name)),
  ];
}

/** The likeliest way through the tree, in words. */
function likeliest(branch: Branch): string[] {
  const [first] = [...branch.children].sort((a, b) => b.runs - a.runs);
  return first === undefined || first.runs === 0
    ? []
    : [`${first.label} (${percent(first.p, 0)})`, ...likeliest(first)];
}

/** The picture of a tree. */
export function treePicture(found: Tree): Picture {
  const { tree, runs, lastLookOn } = found;
  return {
    id: 'branches',
    title: 'How the meeting branches',
    summary: `The likeliest way, each step of the one before: ${likeliest(tree).join('; ')}.`,
    legend: markup`<p>From left to right. Height: share of all runs. The figure is the share of the branch to the left. The last look is on ${formatDate(lastLookOn)}; names of thin branches stand in the table.</p>`,
    table: {
      caption: 'Branches with their shares of the branch above and of all runs',
      head: ['Branch', 'Of the branch above', '95% interval', 'Of all runs'],
      rows: tree.children.filter((child) => child.runs > 0).flatMap((child) => rowsOf(child, runs, '')),
    },
    draw: (drawing, width) => drawTree(drawing, width, found),
  };
}
