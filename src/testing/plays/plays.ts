/**
 * Plays as analyses take them: a scenario with lawful acts done in it, drawn at random, shrinking to few, early and plain acts.
 *
 * Acts are drawn and made smaller as those of `legalPlay`; what comes of it is then played as the scenario has it, with its
 * own events in between, and what the law refuses there falls out.
 */
import * as fc from 'fast-check';
import type { Event, EventBase } from '../../actions/index';
import {
  actsIn,
  checkPlay,
  factsIn,
  ownIn,
  passTo,
  play,
  played,
  RefusedEventError,
  withHidden,
  withoutEvents,
  type EventOfToday,
  type Play,
} from '../../analyses/play';
import type { Subject } from '../../analyses/prepared';
import type { ScenarioOrId } from '../../analyses/resolve';
import { tableFor } from '../../engine/own-table';
import { rulesOf, type RuleSet } from '../../engine/rule-set';
import { checkFacts } from '../../facts/bare';
import type { Facts } from '../../facts/schema';
import { addDays, daysBetween } from '../../kit/calendar';
import { checkItems } from '../../kit/answer-form';
import {
  checkDayWithin,
  checkKnown,
  checkObject,
  checkOptions,
  checkWhole,
  type OptionTable,
} from '../../kit/checks';
import { itemAt } from '../../kit/lists';
import { nextAhead } from '../../model/meeting';
import type { State } from '../../model/state';
import { rulesGiven, type Own } from '../../scenario/own';
import { drawn, dwindling, isBelow, type Size } from './dwindling';
import { Draft, isAct, movesOf, nextDays, notBegun, playOn, type PlayedEvents } from './play';
import { ADMITS_OPTION } from './play-form';
import { smallerPlays, weightOf } from './smaller';

/** How long plays may be, what may be done in them, and what is one's own in them. */
export interface PlaysOptions<E extends EventBase = Event> extends Omit<Own, 'rules'> {
  /** Most acts that are drawn, 0 to 40; 3 unless told. */
  readonly maxMoves?: number | undefined;
  /**
   * Last day on which something is done, before the horizon; the eve of the meeting that lies ahead unless told, and 30 days on
   * where none does.
   */
  readonly until?: string | undefined;
  /** Types of the acts that are drawn, each alike; all that a party, a court, a market or others can do unless told. */
  readonly types?: readonly E['type'][] | undefined;
  /** Which acts may be done, by the act and the state in which it is. */
  readonly admits?: ((event: E, before: State) => boolean) | undefined;
  /** The rules that hold; the library's unless told, or those of `withActionTypes`. */
  readonly rules?: RuleSet<E> | undefined;
  /** Facts in place of the packaged ones. */
  readonly facts?: Facts | undefined;
}

/** The names of {@link PlaysOptions}. */
export const PLAYS_OPTIONS: OptionTable<PlaysOptions> = {
  maxMoves: true,
  until: true,
  types: true,
  admits: ADMITS_OPTION,
  rules: (_, given) => {
    rulesGiven(given as RuleSet);
  },
  policies: (name, given) => {
    checkObject(name, given, 'an object with a policy for US, for CN, or for both');
  },
  outcomes: (name, given) => {
    checkItems(name, given as readonly unknown[], 'outcome classes', (at, one) =>
      checkObject(at, one, 'an outcome class'),
    );
  },
  facts: checkFacts,
};

/** Days on which something is done where no meeting lies ahead. */
const USUAL_DAYS = 30;
/** Most acts that may be asked for. */
export const MOST_MOVES = { least: 0, most: 40 } as const;

/** The rules that hold in a play, over its own action types too. */
export function rulesIn(of: Play): RuleSet {
  return rulesOf(tableFor(rulesGiven(ownIn(of).rules)).types);
}

/** A play that prints as what is done in it. */
function printed(of: Play): Play {
  const text = () => {
    const acts = actsIn(of).map((event) => JSON.stringify(event));
    return acts.join('\n') || `the play of ${of.scenario.id} on ${of.state.today} in which nothing is done`;
  };
  return withHidden(of, { [fc.toStringMethod]: { value: text, enumerable: false } });
}

