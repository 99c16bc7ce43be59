/**
 * Properties about when an action type is legal: refusals, explanation, templates and transition must tell the same.
 */
import type { Event, EventBase } from '../../actions/index';
import { contains, describeDomain, isEmpty, memberAt } from '../../actions/domain';
import { anythingDue } from '../../model/deadline';
import type { State } from '../../model/state';
import { changesOf, examplesToday } from '../plays/unlawful';
import { CODE } from './action-type-form';
import { POSITIONS, type Ground, type Specimen } from './ground';
import { property, quote, messageOf, type NamedProperty } from './property';

/** Changed moves that are tried, over all specimens. */
const MOST_VARIANTS = 6000;
/** Of so many changed moves one is explained in full. */
const EXPLAINED_ONE_IN = 12;

/** Where a case happened. */
const at = (state: State, event: unknown) => `on ${state.today} ${quote(event)}`;

/** A move with one thing changed, and the examples of its type whatever the state. */
function variantsOf(ground: Ground, { event, row, state }: Specimen): EventBase[] {
  return [...changesOf(ground.rules(), state, event).flat(), ...examplesToday({ actionTypes: [row] }, state)];
}

/** The moves of the specimens as they are and changed, each with its state, thinned to a bounded number. */
function* tried(ground: Ground): Iterable<readonly [State, EventBase]> {
  const specimens = ground.specimens();
  const all = specimens.reduce((sum, specimen) => sum + variantsOf(ground, specimen).length, 0);
  const step = Math.max(1, Math.ceil(all / MOST_VARIANTS));
  let index = 0;
  for (const specimen of specimens) {
    yield [specimen.state, specimen.event];
    for (const variant of variantsOf(ground, specimen)) {
      index += 1;
      if (index % step === 0) yield [specimen.state, variant];
    }
  }
  // A row that is legal nowhere still has to answer.
  if (specimens.length > 0) return;
  for (const state of ground.some().slice(0, 20))
    for (const row of ground.rows)
      for (const example of row.examples) yield [state, { ...example, on: state.today }];
}

function inSomeTemplate(ground: Ground, state: State, event: EventBase): boolean {
  const rules = ground.rules();
  for (const template of rules.legalActions(state, { type: event.type }))
    if (rules.isMember(template, event)) return true;
  return false;
}

function* agreement(ground: Ground): Iterable<string> {
  const rules = ground.rules();
  let index = 0;
  for (const [state, event] of tried(ground)) {
    const answers = {
      transition: rules.isLegal(state, event),
      refusals: rules.violations(state, event).length === 0,
      templates: inSomeTemplate(ground, state, event),
    };
    index += 1;
    if (index % EXPLAINED_ONE_IN === 0)
      Object.assign(answers, { explain: rules.explain(state, event).legal });
    if (new Set(Object.values(answers)).size > 1) yield `${at(state, event)}: legal by ${quote(answers)}`;
  }
}

function* survival(ground: Ground): Iterable<string> {
  const rules = ground.rules();
  for (const [state, event] of tried(ground)) {
    try {
      rules.isLegal(state, event);
      rules.violations(state, event);
    } catch (error) {
      yield `${at(state, event)}: threw ${messageOf(error)}`;
    }
  }
}

function* refusals(ground: Ground): Iterable<string> {
  for (const [state, event] of tried(ground)) {
    for (const refusal of ground.rules().violations(state, event)) {
      const sound =
        CODE.test(refusal.code) &&
        refusal.rule.length > 10 &&
        JSON.stringify(JSON.parse(JSON.stringify(refusal.facts))) === JSON.stringify(refusal.facts) &&
        !Object.values(refusal.facts).some((fact) => fact === undefined || Number.isNaN(fact));
      if (!sound) yield `${at(state, event)}: refused with ${quote(refusal)}`;
    }
  }
}

function* members(ground: Ground): Iterable<string> {
  const rules = ground.rules();
  for (const state of ground.some()) {
    for (const { type } of ground.rows) {
      for (const template of rules.legalActions(state, { type })) {
        for (const position of POSITIONS) {
          const event = rules.sampleMember(template, () => position);
          if (!rules.isLegal(state, event) || !rules.isMember(template, event))
            yield `${at(state, event)}: refused (${rules.violations(state, event)[0]?.code})`;
        }
      }
    }
  }
}

