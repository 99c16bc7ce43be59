/**
 * What is one's own in an analysis beside the scenario: decision procedures of the parties that no scenario file can name.
 * It travels with the model specification, and a scenario stays plain JSON without it.
 */
import { tableFor, type OwnRules } from '../engine/own-table';
import { issueError } from '../engine/issue-error';
import { inputIssues } from '../engine/parse';
import { checkKnown, readOff, type OptionTable } from '../kit/checks';
import { parseForm } from '../kit/parse-form';
import { InputError } from '../kit/input-error';
import { firstOf } from '../kit/lists';
import { nearestText } from '../kit/nearest-text';
import { PARTY_IDS, type PartyId } from '../model/actor';
import { OWN_TERM } from '../model/outcome-term';
import type { State } from '../model/state';
import type { TrajectoryFacts } from '../model/trajectory';
import { policies as shipped, policyOf } from '../policies/index';
import { POLICY_IDS, type PolicyId } from '../policies/policy-ids';
import type { Policy } from '../policies/policy';
import { isFromModule, notImported, type FromModule } from './own-module';
import { SCENARIO_BOOK, SCENARIO_FORM } from './forms';
import type { Condition, OutcomeClass, Scenario } from './schema';

/**
 * By which policies the parties act in place of those that the scenario names: one's own, the module that exports one, or the id
 * of a shipped one.
 */
export type OwnPolicies = Readonly<Partial<Record<PartyId, Policy | PolicyId | FromModule>>>;

/** What is one's own in an analysis, beside the scenario. */
export interface Own {
  /**
   * Rules with action types of one's own, as `withActionTypes` returns them. Events of these types may happen: supposed, acted
   * in a play, or proposed by a policy of one's own. The shipped policies never propose one.
   */
  readonly rules?: OwnRules | FromModule | undefined;
  /**
   * Policies in place of those that the scenario names, for one party or both. A policy of one's own has an id of its own,
   * and is a function of its observation alone: it keeps nothing from one call to the next but in `memory`, and draws
   * only by `draw` and `posture`.
   */
  readonly policies?: OwnPolicies | undefined;
  /**
   * Outcome classes in place of the scenario's, at least two, exclusive and exhaustive: a run in none or in several is counted as
   * unclassified. Only a class that says `coded` is pooled with the base rate.
   */
  readonly outcomes?: readonly OwnOutcome[] | undefined;
}

/** The names of what may be one's own. */
export const OWN_OPTIONS: OptionTable<Own> = { rules: true, policies: true, outcomes: true };

/**
 * Whether a final state, with how it came about, belongs to a class. A function of both alone, which changes neither.
 * @param final - State at the horizon.
 * @param trajectory - How it came about since the first day: averages, coercion, and how long the text held.
 */
export type OutcomePredicate = (final: State, trajectory: TrajectoryFacts) => boolean;

/** An outcome class by a condition, as a scenario has it, or by a predicate of one's own or the module that exports one. */
export interface OwnOutcome extends Omit<OutcomeClass, 'when'> {
  /** The ends that belong to the class: a condition, a predicate over an end, or one from a module. */
  readonly when: Condition | OutcomePredicate | FromModule;
}

