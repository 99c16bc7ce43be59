/** Relief at home: paid to those who sell what the other side may stop buying, and over when its days are. */
import { addDays } from '../kit/calendar';
import { PARTY_IDS, type PartyId } from '../model/actor';
import { edit, newColumn, put } from '../model/column';
import { clearDeadlines, setDeadline } from '../model/deadline';
import type { PurchaseFlow } from '../model/purchase';
import type { Relief } from '../model/relief';
import type { State } from '../model/state';
import { defineAction } from './action-type';
import { numberAbove, wholeFrom } from './domain';
import { finite, idOf, text } from './fields';
import { always, FREE_TEXT, freshSubject, idsOf, mustBe, mustBeDue, mustExist } from './rules';

const NONE: Readonly<Record<string, Relief>> = /* @__PURE__ */ Object.freeze({});
const flows = (state: State): Readonly<Record<string, PurchaseFlow>> => state.flows;
const reliefs = (state: State): Readonly<Record<string, Relief>> => state.reliefs ?? NONE;
const EXISTS = mustExist('relief', 'payment', reliefs);

/** More than all that American farmers earn in a year: an amount above it is a slip of the pen. */
const LARGEST_USD_BN = 200;
const DAY = '2025-10-25';
const CITES = ['stylised'] as const;

/** The action types of relief at home. */
export const reliefActions = [
  defineAction({
    type: 'relief.pay',
    actors: PARTY_IDS,
    touches: [],
    doc: 'Pay those at home who sell a product to the other party for what they lose in the days ahead.',
    cites: CITES,
    fields: (z) => ({
      id: idOf(z, 'the new payment'),
      flow: idOf(z, 'the trade'),
      label: text(z, 'What people call it'),
      amountUsdBn: finite(z, 'Amount, billion US dollars'),
      days: z.number().int().describe('Days of losses that it is for, from today'),
    }),
    subject: 'flow',
    subjects: idsOf(flows),
    rules: [
      mustExist('relief', 'trade in a product', flows),
      mustBe(
        flows,
        {
          code: 'relief/not-the-seller',
          rule: 'A party relieves its own sellers.',
          source: 'stylised',
          lasting: true,
        },
        ({ seller }, _state, actor) => seller === actor,
        ({ seller }) => ({ seller }),
      ),
    ],
    domains: {
      id: freshSubject('relief'),
      label: FREE_TEXT,
      amountUsdBn: always(
        'relief/no-amount',
        'Relief is above 0 and at most 200 billion dollars.',
        numberAbove(0, LARGEST_USD_BN),
      ),
      days: always('relief/days', 'Relief is for the losses of 1 day to four years.', wholeFrom(1, 1461)),
    },
    effect: (draft, { id, actor, flow, label, amountUsdBn, days }) => {
      const from = draft.today;
      const until = addDays(from, days);
      const by = actor as PartyId;
      put((draft.reliefs ??= newColumn(draft.undertakings)), id, {
        id,
        label,
        by,
        flow,
        amountUsdBn,
        from,
        until,
        status: 'current',
      });
      setDeadline(draft, { kind: 'relief-end', on: until, subject: id });
    },
    examples: [
      {
        type: 'relief.pay',
        actor: 'US',
        on: DAY,
        id: 'us/example-relief',
        flow: 'soybeans',
        label: 'An example',
        amountUsdBn: 12,
        days: 365,
      },
    ],
  }),
  defineAction({
    type: 'relief.end',
    actors: ['calendar'],
    touches: [],
    doc: 'The days for whose losses relief was paid are over.',
    cites: CITES,
    fields: (z) => ({ id: idOf(z, 'the payment') }),
    subject: 'id',
    subjects: idsOf(reliefs),
    rules: [EXISTS, mustBeDue('relief', 'relief-end')],
    domains: {},
    effect: (draft, { id }) => {
      if (draft.reliefs === undefined) return;
      edit(draft.reliefs, id).status = 'over';
      clearDeadlines(draft, id);
    },
    examples: [{ type: 'relief.end', actor: 'calendar', on: DAY, id: 'us/example-relief' }],
  }),
];
