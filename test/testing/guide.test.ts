/** The programs of the guide for testers run as a reader would run them, and print what their comments say. */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import { itLong } from '../long';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/testing-guide.md'), 'utf8');
const programs = [...page.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map((match) => match[1]!);

itLong('runs every program of the guide, each printing what its comments say', async () => {
  expect(programs.length).toBeGreaterThanOrEqual(5);
  const scratch = join(root, '.tmp', `guide-${process.pid}`);
  mkdirSync(scratch, { recursive: true });
  try {
    const run = async (program: string, at: number): Promise<void> => {
      const path = join(scratch, `program-${at}.ts`);
      writeFileSync(path, program);
      const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', path], {
        cwd: root,
        env: { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json'), NO_COLOR: '1' },
      });
      const promised = [...program.matchAll(/^\/\/ => ?(.*)$/gm)].map((match) => match[1]!.trimEnd());
      const lines = stdout.split('\n').map((line) => line.trimEnd());
      expect(promised.length).toBeGreaterThan(0);
      expect(lines.filter((line) => promised.includes(line))).toEqual(promised);
    };
    await Promise.all(programs.map(run));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
});
