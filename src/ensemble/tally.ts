/**
 * Tallies: what an ensemble keeps of its episodes. Counts and histograms on a fixed grid merge by addition, so the
 * bytes of an answer depend neither on the number of workers nor on the order in which blocks finish, and memory
 * does not grow with the number of runs.
 */
import type { ModelSpecification } from '../scenario/model-specification';

/** Counts of values on a grid of a fixed step; quantiles are exact to half a step. */
export interface Histogram {
  /** Width of the grid in the unit of the values; index times step is the value. */
  readonly step: number;
  /** Number of values by grid index. */
  readonly counts: Record<number, number>;
}

/** An empty histogram. */
export function newHistogram(step: number): Histogram {
  return { step, counts: {} };
}

/** A histogram while values are counted into it: a record is slow where indices are below nought. */
export interface Counter {
  readonly step: number;
  /** Number of values by grid index. */
  readonly counts: Map<number, number>;
}

/** A counter of nothing so far. */
export function newCounter(step: number): Counter {
  return { step, counts: new Map() };
}

/** Counts a value. */
export function count({ step, counts }: Counter, value: number): void {
  // Nought has two signs, and a map keeps them together.
  const index = Math.round(value / step);
  counts.set(index, (counts.get(index) ?? 0) + 1);
}

/** What a counter has counted, in rising order of the grid. */
export function histogramOf({ step, counts }: Counter): Histogram {
  const rising = [...counts].sort(([a], [b]) => a - b);
  return { step, counts: Object.fromEntries(rising) };
}

/** Adds the counts of another histogram of the same step. */
export function addHistogram(into: Histogram, other: Histogram): void {
  for (const index in other.counts) {
    const at = Number(index);
    into.counts[at] = (into.counts[at] ?? 0) + other.counts[at]!;
  }
}

/** Grid indices in rising order. */
function indices(histogram: Histogram): number[] {
  return Object.keys(histogram.counts)
    .map(Number)
    .sort((a, b) => a - b);
}

/** Number of values counted. */
export function total(histogram: Histogram): number {
  let sum = 0;
  for (const index in histogram.counts) sum += histogram.counts[Number(index)]!;
  return sum;
}

/** On the grid, integers times a decimal step: rounded so that 3 × 0.1 prints as 0.3. */
function gridValue(index: number, step: number): number {
  return Math.round(index * step * 1e9) / 1e9;
}

/** The value of the grid that a value is counted as. */
export function onGrid(value: number, step: number): number {
  return gridValue(Math.round(value / step), step);
}

/** The values of a histogram in rising order, each with how often it was counted. */
export function countedValues(histogram: Histogram): (readonly [value: number, n: number])[] {
  return indices(histogram).map((at) => [gridValue(at, histogram.step), histogram.counts[at]!]);
}

/**
 * The value below which a share `q` of the counted values lies (inverse of the empirical distribution); 0 where none
 * was counted.
 */
export function histogramQuantile(histogram: Histogram, q: number): number {
  const wanted = q * total(histogram);
  let seen = 0;
  let last = 0;
  for (const index of indices(histogram)) {
    seen += histogram.counts[index]!;
    last = index;
    if (seen >= wanted && seen > 0) break;
  }
  return gridValue(last, histogram.step);
}

/** Mean of the counted values; 0 where none was counted. */
export function histogramMean(histogram: Histogram): number {
  let sum = 0;
  for (const index of indices(histogram)) sum += index * histogram.counts[index]!;
  const n = total(histogram);
  return n === 0 ? 0 : (sum / n) * histogram.step;
}

/** Number of values at or above a threshold. */
export function countAtLeast(histogram: Histogram, threshold: number): number {
  let sum = 0;
  for (const index in histogram.counts) {
    if (gridValue(Number(index), histogram.step) >= threshold) sum += histogram.counts[Number(index)]!;
  }
  return sum;
}

/** In how many episodes an event was refused. */
export interface RefusedCount {
  /** Code of the first refusal of the first of them. */
  readonly code: string;
  /** Number of episodes in which it was refused, at least 1. */
  runs: number;
}

