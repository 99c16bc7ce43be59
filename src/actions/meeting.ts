/** The leaders' meetings: planned, doubted, confirmed, put off, held or called off, and what is on their agendas. */
import { addDays } from '../kit/calendar';
import { PARTY_IDS } from '../model/actor';
import { each, edit, put } from '../model/column';
import { AHEAD, daysPlanned, type Meeting } from '../model/meeting';
import type { Draft, State } from '../model/state';
import { defineAction, type Rule } from './action-type';
import { dateFrom, freshId, oneOf } from './domain';
import { idOf, isoDate, text, type Zod } from './fields';
import { depends, FREE_TEXT, idsOf, mustBe, mustExist, statusWords } from './rules';

const CITES = ['leavitt-confirms'] as const;
const DAY = '2025-10-25';
/** Longest time ahead for which a meeting is planned, in days: two years. */
const LONGEST_AHEAD_DAYS = 730;

const meetings = (state: State): Readonly<Record<string, Meeting>> => state.meetings;
const EXISTS = mustExist('meeting', 'meeting', meetings);
const meetingField = (z: Zod) => idOf(z, 'the meeting');
const inStatus = (verb: string, ...allowed: readonly Meeting['status'][]): Rule =>
  mustBe(
    meetings,
    {
      code: 'meeting/wrong-status',
      rule: `A meeting can be ${verb} only while it is ${statusWords(allowed)}.`,
      source: 'stylised',
    },
    ({ status }) => allowed.includes(status),
    ({ status }) => ({ status }),
  );

/** What concerns a meeting to come is said up to its day; one that was missed can still be given another. */
const DAY_AHEAD: Rule = mustBe(
  meetings,
  {
    code: 'meeting/day-past',
    rule: 'A meeting whose day has passed can only be put off to another day.',
    source: 'stylised',
  },
  ({ on }, { today }) => on >= today,
  ({ on }) => ({ plannedFor: on }),
);

function setStatus(draft: Draft, id: string, status: Meeting['status']): void {
  const meeting = edit(draft.meetings, id);
  meeting.status = status;
  meeting.since = draft.today;
}

