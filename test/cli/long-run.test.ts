import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { interruptible } from '../../src/cli/interrupt';
import { progressOn, Stopped } from '../../src/cli/terminal';
import { cli, folder, type Folder } from './run-cli';
import { itLong } from '../long';
import { casesOf } from '../extent';

const BASE = 'kuala-lumpur-2025';
const root = join(import.meta.dirname, '../..');
let files: Folder;
let scenario: string;
beforeAll(() => {
  files = folder();
  // One issue and an early end: a fifth of the time.
  scenario = files.file('one.yaml', `id: one\nextends: ${BASE}\nhorizon: 2025-10-31\nagenda: [extension]\n`);
});
afterAll(() => files.remove());
const at = (name: string) => join(files.path, name);

describe('shards on the command line', () => {
  const run = (runs: number, ...more: string[]) =>
    cli('project', scenario, '--runs', String(runs), '--seed', 'a b', '--workers', '1', ...more);
  const shard = (index: number, of: number, name = `${index}.json`) =>
    run(501, '--shard', `${index}/${of}`, '--out', at(name));

  itLong('merge to what project prints, as JSON and as text', async () => {
    expect(await shard(1, 2)).toMatchObject({
      exit: 0,
      out: `${at('1.json')}: shard 1 of 2, 250 of 501 runs\n`,
    });
    expect((await shard(2, 2)).exit).toBe(0);
    const merge = (...more: string[]) => cli('merge', at('2.json'), at('1.json'), ...more);
    expect(await merge('--json')).toEqual({ ...(await run(501, '--json')) });
    const again = (text: string) => text.replace(/again: .*/, '');
    expect(again((await merge()).out)).toBe(again((await run(501)).out));
  });

  itLong('join to one file that merges as they do', async () => {
    const joined = await cli('merge', at('1.json'), at('2.json'), '--out', at('both.json'), '--json');
    expect(JSON.parse(joined.out)).toMatchObject({ shards: { first: 1, last: 2, of: 2 }, runs: 501 });
    expect((await cli('merge', at('both.json'), '--json')).out).toBe(
      (await cli('merge', at('1.json'), at('2.json'), '--json')).out,
    );
  });

  itLong('are refused by the names of their files, with nothing printed or written', async () => {
    const [one, two] = [at('1.json'), at('2.json')];
    const text = readFileSync(two, 'utf8');
    const bad = (name: string, content: string) => files.file(name, content);
    await cli(
      'project',
      scenario,
      '--runs',
      '501',
      '--shard',
      '2/2',
      '--out',
      at('seed.json'),
      '--workers',
      '1',
    );
    await run(502, '--shard', '2/2', '--out', at('runs.json'));
    await shard(3, 3, 'third.json');
    const cases: readonly (readonly [files: readonly string[], ...says: string[]])[] = [
      [[one], 'shard 2 of 2 is missing'],
      [[one, two, two], two, 'a shard merges once'],
      [[one, at('both.json')], 'overlaps'],
      [[one, at('seed.json')], at('seed.json'), 'its seed is "1"', one, '"a b"'],
      [[one, at('runs.json')], at('runs.json'), 'its runs is 502'],
      [[one, at('third.json')], at('third.json'), 'one division'],
      [[one, bad('cut.json', text.slice(0, 5_000))], at('cut.json'), 'cut off'],
      [
        [one, bad('behind.json', `${text.trimEnd()}\n x`)],
        at('behind.json'),
        'something stands behind its end, at line 2, column 2',
      ],
      [
        [one, bad('twice.json', text.replace('{', '{"format":"x",'))],
        at('twice.json'),
        'the key "format" stands twice in one object, at line 1, column 15',
      ],
      [[one, bad('empty.json', '')], at('empty.json'), 'it is empty'],
      [[one, bad('edited.json', text.replace('"held":', '"held":1'))], at('edited.json'), 'changed'],
      [[one, bad('old.json', text.replace('"version":"', '"version":"0.0.'))], at('old.json'), '0.0.'],
      [[one, bad('later.json', text.replace('-shard/1', '-shard/2'))], at('later.json'), 'detente-shard/2'],
      [[one, bad('text.json', 'hello')], at('text.json'), 'not JSON'],
      [[one, scenario], scenario, 'not JSON'],
      [[one, bad('deep.json', '['.repeat(5_000) + ']'.repeat(5_000))], at('deep.json'), 'nests too deeply'],
      [[one, at('nowhere.json')], at('nowhere.json'), 'no such file'],
      [[one, files.path], files.path, 'directory'],
    ];
    for (const [given, ...says] of cases) {
      for (const more of [['--json'], ['--out', at('never.json')]]) {
        if (more[0] === '--out' && says[0] === 'shard 2 of 2 is missing') continue;
        const { exit, out, err } = await cli('merge', ...given, ...more);
        expect([exit, out], err).toEqual([2, '']);
        for (const part of says) expect(err).toContain(part);
        expect(err).not.toMatch(/\n\s+at |undefined/);
      }
    }
    expect(readdirSync(files.path).filter((name) => /never|tmp/.test(name))).toEqual([]);
  });

  it.each([
    [['--shard', '0/3', '--out', 'x'], '"0/3"'],
    [['--shard', '4/3', '--out', 'x'], '"4/3"'],
    [['--shard', '1', '--out', 'x'], 'I/N'],
    [['--shard', '1/100001', '--out', 'x'], '100000'],
    [['--shard', '1/3'], '--out'],
    [['--out', 'x'], '--shard'],
    [['--checkpoint', 'x', '--resume', 'y'], 'one of them'],
    [['--resume', 'nowhere.json'], 'no such file'],
  ])('%j is refused', async (more, says) => {
    const { exit, out, err } = await run(10, ...more);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toContain(says);
  });

  it('a file that cannot be written is refused before the work, and a checkpoint is never begun over', async () => {
    for (const option of [['--shard', '1/1', '--out'], ['--checkpoint']]) {
      const { exit, err } = await run(10_000_000, ...option, join(scenario, 'x.json'));
      expect([exit, err.includes('x.json')], err).toEqual([2, true]);
    }
    const kept = files.file('kept.json', '{}');
    expect((await run(10_000_000, '--checkpoint', kept)).err).toContain('--resume');
  });
});

