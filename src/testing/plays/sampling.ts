/**
 * Sampling of legal events with an eye on the ends of their ranges.
 *
 * Mistakes sit at boundaries (White and Cohen, "A Domain Strategy for Computer Program Testing", IEEE TSE 1980): the
 * first and the last day of a range, its least and greatest number, tomorrow, an open end. A draw gives a number in
 * [0, 1); the same draws give the same event.
 */
import { contains, memberAt, resolved, type Domain } from '../../actions/domain';
import type { Event } from '../../actions/index';
import { isMember, sampleMember, type Template } from '../../engine/legal-actions';
import { standardRules, type RuleSet } from '../../engine/rule-set';
import { addDays } from '../../kit/calendar';
import { PARTY_IDS } from '../../model/actor';
import type { Pledge, Term } from '../../model/agreement';
import { heldToday } from '../../model/meeting';
import type { State } from '../../model/state';
import { fieldsOf, withField } from '../../actions/event-fields';
import { itemAt, itemOf } from '../../kit/lists';

/** Gives the next number in [0, 1). */
export type Draw = () => number;

/** One of some items, or undefined of none. */
export function pickOf<T>(items: readonly T[], draw: Draw): T | undefined {
  return items.length === 0 ? undefined : items[Math.floor(draw() * items.length)];
}

/** One of some items, of which there is at least one. */
export const pickFrom = <T>(items: readonly T[], draw: Draw): T =>
  itemAt(items, Math.floor(draw() * items.length));

/** The largest position below 1 that a draw of 53 bits can give. */
const LAST = 1 - Number.EPSILON / 2;

function dateIn(domain: Domain & { kind: 'date' }, draw: Draw, dates: readonly string[]): unknown {
  const u = draw();
  const near =
    dates.length > 0 && draw() < 0.2 ? addDays(pickFrom(dates, draw), Math.floor(draw() * 3) - 1) : null;
  if (near !== null && contains(domain, near)) return near;
  if (domain.nullable && u < 0.25) return null;
  if (u < 0.55) return domain.from;
  if (u < 0.7 && domain.to !== null) return domain.to;
  if (u < 0.9) return addDays(domain.from, 1 + Math.floor(draw() * 13));
  return memberAt(domain, draw());
}

/**
 * A member of a domain, at an end of its range about every other time; of days now and then one on or beside a day that
 * matters. The domain must not be empty.
 */
export function memberNear(domain: Domain, draw: Draw, dates: readonly string[] = []): unknown {
  if (domain.kind === 'date') {
    const date = dateIn(domain, draw, dates);
    return contains(domain, date) ? date : memberAt(domain, 0.5);
  }
  if (domain.kind !== 'number') return memberAt(domain, draw());
  const u = draw();
  return memberAt(domain, u < 0.25 ? 0 : u < 0.5 ? LAST : draw());
}

/** Acts that parties could do today, as what they promise; most fall due within days. */
function promises(
  rules: RuleSet,
  state: State,
  draw: Draw,
): Pick<Pledge, 'id' | 'issue' | 'act' | 'dueOn'>[] {
  const issue = Object.keys(state.issues)[0];
  const templates = PARTY_IDS.flatMap((actor) => [...rules.legalActions(state, { actor })]);
  const types = [...new Set(templates.map(({ type }) => type))];
  if (issue === undefined || types.length === 0) return [];
  const meeting = heldToday(state)?.id ?? 'meeting';
  return Array.from({ length: 1 + Math.floor(draw() * 3) }, (_, index) => {
    const type = pickFrom(types, draw);
    const template = pickFrom(
      templates.filter((it) => it.type === type),
      draw,
    );
    const { on, ...act } = memberOfTemplate(state, template, draw);
    const dueOn = draw() < 0.5 ? on : addDays(on, Math.floor(draw() * 30));
    return { id: `${meeting}/promise-${index + 1}`, issue, act: act as Pledge['act'], dueOn };
  });
}

function termsOn(state: State, draw: Draw): Term[] {
  return (heldToday(state)?.agenda ?? [])
    .filter((id) => Object.hasOwn(state.issues, id) && draw() < 0.3)
    .map((id) => {
      const { giver, indivisible } = itemOf(state.issues, id);
      const degree = indivisible ? 1 : 1 - draw() / 2;
      return { issue: id, giver, degree, tariffReliefPp: 0, controlRelief: 0 };
    });
}

/** The mean concession over the agenda, were every issue of it worth the same. */
function meanOf(state: State, terms: readonly Term[]): number {
  const sum = terms.reduce((total, { degree }) => total + degree, 0);
  return sum === 0 ? 0 : sum / (heldToday(state)?.agenda.length ?? terms.length);
}

/** Days that matter to a move: those on which something is due, and those of the probe that it is about. */
function datesFor({ deadlines, probes }: State, id: unknown): string[] {
  const decision = typeof id === 'string' ? probes[id]?.decisionDueOn : null;
  return [...deadlines.map(({ on }) => on), ...(typeof decision === 'string' ? [decision, decision] : [])];
}

function memberOfTemplate(state: State, template: Template, draw: Draw): Event {
  let event = sampleMember(template, () => 0);
  const dates = datesFor(state, fieldsOf(event).id);
  for (const name in template.fields) {
    // In the order of the fields: a day may have to be later than another.
    const domain = resolved(itemOf(template.fields, name), fieldsOf(event));
    event = withField(event, name, memberNear(domain, draw, dates));
  }
  return event;
}

/** A member of a template of a state; an agreement gets terms and pledges, which a template describes in words only. */
export function eventOf(state: State, template: Template, draw: Draw, rules: RuleSet = standardRules): Event {
  const event = memberOfTemplate(state, template, draw);
  if (event.type !== 'agreement.reach') return event;
  const pledges = promises(rules, state, draw);
  const terms = termsOn(state, draw);
  const full: Event = { ...event, pledges, terms, weightedMean: meanOf(state, terms) };
  return isMember(template, full) ? full : event;
}
