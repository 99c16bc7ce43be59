import { describe, expect, it } from 'vitest';
import { createDraws } from '../../src/kit/keyed-draws';
import { monthOf } from '../../src/kit/calendar';
import type { Event } from '../../src/actions/index';
import { parameterSampler } from '../../src/episode/parameter-draw';
import {
  complianceOf,
  hearYields,
  learn,
  initialLatentState,
  refresh,
  stepLatentState,
  validateGambit,
} from '../../src/episode/latent-state';
import { meanStood, noteMeeting } from '../../src/episode/stood';
import { standFirmProbability } from '../../src/policies/threats';
import { tariffCostPct } from '../../src/episode/duty-costs';
import { blockOf, shortScenario } from './fixtures';
import { each } from '../../src/model/column';
import type { Draft } from '../../src/model/state';

function newCase(episode = 0) {
  const { initial, specification } = blockOf(shortScenario(), 0, 1);
  const { parameters } = parameterSampler(specification)(createDraws('1'), episode);
  return {
    state: initial,
    specification,
    parameters,
    latent: initialLatentState(initial, specification, parameters),
  };
}

const lived = (today: string) => ({ month: monthOf(today), controlDays: 0, residual: 0 });

const hundred = { actor: 'US', on: '2025-10-25', id: 'us/ieepa-hundred' } as const;

