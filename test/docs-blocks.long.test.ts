/**
 * Every block of code on the pages of the documentation is tried as a reader would try it.
 *
 * A block of TypeScript is a program: it compiles, runs, and prints in their order the lines that its comments promise
 * after an arrow. What it takes for granted stands before it in a comment of the page that begins with the word setup. A line of a shell
 * that calls detente is run, and a block of YAML with an id is read as a scenario.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pagesOfTheSite } from '../site/assemble';
import { parseScenarioText } from '../src/entries/scenarios';
import { act, passTo, play, runEpisode } from '../src/entries/index';
import { blocksOf, commandsIn, missingLines, type Block } from './blocks';
import { programOf } from '../tools/compiler';
import { stalePictures } from '../tools/pictures';
import { root } from './sources';

/** Pages whose programs other tests run. */
const ELSEWHERE = ['README.md', 'docs/testing-guide.md'];
/**
 * Shards, what is taken up again and folders of facts need files of their own; advice and a tournament take thousands of
 * runs. `test/cli` runs them.
 */
const ELSEWHERE_RUN = /^(merge|advise|tournament|flip|--resume|--shard|--checkpoint|my-facts|record)$/;
const scratch = join(root, '.tmp', `blocks-${process.pid}`);

const blocks = pagesOfTheSite()
  .filter((page) => !ELSEWHERE.includes(page))
  .flatMap((page) => blocksOf(page, readFileSync(join(root, page), 'utf8')));
const named = (language: string) =>
  blocks.filter((block) => block.language === language).map((block) => [block.name, block] as const);
const fileOf = ({ name }: Block) => join(scratch, `${name.replace(/\W+/g, '-')}.ts`);

async function printed(path: string): Promise<string[]> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', path], {
    cwd: scratch,
    env: { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json'), NO_COLOR: '1' },
  });
  return stdout.split('\n').map((line) => line.trimEnd());
}

