/**
 * Where answers go: files through links, with their mode, into pipes; full disks, readers that go away, and texts of
 * strangers on a terminal. Each kind over all commands that it concerns.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands';
import { runCli } from '../../src/cli/program';
import { checkpointFile } from '../../src/node/checkpoint';
import { sealedResults, type KeptResults } from '../../src/analyses/runner/kept-results';
import { onThreads } from '../../src/node/on-threads';
import { writeWhole } from '../../src/node/whole-file';
import { cli, folder, type Folder } from './run-cli';
import { itLong } from '../long';
import { casesOf } from '../extent';

const BASE = 'kuala-lumpur-2025';
const FEW = ['--runs', '4', '--workers', '1'];
const root = join(import.meta.dirname, '../..');

let files: Folder;
let shard = '';
/** A checkpoint with half of its runs, and what advice kept. */
const resumed: Record<string, string> = {};
/** Those that take long, and that go on from a file which is one of their own. */
const RESUMING = ['project --resume', 'advise --resume'];
const ADVISED = [
  'advise',
  BASE,
  '--party',
  'US',
  '--only',
  'meeting.doubt',
  '--runs',
  '200',
  '--workers',
  '1',
];
beforeAll(async () => {
  files = folder();
  const halfway = join(files.path, 'halfway.json');
  shard = join(files.path, 'a.shard.json');
  const { exit } = await cli(
    'project',
    BASE,
    '--runs',
    '20',
    '--workers',
    '1',
    '--shard',
    '1/1',
    '-o',
    shard,
  );
  expect(exit).toBe(0);
  const kept = checkpointFile(halfway, { pauseMs: 0 });
  const note: typeof kept.note = (make) => {
    kept.note(make);
    throw new Error('halfway');
  };
  const stopped = onThreads({ workers: 1 }).project(BASE, { runs: 500, checkpoint: { ...kept, note } });
  await expect(stopped).rejects.toThrow('halfway');
  resumed['project --resume'] = readFileSync(halfway, 'utf8');
  const advice = join(files.path, 'advice.json');
  expect((await cli(...ADVISED, '--checkpoint', advice)).exit).toBe(0);
  const { asked, stages } = JSON.parse(readFileSync(advice, 'utf8')) as KeptResults;
  resumed['advise --resume'] = JSON.stringify(sealedResults(asked, stages.slice(0, 1)));
});
afterAll(() => files.remove());

/** An empty folder of its own. */
let numbered = 0;
function place(): string {
  const path = join(files.path, `place-${(numbered += 1)}`);
  mkdirSync(path);
  return path;
}

/** Every command that writes a file, as it is called to write one. */
const WRITERS: Readonly<Record<string, (path: string) => readonly string[]>> = {
  'project --shard': (path) => ['project', BASE, ...FEW, '--shard', '1/1', '--out', path],
  'project --resume': (path) => ['project', BASE, '--runs', '500', '--workers', '1', '--resume', path],
  'advise --resume': (path) => [...ADVISED, '--resume', path],
  'merge --out': (path) => ['merge', shard, '--out', path],
  report: (path) => ['report', BASE, ...FEW, '-o', path],
  'play --save': (path) => ['play', BASE, '--save', path],
  'tree --out': (path) => ['tree', BASE, ...FEW, '-o', path],
  'tournament --out': (path) => [
    ...['tournament', BASE, '--policies', 'crisis-game,hard-liner', '--runs', '4'],
    ...['--workers', '1', '-o', path],
  ],
};

/** Puts a file where another is to be written, and returns its text: what is resumed has to be a checkpoint. */
function before(writer: string, path: string): string {
  const text = resumed[writer] ?? 'old';
  expect(writeWhole(path, text)).toBeNull();
  return text;
}