describe('the mind of an episode', () => {
  it.each([0, 1, 2, 3, 4])(
    'law 11 and 12: withdrawing for nothing lowers credibility, carrying out never does (world %i)',
    (episode) => {
      const told = (event: Event) => {
        const { state, specification, parameters, latent } = newCase(episode);
        learn(latent, event, state.tariff['us/ieepa-hundred'], specification, parameters);
        return { before: parameters.credibility.prior, after: latent.credibility.US };
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
    const { state, specification, parameters, latent } = newCase();
    learn(
      latent,
      { ...hundred, id: 'us/ieepa-fentanyl', type: 'tariff.withdraw', traded: false },
      state.tariff['us/ieepa-fentanyl'],
      specification,
      parameters,
    );
    expect(latent.credibility.US).toBe(parameters.credibility.prior);
  });

  it('markets fall on a threat carried out and rise on one withdrawn', () => {
    const fall = newCase();
    learn(
      fall.latent,
      { ...hundred, type: 'tariff.carry-out', from: '2025-10-25' },
      fall.state.tariff['us/ieepa-hundred'],
      fall.specification,
      fall.parameters,
    );
    expect(fall.latent.newsPct).toBeLessThan(0);
    const rise = newCase();
    learn(
      rise.latent,
      { ...hundred, type: 'tariff.withdraw', traded: true },
      rise.state.tariff['us/ieepa-hundred'],
      rise.specification,
      rise.parameters,
    );
    expect(rise.latent.newsPct).toBeGreaterThan(0);
  });

  it('a rise of yields that is told counts for five days, and the United States stands less firm on them', () => {
    const { latent, specification, parameters } = newCase();
    const calm = standFirmProbability('US', parameters, latent);
    hearYields(latent, 40, 0, parameters);
    const firmness: number[] = [];
    for (let day = 1; day <= 7; day += 1) {
      firmness.push(standFirmProbability('US', parameters, { ...latent, drawdownPct: 0, farmPain: 0 }));
      stepLatentState(latent, lived('2025-10-25'), specification, parameters);
    }
    expect(firmness[0]).toBeLessThan(calm);
    expect(firmness.map((firm) => firm < calm)).toEqual([true, true, true, true, true, false, false]);
  });

  it('a rise of yields of before the first day counts for what is left of its days', () => {
    const { latent, specification, parameters } = newCase();
    hearYields(latent, 40, 3, parameters);
    hearYields(latent, 40, 5, parameters);
    expect(latent.yieldRiseBp).toBe(40);
    stepLatentState(latent, lived('2025-10-25'), specification, parameters);
    stepLatentState(latent, lived('2025-10-26'), specification, parameters);
    expect(latent.yieldRiseBp).toBe(0);
  });

  it("audiences remember a threat made in the leader's own words longer than one by officials", () => {
    const heard = (voice: 'leader' | 'officials') => {
      const { specification, parameters, latent } = newCase();
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
      learn(latent, { ...threat, type: 'tariff.threaten' }, undefined, specification, parameters);
      return latent.audience.US;
    };
    expect(heard('leader')).toBeGreaterThan(heard('officials'));
  });

  it('magnets run down under the controls in force and never below nothing, where no new sources come', () => {
    const { state, specification, parameters: drawn, latent } = newCase();
    const parameters = { ...drawn, chokepoint: { ...drawn.chokepoint, newSources: 0 } };
    let previous = latent.inventory.stockMonths;
    for (let day = 0; day < 500; day += 1) {
      stepLatentState(latent, lived(state.today), specification, parameters);
      expect(latent.inventory.stockMonths).toBeLessThanOrEqual(previous);
      expect(latent.inventory.stockMonths).toBeGreaterThanOrEqual(0);
      previous = latent.inventory.stockMonths;
    }
    expect(previous).toBe(0);
    expect(latent.shortagePct).toBeGreaterThan(0);
  });

  it('unsold soybeans hurt farmers at harvest, and less once trade resumes', () => {
    const { state, specification, parameters, latent } = newCase();
    stepLatentState(latent, lived(state.today), specification, parameters);
    const unsold = latent.farmPain;
    (state as Draft).flows.soybeans!.status = 'market';
    refresh(
      latent,
      state,
      {
        record: true,
        promises: true,
        tariff: true,
        control: true,
        portFee: true,
        listing: true,
        flows: true,
      },
      parameters,
    );
    stepLatentState(latent, lived(state.today), specification, parameters);
    expect(unsold).toBeGreaterThan(0);
    expect(latent.farmPain).toBeLessThan(unsold);
  });

  it('pain starts where the measures in force have brought it and stays there while nothing changes', () => {
    const { state, specification, parameters, latent } = newCase();
    const first = latent.pain.CN;
    stepLatentState(latent, lived(state.today), specification, parameters);
    expect(Math.abs(latent.pain.CN - first) / first).toBeLessThan(0.2);
  });

  it.each([0, 1, 2, 3, 4])(
    'ten points of Chinese duties cost the United States more than nothing and China nothing (world %i)',
    (episode) => {
      const costs = (addedPp: number) => {
        const { state, specification, parameters } = newCase(episode);
        for (const layer of each((state as Draft).tariff))
          if (layer.imposer === 'CN' && layer.status === 'in-force') layer.ratePct += addedPp;
        return initialLatentState(state, specification, parameters).costPct;
      };
      const more = costs(10);
      expect(more.US).toBeGreaterThan(costs(0).US + 0.001);
      expect(more.CN).toBe(costs(0).CN);
    },
  );

  it('what stood on average is the mean of the mornings since the meeting, and what stands where none has come', () => {
    const { state, specification, parameters, latent } = newCase();
    stepLatentState(latent, lived(state.today), specification, parameters);
    noteMeeting(latent);
    expect(meanStood(latent).usOnCn).toBe(latent.view.usOnCnPct);
    for (const rate of [40, 60, 80]) {
      latent.view.usOnCnPct = rate;
      stepLatentState(latent, lived(state.today), specification, parameters);
    }
    expect(meanStood(latent).usOnCn).toBeCloseTo(60, 9);
    expect(meanStood(latent).cnOnUs).toBeCloseTo(latent.view.cnOnUsPct, 9);
  });

  it('a tariff below its reference costs nothing, a higher one costs more', () => {
    const { specification, parameters } = newCase();
    const cost = (rate: number) => tariffCostPct('CN', parameters, rate, specification.painBaselinePct);
    expect(cost(10)).toBe(0);
    expect(cost(60)).toBeLessThan(cost(100));
  });

  it('promises kept raise the belief that the next is kept, broken ones lower it', () => {
    const { parameters, latent } = newCase();
    const prior = complianceOf(latent, 'CN', parameters);
    const { kept, broken } = latent.record.promises.CN;
    latent.record.promises.CN = { kept: kept + 3, broken };
    expect(complianceOf(latent, 'CN', parameters)).toBeGreaterThan(prior);
    latent.record.promises.CN = { kept, broken: broken + 3 };
    expect(complianceOf(latent, 'CN', parameters)).toBeLessThan(prior);
    expect(prior).toBeCloseTo(parameters.promises.deliveredCn, 12);
  });

  it("a gambit that was paid for raises its owner's belief in coercion", () => {
    const { parameters, latent } = newCase();
    const before = latent.credibility.CN;
    validateGambit(latent, 'CN', parameters);
    expect(latent.credibility.CN).toBeGreaterThan(before);
  });
});
