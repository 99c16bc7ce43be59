/**
 * The library's functions over scenarios: start, run, project, compare. Facts come with the package and can be
 * replaced by the caller's.
 */
import { backtest as backtestOn, divergences, outcomesOfBlock, runBlock, runRecorded } from '#ensemble';
import { facts as packagedFacts } from '../facts/packaged';
import { frozen } from '../engine/transition';
import type { State } from '../model/state';
import { differenceSentences, namesOf } from '../report/wording/step-phrases';
import { findScenario, loadScenario } from '../scenario/library';
import { stateOn } from '../facts/initial-state';
import type { Facts } from '../facts/schema';
import { parseScenario as parseAgainst, type ParsedScenario } from '../scenario/parse';
import type { Scenario } from '../scenario/schema';
import { openingOf, theoryOf, type Theory } from '../scenario/model-specification';
import type { Backtest } from './backtest/backtest';
import { BASE_SCENARIO, USUAL_WORK, type BacktestOptions } from './backtest/work';
import { comparePaired, type Comparison } from './comparison/paired-comparison';
import { courseOf, type Course } from '../ensemble/course';
import type { Divergence, DivergenceTask } from './comparison/divergence';
import { blocksOf } from '../ensemble/blocks';
import { explainComparison, type ExplainedComparison } from './comparison/explained-comparison';
import { DEFAULT_CAP, DEFAULT_RUNS, DEFAULT_SEED, LONGEST_SEED, MOST_RUNS } from '../ensemble/limits';
import { pastMeetings } from './backtest/dossier';
import { projectionOf, type Projection } from '../ensemble/projection';
import type { RecordedEpisode } from '../episode/recorded';
import { differencesOf } from './comparison/scenario-differences';
import { stopWatch, type StopRule } from '../ensemble/stop-rule';
import { addTally, newTally, type Tally } from '../ensemble/tally';
import { VERSION } from '../kit/version';

export { DEFAULT_RUNS, DEFAULT_SEED, LONGEST_SEED, MOST_RUNS };

/** A scenario, or the id of a compiled one or of a past meeting. */
export type ScenarioOrId = Scenario | string;

/** How an ensemble is run. */
export interface ProjectOptions {
  /** Number of episodes, 1 to 10 000 000; 4 000 unless told. With a stop rule the most that are run, 1 000 000 unless told. */
  readonly runs?: number;
  /** Text that keys all draws, at most 200 characters; `1` unless told. */
  readonly seed?: string;
  /** Facts in place of the packaged ones. */
  readonly facts?: Facts;
  /** Told of each block that is done; a comparison counts the runs of both scenarios. */
  readonly onProgress?: (done: number, runs: number) => void;
}

function resolved(scenario: ScenarioOrId, facts: Facts = packagedFacts): Scenario {
  if (typeof scenario !== 'string') return scenario;
  // The library refuses an unknown id with the ids that it knows.
  return anyScenario(scenario, facts) ?? loadScenario(scenario);
}

/** Refuses a number of runs or a seed that is out of range with a RangeError that says what is allowed. */
export function checkRunsAndSeed(runs: number, seed: string): void {
  if (!Number.isInteger(runs) || runs < 1 || runs > MOST_RUNS) {
    throw new RangeError(`runs must be a whole number from 1 to ${MOST_RUNS}; given ${runs}`);
  }
  if (seed.length === 0 || seed.length > LONGEST_SEED) {
    throw new RangeError(`a seed has from 1 to ${LONGEST_SEED} characters; given ${seed.length}`);
  }
}

/**
 * The past meetings of the facts as scenarios, in the order of their days: each is the record as it stood on the eve
 * of the talks, with agenda and weights by rules that are the same for all, and holds nothing later.
 */
export function pastScenarios(facts: Facts = packagedFacts): Scenario[] {
  return pastMeetings(facts, loadScenario(BASE_SCENARIO)).map(({ scenario }) => scenario);
}

/** A compiled scenario or a past meeting by its id, or undefined. */
function anyScenario(id: string, facts: Facts): Scenario | undefined {
  return findScenario(id) ?? pastScenarios(facts).find((scenario) => scenario.id === id);
}

/**
 * Parses a value as a scenario against the facts, or lists what is wrong with it, by path. A variant may extend any
 * compiled scenario or past meeting. Never throws for bad input.
 */
export function parseScenario(input: unknown, facts: Facts = packagedFacts): ParsedScenario {
  return parseAgainst(input, facts, (id) => anyScenario(id, facts));
}

/**
 * The frozen state on the scenario's first day. Throws a RangeError for an id that does not exist.
 */
export function start(scenario: ScenarioOrId, facts: Facts = packagedFacts): State {
  return frozen(stateOn(facts, openingOf(resolved(scenario, facts))));
}

/** The state and the theory of a scenario, for callers that run blocks themselves. */
export interface Prepared {
  readonly scenario: Scenario;
  readonly initial: State;
  readonly theory: Theory;
}

