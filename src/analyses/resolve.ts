/** Scenarios found by their id, and their first days. */
import { bareFacts } from '../facts/packaged-bare';
import type { OpenText } from '../kit/open-text';
import { frozen } from '../engine/frozen';
import type { State } from '../model/state';
import { checkFacts, isPackaged, type BareFacts } from '../facts/bare';
import type { Opening } from '../facts/opening';
import { findScenario, loadScenario, refuseScenario, scenarios, type ScenarioId } from '../scenario/library';
import { parseScenario as parseAgainst, type ParsedScenario } from '../scenario/parse';
import type { Scenario } from '../scenario/schema';
import { foldedDays } from '../scenario/folded-days';
import { openingOf } from '../scenario/model-specification';
import { rulesGiven, type Own } from '../scenario/own';
import { BASE_SCENARIO } from './backtest/work';
import { pastMeetings } from './backtest/dossier';
import { checkScenario } from './check-scenario';

/** A scenario, or the id of a compiled one or of a past meeting. */
export type ScenarioOrId = Scenario | ScenarioId | OpenText;

/**
 * The scenario that is meant: itself, the compiled one of an id, or a past meeting of the facts. Throws an InputError that
 * names the nearest id where there is none, that says how to ask where it is no scenario, and for a parameter that does not
 * exist or lies outside its domain.
 */
export function resolve(scenario: ScenarioOrId, facts: BareFacts = bareFacts(), path = 'scenario'): Scenario {
  checkFacts('facts', facts);
  if (typeof scenario !== 'string') return checkScenario(path, scenario, facts);
  const found = anyScenario(scenario, facts);
  if (found !== undefined) return found;
  return refuseScenario(
    scenario,
    [...scenarios, ...pastScenarios(facts)].map(({ id }) => id),
    path,
  );
}

/**
 * The past meetings of the facts as scenarios, in the order of their days: each is the record as it stood on the eve
 * of the talks, with agenda and weights by rules that are the same for all, and holds nothing later.
 * @param facts - Facts whose dossiers tell of past meetings; the packaged ones where left out.
 *
 * @example pastScenarios().length
 */
export function pastScenarios(facts: BareFacts = bareFacts()): Scenario[] {
  return pastMeetings(facts, loadScenario(BASE_SCENARIO)).map(({ scenario }) => scenario);
}

/** A compiled scenario or a past meeting by its id, or undefined. */
function anyScenario(id: string, facts: BareFacts): Scenario | undefined {
  return findScenario(id) ?? pastScenarios(facts).find((scenario) => scenario.id === id);
}

/**
 * Parses a value as a scenario against the facts, or lists what is wrong with it, by path. Never throws for bad input.
 * @param input - A whole scenario, or one that `extends` a shipped one or a past meeting and says what differs; plain JSON.
 * @param facts - Facts whose ids, days and parameters it may speak of; the packaged ones where left out.
 * @param own - Rules of one's own, of whose action types it may suppose events; ask whatever is asked of it with the same rules.
 *
 * @example
 * const mine = parseScenario({ id: 'mine', extends: 'kuala-lumpur-2025', horizon: '2026-03-01' });
 * mine.ok && mine.scenario.horizon
 */
export function parseScenario(
  input: unknown,
  facts: BareFacts = bareFacts(),
  { rules }: Pick<Own, 'rules'> = {},
): ParsedScenario {
  checkFacts('facts', facts);
  return parseAgainst(input, {
    facts,
    lookup: (id) => anyScenario(id, facts),
    firstState: (scenario) => openingFor(scenario, facts).state,
    rules: rulesGiven(rules),
  });
}

/** The opening of a scenario: for the packaged facts and a shipped first day from what was folded beforehand. */
export function openingFor(scenario: Scenario, facts: BareFacts): Opening {
  return openingOf(scenario, facts, isPackaged(facts) ? foldedDays() : []);
}

/**
 * The frozen state on the scenario's first day.
 * @param scenario - Scenario, or id of a shipped one or of a past meeting; an id that does not exist throws an InputError.
 * @param facts - Facts of whose record the state is the fold; the packaged ones where left out.
 *
 * @example start('kuala-lumpur-2025').today
 */
export function start(scenario: ScenarioOrId, facts: BareFacts = bareFacts()): State {
  return frozen(openingFor(resolve(scenario, facts), facts).state);
}