describe('a command that writes a file', () => {
  it('is in the table of this test, for every option that names one', () => {
    // These are read, or, with `record`, kept by a test of their own.
    const writing = COMMANDS.filter(({ options }) =>
      options.some(
        ({ flags }) => /<(file|folder)>/.test(flags) && !/^--(scenario|after|facts)\b/.test(flags),
      ),
    ).map(({ name }) => name);
    const tried = [...Object.keys(WRITERS), 'export', 'record'].map((name) => name.split(' ')[0]);
    expect(writing.filter((name) => !tried.includes(name))).toEqual([]);
  });

  it.each(
    Object.entries(WRITERS).filter(([name]) => !['report', 'tree --out', 'tournament --out'].includes(name)),
  )(
    'whose answer is no page takes no "-" for standard output, and makes no file of that name: %s',
    async (_, argv) => {
      const { exit, out, err } = await cli(...argv('-'));
      expect([exit, out]).toEqual([2, '']);
      expect(err).toMatch(/^detente: --[a-z]+ takes a file, and no standard output: .*\.\/-\n$/);
      expect(existsSync('-')).toBe(false);
    },
  );

  it.each([
    ['export', '--out', ['export', BASE, '--runs', '1', '-o', '-']],
    ['record', '--into', ['record', 'add', '{}', '--into', '-', '--source', 'x']],
  ] as const)('takes no "-" for a folder either, and makes none: %s', async (_, name, argv) => {
    const { exit, out, err } = await cli(...argv);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toBe(
      `detente: ${name} takes a folder, and no standard output: a folder of the name "-" is told as ./-\n`,
    );
    expect(existsSync('-')).toBe(false);
  });

  it.each(casesOf(Object.entries(WRITERS), 1))(
    'writes through a link, which stays: %s',
    async (name, argv) => {
      const at = place();
      const [target, link] = [join(at, 'target'), join(at, 'link')];
      const old = before(name, target);
      symlinkSync('target', link);
      expect((await cli(...argv(link))).exit).toBe(0);
      expect(lstatSync(link).isSymbolicLink()).toBe(true);
      expect(lstatSync(target).isFile()).toBe(true);
      expect(readFileSync(target, 'utf8')).not.toBe(old);
      expect(readdirSync(at).sort()).toEqual(['link', 'target']);
    },
  );

  it.each(casesOf(Object.entries(WRITERS), 1))('keeps the mode of the file: %s', async (name, argv) => {
    const path = join(place(), 'private');
    before(name, path);
    chmodSync(path, 0o600);
    expect((await cli(...argv(path))).exit).toBe(0);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it.each(
    casesOf(
      Object.entries(WRITERS).filter(([name]) => !RESUMING.includes(name)),
      1,
    ),
  )('makes the target of a link that leads nowhere yet: %s', async (_, argv) => {
    const at = place();
    symlinkSync('later', join(at, 'link'));
    expect((await cli(...argv(join(at, 'link')))).exit).toBe(0);
    expect(lstatSync(join(at, 'link')).isSymbolicLink()).toBe(true);
    expect(lstatSync(join(at, 'later')).isFile()).toBe(true);
  });

  it.each(Object.entries(WRITERS).filter(([name]) => !RESUMING.includes(name)))(
    'refuses an empty name with 2, which is not the folder of the process: %s',
    async (_, argv) => {
      const { exit, err } = await cli(...argv(''));
      expect([exit, err]).toEqual([2, expect.stringMatching(/^detente: --[a-z]+ .*a file has a name\.\n$/)]);
    },
  );

  it.each(Object.entries(WRITERS).filter(([name]) => !RESUMING.includes(name)))(
    'refuses the path of a directory with 2, there or not, and makes nothing: %s',
    async (_, argv) => {
      const at = place();
      for (const path of ['new.json/', 'new/.', 'new/..']) {
        const { exit, err } = await cli(...argv(`${at}/${path}`));
        expect([exit, err]).toEqual([
          2,
          expect.stringMatching(/^detente: --[a-z]+ .*the path of a directory\.\n$/),
        ]);
      }
      expect(readdirSync(at)).toEqual([]);
    },
  );

  it.each(Object.entries(WRITERS).filter(([name]) => !RESUMING.includes(name)))(
    'refuses links that turn in a circle with 2 and leaves them: %s',
    async (_, argv) => {
      const at = place();
      symlinkSync('b', join(at, 'a'));
      symlinkSync('a', join(at, 'b'));
      expect((await cli(...argv(join(at, 'a')))).exit).toBe(2);
      expect(readdirSync(at).sort()).toEqual(['a', 'b']);
    },
  );

  it.each(
    casesOf(
      Object.entries(WRITERS).filter(([name]) => !RESUMING.includes(name)),
      2,
    ),
  )('never puts a file in the place of a pipe; one that nobody reads is refused: %s', async (_, argv) => {
    const pipe = join(place(), 'pipe');
    execFileSync('mkfifo', [pipe]);
    const { exit, err } = await cli(...argv(pipe));
    expect([exit, err]).toEqual([2, expect.stringMatching(/^detente: .*nobody reads from it\.\n$/)]);
    expect(lstatSync(pipe).isFIFO()).toBe(true);
  });

  it('writes into a pipe that is read, and leaves it a pipe', () => {
    const pipe = join(place(), 'pipe');
    execFileSync('mkfifo', [pipe]);
    const reader = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      expect(writeWhole(pipe, 'all of it')).toBeNull();
      const got = new Uint8Array(100);
      expect(new TextDecoder().decode(got.subarray(0, readSync(reader, got)))).toBe('all of it');
    } finally {
      closeSync(reader);
    }
    expect(lstatSync(pipe).isFIFO()).toBe(true);
  });

  it('leaves no folder behind where it is refused', async () => {
    const at = join(place(), 'new');
    const stop = ['--until-half-width', '1pp'];
    const { exit } = await cli('project', BASE, ...stop, '--checkpoint', join(at, 'c.json'));
    expect([exit, existsSync(at)]).toEqual([2, false]);
  });

  it('fills a folder through a link, with the mode that was there', async () => {
    const at = place();
    mkdirSync(join(at, 'target'), { mode: 0o700 });
    symlinkSync('target', join(at, 'link'));
    expect((await cli('export', BASE, ...FEW, '-o', join(at, 'link'))).exit).toBe(0);
    expect(lstatSync(join(at, 'link')).isSymbolicLink()).toBe(true);
    expect(statSync(join(at, 'target')).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(at, 'target'))).toContain('dictionary.md');
    expect(readdirSync(at).sort()).toEqual(['link', 'target']);
  });
});