/** Starts the command as a process of its own, and waits until it has written its first checkpoint. */
async function begun(checkpoint: string) {
  const argv = [
    'project',
    scenario,
    '--runs',
    '2501',
    '--workers',
    '1',
    '--json',
    '--checkpoint',
    checkpoint,
  ];
  const watcher = watch(files.path);
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...argv], {
    cwd: root,
    env: { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (err += data.toString()));
  const ended = once(child, 'close') as Promise<[number | null, string | null]>;
  while (!existsSync(checkpoint)) await Promise.race([once(watcher, 'change'), ended]);
  watcher.close();
  return {
    kill: async (signal: NodeJS.Signals) => {
      child.kill(signal);
      const [code, by] = await ended;
      return { code, by, out, err };
    },
  };
}

describe('a process that is ended on its way', () => {
  const resume = (checkpoint: string) =>
    cli('project', scenario, '--runs', '2501', '--workers', '1', '--json', '--resume', checkpoint);
  let whole = '';
  beforeAll(async () => {
    whole = (await cli('project', scenario, '--runs', '2501', '--workers', '1', '--json')).out;
  });

  itLong('by SIGKILL goes on from its checkpoint to the bytes of one that was not', async () => {
    const checkpoint = at('killed.json');
    const { by, out } = await (await begun(checkpoint)).kill('SIGKILL');
    expect([by, out]).toEqual(['SIGKILL', '']);
    const { exit, out: resumed } = await resume(checkpoint);
    expect([exit, resumed]).toEqual([0, whole]);
  });

  it.each(
    casesOf(
      [
        ['SIGINT', 130],
        ['SIGTERM', 143],
        ['SIGHUP', 129],
      ] as const,
      1,
    ),
  )(
    'by %s leaves the part that is done, marked, with exit %d, and goes on from there',
    async (signal, exit) => {
      const checkpoint = at(`${signal}.json`);
      const { code, out, err } = await (await begun(checkpoint)).kill(signal);
      expect([code, err], err).toEqual([exit, expect.stringContaining(`--resume ${checkpoint}`)]);
      const { runs, partial } = JSON.parse(out) as { runs: number; partial: object };
      expect(partial).toEqual({ done: runs, asked: 2501 });
      // Any number of runs is an answer; what goes on from the checkpoint begins at a border.
      expect(runs).toBeLessThan(2501);
      expect(err).toContain(
        `stopped by ${signal} after ${runs < 1_000 ? runs : `${Math.floor(runs / 1_000)} ${String(runs % 1_000).padStart(3, '0')}`} of 2 501 runs`,
      );
      if (signal === 'SIGINT') expect((await resume(checkpoint)).out).toBe(whole);
    },
  );
});

