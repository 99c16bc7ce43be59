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

/** A clock: seconds since some moment. */
export type Clock = () => number;

/** Seconds on the wall: for what runs on several threads or in processes of its own. */
export const wall: Clock = () => performance.now() / 1000;

/** Seconds that this process has had a processor: what others do on the machine hardly touches it. */
export const processor: Clock = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Seconds of each side in each round. */
export type Times<Name extends string> = Readonly<Record<Name, readonly number[]>>;

/** Runs all sides in turn, round after round; the first round does not count. Sides may be asynchronous. */
export async function takeTurns<const Name extends string>(
  sides: Readonly<Record<Name, () => unknown>>,
  clock: Clock,
  rounds = ROUNDS,
): Promise<Times<Name>> {
  const names = Object.keys(sides) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const from = clock();
      await sides[name]();
      if (round > 0) times[name].push(clock() - from);
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
