/**
 * Courts: an authority challenged, a judgment stayed, upheld or struck down.
 *
 * Striking an authority down removes the measures standing on it and no other (the IEEPA cases: the duties on
 * fentanyl and the reciprocal ones hang on it, Sections 232 and 301 do not).
 */
import { existing } from '../kit/lists';
import type { Writable } from '../kit/writable';
import { edit } from '../model/column';
import { idOf, share, type Zod } from './fields';
import type { Authority, Standing } from '../model/authority';
import { setStatus, strikeUses } from '../model/lifecycle';
import { MEASURE_KINDS, type MeasureKind, type MeasureLife } from '../model/measure';
import { bringBack, COURT_RELIEF, takeOut } from '../model/exclusion';
import type { TariffLayer } from '../model/tariff';
import { numberFrom } from './domain';
import type { Draft, State } from '../model/state';
import { defineAction, type Rule } from './action-type';
import { depends, idsOf, mustBe, mustExist, statusWords } from './rules';

const authorities = (state: State): Readonly<Record<string, Authority>> => state.authorities;
const CITES = ['thompson-hine-court'] as const;
const DAY = '2025-11-05';
const EXISTS = mustExist('authority', 'legal authority', authorities);

/** Who may be ruled on: what the record has before the courts, and whatever a suit has brought there. */
const isBeforeCourts = ({ exposedToCourts, standing }: Authority): boolean =>
  exposedToCourts || standing !== 'available';

/** Courts of the United States review what its executive orders under any statute. */
const mayBeSued = (authority: Authority): boolean =>
  isBeforeCourts(authority) || (authority.owner === 'US' && authority.instruments.length > 0);

const NOT_EXPOSED = {
  code: 'court/not-exposed',
  source: 'thompson-hine-court',
} as const;
const facts = ({ exposedToCourts, standing }: Authority) => ({ exposedToCourts, standing });

const SUABLE: Rule = mustBe(
  authorities,
  { ...NOT_EXPOSED, rule: 'A suit is brought against what American executives order under a statute.' },
  mayBeSued,
  facts,
);
const BEFORE_COURTS: Rule = {
  ...mustBe(
    authorities,
    {
      ...NOT_EXPOSED,
      rule: 'Courts rule on authorities that are open to challenge, or that a suit has challenged.',
    },
    isBeforeCourts,
    facts,
  ),
  instead: ['court.take-up'],
};
const standing = (verb: string, ...allowed: readonly Standing[]): Rule =>
  mustBe(
    authorities,
    {
      code: 'court/wrong-standing',
      rule: `An authority can be ${verb} only while it is ${statusWords(allowed)}.`,
      source: 'thompson-hine-court',
    },
    (authority) => allowed.includes(authority.standing),
    (authority) => ({ standing: authority.standing }),
  );

const ruling = <const V extends string>(
  verb: V,
  doc: string,
  rules: readonly Rule[],
  effect: (draft: Draft, authority: Writable<Authority>) => void,
) =>
  defineAction({
    type: `court.${verb}` as const,
    actors: ['court'],
    touches: MEASURE_KINDS,
    doc,
    cites: CITES,
    fields: (z) => ({ authority: idOf(z, 'the authority') }),
    subject: 'authority',
    subjects: idsOf(authorities),
    rules: [EXISTS, ...rules],
    domains: {},
    effect: (draft, event) =>
      effect(draft, edit(draft.authorities, (event as { authority: string }).authority)),
    examples: [{ type: `court.${verb}`, actor: 'court', on: DAY, authority: 'ieepa' } as never],
  });

/** Kinds of measures in the order in which courts are asked about them. */
const KINDS_IN_COURT = ['listing', 'portFee', 'control', 'tariff'] as const satisfies readonly MeasureKind[];

/** The measures of the kind of which one is; of no kind, duties. */
const measuresBeside = (state: State, id: string): Readonly<Record<string, MeasureLife>> =>
  state[KINDS_IN_COURT.find((kind) => Object.hasOwn(state[kind], id)) ?? 'tariff'];

/** The ids of all measures. */
const idsOfMeasures = (state: State): readonly string[] =>
  KINDS_IN_COURT.flatMap((kind) => Object.keys(state[kind]));

/** The kind of a measure that the state has. */
function kindOf(state: State, id: string): MeasureKind {
  return existing(MEASURE_KINDS.find((kind) => Object.hasOwn(state[kind], id)));
}

/** A measure that courts may judge by itself: that of an American executive. */
const REVIEWABLE: Rule = mustBe(
  measuresBeside,
  { ...NOT_EXPOSED, rule: 'A suit is brought against what American executives order under a statute.' },
  ({ authority }, state) => {
    const statute = state.authorities[authority];
    return statute !== undefined && mayBeSued(statute);
  },
  ({ authority }) => ({ authority }),
);
const liveMeasure = (rule: string, ...allowed: readonly MeasureLife['status'][]): Rule =>
  mustBe(
    measuresBeside,
    { code: 'court/wrong-status', rule, source: 'thompson-hine-court' },
    ({ status }) => allowed.includes(status),
    ({ status }) => ({ status }),
  );