/** What a block of episodes leaves behind, its distributions kept as an `H`. */
export interface TallyOf<H> {
  /** Number of episodes counted. */
  runs: number;
  /** Episodes by outcome class. */
  readonly outcomes: number[];
  /** Episodes in no class or in several: 0 for a sound scenario. */
  unclassified: number;
  /** Number of the first of them; null where there is none. */
  firstUnclassified: number | null;
  /** Supposed events that the rules refused, by name: in how many episodes, and the code of the first refusal. */
  readonly refusedSupposed: Record<string, RefusedCount>;
  /** Episodes in which the meeting of the scenario was held. */
  held: number;
  /** Episodes whose meeting ended in the extension alone. */
  narrow: number;
  /** Degree of concession by issue; 0 where there is no deal. */
  readonly issues: H[];
  /** Episodes in which new coercion had entered into force two weeks after the meeting. */
  newCoercion: number;
  /** Averages on the eve of the meeting. */
  readonly eve: {
    /** Of American duties on Chinese goods, per cent, on a grid of 0.01. */
    readonly usOnCn: H;
    /** Of Chinese duties on American goods, per cent, on a grid of 0.01. */
    readonly cnOnUs: H;
  };
  /** Averages two weeks after the meeting. */
  readonly end: {
    /** Of American duties on Chinese goods, per cent, on a grid of 0.01. */
    readonly usOnCn: H;
    /** Of Chinese duties on American goods, per cent, on a grid of 0.01. */
    readonly cnOnUs: H;
  };
  /** Averages at the horizon. */
  readonly last: {
    /** Of American duties on Chinese goods, per cent, on a grid of 0.01. */
    readonly usOnCn: H;
    /** Of Chinese duties on American goods, per cent, on a grid of 0.01. */
    readonly cnOnUs: H;
  };
  /** What the change of duties does to trade within a year, per cent, on a grid of 0.1. */
  readonly trade: {
    /** Change of American imports from China. */
    readonly usFromCn: H;
    /** Change of Chinese imports from the United States. */
    readonly cnFromUs: H;
  };
  /** Mean short-run effects on output over an episode, per cent of GDP, below 0 for a loss. */
  readonly gdp: {
    /** Of the United States, on a grid of 0.01. */
    readonly US: H;
    /** Of China, on a grid of 0.01. */
    readonly CN: H;
    /** Change of welfare in the rest of the world, on a grid of 0.001. */
    readonly RoW: H;
  };
  /** Changes of American consumer prices by the horizon, per cent, on a grid of 0.001. */
  readonly prices: H;
  /** Episodes with a text in force on the day after the planned day of the meeting; the next two are of these alone. */
  truceBound: number;
  /** Days from the planned day of the meeting to the end of the text, where it ended by the horizon. */
  readonly textEndedAfter: H;
  /** Days from the planned day of the meeting to the first documented breach, where there was one by the horizon. */
  readonly brokenAfter: H;
  /** Days of an episode on which magnets were short, a whole number. */
  readonly shortageDays: H;
  /** Smallest stock of magnets in an episode, months of normal use, on a grid of 0.01. */
  readonly leastStock: H;
  /** American soybeans bought by China until the horizon, million metric tons, on a grid of 0.1. */
  readonly soybeans: H;
  /** Mean severity between meeting and horizon with which Chinese controls reach third countries. */
  readonly foreignReach: H;
  /** Lawless proposals of policies: 0 for sound ones. */
  refused: number;
  /** Drawn parameters and ordinal outcome of the first episodes, one row an episode, for rank correlations. */
  readonly sample: number[][];
  /** Averages and layers on a grid of days, where the task asked for them. */
  course?: CourseTallyOf<H>;
}

/** A tally as it is merged and kept: plain JSON. */
export type Tally = TallyOf<Histogram>;

/** A tally while its episodes run. */
export type RunningTally = TallyOf<Counter>;

/**
 * Average tariffs and layers by day of the grid, counted from the first day. Layers are sums of what each adds to its
 * average, in whole thousandths of a point, by its id.
 */
