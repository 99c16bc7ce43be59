/**
 * Shards of an ensemble: each runs anywhere, and all of them merge to the bytes of one process. Facts come with the
 * package and can be replaced by the caller's.
 */
import { prepare, type Prepared, type Subject } from './prepared';
import { refuseOwnCode } from '../scenario/own';
import { parseScenario } from './resolve';
import { tallied } from './tallied';
import { bareFacts } from '../facts/packaged-bare';
import { issueError } from '../engine/issue-error';
import { inputIssues } from '../engine/parse';
import {
  checkList,
  checkObject,
  checkOptions,
  checkWhole,
  isObject,
  readOff,
  type OptionTable,
} from '../kit/checks';
import { shown } from '../kit/input-error';
import { checkRunsAndSeed } from '../ensemble/checks';
import { here } from './runner/here';
import { checkCheckpoint, type Checkpoint, type EnsembleAnalysis } from './runner/stage';
import { fullProjectionOf, PROJECT_OPTIONS, type FullProjection, type ProjectOptions } from './project';
import type { BareFacts } from '../facts/bare';
import { DEFAULT_RUNS, DEFAULT_SEED, MOST_SHARDS } from '../ensemble/limits';
import {
  arranged,
  blockSpan,
  CHECKPOINT_FORMAT,
  episodesIn,
  identityOf,
  isSealed,
  joined,
  SHARD_FORMAT,
  shardName,
  type Shard,
  type ShardFault,
  type ShardSpan,
} from '../ensemble/shard';
import { SHARD_BOOK, SHARD_FORM } from '../ensemble/shard-form';
import type { ShardFile } from '../ensemble/shard-schema';
import { emptyTally } from '../ensemble/tally';
import { parseForm } from '../kit/parse-form';
import { VERSION } from '../kit/version';
import { firstOf } from '../kit/lists';

/** Which shard of how many. */
export interface ShardNumber {
  /** From 1 to `of`. */
  readonly index: number;
  /** Number of shards, 1 to 100 000; where there are more than blocks, some are empty. */
  readonly of: number;
}

/** How a shard is run. */
export interface ShardOptions extends ProjectOptions {
  /** Which part of the ensemble: its number and how many there are, both from 1. */
  readonly shard: ShardNumber;
  /** Keeps whole 250s of runs, and goes on from them. */
  readonly checkpoint?: Checkpoint | undefined;
}

const SHARD_OPTIONS: OptionTable<ShardOptions> = {
  ...PROJECT_OPTIONS,
  shard: true,
  checkpoint: checkCheckpoint,
};

/** The shards that were made or read here: their form need not be asked again. */
const known = /* @__PURE__ */ new WeakSet<object>();

/** Remembers a shard as one that was made or read here. Returns it. */
function knownAs(shard: Shard): Shard {
  known.add(shard);
  return shard;
}

/** The span of one shard. Throws an InputError that says what is allowed for a shard that does not exist. */
export function spanOf(shard: ShardNumber): ShardSpan {
  checkObject('shard', shard, 'which shard of how many, as { index: 1, of: 4 }');
  const { index, of } = shard;
  checkWhole('shard.of', of, { least: 1, most: MOST_SHARDS });
  checkWhole('shard.index', index, { least: 1, most: of });
  return { first: index, last: index, of };
}

/** The analysis behind {@link projectShard}. */
export function* shardOf(scenario: Subject, options: ShardOptions): EnsembleAnalysis<Shard> {
  checkOptions(options, SHARD_OPTIONS);
  const { runs = DEFAULT_RUNS, seed = DEFAULT_SEED } = options;
  checkRunsAndSeed(runs, seed);
  const shards = spanOf(options.shard);
  const prepared = prepare(scenario, options);
  refuseOwnCode(prepared.specification, 'shard');
  const job = { prepared, seed, runs, shards, course: true, anyRuns: false, how: options };
  const { shard } = yield* tallied(job);
  return knownAs(shard());
}

/**
 * Runs one shard of an ensemble in this thread; `onThreads` of `detente/node` has the same on threads. The union of all
 * shards is what `project` runs. Where it is stopped, what comes back is a checkpoint by its `format`, of whole 250s of
 * runs, from which the shard can go on. Throws an InputError for runs, a seed or a shard out of range.
 * @param scenario - Scenario, id of one, or play; the same for all shards of an ensemble.
 * @param options - Which shard of how many, up to 100 000, which must be told; runs of the whole ensemble (4 000 unless told) and seed, the
 *   same for all.
 *
 * @example projectShard('kuala-lumpur-2025', { runs: 500, shard: { index: 1, of: 2 } }).blocks
 */
export function projectShard(scenario: Subject, options: ShardOptions): Shard {
  return here(shardOf(scenario, options));
}

