/**
 * A race on common draws: all courses run the same episodes, and one is left behind as soon as another is surely better, by an
 * interval that holds at any stopping time (successive elimination: Even-Dar, Mannor and Mansour 2006). Where the runs do not suffice
 * for all that may still be best, those that trail are set aside unjudged (sequential halving: Karnin, Koren and Somekh 2013).
 */
import { sequenceHalfWidth } from '../../kit/confidence-sequence';
import { itemAt } from '../../kit/lists';
import { mean, variance } from '../../kit/statistics';
import type { EnsembleAnalysis, RunOptions } from '../runner/stage';
import type { Setting } from '../comparison/scenario-differences';
import type { OwnMeasure } from '../comparison/quantity-series';

/** A course in the race: doing nothing, or one or more acts. */
export interface Course<T> {
  readonly what: T;
  readonly setting: Setting;
  /** What is taken off its objective. */
  readonly offset: number;
  /** What came of its episodes, by episode and quantity; the objective stands last. */
  readonly values: number[][];
  /** Whether it still runs; else why not: another is surely better, the runs did not suffice, or another does the very same. */
  place: 'running' | 'worse' | 'aside' | 'alike';
  /** How many others do the very same in every episode of the first round, and are not run any more. */
  alike: number;
}

/** How a race is run. */
export interface RaceHow {
  readonly seed: string;
  readonly quantities: readonly string[];
  readonly own?: OwnMeasure | undefined;
  /** 1 where more of the objective is better, -1 where less is. */
  readonly sign: 1 | -1;
  /** Most runs of all courses together. */
  readonly runs: number;
  readonly how: RunOptions;
  /** Runs that are done already, and those of the whole analysis, for its progress. */
  readonly before: number;
  readonly all: number;
}

/** Chance that the race leaves the best behind, all comparisons of it together. */
export const RACE_ALPHA = 0.05;

/** Episodes that every course runs at first, at most and at least. */
const FIRST = { least: 8, most: 100 } as const;
/** Part of the runs that the first round may take. */
const FIRST_PART = 0.4;
/**
 * Least standard deviation of a difference, as a part of that of the objective: who has not differed yet in a few episodes may differ in
 * others.
 */
const LEAST_SPREAD = 0.1;

/** How a race ended. */
export interface Raced {
  readonly used: number;
  readonly stopped: boolean;
}

/** The least runs with which so many courses can race. */
export const leastRuns = (courses: number): number => Math.ceil((FIRST.least * courses) / FIRST_PART);

/** What is wanted of a course in each of its episodes. */
export function objectiveOf<T>({ values, offset }: Course<T>, sign: 1 | -1): number[] {
  return values.map((row) => sign * (itemAt(row, row.length - 1) - offset));
}

/** The mean of a series with half the width of its interval, at least as wide as a difference that may still come. */
export function sureMean(
  series: readonly number[],
  alpha: number,
  leastSd: number,
): { readonly change: number; readonly half: number } {
  if (series.length < 2) return { change: series[0] ?? 0, half: Infinity };
  const sd = Math.max(leastSd, Math.sqrt(variance(series)));
  return { change: mean(series), half: sequenceHalfWidth(series.length, sd, alpha) };
}

const less = (one: readonly number[], other: readonly number[]): number[] =>
  one.map((value, at) => value - itemAt(other, at));

/** The least standard deviation that a difference of courses is taken to have. */
export function leastSpread<T>(nothing: Course<T>, sign: 1 | -1): number {
  const series = objectiveOf(nothing, sign);
  return series.length < 2 ? 0 : LEAST_SPREAD * Math.sqrt(variance(series));
}

/** Leaves behind what is surely worse than the leader. */
function eliminate<T>(courses: readonly Course<T>[], sign: 1 | -1): void {
  const running = courses.filter(({ place }) => place === 'running');
  const wanted = running.map((course) => objectiveOf(course, sign));
  const means = wanted.map((series) => mean(series));
  const best = means.indexOf(Math.max(...means));
  const leastSd = leastSpread(itemAt(courses, 0), sign);
  // Whoever leads may be compared with anybody at any time.
  const alpha = RACE_ALPHA / Math.max(2, courses.length * (courses.length - 1));
  running.forEach((course, at) => {
    if (at === best) return;
    const { change, half } = sureMean(less(itemAt(wanted, best), itemAt(wanted, at)), alpha, leastSd);
    if (change > half) course.place = 'worse';
  });
}

