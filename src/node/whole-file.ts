/**
 * Files written whole or not at all: a reader finds the old content or the new one, never half of either. A link stays a link
 * and its target is written; a file keeps its mode; what is no file, a pipe or a device, is written into and never replaced.
 */
import { randomUUID } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
  type Stats,
} from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { descriptorNamed, followed } from './links';
import { makeFolder, removeEmpty } from './make-folder';

/** Why a path can be that of no file, whatever is there; null where it can. */
function nameFault(path: string): string | null {
  // To the system it would be the folder of the process.
  if (path === '') return 'a file has a name';
  const last = path.split(sep === '/' ? sep : /[/\\]/).at(-1) ?? '';
  return last === '' || last === '.' || last === '..' ? 'it is the path of a directory' : null;
}

/** What the system says, in one line. */
export const reasonOf = (error: unknown) =>
  error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error);

/** The code of an error of the system, such as `ENOENT`; undefined for another error. */
export const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? error.code : undefined;

/** Milliseconds between two tries to write to a pipe that is full. */
const PAUSE_MS = 5;

/**
 * Writes all to a descriptor that may be full for a while, as a pipe with a slow reader is. A reader that goes away, as `head`
 * does, has what it wanted.
 */
function writeAll(descriptor: number, text: string): void {
  const bytes = new TextEncoder().encode(text);
  const clock = new Int32Array(new SharedArrayBuffer(4));
  for (let done = 0; done < bytes.length;) {
    try {
      done += writeSync(descriptor, bytes, done);
    } catch (error) {
      if (codeOf(error) === 'EPIPE') return;
      if (codeOf(error) !== 'EAGAIN') throw error;
      Atomics.wait(clock, 0, 0, PAUSE_MS);
    }
  }
}

/** Writes into what is no regular file. Without waiting for a reader: a pipe that nobody reads is refused. */
function writeInto(path: string, text: string): void {
  const descriptor = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
  try {
    writeAll(descriptor, text);
  } finally {
    closeSync(descriptor);
  }
}

/** Forces what was renamed in a folder to the disk, where the system can do that. */
function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, 'r');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // Some systems open no folders; the content itself is on the disk.
  }
}

/** Gives a new file the mode and, where this process may, the owner of the one that it takes the place of. */
function likeBefore(descriptor: number, before: Stats): void {
  try {
    fchownSync(descriptor, before.uid, before.gid);
  } catch {
    // Only the owner of the system may give files away.
  }
  fchmodSync(descriptor, before.mode & 0o7777);
}

function replace(place: string, text: string, before: Stats | undefined): void {
  const folder = dirname(place);
  // Two processes, on two machines too, may write the same shard at the same time.
  const half = join(folder, `.${basename(place)}.${randomUUID()}.tmp`);
  const made = makeFolder(folder);
  let begun = false;
  try {
    if (before !== undefined) accessSync(place, constants.W_OK);
    const descriptor = openSync(half, 'wx');
    begun = true;
    try {
      writeFileSync(descriptor, text);
      if (before !== undefined) likeBefore(descriptor, before);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(half, place);
  } catch (error) {
    if (begun) rmSync(half, { force: true });
    if (made !== undefined) removeEmpty(folder, made);
    throw error;
  }
  syncFolder(folder);
}

/**
 * Writes a file whole: to a neighbour first, forced to the disk, then renamed. Makes the folder where it is missing, follows
 * links and keeps the mode; writes straight into a pipe or device. Returns null, or in words why the file cannot be
 * written; then it is as it was.
 */
export function writeWhole(path: string, text: string): string | null {
  const fault = nameFault(path);
  if (fault !== null) return fault;
  try {
    const descriptor = descriptorNamed(path);
    const before = statSync(path, { throwIfNoEntry: false });
    if (before?.isDirectory() === true) return 'it is a directory';
    if (descriptor !== null) writeAll(descriptor, text);
    else if (before !== undefined && !before.isFile()) writeInto(path, text);
    else replace(followed(path), text, before);
    return null;
  } catch (error) {
    return codeOf(error) === 'ENXIO' ? 'nobody reads from it' : reasonOf(error);
  }
}

/** The nearest folder above a path that is there, itself included. */
function nearestFolder(path: string): string {
  const above = dirname(path);
  return existsSync(path) || above === path ? path : nearestFolder(above);
}

/**
 * Why a file could not be written, asked before hours of work and not after; null where nothing speaks against it. Makes
 * nothing: {@link writeWhole} makes the folders.
 */
export function unwritable(path: string): string | null {
  const fault = nameFault(path);
  if (fault !== null) return fault;
  try {
    const there = statSync(path, { throwIfNoEntry: false });
    if (there?.isDirectory() === true) return 'it is a directory';
    if (there !== undefined) accessSync(path, constants.W_OK);
    if (descriptorNamed(path) !== null || there?.isFile() === false) return null;
    const folder = nearestFolder(dirname(followed(path)));
    if (!statSync(folder).isDirectory()) return `${folder} is a file, not a folder`;
    accessSync(folder, constants.W_OK | constants.X_OK);
    return null;
  } catch (error) {
    return reasonOf(error);
  }
}
