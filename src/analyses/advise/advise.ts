/**
 * Advice: which of all lawful acts of a party serves it best today, doing nothing among them. Acts are chosen before any die is cast,
 * held against one another on common draws, and the winner is judged once more on draws that had no part in its choice.
 */
import type { Event, EventType } from '../../actions/index';
import { digest } from '../../engine/digest';
import { checkRunsAndSeed } from '../../ensemble/checks';
import { DEFAULT_RUNS, DEFAULT_SEED } from '../../ensemble/limits';
import { checkKnown, checkOptions, type OptionTable } from '../../kit/checks';
import { InputError } from '../../kit/input-error';
import { firstOf, itemAt } from '../../kit/lists';
import type { OpenText } from '../../kit/open-text';
import { mean } from '../../kit/statistics';
import { VERSION } from '../../kit/version';
import { PARTY_IDS, type PartyId } from '../../model/actor';
import { notKept, refuseOwnCode } from '../../scenario/own';
import type { FromModule } from '../../scenario/own-module';
import type { OwnMeasure } from '../comparison/quantity-series';
import type { QuantityChange } from '../comparison/quantity-change';
import { PLAY_OPTIONS, played, type Play, type PlayOptions } from '../play';
import type { Prepared, Subject } from '../prepared';
import { here } from '../runner/here';
import { keepingResults, type KeptResults } from '../runner/kept-results';
import {
  checkCheckpoint,
  RUN_OPTIONS,
  type Checkpoint,
  type EnsembleAnalysis,
  type RunOptions,
} from '../runner/stage';
import { lineUp, objectiveGiven, pairsOf, prepareNow, quantitiesFor, type Objective } from './line-up';
import { rankedActs, told, type AdvisedAct, type Field } from './ranking';
import {
  leastRuns,
  objectiveOf,
  race,
  RACE_ALPHA,
  runCourses,
  sureMean,
  type Course,
  type Raced,
  type RaceHow,
} from './race';
import type { QuantityId } from '../../ensemble/quantity-of-interest';
import { toSixDigits } from '../../kit/decimals';
import { bare } from '../../facts/bare';

/** What a party is advised on, and by what measure. */
export interface AdviseOptions extends RunOptions, PlayOptions {
  /** The party that is advised: `US` or `CN`. */
  readonly party: PartyId;
  /**
   * What it wants most of: the id of a quantity of interest, less what an act does to it by its own arithmetic, or a number of one's own
   * of the final state and of how it came about. Its own utility unless told.
   */
  readonly objective?: QuantityId | OwnMeasure | FromModule | undefined;
  /** Whether it wants least of it in place of most. */
  readonly avoid?: boolean | undefined;
  /** Which acts are tried: types, as `tariff.withdraw`, or families, as `meeting`; all that are lawful unless told. */
  readonly only?: readonly (EventType | OpenText)[] | undefined;
  /** Whether pairs of the best single acts are tried, too. */
  readonly pairs?: boolean | undefined;
  /** Most runs in all, 1 to 10 000 000; 32 000 unless told, as many as eight projections have. */
  readonly runs?: number | undefined;
  /** Seed of the draws, 1 to 200 characters; `1` unless told. */
  readonly seed?: string | undefined;
  /** Keeps what came of the episodes, and goes on from what was kept of the same question; for shipped code alone. */
  readonly checkpoint?: Checkpoint<KeptResults> | undefined;
}

const ADVISE_OPTIONS: OptionTable<AdviseOptions> = {
  ...RUN_OPTIONS,
  ...PLAY_OPTIONS,
  party: true,
  objective: true,
  avoid: true,
  only: true,
  pairs: true,
  runs: true,
  seed: true,
  checkpoint: checkCheckpoint,
};

