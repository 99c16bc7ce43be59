/**
 * Arbitraries of legal and illegal events and of whole plays, on fast-check's generators.
 *
 * All of them are built from small numbers that choose among what the law allows, so that a failing property shrinks
 * to the shortest play of the plainest moves: fewer moves, time passing instead of acts, first choices, first values
 * of each range.
 */
import { InputError } from '../../kit/input-error';
import * as fc from 'fast-check';
import type { Event, EventBase } from '../../actions/index';
import { addDays } from '../../kit/calendar';
import { PARTY_IDS, type Actor } from '../../model/actor';
import type { Pledge, Term } from '../../model/agreement';
import { anythingDue } from '../../model/deadline';
import { heldToday, nextPlanned } from '../../model/meeting';
import type { State } from '../../model/state';
import { isMember, sampleMember, type Template } from '../../engine/legal-actions';
import { standardRules, type RuleSet } from '../../engine/rule-set';

/** How finely a position in [0, 1) is drawn: whole steps shrink to readable numbers. */
const STEPS = 1 << 16;
/** Positions that a choice carries: enough for the fields of any event and for what an agreement holds. */
export const MOST_POSITIONS = 32;
/** Share of moves, of a thousand, that let time pass, follow the meeting's programme or keep a pledge. */
const TIME_UNTIL = 400;
/** As `TIME_UNTIL` on the day of the meeting, which would otherwise pass before anything is agreed. */
const TIME_ON_THE_DAY = 100;
const PROGRAMME_UNTIL = 500;
const PLEDGES_UNTIL = 580;
const MOVES = 1000;

/** A position in [0, 1) out of whole steps, so that it shrinks to 0 by readable numbers. */
export const position = (): fc.Arbitrary<number> => fc.nat({ max: STEPS - 1 }).map((step) => step / STEPS);
/** As many positions as the fields of any event need. */
export const positions = (): fc.Arbitrary<number[]> =>
  fc.array(position(), { maxLength: MOST_POSITIONS, size: 'max' });

/** One choice of a play as numbers; what they mean depends on what is lawful when their turn comes. */
export interface Choice {
  readonly move: number;
  readonly which: number;
  readonly at: readonly number[];
}

/** Choices of a play, one for each move. */
export const choices = (): fc.Arbitrary<Choice> =>
  fc.record({ move: fc.nat({ max: MOVES - 1 }), which: position(), at: positions() });

/** Reads positions one after the other; 0 where the list has run out. */
export function reader(at: readonly number[]): () => number {
  let next = 0;
  return () => at[next++] ?? 0;
}

/** The item at a position in [0, 1) of a list; undefined for an empty one. */
export function pick<T>(items: readonly T[], at: number): T | undefined {
  return items[Math.floor(at * items.length)];
}

/** Acts that parties could do today, as what they might promise. */
function promises(
  rules: RuleSet,
  state: State,
  read: () => number,
): Pick<Pledge, 'id' | 'issue' | 'act' | 'dueOn'>[] {
  const issue = Object.keys(state.issues)[0];
  const templates = PARTY_IDS.flatMap((actor) => [...rules.legalActions(state, { actor })]);
  if (issue === undefined) return [];
  const count = Math.floor(read() * 4);
  const meeting = heldToday(state)?.id ?? 'meeting';
  return Array.from({ length: count }, (_, index) => {
    const { on, ...act } = sampleMember(pick(templates, read())!, read);
    const dueOn = addDays(on, Math.floor(read() * 30));
    return { id: `${meeting}/promise-${index + 1}`, issue, act: act as Pledge['act'], dueOn };
  });
}

function termsOn(state: State, read: () => number): Term[] {
  return (heldToday(state)?.agenda ?? [])
    .filter((id) => read() > 0.7 && Object.hasOwn(state.issues, id))
    .map((id) => {
      const { giver, indivisible } = state.issues[id]!;
      return {
        issue: id,
        giver,
        degree: indivisible ? 1 : 1 - read() / 2,
        tariffReliefPp: 0,
        controlRelief: 0,
      };
    });
}

/** A member of a template; an agreement gets terms and pledges, which a template describes in words only. */
export function memberOf(rules: RuleSet, state: State, template: Template, at: readonly number[]): Event {
  const read = reader(at);
  const event = sampleMember(template, read);
  if (event.type !== 'agreement.reach') return event;
  const full: Event = { ...event, pledges: promises(rules, state, read), terms: termsOn(state, read) };
  return isMember(template, full) ? full : event;
}

/** Legal events by type, in the order of the table. */
function templatesByType(rules: RuleSet, state: State): Template[][] {
  const byType = new Map<string, Template[]>();
  for (const template of rules.legalActions(state)) {
    const group = byType.get(template.type);
    if (group === undefined) byType.set(template.type, [template]);
    else group.push(template);
  }
  return [...byType.values()];
}

/**
 * A legal event of a state: every action type that has one is equally likely, then every subject, then every value
 * of its fields. Shrinks towards the first action type of the table and the low end of each range.
 *
 * Throws an InputError for a state in which nothing is legal (its calendar has come to its end).
 */
