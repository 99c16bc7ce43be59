/** The table of action types that an analysis runs on, from whichever loaded copy of the library its rules come. */
import { actionTable, tableOf, type ActionTable, type ActionType, type EventBase } from '../actions/index';

/** What an analysis takes of a rule set, as `withActionTypes` returns it: its action types. */
export interface OwnRules<E extends EventBase = EventBase> {
  /** The action types in the order of the table, those of the library first. */
  readonly actionTypes: readonly ActionType[];
  /** The events of these types, for the compiler; never present at run time. */
  readonly __event?: E;
}

const tables = new WeakMap<OwnRules, ActionTable>();

/**
 * The table of a rule set, or the library's own. The library's rows in it are those of this loaded copy: functions of a copy
 * that has run on immer's drafts are slower on plain states, and an episode is to run the rules that its engine has learnt.
 */
export function tableFor(rules: OwnRules | undefined): ActionTable {
  if (rules === undefined) return actionTable;
  const known = tables.get(rules);
  if (known !== undefined) return known;
  const table = tableOf(rules.actionTypes.map((row) => actionTable.byType.get(row.type) ?? row));
  tables.set(rules, table);
  return table;
}
