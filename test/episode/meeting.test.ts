import { describe, expect, it } from 'vitest';
import { facts } from '../../src/facts/packaged';
import { loadScenario } from '../../src/scenario/library';
import { stateOn } from '../../src/facts/initial-state';
import { firstDayOf, specificationOf } from '../../src/scenario/model-specification';
import { preparation } from '../../src/model/talks';
import { isMoot } from '../../src/episode/settlement';
import { agreementOf } from '../../src/outcomes/meeting';
import { dealShares, eachEpisode, shortScenario } from './fixtures';

const EPISODES = 250;
const ready = { r0: 1, hold: 0 };

describe('the meeting', () => {
  it('law 44: with every issue ready, no holding type, no price and no noise, a meeting with gains never fails', () => {
    const shares = dealShares(shortScenario({ parameters: { ...ready, K: 0, sigma0: 0 } }), EPISODES);
    expect(shares.agenda).toBe(1);
  });

  it('is nearly certain of a deal when every issue is ready and no type holds (published check: .98 with six rounds)', () => {
    const shares = dealShares(shortScenario({ parameters: ready }), EPISODES);
    expect(shares.agenda).toBeGreaterThan(0.95);
    expect(shares.agenda).toBeLessThan(1);
  });

  it('fails more often without preparation (published check: .80 without any round)', () => {
    const sixRounds = dealShares(shortScenario({ parameters: ready }), EPISODES).agenda;
    const none = dealShares(shortScenario({ parameters: { ...ready, kappa_prep: 0 } }), EPISODES).agenda;
    expect(none).toBeLessThan(sixRounds - 0.05);
    expect(none).toBeGreaterThan(0.7);
    expect(none).toBeLessThan(0.93);
  });

  it('fails at times with private prices and unripe issues, so that a deal is not certain', () => {
    const shares = dealShares(shortScenario(), EPISODES);
    expect(shares.any).toBeGreaterThan(0.6);
    expect(shares.any).toBeLessThan(0.97);
  });

  it('counts six rounds and calls as preparation for Busan, Kuala Lumpur included', () => {
    eachEpisode(shortScenario(), 1, ({ run }) => {
      expect(preparation(run.state, '2025-10-30')).toBe(6);
      expect(preparation(run.state, '2025-10-30', 'extension')).toBe(4);
      expect(preparation(run.state, '2025-10-30', 'april-licences')).toBe(3);
      expect(preparation(run.state, '2025-10-30', 'taiwan')).toBe(0);
    });
  });

  it('settles no issue beyond its red line and none that is off the agenda', () => {
    eachEpisode(shortScenario({ parameters: ready }), 120, ({ run }) => {
      const agreement = agreementOf(run.state, run.specification.meeting);
      for (const term of agreement?.terms ?? []) {
        const issue = run.parameterDraw.issues.find(({ prior }) => prior.id === term.issue)!;
        expect(term.degree).toBeLessThanOrEqual(issue.cap + 5e-4);
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

  it('lets a side that withholds give nothing of its own measures in force', () => {
    eachEpisode(shortScenario({ parameters: { ...ready, hold: 1 } }), 80, ({ run }) => {
      const terms = agreementOf(run.state, run.specification.meeting)?.terms ?? [];
      expect(terms.map((term) => term.issue)).not.toContain('fentanyl-tariff');
      expect(terms.map((term) => term.issue)).not.toContain('april-licences');
    });
  });

  it('finds nothing to bargain over in a duty whose authority was struck down', () => {
    const scenario = loadScenario('kuala-lumpur-2025');
    const issue = specificationOf(scenario, facts).issues.find(({ id }) => id === 'fentanyl-tariff')!;
    const lawful = stateOn(facts, firstDayOf(scenario));
    const without = stateOn(facts, { ...firstDayOf(scenario), withoutAuthorities: ['ieepa'] });
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
