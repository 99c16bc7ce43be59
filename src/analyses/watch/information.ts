/**
 * How much a signal tells of an outcome: their mutual information in bits (Shannon 1948), less what the luckiest of as many
 * signals that tell nothing would show.
 *
 * Of n episodes in a table of r rows and c columns, 2 n ln 2 times the plug-in estimate is chi-squared with (r - 1)(c - 1) degrees of freedom
 * where nothing is told (the likelihood-ratio test of independence), and such a variable passes d + 2 sqrt(d x) + 2 x with a chance of at most e^-x
 * (Laurent and Massart, Annals of Statistics 28, 2000, lemma 1). With x = ln(signals / .05) no signal that tells nothing is credited with
 * anything, in 95 of 100 answers.
 */
import { itemAt } from '../../kit/lists';
import { log } from '../../kit/portable-math';

/** Chance that any signal that tells nothing is credited with something. */
const LEVEL = 0.05;
const LN2 = log(2);

/** Mutual information of two classifications of the same things by the plug-in estimate, bits; from 0. */
export function mutualInformation(a: readonly number[], b: readonly number[]): number {
  const n = a.length;
  const [rows, columns] = [new Map<number, number>(), new Map<number, number>()];
  const cells = new Map<number, Map<number, number>>();
  const add = (counts: Map<number, number>, key: number) => counts.set(key, (counts.get(key) ?? 0) + 1);
  a.forEach((row, at) => {
    const column = itemAt(b, at);
    add(rows, row);
    add(columns, column);
    const cell = cells.get(row) ?? new Map<number, number>();
    cells.set(row, cell);
    add(cell, column);
  });
  let sum = 0;
  for (const [row, counts] of cells)
    for (const [column, count] of counts)
      sum += (count / n) * log((count * n) / ((rows.get(row) ?? 0) * (columns.get(column) ?? 0)));
  return Math.max(0, sum / LN2);
}

/**
 * The information of a signal about an outcome beyond chance, bits from 0. `seen` and `outcome` by episode; `signals` is the
 * number of signals that are looked at together.
 */
export function informationBeyondChance(
  seen: readonly boolean[],
  outcome: readonly number[],
  signals: number,
): number {
  const kinds = new Set(outcome).size;
  if (kinds < 2 || !seen.includes(true) || !seen.includes(false)) return 0;
  const freedom = kinds - 1;
  const x = log(signals / LEVEL);
  const luck = freedom + 2 * Math.sqrt(freedom * x) + 2 * x;
  const found = mutualInformation(
    seen.map((yes) => (yes ? 1 : 0)),
    outcome,
  );
  return Math.max(0, found - luck / (2 * seen.length * LN2));
}
