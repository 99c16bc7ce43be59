/**
 * Every function of the entry for property-based tests beside arguments of the wrong kind, and options and fields of them: each is
 * refused by its place. A new export needs a row here, or a reason why it takes nothing.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardRules } from '../../src/engine/rule-set';
import { facts } from '../../src/entries/data';
import * as main from '../../src/entries/index';
import * as testing from '../../src/entries/testing';
import { policies } from '../../src/policies/index';

/** What cannot be read at all. */
const closed = () => {
  const shut = () => {
    throw new Error('a trap');
  };
  return new Proxy(
    {},
    { get: shut, has: shut, ownKeys: shut, getPrototypeOf: shut, getOwnPropertyDescriptor: shut },
  );
};

/** A value of each kind, which says nothing. */
const JUNK = {
  nothing: undefined,
  null: null,
  number: 7,
  text: 'constructor',
  'yes-no': true,
  function: () => 1,
  list: [],
  'list of null': [null],
  object: {},
  closed: closed(),
} as const;
type Kind = keyof typeof JUNK;

function kindOf(value: unknown): Kind {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  const kinds: Readonly<Record<string, Kind>> = {
    number: 'number',
    string: 'text',
    boolean: 'yes-no',
    function: 'function',
  };
  return kinds[typeof value] ?? 'closed';
}

/** Arguments whose fields are put to the test as well. */
const OPENED = new Set([
  'claim',
  'options',
  'scope',
  'table',
  'spec',
  'contract',
  'play',
  'event',
  'step',
  'seen',
  'known',
]);
/** Those of which each field may be left out, unless a row says otherwise. */
const OPTIONAL = new Set(['options', 'scope', 'spec']);
/** A field that is not read. */
const ANY = Object.keys(JUNK) as Kind[];

/**
 * Sound arguments by their names, in their order; the kinds that a place may have beside that of its sound value; options that must be
 * told; how complaints call an argument where that is not its name.
 */
interface Row {
  readonly sound: Readonly<Record<string, unknown>>;
  readonly also?: Readonly<Record<string, readonly Kind[]>>;
  readonly required?: readonly string[];
  readonly called?: Readonly<Record<string, string>>;
}

const SC = 'kuala-lumpur-2025';
const state = main.start(SC);
const play = main.play(SC);
const scenario = main.loadScenario(SC);
const rules = standardRules;
const yes = () => true;
const until = '2025-12-01';
const claim = testing.noPlay('nothing happens', {
  keeps: testing.truceHolds,
  reaches: () => false,
  until,
  distance: () => 1,
});
const OF_CLAIM = { 'claim.until': ['null'], 'claim.keeps': ['null'], 'claim.distance': ['null'] } as const;
const projected = testing.projectionClaim('all stays as it is', {
  change: (before) => before,
  never: 'moves',
  quantity: 'held',
});
const contract = testing.coverageContract({ truceStatuses: 1 });
const exploration = testing.explore(SC, contract, { moves: 20 });
const fallen = testing.falsify(testing.never('no duty is paid', testing.averageAbove('usOnCn', 0)), {
  scenario: SC,
  effort: 20,
  numRuns: 0,
});
const token = fallen.falsified ? fallen.token : '';
const OPTIONS = ['nothing', 'object'] as const;
const optional = { options: OPTIONS };
const START = '(start|scenario|from)';