beforeAll(() => {
  mkdirSync(scratch, { recursive: true });
  for (const [, block] of named('ts')) writeFileSync(fileOf(block), block.program);
  layFiles();
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('the programs on the pages', () => {
  it('compile', () => {
    const files = named('ts').map(([, block]) => fileOf(block));
    const program = programOf(files, { noUnusedLocals: false, noUnusedParameters: false });
    const faults = ts
      .getPreEmitDiagnostics(program)
      .map(
        ({ file, messageText }) =>
          `${file?.fileName.slice(scratch.length) ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
      );
    expect(faults).toEqual([]);
  });

  it.each(named('ts'))('%s runs and prints what its comments say', { timeout: 900_000 }, async (_, block) => {
    const lines = await printed(fileOf(block));
    expect(missingLines(block.program, lines), lines.join('\n')).toEqual([]);
  });
});

/** Files that the pages speak of and do not show. */
function layFiles(): void {
  const now = passTo(play('kuala-lumpur-2025'), '2025-10-27');
  const done = act(now, { type: 'purchase.resume', actor: 'CN', flow: 'soybeans' });
  const log = JSON.stringify((done.ok ? done.play : now).log);
  writeFileSync(
    join(scratch, 'mine.mjs'),
    `export const myPolicy = { id: 'mine', title: 'Mine', alsoKnownAs: [], doc: 'Does nothing.', source: 'stylised', stochastic: false, atTheTable: 'bargains', decide: () => [] };
export const dearer = (final, { averages }) => averages.last.usOnCn > averages.start.usOnCn + 0.5;
export const notDearer = (final, trajectory) => !dearer(final, trajectory);
export const measure = (final) => final.coercion.length;
`,
  );
  for (const name of ['log.json', 'news.json']) writeFileSync(join(scratch, name), log);
  writeFileSync(join(scratch, 'run.json'), JSON.stringify(runEpisode('kuala-lumpur-2025')));
  for (const [, { text }] of named('yaml')) {
    const id = /^id: (.+)$/m.exec(text)?.[1];
    if (id !== undefined) writeFileSync(join(scratch, `${id}.yaml`), text);
  }
}

/** Ends a command with few runs where it takes a number of them: what is asked is whether it is understood. */
async function ran(words: readonly string[]): Promise<{ readonly exit: number; readonly err: string }> {
  const run = async (given: readonly string[]) => {
    try {
      const running = promisify(execFile)(
        process.execPath,
        ['--import', 'tsx', join(root, 'src/cli/main.ts'), ...given],
        {
          cwd: scratch,
          env: { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json'), NO_COLOR: '1' },
          maxBuffer: 2 ** 26,
        },
      );
      // Nobody types: a command that reads lines is at their end.
      running.child.stdin?.end();
      await running;
      return { exit: 0, err: '' };
    } catch (error) {
      const { code, stderr } = error as { readonly code?: number; readonly stderr?: string };
      return { exit: code ?? -1, err: stderr ?? String(error) };
    }
  };
  const few = words.filter(
    (_, at) => !/^(--runs|-n)$/.test(words[at] ?? '') && !/^(--runs|-n)$/.test(words[at - 1] ?? ''),
  );
  rmSync(join(scratch, 'tables'), { recursive: true, force: true });
  const short = await run([...few, '--runs', words.includes('--observed') ? '400' : '40']);
  // A command that has no number of runs, counts something else by the method that it takes, or runs nothing as it is asked.
  return /has no option|not --runs|--runs and --seed go with/.test(short.err) ? run(words) : short;
}

describe('the commands on the pages', () => {
  const commands = named('sh').flatMap(([name, { text }]) =>
    commandsIn(text)
      .filter((words) => !words.some((word) => ELSEWHERE_RUN.test(word)))
      .map((words) => [`${name}: ${words.join(' ')}`, words] as const),
  );

  it('are there', () => expect(commands.length).toBeGreaterThan(10));

  it.each(commands)('%s is understood', { timeout: 600_000 }, async (_, words) => {
    const { exit, err } = await ran(words);
    expect([0, 1], err).toContain(exit);
  });
});

/** Words of the other languages that look like columns. */
const NO_COLUMNS =
  /^(read_csv|read_json|read_parquet|parse_dates|float_precision|round_trip|value_counts|stream_in)$/;

describe('the programs in other languages', () => {
  const foreign = blocks.filter(({ language }) => ['python', 'r', 'sql'].includes(language));

  it('name only columns that the exported tables have', { timeout: 600_000 }, async () => {
    const { err } = await ran(['export', 'kuala-lumpur-2025', '-o', 'every-table', '-t', 'all']);
    const manifest = join(scratch, 'every-table/datapackage.json');
    expect(existsSync(manifest), err).toBe(true);
    const { resources } = JSON.parse(readFileSync(manifest, 'utf8')) as {
      resources: { schema: { fields: { name: string }[] } }[];
    };
    const columns = new Set(resources.flatMap(({ schema }) => schema.fields.map(({ name }) => name)));
    const used = foreign.flatMap(({ name, text }) =>
      [...text.matchAll(/\b[a-z]+(?:_[a-z0-9]+)+\b/g)].map(([word]) => [name, word] as const),
    );
    expect(used.length).toBeGreaterThan(5);
    expect(used.filter(([, word]) => !NO_COLUMNS.test(word) && !columns.has(word))).toEqual([]);
  });
});

describe('the pictures on the pages', () => {
  it('are drawn from what the library answers now: npm run pictures', { timeout: 600_000 }, () => {
    expect(stalePictures()).toEqual([]);
  });
});

describe('the scenarios on the pages', () => {
  it.each(named('yaml').filter(([, { text }]) => /^id: /m.test(text)))('%s can be read', (_, { text }) => {
    const read = parseScenarioText(text);
    expect(read.ok ? [] : read.issues).toEqual([]);
  });
});
