/**
 * The fold of the record: the state of a day is its acts, with what the calendar settles, over a start in 2018.
 *
 * A day counts with all that is dated on it: the state of a day is that of its evening. The fold runs in place, by the
 * same rules as everything else, and takes a few milliseconds for all years.
 */
import { checkDayWithin } from '../kit/checks';
import type { Event } from '../actions/index';
import { stepInPlace } from '../engine/apply';
import { violations, type Refusal } from '../engine/legality';
import { nextCalendarEvent } from '../engine/replay';
import { frozen } from '../engine/frozen';
import { copyState, plainState } from '../model/copy-state';
import type { Draft, State } from '../model/state';
import { eventsOf } from './acts';
import { firstState, reconciliationsOn } from './first-state';
import { checkFacts, type BareFacts } from './bare';

/** What the record leads to: the state on a day with the whole log, or the first act that the law refuses. */
export type RecordedDay =
  | {
      /** The law allows every act up to the day. */
      readonly ok: true;
      /** The state on the day. */
      readonly state: State;
      /** All events up to the day, those of the calendar among them. */
      readonly log: readonly Event[];
    }
  | {
      /** The law refuses an act. */
      readonly ok: false;
      /** The first act that is refused. */
      readonly event: Event;
      /** Every rule that it breaks, with the facts of it. */
      readonly refusals: readonly Refusal[];
    };

/** An act of the record that the law refuses: a fault of the facts. */
export class RefusedAct extends Error {
  /** Name of the class, for logs and for where `instanceof` cannot tell. */
  override readonly name = 'RefusedAct';

  constructor(
    /** Number of the act among those of the facts, from 0; -1 for one of the calendar's. */
    readonly at: number,
    /** The act that was refused. */
    readonly event: Event,
    /** Every rule that it breaks, with the facts of it. */
    readonly refusals: readonly Refusal[],
  ) {
    const why = refusals.map(({ code, rule }) => `${code} (${rule})`).join('; ');
    const whose = at < 0 ? 'of the calendar, after the acts before it' : `acts.${at}`;
    super(`the record cannot be: ${whose}, ${event.type} on ${event.on}, is refused: ${why}`);
  }
}

/** A fold of the record under way, from its first day, in place. */
class Fold {
  /** Changed in place: whoever keeps it copies it. */
  readonly state: Draft;
  private readonly events: readonly Event[];
  private next = 0;
  /** Whether anything but the passing of days has happened since somebody looked. */
  private eventful = true;

  constructor(
    facts: BareFacts,
    private readonly log: Event[] | null = null,
  ) {
    this.state = copyState(firstState(facts));
    this.events = eventsOf(facts);
  }

  private enact(event: Event): void {
    if (!stepInPlace(this.state, event))
      throw new RefusedAct(this.events.indexOf(event), event, violations(this.state, event));
    this.log?.push(event);
  }

  /** Lets the calendar act until a day; `evening` sees the state on each evening on which something had happened. */
  private calendarTo(day: string, evening?: (state: State) => void): void {
    for (
      let event = nextCalendarEvent(this.state, day);
      event !== null;
      event = nextCalendarEvent(this.state, day)
    ) {
      if (event.type !== 'calendar.advance') this.eventful = true;
      else if (this.eventful) {
        evening?.(this.state);
        this.eventful = false;
      }
      this.enact(event);
    }
  }

  /** Goes on to the evening of a day, which must not lie before the present one. */
  eveningOf(day: string, evening?: (state: State) => void): State {
    for (
      let event = this.events[this.next];
      event !== undefined && event.on <= day;
      event = this.events[this.next]
    ) {
      this.calendarTo(event.on, evening);
      this.enact(event);
      this.eventful = true;
      this.next += 1;
    }
    this.calendarTo(day, evening);
    if (this.eventful) evening?.(this.state);
    this.eventful = false;
    return this.state;
  }
}

const folded = /* @__PURE__ */ new WeakMap<BareFacts, Map<string, State>>();
/** Days of which the state is kept: an analysis asks for a few of them again and again. */
const MOST_KEPT = 32;

/** The state on the evening of a day by the record, a copy that may be changed. Throws a {@link RefusedAct}. */
export function foldedTo(facts: BareFacts, day: string): State {
  const kept = folded.get(facts) ?? new Map<string, State>();
  folded.set(facts, kept);
  const state = kept.get(day) ?? new Fold(facts).eveningOf(day);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(day, state);
  return reconciled(facts, copyState(state));
}

/** A state for others, with the residuals of its day. */
function reconciled(facts: BareFacts, state: State): State {
  return { ...plainState(state), reconciliations: reconciliationsOn(facts, state.today) };
}

/**
 * Walks through the record to the evening of a day and shows the state on each evening on which something had happened:
 * an act, or what the calendar settled. The state goes on changing: whoever keeps it copies it. Throws a
 * {@link RefusedAct}.
 */
export function eachEvening(facts: BareFacts, until: string, evening: (state: State) => void): void {
  new Fold(facts).eveningOf(until, evening);
}

/**
 * The record of some facts folded to the evening of a day, with the log from the first day on: replaying it on the
 * state of 1 January 2018 gives the state but for the reconciliation of its averages, which is bookkeeping and no act. Answers
 * `ok: false` with the first refused act where the law refuses one; throws an InputError for what is no day from the first one on.
 * @param facts - Facts of whose acts the record is made, such as the packaged ones or what `parseFacts` gave.
 * @param day - Day on whose evening it stands, YYYY-MM-DD, from the first day of the record on; after its last act only the calendar goes
 *   on.
 *
 * @example const day = recordedOn(facts, '2025-04-12');
 * day.ok && day.state.today
 */
export function recordedOn(facts: BareFacts, day: string): RecordedDay {
  checkFacts('facts', facts);
  checkDayWithin('day', day, facts.start.on);
  const log: Event[] = [];
  try {
    const state = new Fold(facts, log).eveningOf(day);
    return { ok: true, state: frozen(reconciled(facts, state)), log };
  } catch (error) {
    if (error instanceof RefusedAct) return { ok: false, event: error.event, refusals: error.refusals };
    throw error;
  }
}
