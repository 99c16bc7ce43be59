/** The form of states beside their schema: what one accepts, returns and complains of, the other does. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATE_BOOK, STATE_FORM } from '../../src/engine/state-form';
import { stateSchema } from '../../src/engine/state-schema';
import { parseForm } from '../../src/kit/form';
import { damaged, expectAlike } from '../forms';
import { kualaLumpur } from '../record';

describe('the form of states', () => {
  it('says of a state, with any damage, what the schema says', () => {
    const value: unknown = structuredClone(kualaLumpur);
    expect(expectAlike(() => parseForm(STATE_FORM, value, STATE_BOOK), stateSchema, value)).toBe(true);
    fc.assert(
      fc.property(damaged(value), (changed) => {
        expectAlike(() => parseForm(STATE_FORM, changed, STATE_BOOK), stateSchema, changed);
      }),
      { numRuns: 150, seed: 83 },
    );
  });
});
