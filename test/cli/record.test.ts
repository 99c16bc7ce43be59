/** The way in for tomorrow's news: an act with its day and its source, or none. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { facts } from '../../src/facts/packaged';
import { cli, folder } from './run-cli';

const here = folder();
afterAll(here.remove);
const said = (fields: Record<string, unknown> = {}) =>
  JSON.stringify({
    ...{ type: 'statement.make', actor: 'US', on: '2026-11-30', voice: 'leader', tone: 'conciliatory' },
    ...{ topic: 'extension', gist: 'It will be prolonged.', ...fields },
  });
const add = (folder: string, event: string, ...more: string[]) =>
  cli('record', 'add', event, '--into', join(here.path, folder), ...more);

describe('an act of tomorrow', () => {
  it('goes behind the record, with a source of its own, where every command reads it', async () => {
    const added = await add('news', said(), '--source', 'paper', '--title', 'A paper', '--json');
    expect([added.exit, JSON.parse(added.out)]).toEqual([
      0,
      { file: join(here.path, 'news/acts/2026+.json'), acts: facts.acts.length + 1 },
    ]);
    const at = join(here.path, 'news');
    const checked = await cli('check', '--facts', at);
    expect([checked.exit, checked.out]).toEqual([
      0,
      `sound: the facts parse, and the law allows each of their ${facts.acts.length + 1} acts.\n`,
    ]);
    expect((await cli('ledger', '--at', '2026-11-30', '--facts', at)).exit).toBe(0);
    expect((await cli('ledger', '--at', '2026-12-01', '--facts', at)).exit).toBe(2);
  });

  it.each([
    ['without a source', said(), [], 'an act needs a source'],
    ['without a day', said({ on: undefined }), ['--source', 'x'], 'the event has no day'],
    ['of a source that nobody knows', said(), ['--source', 'nobodys'], 'no source "nobodys"'],
    ['that is no JSON', '{', ['--source', 'x'], 'no JSON'],
    [
      'with a key twice',
      said().replace('{', '{"on":"2026-11-29",'),
      ['--source', 'ustr-30'],
      'the event: the key "on" stands twice in one object, at line 1, column 57',
    ],
    [
      'that the law refuses',
      JSON.stringify({ type: 'truce.open-talks', actor: 'both', on: '2026-11-30' }),
      ['--source', 'ustr-30'],
      'truce/',
    ],
  ])('%s is refused with exit 2, and nothing is written', async (name, event, more, says) => {
    const own = name.replaceAll(' ', '-');
    const { exit, err } = await add(own, event, ...more);
    expect(exit).toBe(2);
    expect(err).toContain(says);
    expect(existsSync(join(here.path, own))).toBe(false);
  });

  it('leaves what was added before as it was where a later one is refused', async () => {
    await add('kept', said(), '--source', 'ustr-30');
    const file = join(here.path, 'kept/acts/2026+.json');
    const before = readFileSync(file, 'utf8');
    const { ino, ctimeMs } = statSync(file);
    expect((await add('kept', said({ tone: 'angry' }), '--source', 'ustr-30')).exit).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe(before);
    // Nor was it written and put back.
    expect(statSync(file)).toMatchObject({ ino, ctimeMs });
  });

  it('changes no document that is there, and no file where one of them cannot be written', async () => {
    expect((await add('own', said(), '--source', 'paper', '--title', 'A paper')).exit).toBe(0);
    const file = join(here.path, 'own/acts/2026+.json');
    const before = readFileSync(file, 'utf8');
    const another = await add('own', said(), '--source', 'paper', '--title', 'Another paper');
    expect([another.exit, another.err]).toEqual([2, expect.stringContaining('"paper" is there already')]);
    rmSync(join(here.path, 'own/sources+.json'));
    mkdirSync(join(here.path, 'own/sources+.json'));
    const unwritten = await add('own', said(), '--source', 'news', '--title', 'News');
    expect([unwritten.exit, unwritten.err]).toEqual([2, expect.stringContaining('sources+.json')]);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('is told with an example where the event is none in JSON, and the example can be added', async () => {
    const { exit, err } = await add('words', 'US statement.make voice=leader', '--source', 'ustr-30');
    expect([exit, err]).toEqual([2, expect.stringContaining('the event is no JSON; it is told as {"type":')]);
    const example = /told as (\{.*\});/.exec(err)?.[1] ?? '';
    expect((await add('words', example, '--source', 'ustr-30')).exit).toBe(0);
  });

  it.each([
    ['a file that is no JSON', (path: string) => writeFileSync(path, '['), 'this is not JSON'],
    [
      'a file with a key twice',
      (path: string) => writeFileSync(path, '[{"note":"a",\n"note":"b"}]'),
      'acts/2026+.json: the key "note" stands twice in one object, at line 2, column 1',
    ],
    ['a pipe', (path: string) => execFileSync('mkfifo', [path]), 'this is a pipe, not a file'],
    ['a folder', (path: string) => mkdirSync(path), 'directory'],
  ])('is refused with exit 2 where its file is %s', async (name, make, says) => {
    const own = name.replaceAll(' ', '-');
    mkdirSync(join(here.path, own, 'acts'), { recursive: true });
    make(join(here.path, own, 'acts/2026+.json'));
    const { exit, err } = await add(own, said(), '--source', 'ustr-30');
    expect([exit, err]).toEqual([2, expect.stringContaining(says)]);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'a paper', ''])(
    'is refused with exit 2 where the address of its source is %j',
    async (href) => {
      const how = ['--source', 'paper', '--title', 'A paper', '--href', href];
      const { exit, err } = await add('no-address', said(), ...how);
      expect([exit, err]).toEqual([2, expect.stringContaining('begins with https:// or http://')]);
      expect(existsSync(join(here.path, 'no-address/acts'))).toBe(false);
    },
  );

  it('is refused by the place of the acts where the calendar cannot come to its day', async () => {
    const { exit, err } = await add('far', said({ on: '9999-12-31' }), '--source', 'ustr-30');
    expect([exit, err]).toEqual([2, expect.stringContaining('acts: the record cannot be: of the calendar')]);
  });

  it('is refused with exit 2 where its folder has no name or leads nowhere', async () => {
    symlinkSync(join(here.path, 'nowhere/deep'), join(here.path, 'broken'));
    for (const into of ['', join(here.path, 'broken')])
      expect((await cli('record', 'add', said(), '--source', 'ustr-30', '--into', into)).exit, into).toBe(2);
    expect(existsSync(join(here.path, 'nowhere'))).toBe(false);
  });

  it('is nothing to check where neither a file nor facts are told', async () => {
    expect((await cli('check')).exit).toBe(2);
  });
});
