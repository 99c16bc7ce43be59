/**
 * Outcome classes: predicates over terms, and which classes an end belongs to.
 *
 * A sound scenario's classes are exclusive and exhaustive, or asked in an order; `classify` therefore returns all that hold, and
 * who needs one asks for the first. An end in none or in two is a finding about the scenario, not an error here.
 */
import { askOwn } from '../kit/ask-own';
import { checkColumns, checkList, checkObject, checkYesNo, unknownName } from '../kit/checks';
import { InputError } from '../kit/input-error';
import { firstOf, lastOf } from '../kit/lists';
import type { Condition, TermCondition } from '../model/condition';
import { OWN_TERM } from '../model/outcome-term';
import type { State } from '../model/state';
import type { TrajectoryFacts } from '../model/trajectory';
import type { OutcomeClass } from '../scenario/schema';
import { plannedDay, readingKey, readingsIn, readingsOver, type Readings } from './reading';
import { outcomeTermOf, outcomeTerms } from './terms';

export { outcomeTermOf, outcomeTerms } from './terms';

/**
 * Whether an end belongs to a class of one's own.
 * @param state - State at the horizon; it must not be changed.
 * @param trajectory - How it came about since the first day: averages, coercion, and how long the text held; it must not be changed.
 */
export type OwnTerm = (state: State, trajectory: TrajectoryFacts) => boolean;

/** An end as conditions judge it. */
export interface End {
  readonly state: State;
  readonly meeting: string;
  readonly meetingOn: string;
  readonly first: State;
  /** What was measured on the evenings for which conditions ask; what is not there is measured on the final state. */
  readonly readings: Readings;
  /** Predicates of one's own by the name of their term, and the trajectory for which they ask. */
  readonly own?: {
    readonly terms: Readonly<Record<string, OwnTerm>>;
    readonly trajectory: TrajectoryFacts;
  };
}

/** Whether a condition holds of an end. Throws for a term that does not exist; parsing finds those first. */
export function holds(condition: Condition, end: End): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, end));
  if ('any' in condition) return condition.any.some((part) => holds(part, end));
  if ('not' in condition) return !holds(condition.not, end);
  const { atLeast, below } = condition;
  const value = measured(condition, end);
  return (atLeast === undefined || value >= atLeast) && (below === undefined || value < below);
}

/** What a predicate of one's own answers. It is told by its class where it throws, or says neither: a promise would hold of every end. */
function asked(term: string, judge: OwnTerm, state: State, trajectory: TrajectoryFacts): boolean {
  const path = `outcomes.${term.slice(OWN_TERM.length)}.when`;
  return checkYesNo(
    path,
    askOwn(path, () => judge(state, trajectory)),
  );
}

/** The value of the term of a comparison. */
export function measured(comparison: TermCondition, end: End): number {
  const { term: id, of, is } = comparison;
  const { own, state, meeting, meetingOn, first, readings } = end;
  const judge = own !== undefined && Object.hasOwn(own.terms, id) ? own.terms[id] : undefined;
  if (own !== undefined && judge !== undefined) return asked(id, judge, state, own.trajectory) ? 1 : 0;
  const term = outcomeTermOf(id);
  if (term === undefined)
    throw unknownName(
      'term',
      id,
      outcomeTerms.map((one) => one.id),
    );
  const read = term.evening ? readings[readingKey(comparison)] : undefined;
  return read ?? term.measure(state, { meeting, meetingOn, first, of, is });
}

/** The classes of an outcome and the id of the meeting that they are about; a scenario is one of these. */
export interface OutcomeQuestion {
  /** Id of the meeting that the classes are about. */
  readonly meeting: string;
  /** The classes, in order of escalation in a scenario. */
  readonly outcomes: readonly OutcomeClass[];
  /** The order in which the classes are asked, where they have one. */
  readonly precedence?: readonly string[] | undefined;
  /** Predicates of one's own, by the name of the term that stands for each. */
  readonly own?: {
    /** The predicates by name; absent where there is none. */
    readonly terms?: Readonly<Record<string, OwnTerm>>;
  };
}

/** Indices of all classes to which an end belongs: with a precedence the first that holds, else all. */
export function classesOf({ outcomes, precedence }: OutcomeQuestion, end: End): number[] {
  if (precedence !== undefined) {
    for (const id of precedence) {
      const index = outcomes.findIndex((outcome) => outcome.id === id);
      const outcome = outcomes[index];
      if (outcome !== undefined && holds(outcome.when, end)) return [index];
    }
    return [];
  }
  const found: number[] = [];
  outcomes.forEach(({ when }, index) => {
    if (holds(when, end)) found.push(index);
  });
  return found;
}

/** The end of an episode of a question that ended in a state by a trajectory. */
export function endedBy({ meeting, own }: OutcomeQuestion, state: State, trajectory: TrajectoryFacts): End {
  const { meetingOn, first, readings } = trajectory;
  const end = { state, meeting, meetingOn, first, readings };
  const terms = own?.terms;
  return terms === undefined ? end : { ...end, own: { terms, trajectory } };
}

/** Refuses one state where the classes ask about an evening: it does not tell of the days before it. */
function refuseOneState(question: OutcomeQuestion, states: readonly State[]): void {
  const readings = readingsIn(question.outcomes);
  if (states.length > 1 || readings.length === 0) return;
  throw new InputError({
    code: 'input/one-state',
    path: 'states',
    given: states,
    allowed: 'the states of the play, the first day’s first',
    why: `the classes ask for ${readings.map(({ term }) => term).join(', ')}, which one state does not tell`,
  });
}

/**
 * Indices of all classes to which an end belongs; exactly one where the scenario is sound.
 * @param question - A scenario, or whatever has its meeting and outcome classes: a state may have several meetings, and the classes are
 *   about this one.
 * @param given - States of a play in the order of their days; the last alone will do where no class asks about an evening or the first day,
 *   else an InputError.
 *
 * @example classify(scenario, [first, afterTheMeeting, last])
 */
export function classify(question: OutcomeQuestion, given: State | readonly State[]): number[] {
  checkObject('question', question, 'a scenario, or whatever has its meeting and outcome classes');
  checkList('question.outcomes', question.outcomes, 'outcome classes').forEach((outcome, at) =>
    checkObject(
      `question.outcomes.${at}.when`,
      checkObject(`question.outcomes.${at}`, outcome, 'an outcome class')['when'],
      'a condition',
    ),
  );
  const states = Array.isArray(given) ? (given as readonly State[]) : [given as State];
  if (states.length === 0) checkColumns('states', undefined, ['meetings']);
  states.forEach((state, at) =>
    checkColumns(Array.isArray(given) ? `states.${at}` : 'states', state, ['meetings']),
  );
  refuseOneState(question, states);
  return classesOf(question, {
    state: lastOf(states),
    meeting: question.meeting,
    meetingOn: plannedDay(question.meeting, states),
    first: firstOf(states),
    readings: readingsOver(question, states),
  });
}