/** Prepares a scenario once for many blocks. */
export function prepare(scenario: ScenarioOrId, facts: Facts = packagedFacts): Prepared {
  const whole = resolved(scenario, facts);
  return { scenario: whole, initial: stateOn(facts, openingOf(whole)), theory: theoryOf(whole, facts) };
}

/** One episode told in full. */
export interface EpisodeOptions {
  readonly seed?: string;
  /** Number of the episode, from 0. */
  readonly episode?: number;
  readonly facts?: Facts;
}

/**
 * Runs one episode and keeps its record: replaying `events` on `start(scenario)` gives `final` and `digest`.
 * Throws a RangeError for an episode that is not a whole number from 0, or a seed out of range.
 */
export function runEpisode(scenario: ScenarioOrId, options: EpisodeOptions = {}): RecordedEpisode {
  const { seed = DEFAULT_SEED, episode = 0, facts } = options;
  checkRunsAndSeed(episode + 1, seed);
  const { initial, theory } = prepare(scenario, facts);
  return runRecorded(initial, theory, seed, episode);
}

/** Runs that an ensemble may make: those asked for, or a default that depends on whether a rule stops it. */
export function mostRuns({ runs, until }: ProjectionOptions): number {
  return runs ?? (until === undefined ? DEFAULT_RUNS : DEFAULT_CAP);
}

/** An ensemble's tally, from this thread. */
function tallied(scenario: ScenarioOrId, options: ProjectionOptions, course: boolean) {
  const { seed = DEFAULT_SEED, facts, onProgress, until } = options;
  const runs = mostRuns(options);
  checkRunsAndSeed(runs, seed);
  const prepared = prepare(scenario, facts);
  const { initial, theory } = prepared;
  const tally = newTally(theory.outcomes.length, theory.issues.length);
  const goesOn = stopWatch(theory, until, runs);
  for (const { from, to } of blocksOf(runs)) {
    addTally(tally, runBlock({ initial, theory, seed, from, to, course }));
    onProgress?.(to, runs);
    if (!goesOn(tally)) break;
  }
  return { prepared, seed, tally };
}

/**
 * Projects a scenario: an ensemble of episodes, each in a world of its own, to a distribution with intervals. Runs
 * in this thread; `detente/node` has the same with workers, to the same bytes. Throws a RangeError for runs or a
 * seed out of range.
 */
export function project(scenario: ScenarioOrId, options: ProjectionOptions = {}): Projection {
  const { prepared, seed, tally } = tallied(scenario, options, false);
  return projectionOf({ ...prepared, version: VERSION, seed }, tally);
}

/** A projection with its course over time, for those who draw. */
export interface FullProjection {
  readonly projection: Projection;
  readonly course: Course;
}

/** How a projection is run: with a stop rule, too. */
export interface ProjectionOptions extends ProjectOptions {
  /** Stops at the first block of 250 episodes after which an interval is narrow enough. The answer is that of so many runs. */
  readonly until?: StopRule;
}

/** Turns a tally that kept its course into the answer, a partial one where more runs were asked for. */
export function fullProjectionOf(
  prepared: Prepared,
  seed: string,
  tally: Tally,
  asked = tally.runs,
): FullProjection {
  const projection = projectionOf({ ...prepared, version: VERSION, seed, asked }, tally);
  return { projection, course: courseOf(prepared.theory, prepared.initial, tally) };
}

/**
 * As `project`, to the same projection, with the course of averages, layers and truce on a grid of days. Throws a
 * RangeError for runs or a seed out of range.
 */
export function projectInFull(scenario: ScenarioOrId, options: ProjectionOptions = {}): FullProjection {
  const { prepared, seed, tally } = tallied(scenario, options, true);
  return fullProjectionOf(prepared, seed, tally);
}

/** Ids of the outcome classes that two scenarios share; throws a RangeError where they differ. */
export function sharedOutcomes(a: Prepared, b: Prepared): string[] {
  const ids = a.theory.outcomes.map((outcome) => outcome.id);
  if (ids.join() !== b.theory.outcomes.map((outcome) => outcome.id).join()) {
    throw new RangeError(`${a.scenario.id} and ${b.scenario.id} have different outcome classes`);
  }
  return ids;
}

/** Outcome classes of the same episodes under two scenarios, -1 where an episode has none or several. */
export interface PairedSeries {
  readonly ids: readonly string[];
  readonly base: readonly number[];
  readonly variant: readonly number[];
}

function pairedSeries([a, b]: readonly [Prepared, Prepared], options: ProjectOptions): PairedSeries {
  const { runs = DEFAULT_RUNS, seed = DEFAULT_SEED, onProgress } = options;
  const ids = sharedOutcomes(a, b);
  let done = 0;
  const series = ({ initial, theory }: Prepared) =>
    blocksOf(runs).flatMap(({ from, to }) => {
      const outcomes = outcomesOfBlock({ initial, theory, seed, from, to });
      onProgress?.((done += to - from), 2 * runs);
      return outcomes;
    });
  return { ids, base: series(a), variant: series(b) };
}

