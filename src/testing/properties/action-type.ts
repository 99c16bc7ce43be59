/**
 * The suite for action types: the properties to which this library holds every row of its own table, for a user's rows.
 *
 * A row is run for real: the library's rules with the row in their table play, refuse, explain, apply and replay it.
 */
import type { AnswerForm } from '../../kit/answer-form';
import { checkOptions } from '../../kit/checks';
import type { ActionType } from '../../actions/action-type';
import { effectProperties } from './action-type-effect';
import { formProperties } from './action-type-form';
import { legalityProperties } from './action-type-legality';
import { ACTION_TYPE_OPTIONS, groundFor, type ActionTypePropertyOptions } from './ground';
import type { NamedProperty } from './property';
import { oneOrMore } from './suite-options';

const ROW: AnswerForm<ActionType> = {
  what: 'an action type, as defineAction returns it',
  fields: { type: 'text' },
};

/**
 * The properties of action types. Nothing is computed before a property is checked; states and moves are then shared by all properties of
 * the list. Deterministic in its arguments. Throws an InputError for what is no action type or no option.
 * @param rows - One action type or several, as `defineAction` returns them; an empty list throws an InputError.
 * @param options - Scenario or states from which plays begin, how many (20 from each unless told) and how long, and seed; may be left out.
 *
 * @example actionTypeProperties(actionTypes[0]!, { plays: 2 }).length
 */
export function actionTypeProperties(
  rows: ActionType | readonly ActionType[],
  options: ActionTypePropertyOptions = {},
): readonly NamedProperty[] {
  const list = oneOrMore<ActionType>('rows', rows, ROW);
  checkOptions(options, ACTION_TYPE_OPTIONS);
  const ground = groundFor(list, options);
  return [...formProperties(ground), ...legalityProperties(ground), ...effectProperties(ground)];
}
