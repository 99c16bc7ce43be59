/**
 * Claims about what legal plays can and cannot do, and the judge of a play under a claim.
 *
 * Every form is a safety property in the sense of Alpern and Schneider (1985): where a play breaks it, a finite
 * beginning of the play does, so that a counterexample is a story that ends. What a claim sets aside is an assumption
 * in the sense of assume-guarantee reasoning: a play that makes such a move shows nothing.
 */
import { checkAnswer, type AnswerForm } from '../../kit/answer-form';
import {
  checkDay,
  checkFunction,
  checkOptions,
  checkText,
  type OptionCheck,
  type OptionTable,
} from '../../kit/checks';
import { InputError } from '../../kit/input-error';
import type { Event } from '../../actions/index';
import { anythingDue } from '../../model/deadline';
import type { State } from '../../model/state';
import { beginningOf, isAct, type PlayedEvents } from '../plays/play';
import { checkPlayed } from '../plays/play-form';
import { itemAt } from '../../kit/lists';

/** One event with the state on either side of it. */
export interface ClaimStep {
  /** The state before the event. */
  readonly before: State;
  /** The event, one of the calendar's perhaps. */
  readonly event: Event;
  /** The state after the event. */
  readonly after: State;
}

/**
 * A yes or no about a state. Pure.
 * @param state - Any state that a legal play reaches; it must not be changed.
 */
export type StateTest = (state: State) => boolean;

/**
 * A yes or no about a step. Pure.
 * @param step - Any step of a legal play, one of the calendar's perhaps.
 */
export type StepTest = (step: ClaimStep) => boolean;

/** What a claim speaks of; unless told, all legal plays to the scenario's horizon. */
export interface Scope {
  /** Moves that it sets aside: a play with one of them is no counterexample. */
  readonly without?: StepTest | undefined;
  /** The only moves that it speaks of. The calendar is never set aside. */
  readonly only?: StepTest | undefined;
  /** Last day that it speaks of, that day included; the scenario's horizon unless told. */
  readonly until?: string | undefined;
  /** How far a state is from breaking it, 0 or less where it breaks; leads the search, decides nothing. */
  readonly distance?: ((state: State) => number) | undefined;
}

/** A place in a play at which a claim is judged. */
export interface Moment {
  /** The state at that place. */
  readonly state: State;
  /** What led here; null at the start. */
  readonly step: ClaimStep | null;
  /** The play so far. */
  readonly play: () => PlayedEvents;
}

/** A claim about legal plays. Made by `always`, `never`, `eachStep`, `noPlay` and `everyPlay`. */
export interface Claim {
  /** The claim as a sentence. */
  readonly title: string;
  /** Last day that it speaks of; null for the scenario's horizon. */
  readonly until: string | null;
  /** Whether a play with this step is one that it speaks of. */
  readonly admits: StepTest;
  /** What every state of a counterexample must satisfy; null where nothing is asked. */
  readonly keeps: StateTest | null;
  /** Whether the play breaks the claim here. */
  readonly breaks: (moment: Moment) => boolean;
  /** As in {@link Scope}; null where none was given. */
  readonly distance: ((state: State) => number) | null;
}

const CLAIM: AnswerForm<Claim> = {
  what: 'a claim, as `always`, `noPlay` and their like make it',
  fields: {
    title: 'text',
    until: 'text or null',
    admits: 'function',
    keeps: 'function or null',
    breaks: 'function',
    distance: 'function or null',
  },
};

/** Refuses what is no claim about states, steps or plays with an InputError. */
export function checkClaim(path: string, claim: Claim): void {
  checkAnswer(path, claim, CLAIM);
  if (claim.until !== null) checkDay(`${path}.until`, claim.until);
}

const STATE_TEST = 'says yes or no of a state';
const STEP_TEST = 'says yes or no of a step';

const test =
  (what: string): OptionCheck =>
  (name, given) =>
    checkFunction(name, given, what);

const SCOPE: OptionTable<Scope> = {
  without: test(STEP_TEST),
  only: test(STEP_TEST),
  until: checkDay,
  distance: test('says how far a state is from breaking the claim'),
};

