/**
 * Tallies: what an ensemble keeps of its episodes. Counts and histograms on a fixed grid merge by addition, so the
 * bytes of an answer depend neither on the number of workers nor on the order in which blocks finish, and memory
 * does not grow with the number of runs.
 */
import type { ModelSpecification } from '../scenario/model-specification';

/** Counts of values on a grid of a fixed step; quantiles are exact to half a step. */
export interface Histogram {
  readonly step: number;
  /** Number of values by grid index. */
  readonly counts: Record<number, number>;
}

/** An empty histogram. */
export function newHistogram(step: number): Histogram {
  return { step, counts: {} };
}

/** Counts a value, `times` over. */
export function count(histogram: Histogram, value: number, times = 1): void {
  const index = Math.round(value / histogram.step);
  histogram.counts[index] = (histogram.counts[index] ?? 0) + times;
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
function onGrid(index: number, step: number): number {
  return Math.round(index * step * 1e9) / 1e9;
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
  return onGrid(last, histogram.step);
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
    if (onGrid(Number(index), histogram.step) >= threshold) sum += histogram.counts[Number(index)]!;
  }
  return sum;
}

/** What a block of episodes leaves behind. */
export interface Tally {
  runs: number;
  /** Episodes by outcome class. */
  readonly outcomes: number[];
  /** Episodes in no class or in several: 0 for a sound scenario. */
  unclassified: number;
  held: number;
  narrow: number;
  /** Degree of concession by issue; 0 where there is no deal. */
  readonly issues: Histogram[];
  readonly end: { readonly usOnCn: Histogram; readonly cnOnUs: Histogram };
  readonly trade: { readonly usFromCn: Histogram; readonly cnFromUs: Histogram };
  readonly gdp: { readonly US: Histogram; readonly CN: Histogram; readonly RoW: Histogram };
  readonly prices: Histogram;
  /** Episodes in which a truce bound on the day after the meeting. */
  truceBound: number;
  /** Days to its first breach or end, where it ended before the horizon. */
  readonly truceDays: Histogram;
  readonly shortageDays: Histogram;
  readonly leastStock: Histogram;
  readonly soybeans: Histogram;
  /** Severity with which Chinese controls reach third countries at the horizon. */
  readonly foreignReach: Histogram;
  /** Lawless proposals of policies: 0 for sound ones. */
  refused: number;
  /** Drawn parameters and ordinal outcome of the first episodes, one row an episode, for rank correlations. */
  readonly sample: number[][];
  /** Averages and layers on a grid of days, where the task asked for them. */
  course?: CourseTally;
}

/**
 * Average tariffs and layers by day of the grid, counted from the first day. Layers are sums of what each adds to its
 * average, in whole thousandths of a point, by its id.
 */
export interface CourseTally {
  readonly days: Record<
    number,
    { readonly usOnCn: Histogram; readonly cnOnUs: Histogram; readonly layers: Record<string, number> }
  >;
}

/** Episodes of which the drawn parameters are kept. */
export const SAMPLE_EPISODES = 4_000;

const DEGREE_STEP = 0.001;
const RATE_STEP = 0.01;
const SHARE_STEP = 0.01;
const DAY_STEP = 1;

/** An empty tally for so many classes and issues. */
export function newTally(classes: number, issues: number): Tally {
  return {
    runs: 0,
    outcomes: new Array<number>(classes).fill(0),
    unclassified: 0,
    held: 0,
    narrow: 0,
    issues: Array.from({ length: issues }, () => newHistogram(DEGREE_STEP)),
    end: { usOnCn: newHistogram(RATE_STEP), cnOnUs: newHistogram(RATE_STEP) },
    trade: { usFromCn: newHistogram(0.1), cnFromUs: newHistogram(0.1) },
    gdp: { US: newHistogram(SHARE_STEP), CN: newHistogram(SHARE_STEP), RoW: newHistogram(0.001) },
    prices: newHistogram(0.001),
    truceBound: 0,
    truceDays: newHistogram(DAY_STEP),
    shortageDays: newHistogram(DAY_STEP),
    leastStock: newHistogram(SHARE_STEP),
    soybeans: newHistogram(0.1),
    foreignReach: newHistogram(SHARE_STEP),
    refused: 0,
    sample: [],
  };
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

/** Adds a tally to another; blocks are added in their order, so that the sample is that of the first episodes. */
export function addTally(into: Tally, other: Tally): void {
  into.runs += other.runs;
  into.unclassified += other.unclassified;
  into.held += other.held;
  into.narrow += other.narrow;
  into.truceBound += other.truceBound;
  into.refused += other.refused;
  other.outcomes.forEach((n, index) => (into.outcomes[index]! += n));
  other.issues.forEach((histogram, index) => addHistogram(into.issues[index]!, histogram));
  addHistogram(into.end.usOnCn, other.end.usOnCn);
  addHistogram(into.end.cnOnUs, other.end.cnOnUs);
  addHistogram(into.trade.usFromCn, other.trade.usFromCn);
  addHistogram(into.trade.cnFromUs, other.trade.cnFromUs);
  for (const region of ['US', 'CN', 'RoW'] as const) addHistogram(into.gdp[region], other.gdp[region]);
  addHistogram(into.prices, other.prices);
  addHistogram(into.truceDays, other.truceDays);
  addHistogram(into.shortageDays, other.shortageDays);
  addHistogram(into.leastStock, other.leastStock);
  addHistogram(into.soybeans, other.soybeans);
  addHistogram(into.foreignReach, other.foreignReach);
  if (other.course !== undefined) addCourse((into.course ??= { days: {} }), other.course);
  for (const row of other.sample) if (into.sample.length < SAMPLE_EPISODES) into.sample.push(row);
}
