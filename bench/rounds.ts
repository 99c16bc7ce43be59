/**
 * Rounds that take turns: each round runs every side once, so that the machine's mood touches all of them alike, and
 * only ratios within a round are ever formed.
 */

/** Rounds that count; one more goes before them. */
export const ROUNDS = 11;

/** A median with the smallest and the largest of the rounds. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** The spread of some figures, one from each round. */
export function spreadOf(figures: readonly number[]): Spread {
  const sorted = [...figures].sort((a, b) => a - b);
  return { median: sorted[sorted.length >> 1]!, low: sorted[0]!, high: sorted.at(-1)! };
}

/** Seconds that work takes. */
export async function seconds(work: () => unknown): Promise<number> {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
}

/** Seconds of each side in each round. */
export type Times<Name extends string> = Readonly<Record<Name, readonly number[]>>;

/** Runs all sides in turn, round after round; the first round does not count. Sides may be asynchronous. */
export async function takeTurns<const Name extends string>(
  sides: Readonly<Record<Name, () => unknown>>,
  rounds = ROUNDS,
): Promise<Times<Name>> {
  const names = Object.keys(sides) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const took = await seconds(sides[name]);
      if (round > 0) times[name].push(took);
    }
  }
  return times;
}

/** The ratio of two sides round by round, each per unit of its work. */
export function ratio(
  slow: readonly number[],
  fast: readonly number[],
  slowUnits = 1,
  fastUnits = 1,
): Spread {
  return spreadOf(slow.map((time, round) => time / slowUnits / (fast[round]! / fastUnits)));
}
