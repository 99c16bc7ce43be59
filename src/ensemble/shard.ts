/**
 * Shards: an ensemble cut into pieces that run anywhere and merge to the bytes of one process.
 *
 * The unit is the block. Shard I of N is a contiguous range of blocks, and its file says of which ensemble it is: version,
 * scenario, facts, seed and runs. Tallies add up exactly, so a merge in the order of the blocks is the ensemble itself.
 */
import { digest } from '../engine/digest';
import { bare, type BareFacts } from '../facts/bare';
import type { Scenario } from '../scenario/schema';
import { BLOCK_EPISODES } from './blocks';
import { addTally, inRisingOrder, type Tally } from './tally';

/** Format of the file of a shard, with its number. */
export const SHARD_FORMAT = 'detente-shard/1';
/** Format of the file of a checkpoint, with its number. */
export const CHECKPOINT_FORMAT = 'detente-checkpoint/1';

/** Neighbouring shards of a division, both ends included, from 1: one shard has `first` equal to `last`. */
export interface ShardSpan {
  /** Number of the first of them, from 1. */
  readonly first: number;
  /** Number of the last of them, at most `of`. */
  readonly last: number;
  /** Number of shards into which the ensemble is cut. */
  readonly of: number;
}

/** The ensemble as a whole: the only shard of one. */
export const WHOLE: ShardSpan = { first: 1, last: 1, of: 1 };

/** Neighbouring blocks, from 0; `to` is not among them. */
export interface BlockSpan {
  /** Number of the first block, from 0. */
  readonly from: number;
  /** Number of the block after the last, at most `of`. */
  readonly to: number;
  /** Blocks of the whole ensemble. */
  readonly of: number;
  /** Episodes in a block; the last one of the ensemble may have fewer. */
  readonly episodes: number;
}

/** What an ensemble is of: all that its bytes depend on. */
export interface EnsembleIdentity {
  /** Version of detente whose rules ran. */
  readonly version: string;
  /** The scenario, complete. */
  readonly scenario: Scenario;
  /** SHA-256 of the scenario and of the facts as JSON, the order of keys included. */
  readonly digests: {
    /** Of the scenario, complete, 64 hexadecimal digits. */
    readonly scenario: string;
    /** Of what is reckoned with of the facts, 64 hexadecimal digits. */
    readonly facts: string;
  };
  /** The text from which all draws are derived. */
  readonly seed: string;
  /** Episodes of the whole ensemble. */
  readonly runs: number;
}

/** What a file says of itself beside its tally. */
export interface ShardHead extends EnsembleIdentity {
  /** The format of the file with its number, `detente-shard/1` or `detente-checkpoint/1`. */
  readonly format: typeof SHARD_FORMAT | typeof CHECKPOINT_FORMAT;
  /** The shards that it is of. */
  readonly shards: ShardSpan;
  /** The blocks that are done: all of those shards, of a checkpoint the first ones. */
  readonly blocks: BlockSpan;
}

/** One or several neighbouring shards, or a checkpoint of them: plain JSON, sealed by a digest over all else. */
export interface Shard extends ShardHead {
  /** What its episodes came to. */
  readonly tally: Tally;
  /** SHA-256 of all the rest as JSON. */
  readonly digest: string;
}

/** What is wrong with a shard or with a set of them. */
export interface ShardFault {
  /** Stable code, `shard/...`. */
  readonly code: string;
  /** The file or shard that is complained of; null where the fault is that one is missing. */
  readonly name: string | null;
  /** What is wrong, in a sentence. */
  readonly message: string;
}

/** The blocks of shards of an ensemble of so many runs; none where there are more shards than blocks. */
export function blockSpan(runs: number, { first, last, of }: ShardSpan): BlockSpan {
  const blocks = Math.ceil(runs / BLOCK_EPISODES);
  return {
    from: Math.floor(((first - 1) * blocks) / of),
    to: Math.floor((last * blocks) / of),
    of: blocks,
    episodes: BLOCK_EPISODES,
  };
}

/** Episodes in a range of blocks of an ensemble of so many runs. */
export function episodesIn({ from, to, episodes }: BlockSpan, runs: number): number {
  return Math.min(runs, to * episodes) - Math.min(runs, from * episodes);
}

const factsDigests = new WeakMap<BareFacts, string>();

/** The digest of what is reckoned with of facts, taken once: a merge asks for it with every file. */
function factsDigest(facts: BareFacts): string {
  const known = factsDigests.get(facts) ?? digest(JSON.stringify(bare(facts)));
  factsDigests.set(facts, known);
  return known;
}

/** What identifies an ensemble. */
export function identityOf(
  version: string,
  scenario: Scenario,
  facts: BareFacts,
  seed: string,
  runs: number,
): EnsembleIdentity {
  // Digests are taken of the text, since the order of keys may be the order of events.
  const digests = { scenario: digest(JSON.stringify(scenario)), facts: factsDigest(facts) };
  return { version, scenario, digests, seed, runs };
}

/** Seals a shard or checkpoint: what was changed afterwards no longer fits its digest. */
export function sealed(head: ShardHead, tally: Tally): Shard {
  const { format, version, scenario, digests, seed, runs, shards, blocks } = head;
  const ordered = inRisingOrder(tally);
  const content = { format, version, scenario, digests, seed, runs, shards, blocks, tally: ordered };
  return { ...content, digest: digest(JSON.stringify(content)) };
}

