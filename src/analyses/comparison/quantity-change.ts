/** How a quantity of interest changes from one series of episodes to another on the same draws. */
import type { MeasuredQuantity } from '../../ensemble/quantity-of-interest';
import { itemAt } from '../../kit/lists';
import { countPairs, pairedDifference } from '../../kit/paired-shares';
import { mean, variance, Z95 } from '../../kit/statistics';

/** A change of a quantity of interest, with its 95 % interval of sampling: points of probability as a share, or in its own unit. */
export interface QuantityChange {
  readonly change: number;
  readonly low: number;
  readonly high: number;
}

const round = (value: number) => Math.round(value * 1e6) / 1e6 + 0;

/** The change from one series to another of the same episodes: Newcombe's interval for shares, the normal one for averages. */
export function quantityChange(
  { unit }: Pick<MeasuredQuantity, 'unit'>,
  without: readonly number[],
  withIt: readonly number[],
): QuantityChange {
  if (unit === 'probability') {
    const counts = countPairs(
      without.length,
      (at) => itemAt(without, at) > 0.5,
      (at) => itemAt(withIt, at) > 0.5,
    );
    const { difference, low, high } = pairedDifference(counts);
    return { change: round(difference), low: round(low), high: round(high) };
  }
  const differences = withIt.map((value, at) => value - itemAt(without, at));
  const change = mean(differences);
  const half = differences.length < 2 ? 0 : Z95 * Math.sqrt(variance(differences) / differences.length);
  return { change: round(change), low: round(change - half), high: round(change + half) };
}
