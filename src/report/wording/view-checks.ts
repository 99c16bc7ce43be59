/**
 * The checks of what answers are told with where they ask the facts or the rules: apart from the forms, so that a screen which
 * needs neither, such as the list of scenarios, is told without loading them.
 */
import type { OwnRules } from '../../engine/own-table';
import { checkFacts, type BareFacts } from '../../facts/bare';
import type { Facts } from '../../facts/schema';
import { checkAnswer, type AnswerForm } from '../../kit/answer-form';
import { readOff } from '../../kit/checks';
import { rulesGiven } from '../../scenario/own';
import { checkPaint } from './answer-forms';
import type { Paint } from './text';

/** Facts with the words that some screens tell. */
const WORDED: AnswerForm<Facts> = {
  what: 'facts with their sources and claims, and not those that only reckon',
  fields: { sources: 'object', claims: 'list of objects' },
};

/** Refuses with an InputError what are no facts, and facts of which nobody gave the words. */
export function checkWordedFacts(path: string, facts: Facts): void {
  checkFacts(path, facts);
  checkAnswer(path, facts, WORDED);
}

/** Refuses with an InputError what lacks a field of a view, and what are no facts and no paint in it. */
export function checkView<View extends { readonly facts: BareFacts; readonly paint: Paint }>(
  view: View,
  form: AnswerForm<NoInfer<View>>,
): void {
  checkAnswer('view', view, form);
  checkFacts('view.facts', view.facts);
  checkPaint('view.paint', view.paint);
}

/** Refuses with an InputError what is no rule set; without one the library's rules hold. */
export function checkRules(rules: OwnRules | undefined): void {
  readOff('rules', rules, () => rulesGiven(rules));
}
