/**
 * The door for Node: scenario files with line and column for every complaint, and ensembles on worker threads.
 *
 * Files come from strangers: size, encoding, nesting and aliases are bounded before anything is believed, and what is
 * wrong comes back as data, never as an exception. Threads share nothing; blocks are merged in their order, so that
 * the bytes of an answer do not depend on the number of workers.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Tinypool } from 'tinypool';
import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node as YamlNode,
} from 'yaml';
import { facts as packagedFacts, type Facts } from './data';
import {
  checkRunsAndSeed,
  compare,
  DEFAULT_RUNS,
  DEFAULT_SEED,
  parseScenario,
  prepare,
  project,
  sharedOutcomes,
  type Prepared,
  type ProjectOptions,
  type ScenarioOrId,
} from './project';
import type { Scenario } from './scenario/schema';
import { comparePaired, type Comparison } from './simulation/compare';
import { blocksOf } from './simulation/ensemble-blocks';
import { MOST_WORKERS } from './simulation/limits';
import { projectionOf, type Projection } from './simulation/projection';
import { addTally, newTally, type Tally } from './simulation/tally';
import { VERSION } from './version';
import type { WorkerTask } from './worker';

export { MOST_WORKERS } from './simulation/limits';
export { parseScenario, project, runEpisode, start } from './project';
export { loadScenario, scenarios } from './scenario/library';
export type { Comparison } from './simulation/compare';
export type { Projection } from './simulation/projection';
export type { Scenario } from './scenario/schema';

/** Largest scenario file, bytes; a larger one is refused unread. */
export const LARGEST_FILE_BYTES = 1024 * 1024;
/** Deepest nesting of a scenario file. */
const DEEPEST = 64;
/** Most values that a scenario file may come to with its aliases resolved. */
const MOST_VALUES = 200_000;
/** Most complaints about one file: beyond, mending the first ones comes first. */
const MOST_ISSUES = 50;

/** What is wrong with a file, where. */
export interface FileIssue {
  /** Path of keys from the root, e.g. `policies.US`; empty for the whole file. */
  readonly path: string;
  /** Line from 1, or null where the file was not read. */
  readonly line: number | null;
  /** Column from 1, or null where the file was not read. */
  readonly column: number | null;
  /** Stable code: `file/...` for what cannot be read, `yaml/...` for what does not parse, `scenario/...` for what does not fit. */
  readonly code: string;
  readonly message: string;
}

/** A scenario read from a file, or what is wrong with it; `locate` finds the place of a path of keys in the file. */
export type ReadScenario =
  | {
      readonly ok: true;
      readonly scenario: Scenario;
      readonly locate: (path: string, about?: 'key') => Place;
    }
  | { readonly ok: false; readonly issues: readonly FileIssue[] };

/** A place in a text, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

const nowhere = (code: string, message: string): ReadScenario => ({
  ok: false,
  issues: [{ path: '', line: null, column: null, code, message }],
});

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'the file may not be read',
  EPERM: 'the file may not be read',
  EISDIR: 'this is a directory, not a file',
  ENOTDIR: 'a part of the path is not a directory',
  ENAMETOOLONG: 'the path is too long',
};

/** The bytes of a file of bounded size, or why there are none. */
export type ReadBytes =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly code: string; readonly message: string };

/**
 * Reads a regular file of at most `limit` bytes; a larger one, a directory or a pipe is refused unread. Never throws
 * for a bad path.
 */
export function readBounded(path: string, limit: number): ReadBytes {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, 'r');
    const stat = fstatSync(descriptor);
    if (stat.isDirectory()) return { ok: false, code: 'file/unreadable', message: REASONS.EISDIR! };
    if (stat.size > limit) {
      return {
        ok: false,
        code: 'file/too-large',
        message: `the file has ${stat.size} bytes; at most ${limit} are read`,
      };
    }
    // A pipe has no size: one byte more than the limit shows that there is too much.
    const buffer = new Uint8Array(limit + 1);
    let length = 0;
    for (let got = -1; got !== 0 && length <= limit; length += got)
      got = readSync(descriptor, buffer, length, buffer.length - length, null);
    if (length > limit)
      return { ok: false, code: 'file/too-large', message: `the file has more than ${limit} bytes` };
    return { ok: true, bytes: buffer.subarray(0, length) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return {
      ok: false,
      code: 'file/unreadable',
      message: REASONS[code] ?? `the file cannot be read (${code || 'unknown reason'})`,
    };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Line and column of the first byte that is not UTF-8. */
function brokenAt(bytes: Uint8Array): Place {
  let good = 0;
  let bad = bytes.length;
  const decodes = (end: number) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(middle)) good = middle;
    else bad = middle;
  }
  const before = new TextDecoder().decode(bytes.subarray(0, good));
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}

/** The text of bytes that are valid UTF-8, without a byte order mark; else the place of the first that is not. */
export function decodeUtf8(
  bytes: Uint8Array,
): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly place: Place } {
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, place: brokenAt(bytes) };
  }
}

