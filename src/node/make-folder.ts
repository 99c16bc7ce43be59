/** Folders made with those above them, and taken away again where they were made for nothing. */
import { existsSync, mkdirSync, rmdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { placed } from './links';

const isThere = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EEXIST';

/**
 * Makes a folder and those above it that are missing; the uppermost that was made, or undefined where all stood there. It does not
 * ask the system to make them all at once: below `/proc` that never ends.
 */
export function makeFolder(folder: string): string | undefined {
  const missing: string[] = [];
  for (let at = placed(folder); !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.unshift(at);
  let made: string | undefined;
  for (const one of missing) {
    try {
      mkdirSync(one);
      made ??= one;
    } catch (error) {
      // Another process may have been first.
      if (!isThere(error)) throw error;
    }
  }
  return made;
}

/** Takes away folders that were made for nothing, from a path up to the first that was made; those with content stay. */
export function removeEmpty(from: string, upTo: string): void {
  try {
    for (let folder = placed(from); folder.length >= upTo.length; folder = dirname(folder)) rmdirSync(folder);
  } catch {
    // Somebody else has put something there.
  }
}
