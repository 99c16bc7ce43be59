/** The law suites are held to a law themselves: each of their laws catches a row made to break it; sound rows keep all. */
import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../../src/entries/index';
import { actionTypeLaws } from '../../../src/testing/properties/action-type';
import { assertLaws, checkLaws, law, LawBroken, type Law } from '../../../src/testing/properties/property';
import { outcomeLaws } from '../../../src/testing/properties/outcome';
import { policyLaws } from '../../../src/testing/properties/policy';
import { scenarioLaws } from '../../../src/testing/properties/scenario';
import { BROKEN, exclude } from './broken-action-types';
import { BROKEN_POLICIES, calm } from './broken-policies';
import { BROKEN_OUTCOMES, BROKEN_SCENARIOS } from './broken-scenarios';

const base = loadScenario('kuala-lumpur-2025');

/** The laws of a list that a sentence names; there must be one. */
function meant(laws: readonly Law[], sentence: string): Law {
  const found = laws.filter(({ name }) => name.includes(sentence));
  expect(found.map(({ name }) => name)).toHaveLength(1);
  return found[0]!;
}

async function isCaught(laws: readonly Law[], sentence: string): Promise<void> {
  const report = await checkLaws([meant(laws, sentence)]);
  expect(report.ok, sentence).toBe(false);
  expect(report.broken[0]!.message).toMatch(/^Broken: .*\n {2}\S/);
}

/** Sentences of laws that no broken row is made for. */
const idle = (laws: readonly Law[], rows: readonly (readonly [string, unknown, string])[]) =>
  laws.map(({ name }) => name).filter((name) => !rows.some(([, , sentence]) => name.includes(sentence)));

describe('the laws of action types', () => {
  it('are kept by a sound type of a user', async () => {
    const report = await checkLaws(actionTypeLaws(exclude));
    expect(report.text).toBe(`${report.kept.length} of ${report.kept.length} laws hold.`);
  });

  it.each(BROKEN)('catch %s', (_wrong, row, sentence) =>
    isCaught(actionTypeLaws(row, { plays: 6, moves: 30 }), sentence),
  );

  it('each catch at least one of these', () => expect(idle(actionTypeLaws(exclude), BROKEN)).toEqual([]));

  it('blame a broken row for what it does, and others not for it', async () => {
    const [, row] = BROKEN.find(([wrong]) => wrong === 'a rate below nought')!;
    const report = await checkLaws(actionTypeLaws(row, { plays: 6, moves: 30 }));
    expect(report.broken.map((broken) => broken.law)).toEqual([
      'tariff.exclude keeps every invariant',
      'tariff.exclude leaves nothing that the calendar cannot settle within a year and more',
    ]);
  });
});

describe('the laws of policies', () => {
  const few = { episodes: 6, plays: 3, suppositions: ['meeting-called-off'] };

  it('are kept by a sound policy of a user', async () => {
    expect((await checkLaws(policyLaws(calm, few))).text).toMatch(/laws hold\.$/);
  });

  it.each(BROKEN_POLICIES)('catch %s', (_wrong, policy, sentence) =>
    isCaught(policyLaws(policy, few), sentence),
  );

  it('each catch at least one of these', () => expect(idle(policyLaws(calm), BROKEN_POLICIES)).toEqual([]));

  it('leave chance and the clock as they found them', async () => {
    const [random, now, date] = [Math.random, Date.now, Date];
    const [, policy] = BROKEN_POLICIES.find(([wrong]) => wrong === 'a clock')!;
    await checkLaws(policyLaws(policy, few));
    expect(Math.random).toBe(random);
    expect(Date.now).toBe(now);
    expect(Date).toBe(date);
  });
});

describe('the laws of outcome classes', () => {
  it.each(BROKEN_OUTCOMES)('catch %s', (_wrong, outcomes, sentence) =>
    isCaught(outcomeLaws(outcomes, { episodes: 8 }), sentence),
  );

  it('each catch at least one of these', () =>
    expect(idle(outcomeLaws(base.outcomes), BROKEN_OUTCOMES)).toEqual([]));
});

describe('the laws of scenarios', () => {
  it.each(BROKEN_SCENARIOS)('catch %s', (_wrong, scenario, sentence) =>
    isCaught(scenarioLaws(scenario, { checkedEpisodes: 4, episodes: 1 }), sentence),
  );

  it('each catch at least one of these', () =>
    expect(idle(scenarioLaws(base), BROKEN_SCENARIOS)).toEqual([]));
});

describe('a report of laws', () => {
  const holds = law('one and one are two', () => []);
  const fails = law('numbers are small', () => ['7 is large', '8 is large']);
  const throws: Law = {
    name: 'nothing is thrown',
    check: () => Promise.reject(new TypeError('no such number')),
  };

  it('counts what holds and tells each broken law with its cases', async () => {
    const report = await checkLaws([holds, fails, throws]);
    expect(report.kept).toEqual(['one and one are two']);
    expect(report.text).toBe(
      '1 of 3 laws hold:\nBroken: numbers are small\n  7 is large\n  8 is large\n' +
        'Broken: nothing is thrown\n  threw TypeError: no such number',
    );
  });

  it('is thrown as one error where an assertion is asked for', async () => {
    await expect(assertLaws([holds])).resolves.toBeUndefined();
    await expect(assertLaws([holds, fails])).rejects.toThrow(/1 of 2 laws hold:\nBroken: numbers are small/);
  });

  it('tells at most five cases, and the search goes no further', () => {
    let looked = 0;
    const long = law('none', function* () {
      for (;;) yield `case ${(looked += 1)}`;
    });
    expect(() => long.check()).toThrow(LawBroken);
    expect(looked).toBe(5);
  });

  it('needs something to be about', () => {
    for (const suite of [actionTypeLaws, policyLaws, scenarioLaws])
      expect(() => suite([])).toThrow(RangeError);
  });
});
