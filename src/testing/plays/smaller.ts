/**
 * Smaller plays and plainer events: what takes away from a play and leaves it lawful.
 *
 * Stretches of events are taken out, the longest first (delta debugging: Zeller and Hildebrandt, "Simplifying and
 * Isolating Failure-Inducing Input", IEEE TSE 2002); acts move to earlier days; fields take smaller numbers, earlier
 * dates and shorter lists. Each play is played anew: an event is dated on the day on which its turn now comes, a step of
 * the calendar is cut at the next deadline, and what is not legal any more falls out.
 */
import { resolved, type Domain } from '../../actions/domain';
import { actionTypeOf, type Event } from '../../actions/index';
import { isMember, nearestOf, sampleMember, type Template } from '../../engine/legal-actions';
import { subjectOf } from '../../engine/legality';
import { standardRules, type RuleSet } from '../../engine/rule-set';
import { addDays, daysBetween, isIsoDate } from '../../kit/calendar';
import type { State } from '../../model/state';
import { numbersBelow } from './dwindling';
import { Draft, isAct, movesOf, notBegun, type PlayedEvents } from './play';
import { fieldsOf, withField } from '../../actions/event-fields';
import { firstOf, itemAt, lastOf } from '../../kit/lists';

/** Hundredths: the grid on which the rates, shares and fees of events are drawn. */
const GRID = 100;

/** How much there is to a value of an event: its size if a number, its days ahead if a date, its parts if a list. */
function weightOfValue(value: unknown, on: string): number {
  if (typeof value === 'number') return Math.abs(value);
  if (typeof value === 'string') return isIsoDate(value) ? Math.abs(daysBetween(on, value)) : 0;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + 1 + weightOfValue(item, on), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, item) => sum + weightOfValue(item, on), 0);
}

/** How much there is to an event: the sum over its fields of numbers, days ahead and parts; its own day counts nothing. */
export function weightOf(event: Event): number {
  const { on, ...fields } = event;
  return weightOfValue(fields, on);
}

/** The template of a state to which an event belongs, or undefined for an illegal event. */
function templateOf(rules: RuleSet, state: State, event: Event): Template | undefined {
  for (const template of rules.legalActions(state, { type: event.type, actor: event.actor }))
    if (isMember(template, event)) return template;
  return undefined;
}

function* withoutOne(list: readonly unknown[]): Generator<unknown[]> {
  if (list.length === 0) return;
  yield [];
  if (list.length > 2) {
    yield list.slice(0, list.length >> 1);
    yield list.slice(list.length >> 1);
  }
  if (list.length > 1)
    for (let at = 0; at < list.length; at += 1) yield list.filter((_, index) => index !== at);
}

function* plainerValues(domain: Domain, value: unknown): Generator<unknown> {
  if (domain.kind === 'number' && typeof value === 'number') {
    const grid = domain.whole ? 1 : GRID;
    const low = domain.above ? domain.min + 1 / grid : domain.min;
    if (low < value) yield* numbersBelow(value, low, grid);
  } else if (domain.kind === 'date' && value !== null) {
    if (domain.nullable) yield null;
    const { from } = domain;
    for (const days of numbersBelow(daysBetween(from, value as string), 0)) yield addDays(from, days);
  } else if (domain.kind === 'name') {
    yield* domain.known.slice(0, Math.max(0, domain.known.indexOf(value as string)));
  } else if (domain.kind === 'one-of') {
    yield* domain.values.slice(0, domain.values.indexOf(value as string));
  } else if ((domain.kind === 'subset' || domain.kind === 'structure') && Array.isArray(value)) {
    yield* withoutOne(value);
  } else if (domain.kind === 'optional' && value !== undefined) {
    yield undefined;
    yield* plainerValues(domain.of, value);
  }
}

/** Legal events that differ from a legal one in one field, plainer there; the plainest of each field first. */
export function* plainerEvents(rules: RuleSet, state: State, event: Event): Generator<Event> {
  const template = templateOf(rules, state, event);
  if (template === undefined) return;
  const fields = fieldsOf(event);
  for (const [name, domain] of Object.entries(template.fields)) {
    for (const value of plainerValues(resolved(domain, fields), fields[name])) {
      const plainer = withField(event, name, value);
      if (isMember(template, plainer)) yield plainer;
    }
  }
}

