/** Properties about how an action type is written: its name, words, sources, rules and examples. */
import type { ActionType } from '../../actions/action-type';
import { actionTypeOf } from '../../actions/index';
import { ACTORS } from '../../model/actor';
import type { Ground } from './ground';
import { property, quote, type NamedProperty } from './property';
import { fieldsOf } from '../../actions/event-fields';

/** Codes of rules: family and reason. */
export const CODE = /^[a-z][a-z-]*\/[a-z][a-z-]*$/;
const NAME = /^[a-z][a-z-]*\.[a-z][a-z-]*$/;
const SENTENCE = /^[A-Z].*\.$/;
/** Longest sentence that says what a move is, characters. */
const LONGEST_DOC = 160;

function* names({ rows }: Ground): Iterable<string> {
  const seen = new Set<string>();
  for (const row of rows) {
    if (!NAME.test(row.type)) yield `"${row.type}" is not a family and a verb, like "tariff.cut"`;
    const library = actionTypeOf(row.type);
    if (seen.has(row.type) || (library !== undefined && library !== row))
      yield `the name "${row.type}" is taken`;
    seen.add(row.type);
  }
}

function* actorsOf(rows: readonly ActionType[]): Iterable<string> {
  for (const { type, actors } of rows) {
    if (actors.length === 0) yield `${type} names nobody who may act`;
    if (new Set(actors).size < actors.length) yield `${type} names an actor twice`;
    for (const actor of actors)
      if (!ACTORS.includes(actor))
        yield `${type}: "${String(actor)}" is no actor; known: ${ACTORS.join(', ')}`;
  }
}

function* rulesOfRows(rows: readonly ActionType[], sources: ReadonlySet<string>): Iterable<string> {
  for (const { type, rules, fieldRules } of rows) {
    for (const { code, rule, source } of [...rules, ...fieldRules.map(([, field]) => field)]) {
      if (!CODE.test(code))
        yield `${type}: the code "${code}" is not a family and a reason, like "tariff/unknown"`;
      if (!SENTENCE.test(rule)) yield `${type}, ${code}: "${rule}" is no sentence`;
      if (!sources.has(source))
        yield `${type}, ${code} rests on "${source}", which the register does not have`;
    }
  }
}

function* examples(ground: Ground): Iterable<string> {
  for (const { type, examples: given } of ground.rows) {
    if (given.length === 0) yield `${type} has no example`;
    for (const example of given) {
      if (example.type !== type) yield `${type} has an example of ${example.type}`;
      const parsed = ground.rules().parseEvent(JSON.parse(JSON.stringify(example)));
      if (!parsed.ok) yield `${quote(example)}: ${parsed.issues[0]?.path}: ${parsed.issues[0]?.message}`;
      else if (quote(sorted(parsed.event)) !== quote(sorted(example)))
        yield `${quote(example)} parses as ${quote(parsed.event)}`;
    }
  }
}

const sorted = (value: object) => Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));

function* mistakes(ground: Ground): Iterable<string> {
  const accepts = (input: unknown) => ground.rules().parseEvent(input).ok;
  for (const { type, examples: given, fieldRules } of ground.rows) {
    const mayLack = new Set(['source']);
    for (const [name, { optional }] of fieldRules) if (optional === true) mayLack.add(name);
    for (const example of given) {
      for (const name of Object.keys(example)) {
        const rest = Object.fromEntries(Object.entries(example).filter(([key]) => key !== name));
        if (!mayLack.has(name) && accepts(rest)) yield `${type} without "${name}" is taken`;
        const value: unknown = fieldsOf(example)[name];
        if (accepts({ ...rest, [`${name}x`]: value })) yield `${type} with "${name}x" for "${name}" is taken`;
      }
      if (accepts({ ...example, extra: 1 })) yield `${type} with a field too many is taken`;
      if (accepts({ ...example, actor: 'nobody' })) yield `${type} by nobody is taken`;
      if (accepts({ ...example, on: '2025-02-30' })) yield `${type} on a day that does not exist is taken`;
    }
  }
}

/** The properties about how action types are written. */
export function formProperties(ground: Ground): NamedProperty[] {
  const { rows, subject } = ground;
  const sources = new Set([...Object.keys(ground.facts.sources), 'stylised']);
  return [
    property(`${subject} has a name of its own, family and verb`, () => names(ground)),
    property(`${subject} says in one sentence what it is`, () =>
      rows
        .filter(({ doc }) => !SENTENCE.test(doc) || doc.length >= LONGEST_DOC)
        .map(
          ({ type, doc }) => `${type}: ${quote(doc)} (a sentence has fewer than ${LONGEST_DOC} characters)`,
        ),
    ),
    property(`${subject} names who may act, each actor once`, () => actorsOf(rows)),
    property(`${subject} cites sources of the register or says that it is stylised`, () =>
      rows.flatMap(({ type, cites }) =>
        cites.length === 0
          ? [`${type} cites nothing`]
          : cites.filter((source) => !sources.has(source)).map((source) => `${type} cites "${source}"`),
      ),
    ),
    property(`${subject} has rules with a code, words and a known source`, () => rulesOfRows(rows, sources)),
    property(`${subject} has an example that parses as itself, also after a trip through JSON`, () =>
      examples(ground),
    ),
    property(`${subject} refuses its own examples with a field missing, misspelt or too many`, () =>
      mistakes(ground),
    ),
    property(`${subject} is settled by the calendar alone where it settles a deadline`, () =>
      rows
        .filter(({ settlesDeadline, actors }) => settlesDeadline && actors.join() !== 'calendar')
        .map(({ type, actors }) => `${type} settles a deadline and is made by ${actors.join(', ')}`),
    ),
  ];
}
