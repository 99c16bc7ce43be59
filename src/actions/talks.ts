/**
 * Talks: rounds scheduled, opened, concluded or called off, delegations named, and leaders' calls.
 *
 * A round is preparation in the sense of two-level games: it lets each side learn what the other can accept.
 */
import { addDays } from '../kit/calendar';
import { PARTY_IDS } from '../model/actor';
import { each, edit, put } from '../model/column';
import type { State } from '../model/state';
import type { Round } from '../model/talks';
import { defineAction, type Rule } from './action-type';
import { dateFrom, oneOf, subsetOf, wholeFrom } from './domain';
import { idOf, isoDate, text, type Zod } from './fields';
import { always, depends, FREE_TEXT, freshIn, idsOf, mustBe, mustExist, statusWords } from './rules';

const CITES = ['china-daily-kl'] as const;
const DAY = '2025-10-25';
const rounds = (state: State): Readonly<Record<string, Round>> => state.rounds;
const EXISTS = mustExist('talks', 'round', rounds);
const inStatus = (verb: string, ...allowed: readonly Round['status'][]): Rule =>
  mustBe(
    rounds,
    {
      code: 'talks/wrong-status',
      rule: `A round can be ${verb} only while it is ${statusWords(allowed)}.`,
      source: 'stylised',
    },
    (round) => allowed.includes(round.status),
    (round) => ({ status: round.status }),
  );
const agendaField = (z: Zod) =>
  z.array(z.string().max(80)).max(50).describe('Ids of the issues on the agenda');
const AGENDA = depends('talks/unknown-issue', 'An agenda lists known issues once each.', (state) =>
  subsetOf(Object.keys(state.issues)),
);
const READOUTS = ['progress', 'framework', 'no-progress', 'deal', 'breakdown'] as const;
const peopleOf = (state: State, party: unknown): string[] =>
  each(state.people)
    .filter((person) => person.party === party)
    .map((person) => person.id);

