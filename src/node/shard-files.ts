/**
 * Files of shards: written whole or not at all, and read as what strangers send. A merge holds one tally at a time, so
 * that its memory does not grow with the number of files.
 */
import { bareFacts } from '../facts/packaged-bare';
import { prepare } from '../analyses/prepared';
import type { FullProjection } from '../analyses/project';
import type { BareFacts } from '../facts/bare';
import { answerOf, parseShard, unfinishedShard, type Merged } from '../analyses/shards';
import {
  arranged,
  joined,
  SHARD_FORMAT,
  type NamedHead,
  type Shard,
  type ShardFault,
} from '../ensemble/shard';
import { emptyTally } from '../ensemble/tally';
import { decodeUtf8, readBounded } from './files';
import { isExcessive } from '../engine/bounds';
import { writeWhole } from './whole-file';
import { checkList, checkObject, checkOptions, checkText, checkYesNo, type OptionTable } from '../kit/checks';
import { InputError } from '../kit/input-error';
import { jsonTextFault, readJsonText } from '../kit/json-text';
import { firstOf } from '../kit/lists';

/** Largest file of a shard, bytes; a larger one is refused unread. Some four million are usual for thousands of runs. */
export const LARGEST_SHARD_BYTES = 64 * 1024 * 1024;
/** Most values in the file of a shard. */
const MOST_VALUES = 8_000_000;

/** Longest path of a file, in UTF-16 units, as systems have it. */
const LARGEST_PATH = 4_096;

const SHARD = 'a shard or checkpoint, as projectShard gives it';

/** What writes a file of one kind or the other. */
const WRITTEN_BY = { shard: 'detente project --shard', checkpoint: 'detente advise --checkpoint' } as const;

/** A shard or checkpoint read from a file, or what is wrong with the file. */
export type ReadShard =
  | {
      /** The file holds a shard or a checkpoint of this version and these facts. */
      readonly ok: true;
      /** The shard. */
      readonly shard: Shard;
    }
  | {
      /** The file holds none. */
      readonly ok: false;
      /** What is wrong with the file. */
      readonly fault: ShardFault;
    };

/** Whether a text that is no JSON may be the beginning of a shard. */
const isTorn = (text: string) =>
  text.trim() === '' || (text.trimStart().startsWith('{') && !text.trimEnd().endsWith('}'));

/**
 * Reads the file of a shard or a checkpoint. What is wrong with it comes back by the name of the file: too large, cut
 * off, no JSON, another format or version, changed after it was written, or of other facts. Never throws for a bad file.
 * @param path - Path of a file that `writeShardFile` or a checkpoint wrote, 64 MiB at most; complaints name it.
 * @param facts - Facts by which it must have been made; the packaged ones where left out.
 *
 * @example readShardFile('shard-1.json').ok
 */
export function readShardFile(path: string, facts: BareFacts = bareFacts()): ReadShard {
  const refuse = (code: string, message: string): ReadShard => ({
    ok: false,
    fault: { code, name: path, message },
  });
  const read = readBoundedJson(path);
  return read.ok ? parseShard(read.value, path, facts) : refuse(`shard/${read.code}`, read.message);
}

/** The value in a file of JSON of the size of a shard at most, or why there is none. Never throws for a bad file. */
export function readBoundedJson(
  path: string,
  what: keyof typeof WRITTEN_BY = 'shard',
):
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: string; readonly message: string } {
  const refuse = (code: string, message: string) => ({ ok: false, code, message }) as const;
  const read = readBounded(path, LARGEST_SHARD_BYTES);
  if (!read.ok) return refuse('unreadable', read.message);
  const decoded = decodeUtf8(read.bytes);
  if (!decoded.ok) return refuse('unreadable', 'it is not UTF-8 text');
  const parsed = readJsonText(decoded.text);
  if (!parsed.ok && parsed.fault !== 'broken') return refuse('not-a-shard', jsonTextFault(parsed));
  if (!parsed.ok)
    return isTorn(decoded.text)
      ? refuse(
          'cut-off',
          `it is ${decoded.text.trim() === '' ? 'empty' : 'cut off'}; a ${what} is whole or not there`,
        )
      : refuse('not-a-shard', `it is not JSON; a ${what} is what \`${WRITTEN_BY[what]}\` writes`);
  return isExcessive(parsed.value, MOST_VALUES)
    ? refuse('not-a-shard', `it nests too deeply or holds too much for a ${what}`)
    : { ok: true, value: parsed.value };
}

/**
 * Writes a shard whole. Returns null, or in words why it cannot be written; then nothing is. Throws an InputError for what is no shard.
 * @param path - Path of the file; an existing one is replaced once the new one is whole, and folders that are missing are made.
 * @param shard - Shard or checkpoint, as `projectShard` gives it.
 *
 * @example writeShardFile('shard-1.json', projectShard('kuala-lumpur-2025', { runs: 500, shard: { index: 1, of: 2 } }))
 */
