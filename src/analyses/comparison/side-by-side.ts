/**
 * Series that run side by side: the same episodes, each under every one of them in turn. With `k` series, unit `n` is episode
 * `floor(n / k)` of series `n % k`.
 */
import type { Cooperative } from '../../kit/cooperative';
import { itemAt } from '../../kit/lists';

/** Makes what runs the units of a stretch, one after the other, and gives what comes of each. */
export function sideBySide<S, T>(
  series: readonly S[],
  run: (one: S, episode: number) => Cooperative<T>,
): (from: number, to: number) => Cooperative<T[]> {
  return function* (from, to) {
    const found: T[] = [];
    for (let unit = from; unit < to; unit += 1)
      found.push(yield* run(itemAt(series, unit % series.length), Math.floor(unit / series.length)));
    return found;
  };
}

/** What came of the units taken apart again, series by series; the last episode counts only where all have it. */
export function seriesOf<T>(found: readonly T[], series: number): T[][] {
  const episodes = Math.floor(found.length / series);
  return Array.from({ length: series }, (_, at) =>
    Array.from({ length: episodes }, (__, episode) => itemAt(found, episode * series + at)),
  );
}
