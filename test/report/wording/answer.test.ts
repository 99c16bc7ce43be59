import { describe, expect, it } from 'vitest';
import { loadScenario, project, type Projection } from '../../../src/entries/index';
import { facts } from '../../../src/facts/packaged';
import { prepare } from '../../../src/analyses/prepared';
import { answerSentences, tailSentence } from '../../../src/report/wording/answer';
import { daysAhead } from '../../../src/report/wording/days-ahead';
import { scenarios } from '../../../src/entries/index';

const projection = project('kuala-lumpur-2025', { runs: 30, seed: 'answer' });

describe('the answer in a few sentences', () => {
  const sentences = answerSentences(projection, facts);

  it('begins with a deal of some kind and ends with new coercion, each with its interval', () => {
    expect(sentences[0]).toMatch(/^A deal of some kind: [\d.]+% \([\d.]+ to [\d.]+\)\. Likeliest: “/);
    expect(sentences.at(-1)).toMatch(/^New coercion, .+: [\d.]+% \([\d.]+ to [\d.]+\)\./);
  });

  it('tells of both averages in how many runs they fall, stay and rise', () => {
    expect(
      sentences.join(' ').match(/lower in \d+% of the runs, the same in \d+% and higher in \d+%/g),
    ).toHaveLength(2);
  });

  it('says nothing of a rise that no run has, and of an average of 100 per cent only where some run has it', () => {
    const { usOnCn } = projection.averageTariffPct;
    const withLevels = (levels: Projection['averageTariffPct']['usOnCn']['end']['levels']) =>
      tailSentence({
        ...projection,
        averageTariffPct: {
          ...projection.averageTariffPct,
          usOnCn: { ...usOnCn, end: { ...usOnCn.end, levels } },
        },
      });
    expect(withLevels([{ pct: 57.6, p: 1 }])).not.toContain('rise');
    expect(withLevels([{ pct: 73.3, p: 0.1 }])).toMatch(/to 73\.3% \(10\.0% of the runs\)\.$/);
    expect(
      withLevels([
        { pct: 73.3, p: 0.1 },
        { pct: 157.6, p: 0.05 },
      ]),
    ).toContain('100% or more in at least 5.0%');
  });
});

describe('what is dated ahead', () => {
  it.each(scenarios.map(({ id }) => id))(
    'of %s lies between its first day and its horizon, in order',
    (id) => {
      const { scenario, initial } = prepare(loadScenario(id));
      const days = daysAhead(scenario, initial, facts).map(({ on }) => on);
      expect(days).toEqual([...days].sort());
      for (const on of days) expect(on >= initial.today && on <= scenario.horizon).toBe(true);
    },
  );

  it('names the meeting, the end of the truce and the threat of the hundred per cent', () => {
    const { scenario, initial } = prepare(loadScenario('kuala-lumpur-2025'));
    const told = daysAhead(scenario, initial, facts).map(({ on, what }) => `${on} ${what}`);
    expect(told).toContainEqual(expect.stringMatching(/^2025-10-30 The leaders are to meet: Busan/));
    expect(told).toContainEqual(expect.stringMatching(/^2025-11-10 The truce runs out unless/));
    expect(told).toContainEqual(expect.stringMatching(/^2025-11-01 .*100 percent: the threat falls due$/));
  });
});
