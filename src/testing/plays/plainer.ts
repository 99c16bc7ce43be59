/**
 * Plainer events: the same move with smaller numbers, earlier dates and shorter lists, still a member of the law's
 * template.
 */
import type { Event } from '../../actions/index';
import type { Domain } from '../../actions/domain';
import { isMember, type Template } from '../../engine/legal-actions';
import type { RuleSet } from '../../engine/rule-set';
import { addDays, daysBetween, isIsoDate } from '../../kit/calendar';
import type { State } from '../../model/state';
import { numbersBelow } from './dwindling';

/** Hundredths: the grid on which the rates, shares and fees of events are drawn. */
const GRID = 100;

/** How much there is to a value of an event: its size if a number, its days ahead if a date, its parts if a list. */
function weightOfValue(value: unknown, on: string): number {
  if (typeof value === 'number') return Math.abs(value);
  if (typeof value === 'string') return isIsoDate(value) ? Math.abs(daysBetween(on, value)) : 0;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + 1 + weightOfValue(item, on), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, item) => sum + weightOfValue(item, on), 0);
}

/** How much there is to an event: the sum over its fields of numbers, days ahead and parts; its own day counts nothing. */
export function weightOf(event: Event): number {
  const { on, ...fields } = event;
  return weightOfValue(fields, on);
}

/** The template of a state to which an event belongs, or undefined for an illegal event. */
export function templateOf(rules: RuleSet, state: State, event: Event): Template | undefined {
  for (const template of rules.legalActions(state, { type: event.type, actor: event.actor }))
    if (isMember(template, event)) return template;
  return undefined;
}

function* withoutOne(list: readonly unknown[]): Generator<unknown[]> {
  if (list.length === 0) return;
  yield [];
  if (list.length > 2) {
    yield list.slice(0, list.length >> 1);
    yield list.slice(list.length >> 1);
  }
  if (list.length > 1)
    for (let at = 0; at < list.length; at += 1) yield list.filter((_, index) => index !== at);
}

function* plainerValues(domain: Domain, value: unknown): Generator<unknown> {
  if (domain.kind === 'number' && typeof value === 'number') {
    const grid = domain.whole ? 1 : GRID;
    const low = domain.above ? domain.min + 1 / grid : domain.min;
    if (low < value) yield* numbersBelow(value, low, grid);
  } else if (domain.kind === 'date' && value !== null) {
    if (domain.nullable) yield null;
    const { from } = domain;
    for (const days of numbersBelow(daysBetween(from, value as string), 0)) yield addDays(from, days);
  } else if (domain.kind === 'one-of') {
    yield* domain.values.slice(0, domain.values.indexOf(value as string));
  } else if ((domain.kind === 'subset' || domain.kind === 'structure') && Array.isArray(value)) {
    yield* withoutOne(value);
  }
}

/** Legal events that differ from a legal one in one field, plainer there; the plainest of each field first. */
export function* plainerEvents(rules: RuleSet, state: State, event: Event): Generator<Event> {
  const template = templateOf(rules, state, event);
  if (template === undefined) return;
  const fields = event as unknown as Readonly<Record<string, unknown>>;
  for (const [name, domain] of Object.entries(template.fields)) {
    for (const value of plainerValues(domain, fields[name])) {
      const plainer = { ...event, [name]: value };
      if (isMember(template, plainer)) yield plainer;
    }
  }
}
