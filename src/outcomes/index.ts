/**
 * Outcome classes: predicates over terms, and which classes a final state belongs to.
 *
 * A sound scenario's classes are exclusive and exhaustive; `classify` therefore returns all that hold, and who needs
 * one asks for the first. A state in none or in two is a finding about the scenario, not an error here.
 */
import type { State } from '../model/state';
import type { TrajectoryFacts } from '../model/trajectory';
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

/** Whether a final state belongs to a class of one's own, by how it came about. */
export type OwnTerm = (state: State, trajectory: TrajectoryFacts) => boolean;

/** What a condition is held to beside the state: predicates of one's own by the name of their term, and the trajectory. */
export interface OwnJudgement {
  readonly terms: Readonly<Record<string, OwnTerm>>;
  readonly trajectory: TrajectoryFacts;
}

/** Whether a condition holds of a meeting in a final state. Throws for a term that does not exist; `check` finds those first. */
export function holds(condition: Condition, state: State, meeting: string, own?: OwnJudgement): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, state, meeting, own));
  if ('any' in condition) return condition.any.some((part) => holds(part, state, meeting, own));
  if ('not' in condition) return !holds(condition.not, state, meeting, own);
  const value = measured(condition.term, state, meeting, own);
  return (
    (condition.atLeast === undefined || value >= condition.atLeast) &&
    (condition.below === undefined || value < condition.below)
  );
}

function measured(id: string, state: State, meeting: string, own: OwnJudgement | undefined): number {
  const judge = own !== undefined && Object.hasOwn(own.terms, id) ? own.terms[id] : undefined;
  if (own !== undefined && judge !== undefined) return judge(state, own.trajectory) ? 1 : 0;
  const term = byId.get(id);
  if (term === undefined) throw new Error(`no such outcome term: ${id}`);
  return term.measure(state, meeting);
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
  /** Predicates of one's own, by the name of the term that stands for each. */
  readonly own?: { readonly terms?: Readonly<Record<string, OwnTerm>> };
}

/**
 * Indices of all classes to which a final state belongs; exactly one where the scenario is sound. A state may have several
 * meetings: the classes are about the one that the scenario names. Classes of one's own are asked with the trajectory.
 * `classify(scenario, state)`
 */
export function classify(
  { meeting, outcomes, own: { terms } = {} }: OutcomeQuestion,
  state: State,
  trajectory?: TrajectoryFacts,
): number[] {
  const own = terms === undefined || trajectory === undefined ? undefined : { terms, trajectory };
  const found: number[] = [];
  outcomes.forEach((outcome, index) => {
    if (holds(outcome.when, state, meeting, own)) found.push(index);
  });
  return found;
}
