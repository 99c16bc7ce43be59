/**
 * Claims about projections held against the plays of a scenario: as a property of fast-check, and by a search for the shortest play
 * that breaks one.
 *
 * Each play has draws of its own, so that which play is looked at next never depends on the draws that it will be judged by.
 */
import * as fc from 'fast-check';
import type { Event, EventBase } from '../../actions/index';
import { ownIn, playedScenario, type Play } from '../../analyses/play';
import type { Subject } from '../../analyses/prepared';
import { digest } from '../../engine/digest';
import { sampleMember } from '../../engine/legal-actions';
import { checkNumber, checkOptions, checkWhole, type OptionTable } from '../../kit/checks';
import { existing } from '../../kit/lists';
import { PARTY_IDS } from '../../model/actor';
import {
  actsOf,
  groundFor,
  playOf,
  PLAYS_OPTIONS,
  playsOf,
  smallerThan,
  type PlayGround,
  type PlaysOptions,
} from '../plays/plays';
import { FALSIFY_OPTIONS } from './falsify';
import { projectionStory, projectionTest, tokenOfPlay } from './projection-text';
import { JUDGED_RUNS, judgeProjection, USUAL_ALPHA, type ProjectionJudgement } from './projection-judge';
import { checkProjectionClaim, type ProjectionClaim } from './projection-claim';
import type { ClaimName, RunnerName } from './regression-test';
import { Spending } from './spending';

/** On which plays a claim about projections is tried, and how surely it is judged. */
export interface ProjectionPropertyOptions<E extends EventBase = Event> extends PlaysOptions<E> {
  /** The scenario, the id of one, or a play, in which acts are drawn. */
  readonly scenario: Subject;
  /** Most episodes of each play, each run without the change and with it; 2 000 unless told. Fewer where they suffice. */
  readonly runs?: number | undefined;
  /** A whole number that keys the draws of the episodes; 1 unless told. */
  readonly seed?: number | undefined;
  /** Chance with which a true claim may be refuted, all plays together, above 0 and at most .49; .01 unless told. */
  readonly alpha?: number | undefined;
}

/** How hard a claim about projections is tried, and how its counterexample is written down. */
export interface ProjectionClaimTrial<E extends EventBase = Event> extends ProjectionPropertyOptions<E> {
  /** Most plays that are judged before the claim stands, 60 unless told; twice as many are drawn, of which it need not speak. */
  readonly numRuns?: number | undefined;
  /** In whose form the test is written; `vitest` unless told. */
  readonly runner?: RunnerName | undefined;
  /** By which name the written test knows the claim; without one it has both plays in it. */
  readonly claimName?: ClaimName | undefined;
}

const PROPERTY_OPTIONS: OptionTable<ProjectionPropertyOptions> = {
  ...PLAYS_OPTIONS,
  scenario: true,
  runs: true,
  seed: true,
  alpha: true,
};

/** The names of {@link ProjectionClaimTrial}. */
export const TRIAL_OPTIONS: OptionTable<ProjectionClaimTrial> = {
  ...PROPERTY_OPTIONS,
  numRuns: true,
  runner: FALSIFY_OPTIONS.runner,
  claimName: FALSIFY_OPTIONS.claimName,
};

/** How much was tried of a claim about projections. */
export interface ProjectionTried {
  /** Plays that were looked at. */
  readonly plays: number;
  /** Those of them of which the claim speaks, and which were judged. */
  readonly judged: number;
  /** Smaller plays that were judged to make a counterexample smaller. */
  readonly candidates: number;
  /** Episodes that were run without the change and with it, all plays together. */
  readonly runs: number;
}

/** A claim about projections that stood. */
export interface ProjectionSurvived {
  /** The search found no play that breaks it beyond chance. */
  readonly falsified: false;
  /** The claim as a sentence. */
  readonly title: string;
  /** How much was tried. */
  readonly tried: ProjectionTried;
  /** What standing means here, in a sentence. */
  readonly note: string;
}

/** A claim about projections that fell, with the smallest play that breaks it. */
export interface ProjectionCounterexample {
  /** A play breaks it, beyond what chance explains. */
  readonly falsified: true;
  /** The claim as a sentence. */
  readonly title: string;
  /** How much was tried until it fell and its play was made smaller. */
  readonly tried: ProjectionTried;
  /** The play without the change. */
  readonly play: Play;
  /** The play with it. */
  readonly other: Play;
  /** What is done in the play without the change, in order. */
  readonly events: readonly Event[];
  /** The number of these acts. */
  readonly moves: number;
  /** How it was judged: the quantities in both plays, runs, seed and level. */
  readonly judgement: ProjectionJudgement;
  /** Dated sentences of at most 80 columns. */
  readonly story: string;
  /** Source text of a test that shows it again, ready to paste. */
  readonly test: string;
  /** One text that plays it again, for `replayToken`; null where the play has action types of one's own. */
  readonly token: string | null;
}

/** What became of a claim about projections. */
export type ProjectionFinding = ProjectionSurvived | ProjectionCounterexample;

