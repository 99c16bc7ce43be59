/** Builds the site: `npm run site`. Installs what it is made with where that is not there yet; beyond that it needs no network. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { assemble, mendReference, ROOT } from './assemble';

const SITE = join(ROOT, 'site');

function run(command: string, parameters: readonly string[]): void {
  const { status } = spawnSync(command, parameters, { cwd: SITE, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync(join(SITE, 'node_modules/vitepress'))) run('npm', ['ci', '--no-audit', '--no-fund']);
const pages = assemble();
run(process.execPath, ['node_modules/typedoc/bin/typedoc']);
mendReference();
run(process.execPath, ['node_modules/vitepress/bin/vitepress.js', 'build', '.']);
process.stdout.write(`${pages} pages of the repository are in site/.vitepress/dist\n`);