/** The action types of talks. */
export const talksActions = [
  defineAction({
    type: 'talks.schedule',
    actors: ['both'],
    touches: [],
    doc: 'Agree on a round of talks: level, place, days and agenda.',
    cites: CITES,
    fields: (z) => ({
      id: idOf(z, 'the new round'),
      level: z.enum(['technical', 'ministerial']).describe('Level of the delegations'),
      place: text(z, 'Where'),
      opensOn: isoDate(z, 'Day on which it begins'),
      days: z.number().int().describe('Length in days'),
      agenda: agendaField(z),
    }),
    subject: null,
    subjects: () => [''],
    rules: [],
    domains: {
      id: freshIn('talks', rounds),
      level: always(
        'talks/unknown-level',
        'A round is technical or ministerial.',
        oneOf('technical', 'ministerial'),
      ),
      place: FREE_TEXT,
      opensOn: depends('talks/date-in-the-past', 'A round opens today or within a year.', (state) =>
        dateFrom(state.today, addDays(state.today, 365)),
      ),
      days: always('talks/length', 'A round lasts from 1 to 14 days.', wholeFrom(1, 14)),
      agenda: AGENDA,
    },
    effect: (draft, event) => {
      const { id, level, place, opensOn, agenda } = event;
      put(draft.rounds, id, {
        id,
        level,
        place,
        opensOn,
        closesOn: addDays(opensOn, event.days - 1),
        status: 'scheduled',
        concludedOn: null,
        agenda: [...agenda],
        delegations: { US: [], CN: [] },
        readout: null,
      });
    },
    examples: [
      {
        type: 'talks.schedule',
        actor: 'both',
        on: DAY,
        id: 'example-round',
        level: 'ministerial',
        place: 'Kuala Lumpur',
        opensOn: '2025-10-25',
        days: 2,
        agenda: [],
      },
    ],
  }),
  defineAction({
    type: 'talks.name-delegation',
    actors: PARTY_IDS,
    touches: [],
    doc: 'Name who sits for a party in a round.',
    cites: CITES,
    fields: (z) => ({
      id: idOf(z, 'the round'),
      people: z.array(z.string().max(80)).max(50).describe('Ids of the people'),
    }),
    subject: 'id',
    subjects: idsOf(rounds),
    rules: [EXISTS, inStatus('manned', 'scheduled', 'under-way')],
    domains: {
      people: depends(
        'talks/not-of-the-party',
        "A delegation is of the party's own people.",
        (state, actor) => subsetOf(peopleOf(state, actor)),
      ),
    },
    effect: (draft, event) => {
      if (event.actor === 'US' || event.actor === 'CN')
        edit(draft.rounds, event.id).delegations[event.actor] = [...event.people];
    },
    examples: [
      {
        type: 'talks.name-delegation',
        actor: 'US',
        on: DAY,
        id: 'kuala-lumpur-2025',
        people: ['bessent', 'greer'],
      },
    ],
  }),
  defineAction({
    type: 'talks.open',
    actors: ['both'],
    touches: [],
    doc: 'Open a scheduled round on its day or after.',
    cites: CITES,
    fields: (z) => ({ id: idOf(z, 'the round') }),
    subject: 'id',
    subjects: idsOf(rounds),
    rules: [
      EXISTS,
      inStatus('opened', 'scheduled'),
      mustBe(
        rounds,
        { code: 'talks/too-early', rule: 'A round opens on its day, not before.', source: 'stylised' },
        (round, state) => state.today >= round.opensOn,
        (round) => ({ opensOn: round.opensOn }),
      ),
    ],
    domains: {},
    effect: (draft, event) => {
      edit(draft.rounds, event.id).status = 'under-way';
    },
    examples: [{ type: 'talks.open', actor: 'both', on: DAY, id: 'kuala-lumpur-2025' }],
  }),
  defineAction({
    type: 'talks.conclude',
    actors: ['both'],
    touches: [],
    doc: 'Close a round with a readout; it counts as preparation from then on.',
    cites: CITES,
    fields: (z) => ({
      id: idOf(z, 'the round'),
      readout: z.enum(READOUTS).describe('What the readouts say'),
    }),
    subject: 'id',
    subjects: idsOf(rounds),
    rules: [EXISTS, inStatus('concluded', 'under-way')],
    domains: { readout: always('talks/unknown-readout', 'A readout is one of five.', oneOf(...READOUTS)) },
    effect: (draft, event) => {
      const round = edit(draft.rounds, event.id);
      round.status = 'concluded';
      round.concludedOn = draft.today;
      round.readout = event.readout;
    },
    examples: [
      {
        type: 'talks.conclude',
        actor: 'both',
        on: '2025-10-26',
        id: 'kuala-lumpur-2025',
        readout: 'framework',
      },
    ],
  }),
  defineAction({
    type: 'talks.call-off',
    actors: PARTY_IDS,
    touches: [],
    doc: 'Call a round off.',
    cites: CITES,
    fields: (z) => ({ id: idOf(z, 'the round') }),
    subject: 'id',
    subjects: idsOf(rounds),
    rules: [EXISTS, inStatus('called off', 'scheduled', 'under-way')],
    domains: {},
    effect: (draft, event) => {
      edit(draft.rounds, event.id).status = 'called-off';
    },
    examples: [{ type: 'talks.call-off', actor: 'CN', on: DAY, id: 'kuala-lumpur-2025' }],
  }),
  defineAction({
    type: 'talks.leaders-call',
    actors: ['both'],
    touches: [],
    doc: 'The leaders speak on the telephone; a call counts as preparation like a round.',
    cites: CITES,
    fields: (z) => ({ id: idOf(z, 'the call'), agenda: agendaField(z) }),
    subject: null,
    subjects: () => [''],
    rules: [],
    domains: { id: freshIn('talks', rounds), agenda: AGENDA },
    effect: (draft, event) => {
      put(draft.rounds, event.id, {
        id: event.id,
        level: 'leaders-call',
        place: 'telephone',
        opensOn: draft.today,
        closesOn: draft.today,
        status: 'concluded',
        concludedOn: draft.today,
        agenda: [...event.agenda],
        delegations: { US: [], CN: [] },
        readout: 'progress',
      });
    },
    examples: [
      { type: 'talks.leaders-call', actor: 'both', on: '2025-09-19', id: 'example-call', agenda: ['tiktok'] },
    ],
  }),
];
