/**
 * Illegal events with the rules that they break, near to the law: one change to a legal event, or a move whose time
 * has not come.
 */
import { InputError } from '../../kit/input-error';
import * as fc from 'fast-check';
import type { ActionType } from '../../actions/action-type';
import { contains, isEmpty, memberAt } from '../../actions/domain';
import type { Event } from '../../actions/index';
import type { Refusal } from '../../engine/legality';
import { standardRules, type RuleSet } from '../../engine/rule-set';
import { addDays } from '../../kit/calendar';
import { nearestText } from '../../kit/nearest-text';
import type { Actor } from '../../model/actor';
import type { State } from '../../model/state';
import { ACTORS, ODD_VALUES, perturbedEvent } from './plays';
import { dwindling, printedAs, type Size } from './dwindling';

/** An event that is refused, with every rule that it breaks. */
export interface IllegalEvent {
  /** Typed as an event though it need not be well formed. */
  readonly event: Event;
  /** What `transition` answers, never empty. */
  readonly refusals: readonly Refusal[];
}

/** Which illegal events are wanted. */
export interface IllegalOptions {
  /** Code that must be among the refusals, e.g. `tariff/above-the-ceiling`; any unless told. */
  readonly code?: string;
  /** The rules that hold; the library's unless told. */
  readonly rules?: RuleSet;
}

/** Refusals that any event can meet, whatever its type. */
const COMMON = ['event/unknown-type', 'calendar/not-today', 'actor/may-not', 'calendar/due-first'] as const;
/** Most examples of a wanted code that are kept to draw from, and most events that are looked at to find them. */
const MOST_EXAMPLES = 48;
const MOST_TRIALS = 60_000;
/** Plain values put into a field, the plainest first. */
const PLAIN = [null, '', 0, -1, 1, 1e9] as const;

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (event: Event) => event as unknown as Fields;
// Ill-formed on purpose: the machine has to refuse what the compiler would.
const asEvent = (fields: Fields) => fields as unknown as Event;

const codesOf = ({ rules, fieldRules }: ActionType): string[] => [
  ...rules.map(({ code }) => code),
  ...fieldRules.map(([, { code }]) => code),
];

/** Every code by which a rule set refuses, in the order of its table. */
export function refusalCodes(rules: RuleSet = standardRules): string[] {
  return [...new Set([...COMMON, ...rules.actionTypes.flatMap(codesOf)])];
}

/** An event of a type with the first legal value of every field, or the example's where there is none. */
function plainEvent(row: ActionType, state: State, actor: Actor, subject: string): Fields {
  const fields: Record<string, unknown> = { ...row.examples[0], type: row.type, actor, on: state.today };
  if (row.subject !== null) fields[row.subject] = subject;
  for (const [name, { domain }] of row.fieldRules) {
    const allowed = domain(state, actor, subject);
    if (!contains(allowed, fields[name]) && !isEmpty(allowed)) fields[name] = memberAt(allowed, 0);
  }
  return fields;
}

/** Moves of a type by each party on each subject that it knows or the state has, in and out of time. */
function* movesOf(row: ActionType, state: State): Generator<Fields> {
  for (const actor of row.actors) {
    const measures = [state.tariff, state.control, state.portFee, state.listing];
    const promises = [state.pledges, state.undertakings, state.commitments, state.flows];
    const columns = [...measures, ...promises, state.probes, state.authorities, state.rounds, state.issues];
    const others = columns.flatMap((column) => Object.keys(column));
    const subjects = [
      ...row.subjects(state, actor),
      ...(row.subject === null ? [] : [...others, 'no-such-thing']),
    ];
    for (const subject of new Set(subjects)) yield plainEvent(row, state, actor, subject);
  }
}

/** Events that might break the rule of a code, moves as they are before moves with a field changed. */
function* suspects(rules: RuleSet, state: State, code: string): Generator<Fields> {
  const common = (COMMON as readonly string[]).includes(code);
  const rows = rules.actionTypes.filter((row) => common || codesOf(row).includes(code));
  if (code === 'event/unknown-type') yield { type: 'no-such-type', actor: 'US', on: state.today };
  for (const row of rows) {
    const fields = row.fieldRules.filter(([, rule]) => rule.code === code).map(([name]) => name);
    for (const move of movesOf(row, state)) {
      yield move;
      if (code === 'calendar/not-today') yield { ...move, on: addDays(state.today, 1) };
      if (code === 'actor/may-not') for (const actor of ACTORS) yield { ...move, actor };
      for (const name of fields)
        for (const value of [...PLAIN, ...ODD_VALUES]) yield { ...move, [name]: value };
    }
  }
}

/** Examples of a wanted refusal, evenly out of all that were found; empty where the state has none. */
function examplesOf(rules: RuleSet, state: State, code: string): IllegalEvent[] {
  const found: IllegalEvent[] = [];
  let trials = 0;
  for (const fields of suspects(rules, state, code)) {
    if ((trials += 1) > MOST_TRIALS || found.length >= 8 * MOST_EXAMPLES) break;
    const refusals = rules.violations(state, asEvent(fields));
    if (refusals.some((refusal) => refusal.code === code)) found.push({ event: asEvent(fields), refusals });
  }
  const step = Math.max(1, Math.ceil(found.length / MOST_EXAMPLES));
  return found.sort((a, b) => a.refusals.length - b.refusals.length).filter((_, at) => at % step === 0);
}

