/** Golden trajectories: a change of rules or model shows in a story before it shows in a statistic. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { digest, replay, runEpisode, scenarios, start } from '../src/entries/index';
import { episodeText, GOLDEN_EPISODE, GOLDEN_FOLDER, goldenFile, writeGoldens } from '../tools/golden';

if (process.env.UPDATE_GOLDEN === '1') writeGoldens();

describe('golden trajectories', () => {
  it.each(scenarios.map((scenario) => [scenario.id, scenario] as const))(
    '%s tells the same story as before',
    (_id, scenario) => {
      expect(existsSync(goldenFile(scenario)), 'no golden trajectory: run "npm run golden"').toBe(true);
      const recorded = runEpisode(scenario, GOLDEN_EPISODE);
      expect(episodeText(scenario, recorded)).toBe(readFileSync(goldenFile(scenario), 'utf8'));
      const replayed = replay(start(scenario), recorded.events);
      expect(replayed.ok).toBe(true);
      expect(digest(replayed.state)).toBe(recorded.digest);
      expect(recorded.refused).toEqual([]);
    },
  );

  it('no trajectory is left of a scenario that is gone', () => {
    const known = scenarios.map((scenario) => `${scenario.id}.txt`);
    expect(readdirSync(GOLDEN_FOLDER).filter((name) => !known.includes(name))).toEqual([]);
  });
});
