/**
 * A fixed sample of mutants of the layers that Stryker's own run leaves out: what happens between an episode and a number that is
 * printed or exported.
 *
 * Their tests are of every kind, with processes, files and pages, so that each mutant costs a run of Vitest, and there are many times
 * more mutants than anybody would wait for. So a sample is drawn by a fixed seed: of each layer those whose names have the lowest
 * digests, which an edit elsewhere does not change. Results are kept after each mutant in `tools/mutation/sample.json`, by a name that
 * falls with the code that it speaks of: what is there already is not run again, and the work can be stopped at any time.
 *
 * `npm run mutation:sample -- --minutes 60` goes on for an hour; `-- --page` only writes the table of `docs/testing.md`.
 */
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { formattedAs, withPart } from '../marked-parts';
import { strykerPlugins } from './wording.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const RESULTS = join(root, 'tools/mutation/sample.json');
const PAGE = join(root, 'docs/testing.md');
const SCRATCH = join(root, '.tmp/mutation/sample');

const SEED = 'kuala-lumpur-2025';
/** Mutants of each layer in the sample; of a layer that has fewer, all. */
const TAKEN: Readonly<Record<string, number>> = {
  episode: 240,
  ensemble: 160,
  analyses: 300,
  economy: 100,
  facts: 120,
  outcomes: 100,
  scenario: 120,
  report: 220,
  node: 100,
  cli: 140,
};
/** Seconds of tests, as they take without a mutant, that are spent on one mutant: the nearest and quickest that reach it. */
const MOST_SECONDS = 15;
/** How much longer than without a mutant the tests may take before the mutant counts as running out of time. */
const PATIENCE = 4;

type Status = 'killed' | 'timed out' | 'survived' | 'not reached';

/** A mutant by its name, with where it stands today. */
interface Drawn {
  readonly key: string;
  readonly layer: string;
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly replacement: string;
  /** Where its text begins and ends in the file. */
  readonly from: number;
  readonly to: number;
  /** Its number in its file, by which the instrumented code counts it. */
  readonly id: string;
}

/** A result as it is kept. */
interface Result {
  readonly key: string;
  readonly status: Status;
}

/** How long the tests of a file take, and which mutants they reach; null where they fail on the instrumented code. */
type Reach = Readonly<
  Record<string, { readonly seconds: number; readonly mutants: readonly string[] } | null>
>;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const filesOf = (pattern: string): string[] =>
  execFileSync('git', ['ls-files', '-z', pattern], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter(Boolean);

const quiet = () => undefined;
const logger = {
  ...{ trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet, fatal: quiet },
  ...{ isTraceEnabled: no, isDebugEnabled: no, isInfoEnabled: no, isWarnEnabled: no, isErrorEnabled: no },
  isFatalEnabled: no,
};
function no(): boolean {
  return false;
}

/** The source of a file with all its mutants in it, numbered through, and what they are. */
async function mutantsOf(file: string) {
  const content = readFileSync(join(root, file), 'utf8');
  const options = {
    plugins: null,
    excludedMutations: [],
    ignorers: strykerPlugins.map(({ value }) => value),
  };
  const { files, mutants } = await new Instrumenter(logger).instrument(
    [{ name: file, mutate: true, content }],
    options,
  );
  const starts = [0];
  for (const [at, sign] of [...content].entries()) if (sign === '\n') starts.push(at + 1);
  const lines = content.split('\n');
  const seen = new Map<string, number>();
  const named = mutants
    .filter(({ status }) => status !== 'Ignored')
    .map(({ id, location: { start, end }, mutatorName, replacement }) => {
      const from = starts[start.line]! + start.column;
      const to = starts[end.line]! + end.column;
      const code = oneLine(content.slice(from, to));
      const name = [file, mutatorName, oneLine(lines[start.line]!), code, oneLine(replacement)].join(' | ');
      const times = seen.get(name) ?? 0;
      seen.set(name, times + 1);
      const key = digestOf(`${name} | ${times}`).slice(0, 16);
      const layer = file.split('/')[1]!;
      return { key, layer, file, line: start.line + 1, code, replacement, from, to, id };
    });
  return { instrumented: files[0]!.content, named };
}

/** All mutants of the layers, and the sample that is drawn from them. */
async function draw() {
  const sources = Object.keys(TAKEN)
    .flatMap((layer) => filesOf(`src/${layer}/*.ts`))
    .filter((file) => !file.endsWith('.d.ts'));
  const instrumented = new Map<string, string>();
  const all: Drawn[] = [];
  for (const file of sources) {
    const { instrumented: text, named } = await mutantsOf(file);
    // Each file counts its mutants from nought: the name of the file goes before the number.
    instrumented.set(
      file,
      text.replace(/(stryMutAct_9fa48|stryCov_9fa48)\(([^)]*)\)/g, (whole, name, ids) =>
        String(ids).includes('"')
          ? `${name}(${String(ids).replace(/"(\d+)"/g, `"${file}#$1"`)})`
          : String(whole),
      ),
    );
    all.push(...named.map((one) => ({ ...one, id: `${file}#${one.id}` })));
  }
  const byDigest = (a: Drawn, b: Drawn) => (digestOf(SEED + a.key) < digestOf(SEED + b.key) ? -1 : 1);
  const sample = Object.entries(TAKEN).flatMap(([layer, most]) =>
    all
      .filter((one) => one.layer === layer)
      .sort(byDigest)
      .slice(0, most),
  );
  return { instrumented, all, sample };
}

