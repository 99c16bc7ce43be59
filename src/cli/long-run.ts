/** Options of long ensembles: checkpoints from which they go on, and shards for many machines. */
import { existsSync } from 'node:fs';
import type { KeptResults } from '../analyses/runner/kept-results';
import type { Checkpoint } from '../analyses/runner/stage';
import type { ShardNumber } from '../analyses/shards';
import type { Shard, ShardFault } from '../ensemble/shard';
import type { Facts } from '../facts/schema';
import type { Scenario } from '../scenario/schema';
import { MOST_SHARDS } from '../ensemble/limits';
import { visible } from '../report/wording/visible';
import { writable } from './readers';
import { option, type Reader } from './row';
import { BadInput, quoted, sentence } from './terminal';

/** The options as the library takes them. */
export interface LongRun {
  /** The file of the checkpoint, and what keeps it. */
  readonly checkpoint?: { readonly path: string; readonly keeper: Checkpoint };
  /** A shard, and the file in which it is left. */
  readonly part?: { readonly shard: ShardNumber; readonly out: string };
  /** Runs that an earlier process did. */
  readonly already: number;
}

const MOST_TOLD = 10;

/** What is wrong with shards as one refusal, a line for each fault; the first ones where there are many. */
export function refuseShards(faults: readonly ShardFault[]): BadInput {
  const lines = faults.map(({ name, message }) => visible(`${name === null ? '' : `${name}: `}${message}`));
  const more = lines.length - MOST_TOLD;
  return new BadInput([...lines.slice(0, MOST_TOLD), ...(more > 0 ? [`and ${more} more`] : [])].join('\n'));
}

const shardNumber: Reader<ShardNumber> = (given, name) => {
  const [, index, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(given) ?? [];
  const shard = { index: Number(index ?? 0), of: Number(of ?? 0) };
  if (shard.index >= 1 && shard.index <= shard.of && shard.of <= MOST_SHARDS) return shard;
  throw new BadInput(
    `${name} takes I/N, such as 3/24: N from 1 to ${MOST_SHARDS}, I from 1 to N; given ${quoted(given)}.`,
  );
};

/** What a long ensemble takes: a file to go on from, or a part of its own. None changes the answer. */
export const LONG_RUN = {
  checkpoint: option('--checkpoint <file>', 'keep finished blocks there, to go on from', writable, {
    writes: true,
    silent: true,
  }),
  resume: option('--resume <file>', 'go on from a checkpoint, and keep it', writable, {
    writes: true,
    silent: true,
  }),
  shard: option('--shard <i/n>', 'run shard i of n alone; needs --out', shardNumber, { silent: true }),
  out: option('-o, --out <file>', 'the file of the shard, for `detente merge`', writable, {
    writes: true,
    silent: true,
  }),
};

/** The ensemble that is run in parts. */
interface Ensemble {
  readonly runs: number;
  readonly seed: string;
  readonly facts: Facts;
}

/** The options as they were read. */
interface LongRunValues {
  readonly checkpoint: string | undefined;
  readonly resume: string | undefined;
  readonly shard: ShardNumber | undefined;
  readonly out: string | undefined;
}

function partOf({ shard, out }: LongRunValues): LongRun['part'] {
  if (shard === undefined && out === undefined) return undefined;
  if (shard === undefined)
    throw new BadInput('--out is the file of a shard, and goes with --shard I/N; 1/1 is the whole ensemble.');
  if (out === undefined) throw new BadInput('--shard needs --out, the file in which the shard is left.');
  return { shard, out };
}

async function resumed(
  path: string,
  scenario: Scenario,
  { runs, seed, facts }: Ensemble,
  part: LongRun['part'],
): Promise<Shard> {
  const { identityOf } = await import('../ensemble/shard');
  const { readCheckpoint } = await import('../node/checkpoint');
  const { spanOf } = await import('../analyses/shards');
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
  values: LongRunValues,
  scenario: Scenario,
  options: Ensemble,
): Promise<LongRun> {
  const part = partOf(values);
  const whole = part === undefined ? {} : { part };
  refuseBothFiles(values);
  const { checkpoint, resume } = values;
  if (resume !== undefined) {
    const from = await resumed(resume, scenario, options, part);
    return { ...whole, checkpoint: await keeping(resume, from), already: from.tally.runs };
  }
  return checkpoint === undefined
    ? { ...whole, already: 0 }
    : { ...whole, checkpoint: await keeping(checkpoint), already: 0 };
}

/** Refuses a file to begin beside one to go on from, and one to begin that is there already. */
function refuseBothFiles({ checkpoint, resume }: Pick<LongRunValues, 'checkpoint' | 'resume'>): void {
  if (checkpoint === undefined) return;
  if (resume !== undefined)
    throw new BadInput('--checkpoint begins anew and --resume goes on; give one of them.');
  if (existsSync(checkpoint))
    throw new BadInput(
      `--checkpoint begins anew, and ${quoted(checkpoint)} is there already: go on from it with --resume, or remove it.`,
    );
}

/** What an analysis takes: a file for what came of its episodes, to go on from. It does not change the answer. */
export const KEPT_RESULTS = { checkpoint: LONG_RUN.checkpoint, resume: LONG_RUN.resume };

/** What keeps the results of an analysis, and the file. Refuses what does not fit together, and a file of something else. */
export async function resultsKeeper(
  values: Pick<LongRunValues, 'checkpoint' | 'resume'>,
): Promise<{ readonly path: string; readonly keeper: Checkpoint<KeptResults> } | undefined> {
  refuseBothFiles(values);
  const { checkpoint, resume } = values;
  const path = resume ?? checkpoint;
  if (path === undefined) return undefined;
  const { checkpointFile, readKeptResults } = await import('../node/checkpoint');
  if (resume === undefined) return { path, keeper: checkpointFile<KeptResults>(path) };
  const read = readKeptResults(resume);
  if (!read.ok) throw new BadInput(sentence(`${resume}: ${read.message}`));
  return { path, keeper: checkpointFile(path, { resume: read.results }) };
}
