/** Outcome classes and scenarios that each break one property, and the property that has to say so. */
import type { Condition, OutcomeClass, Scenario } from '../../../src/entries/index';
import { codedScenario } from '../../outcomes/coded-scenario';

const base = codedScenario;

/** The base's classes with one of them changed. */
const withClass = (id: string, change: Partial<OutcomeClass>): OutcomeClass[] =>
  base.outcomes.map((outcome) => (outcome.id === id ? { ...outcome, ...change } : outcome));
const never: Condition = {
  all: [
    { term: 'meeting-held', atLeast: 1 },
    { term: 'meeting-held', below: 1 },
  ],
};
const classOf = (id: string) => base.outcomes.find((outcome) => outcome.id === id)!;

/** What is wrong in words, the classes, and the sentence of the property that catches it. */
export const BROKEN_OUTCOMES: readonly (readonly [
  wrong: string,
  outcomes: OutcomeClass[],
  property: string,
])[] = [
  ['two classes of one name', withClass('truce', { id: 'rollback' }), 'ids of their own'],
  ['one class only', [classOf('truce')], 'ids of their own'],
  ['a question that is none', withClass('truce', { question: 'The truce holds.' }), 'ask a question each'],
  ['nothing to consult', withClass('truce', { consult: ' ' }), 'ask a question each'],
  [
    'a term that nobody measures',
    withClass('truce', { when: { term: 'goodwill', atLeast: 1 } }),
    'terms that are measured',
  ],
  [
    'a comparison with nothing',
    withClass('truce', { when: { term: 'tariff-relief' } }),
    'parse as part of the scenario',
  ],
  ['a day before the meeting', withClass('truce', { resolvesOn: '2025-10-29' }), 'resolve between'],
  ['a day beyond the horizon', withClass('truce', { resolvesOn: '2027-01-01' }), 'resolve between'],
  ['a gap', base.outcomes.filter(({ id }) => id !== 'rollback'), 'at every threshold'],
  [
    'an overlap at a threshold',
    withClass('not-held', { when: { term: 'agreement-reached', below: 1 } }),
    'at every threshold',
  ],
  [
    'an overlap that any play finds',
    withClass('not-held', { when: { term: 'meeting-held', atLeast: 0 } }),
    'any lawful play',
  ],
  [
    'a class that cannot come about',
    [...base.outcomes, { ...classOf('truce'), id: 'never', when: never }],
    'can each come about',
  ],
  [
    'a question settled before the answer is known',
    withClass('rollback', { resolvesOn: '2025-10-29' }),
    'after the day on which they resolve',
  ],
];

const withEvents = (events: object): Scenario => ({ ...base, events: events as Scenario['events'] });

/** What is wrong in words, the scenario, and the sentence of the property that catches it. */
export const BROKEN_SCENARIOS: readonly (readonly [wrong: string, scenario: Scenario, property: string])[] = [
  ['a horizon before its first day', { ...base, horizon: '2025-01-01' }, 'parses as itself'],
  ['a parameter that is no number', { ...base, parameters: { alpha: NaN } }, 'parses as itself'],
  ['no question', { ...base, question: 'Busan' }, 'asks a question'],
  ['no assumption', { ...base, assumptions: [] }, 'asks a question'],
  ['a first day that does not exist', { ...base, asOf: '2025-02-30' }, 'starts on its own day'],
  [
    'a meeting that nobody had planned yet',
    { ...base, asOf: '2025-09-01' },
    'nothing later than its first day',
  ],
  ['an issue that was on no table yet', { ...base, asOf: '2025-10-20' }, 'nothing later than its first day'],
  [
    'an act that the rules refuse',
    withEvents({ halt: { on: '2025-10-27', actor: 'CN', type: 'purchase.halt', flow: 'soybeans' } }),
    'supposes lawful events',
  ],
  [
    'classes with a gap',
    { ...base, outcomes: base.outcomes.filter(({ id }) => id !== 'truce') },
    'take in each end exactly once',
  ],
  [
    'an episode whose end has no class',
    { ...base, outcomes: base.outcomes.filter(({ id }) => id === 'comprehensive') },
    'replay from their log',
  ],
];
