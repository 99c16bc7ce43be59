/**
 * Bootstrap intervals by percentiles (B. Efron and R. J. Tibshirani, "An Introduction to the Bootstrap", 1993,
 * chapter 13): rows are drawn again with replacement, and the statistic's spread over the resamples is its interval.
 */
import { quantile } from './statistics';

/** Both ends of an interval that was found by resampling. */
export interface Limits {
  /** Lower limit, in the unit of the statistic. */
  readonly low: number;
  /** Upper limit, in the unit of the statistic, at least `low`. */
  readonly high: number;
}

/** How an interval is resampled. */
export interface Resampling {
  /** Number of resamples, at least 2. */
  readonly resamples: number;
  /** A uniform draw in [0, 1) for a resample and a pick; equal arguments give equal draws. */
  readonly uniform: (resample: number, pick: number) => number;
  /** Coverage, strictly between 0 and 1; 0.95 unless told. */
  readonly confidence?: number;
}

/** Rows picked with replacement for one resample. */
export function resampledRows(rows: number, resample: number, uniform: Resampling['uniform']): Int32Array {
  const picked = new Int32Array(rows);
  for (let pick = 0; pick < rows; pick += 1) picked[pick] = Math.floor(uniform(resample, pick) * rows);
  return picked;
}

/** Percentile limits of values; infinite or absent values do not count. Throws a RangeError where none is left. */
export function percentileLimits(values: readonly number[], confidence = 0.95): Limits {
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`a confidence of ${confidence} is not strictly between 0 and 1`);
  }
  const finite = values.filter(Number.isFinite);
  const tail = (1 - confidence) / 2;
  return { low: quantile(finite, tail), high: quantile(finite, 1 - tail) };
}

/**
 * Intervals of a statistic with several components, from whole rows drawn again.
 * @param rows number of rows
 * @param statistic the components, from the indices of the rows picked (some more than once)
 * @throws RangeError for fewer than 2 rows or 2 resamples.
 */
export function bootstrapIntervals(
  rows: number,
  statistic: (picked: Int32Array) => readonly number[],
  { resamples, uniform, confidence = 0.95 }: Resampling,
): Limits[] {
  if (rows < 2 || resamples < 2) {
    throw new RangeError(`a bootstrap needs two rows and two resamples, not ${rows} and ${resamples}`);
  }
  const found: (readonly number[])[] = [];
  for (let resample = 0; resample < resamples; resample += 1) {
    found.push(statistic(resampledRows(rows, resample, uniform)));
  }
  return found[0]!.map((_, component) =>
    percentileLimits(
      found.map((values) => values[component]!),
      confidence,
    ),
  );
}
