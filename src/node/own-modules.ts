/** Modules of one's own, as Node imports them: packages, URLs, and paths from the folder of the process. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { loadOwn as loadedBy, type ImportModule } from '../scenario/own-module';

const isPath = (module: string) => /^\.{0,2}[\\/]|^[A-Za-z]:[\\/]/.test(module);

/** Refuses a pipe and a device: the import of the one may wait for ever, and that of the other never end. */
function checkFile(path: string): void {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there !== undefined && !there.isFile() && !there.isDirectory())
    throw new Error('this is a pipe or a device, not a file');
}

/** The file that a module is; null for the name of a package, and for an address that is none of a file. */
export function fileOfModule(module: string): string | null {
  if (isPath(module)) return resolve(module);
  try {
    return fileURLToPath(module);
  } catch {
    return null;
  }
}

/** Imports a module; a path is one from the folder of the process, in every thread the same. */
export const importModule: ImportModule = (module) => {
  const address = isPath(module) ? pathToFileURL(resolve(module)).href : module;
  if (address.startsWith('file:')) checkFile(fileURLToPath(address));
  // The build knows it by its name, and leaves it an import in CommonJS.
  return import(address);
};

/**
 * Options of which each policy, rule set and predicate that is told as `{ module, name }` has been imported, for functions that
 * answer at once and for plays; those of `onThreads` do it themselves. What was imported so is known by its module, and crosses to other
 * threads. Rejects with an InputError where there is no such module, or no such export in it.
 * @param options - Options of any function of the core; they are not changed, and a path of a module is taken from the folder of the
 *   process.
 *
 * @example project('kuala-lumpur-2025', await loadOwn({ policies: { US: { module: './mine.mjs', name: 'mine' } } }))
 */
export function loadOwn<Options>(options: Options): Promise<Options> {
  return loadedBy(options, importModule);
}