export function legalEvent(state: State, rules: RuleSet = standardRules): fc.Arbitrary<Event> {
  const groups = templatesByType(rules, state);
  if (groups.length === 0)
    throw new InputError({
      code: 'input/nothing-legal',
      path: 'state',
      given: state.today,
      allowed: 'a state on whose day something is legal',
      why: `nothing is legal on ${state.today}`,
    });
  return fc
    .record({ type: position(), which: position(), at: positions() })
    .map(({ type, which, at }) => memberOf(rules, state, pick(pick(groups, type)!, which)!, at));
}

/** Values that a field of any kind should refuse or survive. */
export const ODD_VALUES: readonly unknown[] = [
  null,
  '',
  'no-such-thing',
  '__proto__',
  'constructor',
  'toString',
  0,
  -1,
  0.5,
  1,
  16,
  1e9,
  NaN,
  Infinity,
  true,
  '1999-01-01',
  '2025-02-30',
  '2025-11-31',
  '2026-10-30',
  '2026-10-30T00:00',
  '9999-12-31',
  [],
  ['no-such-thing'],
  [null],
  {},
  { US: 1 },
  undefined,
];
/** Everybody who may act. */
export const ACTORS: readonly Actor[] = ['US', 'CN', 'both', 'calendar', 'court', 'market', 'third-country'];
/** How far the day of an event is moved, in days. */
export const DAY_SHIFTS: readonly number[] = [1, -1, 7, -30, 365];

/** Ids that something of the state has: legal for one move, illegal for another. */
export function idsIn(state: State): string[] {
  const columns = [
    state.tariff,
    state.control,
    state.portFee,
    state.listing,
    state.probes,
    state.authorities,
    state.flows,
    state.meetings,
  ];
  return [...columns.flatMap((column) => Object.keys(column)), state.truce.id];
}

function withField(event: Event, name: string, value: unknown): Event {
  // Ill-typed on purpose: the machine must refuse what the compiler would.
  return { ...event, [name]: value };
}

/** An example of an action type, dated today: legal but for what is due, or about things that the state does not have. */
function exampleOn(rules: RuleSet, state: State, type: number, which: number): Event {
  const example = pick(pick(rules.actionTypes, type)!.examples, which)!;
  // The table's examples are events of its types.
  return { ...example, on: state.today } as Event;
}

/**
 * An event near to the law: a legal event of the state with one thing changed (another actor, another day, another
 * or an unknown id, a value out of range or of the wrong kind, another type, a field taken away), an example of the table whatever the state, or no change. About one
 * in ten stays legal. Shrinks towards the unchanged event; typed as an event though it need not be one.
 */
export function perturbedEvent(state: State, rules: RuleSet = standardRules): fc.Arbitrary<Event> {
  const ids = idsIn(state);
  const subjectOf = (event: Event) => rules.actionTypes.find(({ type }) => type === event.type)?.subject;
  return fc
    .tuple(legalEvent(state, rules), fc.nat({ max: 10 }), position(), position())
    .map(([event, change, where, value]) => {
      const own = Object.keys(event).filter((name) => name !== 'type' && name !== 'actor' && name !== 'on');
      const name = pick(own, where) ?? 'id';
      if (change === 0) return event;
      if (change === 1) return withField(event, 'actor', pick(ACTORS, value));
      if (change === 2) return withField(event, 'on', addDays(event.on, pick(DAY_SHIFTS, value)!));
      if (change === 3) return withField(event, 'type', pick(rules.actionTypes, value)!.type);
      if (change === 4) return withField(event, 'type', pick(ODD_VALUES, value));
      if (change === 5) return withField(event, subjectOf(event) ?? name, pick(ids, value));
      if (change === 6) return withField(event, subjectOf(event) ?? name, [pick(ids, value)]);
      if (change === 7)
        return Object.fromEntries(Object.entries(event).filter(([key]) => key !== name)) as unknown as Event;
      if (change === 8) return exampleOn(rules, state, value, where);
      return withField(event, name, pick(ODD_VALUES, value));
    });
}

/** A lawful play: what happened and every state on the way. */
export interface PlayedEvents<E extends EventBase = Event> {
  /** The events in order; each was legal when its turn came. */
  readonly events: readonly E[];
  /** One state more than events: the start, then the state after each event. All are frozen. */
  readonly states: readonly State[];
}

/** How long a play may be. */
export interface PlayOptions<E extends EventBase = Event> {
  /** Most moves; 25 unless given. */
  readonly maxMoves?: number;
  /** Fewest moves; 0 unless given. */
  readonly minMoves?: number;
  /** The rules that hold; the library's unless given, or those of `withActionTypes`. */
  readonly rules?: RuleSet<E>;
}

function firstTemplate(rules: RuleSet, state: State, type: Event['type']): Template | undefined {
  for (const template of rules.legalActions(state, { type })) return template;
  return undefined;
}

