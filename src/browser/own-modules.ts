/** Modules of one's own, as browsers import them: by their URL, or a name of the page's import map. */
import { loadOwn as loadedBy, type ImportModule } from '../scenario/own-module';

/** Imports a module, in the page and in its workers the same. */
export const importModule: ImportModule = (address) =>
  // The build knows it by its name, and leaves it an import in CommonJS; bundlers leave it alone.
  import(/* @vite-ignore */ /* webpackIgnore: true */ address);

/**
 * Options of which each policy, rule set and predicate that is told as `{ module, name }` has been imported.
 * @param options - Options of any function of the core; they are not changed, and those without a module come back as they are.
 *
 * @example
 * await loadOwn({ policies: { US: { module: './mine.mjs', name: 'mine' } } })
 */
export function loadOwn<Options>(options: Options): Promise<Options> {
  return loadedBy(options, importModule);
}
