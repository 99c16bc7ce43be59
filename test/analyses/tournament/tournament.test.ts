/** A tournament: its tables are those of the pairs, and what it says of them follows from the tables. */
import { describe, expect, it } from 'vitest';
import { policies, type Policy } from '../../../src/entries/index';
import { tournament } from '../../../src/entries/studies';
import { facts } from '../../../src/facts/packaged';
import { tournamentText } from '../../../src/report/screens/tournament';
import { PLAIN } from '../../../src/report/wording/text';
import { oneIssue } from '../../ensemble/one-issue';

const scenario = oneIssue();
const PLAYERS = ['crisis-game', 'hard-liner', 'conciliator'] as const;
const found = tournament(scenario, { policies: PLAYERS, runs: 40 });
const [first] = policies.filter(({ id }) => id === 'crisis-game');
const twin: Policy = { ...first!, id: 'twin' };

describe('a tournament', () => {
  it('has of each pair what the pair alone has, on the same draws', () => {
    const alone = tournament(scenario, { policies: ['hard-liner', 'conciliator'], runs: 40 });
    const place = { 'hard-liner': 1, conciliator: 2 } as const;
    alone.policies.forEach((us, row) =>
      alone.policies.forEach((cn, column) => {
        const [a, b] = [place[us as 'conciliator'], place[cn as 'conciliator']];
        expect(alone.utility[row]![column]).toEqual(found.utility[a]![b]);
        expect(alone.outcomes![row]![column]).toEqual(found.outcomes![a]![b]);
      }),
    );
  });

  it('has shares of all classes that add up to one', () => {
    for (const shares of found.outcomes!.flat())
      expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
  });

  it('names as best responses those that no other beats', () => {
    found.policies.forEach((_, other) => {
      const us = found.policies.indexOf(found.bestResponses.US[other]!);
      const cn = found.policies.indexOf(found.bestResponses.CN[other]!);
      found.policies.forEach((__, own) => {
        expect(found.utility[us]![other]!.US).toBeGreaterThanOrEqual(found.utility[own]![other]!.US);
        expect(found.utility[other]![cn]!.CN).toBeGreaterThanOrEqual(found.utility[other]![own]!.CN);
      });
    });
  });

  it('finds nothing to exploit exactly where both answer best', () => {
    found.exploitability.forEach((row, us) =>
      row.forEach((gain, cn) => {
        const isBest =
          found.utility[us]![cn]!.US ===
            found.utility[found.policies.indexOf(found.bestResponses.US[cn]!)]![cn]!.US &&
          found.utility[us]![cn]!.CN ===
            found.utility[us]![found.policies.indexOf(found.bestResponses.CN[us]!)]!.CN;
        expect(gain).toBeGreaterThanOrEqual(0);
        expect(gain === 0).toBe(isBest);
      }),
    );
  });

  it('lets a policy of one’s own play, to the same numbers as the one that decides alike', () => {
    const { utility, policies: ids } = tournament(scenario, { policies: ['crisis-game', twin], runs: 15 });
    expect(ids).toEqual(['crisis-game', 'twin']);
    for (const pair of utility.flat()) expect(pair).toEqual(utility[0]![0]);
  });

  it.each([[['crisis-game']], [['crisis-game', 'crisis-game']], [Array.from({ length: 9 }, () => twin)]])(
    'is refused with players %#',
    (players) => {
      expect(() => tournament(scenario, { policies: players as never, runs: 2 })).toThrow(
        expect.objectContaining({ code: 'tournament/policies' }),
      );
    },
  );

  it('fits on a screen of 80 columns, with all shipped policies too', () => {
    const all = tournament(scenario, { runs: 3 });
    for (const one of [found, all]) {
      const text = tournamentText(one, { facts, paint: PLAIN, command: 'again' });
      for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
      expect(text).toMatch(/Where neither would change/);
    }
  });
});
