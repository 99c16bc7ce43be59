/** Scenarios found by their id, and their first days. */
import { facts as packagedFacts } from '../facts/packaged';
import { InputError } from '../kit/input-error';
import { frozen } from '../engine/frozen';
import type { State } from '../model/state';
import type { Facts } from '../facts/schema';
import type { Opening } from '../facts/opening';
import { findScenario, loadScenario, refuseScenario, scenarios } from '../scenario/library';
import { parseScenario as parseAgainst, type ParsedScenario } from '../scenario/parse';
import { checkChanges } from '../scenario/parameter-changes';
import type { Scenario } from '../scenario/schema';
import { foldedDays } from '../scenario/folded-days';
import { openingOf } from '../scenario/model-specification';
import { rulesGiven, type Own } from '../scenario/own';
import { BASE_SCENARIO } from './backtest/work';
import { pastMeetings } from './backtest/dossier';

/** A scenario, or the id of a compiled one or of a past meeting. */
export type ScenarioOrId = Scenario | string;

/** A scenario that is given as one: told from what is none at all, its parameters looked at, since they are easily changed. */
function whole(given: Scenario, facts: Facts): Scenario {
  const found: unknown = given;
  const fields = (typeof found === 'object' && found !== null ? found : {}) as Record<string, unknown>;
  if (
    typeof fields['id'] === 'string' &&
    typeof fields['asOf'] === 'string' &&
    Array.isArray(fields['outcomes'])
  ) {
    checkChanges(given.parameters, facts);
    return given;
  }
  const isState = typeof fields['today'] === 'string' && 'tariff' in fields;
  throw new InputError({
    code: 'input/no-scenario',
    path: 'scenario',
    given: found,
    allowed: 'a parsed scenario, the id of one, or a play',
    ...(isState
      ? {
          why: 'a state has neither a scenario nor a past: say play(scenario, { after: events }) and ask that',
        }
      : {}),
  });
}

/**
 * The scenario that is meant: itself, the compiled one of an id, or a past meeting of the facts. Throws an InputError that
 * names the nearest id where there is none, and for a parameter that does not exist or lies outside its domain.
 */
export function resolve(scenario: ScenarioOrId, facts: Facts = packagedFacts): Scenario {
  if (typeof scenario !== 'string') return whole(scenario, facts);
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
 * compiled scenario or past meeting. With `rules` of one's own it may suppose events of their types; whatever is asked of it is
 * then asked with the same rules. Never throws for bad input.
 */
export function parseScenario(
  input: unknown,
  facts: Facts = packagedFacts,
  { rules }: Pick<Own, 'rules'> = {},
): ParsedScenario {
  return parseAgainst(input, facts, (id) => anyScenario(id, facts), rulesGiven(rules));
}

/** The opening of a scenario: for the packaged facts and a shipped first day from what was folded beforehand. */
export function openingFor(scenario: Scenario, facts: Facts): Opening {
  return openingOf(scenario, facts, facts === packagedFacts ? foldedDays : []);
}

/**
 * The frozen state on the scenario's first day. Throws an InputError for an id that does not exist.
 */
export function start(scenario: ScenarioOrId, facts: Facts = packagedFacts): State {
  return frozen(openingFor(resolve(scenario, facts), facts).state);
}
