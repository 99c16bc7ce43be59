/**
 * Duties: layers of ad valorem tariff under their authorities.
 *
 * The life of a layer is that of every measure; a rate can also be raised or cut, never above the ceiling of its
 * statute (Section 122: 15 %; Section 338: 50 %).
 */
import * as z from 'zod';
import type { State } from '../model/state';
import { defineAction, type FieldRule } from './action-type';
import { numberAbove, numberFrom, type Domain } from './domain';
import { finite, idOf, share } from './fields';
import { lifecycle, noteCoercion } from './lifecycle';
import { PARTY_IDS } from '../model/actor';
import { always, depends, idsOf, measures, mustExist, ownMeasure, statusIn } from './rules';

/** Highest rate that any statute without a ceiling of its own is given, in per cent: prohibitive many times over. */
const PROHIBITIVE_PCT = 1000;

function ceilingOf(state: State, authority: string | undefined): number {
  return (authority === undefined ? null : state.authorities[authority]?.ceilingPct) ?? PROHIBITIVE_PCT;
}

const rateUnder: FieldRule = depends(
  'tariff/above-the-ceiling',
  'A duty is positive and at most the ceiling of its statute.',
  (state, _actor, authority) => numberAbove(0, ceilingOf(state, authority)),
  'usc-2132',
);

const verbs = lifecycle({
  prefix: 'tariff',
  kind: 'tariff',
  noun: 'duty',
  instrument: 'tariff',
  cites: ['eo-14334', 'alston-2022', 'usc-2132', 'usc-1338'],
  sizeFields: {
    ratePct: finite('Ad valorem rate in per cent'),
    share: share('Share of bilateral imports that the duty covers'),
  },
  sizeRules: {
    ratePct: rateUnder,
    share: always('tariff/no-share', 'A duty covers a share of trade above 0 and up to 1.', numberAbove(0, 1)),
  },
  write: (draft, life, event) => {
    draft.tariff[life.id] = { ...life, ratePct: event.ratePct, share: event.share };
  },
  example: { authority: 'ieepa', id: 'us/example-duty', size: { ratePct: 10, share: 1 } },
});

const changeRules = (verb: string) => [
  mustExist('tariff', 'duty', measures('tariff')),
  ...ownMeasure('tariff', 'tariff'),
  statusIn('tariff', 'tariff', verb, 'threatened', 'scheduled', 'in-force', 'suspended'),
];

const rateOf = (state: State, id: string): number => state.tariff[id]?.ratePct ?? 0;

/** The action types of duties. */
export const tariffActions = [
  ...verbs,
  defineAction({
    type: 'tariff.raise',
    actors: PARTY_IDS,
    doc: 'Raise the rate of a duty, up to the ceiling of its statute.',
    cites: ['usc-2132'],
    fields: { id: idOf('the duty'), ratePct: z.number().describe('New rate in per cent') },
    subject: 'id',
    subjects: idsOf(measures('tariff')),
    rules: changeRules('be raised'),
    domains: {
      ratePct: depends(
        'tariff/not-a-rise',
        'A rise is above the present rate and at most the ceiling of the statute.',
        (state, _actor, id): Domain => numberAbove(rateOf(state, id), ceilingOf(state, state.tariff[id]?.authority)),
        'usc-2132',
      ),
    },
    effect: (draft, event) => {
      const layer = draft.tariff[event.id]!;
      layer.ratePct = event.ratePct;
      if (layer.status === 'in-force' || layer.status === 'scheduled') noteCoercion(draft, layer.imposer, layer.id);
    },
    examples: [{ type: 'tariff.raise', actor: 'US', on: '2025-03-04', id: 'us/ieepa-fentanyl', ratePct: 20 }],
  }),
  defineAction({
    type: 'tariff.cut',
    actors: PARTY_IDS,
    doc: 'Cut the rate of a duty; a cut to zero keeps the layer on the books.',
    cites: ['eo-14334'],
    fields: { id: idOf('the duty'), ratePct: z.number().min(0).describe('New rate in per cent') },
    subject: 'id',
    subjects: idsOf(measures('tariff')),
    rules: changeRules('be cut'),
    domains: {
      ratePct: depends('tariff/not-a-cut', 'A cut is at least 0 and below the present rate.', (state, _actor, id) => {
        const rate = rateOf(state, id);
        // A double just below the rate keeps the range closed, so that templates stay ranges.
        return rate > 0 ? numberFrom(0, rate * (1 - Number.EPSILON)) : numberAbove(0, 0);
      }),
    },
    effect: (draft, event) => {
      draft.tariff[event.id]!.ratePct = event.ratePct;
    },
    examples: [{ type: 'tariff.cut', actor: 'US', on: '2025-10-30', id: 'us/ieepa-fentanyl', ratePct: 10 }],
  }),
] as const;
