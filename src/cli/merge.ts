/** `detente merge`: the shards of an ensemble, wherever they were run, as the answer of one process. */
import type { Projection } from '../ensemble/projection';
import type { Shard } from '../ensemble/shard';
import type { Facts } from '../facts/schema';
import { FACTS } from './own-options';
import { refuseShards } from './long-run';
import { projectionScreen } from './projection-screen';
import { orUnwritten, writable } from './readers';
import { itself } from './given';
import { argumentList, command, option } from './row';
import { shardLine, shardSummary } from './shard-summary';
import { shellWord } from './terminal';

type Merged = { readonly out: string; readonly shard: Shard } | { readonly projection: Projection };

async function joinedTo(out: string, files: readonly string[], facts: Facts): Promise<Merged> {
  const { joinShardFiles, writeShardFile } = await import('../node/shard-files');
  const merged = joinShardFiles(files, { whole: false, facts });
  if (!merged.ok) throw refuseShards(merged.faults);
  orUnwritten('--out', out, writeShardFile(out, merged.shard));
  return { out, shard: merged.shard };
}

/** The command that makes a projection in one process. */
function inOneProcess({ scenario, runs, seed }: Projection): string {
  return `detente project ${shellWord(scenario)} --runs ${runs} --seed ${shellWord(seed)}`;
}

/** The command. */
export const merge = command({
  name: 'merge',
  about: 'shards, in any order, to the answer of one process',
  arguments: { files: argumentList('file', 'what `detente project --shard` wrote', itself) },
  options: {
    out: option('-o, --out <file>', 'join neighbouring shards to one file instead', writable, {
      writes: true,
    }),
    ...FACTS,
  },
  run: async ({ arguments: { files }, options: { out }, facts }): Promise<Merged> => {
    if (out !== undefined) return joinedTo(out, files, await facts());
    const { mergeShardFiles } = await import('../node/shard-files');
    const merged = mergeShardFiles(files, await facts());
    if (!merged.ok) throw refuseShards(merged.faults);
    return { projection: merged.projection };
  },
  json: (merged) => ('shard' in merged ? shardSummary(merged.out, merged.shard) : merged.projection),
  screen: async (merged, { view }) =>
    'shard' in merged
      ? shardLine(merged.out, merged.shard)
      : projectionScreen(merged, { ...(await view()), command: inOneProcess(merged.projection) }),
});
