/** Claims about a scenario: tried, expected to hold under any test runner, and played again from a token. */
import { InputError } from '../../kit/input-error';
import type { Event, EventBase } from '../../actions/index';
import { play as playAfter } from '../../analyses/play';
import { facts as packagedFacts, type Facts } from '../../facts/packaged';
import { checkFunction, checkOptions, type OptionTable } from '../../kit/checks';
import { lastOf } from '../../kit/lists';
import { resolve, start, type ScenarioOrId } from '../../analyses/resolve';
import { judged, type Claim } from './claim';
import { counterexampleText } from './counterexample-text';
import { checkEitherClaim, isProjectionClaim, type EitherClaim } from './either-claim';
import { FALSIFY_OPTIONS, falsifyOn, type Finding, type Ground, type FalsifyOptions } from './falsify';
import type { PlayedEvents } from '../plays/play';
import type { ProjectionClaim } from './projection-claim';
import {
  falsifyProjection,
  judgedAgain,
  TRIAL_OPTIONS,
  type ProjectionClaimTrial,
  type ProjectionFinding,
  type ProjectionPropertyOptions,
} from './projection-falsify';
import { projectionStory } from './projection-text';
import { ClaimBrokenError, matcherAnswer, type MatcherAnswer, type TestFunction } from './runner';
import { playToken, readToken, TokenError } from './token';

/** Where and how hard a claim is tried. */
export interface ClaimOptions extends FalsifyOptions {
  /** The scenario, or the id of a compiled one, from whose first state all plays start. */
  readonly scenario: ScenarioOrId;
  /** Facts in place of the packaged ones. */
  readonly facts?: Facts | undefined;
}

const CLAIM_OPTIONS: OptionTable<ClaimOptions> = { ...FALSIFY_OPTIONS, scenario: true, facts: true };

function groundOf({ scenario, facts = packagedFacts }: Pick<ClaimOptions, 'scenario' | 'facts'>): Ground {
  const whole = resolve(scenario, facts);
  return { scenario: whole, start: start(whole, facts), facts };
}

/**
 * Tries to break a claim by legal plays of at most `maxMoves` moves from a scenario's first state: a guided
 * search first, then random plays under fast-check. What breaks it comes back as the smallest story that was
 * found, with its events, a test to paste and a token. Deterministic in its arguments; surviving is no proof.
 *
 * Moves are acts of the parties, of both, of courts, markets and others; what the calendar does is free. Throws an
 * InputError for what is no claim, a scenario that does not exist, options out of range, or a claim whose last day lies before the
 * first; an error of the claim's own tests passes through.
 * @param claim - Claim about states, steps or plays, as `always`, `noPlay` and their like make it.
 * @param options - The scenario, which must be told, how many moves a play has at most, and how long is tried.
 *
 * @example
 * const claim = never('the American average exceeds 100 %', averageAbove('usOnCn', 100));
 * falsify(claim, { scenario: 'kuala-lumpur-2025', maxMoves: 2 }).falsified
 */
export function falsify(claim: Claim, options: ClaimOptions): Finding;
/**
 * Tries to break a claim about projections on lawful plays of at most `maxMoves` acts: first those in which nothing or one thing is
 * done on the first day, then random ones under fast-check. What breaks it comes back as the smallest play that was found, with and without the
 * change, with its acts, a test to paste and a token. Deterministic in its arguments; a true claim falls with a probability of at most
 * `alpha`, and surviving is no proof.
 * @param claim - Claim about projections, as `projectionClaim` makes it.
 * @param options - The scenario, which must be told; acts, plays (60 unless told), runs (2 000 at most unless told), seed and `alpha`, .01
 *   unless told.
 */
export function falsify<E extends EventBase = Event>(
  claim: ProjectionClaim,
  options: ProjectionClaimTrial<E>,
): ProjectionFinding;
export function falsify(
  claim: Claim | ProjectionClaim,
  options: ClaimOptions | ProjectionClaimTrial,
): Finding | ProjectionFinding {
  return found(claim, options);
}

