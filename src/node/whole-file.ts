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
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
  type Stats,
} from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import { descriptorFault } from './descriptors';
import { descriptorNamed, followed, isLink, within } from './links';
import { makeFolder, removeEmpty } from './make-folder';
import { inOnePiece } from './signals';

/** Why a path can be that of no file, whatever is there; null where it can. */
function nameFault(path: string): string | null {
  // To the system it would be the folder of the process.
  if (path === '') return 'a file has a name';
  const last = path.split(sep === '/' ? sep : /[/\\]/).at(-1) ?? '';
  return last === '' || last === '.' || last === '..' ? 'it is the path of a directory' : null;
}

/** Why nothing can be written to a pipe. */
const UNREAD = 'nobody reads from it';

/**
 * Where what is to stand at a place is written first: beside it, so that it can be renamed. The name is none of those that may stand
 * there, and no longer for a long one. Two processes, on two machines too, may write the same file at the same time.
 */
export const halfBeside = (place: string): string => within(dirname(place), `.detente-${randomUUID()}.tmp`);

/** What the system says, in one line. */
export const reasonOf = (error: unknown) =>
  error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error);

/** The code of an error of the system, such as `ENOENT`; undefined for another error. */
export const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? error.code : undefined;

const OF_THE_DISK: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO'];

/** Whether an error is of the disk, which is full or broken, and not of the place that was told. */
export const isOfTheDisk = (error: unknown): boolean => OF_THE_DISK.includes(codeOf(error));

/** Milliseconds between two tries to write to a pipe that is full. */
const PAUSE_MS = 5;

/**
 * Writes all to a descriptor that may be full for a while, as a pipe with a slow reader is. A reader that goes away, as `head`
 * does, has what it wanted. The number of bytes that were taken.
 */
function writeAll(descriptor: number, text: string): number {
  const bytes = new TextEncoder().encode(text);
  const clock = new Int32Array(new SharedArrayBuffer(4));
  let done = 0;
  while (done < bytes.length) {
    try {
      done += writeSync(descriptor, bytes, done);
    } catch (error) {
      if (codeOf(error) === 'EPIPE') return done;
      if (codeOf(error) !== 'EAGAIN') throw error;
      Atomics.wait(clock, 0, 0, PAUSE_MS);
    }
  }
  return done;
}

/** Pipes that were found to have a reader, by their places: to close one before all is written would send its reader away. */
const opened = new Map<string, number>();

const keyOf = ({ dev, ino }: Stats) => `${dev}:${ino}`;

/** Opens a pipe, once, unless nobody reads from it: that fails with ENXIO. */
function openPipe(path: string, pipe: Stats): void {
  const key = keyOf(pipe);
  if (!opened.has(key)) opened.set(key, openSync(path, constants.O_WRONLY | constants.O_NONBLOCK));
}

/**
 * Writes into what the system alone leads to, and what is no regular file. Without waiting for a reader: a pipe that nobody reads is
 * refused.
 */
function writeInto(path: string, text: string, before: Stats | undefined): string | null {
  const { O_WRONLY, O_NONBLOCK, O_CREAT, O_TRUNC } = constants;
  const anew = before === undefined || before.isFile() ? O_CREAT | O_TRUNC : 0;
  const key = before === undefined ? '' : keyOf(before);
  const descriptor = opened.get(key) ?? openSync(path, O_WRONLY | O_NONBLOCK | anew);
  opened.delete(key);
  try {
    return writeAll(descriptor, text) === 0 && text !== '' ? UNREAD : null;
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
  const half = halfBeside(place);
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
    if (descriptor !== null) {
      const why = descriptorFault(descriptor, 'write');
      if (why === null) writeAll(descriptor, text);
      return why;
    }
    const before = statSync(path, { throwIfNoEntry: false });
    if (before?.isDirectory() === true) return 'it is a directory';
    const place = followed(path);
    if (before?.isFile() === false || isLink(place)) return writeInto(path, text, before);
    inOnePiece(() => replace(place, text, before));
    return null;
  } catch (error) {
    return codeOf(error) === 'ENXIO' ? UNREAD : reasonOf(error);
  }
}

/** The nearest folder above a path that is there, itself included. */
function nearestFolder(path: string): string {
  const above = dirname(path);
  return existsSync(path) || above === path ? path : nearestFolder(above);
}

/** Why no file or folder can be put in a place, its links followed; null where nothing speaks against it. */
export function unplaceable(place: string): string | null {
  const folder = nearestFolder(dirname(place));
  if (!statSync(folder).isDirectory()) return `${folder} is a file, not a folder`;
  accessSync(folder, constants.W_OK | constants.X_OK);
  // That a name is too long the system says in a folder that is there, of a path wherever it leads.
  const names = relative(folder, place).split(sep);
  for (const path of [...names.map((name) => within(folder, name)), halfBeside(place)])
    lstatSync(path, { throwIfNoEntry: false });
  return null;
}

/**
 * Why a file could not be written, asked before hours of work and not after; null where nothing speaks against it. Makes
 * nothing: {@link writeWhole} makes the folders. A pipe stays open until it is written, so that its reader waits.
 */
export function unwritable(path: string): string | null {
  const fault = nameFault(path);
  if (fault !== null) return fault;
  try {
    const descriptor = descriptorNamed(path);
    if (descriptor !== null) return descriptorFault(descriptor, 'write');
    const there = statSync(path, { throwIfNoEntry: false });
    if (there?.isDirectory() === true) return 'it is a directory';
    if (there?.isSocket() === true) return 'it is a socket';
    if (there !== undefined) accessSync(path, constants.W_OK);
    if (there?.isFIFO() === true) openPipe(path, there);
    const place = followed(path);
    return there?.isFile() === false || isLink(place) ? null : unplaceable(place);
  } catch (error) {
    return codeOf(error) === 'ENXIO' ? UNREAD : reasonOf(error);
  }
}
