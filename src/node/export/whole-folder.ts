/** Folders that are written whole or not at all: filled under another name beside the place, then renamed. */
import {
  chmodSync,
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { followed } from '../links';
import { makeFolder, removeEmpty } from '../make-folder';
import { orUndone } from '../signals';
import { halfBeside, reasonOf, unplaceable } from '../whole-file';

/** A folder that cannot be written; the message says which and why. */
export class FolderError extends Error {
  /** Name of the class, for logs and for where `instanceof` cannot tell. */
  override readonly name = 'FolderError';

  /**
   * Words why a folder cannot be written.
   * @param message - Which folder, and why, in one sentence.
   */
  constructor(
    message: string,
    /** Whether the work had begun: a full disk, say, and not a place that was refused from the start. */
    readonly begun = false,
  ) {
    super(message);
  }
}

function unwritten(folder: string, error: unknown, begun: boolean): FolderError {
  return new FolderError(`the folder ${JSON.stringify(folder)} cannot be written: ${reasonOf(error)}`, begun);
}

/** What the system finds in a folder; null where there is none. Throws a {@link FolderError} where it may not be asked. */
function contentOf(folder: string, begun: boolean): readonly string[] | 'a file' | null {
  try {
    const there = statSync(folder, { throwIfNoEntry: false });
    if (there === undefined) return null;
    return there.isDirectory() ? readdirSync(folder) : 'a file';
  } catch (error) {
    throw unwritten(folder, error, begun);
  }
}

/** Refuses a place that is taken, or may not be looked at: only an empty folder may stand there. `begun` as in {@link FolderError}. */
export function checkFree(folder: string, begun = false): void {
  // To the system it would be the folder of the process.
  if (folder === '') throw new FolderError('a folder has a name; given ""');
  const content = contentOf(folder, begun);
  if (content === null || content.length === 0) return;
  const given = JSON.stringify(folder);
  if (content === 'a file')
    throw new FolderError(`${given} is a file; name a folder that does not exist yet`, begun);
  throw new FolderError(`the folder ${given} is not empty; name another, or take it away first`, begun);
}

/** Where a folder is to stand, its links followed. Throws a {@link FolderError} where none can. */
function placeOf(folder: string): string {
  try {
    const place = followed(folder);
    const why = unplaceable(place);
    if (why !== null) throw new Error(why);
    return place;
  } catch (error) {
    throw unwritten(folder, error, false);
  }
}

/** Whether the system refused: a full disk, a folder that may not be written, a device that is gone. */
const isOfTheSystem = (error: unknown) => error instanceof Error && 'syscall' in error;

/** Puts a folder that is filled where it is to stand, in the place of an empty one. */
function putInPlace(folder: string, half: string, place: string): void {
  checkFree(folder, true);
  if (existsSync(place)) {
    chmodSync(half, statSync(place).mode & 0o7777);
    rmdirSync(place);
  }
  renameSync(half, place);
}

/**
 * Fills a folder and puts it in its place when all is done; where that fails, nothing is left. Rejects with a
 * {@link FolderError} for a place that is taken or cannot be written, also while it is filled, and with whatever else
 * `fill` rejects with.
 */
export async function writeFolder<T>(folder: string, fill: (path: string) => Promise<T>): Promise<T> {
  checkFree(folder);
  const place = placeOf(folder);
  const half = halfBeside(place);
  let made: string | undefined;
  const remove = () => {
    rmSync(half, { recursive: true, force: true });
    if (made !== undefined) removeEmpty(dirname(half), made);
  };
  return orUndone(remove, async () => {
    try {
      made = makeFolder(half);
    } catch (error) {
      throw unwritten(folder, error, false);
    }
    try {
      const content = await fill(half);
      putInPlace(folder, half, place);
      return content;
    } catch (error) {
      remove();
      throw isOfTheSystem(error) ? unwritten(folder, error, true) : error;
    }
  });
}

const CHUNK_BYTES = 1024 * 1024;

/** Size and SHA-256 of a file, read piece by piece. */
export function measureFile(path: string): { readonly bytes: number; readonly sha256: string } {
  const hash = createHash('sha256');
  const chunk = new Uint8Array(CHUNK_BYTES);
  const file = openSync(path, 'r');
  try {
    let bytes = 0;
    for (let got = readSync(file, chunk); got > 0; got = readSync(file, chunk)) {
      hash.update(chunk.subarray(0, got));
      bytes += got;
    }
    return { bytes, sha256: hash.digest('hex') };
  } finally {
    closeSync(file);
  }
}