export interface CourseTallyOf<H> {
  /** What was counted on each day of the grid, by the number of the day from 0. */
  readonly days: Record<
    number,
    {
      /** Averages of American duties on Chinese goods, per cent, on a grid of 0.01. */
      readonly usOnCn: H;
      /** Averages of Chinese duties on American goods, per cent, on a grid of 0.01. */
      readonly cnOnUs: H;
      /** Sum over the episodes of the thousandths of a point that each layer adds, by its id. */
      readonly layers: Record<string, number>;
    }
  >;
}

type CourseTally = CourseTallyOf<Histogram>;

/** Episodes of which the drawn parameters are kept. */
export const SAMPLE_EPISODES = 4_000;

const DEGREE_STEP = 0.001;
/** Percentage points on which averages are counted. */
export const RATE_STEP = 0.01;
const SHARE_STEP = 0.01;
const DAY_STEP = 1;

function emptyOf<H>(classes: number, issues: number, empty: (step: number) => H): TallyOf<H> {
  return {
    runs: 0,
    outcomes: new Array<number>(classes).fill(0),
    unclassified: 0,
    firstUnclassified: null,
    refusedSupposed: {},
    held: 0,
    narrow: 0,
    newCoercion: 0,
    issues: Array.from({ length: issues }, () => empty(DEGREE_STEP)),
    eve: { usOnCn: empty(RATE_STEP), cnOnUs: empty(RATE_STEP) },
    end: { usOnCn: empty(RATE_STEP), cnOnUs: empty(RATE_STEP) },
    last: { usOnCn: empty(RATE_STEP), cnOnUs: empty(RATE_STEP) },
    trade: { usFromCn: empty(0.1), cnFromUs: empty(0.1) },
    gdp: { US: empty(SHARE_STEP), CN: empty(SHARE_STEP), RoW: empty(0.001) },
    prices: empty(0.001),
    truceBound: 0,
    textEndedAfter: empty(DAY_STEP),
    brokenAfter: empty(DAY_STEP),
    shortageDays: empty(DAY_STEP),
    leastStock: empty(SHARE_STEP),
    soybeans: empty(0.1),
    foreignReach: empty(SHARE_STEP),
    refused: 0,
    sample: [],
  };
}

/** An empty tally for so many classes and issues. */
export function newTally(classes: number, issues: number): Tally {
  return emptyOf(classes, issues, newHistogram);
}

/** An empty tally to count episodes into. */
export function newRunningTally({ outcomes, issues }: ModelSpecification): RunningTally {
  return emptyOf(outcomes.length, issues.length, newCounter);
}

/** A tally with each of its distributions kept otherwise. */
function mapped<A, B>(tally: TallyOf<A>, to: (distribution: A) => B): TallyOf<B> {
  const { eve, end, last, trade, gdp, course } = tally;
  const other: TallyOf<B> = {
    runs: tally.runs,
    outcomes: tally.outcomes,
    unclassified: tally.unclassified,
    firstUnclassified: tally.firstUnclassified,
    refusedSupposed: tally.refusedSupposed,
    held: tally.held,
    narrow: tally.narrow,
    newCoercion: tally.newCoercion,
    issues: tally.issues.map(to),
    eve: { usOnCn: to(eve.usOnCn), cnOnUs: to(eve.cnOnUs) },
    end: { usOnCn: to(end.usOnCn), cnOnUs: to(end.cnOnUs) },
    last: { usOnCn: to(last.usOnCn), cnOnUs: to(last.cnOnUs) },
    trade: { usFromCn: to(trade.usFromCn), cnFromUs: to(trade.cnFromUs) },
    gdp: { US: to(gdp.US), CN: to(gdp.CN), RoW: to(gdp.RoW) },
    prices: to(tally.prices),
    truceBound: tally.truceBound,
    textEndedAfter: to(tally.textEndedAfter),
    brokenAfter: to(tally.brokenAfter),
    shortageDays: to(tally.shortageDays),
    leastStock: to(tally.leastStock),
    soybeans: to(tally.soybeans),
    foreignReach: to(tally.foreignReach),
    refused: tally.refused,
    sample: tally.sample,
  };
  if (course === undefined) return other;
  const days: CourseTallyOf<B>['days'] = {};
  for (const key in course.days) {
    const { usOnCn, cnOnUs, layers } = course.days[key]!;
    days[key] = { usOnCn: to(usOnCn), cnOnUs: to(cnOnUs), layers };
  }
  other.course = { days };
  return other;
}

