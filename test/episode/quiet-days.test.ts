/** Days on which nothing calls anybody are passed without a look, and nobody can tell by the end. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digest, replay, scenarios, type Scenario } from '../../src/entries/index';
import { pastScenarios } from '../../src/entries/record';
import { createDraws } from '../../src/kit/keyed-draws';
import type { State } from '../../src/model/state';
import { policyOf } from '../../src/policies/index';
import type { Policy } from '../../src/policies/policy';
import { prepare } from '../../src/analyses/prepared';
import { POLICY_IDS } from '../../src/policies/policy-ids';
import { parameterSampler } from '../../src/episode/parameter-draw';
import { runToHorizon, type FinishedEpisode } from '../../src/episode/episode';
import { scenarioArbitrary } from '../../src/testing/plays/scenarios';
import { casesOf } from '../extent';
import { itLong } from '../long';

/** The same policy, asked every day. */
function wakeful({ rests: _rests, ...policy }: Policy): Policy {
  return policy;
}

type Looking = 'rests' | 'every day' | 'with a record' | 'with an onlooker';

/** Runs one episode, looking at the days as told. */
function ran(scenario: Scenario, episode: number, looking: Looking): FinishedEpisode {
  const { initial, specification } = prepare(scenario);
  const draws = createDraws('quiet days');
  const named = { US: policyOf(specification.policies.US), CN: policyOf(specification.policies.CN) };
  const policies = looking === 'every day' ? { US: wakeful(named.US), CN: wakeful(named.CN) } : named;
  const parameterDraw = parameterSampler(specification)(draws, episode);
  const watch = looking === 'with an onlooker' ? () => undefined : undefined;
  return runToHorizon(
    { initial, specification, draws, policies },
    parameterDraw,
    episode,
    looking === 'with a record',
    watch,
  );
}

/** All that an ensemble takes from an episode. */
function taken({ run, start, end, truceBound, textEndedAfter, brokenAfter }: FinishedEpisode) {
  const { costDays, days, shortageDays, leastStockMonths, pain, credibility, drawdownPct } = run.latent;
  const latent = { costDays, days, shortageDays, leastStockMonths, pain, credibility, drawdownPct };
  const truce = { truceBound, textEndedAfter, brokenAfter };
  return { state: digest(run.state), refused: run.refused, start, end, truce, latent };
}

/** How often an episode was looked at: the calendar is turned once for each. */
function turns(scenario: Scenario, looking: Looking): number {
  let looks = 0;
  const { initial, specification } = prepare(scenario);
  const draws = createDraws('quiet days');
  const counting = (policy: Policy): Policy => ({
    ...policy,
    decide: (observation) => {
      looks += 1;
      return policy.decide(observation);
    },
  });
  const { US, CN } = specification.policies;
  const own = { US: counting(policyOf(US)), CN: policyOf(CN) };
  const policies = looking === 'rests' ? own : { US: wakeful(own.US), CN: own.CN };
  runToHorizon(
    { initial, specification, draws, policies },
    parameterSampler(specification)(draws, 0),
    0,
    false,
  );
  return looks;
}

const SHIPPED: readonly Scenario[] = [...scenarios, ...pastScenarios()];
const WAYS: readonly Looking[] = ['every day', 'with a record', 'with an onlooker'];

describe('an episode that passes quiet days', () => {
  it.each(SHIPPED.map((scenario) => [scenario.id, scenario] as const))(
    'of %s ends as one that looks at every day, recorded or not',
    (_id, scenario) => {
      for (const episode of casesOf([0, 1, 2, 3], 2)) {
        const passed = taken(ran(scenario, episode, 'rests'));
        for (const way of WAYS) expect(taken(ran(scenario, episode, way)), way).toEqual(passed);
      }
    },
  );

  itLong('ends alike under every pair of shipped policies', () => {
    const base = SHIPPED[0]!;
    for (const US of POLICY_IDS) {
      for (const CN of POLICY_IDS) {
        const scenario = { ...base, policies: { US, CN } };
        expect(taken(ran(scenario, 5, 'rests')), `${US} and ${CN}`).toEqual(
          taken(ran(scenario, 5, 'every day')),
        );
      }
    }
  });

  itLong('ends alike in arbitrary scenarios', () => {
    fc.assert(
      fc.property(scenarioArbitrary(), fc.nat(1_000_000), (scenario, episode) => {
        const passed = taken(ran(scenario, episode, 'rests'));
        expect(taken(ran(scenario, episode, 'every day'))).toEqual(passed);
        expect(taken(ran(scenario, episode, 'with a record'))).toEqual(passed);
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  itLong('keeps a record that replays to the state of the one without', () => {
    for (const scenario of SHIPPED) {
      const { run } = ran(scenario, 11, 'with a record');
      const replayed = replay(prepare(scenario).initial as State, run.log!);
      expect(replayed.ok && digest(replayed.state)).toBe(digest(ran(scenario, 11, 'rests').run.state));
    }
  });

  it('asks its policies on less than a third of the days, or there would be nothing to gain', () => {
    const scenario = SHIPPED[0]!;
    expect(turns(scenario, 'rests')).toBeLessThan(turns(scenario, 'every day') / 3);
  });
});
