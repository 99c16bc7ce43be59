/**
 * A worker that dies under some parts, for the tests of threads: `workerData` names the folder in which it notes its
 * deaths, the unit under whose part it dies, how, and how many times in all.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parentPort, workerData } from 'node:worker_threads';

const { folder, unit, how, times } = workerData;
const deaths = join(folder, 'deaths');

/** Ends this thread if it is its turn. */
function die({ order, from, to }) {
  if (order !== 'perform' || unit < from || unit >= to) return;
  if (existsSync(deaths) && readFileSync(deaths).length >= times) return;
  appendFileSync(deaths, '+');
  if (how === 'exit') process.exit(0);
  throw new Error('thrown outside of the task');
}

// The real worker listens only when it is loaded; a listener before it would take its messages away.
const listen = parentPort.on.bind(parentPort);
parentPort.on = (name, listener) =>
  listen(name, (order) => {
    die(order);
    listener(order);
  });

await import('../../src/node/worker.dev.mjs');
