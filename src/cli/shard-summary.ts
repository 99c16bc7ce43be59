/** What is said of a shard that was left in a file, by `project --shard` and by `merge --out`. */
import type { Shard } from '../ensemble/shard';

/** For `--json`. */
export function shardSummary(file: string, { scenario, seed, runs, shards, blocks, digest }: Shard) {
  return { file, scenario: scenario.id, seed, runs, shards, blocks, digest };
}

/** For people. */
export async function shardLine(file: string, { shards, tally, runs }: Shard): Promise<string> {
  const { shardName } = await import('../ensemble/shard');
  const { BLOCK_EPISODES } = await import('../ensemble/blocks');
  const why =
    tally.runs > 0
      ? ''
      : `; runs are dealt out in blocks of ${BLOCK_EPISODES}, and with so few some shards get none. Merge this one with the others all the same`;
  return `${file}: ${shardName(shards)}, ${tally.runs} of ${runs} runs${why}\n`;
}
