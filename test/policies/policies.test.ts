/** Laws over every policy: it acts within the law, decides by what it sees, and draws only if it says so. */
import { describe, expect, it } from 'vitest';
import { facts } from '../../src/data';
import type { Event, State } from '../../src/index';
import { createDraws } from '../../src/kit/keyed-draws';
import { policies, policyOf } from '../../src/policies/index';
import { newMemory, type Observation, type Policy } from '../../src/policies/policy';
import { stateOn } from '../../src/scenario/initial-state';
import { loadScenario } from '../../src/scenario/library';
import { POLICY_IDS, type PolicyId, type Scenario } from '../../src/scenario/schema';
import { openingOf, theoryOf } from '../../src/scenario/theory';
import { worldDrawer } from '../../src/simulation/draw-world';
import { eachEpisode, shortScenario } from '../simulation/fixtures';

const EPISODES = 100;
const both = (id: string) => ({ US: id as PolicyId, CN: id as PolicyId });
const named = policies.map((policy) => [policy.id, policy] as const);

function withPolicies(ids: { US: PolicyId; CN: PolicyId }, change: Partial<Scenario> = {}): Scenario {
  return shortScenario({ policies: ids, horizon: '2026-02-28', ...change });
}

/** All events of a party, by episode. */
function actsOf(scenario: Scenario, episodes: number, actor: 'US' | 'CN'): Event[][] {
  const found: Event[][] = [];
  eachEpisode(scenario, episodes, ({ run }) =>
    found.push((run.log ?? []).filter((event) => event.actor === actor)),
  );
  return found;
}

/** An observation of the first day with counted draws. */
function observationOf(state: State, party: 'US' | 'CN', onDraw: () => void): Observation {
  const scenario = loadScenario('kuala-lumpur-2025');
  const { parameters } = worldDrawer(theoryOf(scenario, facts))(createDraws('1'), 0);
  const draw = () => {
    onDraw();
    return 0;
  };
  const calm = { US: 0, CN: 0 };
  return {
    state,
    party,
    parameters,
    mood: {
      credibility: { US: 0.43, CN: 0.43 },
      audience: calm,
      ripeness: 0.5,
      drawdownPct: 0,
      yieldRiseBp: 0,
      farmPain: 0,
      costPct: calm,
    },
    agreed: false,
    memory: newMemory(),
    draw,
    posture: draw,
    lawful: () => true,
  };
}

describe('the table of policies', () => {
  it('holds the policies that a scenario can name and no other', () => {
    expect(policies.map((policy) => policy.id).sort()).toEqual([...POLICY_IDS].sort());
    for (const id of POLICY_IDS) expect(policyOf(id).id).toBe(id);
    expect(() => policyOf('no-such-policy')).toThrow(/known: /);
  });

  it.each(named)('%s has a title, other names, a sentence and a source', (_id, policy) => {
    expect(policy.title).not.toBe('');
    expect(policy.alsoKnownAs.length).toBeGreaterThan(0);
    expect(policy.doc).toMatch(/\.$/);
    expect(policy.source).not.toBe('');
    expect(new Set([policy.title, ...policy.alsoKnownAs]).size).toBe(policy.alsoKnownAs.length + 1);
  });
});

describe('every policy', () => {
  it.each(named)('%s on both sides proposes nothing that the law refuses', (id) => {
    eachEpisode(withPolicies(both(id)), EPISODES, ({ run }, episode) => {
      expect(run.refused, `episode ${episode}`).toEqual([]);
    });
  });

  it.each(named)(
    '%s proposes nothing unlawful under a supposition either, though it may make the supposition void',
    (id) => {
      for (const scenario of [
        'hundred-per-cent-executed',
        'court-strikes-ieepa',
        'meeting-called-off',
        'soybeans-first',
      ]) {
        const supposed = { ...loadScenario(scenario), policies: both(id), horizon: '2025-12-31' };
        const isSupposed = (event: Event) =>
          Object.values(supposed.events).some((other) => other.type === event.type && other.on === event.on);
        eachEpisode(supposed, 10, ({ run }, episode) =>
          expect(
            run.refused.filter((event) => !isSupposed(event)),
            `${scenario}, episode ${episode}`,
          ).toEqual([]),
        );
      }
    },
  );

  it.each(named)('%s decides the same on the same draws', (id) => {
    const scenario = withPolicies(both(id));
    expect(actsOf(scenario, 4, 'US')).toEqual(actsOf(scenario, 4, 'US'));
  });

  it.each(named)('%s leaves what it sees as it was', (_id, policy: Policy) => {
    const state = stateOn(facts, openingOf(loadScenario('kuala-lumpur-2025')));
    const before = structuredClone(state);
    policy.decide(observationOf(state, 'US', () => undefined));
    expect(state).toEqual(before);
  });

  it.each(named.filter(([, policy]) => !policy.stochastic))(
    '%s calls itself free of chance and never draws',
    (_id, policy) => {
      for (const day of ['2025-10-25', '2025-11-01', '2025-11-09']) {
        let draws = 0;
        const state = { ...stateOn(facts, openingOf(loadScenario('kuala-lumpur-2025'))), today: day };
        for (const party of ['US', 'CN'] as const) {
          const observation = observationOf(state, party, () => (draws += 1));
          policy.decide(observation);
          policy.extends(observation);
        }
        expect(draws).toBe(0);
      }
    },
  );

  it('has a draw of its own, so that a change in Beijing moves no world and no Washington draw', () => {
    const worlds = (id: PolicyId) => {
      const scenario = withPolicies({ US: 'crisis-game', CN: id });
      const found: unknown[] = [];
      eachEpisode(scenario, 3, ({ run }) =>
        found.push([run.world, run.draws.uniform(run.episode, 'US/stand-firm')]),
      );
      return found;
    };
    expect(worlds('hard-liner')).toEqual(worlds('status-quo'));
  });
});

