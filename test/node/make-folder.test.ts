import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../../src/node/make-folder';
import { cli, folder } from '../cli/run-cli';

const here = folder();
afterAll(here.remove);

describe('a folder', () => {
  it('is made with those above it, and the uppermost that was made is told', () => {
    const deep = join(here.path, 'a', 'b', 'c');
    expect(makeFolder(deep)).toBe(join(here.path, 'a'));
    expect(existsSync(deep)).toBe(true);
    expect(makeFolder(deep)).toBeUndefined();
    rmSync(join(here.path, 'a', 'b'), { recursive: true });
    expect(makeFolder(join(here.path, 'a', 'b', 'd'))).toBe(join(here.path, 'a', 'b'));
  });

  it('below a file is refused', () => {
    writeFileSync(join(here.path, 'file'), '');
    mkdirSync(join(here.path, 'there'));
    expect(() => makeFolder(join(here.path, 'file', 'under'))).toThrow(/file is a file, not a folder/);
  });

  it.runIf(existsSync('/proc/self'))(
    'that the system never makes is refused, and not asked for for ever',
    async () => {
      expect(() => makeFolder('/proc/nowhere/at/all')).toThrow(/ENOENT/);
      const { exit, err } = await cli(
        'export',
        'kuala-lumpur-2025',
        '-o',
        '/proc/nowhere',
        '--runs',
        '2',
        '--workers',
        '1',
      );
      expect([exit, err]).toEqual([2, expect.stringContaining('/proc/nowhere')]);
    },
  );
});