/** Plays that are judged at most to make a counterexample smaller. */
const MOST_CANDIDATES = 60;
/** How many times the runs of what broke the claim a smaller play gets: one that needs more is hardly a plainer example. */
const PATIENCE = 2;
/** Plays that are judged before the claim stands, unless told. */
const USUAL_PLAYS = 60;
const WHOLE_32 = { least: -(2 ** 31), most: 2 ** 31 - 1 };
const PLAYS = { least: 1, most: 100_000_000 };

/** The text that keys the draws of a play: another for each play, the same wherever and whenever it is judged. */
export function seedOf(play: Play, seed: number): string {
  const { policies = {} } = ownIn(play);
  const acting = PARTY_IDS.map((party) => {
    const policy = policies[party];
    return typeof policy === 'object' && 'id' in policy ? policy.id : (policy ?? null);
  });
  return `claim/${seed}/${digest([playedScenario(play), acting]).slice(0, 16)}`;
}

/** Judges plays one after the other, each once, at levels that sum to at most the chance of error. */
class Judge {
  readonly #known = new Map<string, ProjectionJudgement>();
  readonly #searching: Spending;
  readonly #shrinking: Spending;
  judged = 0;
  runs = 0;

  constructor(
    readonly claim: ProjectionClaim,
    private readonly how: { readonly runs: number; readonly seed: number; readonly alpha: number },
  ) {
    this.#searching = new Spending(how.alpha / 2);
    this.#shrinking = new Spending(how.alpha / 2);
  }

  /** How a play stands; once one breaks the claim, others are tried to make it smaller, with so many runs at most. */
  judge(play: Play, shrinkingWith: number | null): ProjectionJudgement {
    const seed = seedOf(play, this.how.seed);
    const known = this.#known.get(seed);
    if (known !== undefined) return known;
    const spending = shrinkingWith === null ? this.#searching : this.#shrinking;
    const runs = Math.min(this.how.runs, shrinkingWith ?? Infinity);
    const found = judgeProjection(this.claim, play, { runs, seed, level: spending.level });
    // A play that the claim does not speak of costs no level.
    if (found.other !== null) {
      spending.spend();
      this.judged += 1;
      this.runs += found.runs;
    }
    this.#known.set(seed, found);
    return found;
  }
}

/** How surely plays are judged. */
type JudgedHow = Pick<ProjectionPropertyOptions, 'seed' | 'runs' | 'alpha'>;

function judgeFor(
  claim: ProjectionClaim,
  { runs = JUDGED_RUNS, seed = 1, alpha = USUAL_ALPHA }: JudgedHow,
): Judge {
  checkWhole('seed', seed, WHOLE_32);
  checkWhole('runs', runs, PLAYS);
  checkNumber('alpha', alpha, Number.MIN_VALUE, 0.49);
  return new Judge(claim, { runs, seed, alpha });
}

/** Judges a play as the first of a trial is judged. */
export function judgedAgain(claim: ProjectionClaim, play: Play, trial: JudgedHow): ProjectionJudgement {
  return judgeFor(claim, trial).judge(play, null);
}

function groundOf<E extends EventBase>({
  scenario,
  maxMoves,
  until,
  types,
  admits,
  rules,
  policies,
  outcomes,
  facts,
}: ProjectionPropertyOptions<E>): PlayGround {
  return groundFor(scenario, { maxMoves, until, types, admits, rules, policies, outcomes, facts });
}

/** Thrown by a property where a play breaks its claim. The message is the story. */
export class ProjectionBrokenError extends Error {
  /** Name of the class, for logs and for where `instanceof` cannot tell. */
  override readonly name = 'ProjectionBrokenError';
  /**
   * Takes how a play breaks its claim.
   * @param message - The story of the play, with both answers.
   */
  constructor(
    message: string,
    /** How the play was judged. */
    readonly judgement: ProjectionJudgement,
  ) {
    super(message);
  }
}

/**
 * A claim about projections as a property of fast-check, for `fc.assert`: plays of a scenario are drawn, and the quantities of interest
 * are compared without the change and with it on common draws. A play that the claim does not speak of does not count. A true claim is refuted with a
 * probability of at most `alpha`, however many plays are tried; the same seeds give the same answer. Throws an InputError
 * for what cannot be asked.
 * @param claim - Claim about projections, as `projectionClaim` makes it.
 * @param options - The scenario, which must be told; acts, runs (2 000 at most unless told), seed and `alpha`, .01 unless told.
 *
 * @example
 * const claim = projectionClaim('firms put on a list never make the meeting likelier', {
 *   change: (play) => withActs(play, actsOf(play).filter(({ type }) => type !== 'listing.impose')),
 *   never: 'raises',
 *   quantity: 'held',
 *   by: 0.5,
 * });
 * fc.assert(projectionProperty(claim, { scenario: 'kuala-lumpur-2025', runs: 100 }), { numRuns: 2, seed: 1 });
 */
