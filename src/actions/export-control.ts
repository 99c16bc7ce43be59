/**
 * Export controls: licensing regimes and end-user rules, and the licences under them.
 *
 * A control can be tightened and eased by degrees unless it is all or nothing. A licence takes effect after its
 * processing, for which Chinese exporters reported about 45 working days in 2025, and may run out.
 */
import { each, edit, put } from '../model/column';
import { controlOf } from '../model/copy-state';
import type { Writable } from '../kit/writable';
import { addDays } from '../kit/calendar';
import { PARTY_IDS } from '../model/actor';
import { clearDeadline, isDue, setDeadline } from '../model/deadline';
import { dropMootChange } from '../model/lifecycle';
import {
  licenceKey,
  unlicensedShare,
  type ExportControl,
  type Licence,
  type LicenceTerms,
} from '../model/export-control';
import type { Draft, State } from '../model/state';
import { defineAction, type Rule } from './action-type';
import { dateFrom, dateOrOpen, freshId, laterThanField, numberAbove, numberFrom, oneOf } from './domain';
import { idOf, isoDate, share, text, type Zod } from './fields';
import { lifecycle } from './lifecycle';
import { changeDay, changeDayRule, supersede, waits } from './pending-change';
import { FAMILY_NOUNS } from './nouns';
import {
  always,
  depends,
  FREE_TEXT,
  idsOf,
  mayBeLeftOut,
  mustBe,
  mustExist,
  ownMeasure,
  statusIn,
} from './rules';

const CITES = ['affiliates-rule', 'mofcom-18-2025'] as const;

const verbs = lifecycle({
  prefix: 'control',
  kind: 'control',
  noun: FAMILY_NOUNS.control,
  instrument: 'export-control',
  cites: CITES,
  sizeFields: (z) => ({
    subject: text(z, 'What is controlled'),
    severity: share(z, 'Share of the controlled trade denied without a licence'),
    reach: z.enum(['bilateral', 'all-destinations', 'extraterritorial']).describe('How far it reaches'),
    deMinimisPct: z.number().nullable().describe('Value share that catches foreign-made goods, per cent'),
    indivisible: z.boolean().describe('Whether it is all or nothing'),
  }),
  sizeRules: {
    subject: FREE_TEXT,
    severity: always(
      'control/no-severity',
      'A control denies a share of the trade in its subject from 0, where it reaches know-how only, to 1.',
      numberFrom(0, 1),
    ),
    reach: always(
      'control/unknown-reach',
      'A control reaches the other party, all destinations or foreign-made goods.',
      oneOf('bilateral', 'all-destinations', 'extraterritorial'),
    ),
    deMinimisPct: always(
      'control/unknown-threshold',
      'A value threshold is one of those in use, or none.',
      oneOf(null, 0, 0.1, 10, 25),
    ),
    indivisible: always(
      'control/not-a-yes-or-no',
      'A control is all or nothing, or it is not.',
      oneOf(true, false),
    ),
  },
  write: (draft, life, size) => put(draft.control, life.id, controlOf(life, size, [])),
  example: {
    authority: 'ecra',
    id: 'us/example-control',
    size: { subject: 'software', severity: 0.5, reach: 'bilateral', deMinimisPct: null, indivisible: false },
  },
});

const controls = (state: State): Readonly<Record<string, ExportControl>> => state.control;
const EXISTS = mustExist('control', 'export control', controls);
const OWN = ownMeasure('control', 'control');
const DIVISIBLE: Rule = mustBe(
  controls,
  {
    code: 'control/indivisible',
    rule: 'An all-or-nothing control cannot be changed by degrees.',
    source: 'stylised',
    lasting: true,
  },
  (control) => !control.indivisible,
  (control) => ({ indivisible: control.indivisible }),
);
const DAY = '2025-10-25';

/** Two ids of 80 characters and the mark between them. */
const LONGEST_KEY = 161;
const keyField = (z: Zod) =>
  z.string().min(1).max(LONGEST_KEY).describe('Id of control and licence, joined by #');

const licences = (state: State): Readonly<Record<string, Licence>> => {
  const byKey: Record<string, Licence> = {};
  for (const control of each(state.control)) {
    for (const licence of control.licences) byKey[licenceKey(control, licence)] = licence;
  }
  return byKey;
};

const findLicence = (draft: Draft, key: string): Writable<Licence> => {
  const [control, id] = key.split('#');
  return edit(draft.control, control!).licences.find((licence) => licence.id === id)!;
};

/** The stated terms of a grant, where it has any. */
function termsOf(event: LicenceTerms): { readonly terms?: LicenceTerms } {
  const { general, holders, capPct, revenueSharePct } = event;
  const terms = {
    ...(general === undefined ? {} : { general }),
    ...(holders === undefined ? {} : { holders }),
    ...(capPct === undefined ? {} : { capPct }),
    ...(revenueSharePct === undefined ? {} : { revenueSharePct }),
  };
  return Object.keys(terms).length === 0 ? {} : { terms };
}