function checkTrial(claim: EitherClaim, options: ClaimOptions | ProjectionClaimTrial): void {
  checkEitherClaim('claim', claim);
  checkOptions(options, isProjectionClaim(claim) ? TRIAL_OPTIONS : CLAIM_OPTIONS);
}

/** What becomes of a claim of either kind: which options belong to which is said where it is asked. */
function found(
  claim: EitherClaim,
  options: ClaimOptions | ProjectionClaimTrial,
): Finding | ProjectionFinding {
  checkTrial(claim, options);
  if (isProjectionClaim(claim)) return falsifyProjection(claim, options as ProjectionClaimTrial);
  const given = options as ClaimOptions;
  return falsifyOn(claim, groundOf(given), given);
}

/**
 * Expects that a claim stands; throws a {@link ClaimBrokenError} with story, token and test where it is broken, and an InputError as
 * `falsify`.
 * @param claim - Claim about states, steps or plays, as `always`, `noPlay` and their like make it.
 * @param options - The scenario, which must be told, how many moves a play has at most, and how long is tried.
 *
 * @example
 * const claim = never('the American average exceeds 2 000 %', averageAbove('usOnCn', 2000));
 * assertClaim(claim, { scenario: 'kuala-lumpur-2025', maxMoves: 1, effort: 50, numRuns: 1 })
 */
export function assertClaim(claim: Claim, options: ClaimOptions): void;
/**
 * Expects that a claim about projections stands; throws as for any other claim.
 * @param claim - Claim about projections, as `projectionClaim` makes it.
 * @param options - The scenario, which must be told, and what else `falsify` takes for such a claim.
 */
export function assertClaim<E extends EventBase = Event>(
  claim: ProjectionClaim,
  options: ProjectionClaimTrial<E>,
): void;
export function assertClaim(
  claim: Claim | ProjectionClaim,
  options: ClaimOptions | ProjectionClaimTrial,
): void {
  const finding = found(claim, options);
  if (finding.falsified) throw new ClaimBrokenError(finding);
}

/**
 * Makes a test of a claim with the runner's own function: `claimTest(test, claim, { scenario })` for Vitest, Jest,
 * `node:test` and any other whose function takes a title and a body. Returns what that function returns. Throws an InputError for what
 * is no such function, no claim or no option; whether the scenario exists shows when the test runs.
 * @param test - The runner's own `test` or `it`: it takes a title and a body, and fails where the body throws.
 * @param claim - Claim about states, steps or plays; its title is that of the test.
 * @param options - The scenario, which must be told, how many moves a play has at most, and how long is tried.
 *
 * @example
 * const claim = never('the American average exceeds 2 000 %', averageAbove('usOnCn', 2000));
 * claimTest((title) => title, claim, { scenario: 'kuala-lumpur-2025', maxMoves: 1 })
 */
export function claimTest(test: TestFunction, claim: Claim, options: ClaimOptions): unknown;
/**
 * Makes a test of a claim about projections, as of any other claim.
 * @param test - The runner's own `test` or `it`: it takes a title and a body, and fails where the body throws.
 * @param claim - Claim about projections, as `projectionClaim` makes it; its title is that of the test.
 * @param options - The scenario, which must be told, and what else `falsify` takes for such a claim.
 */
export function claimTest<E extends EventBase = Event>(
  test: TestFunction,
  claim: ProjectionClaim,
  options: ProjectionClaimTrial<E>,
): unknown;
export function claimTest(
  test: TestFunction,
  claim: Claim | ProjectionClaim,
  options: ClaimOptions | ProjectionClaimTrial,
): unknown {
  checkFunction('test', test, 'takes a title and a body');
  checkTrial(claim, options);
  return test(claim.title, () => {
    const finding = found(claim, options);
    if (finding.falsified) throw new ClaimBrokenError(finding);
  });
}

/**
 * A matcher for `expect.extend(detenteMatchers)` in Vitest and Jest: `expect(claim).toHold({ scenario })` and
 * `expect(claim).not.toHold({ scenario })`.
 */
