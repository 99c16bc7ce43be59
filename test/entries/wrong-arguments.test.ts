/**
 * Every exported function beside the values that it cannot take: days, directions, states, scenarios, seeds, counts, rates,
 * names. What is new in an entry needs a row here, or a reason why it takes no such value.
 */
import { describe, expect, it } from 'vitest';
import * as browser from '../../src/entries/browser';
import * as data from '../../src/entries/data';
import * as main from '../../src/entries/index';
import * as node from '../../src/entries/node';
import * as own from '../../src/entries/own';
import * as record from '../../src/entries/record';
import * as report from '../../src/entries/report';
import * as scenarios from '../../src/entries/scenarios';
import * as shards from '../../src/entries/shards';
import * as derived from '../../src/entries/state';
import * as studies from '../../src/entries/studies';
import * as testing from '../../src/entries/testing';

const ENTRIES = {
  browser,
  data,
  main,
  node,
  own,
  record,
  report,
  scenarios,
  shards,
  derived,
  studies,
  testing,
};

/** Wrong values of each kind; an unset option is none, so that undefined stands only where something has to be said. */
const WRONG = {
  day: ['2025-02-30', '2025-1-1', '', '10000-01-01', 20251025, null, new Date(0)],
  direction: ['usonCn', 'US', '', 0, null],
  state: [null, undefined, 7, 'today', {}, [], { today: '2025-10-25' }],
  scenario: ['kuala-lumpur', '', 7, null, {}],
  id: ['kuala-lumpur', '__proto__', 7, null, undefined],
  seed: ['', 'x'.repeat(201), 42, null, {}],
  runs: [0, -1, 1.5, '20', NaN, Infinity, null],
  episode: [-1, 0.5, '3', NaN, null],
  count: [-1, 0.5, '3', NaN, null],
  duration: [NaN, '10', -1, null],
  rate: [NaN, Infinity, '10', -1, null, undefined],
  actor: ['usa', '', 0, null],
  status: ['force', 0, null],
  name: ['', 0, null],
  code: ['tariff/nothing', ''],
  json: [NaN, undefined, () => 1, new Map(), 1n],
  progress: [3, 'told', null, {}],
  signal: [3, null, {}, { aborted: false }, { aborted: 'no' }, new Date(0)],
  facts: [null, 7, 'facts', {}, [], { start: {} }],
  part: [null, undefined, 7, 'x'],
  list: [null, undefined, 7, 'x', {}, [undefined], [{}]],
  checkpoint: [3, null, {}, [], 'x.json', { note: () => undefined }, { finish: () => undefined }],
} as const;

type Kind = keyof typeof WRONG;
type Call = (value: never) => unknown;
/** A kind of value, how the complaint about it begins, and a call that is sound but for it. */
type Row = readonly [kind: Kind, path: string, call: Call];

const SC = 'kuala-lumpur-2025';
const state = main.start(SC);
const { facts } = data;
const doubt = { type: 'meeting.doubt', actor: 'US', on: state.today, meeting: 'busan-2025' } as const;
const claim = testing.always('the truce holds', testing.truceHolds);
const projected = testing.projectionClaim('all stays as it is', {
  change: (play) => play,
  never: 'moves',
  quantity: 'held',
});
const contract = testing.coverageContract({ actionTypes: 1 });

/** How an analysis is run. */
const run = (ask: (options: object) => unknown, more: object = { runs: 1 }): Row[] => [
  ['progress', 'onProgress', (onProgress) => ask({ ...more, onProgress })],
  ['signal', 'signal', (signal) => ask({ ...more, signal })],
];
const kept = (ask: (options: object) => unknown): Row => [
  'checkpoint',
  'checkpoint',
  (checkpoint) => ask({ runs: 1, checkpoint }),
];
/** Seed and runs of an analysis, the scenario that it is about, and how it is run. */
const analysis = (
  ask: (scenario: never, options: object) => unknown,
  more: object = {},
  first = 'scenario',
): Row[] => [
  ['scenario', first, (value) => ask(value, { runs: 1, ...more })],
  ['seed', 'seed', (seed) => ask(SC as never, { runs: 1, ...more, seed })],
  ['runs', 'runs', (runs) => ask(SC as never, { ...more, runs })],
  ...run((options) => ask(SC as never, options), { runs: 1, ...more }),
];
const start = (ask: (from: never) => unknown, path = '(scenario|start|state)'): Row[] => [
  ['id', path, (value) => ask(value)],
];
const ofState = (ask: (given: never) => unknown, path = 'state'): Row[] => [['state', path, ask]];

