/** The library's functions over one scenario: run an episode, project an ensemble. */
import { checkOptions, checkWhole, type OptionTable } from '../kit/checks';
import { finish, type Cooperative } from '../kit/cooperative';
import { InputError } from '../kit/input-error';
import { digest } from '../engine/digest';
import { tableFor } from '../engine/own-table';
import { replayIn } from '../engine/replay';
import type { State } from '../model/state';
import type { OwnModel } from '../scenario/own';
import { contributions, type Contribution } from './contributions';
import { asSeen, type Seen } from './observed';
import { prepare, type Prepared, type Subject } from './prepared';
import { tallied, type Reached, type Tallied } from './tallied';
import { checkRunsAndSeed, checkSeed, EPISODES } from '../ensemble/checks';
import { here } from './runner/here';
import {
  checkCheckpoint,
  RUN_OPTIONS,
  type Checkpoint,
  type EnsembleAnalysis,
  type RunOptions,
} from './runner/stage';
import { READING_OPTIONS, type ModelReading } from '../scenario/model-specification';
import { PLAY_OPTIONS, type PlayOptions } from './play';
import { courseOf, type Course } from '../ensemble/course';
import { givenCondition, type GivenCondition } from '../ensemble/given';
import { DEFAULT_CAP, DEFAULT_RUNS, DEFAULT_SEED } from '../ensemble/limits';
import {
  projectionInSteps,
  projectionOf,
  type Given,
  type Observed,
  type Projection,
} from '../ensemble/projection';
import { wilson } from '../kit/statistics';
import { withParameters } from './comparison/outcome-series';
import { runRecorded, type RecordedEpisode } from '../episode/recorded';
import { WHOLE } from '../ensemble/shard';
import type { StopCriterion } from '../ensemble/stop-criterion';
import type { Tally } from '../ensemble/tally';
import { VERSION } from '../kit/version';

/** How an ensemble is run. */
export interface ProjectOptions extends RunOptions, PlayOptions {
  /**
   * Number of episodes, 1 to 10 000 000; 4 000 unless told. With a stop criterion the most that are run, 1 000 000
   * unless told.
   */
  readonly runs?: number | undefined;
  /** Text that keys all draws, 1 to 200 characters; `1` unless told. */
  readonly seed?: string | undefined;
}

/** The names of {@link ProjectOptions}. */
export const PROJECT_OPTIONS: OptionTable<ProjectOptions> = {
  ...RUN_OPTIONS,
  ...PLAY_OPTIONS,
  runs: true,
  seed: true,
};

/** One episode told in full. */
export interface EpisodeOptions extends PlayOptions {
  /** Seed of the draws, 1 to 200 characters; `1` unless told. */
  readonly seed?: string | undefined;
  /** Number of the episode, from 0. */
  readonly episode?: number | undefined;
}

const EPISODE_OPTIONS: OptionTable<EpisodeOptions> = { ...PLAY_OPTIONS, seed: true, episode: true };

/** The log of an episode: its record, and what it takes to run it again. */
export interface EpisodeLog extends RecordedEpisode {
  /** Version of the library that made it. */
  readonly version: string;
  /** Id of the scenario. */
  readonly scenario: string;
  /** Seed of the draws: with scenario and number of the episode it gives the same log again. */
  readonly seed: string;
}

/**
 * Refuses policies and predicates of one's own that changed the state which they were shown: an episode runs in place, and only its log,
 * replayed, tells that more happened than its events.
 */
function checkReadOnly(
  own: OwnModel | undefined,
  { events, digest: said }: RecordedEpisode,
  // Made anew: what nothing has changed is shared between a first day and the episodes from it.
  firstDay: () => State,
): void {
  if (own === undefined) return;
  const again = replayIn(tableFor(own.rules), firstDay(), events);
  if (again.ok && digest(again.state) === said) return;
  throw new InputError({
    code: 'own/state',
    path: 'policies',
    given: own.policies.map(({ id }) => id),
    allowed: 'policies that only read the state which they are shown',
    why: again.ok
      ? 'the events of the episode, replayed, end in another state'
      : `the events of the episode, replayed, are refused at event ${again.at}`,
  });
}

