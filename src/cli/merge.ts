/** `detente merge`: the shards of an ensemble, wherever they were run, as the answer of one process. */
import type { Command } from 'commander';
import { refuseShards, refuseUnwritable } from './long-run';
import { projectionAnswer } from './projection-answer';
import { BadInput, json, quoted, shellWord, type Answer, type Terminal } from './terminal';

interface RawOptions {
  readonly out?: string;
  readonly json?: boolean;
}

async function joinedTo(out: string, files: readonly string[], asJson: boolean): Promise<Answer> {
  await refuseUnwritable('--out', out);
  const { joinShardFiles, writeShardFile } = await import('../node/shard-files');
  const { shardName } = await import('../ensemble/shard');
  const merged = joinShardFiles(files, { whole: false });
  if (!merged.ok) throw refuseShards(merged.faults);
  const fault = writeShardFile(out, merged.shard);
  if (fault !== null)
    throw new BadInput(`--out takes a file that can be written; given ${quoted(out)}: ${fault}.`);
  const { scenario, seed, runs, shards, blocks, digest } = merged.shard;
  const said = { file: out, scenario: scenario.id, seed, runs, shards, blocks, digest };
  if (asJson) return { text: json(said), exit: 0 };
  return { text: `${out}: ${shardName(shards)}, ${merged.shard.tally.runs} of ${runs} runs\n`, exit: 0 };
}

/** Adds the command; `answer` takes what it has to say. */
export function addMerge(program: Command, terminal: Terminal, answer: (answer: Answer) => void): void {
  program
    .command('merge')
    .description('shards, in any order, to the answer of one process')
    .argument('<file...>', 'what `detente project --shard` wrote')
    .option('--out <file>', 'join neighbouring shards to one file instead')
    .option('--json', 'print JSON')
    .action(async (files: string[], { out, json: asJson = false }: RawOptions) => {
      if (out !== undefined) {
        answer(await joinedTo(out, files, asJson));
        return;
      }
      const { mergeShardFiles } = await import('../node/shard-files');
      const merged = mergeShardFiles(files);
      if (!merged.ok) throw refuseShards(merged.faults);
      const { scenario, runs, seed } = merged.projection;
      const command = `detente project ${shellWord(scenario)} --runs ${runs} --seed ${shellWord(seed)}`;
      answer(await projectionAnswer(merged, { json: asJson, command, exit: 0 }, terminal));
    });
}
