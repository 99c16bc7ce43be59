/** What a command line reads is not written over by what it writes, and no two answers go into one file. */
import { linkSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands';
import { scenarioFile } from '../../src/cli/scenario-argument';
import { play } from '../../src/entries/index';
import { facts } from '../../src/facts/packaged';
import { cli, cliWith, folder } from './run-cli';

const BASE = 'kuala-lumpur-2025';
const here = folder();
afterAll(here.remove);
const at = (name: string) => join(here.path, name);
const FEW = ['-n', '4', '-w', '1'];
const MODULE = `export { crisisGame } from ${JSON.stringify(join(import.meta.dirname, '../../src/entries/own.ts'))};`;

const FILES: Readonly<Record<string, string>> = {
  'mine.yaml': `id: mine\nextends: ${BASE}\n`,
  'other.yaml': `id: other\nextends: ${BASE}\n`,
  'after.json': JSON.stringify(play(BASE).log),
  'mine.mjs': MODULE,
  'own/issues.json': JSON.stringify(facts.issues),
};

beforeAll(async () => {
  mkdirSync(at('own'));
  for (const [name, content] of Object.entries(FILES)) here.file(name, content);
  symlinkSync(at('mine.yaml'), at('link.yaml'));
  symlinkSync(here.path, at('again'));
  linkSync(at('mine.yaml'), at('second-name.yaml'));
  expect((await cli('project', BASE, ...FEW, '--shard', '1/1', '-o', at('shard.json'))).exit).toBe(0);
});

/** What is called, what is read by which name, and the option that would write over it. */
const OVER_INPUTS: readonly (readonly [
  command: string,
  read: string,
  file: string,
  words: readonly string[],
])[] = [
  ['report', '<scenario...>', 'mine.yaml', ['report', at('mine.yaml'), ...FEW, '-o', at('mine.yaml')]],
  [
    'report',
    '<scenario...>',
    'other.yaml',
    ['report', '--compare', at('mine.yaml'), at('other.yaml'), ...FEW, '-o', at('other.yaml')],
  ],
  [
    'report',
    '--after',
    'after.json',
    ['report', BASE, ...FEW, '--after', at('after.json'), '-o', at('after.json')],
  ],
  [
    'project',
    '<scenario>',
    'mine.yaml',
    ['project', at('mine.yaml'), ...FEW, '--shard', '1/1', '--out', at('mine.yaml')],
  ],
  [
    'project',
    '--facts',
    'own/issues.json',
    ['project', BASE, ...FEW, '--facts', at('own'), '--shard', '1/1', '-o', at('own/issues.json')],
  ],
  ['project', '<scenario>', 'mine.yaml', ['project', at('mine.yaml'), ...FEW, '--resume', at('mine.yaml')]],
  ['tree', '<scenario>', 'mine.yaml', ['tree', at('mine.yaml'), ...FEW, '-o', at('mine.yaml')]],
  [
    'tournament',
    '--policies',
    'mine.mjs',
    [
      'tournament',
      BASE,
      ...FEW,
      '--policies',
      `hard-liner,${at('mine.mjs')}#crisisGame`,
      '-o',
      at('mine.mjs'),
    ],
  ],
  ['merge', '<file...>', 'shard.json', ['merge', at('shard.json'), '-o', at('shard.json')]],
  [
    'advise',
    '--want',
    'mine.mjs',
    ['advise', BASE, '-p', 'US', '--want', `${at('mine.mjs')}#x`, '--resume', at('mine.mjs')],
  ],
  [
    'play',
    '--policy',
    'mine.mjs',
    ['play', BASE, '--policy', `CN=${at('mine.mjs')}#crisisGame`, '--save', at('mine.mjs')],
  ],
  ['play', '--after', 'after.json', ['play', BASE, '--after', at('after.json'), '--save', at('after.json')]],
];

describe('an output over an input', () => {
  it('is tried of every command that writes a file', () => {
    const writing = COMMANDS.filter(({ options }) => options.some(({ writes }) => writes === true));
    const tried = new Set(OVER_INPUTS.map(([command]) => command));
    expect(writing.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
    // An option that names a file to be written says so; those that are read are told apart by their names.
    for (const { name, options } of COMMANDS)
      for (const { flags, writes, reads } of options)
        if (/<file>/.test(flags))
          expect([writes, reads], `${name} ${flags}`).not.toEqual([undefined, undefined]);
  });

  it.each(OVER_INPUTS)('of %s is refused with exit 2, and %s stays: %s', async (_, read, file, words) => {
    const before = readFileSync(at(file), 'utf8');
    const { exit, out, err } = await cli(...words);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toContain(`it is the same file as ${read}, `);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(readFileSync(at(file), 'utf8')).toBe(before);
  });

  it.each([
    ['a link', at('link.yaml')],
    ['a folder that is a link', join(at('again'), 'mine.yaml')],
    ['steps', join(here.path, 'own') + '/../mine.yaml'],
    ['a path from here', relative(process.cwd(), at('mine.yaml'))],
  ])('is known through %s', async (_, path) => {
    const { exit, err } = await cli('report', at('mine.yaml'), ...FEW, '-o', path);
    expect([exit, err]).toEqual([2, expect.stringContaining('the same file as <scenario...>')]);
    expect(readFileSync(at('mine.yaml'), 'utf8')).toBe(FILES['mine.yaml']);
  });

  it('is refused where a line of a game asks for it, too', async () => {
    const { exit, out } = await cliWith(
      [`save ${at('mine.yaml')}`, 'save -', 'quit'],
      'play',
      at('mine.yaml'),
    );
    expect([exit, out]).toEqual([0, expect.stringContaining('it is the same file as <scenario>')]);
    expect(out).toContain('save takes the name of a file.');
    expect(readFileSync(at('mine.yaml'), 'utf8')).toBe(FILES['mine.yaml']);
  });
});

describe('two outputs', () => {
  it.each([
    ['project', ['--shard', '1/1', '--checkpoint', at('q.json'), '--out', at('q.json')]],
    [
      'project',
      ['--shard', '1/1', '--checkpoint', at('new/q.json'), '--out', join(at('again'), 'new/q.json')],
    ],
  ])('of %s in one file are refused with exit 2', async (command, words) => {
    const { exit, out, err } = await cli(command, BASE, ...FEW, ...words);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toMatch(
      /^detente: --checkpoint and --out name one file, ".*": each of them takes a file of its own\.\n$/,
    );
  });
});

describe('a file that is not read', () => {
  it('may be written: the other name of a file, an id of the package, and a standard stream', async () => {
    const tree = (...words: string[]) => cli('tree', ...words, ...FEW);
    expect([await scenarioFile(BASE), await scenarioFile(at('mine.yaml'))]).toEqual([[], [at('mine.yaml')]]);
    expect((await tree(at('mine.yaml'), '-o', '-')).exit).toBe(0);
    expect((await tree(at('mine.yaml'), '-o', at('second-name.yaml'))).exit).toBe(0);
    expect(readFileSync(at('mine.yaml'), 'utf8')).toBe(FILES['mine.yaml']);
  });
});
