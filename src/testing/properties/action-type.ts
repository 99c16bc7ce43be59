/**
 * The suite for action types: the laws to which this library holds every row of its own table, for a user's rows.
 *
 * A row is run for real: the library's rules with the row in their table play, refuse, explain, apply and replay it.
 */
import type { ActionType } from '../../actions/action-type';
import { effectLaws } from './action-type-effect';
import { formLaws } from './action-type-form';
import { legalityLaws } from './action-type-legality';
import { groundFor, type GroundOptions } from './ground';
import type { Law } from './property';

/**
 * The laws of action types about one row or several, as `defineAction` returns them. Nothing is computed before a law
 * is checked; states and moves are then shared by all laws of the list. Deterministic in its arguments. Throws a
 * RangeError where no row is given.
 */
export function actionTypeLaws(
  rows: ActionType | readonly ActionType[],
  options: GroundOptions = {},
): readonly Law[] {
  const list: readonly ActionType[] = 'type' in rows ? [rows] : rows;
  if (list.length === 0) throw new RangeError('laws need at least one action type');
  const ground = groundFor(list, options);
  return [...formLaws(ground), ...legalityLaws(ground), ...effectLaws(ground)];
}
