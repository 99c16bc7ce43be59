/**
 * A lock: a file that one process alone can make, held while it reads, asks and writes what others write, too. Its text says who holds
 * it, so that the lock of a process that was killed keeps nobody out.
 */
import { closeSync, openSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { decodeUtf8, readBounded } from './files';
import { inOnePiece } from './signals';
import { codeOf } from './whole-file';

/** Longest wait for a lock, in milliseconds. */
const PATIENCE_MS = 10_000;
/** Milliseconds between two tries. */
const PAUSE_MS = 20;
/** Milliseconds after which a lock that does not say whose it is was left by a process that died while it wrote that. */
const UNSIGNED_MS = 10_000;
/** Longest text of a lock, bytes. */
const LARGEST_LOCK_BYTES = 1_024;

/** A lock that another process held all the time. */
export class LockedError extends Error {
  override readonly name = 'LockedError';
}

/** Locks that this process holds. */
const held = new Set<string>();

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, and somebody else's.
    return codeOf(error) === 'EPERM';
  }
}

/** What a lock says of its holder; null where there is none any more, or it says nothing yet. */
function holderOf(path: string): { readonly pid: number; readonly host: string } | null {
  const read = readBounded(path, LARGEST_LOCK_BYTES);
  const decoded = read.ok ? decodeUtf8(read.bytes) : read;
  const [, pid, host] = (decoded.ok && /^(\d{1,10}) (.*)\n$/.exec(decoded.text)) || [];
  return pid === undefined || host === undefined ? null : { pid: Number(pid), host };
}

/** Whether a lock was left behind by a process of this machine that lives no more. */
function isLeftBehind(path: string): boolean {
  const holder = holderOf(path);
  if (holder === null) {
    const there = statSync(path, { throwIfNoEntry: false });
    return there?.isFile() === true && Date.now() - there.mtimeMs > UNSIGNED_MS;
  }
  if (holder.host !== hostname()) return false;
  // Where few processes run, an earlier one may have had the number of this one.
  return holder.pid === process.pid ? !held.has(path) : !lives(holder.pid);
}

function release(path: string): void {
  rmSync(path, { force: true });
  held.delete(path);
}

/** Takes away a lock that was left behind, under a lock of its own: of two that find it, one could else take away the other's new one. */
function clear(path: string): void {
  const over = `${path}.over`;
  if (!isTaken(over)) return;
  try {
    if (isLeftBehind(path)) rmSync(path, { force: true });
  } finally {
    release(over);
  }
}

/** Takes a lock, unless somebody holds it. Throws what the system says where no file can be made there. */
function isTaken(path: string): boolean {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'wx');
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    if (isLeftBehind(path)) clear(path);
    return false;
  }
  held.add(path);
  try {
    writeFileSync(descriptor, `${process.pid} ${hostname()}\n`);
    return true;
  } catch (error) {
    release(path);
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

/** How long a lock is waited for, and what ends the wait before. */
export interface LockOptions {
  /** Longest wait, in milliseconds. */
  readonly patienceMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Does work that does not pause while no other process does any under the same lock, and takes the lock away again, also where the work
 * throws. A signal waits until the work is done. Rejects with a {@link LockedError} where another process
 * holds the lock for too long, with the reason of `signal` where that comes first, and with what the work or the system throws.
 * @param path - Path of the file, the same one for all who write: its folder is there, and has no links in its path.
 */
export async function locked<T>(
  path: string,
  work: () => T,
  { patienceMs = PATIENCE_MS, signal }: LockOptions = {},
): Promise<T> {
  const begun = performance.now();
  const alone = () => {
    if (!isTaken(path)) return null;
    try {
      return { value: work() };
    } finally {
      release(path);
    }
  };
  for (;;) {
    const done = inOnePiece(alone);
    if (done !== null) return done.value;
    signal?.throwIfAborted();
    if (performance.now() - begun >= patienceMs) {
      const holder = holderOf(path);
      const who = holder === null ? 'another process' : `process ${holder.pid} on ${holder.host}`;
      throw new LockedError(`${who} holds ${path}; if it runs no more, remove that file`);
    }
    try {
      await pause(PAUSE_MS, undefined, { signal });
    } catch {
      signal?.throwIfAborted();
    }
  }
}
