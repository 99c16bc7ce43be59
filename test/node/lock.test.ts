/** Locks: one process at a time, and none that a dead process left keeps anybody out. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, it } from 'vitest';
import { addAct, type NewAct } from '../../src/node/add-act';
import { locked, LockedError } from '../../src/node/lock';
import { folder } from '../cli/run-cli';
import { root } from '../sources';

const here = folder();
afterAll(here.remove);
const at = (name: string) => join(here.path, name);
const AT_ONCE = { patienceMs: 0 };

/** A number that no process has: that of one that has ended. */
const dead = () => spawnSync('true').pid;

describe('a lock', () => {
  it('is there while the work is done, says whose it is, and is gone afterwards', async () => {
    const path = at('usual');
    const inside = await locked(path, () => readFileSync(path, 'utf8'));
    expect(inside).toBe(`${process.pid} ${hostname()}\n`);
    expect(existsSync(path)).toBe(false);
  });

  it('is gone where the work throws, too', async () => {
    const path = at('throws');
    const work = () => {
      throw new Error('boom');
    };
    await expect(locked(path, work)).rejects.toThrow('boom');
    expect(existsSync(path)).toBe(false);
  });

  it.each([
    ['a process that runs', () => `${process.ppid} ${hostname()}\n`],
    ['a process of another machine', () => `${dead()} not-${hostname()}\n`],
    ['a process that has not said which it is', () => ''],
  ])('of %s is waited for, and then told', async (name, text) => {
    const content = text();
    const path = here.file(name.replaceAll(' ', '-'), content);
    const waited = locked(path, () => 'done', AT_ONCE);
    await expect(waited).rejects.toThrow(LockedError);
    await expect(waited).rejects.toThrow(`holds ${path}; if it runs no more, remove that file`);
    expect(readFileSync(path, 'utf8')).toBe(content);
  });

  it.each([
    ['a process that was killed', () => `${dead()} ${hostname()}\n`],
    ['an earlier process with the number of this one', () => `${process.pid} ${hostname()}\n`],
  ])('of %s keeps nobody out', async (name, text) => {
    const path = here.file(name.replaceAll(' ', '-'), text());
    expect(await locked(path, () => 'done')).toBe('done');
    expect([existsSync(path), existsSync(`${path}.over`)]).toEqual([false, false]);
  });

  it('of a process that died before it said which it is keeps nobody out', async () => {
    const path = here.file('unsigned', '');
    utimesSync(path, 0, 0);
    expect(await locked(path, () => 'done')).toBe('done');
  });

  it('keeps nobody out where the process was killed that was taking it away', async () => {
    const path = here.file('twice', `${dead()} ${hostname()}\n`);
    here.file('twice.over', `${dead()} ${hostname()}\n`);
    expect(await locked(path, () => 'done')).toBe('done');
    expect([existsSync(path), existsSync(`${path}.over`)]).toEqual([false, false]);
  });

  it('is not taken away where another process takes away what was left behind', async () => {
    const path = here.file('taken-over', `${dead()} ${hostname()}\n`);
    here.file('taken-over.over', `${process.ppid} ${hostname()}\n`);
    await expect(locked(path, () => 'done', AT_ONCE)).rejects.toThrow(LockedError);
    expect(existsSync(path)).toBe(true);
  });

  it('is waited for until a signal says otherwise', async () => {
    const path = here.file('waited', `${process.ppid} ${hostname()}\n`);
    const controller = new AbortController();
    const waited = locked(path, () => 'done', { signal: controller.signal });
    controller.abort();
    await expect(waited).rejects.toBe(controller.signal.reason);
  });
});

const said = (gist: string): NewAct => ({
  event: JSON.stringify({
    ...{ type: 'statement.make', actor: 'US', on: '2026-11-30', voice: 'leader', tone: 'conciliatory' },
    ...{ topic: 'extension', gist },
  }),
  source: 'ustr-30',
  certainty: 'medium',
});

/** A process that adds an act once it is told to, so that several do so at the same time. */
const ADDER = `
  import { addAct } from ${JSON.stringify(join(root, 'src/node/add-act.ts'))};
  process.stdout.write('ready\\n');
  process.stdin.once('data', async (data) => {
    const { folder, act } = JSON.parse(data.toString());
    process.stdout.write(JSON.stringify(await addAct(folder, act)) + '\\n');
    process.stdin.destroy();
  });
`;

function adders(count: number) {
  const file = here.file('adder.mts', ADDER);
  const env = { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') };
  const children = Array.from({ length: count }, () =>
    spawn(process.execPath, ['--import', 'tsx', file], {
      cwd: root,
      env,
      stdio: ['pipe', 'pipe', 'inherit'],
    }),
  );
  const lines = children.map((child) => createInterface({ input: child.stdout })[Symbol.asyncIterator]());
  const next = () => Promise.all(lines.map(async (line) => ((await line.next()) as { value: string }).value));
  return { children, next };
}

describe('acts that are added', () => {
  it('by several processes at once are all there', async () => {
    const { children, next } = adders(4);
    const ended = Promise.all(children.map((child) => once(child, 'close')));
    expect(await next()).toEqual(Array(4).fill('ready'));
    const place = at('shared');
    for (const [number, child] of children.entries())
      child.stdin.write(JSON.stringify({ folder: place, act: said(`It is said ${number}.`) }));
    const answers = (await next()).map((line) => JSON.parse(line) as { ok: boolean });
    await ended;
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    const rows = JSON.parse(readFileSync(join(place, 'acts/2026+.json'), 'utf8')) as {
      event: { gist: string };
    }[];
    expect(rows.map(({ event }) => event.gist).sort()).toEqual(
      [0, 1, 2, 3].map((one) => `It is said ${one}.`),
    );
    expect(existsSync(join(place, '.lock'))).toBe(false);
  });

  it('while another process adds are refused once they have waited, and nothing is written', async () => {
    const place = at('busy');
    mkdirSync(place);
    writeFileSync(join(place, '.lock'), `${process.ppid} ${hostname()}\n`);
    const { ok, ...more } = await addAct(place, said('It is said.'), AT_ONCE);
    expect([ok, JSON.stringify(more)]).toEqual([
      false,
      expect.stringContaining(`process ${process.ppid} on`),
    ]);
    expect(existsSync(join(place, 'acts'))).toBe(false);
  });
});