/** Whether a value is as it was sealed. Never throws. */
export function isSealed(value: Readonly<Record<string, unknown>>): boolean {
  const { digest: seal, ...content } = value;
  try {
    return seal === digest(JSON.stringify(content));
  } catch {
    return false;
  }
}

/** Shards in words: `shard 3 of 24`, `shards 3 to 5 of 24`. */
export function shardName({ first, last, of }: ShardSpan): string {
  return first === last ? `shard ${first} of ${of}` : `shards ${first} to ${last} of ${of}`;
}

const quoted = (text: string) => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** How the ensemble of a file differs from the one that is wanted, in words; null where it does not. */
export function foreignness(
  found: EnsembleIdentity,
  wanted: EnsembleIdentity,
): { readonly code: string; readonly what: string; readonly found: string; readonly wanted: string } | null {
  const differs = (code: string, what: string, a: string, b: string) =>
    ({ code: `shard/other-${code}`, what, found: a, wanted: b }) as const;
  if (found.version !== wanted.version)
    return differs('version', 'version', `detente ${quoted(found.version)}`, `detente ${wanted.version}`);
  if (found.scenario.id !== wanted.scenario.id)
    return differs('scenario', 'scenario', quoted(found.scenario.id), quoted(wanted.scenario.id));
  if (found.digests.scenario !== wanted.digests.scenario) {
    const of = (identity: EnsembleIdentity) =>
      `${quoted(identity.scenario.id)} with digest ${identity.digests.scenario.slice(0, 12)}`;
    return differs('scenario', 'scenario', of(found), of(wanted));
  }
  if (found.digests.facts !== wanted.digests.facts) {
    const of = (identity: EnsembleIdentity) => `digest ${identity.digests.facts.slice(0, 12)}`;
    return differs('facts', 'facts', of(found), of(wanted));
  }
  if (found.seed !== wanted.seed) return differs('seed', 'seed', quoted(found.seed), quoted(wanted.seed));
  if (found.runs !== wanted.runs) return differs('runs', 'runs', String(found.runs), String(wanted.runs));
  return null;
}

/** A shard's head with the name by which complaints call it. */
export interface NamedHead {
  readonly name: string;
  readonly head: ShardHead;
}

/** The order in which shards merge, and what they make together; or what is wrong with the set. */
export type Arrangement<T> =
  | { readonly ok: true; readonly order: readonly T[]; readonly shards: ShardSpan }
  | { readonly ok: false; readonly faults: readonly ShardFault[] };

function strangers(shards: readonly NamedHead[]): ShardFault[] {
  const [reference, ...others] = shards;
  if (reference === undefined) return [];
  return others.flatMap(({ name, head }): ShardFault[] => {
    const foreign = foreignness(head, reference.head);
    if (foreign !== null) {
      const { code, what, found, wanted } = foreign;
      return [{ code, name, message: `its ${what} is ${found}; that of ${reference.name} is ${wanted}` }];
    }
    if (head.shards.of === reference.head.shards.of) return [];
    const message = `it is ${shardName(head.shards)}; ${reference.name} is ${shardName(reference.head.shards)}; shards of one division merge`;
    return [{ code: 'shard/other-division', name, message }];
  });
}

function missing(first: number, last: number, of: number): ShardFault {
  const is = first === last ? 'is' : 'are';
  return {
    code: 'shard/missing',
    name: null,
    message: `${shardName({ first, last, of })} ${is} missing`,
  };
}

/**
 * Puts shards in the order of their blocks and makes sure that they are of one ensemble and one division, each there
 * once, with none missing between them; where the `whole` is wanted, none at either end. Never throws.
 */
export function arranged<T extends NamedHead>(shards: readonly T[], whole: boolean): Arrangement<T> {
  const foreign = strangers(shards);
  if (foreign.length > 0) return { ok: false, faults: foreign };
  const order = [...shards].sort((a, b) => a.head.shards.first - b.head.shards.first);
  const first = order[0];
  if (first === undefined)
    return { ok: false, faults: [{ code: 'shard/missing', name: null, message: 'no shard is given' }] };
  const { of } = first.head.shards;
  const faults: ShardFault[] = [];
  if (whole && first.head.shards.first > 1) faults.push(missing(1, first.head.shards.first - 1, of));
  let last = first;
  for (const next of order.slice(1)) {
    const [before, here] = [last.head.shards, next.head.shards];
    if (here.first === before.first && here.last === before.last) {
      const message = `it is ${shardName(here)}, and so is ${last.name}; a shard merges once`;
      faults.push({ code: 'shard/doubled', name: next.name, message });
    } else if (here.first <= before.last) {
      const message = `it is ${shardName(here)} and overlaps ${last.name}, which is ${shardName(before)}`;
      faults.push({ code: 'shard/overlapping', name: next.name, message });
    } else if (here.first > before.last + 1) faults.push(missing(before.last + 1, here.first - 1, of));
    if (here.last > before.last) last = next;
  }
  const end = last.head.shards.last;
  if (whole && end < of) faults.push(missing(end + 1, of, of));
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, order, shards: { first: first.head.shards.first, last: end, of } };
}

/** Neighbouring shards, in their order, as one. `tally` is empty when it comes and is added to. */
export function joined(order: Iterable<Shard>, head: ShardHead, shards: ShardSpan, tally: Tally): Shard {
  for (const shard of order) addTally(tally, shard.tally);
  return sealed({ ...head, shards, blocks: blockSpan(head.runs, shards) }, tally);
}
