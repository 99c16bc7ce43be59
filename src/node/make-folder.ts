/** Folders made with those above them. */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const isThere = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EEXIST';

/**
 * Makes a folder and those above it that are missing; the uppermost that was made, or undefined where all stood there. It does not
 * ask the system to make them all at once: below `/proc` that never ends.
 */
export function makeFolder(folder: string): string | undefined {
  const missing: string[] = [];
  for (let at = resolve(folder); !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.unshift(at);
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
