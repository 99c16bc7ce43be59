/**
 * One long ensemble in a process of its own (`node --expose-gc bench/memory.mjs FROM TO`): prints as JSON what is live
 * on the heap after a collection, and resident, when FROM and when TO episodes are done.
 */
import { project } from '../dist/index.js';

const [from, to] = process.argv.slice(2).map(Number);
const MEGABYTE = 1024 * 1024;
const taken = [];
function take(runs) {
  // Twice: finalisers of the first may free more.
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external, rss } = process.memoryUsage();
  taken.push({ runs, liveMb: (heapUsed + external) / MEGABYTE, residentMb: rss / MEGABYTE });
}
// A meeting of the past: its horizon is near, so that many episodes are soon done, and what is kept of each is the same.
project('past-geneva-2025', {
  runs: to,
  seed: 'memory',
  onProgress: (done) => {
    if (done === from || done === to) take(done);
  },
});
console.log(JSON.stringify(taken));
