import { describe, expect, it } from 'vitest';
import { explainedComparison } from '../../src/analyses/comparison/comparison';
import { act, play } from '../../src/analyses/play';
import { project, projectInFull, runEpisode } from '../../src/analyses/project';
import { here } from '../../src/analyses/runner/here';
import { sensitivity, uncertainty } from '../../src/analyses/sensitivity/sensitivity';
import { projectShard } from '../../src/analyses/shards';
import type { Event } from '../../src/actions/index';
import { PARTY_IDS } from '../../src/model/actor';
import { policies } from '../../src/policies/index';
import { statusQuo } from '../../src/policies/status-quo';
import type { Policy } from '../../src/policies/policy';
import { shortScenario } from '../episode/fixtures';
import { itLong } from '../long';
import { refusalOf } from '../refusal';

const scenario = shortScenario();

/** A policy of one's own that does something on one day, gives nothing, and does nothing else; it is made of one that rests on most days. */
const once = (id: string, on: string, doing: (party: 'US' | 'CN') => Event): Policy => ({
  ...statusQuo,
  id,
  atTheTable: 'withholds',
  decide: ({ state, party, lawful }) => [doing(party)].filter((event) => state.today === on && lawful(event)),
});

const lister = once('lister', '2025-10-27', (actor) => ({
  type: 'listing.impose',
  actor,
  on: '2025-10-27',
  id: 'us/many-firms',
  label: 'two hundred firms',
  authority: 'ecra',
  basis: null,
  list: 'entity-list',
  entities: 200,
  from: '2025-10-27',
}));

describe("a policy of one's own", () => {
  it.each(policies.flatMap((policy) => PARTY_IDS.map((party) => [policy.id, party, policy] as const)))(
    'that is %s under another id projects for %s what the shipped one does',
    (id, party, policy) => {
      const named = shortScenario({ policies: { ...scenario.policies, [party]: id } });
      const how = { runs: 30, seed: 'same' };
      const own = { [party]: { ...policy, id: `my-${id}` } };
      const projected = JSON.stringify(project(scenario, { ...how, policies: own }));
      expect(projected).toBe(JSON.stringify(project(named, how)));
      expect(JSON.stringify(project(scenario, { ...how, policies: { [party]: id } }))).toBe(projected);
    },
  );

  it('acts in episodes, projections and their course, whoever is asked', () => {
    const how = { runs: 40, policies: { US: lister } };
    expect(runEpisode(scenario, { policies: how.policies }).events).toContainEqual(
      expect.objectContaining({ id: 'us/many-firms', on: '2025-10-27' }),
    );
    const projected = project(scenario, how);
    expect(projected.outcomes).not.toEqual(project(scenario, { runs: 40 }).outcomes);
    expect(projectInFull(scenario, how).projection).toEqual(projected);
  });

  it('is kept by a play for what is asked of it, and gives way to one that is told later', () => {
    const played = play(scenario, { policies: { US: lister }, today: '2025-10-26' });
    const threat = { type: 'meeting.doubt', actor: 'CN', meeting: scenario.meeting } as never;
    const acted = act(played, threat);
    const how = { runs: 20 };
    const named = project(scenario, { ...how, today: '2025-10-26', policies: { US: lister } });
    expect(project(played, how)).toEqual(named);
    expect(runEpisode(acted.play).events.map(({ type }) => type)).toContain('listing.impose');
    expect(project(played, { ...how, policies: { US: scenario.policies.US } })).toEqual(
      project(scenario, { ...how, today: '2025-10-26' }),
    );
  });

  it('can be the variant of a comparison, and is the difference that is taken back', () => {
    const how = { runs: 60, histories: 10, variant: { policies: { US: lister } } };
    const { changed, differences } = here(explainedComparison(scenario, scenario, how));
    expect(changed.pairs).toBeGreaterThan(0);
    const looked = Math.min(10, changed.pairs);
    expect(differences.map(({ id, needed }) => [id, needed.pairs])).toEqual([['policy:US', looked]]);
  });

  itLong('can be held possible in a study beside shipped ones, or be the one by which a party acts', () => {
    const held = { runs: 4, method: 'tornado', output: 'held', policies: ['status-quo', lister] } as const;
    const bars = sensitivity(scenario, held);
    expect(JSON.stringify(bars)).toContain('"lister"');
    const acting = { runs: 4, method: 'tornado', output: 'held' } as const;
    expect(sensitivity(scenario, { ...acting, policies: { US: lister } })).not.toEqual(
      sensitivity(scenario, acting),
    );
    const few = { ownWorlds: 6, worlds: 2, runs: 100 };
    expect(uncertainty(scenario, { ...few, policies: [lister] }).design.pairs).toBe(2);
  });

  it.each([
    ['a party that there is not', { EU: lister }, 'policies'],
    ['a text that is no id', { US: 'hard-linr' }, 'policies.US'],
    ['a module that nobody imported', { US: './mine.mjs#hawk' }, 'policies.US'],
    ['a function alone', { US: () => [] }, 'policies.US'],
    ['a policy that cannot decide', { CN: { ...lister, decide: null } }, 'policies.CN.decide'],
    [
      'a policy without a way to bargain',
      { US: { ...lister, atTheTable: 'talks' } },
      'policies.US.atTheTable',
    ],
    ['the id of a shipped one', { US: { ...lister, id: 'hard-liner' } }, 'policies.US.id'],
    ['one id for two', { US: lister, CN: { ...lister } }, 'policies.CN.id'],
    ['a list', [lister], 'policies'],
  ])('is refused for %s, by its place, in every analysis', (_, given, path) => {
    const how = { policies: given as never };
    expect(refusalOf(() => project(scenario, { ...how, runs: 2 })).path).toBe(path);
    expect(refusalOf(() => runEpisode(scenario, how)).path).toBe(path);
    expect(refusalOf(() => play(scenario, how)).path).toBe(path);
  });

  it('names the nearest shipped one', () => {
    expect(refusalOf(() => project(scenario, { policies: { US: 'hard-linr' as never } })).didYouMean).toBe(
      'hard-liner',
    );
  });

  it('is kept in no file of runs, which could not tell of which code it is', () => {
    const how = { runs: 2, policies: { US: lister } };
    const code = 'own/not-kept';
    expect(refusalOf(() => projectShard(scenario, { ...how, shard: { index: 1, of: 1 } })).code).toBe(code);
    const checkpoint = { note: () => undefined, finish: () => undefined };
    expect(refusalOf(() => project(scenario, { ...how, checkpoint })).code).toBe(code);
    const shipped = { ...how, policies: { US: 'hard-liner' }, shard: { index: 1, of: 1 } } as const;
    expect(projectShard(scenario, shipped).scenario.policies.US).toBe('hard-liner');
  });
});

describe("rules of one's own", () => {
  it.each<[string, unknown]>([
    ['a number', 5],
    ['a list of action types', []],
    ['an object without a list of them', { actionTypes: 'statement.make' }],
  ])('are refused as %s, by their place, wherever they are given', (_, given) => {
    const rules = given as never;
    const calls = [
      () => project(scenario, { rules, runs: 2 }),
      () => runEpisode(scenario, { rules }),
      () => play(scenario, { rules }),
    ];
    for (const call of calls) expect(refusalOf(call)).toMatchObject({ code: 'own/rules', path: 'rules' });
  });
});
