/**
 * The property suites are held to a property themselves: each of their properties catches a row made to break it; sound
 * rows keep all.
 */
import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../../src/entries/index';
import { actionTypeProperties } from '../../../src/testing/properties/action-type';
import {
  assertProperties,
  checkProperties,
  property,
  PropertyBrokenError,
  type NamedProperty,
} from '../../../src/testing/properties/property';
import { outcomeProperties } from '../../../src/testing/properties/outcome';
import { policyProperties } from '../../../src/testing/properties/policy';
import { scenarioProperties } from '../../../src/testing/properties/scenario';
import { codedScenario } from '../../outcomes/coded-scenario';
import { BROKEN, exclude } from './broken-action-types';
import { BROKEN_POLICIES, calm } from './broken-policies';
import { BROKEN_OUTCOMES, BROKEN_SCENARIOS } from './broken-scenarios';
import { itLong } from '../../long';

const base = loadScenario('kuala-lumpur-2025');

/** The properties of a list that a sentence names; there must be one. */
function meant(properties: readonly NamedProperty[], sentence: string): NamedProperty {
  const found = properties.filter(({ name }) => name.includes(sentence));
  expect(found.map(({ name }) => name)).toHaveLength(1);
  return found[0]!;
}

async function isCaught(properties: readonly NamedProperty[], sentence: string): Promise<void> {
  const report = await checkProperties([meant(properties, sentence)]);
  expect(report.ok, sentence).toBe(false);
  expect(report.broken[0]!.message).toMatch(/^Broken: .*\n {2}\S/);
}

/** Sentences of properties that no broken row is made for. */
const idle = (properties: readonly NamedProperty[], rows: readonly (readonly [string, unknown, string])[]) =>
  properties
    .map(({ name }) => name)
    .filter((name) => !rows.some(([, , sentence]) => name.includes(sentence)));

describe('the properties of action types', () => {
  itLong('are kept by a sound type of a user', async () => {
    const report = await checkProperties(actionTypeProperties(exclude));
    expect(report.text).toBe(`${report.kept.length} of ${report.kept.length} properties hold.`);
  });

  it.each(BROKEN)('catch %s', (_wrong, row, sentence) =>
    isCaught(actionTypeProperties(row, { plays: 6, moves: 30 }), sentence),
  );

  it('each catch at least one of these', () =>
    expect(idle(actionTypeProperties(exclude), BROKEN)).toEqual([]));

  it('blame a broken row for what it does, and others not for it', async () => {
    const [, row] = BROKEN.find(([wrong]) => wrong === 'a rate below nought')!;
    const report = await checkProperties(actionTypeProperties(row, { plays: 6, moves: 30 }));
    expect(report.broken.map((broken) => broken.property)).toEqual([
      'tariff.exempt keeps every invariant',
      'tariff.exempt leaves nothing that the calendar cannot settle within a year and more',
    ]);
  });
});

describe('the properties of policies', () => {
  const few = { episodes: 6, plays: 3, suppositions: ['meeting-called-off'] };

  it('are kept by a sound policy of a user', async () => {
    expect((await checkProperties(policyProperties(calm, few))).text).toMatch(/properties hold\.$/);
  });

  it.each(BROKEN_POLICIES)('catch %s', (_wrong, policy, sentence) =>
    isCaught(policyProperties(policy, few), sentence),
  );

  it('each catch at least one of these', () =>
    expect(idle(policyProperties(calm), BROKEN_POLICIES)).toEqual([]));

  it('leave chance and the clock as they found them', async () => {
    const [random, now, date] = [Math.random, Date.now, Date];
    const [, policy] = BROKEN_POLICIES.find(([wrong]) => wrong === 'a clock')!;
    await checkProperties(policyProperties(policy, few));
    expect(Math.random).toBe(random);
    expect(Date.now).toBe(now);
    expect(Date).toBe(date);
  });
});

describe('the properties of outcome classes', () => {
  it.each(BROKEN_OUTCOMES)('catch %s', (_wrong, outcomes, sentence) =>
    isCaught(outcomeProperties(outcomes, { episodes: 8, scenario: codedScenario }), sentence),
  );

  it('each catch at least one of these', () =>
    expect(idle(outcomeProperties(base.outcomes), BROKEN_OUTCOMES)).toEqual([]));
});

describe('the properties of scenarios', () => {
  it.each(BROKEN_SCENARIOS)('catch %s', (_wrong, scenario, sentence) =>
    isCaught(scenarioProperties(scenario, { checkedEpisodes: 4, episodes: 1 }), sentence),
  );

  it('each catch at least one of these', () =>
    expect(idle(scenarioProperties(base), BROKEN_SCENARIOS)).toEqual([]));
});

describe('a report of properties', () => {
  const holds = property('one and one are two', () => []);
  const fails = property('numbers are small', () => ['7 is large', '8 is large']);
  const throws: NamedProperty = {
    name: 'nothing is thrown',
    check: () => Promise.reject(new TypeError('no such number')),
  };

  it('counts what holds and tells each broken property with its cases', async () => {
    const report = await checkProperties([holds, fails, throws]);
    expect(report.kept).toEqual(['one and one are two']);
    expect(report.text).toBe(
      '1 of 3 properties hold:\nBroken: numbers are small\n  7 is large\n  8 is large\n' +
        'Broken: nothing is thrown\n  threw TypeError: no such number',
    );
  });

  it('is thrown as one error where an assertion is asked for', async () => {
    await expect(assertProperties([holds])).resolves.toBeUndefined();
    await expect(assertProperties([holds, fails])).rejects.toThrow(
      /1 of 2 properties hold:\nBroken: numbers are small/,
    );
  });

  it('tells at most five cases, and the search goes no further', () => {
    let looked = 0;
    const long = property('none', function* () {
      for (;;) yield `case ${(looked += 1)}`;
    });
    expect(() => long.check()).toThrow(PropertyBrokenError);
    expect(looked).toBe(5);
  });

  it('needs something to be about', () => {
    for (const suite of [actionTypeProperties, policyProperties, scenarioProperties])
      expect(() => suite([])).toThrow(RangeError);
  });
});
