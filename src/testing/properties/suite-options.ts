/** The checks of what suites of properties are given: what they are about, and how long they look. */
import { checkState } from '../../engine/parse-state';
import { checkFacts } from '../../facts/bare';
import { checkAnswer, checkAnswers, checkItems, type AnswerForm } from '../../kit/answer-form';
import { checkWhole, readOff, type OptionCheck } from '../../kit/checks';
import { InputError } from '../../kit/input-error';
import type { State } from '../../model/state';

/**
 * One thing or several, as a list. Throws an InputError for what has not the form of one, and for an empty list: whether the rest of it
 * is as it should be, the properties say.
 */
export function oneOrMore<T>(
  path: string,
  given: T | readonly T[],
  form: AnswerForm<NoInfer<T>>,
): readonly T[] {
  if (!readOff(path, given, () => Array.isArray(given))) {
    const one = given as T;
    checkAnswer(path, one, form);
    return [one];
  }
  const list = given as readonly T[];
  checkAnswers(path, list, form);
  if (list.length > 0) return list;
  throw new InputError({ code: 'input/list', path, given, allowed: `at least one: ${form.what}` });
}

/** Refuses an option that is no number of plays, moves or episodes with an InputError. */
export const COUNT: OptionCheck = (name, given) => {
  checkWhole(name, given, { least: 0, most: 100_000_000 });
};

/** Refuses an option that is no whole number by which draws are keyed with an InputError. */
export const WHOLE_SEED: OptionCheck = (name, given) => {
  checkWhole(name, given, { least: -(2 ** 31), most: 2 ** 31 - 1 });
};

interface Named {
  readonly id: string;
}

const SCENARIO_FORM: AnswerForm<Named> = {
  what: 'a parsed scenario, or the id of one',
  fields: { id: 'text' },
};

/** Refuses what is neither an id nor has one with an InputError: whether it is a scenario shows when it is asked. */
export const SCENARIO: OptionCheck = (name, given) => {
  if (typeof given !== 'string') checkAnswer(name, given as Named, SCENARIO_FORM);
};

/** Refuses an option that is no list of scenarios or ids with an InputError. */
export const SCENARIOS: OptionCheck = (name, given) => {
  checkItems(name, given as readonly unknown[], 'scenarios or ids', SCENARIO);
};

/** Refuses an option that is no list of states with an InputError. */
export const STATES: OptionCheck = (name, given) => {
  checkItems(name, given as readonly State[], 'states', checkState);
};

/** Refuses an option that is no facts with an InputError. */
export const FACTS: OptionCheck = checkFacts;
