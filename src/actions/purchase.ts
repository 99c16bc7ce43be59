/**
 * Purchases: state-directed buying, its halts and its commitments with windows (Phase One of January 2020; the
 * soybeans unsold in autumn 2025). Quantities are million metric tons, or the unit that a flow states; what is contracted is
 * apart from what is shipped, and a commitment counts the one or the other.
 */
import { addDays, isIsoDate } from '../kit/calendar';
import { otherParty, PARTY_IDS, type PartyId } from '../model/actor';
import { each, edit, put } from '../model/column';
import { clearDeadlines, setDeadline } from '../model/deadline';
import {
  COUNTED,
  progressOf,
  UNITS,
  type PurchaseCommitment,
  type PurchaseFlow,
  type Unit,
} from '../model/purchase';
import type { Draft, State } from '../model/state';
import { defineAction, type FieldRule, type Rule } from './action-type';
import { ABSENT, dateFrom, numberAbove, oneOf, wholeFrom } from './domain';
import { idOf, isoDate, text, type Zod } from './fields';
import {
  always,
  depends,
  FREE_TEXT,
  freshIn,
  freshSubject,
  idsOf,
  mayBeLeftOut,
  mustBe,
  mustBeDue,
  mustExist,
  statusWords,
} from './rules';

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
      rule: `Purchases can be ${verb} only while they are ${statusWords([status], { market: 'left to the market' })}.`,
      source: 'stylised',
    },
    (flow) => flow.status === status,
    (flow) => ({ status: flow.status }),
  );
const quantities = (z: Zod) => ({
  quantityMmt: z
    .number()
    .describe('Quantity, million metric tons; left out where the trade has another unit')
    .exactOptional(),
  quantity: z.number().describe('Quantity in the unit of the trade, where that is not tons').exactOptional(),
});

/** The rule of a field that the law wants of some trades, and wants left out of the others. */
const eitherOr = (...rule: Parameters<typeof depends>): FieldRule => ({
  ...depends(...rule),
  optional: true,
});

/** The rules of a quantity: in tons or in the unit of the flow, never in both. */
const QUANTITY_RULES = {
  quantityMmt: eitherOr(
    'purchase/no-quantity',
    'A quantity of a trade in tons is above 0 and at most 200 million; of another it is left out.',
    ({ flows: all }, _actor, id) => (all[id]?.unit === undefined ? numberAbove(0, LARGEST.Mmt) : ABSENT),
  ),
  quantity: eitherOr(
    'purchase/wrong-unit',
    'A quantity of a trade in dollars or pieces is above 0 and no more than any year has seen; of one in tons it is left out.',
    ({ flows: all }, _actor, id) => {
      const unit = all[id]?.unit;
      return unit === undefined ? ABSENT : numberAbove(0, LARGEST[unit]);
    },
  ),
};

/** The quantity of an event, in the unit of its flow. */
const amountOf = ({ quantity, quantityMmt }: { quantity?: number; quantityMmt?: number }): number =>
  quantity ?? quantityMmt ?? 0;

/** Counts a quantity towards every open commitment to a flow whose window is open and that counts this. */
function count(draft: Draft, flow: string, amount: number, counts: PurchaseCommitment['counts']): void {
  for (const commitment of each(draft.commitments)) {
    if (commitment.flow !== flow || commitment.status !== 'open' || commitment.counts !== counts) continue;
    if (draft.today < commitment.from || draft.today >= commitment.until) continue;
    const own = edit(draft.commitments, commitment.id);
    if (own.delivered === undefined) own.deliveredMmt += amount;
    else own.delivered += amount;
  }
}

/** Opens the next window of a commitment for several years: the year after the one that is over. */
function openNext(
  draft: Draft,
  commitment: Draft['commitments'][string],
  left: number,
  status: 'met' | 'missed',
): void {
  const { from, until } = commitment;
  const amount = progressOf(commitment).counted;
  commitment.past = [...(commitment.past ?? []), { from, until, amount, status }];
  commitment.from = until;
  commitment.until = yearAfter(until);
  commitment.deliveredMmt = 0;
  if (commitment.delivered !== undefined) commitment.delivered = 0;
  commitment.yearsLeft = left - 1;
  setDeadline(draft, { kind: 'purchase-window', on: commitment.until, subject: commitment.id });
}

