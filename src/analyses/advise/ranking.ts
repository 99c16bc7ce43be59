/** How courses are ranked and told: changes against doing nothing, and the chance of each of being the best. */
import type { Event } from '../../actions/index';
import type { MeasuredQuantity } from '../../ensemble/quantity-of-interest';
import { createDraws } from '../../kit/keyed-draws';
import { firstOf, itemAt } from '../../kit/lists';
import type { QuantityChange } from '../comparison/quantity-change';
import { leastSpread, objectiveOf, RACE_ALPHA, sureMean, type Course } from './race';
import { toSixDigits } from '../../kit/decimals';

/** A course of action with what comes of it against doing nothing. */
export interface AdvisedAct {
  /** What is done today, in its order; nothing where it is empty. */
  readonly events: readonly Event[];
  /** How many other acts of those tried did the very same, and are not told. */
  readonly alike: number;
  /**
   * Change of the objective against doing nothing, with an interval that holds at any stopping time for all courses together (95 %); net of
   * the act's own arithmetic.
   */
  readonly objective: QuantityChange;
  /** Change of each quantity of interest, each with a 95 % interval that holds at any stopping time. */
  readonly changes: Readonly<Record<string, QuantityChange>>;
  /** Runs of this course; fewer where it was left behind. */
  readonly runs: number;
  /** Chance that none of the others is better, by resampling the episodes; nought for one that was left behind. */
  readonly pBest: number;
}

/** Resamples behind the chance of being the best. */
const RESAMPLES = 400;

/** A change with its interval. */
export const told = ({ change, half }: { change: number; half: number }): QuantityChange => ({
  change: toSixDigits(change),
  low: toSixDigits(change - half),
  high: toSixDigits(change + half),
});

/** Chance of each course that none of the others is better: the share of resamples of the episodes, ties shared out. */
function chancesOfBest(series: readonly (readonly number[])[], seed: string): number[] {
  const wins = series.map(() => 0);
  const episodes = firstOf(series).length;
  const draws = createDraws(seed);
  const key = draws.keyOf('advise/resample');
  for (let resample = 0; resample < RESAMPLES; resample += 1) {
    const times = new Array<number>(episodes).fill(0);
    for (let at = 0; at < episodes; at += 1) {
      const drawn = Math.floor(draws.uniformOf(key, resample, at) * episodes);
      times[drawn] = itemAt(times, drawn) + 1;
    }
    const sums = series.map((values) =>
      values.reduce((sum, value, at) => sum + value * itemAt(times, at), 0),
    );
    const most = Math.max(...sums);
    const best = sums.flatMap((sum, at) => (sum >= most - 1e-12 ? [at] : []));
    for (const at of best) wins[at] = itemAt(wins, at) + 1 / best.length;
  }
  return wins.map((won) => won / RESAMPLES);
}

/** Courses, what is wanted of them and how they are told. */
export interface Field {
  readonly courses: Course<readonly Event[]>[];
  readonly quantities: readonly MeasuredQuantity[];
  readonly sign: 1 | -1;
  readonly seed: string;
}

/** The courses as they are told, best first: those still running, then those left behind. */
export function rankedActs({ courses, quantities, sign, seed }: Field): AdvisedAct[] {
  const nothing = itemAt(courses, 0);
  const base = objectiveOf(nothing, sign);
  const leastSd = leastSpread(nothing, sign);
  const running = courses.filter((course) => course === nothing || course.place === 'running');
  const chances = chancesOfBest(
    running.map((course) => objectiveOf(course, sign)),
    seed,
  );
  const distinct = courses.filter(({ place }) => place !== 'alike');
  const ranked = distinct.map((course) => {
    const series = objectiveOf(course, sign).map((value, at) => value - itemAt(base, at));
    return { course, ...sureMean(series, RACE_ALPHA / Math.max(1, courses.length - 1), leastSd) };
  });
  const left = ({ course }: { course: Course<readonly Event[]> }) => Number(course.place !== 'running');
  ranked.sort((a, b) => left(a) - left(b) || b.change - a.change);
  return ranked.map(({ course, change, half }) => {
    const at = running.indexOf(course);
    const isNothing = course === nothing;
    const changeOf = (q: number): QuantityChange => {
      const series = course.values.map((row, n) => itemAt(row, q) - itemAt(itemAt(nothing.values, n), q));
      return told(isNothing ? { change: 0, half: 0 } : sureMean(series, RACE_ALPHA, 0));
    };
    return {
      events: course.what,
      alike: course.alike,
      objective: told(isNothing ? { change: 0, half: 0 } : { change: sign * change, half }),
      changes: Object.fromEntries(quantities.map(({ id }, q) => [id, changeOf(q)])),
      runs: course.values.length,
      pBest: at < 0 ? 0 : toSixDigits(itemAt(chances, at)),
    };
  });
}