describe('a signal', () => {
  // Another file's browser may listen to signals in this process, and would end it.
  beforeEach(() => {
    const others = (['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map(
      (name) => [name, process.listeners(name)] as const,
    );
    for (const [name] of others) process.removeAllListeners(name);
    return () => {
      for (const [name, listeners] of others) for (const listener of listeners) process.on(name, listener);
    };
  });

  it('asks once, and leaves the second one to the system', async () => {
    const before = process.listenerCount('SIGINT');
    const { result, stopped } = await interruptible((stop) => {
      expect(process.listenerCount('SIGINT')).toBe(before + 1);
      process.emit('SIGINT', 'SIGINT');
      expect(process.listenerCount('SIGINT')).toBe(before);
      return Promise.resolve(stop.aborted);
    });
    expect([result, stopped]).toEqual([true, { by: 'SIGINT', exit: 130 }]);
    expect(process.listenerCount('SIGTERM')).toBe(0);
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s before there is an answer says so, with exit %d', async (name, exit) => {
    const work = interruptible((stop) => {
      process.emit(name, name);
      return Promise.reject(stop.reason as Error);
    });
    await expect(work).rejects.toBeInstanceOf(Stopped);
    await expect(work).rejects.toMatchObject({ exit });
    expect(process.listenerCount(name)).toBe(0);
  });
});

describe('progress on a terminal', () => {
  const lines = (
    options: { unit?: string; already?: number },
    steps: readonly (readonly [ms: number, done: number, all: number])[],
  ) => {
    const told: string[] = [];
    let now = 0;
    const terminal = {
      write: () => true,
      warn: (text: string) => told.push(text),
      drawsProgress: true,
      colour: false,
    };
    const tell = progressOn({ ...terminal, clock: () => now }, 'projecting', options)!;
    for (const [ms, done, all] of steps) {
      now = ms;
      tell(done, all);
    }
    return told.map((text) => text.replace(/\r|\u001b\[K/g, ''));
  };

  it('tells the share, the rate and the time left, and wipes itself', () => {
    expect(
      lines({}, [
        [1_000, 250, 1_000_000],
        [2_000, 1_000, 4_000],
        [4_000, 4_000, 4_000],
      ]),
    ).toEqual([
      'projecting   0%  250 of 1 000 000 runs  250/s  1:06:39 left',
      'projecting  25%  1 000 of 4 000 runs  500/s  0:06 left',
      '',
    ]);
  });

  it('does not count what an earlier process did as its own speed', () => {
    expect(
      lines({ already: 3_000 }, [
        [0, 3_000, 4_000],
        [1_000, 3_500, 4_000],
      ]),
    ).toEqual([
      'projecting  75%  3 000 of 4 000 runs',
      'projecting  87%  3 500 of 4 000 runs  500/s  0:01 left',
    ]);
  });

  it('begins anew where work has several parts', () => {
    expect(
      lines({ unit: 'forecasts' }, [
        [100, 9, 10],
        [200, 10, 10],
        [300, 1, 10],
        [500, 3, 10],
      ]).at(-1),
    ).toBe('projecting  30%  3 of 10 forecasts  10/s  0:01 left');
  });

  it('is not drawn elsewhere', () => {
    expect(
      progressOn({ write: () => true, warn: () => true, drawsProgress: false, colour: false }, 'x'),
    ).toBeUndefined();
  });
});