/** Whether a value nests too deeply or, with its aliases, comes to too many values; cycles nest without end. */
export function isExcessive(root: unknown, mostValues = MOST_VALUES): boolean {
  const stack: [value: unknown, depth: number][] = [[root, 0]];
  let seen = 0;
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const [value, depth] = next;
    seen += 1;
    if (depth > DEEPEST || seen > mostValues) return true;
    if (typeof value === 'object' && value !== null) {
      for (const item of Object.values(value)) stack.push([item, depth + 1]);
    }
  }
  return false;
}

const isNode = (value: unknown): value is YamlNode =>
  isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);

/** One step from a node to the node of a key: its value, and the key itself where there is one. */
function step(node: unknown, key: string): { readonly key: unknown; readonly value: unknown } | null {
  if (isMap(node)) {
    const pair = node.items.find(
      (item) => isPair(item) && String(isScalar(item.key) ? item.key.value : item.key) === key,
    );
    return pair === undefined ? null : { key: pair.key, value: pair.value };
  }
  if (isSeq(node)) {
    const value: unknown = node.items[Number(key)];
    return value === undefined ? null : { key: value, value };
  }
  return null;
}

/** Offset of a path of keys: of the value, or of its key for a map; of the nearest parent where the path ends early. */
function offsetOf(document: Document, path: string, about?: 'key'): number {
  let node: unknown = document.contents;
  let at = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  let rest = path === '' ? [] : path.split('.');
  while (rest.length > 0) {
    const current: unknown = isAlias(node) ? node.resolve(document) : node;
    // Names of parameters and ids may contain a point, so the longest key that exists is taken.
    let taken = 0;
    let next: ReturnType<typeof step> = null;
    for (let n = rest.length; n > 0 && next === null; n -= 1) {
      next = step(current, rest.slice(0, n).join('.'));
      taken = n;
    }
    if (next === null) break;
    rest = rest.slice(taken);
    const place = rest.length === 0 && about !== 'key' && isScalar(next.value) ? next.value : next.key;
    if (isNode(place) && place.range) at = place.range[0];
    node = next.value;
  }
  return at;
}

const YAML_MESSAGES: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'this key stands here twice; give each key once',
  MULTIPLE_DOCS: 'a scenario file holds one document; "---" begins a second one',
  TAB_AS_INDENT: 'a tab indents this line; YAML is indented by blanks',
  TAG_RESOLVE_FAILED: 'this tag is not known; write plain values',
};

/** Faults that tell of themselves; of the others only the first, since the rest follow from it. */
function tellingFaults<T extends { readonly code: string }>(faults: readonly T[]): T[] {
  const first = faults.find((fault) => YAML_MESSAGES[fault.code] === undefined);
  return faults.filter((fault) => fault === first || YAML_MESSAGES[fault.code] !== undefined);
}

const asCode = (code: string) => `yaml/${code.toLowerCase().replace(/_/g, '-')}`;

/** What a text parses to, with the places of its values; or one complaint for each thing wrong. */
type ParsedText =
  | { readonly ok: true; readonly value: unknown; readonly locate: (path: string, about?: 'key') => Place }
  | { readonly ok: false; readonly issues: readonly FileIssue[] };