export const detenteMatchers = {
  /**
   * Passes where no legal play of the scenario was found that breaks the claim.
   * @param claim - Claim of either kind, as `always`, `projectionClaim` and their like make it; anything else throws an InputError.
   * @param options - The scenario, which must be told, and what else `falsify` takes for such a claim.
   */
  toHold(claim: unknown, options: ClaimOptions | ProjectionClaimTrial): MatcherAnswer {
    return matcherAnswer(found(claim as EitherClaim, options));
  },
};

/** What is needed to play a token beside the token. */
export interface TokenOptions {
  /** The scenario, where it is none of those that come with the library. */
  readonly scenario?: ScenarioOrId | undefined;
  /** Facts in place of the packaged ones. */
  readonly facts?: Facts | undefined;
  /** A claim on which the play is judged again. */
  readonly claim?: Claim | ProjectionClaim | undefined;
  /** How a claim about projections was tried: its seed, runs and chance of error, where they were told. */
  readonly trial?: Pick<ProjectionPropertyOptions, 'seed' | 'runs' | 'alpha'> | undefined;
}

const TRIAL: OptionTable<NonNullable<TokenOptions['trial']>> = { seed: true, runs: true, alpha: true };

const TOKEN_OPTIONS: OptionTable<TokenOptions> = {
  scenario: true,
  facts: true,
  claim: checkEitherClaim,
  trial: (name, given) => checkOptions(given, TRIAL, name),
};

/** What a token plays. */
export interface Replayed {
  /** Id of the scenario. */
  readonly scenario: string;
  /** The play that it stands for: the same events to the same last state. */
  readonly play: PlayedEvents;
  /** Whether the play breaks the claim that was given; null without one. */
  readonly broken: boolean | null;
  /** The story with the claim that it breaks; null where no claim was given or none is broken. */
  readonly story: string | null;
}

function scenarioFor(id: string, { scenario: given, facts }: TokenOptions): ScenarioOrId {
  if (given !== undefined) {
    const other = typeof given === 'string' ? given : resolve(given, facts).id;
    if (other !== id) throw new TokenError(`the token is of the scenario "${id}"; given "${other}"`);
    return given;
  }
  try {
    return resolve(id, facts);
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    throw new TokenError(`the token's scenario does not come with the library, so give it too: ${why}`);
  }
}

/**
 * Plays a token again: the same play, or one clear {@link TokenError} that says whether the text is none, damaged, of
 * another scenario or facts, or refused by changed rules. Throws an InputError for what is no text, and for options that are none.
 * @param token - Text of a token as a finding or a failed test printed it.
 * @param options - A claim to judge the play by, facts, and the scenario where it is none that comes with the library; may be left out.
 *
 * @example
 * const claim = never('the American average exceeds 100 %', averageAbove('usOnCn', 100));
 * const finding = falsify(claim, { scenario: 'kuala-lumpur-2025', maxMoves: 2 });
 * finding.falsified && replayToken(finding.token, { claim }).broken
 */
export function replayToken(token: string, options: TokenOptions = {}): Replayed {
  if (typeof token !== 'string')
    throw new InputError({ code: 'input/text', path: 'token', given: token, allowed: 'the text of a token' });
  checkOptions(options, TOKEN_OPTIONS);
  const content = readToken(token);
  const scenario = scenarioFor(content.scenario, options);
  const ground = groundOf({ scenario, ...(options.facts === undefined ? {} : { facts: options.facts }) });
  const play = playToken(content, ground.start);
  const again = { scenario: content.scenario, play };
  const { claim, trial = {} } = options;
  if (claim === undefined) return { ...again, broken: null, story: null };
  if (isProjectionClaim(claim)) {
    const { scenario: whole, facts } = ground;
    const today = lastOf(play.states).today;
    const judged = judgedAgain(claim, playAfter(whole, { after: play.events, today, facts }), trial);
    return { ...again, broken: judged.broken, story: judged.broken ? projectionStory(claim, judged) : null };
  }
  const { broken } = judged(claim, play);
  return { ...again, broken, story: broken ? counterexampleText(claim, play, ground.facts) : null };
}
