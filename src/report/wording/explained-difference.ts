/** A comparison with what lies behind it, summed up in sentences. */
import { explainedComparison, preparedBoth, type ExplainOptions } from '../../analyses/comparison/comparison';
import type { Subject } from '../../analyses/prepared';
import { here } from '../../analyses/runner/here';
import type { EnsembleAnalysis } from '../../analyses/runner/stage';
import type { ExplainedComparison } from '../../analyses/comparison/explained-comparison';
import { differenceSentences, namesOf } from './step-phrases';

/** A comparison with what lies behind it, summed up in sentences. */
export interface ExplainedDifference extends ExplainedComparison {
  /** How many runs change, with what it starts, what it took, what settles it, and how many part without changing. */
  readonly sentences: readonly string[];
}

/** The analysis behind {@link explainDifference}. */
export function* explainedDifference(
  base: Subject,
  variant: Subject,
  options: ExplainOptions = {},
): EnsembleAnalysis<ExplainedDifference> {
  const found = yield* explainedComparison(base, variant, options);
  const [{ facts, initial }, other] = preparedBoth(base, variant, options);
  const names = namesOf(facts, initial, other.initial);
  return { ...found, sentences: differenceSentences(found, names) };
}

/**
 * As `compare`, and looks into the pairs that end otherwise: with which step it starts, what draw or rule is behind it,
 * and by which chain it comes to the outcome. A step counts as a start when taking it back by itself changes the end.
 * Throws as `compare`, and an InputError for histories out of range.
 * @param base - Scenario, id or play that the other is held against: differences are the other less this one.
 * @param variant - Scenario, id or play that is compared, with the same outcome classes as the base.
 * @param options - As those of `compare`, and how many changed pairs are looked into, 0 to 100 000, 100 unless told.
 *
 * @example explainDifference('kuala-lumpur-2025', 'soybeans-first', { runs: 50, histories: 5 }).sentences
 */
export function explainDifference(
  base: Subject,
  variant: Subject,
  options: ExplainOptions = {},
): ExplainedDifference {
  return here(explainedDifference(base, variant, options));
}