/** A shard or checkpoint read from outside, or what is wrong with it. */
export type ParsedShard =
  | {
      /** The text is a shard or a checkpoint of this version and these facts. */
      readonly ok: true;
      /** The shard. */
      readonly shard: Shard;
    }
  | {
      /** It is none. */
      readonly ok: false;
      /** The first thing that is wrong with it. */
      readonly fault: ShardFault;
    };

const FORMATS: readonly unknown[] = [SHARD_FORMAT, CHECKPOINT_FORMAT];

/** What a file's own words about its format and version rule out, before anything else of it is believed. */
function strangeFormat(value: Readonly<Record<string, unknown>>): Omit<ShardFault, 'name'> | null {
  const { format, version } = value;
  if (typeof format !== 'string' || !format.startsWith('detente-'))
    return {
      code: 'shard/not-a-shard',
      message: 'it is not a shard, as `detente project --shard` writes it',
    };
  if (!FORMATS.includes(format)) {
    const message = `its format is ${shown(format)}; this program reads ${FORMATS.join(' and ')}`;
    return { code: 'shard/other-format', message };
  }
  if (version === VERSION) return null;
  const message = `its version is ${shown(version)}, whose rules may differ; this is ${VERSION}`;
  return { code: 'shard/other-version', message };
}

/** Where the parts of a sealed file contradict one another, or null. */
function contradiction(
  { format, runs, shards, blocks, tally }: Shard,
  specification: Prepared['specification'],
) {
  const due = blockSpan(runs, shards);
  if (blocks.of !== due.of || blocks.from !== due.from || blocks.episodes !== due.episodes)
    return 'its blocks are not those of its shards';
  if (format === SHARD_FORMAT ? blocks.to !== due.to : blocks.to < due.from || blocks.to > due.to)
    return 'its blocks are not those of its shards';
  if (tally.runs !== episodesIn(blocks, runs)) return 'its tally does not count the episodes of its blocks';
  const classified = tally.outcomes.reduce((sum, n) => sum + n, tally.unclassified);
  if (tally.outcomes.length !== specification.outcomes.length || classified !== tally.runs)
    return 'its tally does not fit the outcome classes of its scenario';
  if (tally.issues.length !== specification.issues.length)
    return 'its tally does not fit the agenda of its scenario';
  return null;
}

/**
 * Parses a value as a shard or a checkpoint of this version and these facts. Refused are other formats, versions and
 * facts, contents that no longer fit their digest, and what does not fit the schema. Never throws for bad input.
 * @param input - A shard or a checkpoint as JSON carries it, or anything else, which comes back with what is wrong.
 * @param name - What complaints call it, such as the path of its file; `the shard` where left out.
 * @param facts - Facts by which it must have been made; the packaged ones where left out.
 *
 * @example parseShard({ runs: 'many' }).ok
 */
export function parseShard(input: unknown, name = 'the shard', facts: BareFacts = bareFacts()): ParsedShard {
  const refuse = (code: string, message: string): ParsedShard => ({
    ok: false,
    fault: { code, name, message },
  });
  if (!isObject(input)) return refuse('shard/not-a-shard', `a shard is an object; given ${shown(input)}`);
  const value = input;
  try {
    const strange = strangeFormat(value);
    if (strange !== null) return { ok: false, fault: { ...strange, name } };
    if (!isSealed(value))
      return refuse('shard/changed', 'it was changed after it was written: its digest does not fit');
  } catch {
    // A getter or a proxy of the caller threw: the digest reads all that there is.
    return refuse('shard/not-a-shard', 'a shard is plain JSON; the given object cannot be read');
  }
  const parsed = parseForm(SHARD_FORM, value, SHARD_BOOK);
  if (!parsed.ok) {
    const { path, message } = firstOf(inputIssues(parsed.issues, value));
    return refuse('shard/does-not-fit', `${path}: ${message}`);
  }
  const scenario = parseScenario(value.scenario, facts);
  if (!scenario.ok)
    return refuse(
      'shard/does-not-fit',
      `scenario.${firstOf(scenario.issues).path}: ${firstOf(scenario.issues).message}`,
    );
  // The form was compiled from the schema of this type.
  const file = parsed.value as ShardFile;
  const { seed, runs, digests } = file;
  const own = identityOf(VERSION, scenario.scenario, facts, seed, runs).digests;
  if (digests.facts !== own.facts) {
    const message = `it rests on other facts, of digest ${digests.facts.slice(0, 12)}; those here have ${own.facts.slice(0, 12)}`;
    return refuse('shard/other-facts', message);
  }
  if (digests.scenario !== own.scenario)
    return refuse('shard/does-not-fit', 'digests.scenario: it is not that of the scenario inside');
  const shard: Shard = { ...file, scenario: scenario.scenario };
  const fault = contradiction(shard, prepare(shard.scenario, { facts }).specification);
  return fault === null ? { ok: true, shard: knownAs(shard) } : refuse('shard/does-not-fit', fault);
}