const licenceDue = (kind: 'licence-effect' | 'licence-expiry'): Rule => ({
  code: 'licence/not-due',
  rule: 'The calendar acts only on a deadline that has come.',
  source: 'stylised',
  settles: true,
  violated: (state, _actor, key) => (isDue(state, kind, key) ? null : { deadline: kind, today: state.today }),
});

const licenceExists = mustExist('licence', 'licence', licences);

/** The action types of export controls and their licences. */
export const controlActions = [
  ...verbs,
  defineAction({
    type: 'control.tighten',
    actors: PARTY_IDS,
    touches: ['control'],
    doc: 'Raise the severity of a control.',
    cites: CITES,
    fields: (z) => ({ id: idOf(z, 'the control'), severity: share(z, 'New severity') }),
    subject: 'id',
    subjects: idsOf(controls),
    rules: [
      EXISTS,
      ...OWN,
      statusIn('control', 'control', 'be tightened', 'threatened', 'scheduled', 'in-force', 'suspended'),
      DIVISIBLE,
    ],
    domains: {
      severity: depends(
        'control/not-tighter',
        'A tightening is above the present severity and at most 1.',
        (state, _actor, id) => numberAbove(state.control[id]?.severity ?? 1, 1),
      ),
    },
    effect: (draft, event) => {
      const control = edit(draft.control, event.id);
      control.severity = event.severity;
      supersede(draft, control, 'ease');
    },
    examples: [{ type: 'control.tighten', actor: 'CN', on: DAY, id: 'cn/rare-earths-april', severity: 1 }],
  }),
  defineAction({
    type: 'control.ease',
    actors: PARTY_IDS,
    touches: ['control'],
    doc: 'Lower the severity of a control.',
    cites: CITES,
    fields: (z) => ({
      id: idOf(z, 'the control'),
      severity: share(z, 'New severity'),
      from: changeDay(z),
    }),
    subject: 'id',
    subjects: idsOf(controls),
    rules: [
      EXISTS,
      ...OWN,
      statusIn('control', 'control', 'be eased', 'threatened', 'scheduled', 'in-force', 'suspended'),
      DIVISIBLE,
    ],
    domains: {
      severity: depends(
        'control/not-easier',
        'An easing is at least 0 and below the present severity.',
        (state, _actor, id) => {
          const severity = state.control[id]?.severity ?? 0;
          return severity > 0 ? numberFrom(0, severity * (1 - Number.EPSILON)) : numberAbove(0, 0);
        },
      ),
      from: changeDayRule('control', 'ease'),
    },
    effect: (draft, { id, severity, from }) => {
      const control = edit(draft.control, id);
      if (waits(draft, control, 'control', { verb: 'ease', severity }, from)) return;
      control.severity = severity;
      dropMootChange(draft, control);
    },
    examples: [
      { type: 'control.ease', actor: 'US', on: DAY, id: 'us/advanced-chips', severity: 0.4 },
      {
        type: 'control.ease',
        actor: 'US',
        on: '2025-12-08',
        id: 'us/advanced-chips',
        severity: 0.6,
        from: '2026-01-13',
      },
    ],
  }),
  defineAction({
    type: 'licence.grant',
    actors: PARTY_IDS,
    touches: ['control'],
    doc: 'Grant licences for a share of the controlled trade; they take effect after processing and may run out.',
    cites: ['mofcom-18-2025'],
    fields: (z) => ({
      id: idOf(z, 'the control'),
      licence: idOf(z, 'the new licence'),
      share: share(z, 'Share of the controlled trade'),
      effectiveOn: isoDate(z, 'Day from which goods move under it'),
      until: isoDate(z, 'Day on which it runs out, null for none').nullable(),
      general: z
        .boolean()
        .exactOptional()
        .describe('Whether it is general: no shipment is asked for by itself'),
      holders: text(z, 'Who holds it: firms by name or a sector').exactOptional(),
      capPct: z.number().exactOptional().describe('Most that may be shipped, per cent of sales at home'),
      revenueSharePct: z.number().exactOptional().describe('Part of the proceeds for the grantor, per cent'),
    }),
    subject: 'id',
    subjects: idsOf(controls),
    rules: [
      EXISTS,
      ...OWN,
      statusIn('control', 'control', 'be licensed under', 'scheduled', 'in-force', 'suspended'),
    ],
    domains: {
      licence: {
        code: 'licence/id-taken',
        rule: 'Something new needs an id of its own.',
        source: 'stylised',
        domain: (state, _actor, id) =>
          freshId(
            Object.fromEntries((state.control[id]?.licences ?? []).map((licence) => [licence.id, true])),
          ),
      },
      share: depends(
        'licence/too-much',
        'Licences cover at most the whole of the controlled trade.',
        (state, _actor, id) => {
          const control = state.control[id];
          return numberAbove(0, control === undefined ? 1 : unlicensedShare(control));
        },
      ),
      effectiveOn: depends(
        'licence/effect-in-the-past',
        'A licence takes effect today or later, within a year.',
        (state) => dateFrom(state.today, addDays(state.today, 365)),
      ),
      until: depends(
        'licence/ends-before-it-starts',
        'A licence ends on a later day than that on which its goods can move, within four years, or has an open end.',
        (state) =>
          laterThanField(dateOrOpen(addDays(state.today, 1), addDays(state.today, 1461)), 'effectiveOn'),
      ),
      general: mayBeLeftOut(
        always('licence/not-a-yes-or-no', 'A licence is general, or it is not.', oneOf(true, false)),
      ),
      holders: mayBeLeftOut(FREE_TEXT),
      capPct: mayBeLeftOut(
        always(
          'licence/cap-out-of-range',
          'A cap is a share of what is sold at home, above 0 to 1000 per cent.',
          numberAbove(0, 1000),
        ),
      ),
      revenueSharePct: mayBeLeftOut(
        always(
          'licence/revenue-share-out-of-range',
          'A treasury takes from 0 to 100 per cent of the proceeds.',
          numberFrom(0, 100),
        ),
      ),
    },
    effect: (draft, event) => {
      const control = edit(draft.control, event.id);
      const { share: granted, effectiveOn, until } = event;
      const licence: Writable<Licence> = {
        id: event.licence,
        share: granted,
        grantedOn: draft.today,
        effectiveOn,
        until,
        status: 'pending',
        ...termsOf(event),
      };
      control.licences.push(licence);
      const subject = licenceKey(control, licence);
      if (effectiveOn <= draft.today) licence.status = 'effective';
      else setDeadline(draft, { kind: 'licence-effect', on: effectiveOn, subject, control: control.id });
      if (until !== null)
        setDeadline(draft, { kind: 'licence-expiry', on: until, subject, control: control.id });
    },
    examples: [
      {
        type: 'licence.grant',
        actor: 'CN',
        on: DAY,
        id: 'cn/rare-earths-april',
        licence: 'general',
        share: 0.1,
        effectiveOn: '2025-12-27',
        until: null,
      },
      {
        type: 'licence.grant',
        actor: 'CN',
        on: DAY,
        id: 'cn/rare-earths-april',
        licence: 'three-firms',
        share: 0.1,
        effectiveOn: DAY,
        until: '2026-04-25',
        general: true,
        holders: 'three suppliers of magnets',
      },
    ],
  }),
  defineAction({
    type: 'licence.take-effect',
    actors: ['calendar'],
    touches: ['control'],
    doc: 'Processing is over and licensed goods move.',
    cites: ['mofcom-18-2025'],
    fields: (z) => ({ key: keyField(z) }),
    subject: 'key',
    subjects: idsOf(licences),
    rules: [licenceExists, licenceDue('licence-effect')],
    domains: {},
    effect: (draft, event) => {
      findLicence(draft, event.key).status = 'effective';
      clearDeadline(draft, 'licence-effect', event.key);
    },
    examples: [
      { type: 'licence.take-effect', actor: 'calendar', on: DAY, key: 'cn/rare-earths-april#general' },
    ],
  }),
  defineAction({
    type: 'licence.expire',
    actors: ['calendar'],
    touches: ['control'],
    doc: 'Licences have run out.',
    cites: ['mofcom-18-2025'],
    fields: (z) => ({ key: keyField(z) }),
    subject: 'key',
    subjects: idsOf(licences),
    rules: [licenceExists, licenceDue('licence-expiry')],
    domains: {},
    effect: (draft, event) => {
      findLicence(draft, event.key).status = 'expired';
      clearDeadline(draft, 'licence-expiry', event.key);
    },
    examples: [{ type: 'licence.expire', actor: 'calendar', on: DAY, key: 'cn/rare-earths-april#general' }],
  }),
  defineAction({
    type: 'licence.withhold',
    actors: PARTY_IDS,
    touches: ['control'],
    doc: 'Withhold licences that were granted: the goods stop moving.',
    cites: ['mofcom-18-2025'],
    fields: (z) => ({ key: keyField(z) }),
    subject: 'key',
    subjects: idsOf(licences),
    rules: [
      licenceExists,
      {
        code: 'licence/not-the-grantor',
        rule: 'Only the party that granted a licence can withhold it.',
        source: 'stylised',
        lasting: true,
        violated: (state, actor, key) => {
          const imposer = state.control[key.split('#')[0]!]?.imposer ?? null;
          return imposer === actor ? null : { imposer };
        },
      },
      mustBe(
        licences,
        {
          code: 'licence/wrong-status',
          rule: 'Only a pending or effective licence can be withheld.',
          source: 'stylised',
        },
        (licence) => licence.status === 'pending' || licence.status === 'effective',
        (licence) => ({ status: licence.status }),
      ),
    ],
    domains: {},
    effect: (draft, event) => {
      findLicence(draft, event.key).status = 'withheld';
      clearDeadline(draft, 'licence-effect', event.key);
      clearDeadline(draft, 'licence-expiry', event.key);
    },
    examples: [{ type: 'licence.withhold', actor: 'CN', on: DAY, key: 'cn/rare-earths-april#general' }],
  }),
];