function parseText(text: string): ParsedText {
  const lines = new LineCounter();
  const placed = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const refuse = (code: string, message: string, offset = 0): ParsedText => ({
    ok: false,
    issues: [{ path: '', ...placed(offset), code, message }],
  });
  const tooDeep = () =>
    refuse(
      'yaml/too-deep',
      `the file nests deeper than ${DEEPEST} levels or comes to more than ${MOST_VALUES} values`,
    );
  let document: Document;
  try {
    document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  } catch {
    return tooDeep();
  }
  const faults = tellingFaults([...document.errors, ...document.warnings]);
  if (faults.some((fault) => fault.message.includes('call stack'))) return tooDeep();
  if (faults.length > 0) {
    const end = text.trimEnd().length;
    const issues = faults.slice(0, MOST_ISSUES).map(({ code, message, pos }) => ({
      path: '',
      ...placed(pos[0]),
      code: asCode(code),
      message:
        YAML_MESSAGES[code] ??
        (pos[0] >= end ? `the file is cut off: ${message}` : `this is not YAML: ${message}`),
    }));
    return { ok: false, issues };
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch {
    return refuse(
      'yaml/too-many-aliases',
      'the aliases of this file multiply into too many values; write them out',
    );
  }
  if (value === null || value === undefined)
    return refuse('file/empty', 'the file is empty; a scenario needs at least "id" and "extends"');
  if (isExcessive(value)) return tooDeep();
  return { ok: true, value, locate: (path, about) => placed(offsetOf(document, path, about)) };
}

/**
 * Parses the text of a scenario file, YAML or JSON: a scenario, or what is wrong with line and column. A variant may
 * extend any compiled scenario. Never throws for bad input.
 */
export function parseScenarioText(text: string, facts: Facts = packagedFacts): ReadScenario {
  const parsed = parseText(text);
  if (!parsed.ok) return parsed;
  const scenario = parseScenario(parsed.value, facts);
  if (scenario.ok) return { ok: true, scenario: scenario.scenario, locate: parsed.locate };
  const issues = scenario.issues.slice(0, MOST_ISSUES).map(({ path, message, about }) => ({
    path,
    ...parsed.locate(path, about),
    code: about === 'key' ? 'scenario/unknown-key' : 'scenario/does-not-fit',
    message,
  }));
  return { ok: false, issues };
}

/**
 * Reads a scenario file, YAML or JSON. What is wrong with it comes back with line and column: a file above 1 MiB
 * (unread), broken UTF-8, an empty file, broken YAML, keys given twice, aliases without measure, and everything that
 * does not fit the schema or the facts. Never throws for a bad file.
 */
export function readScenarioFile(path: string, facts: Facts = packagedFacts): ReadScenario {
  const read = readBounded(path, LARGEST_FILE_BYTES);
  if (!read.ok) return nowhere(read.code, read.message);
  const decoded = decodeUtf8(read.bytes);
  if (!decoded.ok) {
    return {
      ok: false,
      issues: [{ path: '', ...decoded.place, code: 'file/not-utf8', message: 'the file is not UTF-8 text' }],
    };
  }
  return parseScenarioText(decoded.text, facts);
}

/** How an ensemble is run on threads. */
export interface WorkerOptions extends ProjectOptions {
  /** Number of worker threads, 1 to 256; one for each core unless told. */
  readonly workers?: number;
}

/** Threads for so many blocks. Throws a RangeError where the number asked for is out of range. */
function threadsFor(workers: number | undefined, blocks: number): number {
  if (workers !== undefined && (!Number.isInteger(workers) || workers < 1 || workers > MOST_WORKERS)) {
    throw new RangeError(`workers must be a whole number from 1 to ${MOST_WORKERS}; given ${workers}`);
  }
  return Math.min(workers ?? availableParallelism(), blocks);
}

const workerFile = () => (import.meta.url.endsWith('.ts') ? './worker.dev.mjs' : './worker.js');

/** Runs tasks on threads and calls `take` with the answers in the order of the tasks, whichever comes first. */
async function onThreads<T>(
  tasks: Iterable<WorkerTask>,
  threads: number,
  take: (answer: T) => void,
): Promise<void> {
  const pool = new Tinypool({
    filename: fileURLToPath(new URL(workerFile(), import.meta.url)),
    minThreads: threads,
    maxThreads: threads,
  });
  try {
    const pending: Promise<T>[] = [];
    // Twice as many tasks as threads are in flight: none is idle, and answers do not pile up.
    for (const task of tasks) {
      const answer = pool.run(task) as Promise<T>;
      // A failure is met when its turn comes; until then it must not count as unhandled.
      answer.catch(() => undefined);
      pending.push(answer);
      if (pending.length >= 2 * threads) take(await pending.shift()!);
    }
    for (const answer of pending) take(await answer);
  } finally {
    await pool.destroy();
  }
}

function* tasksOf(
  { initial, theory }: Prepared,
  answer: WorkerTask['answer'],
  seed: string,
  runs: number,
): Generator<WorkerTask> {
  for (const { from, to } of blocksOf(runs)) yield { answer, block: { initial, theory, seed, from, to } };
}

/**
 * As `project`, on worker threads: the same bytes for any number of them. Rejects with a RangeError for runs, a seed
 * or workers out of range.
 */
export async function projectWithWorkers(
  scenario: ScenarioOrId,
  options: WorkerOptions = {},
): Promise<Projection> {
  const { runs = DEFAULT_RUNS, seed = DEFAULT_SEED, facts, onProgress } = options;
  checkRunsAndSeed(runs, seed);
  const threads = threadsFor(options.workers, blocksOf(runs).length);
  if (threads === 1) return project(scenario, options);
  const prepared = prepare(scenario, facts);
  const tally = newTally(prepared.theory.outcomes.length, prepared.theory.issues.length);
  await onThreads<Tally>(tasksOf(prepared, 'tally', seed, runs), threads, (answer) => {
    addTally(tally, answer);
    onProgress?.(tally.runs, runs);
  });
  return projectionOf({ ...prepared, version: VERSION, seed }, tally);
}

/**
 * As `compare`, on worker threads: the same bytes for any number of them. Rejects with a RangeError where the outcome
 * classes differ, or for runs, a seed or workers out of range.
 */
export async function compareWithWorkers(
  base: ScenarioOrId,
  variant: ScenarioOrId,
  options: WorkerOptions = {},
): Promise<Comparison> {
  const { runs = DEFAULT_RUNS, seed = DEFAULT_SEED, facts, onProgress } = options;
  checkRunsAndSeed(runs, seed);
  const threads = threadsFor(options.workers, blocksOf(runs).length);
  if (threads === 1) return compare(base, variant, options);
  const both = [prepare(base, facts), prepare(variant, facts)] as const;
  const ids = sharedOutcomes(...both);
  const found: number[] = [];
  const tasks = both.flatMap((prepared) => [...tasksOf(prepared, 'outcomes', seed, runs)]);
  await onThreads<number[]>(tasks, threads, (answer) => {
    for (const outcome of answer) found.push(outcome);
    onProgress?.(found.length, 2 * runs);
  });
  return comparePaired(ids, found.slice(0, runs), found.slice(runs));
}
