/** What a worker thread runs: it does the parts that the main thread asks for. Needs no facts. */
import { parentPort } from 'node:worker_threads';
import { serve, type Port } from '../analyses/runner/port';
import { perform } from './kinds';
import { importModule } from './own-modules';

if (parentPort !== null) {
  const own = parentPort;
  const port: Port = { postMessage: (message) => own.postMessage(message), onmessage: null };
  own.on('message', (data: unknown) => port.onmessage?.({ data } as never));
  serve(port, perform, importModule);
}
