/**
 * Whole plays and the states that they reach, shrinking to fewer, then earlier, then smaller acts.
 *
 * A shrunk play is played anew from its start: acts move to the day that it has come to, and what is not lawful any
 * more falls out. So each one offered is lawful without exception.
 */
import { InputError } from '../../kit/input-error';
import * as fc from 'fast-check';
import type { Event } from '../../actions/index';
import { standardRules, type RuleSet } from '../../engine/rule-set';
import { toDayNumber } from '../../kit/calendar';
import type { State } from '../../model/state';
import { playFrom, type PlayedEvents } from './plays';
import { dwindling, printedAs } from './dwindling';
import { plainerEvents, weightOf } from './plainer';
import { startOf, type Start } from './start';

/** How long a play may be. */
export interface LegalPlayOptions {
  /** Most moves; 25 unless told. */
  readonly maxMoves?: number;
  /** Fewest moves; 0 unless told. */
  readonly minMoves?: number;
  /** The rules that hold; the library's unless told. */
  readonly rules?: RuleSet;
}

/** A play that prints as its events. */
function printedPlay(events: readonly Event[], states: readonly State[]): PlayedEvents {
  return printedAs({ events, states }, () => events.map((event) => JSON.stringify(event)).join('\n'));
}

/** The first moves of a play, then others as far as they are lawful, each on the day that has come. */
function replayed(rules: RuleSet, play: PlayedEvents, keep: number, rest: readonly Event[]): PlayedEvents {
  const events = play.events.slice(0, keep);
  const states = play.states.slice(0, keep + 1);
  for (const event of rest) {
    const state = states.at(-1)!;
    const moved = event.on === state.today ? event : { ...event, on: state.today };
    const next = rules.transition(state, moved);
    if (!next.ok) continue;
    events.push(moved);
    states.push(next.state);
  }
  return printedPlay(events, states);
}

function* shorter(rules: RuleSet, play: PlayedEvents): Generator<PlayedEvents> {
  const { events } = play;
  for (let run = events.length; run >= 1; run = Math.floor(run / 2))
    for (let at = 0; at + run <= events.length; at += run)
      yield replayed(rules, play, at, events.slice(at + run));
}

function* plainer(rules: RuleSet, play: PlayedEvents): Generator<PlayedEvents> {
  const { events, states } = play;
  for (const [at, event] of events.entries())
    for (const other of plainerEvents(rules, states[at]!, event))
      yield replayed(rules, play, at, [other, ...events.slice(at + 1)]);
}

/**
 * Whole legal plays: as `playFrom`, from a scenario too, but shrinking by meaning. A failing property shrinks to
 * fewer events, then to an earlier last day, then to smaller numbers, earlier dates and shorter lists, and on no step
 * does the first of these that changes grow. Prints as its events, which `replay` accepts from the same start.
 *
 * Throws an InputError for a scenario that does not exist or for fewest moves above the most.
 */
export function legalPlay(from: Start, options: LegalPlayOptions = {}): fc.Arbitrary<PlayedEvents> {
  const { rules = standardRules, minMoves = 0, maxMoves = Math.max(25, minMoves) } = options;
  if (minMoves > maxMoves)
    throw new InputError({
      code: 'input/whole-number',
      path: 'minMoves',
      given: minMoves,
      allowed: `a whole number up to maxMoves, which is ${maxMoves}`,
    });
  return dwindling<PlayedEvents>({
    source: playFrom(startOf(from), { rules, minMoves, maxMoves }),
    *smaller(play) {
      for (const other of shorter(rules, play)) if (other.events.length >= minMoves) yield other;
      for (const other of plainer(rules, play)) if (other.events.length >= minMoves) yield other;
    },
    size: ({ events, states }) => [
      events.length,
      toDayNumber(states.at(-1)!.today),
      events.reduce((sum, event) => sum + weightOf(event), 0),
    ],
  });
}

const stories = new WeakMap<State, PlayedEvents>();

/** The last state of a play, as an object of its own that prints as the events. */
function reached(play: PlayedEvents): State {
  const state = printedAs({ ...play.states.at(-1)! }, () => fc.stringify(play));
  stories.set(state, play);
  return Object.freeze(state);
}

/** The events that led to a state of `reachableState`; empty for its start. Throws an InputError for any other state. */
export function eventsTo(state: State): readonly Event[] {
  const play = stories.get(state);
  if (play === undefined)
    throw new InputError({
      code: 'input/foreign',
      path: 'state',
      given: state,
      allowed: 'a state that reachableState made: only those know their events',
    });
  return play.events;
}

/**
 * States that legal plays reach, from the first day of a scenario or from a state. Shrinks as `legalPlay`:
 * to fewer moves, in the end to the start itself. Prints as the events that lead there; `eventsTo` gives them. Frozen.
 *
 * Throws as `legalPlay`.
 */
export function reachableState(from: Start, options: LegalPlayOptions = {}): fc.Arbitrary<State> {
  return legalPlay(from, options).map(reached);
}
