/**
 * The examples of many processes, run as a reader runs them. GNU parallel and Redis are Debian's; where one of them is not
 * installed, its way is not tested, and that is said in words.
 */
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { distIsFresh, root } from '../tools/freshness.mjs';

const cluster = join(root, 'examples/cluster');
const installed = (command: string) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;

/** Why a way is not tested, in words; null where it is. */
const missing = {
  parallel: installed('parallel') ? null : 'Debian\'s "parallel" is not installed',
  bullmq: !installed('redis-server')
    ? 'Debian\'s "redis-server" is not installed'
    : !existsSync(join(cluster, 'node_modules/bullmq'))
      ? 'bullmq is not installed: npm install --prefix examples/cluster'
      : !distIsFresh()
        ? 'the library it imports is not built: npm run build'
        : null,
};

let work: string;
let scenario: string;
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'detente-cluster-'));
  scenario = join(work, 'one.yaml');
  writeFileSync(scenario, 'id: one\nextends: kuala-lumpur-2025\nhorizon: 2025-10-31\nagenda: [extension]\n');
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

async function run(way: string, env: Record<string, string>) {
  const { stdout } = await promisify(execFile)(join(cluster, `${way}.sh`), [], {
    env: { ...process.env, WORK: join(work, way), SEED: 'test', ...env },
  });
  return stdout;
}

function way(name: keyof typeof missing, env: () => Record<string, string>): void {
  const why = missing[name];
  if (why !== null) {
    const skipped = `examples/cluster/${name}.sh is NOT tested: ${why}.`;
    process.stderr.write(`${skipped}\n`);
    it.skip(skipped, () => undefined);
    return;
  }
  it(`${name}.sh gives the bytes of one process, with a worker killed on the way`, async () => {
    const said = await run(name, env());
    expect(said).toMatch(/The same bytes as one process; digest [0-9a-f]{64}/);
    expect(readFileSync(join(work, name, 'killed'), 'utf8')).toContain('SIGKILL');
    expect(
      readdirSync(join(work, name, 'shards')).every((file) => /^(\d+\.json|\..*\.tmp)$/.test(file)),
    ).toBe(true);
  });
}

describe('many processes', () => {
  // From the sources, so that no build is needed.
  way('parallel', () => ({
    RUNS: '3000',
    SHARDS: '4',
    SCENARIO: scenario,
    DETENTE_CLI: join(root, 'src/cli/main.ts'),
    NODE_OPTIONS: `--import ${join(root, 'node_modules/tsx/dist/esm/index.mjs')}`,
    TSX_TSCONFIG_PATH: join(root, 'tsconfig.json'),
  }));
  way('bullmq', () => ({ RUNS: '1000', SHARDS: '4', DETENTE_CLI: join(root, 'dist/cli.js') }));

  it('every script says what is missing, and installs nothing', () => {
    for (const name of ['parallel', 'slurm', 'bullmq']) {
      const { status, stdout } = spawnSync('/bin/bash', [join(cluster, `${name}.sh`)], {
        encoding: 'utf8',
        env: { PATH: join(work, 'nowhere') + ':' + onlyCore() },
      });
      expect([status, stdout]).toEqual([
        3,
        expect.stringMatching(/^[\w-]+ is missing: Debian: apt-get install/),
      ]);
    }
  });
});

/** A folder with the two commands that a script needs before it looks for others. */
function onlyCore(): string {
  const folder = mkdtempSync(join(work, 'core-'));
  for (const command of ['dirname', 'basename'])
    writeFileSync(join(folder, command), `#!/bin/sh\nexec /usr/bin/${command} "$@"\n`, { mode: 0o755 });
  return folder;
}
