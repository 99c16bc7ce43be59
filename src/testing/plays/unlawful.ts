/**
 * Unlawful events: those that break a rule which is named, built from the rule's own domain or condition; those that lie
 * just outside the law at random; and all that differ from an event in one thing.
 */
import type { FieldRule, Rule } from '../../actions/action-type';
import { contains, isEmpty, resolved, type Domain } from '../../actions/domain';
import { actionTypeOf, type ActionType, type Event, type EventBase } from '../../actions/index';
import { tableFor } from '../../engine/own-table';
import { standardRules, type RuleSet } from '../../engine/rule-set';
import { addDays } from '../../kit/calendar';
import { ACTORS, type Actor } from '../../model/actor';
import { UNDETERMINED } from '../../model/authority';
import { anythingDue } from '../../model/deadline';
import type { State } from '../../model/state';
import { checkRules } from './play-form';
import { eventOf, memberNear, pickFrom, pickOf, type Draw } from './sampling';
import { fieldsOf, withField } from '../../actions/event-fields';
import { asEvent } from '../../actions/as-event';
import { existing, firstOf, itemOf } from '../../kit/lists';

/** Codes of the rules that hold for every event, whatever its type. */
export const COMMON_CODES = [
  'event/unknown-type',
  'calendar/not-today',
  'calendar/due-first',
  'actor/may-not',
] as const;

const NO_SUCH = 'no-such-thing';

/** A rule with the code that is looked for, and where it stands. */
interface Site {
  readonly action: ActionType;
  readonly rule: Rule | null;
  readonly field: readonly [name: string, rule: FieldRule] | null;
}

function sitesOf(code: string, { actionTypes }: RuleSet): Site[] {
  return actionTypes.flatMap((action) => [
    ...action.rules.filter((rule) => rule.code === code).map((rule) => ({ action, rule, field: null })),
    ...action.fieldRules
      .filter(([, rule]) => rule.code === code)
      .map((field) => ({ action, rule: null, field })),
  ]);
}

/** Action types that can be refused with a code. */
export const typesRefusedWith = (code: string, rules: RuleSet = standardRules): string[] => [
  ...new Set(sitesOf(code, rules).map(({ action }) => action.type)),
];

/**
 * Every code by which a rule set refuses, those that hold for every event first, then in the order of its table. Throws an InputError
 * for what is no rule set.
 * @param rules - Rules that refuse, such as those of `withActionTypes`; the library's where left out.
 *
 * @example refusalCodes().includes('tariff/above-the-ceiling')
 */
export function refusalCodes(rules: RuleSet = standardRules): string[] {
  checkRules('rules', rules);
  const own = rules.actionTypes.flatMap(({ rules: ofType, fieldRules }) => [
    ...ofType.map(({ code }) => code),
    ...fieldRules.map(([, { code }]) => code),
  ]);
  return [...new Set([...COMMON_CODES, ...own])];
}

/** Values just outside a domain and of another kind; a value that proves a member is left out by the caller. */
function outside(domain: Domain): unknown[] {
  switch (domain.kind) {
    case 'number':
      return [domain.max + 1, domain.min - 1, domain.min, NaN, NO_SUCH];
    case 'date':
      return [
        addDays(domain.from, -1),
        domain.to === null ? NO_SUCH : addDays(domain.to, 1),
        null,
        '2025-02-30',
      ];
    case 'fresh-id':
      return [...domain.taken.flatMap((column) => Object.keys(column).slice(0, 2)), 'Not An Id', ''];
    case 'name':
      return [...domain.but.slice(0, 2), 'Not A Name', ''];
    case 'text':
      return ['x'.repeat(domain.maxLength + 1), null];
    case 'subset':
      return [[NO_SUCH], NO_SUCH];
    case 'structure':
      return [null, [{}], NO_SUCH];
    case 'one-of':
      return [NO_SUCH, null, 0];
    case 'optional':
      return outside(domain.of);
    case 'absent':
      return [NO_SUCH, null, 0];
    case 'given':
      return outside(domain.widest);
  }
}

/** An event of a type on a subject with every other field in its domain, or as in the example where the domain is empty. */
function eventAbout(
  state: State,
  action: ActionType,
  actor: Actor,
  subject: string,
  draw: Draw,
  rules: RuleSet = standardRules,
): Event {
  let event: Record<string, unknown> = { ...action.examples[0], actor, on: state.today };
  if (action.subject !== null) event[action.subject] = subject;
  for (const [name, rule] of action.fieldRules) {
    const domain = resolved(rule.domain(state, actor, subject, tableFor(rules)), event);
    if (isEmpty(domain) || domain.kind === 'structure') continue;
    event = withField(event, name, memberNear(domain, draw));
  }
  // An event of this type but for what the rules will say of it.
  return asEvent(event);
}