const ofClaim = (first: Record<string, unknown> = {}): Row[] => [
  {
    sound: {
      ...first,
      claim,
      options: {
        ...{ scenario: SC, facts, maxMoves: 0, effort: 0, numRuns: 0, seed: 1 },
        ...{ runner: 'vitest', fastCheck: {}, claimName: { name: 'claim' } },
      },
    },
    also: { ...OF_CLAIM, 'options.fastCheck': ['object'] },
    required: ['scenario'],
    called: { options: '(options|scenario)' },
  },
  {
    sound: {
      ...first,
      claim: projected,
      options: {
        ...{
          scenario: SC,
          facts,
          maxMoves: 0,
          until: '2025-10-26',
          types: ['meeting.doubt'],
          admits: yes,
          rules,
        },
        ...{ policies: {}, outcomes: scenario.outcomes, runs: 1, seed: 1, alpha: 0.01, numRuns: 1 },
        ...{ runner: 'vitest', claimName: { name: 'claim' } },
      },
    },
    also: { 'options.policies': ['object'] },
    required: ['scenario'],
    called: { options: '(options|scenario)' },
  },
];
const form = (holds: unknown): Row[] => [
  {
    sound: { title: 'a claim', holds, scope: { without: yes, only: yes, until, distance: () => 1 } },
    also: { scope: OPTIONS },
  },
];
const legalPlay: Row[] = [
  {
    sound: { from: SC, options: { maxMoves: 2, minMoves: 0, until, admits: yes, rules } },
    also: optional,
    called: { from: START },
  },
  { sound: { from: { map: exploration.map } }, called: { from: START } },
];
const account: Row[] = [
  {
    sound: { seen: exploration, known: exploration },
    also: {
      known: ['nothing'],
      ...Object.fromEntries(
        ['seen', 'known'].flatMap((of) =>
          ['contract', 'report', 'moves', 'plays', 'failure'].map((field) => [`${of}.${field}`, ANY]),
        ),
      ),
    },
  },
  { sound: { seen: exploration.collector } },
];
const suite = { facts, episodes: 1, seed: 1, scenario: SC };
const tests: Row[] = [{ sound: { tests: testing.truceHolds } }];
const ofState: Row[] = [{ sound: { state, rules }, also: { rules: ['nothing'] } }];
const properties: Row[] = [{ sound: { properties: [{ name: 'all is well', check: () => undefined }] } }];
const drawnState = fc.sample(testing.reachableState(SC, { maxMoves: 1 }), { numRuns: 1, seed: 1 })[0];
const drawnScenario = fc.sample(testing.scenarioArbitrary(SC), { numRuns: 1, seed: 1 })[0];

