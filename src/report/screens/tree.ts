/** The screen of a tree: each branch under the one above, with its share of it and its share of all runs. */
import type { Branch, Tree } from '../../analyses/tree/tree';
import { formatDate } from '../../kit/calendar';
import { bar, heading, percent, screen, thousands, widthOf, wrap, type Paint } from '../wording/text';

const BAR_WIDTH = 10;
/** Characters of an interval and of a share of all runs. */
const INTERVAL_WIDTH = 14;
const SHARE_WIDTH = 7;
/** Characters of a branch and its label below which bars are left out. */
const LEAST_LABEL = 40;

/** How a tree is drawn. */
interface Look {
  readonly paint: Paint;
  readonly draws: boolean;
  /** Characters of a branch and its label. */
  readonly room: number;
  /** Number of all runs. */
  readonly all: number;
}

function lookOf(paint: Paint, draws: boolean, all: number): Look {
  const bare = widthOf(paint) - INTERVAL_WIDTH - SHARE_WIDTH;
  const withBars = bare - BAR_WIDTH - 2;
  const bars = draws && withBars >= LEAST_LABEL;
  return { paint, draws: bars, room: bars ? withBars : bare, all };
}

/** Lines of a branch and of those below it; `trunk` is what stands before each of its lines. */
function branchLines(branch: Branch, trunk: string, isLast: boolean, look: Look): string[] {
  const { label, p, low, high, runs, children } = branch;
  const { paint, draws, room, all } = look;
  const head = `${trunk}${isLast ? '└─' : '├─'} ${percent(p, 0).padStart(4)}  `;
  const under = `${trunk}${isLast ? '  ' : '│ '} `;
  const [first = '', ...more] = wrap({ width: room }, label, head, `${under}      `);
  const drawn = draws ? `  ${bar(runs / all, BAR_WIDTH)}` : '';
  const tail = `${`${percent(low, 0)} to ${percent(high, 0)}`.padStart(INTERVAL_WIDTH)}${percent(runs / all, 0).padStart(SHARE_WIDTH)}${drawn}`;
  const below = children.filter((child) => child.runs > 0);
  return [
    `${first.padEnd(room)}${paint.dim(tail)}`.trimEnd(),
    ...more,
    ...below.flatMap((child, at) => branchLines(child, under, at === below.length - 1, look)),
  ];
}

/** The commonest way through a tree: its branches from the first on, and how many runs take it to the end. */
function commonestWay(branches: readonly Branch[]): {
  readonly labels: readonly string[];
  readonly runs: number;
} {
  const ways = branches.map(({ label, runs, children }) => {
    const below = commonestWay(children);
    return children.length === 0
      ? { labels: [label], runs }
      : { labels: [label, ...below.labels], runs: below.runs };
  });
  return ways.reduce((best, way) => (way.runs > best.runs ? way : best), { labels: [] as string[], runs: 0 });
}

/** A tree as a screen. Branches that no run takes are left out. Pure. */
export function treeText(found: Tree & { readonly title: string }, paint: Paint, draws: boolean): string {
  const { title, tree, runs, seed, days, lastLookOn, today } = found;
  const branches = tree.children.filter((child) => child.runs > 0);
  const look = lookOf(paint, draws, runs);
  const way = commonestWay(branches);
  const head = `${'  of the branch above'.padEnd(look.room)}${'95% interval'.padStart(INTERVAL_WIDTH)}${'of all'.padStart(SHARE_WIDTH)}`;
  return screen(paint, [
    ...heading(paint, title, `branch by branch from ${formatDate(today)}`),
    ...wrap(
      paint,
      `The commonest way, in ${percent(way.runs / runs, 0)} of all runs: ${way.labels.join('; ')}.`,
      '  ',
    ),
    '',
    paint.dim(head),
    ...branches.flatMap((branch, at) => branchLines(branch, '  ', at === branches.length - 1, look)),
    '',
    ...wrap(
      paint,
      `Kept: by ${formatDate(lastLookOn)}, ${days} days after the planned day of the meeting, no breach is documented and no pledge of the agreement is left undone. Shares of runs in the model, without the base rate; branches that no run takes are left out.`,
      '  ',
    ).map(paint.dim),
    ...wrap(paint, `${thousands(runs)} runs, seed ${JSON.stringify(seed)}.`, '  ').map(paint.dim),
  ]);
}