/**
 * What is left of some acts in a play when they are done from a base, each that is refused left out; the play stands on the day
 * of the last of them.
 */
function doneFrom(base: Play, moves: readonly Event[]): { readonly play: Play; readonly moves: Event[] } {
  const kept = [...moves];
  for (;;) {
    try {
      return { play: played(base, { after: kept }), moves: kept };
    } catch (error) {
      if (!(error instanceof RefusedEventError)) throw error;
      // What a scenario's own events leave no room for.
      kept.splice(error.index, 1);
    }
  }
}

/** The acts as the rules alone play them from a base, for whoever proposes smaller ones. */
function byRulesAlone(base: Play, moves: readonly Event[], rules: RuleSet): PlayedEvents {
  const draft = new Draft(notBegun(base.state), rules);
  for (const move of moves) {
    draft.passTo(move.on);
    draft.happen(move);
  }
  return draft.play;
}

function sizeOf(base: Play, moves: readonly Event[]): Size {
  return [
    moves.length,
    moves.reduce((sum, { on }) => sum + daysBetween(base.state.today, on), 0),
    moves.reduce((sum, move) => sum + weightOf(move), 0),
  ];
}

/** How plays from one base are drawn and made smaller. */
export interface PlayGround {
  /** The play in which nothing is done. */
  readonly base: Play;
  readonly rules: RuleSet;
  /** Last day on which something is done. */
  readonly until: string;
  /** Acts of these types alone are drawn. */
  readonly types: readonly string[];
  readonly maxMoves: number;
  readonly admits: (event: Event, before: State) => boolean;
}

/** Reads what is asked for. Throws an InputError for what cannot be. */
export function groundFor<E extends EventBase>(
  from: Subject,
  { maxMoves = 3, until: asked, types, admits, rules, policies, outcomes, facts }: PlaysOptions<E>,
): PlayGround {
  checkWhole('maxMoves', maxMoves, MOST_MOVES);
  const own: Own = {
    ...(rules === undefined ? {} : { rules }),
    ...(policies === undefined ? {} : { policies }),
    ...(outcomes === undefined ? {} : { outcomes }),
  };
  const base = printed(withoutEvents(played(from, { ...own, ...(facts === undefined ? {} : { facts }) })));
  const holding = rulesIn(base);
  const movable = holding.actionTypes
    .filter(({ actors }) => actors.some((actor) => actor !== 'calendar'))
    .map(({ type }) => type);
  if (types !== undefined)
    checkItems('types', types, 'action types', (_, type) => checkKnown('types', type, movable));
  const { today } = base.state;
  const last = addDays(base.scenario.horizon, -1);
  const meeting = nextAhead(base.state)?.on;
  const usual = meeting === undefined ? addDays(today, USUAL_DAYS) : addDays(meeting, -1);
  const until = asked === undefined ? (usual < today ? today : usual > last ? last : usual) : asked;
  return {
    base,
    rules: holding,
    until: checkDayWithin('until', until, today, last),
    types: types ?? movable,
    maxMoves,
    // Which events a rule set knows is the compiler's knowledge only.
    admits: (admits as PlayGround['admits'] | undefined) ?? (() => true),
  };
}

const movesDrawn = new WeakMap<Play, readonly Event[]>();

/** The play of some acts from the base of a ground, with its place among those that can be made smaller. */
export function playOf(ground: PlayGround, moves: readonly Event[]): Play {
  const done = doneFrom(ground.base, moves);
  const value = printed(done.play);
  movesDrawn.set(value, done.moves);
  return value;
}

const admitsAll = ({ admits, until }: PlayGround, { events, states }: PlayedEvents): boolean =>
  events.every((event, at) => !isAct(event) || (event.on <= until && admits(event, itemAt(states, at))));

/** Plays of a ground that are smaller than one of them, the boldest first. */
export function* smallerThan(ground: PlayGround, than: Play): Generator<Play> {
  const { base, rules } = ground;
  const moves = movesDrawn.get(than) ?? [];
  const bound = sizeOf(base, moves);
  const seen = new Set<string>();
  for (const other of smallerPlays(byRulesAlone(base, moves, rules), rules)) {
    const fewer = movesOf(other.events);
    const key = JSON.stringify(fewer);
    if (seen.has(key) || !isBelow(sizeOf(base, fewer), bound) || !admitsAll(ground, other)) continue;
    seen.add(key);
    yield playOf(ground, fewer);
  }
}

