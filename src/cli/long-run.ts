/** Options of long ensembles: checkpoints from which they go on, and shards for many machines. */
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { Checkpoint } from '../analyses/runner/stage';
import type { ShardNumber } from '../analyses/shards';
import type { Shard, ShardFault } from '../ensemble/shard';
import type { Scenario } from '../scenario/schema';
import { MOST_SHARDS } from '../ensemble/limits';
import type { EnsembleOptions } from './ensemble-options';
import { BadInput, quoted } from './terminal';

/** The options as commander gives them. */
export interface RawLongRunOptions {
  readonly checkpoint?: string;
  readonly resume?: string;
  readonly shard?: string;
  readonly out?: string;
}

/** The options as the library takes them. */
export interface LongRun {
  /** The file of the checkpoint, and what keeps it. */
  readonly checkpoint?: { readonly path: string; readonly keeper: Checkpoint };
  /** A shard, and the file in which it is left. */
  readonly part?: { readonly shard: ShardNumber; readonly out: string };
  /** Runs that an earlier process did. */
  readonly already: number;
}

/** Adds the options to a command. */
export function withLongRunOptions(command: Command): Command {
  return command
    .option('--checkpoint <file>', 'keep finished blocks there, to go on from')
    .option('--resume <file>', 'go on from a checkpoint, and keep it')
    .option('--shard <i/n>', 'run shard i of n alone; needs --out')
    .option('--out <file>', 'the file of the shard, for `detente merge`');
}

const MOST_TOLD = 10;

/** What is wrong with shards as one refusal, a line for each fault; the first ones where there are many. */
export function refuseShards(faults: readonly ShardFault[]): BadInput {
  const lines = faults.map(({ name, message }) => `${name === null ? '' : `${name}: `}${message}`);
  const more = lines.length - MOST_TOLD;
  return new BadInput([...lines.slice(0, MOST_TOLD), ...(more > 0 ? [`and ${more} more`] : [])].join('\n'));
}

/** Refuses a file that could not be written when hours of work are done. */
export async function refuseUnwritable(option: string, path: string): Promise<void> {
  const { unwritable } = await import('../node/whole-file');
  const fault = unwritable(path);
  if (fault !== null)
    throw new BadInput(`${option} takes a file that can be written; given ${quoted(path)}: ${fault}.`);
}

function shardNumber(text: string): ShardNumber {
  const [, index, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  const shard = { index: Number(index ?? 0), of: Number(of ?? 0) };
  if (shard.index >= 1 && shard.index <= shard.of && shard.of <= MOST_SHARDS) return shard;
  throw new BadInput(
    `--shard takes I/N, such as 3/24: N from 1 to ${MOST_SHARDS}, I from 1 to N; given ${quoted(text)}.`,
  );
}

async function partOf({ shard, out }: RawLongRunOptions): Promise<LongRun['part']> {
  if (shard === undefined && out === undefined) return undefined;
  if (shard === undefined)
    throw new BadInput('--out is the file of a shard, and goes with --shard I/N; 1/1 is the whole ensemble.');
  const number = shardNumber(shard);
  if (out === undefined) throw new BadInput('--shard needs --out, the file in which the shard is left.');
  await refuseUnwritable('--out', out);
  return { shard: number, out };
}

async function resumed(
  path: string,
  scenario: Scenario,
  { runs, seed }: EnsembleOptions,
  part: LongRun['part'],
): Promise<Shard> {
  const { identityOf } = await import('../ensemble/shard');
  const { readCheckpoint } = await import('../node/checkpoint');
  const { spanOf } = await import('../analyses/shards');
  const { facts } = await import('../facts/packaged');
  const { VERSION } = await import('../kit/version');
  const wanted = identityOf(VERSION, scenario, facts, seed, runs);
  const read = readCheckpoint(path, wanted, part && spanOf(part.shard));
  if (!read.ok) throw refuseShards([read.fault]);
  return read.shard;
}

async function keeping(path: string, resume?: Shard) {
  const { checkpointFile } = await import('../node/checkpoint');
  return { path, keeper: checkpointFile(path, { resume }) };
}

/** Reads the options; refuses what does not fit together and a checkpoint of another ensemble. */
export async function longRunOf(
  raw: RawLongRunOptions,
  scenario: Scenario,
  options: EnsembleOptions,
): Promise<LongRun> {
  const part = await partOf(raw);
  const whole = part === undefined ? {} : { part };
  const { checkpoint, resume } = raw;
  if (checkpoint !== undefined && resume !== undefined)
    throw new BadInput('--checkpoint begins anew and --resume goes on; give one of them.');
  if (resume !== undefined) {
    await refuseUnwritable('--resume', resume);
    const from = await resumed(resume, scenario, options, part);
    return { ...whole, checkpoint: await keeping(resume, from), already: from.tally.runs };
  }
  if (checkpoint === undefined) return { ...whole, already: 0 };
  if (existsSync(checkpoint)) {
    throw new BadInput(
      `--checkpoint begins anew, and ${quoted(checkpoint)} is there already: go on from it with --resume, or remove it.`,
    );
  }
  await refuseUnwritable('--checkpoint', checkpoint);
  return { ...whole, checkpoint: await keeping(checkpoint), already: 0 };
}

/** A full disk is not a fault of this program: that a checkpoint cannot be written is told as what it is. */
export async function orUnwritten<T>(work: Promise<T>): Promise<T> {
  const { CheckpointError } = await import('../node/checkpoint');
  try {
    return await work;
  } catch (error) {
    if (error instanceof CheckpointError) throw new BadInput(`${error.message}.`);
    throw error;
  }
}
