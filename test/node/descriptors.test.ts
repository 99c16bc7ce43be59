/** Descriptors as files: those that a program was given are read and written, and those that Node has for itself are not. */
import { execFileSync } from 'node:child_process';
import {
  closeSync,
  constants,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBounded } from '../../src/node/files';
import { unwritable, writeWhole } from '../../src/node/whole-file';
import { cli, folder } from '../cli/run-cli';
import { bundled, shell } from './bundled';

const here = folder();
afterAll(here.remove);

const LIMIT = 1000;

/** Reads a path and says what stands there, or writes into one and says nothing where it could; why not else, in the first word when. */
const PROGRAM = `
  import { readBounded, unwritable, writeWhole } from './bundled.mjs';
  import { writeSync } from 'node:fs';
  const [use, path] = process.argv.slice(2);
  if (use === 'read') {
    const read = readBounded(path, ${LIMIT});
    writeSync(1, read.ok ? new TextDecoder().decode(read.bytes) : 'not read: ' + read.message);
  } else {
    const before = unwritable(path);
    const after = before ?? writeWhole(path, 'a whole text');
    if (after !== null) writeSync(2, (before === null ? 'afterwards: ' : 'beforehand: ') + after);
  }
`;

let program = '';
beforeAll(() => {
  program = bundled(here.path, ['whole-file', 'files'], PROGRAM);
});

const descriptors = () => readdirSync('/proc/self/fd').map(Number);

/** The descriptors of this process whose name begins so. */
function called(start: string): number[] {
  return descriptors().filter((number) => {
    try {
      return number > 2 && readlinkSync(`/proc/self/fd/${number}`).startsWith(start);
    } catch {
      return false;
    }
  });
}

/** Pipes of which both ends are in this process. */
function ownPipes(): number[] {
  const names = called('pipe:').map((number) => [number, readlinkSync(`/proc/self/fd/${number}`)] as const);
  return names
    .filter(([, name]) => names.filter(([, other]) => other === name).length > 1)
    .map(([number]) => number);
}

describe.runIf(existsSync('/proc/self/fd'))('a descriptor', () => {
  const WAYS = ['/dev/fd', '/proc/self/fd', '/proc/thread-self/fd', `/proc/${process.pid}/fd`];

  it.each(WAYS)('that Node has for itself is neither read nor written: %s', (way) => {
    const own = [...called('anon_inode:'), ...ownPipes()];
    expect(own.length).toBeGreaterThan(2);
    for (const number of own) {
      const why = `descriptor ${number} was not given to this program`;
      const path = `${way}/${number}`;
      expect([unwritable(path), writeWhole(path, 'lost')]).toEqual([why, why]);
      expect(readBounded(path, LIMIT)).toEqual({ ok: false, code: 'file/unreadable', message: why });
    }
  });

  it('that Node has for itself is refused by the command line with 2, before the work', async () => {
    for (const number of [...called('anon_inode:'), ...ownPipes()]) {
      const written = await cli('tree', 'kuala-lumpur-2025', '-n', '1', '-w', '1', '-o', `/dev/fd/${number}`);
      const why = `descriptor ${number} was not given to this program`;
      expect([written.exit, written.err]).toEqual([
        2,
        `detente: --out takes a file that can be written; given "/dev/fd/${number}": ${why}.\n`,
      ]);
      const read = await cli('check', `/dev/fd/${number}`);
      expect([read.exit, read.err]).toEqual([2, expect.stringContaining(why)]);
    }
  });

  it.each(WAYS)('that is not open is neither read nor written: %s', (way) => {
    for (const number of [Math.max(...descriptors()) + 100, 2 ** 31, 2 ** 53]) {
      const why = `descriptor ${number} is not open`;
      expect([unwritable(`${way}/${number}`), writeWhole(`${way}/${number}`, 'lost')]).toEqual([why, why]);
      expect(readBounded(`${way}/${number}`, LIMIT)).toMatchObject({ ok: false, message: why });
    }
  });

  it.each([
    ['a pipe to write into', 'write >(cat)', 'a whole text'],
    ['a second name of standard output', 'write /dev/fd/3 3>&1 | cat', 'a whole text'],
    ['a file', 'write /dev/fd/3 3> file; cat file', 'a whole text'],
    ['standard output', 'write /dev/stdout', 'a whole text'],
    ['standard output in a pipe', 'write /dev/fd/1 | cat', 'a whole text'],
    ['standard error', 'write /dev/stderr 2>&1', 'a whole text'],
    ['a pipe to read from', 'read <(printf "a text")', 'a text'],
    ['a second name of standard input', 'read /dev/fd/4 < <(printf "a text") 4<&0', 'a text'],
    ['a file to read', 'printf "a text" > file; read /dev/fd/9 9< file', 'a text'],
    ['standard input', 'printf "a text" | read /dev/stdin', 'a text'],
  ])('that this program was given is taken: %s', (_, line, says) => {
    const { exit, out, err } = shell(
      program,
      `cd ${here.path}; ${line.replace(/(^|[;|] )(read|write)\b/, '$1$P $2')}`,
    );
    expect([exit, out, err]).toEqual([0, says, '']);
  });

  it.each([
    [
      'read from the end of a pipe that is written',
      'read /dev/stdout | cat',
      'not read: descriptor 1 is open for writing only',
    ],
    [
      'write into the end of a pipe that is read',
      'write /dev/stdin < <(:) 2>&1',
      'beforehand: descriptor 0 is open for reading only',
    ],
    [
      'write into a file that is read',
      'write /dev/fd/3 3< $0 2>&1',
      'beforehand: descriptor 3 is open for reading only',
    ],
  ])('is not waited for, nor refused once the work is done: %s', (_, line, says) => {
    expect(shell(program, `$P ${line.replace('$0', program)}`).out).toBe(says);
  });
});

