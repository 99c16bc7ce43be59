/** Scenarios that are handed over as objects: looked at as those of files are, whatever is asked of them. */
import { describe, expect, it } from 'vitest';
import {
  compare,
  loadScenario,
  play,
  project,
  runEpisode,
  start,
  type Scenario,
} from '../../src/entries/index';
import { InputError } from '../../src/kit/input-error';

const base = loadScenario('trade-only');
const ASKED: Readonly<Record<string, (scenario: Scenario) => unknown>> = {
  start,
  play,
  compare: (scenario) => compare('trade-only', scenario, { runs: 1 }),
  runEpisode: (scenario) => runEpisode(scenario, { seed: 'a' }),
  project: (scenario) => project(scenario, { runs: 1 }),
};

describe('a scenario that is given as an object', () => {
  it.each<[string, object, string]>([
    ['horizon', { horizon: '9990-01-01' }, 'scenario.horizon'],
    ['horizon', { horizon: base.asOf }, 'scenario.horizon'],
    ['horizon', { horizon: 'soon' }, 'scenario.horizon'],
    ['first day', { asOf: '2025-02-30' }, 'scenario.asOf'],
    ['title', { title: ' ' }, 'scenario.title'],
    ['policies', { policies: { US: 'hawkish' } }, 'scenario.policies.US'],
    [
      'parameters',
      { parameters: { 'meeting.leadersDecide': 7 } },
      'scenario.parameters.meeting.leadersDecide',
    ],
    ['outcomes', { outcomes: [] }, 'scenario.outcomes'],
    ['key', { horizen: '2026-01-01' }, 'scenario.horizen'],
  ])('is refused for its %s by whatever is asked of it: %j', (_what, change, path) => {
    for (const [name, ask] of Object.entries(ASKED)) {
      let thrown: unknown;
      try {
        ask({ ...base, ...change });
      } catch (error) {
        thrown = error;
      }
      expect(thrown, name).toBeInstanceOf(InputError);
      // Each names its own argument.
      expect((thrown as InputError).path.replace(/^variant/, 'scenario'), name).toBe(path);
    }
  });

  it('is taken where it is one, changed or not', () => {
    expect(start({ ...base, horizon: '2026-03-01' })).toEqual(start(base));
  });
});
