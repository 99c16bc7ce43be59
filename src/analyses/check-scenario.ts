/** The check of a scenario that somebody hands over, which says what may have been meant where it is none. */
import { inputIssues, type InputIssue } from '../engine/parse';
import { issueError } from '../engine/issue-error';
import type { BareFacts } from '../facts/bare';
import { isObject, readOff } from '../kit/checks';
import { InputError } from '../kit/input-error';
import { parseForm } from '../kit/parse-form';
import { SCENARIO_BOOK, SCENARIO_FORM } from '../scenario/forms';
import { findScenario } from '../scenario/library';
import { checkChanges } from '../scenario/parameter-changes';
import { fitIssues, isParsed } from '../scenario/parse';
import type { Scenario } from '../scenario/schema';

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

function whole(path: string, given: unknown, facts: BareFacts): Scenario {
  if (
    !isObject(given) ||
    typeof given['id'] !== 'string' ||
    typeof given['asOf'] !== 'string' ||
    !Array.isArray(given['outcomes'])
  )
    throw noScenario(path, given);
  // It has the form of one, or is told what it has not.
  const scenario = given as unknown as Scenario;
  if (!isParsed(given) && findScenario(given['id']) !== given) {
    const refuse = (issues: readonly InputIssue[]) => {
      const [issue] = issues;
      if (issue === undefined) return;
      const allowed = 'a scenario as parseScenario gives it';
      throw issueError(issue, { code: 'input/no-scenario', path, input: given, allowed });
    };
    const form = parseForm(SCENARIO_FORM, given, SCENARIO_BOOK);
    if (!form.ok) refuse(inputIssues(form.issues, given));
    refuse(fitIssues(scenario, facts));
  }
  checkChanges(scenario.parameters, facts);
  return scenario;
}

/**
 * A scenario that is given as one: told from what is none at all; one that the library has not frozen is looked at anew. Throws an
 * InputError for what is none, and for a parameter that does not exist or lies outside its domain.
 */
export function checkScenario(path: string, given: unknown, facts: BareFacts): Scenario {
  return readOff(path, given, () => whole(path, given, facts));
}
