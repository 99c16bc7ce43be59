/**
 * The truce: opened, concluded, confirmed, extended, given an end, strained, breached, repaired or calm again, terminated, lapsed.
 *
 * The form is that of the Geneva statement of 12 May 2025 and its extension of 11 August 2025: a standstill until a
 * date, covering named measures of both sides. An expiry date is the first day no longer covered.
 */
import { addDays } from '../kit/calendar';
import { PARTY_IDS } from '../model/actor';
import { clearDeadlines } from '../model/deadline';
import { allMeasures, isLive, MEASURE_KINDS } from '../model/measure';
import type { State } from '../model/state';
import {
  calmStatus,
  endTruce,
  recordBreach,
  setTruceExpiry,
  setTruceStatus,
  type TruceStatus,
} from '../model/truce';
import { defineAction, type Rule } from './action-type';
import { dateFrom, dateOrOpen, oneOf, subsetOf } from './domain';
import { idOf, isoDate, text } from './fields';
import { always, depends, FREE_TEXT, freshSubject, mustBeDue, statusWords } from './rules';

const CITES = ['geneva-statement', 'stockholm-statement'] as const;
const DAY = '2025-10-25';
const ALL = () => [''];

const statusIn = (verb: string, ...allowed: readonly TruceStatus[]): Rule => ({
  code: 'truce/wrong-status',
  rule: `A truce can ${verb} only while it is ${statusWords(allowed, { none: 'yet to come', talks: 'talked about' })}.`,
  source: 'geneva-statement',
  violated: (state) => (allowed.includes(state.truce.status) ? null : { status: state.truce.status }),
});

/** All live measures of both sides, as what a truce may cover. */
const coverable = (state: State): string[] => {
  const ids: string[] = [];
  for (const [, measure] of allMeasures(state)) {
    if (isLive(measure)) ids.push(measure.id);
  }
  return ids;
};

const expiry = depends(
  'truce/expiry-not-ahead',
  'A truce ends on a later day, at most two years ahead, or has an open end.',
  (state) => dateOrOpen(addDays(state.today, 1), addDays(state.today, 730)),
);

