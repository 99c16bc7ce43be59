import { describe, expect, it } from 'vitest';

import { facts } from '../../src/data';
import { factsSchema } from '../../src/scenario/facts';

describe('the record', () => {
  it('fits its schema in every file', () => {
    const parsed = factsSchema.safeParse(facts);
    expect(parsed.error?.issues ?? []).toEqual([]);
  });
});
