/** Modules of the source as one that plain Node runs, for processes of their own. */
import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { buildSync } from 'esbuild';
import { src } from '../sources';

/** Writes modules of `src/node` as one file into a folder, and a program that has all they export as `it`; the path of the program. */
export function bundled(folder: string, modules: readonly string[], program: string): string {
  const all = join(folder, 'bundled.mjs');
  buildSync({
    stdin: {
      contents: modules.map((name) => `export * from './${name}';`).join('\n'),
      resolveDir: join(src, 'node'),
    },
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    ...{ bundle: true, platform: 'node', format: 'esm', outfile: all, logLevel: 'error' },
    // Nobody writes Parquet here.
    external: ['hyparquet-writer'],
  });
  const path = join(folder, 'program.mjs');
  writeFileSync(path, program);
  return path;
}

/** How a process ended, and what it wrote. */
export interface Ended {
  readonly signal: NodeJS.Signals | null;
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a program of Node as a process of its own. */
export function ran(program: string, ...words: readonly string[]): Promise<Ended> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.on('data', (part: Buffer) => (out += part.toString()));
    child.stderr.on('data', (part: Buffer) => (err += part.toString()));
    child.on('error', failed);
    child.on('close', (exit, signal) => done({ signal, exit, out, err }));
  });
}

/** Runs a line of the shell in which a program of Node is `$P`. */
export function shell(program: string, line: string): Ended {
  const env = { ...process.env, P: `${process.execPath} ${program}` };
  const { status, signal, stdout, stderr } = spawnSync('bash', ['-c', line], { encoding: 'utf8', env });
  return { exit: status, signal, out: stdout, err: stderr };
}
