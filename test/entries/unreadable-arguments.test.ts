/**
 * Values that cannot be read: getters and proxies that throw, and proxies that were revoked. A parser answers with what is wrong;
 * everything else refuses with an InputError that keeps what was thrown.
 */
import { describe, expect, it } from 'vitest';
import * as main from '../../src/entries/index';
import * as node from '../../src/entries/node';
import * as own from '../../src/entries/own';
import * as record from '../../src/entries/record';
import * as shards from '../../src/entries/shards';
import * as derived from '../../src/entries/state';
import * as studies from '../../src/entries/studies';
import { InputError } from '../../src/kit/input-error';
import { existing } from '../../src/kit/lists';

const SC = 'kuala-lumpur-2025';
const state = main.start(SC);

const fail = (): never => {
  throw new Error('a trap');
};
const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

/** Fields that one function or another reads before all others. */
const READ_FIRST = ['seed', 'id', 'fields', 'format', 'version', 'type'];

/** Values by what is wrong with them. */
const UNREADABLE: Readonly<Record<string, () => object>> = {
  'a proxy that throws': () =>
    new Proxy(
      {},
      { get: fail, has: fail, ownKeys: fail, getPrototypeOf: fail, getOwnPropertyDescriptor: fail },
    ),
  'a proxy that was revoked': revoked,
  'a getter that throws': () =>
    Object.defineProperties(
      {},
      Object.fromEntries(
        READ_FIRST.map((name) => [name, { get: fail, enumerable: true, configurable: true }]),
      ),
    ),
};

const answering = (given: never) => ({ ...existing(main.policies[0]), id: 'mine', decide: () => given });

/** Functions to which such a value is handed. */
const REFUSING: Readonly<Record<string, (value: never) => unknown>> = {
  'options of project': (value) => main.project(SC, value),
  'options of runEpisode': (value) => main.runEpisode(SC, value),
  'options of compare': (value) => main.compare(SC, SC, value),
  'options of compareAll': (value) => main.compareAll([SC, SC], value),
  'options of watch': (value) => main.watch(SC, value),
  'options of flip': (value) => main.flip(SC, value),
  'options of tree': (value) => main.tree(SC, value),
  'options of advise': (value) => main.advise(SC, value),
  'options of play': (value) => main.play(SC, value),
  'options of replayLog': (value) => main.replayLog({}, value),
  'options of tournament': (value) => studies.tournament(SC, value),
  'options of sensitivity': (value) => studies.sensitivity(SC, value),
  'options of uncertainty': (value) => studies.uncertainty(SC, value),
  'options of backtest': (value) => record.backtest(value),
  'options of forecast': (value) => record.forecast(value),
  'options of projectShard': (value) => shards.projectShard(SC, value),
  'options of mergeShards': (value) => shards.mergeShards([], value),
  'options of joinShardFiles': (value) => node.joinShardFiles(['x'], value),
  'options of checkpointFile': (value) => node.checkpointFile('x', value),
  'options of onThreads': (value) => node.onThreads(value),
  'rules of play': (rules) => main.play(SC, { rules }),
  'rules of project': (rules) => main.project(SC, { runs: 1, rules }),
  'policies of project': (policies) => main.project(SC, { runs: 1, policies }),
  'a policy of project': (US) => main.project(SC, { runs: 1, policies: { US } }),
  'what a policy answers': (given) => main.runEpisode(SC, { policies: { US: answering(given) } }),
  'an event of what a policy answers': (given) =>
    main.runEpisode(SC, { policies: { US: answering([given] as never) } }),
  'outcomes of project': (outcomes) => main.project(SC, { runs: 1, outcomes }),
  'an outcome of project': (outcome) => main.project(SC, { runs: 1, outcomes: [outcome] }),
  'the checkpoint of project': (checkpoint) => main.project(SC, { runs: 1, checkpoint }),
  'the facts of project': (given) => main.project(SC, { runs: 1, facts: given }),
  'what has happened in a play': (after) => main.play(SC, { after }),
  'an event of what has happened': (event) => main.play(SC, { after: [event] }),
  'the objective of advise': (objective) => main.advise(SC, { party: 'US', objective }),
  'the output of flip': (output) => main.flip(SC, { output }),
  'facts of forecast': (given) => record.forecast({ facts: given }),
  'events of replay': (events) => main.replay(state, events),
  'the scenario of project': (value) => main.project(value),
  'the scenario of start': (value) => main.start(value),
  'the facts of start': (value) => main.start(SC, value),
  'the play of act': (value) => main.act(value, {} as never),
  'the state of transition': (value) => main.transition(value, {} as never),
  'the state of brokenInvariants': (value) => main.brokenInvariants(value),
  'the state of averageTariff': (value) => main.averageTariff(value, 'usOnCn'),
  'the template of sampleMember': (value) => main.sampleMember(value, () => 0),
  'shards of mergeShards': (value) => shards.mergeShards([value]),
  'the list of joinShards': (value) => shards.joinShards(value),
  'the definition of defineAction': (value) => own.defineAction(value),
  'the rows of withActionTypes': (value) => own.withActionTypes(value),
};

/** Parsers, and whether their answer says that all is well. */
const PARSING: Readonly<Record<string, (value: unknown) => boolean>> = {
  isPlay: (value) => main.isPlay(value),
  parseLog: (value) => main.parseLog(value).ok,
  replayLog: (value) => main.replayLog(value).ok,
  parseState: (value) => main.parseState(value).ok,
  parseEvent: (value) => main.parseEvent(value).ok,
  parseScenario: (value) => main.parseScenario(value).ok,
  parseFacts: (value) => main.parseFacts(value).ok,
  parseShard: (value) => shards.parseShard(value).ok,
  transition: (value) => main.transition(state, value as never).ok,
};

describe.each(Object.entries(UNREADABLE))('%s', (_, make) => {
  it.each(Object.entries(REFUSING))('is refused with an InputError as %s', (_name, call) => {
    expect(() => call(make() as never)).toThrow(InputError);
  });

  it.each(Object.entries(PARSING))('is answered by %s with what is wrong', (_name, parses) => {
    expect(parses(make())).toBe(false);
  });
});

/** Arguments that are lists of something, by what is handed over for them. */
const LISTS: Readonly<Record<string, (value: never) => unknown>> = {
  'the events of replay': (value) => main.replay(state, value),
  'what happened in a play': (value) => main.play(SC, { after: value }),
  'the action types of rules': (value) => main.play(SC, { rules: { actionTypes: value } as never }),
  'the classes of classify': (value) => derived.classify({ meeting: 'x', outcomes: value }, [state]),
};

describe.each(Object.entries(LISTS))('%s', (_, call) => {
  it.each([null, 7, {}, () => 1].map((value) => [typeof value, value]))(
    'are refused where they are no list: %s',
    (_type, value) => {
      expect(() => call(value as never)).toThrow(InputError);
    },
  );
});

it('a rule set of nothing and a class of no term that there is are refused', () => {
  for (const types of [[null], [{}], [7]])
    expect(() => main.play(SC, { rules: { actionTypes: types } as never })).toThrow(InputError);
  for (const outcomes of [[null], [{}], [{ when: { term: 'toString', atLeast: 1 } }]])
    expect(() => derived.classify({ meeting: 'x', outcomes: outcomes as never }, [state])).toThrow(
      InputError,
    );
});
