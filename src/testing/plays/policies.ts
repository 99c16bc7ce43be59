/**
 * Policies: the library's rules, and tables that pick among lawful acts by weight. The weighted table is the strategy
 * of zero-intelligence traders (Gode and Sunder 1993) with likes and dislikes.
 */
import * as fc from 'fast-check';
import { actionTypes } from '../../actions/index';
import { legalActions, sampleMember, type Template } from '../../engine/legal-actions';
import { checkAnswer, type AnswerForm } from '../../kit/answer-form';
import { checkKnown, checkNumber, readOff } from '../../kit/checks';
import { PARTY_IDS } from '../../model/actor';
import { policies } from '../../policies/index';
import { comesTrue, type Observation, type Policy } from '../../policies/policy';
import { keepPromises } from '../../policies/promises';
import { dwindling, numbersBelow, printedAs, type Size } from './dwindling';

/** A table by which a policy acts. */
export interface PolicyTable {
  /** Days of a hundred on which it acts. */
  readonly actsPct: number;
  /** How often each action type is picked where it is legal, relative to the others. */
  readonly weights: Readonly<Record<string, number>>;
  /** Whether it keeps its promises, which go before other acts. */
  readonly keepsPromises: boolean;
  /**
   * How it bargains at a meeting: by the Nash solution, giving nothing of its own, or without a price for
   * conceding.
   */
  readonly atTheTable: Policy['atTheTable'];
}

const MANNERS = ['withholds', 'bargains', 'yields'] as const;
const MOST_WEIGHTS = 8;
const HEAVIEST = 9;

const TABLE: AnswerForm<PolicyTable> = {
  what: 'a table by which a policy acts',
  fields: { actsPct: 'number', weights: 'object', keepsPromises: 'yes-no', atTheTable: 'text' },
};

function checkTable(table: PolicyTable): void {
  checkAnswer('table', table, TABLE);
  checkNumber('table.actsPct', table.actsPct, 0, 100);
  checkKnown('table.atTheTable', table.atTheTable, MANNERS);
  const weights = readOff('table.weights', table.weights, () => Object.entries(table.weights));
  for (const [type, weight] of weights) checkNumber(`table.weights.${type}`, weight, 0);
}

/** The table of the policy that does nothing. */
const STILL: PolicyTable = {
  actsPct: 0,
  weights: {},
  keepsPromises: false,
  atTheTable: 'withholds',
};

/** Action types that a party can make by itself, in the order of the table. */
const partyTypes = (): string[] =>
  actionTypes
    .filter(({ actors }) => PARTY_IDS.some((party) => (actors as readonly string[]).includes(party)))
    .map(({ type }) => type);

const isStill = ({ actsPct, weights }: PolicyTable) => actsPct === 0 || Object.keys(weights).length === 0;

/** The template that a draw in [0, 1) picks, each type by its weight and its templates alike. */
function picked(observation: Observation, { weights }: PolicyTable): Template | undefined {
  const { state, party, draw } = observation;
  const open = Object.entries(weights)
    .map(([type, weight]) => ({ weight, templates: [...legalActions(state, { actor: party, type })] }))
    .filter(({ templates }) => templates.length > 0);
  let rest = draw('table/type') * open.reduce((sum, { weight }) => sum + weight, 0);
  for (const { weight, templates } of open) {
    rest -= weight;
    if (rest < 0) return templates[Math.floor(draw('table/template') * templates.length)];
  }
  return undefined;
}

function acts(table: PolicyTable, observation: Observation) {
  const kept = table.keepsPromises ? keepPromises(observation) : [];
  // One thing a day: what was promised may take the ground from under anything else.
  if (kept.length > 0 || isStill(table)) return kept;
  const { draw } = observation;
  if (!comesTrue(observation, 'table/act', draw('table/act'), table.actsPct / 100)) return [];
  const template = picked(observation, table);
  let field = 0;
  return template === undefined ? [] : [sampleMember(template, () => draw(`table/field/${field++}`))];
}

function inWords(table: PolicyTable): string {
  const { actsPct, weights, keepsPromises, atTheTable } = table;
  const list = Object.entries(weights).map(([type, weight]) => `${type} × ${weight}`);
  const does = isStill(table) ? 'does nothing' : `on ${actsPct} % of days does one of ${list.join(', ')}`;
  return `${does}; ${keepsPromises ? 'keeps' : 'keeps no'} promises; ${atTheTable} at the table`;
}