/** Time passes to the day of the next meeting, where it is not today's and no deadline comes before it. */
function toTheMeeting(state: State): Event | undefined {
  const { today } = state;
  const next = nextPlanned(state);
  if (next === undefined || next.on === today) return undefined;
  return { type: 'calendar.advance', actor: 'calendar', on: today, to: next.on };
}

/** Towards the meeting, then the meeting itself, then what it settles. */
function programme(rules: RuleSet, state: State, at: readonly number[]): Event | undefined {
  const go = toTheMeeting(state);
  if (go !== undefined && rules.isLegal(state, go)) return go;
  const template =
    firstTemplate(rules, state, 'meeting.hold') ?? firstTemplate(rules, state, 'agreement.reach');
  return template === undefined ? undefined : memberOf(rules, state, template, at);
}

/** The promised act of an open pledge, where it is legal today. */
function keepPledge(rules: RuleSet, state: State, which: number): Event | undefined {
  const acts: Event[] = [];
  for (const pledge of Object.values(state.pledges)) {
    const act = { ...pledge.act, on: state.today } as unknown as Event;
    if (pledge.status === 'open' && rules.isLegal(state, act)) acts.push(act);
  }
  return pick(acts, which);
}

/** A legal event of the action type that a number names, or of the next one in the table that has any. */
function anyMove(
  rules: RuleSet,
  state: State,
  share: number,
  which: number,
  at: readonly number[],
): Event | undefined {
  const { actionTypes } = rules;
  const first = Math.floor(share * actionTypes.length);
  for (let step = 0; step < actionTypes.length; step += 1) {
    const { type } = actionTypes[(first + step) % actionTypes.length]!;
    const template = pick([...rules.legalActions(state, { type })], which);
    if (template !== undefined) return memberOf(rules, state, template, at);
  }
  return undefined;
}

/**
 * Time passes; the plainest steps are the longest, to the meeting or to the next deadline, so that plays shrink to
 * few moves.
 */
function passTime(rules: RuleSet, state: State, at: readonly number[]): Event | undefined {
  const go = toTheMeeting(state);
  if (go !== undefined && (at[0] ?? 0) < 0.5 && rules.isLegal(state, go)) return go;
  const template = firstTemplate(rules, state, 'calendar.advance');
  return template === undefined
    ? undefined
    : memberOf(rules, state, template, [1 - 1 / STEPS - (at[0] ?? 0)]);
}

function chosen(rules: RuleSet, state: State, { move, which, at }: Choice): Event | undefined {
  const time = () => passTime(rules, state, at) ?? anyMove(rules, state, 0, which, at);
  if (anythingDue(state)) return anyMove(rules, state, move / MOVES, which, at);
  const meets = Object.values(state.meetings).some(({ on }) => on === state.today);
  if (move < (meets ? TIME_ON_THE_DAY : TIME_UNTIL)) return time();
  if (move < PROGRAMME_UNTIL) return programme(rules, state, at) ?? time();
  if (move < PLEDGES_UNTIL) return keepPledge(rules, state, which) ?? time();
  return anyMove(rules, state, (move - PLEDGES_UNTIL) / (MOVES - PLEDGES_UNTIL), which, at);
}

/** Plays a list of choices out from a state. */
export function playOut(rules: RuleSet, start: State, list: readonly Choice[]): PlayedEvents {
  const events: Event[] = [];
  const states: State[] = [start];
  for (const choice of list) {
    const state = states.at(-1)!;
    const event = chosen(rules, state, choice);
    if (event === undefined) break;
    const next = rules.transition(state, event);
    if (!next.ok)
      throw new Error(
        `a member of a template was refused: ${JSON.stringify({ event, refusals: next.refusals })}`,
      );
    events.push(event);
    states.push(next.state);
  }
  return { events, states };
}

/** Prints the events only: the states follow from them. */
export function printable(play: PlayedEvents): PlayedEvents {
  return Object.defineProperty(play, fc.toStringMethod, {
    value: () => play.events.map((event) => JSON.stringify(event)).join('\n'),
    enumerable: false,
  });
}

/**
 * Lawful plays from a state. Two moves in five let time pass, some go to the leaders' meeting and settle
 * something there, some keep a pledge, the rest may be anything that the law allows; what falls due comes first, as
 * it must. Shrinks to fewer moves and to plainer ones (time passes to the meeting or the next deadline instead of an act). A counterexample prints as
 * its events, which `replay` accepts from the same start.
 */
export function playFrom<E extends EventBase = Event>(
  state: State,
  options: PlayOptions<E> = {},
): fc.Arbitrary<PlayedEvents<E>> {
  const { maxMoves = 25, minMoves = 0 } = options;
  // Which events a rule set knows is the compiler's knowledge only; at run time all rule sets are alike.
  const rules = (options.rules ?? standardRules) as unknown as RuleSet;
  return fc
    .array(choices(), { minLength: minMoves, maxLength: maxMoves, size: 'max' })
    .map((list) => printable(playOut(rules, state, list)) as unknown as PlayedEvents<E>);
}
