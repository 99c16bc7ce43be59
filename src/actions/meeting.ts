/** The leaders' meeting: planned, doubted, confirmed, held or called off, and what is on its agenda. */
import { addDays } from '../kit/calendar';
import { PARTY_IDS } from '../model/actor';
import { each } from '../model/column';
import type { State } from '../model/state';
import type { Meeting } from '../model/meeting';
import { defineAction, type Rule } from './action-type';
import { dateFrom, freshId } from './domain';
import { idOf, isoDate, text } from './fields';
import { depends, FREE_TEXT } from './rules';

const CITES = ['leavitt-confirms'] as const;
const DAY = '2025-10-25';
const HERE = () => [''];
const inStatus = (verb: string, ...allowed: readonly Meeting['status'][]): Rule => ({
  code: 'meeting/wrong-status',
  rule: `The meeting can be ${verb} only while it is ${allowed.join(' or ')}.`,
  source: 'stylised',
  violated: (state) => (allowed.includes(state.meeting.status) ? null : { status: state.meeting.status }),
});

function setMeeting(draft: State, status: Meeting['status']): void {
  draft.meeting.status = status;
  draft.meeting.since = draft.today;
}

/** The action types of the leaders' meeting. */
export const meetingActions = [
  defineAction({
    type: 'meeting.plan',
    actors: ['both'],
    touches: [],
    doc: 'Plan a meeting of the leaders for a day and a place.',
    cites: CITES,
    fields: (z) => ({ id: idOf(z, 'the new meeting'), day: isoDate(z), place: text(z, 'Where') }),
    subject: null,
    subjects: HERE,
    rules: [inStatus('planned', 'none', 'held', 'called-off')],
    domains: {
      id: depends('meeting/id-taken', 'Something new needs an id of its own.', (state) =>
        freshId(
          { [state.meeting.id]: true },
          Object.fromEntries(state.pastMeetings.map(({ id }) => [id, true])),
          Object.fromEntries(each(state.agreements).map(({ meeting }) => [meeting, true])),
        ),
      ),
      day: depends(
        'meeting/date-not-ahead',
        'A meeting is planned for a later day, within two years.',
        (state) => dateFrom(addDays(state.today, 1), addDays(state.today, 730)),
      ),
      place: FREE_TEXT,
    },
    effect: (draft, event) => {
      if (draft.meeting.status !== 'none') draft.pastMeetings.push(draft.meeting);
      draft.meeting = {
        id: event.id,
        status: 'planned',
        since: draft.today,
        on: event.day,
        place: event.place,
        agenda: [],
      };
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
    doc: 'Cast doubt on the meeting in public.',
    cites: CITES,
    fields: () => ({}),
    subject: null,
    subjects: HERE,
    rules: [inStatus('doubted', 'planned', 'confirmed')],
    domains: {},
    effect: (draft) => setMeeting(draft, 'doubted'),
    examples: [{ type: 'meeting.doubt', actor: 'US', on: '2025-10-10' }],
  }),
  defineAction({
    type: 'meeting.confirm',
    actors: PARTY_IDS,
    touches: [],
    doc: 'Confirm the meeting in public.',
    cites: CITES,
    fields: () => ({}),
    subject: null,
    subjects: HERE,
    rules: [inStatus('confirmed', 'planned', 'doubted')],
    domains: {},
    effect: (draft) => setMeeting(draft, 'confirmed'),
    examples: [{ type: 'meeting.confirm', actor: 'US', on: '2025-10-23' }],
  }),
  defineAction({
    type: 'meeting.reinstate',
    actors: PARTY_IDS,
    touches: [],
    doc: 'Take back a doubt in public: the meeting is planned as before.',
    cites: CITES,
    fields: () => ({}),
    subject: null,
    subjects: HERE,
    rules: [inStatus('reinstated', 'doubted')],
    domains: {},
    effect: (draft) => setMeeting(draft, 'planned'),
    examples: [{ type: 'meeting.reinstate', actor: 'US', on: '2025-10-13' }],
  }),
  defineAction({
    type: 'meeting.put-on-agenda',
    actors: PARTY_IDS,
    touches: [],
    doc: 'Put an issue on the agenda of the meeting.',
    cites: CITES,
    fields: (z) => ({ issue: idOf(z, 'the issue') }),
    subject: 'issue',
    subjects: (state) => Object.keys(state.issues),
    rules: [
      {
        code: 'meeting/unknown-issue',
        rule: 'Only a known issue can be put on the agenda.',
        source: 'stylised',
        stops: true,
        violated: (state, _actor, issue) => (Object.hasOwn(state.issues, issue) ? null : { given: issue }),
      },
      inStatus('given an agenda', 'planned', 'doubted', 'confirmed'),
      {
        code: 'meeting/already-on-agenda',
        rule: 'An issue stands on the agenda once.',
        source: 'stylised',
        violated: (state, _actor, issue) => (state.meeting.agenda.includes(issue) ? { issue } : null),
      },
    ],
    domains: {},
    effect: (draft, event) => {
      draft.meeting.agenda.push(event.issue);
    },
    examples: [{ type: 'meeting.put-on-agenda', actor: 'US', on: '2025-10-24', issue: 'jimmy-lai' }],
  }),
  defineAction({
    type: 'meeting.take-off-agenda',
    actors: PARTY_IDS,
    touches: [],
    doc: 'Take an issue off the agenda of the meeting.',
    cites: CITES,
    fields: (z) => ({ issue: idOf(z, 'the issue') }),
    subject: 'issue',
    subjects: (state) => state.meeting.agenda,
    rules: [
      {
        code: 'meeting/not-on-agenda',
        rule: 'Only what is on the agenda can be taken off it.',
        source: 'stylised',
        stops: true,
        violated: (state, _actor, issue) => (state.meeting.agenda.includes(issue) ? null : { given: issue }),
      },
      inStatus('given an agenda', 'planned', 'doubted', 'confirmed'),
    ],
    domains: {},
    effect: (draft, event) => {
      draft.meeting.agenda.splice(draft.meeting.agenda.indexOf(event.issue), 1);
    },
    examples: [{ type: 'meeting.take-off-agenda', actor: 'CN', on: DAY, issue: 'taiwan' }],
  }),
  defineAction({
    type: 'meeting.hold',
    actors: ['both'],
    touches: [],
    doc: 'The leaders meet on the day planned.',
    cites: CITES,
    fields: () => ({}),
    subject: null,
    subjects: HERE,
    rules: [
      inStatus('held', 'planned', 'doubted', 'confirmed'),
      {
        code: 'meeting/not-today',
        rule: 'A meeting is held on the day for which it is planned.',
        source: 'stylised',
        violated: (state) =>
          state.meeting.on === state.today ? null : { plannedFor: state.meeting.on, today: state.today },
      },
    ],
    domains: {},
    effect: (draft) => setMeeting(draft, 'held'),
    examples: [{ type: 'meeting.hold', actor: 'both', on: '2025-10-30' }],
  }),
  defineAction({
    type: 'meeting.call-off',
    actors: PARTY_IDS,
    touches: [],
    doc: 'Call the meeting off.',
    cites: CITES,
    fields: () => ({}),
    subject: null,
    subjects: HERE,
    rules: [inStatus('called off', 'planned', 'doubted', 'confirmed')],
    domains: {},
    effect: (draft) => setMeeting(draft, 'called-off'),
    examples: [{ type: 'meeting.call-off', actor: 'US', on: '2025-10-28' }],
  }),
];
