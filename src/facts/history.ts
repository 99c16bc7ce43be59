/**
 * The record as events: what happened between the two sides, each act in the library's own vocabulary.
 *
 * An entry is an event with its source and how certain it is. The files of measures tell what held from which day;
 * this tells by whose act. Folding the entries over the first day, with the calendar settling what falls due, gives
 * every later day, and a test holds the two tellings of the same history to each other.
 */
import * as z from 'zod';
import type { Event } from '../actions/index';
import { nextCalendarEvent } from '../engine/replay';
import { parseEvent } from '../engine/parse';
import type { Refusal } from '../engine/legality';
import { frozen, transition } from '../engine/transition';
import type { State } from '../model/state';
import type { Facts } from './schema';
import { stateOn } from './initial-state';

/** The first day of the record. */
export const FIRST_DAY = '2018-01-01';

/** How certain an act is: a legal text or official act, second hand, inferred, or recalled without a document. */
export const certaintySchema = /* @__PURE__ */ (() => z.enum(['high', 'medium', 'low', 'unverified']))();

/** One act of the record. `source` is a key of the register of sources; where it is null, `note` says why. */
export const historyEntrySchema = /* @__PURE__ */ (() =>
  z.strictObject({
    event: z.looseObject({ on: z.string(), actor: z.string(), type: z.string() }),
    source: z.string().nullable(),
    certainty: certaintySchema,
    assumption: z.literal(true).exactOptional(),
    note: z.string().min(1).exactOptional(),
  }))();

/** A year of the record. */
export const historySchema = /* @__PURE__ */ (() => z.array(historyEntrySchema))();

/** An entry as it is written. */
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** The events of entries, parsed. Throws for an entry that is no event: a fault of the record, found by its test. */
export function eventsOf(entries: readonly HistoryEntry[]): Event[] {
  return entries.map(({ event }) => {
    const parsed = parseEvent(event);
    if (parsed.ok) return parsed.event;
    const what = parsed.issues.map(({ path, message }) => `${path} ${message}`).join('; ');
    throw new Error(`${event.on} ${event.type} is not well formed: ${what}`);
  });
}

/** What the record leads to: the state on a day with the whole log, or the first act that the law refuses. */
export type RecordedDay =
  | { readonly ok: true; readonly state: State; readonly log: readonly Event[] }
  | { readonly ok: false; readonly event: Event; readonly refusals: readonly Refusal[] };

/** The morning of the first day, from which the record is folded: no meeting is looked at. */
export function firstMorning(facts: Facts): State {
  return frozen(stateOn(facts, { asOf: FIRST_DAY, meeting: null, agenda: [], withoutAuthorities: [] }));
}

/** A walk through the record by days: the state on the evening of each day asked for. */
export class HistoryWalk {
  private state: State;
  private next = 0;
  readonly log: Event[] = [];

  /** Starts on the first morning; `events` stand in the order of their days. */
  constructor(
    facts: Facts,
    private readonly events: readonly Event[],
  ) {
    this.state = firstMorning(facts);
  }

  private enact(event: Event): readonly Refusal[] | null {
    const result = transition(this.state, event);
    if (!result.ok) return result.refusals;
    this.state = result.state;
    this.log.push(event);
    return null;
  }

  private calendarTo(day: string): void {
    for (
      let event = nextCalendarEvent(this.state, day);
      event !== null;
      event = nextCalendarEvent(this.state, day)
    ) {
      if (this.enact(event) !== null) throw new Error(`the calendar refused itself on ${this.state.today}`);
    }
  }

  /**
   * The state on the evening of a day: everything dated up to it has happened. Days must not go back; a day before
   * the present one throws a RangeError.
   */
  eveningOf(day: string): RecordedDay {
    if (day < this.state.today)
      throw new RangeError(`the walk has come to ${this.state.today}; given ${day}`);
    for (
      let event = this.events[this.next];
      event !== undefined && event.on <= day;
      event = this.events[this.next]
    ) {
      this.calendarTo(event.on);
      const refusals = this.enact(event);
      if (refusals !== null) return { ok: false, event, refusals };
      this.next += 1;
    }
    this.calendarTo(day);
    return { ok: true, state: this.state, log: this.log };
  }
}

/** The record folded to the evening of a day, from the first day on. Pure. */
export function recordedOn(facts: Facts, entries: readonly HistoryEntry[], day: string): RecordedDay {
  return new HistoryWalk(facts, eventsOf(entries)).eveningOf(day);
}
