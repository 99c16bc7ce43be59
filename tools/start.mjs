/**
 * `npm start`: the Kuala Lumpur projection from the built package, which is built first where it is missing or older
 * than its sources.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const command = join(root, 'dist/cli.js');

/** When the newest file at or below a path was changed, in milliseconds. */
function newest(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function run(file, args) {
  const { status } = spawnSync(process.execPath, [file, ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

const inputs = ['src', 'package.json', 'tsup.config.ts'].map((name) => newest(join(root, name)));
if (!existsSync(command) || statSync(command).mtimeMs < Math.max(...inputs)) {
  run(join(root, 'tools/empty-dist.mjs'), []);
  run(join(root, 'node_modules/tsup/dist/cli-default.js'), ['--silent']);
}
run(command, ['project', 'kuala-lumpur-2025', ...process.argv.slice(2)]);
