/** Scenarios made ready for analyses: found by their id, with the state of their first day and their theory. */
import { facts as packagedFacts } from '../facts/packaged';
import { frozen } from '../engine/transition';
import type { State } from '../model/state';
import type { Facts } from '../facts/schema';
import type { Opening } from '../facts/opening';
import { findScenario, loadScenario, refuseScenario, scenarios } from '../scenario/library';
import { parseScenario as parseAgainst, type ParsedScenario } from '../scenario/parse';
import type { Scenario } from '../scenario/schema';
import { foldedDays } from '../scenario/folded-days';
import {
  openingOf,
  specificationOf,
  type ModelReading,
  type ModelSpecification,
} from '../scenario/model-specification';
import { BASE_SCENARIO } from './backtest/work';
import { pastMeetings } from './backtest/dossier';

/** A scenario, or the id of a compiled one or of a past meeting. */
export type ScenarioOrId = Scenario | string;

/**
 * The scenario that is meant: itself, the compiled one of an id, or a past meeting of the facts. Throws a RangeError that
 * names the nearest id where there is none.
 */
export function resolve(scenario: ScenarioOrId, facts: Facts = packagedFacts): Scenario {
  if (typeof scenario !== 'string') return scenario;
  const found = anyScenario(scenario, facts);
  if (found !== undefined) return found;
  return refuseScenario(
    scenario,
    [...scenarios, ...pastScenarios(facts)].map(({ id }) => id),
  );
}

/**
 * The past meetings of the facts as scenarios, in the order of their days: each is the record as it stood on the eve
 * of the talks, with agenda and weights by rules that are the same for all, and holds nothing later.
 */
export function pastScenarios(facts: Facts = packagedFacts): Scenario[] {
  return pastMeetings(facts, loadScenario(BASE_SCENARIO)).map(({ scenario }) => scenario);
}

/** A compiled scenario or a past meeting by its id, or undefined. */
function anyScenario(id: string, facts: Facts): Scenario | undefined {
  return findScenario(id) ?? pastScenarios(facts).find((scenario) => scenario.id === id);
}

/**
 * Parses a value as a scenario against the facts, or lists what is wrong with it, by path. A variant may extend any
 * compiled scenario or past meeting. Never throws for bad input.
 */
export function parseScenario(input: unknown, facts: Facts = packagedFacts): ParsedScenario {
  return parseAgainst(input, facts, (id) => anyScenario(id, facts));
}

/** The opening of a scenario: for the packaged facts and a shipped first day from what was folded beforehand. */
function openingFor(scenario: Scenario, facts: Facts): Opening {
  return openingOf(scenario, facts, facts === packagedFacts ? foldedDays : []);
}

/**
 * The frozen state on the scenario's first day. Throws an InputError for an id that does not exist.
 */
export function start(scenario: ScenarioOrId, facts: Facts = packagedFacts): State {
  return frozen(openingFor(resolve(scenario, facts), facts).state);
}

/** The state and the model specification of a scenario, for callers that run episodes themselves. */
export interface Prepared {
  readonly scenario: Scenario;
  readonly facts: Facts;
  readonly initial: State;
  readonly specification: ModelSpecification;
}

/** Prepares a scenario once for many episodes, in a reading of the model. */
export function prepare(
  scenario: ScenarioOrId,
  facts: Facts = packagedFacts,
  reading: ModelReading = {},
): Prepared {
  const whole = resolve(scenario, facts);
  const opening = openingFor(whole, facts);
  return {
    scenario: whole,
    facts,
    initial: opening.state,
    specification: specificationOf(whole, facts, opening, reading),
  };
}