/** The command as a process of its own, by a line of the shell in which it is `$D`. */
function shell(line: string) {
  const D = `${process.execPath} --import tsx ${join(root, 'src/cli/main.ts')}`;
  const env = { ...process.env, D, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json'), TSX_DISABLE_CACHE: '1' };
  return spawnSync('bash', ['-c', line], { encoding: 'utf8', cwd: root, env });
}

/** Files of at most so many KB, as on a disk with that much room. */
const room = (kb: number) => `trap '' XFSZ; ulimit -f ${kb};`;

describe('a disk that is full', () => {
  it.each([
    ['list', 'list', 0],
    ['a no', `check ${join(root, 'test/cli/output.test.ts')} --json`, 2],
  ])('under standard output is one sentence and 74, and bad input stays 2: %s', (_, argv, least) => {
    const { status, stderr } = shell(`$D ${argv} > /dev/full`);
    expect(status).toBe(least === 0 ? 74 : 2);
    // Whatever the code says, that nothing was written is told.
    expect(stderr).toMatch(/^detente: the answer cannot be written: .*$/m);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(
      stderr
        .trimEnd()
        .split('\n')
        .every((line) => line.startsWith('detente: ')),
    ).toBe(true);
  });

  itLong('in the middle of standard output is 74 too, not a half with 0', () => {
    const out = join(place(), 'out.json');
    const { status, stderr } = shell(`${room(8)} $D show ${BASE} --json > ${out}`);
    expect([status, stderr]).toEqual([
      74,
      expect.stringMatching(/^detente: the answer cannot be written: .*\n$/),
    ]);
    expect(statSync(out).size).toBe(8 * 1024);
  });

  const written: readonly [name: string, argv: (path: string) => string, kb: number][] = [
    ['project --shard', (path) => `project ${BASE} --runs 4 --workers 1 --shard 1/1 --out ${path}`, 8],
    ['report', (path) => `report ${BASE} --runs 4 --workers 1 -o ${path}`, 8],
    ['export', (path) => `export ${BASE} --runs 4 --workers 1 -o ${path}`, 2],
  ];

  it.each(casesOf(written, 1))(
    'under a file or folder is one sentence and 74, and nothing is left: %s',
    (_, argv, kb) => {
      const at = place();
      const { status, stderr, stdout } = shell(`${room(kb)} $D ${argv(join(at, 'out'))}`);
      expect([status, stdout, stderr]).toEqual([
        74,
        '',
        expect.stringMatching(/^detente: .*cannot be written.*\n$/),
      ]);
      expect(readdirSync(at)).toEqual([]);
    },
  );

  itLong('under standard error changes no exit code', () => {
    expect(shell('$D check nosuch.yaml 2> /dev/full').status).toBe(2);
  });
});

it('a game from a stream whose line never ends is refused in words, and kept where that was asked for', () => {
  const log = join(place(), 'game.json');
  const { status, stderr } = shell(`(echo pass; cat /dev/zero) | $D play ${BASE} --save ${log}`);
  expect([status, stderr]).toEqual([
    2,
    expect.stringMatching(
      /^detente: standard input cannot be read on: a line of it goes on beyond \d+ bytes\.\n$/,
    ),
  ]);
  expect(JSON.parse(readFileSync(log, 'utf8'))).toMatchObject({ scenario: BASE });
});

it.each([
  ['ends the process', 'process.exit(0);'],
  ['never finishes loading', 'await new Promise(() => undefined);'],
])("a module of one's own that %s is no empty answer", (name, module) => {
  const file = join(place(), `${name.replaceAll(' ', '-')}.mjs`);
  writeFileSync(file, module);
  const { status, stdout, stderr } = shell(`$D run ${BASE} --policy US=${file}#mine`);
  expect([status, stdout, stderr]).toEqual([2, '', expect.stringMatching(/^detente: it ended before .*\n$/)]);
});

itLong('a reader that goes away is no fault, and changes nothing of the answer', () => {
  const { stdout, stderr } = shell(`$D show ${BASE} --json | head -c 10; echo " \${PIPESTATUS[0]}"`);
  expect([stdout.endsWith(' 0\n'), stderr]).toEqual([true, '']);
  const named = shell(
    `$D report ${BASE} --runs 4 --workers 1 -o /dev/stdout | head -c 10; echo " \${PIPESTATUS[0]}"`,
  );
  expect([named.stdout, named.stderr]).toEqual(['<!doctype  0\n', '']);
});

itLong('a pipe with a name is refused unread where a file is read, and one without is read', () => {
  const pipe = join(place(), 'pipe');
  execFileSync('mkfifo', [pipe]);
  const { status, stderr } = shell(
    `$D check ${pipe}; $D check <(cat scenarios/soybeans-first.yaml) > /dev/null`,
  );
  expect([status, stderr]).toEqual([0, expect.stringMatching(/: this is a pipe, not a file\n$/)]);
});

describe('texts of strangers', () => {
  const EVIL = '\\e[2J\\e]0;renamed\\a\\u202E\\u009b1mT\\r';
  const OBEYED = /[\u0000-\u0009\u000b-\u001a\u001c-\u001f\u007f-\u009f\u202e]/;
  const PAINTED = /\u001b\[\d+m/g;

  const PRINTING: Readonly<Record<string, (file: string) => readonly string[]>> = {
    show: (file) => ['show', file],
    run: (file) => ['run', file],
    project: (file) => ['project', file, ...FEW],
    compare: (file) => ['compare', BASE, file, ...FEW, '--histories', '2'],
    check: (file) => ['check', file, '--episodes', '2'],
    uncertainty: (file) => ['uncertainty', file, '--runs', '4', '--own-worlds', '2', '--policies', 'own'],
    sensitivity: (file) => [
      'sensitivity',
      file,
      '--output',
      'held',
      '-m',
      'tornado',
      '-n',
      '2',
      '--policies',
      'own',
    ],
    explain: (file) => ['explain', file, '--event', '{"type":"\\u001b[2Jx\\u202e"}'],
  };

  it.each(Object.entries(PRINTING))(
    'move no cursor and turn no line round, painted or plain: %s',
    async (_, argv) => {
      const text = `id: stranger\nextends: ${BASE}\ntitle: "${EVIL}"\nquestion: "${EVIL}?"\nassumptions: ["${EVIL}"]\n`;
      for (const colour of [false, true]) {
        let said = '';
        const add = (part: string) => (said += part);
        await runCli(argv(files.file('stranger.yaml', text)), {
          write: add,
          warn: add,
          drawsProgress: false,
          colour,
        });
        expect(said).not.toBe('');
        expect(colour ? said.replace(PAINTED, '') : said).not.toMatch(/\u001b/);
        expect(said).not.toMatch(OBEYED);
      }
    },
  );

  it.each([
    ['an id', 'id: "\\e[2Jx"\n'],
    ['a key', `id: x\nextends: ${BASE}\n"\\e[2J\\ndetente: all fine": 1\n`],
    ['the base', 'id: x\nextends: "a\\ndetente: all fine"\n'],
  ])('forge no line of a complaint: %s', async (_, text) => {
    const { exit, err } = await cli('check', files.file('forged.yaml', text));
    expect(exit).toBe(2);
    expect(err).not.toMatch(OBEYED);
    expect(err).not.toMatch(/\u001b/);
    expect(err.split('\n').filter((line) => line.startsWith('detente: all fine'))).toEqual([]);
  });
});
