/**
 * Outcome classes: predicates over terms, and which classes a final state belongs to.
 *
 * A sound scenario's classes are exclusive and exhaustive; `classify` therefore returns all that hold, and who needs
 * one asks for the first. A state in none or in two is a finding about the scenario, not an error here.
 */
import type { State } from '../model/state';
import type { Condition, OutcomeClass } from '../scenario/schema';
import { newCoercion } from './coercion';
import { agreementReached, meanConcession, meetingHeld } from './meeting';
import { controlRelief, tariffRelief } from './relief';
import type { OutcomeTerm } from './term';

/** All terms, by which conditions name them. */
export const outcomeTerms: readonly OutcomeTerm[] = [
  meetingHeld,
  agreementReached,
  meanConcession,
  tariffRelief,
  controlRelief,
  newCoercion,
];

const byId = new Map(outcomeTerms.map((term) => [term.id, term]));

/** The term of an id, or undefined. */
export function outcomeTermOf(id: string): OutcomeTerm | undefined {
  return byId.get(id);
}

/** Whether a condition holds of a meeting in a final state. Throws for a term that does not exist; `check` finds those first. */
export function holds(condition: Condition, state: State, meeting: string): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, state, meeting));
  if ('any' in condition) return condition.any.some((part) => holds(part, state, meeting));
  if ('not' in condition) return !holds(condition.not, state, meeting);
  const term = byId.get(condition.term);
  if (term === undefined) throw new Error(`no such outcome term: ${condition.term}`);
  const value = term.measure(state, meeting);
  return (
    (condition.atLeast === undefined || value >= condition.atLeast) &&
    (condition.below === undefined || value < condition.below)
  );
}

/** Ids of all terms that a condition names. */
export function termsOf(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(termsOf);
  if ('any' in condition) return condition.any.flatMap(termsOf);
  if ('not' in condition) return termsOf(condition.not);
  return [condition.term];
}

/** The classes of an outcome and the id of the meeting that they are about; a scenario is one of these. */
export interface OutcomeQuestion {
  readonly meeting: string;
  readonly outcomes: readonly OutcomeClass[];
}

/**
 * Indices of all classes to which a final state belongs; exactly one where the scenario is sound. A state may have several
 * meetings: the classes are about the one that the scenario names. `classify(scenario, state)`
 */
export function classify({ meeting, outcomes }: OutcomeQuestion, state: State): number[] {
  const found: number[] = [];
  outcomes.forEach((outcome, index) => {
    if (holds(outcome.when, state, meeting)) found.push(index);
  });
  return found;
}
