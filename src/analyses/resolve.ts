/** Scenarios found by their id, and their first days. */
import { bareFacts } from '../facts/packaged-bare';
import { isObject, readOff } from '../kit/checks';
import { parseForm } from '../kit/parse-form';
import { InputError } from '../kit/input-error';
import { firstOf } from '../kit/lists';
import type { OpenText } from '../kit/open-text';
import { issueError } from '../engine/issue-error';
import { inputIssues } from '../engine/parse';
import { frozen } from '../engine/frozen';
import type { State } from '../model/state';
import { checkFacts, isPackaged, type BareFacts } from '../facts/bare';
import type { Opening } from '../facts/opening';
import { findScenario, loadScenario, refuseScenario, scenarios, type ScenarioId } from '../scenario/library';
import { SCENARIO_BOOK, SCENARIO_FORM } from '../scenario/forms';
import {
  horizonFault,
  isParsed,
  parseScenario as parseAgainst,
  type ParsedScenario,
} from '../scenario/parse';
import { checkChanges } from '../scenario/parameter-changes';
import type { Scenario } from '../scenario/schema';
import { foldedDays } from '../scenario/folded-days';
import { openingOf } from '../scenario/model-specification';
import { rulesGiven, type Own } from '../scenario/own';
import { BASE_SCENARIO } from './backtest/work';
import { pastMeetings } from './backtest/dossier';

/** A scenario, or the id of a compiled one or of a past meeting. */
export type ScenarioOrId = Scenario | ScenarioId | OpenText;

/** What somebody may have meant who gives no scenario, by what the value has: each with what is to be said instead. */
const MISTAKEN: readonly (readonly [
  is: (given: Readonly<Record<string, unknown>>) => boolean,
  why: string,
])[] = [
  [
    ({ today, tariff }) => typeof today === 'string' && tariff !== undefined,
    'a state has neither a scenario nor a past: say play(scenario, { after: events }) and ask that',
  ],
  [
    ({ events, digest, scenario }) => Array.isArray(events) && digest !== undefined && scenario !== undefined,
    'a log is asked as a play: say play(log.scenario, { after: log })',
  ],
  [({ ok, scenario }) => ok === true && isObject(scenario), 'the scenario is the field `scenario` of this'],
  [({ ok, play }) => typeof ok === 'boolean' && isObject(play), 'the play is the field `play` of this'],
  [
    ({ extends: base }) => base !== undefined,
    'a difference to another scenario is made whole by parseScenario, which answers with the scenario',
  ],
];

/** The complaint about what is neither a scenario nor the id of one nor a play. */
export function noScenario(path: string, given: unknown): InputError {
  const why = isObject(given) ? MISTAKEN.find(([is]) => is(given))?.[1] : undefined;
  const allowed = 'a parsed scenario, the id of one, or a play';
  return new InputError({ code: 'input/no-scenario', path, given, allowed, why });
}

/** A scenario that is given as one: told from what is none at all; one that the library has not frozen is looked at anew. */
function whole(path: string, given: unknown, facts: BareFacts): Scenario {
  if (
    !isObject(given) ||
    typeof given['id'] !== 'string' ||
    typeof given['asOf'] !== 'string' ||
    !Array.isArray(given['outcomes'])
  )
    throw noScenario(path, given);
  if (!isParsed(given) && findScenario(given['id']) !== given) {
    const form = parseForm(SCENARIO_FORM, given, SCENARIO_BOOK);
    if (!form.ok) {
      throw issueError(firstOf(inputIssues(form.issues, given)), {
        code: 'input/no-scenario',
        path,
        input: given,
        allowed: 'a scenario as parseScenario gives it',
      });
    }
  }
  // It has the form of one.
  const scenario = given as unknown as Scenario;
  const why = horizonFault(scenario);
  if (why !== null)
    throw new InputError({
      code: 'input/no-scenario',
      path: `${path}.horizon`,
      given: scenario.horizon,
      allowed: 'a scenario as parseScenario gives it',
      why,
    });
  checkChanges(scenario.parameters, facts);
  return scenario;
}

/**
 * The scenario that is meant: itself, the compiled one of an id, or a past meeting of the facts. Throws an InputError that
 * names the nearest id where there is none, that says how to ask where it is no scenario, and for a parameter that does not
 * exist or lies outside its domain.
 */
export function resolve(scenario: ScenarioOrId, facts: BareFacts = bareFacts(), path = 'scenario'): Scenario {
  checkFacts('facts', facts);
  if (typeof scenario !== 'string') return readOff(path, scenario, () => whole(path, scenario, facts));
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
