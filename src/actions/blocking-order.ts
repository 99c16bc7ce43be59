/** Blocking orders: issued against a measure of the other side, lifted, lapsed on the day that they name. */
import { addDays } from '../kit/calendar';
import { PARTY_IDS, type Actor, type PartyId } from '../model/actor';
import type { BlockingOrder } from '../model/blocking-order';
import { each, edit, newColumn, put } from '../model/column';
import { clearDeadlines, setDeadline } from '../model/deadline';
import { isLive } from '../model/measure';
import type { Draft, State } from '../model/state';
import { defineAction, type Rule } from './action-type';
import { dateOrOpen, oneOf } from './domain';
import { idOf, isoDate, text } from './fields';
import {
  authoritiesFor,
  authorityRules,
  depends,
  FREE_TEXT,
  freshSubject,
  idsOf,
  mustBe,
  mustBeDue,
  mustExist,
} from './rules';

const NONE: Readonly<Record<string, BlockingOrder>> = /* @__PURE__ */ Object.freeze({});
const orders = (state: State): Readonly<Record<string, BlockingOrder>> => state.blockingOrders ?? NONE;
const EXISTS = mustExist('blocking-order', 'blocking order', orders);
const IN_FORCE: Rule = mustBe(
  orders,
  {
    code: 'blocking-order/wrong-status',
    rule: 'Only an order in force can end.',
    source: 'stylised',
  },
  ({ status }) => status === 'in-force',
  ({ status }) => ({ status }),
);

/** Live listings and controls of the other side: what asks firms to comply. A duty is collected at the border and asks nobody. */
function answerable({ listing, control }: State, actor: Actor): string[] {
  return [...each(listing), ...each(control)]
    .filter((measure) => measure.imposer !== actor && isLive(measure))
    .map(({ id }) => id);
}

function end(draft: Draft, id: string, status: BlockingOrder['status']): void {
  const column = draft.blockingOrders;
  if (column === undefined) return;
  const order = edit(column, id);
  order.status = status;
  order.since = draft.today;
  clearDeadlines(draft, id);
}

const DAY = '2025-10-25';
const EXAMPLE = 'cn/example-blocking-order';
const CITES = ['stylised'] as const;

/** The action types of blocking orders. */
export const blockingOrderActions = [
  defineAction({
    type: 'blocking-order.issue',
    actors: PARTY_IDS,
    touches: [],
    doc: 'Forbid firms at home to comply with a listing or an export control of the other party, until a date or without one.',
    cites: CITES,
    fields: (z) => ({
      id: idOf(z, 'the new order'),
      label: text(z, 'What people call it'),
      authority: idOf(z, 'the authority that it stands on'),
      answers: idOf(z, 'the measure that it answers'),
      until: isoDate(z, 'Day on which it ends, null for none').nullable(),
    }),
    subject: 'authority',
    subjects: authoritiesFor('blocking-order'),
    rules: authorityRules('blocking-order'),
    domains: {
      id: freshSubject('blocking-order'),
      label: FREE_TEXT,
      answers: depends(
        'blocking-order/nothing-to-answer',
        'A blocking order names a live listing or export control of the other party.',
        (state, actor) => oneOf(...answerable(state, actor)),
      ),
      until: depends(
        'blocking-order/end-not-ahead',
        'An order ends on a later day, within four years, or has an open end.',
        (state) => dateOrOpen(addDays(state.today, 1), addDays(state.today, 1461)),
      ),
    },
    effect: (draft, { id, actor, label, authority, answers, until }) => {
      put((draft.blockingOrders ??= newColumn(draft.undertakings)), id, {
        id,
        label,
        owner: actor as PartyId,
        authority,
        answers,
        status: 'in-force',
        since: draft.today,
        until,
      });
      if (until !== null) setDeadline(draft, { kind: 'blocking-order-end', on: until, subject: id });
    },
    examples: [
      {
        type: 'blocking-order.issue',
        actor: 'CN',
        on: DAY,
        id: EXAMPLE,
        label: 'An example',
        authority: 'cn-blocking-rules',
        answers: 'us/entity-september-2025',
        until: null,
      },
    ],
  }),
  defineAction({
    type: 'blocking-order.lift',
    actors: PARTY_IDS,
    touches: [],
    doc: 'Lift a blocking order: firms at home may comply again.',
    cites: CITES,
    fields: (z) => ({ id: idOf(z, 'the order') }),
    subject: 'id',
    subjects: idsOf(orders),
    rules: [
      EXISTS,
      mustBe(
        orders,
        {
          code: 'blocking-order/not-the-owner',
          rule: 'Only the party that issued an order can lift it.',
          source: 'stylised',
          lasting: true,
        },
        ({ owner }, _state, actor) => owner === actor,
        ({ owner }) => ({ owner }),
      ),
      IN_FORCE,
    ],
    domains: {},
    effect: (draft, { id }) => end(draft, id, 'lifted'),
    examples: [{ type: 'blocking-order.lift', actor: 'CN', on: DAY, id: EXAMPLE }],
  }),
  defineAction({
    type: 'blocking-order.lapse',
    actors: ['calendar'],
    touches: [],
    doc: 'The day that a blocking order names has come and it no longer holds.',
    cites: CITES,
    fields: (z) => ({ id: idOf(z, 'the order') }),
    subject: 'id',
    subjects: idsOf(orders),
    rules: [EXISTS, IN_FORCE, mustBeDue('blocking-order', 'blocking-order-end')],
    domains: {},
    effect: (draft, { id }) => end(draft, id, 'lapsed'),
    examples: [{ type: 'blocking-order.lapse', actor: 'calendar', on: DAY, id: EXAMPLE }],
  }),
];