/** Fields in which an event differs from the nearest legal one; above all its fields where none is near. */
function changesOf(rules: RuleSet, state: State, event: Event): number {
  const names = Object.keys(event);
  const differing = rules.explain(state, event).nearest.map((near) => {
    const all = new Set([...names, ...Object.keys(near)]);
    return [...all].filter(
      (name) => JSON.stringify(fieldsOf(event)[name]) !== JSON.stringify(fieldsOf(near)[name]),
    ).length;
  });
  return Math.min(names.length + 1, ...differing);
}

/** Events a step nearer to the law or plainer: hybrids with the nearest legal events, and plain values. */
function* nearer(rules: RuleSet, state: State, event: Event): Generator<Fields> {
  const given = fieldsOf(event);
  const legal = rules.explain(state, event).nearest.map(fieldsOf);
  for (const near of legal) {
    yield { ...near, on: addDays(state.today, 1) };
    for (const name of Object.keys(given)) yield { ...near, [name]: given[name] };
    for (const name of Object.keys(near)) yield { ...given, [name]: near[name] };
  }
  for (const name of Object.keys(given)) for (const value of PLAIN) yield { ...given, [name]: value };
}

function printedEvent(event: Event, refusals: readonly Refusal[]): IllegalEvent {
  const codes = refusals.map(({ code }) => code).join(', ');
  return printedAs({ event, refusals }, () => `${JSON.stringify(event)} refused: ${codes}`);
}

function examplesOrThrow(rules: RuleSet, state: State, code: string): IllegalEvent[] {
  const codes = refusalCodes(rules);
  if (!codes.includes(code)) {
    const near = nearestText(code, codes);
    throw new InputError({
      code: 'input/unknown-name',
      path: 'code',
      given: code,
      allowed: 'a code of refusalCodes()',
      didYouMean: near,
      why: 'no such refusal',
    });
  }
  const examples = examplesOf(rules, state, code);
  if (examples.length === 0)
    throw new InputError({
      code: 'input/nothing-found',
      path: 'code',
      given: code,
      allowed: 'a code with which some event is refused in the state',
      why: `no event was found that is refused with ${code} on ${state.today}`,
    });
  return examples;
}

/** The plainest of all illegal events: the first legal move, a day too early. */
function dayTooEarly(rules: RuleSet, state: State): Event[] {
  for (const template of rules.legalActions(state))
    return [{ ...rules.sampleMember(template, () => 0), on: addDays(state.today, 1) }];
  return [];
}

/**
 * Events that `transition` refuses in a state, each with its refusals, most of them one change away from the law.
 * With `code` every one is refused with that code, perhaps with others. Shrinks towards events with one refusal,
 * then with fewest changes to the nearest legal event, then with the shortest text, and stays illegal, with the wanted
 * code, on the way. Prints as the event and the codes.
 *
 * Throws an InputError for a code that no rule has, or of which a bounded search finds no example in the state; and for a
 * state in which nothing is legal where no code is asked for.
 */
export function illegalEvent(state: State, options: IllegalOptions = {}): fc.Arbitrary<IllegalEvent> {
  const { code, rules = standardRules } = options;
  const examples = code === undefined ? [] : examplesOrThrow(rules, state, code);
  const judged = (event: Event): IllegalEvent | null => {
    const refusals = rules.violations(state, event);
    const wanted =
      code === undefined ? refusals.length > 0 : refusals.some((refusal) => refusal.code === code);
    return wanted ? printedEvent(event, refusals) : null;
  };
  const tooEarly = code === undefined ? dayTooEarly(rules, state) : [];
  const anything = () =>
    perturbedEvent(state, rules).map(
      (event) => judged(event) ?? judged({ ...event, on: addDays(state.today, 1) })!,
    );
  const chosen = () =>
    fc.nat(examples.length - 1).map((at) => printedEvent(examples[at]!.event, examples[at]!.refusals));
  const sizes = new WeakMap<IllegalEvent, Size>();
  const measured = ({ event, refusals }: IllegalEvent): Size => [
    refusals.length,
    changesOf(rules, state, event),
    JSON.stringify(event).length,
  ];
  return dwindling<IllegalEvent>({
    source: code === undefined ? anything() : chosen(),
    *smaller({ event }) {
      for (const plain of [...tooEarly, ...examples.slice(0, 3).map((example) => example.event)]) {
        const illegal = judged(plain);
        if (illegal !== null) yield illegal;
      }
      for (const fields of nearer(rules, state, event)) {
        const illegal = judged(asEvent(fields));
        if (illegal !== null) yield illegal;
      }
    },
    size: (illegal) => {
      const size = sizes.get(illegal) ?? measured(illegal);
      sizes.set(illegal, size);
      return size;
    },
  });
}
