/**
 * Whole plays and the states that they reach, shrinking to fewer, then earlier, then smaller acts.
 *
 * A shrunk play is played anew from its start, so each one offered is lawful without exception.
 */
import * as fc from 'fast-check';
import type { Event, EventBase } from '../../actions/index';
import { standardRules, type RuleSet } from '../../engine/rule-set';
import { toDayNumber } from '../../kit/calendar';
import { checkAnswer, checkAnswers, type AnswerForm } from '../../kit/answer-form';
import { checkDay, checkOptions, isObject, readOff, type OptionTable } from '../../kit/checks';
import { InputError } from '../../kit/input-error';
import type { State } from '../../model/state';
import { drawn, dwindling, printedAs } from './dwindling';
import { notBegun, playOn, type PlayedEvents, type PlayRange } from './play';
import { ADMITS_OPTION, MOVES_OPTION, PLAYED, RULES_OPTION } from './play-form';
import { pickFrom, type Draw } from './sampling';
import { smallerPlays, weightOf } from './smaller';
import { startOf, type Start } from './start';
import { firstOf, itemAt, lastOf } from '../../kit/lists';

/** How long a play may be, under which rules, and what may happen in it. */
export interface LegalPlayOptions<E extends EventBase = Event> extends Omit<PlayRange, 'rules' | 'days'> {
  /** The rules that hold; the library's unless told, or those of `withActionTypes`. */
  readonly rules?: RuleSet<E> | undefined;
}

const LEGAL_PLAY_OPTIONS: OptionTable<LegalPlayOptions> = {
  maxMoves: MOVES_OPTION,
  minMoves: MOVES_OPTION,
  rules: RULES_OPTION,
  until: checkDay,
  admits: ADMITS_OPTION,
};

/** A map of what can be reached, with a way to each place: an exploration is one. */
export interface Explored {
  /** The map of the kinds of state that were reached. */
  readonly map: {
    /** One play to each kind of state that was found, the shortest first. */
    readonly ways: () => readonly PlayedEvents[];
  };
}

/** Where plays begin: a scenario, a state, or an exploration, to a place of which each play goes before it goes on. */
export type PlaysFrom = Start | Explored;

const MAP: AnswerForm<Explored['map']> = {
  what: 'the map of an exploration',
  fields: { ways: 'function' },
};

const isExplored = (from: PlaysFrom): from is Explored =>
  isObject(from) && readOff('from', from, () => 'map' in from);

/** Ways to where plays begin. Throws an InputError for what is neither a start nor an exploration. */
function waysOf(from: PlaysFrom): readonly PlayedEvents[] {
  if (!isExplored(from)) return [notBegun(startOf(from))];
  const map = readOff('from.map', from, () => from.map);
  checkAnswer('from.map', map, MAP);
  const ways = map.ways();
  checkAnswers('from.map.ways', ways, PLAYED);
  if (ways.length > 0) return ways;
  throw new InputError({
    code: 'input/list',
    path: 'from.map.ways',
    given: ways,
    allowed: 'at least one way to a kind of state',
  });
}

/** A play that prints as its events: the states follow from them. */
function printedPlay({ events, states }: PlayedEvents): PlayedEvents {
  return printedAs({ events, states }, () => events.map((event) => JSON.stringify(event)).join('\n'));
}

function checkRange({ minMoves = 0, maxMoves = Infinity, until, admits }: PlayRange, first: string): void {
  if (minMoves > maxMoves)
    throw new InputError({
      code: 'input/whole-number',
      path: 'minMoves',
      given: minMoves,
      allowed: `a whole number up to maxMoves, which is ${maxMoves}`,
    });
  const isAhead = until === undefined ? admits === undefined : until >= first;
  if (!isAhead)
    throw new InputError({
      code: 'input/day',
      path: 'until',
      given: until,
      allowed: `a day from ${first} on`,
      why: until === undefined ? '"admits" says which acts are made up to a day' : undefined,
    });
}

