/**
 * Guards: action types as the machine asks them, once and again for every event of every episode. All of them have one
 * layout, whatever their authors left out, so that the engine learns it once.
 */
import type { Actor } from '../model/actor';
import type { CoerciveKind } from '../model/coercion';
import type { State } from '../model/state';
import type {
  ActionType,
  ActionTypesByName,
  EventBase,
  FieldRule,
  Rule,
  ResolveSignal,
  Touched,
} from './action-type';
import { admits, type Domain } from './domain';
import { fieldsOf } from './event-fields';

/** A field's rule, ready to be asked. */
class FieldGuard {
  private readonly name: string;
  private readonly surely: NonNullable<FieldRule['surely']> | null;
  private readonly constant: Domain | null;
  private readonly domain: FieldRule['domain'];
  private readonly table: ActionTypesByName;

  constructor(name: string, { surely, constant, domain }: FieldRule, table: ActionTypesByName) {
    this.name = name;
    this.surely = surely ?? null;
    this.constant = constant ?? null;
    this.domain = domain;
    this.table = table;
  }

  /** Whether an event's value for the field is allowed now. */
  admits(state: State, event: EventBase, subject: string): boolean {
    const fields = fieldsOf(event);
    if (this.surely !== null && this.surely(state, fields[this.name])) return true;
    const { constant, domain, table } = this;
    return admits(constant ?? domain(state, event.actor, subject, table), fields, this.name);
  }
}

/** An action type, ready to be asked. */
export class Guard {
  /** Whether the move settles a deadline that has come, and so goes before everything else of its day. */
  readonly settlesDeadline: boolean;
  /** What the move tells about the resolve of its author; null where it is no part of a threat's life. */
  readonly signal: ResolveSignal | null;
  /** What its effect can change of the sums that are read off a state. */
  readonly touches: readonly Touched[];
  /** What of it can coerce; nothing where no party acts: what the calendar does was ordered before, and courts coerce nobody. */
  readonly presses: readonly CoerciveKind[];
  /** Writes a legal event into a draft of the next state. */
  readonly effect: ActionType['effect'];
  /** Whether the move can keep a promise: what only the calendar does, twice a day, is nobody's act. */
  readonly mayKeepPromises: boolean;
  private readonly actors: readonly Actor[];
  /** The actor where only one may make the move. */
  private readonly onlyActor: Actor | null;
  private readonly subject: string | null;
  private readonly violated: readonly Rule['violated'][];
  private readonly fields: readonly FieldGuard[];

  /**
   * Takes over the rules of an action type, ready to be asked.
   * @param action - Row of the table, as `defineAction` makes one.
   * @param table - Action types of which its events may speak, such as the acts that a pledge promises.
   */
  constructor(action: ActionType, table: ActionTypesByName) {
    this.settlesDeadline = action.settlesDeadline;
    this.signal = action.signal;
    this.touches = action.touches;
    this.presses = action.actors.some((actor) => actor === 'US' || actor === 'CN' || actor === 'both')
      ? action.touches.filter((what) => what !== 'promises')
      : [];
    this.effect = action.effect;
    this.mayKeepPromises = action.actors.some((actor) => actor !== 'calendar');
    this.actors = action.actors;
    this.onlyActor = action.actors.length === 1 ? action.actors[0]! : null;
    this.subject = action.subject;
    this.violated = action.rules.map(({ violated }) => violated);
    this.fields = action.fieldRules.map(([name, rule]) => new FieldGuard(name, rule, table));
  }

  /**
   * Whether its actor may make the move.
   * @param actor - Who would make it: a party, both, a court, the calendar or another of the action type's actors.
   */
  mayBeMadeBy(actor: Actor): boolean {
    return this.onlyActor === null ? this.actors.includes(actor) : this.onlyActor === actor;
  }

  /**
   * Whether an event breaks no rule of its type now.
   * @param state - State on whose day the event would happen; it is not changed.
   * @param event - Event of this action type, well formed; its day is looked at elsewhere.
   */
  admits(state: State, event: EventBase): boolean {
    const named = this.subject === null ? '' : fieldsOf(event)[this.subject];
    const subject = typeof named === 'string' ? named : '';
    if (this.violated.length > 0 && this.violates(state, event, subject)) return false;
    const { fields } = this;
    for (let at = 0; at < fields.length; at += 1) {
      if (!fields[at]!.admits(state, event, subject)) return false;
    }
    return true;
  }

  private violates(state: State, { actor }: EventBase, subject: string): boolean {
    const { violated } = this;
    for (let at = 0; at < violated.length; at += 1) {
      if (violated[at]!(state, actor, subject) !== null) return true;
    }
    return false;
  }
}