/**
 * Compares two scenarios on common draws: the same worlds and chances, so that only what was changed differs.
 * Throws a RangeError where their outcome classes differ, or for runs or a seed out of range.
 */
export function compare(base: ScenarioOrId, variant: ScenarioOrId, options: ProjectOptions = {}): Comparison {
  const { runs = DEFAULT_RUNS, seed = DEFAULT_SEED, facts } = options;
  checkRunsAndSeed(runs, seed);
  const { ids, ...series } = pairedSeries([prepare(base, facts), prepare(variant, facts)], options);
  return comparePaired(ids, series.base, series.variant);
}

/** How the histories behind a comparison are looked into. */
export interface ExplainOptions extends ProjectOptions {
  /** How many changed pairs are looked into, and how many that end alike; 0 to 100 000, 100 unless told. */
  readonly histories?: number;
}

/** Pairs looked into unless told. */
export const DEFAULT_HISTORIES = 100;
/** Most pairs that are looked into. */
const MOST_HISTORIES = 100_000;

/** Episodes that one task looks into. */
const EPISODES_IN_A_TASK = 20;

/** Refuses a number of histories that is out of range with a RangeError that says what is allowed. */
export function checkHistories(histories: number): void {
  if (!Number.isInteger(histories) || histories < 0 || histories > MOST_HISTORIES) {
    throw new RangeError(`histories must be a whole number from 0 to ${MOST_HISTORIES}; given ${histories}`);
  }
}

/** The tasks that look into the first changed pairs and the first that end alike, a few episodes each. */
export function divergenceTasks(
  [a, b]: readonly [Prepared, Prepared],
  seed: string,
  { base, variant }: PairedSeries,
  histories: number,
): DivergenceTask[] {
  const all = base.map((outcome, episode) => ({
    episode,
    outcomes: { base: outcome, variant: variant[episode]! },
  }));
  const isChanged = ({ outcomes }: (typeof all)[number]) => outcomes.base !== outcomes.variant;
  const changed = all.filter(isChanged).slice(0, histories);
  const alike = all.filter((pair) => !isChanged(pair)).slice(0, histories);
  const episodes = [...changed, ...alike].sort((x, y) => x.episode - y.episode);
  const setting = ({ initial, theory }: Prepared) => ({ initial, theory });
  const tasks: DivergenceTask[] = [];
  for (let at = 0; at < episodes.length; at += EPISODES_IN_A_TASK) {
    const some = episodes.slice(at, at + EPISODES_IN_A_TASK);
    tasks.push({ base: setting(a), variant: setting(b), seed, episodes: some });
  }
  return tasks;
}

/** A comparison with what lies behind it, summed up in sentences. */
export interface ExplainedDifference extends ExplainedComparison {
  /** How many runs change, with what it starts, what it took, what settles it, and how many part without changing. */
  readonly sentences: readonly string[];
}

/** Puts what was found about pairs beside the comparison of their series. */
export function explainedOf(
  both: readonly [Prepared, Prepared],
  { ids, base, variant }: PairedSeries,
  pairs: readonly Divergence[],
  facts: Facts = packagedFacts,
): ExplainedDifference {
  const found = explainComparison(comparePaired(ids, base, variant), differencesOf(...both), pairs);
  const names = namesOf(facts, both[0].initial, both[1].initial);
  return { ...found, sentences: differenceSentences(found, names) };
}

/**
 * As `compare`, and looks into the pairs that end otherwise: with which step it starts, what draw or rule is behind it,
 * and by which chain it comes to the outcome. A step counts as a start when taking it back by itself changes the end.
 * Throws as `compare`, and a RangeError for histories out of range.
 */
export function explainDifference(
  base: ScenarioOrId,
  variant: ScenarioOrId,
  options: ExplainOptions = {},
): ExplainedDifference {
  const { runs = DEFAULT_RUNS, seed = DEFAULT_SEED, facts, histories = DEFAULT_HISTORIES } = options;
  checkRunsAndSeed(runs, seed);
  checkHistories(histories);
  const both = [prepare(base, facts), prepare(variant, facts)] as const;
  const series = pairedSeries(both, options);
  const pairs = divergenceTasks(both, seed, series, histories).flatMap(divergences);
  return explainedOf(both, series, pairs, facts);
}

/**
 * Forecasts the past meetings of the facts from the record of their eve, scores them beside the base rate and
 * calibrates by leaving one out. Takes about a minute with the usual work; `candidates: 0` leaves the calibration out.
 * Throws a RangeError for runs or a seed out of range.
 */
export function backtest(options: Partial<BacktestOptions> = {}, facts: Facts = packagedFacts): Backtest {
  const work = { ...USUAL_WORK, ...options };
  checkRunsAndSeed(work.runs, work.seed);
  return backtestOn(facts, loadScenario(BASE_SCENARIO), work);
}
