/** The form of the facts beside their schema: what one accepts, returns and complains of, the other does. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FACTS_BOOK, FACTS_FORM } from '../../src/facts/facts-form';
import { facts } from '../../src/facts/packaged';
import { factsSchema } from '../../src/facts/schema';
import type { FieldsForm } from '../../src/kit/form';
import { parseForm } from '../../src/kit/parse-form';
import { damaged, expectAlike } from '../forms';
import { atLength } from '../extent';

describe('the form of the facts', () => {
  it('says of the record, with any damage, what the schema says', () => {
    expectAlike(() => parseForm(FACTS_FORM, facts, FACTS_BOOK), factsSchema, facts);
    fc.assert(
      fc.property(damaged(facts), (value) => {
        expectAlike(() => parseForm(FACTS_FORM, value, FACTS_BOOK), factsSchema, value);
      }),
      { numRuns: atLength(150, 30), seed: 73 },
    );
  });

  it.each(Object.keys(facts) as (keyof typeof facts)[])('says so of %s', (name) => {
    const form: FieldsForm = {
      kind: 'fields',
      fields: { [name]: FACTS_FORM.fields[name]! },
      others: 'refused',
    };
    const schema = factsSchema.pick({ [name]: true } as never);
    const whole = facts[name];
    // A few rows show as much as all of them, and damage hits the same spot more often.
    const some = Array.isArray(whole)
      ? [whole.slice(0, 3), whole.slice(-3), [whole[Math.floor(whole.length / 2)]]]
      : [whole];
    let accepted = 0;
    fc.assert(
      fc.property(damaged(...some.map((value) => ({ [name]: value }))), (value) => {
        if (expectAlike(() => parseForm(form, value, FACTS_BOOK), schema, value)) accepted += 1;
      }),
      { numRuns: name === 'sources' ? 60 : 250, seed: 79 },
    );
    expect(accepted).toBeGreaterThan(5);
  });
});
