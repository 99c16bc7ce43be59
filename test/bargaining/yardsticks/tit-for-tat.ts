/** What answers in kind come to when they go to and fro: the bound of Axelrod (1984) on the whole of a spiral. */
import { retaliationSize, type RetaliationStrength } from '../../../src/bargaining/retaliation';

/**
 * Measures of two parties that answer each other in turn without doubt or delay: the first is party 0's, then party 1 answers by
 * its rule, and so on for the given number of measures in all.
 */
export function titForTatSpiral(
  first: number,
  rules: readonly [RetaliationStrength, RetaliationStrength],
  measures: number,
): number[] {
  const sizes: number[] = [];
  let size = first;
  for (let turn = 0; turn < measures; turn++) {
    if (turn > 0) size = retaliationSize(size, turn % 2 === 1 ? rules[1] : rules[0]);
    sizes.push(size);
  }
  return sizes;
}
