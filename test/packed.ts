/** The package as its users get it: packed, and unpacked in a folder outside the project that depends on it. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { distIsFresh, root } from '../tools/freshness.mjs';

/** What `package.json` says. */
export const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Runs Node on a file with arguments; fails with what it said on standard error. */
export function node(cwd: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}\n${stdout}\n${stderr}`);
  return stdout;
}

/** A new folder outside the project, so that nothing of it is found by accident. */
export function newConsumer(name: string) {
  const consumer = realpathSync(mkdtempSync(join(tmpdir(), `detente-${name}-`)));
  /** Writes a file and gives its name. */
  const write = (file: string, text: string): string => {
    mkdirSync(dirname(join(consumer, file)), { recursive: true });
    writeFileSync(join(consumer, file), text);
    return file;
  };
  /** Lets it have a package of this project. */
  const link = (dependency: string): void => {
    const place = join(consumer, 'node_modules', dependency);
    mkdirSync(dirname(place), { recursive: true });
    if (!existsSync(place)) symlinkSync(join(root, 'node_modules', dependency), place, 'junction');
  };
  return { consumer, installed: join(consumer, 'node_modules/detente'), write, link };
}

/** What is packed, beside the project, so that a build here never disturbs another one. */
function stage(folder: string): string {
  mkdirSync(folder);
  const files = (manifest.files as string[]).map((name) => name.replace(/[/][*].*$/, ''));
  for (const name of new Set(['package.json', 'README.md', 'LICENSE', ...files])) {
    if (name !== 'dist' && existsSync(join(root, name)))
      cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  if (distIsFresh()) cpSync(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
  else {
    const dist = join(folder, 'dist');
    node(root, join(root, 'node_modules/tsup/dist/cli-default.js'), '--silent', '--out-dir', dist);
    node(root, '--import', 'tsx', join(root, 'tools/declarations.ts'), dist);
  }
  return folder;
}

/** Packs the package, building it where the build is old, and unpacks it for a consumer with what it depends on. */
export function install({
  consumer,
  installed,
}: Pick<ReturnType<typeof newConsumer>, 'consumer' | 'installed'>) {
  const staged = stage(join(consumer, 'stage'));
  const packed = spawnSync('npm', ['pack', '--ignore-scripts', '--offline', '--silent'], {
    cwd: staged,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (packed.status !== 0) throw new Error(packed.stderr);
  mkdirSync(installed, { recursive: true });
  const tarball = readdirSync(staged).find((name) => name.endsWith('.tgz'))!;
  const unpacked = spawnSync(
    'tar',
    ['-xzf', join(staged, tarball), '--strip-components=1', '-C', installed],
    { encoding: 'utf8' },
  );
  if (unpacked.status !== 0) throw new Error(unpacked.stderr);
  rmSync(staged, { recursive: true, force: true });
  for (const name of Object.keys(manifest.dependencies)) {
    const place = join(consumer, 'node_modules', name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), place, 'junction');
  }
  writeFileSync(join(consumer, 'package.json'), '{ "name": "consumer", "private": true }');
}
