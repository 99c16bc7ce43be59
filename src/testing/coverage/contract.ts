/**
 * Coverage contracts: what a run must have seen, how often, and what it cannot see and why.
 *
 * A property that holds on plays which never reach a rule says nothing about that rule. A contract is stated apart from
 * the plays, so that it fails when a generator stops reaching what it reached; an exemption gives its reason and fails
 * as stale once the goal is reached after all.
 */
import { checkAnswer, checkAnswers, checkItems, type AnswerForm } from '../../kit/answer-form';
import { checkOptions, checkText, checkWhole, type OptionCheck, type OptionTable } from '../../kit/checks';
import { InputError } from '../../kit/input-error';
import { nearestText } from '../../kit/nearest-text';
import type { State } from '../../model/state';
import {
  ACTION_TYPE,
  AUTHORITY_STRUCK,
  MEASURE_STATUS,
  MOVE,
  REFUSAL_CODE,
  TRUCE_STATUS_ENTERED,
  TRUCE_STATUS_LEFT,
  TRUCE_TRANSITION,
  goalName,
  type Goal,
} from './goals';

/** A family of goals and how often each of its keys is wanted, a whole number from 1. */
export interface Demand {
  /** The family of goals. */
  readonly goal: Goal;
  /** How often each key of the family is wanted, a whole number from 1. */
  readonly times: number;
}

/** Goals that a scenario cannot reach, and why. */
export interface Exemption {
  /** Full names, the family before the key: `action type listing.lapse`. */
  readonly goals: readonly string[];
  /** Why the scenario cannot reach them, in a sentence. */
  readonly reason: string;
}

/** A contract as its author writes it: each number says how often every goal of that family is wanted. */
export interface CoverageSpec {
  /** Every action type, done. */
  readonly actionTypes?: number;
  /** Every action type by every actor who may make the move, done. */
  readonly moves?: number;
  /** Every refusal code, given. */
  readonly refusalCodes?: number;
  /** Every status of the truce, entered and left. */
  readonly truceStatuses?: number;
  /** Every lawful transition of the truce. */
  readonly truceTransitions?: number;
  /** Every status of every kind of measure, entered. */
  readonly measureStatuses?: number;
  /** Every authority, struck down. */
  readonly authoritiesStruck?: number;
  /** Families of goals of one's own. */
  readonly goals?: readonly Demand[];
  /** What cannot be reached. */
  readonly exempt?: readonly Exemption[];
}

/** A goal that was seen less often than wanted. */
export interface Missed {
  /** Full name of the goal, the family before the key. */
  readonly goal: string;
  /** How often it was wanted. */
  readonly wanted: number;
  /** How often it was seen, fewer times than that. */
  readonly seen: number;
}

/** An exemption whose goal was reached. */
export interface Stale {
  /** Full name of the goal, the family before the key. */
  readonly goal: string;
  /** Why it was thought out of reach. */
  readonly reason: string;
  /** How often it was seen, at least once. */
  readonly seen: number;
}

/** What became of a contract. */
export interface CoverageReport {
  /** Whether every goal was seen as often as wanted and no exemption is stale. */
  readonly met: boolean;
  /** How many goals the contract has, exemptions apart. */
  readonly goals: number;
  /** Goals that were seen less often than wanted. */
  readonly missed: readonly Missed[];
  /** Exemptions whose goals were reached after all. */
  readonly stale: readonly Stale[];
}

/** What a run has seen, as a coverage collector counts it. */
export interface Sightings {
  /** The first state of the scenario. */
  readonly start: State;
  /**
   * How often a goal was seen.
   * @param goal - Full name of the goal, family and key, as `action type truce.lapse`.
   */
  seen(goal: string): number;
}

/** A contract of coverage. */
export interface CoverageContract {
  /** What has to be seen, family by family. */
  readonly demands: readonly Demand[];
  /** What need not be seen, with the reason. */
  readonly exemptions: readonly Exemption[];
  /**
   * How often each goal is wanted in a scenario whose first state is given, by full name, exemptions apart. Throws an
   * InputError for an exemption that names no goal of the contract.
   */
  readonly wanted: (start: State) => ReadonlyMap<string, number>;
  /** Holds what a collector has seen against the contract. */
  readonly check: (collector: Sightings) => CoverageReport;
}

const DEMAND: AnswerForm<Demand> = {
  what: 'a family of goals and how often each is wanted',
  fields: { goal: 'object', times: 'number' },
};

const GOAL: AnswerForm<Goal> = {
  what: 'a family of goals',
  fields: { name: 'text', keys: 'function', seen: 'function', means: 'function?' },
};

const EXEMPTION: AnswerForm<Exemption> = {
  what: 'the names of goals and why they cannot be reached',
  fields: { goals: 'list', reason: 'text' },
};

const CONTRACT: AnswerForm<CoverageContract> = {
  what: 'a contract of coverage, as `coverageContract` makes it',
  fields: {
    demands: 'list of objects',
    exemptions: 'list of objects',
    wanted: 'function',
    check: 'function',
  },
};

