/** Functions of sensitivity analysis with published answers. */

/** Ishigami and Homma 1990 with a = 7 and b = 0.1, on the unit cube mapped to [-pi, pi]. */
export function ishigami(u: readonly number[]): number {
  const [x, y, z] = u.map((value) => Math.PI * (2 * value - 1)) as [number, number, number];
  return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
}

/** Its published indices (Saltelli et al. 2008, p. 196). */
export const ISHIGAMI = { first: [0.3139, 0.4424, 0], total: [0.5576, 0.4424, 0.2437] } as const;

/** The coefficients of Sobol's g-function in Saltelli et al. 2008, p. 123. */
export const G_COEFFICIENTS: readonly number[] = [0, 1, 4.5, 9, 99, 99, 99, 99];

/** Sobol's g-function (Saltelli and Sobol' 1995) on the unit cube. */
export function gFunction(u: readonly number[]): number {
  return G_COEFFICIENTS.reduce((product, a, i) => (product * (Math.abs(4 * u[i]! - 2) + a)) / (1 + a), 1);
}

/** Its indices in closed form. */
export function gIndices(): { first: number[]; total: number[] } {
  const parts = G_COEFFICIENTS.map((a) => 1 / (3 * (1 + a) ** 2));
  const product = parts.reduce((value, part) => value * (1 + part), 1);
  const variance = product - 1;
  return {
    first: parts.map((part) => part / variance),
    total: parts.map((part) => ((product / (1 + part)) * part) / variance),
  };
}

/** Outputs of a function on two designs and their hybrids. */
export function pickFreeze(
  f: (u: readonly number[]) => number,
  a: readonly (readonly number[])[],
  b: readonly (readonly number[])[],
): { a: number[]; b: number[]; ab: number[][] } {
  const factors = a[0]!.length;
  return {
    a: a.map(f),
    b: b.map(f),
    ab: Array.from({ length: factors }, (_, j) =>
      a.map((row, i) => f(row.map((value, k) => (k === j ? b[i]![k]! : value)))),
    ),
  };
}