/** Shards with the names by which complaints call them; `shard I of N` unless told. */
export interface MergeOptions {
  /** Name of each shard in complaints, in the order of the shards. */
  readonly names?: readonly string[] | undefined;
  /** Facts in place of the packaged ones. */
  readonly facts?: BareFacts | undefined;
}

const MERGE_OPTIONS: OptionTable<MergeOptions> = { names: true, facts: true };

/** Shards merged, or what is wrong with the set of them. */
export type Merged<T> =
  | ({
      /** The shards fit together. */
      readonly ok: true;
    } & T)
  | {
      /** They do not fit together. */
      readonly ok: false;
      /** What is wrong, shard by shard. */
      readonly faults: readonly ShardFault[];
    };

/** The answer of a shard that is the whole ensemble. */
export function answerOf(shard: Shard, facts: BareFacts = bareFacts()): FullProjection {
  return fullProjectionOf(prepare(shard.scenario, { facts }), shard.seed, shard.tally);
}

/** Refuses with an InputError, by its place, what has not the form of a shard. */
function checkShards(shards: unknown): void {
  for (const [at, shard] of checkList('shards', shards, 'shards').entries()) {
    if (typeof shard === 'object' && shard !== null && known.has(shard)) continue;
    const path = `shards.${at}`;
    const parsed = readOff(path, shard, () => parseForm(SHARD_FORM, shard, SHARD_BOOK));
    if (parsed.ok) continue;
    throw issueError(firstOf(inputIssues(parsed.issues, shard)), {
      code: 'input/shard',
      path,
      input: shard,
      allowed: 'a shard, as projectShard gives it or parseShard reads it',
    });
  }
}

/** A shard as it was made or read here; another one, such as a copy out of JSON, is read as from outside, its digest with it. */
const readAgain = (shard: Shard, name: string, facts?: BareFacts): ParsedShard =>
  known.has(shard) ? { ok: true, shard } : parseShard(shard, name, facts);

function merge(shards: readonly Shard[], whole: boolean, options: MergeOptions): Merged<{ shard: Shard }> {
  checkOptions(options, MERGE_OPTIONS);
  checkShards(shards);
  const faults: ShardFault[] = [];
  const named: { readonly name: string; readonly head: Shard }[] = [];
  for (const [at, shard] of shards.entries()) {
    const name = options.names?.[at] ?? shardName(shard.shards);
    const read = readAgain(shard, name, options.facts);
    if (read.ok) named.push({ name, head: read.shard });
    else faults.push(read.fault);
  }
  if (faults.length > 0) return { ok: false, faults };
  const unfinished = named.filter(({ head }) => head.format !== SHARD_FORMAT);
  if (unfinished.length > 0)
    return { ok: false, faults: unfinished.map(({ name }) => unfinishedShard(name)) };
  const arrangement = arranged(named, whole);
  if (!arrangement.ok) return arrangement;
  const first = firstOf(arrangement.order);
  const tally = emptyTally(prepare(first.head.scenario, { facts: options.facts }).specification);
  const order = arrangement.order.map(({ head }) => head);
  return { ok: true, shard: knownAs(joined(order, first.head, arrangement.shards, tally)) };
}

/** A checkpoint where a shard is wanted. */
export function unfinishedShard(name: string): ShardFault {
  const message = 'it is a checkpoint, not a whole shard; go on from it with --resume';
  return { code: 'shard/unfinished', name, message };
}

/**
 * Joins neighbouring shards, in any order, to one that merges as they do: for merging in a tree. Throws as {@link mergeShards}.
 * @param shards - Neighbouring shards of one ensemble, at least one, each finished; checkpoints are refused by name.
 * @param options - Names for complaints and facts; left out, shards go by their numbers, and the packaged facts stand behind them.
 *
 * @example
 * const part = (index: number) => projectShard('kuala-lumpur-2025', { runs: 500, shard: { index, of: 2 } });
 * joinShards([part(2), part(1)]).ok
 */
export function joinShards(
  shards: readonly Shard[],
  options: MergeOptions = {},
): Merged<{
  /** The one shard that they make together. */
  shard: Shard;
}> {
  return merge(shards, false, options);
}

/**
 * Merges all shards of an ensemble, in any order, to the same bytes as one process. Refused by name are shards that
 * are missing, doubled, overlapping, or of another ensemble. Throws an InputError for what is no shard, by its place, and for an option
 * that it does not have.
 * @param shards - All shards of one ensemble, each once and finished; checkpoints are refused by name.
 * @param options - Names for complaints and facts; left out, shards go by their numbers, and the packaged facts stand behind them.
 *
 * @example
 * const part = (index: number) => projectShard('kuala-lumpur-2025', { runs: 500, shard: { index, of: 2 } });
 * mergeShards([part(1), part(2)]).ok
 */
export function mergeShards(shards: readonly Shard[], options: MergeOptions = {}): Merged<FullProjection> {
  const merged = merge(shards, true, options);
  return merged.ok ? { ok: true, ...answerOf(merged.shard, options.facts) } : merged;
}
