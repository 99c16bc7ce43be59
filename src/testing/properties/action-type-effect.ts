/**
 * Properties about what an action type does: lawful states, the same on every way, and nothing that cannot be settled
 * later.
 */
import * as fc from 'fast-check';
import type { Event } from '../../actions/index';
import { digest } from '../../engine/digest';
import { brokenInvariants } from '../../engine/invariants';
import { advanceTo } from '../../engine/replay';
import { addDays } from '../../kit/calendar';
import type { Draft, State } from '../../model/state';
import { legalPlay } from '../plays/legal-plays';
import type { Ground, Specimen } from './ground';
import { property, quote, messageOf, type NamedProperty } from './property';
import { firstOf } from '../../kit/lists';

const at = ({ state, event }: Specimen) => `on ${state.today} ${quote(event)}`;

/** A deep copy of plain JSON that shares nothing. */
const copyOf = <T>(value: T): T => structuredClone(value);

/** The state after a move, in place on a copy. */
function inPlace(ground: Ground, { state, event }: Specimen): State {
  const copy = copyOf(state) as Draft;
  if (!ground.rules().stepInPlace(copy, event)) throw new Error(`refused: ${quote(event)}`);
  return copy;
}

function publicly(ground: Ground, { state, event }: Specimen): State {
  const next = ground.rules().transition(state, event);
  if (!next.ok) throw new Error(`refused: ${next.refusals[0]?.code}`);
  return next.state;
}

/** Whether two states are the same; the digest only speaks where their keys stand in another order. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b) || digest(a) === digest(b);
}

/** Runs a search on every specimen; where the row's code throws, that is a case. */
function* onEach(ground: Ground, search: (specimen: Specimen) => Iterable<string>): Iterable<string> {
  for (const specimen of ground.specimens()) {
    try {
      yield* search(specimen);
    } catch (error) {
      yield `${at(specimen)}: threw ${messageOf(error)}`;
    }
  }
}

/** Overwrites everything that a value holds, as a caller may who keeps the event. */
function scribble(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const item of Object.values(value)) scribble(item);
  if (Array.isArray(value)) value.push('scribbled');
  else Object.assign(value, { scribbled: true });
}

function* apart(ground: Ground, specimen: Specimen): Iterable<string> {
  const event = copyOf(specimen.event);
  const state = copyOf(specimen.state) as Draft;
  ground.rules().stepInPlace(state, event);
  const before = JSON.stringify(state);
  for (const item of Object.values(event)) scribble(item);
  if (JSON.stringify(state) !== before) yield `${at(specimen)}: a change of the event changes the state`;
}

function* untouched(ground: Ground, { state, event, ...rest }: Specimen): Iterable<string> {
  const own = copyOf(event);
  const before = JSON.stringify(state);
  publicly(ground, { ...rest, state, event: own });
  if (JSON.stringify(state) !== before)
    yield `${at({ ...rest, state, event })}: the state before has changed`;
  const inPlaceEvent = copyOf(event);
  inPlace(ground, { ...rest, state, event: inPlaceEvent });
  for (const after of [own, inPlaceEvent])
    if (JSON.stringify(after) !== JSON.stringify(event))
      yield `${at({ ...rest, state, event })}: the event became ${quote(after)}`;
}

function* plainJson(ground: Ground, specimen: Specimen): Iterable<string> {
  const state = inPlace(ground, specimen);
  const again: unknown = JSON.parse(JSON.stringify(state));
  if (!same(again, state)) yield `${at(specimen)}: the state is another after a trip through JSON`;
  const strange = strangerIn(state, '');
  if (strange !== null) yield `${at(specimen)}: ${strange} is no plain JSON value`;
}

