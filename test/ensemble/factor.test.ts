import { describe, expect, it } from 'vitest';
import { facts } from '../../src/facts/packaged';
import { createDraws, type Draws } from '../../src/kit/keyed-draws';
import { loadScenario } from '../../src/scenario/library';
import { specificationOf } from '../../src/scenario/model-specification';
import { parameterSampler, valueOf } from '../../src/episode/parameter-draw';
import {
  levelAt,
  pinnedDraws,
  POSSIBLE_POLICIES,
  policiesAsked,
  sampledFactors,
} from '../../src/ensemble/factor';

const specification = specificationOf(loadScenario('kuala-lumpur-2025'), facts);
const sampler = parameterSampler(specification);
const factors = sampledFactors(specification);
const draws = createDraws('factors');

/** Draws of which none may be taken. */
const forbidden: Draws = {
  keyOf: createDraws('none').keyOf.bind(createDraws('none')),
  uniformOf: () => {
    throw new Error('a key was drawn');
  },
  normalOf: () => {
    throw new Error('a key was drawn');
  },
  uniform: (_, name) => {
    throw new Error(`${name} was drawn`);
  },
  normal: (_, name) => {
    throw new Error(`${name} was drawn`);
  },
  triangular: (_, __, ___, ____, name) => {
    throw new Error(`${name} was drawn`);
  },
  lognormal: (_, __, ___, name) => {
    throw new Error(`${name} was drawn`);
  },
};

const levelsOf = (episode: number) =>
  Object.fromEntries(factors.map(({ draw }) => [draw, draws.uniform(episode, draw)]));

describe('the factors of a world', () => {
  it('are all that it draws: with each of them pinned nothing is left to chance', () => {
    const parameterDraw = sampler(pinnedDraws(forbidden, levelsOf(3)), 0);
    expect(parameterDraw.issues).toHaveLength(specification.issues.length);
  });

  it('pinned at the levels that an episode draws give the world of that episode', () => {
    for (const episode of [0, 7, 4000]) {
      expect(sampler(pinnedDraws(forbidden, levelsOf(episode)), 0)).toEqual(sampler(draws, episode));
    }
  });

  it('move nothing else when one of them is pinned', () => {
    const usual = sampler(draws, 5);
    const pinned = sampler(pinnedDraws(draws, { 'world/hold': 1 }), 5);
    const high = specification.parameters.find(
      (distribution) => distribution.name === 'meeting.obstinate',
    )!.high;
    const meeting = { ...usual.parameters.meeting, obstinate: high };
    expect(pinned).toEqual({ ...usual, parameters: { ...usual.parameters, meeting } });
  });

  it('are pinned for whoever draws by key, too, on every day', () => {
    const pinned = pinnedDraws(draws, { 'truce/breach': 0.25 });
    const key = pinned.keyOf('truce/breach');
    for (const day of [0, 1, 300]) {
      expect(pinned.uniformOf(key, 4, day)).toBe(0.25);
      expect(pinned.normalOf(key, 4, day)).toBe(pinned.normal(4, 'truce/breach', day));
      const other = pinned.keyOf('court/ruling');
      expect(pinned.uniformOf(other, 4, day)).toBe(draws.uniform(4, 'court/ruling', day));
    }
  });

  it('reach the low and the high end of every range', () => {
    for (const [place, end] of [
      [0, 'low'],
      [1, 'high'],
    ] as const) {
      const levels = Object.fromEntries(factors.map((factor) => [factor.draw, levelAt(factor, place)]));
      const { parameters } = sampler(pinnedDraws(forbidden, levels), 0);
      for (const { id, kind } of factors) {
        const distribution = specification.parameters.find((candidate) => candidate.name === id);
        if (kind === 'parameter') expect(valueOf(parameters, distribution!.name)).toBe(distribution![end]);
      }
    }
  });

  it('stay finite where a law has no ends', () => {
    const levels = Object.fromEntries(factors.map((factor) => [factor.draw, 0]));
    const { issues } = sampler(pinnedDraws(forbidden, levels), 0);
    for (const { benefit, cost } of issues) expect(Number.isFinite(benefit + cost)).toBe(true);
  });
});

describe('policies held possible', () => {
  it('are those that answer by themselves, unless told', () => {
    expect(policiesAsked(undefined)).toBe(POSSIBLE_POLICIES);
    expect(POSSIBLE_POLICIES).not.toContain('scripted');
    expect(POSSIBLE_POLICIES).not.toContain('uniform-random');
  });

  it('are refused where there is none or one twice', () => {
    expect(() => policiesAsked([])).toThrow(/different policies/);
    expect(() => policiesAsked(['scripted', 'scripted'])).toThrow(/given the text "scripted, scripted"/);
  });
});
