/**
 * The table of signs: what an expert expects of each act beside the base scenario, the model alone, on common draws. No act
 * works against its sign, and all but the smallest move something that has one.
 */
import { describe, expect, it } from 'vitest';
import { atLength, FULL } from '../extent';
import { BASE, COLUMNS, differences, DISSENTS, shown, SIGNS, TOO_SMALL, whatIf } from './what-if';

const RUNS = atLength(2000, 200);
const SEED = 'levers';
/** A change that nobody would notice. */
const ABOUT_NONE = 0.02;

const base = shown(BASE, RUNS, SEED);

/** What contradicts a sign, as a text; null where nothing does. */
function contradiction(
  sign: string,
  { low, high }: { readonly low: number; readonly high: number },
): string | null {
  const expected = sign.replace(/[()]/g, '')[0];
  if (expected === '+' && high < 0) return 'falls';
  if (expected === '-' && low > 0) return 'rises';
  if (expected === '0' && (low > ABOUT_NONE || high < -ABOUT_NONE)) return 'moves';
  return null;
}

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
    const wrong = seen.flatMap((difference, column) => {
      const fault = contradiction(signs[column]!, difference);
      return fault === null ? [] : [`${COLUMNS[column]!} ${fault} by ${difference.difference.toFixed(3)}`];
    });
    expect(wrong).toEqual([]);
    // A tenth of the draws does not show the small ones.
    const strong = signs
      .map((sign, column) => [sign[0], column] as const)
      .filter(([sign]) => sign === '+' || sign === '-');
    if (strong.length === 0 || RUNS < 2000 || TOO_SMALL.includes(name)) return;
    const moved = strong.some(([sign, column]) => {
      const { low, high } = seen[column]!;
      return sign === '+' ? low > 0 : high < 0;
    });
    expect(moved, 'no column with a sign moves').toBe(true);
  });
});
