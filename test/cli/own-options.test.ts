/** What is one's own on the command line: a policy in a module, and facts in a folder. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands';
import { longName } from '../../src/cli/row';
import { project, runEpisode } from '../../src/entries/index';
import { facts } from '../../src/facts/packaged';
import { readFactsFolder } from '../../src/node/facts-folder';
import { loadOwn } from '../../src/node/own-modules';
import { cli, folder } from './run-cli';
import { itLong } from '../long';

const BASE = 'kuala-lumpur-2025';
const here = folder();
afterAll(here.remove);

const POLICY = `US=${join(import.meta.dirname, '../node/own-module.ts')}#waiver`;
const waiver = { policies: { US: { module: './test/node/own-module.ts', name: 'waiver' } } };
const FEW = ['-n', '6', '-w', '1', '--json'];

const parsed = async (...words: string[]) => {
  const { out, err, exit } = await cli(...words);
  expect(err).toBe('');
  expect(exit).toBe(0);
  return JSON.parse(out) as Record<string, unknown>;
};

/** A folder of facts with some files in it. */
function factsIn(name: string, files: Readonly<Record<string, unknown>>): string {
  const place = join(here.path, name);
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(join(place, file, '..'), { recursive: true });
    writeFileSync(join(place, file), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return place;
}

const flagsOf = (name: string) =>
  COMMANDS.find((candidate) => candidate.name === name)!.options.map(longName);

describe('--policy', () => {
  it('is taken by every command that runs episodes of a scenario, and by no other', () => {
    const running =
      'project compare sensitivity uncertainty advise tree watch flip report export run play replay'.split(
        ' ',
      );
    for (const { name } of COMMANDS)
      expect(flagsOf(name).includes('--policy'), name).toBe(running.includes(name));
  });

  itLong('projects and runs what the library does with the same policy', async () => {
    const own = await loadOwn(waiver);
    const expected = JSON.parse(JSON.stringify(project(BASE, { runs: 6, ...own }))) as object;
    expect(await parsed('project', BASE, '--policy', POLICY, ...FEW)).toEqual(expected);
    const told = await parsed('run', BASE, '--policy', POLICY, '--json');
    expect(told['digest']).toBe(runEpisode(BASE, own).digest);
    const log = here.file('own-log.json', JSON.stringify(told));
    const held = await parsed('replay', log, '--policy', POLICY, '--json');
    expect(held).toMatchObject({
      ok: true,
      checked: expect.arrayContaining(['episode', 'outcome']) as object,
    });
    expect((await cli('replay', log)).exit).toBe(1);
  });

  it('takes the id of a shipped policy, and one for each party', async () => {
    const policies = { US: 'hard-liner', CN: 'conciliator' } as const;
    const expected = JSON.parse(JSON.stringify(project(BASE, { runs: 6, policies }))) as object;
    const words = ['--policy', 'US=hard-liner', '--policy', 'CN=conciliator'];
    expect(await parsed('project', BASE, ...words, ...FEW)).toEqual(expected);
  });

  it.each([
    ['no party', ['./mine.mjs#name'], 'takes a party and a policy'],
    ['a party that there is not', ['EU=./mine.mjs#name'], 'US, CN'],
    ['an id that there is not', ['US=hard-linr'], 'did you mean "hard-liner"'],
    ['a module that there is not', ['US=./no-such-file.mjs#name'], 'cannot be imported'],
    ['an export that there is not', [POLICY.replace('#waiver', '#waver')], 'did you mean "waiver"'],
    ['an export that is no policy', [POLICY.replace('#waiver', '#five')], 'expected a policy'],
    ['two policies of one party', ['US=hard-liner', 'US=conciliator'], 'one policy for US, not two'],
  ])('is refused with exit 2 for %s', async (_, told, says) => {
    const words = told.flatMap((one) => ['--policy', one]);
    const { exit, err, out } = await cli('project', BASE, ...words, '-n', '2', '-w', '1');
    expect(exit).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(says);
  });

  const faulty = (decide: string) =>
    `export const faulty = { id: 'faulty', atTheTable: 'bargains', decide: () => { ${decide} } };`;

  it.each([
    [
      'throws',
      faulty(String.raw`throw new TypeError('boom\u001b[2J\ndetente: all is well')`),
      'it threw: boom',
    ],
    ['answers with no list', faulty('return 3;'), 'expected a list of events; given 3'],
    ['answers with what is no event', faulty('return [null];'), 'decide.0: expected an event'],
    ['cannot be read', "export const faulty = { id: 'x', get decide() { throw 1; } };", 'can be read'],
    [
      'throws when it is loaded',
      String.raw`throw new Error('a\ndetente: b\u001b[2J')`,
      'imported: a detente: b',
    ],
  ])('is told in one line, with exit 2, where it %s', async (name, module, says) => {
    const file = here.file(`${name.replaceAll(' ', '-')}.mjs`, module);
    for (const words of [
      ['run', BASE],
      ['project', BASE, '-n', '2', '-w', '1'],
    ]) {
      const { exit, err, out } = await cli(...words, '--policy', `US=${file}#faulty`);
      expect([exit, out]).toEqual([2, '']);
      expect(err).toContain(says);
      expect(err).toMatch(/^detente: policies\.US[^\n\u001b]*\n$/);
    }
  });

  it.each(['pipe', 'device'])(
    'is refused where its module is a %s, which would never be read',
    async (what) => {
      const file = what === 'device' ? '/dev/zero' : join(here.path, 'pipe');
      if (what === 'pipe') execFileSync('mkfifo', [file]);
      const { exit, err } = await cli('run', BASE, '--policy', `US=${file}#faulty`);
      expect([exit, err]).toEqual([2, expect.stringContaining('this is a pipe or a device, not a file')]);
    },
  );

  it.each([
    ['a text in place of a number', "() => '3'", 'expected a number; given the text "3"'],
    ['no number', '() => NaN', 'expected a number; given NaN'],
    ['a throw', "() => { throw new Error('boom'); }", 'it threw: boom'],
    ['no function', '{}', 'expected a quantity of interest'],
  ])('of advise makes %s of an episode in vain: it is told with exit 2', async (name, wanted, says) => {
    const file = here.file(`want-${name.replaceAll(' ', '-')}.mjs`, `export const want = ${wanted};`);
    const words = ['--party', 'US', '--only', 'statement', '-n', '4000', '-w', '1'];
    const { exit, err } = await cli('advise', BASE, ...words, '--want', `${file}#want`);
    expect([exit, err]).toEqual([2, expect.stringContaining(`--want: ${says}`)]);
  });

  it('is refused beside the policies held possible', async () => {
    const words = ['--policy', 'US=hard-liner', '--policies', 'own', '--output', 'held'];
    const { exit, err } = await cli('sensitivity', BASE, ...words);
    expect(exit).toBe(2);
    expect(err).toContain('give one of them');
  });

  it('stands in no scenario file', async () => {
    const file = here.file('mine.yaml', `id: mine\nextends: ${BASE}\npolicies: { US: ./mine.mjs#name }\n`);
    const { exit, err } = await cli('project', file, '-n', '2');
    expect(exit).toBe(2);
    expect(err).toContain('policies.US: expected one of status-quo');
  });
});

/** The extension of the truce, ten times as dear to grant. */
const issues = facts.issues.map((issue) =>
  issue.id === 'extension' ? { ...issue, cost: issue.cost * 10 } : issue,
);

describe('--facts', () => {
  it('is taken by every command that reads the facts', () => {
    const reading = [
      'project',
      'compare',
      'sensitivity',
      'uncertainty',
      'run',
      'check',
      'report',
      'export',
      'list',
      'show',
      'ledger',
      'explain',
      'replay',
      'merge',
    ];
    for (const name of reading) expect(flagsOf(name), name).toContain('--facts');
  });

  itLong(
    'lays whole files over the packaged ones, and projects what the library does on the same facts',
    async () => {
      const place = factsIn('whole', { 'issues.json': issues });
      const expected = JSON.parse(
        JSON.stringify(project(BASE, { runs: 6, facts: { ...facts, issues } })),
      ) as object;
      expect(await parsed('project', BASE, '--facts', place, ...FEW)).toEqual(expected);
      expect(expected).not.toEqual(JSON.parse(JSON.stringify(project(BASE, { runs: 6 }))));
    },
  );

  it('of the package’s own files gives the package’s own facts', () => {
    const years = [...new Set(facts.acts.map(({ event }) => event.on.slice(0, 4)))];
    const place = factsIn('same', {
      'sources.json': facts.sources,
      'trade-world.json': facts.tradeWorld,
      'tariffs/us-on-cn.json': facts.tariffs.usOnCn,
      'tariffs/cn-on-us.json': facts.tariffs.cnOnUs,
      'export-controls/us.json': facts.controls.us,
      'export-controls/cn.json': facts.controls.cn,
      ...Object.fromEntries(
        years.map((year) => [
          `acts/${year}.json`,
          facts.acts.filter(({ event }) => event.on.startsWith(year)),
        ]),
      ),
    });
    const read = readFactsFolder(place);
    expect(read.ok && read.facts).toEqual(facts);
  });

  it('reads a file in it through a link', () => {
    const place = factsIn('with-a-linked-file', { 'probes+.json': [] });
    const real = factsIn('linked-file', { 'issues+.json': '[' });
    symlinkSync(join(real, 'issues+.json'), join(place, 'issues+.json'));
    symlinkSync(join(real, 'nothing'), join(place, 'README'));
    const read = readFactsFolder(place);
    expect(read.ok ? [] : read.issues.map(({ file }) => file)).toEqual([join(place, 'issues+.json')]);
  });

  it('reads a folder in it through a link', () => {
    const real = factsIn('linked-acts', { '2025+.json': '[' });
    const place = factsIn('with-a-link', { 'issues+.json': [] });
    symlinkSync(real, join(place, 'acts'));
    const read = readFactsFolder(place);
    expect(read.ok ? [] : read.issues.map(({ file }) => file)).toEqual([join(place, 'acts/2025+.json')]);
  });

  it('puts the rows of a file with a plus behind those of the package', () => {
    const source = { ...Object.values(facts.sources)[0]! };
    const [last] = facts.acts.slice(-1);
    const row = {
      ...last!,
      source: 'mine',
      event: {
        type: 'statement.make',
        actor: 'US',
        on: '2025-11-10',
        voice: 'leader',
        tone: 'hostile',
        topic: 'trade',
        gist: 'trade',
      },
    };
    const place = factsIn('more', { 'sources+.json': { mine: source }, 'acts/2025+.json': [row] });
    const read = readFactsFolder(place);
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    expect(read.facts.acts).toHaveLength(facts.acts.length + 1);
    expect(read.facts.sources['mine']).toEqual(source);
  });

  itLong('is read by check, list, show and ledger', async () => {
    const place = factsIn('read', { 'issues.json': issues });
    const file = here.file('plain.yaml', `id: plain\nextends: ${BASE}\n`);
    const variant = here.file('same.yaml', `id: same\nextends: ${BASE}\nagenda: [extension]\n`);
    for (const words of [
      ['check', file, '-e', '4'],
      ['list', '--past', '--json'],
      ['show', variant],
      ['ledger', '--at', '2025-10-25'],
      ['run', BASE],
    ])
      expect((await cli(...words, '--facts', place)).exit, words[0]).toBe(0);
  });

  it.each([
    ['a folder that there is not', null, 'there is no folder that can be read', ''],
    ['an empty folder', {}, 'no JSON file', ''],
    ['a name that no file has', { 'isues.json': [] }, 'did you mean "issues.json"', 'isues.json'],
    ['what is no JSON', { 'issues.json': '[{' }, 'this is not JSON', 'issues.json'],
    [
      'a key given twice',
      { 'sources+.json': '{"a":{},"b":{},\n "a":{}}' },
      'the key "a" stands twice in one object, at line 2, column 2',
      'sources+.json',
    ],
    ['a list in the place of an object', { 'sources.json': [] }, 'expected an object', 'sources.json'],
    [
      'a field of another kind',
      { 'issues.json': [issues[0], { ...issues[1], cost: 'dear' }] },
      'expected a number; given the text "dear"',
      'issues.json: 1.cost',
    ],
    [
      'an act that is no event, by its place in its file',
      {
        'acts/2026.json': [
          { ...facts.acts.at(-1)!, event: { type: 'tarif.cut', actor: 'US', on: '2026-01-05' } },
        ],
      },
      'did you mean "tariff.cut"',
      'acts/2026.json: 0.event.type',
    ],
    [
      'a parameter outside its domain',
      {
        'parameters/pool.json': facts.parameters
          .filter(({ name }) => name.startsWith('pool.'))
          .map((row) => ({ ...row, central: -5 })),
      },
      '',
      'parameters/pool.json: 0',
    ],
    ['an id given twice', { 'issues+.json': [issues[0]] }, '', 'issues+.json: 0'],
  ] as const)('is refused with exit 2, file and place for %s', async (name, files, says, place) => {
    const at = join(here.path, name);
    if (files !== null) {
      mkdirSync(at, { recursive: true });
      factsIn(name, files);
    }
    const { exit, err, out } = await cli('project', BASE, '--facts', at, '-n', '2');
    expect(exit).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(says);
    expect(err).toContain(place === '' ? at : join(at, place));
  });
});
