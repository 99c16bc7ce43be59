/**
 * The parameters that a scenario changes: each known by its dotted name or, until version 0.3, by its symbol of version 0.1,
 * and every value within the domain that the facts give it.
 */
import { contains } from '../actions/domain';
import { MOST_ISSUES, type InputIssue } from '../engine/parse';
import { allowedText, domainOf } from '../facts/parameter-domain';
import type { BareFacts } from '../facts/bare';
import { InputError } from '../kit/input-error';
import { nearestText } from '../kit/nearest-text';
import { DELETED_PARAMETERS } from './deleted-parameters';
import type { Scenario } from './schema';
import { entryOf, itemAt } from '../kit/lists';

type Parameter = BareFacts['parameters'][number];
type Changes = Scenario['parameters'];
/** Changes as a file says them: null takes one away that the base has. */
type ChangesGiven = Readonly<Record<string, Changes[string] | null>>;

/** Parameters by all that they may be called, and what a misspelt one is compared with. */
interface Book {
  readonly known: ReadonlyMap<string, Parameter>;
  /** Names, symbols and names without their component, each with the parameter that it stands for. */
  readonly near: ReadonlyMap<string, Parameter>;
}

const books = new WeakMap<BareFacts, Book>();

function bookOf(facts: BareFacts): Book {
  const made = books.get(facts);
  if (made !== undefined) return made;
  const known = new Map<string, Parameter>();
  const near = new Map<string, Parameter>();
  for (const parameter of facts.parameters) near.set(itemAt(parameter.name.split('.'), 1), parameter);
  for (const parameter of facts.parameters) {
    for (const called of [parameter.symbol, parameter.name]) {
      if (called === null) continue;
      known.set(called, parameter);
      near.set(called, parameter);
    }
  }
  const book = { known, near };
  books.set(facts, book);
  return book;
}

function unknownMessage(called: string, facts: BareFacts): string {
  if (Object.hasOwn(DELETED_PARAMETERS, called))
    return `there is no parameter "${called}" any more: ${DELETED_PARAMETERS[called]}`;
  if (facts.referenceFigures.some(({ symbol }) => symbol === called))
    return `"${called}" is a figure beside which the model is held or past meetings are coded; no run reads it, so it cannot be set`;
  const { near } = bookOf(facts);
  const nearest = nearestText(called, [...near.keys()]);
  if (nearest !== null) {
    const { name, symbol } = entryOf(near, nearest);
    return `no such parameter: "${called}"; did you mean "${name}"${nearest === symbol ? ` (${symbol} in version 0.1)` : ''}?`;
  }
  const names = facts.parameters.slice(0, 20).map(({ name }) => name);
  return `no such parameter: "${called}"; known: ${names.join(', ')}, and ${facts.parameters.length - names.length} more`;
}

/** A value of a change that lies outside the domain of its parameter. */
interface Outside {
  readonly path: string;
  readonly given: unknown;
}

function outside(path: string, parameter: Parameter, change: Changes[string] | null): Outside[] {
  if (change === null) return [];
  const domain = domainOf(parameter);
  const values: Outside[] =
    typeof change === 'object'
      ? Object.entries(change).map(([end, given]) => ({ path: `${path}.${end}`, given }))
      : [{ path, given: change }];
  return values.filter(({ given }) => !contains(domain, given));
}

/** The changes of a scenario file by dotted name, and what is wrong with the first of them by the path that the file has. */
export function namedChanges(
  changes: ChangesGiven,
  facts: BareFacts,
): { readonly changes: ChangesGiven; readonly issues: readonly InputIssue[] } {
  const { known } = bookOf(facts);
  const issues: InputIssue[] = [];
  const named = new Map<string, ChangesGiven[string]>();
  for (const [called, change] of Object.entries(changes)) {
    if (issues.length >= MOST_ISSUES) break;
    const path = `parameters.${called}`;
    const parameter = known.get(called);
    if (parameter === undefined) {
      issues.push({ path, message: unknownMessage(called, facts), about: 'key' });
      continue;
    }
    if (named.has(parameter.name))
      issues.push({
        path,
        about: 'key',
        message: `"${parameter.name}" and "${parameter.symbol}" are one parameter, given twice; keep "${parameter.name}"`,
      });
    for (const { path: at, given } of outside(path, parameter, change))
      issues.push({
        path: at,
        message: `${parameter.name} must be ${allowedText(parameter)}; given ${String(given)}`,
      });
    named.set(parameter.name, change);
  }
  return { changes: Object.fromEntries(named), issues };
}

/**
 * Looks at the changes of a scenario that nobody parsed. Throws an InputError for a parameter that does not exist and for a
 * value outside its domain.
 */
export function checkChanges(changes: Changes, facts: BareFacts): void {
  const { known } = bookOf(facts);
  for (const [called, change] of Object.entries(changes)) {
    const path = `scenario.parameters.${called}`;
    const parameter = known.get(called);
    if (parameter === undefined)
      throw new InputError({
        code: 'input/unknown-name',
        path,
        given: called,
        allowed: 'the name of a parameter',
        why: unknownMessage(called, facts),
      });
    for (const { path: at, given } of outside(path, parameter, change))
      throw new InputError({ code: 'input/number', path: at, given, allowed: allowedText(parameter) });
  }
}
