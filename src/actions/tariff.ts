/**
 * Duties: layers of ad valorem tariff under their authorities.
 *
 * The life of a layer is that of every measure; a rate can also be raised or cut, never above the ceiling of its
 * statute (Section 122: 15 %; Section 338: 50 %), and further goods can be brought under it.
 */
import { decimalSum } from '../kit/decimals';
import { each, edit } from '../model/column';
import type { State } from '../model/state';
import { isDue } from '../model/deadline';
import { COURT_RELIEF, takeOut } from '../model/exclusion';
import { excludedShare, rateKey, type TariffLayer } from '../model/tariff';
import { defineAction, type FieldRule } from './action-type';
import { dateOrOpen, freshIdBeside, numberAbove, numberFrom, oneOf, type Domain } from './domain';
import { finite, idOf, isoDate, share, text } from './fields';
import { earlierOf, endOf, FIT_FOR_FORCE, lastNotice, tomorrowOn } from './course';
import { changeDay, changeDayRule, supersede, waits } from './pending-change';
import { closeRate, enterLayer, rateByRule, RATE_IS_OPEN } from './open-rate';
import { lifecycle } from './lifecycle';
import { FAMILY_NOUNS } from './nouns';
import { PARTY_IDS } from '../model/actor';
import { dropChange, dropMootChange, setStatus } from '../model/lifecycle';
import {
  always,
  depends,
  FREE_TEXT,
  idsOf,
  measures,
  mustBe,
  mustBeDue,
  mustExist,
  ownMeasure,
  statusIn,
} from './rules';

/** Highest rate that any statute without a ceiling of its own is given, in per cent: prohibitive many times over. */
const PROHIBITIVE_PCT = 1000;

function ceilingOf(state: State, authority: string | undefined): number {
  return (authority === undefined ? null : state.authorities[authority]?.ceilingPct) ?? PROHIBITIVE_PCT;
}

const rateUnder: FieldRule = depends(
  'tariff/above-the-ceiling',
  'A duty is at most the ceiling of its statute, and 0 where it collects nothing yet.',
  (state, _actor, authority) => numberFrom(0, ceilingOf(state, authority)),
  'usc-2132',
);

const verbs = lifecycle({
  prefix: 'tariff',
  kind: 'tariff',
  noun: FAMILY_NOUNS.tariff,
  instrument: 'tariff',
  cites: ['eo-14334', 'alston-2022', 'usc-2132', 'usc-1338'],
  sizeFields: (z) => ({
    ratePct: finite(z, 'Ad valorem rate in per cent'),
    share: share(z, 'Share of bilateral imports that the duty covers'),
    rateBy: isoDate(z, 'Last day for another rate')
      .nullable()
      .exactOptional()
      .describe('Last day on which another rate, still open, is to be set; null where none was named'),
  }),
  sizeRules: {
    ratePct: rateUnder,
    share: always(
      'tariff/no-share',
      'A duty covers a share of trade from 0, where none is known, to 1.',
      numberFrom(0, 1),
    ),
    rateBy: rateByRule,
  },
  write: (draft, life, size) => enterLayer(draft, life, size),
  example: { authority: 'ieepa', id: 'us/example-duty', size: { ratePct: 10, share: 1 } },
});

const changeRules = (verb: string) => [
  mustExist('tariff', 'duty', measures('tariff')),
  ...ownMeasure('tariff', 'tariff'),
  statusIn('tariff', 'tariff', verb, 'threatened', 'scheduled', 'in-force', 'suspended'),
];

/** The rate of a duty with the points of a rise, as the two are written: 7.1 and 7.2 make 14.3. */
const raisedPct = (layer: TariffLayer, rise: TariffLayer): number =>
  decimalSum([layer.ratePct, rise.ratePct]);

/** Duties in force into which a pending rise may go. */
function raisable(state: State, id: string): string[] {
  const rise = state.tariff[id];
  if (rise === undefined) return [];
  return each(state.tariff)
    .filter(
      (layer) =>
        layer.status === 'in-force' && layer.imposer === rise.imposer && layer.authority === rise.authority,
    )
    .filter((layer) => raisedPct(layer, rise) <= ceilingOf(state, layer.authority))
    .map((layer) => layer.id);
}

