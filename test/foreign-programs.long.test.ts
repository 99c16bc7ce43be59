/**
 * The programs in other languages on the pages run on what `detente export` writes. Python with pandas, R with its two packages and
 * DuckDB belong to no one's install of the package: where one is missing, its test says in words that it was skipped.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pagesOfTheSite } from '../site/assemble';
import { blocksOf } from './blocks';
import { root } from './sources';

const scratch = join(root, '.tmp', `foreign-${process.pid}`);
const RUNS = '60';

const programs = pagesOfTheSite()
  .flatMap((page) => blocksOf(page, readFileSync(join(root, page), 'utf8')))
  .filter(({ language }) => ['python', 'r', 'sql'].includes(language));

function detente(...argv: readonly string[]): void {
  execFileSync(process.execPath, ['--import', 'tsx', join(root, 'src/cli/main.ts'), ...argv], {
    cwd: scratch,
    env: { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json'), NO_COLOR: '1' },
  });
}

/** The tables of the pages in one folder: as CSV, and those that a program wants in another form beside them. */
beforeAll(() => {
  mkdirSync(scratch, { recursive: true });
  const some = ['-n', RUNS, '-w', '1'];
  detente('export', 'kuala-lumpur-2025', '-o', 'tables', '-t', 'all', ...some);
  for (const [format, tables, files] of [
    ['parquet', 'episodes', ['episodes.parquet']],
    ['jsonl', 'episodes,events', ['episodes.jsonl', 'events.jsonl']],
  ] as const) {
    detente('export', 'kuala-lumpur-2025', '-o', format, '-f', format, '-t', tables, ...some);
    for (const file of files) copyFileSync(join(scratch, format, file), join(scratch, 'tables', file));
  }
}, 600_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** What a program prints, or why it stops. */
function printed(command: string, ...argv: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, argv, { cwd: scratch, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return stdout;
}

const works = (command: string, ...argv: readonly string[]) => spawnSync(command, argv).status === 0;

/** A Python that has pandas. */
const python = ['python3', '/usr/bin/python3'].find((path) => works(path, '-c', 'import pandas'));
const hasR = works('Rscript', '-e', 'library(jsonlite); library(survival)');
const engines = join(root, 'test/engines');
const hasDuckDb = existsSync(join(engines, 'node_modules/@duckdb/node-api'));

const inLanguage = (wanted: string) =>
  programs.filter(({ language }) => language === wanted).map((block) => [block.name, block.text] as const);

describe('the programs in other languages', () => {
  it('are there, one at least of each', () => {
    for (const language of ['python', 'r', 'sql'])
      expect(inLanguage(language).length, language).toBeGreaterThan(0);
  });

  if (python === undefined) it.skip('Python: skipped, no python3 with pandas');
  else
    it.each(inLanguage('python'))('%s runs in Python, and its shares sum to one', (_, text) => {
      const lines = printed(python, '-c', text).split('\n');
      // The first table that is printed is of the shares of the classes.
      const until = lines.findIndex((line) => line.startsWith('Name:'));
      const shares = lines.slice(0, until).flatMap((line) => /\s([\d.]+)$/.exec(line)?.[1] ?? []);
      expect(shares.reduce((sum, share) => sum + Number(share), 0)).toBeCloseTo(1, 3);
    });

  if (!hasR) it.skip('R: skipped, no Rscript with jsonlite and survival');
  else
    it.each(inLanguage('r'))('%s runs in R, and has every episode', (_, text) => {
      const told = `${text}\ncat("episodes", nrow(episodes), nrow(rows), sum(prop.table(table(episodes$outcome))), "\\n")`;
      expect(printed('Rscript', '-e', told)).toContain(`episodes ${RUNS} ${RUNS} 1 `);
    });

  if (!hasDuckDb) it.skip('DuckDB: skipped, not installed (npm ci --prefix test/engines)');
  else
    it.each(inLanguage('sql'))('%s runs in DuckDB, each statement with rows', async (_, text) => {
      const { DuckDBInstance } = createRequire(join(engines, 'package.json'))('@duckdb/node-api') as {
        readonly DuckDBInstance: {
          create(): Promise<{
            connect(): Promise<{
              runAndReadAll(sql: string): Promise<{ getRowObjectsJson(): readonly object[] }>;
            }>;
          }>;
        };
      };
      const connection = await (await DuckDBInstance.create()).connect();
      const statements = text
        .split(';')
        .map((statement) => statement.trim())
        .filter((statement) => statement !== '')
        .map((statement) => statement.replaceAll("'tables/", `'${scratch}/tables/`));
      expect(statements.length).toBeGreaterThan(1);
      for (const statement of statements)
        expect(
          (await connection.runAndReadAll(statement)).getRowObjectsJson().length,
          statement,
        ).toBeGreaterThan(0);
      const [first] = statements;
      const rows = (await connection.runAndReadAll(first!)).getRowObjectsJson() as readonly {
        readonly n: string;
      }[];
      expect(rows.reduce((sum, { n }) => sum + Number(n), 0)).toBe(Number(RUNS));
    });
});
