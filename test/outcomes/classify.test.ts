/** Outcome classes: conditions mean what they say, and each episode of each scenario ends in one class. */
import { describe, expect, it } from 'vitest';
import { facts } from '../../src/facts/packaged';
import { comparisonPaths, comparisonsIn } from '../../src/model/condition';
import { runEpisode, scenarios, start, type Condition } from '../../src/entries/index';
import { holds, outcomeTermOf, type End } from '../../src/outcomes/index';
import { outcomeProperties } from '../../src/entries/testing';

const state = start('kuala-lumpur-2025');
const end: End = { state, first: state, meeting: 'busan-2025', meetingOn: '2025-10-30', readings: {} };
const yes: Condition = { term: 'meeting-held', below: 1 };
const no: Condition = { term: 'meeting-held', atLeast: 1 };

describe('conditions', () => {
  it('hold of a value from "atLeast" on and up to but not at "below"', () => {
    expect(holds({ term: 'meeting-held', atLeast: 0 }, end)).toBe(true);
    expect(holds({ term: 'meeting-held', below: 0 }, end)).toBe(false);
    expect(holds({ term: 'meeting-held', atLeast: 0, below: 1 }, end)).toBe(true);
  });

  it.each([
    [{ all: [yes, yes] }, true],
    [{ all: [yes, no] }, false],
    [{ any: [no, yes] }, true],
    [{ any: [no, no] }, false],
    [{ not: no }, true],
    [{ not: { all: [yes, { not: yes }] } }, true],
  ] as const)('%j is %s', (condition, expected) => {
    expect(holds(condition, end)).toBe(expected);
  });

  it('name the terms that they rest on', () => {
    const condition: Condition = { all: [yes, { any: [{ term: 'tariff-relief', below: 1 }, { not: no }] }] };
    expect(comparisonsIn(condition).map(({ term }) => term)).toEqual([
      'meeting-held',
      'tariff-relief',
      'meeting-held',
    ]);
    const at = (path: string) =>
      path
        .split('.')
        .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], { when: condition });
    for (const [path, comparison] of comparisonPaths(condition, 'when')) expect(at(path)).toBe(comparison);
    expect(outcomeTermOf('no-such-term')).toBeUndefined();
    expect(() => holds({ term: 'no-such-term', below: 1 }, end)).toThrow(/no-such-term/);
  });
});

describe('outcome classes', () => {
  const { outcomes } = scenarios[0]!;
  for (const { name, check } of outcomeProperties(outcomes, { facts })) it(name, check);

  it('are the same in every scenario of the library, so that their answers compare', () => {
    // A scenario of another first day asks the same of other days.
    const asked = (of: typeof outcomes) =>
      of.map(({ id, title, meaning, coded, when }) => [id, title, meaning, coded, when]);
    for (const scenario of scenarios) expect(asked(scenario.outcomes), scenario.id).toEqual(asked(outcomes));
  });

  it('call a meeting that was called off not held, whatever else happens', () => {
    expect(runEpisode('meeting-called-off', { episode: 5 }).outcome).toBe('not-held');
  });
});
