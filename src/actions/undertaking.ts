/** Undertakings: promises to act that are neither a duty nor a quantity, judged on a date. */
import { addDays } from '../kit/calendar';
import { PARTY_IDS, type PartyId } from '../model/actor';
import { edit, put } from '../model/column';
import { clearDeadlines, setDeadline } from '../model/deadline';
import type { State } from '../model/state';
import type { Undertaking } from '../model/undertaking';
import { defineAction, type Rule } from './action-type';
import { dateFrom, numberAbove } from './domain';
import { idOf, isoDate, share, text } from './fields';
import { always, depends, FREE_TEXT, freshSubject, idsOf, mustBe, mustBeDue, mustExist } from './rules';

const undertakings = (state: State): Readonly<Record<string, Undertaking>> => state.undertakings;
const EXISTS = mustExist('undertaking', 'undertaking', undertakings);
const OPEN: Rule = mustBe(
  undertakings,
  { code: 'undertaking/closed', rule: 'Only an open undertaking can be judged.', source: 'stylised' },
  (undertaking) => undertaking.status === 'open',
  (undertaking) => ({ status: undertaking.status }),
);
const DAY = '2025-10-30';
const CITES = ['geneva-statement'] as const;

/** The action types of undertakings. */
export const undertakingActions = [
  defineAction({
    type: 'undertaking.make',
    actors: PARTY_IDS,
    touches: [],
    doc: 'Promise something that is neither a duty nor a quantity, to be judged on a date.',
    cites: CITES,
    fields: (z) => ({
      id: idOf(z, 'the new undertaking'),
      subject: text(z, 'What is promised'),
      degree: share(z, 'How much of what was asked'),
      dueOn: isoDate(z),
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
      OPEN,
      mustBe(
        undertakings,
        {
          code: 'undertaking/not-the-promisor',
          rule: 'Only the party that made a promise can keep it.',
          source: 'stylised',
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
    type: 'undertaking.default',
    actors: ['calendar'],
    touches: ['promises'],
    doc: 'The day of an undertaking has come and it was not kept: it lowers trust and breaks no truce.',
    cites: CITES,
    fields: (z) => ({ id: idOf(z, 'the undertaking') }),
    subject: 'id',
    subjects: idsOf(undertakings),
    rules: [EXISTS, OPEN, mustBeDue('undertaking', 'undertaking-due')],
    domains: {},
    effect: (draft, event) => {
      edit(draft.undertakings, event.id).status = 'defaulted';
      clearDeadlines(draft, event.id);
    },
    examples: [{ type: 'undertaking.default', actor: 'calendar', on: DAY, id: 'cn/example-promise' }],
  }),
];
