/** Variants: a scenario file resolved against the one that it extends, by the rule that what it says replaces. */
import type { Scenario, ScenarioFile } from './schema';

/** Records are merged key by key; everything else is replaced. */
const MERGED = ['events', 'issues', 'parameters'] as const;
/** Lists that are empty where nothing is said. */
const LISTS = ['withoutAuthorities', 'assumptions'] as const;

type Loose = Record<string, unknown>;

function mergeRecords(base: Loose, change: Loose): Loose {
  const merged: Loose = { ...base };
  for (const [key, value] of Object.entries(change)) {
    if (value === null) delete merged[key];
    else merged[key] = value;
  }
  return merged;
}

/** What is left where null takes keys away: of what may be empty an empty one. */
export function withoutNull(file: Loose): Loose {
  const left = Object.entries(file).filter(([, value]) => value !== null);
  const empty = [
    ...MERGED.map((key) => [key, {}] as const),
    ...LISTS.map((key) => [key, []] as const),
  ].filter(([key]) => file[key] === null);
  return Object.fromEntries([...left, ...empty]);
}

/** An order of outcome classes where it names exactly these; undefined where there is none, or where it is of others. */
export function orderOf(
  precedence: readonly string[] | undefined,
  outcomes: readonly { readonly id: string }[],
): string[] | undefined {
  const same = precedence?.length === outcomes.length && outcomes.every(({ id }) => precedence.includes(id));
  return same ? [...precedence] : undefined;
}

/**
 * A variant laid over its base, as a merge patch of JSON (RFC 7396): null takes away what the base says, a whole key or one of
 * the named events, issues and parameters, which merge by key; everything else that the variant says replaces what the base
 * says, but for assumptions, which add up. Whether the result is complete is for the schema to tell.
 */
export function extendScenario(base: Scenario, variant: ScenarioFile): unknown {
  const { extends: _base, ...own } = variant;
  const changes = own as Loose;
  const result: Loose = { ...base, ...changes };
  for (const key of MERGED) {
    if (changes[key] !== null)
      result[key] = mergeRecords((base as Loose)[key] as Loose, (changes[key] ?? {}) as Loose);
  }
  // The order of the classes is that of those which the base has.
  if (variant.precedence === undefined && Array.isArray(result.outcomes))
    result.precedence = orderOf(base.precedence, result.outcomes as Scenario['outcomes']);
  if (result.precedence === undefined) delete result.precedence;
  if (variant.assumptions !== null)
    result.assumptions = [...base.assumptions, ...(variant.assumptions ?? [])];
  return withoutNull(result);
}