/** What is one's own as a model specification carries it. */
export interface OwnModel {
  /** Predicates by the term that stands for each in the outcome classes. */
  readonly terms?: Readonly<Record<string, OutcomePredicate>>;
  readonly rules?: OwnRules | undefined;
  /** Policies by which the ids of the specification are looked up first. */
  readonly policies: readonly Policy[];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const AT_THE_TABLE: readonly unknown[] = ['bargains', 'withholds', 'yields'];

/** What a policy has to have, by field: of the rest nothing depends. */
const FIELDS: Readonly<Record<string, readonly [allowed: string, is: (value: unknown) => boolean]>> = {
  id: ['a text that is not empty', (value) => typeof value === 'string' && value !== ''],
  decide: ['a function of an observation', (value) => typeof value === 'function'],
  atTheTable: ['one of bargains, withholds, yields', (value) => AT_THE_TABLE.includes(value)],
};

/** A text in place of a policy: the id of a shipped one, or refused with what is meant. */
function shippedOf(path: string, id: string): Policy {
  const known = POLICY_IDS.find((candidate) => candidate === id);
  if (known !== undefined) return policyOf(known);
  throw new InputError({
    code: 'own/policy',
    path,
    given: id,
    allowed: `a policy, or the id of a shipped one: ${POLICY_IDS.join(', ')}`,
    didYouMean: nearestText(id, POLICY_IDS),
  });
}

const policyGiven = (path: string, given: unknown): Policy =>
  readOff(path, given, () => policyRead(path, given));

function policyRead(path: string, given: unknown): Policy {
  if (typeof given === 'string') return shippedOf(path, given);
  if (isFromModule(given)) throw notImported(path, given);
  if (!isRecord(given))
    throw new InputError({
      code: 'own/policy',
      path,
      given,
      allowed: 'a policy, as an object with id, decide and atTheTable, or the id of a shipped one',
    });
  for (const [field, [allowed, is]] of Object.entries(FIELDS)) {
    const value = given[field];
    if (!is(value))
      throw new InputError({ code: 'own/policy', path: `${path}.${field}`, given: value, allowed });
  }
  return given as unknown as Policy;
}

/** Whether a policy is the shipped one of its id; refuses another that takes that id. */
function isShipped(path: string, policy: Policy): boolean {
  const known = shipped.find(({ id }) => id === policy.id);
  if (known === undefined) return false;
  if (known === policy) return true;
  throw new InputError({
    code: 'own/taken',
    path: `${path}.id`,
    given: policy.id,
    allowed: 'an id that no shipped policy has',
    why: `"${policy.id}" is the id of a shipped policy`,
  });
}

/** Adds a policy to those that are one's own, unless it is among them; refuses another of its id. */
function addOwn(own: Policy[], path: string, policy: Policy): void {
  if (own.includes(policy)) return;
  if (own.some(({ id }) => id === policy.id))
    throw new InputError({
      code: 'own/taken',
      path: `${path}.id`,
      given: policy.id,
      allowed: 'an id that no other policy here has',
      why: `two policies are called "${policy.id}"`,
    });
  own.push(policy);
}

/** By which policies the parties act, and which of them are one's own. */
export interface PoliciesAsked {
  readonly ids: Readonly<Partial<Record<PartyId, string>>>;
  readonly own: readonly Policy[];
}

/**
 * Reads the policies that are given for an analysis. Throws an InputError for a party that there is not, for what is no
 * policy, and for an id that is that of a shipped policy or of the other party's.
 */
export function policiesGiven(given: OwnPolicies = {}): PoliciesAsked {
  if (!isRecord(given))
    throw new InputError({
      code: 'own/policy',
      path: 'policies',
      given,
      allowed: 'an object with a policy for US, for CN, or for both',
    });
  const ids: Partial<Record<PartyId, string>> = {};
  const own: Policy[] = [];
  for (const [party, value] of Object.entries(given)) {
    checkKnown('policies', party, PARTY_IDS);
    if (value === undefined) continue;
    const path = `policies.${party}`;
    const policy = policyGiven(path, value);
    ids[party as PartyId] = policy.id;
    if (!isShipped(path, policy)) addOwn(own, path, policy);
  }
  return { ids, own };
}

/** A specification that knows more policies than those by which its parties act. Throws as {@link policiesGiven} does. */
export function alsoPolicies<Model extends { readonly own?: OwnModel }>(
  specification: Model,
  more: readonly (Policy | PolicyId | FromModule)[],
): Model {
  const policies = [...(specification.own?.policies ?? [])];
  more.forEach((given, index) => {
    const path = `policies.${index}`;
    const policy = policyGiven(path, given);
    if (!isShipped(path, policy)) addOwn(policies, path, policy);
  });
  return policies.length === 0
    ? specification
    : { ...specification, own: { ...specification.own, policies } };
}

/** The rules that are given for an analysis. Throws an InputError for what is no rule set. */
export function rulesGiven(rules: OwnRules | FromModule | undefined): OwnRules | undefined {
  if (rules === undefined) return undefined;
  if (isFromModule(rules)) throw notImported('rules', rules);
  const given: unknown = rules;
  const isAction = (row: unknown) =>
    isRecord(row) &&
    typeof row['type'] === 'string' &&
    typeof row['parse'] === 'function' &&
    typeof row['effect'] === 'function' &&
    ['actors', 'rules', 'fieldRules'].every((list) => Array.isArray(row[list]));
  if (isRecord(given) && Array.isArray(given['actionTypes']) && given['actionTypes'].every(isAction)) {
    // Makes the table, and so refuses a name given twice.
    tableFor(rules);
    return rules;
  }
  throw new InputError({
    code: 'own/rules',
    path: 'rules',
    given,
    allowed: 'a rule set, as withActionTypes returns it',
  });
}

/** Outcome classes of which each predicate has become a term, and the predicates. */
export interface OutcomesGiven {
  readonly outcomes: readonly OutcomeClass[];
  readonly terms: Readonly<Record<string, OutcomePredicate>>;
}

/** Reads the outcome classes that are given for an analysis. Throws an InputError for what is none, by its place. */
export function outcomesGiven(scenario: Scenario, given: readonly OwnOutcome[]): OutcomesGiven {
  const terms: Record<string, OutcomePredicate> = {};
  const list: unknown = given;
  const outcomes = !Array.isArray(list)
    ? list
    : list.map((outcome: unknown, index) => {
        if (isRecord(outcome) && isFromModule(outcome['when']))
          throw notImported(`outcomes.${index}.when`, outcome['when']);
        if (!isRecord(outcome) || typeof outcome['when'] !== 'function') return outcome;
        const term = `${OWN_TERM}${String(outcome['id'])}`;
        terms[term] = outcome['when'] as OutcomePredicate;
        return { ...outcome, when: { term, atLeast: 1 } };
      });
  const read = parseForm(SCENARIO_FORM, { ...scenario, outcomes }, SCENARIO_BOOK);
  if (!read.ok) {
    throw issueError(firstOf(inputIssues(read.issues, { outcomes })), {
      code: 'own/outcomes',
      path: '',
      input: { outcomes },
      allowed: 'outcome classes as a scenario has them, each `when` a condition or a predicate',
    });
  }
  const classes = (read.value as Scenario).outcomes;
  classes.forEach(({ id }, index) => {
    if (classes.findIndex((other) => other.id === id) < index)
      throw new InputError({
        code: 'own/taken',
        path: `outcomes.${index}.id`,
        given: id,
        allowed: 'an id that no other class has',
        why: `"${id}" names two classes`,
      });
  });
  return { outcomes: classes, terms };
}

/** What is given later in place of what was given before, party by party. */
export function ownOver(before: Own, given: Own): Own {
  const policies = { ...before.policies, ...given.policies };
  const rules = given.rules ?? before.rules;
  const outcomes = given.outcomes ?? before.outcomes;
  return {
    ...(Object.keys(policies).length === 0 ? {} : { policies }),
    ...(rules === undefined ? {} : { rules }),
    ...(outcomes === undefined ? {} : { outcomes }),
  };
}

/** The policy of an id in a model: one's own, or the shipped one. Throws for an id that is neither's. */
export function policyIn({ own }: { readonly own?: OwnModel | undefined }, id: string): Policy {
  return own?.policies.find((policy) => policy.id === id) ?? policyOf(id);
}

/** The refusal of what is one's own where an answer is kept in files: a file does not tell of which code it is. */
export function notKept(path: string, given: unknown): InputError {
  return new InputError({
    code: 'own/not-kept',
    path,
    given,
    allowed: 'policies, rules and objectives that are shipped, and outcome classes by conditions',
    why: "a file does not hold one's own code, so that nobody could tell whether it is the same in a later run",
  });
}

/** Refuses what is one's own where an answer is kept in files and joined. */
export function refuseOwnCode({ own }: { readonly own?: OwnModel | undefined }, path: string): void {
  if (own === undefined) return;
  const given = [
    ...own.policies.map(({ id }) => id),
    ...(own.rules === undefined ? [] : ['rules']),
    ...Object.keys(own.terms ?? {}),
  ];
  throw notKept(path, given.join(', '));
}
