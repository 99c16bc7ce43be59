/**
 * Levels that a newspaper reports: average duties, shares, magnets. A level of duties is a move that counts as one everywhere in the library;
 * of the others, whose levels nobody has fixed, it is the median over the runs of how far they go, so that half of them pass it.
 */
import { MOVED_PP, wayOf } from '../../ensemble/average-way';
import { toSixDigits } from '../../kit/decimals';
import { firstOf, itemAt } from '../../kit/lists';
import { quantile } from '../../kit/statistics';
import type { State } from '../../model/state';
import type { RunningEpisode } from '../../episode/run';
import { averagesOf } from '../../episode/averages';

/** What is looked at. */
export type WatchedLevel = 'mean:US' | 'mean:CN' | 'drawdown' | 'magnet-stock' | 'magnet-shortage';

/** A level that is passed. */
export interface SignalLevel {
  /**
   * `mean:US`, `mean:CN`: average duty that the party imposes, per cent. `drawdown`: American shares below their peak, per cent.
   * `magnet-stock`: magnets in American industry, months of normal use. `magnet-shortage`: share of normal use that cannot be met.
   */
  readonly of: WatchedLevel;
  /** Whether the level is passed on the way up or down. */
  readonly way: 'rises' | 'falls';
  /** The level, in the unit of what is looked at. */
  readonly to: number;
  /** Whether it is a move of half a point from today, or the median over the runs of how far they go. */
  readonly basis: 'move' | 'median';
}

interface Gauge {
  readonly of: WatchedLevel;
  readonly basis: SignalLevel['basis'];
  readonly read: (state: State, run: RunningEpisode) => number;
}

/** All that is looked at, in the order in which runs tell it. */
const GAUGES: readonly Gauge[] = [
  { of: 'mean:US', basis: 'move', read: (state) => averagesOf(state).usOnCn },
  { of: 'mean:CN', basis: 'move', read: (state) => averagesOf(state).cnOnUs },
  { of: 'drawdown', basis: 'median', read: (_, { latent }) => latent.drawdownPct },
  { of: 'magnet-stock', basis: 'median', read: (_, { latent }) => latent.inventory.stockMonths },
  { of: 'magnet-shortage', basis: 'median', read: (_, { latent }) => latent.inventory.shortage },
];

/** Days of a watch on which levels are read, at most: more would say the same of a long one. */
const MOST_LOOKS = 30;

/** The days from today on which levels are read, the last day among them. */
export function lookDays(days: number): number[] {
  const step = Math.ceil(days / MOST_LOOKS);
  const all = Array.from({ length: Math.ceil(days / step) }, (_, at) => Math.min(days, (at + 1) * step));
  return [0, ...all];
}

/** What is looked at on an evening. */
export const levelsOn = (state: State, run: RunningEpisode): number[] =>
  GAUGES.map(({ read }) => read(state, run));

/** A level with the day on which each run passes it, by run; those that do not are not there. */
export interface PassedLevel {
  readonly level: SignalLevel;
  readonly days: ReadonlyMap<number, number>;
}

type Looks = readonly (readonly number[])[];

/** The level that some runs may pass, and what asks whether a value passes it; null where there is none. */
function levelOf(
  { of, basis }: Gauge,
  way: SignalLevel['way'],
  series: Looks,
): { readonly level: SignalLevel; readonly passes: (value: number) => boolean } | null {
  const sign = way === 'rises' ? 1 : -1;
  const today = quantile(series.map(firstOf), 0.5);
  if (basis === 'move') {
    const wanted = way === 'rises' ? 'up' : 'down';
    const level = { of, way, to: toSixDigits(today + sign * MOVED_PP), basis };
    return { level, passes: (value) => wayOf(today, value) === wanted };
  }
  const farthest = series.map((values) => sign * Math.max(...values.slice(1).map((value) => sign * value)));
  const to = Number(quantile(farthest, 0.5).toPrecision(3));
  if (sign * (to - today) <= 0) return null;
  return { level: { of, way, to, basis }, passes: (value) => sign * (value - to) >= 0 };
}

/** The levels that some runs pass. `looks` is, by run, what was read on each of the days that are looked at. */
export function passedLevels(looks: readonly Looks[], days: readonly number[]): PassedLevel[] {
  if ((looks[0]?.length ?? 0) === 0) return [];
  return GAUGES.flatMap((gauge, at) =>
    (['rises', 'falls'] as const).flatMap((way): PassedLevel[] => {
      const series = looks.map((run) => run.map((levels) => itemAt(levels, at)));
      const found = levelOf(gauge, way, series);
      if (found === null) return [];
      const passed = series.map((values) =>
        values.findIndex((value, look) => look > 0 && found.passes(value)),
      );
      const first = passed.flatMap((look, run) => (look < 0 ? [] : [[run, itemAt(days, look)] as const]));
      return [{ level: found.level, days: new Map(first) }];
    }),
  );
}
