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
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { followed } from '../links';
import { makeFolder } from '../make-folder';

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

/** Refuses a place that is taken: only an empty folder may stand there. */
export function checkFree(folder: string): void {
  // To the system it would be the folder of the process.
  if (folder === '') throw new FolderError('a folder has a name; given ""');
  if (!existsSync(folder)) return;
  const given = JSON.stringify(folder);
  if (!statSync(folder).isDirectory())
    throw new FolderError(`${given} is a file; name a folder that does not exist yet`);
  if (readdirSync(folder).length > 0)
    throw new FolderError(`the folder ${given} is not empty; name another, or take it away first`);
}

const reason = (error: unknown) =>
  error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error);

function unwritten(folder: string, error: unknown, begun: boolean): FolderError {
  return new FolderError(`the folder ${JSON.stringify(folder)} cannot be written: ${reason(error)}`, begun);
}

/** Where a folder is to stand, its links followed. */
function placeOf(folder: string): string {
  try {
    return followed(folder);
  } catch (error) {
    throw unwritten(folder, error, false);
  }
}

/** Whether the system refused: a full disk, a folder that may not be written, a device that is gone. */
const isOfTheSystem = (error: unknown) => error instanceof Error && 'syscall' in error;

/**
 * Fills a folder and puts it in its place when all is done; where that fails, nothing is left. Rejects with a
 * {@link FolderError} for a place that is taken or cannot be written, also while it is filled, and with whatever else
 * `fill` rejects with.
 */
export async function writeFolder<T>(folder: string, fill: (path: string) => Promise<T>): Promise<T> {
  checkFree(folder);
  const place = placeOf(folder);
  const half = join(dirname(place), `.${basename(place)}.${process.pid}.tmp`);
  try {
    rmSync(half, { recursive: true, force: true });
    makeFolder(half);
  } catch (error) {
    throw unwritten(folder, error, false);
  }
  try {
    const made = await fill(half);
    checkFree(folder);
    if (existsSync(place)) {
      chmodSync(half, statSync(place).mode & 0o7777);
      rmdirSync(place);
    }
    renameSync(half, place);
    return made;
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    throw isOfTheSystem(error) ? unwritten(folder, error, true) : error;
  }
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
