import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { backtest } from '../../../src/analyses/backtest/backtest';
import { formatDate } from '../../../src/kit/calendar';

const record = readFileSync('docs/record.md', 'utf8');
const readme = readFileSync('README.md', 'utf8').replace(/\s+/g, ' ');

/** A score as the tables print it: `.171`. */
const score = (value: number) => value.toFixed(3).replace(/^0/, '');
const per100 = (p: number) => String(Math.round(100 * p));

/** The cells of the tables of the section on scores, a list for each row. */
const rows = record
  .slice(record.indexOf('## Scores'))
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

describe('the scores that the documentation publishes', () => {
  const scored = backtest({ candidates: 0 });

  it('are those of the model as it stands, meeting by meeting', () => {
    for (const { date, p, outcome, rps } of scored.meetings) {
      const row = rows.find(([meeting]) => meeting!.endsWith(`, ${formatDate(date)}`));
      expect([date, ...row!.slice(1, 7)]).toEqual([
        date,
        ...['escalation', 'no-deal', 'truce', 'rollback'].map((id) => per100(p[id]!)),
        outcome,
        score(rps),
      ]);
    }
  });

  it('are on average those of the table and of the README', () => {
    const { mean, baselines } = scored;
    const averages = (of: string) => rows.find(([forecast]) => forecast === of)!.slice(1);
    expect(averages('model, untuned')).toEqual([score(mean.rps), mean.log.toFixed(2)]);
    expect(averages('base rate of the other meetings')).toEqual([
      score(baselines.baseRate.rps),
      baselines.baseRate.log.toFixed(2),
    ]);
    const [fitted] = averages('model, fitted without the meeting');
    expect(readme).toContain(
      `${mean.rps.toFixed(3)} untuned and 0${fitted} fitted against ${baselines.baseRate.rps.toFixed(3)}`,
    );
  });
});
