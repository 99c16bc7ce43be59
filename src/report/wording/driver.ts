/** How large a rank correlation must be before it is more than chance. */

/** Most runs of which drivers are found. */
const MOST_RUNS = 4_000;

/** The rank correlation below which a driver may be noise, with so many runs: two standard errors. */
export function driverNoise(runs: number): number {
  return 2 / Math.sqrt(Math.max(4, Math.min(runs, MOST_RUNS)));
}
