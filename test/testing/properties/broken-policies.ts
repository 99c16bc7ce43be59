/** Policies that each break one property, and the property that has to say so; beside them one that keeps all. */
import type { Event } from '../../../src/entries/index';
import type { Observation, Policy } from '../../../src/policies/policy';
import type { Draft } from '../../../src/model/state';

/** Withdraws its own threats when markets are calm: a small sound policy. */
export const calm: Policy = {
  id: 'calm-weather',
  title: 'Calm weather',
  alsoKnownAs: ['threats dropped when nobody looks'],
  doc: 'Once a week, in calm markets, withdraws one of its own threatened duties.',
  source: 'an example',
  stochastic: true,
  atTheTable: 'bargains',
  decide: ({ state, party, draw, lawful, memory }) => {
    memory.count += 1;
    if (draw('calm') > 1 / 7) return [];
    const threat = Object.values(state.tariff).find(
      ({ imposer, status }) => imposer === party && status === 'threatened',
    );
    if (threat === undefined) return [];
    const event: Event = {
      type: 'tariff.withdraw',
      actor: party,
      on: state.today,
      id: threat.id,
      traded: false,
    };
    return lawful(event) ? [event] : [];
  },
};

const statement = ({ state, party }: Observation): Event => ({
  type: 'statement.make',
  actor: party,
  on: state.today,
  voice: 'leader',
  tone: 'neutral',
  topic: 'trade',
  gist: 'a word',
});
const spoken = (decide: (observation: Observation) => Event[]): Policy => ({ ...calm, decide });
/** Decides only where a supposition of the meeting called off has come about. */
const afterCallingOff = ({ meetings }: Observation['state']) =>
  meetings['busan-2025']?.status === 'called-off';
let episodesSeen = 0;
let lastDay = '';

/** What is wrong in words, the policy, and the sentence of the property that catches it. */
export const BROKEN_POLICIES: readonly (readonly [wrong: string, policy: Policy, property: string])[] = [
  ['no source', { ...calm, source: '' }, 'a sentence and a source'],
  ['one name twice', { ...calm, alsoKnownAs: ['Calm weather'] }, 'a sentence and a source'],
  ['a table manner of its own', { ...calm, atTheTable: 'sulks' as 'yields' }, 'a sentence and a source'],
  [
    'a measure that it takes for granted',
    spoken(({ state }) => (state.tariff['us/ieepa-hundred']!.dueOn!.length > 0 ? [] : [])),
    'survives every state',
  ],
  [
    'a halt of what may be halted already',
    spoken(({ state, party }) => [
      { type: 'purchase.halt', actor: party, on: state.today, flow: 'soybeans' },
    ]),
    'on both sides proposes nothing that the law refuses',
  ],
  [
    'a meeting that it calls off again',
    spoken(({ state, party }) =>
      afterCallingOff(state)
        ? [{ type: 'meeting.call-off', actor: party, meeting: 'busan-2025', on: state.today }]
        : [],
    ),
    'under a supposition',
  ],
  [
    'two acts of which the first forbids the second',
    spoken(({ state, party, lawful }) => {
      const doubt: Event = { type: 'meeting.doubt', actor: party, meeting: 'busan-2025', on: state.today };
      return lawful(doubt) ? [doubt, doubt] : [];
    }),
    'lawful events in every state',
  ],
  [
    'an act for the other side',
    spoken((observation) => [statement({ ...observation, party: observation.party === 'US' ? 'CN' : 'US' })]),
    'acts for its own side',
  ],
  [
    'a count beside its memory',
    spoken((observation) => ((episodesSeen += 1) % 2 ? [statement(observation)] : [])),
    'the same on the same draws',
  ],
  [
    'a day kept from the episode before',
    spoken((observation) => {
      const later = observation.state.today < lastDay;
      if (observation.state.today > lastDay) lastDay = observation.state.today;
      return later ? [statement(observation)] : [];
    }),
    'from one episode into another',
  ],
  [
    'a state that it changes',
    spoken(({ state }) => {
      (state as Draft).today = '2030-01-01';
      return [];
    }),
    'leaves what it sees',
  ],
  [
    'a parameter that it changes',
    spoken(({ parameters }) => {
      (parameters.answers as Record<string, number>).probability = 0;
      return [];
    }),
    'leaves what it sees',
  ],
  ['chance that calls itself none', { ...calm, stochastic: false }, 'draws by its observation alone'],
  [
    'chance of its own',
    spoken((observation) => (Math.random() < 0 ? [statement(observation)] : [])),
    'draws by its observation alone',
  ],
  [
    'a clock',
    spoken((observation) => (new Date().getFullYear() < 0 ? [statement(observation)] : [])),
    'draws by its observation alone',
  ],
  [
    'a date object in its memory',
    spoken(({ memory, state }) => {
      memory.answers = [{ on: new Date(state.today) as unknown as string, sizePp: 0, to: '', purpose: '' }];
      return [];
    }),
    'remembers in plain JSON',
  ],
];
