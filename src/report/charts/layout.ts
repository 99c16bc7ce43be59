import { itemAt } from '../../kit/lists';
/** Where labels go: rows of marks along an edge, and places beside a stack, so that no label meets another. */

/**
 * Puts marks at positions along an axis into as few rows as keep those of one row `gap` apart. Gives the row of each,
 * from 0, in the order given; positions must rise.
 */
export function rowsOf(positions: readonly number[], gap: number): number[] {
  const last: number[] = [];
  return positions.map((position) => {
    const free = last.findIndex((taken) => position - taken >= gap);
    const row = free < 0 ? last.length : free;
    last[row] = position;
    return row;
  });
}

/**
 * Moves rising positions apart until neighbours are `gap` apart, as little as need be, and keeps them within bounds
 * where they fit.
 */
export function spread(positions: readonly number[], gap: number, low: number, high: number): number[] {
  const placed: number[] = [];
  for (const position of positions) placed.push(Math.max(position, (placed.at(-1) ?? low - gap) + gap));
  let ceiling = high;
  for (let at = placed.length - 1; at >= 0; at -= 1) {
    placed[at] = Math.min(itemAt(placed, at), ceiling);
    ceiling = itemAt(placed, at) - gap;
  }
  return placed;
}
