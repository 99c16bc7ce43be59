/** The form of states beside their schema: what one accepts, returns and complains of, the other does. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATE_BOOK, STATE_FORM } from '../../src/engine/state-form';
import { stateSchema } from '../../src/engine/state-schema';
import { foldedTo } from '../../src/facts/fold';
import { facts } from '../../src/facts/packaged';
import { parseForm } from '../../src/kit/parse-form';
import { damaged, expectAlike } from '../forms';
import { kualaLumpur } from '../record';

describe('the form of states', () => {
  it('says of a state, with any damage, what the schema says', () => {
    // The last evening of the record has more in it than any morning.
    const values: readonly unknown[] = [kualaLumpur, foldedTo(facts, '2026-10-09')].map((state) =>
      structuredClone(state),
    );
    for (const value of values)
      expect(expectAlike(() => parseForm(STATE_FORM, value, STATE_BOOK), stateSchema, value)).toBe(true);
    fc.assert(
      fc.property(damaged(...values), (changed) => {
        expectAlike(() => parseForm(STATE_FORM, changed, STATE_BOOK), stateSchema, changed);
      }),
      { numRuns: 100, seed: 83 },
    );
  });
});
