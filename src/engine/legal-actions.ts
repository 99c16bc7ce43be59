/**
 * The legal actions of a state, as bounded templates: ranges of rates and dates stay ranges.
 *
 * An event is legal exactly when it is a member of one of the templates, since both are read off the same rules.
 */
import {
  actionTable,
  type ActionTable,
  type ActionType,
  type Event,
  type EventBase,
  type EventType,
} from '../actions/index';
import {
  admits,
  contains,
  isEmpty,
  memberAt,
  nearestMember,
  oneOf,
  resolved,
  type Domain,
} from '../actions/domain';
import { checkFunction, checkObject, checkOptions, isObject, readOff, type OptionTable } from '../kit/checks';
import { InputError } from '../kit/input-error';
import type { OpenText } from '../kit/open-text';
import type { Actor } from '../model/actor';
import { anythingDue } from '../model/deadline';
import type { State } from '../model/state';
import { fieldsOf } from '../actions/event-fields';
import { asEvent } from '../actions/as-event';
import { checkState } from './parse-state';

/** A set of legal events of one type by one actor: each field with the values that it may take. */
export interface Template {
  /** Name of the action type of its events. */
  readonly type: EventType;
  /** Who acts in each of them. */
  readonly actor: Actor;
  /** The day of the state, `YYYY-MM-DD`, on which each of them happens. */
  readonly on: string;
  /** The values that each field may take, by the name of the field; the subject has just one. */
  readonly fields: Readonly<Record<string, Domain>>;
}

/** Which templates are asked for. */
export interface TemplateFilter {
  /** Who is to act; everybody where it is undefined. */
  readonly actor?: Actor | undefined;
  /** Name of the action type; all types where it is undefined. */
  readonly type?: EventType | OpenText | undefined;
  /** What is acted on, of the types that act on something. */
  readonly subject?: string | undefined;
}

const FILTER_OPTIONS: OptionTable<TemplateFilter> = { actor: true, type: true, subject: true };

function templateFor(
  state: State,
  action: ActionType,
  actor: Actor,
  subject: string,
  table: ActionTable,
): Template | null {
  for (const rule of action.rules) {
    if (rule.violated(state, actor, subject) !== null) return null;
  }
  const fields: Record<string, Domain> = {};
  if (action.subject !== null) fields[action.subject] = oneOf(subject);
  for (const [name, rule] of action.fieldRules) {
    const domain = rule.domain(state, actor, subject, table);
    if (isEmpty(domain)) return null;
    fields[name] = domain;
  }
  return { type: action.type as Event['type'], actor, on: state.today, fields };
}

/**
 * The templates of all legal events of a state, lazily and in the order of the table; what is due today leaves only the calendar's moves.
 * Throws an InputError for what is no state and for a filter by something else.
 * @param state - State on whose day the events would happen; it is not changed.
 * @param filter - Actor, type and subject of the templates that are wanted, each of which may be left out; all of them where left out.
 * @param table - Action types that there are; the library's where left out. A rule set has its own `legalActions`.
 *
 * @example [...legalActions(start('kuala-lumpur-2025'), { actor: 'US', type: 'tariff.raise' })].length > 0
 */
export function legalActions(
  state: State,
  filter: TemplateFilter = {},
  table: ActionTable = actionTable,
): Generator<Template> {
  checkState('state', state);
  checkOptions(filter, FILTER_OPTIONS, 'filter');
  return templates(state, filter, table);
}

function* templates(state: State, filter: TemplateFilter, table: ActionTable): Generator<Template> {
  const dueFirst = anythingDue(state);
  for (const action of table.types) {
    if (filter.type !== undefined && action.type !== filter.type) continue;
    if (dueFirst && !action.settlesDeadline) continue;
    for (const actor of action.actors) {
      if (filter.actor !== undefined && actor !== filter.actor) continue;
      for (const subject of action.subjects(state, actor)) {
        if (filter.subject !== undefined && subject !== filter.subject) continue;
        const template = templateFor(state, action, actor, subject, table);
        if (template !== null) yield template;
      }
    }
  }
}

