import { describe, expect, it } from 'vitest';

import { facts } from '../../src/facts/packaged';
import { factsSchema } from '../../src/facts/schema';

describe('the record', () => {
  it('fits its schema in every file', () => {
    const parsed = factsSchema.safeParse(facts);
    expect(parsed.error?.issues ?? []).toEqual([]);
  });
});