const types = (episodes: readonly Event[][]) => episodes.flat().map((event) => event.type);

describe('what each policy is known for', () => {
  it('a hawk carries every threat out when its day comes', () => {
    for (const acts of actsOf(
      withPolicies(both('hard-liner'), { parameters: { court_monthly: 0 } }),
      10,
      'US',
    )) {
      const carried = acts.filter(
        (event) => event.type === 'tariff.carry-out' || event.type === 'control.carry-out',
      );
      expect(carried.map((event) => ('id' in event ? event.id : ''))).toEqual(
        expect.arrayContaining(['us/ieepa-hundred', 'us/software-controls']),
      );
    }
  });

  it('a hawk gives nothing of its own that is in force, and keeps no promise', () => {
    eachEpisode(withPolicies(both('hard-liner')), 40, ({ run }) => {
      for (const agreement of Object.values(run.state.agreements)) {
        for (const term of agreement.terms) {
          expect(term.tariffReliefPp).toBe(0);
          expect([
            'fentanyl-tariff',
            'affiliates-rule',
            'port-fees',
            'advanced-chips',
            'october-regime',
            'april-licences',
            'retaliation',
          ]).not.toContain(term.issue);
        }
      }
      const given = (run.log ?? []).filter((event) =>
        ['tariff.cut', 'control.suspend', 'control.ease', 'licence.grant', 'tariff.withdraw'].includes(
          event.type,
        ),
      );
      expect(given).toEqual([]);
    });
  });

  it('a dove drops its threatened duty at once and imposes nothing', () => {
    const episodes = actsOf(withPolicies(both('conciliator')), 10, 'US');
    for (const acts of episodes)
      expect(acts[0]).toMatchObject({ type: 'tariff.withdraw', on: '2025-10-25', id: 'us/ieepa-hundred' });
    expect(types(episodes).filter((type) => type.endsWith('.carry-out'))).toEqual([]);
  });

  it('tit for tat answers a blow in kind and does not answer an answer', () => {
    const events = {
      'a-duty': {
        on: '2025-10-26',
        actor: 'US',
        type: 'tariff.impose',
        id: 'us/blow',
        label: 'a blow',
        authority: 's122',
        basis: null,
        ratePct: 10,
        share: 1,
        from: '2025-10-26',
      },
    } as Scenario['events'];
    let answered = 0;
    eachEpisode(
      withPolicies({ US: 'tit-for-tat', CN: 'tit-for-tat' }, { events, horizon: '2025-12-15' }),
      20,
      ({ run }) => {
        const answers = (run.log ?? []).filter(
          (event) => 'label' in event && event.label.startsWith('answer to us/blow'),
        );
        expect(answers.length).toBeLessThanOrEqual(1);
        for (const answer of answers) expect(answer).toMatchObject({ actor: 'CN', type: 'tariff.impose' });
        const ofAnswers = (run.log ?? []).filter(
          (event) => 'label' in event && event.label.includes('/answer-'),
        );
        expect(ofAnswers).toEqual([]);
        answered += answers.length;
      },
    );
    expect(answered).toBeGreaterThan(10);
  });

  it('two sides of tit for tat to whom nobody does anything stay at peace', () => {
    const parameters = { wb_s: 1e9, court_monthly: 0 };
    eachEpisode(withPolicies(both('tit-for-tat'), { parameters }), 20, ({ run }) =>
      expect(run.state.coercion).toEqual([]),
    );
  });

  it('uniform random reaches many action types, of both sides', () => {
    const scenario = withPolicies(both('uniform-random'));
    const reached = new Set([...types(actsOf(scenario, 30, 'US')), ...types(actsOf(scenario, 30, 'CN'))]);
    expect(reached.size).toBeGreaterThanOrEqual(35);
  });

  it('scripted does nothing, and the status quo keeps what was promised', () => {
    // Chance breaks truces, not the policy.
    const parameters = { wb_s: 1e9 };
    expect(types(actsOf(withPolicies(both('scripted'), { parameters }), 20, 'US'))).toEqual([]);
    const kept = types(actsOf(withPolicies(both('status-quo'), { parameters }), 20, 'US'));
    expect(kept.length).toBeGreaterThan(0);
    expect(
      kept.filter(
        (type) => type.endsWith('.impose') || type.endsWith('.carry-out') || type.endsWith('.threaten'),
      ),
    ).toEqual([]);
  });

  it('the crisis game at times carries a threat out and at times does not', () => {
    const scenario = withPolicies(both('crisis-game'), { parameters: { r0: 0 } });
    const firm = actsOf(scenario, 60, 'US').filter((acts) =>
      acts.some((event) => event.type === 'tariff.carry-out'),
    ).length;
    expect(firm).toBeGreaterThan(0);
    expect(firm).toBeLessThan(60);
  });
});