const isDomain = (value: unknown) => isObject(value) && typeof value['kind'] === 'string';

/** Refuses what is no template with an InputError. */
function checkTemplate(template: unknown): void {
  if (
    isObject(template) &&
    readOff('template', template, () => {
      const { type, fields } = template;
      return typeof type === 'string' && isObject(fields) && Object.values(fields).every(isDomain);
    })
  )
    return;
  const allowed = 'a template, as legalActions gives it';
  throw new InputError({ code: 'input/template', path: 'template', given: template, allowed });
}

/**
 * Whether an event is a member of a template.
 * @param template - Template of a state, as `legalActions` gives it.
 * @param event - Event of any type; one of another type, actor or day than the template's is no member.
 *
 * @example
 * const state = start('kuala-lumpur-2025');
 * const [template] = legalActions(state, { type: 'tariff.withdraw' });
 * template !== undefined && isMember(template, { type: 'tariff.withdraw', actor: 'US', on: state.today })
 */
export function isMember(template: Template, event: Event | EventBase): boolean {
  checkTemplate(template);
  checkObject('event', event, 'an event');
  return readOff('event', event, () => {
    if (event.type !== template.type || event.actor !== template.actor || event.on !== template.on)
      return false;
    const values = fieldsOf(event);
    for (const name in template.fields) {
      if (!admits(template.fields[name]!, values, name)) return false;
    }
    return true;
  });
}

/**
 * The fields of a template, each with the values that the fields before it leave: of a day that has to be later than another, what
 * is later; of a field that has to be left out or said beside some, just that. For whoever asks for an act field by field.
 * @param template - Template of a state, as `legalActions` gives it.
 * @param known - Fields of the event that are filled already, by name; none where left out.
 *
 * @example
 * const [template] = legalActions(start('kuala-lumpur-2025'), { type: 'tariff.suspend' });
 * template && Object.keys(fieldsOpen(template, { until: '2026-11-10' }))
 */
export function fieldsOpen(
  template: Template,
  known: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, Domain>> {
  checkTemplate(template);
  checkObject('known', known, 'fields of the event by name');
  return readOff('known', known, () =>
    Object.fromEntries(
      Object.entries(template.fields).map(([name, domain]) => [name, resolved(domain, known)]),
    ),
  );
}

function build(template: Template, value: (name: string, domain: Domain) => unknown): Event {
  const { type, actor, on, fields } = template;
  const event: Record<string, unknown> = { type, actor, on };
  for (const name in fields) {
    const given = value(name, resolved(fields[name]!, event));
    if (given !== undefined) event[name] = given;
  }
  // The template was read off the type's own field rules, so the fields are those of the type.
  return asEvent(event);
}

/** A place from a function of the caller's. Throws an InputError for one that lies beyond the ends. */
function placeFrom(position: () => number): number {
  const given: unknown = position();
  if (typeof given === 'number' && given >= 0 && given < 1) return given;
  const allowed = 'a number from 0 up to but without 1';
  throw new InputError({ code: 'input/number', path: 'position', given, allowed });
}

/**
 * A member of a template.
 * @param template - Template of a state, as `legalActions` gives it.
 * @param position - Gives a number from 0 up to but without 1 for each field in turn: where between its least and its greatest value it
 *   lies.
 *
 * @example
 * const [template] = legalActions(start('kuala-lumpur-2025'), { type: 'tariff.withdraw' });
 * template && sampleMember(template, () => 0.5).type
 */
export function sampleMember(template: Template, position: () => number): Event {
  checkTemplate(template);
  checkFunction('position', position, 'gives numbers from 0 up to but without 1');
  return build(template, (_name, domain) => memberAt(domain, placeFrom(position)));
}

/** The member of a template nearest to an event, field by field, and how many fields had to change. */
export function nearestOf(
  template: Template,
  event: EventBase,
): { readonly event: Event; readonly changes: number } {
  const given = fieldsOf(event);
  let changes = 0;
  const nearest = build(template, (name, domain) => {
    if (contains(domain, given[name])) return given[name];
    changes += 1;
    return nearestMember(domain, given[name]);
  });
  return { event: nearest, changes };
}
