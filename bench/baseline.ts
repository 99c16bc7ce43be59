/**
 * The earlier commit that the benchmarks set this one against, built by its own lock file and its own tsup in the
 * temporary folder. What was built once is used again.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../tools/freshness.mjs';

/** The commit. */
export const COMMIT = 'bc923f0';

/** The folder of the built commit, or why there is none. */
export type Baseline = { readonly folder: string } | { readonly why: string };

const FOLDER = join(tmpdir(), `detente-${COMMIT}`);
const isBuilt = (folder: string) =>
  ['index.js', 'ensemble.js'].every((name) => existsSync(join(folder, 'dist', name)));

/** Its modules alone: neither types nor CommonJS are measured. */
const CONFIG = `import whole from './tsup.config';
export default whole.filter(({ dts, format }) => !dts && format !== 'cjs');
`;

/** Runs a command; throws what was tried with the first complaint where it fails. */
function run(what: string, command: string, args: readonly string[], cwd: string): void {
  const { status, stderr, stdout, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status === 0) return;
  // The last line of npm only names a file of this machine.
  const lines = `${error?.message ?? ''}\n${stderr ?? ''}\n${stdout ?? ''}`.split('\n');
  const said = lines.find((line) => /error|fatal|ENOENT/i.test(line))?.trim();
  throw new Error(said === undefined ? what : `${what} (${said})`);
}

/** Builds the commit where it is not built yet. */
export function baseline(): Baseline {
  if (isBuilt(FOLDER)) return { folder: FOLDER };
  // Under a name of its own until it is whole, so that a broken-off build is never measured.
  const staging = mkdtempSync(`${FOLDER}-`);
  try {
    const source = join(staging, 'source');
    mkdirSync(source);
    run('there is no git history with it', 'git', ['cat-file', '-e', `${COMMIT}^{commit}`], root);
    run('git could not take it out', 'git', ['archive', '-o', join(staging, 'commit.tar'), COMMIT], root);
    run('tar could not unpack it', 'tar', ['-xf', join(staging, 'commit.tar'), '-C', source], root);
    run('npm could not install what it needs', 'npm', ['ci', '--no-audit', '--no-fund'], source);
    writeFileSync(join(source, 'tsup.bench.config.ts'), CONFIG);
    run('tsup could not build it', 'npx', ['tsup', '--config', 'tsup.bench.config.ts'], source);
    if (!isBuilt(source)) throw new Error('its build left out what is measured');
    rmSync(FOLDER, { recursive: true, force: true });
    renameSync(source, FOLDER);
    return { folder: FOLDER };
  } catch (error) {
    return { why: (error as Error).message };
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}
