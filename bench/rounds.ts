/**
 * Rounds that take turns: each round runs every side once, so that the machine's mood touches all of them alike, and
 * only ratios within a round are ever formed.
 */

/** A median with the smallest and the largest of the rounds. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** The spread of some figures, one from each round; an odd number of them. */
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

/** Makes of some work a side that answers with the seconds it took. */
export function timed(clock: Clock, work: () => unknown): () => Promise<number> {
  return async () => {
    const from = clock();
    await work();
    return clock() - from;
  };
}

/** How many rounds are run: those that count, and those before them that do not. */
export interface Rounds {
  readonly counted: number;
  readonly unseen?: number;
}

/**
 * Runs all sides in turn, round after round, and collects what each answers. Every other round runs them backwards, so
 * that no side is always the one that comes first.
 */
export async function takeTurns<const Name extends string, Figure>(
  sides: Readonly<Record<Name, () => Figure | Promise<Figure>>>,
  { counted, unseen = 0 }: Rounds,
): Promise<Readonly<Record<Name, readonly Figure[]>>> {
  const names = Object.keys(sides) as Name[];
  const figures = Object.fromEntries(names.map((name) => [name, [] as Figure[]])) as Record<Name, Figure[]>;
  for (let round = -unseen; round < counted; round += 1) {
    for (const name of round % 2 === 0 ? names : [...names].reverse()) {
      const figure = await sides[name]();
      if (round >= 0) figures[name].push(figure);
    }
  }
  return figures;
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

/** Log-log slope between two sizes: the power of the size with which the time grows. */
export function slope(fromSize: number, fromTime: number, toSize: number, toTime: number): number {
  return Math.log(toTime / fromTime) / Math.log(toSize / fromSize);
}

/** The slope between the two largest sizes, round by round; sizes ascend, and each has a time in every round. */
export function slopeAtTheEnd(sizes: readonly number[], times: readonly (readonly number[])[]): Spread {
  const [from, to] = [sizes.length - 2, sizes.length - 1];
  return spreadOf(
    times[to]!.map((time, round) => slope(sizes[from]!, times[from]![round]!, sizes[to]!, time)),
  );
}
