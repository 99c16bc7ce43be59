/**
 * Programs in the examples, in the README and in the page about browsers run as a reader would run them, and print what their comments say.
 *
 * A comment that begins with `// =>` is a line of the output; such lines must appear in that order, others may stand
 * between them. A TypeScript block behind a comment `<!-- setup` is a part of a page, and no
 * program: `docs-blocks.long.test.ts` puts it together with its setup.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesOf } from './extent';
import { itLong } from './long';

const root = join(import.meta.dirname, '..');
const scratch = join(root, '.tmp', `readme-${process.pid}`);
const PROMISE = /^\s*\/\/ => ?(.*)$/;

async function linesOf(path: string): Promise<string[]> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', path], {
    cwd: root,
    env: { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json'), NO_COLOR: '1' },
  });
  return stdout.split('\n').map((line) => line.trimEnd());
}

/** The promised lines that the output lacks, or has in another order only. */
function missing(program: string, printed: readonly string[]): string[] {
  let at = 0;
  return promises(program).filter((line) => {
    const found = printed.indexOf(line, at);
    if (found >= 0) at = found + 1;
    return found < 0;
  });
}

function promises(program: string): string[] {
  return program.split('\n').flatMap((line) => {
    const promised = PROMISE.exec(line)?.[1];
    return promised === undefined ? [] : [promised.trimEnd()];
  });
}

/** The TypeScript programs of a page. */
function programsIn(page: string): string[] {
  return [...page.matchAll(/(<!-- setup\n(?:(?!-->)[\s\S])*-->\n+)?^```ts\n([\s\S]*?)^```$/gm)].flatMap(
    ([, setup, program = '']) => (setup === undefined ? [program] : []),
  );
}

async function keepsItsWord(path: string, program: string): Promise<void> {
  const printed = await linesOf(path);
  expect(missing(program, printed), printed.join('\n')).toEqual([]);
}

describe('the examples', () => {
  const names = readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.ts'));

  it('are numbered by difficulty without a gap', () => {
    expect(names.map((name) => Number(name.slice(0, 2)))).toEqual(names.map((_, index) => index + 1));
    expect(names.length).toBeGreaterThanOrEqual(6);
  });

  it('begin with one of ten lines', () => {
    const program = readFileSync(join(root, 'examples', names[0]!), 'utf8');
    expect(
      program.split('\n').filter((line) => line !== '' && !line.startsWith('//')).length,
    ).toBeLessThanOrEqual(10);
  });

  it('have a line each in the page of the folder', () => {
    const page = readFileSync(join(root, 'examples/README.md'), 'utf8');
    for (const name of names) expect(page).toContain(`\`${name}\``);
  });

  it.each(casesOf(names, 2))('%s prints what its comments say', async (name) => {
    const path = join(root, 'examples', name);
    const program = readFileSync(path, 'utf8');
    expect(promises(program).length).toBeGreaterThan(0);
    expect(program).not.toMatch(/from '\.\.?\//);
    await keepsItsWord(path, program);
  });
});

/** The pages of which every program runs. */
const PAGES = ['README.md', 'docs/browser.md'].filter((page) => existsSync(join(root, page)));

describe.each(PAGES)('the programs of %s', (page) => {
  const name = page.replace(/\W/g, '-');
  const programs = programsIn(readFileSync(join(root, page), 'utf8')).map(
    (program, index) => [index + 1, program] as const,
  );

  beforeAll(() => mkdirSync(scratch, { recursive: true }));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  itLong.each(programs)('number %d runs and prints what its comments say', async (number, program) => {
    const path = join(scratch, `${name}-${number}.ts`);
    writeFileSync(path, program);
    await keepsItsWord(path, program);
  });
});
