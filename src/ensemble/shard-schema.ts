/**
 * The form of the file of a shard or a checkpoint. The scenario inside is parsed as any other; that the contents are
 * those that were written is shown by the digest.
 */
import * as z from 'zod';
import { LONGEST_SEED, MOST_RUNS, MOST_SHARDS } from './limits';
import { CHECKPOINT_FORMAT, SHARD_FORMAT } from './shard';
import { isSpan } from './shard-form';
import { SAMPLE_EPISODES } from './tally';

/** The file, but for the scenario, which its own schema reads. */
export const shardSchema = /* @__PURE__ */ (() => {
  const count = z.int().min(0);
  const sha256 = z.string().regex(/^[0-9a-f]{64}$/, { error: 'expected a digest, 64 hexadecimal digits' });
  const histogram = z.strictObject({
    step: z.number().positive(),
    counts: z.record(z.string().regex(/^(0|-?[1-9]\d{0,14})$/, { error: 'expected a whole number' }), count),
  });
  const pair = { usOnCn: histogram, cnOnUs: histogram };
  const day = z.strictObject({ ...pair, layers: z.record(z.string().max(120), z.int()) });
  const tally = z.strictObject({
    runs: count,
    outcomes: z.array(count),
    unclassified: count,
    firstUnclassified: count.nullable(),
    refusedSupposed: z.record(
      z.string().max(120),
      z.strictObject({ code: z.string().max(120), runs: count }),
    ),
    held: count,
    narrow: count,
    newCoercion: count,
    issues: z.array(histogram),
    eve: z.strictObject(pair),
    end: z.strictObject(pair),
    last: z.strictObject(pair),
    trade: z.strictObject({ usFromCn: histogram, cnFromUs: histogram }),
    gdp: z.strictObject({ US: histogram, CN: histogram, RoW: histogram }),
    prices: histogram,
    truceBound: count,
    textEndedAfter: histogram,
    brokenAfter: histogram,
    shortageDays: histogram,
    leastStock: histogram,
    soybeans: histogram,
    foreignReach: histogram,
    refused: count,
    sample: z.array(z.array(z.number())).max(SAMPLE_EPISODES),
    course: z.strictObject({
      days: z.record(z.string().regex(/^\d{1,6}$/, { error: 'expected the number of a day' }), day),
    }),
  });
  return z.strictObject({
    format: z.enum([SHARD_FORMAT, CHECKPOINT_FORMAT]),
    version: z.string(),
    scenario: z.unknown(),
    digests: z.strictObject({ scenario: sha256, facts: sha256 }),
    seed: z.string().min(1).max(LONGEST_SEED),
    runs: z.int().min(1).max(MOST_RUNS),
    shards: z
      .strictObject({
        first: z.int().min(1),
        last: z.int().min(1).max(MOST_SHARDS),
        of: z.int().min(1).max(MOST_SHARDS),
      })
      .refine(isSpan, { error: 'expected first <= last <= of' }),
    blocks: z.strictObject({ from: count, to: count, of: z.int().min(1), episodes: z.int().min(1) }),
    tally,
    digest: sha256,
  });
})();

/** What the file of a shard or a checkpoint holds. */
export type ShardFile = z.infer<typeof shardSchema>;