/** Days on which the next act may be: each of the coming week, and later those on which something may change. */
function daysAhead(state: State, until: string): string[] {
  const week = Array.from({ length: 7 }, (_, days) => addDays(state.today, days + 1));
  return [...new Set([...nextDays(state, until), ...week.filter((day) => day <= until)])].sort();
}

/** The plays of a ground, shrinking within it. */
export function playsOf(ground: PlayGround): fc.Arbitrary<Play> {
  const { base, rules, types, until, maxMoves, admits } = ground;
  const wanted = new Set(types);
  const drawing: RuleSet = {
    ...rules,
    actionTypes: rules.actionTypes.filter(({ type }) => wanted.has(type)),
  };
  const start = notBegun(base.state);
  const made = (draw: () => number) => {
    if (drawing.actionTypes.length === 0) return playOf(ground, []);
    const { events } = playOn(start, draw, {
      maxMoves,
      until,
      rules: drawing,
      admits: (before, event) => admits(event, before),
      days: daysAhead,
    });
    return playOf(ground, movesOf(events));
  };
  return dwindling<Play>({
    source: drawn(made),
    smaller: (value) => smallerThan(ground, value),
    size: (value) => sizeOf(base, movesDrawn.get(value) ?? []),
  });
}

/**
 * Plays: a scenario, or a play of it, in which lawful acts were done on days up to a last one, as `project`, `compare` and every other
 * analysis takes them. Acts come from the table of action types, those of one's own too; policies, outcome classes and facts of
 * one's own stay with the play.
 *
 * Shrinks to fewer acts, then to earlier ones, then to smaller numbers, earlier dates and shorter lists; in the end to the play
 * in which nothing is done. Prints as its acts. Throws an InputError for a scenario that does not exist, an unknown action type,
 * or a last day out of range.
 * @param from - Scenario, id of one, or play in which acts are drawn from the day on which it stands; `kuala-lumpur-2025` where left out.
 * @param options - Most acts, 0 to 40 (3 unless told), last day, which acts are drawn, and rules of one's own; may be left out.
 *
 * @example
 * fc.assert(
 *   fc.property(plays('kuala-lumpur-2025', { types: ['listing.impose'] }), (play) => play.state.today < '2025-10-30'),
 *   { numRuns: 5 },
 * );
 */
export function plays<E extends EventBase = Event>(
  from: ScenarioOrId | Play = 'kuala-lumpur-2025',
  options: PlaysOptions<E> = {},
): fc.Arbitrary<Play> {
  checkOptions(options, PLAYS_OPTIONS);
  return playsOf(groundFor(from, options));
}

/**
 * What has been done in a play since its first day, in order: without what the calendar does, and without what its scenario supposes. Throws an
 * InputError for what is no play.
 * @param of - Play, by the library's rules or one's own; it stays as it is.
 *
 * @example actsOf(play('kuala-lumpur-2025')).length // => 0
 */
export function actsOf(of: Play<EventBase>): readonly Event[] {
  return actsIn(of);
}

/**
 * A play with other acts in the place of its own, on the same day as before or on that of the last act, whichever is later. Null where the
 * rules refuse one of them. Throws an InputError for what is no play, and for acts that are not well formed or out of the order of their
 * days.
 * @param of - Play whose acts are replaced; it stays as it is.
 * @param acts - Acts in the order of their days; one without a day is of the day of the one before.
 *
 * @example withActs(play('kuala-lumpur-2025'), [])?.state.today // => '2025-10-25'
 */
export function withActs(of: Play, acts: readonly EventOfToday[]): Play | null {
  checkPlay('play', of);
  checkItems('acts', acts, 'acts', (at, act) => checkObject(at, act, 'an act'));
  const base = play(of.scenario, { ...ownIn(of), facts: factsIn(of) });
  try {
    const done = played(base, { after: acts });
    return done.state.today < of.state.today ? passTo(done, of.state.today) : done;
  } catch (error) {
    if (error instanceof RefusedEventError) return null;
    throw error;
  }
}