describe.runIf(process.platform !== 'win32')('a pipe with a name', () => {
  const pipe = (name: string) => {
    const path = join(here.path, name);
    execFileSync('mkfifo', [path]);
    return path;
  };
  const opened = (path: string) => openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const got = (reader: number) => {
    const bytes = new Uint8Array(LIMIT);
    return new TextDecoder().decode(bytes.subarray(0, readSync(reader, bytes)));
  };

  it('that nobody reads is refused before the work and not after', async () => {
    const path = pipe('unread');
    const { exit, err } = await cli('tree', 'kuala-lumpur-2025', '-n', '1', '-w', '1', '-o', path);
    expect([exit, err]).toEqual([2, expect.stringMatching(/: nobody reads from it\.\n$/)]);
    expect([unwritable(path), writeWhole(path, 'lost')]).toEqual([
      'nobody reads from it',
      'nobody reads from it',
    ]);
  });

  it('keeps its reader waiting while the work is done, and lets it go when all is written', () => {
    const path = pipe('read');
    const reader = opened(path);
    try {
      expect([unwritable(path), unwritable(path)]).toEqual([null, null]);
      // An end that nobody holds open any more would be read as nothing.
      expect(() => got(reader)).toThrow(/EAGAIN/);
      expect(writeWhole(path, 'a whole text')).toBeNull();
      expect([got(reader), got(reader)]).toEqual(['a whole text', '']);
      expect(writeWhole(path, 'another')).toBeNull();
      expect([got(reader), got(reader)]).toEqual(['another', '']);
    } finally {
      closeSync(reader);
    }
  });

  it('whose reader has gone before anything was written is not taken for written', () => {
    const path = pipe('left');
    const reader = opened(path);
    expect(unwritable(path)).toBeNull();
    closeSync(reader);
    expect(writeWhole(path, 'lost')).toBe('nobody reads from it');
  });

  it('is read by a program of the shell to its end', () => {
    const path = pipe('shell');
    // The reader opens it before the writer asks: a read of the shell waits for both.
    const { out, err } = shell(
      program,
      `cat ${path} & until $P write ${path} 2> ${here.path}/err; [ ! -s ${here.path}/err ]; do :; done; wait`,
    );
    expect([out, err]).toEqual(['a whole text', '']);
    expect(readFileSync(join(here.path, 'err'), 'utf8')).toBe('');
  });
});