/** Path of the first value that is neither a scalar of JSON nor a plain list or object; null where there is none. */
function strangerIn(value: unknown, path: string): string | null {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? null : path;
  if (typeof value !== 'object') return path;
  const proto: unknown = Object.getPrototypeOf(value);
  if (proto !== Object.prototype && proto !== Array.prototype) return path;
  for (const [key, item] of Object.entries(value)) {
    const found = strangerIn(item, path === '' ? key : `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}

function* twoWays(ground: Ground, specimen: Specimen): Iterable<string> {
  if (!same(inPlace(ground, specimen), publicly(ground, specimen)))
    yield `${at(specimen)}: in place it ends in another state than through the public transition`;
}

function* replays(ground: Ground, specimen: Specimen): Iterable<string> {
  const log = JSON.parse(JSON.stringify([specimen.event])) as Event[];
  const [first, second] = [1, 2].map(() => ground.rules().replay(specimen.state, log));
  if (first?.ok !== true || second?.ok !== true) yield `${at(specimen)}: its log is refused`;
  else if (!same(first.state, second.state) || !same(first.state, publicly(ground, specimen)))
    yield `${at(specimen)}: its log does not reproduce the digest`;
}

function* invariantsKept(ground: Ground, specimen: Specimen): Iterable<string> {
  for (const promise of brokenInvariants(inPlace(ground, specimen))) yield `${at(specimen)}: ${promise}`;
}

/** How far the calendar runs on after a move, in days: past every deadline that a year can set. */
const YEAR_AND_MORE_DAYS = 400;

function* settles(ground: Ground, specimen: Specimen): Iterable<string> {
  const { state } = advanceTo(publicly(ground, specimen), addDays(specimen.state.today, YEAR_AND_MORE_DAYS));
  for (const promise of brokenInvariants(state)) yield `${at(specimen)}, on ${state.today}: ${promise}`;
}

/** Rows whose shrinking is tried, plays for each, and moves of a play. */
const MOST_SHRUNK_ROWS = 3;
const SHRUNK_PLAYS = 150;
const SHRUNK_MOVES = 30;
/** Longest play that shrinking may leave: the way to the first day on which the move is legal. */
const LONGEST_SHRUNK = 12;

/** Thrown by the property that shrinks: the play makes the move. */
const MADE = new Error('the move was made');

function* shrinking(ground: Ground): Iterable<string> {
  const rules = ground.rules();
  const first = firstOf(ground.starts());
  const step = Math.max(1, Math.floor(ground.rows.length / MOST_SHRUNK_ROWS));
  for (const { type } of ground.rows.filter((_, index) => index % step === 0).slice(0, MOST_SHRUNK_ROWS)) {
    const found = fc.check(
      fc.property(legalPlay(first, { rules, maxMoves: SHRUNK_MOVES }), ({ events }) => {
        if (events.some((event) => event.type === type)) throw MADE;
      }),
      { seed: ground.seed, numRuns: SHRUNK_PLAYS },
    );
    const play = found.counterexample?.[0];
    if (play === undefined) continue;
    if (found.errorInstance !== MADE) {
      yield `${type}: ${messageOf(found.errorInstance)}`;
      continue;
    }
    const replayed = rules.replay(first, play.events);
    if (!replayed.ok) yield `${type}: the shortest play is refused at ${quote(play.events[replayed.at])}`;
    if (play.events.length > LONGEST_SHRUNK || play.events.at(-1)?.type !== type)
      yield `${type}: the shortest play has ${play.events.length} moves and ends with ${quote(play.events.at(-1))}`;
  }
}

/** The properties about what action types do. */
export function effectProperties(ground: Ground): NamedProperty[] {
  const { subject } = ground;
  const each = (sentence: string, search: (ground: Ground, specimen: Specimen) => Iterable<string>) =>
    property(`${subject} ${sentence}`, () => onEach(ground, (specimen) => search(ground, specimen)));
  return [
    each('keeps every invariant', invariantsKept),
    each('leaves nothing that the calendar cannot settle within a year and more', settles),
    each('ends in the same state in place and through the public transition', twoWays),
    each('leaves the state before and the event as they were', untouched),
    each('leaves a state that shares nothing with the event', apart),
    each('leaves a state that is plain JSON', plainJson),
    each('replays from its log to the same digest, also through JSON', replays),
    property(`${subject} shrinks: a play that makes the move comes down to a short and lawful one`, () =>
      shrinking(ground),
    ),
  ];
}
