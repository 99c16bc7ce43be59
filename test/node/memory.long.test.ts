/** Memory of a long ensemble, in a process of its own whose rubbish can be collected on demand. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
/** Growth that histograms may need between the two readings: a leak of one state an episode would be hundreds. */
const MOST_GROWTH_BYTES = 2 * 1024 * 1024;

const PROGRAM = `
const { onThreads } = await import('./src/entries/node.ts');
const { oneIssue } = await import('./test/ensemble/one-issue.ts');
const heap = [];
// Of the second half of the ensemble: from episode 4 000 on no drawn parameters are kept.
await onThreads({ workers: 1 }).projectShard(oneIssue(), {
  seed: '1', runs: 9_500, shard: { index: 2, of: 2 },
  onProgress: (done) => {
    if (done !== 1_750 && done !== 4_750) return;
    globalThis.gc();
    heap.push(process.memoryUsage().heapUsed);
  },
});
console.log(JSON.stringify(heap));
`;

it('does not grow with the number of runs', () => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', '--input-type=module', '--eval', PROGRAM],
    { cwd: root, encoding: 'utf8', env: { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') } },
  );
  expect(stdout, stderr).not.toBe('');
  const [before, after] = JSON.parse(stdout) as [number, number];
  expect(after - before).toBeLessThan(MOST_GROWTH_BYTES);
});
