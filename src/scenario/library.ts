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
  if (scenario === undefined) throw noSuchScenario(id, [...byId.keys()]);
  return scenario;
}

/** What is said of an id under which there is no scenario: the nearest of those known, or all of them. */
export function noSuchScenario(id: string, known: readonly string[]): RangeError {
  const near = nearestText(id, known);
  const hint = near === null ? `known: ${known.join(', ')}` : `did you mean "${near}"?`;
  return new RangeError(`no such scenario: "${id.slice(0, 80)}"; ${hint}`);
}