export function writeShardFile(path: string, shard: Shard): string | null {
  const { format } = checkObject('shard', shard, SHARD);
  if (typeof format !== 'string')
    throw new InputError({ code: 'input/shard', path: 'shard', given: shard, allowed: SHARD });
  return writeWhole(path, `${JSON.stringify(shard)}\n`);
}

interface Seen extends NamedHead {
  readonly digest: string;
}

/** The heads of the files, without their tallies. */
function heads(paths: readonly string[], facts: BareFacts): Merged<{ seen: Seen[] }> {
  const seen: Seen[] = [];
  const faults: ShardFault[] = [];
  for (const path of paths) {
    const read = readShardFile(path, facts);
    if (!read.ok) faults.push(read.fault);
    else if (read.shard.format !== SHARD_FORMAT) faults.push(unfinishedShard(path));
    else {
      const { tally: _, digest, ...head } = read.shard;
      seen.push({ name: path, head, digest });
    }
  }
  return faults.length === 0 ? { ok: true, seen } : { ok: false, faults };
}

class ChangedMeanwhile extends Error {}

/** Reads the files again, one at a time, in their order. */
function* again(order: readonly Seen[], facts: BareFacts): Generator<Shard> {
  for (const { name, digest } of order) {
    const read = readShardFile(name, facts);
    if (!read.ok || read.shard.digest !== digest) throw new ChangedMeanwhile(name);
    yield read.shard;
  }
}

const JOIN_OPTIONS: OptionTable<Parameters<typeof joinShardFiles>[1]> = { whole: true, facts: true };

const PATH = { least: 0, most: LARGEST_PATH };

/** Refuses with an InputError what is no list of paths, at least one: of a text each character would be taken for a path. */
function checkPaths(paths: unknown): void {
  const list = checkList('paths', paths, 'paths of files');
  for (const [at, path] of list.entries()) checkText(`paths.${at}`, path, PATH);
  if (list.length > 0) return;
  throw new InputError({ code: 'input/list', path: 'paths', given: paths, allowed: 'at least one path' });
}

/**
 * Joins the files of shards, in any order, to one shard: for merging in a tree. What is wrong comes back by the names of the files. Never
 * throws for bad files.
 * @param paths - Paths of finished shards of one ensemble, at least one; complaints name them.
 * @param options - Whether the files are the `whole` ensemble or neighbours in it, and the facts by which they were made, the packaged ones
 *   unless told.
 *
 * @example joinShardFiles(['shard-1.json', 'shard-2.json'], { whole: true }).ok
 */
export function joinShardFiles(
  paths: readonly string[],
  options: {
    /** Whether they are the whole ensemble, or else neighbours in it. */
    readonly whole: boolean;
    /** Facts by which they were made; the packaged ones unless told. */
    readonly facts?: BareFacts | undefined;
  },
): Merged<{
  /** The one shard that they make together. */
  shard: Shard;
}> {
  checkPaths(paths);
  checkOptions(options, JOIN_OPTIONS);
  const { whole, facts = bareFacts() } = options;
  checkYesNo('whole', whole);
  const read = heads(paths, facts);
  if (!read.ok) return read;
  const arrangement = arranged(read.seen, whole);
  if (!arrangement.ok) return arrangement;
  const { head } = firstOf(arrangement.order);
  const tally = emptyTally(prepare(head.scenario, { facts }).specification);
  try {
    return {
      ok: true,
      shard: joined(again(arrangement.order, facts), head, arrangement.shards, tally),
    };
  } catch (error) {
    if (!(error instanceof ChangedMeanwhile)) throw error;
    const message = 'it was changed while it was merged';
    return { ok: false, faults: [{ code: 'shard/changed', name: error.message, message }] };
  }
}

/**
 * Merges the files of all shards of an ensemble, in any order, to the same bytes as one process. Refused by name are
 * files that are missing, doubled, overlapping, foreign, cut off or changed. Never throws for bad files.
 * @param paths - Paths of all shards of one ensemble, each once and finished; complaints name them.
 * @param facts - Facts by which they were made; the packaged ones where left out.
 *
 * @example mergeShardFiles(['shard-1.json', 'shard-2.json']).ok
 */
export function mergeShardFiles(
  paths: readonly string[],
  facts: BareFacts = bareFacts(),
): Merged<FullProjection> {
  const merged = joinShardFiles(paths, { whole: true, facts });
  return merged.ok ? { ok: true, ...answerOf(merged.shard, facts) } : merged;
}
