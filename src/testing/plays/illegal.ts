/**
 * Illegal events with the rules that they break, near to the law: one change to a legal event, or a move whose time
 * has not come.
 */
import type * as fc from 'fast-check';
import type { Event } from '../../actions/index';
import type { Refusal } from '../../engine/legality';
import { standardRules, type RuleSet } from '../../engine/rule-set';
import { addDays } from '../../kit/calendar';
import { createDraws, streamOf } from '../../kit/keyed-draws';
import { checkOptions, checkText, type OptionTable } from '../../kit/checks';
import { InputError } from '../../kit/input-error';
import { nearestText } from '../../kit/nearest-text';
import type { State } from '../../model/state';
import { drawn, dwindling, printedAs, type Size } from './dwindling';
import { legalGroups, memberOfAny } from './events';
import { checkRules, RULES_OPTION } from './play-form';
import { pickFrom, pickOf, type Draw } from './sampling';
import { breaking, changesOf, examplesToday, refusalCodes } from './unlawful';
import { asEvent } from '../../actions/as-event';
import { fieldsOf, type EventFields } from '../../actions/event-fields';

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
  readonly code?: string | undefined;
  /** The rules that hold; the library's unless told. */
  readonly rules?: RuleSet | undefined;
}

const ILLEGAL_OPTIONS: OptionTable<IllegalOptions> = {
  code: (name, given) => {
    checkText(name, given, { least: 1, most: 400 });
  },
  rules: RULES_OPTION,
};

/** Most examples of a wanted code that are kept to draw from, and most draws in a row that bring no new one. */
const MOST_EXAMPLES = 48;
const MOST_IDLE = 40;
/** Plain values put into a field, the plainest first. */
const PLAIN = [null, '', 0, -1, 1, 1e9] as const;

/** Examples of a wanted refusal, those with the fewest refusals first; empty where none was found. */
function examplesOf(rules: RuleSet, state: State, code: string): IllegalEvent[] {
  const found = new Map<string, IllegalEvent>();
  const stream = streamOf(createDraws(code), 0, 'examples');
  for (let idle = 0; idle < MOST_IDLE && found.size < MOST_EXAMPLES; idle += 1) {
    const event = breaking(state, code, () => stream.uniform(), rules);
    if (event === null || found.has(JSON.stringify(event))) continue;
    const refusals = rules.violations(state, event);
    if (!refusals.some((refusal) => refusal.code === code)) continue;
    found.set(JSON.stringify(event), { event, refusals });
    idle = -1;
  }
  return [...found.values()].sort((a, b) => a.refusals.length - b.refusals.length);
}

/**
 * An event near to the law: a legal event with one thing changed, an example of the table whatever the state, or, about once
 * in ten, the legal event as it is.
 */
function changedEvent(rules: RuleSet, state: State, draw: Draw): Event {
  const event = memberOfAny(state, legalGroups(rules, state), draw, rules);
  const changes = [[event], ...changesOf(rules, state, event), examplesToday(rules, state)];
  return (pickOf(pickOf(changes, draw) ?? [], draw) ?? event) as Event;
}

/** Fields in which an event differs from the nearest legal one; above all its fields where none is near. */
function changesTo(rules: RuleSet, state: State, event: Event): number {
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
function* nearer(rules: RuleSet, state: State, event: Event): Generator<EventFields> {
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

/** Events that are wanted for their refusals, shrinking to fewer of them, then towards the law, then to shorter texts. */
function nearTheLaw(
  rules: RuleSet,
  state: State,
  made: (draw: Draw) => Event,
  plain: readonly Event[],
  isWanted: (refusals: readonly Refusal[]) => boolean,
): fc.Arbitrary<IllegalEvent> {
  const judged = (event: Event) => printedEvent(event, rules.violations(state, event));
  const sizes = new WeakMap<IllegalEvent, Size>();
  const measured = ({ event, refusals }: IllegalEvent): Size => [
    refusals.length,
    changesTo(rules, state, event),
    JSON.stringify(event).length,
  ];
  return dwindling<IllegalEvent>({
    source: drawn((draw) => judged(made(draw))),
    *smaller({ event }) {
      const candidates = [...plain, ...[...nearer(rules, state, event)].map(asEvent)];
      for (const other of candidates) {
        const value = judged(other);
        if (isWanted(value.refusals)) yield value;
      }
    },
    size: (value) => {
      const size = sizes.get(value) ?? measured(value);
      sizes.set(value, size);
      return size;
    },
  });
}

/**
 * Events that `transition` refuses in a state, each with its refusals, most of them one change away from the law.
 * With `code` every one is refused with that code, perhaps with others. Shrinks towards events with one refusal,
 * then with fewest changes to the nearest legal event, then with the shortest text, and stays illegal, with the wanted
 * code, on the way. Prints as the event and the codes.
 *
 * Throws an InputError for a code that no rule has, or of which a bounded search finds no example in the state; and for a
 * state in which nothing is legal where no code is asked for, and for what are no such options.
 * @param state - State on whose day the events are refused; it is not changed.
 * @param options - The code that is wanted, any where left out, and the rules that hold, the library's unless told.
 *
 * @example
 * const state = start('kuala-lumpur-2025');
 * fc.sample(illegalEvent(state), 3).every(({ event }) => !transition(state, event).ok)
 */
export function illegalEvent(state: State, options: IllegalOptions = {}): fc.Arbitrary<IllegalEvent> {
  checkOptions(options, ILLEGAL_OPTIONS);
  const { code, rules = standardRules } = options;
  if (code !== undefined) {
    const examples = examplesOrThrow(rules, state, code).map(({ event }) => event);
    const made = (draw: Draw) => pickFrom(examples, draw);
    return nearTheLaw(rules, state, made, examples.slice(0, 3), (refusals) =>
      refusals.some((refusal) => refusal.code === code),
    );
  }
  legalGroups(rules, state);
  const made = (draw: Draw) => {
    const event = changedEvent(rules, state, draw);
    return rules.isLegal(state, event) ? { ...event, on: addDays(state.today, 1) } : event;
  };
  return nearTheLaw(rules, state, made, dayTooEarly(rules, state), (refusals) => refusals.length > 0);
}

/**
 * Events near to the law, legal or not: a legal event of the state with one thing changed (another actor, day, subject or
 * type, a field missing or with a value that is out of range or of the wrong kind), an example of the table whatever the
 * state, or no change. About one in ten is legal. Shrinks as `illegalEvent`, in the end to a legal event; typed
 * as an event though it need not be one.
 *
 * Throws an InputError for a state in which nothing is legal, and for what is no rule set.
 * @param state - State on whose day something is legal; it is not changed.
 * @param rules - Rules that hold, such as those of `withActionTypes`; the library's where left out.
 *
 * @example fc.sample(perturbedEvent(start('kuala-lumpur-2025')), 3).length
 */
export function perturbedEvent(state: State, rules: RuleSet = standardRules): fc.Arbitrary<Event> {
  checkRules('rules', rules);
  legalGroups(rules, state);
  const plain = [...rules.legalActions(state)]
    .slice(0, 1)
    .map((template) => rules.sampleMember(template, () => 0));
  return nearTheLaw(
    rules,
    state,
    (draw) => changedEvent(rules, state, draw),
    plain,
    () => true,
  ).map(({ event }) => event);
}