/** The action types of the truce. */
export const truceActions = [
  defineAction({
    type: 'truce.open-talks',
    actors: ['both'],
    touches: [],
    doc: 'Agree to talk about a truce.',
    cites: CITES,
    fields: () => ({}),
    subject: null,
    subjects: ALL,
    rules: [statusIn('be talked about', 'none', 'lapsed', 'terminated')],
    domains: {},
    effect: (draft) => setTruceStatus(draft, 'talks'),
    examples: [{ type: 'truce.open-talks', actor: 'both', on: DAY }],
  }),
  defineAction({
    type: 'truce.conclude',
    actors: ['both'],
    touches: MEASURE_KINDS,
    doc: 'Agree a truce until a date or without one, covering named measures; provisional until both confirm it.',
    cites: CITES,
    fields: (z) => ({
      id: idOf(z, 'the new truce'),
      label: text(z, 'What people call it'),
      until: isoDate(z, 'Day on which its text ends, null for none').nullable(),
      covered: z.array(z.string().max(80)).max(200).describe('Ids of the measures covered'),
      provisional: z.boolean().describe('Whether the capitals must still confirm it'),
    }),
    subject: null,
    subjects: ALL,
    rules: [statusIn('be concluded', 'none', 'talks', 'lapsed', 'terminated')],
    domains: {
      id: freshSubject('truce'),
      label: FREE_TEXT,
      until: expiry,
      covered: depends(
        'truce/covers-nothing-known',
        'A truce covers live measures of the two sides.',
        (state) => subsetOf(coverable(state)),
      ),
      provisional: always('truce/not-a-yes-or-no', 'A text is provisional or final.', oneOf(true, false)),
    },
    effect: (draft, event) => {
      clearDeadlines(draft, draft.truce.id);
      draft.truce = {
        id: event.id,
        label: event.label,
        status: event.provisional ? 'provisional' : 'in-force',
        since: draft.today,
        textOn: draft.today,
        expiresOn: null,
        covered: [...event.covered],
        provisional: event.provisional,
        conditions: [],
        extensions: [],
        breaches: [],
      };
      if (event.until !== null) setTruceExpiry(draft, event.until);
    },
    examples: [
      {
        type: 'truce.conclude',
        actor: 'both',
        on: '2025-05-12',
        id: 'example-truce',
        label: 'An example',
        until: '2025-08-12',
        covered: [],
        provisional: true,
      },
    ],
  }),
  defineAction({
    type: 'truce.confirm',
    actors: ['both'],
    touches: [],
    doc: 'Both capitals confirm a provisional truce.',
    cites: CITES,
    fields: () => ({}),
    subject: null,
    subjects: ALL,
    rules: [statusIn('be confirmed', 'provisional')],
    domains: {},
    effect: (draft) => {
      draft.truce.provisional = false;
      setTruceStatus(draft, 'in-force');
    },
    examples: [{ type: 'truce.confirm', actor: 'both', on: '2025-05-14' }],
  }),
  defineAction({
    type: 'truce.extend',
    actors: ['both'],
    touches: [],
    doc: 'Prolong the truce by a new text to a later date or without one; what strained it is laid aside.',
    cites: CITES,
    fields: (z) => ({ until: isoDate(z, 'Later day on which its text ends, null for none').nullable() }),
    subject: null,
    subjects: ALL,
    rules: [statusIn('be extended', 'provisional', 'in-force', 'strained')],
    domains: {
      until: depends(
        'truce/extension-not-later',
        'An extension ends later than the truce did, at most two years ahead, or stays open; what has no end is not extended.',
        (state) => {
          const { expiresOn } = state.truce;
          // Nothing is later than an open end.
          if (expiresOn === null) return oneOf();
          const last = addDays(state.today, 730);
          return dateOrOpen(addDays(expiresOn > state.today ? expiresOn : state.today, 1), last);
        },
      ),
    },
    effect: (draft, event) => {
      draft.truce.extensions.push({ on: draft.today, until: event.until });
      // The record counts no new spell from a longer date alone: London opened one, the extension of August 2025 did not.
      if (draft.truce.status === 'strained') draft.truce.textOn = draft.today;
      setTruceStatus(draft, calmStatus(draft.truce));
      setTruceExpiry(draft, event.until);
    },
    examples: [{ type: 'truce.extend', actor: 'both', on: DAY, until: '2026-11-10' }],
  }),
  defineAction({
    type: 'truce.set-end',
    actors: ['both'],
    touches: [],
    doc: 'Give a truce without an end the day on which it ends; its text is as old as before.',
    cites: CITES,
    fields: (z) => ({ until: isoDate(z, 'Day on which its text ends') }),
    subject: null,
    subjects: ALL,
    rules: [
      statusIn('be given an end', 'provisional', 'in-force', 'strained'),
      {
        code: 'truce/has-an-end',
        rule: 'Only a truce without an end can be given one; another is extended.',
        source: 'stylised',
        violated: ({ truce: { expiresOn } }) => (expiresOn === null ? null : { expiresOn }),
      },
    ],
    domains: {
      until: depends(
        'truce/expiry-not-ahead',
        'A truce ends on a later day, at most two years ahead.',
        (state) => dateFrom(addDays(state.today, 1), addDays(state.today, 730)),
      ),
    },
    effect: (draft, event) => setTruceExpiry(draft, event.until),
    examples: [{ type: 'truce.set-end', actor: 'both', on: '2019-12-13', until: '2020-12-31' }],
  }),
  defineAction({
    type: 'truce.strain',
    actors: PARTY_IDS,
    touches: [],
    doc: 'Accuse the other party of hollowing the truce out, short of a documented breach.',
    cites: CITES,
    fields: (z) => ({ through: text(z, 'What is complained of') }),
    subject: null,
    subjects: ALL,
    rules: [statusIn('be strained', 'provisional', 'in-force')],
    domains: { through: FREE_TEXT },
    effect: (draft) => setTruceStatus(draft, 'strained'),
    examples: [{ type: 'truce.strain', actor: 'CN', on: '2025-10-09', through: 'the affiliates rule' }],
  }),
  defineAction({
    type: 'truce.breach',
    actors: PARTY_IDS,
    touches: [],
    doc: 'Document a breach of the truce by a party.',
    cites: CITES,
    fields: (z) => ({ by: z.enum(PARTY_IDS).describe('Who broke it'), through: text(z, 'By what') }),
    subject: null,
    subjects: ALL,
    rules: [statusIn('be breached', 'provisional', 'in-force', 'strained')],
    domains: {
      by: always('truce/unknown-party', 'A breach is by one of the two parties.', oneOf('US', 'CN')),
      through: FREE_TEXT,
    },
    effect: (draft, event) => recordBreach(draft, event.by, event.through),
    examples: [
      { type: 'truce.breach', actor: 'US', on: '2025-05-30', by: 'CN', through: 'licences held back' },
    ],
  }),
  defineAction({
    type: 'truce.repair',
    actors: ['both'],
    touches: [],
    doc: 'Settle what strained the truce by a new text with the old expiry (London, June 2025).',
    cites: CITES,
    fields: () => ({}),
    subject: null,
    subjects: ALL,
    rules: [statusIn('be repaired', 'strained')],
    domains: {},
    effect: (draft) => {
      draft.truce.textOn = draft.today;
      setTruceStatus(draft, calmStatus(draft.truce));
    },
    examples: [{ type: 'truce.repair', actor: 'both', on: '2025-06-10' }],
  }),
  defineAction({
    type: 'truce.lay-aside',
    actors: ['both'],
    touches: [],
    doc: 'Let what strained the truce rest: it goes on under the text that it had, at the age that it has.',
    cites: CITES,
    fields: () => ({}),
    subject: null,
    subjects: ALL,
    rules: [statusIn('have its strain laid aside', 'strained')],
    domains: {},
    effect: (draft) => setTruceStatus(draft, calmStatus(draft.truce)),
    examples: [{ type: 'truce.lay-aside', actor: 'both', on: '2025-06-10' }],
  }),
  defineAction({
    type: 'truce.terminate',
    actors: PARTY_IDS,
    touches: [],
    doc: 'Declare the truce over before its expiry.',
    cites: CITES,
    fields: () => ({}),
    subject: null,
    subjects: ALL,
    rules: [statusIn('be terminated', 'talks', 'provisional', 'in-force', 'strained')],
    domains: {},
    effect: (draft) => endTruce(draft, 'terminated'),
    examples: [{ type: 'truce.terminate', actor: 'US', on: DAY }],
  }),
  defineAction({
    type: 'truce.lapse',
    actors: ['calendar'],
    touches: [],
    doc: 'The first day no longer covered has come: the truce lapses.',
    cites: CITES,
    fields: (z) => ({ id: idOf(z, 'the truce') }),
    subject: 'id',
    subjects: (state) => [state.truce.id],
    rules: [
      {
        code: 'truce/unknown',
        rule: 'Only the truce at hand can lapse.',
        source: 'stylised',
        stops: true,
        violated: (state, _actor, id) =>
          id === state.truce.id ? null : { given: id, truce: state.truce.id },
      },
      statusIn('lapse', 'provisional', 'in-force', 'strained'),
      mustBeDue('truce', 'truce-expiry'),
    ],
    domains: {},
    effect: (draft) => endTruce(draft, 'lapsed'),
    examples: [{ type: 'truce.lapse', actor: 'calendar', on: '2025-11-10', id: 'geneva-2025' }],
  }),
];
