/**
 * Parsing: a value from outside becomes a scenario or a list of issues, each with a path. Bad input is data here;
 * the sentence with file and line is made at the edge.
 */
import type { Event } from '../actions/index';
import { DEEPEST, isExcessive, MOST_VALUES } from '../engine/bounds';
import { stepInPlace } from '../engine/apply';
import { explain } from '../engine/explain';
import { frozen } from '../engine/frozen';
import { tableFor, type OwnRules } from '../engine/own-table';
import { inputIssues, jsonIssues, MOST_ISSUES, parseEventIn, type InputIssue } from '../engine/parse';
import { passInPlace } from '../engine/replay';
import type { FormIssue } from '../kit/form';
import { parseForm } from '../kit/parse-form';
import { deepFrozen } from '../kit/frozen';
import { readJson } from '../kit/json';
import { nearestText } from '../kit/nearest-text';
import { comparisonPaths } from '../model/condition';
import { copyState, plainState } from '../model/copy-state';
import { termFaults } from '../model/outcome-term';
import type { State } from '../model/state';
import { extendScenario, withoutNull } from './extend';
import type { BareFacts } from '../facts/bare';
import { SCENARIO_BOOK, SCENARIO_FILE_FORM, SCENARIO_FORM } from './forms';
import { supposedEvents, todayOf } from './model-specification';
import { namedChanges } from './parameter-changes';
import type { Scenario, ScenarioFile } from './schema';

/** A parsed scenario, or what is wrong with the input. */
export type ParsedScenario =
  | {
      /** It is a sound scenario. */
      readonly ok: true;
      /** The scenario, complete and frozen; a variant with what it extends. */
      readonly scenario: Scenario;
    }
  | {
      /** It is no scenario, or not a sound one. */
      readonly ok: false;
      /** What is wrong with it, at least one. */
      readonly issues: readonly InputIssue[];
    };

/** The scenarios that were parsed, and frozen. */
const parsedOnes = new WeakSet<object>();

/** Whether a value is a scenario that {@link parseScenario} gave: nothing of it can have changed since. */
export function isParsed(value: object): boolean {
  return parsedOnes.has(value);
}

function known(scenario: Scenario): Scenario {
  const frozen = deepFrozen(scenario);
  parsedOnes.add(frozen);
  return frozen;
}

/** Against what a scenario is parsed. */
export interface ScenarioGround {
  readonly facts: BareFacts;
  /** Where a variant finds the scenario that it extends. */
  readonly lookup: (id: string) => Scenario | undefined;
  /** The state on the first day of a scenario. */
  readonly firstState: (scenario: Scenario) => State;
  /** The rules that supposed events obey; the library's unless told. */
  readonly rules?: OwnRules | undefined;
}

const KEYS = () => Object.keys(SCENARIO_FILE_FORM.fields);

/** Ids of the meetings that a scenario supposes to be planned. */
function plannedMeetings({ events }: Scenario): string[] {
  return Object.values(events).flatMap(({ type, id }) =>
    type === 'meeting.plan' && typeof id === 'string' ? [id] : [],
  );
}

/** Whether an event opens a round that is under way: it supposes what is so already, and a run counts it as refused. */
function isOpenAlready({ rounds }: State, event: Event): boolean {
  return event.type === 'talks.open' && rounds[event.id]?.status === 'under-way';
}

/**
 * Supposed events up to today that the rules refuse on their day, with the rule and the nearest lawful event. Until then law
 * and clocks alone act, so that nothing can make them lawful; of later ones only episodes can tell.
 */
function unlawfulEvents(scenario: Scenario, { rules, firstState }: ScenarioGround): InputIssue[] {
  const today = todayOf(scenario);
  const table = tableFor(rules);
  const happened = supposedEvents(scenario, rules).filter(({ event }) => event.on <= today);
  if (happened.length === 0) return [];
  const state = copyState(firstState(scenario));
  const issues: InputIssue[] = [];
  for (const { name, event } of happened) {
    if (issues.length >= MOST_ISSUES) break;
    passInPlace(state, event.on);
    if (stepInPlace(state, event, table) || isOpenAlready(state, event)) continue;
    const { refusals, nearest } = explain(frozen(plainState(copyState(state))), event, table);
    const reasons = refusals.map(({ code, rule }) => `${code}: ${rule}`).join(' ');
    const near = nearest[0];
    const hint =
      near === undefined ? 'no event of this kind is legal then' : `nearest: ${JSON.stringify(near)}`;
    issues.push({ path: `events.${name}`, message: `refused on ${event.on}: ${reasons} ${hint}` });
  }
  return issues;
}

/** Most years from the first day to the last: a run walks through each of their days. */
const MOST_YEARS = 20;

/** The last day that a scenario may have, `MOST_YEARS` after its first. */
const lastHorizon = (asOf: string): string =>
  `${String(Number(asOf.slice(0, 4)) + MOST_YEARS).padStart(4, '0')}${asOf.slice(4)}`;

