/** The compiled scenarios by id, so that an import needs neither a file nor a parser. */
import { compiledScenarios } from './compiled';
import { nearestText } from '../kit/nearest-text';
import type { Scenario } from './schema';

const byId = new Map<string, Scenario>(compiledScenarios.map((scenario) => [scenario.id, scenario]));

/** All compiled scenarios, the base first. */
export const scenarios: readonly Scenario[] = compiledScenarios;

/** The compiled scenario of an id, or undefined. */
export function findScenario(id: string): Scenario | undefined {
  return byId.get(id);
}

/**
 * The compiled scenario of an id. Throws a RangeError that names the nearest id where there is no such scenario.
 */
export function loadScenario(id: string): Scenario {
  const scenario = byId.get(id);
  if (scenario !== undefined) return scenario;
  const near = nearestText(id, [...byId.keys()]);
  const hint = near === null ? `known: ${[...byId.keys()].join(', ')}` : `did you mean "${near}"?`;
  throw new RangeError(`no such scenario: "${id.slice(0, 80)}"; ${hint}`);
}