/** A copy of the project that is broken in place, with what is installed lent to it. */
function copyOf(name: string, changed: ReadonlyMap<string, string> = new Map()): string {
  const folder = join(SCRATCH, name);
  rmSync(folder, { recursive: true, force: true });
  for (const file of filesOf('.')) {
    if (!existsSync(join(root, file))) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const [file, text] of changed) writeFileSync(join(folder, file), text);
  writeFileSync(
    join(folder, 'sample-reach.ts'),
    `import { writeFileSync } from 'node:fs';
     import { afterAll } from 'vitest';
     afterAll(() => {
       const counted = globalThis.__stryker__?.mutantCoverage?.static;
       if (counted !== undefined) writeFileSync('reached.json', JSON.stringify(Object.keys(counted)));
     });`,
  );
  return folder;
}

/** What a run of tests answers: null where they took longer than they may. */
type Answer = { readonly passes: boolean; readonly seconds: number } | null;

/** A Vitest that stays, in a copy of the project. */
interface Lane {
  readonly folder: string;
  /** Runs tests, with a mutant in its place where one is given. */
  run(
    tests: readonly string[],
    mostSeconds: number,
    change?: Pick<Drawn, 'file' | 'from' | 'to' | 'replacement'>,
  ): Promise<Answer>;
  end(): void;
}

