/**
 * Tables of quantities of interest: every one that any of the scenarios has, under each that has it, with its difference from the
 * first on common draws. Since so many differences are looked at together, those that chance alone would bring are told from the rest by
 * Holm's procedure over all of them.
 */
import {
  described,
  unionOfQuantities,
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
  /** Share or mean over the episodes. */
  readonly value: number;
  /** Lower end of the 95 % interval. */
  readonly low: number;
  /** Upper end of the 95 % interval. */
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
  /** Null under a scenario that does not have it: of a meeting where none lies ahead, of a class that it does not know. */
  readonly values: readonly (QuantityValue | null)[];
  /** Null where one of the two does not have it. */
  readonly differences: readonly (QuantityDifference | null)[];
}

/** Values of quantities: by scenario, then by quantity, then by episode; null in place of a quantity that a scenario does not have. */
export interface QuantitySeries {
  readonly quantities: readonly MeasuredQuantity[];
  /** Episodes that all scenarios have run. */
  readonly episodes: number;
  readonly values: readonly (readonly (readonly number[] | null)[])[];
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

/** Runs the episodes of several scenarios side by side and takes of each the quantities that it has; fewer episodes where it is stopped. */
export function* quantitySeriesOf(
  scenarios: readonly Prepared[],
  quantitiesOf: (specification: ModelSpecification) => MeasuredQuantity[],
  { runs, seed, how }: { readonly runs: number; readonly seed: string; readonly how: RunOptions },
): EnsembleAnalysis<QuantitySeries> {
  const theirs = scenarios.map(({ specification }) => quantitiesOf(specification));
  const found: number[][] = [];
  yield {
    kind: 'quantities',
    setting: {
      seed,
      scenarios: scenarios.map(({ initial, specification }, at) => ({
        initial,
        specification,
        quantities: itemAt(theirs, at).map(({ id }) => id),
      })),
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
  const quantities = unionOfQuantities(theirs);
  const series = seriesOf(found, scenarios.length);
  const values = series.map((episodes, scenario) => {
    const places = new Map(itemAt(theirs, scenario).map(({ id }, place) => [id, place]));
    return quantities.map(({ id }) => {
      const place = places.get(id);
      return place === undefined ? null : episodes.map((episode) => itemAt(episode, place));
    });
  });
  return { quantities, episodes: firstOf(series).length, values };
}

function differenceOf(
  quantity: MeasuredQuantity,
  base: readonly number[] | null,
  other: readonly number[] | null,
): Omit<QuantityDifference, 'beyondChance'> | null {
  if (base === null || other === null) return null;
  return {
    ...quantityChange(quantity, base, other),
    chance: toSixDigits(chanceOfChange(quantity, base, other)),
  };
}

/** The table of some series: values of all, and differences from the first. */
export function quantityTable({ quantities, values }: QuantitySeries): ComparedQuantity[] {
  const base = firstOf(values);
  const others = values.slice(1);
  const rows = quantities.map((quantity, at) => ({
    quantity,
    values: values.map((series) => {
      const own = itemAt(series, at);
      return own === null ? null : valueOf(quantity, own);
    }),
    differences: others.map((series) => differenceOf(quantity, itemAt(base, at), itemAt(series, at))),
  }));
  const told = rows.flatMap(({ differences }) => differences.filter((difference) => difference !== null));
  const beyond = holm(told.map(({ chance }) => chance));
  const isBeyond = new Map(told.map((difference, at) => [difference, itemAt(beyond, at)]));
  return rows.map(({ quantity, differences, ...row }) => ({
    ...described(quantity),
    ...row,
    differences: differences.map((difference) =>
      difference === null ? null : { ...difference, beyondChance: isBeyond.get(difference) ?? false },
    ),
  }));
}