export function projectionProperty<E extends EventBase = Event>(
  claim: ProjectionClaim,
  options: ProjectionPropertyOptions<E>,
): fc.IPropertyWithHooks<[Play]> {
  checkProjectionClaim('claim', claim);
  checkOptions(options, PROPERTY_OPTIONS);
  const ground = groundOf(options);
  const judge = judgeFor(claim, options);
  let shrinkingWith: number | null = null;
  return fc.property(playsOf(ground), (play) => {
    const judged = judge.judge(play, shrinkingWith);
    fc.pre(judged.other !== null);
    if (!judged.broken) return;
    shrinkingWith ??= PATIENCE * judged.runs;
    throw new ProjectionBrokenError(
      `a claim is broken: ${claim.title}\n\n${projectionStory(claim, judged)}`,
      judged,
    );
  });
}

/** Plays in which nothing or one thing is done on the first day: of each type its first act, then its largest. */
function* plainestPlays(ground: PlayGround): Generator<Play> {
  const { base, rules, types, maxMoves, admits } = ground;
  yield playOf(ground, []);
  if (maxMoves === 0) return;
  for (const at of [0, 0.999]) {
    for (const type of types) {
      for (const template of rules.legalActions(base.state, { type })) {
        const event = sampleMember(template, () => at);
        if (!admits(event, base.state)) continue;
        const play = playOf(ground, [event]);
        if (actsOf(play).length > 0) yield play;
        break;
      }
    }
  }
}

/** The first play that breaks the claim, and the number of plays that were looked at. */
interface Search {
  readonly broken: Broken | null;
  readonly plays: number;
}

/** A play as it was drawn, with how it breaks the claim. */
interface Broken {
  readonly play: Play;
  readonly judged: ProjectionJudgement;
}

function searched(judge: Judge, ground: PlayGround, numRuns: number, seed: number): Search {
  let plays = 0;
  for (const play of plainestPlays(ground)) {
    // Half of the plays are left to those with more than one act.
    if (judge.judged >= Math.ceil(numRuns / 2)) break;
    plays += 1;
    const judged = judge.judge(play, null);
    if (judged.broken) return { broken: { play, judged }, plays };
  }
  let broken: Broken | null = null;
  let thrown: { readonly error: unknown } | null = null;
  const stands = (play: Play): boolean => {
    if (thrown !== null || judge.judged >= numRuns) return true;
    plays += 1;
    try {
      const judged = judge.judge(play, null);
      if (judged.broken) broken = { play, judged };
      return !judged.broken;
    } catch (error) {
      // A mistake of the claim's own and no counterexample: nothing to shrink.
      thrown = { error };
      return true;
    }
  };
  if (ground.maxMoves > 0)
    fc.check(fc.property(playsOf(ground), stands), { seed, numRuns: 2 * numRuns, endOnFailure: true });
  // Written in a callback, which the compiler does not follow.
  const failure = thrown as { readonly error: unknown } | null;
  if (failure !== null) throw failure.error;
  return { broken, plays };
}

/** The smallest play that was found to break the claim, from one that does, each judged anew. */
function minimised(
  judge: Judge,
  ground: PlayGround,
  broken: Broken,
): { readonly judged: ProjectionJudgement; readonly candidates: number } {
  let candidates = 0;
  let best = broken;
  const next = (): Broken | null => {
    for (const play of smallerThan(ground, best.play)) {
      if (candidates >= MOST_CANDIDATES) return null;
      const judged = judge.judge(play, PATIENCE * broken.judged.runs);
      if (judged.other !== null) candidates += 1;
      if (judged.broken) return { play, judged };
    }
    return null;
  };
  for (let smaller = next(); smaller !== null; smaller = next()) best = smaller;
  return { judged: best.judged, candidates };
}

function survivalNote({ plays, judged, runs }: ProjectionTried): string {
  if (judged === 0)
    return `None of the ${plays} plays that were tried is one that it speaks of: nothing was judged. That is no proof.`;
  return `No play was found that breaks it, in ${judged} that it speaks of among ${plays} that were tried, with ${runs} runs of each side in all. That is no proof.`;
}

/** Tries to break a claim about projections, both known to be ones; see `falsify` of `detente/testing`. */
export function falsifyProjection<E extends EventBase = Event>(
  claim: ProjectionClaim,
  options: ProjectionClaimTrial<E>,
): ProjectionFinding {
  const { numRuns = USUAL_PLAYS, seed = 1, runner = 'vitest', claimName } = options;
  checkWhole('numRuns', numRuns, PLAYS);
  const ground = groundOf(options);
  const judge = judgeFor(claim, options);
  const { broken, plays } = searched(judge, ground, numRuns, seed);
  const soFar = { plays, judged: judge.judged, candidates: 0 };
  if (broken === null) {
    const tried = { ...soFar, runs: judge.runs };
    return { falsified: false, title: claim.title, tried, note: survivalNote(tried) };
  }
  const { judged, candidates } = minimised(judge, ground, broken);
  const { play, other } = judged;
  const story = projectionStory(claim, judged);
  const token = tokenOfPlay(play);
  const events = actsOf(play);
  return {
    falsified: true,
    title: claim.title,
    tried: { ...soFar, candidates, runs: judge.runs },
    play,
    other: existing(other),
    events,
    moves: events.length,
    judgement: judged,
    story,
    test: projectionTest(claim, judged, { story, token, runner, claimName }),
    token,
  };
}