/** The action types of the leaders' meetings. */
export const meetingActions = [
  defineAction({
    type: 'meeting.plan',
    actors: ['both'],
    touches: [],
    doc: 'Plan a meeting of the leaders for a day and a place, also while others are planned.',
    cites: CITES,
    fields: (z) => ({
      id: idOf(z, 'the new meeting'),
      day: isoDate(z, 'Day on which the leaders are to meet'),
      place: text(z, 'Where'),
    }),
    subject: null,
    subjects: () => [''],
    rules: [],
    domains: {
      id: depends('meeting/id-taken', 'Something new needs an id of its own.', (state) =>
        freshId(
          state.meetings,
          Object.fromEntries(each(state.agreements).map(({ meeting }) => [meeting, true])),
        ),
      ),
      day: depends(
        'meeting/date-not-ahead',
        'A meeting is planned for a later day, within two years, for which no other is planned.',
        (state) =>
          dateFrom(addDays(state.today, 1), addDays(state.today, LONGEST_AHEAD_DAYS), daysPlanned(state)),
      ),
      place: FREE_TEXT,
    },
    effect: (draft, event) => {
      put(draft.meetings, event.id, {
        id: event.id,
        status: 'planned',
        since: draft.today,
        on: event.day,
        place: event.place,
        agenda: [],
      });
    },
    examples: [
      {
        type: 'meeting.plan',
        actor: 'both',
        on: '2025-09-19',
        id: 'example-meeting',
        day: '2025-10-30',
        place: 'Gyeongju',
      },
    ],
  }),
  defineAction({
    type: 'meeting.doubt',
    actors: PARTY_IDS,
    touches: [],
    doc: 'Cast doubt on a meeting in public.',
    cites: CITES,
    fields: (z) => ({ meeting: meetingField(z) }),
    subject: 'meeting',
    subjects: idsOf(meetings),
    rules: [EXISTS, inStatus('doubted', 'planned', 'confirmed'), DAY_AHEAD],
    domains: {},
    effect: (draft, event) => setStatus(draft, event.meeting, 'doubted'),
    examples: [{ type: 'meeting.doubt', actor: 'US', on: '2025-10-10', meeting: 'busan-2025' }],
  }),
  defineAction({
    type: 'meeting.confirm',
    actors: PARTY_IDS,
    touches: [],
    doc: 'Confirm a meeting in public.',
    cites: CITES,
    fields: (z) => ({ meeting: meetingField(z) }),
    subject: 'meeting',
    subjects: idsOf(meetings),
    rules: [EXISTS, inStatus('confirmed', 'planned', 'doubted'), DAY_AHEAD],
    domains: {},
    effect: (draft, event) => setStatus(draft, event.meeting, 'confirmed'),
    examples: [{ type: 'meeting.confirm', actor: 'US', on: '2025-10-23', meeting: 'busan-2025' }],
  }),
  defineAction({
    type: 'meeting.reinstate',
    actors: PARTY_IDS,
    touches: [],
    doc: 'Take back a doubt in public: the meeting is planned as before.',
    cites: CITES,
    fields: (z) => ({ meeting: meetingField(z) }),
    subject: 'meeting',
    subjects: idsOf(meetings),
    rules: [EXISTS, inStatus('reinstated', 'doubted'), DAY_AHEAD],
    domains: {},
    effect: (draft, event) => setStatus(draft, event.meeting, 'planned'),
    examples: [{ type: 'meeting.reinstate', actor: 'US', on: '2025-10-13', meeting: 'busan-2025' }],
  }),
  defineAction({
    type: 'meeting.postpone',
    actors: [...PARTY_IDS, 'both'],
    touches: [],
    doc: 'Put a meeting off to a later day: its place, its agenda and how sure it is stay as they are.',
    cites: ['stylised'],
    fields: (z) => ({
      meeting: meetingField(z),
      day: isoDate(z, 'Day on which the leaders are to meet instead'),
    }),
    subject: 'meeting',
    subjects: idsOf(meetings),
    rules: [EXISTS, inStatus('put off', ...AHEAD)],
    domains: {
      day: depends(
        'meeting/not-put-off',
        'A meeting is put off to a later day than its own, within two years, for which no other is planned.',
        (state, _actor, id) => {
          const on = state.meetings[id]?.on ?? state.today;
          return dateFrom(
            addDays(on > state.today ? on : state.today, 1),
            addDays(state.today, LONGEST_AHEAD_DAYS),
            daysPlanned(state, id),
          );
        },
      ),
    },
    effect: (draft, event) => {
      const meeting = edit(draft.meetings, event.meeting);
      meeting.on = event.day;
      // Once its day had passed its issues could be dropped: what is off the table is off the agenda of the new day.
      if (meeting.agenda.some((issue) => !Object.hasOwn(draft.issues, issue)))
        meeting.agenda = meeting.agenda.filter((issue) => Object.hasOwn(draft.issues, issue));
    },
    examples: [
      { type: 'meeting.postpone', actor: 'both', on: DAY, meeting: 'busan-2025', day: '2025-11-20' },
    ],
  }),
  defineAction({
    type: 'meeting.put-on-agenda',
    actors: PARTY_IDS,
    touches: [],
    doc: 'Put an issue on the agenda of a meeting.',
    cites: CITES,
    fields: (z) => ({ meeting: meetingField(z), issue: idOf(z, 'the issue') }),
    subject: 'meeting',
    subjects: idsOf(meetings),
    rules: [EXISTS, inStatus('given an agenda', ...AHEAD), DAY_AHEAD],
    domains: {
      issue: depends(
        'meeting/unknown-issue',
        'An agenda lists known issues once each.',
        (state, _actor, id) => {
          const agenda = state.meetings[id]?.agenda ?? [];
          return oneOf(...Object.keys(state.issues).filter((issue) => !agenda.includes(issue)));
        },
      ),
    },
    effect: (draft, event) => {
      edit(draft.meetings, event.meeting).agenda.push(event.issue);
    },
    examples: [
      {
        type: 'meeting.put-on-agenda',
        actor: 'US',
        on: '2025-10-24',
        meeting: 'busan-2025',
        issue: 'jimmy-lai',
      },
    ],
  }),
  defineAction({
    type: 'meeting.take-off-agenda',
    actors: PARTY_IDS,
    touches: [],
    doc: 'Take an issue off the agenda of a meeting.',
    cites: CITES,
    fields: (z) => ({ meeting: meetingField(z), issue: idOf(z, 'the issue') }),
    subject: 'meeting',
    subjects: idsOf(meetings),
    rules: [EXISTS, inStatus('given an agenda', ...AHEAD), DAY_AHEAD],
    domains: {
      issue: depends(
        'meeting/not-on-agenda',
        'Only what is on the agenda can be taken off it.',
        (state, _actor, id) => oneOf(...(state.meetings[id]?.agenda ?? [])),
      ),
    },
    effect: (draft, event) => {
      const { agenda } = edit(draft.meetings, event.meeting);
      agenda.splice(agenda.indexOf(event.issue), 1);
    },
    examples: [
      { type: 'meeting.take-off-agenda', actor: 'CN', on: DAY, meeting: 'busan-2025', issue: 'taiwan' },
    ],
  }),
  defineAction({
    type: 'meeting.hold',
    actors: ['both'],
    touches: [],
    doc: 'The leaders meet on the day planned.',
    cites: CITES,
    fields: (z) => ({ meeting: meetingField(z) }),
    subject: 'meeting',
    subjects: idsOf(meetings),
    rules: [
      EXISTS,
      inStatus('held', ...AHEAD),
      {
        code: 'meeting/not-today',
        rule: 'A meeting is held on the day for which it is planned.',
        source: 'stylised',
        violated: ({ meetings: planned, today }, _actor, id) => {
          const on = planned[id]?.on;
          return on === undefined || on === today ? null : { plannedFor: on, today };
        },
      },
    ],
    domains: {},
    effect: (draft, event) => setStatus(draft, event.meeting, 'held'),
    examples: [{ type: 'meeting.hold', actor: 'both', on: '2025-10-30', meeting: 'busan-2025' }],
  }),
  defineAction({
    type: 'meeting.call-off',
    actors: PARTY_IDS,
    touches: [],
    doc: 'Call a meeting off.',
    cites: CITES,
    fields: (z) => ({ meeting: meetingField(z) }),
    subject: 'meeting',
    subjects: idsOf(meetings),
    rules: [EXISTS, inStatus('called off', ...AHEAD), DAY_AHEAD],
    domains: {},
    effect: (draft, event) => setStatus(draft, event.meeting, 'called-off'),
    examples: [{ type: 'meeting.call-off', actor: 'US', on: '2025-10-28', meeting: 'busan-2025' }],
  }),
];