/** Throws an InputError for a title that says nothing: every claim has one that could be disputed. */
export function checkTitle(title: string): void {
  if (checkText('title', title, { least: 1, most: 1000 }).trim() !== '') return;
  throw new InputError({
    code: 'input/text',
    path: 'title',
    given: title,
    allowed: 'a sentence that one could dispute',
  });
}

/** The head of every form: what it is given is a title, a test and a scope. */
function checkForm(title: string, holds: unknown, what: string, scope: Scope): void {
  checkTitle(title);
  checkFunction('holds', holds, what);
  checkOptions(scope, SCOPE, 'scope');
}

function claimOf(
  title: string,
  breaks: Claim['breaks'],
  { without, only, until, distance }: Scope,
  keeps: StateTest | null = null,
): Claim {
  return {
    title,
    until: until ?? null,
    admits: (step) => !isAct(step.event) || (without?.(step) !== true && (only === undefined || only(step))),
    keeps,
    breaks,
    distance: distance ?? null,
  };
}

/**
 * Claims that a test holds of every state of every legal play. Throws an InputError, as all forms do, for what is no title, no test or
 * no scope.
 * @param title - The claim as a sentence, which reports print; an empty one is refused.
 * @param holds - Says of a state whether all is well; an error that it throws passes through.
 * @param scope - Moves that it sets aside, and the last day that it speaks of, which must exist; all moves to the horizon where left out.
 *
 * @example always('a truce is in force', truceHolds).title
 */
export function always(title: string, holds: StateTest, scope: Scope = {}): Claim {
  checkForm(title, holds, STATE_TEST, scope);
  return claimOf(title, ({ state }) => !holds(state), scope);
}

/**
 * Claims that a test holds of no state of any legal play.
 * @param title - The claim as a sentence, which reports print; an empty one is refused.
 * @param holds - Says of a state whether it has what no state may have; an error that it throws passes through.
 * @param scope - Moves that it sets aside, and the last day that it speaks of; all moves to the scenario's horizon where left out.
 *
 * @example never('the American average exceeds 100 %', averageAbove('usOnCn', 100)).title
 */
export function never(title: string, holds: StateTest, scope: Scope = {}): Claim {
  checkForm(title, holds, STATE_TEST, scope);
  return claimOf(title, ({ state }) => holds(state), scope);
}

/**
 * Claims that a test holds of every step, with the state on either side of it: "no threat raises the average by itself".
 * @param title - The claim as a sentence, which reports print; an empty one is refused.
 * @param holds - Says of a step, by the states before and after it, whether all is well; it is asked of the calendar's steps, too.
 * @param scope - Moves that it sets aside, and the last day that it speaks of; all moves to the scenario's horizon where left out.
 *
 * @example eachStep('no step raises the American average', not(raisesAverage('usOnCn'))).title
 */
export function eachStep(title: string, holds: StepTest, scope: Scope = {}): Claim {
  checkForm(title, holds, STEP_TEST, scope);
  return claimOf(title, ({ step }) => step !== null && !holds(step), scope);
}

/** What a play would have to do for {@link noPlay} to be false. */
export interface NoPlayOptions extends Scope {
  /** What every state of the play satisfies. */
  readonly keeps?: StateTest | undefined;
  /** What some state satisfies; without it, the play need only get to the last day. */
  readonly reaches?: StateTest | undefined;
}

const NO_PLAY_OPTIONS: OptionTable<NoPlayOptions> = {
  ...SCOPE,
  keeps: test(STATE_TEST),
  reaches: test(STATE_TEST),
};

/**
 * Claims that no legal play keeps one thing to the last day, or reaches another by then: "without a concession on
 * rare earths no play keeps the truce to the new year". Throws an InputError where neither is named.
 * @param title - The claim as a sentence, which reports print; an empty one is refused.
 * @param options - What the play keeps, which needs a last day as `until`, or what it reaches, one of which must be told; and moves set
 *   aside.
 *
 * @example noPlay('no play keeps the truce to the new year', { keeps: truceHolds, until: '2026-01-01' }).title
 */
