/**
 * Legality: whether an event may happen now, and if not, every rule that it breaks.
 *
 * Three rules hold for every event: it is dated today, its actor may make the move, and what is due today goes
 * first. All others stand with their action type. A refusal is data: a stable code, the rule in words, its source
 * and the facts on which it rests.
 */
import { actionTable, type ActionTable, type ActionType, type EventBase } from '../actions/index';
import type { RefusalFacts } from '../actions/action-type';
import { admits, describeDomain, resolved, type Domain, type Scalar } from '../actions/domain';
import type { Guard } from '../actions/guard';
import { nearestText } from '../kit/nearest-text';
import { actsOn, anythingDue } from '../model/deadline';
import type { State } from '../model/state';
import { fieldsOf } from '../actions/event-fields';

/** Why an event is not legal now. */
export interface Refusal {
  /** Stable code, `family/reason`. */
  readonly code: string;
  /** The rule in words. */
  readonly rule: string;
  /** Id of the rule's source in the register, or `stylised`. */
  readonly source: string;
  /** What the refusal rests on. */
  readonly facts: RefusalFacts;
}

/** The subject of an event, or '' where its type has none or it is no text. */
export function subjectOf(action: ActionType, event: EventBase): string {
  if (action.subject === null) return '';
  const subject = fieldsOf(event)[action.subject];
  return typeof subject === 'string' ? subject : '';
}

function refuseUnknownType(event: EventBase, { types }: ActionTable): Refusal {
  const names = types.map(({ type }) => type);
  const near = typeof event.type === 'string' ? nearestText(event.type, names) : null;
  return {
    code: 'event/unknown-type',
    rule: 'An event is of one of the action types.',
    source: 'stylised',
    facts: { given: asFact(event.type), ...(near === null ? {} : { didYouMean: near }) },
  };
}

/** Violations of the rules that hold for every event. */
function commonViolations(state: State, action: ActionType, event: EventBase): Refusal[] {
  const found: Refusal[] = [];
  const refuse = (code: string, rule: string, facts: RefusalFacts) =>
    found.push({ code, rule, source: 'stylised', facts });
  if (event.on !== state.today) {
    refuse('calendar/not-today', 'An event happens on the day of the state.', {
      on: event.on,
      today: state.today,
    });
  }
  if (!action.actors.includes(event.actor)) {
    refuse('actor/may-not', 'A move is made only by those who can make it.', {
      actor: event.actor,
      allowed: [...action.actors],
    });
  }
  if (!action.settlesDeadline && anythingDue(state)) {
    refuse('calendar/due-first', 'What is due today happens before anything else.', {
      due: state.deadlines
        .filter((deadline) => actsOn(deadline, state.today))
        .map((deadline) => deadline.subject),
    });
  }
  return found;
}

/** Longest text that a fact quotes from an event, in characters. */
const LONGEST_FACT = 120;

function asFact(value: unknown): Scalar {
  if (typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'string') return value.slice(0, LONGEST_FACT);
  if (typeof value !== 'object') return String(value);
  try {
    return JSON.stringify(value).slice(0, LONGEST_FACT);
  } catch {
    return 'an object that is not JSON';
  }
}

/** What was given where something else is allowed; of a structure also what of it is wrong. */
function outsideFacts(field: string, allowed: Domain, value: unknown): RefusalFacts {
  const told = asFact(value);
  const words = describeDomain(allowed);
  const fault = allowed.kind === 'structure' ? (allowed.fault?.(value) ?? null) : null;
  return fault === null
    ? { field, given: told, allowed: words }
    : { field, given: told, allowed: words, fault };
}

/** Every rule that an event breaks now; empty exactly when `isLegal` holds. Pure; reads the state only. */
export function violations(state: State, event: EventBase, table: ActionTable = actionTable): Refusal[] {
  const action = table.byType.get(event.type);
  if (action === undefined) return [refuseUnknownType(event, table)];
  const found = commonViolations(state, action, event);
  const subject = subjectOf(action, event);
  for (const { code, rule, source, violated, stops } of action.rules) {
    const facts = violated(state, event.actor, subject);
    if (facts === null) continue;
    found.push({ code, rule, source, facts });
    if (stops === true) return found;
  }
  const fields = fieldsOf(event);
  for (const [name, { code, rule, source, domain }] of action.fieldRules) {
    const allowed = domain(state, event.actor, subject, table);
    if (!admits(allowed, fields, name))
      found.push({ code, rule, source, facts: outsideFacts(name, resolved(allowed, fields), fields[name]) });
  }
  return found;
}

/** Whether an event may happen now. The same rules as {@link violations}, stopping at the first and keeping no facts. */
export function isLegal(state: State, event: EventBase, table: ActionTable = actionTable): boolean {
  const guard = table.guards.get(event.type);
  return guard !== undefined && mayHappen(state, event, guard);
}

/** As {@link isLegal}, for a caller that has looked the action type up. */
export function mayHappen(state: State, event: EventBase, guard: Guard): boolean {
  if (event.on !== state.today || !guard.mayBeMadeBy(event.actor)) return false;
  if (!guard.settlesDeadline && anythingDue(state)) return false;
  return guard.admits(state, event);
}