/** The same day a year later; 28 February for a leap day. */
function yearAfter(day: string): string {
  const later = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  return isIsoDate(later) ? later : `${later.slice(0, 8)}28`;
}

/** More than any trade of the two comes to in a year: a quantity above it is a slip of the pen. */
const LARGEST: Readonly<Record<Unit, number>> = { Mmt: 200, 'USD bn': 1000, pieces: 100_000 };
/** One kilogram or one dollar: what sums may lack by rounding and still meet a commitment. */
const ROUNDING = 1e-9;

/** The fields of an item that are said; the others are absent. */
function said<F extends object>(fields: F): { [K in keyof F]?: Exclude<F[K], undefined> } {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  // Those left out are the ones that may be absent.
  return Object.fromEntries(given) as { [K in keyof F]?: Exclude<F[K], undefined> };
}

const DAY = '2025-10-25';

function setFlow(draft: Draft, id: string, status: PurchaseFlow['status']): void {
  const flow = edit(draft.flows, id);
  flow.status = status;
  flow.since = draft.today;
}

/** The action types of purchases. */
export const purchaseActions = [
  defineAction({
    type: 'purchase.open',
    actors: PARTY_IDS,
    touches: [],
    doc: 'Make the buying of a product a matter of the state: it can be promised, halted and counted from now on.',
    cites: ['supermarket-phase-one'],
    fields: (z) => ({
      id: idOf(z, 'the new trade'),
      product: text(z, 'What is bought'),
      unit: z.enum(UNITS).describe('Unit of its quantities'),
      normalYear: z.number().describe('What is bought in a normal year, in the unit').exactOptional(),
    }),
    subject: null,
    subjects: () => [''],
    rules: [],
    domains: {
      id: freshIn('purchase', flows),
      product: FREE_TEXT,
      unit: always('purchase/unknown-unit', 'Tons, dollars or pieces are counted.', oneOf(...UNITS)),
      normalYear: mayBeLeftOut(
        always(
          'purchase/normal-year',
          'A normal year is above 0 and at most 100000 of the unit.',
          numberAbove(0, LARGEST.pieces),
        ),
      ),
    },
    effect: (draft, { id, actor, product, unit, normalYear }) => {
      const buyer = actor as PartyId;
      put(draft.flows, id, {
        id,
        product,
        buyer,
        seller: otherParty(buyer),
        status: 'market',
        since: draft.today,
        deliveredMmt: 0,
        ...(unit === 'Mmt' ? said({ normalYear }) : said({ unit, delivered: 0, normalYear })),
      });
    },
    examples: [
      {
        type: 'purchase.open',
        actor: 'CN',
        on: DAY,
        id: 'example-aircraft',
        product: 'Aircraft',
        unit: 'pieces',
        normalYear: 50,
      },
    ],
  }),
  defineAction({
    type: 'purchase.commit',
    actors: PARTY_IDS,
    touches: [],
    doc: 'Commit to buy a quantity inside a window of dates.',
    cites: ['supermarket-phase-one'],
    fields: (z) => ({
      id: idOf(z, 'the new commitment'),
      flow: idOf(z, 'the trade'),
      ...quantities(z),
      from: isoDate(z, 'First day of the window in which is bought'),
      windowDays: z.number().int().describe('Length of the window in days'),
      counts: z.enum(COUNTED).describe('What counts towards it; shipments unless told').exactOptional(),
      years: z
        .number()
        .int()
        .describe('Years in all, each with the quantity, where it is for more than one window')
        .exactOptional(),
    }),
    subject: 'flow',
    subjects: idsOf(flows),
    rules: [EXISTS, BUYER],
    domains: {
      id: freshSubject('purchase'),
      ...QUANTITY_RULES,
      from: depends('purchase/window-in-the-past', 'The window opens today or within four years.', (state) =>
        dateFrom(state.today, addDays(state.today, 1461)),
      ),
      windowDays: always(
        'purchase/window-length',
        'A window lasts from 1 day to four years.',
        wholeFrom(1, 1461),
      ),
      counts: mayBeLeftOut(
        always('purchase/counts', 'Shipments or contracts are counted.', oneOf(...COUNTED)),
      ),
      years: mayBeLeftOut(
        always('purchase/years', 'A commitment of several years is for 2 to 10 of them.', wholeFrom(2, 10)),
      ),
    },
    effect: (draft, event) => {
      const { id, flow, quantityMmt = 0, quantity, from, counts, years } = event;
      const until = addDays(from, event.windowDays);
      put(draft.commitments, id, {
        id,
        flow,
        from,
        until,
        quantityMmt,
        deliveredMmt: 0,
        status: 'open',
        ...said({
          quantity,
          delivered: quantity === undefined ? undefined : 0,
          counts: counts === 'contracts' ? counts : undefined,
          yearsLeft: years === undefined ? undefined : years - 1,
        }),
      });
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
    doc: 'Buy and ship a quantity; it counts towards every commitment to shipments whose window is open.',
    cites: ['supermarket-phase-one'],
    fields: (z) => ({ flow: idOf(z, 'the trade'), ...quantities(z) }),
    subject: 'flow',
    subjects: idsOf(flows),
    rules: [EXISTS, BUYER, inStatus('made', 'market')],
    domains: QUANTITY_RULES,
    effect: (draft, event) => {
      const amount = amountOf(event);
      const flow = edit(draft.flows, event.flow);
      if (flow.delivered === undefined) flow.deliveredMmt += amount;
      else flow.delivered += amount;
      count(draft, event.flow, amount, undefined);
    },
    examples: [{ type: 'purchase.deliver', actor: 'CN', on: DAY, flow: 'soybeans', quantityMmt: 1 }],
  }),
  defineAction({
    type: 'purchase.contract',
    actors: PARTY_IDS,
    touches: [],
    doc: 'Contract a quantity to be shipped later; it counts towards every commitment to contracts whose window is open.',
    cites: ['supermarket-phase-one'],
    fields: (z) => ({ flow: idOf(z, 'the trade'), ...quantities(z) }),
    subject: 'flow',
    subjects: idsOf(flows),
    rules: [EXISTS, BUYER, inStatus('contracted', 'market')],
    domains: QUANTITY_RULES,
    effect: (draft, event) => {
      const amount = amountOf(event);
      const flow = edit(draft.flows, event.flow);
      flow.contracted = (flow.contracted ?? 0) + amount;
      count(draft, event.flow, amount, 'contracts');
    },
    examples: [{ type: 'purchase.contract', actor: 'CN', on: DAY, flow: 'soybeans', quantityMmt: 1 }],
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
    doc: 'The window of a commitment has closed: it was met or missed, and that of its next year opens where it has one.',
    cites: ['supermarket-phase-one'],
    fields: (z) => ({ id: idOf(z, 'the commitment') }),
    subject: 'id',
    subjects: idsOf(commitments),
    rules: [mustExist('purchase', 'commitment', commitments), mustBeDue('purchase', 'purchase-window')],
    domains: {},
    effect: (draft, event) => {
      const commitment = edit(draft.commitments, event.id);
      const { promised, counted } = progressOf(commitment);
      const status = counted >= promised - ROUNDING ? 'met' : 'missed';
      clearDeadlines(draft, event.id);
      const left = commitment.yearsLeft ?? 0;
      if (left > 0) openNext(draft, commitment, left, status);
      else commitment.status = status;
    },
    examples: [{ type: 'purchase.settle', actor: 'calendar', on: DAY, id: 'soybeans/example' }],
  }),
];
