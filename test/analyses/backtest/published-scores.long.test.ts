import { describe, expect, it } from 'vitest';
import { backtest } from '../../../src/analyses/backtest/backtest';
import published from '../../../src/report/published-scores.json';
import { bareFacts } from '../../../src/facts/packaged-bare';
import { CHANNELS } from '../../../tools/channel-scores';
import { pagesWith, PUBLISHED_PARTS, scoresForReports } from '../../../tools/scores';

describe('the scores that the documentation publishes', () => {
  it('are those of the model as it stands, or "npm run scores" writes them', async () => {
    const scored = backtest({ partRuns: 0 });
    const quick = PUBLISHED_PARTS.filter(({ name }) => !['parts', 'prices', 'channels'].includes(name));
    for (const { now, then } of await pagesWith(scored, quick)) expect(then).toBe(now);
    expect(published.verdict).toBe(scoresForReports(scored).verdict);
  }, 180_000);

  it('are told without each size that the core takes at nought, in one channel or another', () => {
    const sizes = bareFacts()
      .parameters.filter(({ size }) => size)
      .map(({ name }) => name);
    expect(Object.values(CHANNELS).flat().sort()).toEqual([...sizes].sort());
  });
});
