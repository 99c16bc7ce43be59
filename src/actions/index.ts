/**
 * The table of all action types. A family is added by its import and its entry here; everything else (the union of
 * events, parsing, legality, sampling, the law suites, the reference) reads the table.
 */
import type { ActionType, EventBase, TypedActionType } from './action-type';
import { agreementActions } from './agreement';
import { calendarActions } from './calendar';
import { courtActions } from './court';
import { controlActions } from './export-control';
import { issueActions } from './issue';
import { listingActions } from './listing';
import { meetingActions } from './meeting';
import { portFeeActions } from './port-fee';
import { probeActions } from './probe';
import { purchaseActions } from './purchase';
import { statementActions } from './statement';
import { talksActions } from './talks';
import { tariffActions } from './tariff';
import { truceActions } from './truce';
import { undertakingActions } from './undertaking';

const table = [
  ...calendarActions,
  ...tariffActions,
  ...controlActions,
  ...portFeeActions,
  ...listingActions,
  ...probeActions,
  ...purchaseActions,
  ...undertakingActions,
  ...truceActions,
  ...issueActions,
  ...talksActions,
  ...meetingActions,
  ...agreementActions,
  ...statementActions,
  ...courtActions,
];

type EventIn<A> = A extends TypedActionType<infer T, infer F> ? import('./action-type').EventOf<T, F> : never;

/** One dated, attributed act: the union over all action types. */
export type Event = EventIn<(typeof table)[number]>;

/** The name of an action type. */
export type EventType = Event['type'];

/** All action types, in the order in which a reader meets them. */
export const actionTypes: readonly ActionType[] = table;

const byType = new Map<string, ActionType>(actionTypes.map((action) => [action.type, action]));

/** The action type of a name, or undefined. */
export function actionTypeOf(type: string): ActionType | undefined {
  return byType.get(type);
}

export type { ActionType, EventBase };
