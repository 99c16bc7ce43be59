import { describe, expect, it } from 'vitest';
import { backtest } from '../../../src/analyses/backtest/backtest';
import published from '../../../src/report/published-scores.json';
import { pagesWith, PUBLISHED_PARTS, scoresForReports } from '../../../tools/scores';

describe('the scores that the documentation publishes', () => {
  it('are those of the model as it stands, or "npm run scores" writes them', async () => {
    const scored = backtest({ partRuns: 0 });
    const quick = PUBLISHED_PARTS.filter(({ name }) => name !== 'parts' && name !== 'prices');
    for (const { now, then } of await pagesWith(scored, quick)) expect(then).toBe(now);
    expect(published.verdict).toBe(scoresForReports(scored).verdict);
  }, 180_000);
});