function laneIn(folder: string): Lane {
  let child: ChildProcess | undefined;
  const start = (): Promise<ChildProcess> => {
    const begun = fork(join(root, 'tools/mutation/lane.mjs'), {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      detached: true,
    });
    return new Promise((resolve, reject) => {
      begun.once('message', () => resolve(begun));
      begun.once('exit', (code) => reject(new Error(`Vitest does not start in ${folder}: exit ${code}`)));
    });
  };
  const end = () => {
    // The whole group: tests start processes of their own.
    if (child?.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    child = undefined;
  };
  return {
    folder,
    end,
    async run(tests, mostSeconds, change) {
      const path = change === undefined ? undefined : join(folder, change.file);
      const content = path === undefined ? '' : readFileSync(path, 'utf8');
      child ??= await start();
      const running = child;
      return new Promise((resolve) => {
        const finish = (answer: Answer) => {
          clearTimeout(late);
          running.removeAllListeners();
          resolve(answer);
        };
        // What is stopped, or ends by itself, cannot put back what was there.
        const stop = (answer: Answer) => {
          finish(answer);
          end();
          if (path !== undefined) writeFileSync(path, content);
        };
        const late = setTimeout(() => stop(null), mostSeconds * 1000);
        running.removeAllListeners();
        running.once('message', (answer) => finish(answer as Answer));
        running.once('exit', () => stop({ passes: false, seconds: 0 }));
        running.send({ tests, change });
      });
    },
  };
}

/** Does work on several items at a time, each worker in a lane of its own. */
async function atOnce<Item>(
  folders: readonly string[],
  items: Item[],
  work: (lane: Lane, item: Item) => Promise<void>,
): Promise<void> {
  const lanes = folders.map(laneIn);
  await Promise.all(
    lanes.map(async (lane) => {
      for (let item = items.shift(); item !== undefined; item = items.shift()) await work(lane, item);
    }),
  );
  for (const lane of lanes) {
    lane.end();
    rmSync(lane.folder, { recursive: true, force: true });
  }
}

/** Which tests reach which mutants: each file of tests once on the code with all mutants in it, none of them active. */
async function reached(instrumented: ReadonlyMap<string, string>, workers: number): Promise<Reach> {
  const path = join(SCRATCH, `reach-${digestOf(JSON.stringify([...instrumented])).slice(0, 12)}.json`);
  const known: Record<string, Reach[string]> = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, Reach[string]>)
    : {};
  const tests = filesOf('test/*.test.ts').filter(
    (file) => !file.endsWith('.long.test.ts') && !(file in known),
  );
  if (tests.length === 0) return known;
  const folders = Array.from({ length: workers }, (_, at) => copyOf(`reach-${at}`, instrumented));
  await atOnce(folders, tests, async (lane, test) => {
    const into = join(lane.folder, 'reached.json');
    rmSync(into, { force: true });
    const answer = await lane.run([test], 600);
    known[test] =
      answer?.passes === true && existsSync(into)
        ? { seconds: answer.seconds, mutants: JSON.parse(readFileSync(into, 'utf8')) as string[] }
        : null;
    writeFileSync(path, JSON.stringify(known));
    console.error(
      `${test}: ${known[test] === null ? 'fails on instrumented code' : `${known[test].mutants.length} reached`}`,
    );
  });
  return known;
}

/** How near a file of tests is to a source: the parts of their paths that agree. */
function nearness(source: string, test: string): number {
  const [a, b] = [source.split('/').slice(1), test.split('/').slice(1)];
  const differs = a.findIndex((part, at) => part.replace(/\.ts$/, '') !== b[at]?.replace(/\.test\.ts$/, ''));
  return differs === -1 ? a.length : differs;
}

/** The tests that are run on a mutant, nearest first, within the time that one is worth. */
function testsFor({ file, id }: Drawn, reach: Reach): { readonly tests: string[]; readonly seconds: number } {
  const able = Object.entries(reach)
    .flatMap(([test, found]) =>
      found?.mutants.includes(id) === true ? [{ test, seconds: found.seconds }] : [],
    )
    .sort((a, b) => nearness(file, b.test) - nearness(file, a.test) || a.seconds - b.seconds);
  const chosen: typeof able = [];
  let seconds = 0;
  for (const one of able) {
    if (chosen.length > 0 && seconds + one.seconds > MOST_SECONDS) continue;
    chosen.push(one);
    seconds += one.seconds;
  }
  return { tests: chosen.map(({ test }) => test), seconds };
}

const kept = (): Result[] =>
  existsSync(RESULTS) ? (JSON.parse(readFileSync(RESULTS, 'utf8')) as Result[]) : [];

/** Writes what is known of the sample, in its order, without what has fallen with its code. */
function keep(sample: readonly Drawn[], status: ReadonlyMap<string, Status>): void {
  const rows = sample.flatMap(({ key }) => {
    const known = status.get(key);
    return known === undefined ? [] : [`  { "key": "${key}", "status": "${known}" }`];
  });
  writeFileSync(RESULTS, rows.length === 0 ? '[]\n' : `[\n${rows.join(',\n')}\n]\n`);
}

