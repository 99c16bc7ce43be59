/**
 * Rule sets with action types of one's own, as the entry `detente/own` makes them: what a row's functions throw, answer and
 * write is looked at, and told by the names of the type and of its part.
 *
 * A row is wrapped once, when the rule set is made. The library's own rows stand in it as they are.
 */
import type { ActionType, FieldRule, RefusalFacts, Rule } from '../actions/action-type';
import type { Event, EventBase, EventIn } from '../actions/index';
import { checkDomain } from '../actions/own-domain';
import { askOwn } from '../kit/ask-own';
import { checkList, checkNumber, checkObject, checkText, checkYesNo, isObject, readOff } from '../kit/checks';
import { InputError } from '../kit/input-error';
import { checkedEffect } from './own-effect';
import { withActionTypes as withRows, type RuleSet } from './rule-set';

const LONGEST_TEXT = { least: 0, most: 2_000 };
const FACTS = 'the facts of a violation by name, each a text, a number, true, false, null or a list of texts';
const ACTION_TYPE = 'an action type, as defineAction returns it';

const textsOf = (path: string, value: unknown): readonly string[] =>
  checkList(path, value, 'texts').map((item, at) => checkText(`${path}.${at}`, item, LONGEST_TEXT));

function isFact(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string');
  return typeof value === 'number' && Number.isFinite(value);
}

function factsOf(path: string, value: unknown): RefusalFacts | null {
  if (value === null) return null;
  if (readOff(path, value, () => isObject(value) && Object.values(value).every(isFact)))
    return value as RefusalFacts;
  throw new InputError({ code: 'own/answer', path, given: value, allowed: `${FACTS}; or null` });
}

function checkedRule(path: string, rule: Rule): Rule {
  const at = `${path}.violated`;
  const { violated } = rule;
  const asked: Rule['violated'] = (...given) =>
    factsOf(
      at,
      askOwn(at, (): unknown => violated(...given)),
    );
  return Object.assign({ ...rule }, { violated: asked });
}

function checkedSurely(path: string, { surely }: FieldRule): FieldRule['surely'] {
  if (surely === undefined) return undefined;
  return (...asked) =>
    checkYesNo(
      path,
      askOwn(path, (): unknown => surely(...asked)),
    );
}

function checkedField(path: string, rule: FieldRule): FieldRule {
  const { domain } = rule;
  const at = `${path}.domain`;
  const surely = checkedSurely(`${path}.surely`, rule);
  const asked: FieldRule['domain'] = (...given) =>
    checkDomain(
      at,
      askOwn(at, (): unknown => domain(...given)),
    );
  return Object.assign({ ...rule }, { domain: asked }, surely === undefined ? null : { surely });
}

/** A row whose functions are asked under their names, and held to what they may answer. */
function checkedRow(row: ActionType): ActionType {
  const { type, subjects, sentence, channel } = row;
  const at = (part: string) => `${type}.${part}`;
  const asked = {
    subjects: (...given: Parameters<typeof subjects>) =>
      textsOf(
        at('subjects'),
        askOwn(at('subjects'), (): unknown => subjects(...given)),
      ),
    rules: row.rules.map((rule, place) => checkedRule(at(`rules.${place}`), rule)),
    fieldRules: row.fieldRules.map(
      ([field, rule]) => [field, checkedField(at(`domains.${field}`), rule)] as const,
    ),
    sentence:
      sentence === undefined
        ? undefined
        : (...given: Parameters<typeof sentence>) =>
            checkText(
              at('sentence'),
              askOwn(at('sentence'), (): unknown => sentence(...given)),
              LONGEST_TEXT,
            ),
    channel:
      channel === undefined
        ? undefined
        : (...given: Parameters<typeof channel>) =>
            checkNumber(
              at('channel'),
              askOwn(at('channel'), (): unknown => channel(...given)),
              -1,
              1,
            ),
    effect: checkedEffect(row),
  };
  return Object.assign({ ...row }, asked);
}

const isFunction = (value: unknown) => typeof value === 'function';
const isList = (value: unknown) => Array.isArray(value);
const isText = (value: unknown) => typeof value === 'string';

/** What of a row has to be there for it to be wrapped; what `defineAction` made has it all. */
const ROW_PARTS: readonly (readonly [
  is: (value: unknown) => boolean,
  parts: readonly (keyof ActionType)[],
])[] = [
  [isText, ['type', 'doc']],
  [isList, ['actors', 'cites', 'rules', 'fieldRules', 'touches', 'examples']],
  [isFunction, ['subjects', 'effect', 'parse', 'formIssues', 'schema']],
];

/** A row of the caller's, wrapped; throws an InputError for what is none. */
function rowOf(path: string, value: unknown): ActionType {
  const given = checkObject(path, value, ACTION_TYPE);
  return readOff(path, value, () => {
    if (ROW_PARTS.every(([is, parts]) => parts.every((part) => is(given[part]))))
      return checkedRow(value as ActionType);
    throw new InputError({ code: 'own/action', path, given: value, allowed: ACTION_TYPE });
  });
}

/**
 * The rules with action types of one's own: the library's table, then these rows. Events of the new types are legal, explained, offered,
 * replayed and parsed like any other; the library's own functions go on without them, and analyses and plays take them as the option
 * `rules`. What a function of a row throws or answers wrongly, and what no state can hold that its effect wrote, is an InputError that
 * names the type and its part.
 * @param rows - Action types as `defineAction` returns them; a name that the table or another row has already throws an InputError.
 *
 * @example withActionTypes([]).actionTypes.length > 100
 */
export function withActionTypes<const Rows extends readonly ActionType[]>(
  rows: Rows,
): RuleSet<Event | EventIn<Rows[number]>> {
  const own = checkList('rows', rows, 'action types').map((row, at) => rowOf(`rows.${at}`, row));
  // The wrapped rows are of the types of those that were given; the union of a longer table exists for the compiler only.
  return withRows<readonly ActionType[]>(own) as RuleSet<EventBase> as unknown as RuleSet<
    Event | EventIn<Rows[number]>
  >;
}
