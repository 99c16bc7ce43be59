/** Variants: a scenario file resolved against the one that it extends, by the rule that what it says replaces. */
import type { Scenario, ScenarioFile } from './schema';

/** Records are merged key by key; everything else is replaced. */
const MERGED = ['events', 'issues', 'parameters'] as const;

type Loose = Record<string, unknown>;

function mergeRecords(base: Loose, change: Loose): Loose {
  const merged: Loose = { ...base };
  for (const [key, value] of Object.entries(change)) {
    if (value === null) delete merged[key];
    else merged[key] = value;
  }
  return merged;
}

/**
 * A variant laid over its base: named events, issues and parameters merge by key and null removes; assumptions add
 * up; everything else that the variant says replaces what the base says. Whether the result is complete is for the
 * schema to tell.
 */
export function extendScenario(base: Scenario, variant: ScenarioFile): unknown {
  const { extends: _base, ...own } = variant;
  const changes = own as Loose;
  const result: Loose = { ...base, ...changes };
  for (const key of MERGED) {
    result[key] = mergeRecords((base as Loose)[key] as Loose, (changes[key] ?? {}) as Loose);
  }
  result.assumptions = [...base.assumptions, ...(variant.assumptions ?? [])];
  return result;
}
