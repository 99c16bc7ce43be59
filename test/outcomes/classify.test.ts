/** Outcome classes: conditions mean what they say, and each episode of each scenario ends in one class. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  classify,
  outcomeTerms,
  runEpisode,
  scenarios,
  start,
  type Condition,
  type Scenario,
} from '../../src/index';
import { holds, outcomeTermOf, termsOf } from '../../src/outcomes/index';
import { playFrom } from '../../src/testing';
import { eachEpisode } from '../simulation/fixtures';

const state = start('kuala-lumpur-2025');
const yes: Condition = { term: 'meeting-held', below: 1 };
const no: Condition = { term: 'meeting-held', atLeast: 1 };

describe('conditions', () => {
  it('hold of a value from "atLeast" on and up to but not at "below"', () => {
    expect(holds({ term: 'meeting-held', atLeast: 0 }, state)).toBe(true);
    expect(holds({ term: 'meeting-held', below: 0 }, state)).toBe(false);
    expect(holds({ term: 'meeting-held', atLeast: 0, below: 1 }, state)).toBe(true);
  });

  it.each([
    [{ all: [yes, yes] }, true],
    [{ all: [yes, no] }, false],
    [{ any: [no, yes] }, true],
    [{ any: [no, no] }, false],
    [{ not: no }, true],
    [{ not: { all: [yes, { not: yes }] } }, true],
  ] as const)('%j is %s', (condition, expected) => {
    expect(holds(condition, state)).toBe(expected);
  });

  it('name the terms that they rest on', () => {
    expect(termsOf({ all: [yes, { any: [{ term: 'tariff-relief', below: 1 }, { not: no }] }] })).toEqual([
      'meeting-held',
      'tariff-relief',
      'meeting-held',
    ]);
    expect(outcomeTermOf('no-such-term')).toBeUndefined();
    expect(() => holds({ term: 'no-such-term', below: 1 }, state)).toThrow(/no-such-term/);
  });

  it.each(scenarios.map((scenario) => [scenario.id, scenario] as const))(
    'of %s rest on known terms only',
    (_id, { outcomes }) => {
      const known = outcomeTerms.map((term) => term.id);
      for (const { when } of outcomes) for (const term of termsOf(when)) expect(known).toContain(term);
    },
  );
});

describe('outcome classes', () => {
  it.each(scenarios.map((scenario) => [scenario.id, scenario] as const))(
    'of %s take in each of 40 episodes exactly once',
    (_id, scenario: Scenario) => {
      eachEpisode({ ...scenario, horizon: '2025-11-14' }, 40, ({ run }) => {
        expect(classify(scenario.outcomes, run.state)).toHaveLength(1);
      });
    },
  );

  it('take in the end of any lawful play exactly once', () => {
    const { outcomes } = scenarios[0]!;
    fc.assert(
      fc.property(playFrom(state, { maxMoves: 30 }), ({ states }) => {
        expect(classify(outcomes, states.at(-1)!)).toHaveLength(1);
      }),
      { numRuns: 150 },
    );
  });

  it('do not change after the day on which they resolve', () => {
    for (const episode of [0, 1, 2, 3]) {
      const whole = runEpisode('kuala-lumpur-2025', { episode });
      const short = runEpisode({ ...scenarios[0]!, horizon: '2025-11-14' }, { episode });
      expect(whole.outcome).toBe(short.outcome);
    }
  });

  it('call a meeting that was called off not held, whatever else happens', () => {
    expect(runEpisode('meeting-called-off', { episode: 5 }).outcome).toBe('not-held');
  });
});
