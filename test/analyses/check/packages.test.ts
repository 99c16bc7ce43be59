/** Packages: what the check tries reaches every side of every threshold, by lawful terms. */
import { describe, expect, it } from 'vitest';
import { facts } from '../../../src/facts/packaged';
import { createDraws } from '../../../src/kit/keyed-draws';
import { outcomeTermOf } from '../../../src/outcomes/index';
import { stateOn } from '../../../src/facts/initial-state';
import { loadScenario } from '../../../src/scenario/library';
import { firstDayOf, specificationOf } from '../../../src/scenario/model-specification';
import { packagesFor } from '../../../src/analyses/check/packages';
import { comparisonsIn } from '../../../src/model/condition';
import { centralParameters } from '../../../src/episode/parameter-draw';
import { agreementEvent } from '../../../src/episode/meeting';
import { foundDone } from '../../../src/episode/run';
import { act, newDraft, playThrough } from '../../../src/episode/play';

const scenario = loadScenario('kuala-lumpur-2025');
const specification = specificationOf(scenario, facts);
const parameters = centralParameters(specification);
const held = playThrough(stateOn(facts, firstDayOf(scenario, facts)), [
  { type: 'meeting.hold', actor: 'both', meeting: 'busan-2025', on: '2025-10-30' },
]).state;
const packages = packagesFor(held, specification, parameters, createDraws('1'));

describe('packages to try', () => {
  const ends = packages.map(({ scope, degrees }) => {
    const draft = newDraft(held);
    expect(
      act(
        draft,
        agreementEvent({ state: held, done: foundDone(held), specification, parameters }, scope, degrees),
      ),
    ).toBe(true);
    return draft.state;
  });

  it('are all lawful, and the same on the same draws', () => {
    expect(ends.length).toBeGreaterThan(500);
    expect(packagesFor(held, specification, parameters, createDraws('1'))).toEqual(packages);
  });

  it.each([
    ['mean-concession', 0.8],
    ['tariff-relief', 2.5],
    ['control-relief', 0.25],
  ])('come within a hundredth of the threshold of %s on both sides', (id, threshold) => {
    const values = ends.map((state) => outcomeTermOf(id)!.measure(state, { ...specification, first: held }));
    expect(Math.min(...values.filter((value) => value >= threshold)) - threshold).toBeLessThan(
      threshold / 100,
    );
    expect(threshold - Math.max(...values.filter((value) => value < threshold))).toBeLessThan(
      threshold / 100,
    );
  });

  it('grant an indivisible issue whole or not at all', () => {
    for (const { degrees } of packages) {
      for (const issue of specification.issues)
        if (issue.indivisible) expect([undefined, 1]).toContain(degrees.get(issue.id));
    }
  });

  it('include the extension alone and the whole agenda', () => {
    expect(packages.some(({ scope }) => scope === 'narrow')).toBe(true);
    expect(
      packages.some(({ degrees }) => specification.issues.every((issue) => degrees.get(issue.id) === 1)),
    ).toBe(true);
  });
});

describe('the comparisons in a condition', () => {
  it('are found at any depth', () => {
    const one = { term: 'meeting-held', atLeast: 1 };
    expect(comparisonsIn({ all: [one, { any: [one, { not: one }] }] })).toEqual([one, one, one]);
  });
});
