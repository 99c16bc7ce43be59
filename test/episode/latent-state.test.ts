import { describe, expect, it } from 'vitest';
import { createDraws } from '../../src/kit/keyed-draws';
import { monthOf } from '../../src/kit/calendar';
import type { Event } from '../../src/actions/index';
import { worldDrawer } from '../../src/episode/parameter-draw';
import {
  complianceOf,
  learn,
  newMind,
  refresh,
  stepMind,
  tariffCostPct,
  validateGambit,
} from '../../src/episode/latent-state';
import { blockOf, shortScenario } from './fixtures';

function newCase(episode = 0) {
  const { initial, theory } = blockOf(shortScenario(), 0, 1);
  const { parameters } = worldDrawer(theory)(createDraws('1'), episode);
  return { state: initial, theory, parameters, mind: newMind(initial, theory, parameters) };
}

const lived = (today: string) => ({ month: monthOf(today), controlDays: 0, residual: 0 });

const hundred = { actor: 'US', on: '2025-10-25', id: 'us/ieepa-hundred' } as const;

describe('the mind of an episode', () => {
  it.each([0, 1, 2, 3, 4])(
    'law 11 and 12: withdrawing for nothing lowers credibility, carrying out never does (world %i)',
    (episode) => {
      const told = (event: Event) => {
        const { state, theory, parameters, mind } = newCase(episode);
        learn(mind, event, state.tariff['us/ieepa-hundred'], theory, parameters);
        return { before: parameters.pi0, after: mind.credibility.US };
      };
      const withdrawn = told({ ...hundred, type: 'tariff.withdraw', traded: false });
      expect(withdrawn.after).toBeLessThan(withdrawn.before);
      const done = told({ ...hundred, type: 'tariff.carry-out', from: '2025-10-25' });
      expect(done.after).toBeGreaterThanOrEqual(done.before);
      const later = told({ ...hundred, type: 'tariff.postpone', until: '2025-12-01' });
      expect(later.after).toBeLessThan(later.before);
      expect(later.after).toBeGreaterThan(withdrawn.after);
    },
  );

  it('learns nothing about resolve from ending a duty that was in force', () => {
    const { state, theory, parameters, mind } = newCase();
    learn(
      mind,
      { ...hundred, id: 'us/ieepa-fentanyl', type: 'tariff.withdraw', traded: false },
      state.tariff['us/ieepa-fentanyl'],
      theory,
      parameters,
    );
    expect(mind.credibility.US).toBe(parameters.pi0);
  });

  it('markets fall on a threat carried out and rise on one withdrawn', () => {
    const fall = newCase();
    learn(
      fall.mind,
      { ...hundred, type: 'tariff.carry-out', from: '2025-10-25' },
      fall.state.tariff['us/ieepa-hundred'],
      fall.theory,
      fall.parameters,
    );
    expect(fall.mind.newsPct).toBeLessThan(0);
    const rise = newCase();
    learn(
      rise.mind,
      { ...hundred, type: 'tariff.withdraw', traded: true },
      rise.state.tariff['us/ieepa-hundred'],
      rise.theory,
      rise.parameters,
    );
    expect(rise.mind.newsPct).toBeGreaterThan(0);
  });

  it("audiences remember a threat made in the leader's own words longer than one by officials", () => {
    const heard = (voice: 'leader' | 'officials') => {
      const { theory, parameters, mind } = newCase();
      const threat = {
        ...hundred,
        id: 'us/new',
        label: 'x',
        authority: 'ieepa',
        basis: null,
        ratePct: 50,
        share: 1,
        dueOn: '2025-12-01',
        voice,
      } as const;
      learn(mind, { ...threat, type: 'tariff.threaten' }, undefined, theory, parameters);
      return mind.audience.US;
    };
    expect(heard('leader')).toBeGreaterThan(heard('officials'));
  });

  it('magnets run down under the controls in force and never below nothing', () => {
    const { state, theory, parameters, mind } = newCase();
    let previous = mind.inventory.stockMonths;
    for (let day = 0; day < 500; day += 1) {
      stepMind(mind, lived(state.today), theory, parameters);
      expect(mind.inventory.stockMonths).toBeLessThanOrEqual(previous);
      expect(mind.inventory.stockMonths).toBeGreaterThanOrEqual(0);
      previous = mind.inventory.stockMonths;
    }
    expect(previous).toBe(0);
    expect(mind.shortagePct).toBeGreaterThan(0);
  });

  it('unsold soybeans hurt farmers at harvest, and less once trade resumes', () => {
    const { state, theory, parameters, mind } = newCase();
    stepMind(mind, lived(state.today), theory, parameters);
    const unsold = mind.farmPain;
    state.flows.soybeans!.status = 'market';
    refresh(mind, state, { record: true, measures: true, promises: true });
    stepMind(mind, lived(state.today), theory, parameters);
    expect(unsold).toBeGreaterThan(0);
    expect(mind.farmPain).toBeLessThan(unsold);
  });

  it('pain starts where the measures in force have brought it and stays there while nothing changes', () => {
    const { state, theory, parameters, mind } = newCase();
    const first = mind.pain.CN;
    stepMind(mind, lived(state.today), theory, parameters);
    expect(Math.abs(mind.pain.CN - first) / first).toBeLessThan(0.2);
  });

  it('a tariff below its reference costs nothing, a higher one costs more', () => {
    const { theory, parameters } = newCase();
    const cost = (rate: number) => tariffCostPct('CN', parameters, rate, theory.painBaselinePct);
    expect(cost(10)).toBe(0);
    expect(cost(60)).toBeLessThan(cost(100));
  });

  it('promises kept raise the belief that the next is kept, broken ones lower it', () => {
    const { parameters, mind } = newCase();
    const prior = complianceOf(mind, 'CN', parameters);
    const { kept, broken } = mind.record.promises.CN;
    mind.record.promises.CN = { kept: kept + 3, broken };
    expect(complianceOf(mind, 'CN', parameters)).toBeGreaterThan(prior);
    mind.record.promises.CN = { kept, broken: broken + 3 };
    expect(complianceOf(mind, 'CN', parameters)).toBeLessThan(prior);
    expect(prior).toBeCloseTo(parameters.q_CN, 12);
  });

  it("a gambit that was paid for raises its owner's belief in coercion", () => {
    const { parameters, mind } = newCase();
    const before = mind.credibility.CN;
    validateGambit(mind, 'CN', parameters);
    expect(mind.credibility.CN).toBeGreaterThan(before);
  });
});
