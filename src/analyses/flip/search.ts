/**
 * The smallest change of at most three things that carries a quantity over a bound, over an oracle that reads the quantity at a point.
 *
 * Each thing has an axis in units of half its range, 0 its central value, so that the length of a change is the root of the sum of
 * squares of its steps. The point looked for is the design point of structural reliability (Hasofer and Lind 1974): from a slope the step
 * goes along it until the bound is crossed, slopes are taken anew there, and the shorter of the two crossings is kept (Rackwitz and
 * Fiessler 1978). Where a step ends at the end of a range, the others carry the rest: that is what a bound on each step makes of the
 * shortest way. Nothing here knows what an axis is, or how a reading is made.
 */
import { entryOf, firstOf, itemAt } from '../../kit/lists';

/** One thing that may be changed. */
export interface Axis {
  /** Ends of its range, in units of half of it; `low <= 0 <= high`. */
  readonly low: number;
  readonly high: number;
  /** The nearest step that can be told in a short number, within the range. */
  readonly snap: (step: number) => number;
}

/** Steps by the index of their axis; an axis that is not there is left as it is. */
export type Point = ReadonlyMap<number, number>;

/** How far beyond the bound a quantity is at a point, and how far at the least by its 95 % interval; below 0 it is short of it. */
export interface Reading {
  readonly gap: number;
  readonly sure: number;
}

/** How closely points are read: from the coarsest, on common draws; `fresh` on draws that had no part in the choice of points. */
export type Closeness = 'coarse' | 'middle' | 'fresh';

/** Points that are to be read together. */
export interface Query {
  readonly points: readonly Point[];
  readonly how: Closeness;
}

/** A search under way: it asks for readings and ends in what it found. */
export type Search<Found> = Generator<Query, Found, readonly Reading[]>;

/** A change with its length and the reading on fresh draws. */
export interface Change {
  readonly point: Point;
  readonly distance: number;
  readonly reading: Reading;
}

/** What a search found. */
export interface FoundChanges {
  /** Changes that surely cross, of different axes each, shortest first. */
  readonly crossing: readonly Change[];
  /** Where none does: the change that comes nearest. Null where one does, or where nothing is known to help. */
  readonly nearest: Change | null;
}

/** Axes whose ends are read. */
export const SCREENED = 24;
/** Axes of which pairs and threes are made. */
const COMBINED = 6;
/** Most axes of one change. */
const MOST_AXES = 3;
/** Changes that are searched of one, two and three axes. */
const SEARCHED: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2 };
/** Times that an interval is halved where nothing is to be read for it. */
const HALVINGS = 40;
/** Times that slopes are taken anew. */
const ROUNDS = 2;
/** Length of the step by which a slope is taken. */
const SLOPE_STEP = 0.25;
/** Most readings of one change on fresh draws, the end of its way among them. */
const FRESH_READINGS = 5;
/** The reading that goes to the end of its way where none before it surely crosses. */
const END_READING = 4;
/** By how much more than seems needed it goes on after a reading that falls short, and after the next. */
const BEYOND = [1.3, 2] as const;

/** Axes of a change with the ends to which they go and their slopes, a step towards the end counted as above 0. */
interface Way {
  readonly axes: readonly number[];
  readonly ends: readonly number[];
  readonly slopes: readonly number[];
}

const lengthOf = (point: Point): number =>
  Math.sqrt([...point.values()].reduce((sum, step) => sum + step * step, 0));

/** The point of a way where steps go along its slopes up to a multiple, and none beyond its end. */
function along({ axes, ends, slopes }: Way, multiple: number): Point {
  return new Map(
    axes.map((axis, at) => {
      const end = itemAt(ends, at);
      const step = Math.min(Math.abs(end), multiple * itemAt(slopes, at));
      return [axis, Math.sign(end) * step];
    }),
  );
}

/** The multiple at which all steps of a way are at their ends. */
const lastMultiple = ({ ends, slopes }: Way): number =>
  Math.max(...ends.map((end, at) => Math.abs(end) / itemAt(slopes, at)));

/** Runs searches side by side, their points of each turn asked for together. */
function* sideBySide<Found>(
  searches: readonly Generator<readonly Point[], Found, readonly Reading[]>[],
  how: Closeness,
): Search<Found[]> {
  let steps = searches.map((search) => search.next());
  while (steps.some(({ done }) => done !== true)) {
    const asked = steps.map((step) => (step.done === true ? [] : step.value));
    const readings = yield { points: asked.flat(), how };
    let from = 0;
    steps = steps.map((step, at) => {
      if (step.done === true) return step;
      const to = from + itemAt(asked, at).length;
      const own = readings.slice(from, to);
      from = to;
      return itemAt(searches, at).next(own);
    });
  }
  return steps.map((step) => {
    if (step.done !== true) throw new Error('A search stopped before its end.');
    return step.value;
  });
}