/** What is wrong with the last day of a scenario, or null. */
function horizonFault({ asOf, horizon }: Pick<Scenario, 'asOf' | 'horizon'>): string | null {
  if (horizon <= asOf) return `the horizon ${horizon} must be later than asOf ${asOf}`;
  const last = lastHorizon(asOf);
  // A year of five digits sorts before one of four.
  if (horizon <= last || last.length > horizon.length) return null;
  return `the horizon ${horizon} is more than ${MOST_YEARS} years after asOf ${asOf}; at most ${last}`;
}

/** What is wrong with the order in which the classes are asked: it names each of them once. */
function precedenceIssues({ precedence }: Scenario, classes: readonly string[]): InputIssue[] {
  if (precedence === undefined) return [];
  const issues: InputIssue[] = [];
  precedence.forEach((id, index) => {
    const path = `precedence.${index}`;
    if (!classes.includes(id)) {
      const near = nearestText(id, classes);
      const hint = near === null ? `known: ${classes.join(', ')}` : `did you mean "${near}"?`;
      issues.push({ path, message: `no such outcome class: "${id}"; ${hint}` });
    } else if (precedence.indexOf(id) !== index)
      issues.push({ path, message: `"${id}" stands in the order twice` });
  });
  const left = classes.filter((id) => !precedence.includes(id));
  if (left.length > 0)
    issues.push({ path: 'precedence', message: `the order leaves out ${left.join(', ')}: name every class` });
  return issues;
}

/** What is wrong with the outcome classes: two of one name, terms asked badly, an order that is not of these. */
function classIssues(scenario: Scenario, issue: readonly string[]): InputIssue[] {
  const classes = scenario.outcomes.map(({ id }) => id);
  const faults = scenario.outcomes.flatMap(({ id, when }, index): InputIssue[] => [
    ...(classes.indexOf(id) === index
      ? []
      : [{ path: `outcomes.${index}.id`, message: `"${id}" names two classes` }]),
    ...comparisonPaths(when, `outcomes.${index}.when`).flatMap(([path, comparison]) =>
      termFaults(comparison, { issue }).map(({ key, message }) => ({ path: `${path}.${key}`, message })),
    ),
  ]);
  return [...faults, ...precedenceIssues(scenario, classes)];
}

/** What is wrong with a whole scenario that needs the facts or several fields at once, but for its events: order of days, known ids. */
export function fitIssues(scenario: Scenario, facts: BareFacts): InputIssue[] {
  const issues: InputIssue[] = [];
  const complain = (path: string, message: string) => issues.push({ path, message });
  const known = (path: string, what: string, id: string, ids: readonly string[]) => {
    if (ids.includes(id) || issues.length >= MOST_ISSUES) return;
    const near = nearestText(id, ids);
    complain(
      path,
      `no such ${what}: "${id}"${near === null ? `; known: ${ids.slice(0, 20).join(', ')}` : `; did you mean "${near}"?`}`,
    );
  };
  const wrongHorizon = horizonFault(scenario);
  if (wrongHorizon !== null) complain('horizon', wrongHorizon);
  const today = todayOf(scenario);
  if (today < scenario.asOf || today >= scenario.horizon)
    complain(
      'today',
      `today is a day from asOf ${scenario.asOf} to before the horizon ${scenario.horizon}; given ${today}`,
    );
  if (scenario.asOf < facts.start.on)
    complain('asOf', `the record begins on ${facts.start.on}; given ${scenario.asOf}`);
  if (scenario.painSince > scenario.asOf)
    complain('painSince', `painSince ${scenario.painSince} must not be later than asOf ${scenario.asOf}`);
  const issueIds = facts.issues.map((issue) => issue.id);
  known('meeting', 'meeting', scenario.meeting, [
    ...facts.meetings.map((meeting) => meeting.id),
    ...plannedMeetings(scenario),
  ]);
  const meeting = facts.meetings.find((candidate) => candidate.id === scenario.meeting);
  // A meeting that is past gives way to the next planned; one that comes too late would leave nothing to ask.
  if (meeting !== undefined && meeting.on > scenario.horizon)
    complain('meeting', `the meeting of ${meeting.on} lies after the horizon ${scenario.horizon}`);
  scenario.agenda.forEach((id, index) => {
    known(`agenda.${index}`, 'issue', id, issueIds);
    if (scenario.agenda.indexOf(id) !== index)
      complain(`agenda.${index}`, `"${id}" stands on the agenda twice`);
  });
  for (const id of Object.keys(scenario.issues)) known(`issues.${id}`, 'issue', id, issueIds);
  scenario.withoutAuthorities.forEach((id, index) =>
    known(
      `withoutAuthorities.${index}`,
      'authority',
      id,
      facts.authorities.map((authority) => authority.id),
    ),
  );
  return [...issues, ...classIssues(scenario, issueIds)];
}

