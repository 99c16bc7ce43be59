/** Parameters are there to be read: one that nothing reads could be set to anything, and nobody would be told. */
import { describe, expect } from 'vitest';
import { prepare } from '../../src/analyses/prepared';
import { parseScenario, resolve } from '../../src/analyses/resolve';
import { project } from '../../src/analyses/project';
import { runToHorizon } from '../../src/episode/episode';
import { parameterSampler, type ParameterDraw } from '../../src/episode/parameter-draw';
import { facts } from '../../src/facts/packaged';
import { createDraws } from '../../src/kit/keyed-draws';
import { PARAMETER_NAMES, type Parameters } from '../../src/model/parameters';
import { policyOf } from '../../src/policies/index';
import type { PolicyId } from '../../src/policies/policy-ids';
import { loadScenario, scenarios } from '../../src/scenario/library';
import type { Scenario } from '../../src/scenario/schema';
import { itLong } from '../long';

const EPISODES = 12;

const ON = '2025-10-27';
/** Acts that no shipped scenario supposes, and of which some parameters tell the weight. */
const SUPPOSED: readonly Scenario['events'][] = [
  {
    promise: {
      type: 'undertaking.make',
      actor: 'CN',
      on: ON,
      id: 'cn/tiktok',
      subject: 'TikTok',
      degree: 1,
      dueOn: '2025-12-01',
    },
    other: {
      type: 'undertaking.make',
      actor: 'CN',
      on: ON,
      id: 'cn/other',
      subject: 'something else',
      degree: 1,
      dueOn: '2025-12-01',
    },
    calm: { type: 'tariff.withdraw', actor: 'US', on: ON, id: 'us/ieepa-hundred', traded: false },
    swap: { type: 'control.withdraw', actor: 'US', on: ON, id: 'us/software-controls', traded: true },
  },
  { doubt: { type: 'meeting.doubt', actor: 'US', on: ON, meeting: 'busan-2025' } },
  { over: { type: 'truce.terminate', actor: 'CN', on: ON } },
  {
    undated: {
      type: 'tariff.threaten',
      actor: 'US',
      on: ON,
      id: 'us/undated',
      label: 'A threat without a date',
      authority: 'ieepa',
      basis: null,
      ratePct: 10,
      share: 1,
      voice: 'leader',
      dueOn: null,
    },
  },
  { struck: { type: 'court.strike-down', actor: 'court', on: '2025-10-29', authority: 'ieepa' } },
];

/** Parameters that note the name of each that is read. */
function watched(parameters: Parameters, read: Set<string>): Parameters {
  const noting = (component: string, values: object) =>
    new Proxy(values, {
      get(of, key) {
        read.add(`${component}.${String(key)}`);
        return Reflect.get(of, key) as unknown;
      },
    });
  const entries = Object.entries(parameters) as [string, object][];
  // The same components, each behind a proxy.
  return Object.fromEntries(
    entries.map(([component, values]) => [component, noting(component, values)]),
  ) as unknown as Parameters;
}

/** Names of the parameters that episodes of a scenario read under a policy of both sides. */
function readBy(scenario: Scenario, policy: PolicyId, read: Set<string>): void {
  const { initial, specification } = prepare(scenario);
  const draws = createDraws('read');
  const policies = { US: policyOf(policy), CN: policyOf(policy) };
  const sampler = parameterSampler(specification);
  for (let episode = 0; episode < EPISODES; episode += 1) {
    const draw: ParameterDraw = sampler(draws, episode);
    const parameters = watched(draw.parameters, read);
    runToHorizon({ initial, specification, draws, policies }, { ...draw, parameters }, episode, false);
  }
}

/** What a draw and a projection of a scenario are before any episode reads a parameter: its issues and its pool. */
function drawnAndPooled(parameters: Record<string, number>): string {
  const parsed = parseScenario({ id: 'a-variant', extends: 'kuala-lumpur-2025', parameters });
  if (!parsed.ok) throw new Error(parsed.issues[0]!.message);
  const scenario = { ...parsed.scenario, hypotheses: { ...parsed.scenario.hypotheses, leverKept: true } };
  const { specification } = prepare(scenario);
  const { outcomes, economy } = project(scenario, { runs: 20 });
  const { issues } = parameterSampler(specification)(createDraws('read'), 0);
  return JSON.stringify([issues, outcomes, economy]);
}

describe('every parameter', () => {
  itLong('is read by some episode, by the draw of the issues or by the pool', () => {
    const read = new Set<string>();
    for (const scenario of scenarios) readBy(scenario, 'crisis-game', read);
    readBy(
      { ...loadScenario('kuala-lumpur-2025'), parameters: { 'meeting.notHeld': 0.9 } },
      'crisis-game',
      read,
    );
    readBy({ ...loadScenario('kuala-lumpur-2025'), parameters: { 'year.rounds': 0 } }, 'crisis-game', read);
    for (const events of SUPPOSED)
      readBy({ ...loadScenario('kuala-lumpur-2025'), events }, 'crisis-game', read);
    readBy(resolve('past-geneva-2025'), 'crisis-game', read);
    for (const policy of ['uniform-random', 'tit-for-tat', 'hard-liner', 'conciliator'] as const)
      readBy(loadScenario('kuala-lumpur-2025'), policy, read);
    const idle = PARAMETER_NAMES.filter((name) => !read.has(name)).filter((name) => {
      const { domain, central } = facts.parameters.find((parameter) => parameter.name === name)!;
      const other = central === domain.max ? domain.min : domain.max;
      return drawnAndPooled({ [name]: other }) === drawnAndPooled({});
    });
    expect(idle).toEqual([]);
  });
});
