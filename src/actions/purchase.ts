/**
 * Purchases: state-directed buying, its halts and its commitments with windows (Phase One of January 2020; the
 * soybeans unsold in autumn 2025). Quantities are million metric tons.
 */
import { addDays } from '../kit/calendar';
import { PARTY_IDS } from '../model/actor';
import { each, edit, put } from '../model/column';
import { clearDeadlines, setDeadline } from '../model/deadline';
import type { PurchaseCommitment, PurchaseFlow } from '../model/purchase';
import type { Draft, State } from '../model/state';
import { defineAction, type Rule } from './action-type';
import { dateFrom, numberAbove, wholeFrom } from './domain';
import { idOf, isoDate, type Zod } from './fields';
import { depends, freshSubject, idsOf, mustBe, mustBeDue, mustExist, always } from './rules';

const flows = (state: State): Readonly<Record<string, PurchaseFlow>> => state.flows;
const commitments = (state: State): Readonly<Record<string, PurchaseCommitment>> => state.commitments;
const EXISTS = mustExist('purchase', 'trade in a product', flows);
const BUYER: Rule = mustBe(
  flows,
  {
    code: 'purchase/not-the-buyer',
    rule: 'Only the buying party can buy, halt or commit.',
    source: 'stylised',
    lasting: true,
  },
  (flow, _state, actor) => flow.buyer === actor,
  (flow) => ({ buyer: flow.buyer }),
);
const inStatus = (verb: string, status: PurchaseFlow['status']): Rule =>
  mustBe(
    flows,
    {
      code: 'purchase/wrong-status',
      rule: `Purchases can be ${verb} only while they are ${status}.`,
      source: 'stylised',
    },
    (flow) => flow.status === status,
    (flow) => ({ status: flow.status }),
  );
const mmt = (z: Zod, what: string) => z.number().describe(`${what}, million metric tons`);
/** More than the whole of China's yearly soybean imports: a quantity above it is a slip of the pen. */
const LARGEST_QUANTITY_MMT = 200;
/** One kilogram: what sums of shipments may lack by rounding and still meet a commitment. */
const ROUNDING_MMT = 1e-9;
const DAY = '2025-10-25';

function setFlow(draft: Draft, id: string, status: PurchaseFlow['status']): void {
  const flow = edit(draft.flows, id);
  flow.status = status;
  flow.since = draft.today;
}

/** The action types of purchases. */
export const purchaseActions = [
  defineAction({
    type: 'purchase.commit',
    actors: PARTY_IDS,
    touches: [],
    doc: 'Commit to buy a quantity inside a window of dates.',
    cites: ['supermarket-phase-one'],
    fields: (z) => ({
      id: idOf(z, 'the new commitment'),
      flow: idOf(z, 'the trade'),
      quantityMmt: mmt(z, 'Quantity'),
      from: isoDate(z),
      windowDays: z.number().int().describe('Length of the window in days'),
    }),
    subject: 'flow',
    subjects: idsOf(flows),
    rules: [EXISTS, BUYER],
    domains: {
      id: freshSubject('purchase'),
      quantityMmt: always(
        'purchase/no-quantity',
        'A commitment is above 0 and at most 200 million tons.',
        numberAbove(0, LARGEST_QUANTITY_MMT),
      ),
      from: depends('purchase/window-in-the-past', 'The window opens today or within four years.', (state) =>
        dateFrom(state.today, addDays(state.today, 1461)),
      ),
      windowDays: always(
        'purchase/window-length',
        'A window lasts from 1 day to four years.',
        wholeFrom(1, 1461),
      ),
    },
    effect: (draft, event) => {
      const { id, flow, quantityMmt, from } = event;
      const until = addDays(from, event.windowDays);
      put(draft.commitments, id, { id, flow, from, until, quantityMmt, deliveredMmt: 0, status: 'open' });
      setDeadline(draft, { kind: 'purchase-window', on: until, subject: id });
    },
    examples: [
      {
        type: 'purchase.commit',
        actor: 'CN',
        on: DAY,
        id: 'soybeans/example',
        flow: 'soybeans',
        quantityMmt: 12,
        from: '2025-10-30',
        windowDays: 62,
      },
    ],
  }),
  defineAction({
    type: 'purchase.deliver',
    actors: PARTY_IDS,
    touches: [],
    doc: 'Buy and ship a quantity; it counts towards every commitment whose window is open.',
    cites: ['supermarket-phase-one'],
    fields: (z) => ({ flow: idOf(z, 'the trade'), quantityMmt: mmt(z, 'Quantity') }),
    subject: 'flow',
    subjects: idsOf(flows),
    rules: [EXISTS, BUYER, inStatus('made', 'market')],
    domains: {
      quantityMmt: always(
        'purchase/no-quantity',
        'A delivery is above 0 and at most 200 million tons.',
        numberAbove(0, LARGEST_QUANTITY_MMT),
      ),
    },
    effect: (draft, event) => {
      edit(draft.flows, event.flow).deliveredMmt += event.quantityMmt;
      for (const commitment of each(draft.commitments)) {
        if (commitment.flow !== event.flow || commitment.status !== 'open') continue;
        if (commitment.from <= draft.today && draft.today < commitment.until)
          edit(draft.commitments, commitment.id).deliveredMmt += event.quantityMmt;
      }
    },
    examples: [{ type: 'purchase.deliver', actor: 'CN', on: DAY, flow: 'soybeans', quantityMmt: 1 }],
  }),
  defineAction({
    type: 'purchase.halt',
    actors: PARTY_IDS,
    touches: ['flows'],
    doc: 'Stop buying a product from the other party.',
    cites: ['dailyshorts-soybeans'],
    fields: (z) => ({ flow: idOf(z, 'the trade') }),
    subject: 'flow',
    subjects: idsOf(flows),
    rules: [EXISTS, BUYER, inStatus('halted', 'market')],
    domains: {},
    effect: (draft, event) => {
      setFlow(draft, event.flow, 'halted');
    },
    examples: [{ type: 'purchase.halt', actor: 'CN', on: DAY, flow: 'soybeans' }],
  }),
  defineAction({
    type: 'purchase.resume',
    actors: PARTY_IDS,
    touches: ['flows'],
    doc: 'Start buying a product from the other party again.',
    cites: ['dailyshorts-soybeans'],
    fields: (z) => ({ flow: idOf(z, 'the trade') }),
    subject: 'flow',
    subjects: idsOf(flows),
    rules: [EXISTS, BUYER, inStatus('resumed', 'halted')],
    domains: {},
    effect: (draft, event) => setFlow(draft, event.flow, 'market'),
    examples: [{ type: 'purchase.resume', actor: 'CN', on: DAY, flow: 'soybeans' }],
  }),
  defineAction({
    type: 'purchase.settle',
    actors: ['calendar'],
    touches: ['promises'],
    doc: 'The window of a commitment has closed: it was met or missed.',
    cites: ['supermarket-phase-one'],
    fields: (z) => ({ id: idOf(z, 'the commitment') }),
    subject: 'id',
    subjects: idsOf(commitments),
    rules: [mustExist('purchase', 'commitment', commitments), mustBeDue('purchase', 'purchase-window')],
    domains: {},
    effect: (draft, event) => {
      const commitment = edit(draft.commitments, event.id);
      commitment.status = commitment.deliveredMmt >= commitment.quantityMmt - ROUNDING_MMT ? 'met' : 'missed';
      clearDeadlines(draft, event.id);
    },
    examples: [{ type: 'purchase.settle', actor: 'calendar', on: DAY, id: 'soybeans/example' }],
  }),
];
