/**
 * Plays under way: events made to happen one after the other, with the calendar in between.
 *
 * A play is given by its moves and its last day, since the calendar does the rest by itself: it goes from deadline to
 * deadline and settles what falls due. That is how plays are drawn, searched, made smaller, told and written down.
 */
import type { Event, EventBase } from '../../actions/index';
import { nextCalendarEvent } from '../../engine/replay';
import { standardRules, type RuleSet } from '../../engine/rule-set';
import type { State } from '../../model/state';
import { anyMove, nextEvent } from './moves';
import { checkEvent } from './play-form';
import type { Draw } from './sampling';
import { itemAt, lastOf } from '../../kit/lists';

/** A lawful play: what happened and every state on the way. */
export interface PlayedEvents<E extends EventBase = Event> {
  /** The events in order; each was legal when its turn came. */
  readonly events: readonly E[];
  /** One state more than events: the start, then the state after each event. All are frozen. */
  readonly states: readonly State[];
}

/** How a play is made. */
export interface PlayRange {
  /** Most moves; 25 unless told. */
  readonly maxMoves?: number | undefined;
  /** Fewest moves; 0 unless told. */
  readonly minMoves?: number | undefined;
  /** The rules that hold; the library's unless told. */
  readonly rules?: RuleSet | undefined;
  /**
   * Last day: acts are made on days ahead, the calendar carries the play from one to the next and to the last day, and what
   * it does is not counted. Without a day, letting time pass and settling what is due are moves as well.
   */
  readonly until?: string | undefined;
  /** With `until`: days, from today on, among which the next act's is drawn; those on which something may change unless told. */
  readonly days?: ((state: State, until: string) => readonly string[]) | undefined;
  /** With `until`: which acts may be made; all that are legal unless told. */
  readonly admits?: ((before: State, event: Event, after: State) => boolean) | undefined;
}

/**
 * Whether an event is a move: an act of a party, of both, of a court, a market or others. The calendar moves nobody. Throws an
 * InputError for what is no event.
 * @param event - Event of any action type; only who acts is looked at.
 *
 * @example isMove({ type: 'calendar.advance', actor: 'calendar', on: '2025-10-25', to: '2025-10-26' })
 */
export function isMove(event: Event): boolean {
  checkEvent('event', event);
  return isAct(event);
}

/** As {@link isMove}, of what is an event for sure: it is asked at every step of a search. */
export function isAct(event: Event): boolean {
  return event.actor !== 'calendar';
}

/** The moves of some events, without what the calendar does. */
export function movesOf(events: readonly Event[]): Event[] {
  return events.filter(isAct);
}

/** The beginning of a play, up to some number of events. */
export function beginningOf({ events, states }: PlayedEvents, length: number): PlayedEvents {
  return { events: events.slice(0, length), states: states.slice(0, length + 1) };
}

/** A play under way. */
export class Draft {
  private readonly events: Event[];
  private readonly states: State[];

  /** Goes on from where a play has come to. */
  constructor(
    from: PlayedEvents,
    private readonly rules: RuleSet = standardRules,
  ) {
    this.events = [...from.events];
    this.states = [...from.states];
  }

  /** The state that the play has come to. */
  get state(): State {
    return lastOf(this.states);
  }

  /** What has been played so far. */
  get play(): PlayedEvents {
    return { events: this.events, states: this.states };
  }

  /** Makes an event happen; false where the law refuses it, which changes nothing. */
  happen(event: Event): boolean {
    const next = this.rules.transition(this.state, event);
    if (!next.ok) return false;
    this.events.push(event);
    this.states.push(next.state);
    return true;
  }

  /** Makes an event happen that is lawful by its making. */
  mustHappen(event: Event): void {
    if (!this.happen(event)) throw new Error(`what should be lawful was refused: ${JSON.stringify(event)}`);
  }

  /** Takes the last event back. */
  takeBack(): void {
    this.events.pop();
    this.states.pop();
  }

  /** Carries the calendar to a day, and settles what falls due on the way and on it. */
  passTo(day: string): void {
    for (;;) {
      const event = nextCalendarEvent(this.state, day);
      if (event === null) return;
      this.mustHappen(event);
    }
  }
}

/** A play that has not begun. */
export function notBegun(start: State): PlayedEvents {
  return { events: [], states: [start] };
}

/**
 * The play of some moves from a state to a day, with what falls due in between; null where the law refuses one of
 * them. Moves stand in the order in which they happen.
 */
export function playMoves(start: State, moves: readonly Event[], until: string): PlayedEvents | null {
  const draft = new Draft(notBegun(start));
  for (const move of moves) {
    if (move.on > until) return null;
    draft.passTo(move.on);
    if (!draft.happen(move)) return null;
  }
  draft.passTo(until);
  return draft.play;
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

/** Share of acts that come on the day of the one before, and the most of the days ahead that pass before others. */
const AT_ONCE = 0.6;
const LONGEST_WAIT = 12;
/** Acts that are tried, where the one that was drawn is not admitted, before none is made. */
const MOST_TRIES = 8;

function wait(draft: Draft, until: string, draw: Draw, { days: daysOf = nextDays }: PlayRange): void {
  const ahead = draw() < AT_ONCE ? 0 : Math.floor(draw() * (LONGEST_WAIT + 1));
  const days = daysOf(draft.state, until);
  draft.passTo(itemAt(days, Math.min(ahead, days.length - 1)));
}

/** Makes an act that is legal and admitted; false where none was found. */
function makeAct(draft: Draft, draw: Draw, { rules, admits }: PlayRange): boolean {
  const before = draft.state;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const event = anyMove(before, draw, rules);
    if (event === null) return false;
    if (!isAct(event)) continue;
    draft.mustHappen(event);
    if (admits === undefined || admits(before, event, draft.state)) return true;
    draft.takeBack();
  }
  return false;
}

/** A lawful play from where another has come to: the same draws give the same play. */
export function playOn(from: PlayedEvents, draw: Draw, options: PlayRange = {}): PlayedEvents {
  const { minMoves = 0, maxMoves = Math.max(25, minMoves), rules, until } = options;
  const draft = new Draft(from, rules);
  const moves = minMoves + Math.floor(draw() * (maxMoves - minMoves + 1));
  for (let move = 0; move < moves; move += 1) {
    if (until !== undefined) {
      wait(draft, until, draw, options);
      if (!makeAct(draft, draw, options)) break;
      continue;
    }
    const event = nextEvent(draft.state, draw, rules);
    if (event === null) break;
    draft.mustHappen(event);
  }
  if (until !== undefined) draft.passTo(until);
  return draft.play;
}
