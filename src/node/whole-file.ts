/** Files written whole or not at all: a reader finds the old content or the new one, never half of either. */
import { randomUUID } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

const reasonOf = (error: unknown) =>
  error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error);

/**
 * Writes a file whole: to a neighbour first, forced to the disk, then renamed. Makes the folder where it is missing.
 * Returns null, or in words why the file cannot be written; then it is as it was.
 */
export function writeWhole(path: string, text: string): string | null {
  // Two processes, on two machines too, may write the same shard at the same time.
  const half = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  let begun = false;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const descriptor = openSync(half, 'wx');
    begun = true;
    try {
      writeFileSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(half, path);
    return null;
  } catch (error) {
    if (begun) rmSync(half, { force: true });
    return reasonOf(error);
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
  try {
    const folder = nearestFolder(dirname(resolve(path)));
    if (!statSync(folder).isDirectory()) return `${folder} is a file, not a folder`;
    accessSync(folder, constants.W_OK | constants.X_OK);
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? 'it is a directory' : null;
  } catch (error) {
    return reasonOf(error);
  }
}
