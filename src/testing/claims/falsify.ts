/**
 * Falsification: a claim is held against the legal plays of a scenario, first by a guided search, then by random
 * ones on fast-check's machinery; what breaks it is made as small as it gets and told.
 *
 * Surviving is no proof: the note says how much was tried.
 */
import { withDefaults } from '../../kit/defaults';
import { checkKnown, checkObject, checkWhole, type OptionTable } from '../../kit/checks';
import { InputError } from '../../kit/input-error';
import * as fc from 'fast-check';
import type { Event } from '../../actions/index';
import { checkState } from '../../engine/parse-state';
import { transition } from '../../engine/transition';
import type { State } from '../../model/state';
import type { Facts } from '../../facts/schema';
import type { Scenario } from '../../scenario/schema';
import { checkClaim, judged, type Claim } from './claim';
import { counterexampleText } from './counterexample-text';
import { minimise } from './minimise';
import { legalPlay } from '../plays/legal-plays';
import type { PlayedEvents } from '../plays/play';
import { checkEvents } from '../../report/wording/answer-forms';
import { checkClaimName, regressionTest, RUNNERS, type ClaimName, type RunnerName } from './regression-test';
import { moveCount, searchFor } from './search';
import { tokenOf } from './token';
import { lastOf } from '../../kit/lists';

/** How hard a claim is tried, and how its counterexample is written down. */
export interface FalsifyOptions {
  /** Most moves of a play, 0 to 40; 6 unless told. What the calendar does is free. */
  readonly maxMoves?: number | undefined;
  /** A whole number that keys all choices; 1 unless told. */
  readonly seed?: number | undefined;
  /** Steps of the machine that the guided search may take; 20 000 unless told, 0 leaves it out. */
  readonly effort?: number | undefined;
  /** Random plays after the search; 100 unless told, 0 leaves them out. */
  readonly numRuns?: number | undefined;
  /** More parameters for fast-check's `check`, such as `verbose`, `path` or `interruptAfterTimeLimit`. */
  readonly fastCheck?: Omit<fc.Parameters<[PlayedEvents]>, 'seed' | 'numRuns'> | undefined;
  /** In whose form the test is written; `vitest` unless told. */
  readonly runner?: RunnerName | undefined;
  /** By which name the written test knows the claim; without one it expects what the story leaves behind. */
  readonly claimName?: ClaimName | undefined;
}

/** The names of {@link FalsifyOptions}. */
export const FALSIFY_OPTIONS: OptionTable<FalsifyOptions> = {
  maxMoves: true,
  seed: true,
  effort: true,
  numRuns: true,
  fastCheck: (name, given) => {
    checkObject(name, given, "an object with parameters of fast-check's `check`");
  },
  runner: (name, given) => {
    checkKnown(name, given, RUNNERS);
  },
  claimName: (name, given) => checkClaimName(name, given as ClaimName),
};

/** How much was tried. */
export interface Tried {
  /** Steps that the guided search took. */
  readonly steps: number;
  /** Random plays that were played, those of fast-check's shrinking included. */
  readonly plays: number;
  /** Smaller candidates that were played to make a counterexample smaller. */
  readonly candidates: number;
}

/** A claim that stood. */
export interface Survived {
  /** The search found no play that breaks it. */
  readonly falsified: false;
  /** The claim as a sentence. */
  readonly title: string;
  /** How much was tried. */
  readonly tried: Tried;
  /** What standing means here, in a sentence. */
  readonly note: string;
}

/** A claim that fell, with the smallest story that breaks it. */
export interface Counterexample {
  /** A play breaks it. */
  readonly falsified: true;
  /** The claim as a sentence. */
  readonly title: string;
  /** How much was tried until it fell and its play was made smaller. */
  readonly tried: Tried;
  /** The play; it ends where the claim is broken. */
  readonly play: PlayedEvents;
  /** All its events, which `replay` accepts from the scenario's first state. */
  readonly events: readonly Event[];
  /** The number of its moves: events that are not the calendar's. */
  readonly moves: number;
  /** Dated sentences of at most 80 columns. */
  readonly story: string;
  /** Source text of a test that shows it again, ready to paste. */
  readonly test: string;
  /** One text that plays it again, for `replayToken`. */
  readonly token: string;
}

/** What became of a claim. */
export type Finding = Survived | Counterexample;

/** Where plays start: a scenario with its first state and its facts. */
export interface Ground {
  readonly scenario: Scenario;
  readonly start: State;
  readonly facts: Facts;
}

/** Moves that a play may have at most. */
const MOST_MOVES = 40;
const DEFAULTS = {
  maxMoves: 6,
  seed: 1,
  effort: 20_000,
  numRuns: 100,
  runner: 'vitest' as RunnerName,
};