const ROWS: Readonly<Record<string, readonly Row[] | 'nothing'>> = {
  assertInvariants: [{ sound: { state } }],
  assertCovered: account,
  coverageAccount: account,
  coverageCollector: [{ sound: { contract, scenario: SC }, called: { scenario: START } }],
  coverageContract: [
    {
      sound: {
        spec: {
          ...{ actionTypes: 1, moves: 1, refusalCodes: 1, truceStatuses: 1, truceTransitions: 1 },
          ...{ measureStatuses: 1, authoritiesStruck: 1, goals: [], exempt: [] },
        },
      },
      also: { spec: ['object'] },
    },
  ],
  explore: [
    {
      sound: { scenario: SC, contract, options: { seed: '1', moves: 1, step: main.transition, check: yes } },
      also: optional,
      called: { scenario: START },
    },
  ],
  legalEvent: ofState,
  perturbedEvent: ofState,
  illegalEvent: [{ sound: { state, options: { code: 'tariff/above-the-ceiling', rules } }, also: optional }],
  refusalCodes: [{ sound: { rules }, also: { rules: ['nothing'] } }],
  isMove: [
    {
      sound: { event: { type: 'calendar.advance', actor: 'calendar', on: '2025-10-25', to: '2025-10-26' } },
      also: { 'event.to': ANY },
    },
  ],
  measureArbitrary: [{ sound: { state, options: { kinds: ['tariff'], verbs: ['impose'] } }, also: optional }],
  dayOfTheMeeting: [{ sound: { from: SC }, called: { from: START } }],
  packageArbitrary: [
    { sound: { from: state, options: { scenario: SC } }, also: optional, called: { from: START } },
  ],
  policyArbitrary: 'nothing',
  tablePolicy: [
    {
      sound: { table: { actsPct: 50, weights: {}, keepsPromises: true, atTheTable: 'withholds' } },
      also: { 'table.weights': ['object'] },
    },
  ],
  actsOf: [{ sound: { of: play }, called: { of: 'play' } }],
  withActs: [{ sound: { of: play, acts: [] }, called: { of: 'play', acts: '(acts|after)' } }],
  plays: [
    {
      sound: {
        from: SC,
        options: {
          ...{ maxMoves: 1, until: '2025-10-26', types: ['meeting.doubt'], admits: yes, rules },
          ...{ policies: {}, outcomes: scenario.outcomes, facts },
        },
      },
      also: { ...optional, from: ['nothing'], 'options.policies': ['object'] },
      called: { from: START },
    },
  ],
  scenarioArbitrary: [{ sound: { base: SC }, also: { base: ['nothing'] }, called: { base: 'scenario' } }],
  changesTo: [{ sound: { scenario: drawnScenario } }],
  eventsTo: [{ sound: { state: drawnState } }],
  legalPlay,
  reachableState: legalPlay,
  playFrom: legalPlay,
  steeredPlay: legalPlay,
  always: form(testing.truceHolds),
  never: form(testing.truceHolds),
  eachStep: form(testing.isThreat),
  everyPlay: form(yes),
  noPlay: [
    {
      sound: {
        title: 'a claim',
        options: { keeps: yes, reaches: yes, without: yes, only: yes, until, distance: () => 1 },
      },
    },
  ],
  judge: [
    {
      sound: { claim, play: { events: [], states: [state] }, until },
      also: { ...OF_CLAIM, until: ['nothing'] },
    },
  ],
  isBrokenBy: [{ sound: { claim, start: state, events: [] }, also: OF_CLAIM }],
  falsify: ofClaim(),
  assertClaim: ofClaim(),
  claimTest: ofClaim({ test: (_: string, body: () => unknown) => body() }),
  replayToken: [
    {
      sound: { token, options: { scenario: SC, facts, claim, trial: { seed: 1 } } },
      also: { ...optional, 'options.trial': ['object'] },
    },
  ],
  projectionClaim: [
    {
      sound: { title: 'a claim', options: { quantity: 'held', change: () => null, never: 'moves', by: 0 } },
      required: ['quantity', 'change', 'never'],
      called: { options: '(options|quantity)' },
    },
  ],
  judgeProjection: [
    {
      sound: { claim: projected, play, options: { runs: 1, seed: '1', level: 0.01 } },
      also: { ...optional, 'play.latent': ANY },
    },
  ],
  projectionProperty: [
    {
      sound: { claim: projected, options: { scenario: SC, runs: 1, seed: 1, alpha: 0.01 } },
      required: ['scenario'],
      called: { options: '(options|scenario)' },
    },
  ],
  adding: [{ sound: { acts: { type: 'meeting.doubt', actor: 'US', meeting: 'busan-2025' } } }],
  changing: [{ sound: { map: yes } }],
  leavingOut: [{ sound: { test: yes } }],
  averageAbove: [{ sound: { direction: 'usOnCn', ratePct: 10 } }],
  raisesAverage: [{ sound: { direction: 'usOnCn' }, also: { direction: ['nothing'] } }],
  measureIs: [{ sound: { id: 'us/ieepa-hundred', statuses: 'in-force' } }],
  isOfType: [{ sound: { types: 'tariff.raise' } }],
  isBy: [{ sound: { actors: 'US' } }],
  concessionOn: [{ sound: { subjects: 'soybeans' } }],
  isThreat: [
    {
      sound: { step: { before: state, event: { type: 'a.b', actor: 'US', on: '2025-10-25' }, after: state } },
      also: { 'step.before': ANY, 'step.after': ANY },
    },
  ],
  truceHolds: [{ sound: { state } }],
  not: tests,
  anyOf: tests,
  allOf: tests,
  actionTypeProperties: [
    {
      sound: {
        rows: [rules.actionTypes[0]],
        options: { scenario: SC, facts, starts: [state], plays: 1, moves: 1, seed: 1 },
      },
      also: optional,
    },
    { sound: { rows: rules.actionTypes[0] } },
  ],
  outcomeProperties: [{ sound: { outcomes: scenario.outcomes, options: suite }, also: optional }],
  policyProperties: [
    {
      sound: { policies, options: { ...suite, suppositions: [SC], plays: 1 } },
      also: optional,
    },
  ],
  scenarioProperties: [
    {
      sound: { scenarios: scenario, options: { facts, checkedEpisodes: 1, episodes: 1, seed: '1' } },
      also: optional,
    },
  ],
  checkProperties: properties,
  assertProperties: properties,
};

const isClass = (value: unknown) =>
  typeof value === 'function' && /^class\b/.test(Function.prototype.toString.call(value));
