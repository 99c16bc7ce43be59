/**
 * Variance components of a nested design: groups, units within a group, replicates of a unit. How much of what is seen
 * comes from the groups, how much from the units, how much from the replicates.
 *
 * The estimators are those of the analysis of variance (S. R. Searle, G. Casella and C. E. McCulloch, "Variance
 * Components", 1992, chapter 3), unbiased whatever the distributions; for a simulator whose units are drawn parameter
 * draws and whose replicates are chance, Y. Sun, D. W. Apley and J. Staum, "Efficient Nested Simulation for Estimating
 * the Variance of a Conditional Expectation", Operations Research 59, 2011. Groups are taken as they are, all of them
 * and with equal weight, and not as a sample of more: that is what a list of decision rules is.
 */

/** Outputs by group, unit and replicate. */
export type NestedOutputs = readonly (readonly (readonly number[])[])[];

/** One group. */
export interface GroupComponents {
  readonly mean: number;
  /** Variance of its units' expectations; sampling may bring it below 0. */
  readonly units: number;
  /** Mean variance of the replicates of a unit. */
  readonly replicates: number;
  /** Variance of the mean itself, as a sample. */
  readonly ofMean: number;
}

/** The components of the whole design. */
export interface NestedComponents {
  /** Mean of the groups' means. */
  readonly mean: number;
  /** Variance of the groups' expectations about their mean, divided by their number; may fall below 0. */
  readonly groups: number;
  /** Means over the groups of their own components. */
  readonly units: number;
  readonly replicates: number;
  readonly byGroup: readonly GroupComponents[];
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (values.length - 1);
}

/**
 * Components of one group: the units' means vary by the units' own variance and by what of the replicates' is left in
 * a mean, which is taken off.
 * @throws RangeError for fewer than two units, or two replicates of a unit.
 */
export function groupComponents(units: readonly (readonly number[])[]): GroupComponents {
  if (units.length < 2 || units.some((unit) => unit.length < 2)) {
    throw new RangeError('a nested design needs two units in a group and two replicates of each');
  }
  const means = units.map(meanOf);
  const variances = units.map(varianceOf);
  const spread = varianceOf(means);
  const left = meanOf(units.map((unit, at) => variances[at]! / unit.length));
  return {
    mean: meanOf(means),
    units: spread - left,
    replicates: meanOf(variances),
    ofMean: spread / units.length,
  };
}

/**
 * Components of a nested design; groups may differ in size and in their variances. For one group the variance of the
 * groups is 0.
 * @throws RangeError without a group, or as {@link groupComponents} does.
 */
export function nestedComponents(outputs: NestedOutputs): NestedComponents {
  if (outputs.length === 0) throw new RangeError('a nested design needs a group');
  const byGroup = outputs.map(groupComponents);
  const count = byGroup.length;
  const means = byGroup.map((group) => group.mean);
  const mean = meanOf(means);
  const spread = meanOf(means.map((value) => (value - mean) * (value - mean)));
  // The sampling errors of the means spread them too, by this much on average.
  const noise = (1 - 1 / count) * meanOf(byGroup.map((group) => group.ofMean));
  return {
    mean,
    groups: count === 1 ? 0 : spread - noise,
    units: meanOf(byGroup.map((group) => group.units)),
    replicates: meanOf(byGroup.map((group) => group.replicates)),
    byGroup,
  };
}