function* domains(ground: Ground): Iterable<string> {
  for (const { state, template } of ground.specimens()) {
    for (const [name, domain] of Object.entries(template.fields)) {
      const where = `on ${state.today} ${template.type}, field "${name}"`;
      if (isEmpty(domain)) yield `${where}: nothing is allowed`;
      if (describeDomain(domain).trim() === '') yield `${where}: what is allowed has no words`;
      for (const position of POSITIONS)
        if (!contains(domain, memberAt(domain, position)))
          yield `${where}: ${quote(memberAt(domain, position))} is drawn and not allowed`;
    }
  }
}

function* nearest(ground: Ground): Iterable<string> {
  const rules = ground.rules();
  for (const { state, event, row } of ground.specimens()) {
    // On another day the move is refused, and today's is the nearest.
    const late: EventBase = { ...event, on: '2001-01-01' };
    const near = rules.explain(state, late).nearest;
    if (near.length > 3) yield `${at(state, late)}: ${near.length} events are nearest`;
    for (const other of near)
      if (!rules.isLegal(state, other)) yield `${at(state, late)}: the nearest is refused: ${quote(other)}`;
    if (!anythingDue(state) && !near.some((other) => other.type === row.type))
      yield `${at(state, late)}: no ${row.type} is named though one is legal`;
  }
}

function* parsing(ground: Ground): Iterable<string> {
  const rules = ground.rules();
  for (const { state, event } of ground.specimens()) {
    const parsed = rules.parseEvent(JSON.parse(JSON.stringify(event)));
    if (!parsed.ok)
      yield `${at(state, event)} is legal and does not parse: ${parsed.issues[0]?.path}: ${parsed.issues[0]?.message}`;
    else if (canonical(parsed.event) !== canonical(event))
      yield `${at(state, event)} parses as ${quote(parsed.event)}`;
  }
}

const canonical = (event: Event) =>
  JSON.stringify(Object.entries(event).sort(([a], [b]) => (a < b ? -1 : 1)));

/** A state frozen to its depth throws where a rule writes; the text tells the rest. */
function* purity(ground: Ground): Iterable<string> {
  const rules = ground.rules();
  for (const { state, event } of ground.specimens()) {
    const before = JSON.stringify(state);
    const answers = [1, 2, 3].map(() => [
      rules.isLegal(state, event),
      [...rules.legalActions(state, { type: event.type })],
    ]);
    if (new Set(answers.map((answer) => JSON.stringify(answer))).size > 1)
      yield `${at(state, event)}: legality is another when asked again`;
    if (JSON.stringify(state) !== before) yield `${at(state, event)}: asking changed the state`;
  }
}

function* reach(ground: Ground): Iterable<string> {
  const found = new Set(ground.specimens().map(({ row }) => row.type));
  for (const { type } of ground.rows)
    if (!found.has(type)) yield `${type} was legal in none of ${ground.states().length} states`;
}

/** The properties about when action types are legal. */
export function legalityProperties(ground: Ground): NamedProperty[] {
  const { subject } = ground;
  return [
    property(`${subject} can be reached: some lawful play comes to where it is legal`, () => reach(ground)),
    property(`${subject} answers any event of its kind without throwing`, () => survival(ground)),
    property(`${subject} refuses with a code, a rule and facts that survive JSON`, () => refusals(ground)),
    property(
      `${subject} is legal exactly where transition, refusals, explanation and templates all say so`,
      () => agreement(ground),
    ),
    property(`${subject} is legal or not by the state alone, which asking leaves as it was`, () =>
      purity(ground),
    ),
    property(
      `${subject} has templates whose members are legal, at the ends of their ranges and between`,
      () => members(ground),
    ),
    property(`${subject} has no empty domain in a template and can say each in words`, () => domains(ground)),
    property(`${subject} is named among the nearest legal events where it was refused`, () =>
      nearest(ground),
    ),
    property(`${subject} has legal events that parse as themselves after a trip through JSON`, () =>
      parsing(ground),
    ),
  ];
}
