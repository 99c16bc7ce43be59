/**
 * The table of all action types. A family is added by its import and its entry here; everything else (the union of
 * events, parsing, legality, sampling, the property suites, the reference) reads the table.
 */
import { deepFrozen } from '../kit/frozen';
import { existing } from '../kit/lists';
import { InputError } from '../kit/input-error';
import type { ActionType, ActionTypesByName, EventBase, EventOf, TypedActionType } from './action-type';
import { agreementActions } from './agreement';
import { blockingOrderActions } from './blocking-order';
import { calendarActions } from './calendar';
import { courtActions } from './court';
import { exclusionActions } from './exclusion';
import { controlActions } from './export-control';
import { institutionActions } from './institution';
import { issueActions } from './issue';
import { listingActions } from './listing';
import { meetingActions } from './meeting';
import { portFeeActions } from './port-fee';
import { probeActions } from './probe';
import { purchaseActions } from './purchase';
import { reliefActions } from './relief';
import { statementActions } from './statement';
import { Guard } from './guard';
import { inPlace } from './in-place';
import { talksActions } from './talks';
import { tariffActions } from './tariff';
import { truceActions } from './truce';
import { undertakingActions } from './undertaking';

const table = [
  ...calendarActions,
  ...tariffActions,
  ...exclusionActions,
  ...controlActions,
  ...portFeeActions,
  ...listingActions,
  ...blockingOrderActions,
  ...probeActions,
  ...purchaseActions,
  ...reliefActions,
  ...undertakingActions,
  ...truceActions,
  ...institutionActions,
  ...issueActions,
  ...talksActions,
  ...meetingActions,
  ...agreementActions,
  ...statementActions,
  ...courtActions,
];

/** The event of an action type as `defineAction` returns it; of a union of types, the union of their events. */
export type EventIn<A> = A extends TypedActionType<infer T, infer F> ? EventOf<T, F> : never;

/** The events as the table itself has them, with whoever acts: what the compiled types are held to. */
export type TableEvent = EventIn<(typeof table)[number]>;

/** All action types, in the order in which a reader meets them. */
export const actionTypes: readonly ActionType[] = /* @__PURE__ */ deepFrozen(table);

/** A table of action types: the library's own, or that one with rows of a user's. */
export interface ActionTable extends ActionTypesByName {
  /** The types, in the order in which they were given. */
  readonly types: readonly ActionType[];
  /** The types ready to be asked, by name. */
  readonly guards: ReadonlyMap<string, Guard>;
}

/** The library's rows write their columns as these want it. */
const own: ReadonlySet<ActionType> = new Set(table);

const guardOf = (action: ActionType, table: ActionTypesByName) =>
  new Guard(own.has(action) ? action : inPlace(action), table);

/** Makes a table of action types. Throws an InputError where two of them have one name. */
export function tableOf(types: readonly ActionType[]): ActionTable {
  const byType = new Map(types.map((action) => [action.type, action]));
  if (byType.size < types.length) {
    const names = types.map(({ type }) => type);
    const twice = existing(names.find((name, at) => names.indexOf(name) !== at));
    throw new InputError({
      code: 'input/twice',
      path: 'actionTypes',
      given: twice,
      allowed: 'action types each with a name of its own',
      why: `two action types are named "${twice}"`,
    });
  }
  const guards = new Map(types.map((action) => [action.type, guardOf(action, { byType })]));
  return { types, byType, guards };
}

/** The library's own table: every rule reads this one unless it is handed another. */
export const actionTable: ActionTable = tableOf(actionTypes);

/** The action type of a name, or undefined. */
export function actionTypeOf(type: string): ActionType | undefined {
  return actionTable.byType.get(type);
}

export type { ActionType, EventBase };
export type { Event, EventByType, EventType } from './events';