function subjectsFor(state: State, action: ActionType, actor: Actor, draw: Draw): string[] {
  if (action.subject === null) return [''];
  const { rounds, issues, undertakings, commitments, pledges } = state;
  const { blockingOrders = {}, reliefs = {}, institutions = {} } = state;
  const columns = [rounds, issues, undertakings, commitments, pledges, blockingOrders, reliefs, institutions];
  const ids = [...action.subjects(state, actor), ...idsIn(state), ...columns.flatMap(Object.keys)];
  const from = Math.floor(draw() * ids.length);
  return [...ids.slice(from), ...ids.slice(0, from), NO_SUCH, UNDETERMINED];
}

/** Whether an earlier rule stops the questions before this one is asked. */
function unasked(action: ActionType, rule: Rule, state: State, actor: Actor, subject: string): boolean {
  const before = action.rules.slice(0, action.rules.indexOf(rule));
  return before.some(({ stops, violated }) => stops === true && violated(state, actor, subject) !== null);
}

function breakRule(state: State, site: Site, draw: Draw, rules: RuleSet): Event | null {
  const { action } = site;
  const rule = existing(site.rule);
  const turned = draw() < 0.5 ? action.actors : [...action.actors].reverse();
  for (const actor of turned) {
    for (const subject of subjectsFor(state, action, actor, draw)) {
      if (rule.violated(state, actor, subject) === null) continue;
      if (!unasked(action, rule, state, actor, subject))
        return eventAbout(state, action, actor, subject, draw, rules);
    }
  }
  return null;
}

function breakField(state: State, { action, field }: Site, draw: Draw, rules: RuleSet): Event | null {
  const [name, rule] = existing(field);
  const template = pickOf([...rules.legalActions(state, { type: action.type })], draw);
  const actor = template?.actor ?? firstOf(action.actors);
  const base =
    template === undefined
      ? eventAbout(state, action, actor, pickFrom(subjectsFor(state, action, actor, draw), draw), draw, rules)
      : eventOf(state, template, draw, rules);
  const fields = fieldsOf(base);
  const subject = action.subject === null ? '' : fields[action.subject];
  const domain = resolved(
    rule.domain(state, actor, typeof subject === 'string' ? subject : '', tableFor(rules)),
    fields,
  );
  const value = pickOf(
    outside(domain).filter((it) => !contains(domain, it)),
    draw,
  );
  return { ...base, [name]: value };
}

function breakCommon(state: State, code: string, draw: Draw, rules: RuleSet): Event | null {
  const template = pickOf([...rules.legalActions(state)], draw);
  if (template === undefined) return null;
  const event = eventOf(state, template, draw, rules);
  const row = rules.actionTypes.find(({ type }) => type === event.type);
  switch (code) {
    case 'calendar/not-today':
      return { ...event, on: addDays(event.on, draw() < 0.5 ? 1 : -1) };
    case 'event/unknown-type':
      return asEvent({ ...event, type: NO_SUCH });
    case 'actor/may-not': {
      const strangers = ACTORS.filter((actor) => row?.actors.includes(actor) !== true);
      return asEvent({ ...event, actor: pickFrom(strangers, draw) });
    }
    case 'calendar/due-first':
      return anythingDue(state)
        ? ({ ...firstOf(firstOf(rules.actionTypes).examples), on: state.today } as Event)
        : null;
    default:
      return null;
  }
}

/** An event that one state refuses with a code, or null where none was found; may break other rules as well. */
export function breaking(
  state: State,
  code: string,
  draw: Draw,
  rules: RuleSet = standardRules,
): Event | null {
  const sites = sitesOf(code, rules);
  if (sites.length === 0) return breakCommon(state, code, draw, rules);
  const site = pickFrom(sites, draw);
  return site.rule === null ? breakField(state, site, draw, rules) : breakRule(state, site, draw, rules);
}

/**
 * A verb on a subject that is not legal now, by whoever comes nearest to it and with all else in order (a sneak path:
 * Binder, "Testing Object-Oriented Systems", 1999): what a status forbids should be refused.
 */
export function sneak(state: State, type: string, about: string, draw: Draw): Event | null {
  const action = actionTypeOf(type);
  if (action === undefined || action.subject === null) return null;
  let actor = firstOf(action.actors);
  let fewest = Infinity;
  for (const candidate of action.actors) {
    const near = nearnessOf(state, action, candidate, about);
    if (near !== null && near.codes.length < fewest) [fewest, actor] = [near.codes.length, candidate];
  }
  return eventAbout(state, action, actor, about, draw);
}