export function noPlay(title: string, options: NoPlayOptions): Claim {
  checkTitle(title);
  checkOptions(options, NO_PLAY_OPTIONS);
  const { keeps, reaches, until } = options;
  if (keeps === undefined && reaches === undefined)
    throw new InputError({
      code: 'input/option-missing',
      path: 'options',
      given: options,
      allowed: 'what the play "keeps", or what it "reaches"',
    });
  if (reaches !== undefined) return claimOf(title, ({ state }) => reaches(state), options, keeps ?? null);
  if (until === undefined)
    throw new InputError({
      code: 'input/option-missing',
      path: 'until',
      given: until,
      allowed: 'the day to which what the play "keeps" would be kept',
    });
  const arrives = ({ state }: Moment) => state.today >= until && !anythingDue(state);
  return claimOf(title, arrives, options, keeps ?? null);
}

/**
 * Claims that a test holds of every lawful play and of each of its beginnings. Slower: it is asked after every event.
 * @param title - The claim as a sentence, which reports print; an empty one is refused.
 * @param holds - Says of the play so far, with all its events and states, whether all is well.
 * @param scope - Moves that it sets aside, and the last day that it speaks of; all moves to the scenario's horizon where left out.
 *
 * @example everyPlay('plays are short', ({ events }) => events.length < 50).title
 */
export function everyPlay(title: string, holds: (play: PlayedEvents) => boolean, scope: Scope = {}): Claim {
  checkForm(title, holds, 'says yes or no of a play', scope);
  return claimOf(title, (moment) => !holds(moment.play()), scope);
}

/** How a play stands to a claim. */
export interface Judgement {
  /** Whether it breaks the claim. */
  readonly broken: boolean;
  /** The number of events after which it does; null where it does not. */
  readonly at: number | null;
  /** The number of events after which the claim no longer speaks of it; null where it does to its end. */
  readonly outsideAt: number | null;
}

/** Whether a claim still speaks of a play that takes a step. */
export function stillSpeaks(claim: Claim, until: string, step: ClaimStep | null, state: State): boolean {
  if (step !== null && (step.before.today > until || !claim.admits(step))) return false;
  return claim.keeps === null || claim.keeps(state);
}

/**
 * Judges a play: where it breaks a claim, or where the claim stops to speak of it. A state is looked at after each event, on the days to
 * which the play goes and no others. Throws an InputError for what is no claim, no play or no day.
 * @param claim - Claim about states, steps or plays, as `always`, `noPlay` and their like make it.
 * @param play - Play with all its events and the states between them, as `legalPlay` draws it.
 * @param until - Last day that counts where the claim names none, YYYY-MM-DD; every day where left out.
 *
 * @example
 * const [first] = fc.sample(legalPlay('kuala-lumpur-2025', { maxMoves: 2 }), { numRuns: 1, seed: 1 });
 * first && judge(never('the American average exceeds 500 %', averageAbove('usOnCn', 500)), first).broken
 */
export function judge(claim: Claim, play: PlayedEvents, until?: string): Judgement {
  checkClaim('claim', claim);
  checkPlayed('play', play);
  if (until !== undefined) checkDay('until', until);
  return judged(claim, play, until);
}

/** As {@link judge}, of a claim and a play that are known to be ones. */
export function judged(claim: Claim, play: PlayedEvents, until = '9999-12-31'): Judgement {
  const last = claim.until ?? until;
  for (let at = 0; at < play.states.length; at += 1) {
    const state = itemAt(play.states, at);
    const step =
      at === 0
        ? null
        : { before: itemAt(play.states, at - 1), event: itemAt(play.events, at - 1), after: state };
    if (!stillSpeaks(claim, last, step, state)) return { broken: false, at: null, outsideAt: at };
    if (claim.breaks({ state, step, play: () => beginningOf(play, at) }))
      return { broken: true, at, outsideAt: null };
  }
  return { broken: false, at: null, outsideAt: null };
}