/** The most that a duty can cover while its exclusions last. */
const shareLeft = (layer: TariffLayer): number =>
  layer.exclusions === undefined ? 1 : Math.max(layer.share, decimalSum([1, -excludedShare(layer)]));

const rateOf = (state: State, id: string): number => state.tariff[id]?.ratePct ?? 0;

/** The action types of duties. */
export const tariffActions = [
  ...verbs,
  defineAction({
    type: 'tariff.raise',
    actors: PARTY_IDS,
    touches: ['tariff'],
    doc: 'Raise the rate of a duty, up to the ceiling of its statute.',
    cites: ['usc-2132'],
    fields: (z) => ({ id: idOf(z, 'the duty'), ratePct: z.number().describe('New rate in per cent') }),
    subject: 'id',
    subjects: idsOf(measures('tariff')),
    rules: changeRules('be raised'),
    domains: {
      ratePct: depends(
        'tariff/not-a-rise',
        'A rise is above the present rate and at most the ceiling of the statute.',
        (state, _actor, id): Domain =>
          numberAbove(rateOf(state, id), ceilingOf(state, state.tariff[id]?.authority)),
        'usc-2132',
      ),
    },
    effect: (draft, event) => {
      const layer = edit(draft.tariff, event.id);
      layer.ratePct = event.ratePct;
      supersede(draft, layer, 'cut');
    },
    examples: [{ type: 'tariff.raise', actor: 'US', on: '2025-03-04', id: 'us/ieepa-fentanyl', ratePct: 20 }],
  }),
  defineAction({
    type: 'tariff.cut',
    actors: PARTY_IDS,
    touches: ['tariff'],
    doc: 'Cut the rate of a duty; a cut to zero keeps the layer on the books.',
    cites: ['eo-14334'],
    fields: (z) => ({
      id: idOf(z, 'the duty'),
      ratePct: z.number().min(0).describe('New rate in per cent'),
      from: changeDay(z),
    }),
    subject: 'id',
    subjects: idsOf(measures('tariff')),
    rules: changeRules('be cut'),
    domains: {
      ratePct: depends(
        'tariff/not-a-cut',
        'A cut is at least 0 and below the present rate.',
        (state, _actor, id) => {
          const rate = rateOf(state, id);
          // A double just below the rate keeps the range closed, so that templates stay ranges.
          return rate > 0 ? numberFrom(0, rate * (1 - Number.EPSILON)) : numberAbove(0, 0);
        },
      ),
      from: changeDayRule('tariff', 'cut'),
    },
    effect: (draft, { id, ratePct, from }) => {
      const layer = edit(draft.tariff, id);
      if (waits(draft, layer, 'tariff', { verb: 'cut', ratePct }, from)) return;
      layer.ratePct = ratePct;
      dropMootChange(draft, layer);
    },
    examples: [{ type: 'tariff.cut', actor: 'US', on: '2025-10-30', id: 'us/ieepa-fentanyl', ratePct: 10 }],
  }),
  defineAction({
    type: 'tariff.widen',
    actors: PARTY_IDS,
    touches: ['tariff'],
    doc: 'Bring further goods under a duty at its rate: derivative articles, an inclusion round.',
    cites: ['eo-14289'],
    fields: (z) => ({
      id: idOf(z, 'the duty'),
      share: share(z, 'Share of bilateral imports that the duty covers from now on'),
    }),
    subject: 'id',
    subjects: idsOf(measures('tariff')),
    rules: changeRules('be widened'),
    domains: {
      share: depends(
        'tariff/not-a-widening',
        'A widening covers at least the present share, where no figure for the added goods is known, and at most all trade that is not excluded.',
        (state, _actor, id) => {
          const layer = state.tariff[id];
          return layer === undefined ? numberFrom(0, 1) : numberFrom(layer.share, shareLeft(layer));
        },
      ),
    },
    effect: (draft, event) => {
      edit(draft.tariff, event.id).share = event.share;
    },
    examples: [
      { type: 'tariff.widen', actor: 'US', on: '2025-06-23', id: 'us/s232-metals-doubling', share: 0.0765 },
    ],
  }),
  defineAction({
    type: 'tariff.exclude',
    actors: PARTY_IDS,
    touches: ['tariff'],
    doc: 'Take the goods of a list out of a duty, until a date or with an open end; then they are under it again.',
    cites: ['alston-2022'],
    fields: (z) => ({
      id: idOf(z, 'the duty'),
      exclusion: idOf(z, 'the new exclusion'),
      label: text(z, 'What list it is'),
      share: share(z, 'Share of bilateral imports that it takes out'),
      until: isoDate(z, 'Day on which it ends, null for none').nullable(),
      from: changeDay(z),
    }),
    subject: 'id',
    subjects: idsOf(measures('tariff')),
    rules: changeRules('be narrowed'),
    domains: {
      exclusion: depends('exclusion/id-taken', 'Something new needs an id of its own.', (state, _actor, id) =>
        freshIdBeside(
          COURT_RELIEF,
          Object.fromEntries((state.tariff[id]?.exclusions ?? []).map((one) => [one.id, true])),
        ),
      ),
      label: FREE_TEXT,
      share: depends(
        'exclusion/too-much',
        'An exclusion takes out from 0, where no figure is known, to all that the duty still covers.',
        (state, _actor, id) => numberFrom(0, state.tariff[id]?.share ?? 0),
      ),
      until: depends(
        'exclusion/ends-too-early-or-late',
        'An exclusion ends on a later day, within the life of its duty and at most two years ahead, or stays open.',
        (state, _actor, id) =>
          dateOrOpen(tomorrowOn(state), earlierOf(lastNotice(state), endOf(state, 'tariff', id))),
      ),
      from: changeDayRule('tariff', 'exclude'),
    },
    effect: (draft, event) => {
      const { exclusion, label, share: taken, until, from } = event;
      const layer = edit(draft.tariff, event.id);
      if (waits(draft, layer, 'tariff', { verb: 'exclude', exclusion, label, share: taken, until }, from))
        return;
      const { pending } = layer;
      // The list that was to come later has come.
      if (pending?.verb === 'exclude' && pending.exclusion === exclusion) dropChange(draft, layer);
      takeOut(draft, layer, { id: exclusion, label, share: taken, until });
    },
    examples: [
      {
        type: 'tariff.exclude',
        actor: 'US',
        on: '2025-11-26',
        id: 'us/s301-list3',
        exclusion: 'lines-2025',
        label: '178 tariff lines',
        share: 0.02,
        until: '2026-11-10',
      },
    ],
  }),
  defineAction({
    type: 'tariff.set-rate',
    actors: PARTY_IDS,
    touches: ['tariff'],
    doc: 'Set the rate of a duty that was ordered with its rate still open, up to the ceiling of its statute.',
    cites: ['alston-2022'],
    fields: (z) => ({ id: idOf(z, 'the duty'), ratePct: z.number().describe('Rate in per cent') }),
    subject: 'id',
    subjects: idsOf(measures('tariff')),
    rules: [...changeRules('have its rate set'), RATE_IS_OPEN],
    domains: {
      ratePct: depends(
        'tariff/above-the-ceiling',
        'A duty is at most the ceiling of its statute, and 0 where it collects nothing yet.',
        (state, _actor, id) => numberFrom(0, ceilingOf(state, state.tariff[id]?.authority)),
        'usc-2132',
      ),
    },
    effect: (draft, event) => {
      const layer = edit(draft.tariff, event.id);
      layer.ratePct = event.ratePct;
      closeRate(draft, layer);
      dropMootChange(draft, layer);
    },
    examples: [{ type: 'tariff.set-rate', actor: 'US', on: '2027-06-23', id: 'us/s301-chips', ratePct: 25 }],
  }),
  defineAction({
    type: 'tariff.leave-rate',
    actors: ['calendar'],
    touches: [],
    doc: 'The last day on which the open rate of a duty was to be set is over: the duty stays at the rate that it has.',
    cites: ['alston-2022'],
    fields: (z) => ({ id: idOf(z, 'the duty') }),
    subject: 'id',
    subjects: idsOf(measures('tariff')),
    rules: [
      mustExist('tariff', 'duty', measures('tariff')),
      {
        ...mustBeDue('tariff', 'rate-due'),
        violated: (state, _actor, id) =>
          isDue(state, 'rate-due', rateKey({ id })) ? null : { deadline: 'rate-due', today: state.today },
      },
    ],
    domains: {},
    effect: (draft, event) => closeRate(draft, edit(draft.tariff, event.id)),
    examples: [{ type: 'tariff.leave-rate', actor: 'calendar', on: '2027-06-24', id: 'us/s301-chips' }],
  }),
  defineAction({
    type: 'tariff.fold-in',
    actors: PARTY_IDS,
    touches: ['tariff'],
    doc: 'Carry a threatened or ordered rise out by adding its points to the duty that it was to raise.',
    cites: ['alston-2022'],
    signal: 'execution',
    fields: (z) => ({ id: idOf(z, 'the pending rise'), into: idOf(z, 'the duty that it raises') }),
    subject: 'id',
    subjects: idsOf(measures('tariff')),
    rules: [
      mustExist('tariff', 'duty', measures('tariff')),
      ...ownMeasure('tariff', 'tariff'),
      statusIn('tariff', 'tariff', 'be folded in', 'threatened', 'scheduled'),
      ...FIT_FOR_FORCE.map((rule) => rule('tariff')),
    ],
    domains: {
      into: depends(
        'tariff/not-the-same-footing',
        'A rise goes into a duty in force of the same party under the same statute, up to its ceiling.',
        (state, _actor, id) => oneOf(...raisable(state, id)),
      ),
    },
    effect: (draft, event) => {
      const rise = edit(draft.tariff, event.id);
      const layer = edit(draft.tariff, event.into);
      layer.ratePct = raisedPct(layer, rise);
      supersede(draft, layer, 'cut');
      setStatus(draft, rise, 'lapsed');
    },
    examples: [
      {
        type: 'tariff.fold-in',
        actor: 'US',
        on: '2019-05-10',
        id: 'us/s301-list3-rise-2019',
        into: 'us/s301-list3',
      },
    ],
  }),
  defineAction({
    type: 'tariff.set-by-statute',
    actors: PARTY_IDS,
    touches: ['tariff'],
    doc: 'Set the statutory rate of a party anew: an act of its legislator or tariff schedule, no executive act.',
    cites: ['piie-2022'],
    fields: (z) => ({
      id: idOf(z, 'the statutory duty'),
      ratePct: z.number().min(0).describe('New rate in per cent'),
    }),
    subject: 'id',
    subjects: idsOf(measures('tariff')),
    rules: [
      mustExist('tariff', 'duty', measures('tariff')),
      mustBe(
        measures('tariff'),
        {
          code: 'tariff/not-the-imposer',
          rule: 'Only the party that imposed a measure can change it.',
          source: 'stylised',
          lasting: true,
        },
        (measure, _state, actor) => measure.imposer === actor,
        (measure) => ({ imposer: measure.imposer }),
      ),
      mustBe(
        measures('tariff'),
        {
          code: 'tariff/not-statutory',
          rule: 'A statute sets only the rates that stand on no executive authority.',
          source: 'stylised',
          lasting: true,
        },
        (measure, state) => state.authorities[measure.authority]?.instruments.length === 0,
        (measure) => ({ authority: measure.authority }),
      ),
    ],
    domains: {
      ratePct: always(
        'tariff/out-of-range',
        'A statutory rate is from 0 to 1000 per cent.',
        numberFrom(0, PROHIBITIVE_PCT),
      ),
    },
    effect: (draft, event) => {
      edit(draft.tariff, event.id).ratePct = event.ratePct;
    },
    examples: [{ type: 'tariff.set-by-statute', actor: 'CN', on: '2018-07-01', id: 'cn/mfn', ratePct: 7.2 }],
  }),
];