/** Why a function has no such argument. */
type TakesNone =
  /** It takes any value, and answers with issues. */
  | 'parser'
  /** It takes an answer of the library, as the function that it goes with gives it: `answers.test.ts` holds it to what is none. */
  | 'answer'
  /** It takes functions, files or bytes of the caller, or nothing. */
  | 'nothing'
  /** It takes no such value: `testing-arguments.test.ts` holds it to the kinds of its arguments. */
  | 'kinds'
  /** It is asked within the rules many times for each event; its bounds are those of an author. */
  | 'domain'
  /** It reads a column and answers with nothing for what is not there. */
  | 'column';

const ROWS: Readonly<Record<string, readonly Row[] | TakesNone>> = {
  // Scenarios and analyses.
  start: [
    ['scenario', 'scenario', (value) => main.start(value)],
    ['facts', 'facts', (value) => main.start(SC, value)],
  ],
  loadScenario: [['id', 'scenario', (value) => main.loadScenario(value)]],
  findScenario: 'column',
  pastScenarios: [['facts', 'facts', (value) => record.pastScenarios(value)]],
  bareFacts: 'nothing',
  pastMeetings: [['facts', 'facts', (value) => record.pastMeetings(value, main.loadScenario(SC))]],
  play: [['scenario', 'scenario', (value) => main.play(value)]],
  isPlay: 'parser',
  act: [['part', 'play', (value) => main.act(value, doubt)]],
  passTo: [['day', '(to|day|today)', (value) => main.passTo(main.play(SC), value)]],
  project: [
    ...analysis((scenario, options) => main.project(scenario, options)),
    kept((options) => main.project(SC, options)),
  ],
  projectInFull: analysis((scenario, options) => report.projectInFull(scenario, options)),
  runEpisode: [
    ['scenario', 'scenario', (value) => main.runEpisode(value)],
    ['seed', 'seed', (seed) => main.runEpisode(SC, { seed })],
    ['episode', 'episode', (episode) => main.runEpisode(SC, { episode })],
  ],
  compare: [
    ...analysis((scenario, options) => main.compare(scenario, SC, options), {}, 'base'),
    ['scenario', 'variant', (value) => main.compare(SC, value, { runs: 1 })],
  ],
  watch: analysis((scenario, options) => main.watch(scenario, options)),
  flip: analysis((scenario, options) => main.flip(scenario, options)),
  tree: analysis((scenario, options) => main.tree(scenario, options)),
  compareAll: analysis((scenario, options) => main.compareAll([scenario, SC], options), {}, 'scenarios'),
  explainDifference: [
    ...analysis((scenario, options) => main.explainDifference(scenario, SC, options), {}, 'base'),
    ['count', 'histories', (histories) => main.explainDifference(SC, SC, { runs: 1, histories })],
  ],
  tournament: analysis((scenario, options) =>
    studies.tournament(scenario, { policies: ['crisis-game', 'hard-liner'], ...options }),
  ),
  advise: [
    ['scenario', 'scenario', (value) => main.advise(value, { party: 'US' })],
    ['seed', 'seed', (seed) => main.advise(SC, { party: 'US', seed })],
    ['runs', 'runs', (runs) => main.advise(SC, { party: 'US', runs })],
    ['actor', 'party', (party) => main.advise(SC, { party })],
    ...run((options) => main.advise(SC, { party: 'US', ...options })),
    kept((options) => main.advise(SC, { party: 'US', ...options })),
  ],
  sensitivity: [
    ['scenario', 'scenario', (value) => studies.sensitivity(value, { output: 'held', method: 'morris' })],
    ['seed', 'seed', (seed) => studies.sensitivity(SC, { output: 'held', method: 'morris', seed })],
    [
      'count',
      'trajectories',
      (trajectories) => studies.sensitivity(SC, { output: 'held', method: 'morris', trajectories }),
    ],
    ['name', 'output', (output) => studies.sensitivity(SC, { output, method: 'morris' })],
    ...run((options) => studies.sensitivity(SC, { output: 'held', method: 'morris', ...options }), {}),
  ],
  uncertainty: analysis((scenario, options) => studies.uncertainty(scenario, options)),
  backtest: [
    ['seed', 'seed', (seed) => record.backtest({ runs: 1, seed })],
    ['runs', 'runs', (runs) => record.backtest({ runs })],
    ['count', 'partRuns', (partRuns) => record.backtest({ runs: 1, partRuns })],
    ...run((options) => record.backtest(options)),
  ],
  forecast: [
    ['seed', 'seed', (seed) => record.forecast({ again: true, runs: 1, seed })],
    ['runs', 'runs', (runs) => record.forecast({ again: true, runs })],
    ...run((options) => record.forecast({ again: true, ...options })),
  ],
  projectShard: [
    ...analysis((scenario, options) =>
      shards.projectShard(scenario, { shard: { index: 1, of: 2 }, ...options }),
    ),
    kept((options) => shards.projectShard(SC, { shard: { index: 1, of: 2 }, ...options })),
  ],
  joinShards: [['list', 'shards', (value) => shards.joinShards(value)]],
  mergeShards: [['list', 'shards', (value) => shards.mergeShards(value)]],
  parseShard: 'parser',
  projectionReport: analysis((scenario, options) => report.projectionReport(scenario, options)),
  comparisonReport: analysis(
    (scenario, options) => report.comparisonReport(scenario, SC, options),
    {},
    'base',
  ),
  scenariosReport: analysis(
    (scenario, options) => report.scenariosReport([scenario, SC], options),
    {},
    'scenarios',
  ),
  // The machine.
  transition: ofState((value) => main.transition(value, doubt)),
  transitionWithPatches: ofState((value) => main.transitionWithPatches(value, doubt)),
  explain: ofState((value) => main.explain(value, doubt)),
  legalActions: ofState((value) => main.legalActions(value)),
  dueEvents: ofState((value) => main.dueEvents(value)),
  replay: ofState((value) => main.replay(value, [doubt]), 'start'),
  advanceTo: [
    ['state', 'state', (value) => main.advanceTo(value, '2025-10-30')],
    ['day', 'to', (value) => main.advanceTo(state, value)],
  ],
  digest: [['json', 'value', (value) => main.digest(value)]],
  parseEvent: 'parser',
  parseState: 'parser',
  parseFacts: 'parser',
  parseScenario: 'parser',
  parseScenarioText: 'parser',
  parseLog: 'parser',
  replayLog: 'parser',
  isMember: [['part', 'template', (value) => main.isMember(value, doubt)]],
  fieldsOpen: [['part', 'template', (value) => main.fieldsOpen(value)]],
  sampleMember: [['part', 'template', (value) => main.sampleMember(value, () => 0)]],
  withActionTypes: [['list', 'rows', (value) => own.withActionTypes(value)]],
  defineAction: [['part', 'definition', (value) => own.defineAction(value)]],
  brokenInvariants: ofState((value) => main.brokenInvariants(value)),
  assertInvariants: ofState((value) => testing.assertInvariants(value)),
  classify: [['part', 'states', (value) => derived.classify(main.loadScenario(SC), value)]],
  averageTariff: [['direction', 'direction', (value) => main.averageTariff(state, value)]],
  contributionPp: [['part', 'layer', (value) => derived.contributionPp(value)]],
  effectiveSeverity: [['part', 'control', (value) => derived.effectiveSeverity(value)]],
  licensedShare: [['part', 'control', (value) => derived.licensedShare(value)]],
  preparation: [['day', 'day', (value) => derived.preparation(state, value)]],
  meetingOf: ofState((value) => derived.meetingOf(value, 'busan-2025')),
  nextPlanned: ofState((value) => derived.nextPlanned(value)),
  recordedOn: [
    ['facts', 'facts', (value) => main.recordedOn(value, '2025-04-12')],
    ['day', 'day', (value) => main.recordedOn(facts, value)],
  ],
  dateFrom: 'domain',
  dateOrOpen: 'domain',
  freshId: 'domain',
  numberAbove: 'domain',
  numberFrom: 'domain',
  oneOf: 'domain',
  optional: 'domain',
  structure: 'domain',
  subsetOf: 'domain',
  wholeFrom: 'domain',
  // Screens and pages.
  ledgerOn: [['day', 'date', (value) => report.ledgerOn(facts, value)]],
  ledgerOf: ofState((value) => report.ledgerOf(value)),
  recordSpan: [['facts', 'facts', (value) => report.recordSpan(value)]],
  joinShardFiles: [['list', 'paths', (value) => node.joinShardFiles(value, { whole: true })]],
  mergeShardFiles: [['list', 'paths', (value) => node.mergeShardFiles(value)]],
  runInWorkers: [['list', 'analysis', (value) => browser.runInWorkers(value, { workers: 0 })]],
  eventSentence: ofState((value) => report.eventSentence(value, doubt, facts)),
  eventSentences: ofState((value) => report.eventSentences(value, [doubt], facts), 'start'),
  episodeStory: ofState(
    (value) => report.episodeStory(main.loadScenario(SC), value, { events: [], outcome: null }, facts),
    'start',
  ),
  ...Object.fromEntries(
    [
      ...[
        'actionReference',
        'actionsOverview',
        'actionsText',
        'averagesReport',
        'averagesText',
        'backtestText',
        'checkText',
        'comparisonText',
        'forecastText',
      ],
      ...['differenceReport', 'differenceSentences', 'eventLines', 'explainText', 'ledgerChart'],
      ...['ledgerText', 'listText', 'namesOf', 'projectionText', 'replayText'],
      ...['sensitivityText', 'stateText', 'trajectoryText', 'uncertaintyText', 'verdict', 'whyText'],
      ...[
        'answerSentences',
        'familyLabel',
        'fieldLabel',
        'nameIn',
        'quantityLabel',
        'signalQuestion',
        'wholePercents',
      ],
    ].map((name) => [name, 'answer']),
  ),
  // Workers, files and threads.
  inWorkers: [['count', 'workers', (workers) => browser.inWorkers({ workers })]],
  projectProgressively: [
    ...analysis((scenario, options) => browser.projectProgressively(scenario, options).next()),
    ['count', 'workers', (workers) => browser.projectProgressively(SC, { workers }).next()],
  ],
  onThreads: [
    ['count', 'workers', (workers) => node.onThreads({ workers })],
    ['duration', 'startAfterMs', (startAfterMs) => node.onThreads({ workers: 1, startAfterMs })],
  ],
  ...Object.fromEntries(
    [
      ...['checkpointFile', 'endThreads', 'endWorkers', 'loadOwn'],
      ...['readFactsFolder', 'readKeptResults', 'readScenarioFile', 'readShardFile'],
      ...['writeShardFile'],
    ].map((name) => [name, 'nothing']),
  ),
  // Property-based tests.
  legalEvent: ofState((value) => testing.legalEvent(value)),
  perturbedEvent: ofState((value) => testing.perturbedEvent(value)),
  illegalEvent: [
    ['state', 'state', (value) => testing.illegalEvent(value)],
    ['code', 'code', (code) => testing.illegalEvent(state, { code })],
  ],
  measureArbitrary: ofState((value) => testing.measureArbitrary(value)),
  dayOfTheMeeting: start((value) => testing.dayOfTheMeeting(value)),
  packageArbitrary: start((value) => testing.packageArbitrary(value)),
  legalPlay: [
    ...start((value) => testing.legalPlay(value)),
    ['day', 'until', (until) => testing.legalPlay(SC, { until, admits: () => true })],
  ],
  plays: [
    ...start((value) => testing.plays(value ?? (null as never))),
    ['day', 'until', (until) => testing.plays(SC, { until: until ?? ('' as never) })],
    ['count', 'maxMoves', (maxMoves) => testing.plays(SC, { maxMoves })],
  ],
  actsOf: [['scenario', 'play', (value) => testing.actsOf(value)]],
  withActs: [['scenario', 'play', (value) => testing.withActs(value, [])]],
  adding: 'nothing',
  changing: [['name', 'map', (value) => testing.changing(value)]],
  leavingOut: [['name', 'test', (value) => testing.leavingOut(value)]],
  projectionClaim: [
    ['name', 'title', (value) => testing.projectionClaim(value, { ...projected, quantity: 'held' })],
    ['name', 'never', (never) => testing.projectionClaim('x', { ...projected, quantity: 'held', never })],
  ],
  judgeProjection: [
    ['scenario', 'play', (value) => testing.judgeProjection(projected, value, { runs: 2 })],
    ['seed', 'seed', (seed) => testing.judgeProjection(projected, main.play(SC), { runs: 2, seed })],
    ['runs', 'runs', (runs) => testing.judgeProjection(projected, main.play(SC), { runs })],
    [
      'rate',
      'level',
      (level) => testing.judgeProjection(projected, main.play(SC), { level: level ?? (null as never) }),
    ],
  ],
  projectionProperty: [
    ['scenario', 'scenario', (scenario) => testing.projectionProperty(projected, { scenario })],
    ['runs', 'runs', (runs) => testing.projectionProperty(projected, { scenario: SC, runs })],
    [
      'rate',
      'alpha',
      (alpha) => testing.projectionProperty(projected, { scenario: SC, alpha: alpha ?? (null as never) }),
    ],
  ],
  playFrom: start((value) => testing.playFrom(value)),
  reachableState: start((value) => testing.reachableState(value)),
  steeredPlay: start((value) => testing.steeredPlay(value)),
  scenarioArbitrary: [['id', 'scenario', (value) => testing.scenarioArbitrary(value ?? (null as never))]],
  changesTo: [['scenario', 'scenario', (value) => testing.changesTo(value)]],
  eventsTo: ofState((value) => testing.eventsTo(value)),
  explore: [
    ...start((value) => testing.explore(value, contract, { moves: 1 })),
    ['seed', 'seed', (seed) => testing.explore(SC, contract, { seed })],
    ['runs', 'moves', (moves) => testing.explore(SC, contract, { moves })],
  ],
  coverageCollector: start((value) => testing.coverageCollector(contract, value)),
  falsify: [
    ['scenario', 'scenario', (scenario) => testing.falsify(claim, { scenario })],
    ['count', 'effort', (effort) => testing.falsify(claim, { scenario: SC, effort })],
  ],
  assertClaim: [['scenario', 'scenario', (scenario) => testing.assertClaim(claim, { scenario })]],
  isBrokenBy: ofState((value) => testing.isBrokenBy(claim, value, []), 'start'),
  judge: [['day', 'until', (value) => testing.judge(claim, { events: [], states: [state] }, value)]],
  always: [
    ['name', 'title', (value) => testing.always(value, testing.truceHolds)],
    ['day', 'until', (until) => testing.always('a', testing.truceHolds, { until })],
  ],
  never: [['name', 'title', (value) => testing.never(value, testing.truceHolds)]],
  eachStep: [['name', 'title', (value) => testing.eachStep(value, testing.isThreat)]],
  everyPlay: [['name', 'title', (value) => testing.everyPlay(value, () => true)]],
  noPlay: [
    ['name', 'title', (value) => testing.noPlay(value, { keeps: testing.truceHolds, until: '2026-01-01' })],
  ],
  averageAbove: [
    ['direction', 'direction', (value) => testing.averageAbove(value, 10)],
    ['rate', 'ratePct', (value) => testing.averageAbove('usOnCn', value)],
  ],
  raisesAverage: [['direction', 'direction', (value) => testing.raisesAverage(value)]],
  measureIs: [
    ['name', 'id', (value) => testing.measureIs(value, 'in-force')],
    ['status', 'statuses', (value) => testing.measureIs('us/x', value)],
  ],
  isBy: [['actor', 'actors', (value) => testing.isBy(value)]],
  isOfType: [['name', 'types', (value) => testing.isOfType(value)]],
  concessionOn: [['name', 'subjects', (value) => testing.concessionOn(value)]],
  ...Object.fromEntries(
    [
      ...[
        'allOf',
        'anyOf',
        'not',
        'isMove',
        'isThreat',
        'truceHolds',
        'claimTest',
        'assertProperties',
        'checkProperties',
        'assertCovered',
      ],
      ...[
        'coverageAccount',
        'coverageContract',
        'refusalCodes',
        'policyArbitrary',
        'tablePolicy',
        'replayToken',
      ],
      ...['actionTypeProperties', 'outcomeProperties', 'policyProperties', 'scenarioProperties'],
    ].map((name) => [name, 'kinds']),
  ),
};

