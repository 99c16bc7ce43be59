/** Bounds and defaults of an ensemble, in a module of their own so that a command line can name them at once. */

/** Runs when nothing is said. */
export const DEFAULT_RUNS = 4_000;
/** The most runs that one ensemble takes. */
export const MOST_RUNS = 10_000_000;
/** Runs that a stop criterion allows when nothing is said. */
export const DEFAULT_CAP = 1_000_000;
/** Seed when nothing is said. */
export const DEFAULT_SEED = '1';
/** Longest seed, in characters. */
export const LONGEST_SEED = 200;
/** The most worker threads that are started. */
export const MOST_WORKERS = 256;
/** The most shards into which an ensemble is cut. */
export const MOST_SHARDS = 100_000;

/** Runs that are watched unless told: every day of them is looked at, which takes more than a projection. */
export const WATCH_RUNS = 2_000;

/** Runs of the scenario as it is and of each change that is told, when a flip is looked for and nothing is said. */
export const FLIP_RUNS = 2_000;
