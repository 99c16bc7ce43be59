import { describe, expect, it } from 'vitest';
import { facts } from '../../src/facts/packaged';
import { loadScenario } from '../../src/scenario/library';
import { stateOn } from '../../src/facts/initial-state';
import { firstDayOf, specificationOf } from '../../src/scenario/model-specification';
import { preparingRounds } from '../../src/model/talks';
import { isMoot } from '../../src/episode/settlement';
import { agreementOf } from '../../src/outcomes/meeting';
import type { FinishedEpisode } from '../../src/episode/episode';
import { dealShares, eachEpisode, shortScenario } from './fixtures';
import { itLong } from '../long';

const EPISODES = 250;
/** Nobody puts off, nobody refuses, no type gives nothing. */
const ready = { t_leaders: 1, s_select: 1e-9, hold: 0 };
/** Nothing presses: no date is near, no stalemate hurts, and leaders have not come to decide. */
const unpressed = { t_leaders: 0, tau_round: 1e-3, P0: 1e9 };

describe('the meeting', () => {
  it('law 44: where the sides decide, refuse nothing and pay no price, terms with gains never fail', () => {
    expect(dealShares(shortScenario({ parameters: { ...ready, K: 0 } }), EPISODES).agenda).toBe(1);
  });

  it('comes to an exchange in nearly all runs where the sides decide, but for the private price', () => {
    const shares = dealShares(shortScenario({ parameters: ready }), EPISODES);
    expect(shares.any).toBe(1);
    expect(shares.agenda).toBeGreaterThan(0.9);
    expect(shares.agenda).toBeLessThan(1);
  });

  it('holds still where no exchange pays its price and nobody stands firm: what only prolongs is granted whole, nothing else', () => {
    let seen = 0;
    eachEpisode(shortScenario({ parameters: { ...ready, K: 30, pNotHeld: 0.001 } }), 60, ({ run }) => {
      if (run.state.meetings['busan-2025']!.status !== 'held') return;
      seen += 1;
      const agreement = agreementOf(run.state, run.specification.meeting)!;
      expect(agreement.scope).toBe('narrow');
      expect(agreement.terms.map(({ issue, degree }) => [issue, degree])).toEqual([['extension', 1]]);
    });
    expect(seen).toBeGreaterThan(50);
  });

  it('holds still over no issue at all: an agenda without a standstill ends in a text with empty terms', () => {
    const agenda = loadScenario('kuala-lumpur-2025').agenda.filter((id) => id !== 'extension');
    eachEpisode(shortScenario({ agenda, parameters: { ...ready, K: 30 } }), 20, ({ run }) => {
      if (run.state.meetings['busan-2025']!.status === 'held')
        expect(agreementOf(run.state, run.specification.meeting)!.terms).toEqual([]);
    });
  });

  it('puts everything off where nothing presses', () => {
    expect(dealShares(shortScenario({ parameters: unpressed }), EPISODES).any).toBe(0);
  });

  it('without a text is followed within two weeks by new coercion as often as the record says of such windows, by nobody after a text', () => {
    let failed = 0;
    let struck = 0;
    const coerced = ({ run }: FinishedEpisode) =>
      run.state.listing['us/breach-1'] !== undefined || run.state.listing['cn/breach-1'] !== undefined;
    // No truce binds that could break, no threat has a day, and what the sides did to each other does not count.
    const calm = { h_after: 0.28, wb_s: 1e12, gambit_b: 0, 'levers.goodwillOnQuarrel': 0 };
    eachEpisode(shortScenario({ parameters: { ...unpressed, ...calm } }), 600, (finished) => {
      if (finished.run.state.meetings['busan-2025']!.status !== 'held') return;
      failed += 1;
      if (coerced(finished)) struck += 1;
    });
    expect(struck / failed).toBeGreaterThan(0.28 - 0.06);
    expect(struck / failed).toBeLessThan(0.28 + 0.06);
    eachEpisode(shortScenario({ parameters: { ...ready, ...calm } }), 60, (finished) => {
      if (finished.run.agreed) expect(coerced(finished)).toBe(false);
    });
  });

  itLong(
    'fails more often the nearer no step is: the share without a text falls with the deadline where nobody refuses',
    () => {
      const without = (tau_round: number) =>
        1 -
        dealShares(
          shortScenario({ parameters: { ...unpressed, ...{ tau_round, s_select: 1e-9 } } }),
          EPISODES,
        ).any;
      const shares = [1e-3, 2, 10, 1e6].map(without);
      expect([...shares].sort((a, b) => b - a)).toEqual(shares);
      expect(shares[0]).toBe(1);
      expect(shares.at(-1)).toBeLessThan(0.05);
    },
  );

  it('settles an issue of orders as far with rounds as without', () => {
    const degrees = (kappa_prep: number) => {
      const found: (number | undefined)[] = [];
      const agenda = ['fentanyl-tariff', 'october-regime', 'extension', 'affiliates-rule'];
      eachEpisode(shortScenario({ agenda, parameters: { ...ready, kappa_prep } }), 40, ({ run }) => {
        found.push(
          ...agenda.map(
            (id) =>
              agreementOf(run.state, run.specification.meeting)?.terms.find(({ issue }) => issue === id)
                ?.degree,
          ),
        );
      });
      return found;
    };
    expect(degrees(1)).toEqual(degrees(0));
  });

  it('counts six rounds and calls as preparation for Busan, Kuala Lumpur included', () => {
    eachEpisode(shortScenario(), 1, ({ run }) => {
      const rounds = preparingRounds(run.state, '2025-10-30', 120);
      const about = (issue: string) => rounds.filter(({ agenda }) => agenda.includes(issue)).length;
      expect(rounds).toHaveLength(6);
      expect(['extension', 'april-licences', 'taiwan'].map(about)).toEqual([4, 3, 0]);
    });
  });

  it('settles no issue beyond its red line and none that is off the agenda', () => {
    eachEpisode(shortScenario({ parameters: ready }), 120, ({ run }) => {
      const agreement = agreementOf(run.state, run.specification.meeting);
      for (const term of agreement?.terms ?? []) {
        const issue = run.parameterDraw.issues.find(({ prior }) => prior.id === term.issue)!;
        if (agreement!.scope === 'agenda') expect(term.degree).toBeLessThanOrEqual(issue.cap + 5e-4);
        expect(run.specification.issues.map(({ id }) => id)).toContain(term.issue);
      }
    });
  });

  it('keeps rare earths as a lever when that hypothesis is on: no rare-earth issue is granted beyond a quarter', () => {
    const hypotheses = { leverKept: true, gambitValidated: true };
    eachEpisode(shortScenario({ parameters: ready, hypotheses }), 120, ({ run }) => {
      for (const term of agreementOf(run.state, run.specification.meeting)?.terms ?? []) {
        if (term.issue === 'october-regime' || term.issue === 'april-licences')
          expect(term.degree).toBeLessThanOrEqual(0.251);
      }
    });
  });

  it('lets a side of the obstinate type give nothing of its own measures in force', () => {
    eachEpisode(shortScenario({ parameters: { ...ready, hold: 1, P0: 1e9 } }), 80, ({ run }) => {
      const terms = agreementOf(run.state, run.specification.meeting)?.terms ?? [];
      expect(terms.map((term) => term.issue)).not.toContain('fentanyl-tariff');
      expect(terms.map((term) => term.issue)).not.toContain('april-licences');
    });
  });

  it('finds nothing to bargain over in a duty whose authority was struck down', () => {
    const scenario = loadScenario('kuala-lumpur-2025');
    const issue = specificationOf(scenario, facts).issues.find(({ id }) => id === 'fentanyl-tariff')!;
    const lawful = stateOn(facts, firstDayOf(scenario, facts));
    const without = stateOn(facts, { ...firstDayOf(scenario, facts), withoutAuthorities: ['ieepa'] });
    expect(isMoot(lawful, issue)).toBe(false);
    expect(isMoot(without, issue)).toBe(true);
  });

  it('carries terms out as ordinary acts: a cut of the fentanyl duty shows in the average two weeks later', () => {
    let seen = 0;
    eachEpisode(
      shortScenario({ parameters: { ...ready, keep_act: 1, court_monthly: 0 } }),
      60,
      ({ run, start, end }) => {
        const term = agreementOf(run.state, run.specification.meeting)?.terms.find(
          ({ issue }) => issue === 'fentanyl-tariff',
        );
        if (term === undefined || run.state.truce.breaches.some((breach) => breach.on > '2025-10-30')) return;
        seen += 1;
        expect(start.usOnCn - end.usOnCn).toBeCloseTo(term.tariffReliefPp, 1);
      },
    );
    expect(seen).toBeGreaterThan(10);
  });
});