/**
 * Runs one episode and keeps its log: replaying `events` on `start(scenario)` gives `final` and `digest`, and `replayLog` holds the whole
 * log to what it says. Throws an InputError where a policy of one's own changed the state that it was shown, since the log would not
 * replay.
 * @param scenario - Scenario, id of one, or play from which it goes on.
 * @param options - Number of the episode, a whole number from 0, seed, 1 to 200 characters, facts and what is one's own; left out, episode
 *   0 of seed `1`.
 *
 * @example runEpisode('kuala-lumpur-2025', { episode: 7 }).events.length > 0
 */
export function runEpisode(scenario: Subject, options: EpisodeOptions = {}): EpisodeLog {
  checkOptions(options, EPISODE_OPTIONS);
  const { seed = DEFAULT_SEED, episode = 0 } = options;
  checkWhole('episode', episode, EPISODES);
  checkSeed(seed);
  const { initial, specification, scenario: whole } = prepare(scenario, options);
  const recorded = runRecorded(initial, specification, seed, episode);
  checkReadOnly(specification.own, recorded, () => prepare(scenario, options).initial);
  return { version: VERSION, scenario: whole.id, seed, ...recorded };
}

/** How a projection is run: with a stop criterion, too. */
export interface ProjectionOptions extends ProjectOptions, ModelReading {
  /**
   * Whether to say what each of one's own acts contributes: those of a play, or the events that a scenario supposes. It takes as
   * many ensembles again as there are acts, and one.
   */
  readonly why?: boolean | undefined;
  /**
   * Whether what has happened is taken as seen: parameter draws under which it was likely count for more, what did not happen
   * included, and postures are those that were seen. Taken as given unless told. Not with `why`, `until` or a checkpoint.
   */
  readonly observed?: boolean | undefined;
  /**
   * What a run has to come to for the answer to be about it: a quantity of interest that is or is not, as `class:rollback`, or one with
   * a bound, as `issue:soybeans>=0.5`. The answer is the model alone. Not with `why`, `observed`, `until`, a checkpoint or a course.
   */
  readonly given?: string | undefined;
  /** Stops at the first multiple of 250 runs at which an interval is narrow enough. The answer is that of so many runs. */
  readonly until?: StopCriterion | undefined;
  /** Keeps whole 250s of runs, and goes on from them; not with a stop criterion. */
  readonly checkpoint?: Checkpoint | undefined;
}

/** The names of {@link ProjectionOptions}. */
export const PROJECTION_OPTIONS: OptionTable<ProjectionOptions> = {
  ...PROJECT_OPTIONS,
  ...READING_OPTIONS,
  why: true,
  observed: true,
  given: true,
  until: true,
  checkpoint: checkCheckpoint,
};

/** A projection with its course over time, for those who draw. */
export interface FullProjection {
  /** The projection: shares, intervals and means over all runs. */
  readonly projection: Explained;
  /** How quantities run from day to day over the episodes. */
  readonly course: Course;
}

/** A projection, with what each of one's own acts contributes where that was asked for; the digest is that of the rest. */
export type Explained = Projection & {
  /** What each of one's own acts contributes; left out where it was not asked for, and of an answer that is `partial`. */
  readonly why?: readonly Contribution[];
};

/** With what an ensemble is not taken as seen: each asks for another ensemble, or for fewer runs. */
const NOT_OBSERVED = ['why', 'until', 'checkpoint'] as const;

/** Takes what has happened as seen. */
function* seen(
  prepared: Prepared,
  runs: number,
  seed: string,
  options: ProjectionOptions,
): EnsembleAnalysis<Seen> {
  const beside = NOT_OBSERVED.find((name) => options[name] !== undefined && options[name] !== false);
  if (beside !== undefined)
    throw new InputError({
      code: 'observed/beside',
      path: 'observed',
      given: true,
      allowed: `no \`${beside}\` beside it`,
    });
  const { signal, onProgress } = options;
  return yield* asSeen(prepared, { runs, seed, how: { signal, onProgress } });
}

/** With what no condition goes: what asks for other ensembles, or is kept of all runs. */
const NOT_GIVEN = ['why', 'observed', 'until', 'checkpoint'] as const;

