/** Laws over every policy: it acts within the law, decides by what it sees, and draws only if it says so. */
import { agreementOf } from '../../src/outcomes/meeting';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { facts } from '../../src/facts/packaged';
import type { Event } from '../../src/entries/index';
import { policies, policyOf } from '../../src/policies/index';
import { POLICY_IDS, type PolicyId } from '../../src/policies/policy-ids';
import type { Scenario } from '../../src/scenario/schema';
import { policyProperties } from '../../src/entries/testing';
import { eachEpisode, shortScenario } from '../episode/fixtures';
import { atLength } from '../extent';
import { itLong } from '../long';

const both = (id: string) => ({ US: id as PolicyId, CN: id as PolicyId });

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

describe('the table of policies', () => {
  it('holds the policies that a scenario can name and no other', () => {
    expect(policies.map((policy) => policy.id).sort()).toEqual([...POLICY_IDS].sort());
    for (const id of POLICY_IDS) expect(policyOf(id).id).toBe(id);
    expect(() => policyOf('no-such-policy')).toThrow(/known: /);
  });
});

describe('every policy', () => {
  for (const { name, check } of policyProperties(policies, { facts, episodes: atLength(100, 40) }))
    it(name, check);

  it('has a draw of its own, so that a change in Beijing moves no world and no Washington draw', () => {
    const worlds = (id: PolicyId) => {
      const scenario = withPolicies({ US: 'crisis-game', CN: id });
      const found: unknown[] = [];
      eachEpisode(scenario, 3, ({ run }) =>
        found.push([run.parameterDraw, run.draws.uniform(run.episode, 'US/stand-firm')]),
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

  it('a threat without a date is carried out or dropped on the first of a month, when as long has passed as is usual', () => {
    const threat = {
      type: 'listing.threaten',
      actor: 'US',
      on: '2025-10-27',
      id: 'us/bank-sanctions',
      label: 'Sanctions on banks',
      authority: 'ieepa',
      basis: null,
      list: 'sdn-list',
      entities: 4,
      dueOn: null,
      voice: 'leader',
    } as const;
    const scenario = (id: string, openDays: number) =>
      withPolicies(both(id), {
        parameters: { 'threats.openDays': openDays, court_monthly: 0, 'meeting.notHeld': 0.99 },
        events: { threat },
      });
    const settled = (id: string, openDays: number) =>
      actsOf(scenario(id, openDays), 20, 'US')
        .flat()
        .filter((event) => 'id' in event && event.id === threat.id && event.on > '2025-11-30')
        .map(({ type, on }) => `${on} ${type}`);
    expect(new Set(settled('hard-liner', 30))).toEqual(new Set(['2025-12-01 listing.carry-out']));
    expect(new Set(settled('crisis-game', 60))).toEqual(
      new Set(['2026-01-01 listing.carry-out', '2026-01-01 listing.withdraw']),
    );
    expect(settled('crisis-game', 3000)).toEqual([]);
  });

  it('a hawk gives nothing of its own that is in force, and keeps no promise', () => {
    eachEpisode(withPolicies(both('hard-liner')), 40, ({ run }) => {
      for (const agreement of [agreementOf(run.state, run.specification.meeting)]) {
        if (agreement === undefined) continue;
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
    const parameters = { wb_s: 1e9, court_monthly: 0, 'year.listings': 0 };
    eachEpisode(withPolicies(both('tit-for-tat'), { parameters }), 20, ({ run }) =>
      expect(run.state.coercion.length).toBe(run.done.coercion),
    );
  });

  itLong('uniform random reaches many action types, of both sides', () => {
    const scenario = withPolicies(both('uniform-random'));
    const reached = new Set([...types(actsOf(scenario, 30, 'US')), ...types(actsOf(scenario, 30, 'CN'))]);
    expect(reached.size).toBeGreaterThanOrEqual(35);
  });

  it('scripted does nothing, and the status quo keeps what was promised', () => {
    // Chance breaks truces, and protocol prolongs them: neither is the policy's doing.
    const parameters = { wb_s: 1e9, p_extend: 0 };
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
    const scenario = withPolicies(both('crisis-game'), { parameters: { K: 30, t_leaders: 0 } });
    const firm = actsOf(scenario, 60, 'US').filter((acts) =>
      acts.some((event) => event.type === 'tariff.carry-out'),
    ).length;
    expect(firm).toBeGreaterThan(0);
    expect(firm).toBeLessThan(60);
  });
});

it('the page on what is your own has every shipped policy by its words', () => {
  const page = readFileSync(new URL('../../docs/own.md', import.meta.url), 'utf8').replace(/ +/g, ' ');
  for (const { id, doc, atTheTable, source } of policies)
    expect(page).toContain(`| \`${id}\` | ${doc} | ${atTheTable} | ${source} |`);
});