const exported = Object.entries(testing as Record<string, unknown>).filter(
  ([, value]) => typeof value === 'function' && !isClass(value),
);

/** A call that is sound but for one place, and how the complaint about that place has to begin or end. */
interface Case {
  readonly name: string;
  readonly place: string;
  readonly kind: Kind;
  readonly path: RegExp;
  readonly call: () => unknown;
}

function* casesOf(name: string, { sound, also = {}, required = [], called = {} }: Row): Generator<Case> {
  const act = new Map(exported).get(name) as (...given: unknown[]) => unknown;
  const tried = function* (
    place: string,
    value: unknown,
    kinds: readonly Kind[],
    put: (junk: unknown) => object,
  ) {
    const allowed = new Set<Kind>([kindOf(value), ...kinds]);
    const last = place.split('.').at(-1)!;
    const path = new RegExp(`(^|\\b)${called[last] ?? last}(\\b|$)`);
    for (const [kind, junk] of Object.entries(JUNK) as [Kind, unknown][])
      if (!allowed.has(kind)) yield { name, place, kind, path, call: () => act(...Object.values(put(junk))) };
  };
  for (const [argument, value] of Object.entries(sound)) {
    yield* tried(argument, value, also[argument] ?? [], (junk) => ({ ...sound, [argument]: junk }));
    if (!OPENED.has(argument) || Object.getPrototypeOf(value) !== Object.prototype) continue;
    for (const [field, part] of Object.entries(value as object)) {
      const place = `${argument}.${field}`;
      const mayLack = OPTIONAL.has(argument) && !required.includes(field);
      const kinds = [...(also[place] ?? []), ...(mayLack ? (['nothing'] as const) : [])];
      yield* tried(place, part, kinds, (junk) => ({
        ...sound,
        [argument]: { ...(value as object), [field]: junk },
      }));
    }
  }
}

/** The refusal of a call, an answer that comes later too. */
async function refusalOfAny(call: () => unknown, what: string): Promise<main.InputError> {
  try {
    await call();
  } catch (error) {
    if (error instanceof main.InputError) return error;
    throw new Error(`${what}: refused otherwise`, { cause: error });
  }
  throw new Error(`${what}: nothing was refused`);
}

const CASES = Object.entries(ROWS).map(
  ([name, rows]) => [name, rows === 'nothing' ? [] : rows.flatMap((row) => [...casesOf(name, row)])] as const,
);

describe('every function for tests', () => {
  it('has a row here, or a reason to have none, and there is none for another', () => {
    expect(Object.keys(ROWS).sort()).toEqual(exported.map(([name]) => name).sort());
  });

  it('is tried on sound arguments that it takes', async () => {
    for (const [name, rows] of Object.entries(ROWS)) {
      if (rows === 'nothing' || name === 'assertCovered') continue;
      const act = new Map(exported).get(name) as (...given: unknown[]) => unknown;
      for (const { sound } of rows)
        expect(await act(...Object.values(sound)), name).not.toBeInstanceOf(Error);
    }
  });

  it.each(CASES)('%s refuses what is of another kind by its place', async (_, cases) => {
    for (const { place, kind, path, call } of cases) {
      const refused = await refusalOfAny(call, `${place} is ${kind}`);
      expect(refused.path, `${place} is ${kind}: ${refused.message}`).toMatch(path);
    }
  });

  it.each(['nothing', 'null', 'number', 'text', 'function', 'list', 'object', 'closed'] as const)(
    'that matches refuses %s in the place of a claim',
    async (kind) => {
      const { path } = await refusalOfAny(
        () => testing.detenteMatchers.toHold(JUNK[kind], { scenario: SC }),
        kind,
      );
      expect(path).toBe('claim');
    },
  );

  it('leaves an error of a function that it is given as it is', () => {
    const mine = new Error('my own');
    const throws = () => {
      throw mine;
    };
    const options = { scenario: SC, effort: 20, numRuns: 0 };
    expect(() => testing.falsify(testing.always('a claim', throws), options)).toThrow(mine);
    expect(() => testing.judgeProjection({ ...projected, change: throws }, play)).toThrow(mine);
    expect(() => testing.explore(SC, { ...contract, wanted: throws })).toThrow(mine);
  });
});
