/**
 * Rule sets: the same machine over a longer table, for those who add action types of their own.
 *
 * The library's functions read the library's table. A rule set is those functions over that table with a user's rows
 * behind it; nothing is registered anywhere, so two rule sets never hear of each other.
 */
import {
  actionTypes,
  tableOf,
  type ActionTable,
  type ActionType,
  type Event,
  type EventBase,
  type EventIn,
} from '../actions/index';
import { checkList, checkObject, readOff } from '../kit/checks';
import { InputError } from '../kit/input-error';
import type { Draft, State } from '../model/state';
import { stepInPlace } from './apply';
import { explain, type Explanation } from './explain';
import { isAdmitted, refusalsOf } from './admission';
import type { Refusal } from './legality';
import type { OwnRules } from './own-table';
import { isMember, legalActions, sampleMember, type Template, type TemplateFilter } from './legal-actions';
import { parseEventIn, type InputIssue } from './parse';
import { replayIn } from './replay';
import { transitionIn, type Transition } from './transition';

/** A template of a rule set: as {@link Template}, of any of its action types. */
export type TemplateOf<E extends EventBase> = Omit<Template, 'type'> & {
  /** Name of the action type of its events. */
  readonly type: E['type'];
};

/** The machine over one table: every function as the library's function of that name. */
export interface RuleSet<E extends EventBase = Event> extends OwnRules<E> {
  /** The action types in the order of the table: the library's, then the user's. */
  readonly actionTypes: readonly ActionType[];
  /** A value as an event, or what is wrong with its form. */
  readonly parseEvent: (input: unknown) =>
    | {
        /** It has the form of an event. */
        readonly ok: true;
        /** The event, as a copy. */
        readonly event: E;
      }
    | {
        /** It has not the form of an event. */
        readonly ok: false;
        /** What is wrong with it, at least one. */
        readonly issues: readonly InputIssue[];
      };
  /** The state after an event, or why it is refused. */
  readonly transition: (state: State, event: E) => Transition;
  /** Every rule that an event breaks, and the nearest legal events. */
  readonly explain: (
    state: State,
    event: EventBase,
  ) => Omit<Explanation, 'nearest'> & {
    /** Up to three legal events, nearest first. */
    readonly nearest: readonly E[];
  };
  /** All that may be done today, as templates. */
  readonly legalActions: (state: State, filter?: TemplateFilter) => Generator<TemplateOf<E>>;
  /** An event of a template, chosen by a function that gives positions from 0 to below 1. */
  readonly sampleMember: (template: TemplateOf<E>, position: () => number) => E;
  /** Whether an event is one of those of a template. */
  readonly isMember: (template: TemplateOf<E>, event: EventBase) => boolean;
  /** Whether an event may happen now. */
  readonly isLegal: (state: State, event: EventBase) => boolean;
  /** Every rule that an event breaks; empty exactly where it is legal. */
  readonly violations: (state: State, event: EventBase) => readonly Refusal[];
  /** The state to which events lead, or the first of them that is refused. */
  readonly replay: (
    start: State,
    events: Iterable<E>,
  ) =>
    | {
        /** All events were legal. */
        readonly ok: true;
        /** The state after the last of them. */
        readonly state: State;
      }
    | {
        /** An event was refused, and those after it were not tried. */
        readonly ok: false;
        /** The state before the refused event. */
        readonly state: State;
        /** Place of the refused event among those given, from 0. */
        readonly at: number;
        /** The refused event. */
        readonly event: E;
        /** Every rule that it breaks, at least one. */
        readonly refusals: readonly Refusal[];
      };
  /** Applies an event to a mutable state in place, as an ensemble does; returns whether it was legal. */
  readonly stepInPlace: (state: Draft, event: EventBase) => boolean;
}

/** The machine over a table. */
function rulesOver(table: ActionTable): RuleSet {
  return {
    actionTypes: table.types,
    parseEvent: (input) => parseEventIn(table, input),
    transition: (state, event) => transitionIn(table, state, event),
    explain: (state, event) => explain(state, event, table),
    legalActions: (state, filter = {}) => legalActions(state, filter, table),
    sampleMember,
    isMember,
    isLegal: (state, event) => isAdmitted(state, event, table),
    violations: (state, event) => refusalsOf(state, event, table),
    replay: (start, events) => replayIn(table, start, events),
    stepInPlace: (state, event) => stepInPlace(state, event, table),
  };
}

/** The library's own rules as a rule set. */
export const standardRules: RuleSet = /* @__PURE__ */ rulesOver(tableOf(actionTypes));

/** The rules over any table, also one that lacks some of the library's rows. Throws an InputError for a name given twice. */
export function rulesOf(types: readonly ActionType[]): RuleSet {
  return rulesOver(tableOf(types));
}

const ACTION_TYPE = 'an action type, as defineAction returns it';

/**
 * The rules with action types of one's own: the library's table, then these rows. Events of the new types are legal, explained, offered,
 * replayed and parsed like any other; the library's own functions go on without them, and analyses and plays take them as the option
 * `rules`.
 * @param rows - Action types as `defineAction` returns them; a name that the table or another row has already throws an InputError.
 *
 * @example withActionTypes([]).actionTypes.length > 100
 */
export function withActionTypes<const Rows extends readonly ActionType[]>(
  rows: Rows,
): RuleSet<Event | EventIn<Rows[number]>> {
  for (const [at, row] of checkList('rows', rows, 'action types').entries()) {
    const path = `rows.${at}`;
    const given = checkObject(path, row, ACTION_TYPE);
    if (readOff(path, row, () => typeof given['parse'] !== 'function'))
      throw new InputError({ code: 'own/action', path, given: row, allowed: ACTION_TYPE });
  }
  // At run time an event is a record of its fields; the union of a longer table exists for the compiler only.
  return rulesOf([...actionTypes, ...rows]) as unknown as RuleSet<Event | EventIn<Rows[number]>>;
}
