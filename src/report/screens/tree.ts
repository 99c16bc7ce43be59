/** The screen of a tree: each branch under the one above, with its share of it and its share of all runs. */
import type { Branch, Tree } from '../../analyses/tree/tree';
import { formatDate } from '../../kit/calendar';
import { bar, heading, percent, screen, thousands, WIDTH, wrap, type Paint } from '../wording/text';

const BAR_WIDTH = 10;

/** Lines of a branch and of those below it; `trunk` is what stands before each of its lines. */
function branchLines(
  branch: Branch,
  all: number,
  trunk: string,
  isLast: boolean,
  look: { readonly paint: Paint; readonly draws: boolean },
): string[] {
  const { label, p, low, high, runs, children } = branch;
  const { paint, draws } = look;
  const head = `${trunk}${isLast ? '└─' : '├─'} ${percent(p, 0).padStart(4)}  ${label}`;
  const drawn = draws ? `  ${bar(runs / all, BAR_WIDTH)}` : '';
  const tail = `${`${percent(low, 0)} to ${percent(high, 0)}`.padStart(14)}${percent(runs / all, 0).padStart(7)}${drawn}`;
  const room = WIDTH - 14 - 7 - (draws ? BAR_WIDTH + 2 : 0);
  const below = children.filter((child) => child.runs > 0);
  return [
    `${head.padEnd(room)}${paint.dim(tail)}`.trimEnd(),
    ...below.flatMap((child, at) =>
      branchLines(child, all, `${trunk}${isLast ? '  ' : '│ '} `, at === below.length - 1, look),
    ),
  ];
}

/** A tree as a screen of 80 columns. Branches that no run takes are left out. Pure. */
export function treeText(found: Tree & { readonly title: string }, paint: Paint, draws: boolean): string {
  const { title, tree, runs, seed, days, lastLookOn, today } = found;
  const branches = tree.children.filter((child) => child.runs > 0);
  const room = WIDTH - 14 - 7 - (draws ? BAR_WIDTH + 2 : 0);
  const head = `${'  of the branch above'.padEnd(room)}${'95% interval'.padStart(14)}${'of all'.padStart(7)}`;
  return screen([
    heading(paint, title, `branch by branch from ${formatDate(today)}`),
    '',
    paint.dim(head),
    ...branches.flatMap((branch, at) =>
      branchLines(branch, runs, '  ', at === branches.length - 1, { paint, draws }),
    ),
    '',
    ...wrap(
      `Kept: by ${formatDate(lastLookOn)}, ${days} days after the planned day of the meeting, no breach is documented and no pledge of the agreement is left undone. Shares of runs in the model, without the base rate; branches that no run takes are left out.`,
      '  ',
    ).map(paint.dim),
    ...wrap(`${thousands(runs)} runs, seed ${JSON.stringify(seed)}.`, '  ').map(paint.dim),
  ]);
}