const isClass = (value: unknown) =>
  typeof value === 'function' && /^class\b/.test(Function.prototype.toString.call(value));
const exported = new Map<string, unknown>(
  Object.values(ENTRIES).flatMap((entry) =>
    Object.entries(entry).filter(([, value]) => typeof value === 'function' && !isClass(value)),
  ),
);

async function thrown(call: () => unknown): Promise<unknown> {
  try {
    await call();
    return null;
  } catch (error) {
    return error;
  }
}

const TABLE = Object.entries(ROWS).flatMap(([name, rows]) =>
  typeof rows === 'string'
    ? []
    : rows.map(([kind, path, call]) => [name, kind, path, call as (value: unknown) => unknown] as const),
);

describe('every exported function', () => {
  it('has a row here, or a reason to have none, and there is none for another', () => {
    expect([...exported.keys()].filter((name) => !Object.hasOwn(ROWS, name))).toEqual([]);
    expect(Object.keys(ROWS).filter((name) => !exported.has(name))).toEqual([]);
  });

  it.each(TABLE)('%s refuses whatever is no %s with an InputError at %s', async (_, kind, path, call) => {
    for (const value of WRONG[kind]) {
      const error = await thrown(() => call(value));
      expect(error, String(value)).toBeInstanceOf(main.InputError);
      expect((error as main.InputError).path, String(value)).toMatch(new RegExp(`^${path}\\b`));
      // One sentence, which tells what was given once.
      expect((error as Error).message.match(/; given /g), String(value)).toHaveLength(1);
    }
  });
});