/** The answer: what `detente advise --json` prints. */
export interface Advice {
  /** Version of the library that gave the advice. */
  readonly version: string;
  /** Id of the scenario. */
  readonly scenario: string;
  /** The day on which the party would act, YYYY-MM-DD. */
  readonly today: string;
  /** Seed of the draws: with it and the runs the same advice comes again. */
  readonly seed: string;
  /** Runs that it took, all courses together. */
  readonly runs: number;
  /** There where it was stopped: the runs that it might have taken. */
  readonly partial?: {
    /** Most runs that were asked for, all courses together. */
    readonly asked: number;
  };
  /** SHA-256 of the answer without this field, hexadecimal. */
  readonly digest: string;
  /** Who is advised. */
  readonly party: PartyId;
  /** Id of the quantity of interest, or `own`. */
  readonly objective: string;
  /** Whether least of it is wanted. */
  readonly avoid: boolean;
  /** Mean of the objective where nothing is done. */
  readonly nothing: number;
  /** Courses of action that were tried, doing nothing not among them. */
  readonly tried: number;
  /** Lawful acts that bear on nothing, and were not tried. */
  readonly inert: number;
  /** Of those tried, how many another surely beat. */
  readonly beaten: number;
  /** Of those tried, how many were set aside unjudged, since the runs did not suffice. */
  readonly setAside: number;
  /** The best, best first, doing nothing in its place. */
  readonly acts: readonly AdvisedAct[];
  /** The first of them again on fresh draws, with a 95 % interval; null where it is doing nothing. */
  readonly fresh:
    | (QuantityChange & {
        /** Fresh runs of the course, and as many of doing nothing. */
        readonly runs: number;
      })
    | null;
}

/** Courses that are told. */
const TOLD = 20;
/** Runs in all unless told: the cost of eight projections. */
const USUAL_RUNS = 8 * DEFAULT_RUNS;
/** Part of the runs for the winner and doing nothing on fresh draws. */
const FRESH_PART = 1 / 8;
/** Part of the runs for single acts where pairs are tried, too. */
const SINGLES_PART = 1 / 3;
/** Single acts of which pairs are made. */
const PAIRED = 6;
/** Refuses fewer runs than so many courses need. */
function refuseFewRuns(runs: number, racing: number, courses: number): void {
  if (racing >= leastRuns(courses)) return;
  const least = Math.ceil(leastRuns(courses) / (1 - FRESH_PART));
  throw new InputError({
    code: 'advise/too-few',
    path: 'runs',
    given: runs,
    allowed: `at least ${least} runs: ${courses - 1} acts are held against doing nothing`,
  });
}

/** The winner and doing nothing on draws that no course has had. */
function* freshOf(
  { courses, sign }: Field,
  winner: readonly Event[],
  from: number,
  to: number,
  how: Omit<RaceHow, 'sign' | 'runs'>,
): EnsembleAnalysis<NonNullable<Advice['fresh']>> {
  const again = courses
    .filter(({ what }, at) => at === 0 || what === winner)
    .map((course) => ({ ...course, values: [] as number[][] }));
  yield* runCourses(again, from, to, how);
  const [before, after] = again.map((course) => objectiveOf(course, sign));
  const series = (after ?? []).map((value, at) => sign * (value - itemAt(before ?? [], at)));
  return { ...told(sureMean(series, RACE_ALPHA, 0)), runs: series.length };
}

/** What is asked, as a digest: all that the answer depends on. Throws an InputError for code of one's own, which has none. */
function askedBy(prepared: Prepared, options: Asked): string {
  const { party, objective, avoid, only, pairs, runs, seed } = options;
  refuseOwnCode(prepared.specification, 'checkpoint');
  if (typeof objective === 'function') throw notKept('checkpoint', objective);
  const { initial, specification, facts } = prepared;
  const asked = { party, objective, avoid, only, pairs, runs, seed };
  return digest(JSON.stringify({ version: VERSION, asked, initial, specification, facts: bare(facts) }));
}

/** The analysis behind {@link advise}. */
export function* advised(subject: Subject, options: AdviseOptions): EnsembleAnalysis<Advice> {
  checkOptions(options, ADVISE_OPTIONS);
  const { seed = DEFAULT_SEED, runs = USUAL_RUNS, avoid = false, pairs = false, checkpoint } = options;
  const party = checkKnown('party', options.party, PARTY_IDS);
  checkRunsAndSeed(runs, seed);
  const objective = objectiveGiven(options.objective, party);
  const { after, today, facts, rules, policies, outcomes } = options;
  const now = played(subject, { after, today, facts, rules, policies, outcomes });
  const prepared = prepareNow(now, options, objective);
  const asked = { ...options, seed, runs, avoid, pairs };
  const analysis = raced({ now, prepared, party, objective }, asked);
  return yield* checkpoint === undefined
    ? analysis
    : keepingResults(analysis, askedBy(prepared, asked), checkpoint);
}

/** The options with their usual values where none are told. */
interface Asked extends AdviseOptions {
  readonly seed: string;
  readonly runs: number;
  readonly avoid: boolean;
  readonly pairs: boolean;
}

/** Where a party stands that is advised, and what it wants. */
interface Stand {
  readonly now: Play;
  readonly prepared: Prepared;
  readonly party: PartyId;
  readonly objective: Objective;
}

