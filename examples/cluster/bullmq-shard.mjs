/** The job of one shard, in a thread of a worker: runs it with the library and leaves its file. Returns the worker's number. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadScenario } from 'detente';
import { onThreads, writeShardFile } from 'detente/node';

const { SCENARIO, RUNS, SEED, SHARDS, WORK } = process.env;

export default async function runShard({ data: { index } }) {
  writeFileSync(join(WORK, 'pids', String(index)), String(process.pid));
  const shard = await onThreads({ workers: 1 }).projectShard(loadScenario(SCENARIO), {
    runs: Number(RUNS),
    seed: SEED,
    shard: { index, of: Number(SHARDS) },
  });
  const fault = writeShardFile(join(WORK, 'shards', `${index}.json`), shard);
  if (fault !== null) throw new Error(fault);
  return process.pid;
}