/** Where the bound lies on a way: a multiple short of it and one beyond, with the gaps there. */
interface Bracket {
  readonly short: number;
  readonly beyond: number;
  readonly gapShort: number;
  readonly gapBeyond: number;
}

/** The multiple between two at which the gap would be none if it went straight. */
function rootOf({ short, beyond, gapShort, gapBeyond }: Bracket): number {
  if (gapBeyond <= gapShort) return beyond;
  return Math.max(short, Math.min(beyond, short + ((beyond - short) * -gapShort) / (gapBeyond - gapShort)));
}

/** Narrows a bracket by some multiples within it that were read. */
function narrowed(bracket: Bracket, multiples: readonly number[], readings: readonly Reading[]): Bracket {
  const read = multiples
    .map((multiple, at) => ({ multiple, gap: itemAt(readings, at).gap }))
    .sort((a, b) => a.multiple - b.multiple);
  const beyond = read.find(({ gap }) => gap >= 0);
  const before = read.filter(({ multiple }) => beyond === undefined || multiple < beyond.multiple).at(-1);
  return {
    short: before?.multiple ?? bracket.short,
    gapShort: before?.gap ?? bracket.gapShort,
    beyond: beyond?.multiple ?? bracket.beyond,
    gapBeyond: beyond?.gap ?? bracket.gapBeyond,
  };
}

/** How far from where a way is thought to cross it is read first. */
const BESIDE = 0.15;

/** Finds where a way crosses, by three readings at a time, first about where it is thought to. */
function* crossingOf(
  way: Way,
  start: Bracket,
  thought: number,
): Generator<readonly Point[], Bracket, readonly Reading[]> {
  let bracket = start;
  const first = [1 - BESIDE, 1, 1 + BESIDE].map((part) => Math.min(start.beyond, part * thought));
  bracket = narrowed(bracket, first, yield first.map((multiple) => along(way, multiple)));
  const root = rootOf(bracket);
  const second = [(bracket.short + root) / 2, root, (root + bracket.beyond) / 2];
  return narrowed(bracket, second, yield second.map((multiple) => along(way, multiple)));
}

/** Slopes with the same proportions, so that a multiple is the length of its step as long as no range ends. */
function ofLengthOne(slopes: readonly number[]): number[] {
  const length = Math.sqrt(slopes.reduce((sum, slope) => sum + slope * slope, 0));
  return slopes.map((slope) => slope / length);
}

/** The slopes at a point towards the ends of a way. */
function* slopesAt(
  { axes, ends, slopes }: Way,
  point: Point,
): Generator<readonly Point[], number[], readonly Reading[]> {
  const sides = axes.map((axis, at) => {
    const [end, here] = [itemAt(ends, at), Math.abs(entryOf(point, axis))];
    const [less, more] = [Math.max(0, here - SLOPE_STEP), Math.min(Math.abs(end), here + SLOPE_STEP)];
    const step = (to: number) => new Map(point).set(axis, Math.sign(end) * to);
    return { apart: more - less, points: [step(less), step(more)] };
  });
  const readings = yield sides.flatMap(({ points }) => points);
  const found = sides.map(
    ({ apart }, at) => (itemAt(readings, 2 * at + 1).gap - itemAt(readings, 2 * at).gap) / apart,
  );
  // A step that helped as a whole and not just here is kept, though short.
  const least = Math.max(...found) / 100;
  return found.some((slope) => slope > 0) ? found.map((slope) => Math.max(slope, least)) : [...slopes];
}

/** A way with where it crosses. */
interface Crossed {
  readonly way: Way;
  readonly bracket: Bracket;
  /** The gap where all its steps are at their ends. */
  readonly gapAtEnd: number;
}

const distanceTo = ({ way, bracket }: Crossed) => lengthOf(along(way, rootOf(bracket)));

/** Finds the shortest crossing of some axes, from slopes over their whole ranges. */
function* shortestOf(
  way: Way,
  gapAtStart: number,
  gapAtEnd: number,
  thought: number,
): Generator<readonly Point[], Crossed, readonly Reading[]> {
  const whole = (of: Way): Bracket => ({
    short: 0,
    gapShort: gapAtStart,
    beyond: lastMultiple(of),
    gapBeyond: Math.max(0, gapAtEnd),
  });
  let best: Crossed = { way, gapAtEnd, bracket: yield* crossingOf(way, whole(way), thought) };
  if (way.axes.length === 1) return best;
  for (let round = 0; round < ROUNDS; round += 1) {
    const slopes = yield* slopesAt(best.way, along(best.way, rootOf(best.bracket)));
    const turned = { ...way, slopes: ofLengthOne(slopes) };
    const crossed = {
      way: turned,
      gapAtEnd,
      bracket: yield* crossingOf(turned, whole(turned), rootOf(best.bracket)),
    };
    // Where a way crosses is known to about so much; slopes at the crossing are better than those of whole ranges.
    if (distanceTo(crossed) > (1 + BESIDE) * distanceTo(best)) return best;
    best = crossed;
  }
  return best;
}

