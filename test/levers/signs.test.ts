/**
 * The table of signs: what an expert expects of each act beside the base scenario, the model alone, on common draws. No act
 * works against its sign, and each moves something that has one; on the eve of earlier meetings as well.
 */
import { describe, expect, it } from 'vitest';
import { atLength, casesOf, FULL } from '../extent';
import { EARLIER, ON_THE_EVE, withOnTheEve } from './earlier-meetings';
import { BASE, differences, DISSENTS, movesAsExpected, shown, SIGNS, whatIf, wrongCells } from './what-if';

const RUNS = atLength(2000, 200);
const SEED = 'levers';

const base = shown(BASE, RUNS, SEED);

describe('the table of signs', () => {
  const rows = Object.entries(SIGNS);

  it('lets at most three rows dissent, each with its equation and source', () => {
    expect(Object.keys(DISSENTS).length).toBeLessThanOrEqual(3);
    for (const [name, why] of Object.entries(DISSENTS)) {
      expect(name in SIGNS, name).toBe(true);
      expect(why.length, name).toBeGreaterThan(80);
    }
  });

  // In the short way a fixed fifth of the rows, at a tenth of the draws.
  const asked = rows.filter(([name], at) => !(name in DISSENTS) && (FULL || at % 5 === 0));

  it.each(asked)('%s has no cell of the other sign', (name, signs) => {
    const seen = differences(base, shown(whatIf(name), RUNS, SEED));
    expect(wrongCells(signs, seen)).toEqual([]);
    // A tenth of the draws shows little.
    if (FULL) expect(movesAsExpected(signs, seen)).toBe(true);
  });
});

describe.each(casesOf(EARLIER, 1))('on the eve of $meeting', (scenario) => {
  const without = shown(scenario, RUNS, SEED, scenario);

  it.each(casesOf(Object.keys(ON_THE_EVE), 4))('%s has no cell of the other sign, and moves some', (row) => {
    const seen = differences(without, shown(withOnTheEve(scenario, row), RUNS, SEED, scenario));
    expect(wrongCells(SIGNS[row]!, seen)).toEqual([]);
    if (FULL) expect(movesAsExpected(SIGNS[row]!, seen)).toBe(true);
  });
});