const MEASURE_EXISTS = mustExist('court', 'measure', measuresBeside);

const reliefIn = ({ exclusions }: TariffLayer) => exclusions?.find(({ id }) => id === COURT_RELIEF);

/** Whether the duty is collected from the plaintiffs. */
const relief = (granted: boolean, rule: string): Rule =>
  mustBe(
    (state) => state.tariff,
    { code: granted ? 'court/no-relief' : 'court/relieved-already', rule, source: 'thompson-hine-court' },
    (layer) => (reliefIn(layer) !== undefined) === granted,
    ({ id }) => ({ duty: id }),
  );
const DUTY_EXISTS = mustExist('court', 'duty', (state) => state.tariff);
const dutyField = (z: Zod) => idOf(z, 'the duty');
const idsOfDuties = idsOf((state) => state.tariff);

/** Rulings on one measure, or for those alone who sued. */
const onOneMeasure = [
  defineAction({
    type: 'court.strike-measure',
    actors: ['court'],
    touches: MEASURE_KINDS,
    doc: 'A court strikes one measure down; its statute, and what else stands on it, stay.',
    cites: CITES,
    fields: (z) => ({ measure: idOf(z, 'the measure') }),
    subject: 'measure',
    subjects: idsOfMeasures,
    rules: [
      MEASURE_EXISTS,
      REVIEWABLE,
      liveMeasure(
        'Courts strike down what is ordered, applies or is suspended.',
        'scheduled',
        'in-force',
        'suspended',
      ),
    ],
    domains: {},
    effect: (draft, { measure }) =>
      setStatus(draft, edit<Writable<MeasureLife>>(draft[kindOf(draft, measure)], measure), 'struck-down'),
    examples: [{ type: 'court.strike-measure', actor: 'court', on: DAY, measure: 'us/s232-trucks' }],
  }),
  defineAction({
    type: 'court.relieve',
    actors: ['court'],
    touches: ['tariff'],
    doc: 'A court frees those who sued from a duty; from all others it is collected as before.',
    cites: CITES,
    fields: (z) => ({
      measure: dutyField(z),
      share: share(z, 'Share of bilateral imports that the plaintiffs bring in'),
    }),
    subject: 'measure',
    subjects: idsOfDuties,
    rules: [
      DUTY_EXISTS,
      REVIEWABLE,
      liveMeasure('Relief is from a duty that applies.', 'in-force'),
      relief(false, 'Those who sued are freed once.'),
    ],
    domains: {
      share: depends(
        'court/too-much',
        'Plaintiffs bring in from 0, where no figure is known, to all that the duty still covers.',
        (state, _actor, id) => numberFrom(0, state.tariff[id]?.share ?? 0),
        'thompson-hine-court',
      ),
    },
    effect: (draft, { measure, share: freed }) =>
      takeOut(draft, edit(draft.tariff, measure), {
        id: COURT_RELIEF,
        label: 'the plaintiffs',
        share: freed,
        until: null,
      }),
    examples: [{ type: 'court.relieve', actor: 'court', on: DAY, measure: 'us/ieepa-fentanyl', share: 0.01 }],
  }),
  defineAction({
    type: 'court.stay-relief',
    actors: ['court'],
    touches: ['tariff'],
    doc: 'A higher court stays the relief of those who sued: the duty is collected from them again.',
    cites: CITES,
    fields: (z) => ({ measure: dutyField(z) }),
    subject: 'measure',
    subjects: idsOfDuties,
    rules: [DUTY_EXISTS, relief(true, 'Only relief that was given is stayed.')],
    domains: {},
    effect: (draft, { measure }) => {
      const layer = edit(draft.tariff, measure);
      const given = reliefIn(layer);
      if (given !== undefined) bringBack(draft, layer, given);
    },
    examples: [{ type: 'court.stay-relief', actor: 'court', on: DAY, measure: 'us/ieepa-fentanyl' }],
  }),
] as const;

/** The action types of courts. */
export const courtActions = [
  ruling(
    'take-up',
    'A court takes up a challenge to an authority, or a higher one an appeal.',
    [SUABLE, standing('taken up', 'available', 'stayed')],
    (_draft, authority) => {
      authority.standing = 'challenged';
    },
  ),
  ruling(
    'stay',
    'A court rules against an authority and stays its judgment: measures go on meanwhile.',
    [BEFORE_COURTS, standing('ruled against with a stay', 'available', 'challenged', 'stayed')],
    (_draft, authority) => {
      authority.standing = 'stayed';
    },
  ),
  ruling(
    'uphold',
    'A court upholds an authority.',
    [BEFORE_COURTS, standing('upheld', 'challenged', 'stayed')],
    (_draft, authority) => {
      authority.standing = 'available';
    },
  ),
  ruling(
    'strike-down',
    'A court strikes an authority down for the uses that are before it: the measures that make them end, and no other.',
    [BEFORE_COURTS, standing('struck down', 'available', 'challenged', 'stayed')],
    (draft, authority) => {
      authority.standing = 'struck-down';
      strikeUses(draft, authority);
    },
  ),
  ...onOneMeasure,
];
