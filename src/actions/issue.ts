/**
 * Issues: what comes onto the table between the two sides and what leaves it.
 *
 * A side raises an issue by a demand in public or by a measure of the other; it leaves the table when it is settled.
 * What an issue is worth is theory and stays out of the record.
 */
import { PARTY_IDS } from '../model/actor';
import { defineAction } from './action-type';
import { oneOf } from './domain';
import { idOf, text } from './fields';
import { always, FREE_TEXT, freshIn, idsOf, mustExist } from './rules';
import type { Issue } from '../model/issue';
import type { State } from '../model/state';

const issues = (state: State): Readonly<Record<string, Issue>> => state.issues;

/** The action types of issues. */
export const issueActions = [
  defineAction({
    type: 'issue.raise',
    actors: PARTY_IDS,
    touches: [],
    doc: 'Bring an issue onto the table: a demand that may be bargained over from now on.',
    cites: ['stylised'],
    fields: (z) => ({
      id: idOf(z, 'the new issue'),
      label: text(z, 'What people call it'),
      giver: z.enum(PARTY_IDS).describe('The party that would concede'),
      indivisible: z.boolean().describe('Whether it can only be granted whole'),
    }),
    subject: null,
    subjects: () => [''],
    rules: [],
    domains: {
      id: freshIn('issue', issues),
      label: FREE_TEXT,
      giver: always(
        'issue/unknown-party',
        'An issue is for one of the two parties to grant.',
        oneOf('US', 'CN'),
      ),
      indivisible: always(
        'issue/not-a-yes-or-no',
        'An issue is all or nothing, or it is not.',
        oneOf(true, false),
      ),
    },
    effect: (draft, event) => {
      const { id, label, giver, indivisible } = event;
      draft.issues[id] = { id, label, giver, indivisible };
    },
    examples: [
      {
        type: 'issue.raise',
        actor: 'US',
        on: '2025-10-24',
        id: 'example-issue',
        label: 'An example',
        giver: 'CN',
        indivisible: false,
      },
    ],
  }),
  defineAction({
    type: 'issue.drop',
    actors: PARTY_IDS,
    touches: [],
    doc: 'Take an issue off the table: it is settled or given up.',
    cites: ['stylised'],
    fields: (z) => ({ id: idOf(z, 'the issue') }),
    subject: 'id',
    subjects: idsOf(issues),
    rules: [
      mustExist('issue', 'issue', issues),
      {
        code: 'issue/on-the-agenda',
        rule: 'An issue on the agenda of a meeting ahead stays on the table.',
        source: 'stylised',
        violated: ({ meeting }, _actor, id) =>
          meeting.agenda.includes(id) && meeting.status !== 'held' && meeting.status !== 'called-off'
            ? { meeting: meeting.id }
            : null,
      },
    ],
    domains: {},
    effect: (draft, event) => {
      delete draft.issues[event.id];
      // A meeting that was called off may be reinstated, and then has no issue that is gone on its agenda.
      if (draft.meeting.status === 'called-off' && draft.meeting.agenda.includes(event.id))
        draft.meeting.agenda.splice(draft.meeting.agenda.indexOf(event.id), 1);
    },
    examples: [{ type: 'issue.drop', actor: 'CN', on: '2025-10-24', id: 'students' }],
  }),
];
