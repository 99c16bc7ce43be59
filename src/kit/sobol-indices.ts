/**
 * Sobol' indices: what share of an output's variance each factor brings by itself (first-order), and what share would
 * stay if all others were known (total). Estimated by pick and freeze on two independent designs A and B and, for each
 * factor, A with that factor's column from B.
 *
 * First-order by Saltelli, Annoni, Azzini, Campolongo, Ratto and Tarantola, Computer Physics Communications 181, 2010
 * (their table 2, b); total by Jansen, Computer Physics Communications 117, 1999. A column may hold anything that is
 * drawn apart from the others: a number, a category, a group of factors, or the seed of a stochastic simulator.
 */

/** Outputs on the designs, row by row. */
export interface PickFreeze {
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** For each factor, the outputs on A with the factor's column from B. */
  readonly ab: readonly (readonly number[])[];
}

/** The indices of one factor; sampling may bring either a little outside [0, 1]. */
export interface SobolIndex {
  readonly first: number;
  readonly total: number;
}

/** Indices of all factors, with the variance of which they are shares. */
export interface SobolIndices {
  readonly variance: number;
  readonly factors: readonly SobolIndex[];
}

/**
 * Estimates the indices, from all rows or from those picked (for a bootstrap). All are 0 where the output never varies.
 * @throws RangeError when the lengths differ or there are fewer than two rows.
 */
export function sobolIndices({ a, b, ab }: PickFreeze, picked?: Int32Array): SobolIndices {
  const rows = a.length;
  if (rows < 2 || b.length !== rows || ab.some((column) => column.length !== rows)) {
    throw new RangeError('Sobol indices need designs of equal length, two rows at least');
  }
  const n = picked?.length ?? rows;
  const at = (i: number) => (picked === undefined ? i : picked[i]!);
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += a[at(i)]! + b[at(i)]!;
  const mean = sum / (2 * n);
  let squares = 0;
  for (let i = 0; i < n; i += 1) {
    const row = at(i);
    squares += (a[row]! - mean) * (a[row]! - mean) + (b[row]! - mean) * (b[row]! - mean);
  }
  const variance = squares / (2 * n - 1);
  const factors = ab.map((column) => {
    let first = 0;
    let total = 0;
    for (let i = 0; i < n; i += 1) {
      const row = at(i);
      const change = column[row]! - a[row]!;
      // Centring B leaves the estimate where it is and takes much of its noise away.
      first += (b[row]! - mean) * change;
      total += change * change;
    }
    return variance === 0
      ? { first: 0, total: 0 }
      : { first: first / n / variance, total: total / (2 * n) / variance };
  });
  return { variance, factors };
}
