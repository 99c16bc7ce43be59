/**
 * Tokens: a play as one short text that can be sent, pasted and played again.
 *
 * A token is `dt1.`, the play as base64url (RFC 4648, section 5) of a JSON list, a dot and eight digits of a
 * checksum. The list holds the scenario's id, the digest of its first state, the moves with their days counted from
 * that state, the last day, the number of events and the digest of the last state; what the calendar does is played
 * anew. A token of other facts or other rules is told apart from one that was mistyped.
 */
import type { Event } from '../../actions/index';
import { digest } from '../../engine/digest';
import { parseEvent } from '../../engine/parse';
import { replay } from '../../engine/replay';
import { addDays, daysBetween } from '../../kit/calendar';
import { shownWhole } from '../../kit/input-error';
import type { State } from '../../model/state';
import { beginningOf, movesOf, playMoves, type PlayedEvents } from '../plays/play';
import { firstOf, itemAt, lastOf } from '../../kit/lists';

/** Thrown for a text that is no token, or one that does not play here. The message says which and why. */
export class TokenError extends Error {
  /** Name of the class, for logs and for where `instanceof` cannot tell. */
  override readonly name = 'TokenError';

  constructor(
    /** What is wrong with the token; what a terminal would act on is spelt out. */
    said: string,
  ) {
    super(shownWhole(said));
  }
}

const PREFIX = 'dt1';
const CHECKSUM_DIGITS = 8;
const DIGEST_DIGITS = 12;
/** Longest token that is read, in characters: longer than any play that a search finds. */
const LONGEST_TOKEN = 200_000;
/** Longest play that is read, in days: a century, well beyond any horizon. */
const LONGEST_PLAY_DAYS = 36_525;
const FORM = /^dt(\d+)\.([A-Za-z0-9_-]+)\.([0-9a-f]{8})$/;

const checksum = (payload: string) => digest(payload).slice(0, CHECKSUM_DIGITS);
const short = (state: State) => digest(state).slice(0, DIGEST_DIGITS);

function toBase64Url(text: string): string {
  let bytes = '';
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): string {
  const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
}

/** What a token says. */
export interface TokenContent {
  /** Id of the scenario from whose first state it plays. */
  readonly scenario: string;
  readonly startDigest: string;
  readonly endDigest: string;
  /** The moves, or all events where the calendar went otherwise than it does by itself. */
  readonly written: readonly WrittenEvent[];
  readonly whole: boolean;
  /** Last day, in days from the first. */
  readonly days: number;
  /** Number of events. */
  readonly length: number;
}

/** An event as a token writes it: type, actor, days from the first day, and its own fields. */
type WrittenEvent = readonly [type: string, actor: string, days: number, fields: Record<string, unknown>];

function writtenOf(start: State, { type, actor, on, ...fields }: Event): WrittenEvent {
  return [type, actor, daysBetween(start.today, on), fields];
}

function isPlayedByMoves(play: PlayedEvents): boolean {
  const again = playMoves(firstOf(play.states), movesOf(play.events), lastOf(play.states).today);
  if (again === null || again.events.length < play.events.length) return false;
  return digest(again.events.slice(0, play.events.length)) === digest(play.events);
}

/** The token of a play from the first state of the scenario of an id. */
export function tokenOf(scenario: string, play: PlayedEvents): string {
  const start = firstOf(play.states);
  const end = lastOf(play.states);
  const whole = !isPlayedByMoves(play);
  const list = [
    scenario,
    short(start),
    short(end),
    daysBetween(start.today, end.today),
    play.events.length,
    whole ? 1 : 0,
    (whole ? play.events : movesOf(play.events)).map((event) => writtenOf(start, event)),
  ];
  const payload = toBase64Url(JSON.stringify(list));
  return `${PREFIX}.${payload}.${checksum(payload)}`;
}

const isDayCount = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= LONGEST_PLAY_DAYS;

const isWritten = (value: unknown): value is WrittenEvent =>
  Array.isArray(value) &&
  typeof value[0] === 'string' &&
  typeof value[1] === 'string' &&
  isDayCount(value[2]) &&
  typeof value[3] === 'object' &&
  value[3] !== null;

function contentOf(list: unknown): TokenContent | null {
  if (!Array.isArray(list) || list.length !== 7) return null;
  const [scenario, startDigest, endDigest, days, length, whole, written] = list as unknown[];
  if (typeof scenario !== 'string' || typeof startDigest !== 'string' || typeof endDigest !== 'string')
    return null;
  if (!isDayCount(days) || !Number.isInteger(length)) return null;
  if (!Array.isArray(written) || !written.every(isWritten)) return null;
  return { scenario, startDigest, endDigest, days, length: length as number, whole: whole === 1, written };
}

/** Reads a token without playing it. Throws a {@link TokenError} for a text that is none, or one that is damaged. */
export function readToken(token: string): TokenContent {
  const text = token.trim();
  const given = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  const parts = text.length > LONGEST_TOKEN ? null : FORM.exec(text);
  if (parts === null) throw new TokenError(`no token: expected dt1.<letters>.<8 digits>; given "${given}"`);
  if (parts[1] !== '1')
    throw new TokenError(`a token of version ${parts[1]}; this version of detente reads version 1`);
  if (checksum(itemAt(parts, 2)) !== parts[3])
    throw new TokenError('a damaged token: its checksum does not fit; was it copied whole?');
  let content: TokenContent | null;
  try {
    content = contentOf(JSON.parse(fromBase64Url(itemAt(parts, 2))));
  } catch {
    content = null;
  }
  if (content === null) throw new TokenError('a token whose checksum fits but which holds no play');
  return content;
}

function eventOf(start: State, [type, actor, days, fields]: WrittenEvent): Event {
  const parsed = parseEvent({ type, actor, on: addDays(start.today, days), ...fields });
  if (parsed.ok) return parsed.event;
  const [issue] = parsed.issues;
  throw new TokenError(`the token's event ${type} is not one of this version: ${issue?.message ?? ''}`);
}

function played(start: State, content: TokenContent): PlayedEvents {
  const events = content.written.map((one) => eventOf(start, one));
  if (!content.whole) {
    const play = playMoves(start, events, addDays(start.today, content.days));
    if (play !== null && play.events.length >= content.length) return beginningOf(play, content.length);
  }
  const states = [start];
  for (const event of content.whole ? events : []) {
    const next = replay(lastOf(states), [event]);
    if (!next.ok) break;
    states.push(next.state);
  }
  if (content.whole && states.length === events.length + 1) return { events, states };
  throw new TokenError('the token does not play here: the rules of this version refuse one of its events');
}

/**
 * The play of a token from its start state. Throws a {@link TokenError} where the state is another one than that of
 * the token, or the play ends otherwise: then the facts or the rules have changed since.
 */
export function playToken(content: TokenContent, start: State): PlayedEvents {
  if (short(start) !== content.startDigest)
    throw new TokenError(
      `the token starts from another first state of "${content.scenario}": its scenario or facts have changed`,
    );
  const play = played(start, content);
  if (short(lastOf(play.states)) !== content.endDigest)
    throw new TokenError('the token plays to another end here: the rules have changed since it was made');
  return play;
}