/** The plainest event of the same type by the same actor on the same subject: the low end of every range. */
export function plainest(state: State, event: Event, rules: RuleSet = standardRules): Event {
  const action = actionTypeOf(event.type);
  if (action === undefined) return event;
  const subject = action.subject === null ? undefined : subjectOf(action, event);
  for (const template of rules.legalActions(state, { type: event.type, actor: event.actor, subject }))
    return sampleMember(template, () => 0);
  return event;
}

/** An event fitted to a state: dated today, and a step of the calendar no longer than the day allows. */
export function fitted(state: State, event: Event, rules: RuleSet = standardRules): Event {
  const dated: Event = event.on === state.today ? event : { ...event, on: state.today };
  if (dated.type !== 'calendar.advance' || rules.isLegal(state, dated)) return dated;
  for (const template of rules.legalActions(state, { type: 'calendar.advance' }))
    return nearestOf(template, dated).event;
  return dated;
}

/** The lawful play that is left of a list of events, from where another play has come to. */
export function legalRest(
  from: PlayedEvents,
  events: readonly Event[],
  rules: RuleSet = standardRules,
): PlayedEvents {
  const draft = new Draft(from, rules);
  for (const event of events) draft.happen(fitted(draft.state, event, rules));
  return draft.play;
}

/** What is lawful of some moves, each on its day or as soon after as it can be, with the calendar in between to a last day. */
function legalMoves(start: State, moves: readonly Event[], until: string, rules: RuleSet): PlayedEvents {
  const draft = new Draft(notBegun(start), rules);
  for (const move of moves) {
    if (move.on > until) break;
    draft.passTo(move.on);
    draft.happen(fitted(draft.state, move, rules));
  }
  draft.passTo(until);
  return draft.play;
}

/** Lists with one stretch of items taken out, the longest stretches first. */
export function* shorterLists<T>(items: readonly T[]): Generator<T[]> {
  for (let size = items.length; size >= 1; size = Math.floor(size / 2)) {
    for (let from = items.length - size; from >= 0; from -= size)
      yield [...items.slice(0, from), ...items.slice(from + size)];
  }
}

/** A list from which no stretch can be taken out any more without losing what matters. */
export function shortest<T>(items: readonly T[], matters: (items: readonly T[]) => boolean): readonly T[] {
  for (const fewer of shorterLists(items)) if (matters(fewer)) return shortest(fewer, matters);
  return items;
}

/** Days of a play before a day, the first ones first, then days nearer and nearer to it. */
function daysBefore({ states }: PlayedEvents, first: string, day: string): string[] {
  const days = [...new Set(states.map(({ today }) => today))].filter((it) => it >= first && it < day);
  const between = [...numbersBelow(Math.max(0, daysBetween(first, day)), 0)].map((by) => addDays(first, by));
  return [...new Set([...days, ...between])];
}

function* earlierMoves(play: PlayedEvents, moves: readonly Event[]): Generator<Event[]> {
  for (const [at, move] of moves.entries()) {
    const first = at === 0 ? firstOf(play.states).today : itemAt(moves, at - 1).on;
    for (const on of daysBefore(play, first, move.on))
      yield moves.map((other, index) => (index === at ? { ...other, on } : other));
  }
}

/**
 * Lawful plays from the same start that are smaller in one way or another than a play, the boldest first: fewer moves
 * with the calendar doing the rest to a last day, an earlier end, fewer events, earlier moves, plainer events. Whoever
 * asks says which of them are small enough.
 */
export function* smallerPlays(
  play: PlayedEvents,
  rules: RuleSet = standardRules,
  until: string = lastOf(play.states).today,
): Generator<PlayedEvents> {
  const start = firstOf(play.states);
  const moves = movesOf(play.events);
  const end = lastOf(play.states).today;
  for (const fewer of shorterLists(moves)) yield legalMoves(start, fewer, until, rules);
  yield legalMoves(start, moves, until, rules);
  if (until === end)
    for (const day of daysBefore(play, start.today, end)) yield legalMoves(start, moves, day, rules);
  for (const fewer of shorterLists(play.events)) yield legalRest(notBegun(start), fewer, rules);
  for (const earlier of earlierMoves(play, moves)) yield legalMoves(start, earlier, until, rules);
  for (const [at, event] of play.events.entries()) {
    for (const plainer of plainerEvents(rules, itemAt(play.states, at), event)) {
      const rest = [plainer, ...play.events.slice(at + 1)];
      const before = { events: play.events.slice(0, at), states: play.states.slice(0, at + 1) };
      yield legalRest(before, rest, rules);
      if (isAct(event) && until > end)
        yield legalMoves(start, [...movesOf(before.events), ...movesOf(rest)], until, rules);
    }
  }
}
