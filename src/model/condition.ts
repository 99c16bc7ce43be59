/** Conditions: what belongs to an outcome class, as comparisons of measured terms. The terms themselves are measured in `outcomes`. */

/** One term compared with a threshold. */
export interface TermCondition {
  /** Id of the term, as `outcomeTerms` lists them. */
  readonly term: string;
  /** What of: a party, an issue, a control or a measure, as the term asks for. */
  readonly of?: string | undefined;
  /** The status that is asked for, where the term is about one. */
  readonly is?: string | undefined;
  /** Days after the planned day of the meeting on whose evening it is measured; 14 unless told. */
  readonly days?: number | undefined;
  /** The day on whose evening it is measured, in place of `days`. */
  readonly on?: string | undefined;
  /** Least value with which it holds, in the unit of the term, 1 for yes; undefined for no lower bound. */
  readonly atLeast?: number | undefined;
  /** Value below which it holds, in the unit of the term; undefined for no upper bound. */
  readonly below?: number | undefined;
}

/** A condition over how an episode ends: a comparison, or all, any or none of others. */
export type Condition =
  | TermCondition
  | {
      /** It holds where each of these does. */
      readonly all: readonly Condition[];
    }
  | {
      /** It holds where at least one of these does. */
      readonly any: readonly Condition[];
    }
  | {
      /** It holds where this does not. */
      readonly not: Condition;
    };

/** Whether a comparison has something to compare with. */
export function hasBound({ atLeast, below }: Pick<TermCondition, 'atLeast' | 'below'>): boolean {
  return atLeast !== undefined || below !== undefined;
}

/** Whether a comparison names its evening once at most. */
export function hasOneDay({ days, on }: Pick<TermCondition, 'days' | 'on'>): boolean {
  return days === undefined || on === undefined;
}

/** All comparisons in a condition. */
export function comparisonsIn(condition: Condition): TermCondition[] {
  if ('all' in condition) return condition.all.flatMap(comparisonsIn);
  if ('any' in condition) return condition.any.flatMap(comparisonsIn);
  return 'not' in condition ? comparisonsIn(condition.not) : [condition];
}

/** All comparisons in a condition, each with the path of keys that leads to it. */
export function comparisonPaths(condition: Condition, path: string): [path: string, TermCondition][] {
  const within = (key: 'all' | 'any', parts: readonly Condition[]) =>
    parts.flatMap((part, index) => comparisonPaths(part, `${path}.${key}.${index}`));
  if ('all' in condition) return within('all', condition.all);
  if ('any' in condition) return within('any', condition.any);
  return 'not' in condition ? comparisonPaths(condition.not, `${path}.not`) : [[path, condition]];
}
