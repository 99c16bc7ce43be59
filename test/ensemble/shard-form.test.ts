/** The form of a shard beside its schema: what one accepts, returns and complains of, the other does. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectShard } from '../../src/analyses/shards';
import { SHARD_BOOK, SHARD_FORM } from '../../src/ensemble/shard-form';
import { shardSchema } from '../../src/ensemble/shard-schema';
import { parseForm } from '../../src/kit/parse-form';
import { damaged, expectAlike } from '../forms';

describe('the form of a shard', () => {
  it('says of any value what the schema says', () => {
    const shard = projectShard('kuala-lumpur-2025', { runs: 40, seed: 'form', shard: { index: 1, of: 2 } });
    const { tally, ...head } = JSON.parse(JSON.stringify(shard)) as typeof shard;
    const empty = Object.fromEntries(Object.keys(tally).map((key) => [key, 0]));
    let accepted = 0;
    fc.assert(
      fc.property(damaged({ ...head, tally }, { ...head, tally }, { ...head, tally: empty }), (value) => {
        if (expectAlike(() => parseForm(SHARD_FORM, value, SHARD_BOOK), shardSchema, value)) accepted += 1;
      }),
      { numRuns: 800, seed: 83 },
    );
    expect(accepted).toBeGreaterThan(50);
  });
});
