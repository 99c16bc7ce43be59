/** Pure arithmetic on a thread of its own: what the machine itself gains from a second one. */
import { parentPort, workerData } from 'node:worker_threads';

let x = 1;
for (let step = 0; step < workerData.steps; step += 1) x = (Math.imul(x, 1664525) + 1013904223) | 0;
parentPort.postMessage(x);
