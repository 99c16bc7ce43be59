/** What cannot be written: told before the work where it can be known by then, and as what it is where it shows only in the end. */
import fs, { chmodSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FolderError, checkFree, writeFolder } from '../../src/node/export/whole-folder';
import { unwritable, writeWhole } from '../../src/node/whole-file';
import { cli, folder } from '../cli/run-cli';
import { filesBelow } from '../sources';
import { bundled, shell } from './bundled';

const here = folder();
afterAll(here.remove);
let numbered = 0;
function place(): string {
  const path = join(here.path, `place-${(numbered += 1)}`);
  mkdirSync(path);
  return path;
}

/** Fills a folder, unless it is refused first. */
async function filled(path: string) {
  let begun = false;
  const fill = () => {
    begun = true;
    return Promise.resolve();
  };
  const why = await writeFolder(path, fill).then(
    () => null,
    (error: unknown) => error,
  );
  return { begun, why };
}

describe.runIf(process.platform === 'linux')('a name', () => {
  it.each([
    ['one', 'x'],
    ['as long as one with the name of a half file would go', 'a'.repeat(214)],
    ['one longer than that', 'a'.repeat(215)],
    ['the longest', 'a'.repeat(255)],
    ['the longest in letters of three bytes', '中'.repeat(85)],
  ])(
    'that the system takes is taken for a file and a folder, and nothing stays beside it: %s',
    async (_, name) => {
      const at = place();
      for (const where of ['', 'new/']) {
        expect(unwritable(`${at}/${where}${name}`)).toBeNull();
        expect(writeWhole(`${at}/${where}${name}`, 'whole')).toBeNull();
        expect(await filled(`${at}/${where}in/${name}`)).toEqual({ begun: true, why: null });
      }
      expect(readdirSync(at).sort()).toEqual([name, 'in', 'new'].sort());
      expect(readdirSync(join(at, 'in'))).toEqual([name]);
    },
  );

  it.each([
    ['of one byte more than there may be', 'a'.repeat(256)],
    ['of one letter more than there may be', '中'.repeat(86)],
    ['of a folder that is not there yet', `${'a'.repeat(256)}/x`],
    ['in a folder that is not there yet', `new/${'a'.repeat(256)}`],
    ['of a path to which no name can be added', 'x/'.repeat(2030)],
  ])('that the system does not take is refused before the work: %s', async (_, name) => {
    const at = place();
    const path = `${at}/${name}y`;
    expect(unwritable(path)).toMatch(/^ENAMETOOLONG/);
    const { begun, why } = await filled(path);
    expect([begun, why]).toEqual([false, expect.any(FolderError)]);
    expect(why).toMatchObject({ begun: false, message: expect.stringContaining('ENAMETOOLONG') as string });
    expect(readdirSync(at)).toEqual([]);
  });
});

/** Does work as somebody who may not do all, where this process may. */
function asAnybody<T>(work: () => T): T {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    return work();
  } finally {
    process.seteuid?.(0);
  }
}

describe.runIf(process.platform !== 'win32')('a folder', () => {
  it.each([
    ['that may not be read', (at: string) => at],
    ['in one that may not be entered', (at: string) => join(at, 'inner')],
    ['behind a link to one that may not be read', (at: string) => `${at}-link`],
  ])('%s is refused as one that cannot be written', (_, path) => {
    const at = place();
    symlinkSync(at, `${at}-link`);
    chmodSync(here.path, 0o755);
    chmodSync(at, 0);
    try {
      const told = expect(() => asAnybody(() => checkFree(path(at))));
      told.toThrow(FolderError);
      told.toThrow(/^the folder ".*" cannot be written: EACCES: permission denied/);
    } finally {
      chmodSync(at, 0o700);
    }
  });

  it('whose links turn in a circle is refused so, too', async () => {
    const at = place();
    symlinkSync('b', join(at, 'a'));
    symlinkSync('a', join(at, 'b'));
    const { begun, why } = await filled(join(at, 'a'));
    expect([begun, why]).toEqual([false, expect.any(FolderError)]);
  });

  it('that is taken while the work is done is told as work that had begun, and stays', async () => {
    const at = join(place(), 'out');
    const fill = () => Promise.resolve(mkdirSync(join(at, 'of-another'), { recursive: true }));
    await expect(writeFolder(at, fill)).rejects.toMatchObject({ name: 'FolderError', begun: true });
    expect(readdirSync(at)).toEqual(['of-another']);
  });

  it('that is not filled takes those with it that were made for it', async () => {
    const at = place();
    const fill = () => Promise.reject(new Error('boom'));
    await expect(writeFolder(join(at, 'new/deep/out'), fill)).rejects.toThrow('boom');
    expect(readdirSync(at)).toEqual([]);
  });
});

const EVENT = JSON.stringify({
  ...{ type: 'statement.make', actor: 'US', on: '2026-11-30', voice: 'leader', tone: 'conciliatory' },
  ...{ topic: 'extension', gist: 'It will be prolonged.' },
});
/** More than a disk takes on which there is room for a lock. */
const LONG = 'It is told at length. '.repeat(40);

const ADDER = `
  import { writeSync } from 'node:fs';
  import { addAct } from './bundled.mjs';
  const [folder, note] = process.argv.slice(2);
  const act = { event: ${JSON.stringify(EVENT)}, source: 'ustr-30', certainty: 'medium', note };
  writeSync(1, JSON.stringify(await addAct(folder, act)));
`;

describe.runIf(process.platform !== 'win32')('an act that is added', () => {
  let program = '';
  beforeAll(() => {
    program = bundled(here.path, ['add-act'], ADDER);
  });

  it.each([
    ['not even the lock', 0],
    ['no file of acts', 1],
  ])('to a disk that takes %s is unwritten, not wrong, and leaves nothing', (_, kb) => {
    const at = join(place(), 'facts');
    const { out } = shell(program, `trap '' XFSZ; ulimit -f ${kb}; $P ${at} '${LONG}'`);
    expect(JSON.parse(out)).toEqual({
      ok: false,
      complaints: [expect.stringMatching(/cannot be written: EFBIG/)],
      unwritten: true,
    });
    expect(existsSync(at)).toBe(false);
  });

  it.each([
    ['the lock', () => true],
    ['the acts', (text: string) => text.startsWith('[')],
  ])(
    'ends with 74 where the disk is full when %s is written, and with 2 where the act is wrong',
    async (_, isHit) => {
      const { writeFileSync } = fs;
      const at = join(place(), 'facts');
      const add = (event: string) => cli('record', 'add', event, '--into', at, '--source', 'ustr-30');
      fs.writeFileSync = (file, text, how) => {
        if (isHit(String(text)))
          throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
        writeFileSync(file, text, how);
      };
      syncBuiltinESMExports();
      try {
        const { exit, err } = await add(EVENT);
        expect([exit, err]).toEqual([
          74,
          expect.stringMatching(/^detente: the act was not added:\n.*ENOSPC/),
        ]);
      } finally {
        fs.writeFileSync = writeFileSync;
        syncBuiltinESMExports();
      }
      expect(existsSync(at)).toBe(false);
      expect((await add('{}')).exit).toBe(2);
      expect((await add(EVENT)).exit).toBe(0);
      expect(filesBelow(at)).toEqual([join(at, 'acts/2026+.json')]);
    },
  );

  it('to a place where no folder can be is refused, and not unwritten', () => {
    const file = here.file('a-file', 'x');
    const { out } = shell(program, `$P ${file}/below note`);
    expect(JSON.parse(out)).toEqual({
      ok: false,
      complaints: [expect.stringContaining('cannot be written')],
    });
  });
});