/** Lengths of the full name of a goal, in characters. */
const NAMES = { least: 1, most: 400 };

function checkDemands(path: string, demands: readonly Demand[]): void {
  checkItems(path, demands, 'families of goals', (at, demand) => {
    checkAnswer(at, demand, DEMAND);
    checkAnswer(`${at}.goal`, demand.goal, GOAL);
  });
}

function checkExemptions(path: string, exemptions: readonly Exemption[]): void {
  checkAnswers(path, exemptions, EXEMPTION);
  for (const [at, { goals }] of exemptions.entries())
    checkItems(`${path}.${at}.goals`, goals, 'names of goals', (place, name) =>
      checkText(place, name, NAMES),
    );
}

/** Refuses what is no contract of coverage with an InputError. */
export function checkContract(path: string, contract: CoverageContract): void {
  checkAnswer(path, contract, CONTRACT);
  checkDemands(`${path}.demands`, contract.demands);
  checkExemptions(`${path}.exemptions`, contract.exemptions);
}

const TIMES: OptionCheck = (name, given) => {
  checkWhole(name, given, { least: 1, most: Number.MAX_SAFE_INTEGER });
};

const SPEC: OptionTable<CoverageSpec> = {
  actionTypes: TIMES,
  moves: TIMES,
  refusalCodes: TIMES,
  truceStatuses: TIMES,
  truceTransitions: TIMES,
  measureStatuses: TIMES,
  authoritiesStruck: TIMES,
  goals: (name, given) => checkDemands(name, given as readonly Demand[]),
  exempt: (name, given) => checkExemptions(name, given as readonly Exemption[]),
};

function demandsOf(spec: CoverageSpec): Demand[] {
  const named: readonly (readonly [number | undefined, ...Goal[]])[] = [
    [spec.actionTypes, ACTION_TYPE],
    [spec.moves, MOVE],
    [spec.refusalCodes, REFUSAL_CODE],
    [spec.truceStatuses, TRUCE_STATUS_ENTERED, TRUCE_STATUS_LEFT],
    [spec.truceTransitions, TRUCE_TRANSITION],
    [spec.measureStatuses, MEASURE_STATUS],
    [spec.authoritiesStruck, AUTHORITY_STRUCK],
  ];
  const demands = named.flatMap(([times, ...goals]) =>
    times === undefined ? [] : goals.map((goal) => ({ goal, times })),
  );
  return [...demands, ...(spec.goals ?? [])];
}

function refuseUnsound(demands: readonly Demand[]): void {
  const names = new Set<string>();
  for (const { goal, times } of demands) {
    if (!Number.isInteger(times) || times < 1)
      throw new InputError({
        code: 'input/whole-number',
        path: `demands.${goal.name}.times`,
        given: times,
        allowed: 'a whole number from 1 on',
      });
    if (names.has(goal.name))
      throw new InputError({
        code: 'input/twice',
        path: 'demands',
        given: goal.name,
        allowed: 'families of goals, none of them named twice',
      });
    names.add(goal.name);
  }
}

function wantedOf(
  demands: readonly Demand[],
  exemptions: readonly Exemption[],
  start: State,
): ReadonlyMap<string, number> {
  const wanted = new Map<string, number>();
  for (const { goal, times } of demands)
    for (const key of goal.keys(start)) wanted.set(goalName(goal, key), times);
  const all = [...wanted.keys()];
  for (const name of exemptions.flatMap(({ goals }) => goals)) {
    if (wanted.delete(name)) continue;
    const near = nearestText(name, all);
    throw new InputError({
      code: 'input/unknown-name',
      path: 'exemptions',
      given: name,
      allowed: 'names of goals of the contract, each once',
      didYouMean: near,
    });
  }
  return wanted;
}

/**
 * A contract from its author's statement. Throws an InputError for a family that is named twice or wanted less than
 * once, and for what is no such statement.
 * @param spec - How often each goal of a family has to be seen, families of one's own, and what is exempt; nothing is wanted of a family
 *   left out.
 *
 * @example coverageContract({ actionTypes: 1 })
 */
export function coverageContract(spec: CoverageSpec): CoverageContract {
  checkOptions(spec, SPEC, 'spec');
  const demands = demandsOf(spec);
  const exemptions = spec.exempt ?? [];
  refuseUnsound(demands);
  const wanted = (start: State) => wantedOf(demands, exemptions, start);
  const check = (collector: Sightings): CoverageReport => {
    const goals = wanted(collector.start);
    const missed: Missed[] = [];
    for (const [goal, times] of goals) {
      const seen = collector.seen(goal);
      if (seen < times) missed.push({ goal, wanted: times, seen });
    }
    const stale = exemptions
      .flatMap(({ goals: names, reason }) =>
        names.map((goal) => ({ goal, reason, seen: collector.seen(goal) })),
      )
      .filter(({ seen }) => seen > 0);
    return { met: missed.length === 0 && stale.length === 0, goals: goals.size, missed, stale };
  };
  return { demands, exemptions, wanted, check };
}