function* raced({ now, prepared, party, objective }: Stand, options: Asked): EnsembleAnalysis<Advice> {
  const { seed, runs, avoid, pairs, signal, onProgress } = options;
  const { told: quantities, asked } = quantitiesFor(prepared, objective);
  const { courses, courseOf, inert } = lineUp(now, prepared, party, objective, asked, options.only);
  const freshRuns = Math.floor((runs * FRESH_PART) / 2);
  const racing = runs - 2 * freshRuns;
  refuseFewRuns(runs, racing, courses.length);
  const sign: 1 | -1 = avoid ? -1 : 1;
  const how = { seed, quantities: asked, own: objective.own, how: { signal, onProgress }, all: runs };
  const field: Field = { courses, quantities, sign, seed };
  const singles = yield* race(courses, {
    ...how,
    sign,
    runs: pairs ? Math.floor(racing * SINGLES_PART) : racing,
    before: 0,
  });
  const rest = { ...how, sign, runs: racing - singles.used, before: singles.used };
  const both =
    pairs && !singles.stopped
      ? yield* racePairs(now, field, courseOf, rest)
      : { used: 0, stopped: singles.stopped };
  const used = singles.used + both.used;
  const acts = rankedActs(field);
  const winner = firstOf(acts);
  const fresh =
    winner.events.length === 0 || both.stopped
      ? null
      : yield* freshOf(field, winner.events, runs, runs + freshRuns, { ...how, before: used });
  const nothing = acts.findIndex(({ events }) => events.length === 0);
  const answer = {
    version: VERSION,
    scenario: now.scenario.id,
    today: now.state.today,
    seed,
    runs: used + 2 * (fresh?.runs ?? 0),
    ...(both.stopped || (fresh !== null && fresh.runs < freshRuns) ? { partial: { asked: runs } } : {}),
    party,
    objective: objective.own === undefined ? itemAt(asked, asked.length - 1) : objective.id,
    avoid,
    nothing: toSixDigits(sign * mean(objectiveOf(itemAt(courses, 0), sign))),
    tried: courses.length - 1,
    inert,
    beaten: courses.filter(({ place }) => place === 'worse').length,
    setAside: courses.filter(({ place }) => place === 'aside').length,
    acts: acts.filter((_, at) => at < TOLD || at === nothing),
    fresh,
  };
  return { ...answer, digest: digest(answer) };
}

/** Lets pairs of the best single acts race with those that are still running; returns how that ended. */
function* racePairs(
  now: Play,
  field: Field,
  courseOf: (what: readonly Event[]) => Course<readonly Event[]>,
  how: RaceHow,
): EnsembleAnalysis<Raced> {
  const { courses, sign } = field;
  const best = courses
    .slice(1)
    .map((course) => ({ course, value: mean(objectiveOf(course, sign)) }))
    .sort((a, b) => b.value - a.value)
    .slice(0, PAIRED)
    .map(({ course }) => course.what);
  const reached = itemAt(courses, 0).values.length;
  // As many as leave half of the runs for the race itself.
  const affordable = Math.floor(how.runs / 2 / Math.max(1, reached));
  const added = pairsOf(now, best).slice(0, affordable).map(courseOf);
  const cost = reached * added.length;
  if (added.length === 0 || cost > how.runs) return { used: 0, stopped: false };
  // They catch up on the episodes that the others have run.
  const caughtUp = yield* runCourses(added, 0, reached, how);
  if (caughtUp < reached) return { used: caughtUp * added.length, stopped: true };
  courses.push(...added);
  const raced = yield* race(courses, { ...how, runs: how.runs - cost, before: how.before + cost });
  return { ...raced, used: cost + raced.used };
}

/**
 * Advises a party on what to do today: all its lawful acts, one field at a time at low, middle and high, are held against doing nothing
 * on common draws, and the best of them again on fresh ones. Runs in this thread; `onThreads` of `detente/node` has the same on threads.
 * Throws an InputError for a party or a quantity that does not exist, and for fewer runs than the acts need.
 * @param subject - Scenario, id of one, or play in which the party stands today; an act is tried on the day on which it stands.
 * @param options - Which party is advised, which must be told, what it wants, which acts are tried, and 32 000 runs in all unless told.
 *
 * @example advise('kuala-lumpur-2025', { party: 'US', objective: 'class:rollback', only: ['meeting'], runs: 1_000 }).acts[0]
 */
export function advise(subject: Subject, options: AdviseOptions): Advice {
  return here(advised(subject, options));
}
