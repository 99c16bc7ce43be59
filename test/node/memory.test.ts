/** Memory of a long ensemble, in a process of its own whose rubbish can be collected on demand. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
/** Growth that histograms may need between the two readings: a leak of one state an episode would be hundreds. */
const MOST_GROWTH_BYTES = 2 * 1024 * 1024;

const PROGRAM = `
const { runBlocks } = await import('./src/node/blocks.ts');
const { prepare } = await import('./src/analyses/project.ts');
const { emptyTally } = await import('./src/analyses/shards.ts');
const { oneIssue } = await import('./test/ensemble/one-issue.ts');
const prepared = prepare(oneIssue());
const heap = [];
// From episode 4 000 on no drawn parameters are kept.
await runBlocks({
  prepared, seed: '1', runs: 9_500, blocks: { from: 16, to: 38 }, tally: emptyTally(prepared), workers: 1, course: true,
  onBlock: (done) => {
    if (done !== 7 && done !== 22) return;
    globalThis.gc();
    heap.push(process.memoryUsage().heapUsed);
  },
});
console.log(JSON.stringify(heap));
`;

it('does not grow with the number of blocks', () => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', '--input-type=module', '--eval', PROGRAM],
    { cwd: root, encoding: 'utf8', env: { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') } },
  );
  expect(stdout, stderr).not.toBe('');
  const [before, after] = JSON.parse(stdout) as [number, number];
  expect(after - before).toBeLessThan(MOST_GROWTH_BYTES);
});
