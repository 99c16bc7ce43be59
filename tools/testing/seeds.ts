/**
 * Seeds of the property tests: fixed in `npm test`, so that it says the same of the same code; drawn anew by
 * `npm run test:all`, so that it looks where nobody has looked. One that failed is kept in `test/kept-seeds.json` and
 * run again, by both, before the test's own.
 */

/** Where seeds that failed are kept, from the root. */
export const KEPT_SEEDS = 'test/kept-seeds.json';

/** A seed under which a property once failed. */
export interface KeptSeed {
  /** Path of the test file from the root. */
  readonly file: string;
  /** The full name of the test: its suites and itself, with ` > ` in between. */
  readonly test: string;
  readonly seed: number;
  /** Which of the run's values failed, counted from 0. */
  readonly value: number;
}

/** The seed and the failing value that the message of a failed property names; null where it names none. */
export function seedIn(message: string): Pick<KeptSeed, 'seed' | 'value'> | null {
  const found = /\{ seed: (-?\d+), path: "(\d+)/.exec(message);
  return found === null ? null : { seed: Number(found[1]), value: Number(found[2]) };
}

/** A list of kept seeds with others that are not in it yet, in the order of files, tests and seeds. */
export function withSeeds(kept: readonly KeptSeed[], found: readonly KeptSeed[]): KeptSeed[] {
  const keyOf = ({ file, test, seed }: KeptSeed) => [file, test, String(seed)].join('\n');
  const all = new Map([...found, ...kept].map((one) => [keyOf(one), one]));
  return [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}
