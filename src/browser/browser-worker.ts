/** What a worker of a browser runs: it does the parts that the page asks for. Needs no facts. */
import { ENSEMBLE_KINDS, performer } from '#ensemble';
import { serve, type Port } from '../analyses/runner/port';
import { importModule } from './own-modules';

// In a worker the global object is the port to the page.
serve(globalThis as unknown as Port, performer(ENSEMBLE_KINDS), importModule);