/** The condition that is asked for, and the model alone, which no base rate is a base rate of. */
function conditioned(
  prepared: Prepared,
  options: ProjectionOptions,
  course: boolean,
): { readonly prepared: Prepared; readonly condition: GivenCondition } | null {
  const { given } = options;
  if (given === undefined) return null;
  const beside = course ? 'course' : NOT_GIVEN.find((name) => (options[name] ?? false) !== false);
  if (beside !== undefined)
    throw new InputError({
      code: 'given/beside',
      path: 'given',
      given,
      allowed: `no ${beside === 'course' ? 'course of the ensemble' : `\`${beside}\``} beside it`,
    });
  const condition = givenCondition(prepared.specification, given);
  const specification = withParameters(prepared.specification, { 'pool.baseRateWeight': 0 });
  return { prepared: { ...prepared, specification }, condition };
}

/** The runs that met a condition, among all that were made. Throws an InputError where there is none. */
function among(given: string, { tally, done }: Pick<Reached, 'tally' | 'done'>): Given {
  if (tally.runs === 0)
    throw new InputError({
      code: 'given/none',
      path: 'given',
      given,
      allowed: `a condition that some of ${done} runs meet`,
      why: 'no run does; more runs may find one',
    });
  const { p, low, high } = wilson(tally.runs, done);
  return { condition: given, of: done, p, low, high };
}

/** An ensemble that was run, with what is needed to say what came of it. */
interface Projected {
  readonly prepared: Prepared;
  readonly seed: string;
  /** Runs that make the answer a whole one. */
  readonly asked: number;
  readonly tally: Tally;
  readonly observed?: Observed | undefined;
  readonly given?: Given | undefined;
}

/** A projection that is under way. */
export interface ProjectionSoFar {
  /** Runs that it is of. */
  readonly runs: number;
  /** Makes the projection of these runs, marked as `partial`; without what each act contributes. */
  readonly answer: () => Cooperative<Projection>;
}

/** Told after each part of how far a projection is. */
export type Look = (soFar: ProjectionSoFar) => void;

const answerOf = ({ prepared, seed, asked, tally, observed, given }: Projected): Cooperative<Projection> =>
  projectionInSteps({ ...prepared, version: VERSION, seed, asked, observed, given }, tally);

/** What a stage of an ensemble is told to tell: nothing before a run counts. */
const looking = (look: Look | undefined, made: (soFar: Reached) => Projected) =>
  look === undefined
    ? undefined
    : (soFar: Reached) => {
        const { counted: runs } = soFar;
        if (runs > 0) look({ runs, answer: () => answerOf(made(soFar)) });
      };

function* projected(
  scenario: Subject,
  options: ProjectionOptions,
  course: boolean,
  look?: Look,
): EnsembleAnalysis<Projected> {
  checkOptions(options, PROJECTION_OPTIONS);
  const { seed = DEFAULT_SEED, until } = options;
  // Null is no number of runs, not the usual one.
  const { runs = until === undefined ? DEFAULT_RUNS : DEFAULT_CAP } = options;
  checkRunsAndSeed(runs, seed);
  if (options.checkpoint !== undefined && (options.core === true || options.pain === 'steady'))
    throw new InputError({
      code: 'input/checkpoint',
      path: 'checkpoint',
      given: options.checkpoint,
      allowed: 'no `core` and no steady `pain` beside it',
      why: 'a checkpoint is of the whole model',
    });
  const asIs = prepare(scenario, options);
  const only = conditioned(asIs, options, course);
  if (only !== null && options.given !== undefined) {
    const { condition, ...rest } = only;
    const { given } = options;
    const made = ({ tally, done }: Pick<Reached, 'tally' | 'done'>): Projected => ({
      ...rest,
      seed,
      asked: runs,
      tally,
      given: among(given, { tally, done }),
    });
    const job = { ...rest, seed, runs, shards: WHOLE, course, anyRuns: true, how: options };
    const found: Tallied = yield* tallied({ ...job, given: condition, look: looking(look, made) });
    return made(found);
  }
  const { prepared, observed } =
    options.observed === true
      ? yield* seen(asIs, runs, seed, options)
      : { prepared: asIs, observed: undefined };
  const made = ({ tally }: Pick<Reached, 'tally'>): Projected => ({
    prepared,
    seed,
    asked: runs,
    tally,
    observed,
  });
  const job = { prepared, seed, runs, shards: WHOLE, course, until, anyRuns: true, how: options };
  const { tally, enough }: Tallied = yield* tallied({ ...job, look: looking(look, made) });
  // An ensemble that was sure enough is whole with as many runs as it took.
  return { prepared, seed, asked: enough ? tally.runs : runs, tally, observed };
}

/** The answer, with what each of one's own acts contributes where that was asked for and the answer is whole. */
function* explained(
  answer: Projection,
  { prepared, seed, tally }: Projected,
  { why, core, pain, signal, onProgress }: ProjectionOptions,
): EnsembleAnalysis<Explained> {
  if (why !== true || answer.partial !== undefined) return answer;
  const how = { signal, onProgress };
  const reading = { core, pain };
  const found = yield* contributions(prepared, { runs: tally.runs, seed, how, reading });
  return found === null
    ? { ...answer, partial: { done: tally.runs, asked: tally.runs } }
    : { ...answer, why: found };
}

/** An ensemble that was run, of which the answer is still to be made. */
export interface Ran {
  /** Makes the projection, without what each act contributes. */
  readonly answer: () => Cooperative<Projection>;
  /** Adds that to it, where it was asked for. */
  readonly explained: (answer: Projection) => EnsembleAnalysis<Explained>;
}

/** The ensemble behind {@link project}, which tells how far it is. */
export function* ran(scenario: Subject, options: ProjectionOptions, look?: Look): EnsembleAnalysis<Ran> {
  const found = yield* projected(scenario, options, false, look);
  return {
    answer: () => answerOf(found),
    explained: (answer) => explained(answer, found, options),
  };
}

/** The analysis behind {@link project}. */
export function* projection(scenario: Subject, options: ProjectionOptions = {}): EnsembleAnalysis<Explained> {
  const { answer, explained: withContributions } = yield* ran(scenario, options);
  return yield* withContributions(finish(answer()));
}

/** Turns a tally that kept its course into the answer, a partial one where more runs were asked for. */
export function fullProjectionOf(
  prepared: Prepared,
  seed: string,
  tally: Tally,
  asked = tally.runs,
  observed?: Observed,
): FullProjection {
  const answer = projectionOf({ ...prepared, version: VERSION, seed, asked, observed }, tally);
  return { projection: answer, course: courseOf(prepared.specification, prepared.initial, tally) };
}

/** The analysis behind {@link projectInFull}. */
export function* fullProjection(
  scenario: Subject,
  options: ProjectionOptions = {},
): EnsembleAnalysis<FullProjection> {
  const found = yield* projected(scenario, options, true);
  const { prepared, seed, asked, tally, observed } = found;
  const full = fullProjectionOf(prepared, seed, tally, asked, observed);
  return { ...full, projection: yield* explained(full.projection, found, options) };
}

/**
 * Projects a scenario: an ensemble of episodes, each with a parameter draw of its own, to a distribution with
 * intervals. Runs in this thread; `onThreads` of `detente/node` has the same on threads, to the same bytes. Throws an
 * InputError for an unknown id, an unknown option, runs or a seed out of range, options that exclude each other and a `given` that no run meets.
 * @param scenario - Scenario, id of a shipped one or of a past meeting, or play, which is projected from the day on which it stands.
 * @param options - Runs (4 000 unless told, 10 000 000 at most), seed, when to stop, what is one's own; an unknown name is refused.
 *
 * @example project('kuala-lumpur-2025', { runs: 1_000 }).outcomes
 */
export function project(scenario: Subject, options: ProjectionOptions = {}): Explained {
  return here(projection(scenario, options));
}

/**
 * As `project`, to the same projection, with the course of averages, layers and truce on a grid of days. Throws an
 * InputError as `project` does.
 * @param scenario - Scenario, id of one, or play, which is projected from the day on which it stands.
 * @param options - As those of `project`, but for `given`, which has no course.
 *
 * @example projectInFull('kuala-lumpur-2025', { runs: 20 }).projection.runs
 */
export function projectInFull(scenario: Subject, options: ProjectionOptions = {}): FullProjection {
  return here(fullProjection(scenario, options));
}
