/**
 * `npm start`: the Kuala Lumpur projection from the built package, which is built first where it is missing or older
 * than its sources. Further arguments go to `detente project`.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { distIsFresh, root } from './freshness.mjs';

/** Runs a program of the project. Types are for those who import the package: what is started here does without. */
function run(file, ...args) {
  const { status } = spawnSync(process.execPath, [join(root, file), ...args], {
    cwd: root,
    env: { ...process.env, BUILD: 'programs' },
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

if (!distIsFresh({ types: false })) {
  run('tools/empty-dist.mjs');
  run('node_modules/tsup/dist/cli-default.js', '--silent');
}
run('dist/cli.js', 'project', 'kuala-lumpur-2025', ...process.argv.slice(2));
