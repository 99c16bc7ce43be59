/**
 * Tables of quantities of interest: every one that all scenarios have, under each of them, with its difference from the first on
 * common draws. Since so many differences are looked at together, those that chance alone would bring are told from the rest by
 * Holm's procedure over all of them.
 */
import {
  described,
  sharedQuantities,
  type MeasuredQuantity,
  type QuantityOfInterest,
} from '../../ensemble/quantity-of-interest';
import { firstOf, itemAt } from '../../kit/lists';
import { holm, mean, variance, wilson, Z95 } from '../../kit/statistics';
import type { ModelSpecification } from '../../scenario/model-specification';
import type { Prepared } from '../prepared';
import type { EnsembleAnalysis, RunOptions } from '../runner/stage';
import { chanceOfChange, quantityChange, type QuantityChange } from './quantity-change';
import { seriesOf } from './side-by-side';
import { toSixDigits } from '../../kit/decimals';

/** A quantity under one scenario, with its 95 % interval of sampling: a share from 0 to 1, or in its own unit. */
export interface QuantityValue {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The change of a quantity from the first scenario to another. */
export interface QuantityDifference extends QuantityChange {
  /** How surprising it would be by chance alone, 0 to 1, if it were the only one looked at. */
  readonly chance: number;
  /** Whether it is more than chance, at 5 % for all differences of the table together. */
  readonly beyondChance: boolean;
}

/** A quantity under every scenario, in their order; differences are those of the second and later ones from the first. */
export interface ComparedQuantity extends QuantityOfInterest {
  readonly values: readonly QuantityValue[];
  readonly differences: readonly QuantityDifference[];
}

/** Values of quantities: by scenario, then by quantity, then by episode. */
export interface QuantitySeries {
  readonly quantities: readonly MeasuredQuantity[];
  readonly values: readonly (readonly (readonly number[])[])[];
}

function valueOf({ unit }: MeasuredQuantity, values: readonly number[]): QuantityValue {
  if (unit === 'probability') {
    const { p, low, high } = wilson(values.filter((value) => value > 0.5).length, values.length);
    return { value: toSixDigits(p), low: toSixDigits(low), high: toSixDigits(high) };
  }
  const value = mean(values);
  const half = values.length < 2 ? 0 : Z95 * Math.sqrt(variance(values) / values.length);
  return { value: toSixDigits(value), low: toSixDigits(value - half), high: toSixDigits(value + half) };
}

/** Runs the episodes of several scenarios side by side and takes those of the quantities asked for that all of them have; fewer episodes where it is stopped. */
export function* quantitySeriesOf(
  scenarios: readonly Prepared[],
  asked: (specification: ModelSpecification) => MeasuredQuantity[],
  { runs, seed, how }: { readonly runs: number; readonly seed: string; readonly how: RunOptions },
): EnsembleAnalysis<QuantitySeries> {
  const quantities = sharedQuantities(
    scenarios.map(({ specification }) => specification),
    asked,
  );
  const found: number[][] = [];
  yield {
    kind: 'quantities',
    setting: {
      seed,
      scenarios: scenarios.map(({ initial, specification }) => ({ initial, specification })),
      quantities: quantities.map(({ id }) => id),
    },
    from: 0,
    to: scenarios.length * runs,
    take: (part) => {
      for (const values of part) found.push([...values]);
    },
    // An episode needs its run of every scenario.
    partial: () => found.length >= scenarios.length,
    how,
  };
  const values = seriesOf(found, scenarios.length).map((episodes) =>
    quantities.map((_, at) => episodes.map((episode) => itemAt(episode, at))),
  );
  return { quantities, values };
}

/** The table of some series: values of all, and differences from the first. */
export function quantityTable({ quantities, values }: QuantitySeries): ComparedQuantity[] {
  const base = firstOf(values);
  const others = values.slice(1);
  const rows = quantities.map((quantity, at) => ({
    quantity,
    values: values.map((series) => valueOf(quantity, itemAt(series, at))),
    differences: others.map((series) => ({
      ...quantityChange(quantity, itemAt(base, at), itemAt(series, at)),
      chance: toSixDigits(chanceOfChange(quantity, itemAt(base, at), itemAt(series, at))),
    })),
  }));
  const beyond = holm(rows.flatMap(({ differences }) => differences.map(({ chance }) => chance)));
  return rows.map(({ quantity, differences, ...row }, at) => ({
    ...described(quantity),
    ...row,
    differences: differences.map((difference, other) => ({
      ...difference,
      beyondChance: itemAt(beyond, at * others.length + other),
    })),
  }));
}
