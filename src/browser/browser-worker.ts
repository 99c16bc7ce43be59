/**
 * What a worker of a browser runs: it does the parts that the page asks for. Needs no facts. The build makes one file of it, which a page
 * that works in slices of its own thread loads as a module.
 */
import { ENSEMBLE_KINDS, performer } from '../analyses/kinds';
import { serve, type Port } from '../analyses/runner/port';
import { importModule } from './own-modules';

/** Does assignments of all kinds. */
export const perform = performer(ENSEMBLE_KINDS);

// Only in a worker is the global object the port to the page.
if ('WorkerGlobalScope' in globalThis) serve(globalThis as unknown as Port, perform, importModule);