/** Leaves out whoever came to the very same as one before it; who so far came to the same as doing nothing may yet differ. */
function leaveOutAlike<T>([nothing, ...acts]: readonly Course<T>[]): void {
  const firsts = new Map<string, Course<T>>();
  const still = JSON.stringify(nothing?.values);
  for (const course of acts) {
    const values = JSON.stringify(course.values);
    if (values === still) continue;
    const key = `${course.offset} ${values}`;
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, course);
    else {
      course.place = 'alike';
      first.alike += 1;
    }
  }
}

/** Sets aside those that trail, so that at most so many run on. */
function setAside<T>(courses: readonly Course<T>[], most: number, sign: 1 | -1): void {
  const running = courses
    .filter(({ place }) => place === 'running')
    .map((course) => ({ course, value: mean(objectiveOf(course, sign)) }))
    .sort((a, b) => b.value - a.value);
  for (const { course } of running.slice(most)) course.place = 'aside';
}

/** Fewest courses to which others are set aside. */
const LEAST_RUNNING = 3;

/**
 * Runs the episodes from one up to but without another of some courses, and keeps what comes of them. Returns how many episodes all of them have
 * of these: fewer where it was stopped.
 */
export function* runCourses<T>(
  courses: readonly Course<T>[],
  from: number,
  to: number,
  { seed, quantities, own, how, before, all }: Omit<RaceHow, 'sign' | 'runs'>,
): EnsembleAnalysis<number> {
  let unit = 0;
  yield {
    kind: 'quantities',
    setting: {
      seed,
      scenarios: courses.map(({ setting }) => ({ ...setting, quantities })),
      ...(own === undefined ? {} : { own }),
    },
    from: from * courses.length,
    to: to * courses.length,
    take: (part) => {
      for (const values of part) {
        itemAt(courses, unit % courses.length).values.push([...values]);
        unit += 1;
      }
    },
    // What all have run by then is an answer.
    partial: () => from > 0 || unit >= courses.length,
    before,
    all,
    how,
  };
  const done = Math.floor(unit / courses.length);
  for (const { values } of courses) values.length = Math.min(values.length, from + done);
  return done;
}

/**
 * Runs a race to its end: one course is left that nobody may be better than, or the runs are used up. The first course is doing nothing: it runs
 * as long as anybody does, so that all can be told against it. Returns the runs that it took, and whether it was stopped.
 */
export function* race<T>(courses: readonly Course<T>[], how: RaceHow): EnsembleAnalysis<Raced> {
  const nothing = itemAt(courses, 0);
  const first = Math.floor((how.runs * FIRST_PART) / courses.length);
  let used = 0;
  let reached = nothing.values.length;
  for (;;) {
    // Half of what is left goes to the next round, in which all that run on double their episodes.
    if (reached > 0)
      setAside(courses, Math.max(LEAST_RUNNING, Math.floor((how.runs - used) / 2 / reached)), how.sign);
    const running = courses.filter((course) => course === nothing || course.place === 'running');
    const affordable = reached + Math.floor((how.runs - used) / running.length);
    const wanted = reached === 0 ? Math.min(FIRST.most, Math.max(FIRST.least, first)) : 2 * reached;
    const to = Math.min(wanted, affordable);
    if (to <= reached) return { used, stopped: false };
    const done = yield* runCourses(running, reached, to, { ...how, before: how.before + used });
    used += done * running.length;
    const isFirst = reached === 0;
    if (reached + done < to) return { used, stopped: true };
    reached = to;
    if (isFirst) leaveOutAlike(courses);
    eliminate(courses, how.sign);
    if (courses.filter(({ place }) => place === 'running').length <= 1) return { used, stopped: false };
  }
}