/** A running tally as it is merged and kept. */
export function keptTally(running: RunningTally): Tally {
  return mapped(running, histogramOf);
}

/** A tally with every histogram in rising order: the bytes of what was merged then do not tell in which pieces it came. */
export function inRisingOrder(tally: Tally): Tally {
  return mapped(tally, (histogram) => ({
    step: histogram.step,
    counts: Object.fromEntries(indices(histogram).map((index) => [index, histogram.counts[index]!])),
  }));
}

/** An empty tally of a theory that keeps its course. */
export function emptyTally({ outcomes, issues }: ModelSpecification): Tally {
  return { ...newTally(outcomes.length, issues.length), course: { days: {} } };
}

function addCourse(into: CourseTally, other: CourseTally): void {
  for (const key in other.days) {
    const day = Number(key);
    const from = other.days[day]!;
    const empty = () => newHistogram(from.usOnCn.step);
    const to = (into.days[day] ??= { usOnCn: empty(), cnOnUs: empty(), layers: {} });
    addHistogram(to.usOnCn, from.usOnCn);
    addHistogram(to.cnOnUs, from.cnOnUs);
    for (const id in from.layers) to.layers[id] = (to.layers[id] ?? 0) + from.layers[id]!;
  }
}

/** Counts an episode that is in no class or in several. */
export function countUnclassified(
  tally: Pick<Tally, 'unclassified' | 'firstUnclassified'>,
  episode: number,
): void {
  tally.unclassified += 1;
  tally.firstUnclassified = Math.min(tally.firstUnclassified ?? episode, episode);
}

/** Counts episodes in which an event was refused; the code stays that of whoever counted first. */
export function countRefused(
  { refusedSupposed }: Pick<Tally, 'refusedSupposed'>,
  name: string,
  { code, runs }: RefusedCount,
): void {
  const counted = (refusedSupposed[name] ??= { code, runs: 0 });
  counted.runs += runs;
}

/** Adds a tally to another; blocks are added in their order, so that the sample is that of the first episodes. */
export function addTally(into: Tally, other: Tally): void {
  into.runs += other.runs;
  into.unclassified += other.unclassified;
  if (other.firstUnclassified !== null)
    into.firstUnclassified = Math.min(
      into.firstUnclassified ?? other.firstUnclassified,
      other.firstUnclassified,
    );
  for (const name in other.refusedSupposed) countRefused(into, name, other.refusedSupposed[name]!);
  into.held += other.held;
  into.narrow += other.narrow;
  into.newCoercion += other.newCoercion;
  into.truceBound += other.truceBound;
  into.refused += other.refused;
  other.outcomes.forEach((n, index) => (into.outcomes[index]! += n));
  other.issues.forEach((histogram, index) => addHistogram(into.issues[index]!, histogram));
  addHistogram(into.eve.usOnCn, other.eve.usOnCn);
  addHistogram(into.eve.cnOnUs, other.eve.cnOnUs);
  addHistogram(into.end.usOnCn, other.end.usOnCn);
  addHistogram(into.end.cnOnUs, other.end.cnOnUs);
  addHistogram(into.last.usOnCn, other.last.usOnCn);
  addHistogram(into.last.cnOnUs, other.last.cnOnUs);
  addHistogram(into.trade.usFromCn, other.trade.usFromCn);
  addHistogram(into.trade.cnFromUs, other.trade.cnFromUs);
  for (const region of ['US', 'CN', 'RoW'] as const) addHistogram(into.gdp[region], other.gdp[region]);
  addHistogram(into.prices, other.prices);
  addHistogram(into.textEndedAfter, other.textEndedAfter);
  addHistogram(into.brokenAfter, other.brokenAfter);
  addHistogram(into.shortageDays, other.shortageDays);
  addHistogram(into.leastStock, other.leastStock);
  addHistogram(into.soybeans, other.soybeans);
  addHistogram(into.foreignReach, other.foreignReach);
  if (other.course !== undefined) addCourse((into.course ??= { days: {} }), other.course);
  for (const row of other.sample) if (into.sample.length < SAMPLE_EPISODES) into.sample.push(row);
}