/**
 * Whole legal plays. Two moves in five let time pass, some go to the leaders' meeting and settle something there, some keep
 * a promise, the rest may be anything that the law allows; what falls due comes first, as it must. With `until` the
 * moves are acts alone, on days up to that one. From an exploration each play goes first to one of the kinds of state that it found,
 * all of them equally likely.
 *
 * Shrinks to fewer events, then to an earlier last day, then to smaller numbers, earlier dates and shorter lists; on
 * no step does the first of these that changes grow. With `until` acts count before events, and the last day stays.
 * Prints as its events, which `replay` accepts from the same start.
 *
 * Throws an InputError for a scenario that does not exist, fewest moves above the most, a last day before the first, or
 * `admits` without a last day, and for what is no start, no option or no rule set.
 * @param from - Where plays begin: a scenario, id of one, first state, or exploration whose places they set out from.
 * @param options - Fewest and most moves, a last day, which acts are admitted, and rules of one's own; may be left out.
 *
 * @example
 * fc.assert(
 *   fc.property(legalPlay('kuala-lumpur-2025', { maxMoves: 5 }), ({ states }) => states.every((state) => brokenInvariants(state).length === 0)),
 *   { numRuns: 2 },
 * )
 */
export function legalPlay<E extends EventBase = Event>(
  from: PlaysFrom,
  options: LegalPlayOptions<E> = {},
): fc.Arbitrary<PlayedEvents<E>> {
  checkOptions(options, LEGAL_PLAY_OPTIONS);
  // Which events a rule set knows is the compiler's knowledge only; at run time all rule sets are alike.
  const { rules = standardRules, ...rest } = options as unknown as PlayRange;
  const ways = waysOf(from);
  checkRange(rest, firstOf(firstOf(ways).states).today);
  const { minMoves = 0, until, admits } = rest;
  const made = (draw: Draw) =>
    printedPlay(playOn(ways.length === 1 ? firstOf(ways) : pickFrom(ways, draw), draw, { ...rest, rules }));
  const movesIn = ({ events }: PlayedEvents) =>
    until === undefined ? events.length : events.filter(({ actor }) => actor !== 'calendar').length;
  const isWanted = (play: PlayedEvents) =>
    movesIn(play) >= minMoves &&
    (until === undefined || lastOf(play.states).today === until) &&
    (admits === undefined ||
      play.events.every(
        (event, at) =>
          event.actor === 'calendar' || admits(itemAt(play.states, at), event, itemAt(play.states, at + 1)),
      ));
  return dwindling<PlayedEvents>({
    source: drawn(made),
    *smaller(play) {
      for (const other of smallerPlays(play, rules)) if (isWanted(other)) yield printedPlay(other);
    },
    size: (play) => [
      movesIn(play),
      play.events.length,
      toDayNumber(lastOf(play.states).today),
      play.events.reduce((sum, event) => sum + toDayNumber(event.on), 0),
      play.events.reduce((sum, event) => sum + weightOf(event), 0),
    ],
  }) as unknown as fc.Arbitrary<PlayedEvents<E>>;
}

const stories = new WeakMap<State, PlayedEvents>();

/** The last state of a play, as an object of its own that prints as the events. */
function reached(play: PlayedEvents): State {
  const state = printedAs({ ...lastOf(play.states) }, () => fc.stringify(play));
  stories.set(state, play);
  return Object.freeze(state);
}

/**
 * The events that led to a state of `reachableState`; empty for its start. Throws an InputError for any other state.
 * @param state - State that `reachableState` drew, the very object: a copy knows no events.
 *
 * @example
 * const [reached] = fc.sample(reachableState('kuala-lumpur-2025', { maxMoves: 3 }), 1);
 * reached && replay(start('kuala-lumpur-2025'), eventsTo(reached)).ok
 */
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
 * States that legal plays reach. Shrinks as `legalPlay`: to fewer moves, in the end to the start itself. Prints as the events that lead
 * there; `eventsTo` gives them. Frozen. Throws as `legalPlay`.
 * @param from - Where plays begin: a scenario, id of one, first state, or exploration whose places they set out from.
 * @param options - As those of `legalPlay`; may be left out.
 *
 * @example fc.sample(reachableState('kuala-lumpur-2025', { maxMoves: 3 }), 2).length
 */
export function reachableState(from: PlaysFrom, options: LegalPlayOptions = {}): fc.Arbitrary<State> {
  return legalPlay(from, options).map(reached);
}
