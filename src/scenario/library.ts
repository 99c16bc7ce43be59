/** The compiled scenarios by id, so that an import needs neither a file nor a parser. */
import { unknownName } from '../kit/checks';
import { deepFrozen } from '../kit/frozen';
import type { OpenText } from '../kit/open-text';
import { compiledScenarios, type ScenarioId } from './compiled';
import type { Scenario } from './schema';

/** All compiled scenarios, the base first; frozen. */
export const scenarios: readonly Scenario[] = /* @__PURE__ */ deepFrozen(compiledScenarios);

const byId = new Map<string, Scenario>(scenarios.map((scenario) => [scenario.id, scenario]));

/**
 * The compiled scenario of an id, or undefined.
 * @param id - Id of a scenario that comes with the library, `kuala-lumpur-2025`; any other gives undefined.
 *
 * @example findScenario('no-such-scenario')
 */
export function findScenario(id: string): Scenario | undefined {
  return byId.get(id);
}

/**
 * The compiled scenario of an id.
 * @param id - Id of a scenario that comes with the library, `kuala-lumpur-2025`; any other throws an InputError that names the nearest.
 *
 * @example loadScenario('kuala-lumpur-2025').meeting
 */
export function loadScenario(id: ScenarioId | OpenText): Scenario {
  return byId.get(id) ?? refuseScenario(id, [...byId.keys()]);
}

/** Refuses an id under which there is no scenario with an InputError: the nearest of those known, or all of them. */
export function refuseScenario(id: unknown, known: readonly string[], path = 'scenario'): never {
  throw unknownName(path, id, known, 'no such scenario');
}

export type { ScenarioId };