/** What is wrong with the events that a scenario supposes: days outside it, and what is not well formed. */
function eventIssues(scenario: Scenario, rules: ScenarioGround['rules']): InputIssue[] {
  const issues: InputIssue[] = [];
  const complain = (path: string, message: string) => issues.push({ path, message });
  for (const [name, event] of Object.entries(scenario.events)) {
    if (issues.length >= MOST_ISSUES) break;
    if (event.on < scenario.asOf || event.on > scenario.horizon) {
      complain(
        `events.${name}.on`,
        `the day ${event.on} lies outside ${scenario.asOf} to ${scenario.horizon}`,
      );
    }
    const parsed = parseEventIn(tableFor(rules), event);
    if (parsed.ok && parsed.event.type === 'meeting.postpone') {
      const { meeting: putOff, day } = parsed.event;
      if (putOff === scenario.meeting && day > scenario.horizon)
        complain(`events.${name}.day`, `the day ${day} lies after the horizon ${scenario.horizon}`);
    }
    if (!parsed.ok)
      for (const { path, message } of parsed.issues)
        complain(path === '' ? `events.${name}` : `events.${name}.${path}`, message);
  }
  return issues;
}

/**
 * Parses a value as a scenario against the facts: its form, what it names, and whether what it supposes up to its today is
 * lawful then. Never throws for bad input and never guesses: every issue names its path, what was given and what is allowed.
 */
export function parseScenario(input: unknown, ground: ScenarioGround): ParsedScenario {
  const whole = (message: string): ParsedScenario => ({ ok: false, issues: [{ path: '', message }] });
  try {
    if (isExcessive(input))
      return whole(
        `the scenario nests deeper than ${DEEPEST} levels or comes to more than ${MOST_VALUES} values`,
      );
    const read = readJson(input);
    if (!read.ok) return { ok: false, issues: jsonIssues(read.faults) };
    return parseBounded(read.value, ground);
  } catch {
    // A getter or a proxy of the caller threw.
    return whole('expected plain JSON; the given object cannot be read');
  }
}

/** Parts of a file whose entries say nothing of one another's form. */
const APART: ReadonlySet<PropertyKey> = new Set(['events', 'issues', 'parameters']);

/** A file without the parts that are wrong; null where it cannot be told what else would be. */
function withoutFaulty(input: unknown, faults: readonly FormIssue[]): unknown {
  const rest: unknown = structuredClone(input);
  if (typeof rest !== 'object' || rest === null || Array.isArray(rest)) return null;
  for (const fault of faults) {
    const [part, name] = fault.path;
    if (part === undefined && fault.code === 'unrecognized_keys') {
      for (const key of fault.keys) Reflect.deleteProperty(rest, key);
      continue;
    }
    if (part === undefined || part === 'id' || part === 'extends' || part === 'outcomes') return null;
    const entries: unknown = Reflect.get(rest, part);
    const isApart = APART.has(part) && name !== undefined && typeof entries === 'object' && entries !== null;
    if (isApart) Reflect.deleteProperty(entries, name);
    else Reflect.deleteProperty(rest, part);
  }
  return rest;
}

/** What else is wrong with a file some parts of which have no form, so that all is told at once. */
function furtherIssues(input: unknown, faults: readonly FormIssue[], ground: ScenarioGround): InputIssue[] {
  const rest = withoutFaulty(input, faults);
  if (rest === null || !parseForm(SCENARIO_FILE_FORM, rest, SCENARIO_BOOK).ok) return [];
  const found = parseBounded(rest, ground, false);
  return found.ok ? [] : [...found.issues];
}

function parseBounded(input: unknown, ground: ScenarioGround, isWhole = true): ParsedScenario {
  const { facts, lookup } = ground;
  const read = parseForm(SCENARIO_FILE_FORM, input, SCENARIO_BOOK);
  if (!read.ok) {
    const further = furtherIssues(input, read.issues, ground);
    return { ok: false, issues: [...inputIssues(read.issues, input, KEYS()), ...further] };
  }
  // The forms were compiled from the schemas of these two types.
  const given = read.value as ScenarioFile;
  const named =
    given.parameters === undefined || given.parameters === null
      ? null
      : namedChanges(given.parameters, facts);
  const file = named === null ? given : { ...given, parameters: named.changes };
  let whole: unknown = withoutNull(file);
  if (file.extends !== undefined) {
    if (file.extends === file.id) {
      return {
        ok: false,
        issues: [{ path: 'extends', message: 'a scenario cannot extend itself; give it an id of its own' }],
      };
    }
    const base = lookup(file.extends);
    if (base === undefined) {
      return {
        ok: false,
        issues: [{ path: 'extends', message: `no such scenario: "${file.extends}"` }],
      };
    }
    whole = extendScenario(base, file);
  }
  const parsed = parseForm(SCENARIO_FORM, whole, SCENARIO_BOOK);
  if (!parsed.ok) return { ok: false, issues: inputIssues(parsed.issues, whole, KEYS()) };
  const scenario = parsed.value as Scenario;
  const issues = [
    ...fitIssues(scenario, facts),
    ...eventIssues(scenario, ground.rules),
    ...(named?.issues ?? []),
  ];
  // What is lawful hangs on the events that were left out.
  if (issues.length === 0 && isWhole) issues.push(...unlawfulEvents(scenario, ground));
  return issues.length === 0 ? { ok: true, scenario: known(scenario) } : { ok: false, issues };
}
