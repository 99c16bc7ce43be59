/**
 * Plays by their moves: the acts on their days, with the calendar in between.
 *
 * A play is given by its moves and its last day, since the calendar does the rest by itself: it goes from deadline to
 * deadline and settles what falls due. That is how counterexamples are searched, made smaller, told and written down.
 */
import { InputError } from '../../kit/input-error';
import * as fc from 'fast-check';
import { actionTypes, type Event } from '../../actions/index';
import { nextCalendarEvent } from '../../engine/replay';
import { legalActions } from '../../engine/legal-actions';
import { standardRules } from '../../engine/rule-set';
import { transition } from '../../engine/transition';
import type { State } from '../../model/state';
import { isMove } from '../claims/claim';
import { memberOf, pick, position, positions, printable, type PlayedEvents } from './plays';

/** A play under way. */
interface Draft {
  readonly events: Event[];
  readonly states: State[];
}

function happen(draft: Draft, event: Event): boolean {
  const next = transition(draft.states.at(-1)!, event);
  if (!next.ok) return false;
  draft.events.push(event);
  draft.states.push(next.state);
  return true;
}

function passTo(draft: Draft, day: string): void {
  for (;;) {
    const event = nextCalendarEvent(draft.states.at(-1)!, day);
    if (event === null) return;
    if (!happen(draft, event)) throw new Error(`the calendar was refused: ${JSON.stringify(event)}`);
  }
}

/**
 * The play of some moves from a state to a day, with what falls due in between; null where the law refuses one of
 * them. Moves stand in the order in which they happen.
 */
export function playMoves(start: State, moves: readonly Event[], until: string): PlayedEvents | null {
  const draft: Draft = { events: [], states: [start] };
  for (const move of moves) {
    if (move.on > until) return null;
    passTo(draft, move.on);
    if (!happen(draft, move)) return null;
  }
  passTo(draft, until);
  return draft;
}

/** The play of some events from a state, the calendar's among them; null where the law refuses one of them. */
export function playEvents(start: State, events: readonly Event[]): PlayedEvents | null {
  const draft: Draft = { events: [], states: [start] };
  return events.every((event) => happen(draft, event)) ? draft : null;
}

/** The moves of some events, without what the calendar does. */
export function movesOf(events: readonly Event[]): Event[] {
  return events.filter(isMove);
}

/**
 * Days to the last one on which something may become possible or be lost: the calendar's next days, the days of
 * meetings and those of rounds. Today first.
 */
export function nextDays(state: State, until: string): string[] {
  const days = new Set([state.today]);
  const add = (day: string | null) => {
    if (day !== null && day > state.today && day <= until) days.add(day);
  };
  for (const deadline of state.deadlines) add(deadline.on);
  for (const { status, on } of Object.values(state.meetings)) if (status !== 'called-off') add(on);
  for (const { status, opensOn, closesOn } of Object.values(state.rounds)) {
    if (status === 'scheduled') add(opensOn);
    if (status === 'scheduled' || status === 'under-way') add(closesOn);
  }
  return [...days].sort();
}

/** How plays of moves are drawn. */
export interface MovePlayOptions {
  /** Most moves; 6 unless given. What the calendar does is not counted. */
  readonly maxMoves?: number;
  /** Last day of the play: the calendar carries it there when the moves are over. */
  readonly until: string;
  /** Which moves may be made; all that are legal unless told. */
  readonly admits?: (before: State, event: Event, after: State) => boolean;
}

/** One move as numbers. */
interface Choice {
  /** How many of the days ahead pass before it. */
  readonly wait: number;
  readonly type: number;
  readonly which: number;
  readonly at: readonly number[];
}

/** Most of the days ahead that pass before a move. */
const LONGEST_WAIT = 12;
/** Types of move that are tried, where the one that was drawn is set aside, before none is made. */
const MOST_TRIES = 8;

const choice = (): fc.Arbitrary<Choice> =>
  fc.record({
    wait: fc.oneof(
      { weight: 3, arbitrary: fc.constant(0) },
      { weight: 2, arbitrary: fc.nat({ max: LONGEST_WAIT }) },
    ),
    type: position(),
    which: position(),
    at: positions(),
  });

const moveTypes = actionTypes.filter((action) => action.actors.some((actor) => actor !== 'calendar'));

/** Makes the move that a choice names, or the next in the table that is legal and admitted; false where there is none. */
function makeMove(draft: Draft, { type, which, at }: Choice, admits: MovePlayOptions['admits']): boolean {
  const state = draft.states.at(-1)!;
  const first = Math.floor(type * moveTypes.length);
  let tries = 0;
  for (let step = 0; step < moveTypes.length && tries < MOST_TRIES; step += 1) {
    const action = moveTypes[(first + step) % moveTypes.length]!;
    const template = pick([...legalActions(state, { type: action.type })], which);
    if (template === undefined) continue;
    tries += 1;
    const event = memberOf(standardRules, state, template, at);
    const next = transition(state, event);
    if (!next.ok) throw new Error(`a member of a template was refused: ${JSON.stringify(event)}`);
    if (admits !== undefined && !admits(state, event, next.state)) continue;
    draft.events.push(event);
    draft.states.push(next.state);
    return true;
  }
  return false;
}

function playOut(start: State, choices: readonly Choice[], { until, admits }: MovePlayOptions): PlayedEvents {
  const draft: Draft = { events: [], states: [start] };
  for (const one of choices) {
    const state = draft.states.at(-1)!;
    const days = nextDays(state, until);
    passTo(draft, days[Math.min(one.wait, days.length - 1)]!);
    if (!makeMove(draft, one, admits)) break;
  }
  passTo(draft, until);
  return draft;
}

/**
 * Lawful plays of at most `maxMoves` moves to a day: what falls due happens by itself and is not counted. Shrinks to
 * fewer moves, to earlier ones and to the first of what the table offers, and stays lawful. Needs a state whose
 * day is not later than `until`; throws an InputError otherwise.
 */
export function playOfMoves(state: State, options: MovePlayOptions): fc.Arbitrary<PlayedEvents> {
  if (options.until < state.today)
    throw new InputError({
      code: 'input/day',
      path: 'until',
      given: options.until,
      allowed: `a day from ${state.today} on`,
    });
  return fc
    .array(choice(), { maxLength: options.maxMoves ?? 6, size: 'max' })
    .map((list) => printable(playOut(state, list, options)));
}
