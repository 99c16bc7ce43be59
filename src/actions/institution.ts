/** Institutions of both sides: established together, by an agreement or an act, and dissolved by either. */
import { PARTY_IDS } from '../model/actor';
import { edit, newColumn, put } from '../model/column';
import type { Institution } from '../model/institution';
import type { State } from '../model/state';
import { defineAction } from './action-type';
import { oneOf } from './domain';
import { idOf, text } from './fields';
import { always, FREE_TEXT, freshIn, idsOf, mustBe, mustExist } from './rules';

const NONE: Readonly<Record<string, Institution>> = /* @__PURE__ */ Object.freeze({});
const institutions = (state: State): Readonly<Record<string, Institution>> => state.institutions ?? NONE;
const DAY = '2025-10-30';
const CITES = ['stylised'] as const;

/** The action types of institutions. */
export const institutionActions = [
  defineAction({
    type: 'institution.establish',
    actors: ['both'],
    touches: [],
    doc: 'Set up a body of both sides; one that monitors looks at whether the truce is kept.',
    cites: CITES,
    fields: (z) => ({
      id: idOf(z, 'the new institution'),
      label: text(z, 'What people call it'),
      monitors: z.boolean().describe('Whether it looks at whether the truce is kept'),
    }),
    subject: null,
    subjects: () => [''],
    rules: [],
    domains: {
      id: freshIn('institution', institutions),
      label: FREE_TEXT,
      monitors: always('institution/monitors', 'An institution monitors or does not.', oneOf(true, false)),
    },
    effect: (draft, { id, label, monitors }) => {
      put((draft.institutions ??= newColumn(draft.undertakings)), id, {
        id,
        label,
        monitors,
        status: 'standing',
        since: draft.today,
      });
    },
    examples: [
      {
        type: 'institution.establish',
        actor: 'both',
        on: DAY,
        id: 'example-board',
        label: 'An example',
        monitors: true,
      },
    ],
  }),
  defineAction({
    type: 'institution.dissolve',
    actors: [...PARTY_IDS, 'both'],
    touches: [],
    doc: 'Leave a body of both sides, which ends with that.',
    cites: CITES,
    fields: (z) => ({ id: idOf(z, 'the institution') }),
    subject: 'id',
    subjects: idsOf(institutions),
    rules: [
      mustExist('institution', 'institution', institutions),
      mustBe(
        institutions,
        {
          code: 'institution/dissolved',
          rule: 'Only a standing institution can be dissolved.',
          source: 'stylised',
        },
        ({ status }) => status === 'standing',
        ({ status }) => ({ status }),
      ),
    ],
    domains: {},
    effect: (draft, { id }) => {
      if (draft.institutions === undefined) return;
      const institution = edit(draft.institutions, id);
      institution.status = 'dissolved';
      institution.since = draft.today;
    },
    examples: [{ type: 'institution.dissolve', actor: 'US', on: DAY, id: 'example-board' }],
  }),
];
