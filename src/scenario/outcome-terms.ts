/** The names of what outcome classes are made of; `outcomes` measures each. */

/** Ids of all outcome terms. */
export const OUTCOME_TERM_IDS = [
  'meeting-held',
  'agreement-reached',
  'mean-concession',
  'tariff-relief',
  'control-relief',
  'new-coercion',
] as const;

/** The id of an outcome term. */
export type OutcomeTermId = (typeof OUTCOME_TERM_IDS)[number];

/** Whether a text is the id of an outcome term. */
export function isOutcomeTerm(id: string): id is OutcomeTermId {
  return (OUTCOME_TERM_IDS as readonly string[]).includes(id);
}
