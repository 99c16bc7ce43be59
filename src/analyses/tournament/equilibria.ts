/**
 * Equilibria of a game of two players in a table, by enumeration of supports (Nash 1951; Porter, Nudelman and Shoham 2008): for every pair of
 * equally many actions, the mixtures that make the other side indifferent among its own, kept where they are probabilities and nothing
 * outside them is better. It finds all equilibria of a game that is not degenerate, and of any game those in pure actions.
 */
import { eliminate } from '../../economy/linear-system';
import { itemAt } from '../../kit/lists';

/** Payoffs by the action of the player in the rows, then by that of the player in the columns. */
export type Payoffs = readonly (readonly number[])[];

/** An equilibrium: how often each player takes each of its actions, and what it is worth to each. */
export interface Equilibrium {
  readonly row: readonly number[];
  readonly column: readonly number[];
  readonly worth: { readonly row: number; readonly column: number };
}

/** Slack in comparisons, as a part of the largest payoff. */
const SLACK = 1e-9;

const at = (table: Payoffs, row: number, column: number): number => itemAt(itemAt(table, row), column);

/** All sets of so many of the first numbers, in rising order. */
function subsets(of: number, size: number, from = 0): number[][] {
  if (size === 0) return [[]];
  const found: number[][] = [];
  for (let first = from; first <= of - size; first += 1)
    for (const rest of subsets(of, size - 1, first + 1)) found.push([first, ...rest]);
  return found;
}

/**
 * The mixture over `mixed` that makes all of `indifferent` worth the same to the other player, or null where there is none of
 * probabilities. `payoff` is the other player's.
 */
function mixture(
  mixed: readonly number[],
  indifferent: readonly number[],
  payoff: (own: number, other: number) => number,
): number[] | null {
  const size = mixed.length;
  const system = new Float64Array(size * size);
  const rightSide = new Float64Array(size);
  const first = itemAt(indifferent, 0);
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      const own = itemAt(mixed, column);
      // The last row: the shares add up to one. The others: each action is worth what the first is.
      system[row * size + column] =
        row === size - 1 ? 1 : payoff(own, itemAt(indifferent, row + 1)) - payoff(own, first);
    }
  rightSide[size - 1] = 1;
  eliminate(system, rightSide, size);
  const shares = [...rightSide];
  return shares.every((share) => Number.isFinite(share) && share > SLACK) ? shares : null;
}

/** Shares of some actions as shares of all. */
function spread(shares: readonly number[], over: readonly number[], actions: number): number[] {
  const all = new Array<number>(actions).fill(0);
  over.forEach((action, place) => (all[action] = itemAt(shares, place)));
  return all;
}

const expected = (shares: readonly number[], payoff: (action: number) => number): number =>
  shares.reduce((sum, share, action) => sum + share * payoff(action), 0);

/** What a player could gain at most by another action than its mixture. */
export function mostGain(
  own: readonly number[],
  other: readonly number[],
  payoff: (own: number, other: number) => number,
): number {
  const worths = own.map((_, action) => expected(other, (others) => payoff(action, others)));
  return Math.max(...worths) - expected(own, (action) => itemAt(worths, action));
}

/** All equilibria with supports of equal size, smaller supports first. The tables have as many rows and columns. */
export function equilibriaOf(rows: Payoffs, columns: Payoffs): Equilibrium[] {
  const [m, n] = [rows.length, rows[0]?.length ?? 0];
  const largest = Math.max(1, ...[...rows, ...columns].flat().map(Math.abs));
  const toRow = (own: number, other: number) => at(rows, own, other);
  const toColumn = (own: number, other: number) => at(columns, other, own);
  const found: Equilibrium[] = [];
  for (let size = 1; size <= Math.min(m, n); size += 1)
    for (const rowSupport of subsets(m, size))
      for (const columnSupport of subsets(n, size)) {
        // Each player's mixture makes the other indifferent.
        const x = mixture(rowSupport, columnSupport, (own, other) => at(columns, own, other));
        const y = x && mixture(columnSupport, rowSupport, (own, other) => at(rows, other, own));
        if (!x || !y) continue;
        const row = spread(x, rowSupport, m);
        const column = spread(y, columnSupport, n);
        const gain = Math.max(mostGain(row, column, toRow), mostGain(column, row, toColumn));
        if (gain > SLACK * largest) continue;
        const worth = (payoff: (own: number, other: number) => number) =>
          expected(row, (own) => expected(column, (other) => payoff(own, other)));
        found.push({
          row,
          column,
          worth: { row: worth(toRow), column: worth((own, other) => toColumn(other, own)) },
        });
      }
  return found;
}
