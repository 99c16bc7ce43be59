/** Equal states give equal sums: what is read off a state does not depend on the order of the keys of its columns. */
import * as fc from 'fast-check';
import { describe, expect } from 'vitest';
import { digest, replay, start } from '../../src/entries/index';
import { judgedPromises, readMeasures } from '../../src/episode/readings';
import { MEASURE_KINDS } from '../../src/model/measure';
import { foreignReach, subjectSeverity } from '../../src/model/export-control';
import type { State } from '../../src/model/state';
import { averageTariffPct } from '../../src/model/tariff';
import { uncoveredOf } from '../../src/model/truce';
import { legalPlay } from '../../src/testing/plays/legal-plays';
import { atLength } from '../extent';
import { itLong } from '../long';
import { rankOf, reordered } from '../reordered';

/** Everything that is summed over a state. */
function sums(state: State): unknown {
  const subjects = new Set(Object.values(state.control).map(({ subject }) => subject));
  return {
    averages: [averageTariffPct(state, 'usOnCn'), averageTariffPct(state, 'cnOnUs')],
    severities: [...subjects]
      .sort()
      .map((subject) => [subjectSeverity(state, 'CN', subject), subjectSeverity(state, 'US', subject)]),
    reach: [foreignReach(state, 'US'), foreignReach(state, 'CN')],
    uncovered: MEASURE_KINDS.map((kind) => uncoveredOf(state, kind)),
    measures: readMeasures(state),
    promises: judgedPromises(state),
  };
}

describe('a state with its keys in another order', () => {
  itLong('has the same digest and the same sums, to the last bit, on every morning of lawful plays', () => {
    let orders = 0;
    for (const from of ['kuala-lumpur-2025', 'past-geneva-2025', 'past-phase-one-2019']) {
      fc.assert(
        fc.property(
          legalPlay(from, { minMoves: 10, maxMoves: 30 }),
          fc.integer({ min: 1, max: 1_000_003 }),
          ({ events }, salt) => {
            for (const morning of [start(from), replay(start(from), events).state]) {
              const other = reordered(morning, rankOf(salt));
              if (JSON.stringify(other) !== JSON.stringify(morning)) orders += 1;
              expect(digest(other)).toBe(digest(morning));
              expect(sums(other)).toEqual(sums(morning));
            }
          },
        ),
        { numRuns: atLength(60, 15), seed: 5 },
      );
    }
    expect(orders).toBeGreaterThan(30);
  });
});
