/** Paths lead where the system says: up from where a link led, and to no descriptor of another process. */
import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, relative } from 'node:path';
import process from 'node:process';
import { afterAll, describe, expect, it } from 'vitest';
import { addAct } from '../../src/node/add-act';
import { writeFolder } from '../../src/node/export/whole-folder';
import { factsFiles, readFactsFolder } from '../../src/node/facts-folder';
import { descriptorNamed, followed } from '../../src/node/links';
import { makeFolder, removeEmpty } from '../../src/node/make-folder';
import { unwritable, writeWhole } from '../../src/node/whole-file';
import { cli, folder } from '../cli/run-cli';

const here = folder();
afterAll(here.remove);

/** A folder of its own, in which `link` leads two folders deep and `far` to that link. */
let numbered = 0;
function tree(): string {
  const place = join(realpathSync(here.path), `place-${(numbered += 1)}`);
  mkdirSync(join(place, 'real/deep/bottom'), { recursive: true });
  symlinkSync('real/deep', join(place, 'link'));
  symlinkSync(join(place, 'link'), join(place, 'far'));
  symlinkSync('../..', join(place, 'real/deep/up'));
  return place;
}

/** Ways on which what is behind a link is not what stands before it, each with the folder that the system finds. */
const WAYS: readonly (readonly [way: string, folder: string])[] = [
  ['link/..', 'real'],
  ['./link//./..', 'real'],
  ['far/..', 'real'],
  ['far/bottom/../..', 'real'],
  ['link/../..', ''],
  ['link/up/real', 'real'],
  ['link/up/link/..', 'real'],
  ['real/../link', 'real/deep'],
];

/** The files below a folder, through no link. */
const filesBelow = (place: string): string[] =>
  readdirSync(place, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));

const named = (place: string) =>
  filesBelow(place)
    .filter((path) => basename(path).startsWith('name'))
    .map((path) => relative(place, path));

describe.runIf(process.platform !== 'win32')('a path with a step up behind a link', () => {
  it.each(WAYS)('leads where the system finds it, there or not: %s', (way, leads) => {
    const place = tree();
    const path = `${place}/${way}/name`;
    expect(followed(path)).toBe(join(place, leads, 'name'));
    writeFileSync(path, 'the system');
    expect(followed(path)).toBe(realpathSync.native(path));
    expect(named(place)).toEqual([join(leads, 'name')]);
  });

  it.each(WAYS)('is written where the system would write it, and nothing else is: %s', (way, leads) => {
    for (const from of [tree(), relative(process.cwd(), tree())]) {
      writeFileSync(join(from, 'name'), 'of another');
      const path = `${from}/${way}/name`;
      expect([unwritable(path), writeWhole(path, 'new')]).toEqual([null, null]);
      expect(readFileSync(path, 'utf8')).toBe('new');
      if (leads !== '') expect(readFileSync(join(from, 'name'), 'utf8')).toBe('of another');
    }
  });

  it.each(WAYS)('is made a folder there, filled there, and taken away there: %s', async (way, leads) => {
    const place = tree();
    const path = `${place}/${way}/name`;
    const inside = join(place, leads);
    expect(makeFolder(`${path}/deep`)).toBe(join(inside, 'name'));
    expect(statSync(`${path}/deep`).isDirectory()).toBe(true);
    removeEmpty(`${path}/deep`, join(inside, 'name'));
    expect(existsSync(path)).toBe(false);
    await writeFolder(path, (half) => Promise.resolve(writeFileSync(join(half, 'name-2'), '')));
    expect(named(place)).toEqual([join(leads, 'name/name-2')]);
  });

  it.each(WAYS)('takes facts there: %s', async (way, leads) => {
    const place = tree();
    const path = `${place}/${way}/facts`;
    const event = { type: 'statement.make', actor: 'US', on: '2026-11-30', voice: 'leader' };
    const more = { tone: 'conciliatory', topic: 'extension', gist: 'It is said.' };
    const act = {
      event: JSON.stringify({ ...event, ...more }),
      source: 'ustr-30',
      certainty: 'medium',
    } as const;
    expect(await addAct(path, act)).toMatchObject({ ok: true });
    expect(filesBelow(place)).toEqual([join(place, leads, 'facts/acts/2026+.json')]);
    expect(readFactsFolder(path).ok).toBe(true);
    expect(factsFiles(path).map((file) => realpathSync.native(file))).toEqual(filesBelow(place));
  });

  it('is known as the file that is read, and the file that stands before the link is another', async () => {
    const place = tree();
    const text = 'id: mine\nextends: kuala-lumpur-2025\n';
    for (const path of ['real/name.yaml', 'name.yaml']) writeFileSync(join(place, path), text);
    const over = (read: string, written: string) =>
      cli('tree', read, '-n', '1', '-w', '1', '-o', `${place}/${written}`);
    for (const [read, written] of [
      ['link/../name.yaml', 'real/name.yaml'],
      ['real/name.yaml', 'far/../name.yaml'],
    ] as const) {
      const { exit, err } = await over(`${place}/${read}`, written);
      expect([exit, err]).toEqual([2, expect.stringContaining('it is the same file as <scenario>')]);
    }
    expect((await over(`${place}/link/../name.yaml`, 'name.yaml')).exit).toBe(0);
    expect(readFileSync(join(place, 'real/name.yaml'), 'utf8')).toBe(text);
  });

  it('is refused behind a file, as the system does', () => {
    const place = tree();
    writeFileSync(join(place, 'file'), 'kept');
    for (const way of ['file/../name', 'file/./name', 'file/name']) {
      expect(unwritable(`${place}/${way}`), way).toMatch(/not a (folder|directory)/);
      expect(writeWhole(`${place}/${way}`, 'new'), way).not.toBeNull();
    }
    expect(named(place)).toEqual([]);
  });

  it('is taken as it is written where there is nothing yet', () => {
    const place = tree();
    expect(writeWhole(`${place}/new/../other/name`, 'new')).toBeNull();
    expect([existsSync(join(place, 'new')), named(place)]).toEqual([false, ['other/name']]);
  });
});