/**
 * A policy that acts by a table: lawful whatever the table, drawing by its observation alone. Throws an InputError for what is no such
 * table.
 * @param table - On how many days of a hundred it acts, how often it picks each action type, and how it keeps promises and bargains.
 *
 * @example tablePolicy({ actsPct: 50, weights: { 'tariff.raise': 1 }, keepsPromises: true, atTheTable: 'withholds' }).atTheTable
 */
export function tablePolicy(table: PolicyTable): Policy {
  checkTable(table);
  return policyBy(table);
}

function policyBy(table: PolicyTable): Policy {
  const { keepsPromises, atTheTable } = table;
  return {
    id: isStill(table) && !keepsPromises ? 'table-still' : 'table',
    title: 'Table',
    alsoKnownAs: ['weighted zero intelligence'],
    doc: `By weights: ${inWords(table)}.`.replace('By weights: d', 'D').replace('By weights: o', 'O'),
    source: 'Gode and Sunder 1993: zero-intelligence traders',
    stochastic: !isStill(table) || keepsPromises,
    atTheTable,
    decide: (observation) => acts(table, observation),
  };
}

const tables = new WeakMap<Policy, PolicyTable>();

function fromTable(table: PolicyTable): Policy {
  const policy = printedAs(policyBy(table), () => `a policy that ${inWords(table)}`);
  tables.set(policy, table);
  return policy;
}

const fromLibrary = (policy: Policy): Policy => printedAs({ ...policy }, () => `the policy ${policy.id}`);

function* plainerTables(table: PolicyTable): Generator<PolicyTable> {
  yield STILL;
  const entries = Object.entries(table.weights);
  const by = (weights: readonly (readonly [string, number])[]) => ({
    ...table,
    weights: Object.fromEntries(weights),
  });
  for (const entry of entries) if (entries.length > 1) yield by([entry]);
  for (const [type] of entries) yield by(entries.filter(([other]) => other !== type));
  if (table.keepsPromises) yield { ...table, keepsPromises: false };
  for (const manner of MANNERS) yield { ...table, atTheTable: manner };
  for (const actsPct of numbersBelow(table.actsPct, 0)) yield { ...table, actsPct };
  for (const [at, [type, weight]] of entries.entries())
    for (const less of numbersBelow(weight, 1))
      yield by(entries.map((entry, index) => (index === at ? [type, less] : entry)));
}

/** Rules of the library count as larger than any table, the later the larger. */
function sizeOf(policy: Policy): Size {
  const table = tables.get(policy);
  if (table === undefined) return [1 + MOST_WEIGHTS + policies.findIndex(({ id }) => id === policy.id)];
  const { actsPct, weights, keepsPromises, atTheTable } = table;
  const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
  const manner = MANNERS.indexOf(atTheTable);
  return [Object.keys(weights).length, Number(keepsPromises), manner, actsPct, sum];
}

/**
 * Policies: one of the library's, or a table that on some days picks a lawful act by weights. All keep the laws of
 * `policyProperties`: lawful by construction, chance from the observation's draws alone. Prints in words. Shrinks to
 * fewer weights, fewer days and smaller weights, in the end to the policy that does nothing.
 *
 * @example fc.sample(policyArbitrary(), 2).length
 */
export function policyArbitrary(): fc.Arbitrary<Policy> {
  const types = partyTypes();
  const weight = fc.tuple(fc.constantFrom(...types), fc.integer({ min: 1, max: HEAVIEST }));
  const table = fc.record({
    actsPct: fc.integer({ min: 0, max: 100 }),
    weights: fc.array(weight, { maxLength: MOST_WEIGHTS }).map((list) => Object.fromEntries(list)),
    keepsPromises: fc.boolean(),
    atTheTable: fc.constantFrom(...MANNERS),
  });
  const source = fc.oneof(
    { weight: 3, arbitrary: table.map(fromTable) },
    { weight: 1, arbitrary: fc.constantFrom(...policies).map(fromLibrary) },
  );
  return dwindling<Policy>({
    source,
    *smaller(policy) {
      const own = tables.get(policy);
      for (const other of plainerTables(own ?? STILL)) yield fromTable(other);
      if (own === undefined) for (const other of policies) yield fromLibrary(other);
    },
    size: sizeOf,
  });
}