function checked(
  settings: FalsifyOptions,
): typeof DEFAULTS & Pick<FalsifyOptions, 'fastCheck' | 'claimName'> {
  const whole = withDefaults(DEFAULTS, settings);
  checkWhole('maxMoves', whole.maxMoves, { least: 0, most: MOST_MOVES });
  checkWhole('seed', whole.seed, { least: -(2 ** 31), most: 2 ** 31 - 1 });
  checkWhole('effort', whole.effort, { least: 0, most: 100_000_000 });
  checkWhole('numRuns', whole.numRuns, { least: 0, most: 100_000_000 });
  return whole;
}

/** The last day that a claim speaks of in a scenario; throws an InputError where it lies before the first. */
function lastDayOf(claim: Claim, { scenario, start }: Ground): string {
  const until = claim.until ?? scenario.horizon;
  if (until < start.today)
    throw new InputError({
      code: 'input/day',
      path: 'until',
      given: until,
      allowed: `a day from ${start.today} on, the first of the scenario, for “${claim.title}”`,
    });
  return until;
}

interface Random {
  readonly play: PlayedEvents | null;
  readonly plays: number;
}

function randomPlays(
  claim: Claim,
  start: State,
  until: string,
  settings: ReturnType<typeof checked>,
): Random {
  if (settings.numRuns === 0) return { play: null, plays: 0 };
  const admits = (before: State, event: Event, after: State) => claim.admits({ before, event, after });
  let plays = 0;
  let thrown: { readonly error: unknown } | null = null;
  const stands = (play: PlayedEvents): boolean => {
    if (thrown !== null) return true;
    plays += 1;
    try {
      return !judged(claim, play, until).broken;
    } catch (error) {
      // The claim's own mistake and no counterexample: nothing to shrink.
      thrown = { error };
      return true;
    }
  };
  const sequences = legalPlay(start, { maxMoves: settings.maxMoves, until, admits });
  const details = fc.check(fc.property(sequences, stands), {
    ...settings.fastCheck,
    seed: settings.seed,
    numRuns: settings.numRuns,
  });
  // Written in a callback, which the compiler does not follow.
  const failure = thrown as { readonly error: unknown } | null;
  if (failure !== null) throw failure.error;
  return { play: details.counterexample?.[0] ?? null, plays };
}

function survivalNote(until: string, { steps, plays }: Tried, maxMoves: number): string {
  const most = maxMoves === 1 ? 'one move' : `${maxMoves} moves`;
  return `No lawful sequence of at most ${most} to ${until} was found that breaks it, in ${steps} steps of a guided search and ${plays} random sequences. That is no proof.`;
}

/** Tries to break a claim from a ground; see `falsify` of `detente/testing`. */
export function falsifyOn(claim: Claim, ground: Ground, options: FalsifyOptions = {}): Finding {
  const settings = checked(options);
  const until = lastDayOf(claim, ground);
  const { scenario, start, facts } = ground;
  const effort = { maxMoves: settings.maxMoves, steps: settings.effort, until, seed: settings.seed };
  const searched = settings.effort === 0 ? { play: null, steps: 0 } : searchFor(claim, start, effort);
  const random =
    searched.play === null ? randomPlays(claim, start, until, settings) : { play: null, plays: 0 };
  const broken = searched.play ?? random.play;
  const soFar = { steps: searched.steps, plays: random.plays, candidates: 0 };
  if (broken === null) {
    const note = survivalNote(until, soFar, settings.maxMoves);
    return { falsified: false, title: claim.title, tried: soFar, note };
  }
  const { play, tried: candidates } = minimise(claim, broken, until);
  const story = counterexampleText(claim, play, facts);
  const token = tokenOf(scenario.id, play);
  const { runner, claimName } = settings;
  return {
    falsified: true,
    title: claim.title,
    tried: { ...soFar, candidates },
    play,
    events: play.events,
    moves: moveCount(play),
    story,
    test: regressionTest(claim, play, { scenario, story, token, runner, claimName }),
    token,
  };
}

/**
 * Whether some events, played from a state, break a claim. Throws an InputError where the law refuses one of them,
 * with its place and the rules, and for what is no claim, no state or no list of events.
 * @param claim - Claim about states, steps or plays, as `always`, `noPlay` and their like make it.
 * @param start - State before the first event; it is not changed, and what is no state is refused.
 * @param events - Events in the order in which they happen, those of the calendar included; the first that is refused throws.
 *
 * @example
 * const first = start('kuala-lumpur-2025');
 * isBrokenBy(never('the American average exceeds 50 %', averageAbove('usOnCn', 50)), first, [])
 */
export function isBrokenBy(claim: Claim, start: State, events: readonly Event[]): boolean {
  checkClaim('claim', claim);
  const states = [checkState('start', start)];
  checkEvents('events', events);
  events.forEach((event, at) => {
    const next = transition(lastOf(states), event);
    if (!next.ok) {
      const codes = next.refusals.map((refusal) => refusal.code).join(', ');
      throw new InputError({
        code: 'input/refused',
        path: `events.${at}`,
        given: event.type,
        allowed: 'an event that is legal when its turn comes',
        why: `${event.type} on ${event.on} is refused: ${codes}`,
      });
    }
    states.push(next.state);
  });
  return judged(claim, { events, states }).broken;
}
