/** The error that is made of an issue says each thing once. */
import { describe, expect, it } from 'vitest';
import { explain, play, project, start, type Scenario } from '../../src/entries/index';
import { mergeShards, projectShard } from '../../src/entries/shards';
import { refusalOf } from '../refusal';
import { loadScenario } from '../../src/scenario/library';
import { issueError } from '../../src/engine/issue-error';

const BASE = 'kuala-lumpur-2025';
const DOUBT = { type: 'meeting.doubt', actor: 'US', on: '2025-10-27', meeting: 'busan-2025' };
const scenario = loadScenario(BASE);
const shard = projectShard(BASE, { shard: { index: 1, of: 1 }, runs: 2 });
const happened = (event: unknown) => () => play(BASE, { after: [event] as never });
const classed = (outcome: unknown) => () => project(BASE, { runs: 1, outcomes: [outcome] as never });
const merged = (change: object) => () => mergeShards([{ ...shard, ...change }] as never);
const supposed = (change: object) => () =>
  project({ ...scenario, ...change } as unknown as Scenario, { runs: 1 });

/** Complaints of every kind, from all places that make an error of an issue. */
const PLACES: readonly (readonly [what: string, path: string, ask: () => unknown])[] = [
  ['an event of nothing', 'after.0', happened(5)],
  ['an event without a type', 'after.0.type', happened({})],
  ['an event of no known type', 'after.0.type', happened({ ...DOUBT, type: 'meeting.dout' })],
  ['a number for a text', 'after.0.meeting', happened({ ...DOUBT, meeting: 1 })],
  ['a key too many', 'after.0.metting', happened({ ...DOUBT, metting: 1 })],
  ['a day that there is not', 'after.0.on', happened({ ...DOUBT, on: '2025-02-30' })],
  ['a class without a title', 'outcomes.0.title', classed({ ...scenario.outcomes[0], title: undefined })],
  ['a class that is a text', 'outcomes.0', classed('rollback')],
  ['a seed that is a number', 'shards.0.seed', merged({ seed: 3 })],
  ['a scenario without a horizon', 'scenario.horizon', supposed({ horizon: 5 })],
  ['a policy that there is not', 'scenario.policies.US', supposed({ policies: { US: 'hawk', CN: 'hawk' } })],
  [
    'a state with a column that is a number',
    'state.tariff',
    () => explain({ ...start(BASE), tariff: 3 } as never, DOUBT as never),
  ],
];

describe('the error of an issue', () => {
  it.each(PLACES)('of %s says once what was expected, and once what was given', (_, path, ask) => {
    const { message, path: at } = refusalOf(ask);
    expect(at).toBe(path);
    expect(message.split('expected ').length, message).toBe(2);
    expect(message.split('given ').length, message).toBe(2);
  });

  it('tells the value at its place, and what was meant', () => {
    const told = { code: 'input/example', path: 'given', input: { a: { b: 5 } }, allowed: 'something' };
    const message = 'expected a text; given 5; did you mean "c"?';
    expect(issueError({ path: 'a.b', message }, told)).toMatchObject({
      message: 'given.a.b: expected a text; given 5; did you mean "c"?',
      didYouMean: 'c',
      given: '5',
      allowed: 'a text',
    });
    expect(issueError({ path: 'a.x', message: 'is missing' }, told).message).toBe(
      'given.a.x: is missing; expected something; given nothing',
    );
  });
});
