/**
 * Undertakings: promises to act that are neither a duty nor a quantity. No measure tells whether one was kept, so that from its
 * day on somebody has to judge it; what is measured, deliveries, the calendar settles.
 */
import { addDays } from '../kit/calendar';
import { PARTY_IDS, type PartyId } from '../model/actor';
import { edit, put } from '../model/column';
import { clearDeadlines, setDeadline } from '../model/deadline';
import type { State } from '../model/state';
import type { Undertaking } from '../model/undertaking';
import { defineAction, type Rule } from './action-type';
import { dateFrom, numberAbove, oneOf, optional, TEXT } from './domain';
import { idOf, isoDate, share, text } from './fields';
import { always, depends, FREE_TEXT, freshSubject, idsOf, mustBe, mustBeDue, mustExist } from './rules';

const undertakings = (state: State): Readonly<Record<string, Undertaking>> => state.undertakings;
const EXISTS = mustExist('undertaking', 'undertaking', undertakings);
const NOT_JUDGED: Rule = mustBe(
  undertakings,
  { code: 'undertaking/closed', rule: 'An undertaking is judged once.', source: 'stylised' },
  ({ status }) => status === 'open' || status === 'due',
  (undertaking) => ({ status: undertaking.status }),
);
const JUDGE = optional(TEXT);
const DAY = '2025-10-30';
const CITES = ['geneva-statement'] as const;

/** The action types of undertakings. */
export const undertakingActions = [
  defineAction({
    type: 'undertaking.make',
    actors: PARTY_IDS,
    touches: [],
    doc: 'Promise something that is neither a duty nor a quantity, open to judgement from a date on.',
    cites: CITES,
    fields: (z) => ({
      id: idOf(z, 'the new undertaking'),
      subject: text(z, 'What is promised'),
      degree: share(z, 'How much of what was asked'),
      dueOn: isoDate(z, 'Day by which it is to be kept'),
    }),
    subject: null,
    subjects: () => [''],
    rules: [],
    domains: {
      id: freshSubject('undertaking'),
      subject: FREE_TEXT,
      degree: always(
        'undertaking/nothing-promised',
        'A promise is for a share above 0 and up to 1 of what was asked.',
        numberAbove(0, 1),
      ),
      dueOn: depends(
        'undertaking/date-not-ahead',
        'A promise is judged on a later day, within four years.',
        (state) => dateFrom(addDays(state.today, 1), addDays(state.today, 1461)),
      ),
    },
    effect: (draft, event) => {
      const { id, subject, degree, dueOn } = event;
      put(draft.undertakings, id, { id, by: event.actor as PartyId, subject, degree, dueOn, status: 'open' });
      setDeadline(draft, { kind: 'undertaking-due', on: dueOn, subject: id });
    },
    examples: [
      {
        type: 'undertaking.make',
        actor: 'CN',
        on: DAY,
        id: 'cn/example-promise',
        subject: 'act against the export of precursors',
        degree: 0.7,
        dueOn: '2026-10-30',
      },
    ],
  }),
  defineAction({
    type: 'undertaking.honour',
    actors: PARTY_IDS,
    touches: ['promises'],
    doc: 'Show that an undertaking was kept.',
    cites: CITES,
    fields: (z) => ({ id: idOf(z, 'the undertaking') }),
    subject: 'id',
    subjects: idsOf(undertakings),
    rules: [
      EXISTS,
      NOT_JUDGED,
      mustBe(
        undertakings,
        {
          code: 'undertaking/not-the-promisor',
          rule: 'Only the party that made a promise can keep it.',
          source: 'stylised',
          lasting: true,
        },
        (undertaking, _state, actor) => undertaking.by === actor,
        (undertaking) => ({ by: undertaking.by }),
      ),
    ],
    domains: {},
    effect: (draft, event) => {
      edit(draft.undertakings, event.id).status = 'honoured';
      clearDeadlines(draft, event.id);
    },
    examples: [{ type: 'undertaking.honour', actor: 'CN', on: DAY, id: 'cn/example-promise' }],
  }),
  defineAction({
    type: 'undertaking.fall-due',
    actors: ['calendar'],
    touches: [],
    doc: 'The day of an undertaking has come: from now on it is open to judgement, and nothing is broken by that.',
    cites: CITES,
    fields: (z) => ({ id: idOf(z, 'the undertaking') }),
    subject: 'id',
    subjects: idsOf(undertakings),
    rules: [EXISTS, NOT_JUDGED, mustBeDue('undertaking', 'undertaking-due')],
    domains: {},
    effect: (draft, event) => {
      edit(draft.undertakings, event.id).status = 'due';
      clearDeadlines(draft, event.id);
    },
    examples: [{ type: 'undertaking.fall-due', actor: 'calendar', on: DAY, id: 'cn/example-promise' }],
  }),
  defineAction({
    type: 'undertaking.judge',
    actors: [...PARTY_IDS, 'both'],
    touches: ['promises'],
    doc: 'Declare whether an undertaking that is due was honoured; one that was not lowers trust and breaks no truce.',
    cites: CITES,
    fields: (z) => ({
      id: idOf(z, 'the undertaking'),
      honoured: z.boolean().describe('Whether it was kept'),
      judge: text(z, 'Who judged it, where that was neither party').exactOptional(),
    }),
    subject: 'id',
    subjects: idsOf(undertakings),
    rules: [
      EXISTS,
      NOT_JUDGED,
      mustBe(
        undertakings,
        {
          code: 'undertaking/before-its-day',
          rule: 'An undertaking is open to judgement from its day on.',
          source: 'stylised',
        },
        ({ status }) => status !== 'open',
        ({ dueOn }) => ({ dueOn }),
      ),
      mustBe(
        undertakings,
        {
          code: 'undertaking/own-cause',
          rule: 'Nobody judges its own promise; it may show that it kept it.',
          source: 'stylised',
          lasting: true,
        },
        ({ by }, _state, actor) => by !== actor,
        ({ by }) => ({ by }),
      ),
    ],
    domains: {
      honoured: always('undertaking/not-a-verdict', 'A promise was kept or not.', oneOf(true, false)),
      judge: { ...FREE_TEXT, domain: () => JUDGE, constant: JUDGE },
    },
    effect: (draft, event) => {
      edit(draft.undertakings, event.id).status = event.honoured ? 'honoured' : 'defaulted';
    },
    examples: [
      { type: 'undertaking.judge', actor: 'US', on: DAY, id: 'cn/example-promise', honoured: false },
    ],
  }),
];
