/** Whether the built package is as new as what it is built from. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the project. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** When the newest file at or below a path was changed, in milliseconds. */
function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Outputs of the slowest and of the last bundle: where one is missing, a build was broken off. */
const PROGRAMS = ['dist/cli.js', 'dist/index.cjs', 'dist/browser-worker.js'];
/** The last of the types of CommonJS and of ES modules. */
const TYPES = ['dist/index.d.cts', 'dist/types/entries/index.d.ts'];

/** Whether `dist` is complete, with its types unless told otherwise, and newer than the sources. */
export function distIsFresh({ types = true } = {}) {
  const built = [...PROGRAMS, ...(types ? TYPES : [])].map((name) => join(root, name));
  if (!built.every((path) => existsSync(path))) return false;
  const inputs = ['src', 'package.json', 'tsup.config.ts'].map((name) => newest(join(root, name)));
  return Math.min(...built.map((path) => statSync(path).mtimeMs)) >= Math.max(...inputs);
}
