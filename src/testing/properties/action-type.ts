/**
 * The suite for action types: the properties to which this library holds every row of its own table, for a user's rows.
 *
 * A row is run for real: the library's rules with the row in their table play, refuse, explain, apply and replay it.
 */
import { InputError } from '../../kit/input-error';
import type { ActionType } from '../../actions/action-type';
import { effectProperties } from './action-type-effect';
import { formProperties } from './action-type-form';
import { legalityProperties } from './action-type-legality';
import { groundFor, type ActionTypePropertyOptions } from './ground';
import type { NamedProperty } from './property';

/**
 * The properties of action types. Nothing is computed before a property is checked; states and moves are then shared by all properties of
 * the list. Deterministic in its arguments.
 * @param rows - One action type or several, as `defineAction` returns them; an empty list throws an InputError.
 * @param options - Scenario or states from which plays begin, how many (20 from each unless told) and how long, and seed; may be left out.
 *
 * @example actionTypeProperties(actionTypes[0]!, { plays: 2 }).length
 */
export function actionTypeProperties(
  rows: ActionType | readonly ActionType[],
  options: ActionTypePropertyOptions = {},
): readonly NamedProperty[] {
  const list: readonly ActionType[] = 'type' in rows ? [rows] : rows;
  if (list.length === 0)
    throw new InputError({
      code: 'input/list',
      path: 'list',
      given: list,
      allowed: 'at least one action type',
    });
  const ground = groundFor(list, options);
  return [...formProperties(ground), ...legalityProperties(ground), ...effectProperties(ground)];
}
