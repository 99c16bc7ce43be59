/**
 * Issues: what comes onto the table between the two sides and what leaves it.
 *
 * A side raises an issue by a demand in public or by a measure of the other; it leaves the table when it is settled.
 * What an issue is worth is theory and stays out of the record.
 */
import { PARTY_IDS } from '../model/actor';
import { each, edit } from '../model/column';
import { isAhead } from '../model/meeting';
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
        violated: (state, _actor, id) => {
          for (const meeting of each(state.meetings))
            if (isAhead(meeting, state.today) && meeting.agenda.includes(id)) return { meeting: meeting.id };
          return null;
        },
      },
    ],
    domains: {},
    effect: (draft, event) => {
      delete draft.issues[event.id];
      // What leaders have met on stays as it was; an agenda on which they never met names no issue that is gone.
      for (const { id, status, agenda } of each(draft.meetings)) {
        if (status !== 'called-off' || !agenda.includes(event.id)) continue;
        const own = edit(draft.meetings, id).agenda;
        own.splice(own.indexOf(event.id), 1);
      }
    },
    examples: [{ type: 'issue.drop', actor: 'CN', on: '2025-10-24', id: 'students' }],
  }),
];