/** What a search stands on. */
interface Ground {
  readonly axes: readonly Axis[];
  /** The reading where nothing is changed. */
  readonly start: Reading;
}

/** By how much the gap rises with the multiple: to the crossing, or, where that is next to the start, to the end of the way. */
function riseOf({ way, bracket, gapAtEnd }: Crossed, { start }: Ground): number {
  const [root, last] = [rootOf(bracket), lastMultiple(way)];
  const half = start.gap - start.sure;
  if (-start.gap > half && root > 0) return -start.gap / root;
  return Math.max(gapAtEnd - start.gap, half, 1e-9) / last;
}

/** Goes along a way on fresh draws to the first point that surely crosses; to its end where none does. */
function* established(
  crossed: Crossed,
  ground: Ground,
): Generator<readonly Point[], Change, readonly Reading[]> {
  const { way, bracket } = crossed;
  const last = lastMultiple(way);
  const snapped = (multiple: number): Point =>
    new Map([...along(way, multiple)].map(([axis, step]) => [axis, itemAt(ground.axes, axis).snap(step)]));
  const half = ground.start.gap - ground.start.sure;
  let rise = riseOf(crossed, ground);
  let multiple = Math.min(last, rootOf(bracket) + half / rise);
  let before: { readonly multiple: number; readonly sure: number } | null = null;
  let best: Change | null = null;
  let most = last;
  for (let turn = 1; ; turn += 1) {
    const point = snapped(multiple);
    const reading = firstOf(yield [point]);
    const { sure } = reading;
    const change: Change = { point, distance: lengthOf(point), reading };
    if (sure >= 0 && (best === null || change.distance < best.distance)) best = change;
    if (sure >= 0) most = Math.min(most, multiple);
    const isEnough = sure >= 0 ? sure < half / 2 : multiple === last;
    if (isEnough || turn === FRESH_READINGS) return best ?? change;
    if (before !== null && (sure - before.sure) / (multiple - before.multiple) > 0)
      rise = (sure - before.sure) / (multiple - before.multiple);
    before = { multiple, sure };
    // Short of it by a hair it goes on by more than one.
    const next =
      sure < 0
        ? multiple + Math.max((itemAt(BEYOND, Math.min(turn, BEYOND.length) - 1) * -sure) / rise, last / 1000)
        : multiple - sure / rise;
    const within = best !== null && next >= most ? (multiple + most) / 2 : Math.min(last, Math.max(0, next));
    multiple = turn === END_READING - 1 && best === null ? last : within;
    if (multiple === before.multiple) return best ?? change;
  }
}

/** An axis that helps, the end to which it goes, and what that brings. */
interface Help {
  readonly axis: number;
  readonly end: number;
  readonly gain: number;
}

/** Sets of some items of up to three, smaller ones first. */
function setsOf<T>(items: readonly T[]): T[][] {
  let sets: { from: number; set: T[] }[] = [{ from: 0, set: [] }];
  const all: T[][] = [];
  for (let size = 1; size <= MOST_AXES; size += 1) {
    sets = sets.flatMap(({ from, set }) =>
      items.slice(from).map((item, at) => ({ from: from + at + 1, set: [...set, item] })),
    );
    all.push(...sets.map(({ set }) => set));
  }
  return all;
}

const cornerOf = (set: readonly Help[]): Point => new Map(set.map(({ axis, end }) => [axis, end]));

/** Reads both ends of the axes that promise most; returns those that help most. */
function* helpful(axes: readonly Axis[], { start, slopes }: Start): Search<readonly Help[]> {
  const promise = ({ low, high }: Axis, at: number) => {
    const slope = itemAt(slopes, at);
    return slope >= 0 ? slope * high : slope * low;
  };
  const chosen = axes
    .map((axis, at) => ({ axis, at, promise: promise(axis, at) }))
    .sort((a, b) => b.promise - a.promise || a.at - b.at)
    .slice(0, SCREENED);
  const ends = chosen.flatMap(({ axis: { low, high }, at }) =>
    [low, high].filter((end) => end !== 0).map((end) => ({ axis: at, end })),
  );
  const readings = yield { points: ends.map(({ axis, end }) => new Map([[axis, end]])), how: 'coarse' };
  const gains = ends.map((end, at) => ({ ...end, gain: itemAt(readings, at).gap - start.gap }));
  const best = new Map<number, Help>();
  for (const help of gains)
    if (help.gain > 0 && help.gain > (best.get(help.axis)?.gain ?? 0)) best.set(help.axis, help);
  return [...best.values()].sort((a, b) => b.gain - a.gain || a.axis - b.axis).slice(0, COMBINED);
}

