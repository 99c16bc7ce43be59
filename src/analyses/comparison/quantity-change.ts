/** How a quantity of interest changes from one series of episodes to another on the same draws. */
import type { MeasuredQuantity } from '../../ensemble/quantity-of-interest';
import { itemAt } from '../../kit/lists';
import { countPairs, mcNemar, pairedDifference, type PairCounts } from '../../kit/paired-shares';
import { normalCdf } from '../../kit/portable-math';
import { mean, variance, Z95 } from '../../kit/statistics';
import { toSixDigits } from '../../kit/decimals';

/** A change of a quantity of interest, with its 95 % interval of sampling: points of probability as a share, or in its own unit. */
export interface QuantityChange {
  /** The change: positive where the quantity rises. */
  readonly change: number;
  /** Lower end of the interval of the change, in the same unit. */
  readonly low: number;
  /** Upper end of the interval of the change, in the same unit. */
  readonly high: number;
}

const pairsOf = (without: readonly number[], withIt: readonly number[]): PairCounts =>
  countPairs(
    without.length,
    (at) => itemAt(without, at) > 0.5,
    (at) => itemAt(withIt, at) > 0.5,
  );

/** The change from one series to another of the same episodes: Newcombe's interval for shares, the normal one for averages. */
export function quantityChange(
  { unit }: Pick<MeasuredQuantity, 'unit'>,
  without: readonly number[],
  withIt: readonly number[],
): QuantityChange {
  if (unit === 'probability') {
    const { difference, low, high } = pairedDifference(pairsOf(without, withIt));
    return { change: toSixDigits(difference), low: toSixDigits(low), high: toSixDigits(high) };
  }
  const differences = withIt.map((value, at) => value - itemAt(without, at));
  const change = mean(differences);
  const half = differences.length < 2 ? 0 : Z95 * Math.sqrt(variance(differences) / differences.length);
  return { change: toSixDigits(change), low: toSixDigits(change - half), high: toSixDigits(change + half) };
}

/**
 * How surprising a change would be if nothing but chance lay behind it, 0 to 1: McNemar's test in its exact form for shares, the
 * normal one of the mean difference of pairs for averages; 1 where no episode differs.
 */
export function chanceOfChange(
  { unit }: Pick<MeasuredQuantity, 'unit'>,
  without: readonly number[],
  withIt: readonly number[],
): number {
  if (unit === 'probability') return mcNemar(pairsOf(without, withIt));
  const differences = withIt.map((value, at) => value - itemAt(without, at));
  if (differences.every((difference) => difference === 0)) return 1;
  const spread = differences.length < 2 ? 0 : variance(differences);
  // All alike and not nought: chance does not do that.
  if (spread === 0) return differences.length < 2 ? 1 : 0;
  return 2 * normalCdf(-Math.abs(mean(differences)) / Math.sqrt(spread / differences.length));
}