/** A legal event with one field, the actor or the day moved off, mostly just outside the law; null where nothing is legal. */
export function nearlyLegal(state: State, draw: Draw, type?: string): Event | null {
  const template = pickOf([...standardRules.legalActions(state, { type })], draw);
  if (template === undefined) return null;
  const event = eventOf(state, template, draw);
  const name = pickOf(Object.keys(template.fields), draw);
  const u = draw();
  if (u < 0.1 || name === undefined) return { ...event, on: addDays(event.on, draw() < 0.5 ? 1 : -1) };
  if (u < 0.2) return asEvent({ ...event, actor: pickFrom(ACTORS, draw) });
  const ids = actionTypeOf(event.type)?.subject === name ? idsIn(state) : [];
  const value = pickOf([...outside(itemOf(template.fields, name)), ...ids], draw);
  return { ...event, [name]: value };
}

/** How near an action type is to being legal: the subject with the fewest broken rules, and what those are. */
export interface Nearness {
  readonly actor: Actor;
  readonly subject: string;
  /** Codes of the rules that it breaks; empty where a field alone has no value. */
  readonly codes: readonly string[];
  /** Whether all that is missing is a day on which a deadline that is set will come. */
  readonly waits: boolean;
}

function nearnessOf(state: State, action: ActionType, actor: Actor, subject: string): Nearness | null {
  const codes: string[] = [];
  let waits = true;
  for (const { code, violated, stops, settles } of action.rules) {
    const facts = violated(state, actor, subject);
    if (facts === null) continue;
    if (stops === true) return null;
    codes.push(code);
    const set = state.deadlines.some((it) => it.kind === facts.deadline && it.subject === subject);
    waits &&= settles === true && set;
  }
  return { actor, subject, codes, waits: waits && codes.length > 0 };
}

/** How near a type is to being legal in a state, over all actors and subjects or on one alone; null where it has no subject there. */
export function nearnessIn(state: State, type: string, only?: string): Nearness | null {
  const action = actionTypeOf(type);
  if (action === undefined) return null;
  let best: Nearness | null = null;
  const rank = ({ codes, waits }: Nearness) => codes.length - (waits ? 0.5 : 0);
  for (const actor of action.actors) {
    for (const subject of action.subjects(state, actor)) {
      if (only !== undefined && subject !== only) continue;
      const near = nearnessOf(state, action, actor, subject);
      if (near !== null && (best === null || rank(near) < rank(best))) best = near;
    }
  }
  return best;
}

/** Values that a field of any kind should refuse or survive. */
const ODD_VALUES: readonly unknown[] = [
  null,
  '',
  NO_SUCH,
  '__proto__',
  'constructor',
  'toString',
  0,
  -1,
  0.5,
  1,
  16,
  1e9,
  NaN,
  Infinity,
  true,
  '1999-01-01',
  '2025-02-30',
  '2025-11-31',
  '2026-10-30',
  '2026-10-30T00:00',
  '9999-12-31',
  [],
  [NO_SUCH],
  [null],
  {},
  { US: 1 },
  undefined,
];
/** How far the day of an event is moved, in days. */
const DAY_SHIFTS: readonly number[] = [1, -1, 7, -30, 365];

/** Ids that something of the state has: legal for one move, illegal for another. */
function idsIn(state: State): string[] {
  const { tariff, control, portFee, listing, probes, authorities, flows, meetings, truce } = state;
  const columns = [tariff, control, portFee, listing, probes, authorities, flows, meetings];
  return [...columns.flatMap((column) => Object.keys(column)), truce.id];
}

/**
 * All events that differ from an event in one thing, by kinds of change: another actor, another day, another subject or a
 * list of one, a field missing, a field with an odd value, another type, an unknown type. Typed as events though they need
 * not be well formed: the machine must refuse what the compiler would.
 */
export function changesOf(rules: RuleSet, state: State, event: EventBase): readonly (readonly EventBase[])[] {
  const subject = rules.actionTypes.find(({ type }) => type === event.type)?.subject ?? null;
  const names = Object.keys(event).filter((name) => !['type', 'actor', 'on'].includes(name));
  const put = (name: string, values: readonly unknown[]): EventBase[] =>
    values.map((value) => ({ ...event, [name]: value }));
  const without = (name: string) =>
    asEvent(Object.fromEntries(Object.entries(event).filter(([key]) => key !== name)));
  const ids = subject === null ? [] : idsIn(state);
  return [
    put('actor', ACTORS),
    put(
      'on',
      DAY_SHIFTS.map((days) => addDays(event.on, days)),
    ),
    subject === null ? [] : put(subject, ids),
    subject === null
      ? []
      : put(
          subject,
          ids.map((id) => [id]),
        ),
    names.map(without),
    names.flatMap((name) => put(name, ODD_VALUES)),
    put(
      'type',
      rules.actionTypes.map(({ type }) => type),
    ),
    put('type', ODD_VALUES),
  ];
}

/** Examples of the table, dated today: legal but for what is due, or about things that the state does not have. */
export function examplesToday({ actionTypes }: Pick<RuleSet, 'actionTypes'>, state: State): EventBase[] {
  return actionTypes.flatMap(({ examples }) => examples.map((example) => ({ ...example, on: state.today })));
}