/** A set of axes with what was read where all of them are at their ends. */
interface Corner {
  readonly set: readonly Help[];
  readonly reading: Reading;
}

const wayOf = (set: readonly Help[]): Way => ({
  axes: set.map(({ axis }) => axis),
  ends: set.map(({ end }) => end),
  slopes: ofLengthOne(set.map(({ gain, end }) => gain / Math.abs(end))),
});

/** A way that is not known to cross, gone to its end. */
function atItsEnd({ set, reading }: Corner, start: Reading): Crossed {
  const way = wayOf(set);
  const beyond = lastMultiple(way);
  return {
    way,
    gapAtEnd: reading.gap,
    bracket: { short: 0, gapShort: start.gap, beyond, gapBeyond: reading.gap },
  };
}

/** A corner with where its way may cross. */
interface PromisedCorner extends Corner {
  readonly multiple: number;
  readonly distance: number;
}

/**
 * Where a crossing may be: near the start gains add up, at the corner they are what was read there, and between the two the share of them
 * that counts goes straight from one to the other.
 */
function promised({ set, reading }: Corner, start: Reading): PromisedCorner {
  const way = wayOf(set);
  const sum = set.reduce((total, { gain }) => total + gain, 0);
  const lost = 1 - (reading.gap - start.gap) / sum;
  const gapAt = (multiple: number) => {
    const point = along(way, multiple);
    const gains = set.reduce((all, { axis, end, gain }) => all + (gain * entryOf(point, axis)) / end, 0);
    return start.gap + gains * (1 - (lost * gains) / sum);
  };
  let [short, beyond] = [0, lastMultiple(way)];
  for (let turn = 0; turn < HALVINGS; turn += 1) {
    const middle = (short + beyond) / 2;
    if (gapAt(middle) < 0) short = middle;
    else beyond = middle;
  }
  return { set, reading, multiple: beyond, distance: lengthOf(along(way, beyond)) };
}

/** The sets that are searched: those that may cross, the shortest that they promise, of each size. */
function searchedAmong(corners: readonly Corner[], start: Reading): PromisedCorner[] {
  const likely = corners.filter(({ reading: { gap, sure } }) => gap + (gap - sure) >= 0);
  const sorted = likely.map((corner) => promised(corner, start)).sort((a, b) => a.distance - b.distance);
  return Object.entries(SEARCHED).flatMap(([size, most]) =>
    sorted.filter(({ set }) => set.length === Number(size)).slice(0, most),
  );
}

/** From where a search starts. */
export interface Start {
  /** The reading where nothing is changed. */
  readonly start: Reading;
  /** Slopes of the gap at the centre, by axis; of one on which nothing hangs it may be any. */
  readonly slopes: readonly number[];
}

/**
 * Searches for the smallest change that carries the quantity over the bound. Where nothing crosses it says which change of up to three
 * comes nearest.
 */
export function* smallestChange(axes: readonly Axis[], from: Start): Search<FoundChanges> {
  const { start } = from;
  const helps = yield* helpful(axes, from);
  if (helps.length === 0) return { crossing: [], nearest: null };
  const sets = setsOf(helps);
  const readings = yield { points: sets.map(cornerOf), how: 'coarse' };
  const corners = sets.map((set, at): Corner => ({ set, reading: itemAt(readings, at) }));
  const likely = searchedAmong(corners, start);
  const crossed =
    likely.length > 0
      ? yield* sideBySide(
          likely.map(({ set, reading, multiple }) =>
            shortestOf(wayOf(set), start.gap, reading.gap, multiple),
          ),
          'middle',
        )
      : [atItsEnd(firstOf([...corners].sort((a, b) => b.reading.gap - a.reading.gap)), start)];
  const fresh = yield* sideBySide(
    crossed.map((one) => established(one, { axes, start })),
    'fresh',
  );
  const crossing = fresh.filter(({ reading }) => reading.sure >= 0).sort((a, b) => a.distance - b.distance);
  if (crossing.length > 0) return { crossing, nearest: null };
  return { crossing, nearest: firstOf(fresh.sort((a, b) => b.reading.gap - a.reading.gap)) };
}