/** The status of one mutant. */
async function judged(lane: Lane, mutant: Drawn, reach: Reach): Promise<Status> {
  const { tests, seconds } = testsFor(mutant, reach);
  if (tests.length === 0) return 'not reached';
  const answer = await lane.run(tests, 30 + PATIENCE * seconds, mutant);
  if (answer === null) return 'timed out';
  return answer.passes ? 'survived' : 'killed';
}

const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;

/** The table of layers and the list of those that lived, for the page. */
function pageOf(
  sample: readonly Drawn[],
  all: readonly Drawn[],
  status: ReadonlyMap<string, Status>,
): string {
  const count = (of: readonly Drawn[], ...wanted: readonly Status[]) =>
    of.filter(({ key }) => wanted.includes(status.get(key)!)).length;
  const row = (name: string, drawn: readonly Drawn[], among: number) => {
    const tried = drawn.filter(({ key }) => status.has(key));
    const dead = count(tried, 'killed', 'timed out');
    return `| ${[name, among, drawn.length, tried.length, count(tried, 'killed'), count(tried, 'timed out'), count(tried, 'survived'), count(tried, 'not reached'), share(dead, tried.length)].join(' | ')} |`;
  };
  const ofLayer = (of: readonly Drawn[], layer: string) => of.filter((one) => one.layer === layer);
  const table = [
    '| layer | mutants | in the sample | tried | killed | timed out | survived | not reached | kill rate |',
    '| --- | --: | --: | --: | --: | --: | --: | --: | --: |',
    ...Object.keys(TAKEN).map((layer) => row(layer, ofLayer(sample, layer), ofLayer(all, layer).length)),
    row('all', sample, all.length),
  ];
  const code = (text: string) =>
    `\`${oneLine(text).replaceAll('|', '\\|').replaceAll('`', "'").slice(0, 70)}\``;
  const alive = sample
    .filter(({ key }) => status.get(key) === 'survived' || status.get(key) === 'not reached')
    .map(
      ({ key, file, line, ...of }) =>
        `| ${file}:${line} | ${code(of.code)} | ${code(of.replacement)} | ${status.get(key)!} |`,
    );
  const list =
    alive.length === 0 ? [] : ['', '| where | code | mutant | |', '| --- | --- | --- | --- |', ...alive];
  const none = status.size === 0 ? ['', 'None of the sample has been tried on the code as it stands.'] : [];
  return [...table, ...none, ...list].join('\n');
}

async function writePage(part: string): Promise<void> {
  const page = readFileSync(PAGE, 'utf8');
  writeFileSync(PAGE, await formattedAs(PAGE, withPart(page, { page: PAGE, name: 'sample' }, part)));
}

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '60' }, page: { type: 'boolean', default: false } },
});
const until = performance.now() + 60_000 * Number(values.minutes);
const { instrumented, all, sample } = await draw();
const status = new Map(kept().map(({ key, status: known }) => [key, known]));
const open = sample.filter(({ key }) => !status.has(key));
console.error(`${sample.length} of ${all.length} mutants drawn, ${open.length} still to be tried`);
if (!values.page && open.length > 0) {
  const workers = availableParallelism();
  mkdirSync(SCRATCH, { recursive: true });
  const reach = await reached(instrumented, workers);
  // In the order of their digests, so that a part of the work is a sample of all layers.
  const order = [...open].sort((a, b) => (digestOf(a.key) < digestOf(b.key) ? -1 : 1));
  const folders = Array.from({ length: workers }, (_, at) => copyOf(`mutant-${at}`));
  await atOnce(folders, order, async (lane, mutant) => {
    if (performance.now() > until) return;
    const answer = await judged(lane, mutant, reach);
    status.set(mutant.key, answer);
    keep(sample, status);
    console.error(`${answer}: ${mutant.file}:${mutant.line} ${oneLine(mutant.code).slice(0, 60)}`);
  });
}
await writePage(pageOf(sample, all, status));
