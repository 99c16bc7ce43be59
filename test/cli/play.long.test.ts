/** The game of `detente play` on a terminal, as util-linux makes one: a prompt, keys, Ctrl-C. */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { shellWord } from '../../src/cli/terminal';
import { cli, folder } from './run-cli';

const root = join(import.meta.dirname, '../..');
const here = folder();
afterAll(here.remove);

/** Whether this machine has the `script` that gives a command a terminal of its own and hands on how it exits. */
const hasScript = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0;

/** Plays on a terminal: writes each text when the one before has been answered by a prompt; returns what was shown and the exit code. */
function onTerminal(
  argv: readonly string[],
  typed: readonly string[],
): Promise<{ shown: string; exit: number | null }> {
  const main = [join(root, 'node_modules/.bin/tsx'), join(root, 'src/cli/main.ts'), 'play', ...argv];
  const child = spawn('script', ['-qec', main.map(shellWord).join(' '), '/dev/null'], {
    env: { ...process.env, TERM: 'xterm', NO_COLOR: '1' },
  });
  return new Promise((done) => {
    let shown = '';
    let at = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      shown += chunk.toString();
      // As many prompts as lines have been asked for.
      const prompts = shown.split('\u001b[0J> ').length - 1;
      if (prompts > at && at < typed.length) child.stdin.write(typed[at++] ?? '');
    });
    child.on('close', (exit) => done({ shown, exit }));
  });
}

describe.skipIf(!hasScript)('detente play on a terminal (skipped where util-linux has no script)', () => {
  it('asks with a prompt, and is left with 0 by quit', async () => {
    const { shown, exit } = await onTerminal(['kuala-lumpur-2025'], ['pass\r', 'quit\r']);
    expect(shown).toContain('26 Oct 2025');
    expect(exit).toBe(0);
  });

  it('is left with 130 by Ctrl-C, and with 0 by the end of input, each with its log', async () => {
    for (const [key, code] of [
      ['\u0003', 130],
      ['\u0004', 0],
    ] as const) {
      const log = join(here.path, `${code}.json`);
      const { exit } = await onTerminal(['kuala-lumpur-2025', '--save', log], ['pass\r', key]);
      expect(exit).toBe(code);
      expect((await cli('replay', log)).exit).toBe(0);
    }
  });
});
