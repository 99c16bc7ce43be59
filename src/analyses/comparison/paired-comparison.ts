/**
 * Comparison of two scenarios on common draws: episode by episode the same parameter draw, so that only the change
 * differs.
 */
import { countPairs, pairedDifference } from '../../kit/paired-shares';
import { wilson } from '../../kit/statistics';
import type { ComparedQuantity } from './quantity-table';

/** An outcome class under two scenarios, with the paired difference and its 95 % interval. */
export interface OutcomeDifference {
  /** Id of the outcome class. */
  readonly id: string;
  /** Share of the episodes that end in it under the base, 0 to 1. */
  readonly base: number;
  /** Share of the episodes that end in it under the variant, 0 to 1. */
  readonly variant: number;
  /** Variant less base, points of probability as a share, -1 to 1. */
  readonly difference: number;
  /** Lower end of the 95 % interval of the difference (Newcombe's for pairs). */
  readonly low: number;
  /** Upper end of the 95 % interval of the difference. */
  readonly high: number;
}

/** Outcome classes of the same episodes under two scenarios. */
export interface OutcomeComparison {
  /** Of a comparison that was stopped: pairs of runs that were done, and those that were asked for. */
  readonly partial?: {
    /** Pairs of runs that were done. */
    readonly done: number;
    /** Pairs of runs that were asked for. */
    readonly asked: number;
    /** Of one that was stopped while pairs were looked into: how many were, and how many were to be. */
    readonly histories?: {
      /** Pairs whose histories were looked into. */
      readonly done: number;
      /** Pairs whose histories were to be looked into. */
      readonly asked: number;
    };
  };
  /** The outcome classes in their order, each under both scenarios. */
  readonly outcomes: readonly OutcomeDifference[];
  /** Variance of the difference on common draws and on independent ones, summed over the classes. */
  readonly variance: {
    /** Variance of the difference on common draws, as McNemar's test has it. */
    readonly paired: number;
    /** Variance that the difference would have on independent draws. */
    readonly unpaired: number;
    /** How many times the runs independent draws would need for the same sharpness; null where no pair differs. */
    readonly saved: number | null;
  };
  /** Pairs that end in different classes: their number, and their share with its 95 % interval. */
  readonly changed: {
    /** Number of pairs. */
    readonly pairs: number;
    /** Share of the pairs that were looked at, 0 to 1. */
    readonly share: number;
    /** Lower end of the 95 % interval of the share (Wilson), 0 to 1. */
    readonly low: number;
    /** Upper end of the 95 % interval of the share, 0 to 1. */
    readonly high: number;
  };
}

/** The answer of a comparison. */
export interface Comparison extends OutcomeComparison {
  /** Ids of both scenarios, the base first. */
  readonly scenarios: readonly string[];
  /** Every quantity of interest that either has, under each, and how it changes. */
  readonly quantities: readonly ComparedQuantity[];
}

/** A share of pairs with Wilson's 95 % interval, in the words of a comparison. */
export function shareOf(pairs: number, of: number): OutcomeComparison['changed'] {
  const { p, low, high } = wilson(pairs, of);
  return { pairs, share: p, low, high };
}

/**
 * Pairs two series of outcomes, of the same episodes, class by class, with Newcombe's interval for paired shares. The
 * variance of a paired difference is that of McNemar's test. Throws a RangeError on unequal lengths and on none.
 */
export function comparePaired(
  ids: readonly string[],
  base: readonly number[],
  variant: readonly number[],
): OutcomeComparison {
  const n = base.length;
  if (variant.length !== n || n === 0)
    throw new RangeError(`cannot pair ${n} episodes with ${variant.length}`);
  let paired = 0;
  let unpaired = 0;
  const outcomes = ids.map((id, index) => {
    const counts = countPairs(
      n,
      (k) => base[k] === index,
      (k) => variant[k] === index,
    );
    const { both, onlyFirst, onlySecond } = counts;
    const pb = (both + onlyFirst) / n;
    const pv = (both + onlySecond) / n;
    const { difference, low, high } = pairedDifference(counts);
    paired += ((onlyFirst + onlySecond) / n - difference * difference) / n;
    unpaired += (pb * (1 - pb) + pv * (1 - pv)) / n;
    return { id, base: pb, variant: pv, difference, low, high };
  });
  const changed = base.filter((outcome, k) => outcome !== variant[k]).length;
  return {
    outcomes,
    variance: { paired, unpaired, saved: paired > 0 ? unpaired / paired : null },
    changed: shareOf(changed, n),
  };
}
