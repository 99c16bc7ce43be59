/** The examples in the words of exported functions: each compiles, runs, and gives what it says it gives. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inspect } from 'node:util';
import * as fc from 'fast-check';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import * as browser from '../../src/entries/browser';
import * as data from '../../src/entries/data';
import * as main from '../../src/entries/index';
import * as node from '../../src/entries/node';
import * as own from '../../src/entries/own';
import * as record from '../../src/entries/record';
import * as report from '../../src/entries/report';
import * as scenarios from '../../src/entries/scenarios';
import * as shards from '../../src/entries/shards';
import * as state from '../../src/entries/state';
import * as studies from '../../src/entries/studies';
import * as testing from '../../src/entries/testing';
import { entryFiles, exportsOf, programOf } from '../../tools/compiler';
import { root } from '../sources';

const ENTRIES: Readonly<Record<string, object>> = {
  index: main,
  own,
  state,
  record,
  studies,
  shards,
  scenarios,
  data,
  testing,
  report,
  node,
  browser,
};

/** Examples that stand for what a test has not: a page with workers, a module or a file of the reader's. */
const NOT_RUN: Readonly<Record<string, string>> = {
  projectProgressively: 'a page',
  inWorkers: 'a page',
  runInWorkers: 'a page',
  onThreads: 'threads of the build',
  checkpointFile: 'writes a file',
  writeShardFile: 'writes a file',
  loadOwn: 'a module of the reader',
  replayLog: 'a text of the reader',
  classify: 'states of the reader',
};

/** What such examples speak of. */
const GIVEN = `
declare const text: string;
declare const scenario: Scenario;
declare const first: State;
declare const afterTheMeeting: State;
declare const last: State;
declare const signal: AbortSignal;
declare const controller: AbortController;
declare const analysis: Analysis<unknown>;
declare function show(answer: unknown): void;
`;

interface Example {
  readonly entry: string;
  readonly name: string;
  readonly code: string;
}

/** The examples of all entries, each export's once. */
function examplesOf(): Example[] {
  const program = programOf(entryFiles);
  const checker = program.getTypeChecker();
  const found = new Map<ts.Symbol, Example[]>();
  for (const file of entryFiles)
    for (const { name, symbol } of exportsOf(program, file)) {
      const told = symbol.getJsDocTags(checker).filter((tag) => tag.name === 'example');
      found.set(
        symbol,
        told.map(({ text }) => ({
          entry: basename(file, '.ts'),
          name,
          code: ts.displayPartsToString(text).replace(/^```ts\n|\n```$/g, ''),
        })),
      );
    }
  return [...found.values()].flat();
}

const examples = examplesOf();

/** The names that each entry adds to those of the entries before it, those of one entry first. */
function importsFor(first: string): string {
  const seen = new Set<string>();
  const ordered = Object.entries(ENTRIES).sort(([a], [b]) => Number(b === first) - Number(a === first));
  const lines = ordered.map(([entry, module]) => {
    const names = Object.keys(module).filter((name) => !seen.has(name));
    names.forEach((name) => seen.add(name));
    return `import { ${names.join(', ')} } from 'detente${entry === 'index' ? '' : `/${entry}`}';`;
  });
  return [
    ...lines,
    "import type { Analysis, Event, OpenText, Scenario, State } from 'detente';",
    "import * as fc from 'fast-check';",
  ].join('\n');
}

const scratch = join(root, '.tmp', `examples-${process.pid}`);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Code whose expressions with a promise behind them, \`// => X\`, are held to it. */
function checked(code: string): string {
  const file = ts.createSourceFile('example.ts', code, ts.ScriptTarget.ES2022, true);
  let changed = code;
  for (const statement of [...file.statements].reverse()) {
    if (!ts.isExpressionStatement(statement)) continue;
    const promise = /^\s*\/\/ => (.*)/.exec(code.slice(statement.end))?.[1];
    const { expression } = statement;
    changed =
      promise === undefined
        ? changed
        : `${changed.slice(0, expression.getStart())}told(${expression.getText()}, ${JSON.stringify(promise)})${changed.slice(statement.end)}`;
  }
  return changed;
}

const scope: Readonly<Record<string, unknown>> = {
  ...Object.assign({}, ...[...Object.values(ENTRIES)].reverse()),
  fc,
  told: (value: unknown, promise: string) => expect(inspect(value)).toBe(promise),
};

/** Runs code with all that the entries export. */
async function run(code: string): Promise<void> {
  const { outputText } = ts.transpileModule(`export {};\n${checked(code)}`, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  const body = outputText.replace(/^export \{\};$/gm, '');
  // The code is that of the library's own words.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const call = new Function(...Object.keys(scope), `return (async () => {\n${body}\n})();`) as (
    ...values: readonly unknown[]
  ) => Promise<void>;
  await call(...Object.values(scope));
}

describe('the examples of exported functions', () => {
  it('compile with what the entries export', () => {
    mkdirSync(scratch, { recursive: true });
    const files = examples.map(({ code, entry }, at) => {
      const path = join(scratch, `example-${at}.ts`);
      writeFileSync(path, `${importsFor(entry)}\n${GIVEN}{\n${code}\n}\nexport {};\n`);
      return path;
    });
    const program = programOf(files, { noUnusedLocals: false, lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'] });
    const faults = files.flatMap((path, at) =>
      program
        .getSemanticDiagnostics(program.getSourceFile(path))
        .map(
          ({ messageText }) => `${examples[at]!.name}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
        ),
    );
    expect(faults).toEqual([]);
    expect(basename(scratch)).toContain('examples');
  });

  it.each(
    examples.filter(({ name }) => !Object.hasOwn(NOT_RUN, name)).map((one) => [one.name, one.code] as const),
  )(
    'of %s runs, and gives what it says',
    async (_, code) => {
      await run(code);
    },
    300_000,
  );

  it('are left out only where they are', () => {
    const names = new Set(examples.map(({ name }) => name));
    expect(Object.keys(NOT_RUN).filter((name) => !names.has(name))).toEqual([]);
  });

  it('would be caught', async () => {
    await expect(run("start('kuala-lumpur-2025').today // => '2025-10-26'")).rejects.toThrow();
    await expect(run('noSuchFunction()')).rejects.toThrow(/noSuchFunction/);
  });
});