describe.runIf(existsSync('/proc/self/fd'))('a descriptor', () => {
  const OWN = ['/dev/fd', '/proc/self/fd', '/proc/thread-self/fd', `/proc/${process.pid}/fd`];

  it.each([...OWN, '/dev/../proc/self/./fd', 'a link'])('of this process is known below %s', (way) => {
    const link = join(tree(), 'descriptors');
    symlinkSync('/dev/fd', link);
    expect(descriptorNamed(`${way === 'a link' ? link : way}/1`)).toBe(1);
  });

  it('is none where its name is no number as the system writes them', () => {
    for (const name of ['01', '-1', '1x', '']) expect(descriptorNamed(`/dev/fd/${name}`), name).toBeNull();
  });

  it.each(['a file', 'a file that is taken away', 'a pipe'])(
    'of another process is %s of that process, and none of this one',
    (kind) => {
      const path = join(tree(), 'of-another');
      const file = openSync(path, 'w');
      const other = spawn('cat', [], {
        stdio: ['pipe', 'ignore', 'ignore', kind === 'a pipe' ? 'pipe' : file],
      });
      try {
        closeSync(file);
        const theirs = `/proc/${other.pid}/fd/3`;
        const before = statSync(theirs);
        if (kind === 'a file that is taken away') rmSync(path);
        for (const number of [0, 1, 2, 3])
          expect(descriptorNamed(`/proc/${other.pid}/fd/${number}`)).toBeNull();
        if (kind === 'a pipe') return;
        for (const text of ['a long text of theirs', 'short'])
          expect([unwritable(theirs), writeWhole(theirs, text), readFileSync(theirs, 'utf8')]).toEqual([
            null,
            null,
            text,
          ]);
        expect(statSync(theirs).ino).toBe(before.ino);
        expect(existsSync(path)).toBe(kind === 'a file');
      } finally {
        other.kill();
      }
    },
  );
});
