/**
 * The package as its users get it: packed, unpacked outside the project, and used from ES modules, CommonJS, the
 * command, TypeScript and a browser bundle. Nothing is fetched: what it depends on is linked from this project.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isOutside, linksOf } from '../site/links';
import { facts } from '../src/facts/packaged';
import { ENTRY_NAMES } from '../tools/compiler';
import { root } from '../tools/freshness.mjs';
import { install, manifest, newConsumer, node } from './packed';
import { filesBelow } from './sources';

const ENTRIES = ENTRY_NAMES.map((name) => (name === 'index' ? 'detente' : `detente/${name}`));

const { consumer, installed, write, link } = newConsumer('package');

beforeAll(() => install({ consumer, installed }), 180_000);
afterAll(() => rmSync(consumer, { recursive: true, force: true }));

/** The same question everywhere: its answer's digest must not depend on who asks. */
const ASK = "project('kuala-lumpur-2025', { runs: 20, seed: 'package' }).digest";
let answer = '';

describe('the packed package', () => {
  it('holds the build, the sources that its types lead to, and what people read, and no tests', () => {
    const top = readdirSync(installed).sort();
    expect(top).toEqual([
      'CHANGELOG.md',
      'CONTRIBUTING.md',
      'LICENSE',
      'README.md',
      'dist',
      'docs',
      'examples',
      'package.json',
      'scenarios',
      'schema',
      'src',
    ]);
    expect(existsSync(join(installed, 'src/data'))).toBe(false);
    expect(readdirSync(join(installed, 'docs/gallery')).sort()).toEqual(['README.md', 'answer.png']);
  });

  it('leads from each declaration of its types to the source that it is of', () => {
    const types = join(installed, 'dist/types');
    const maps = filesBelow(types).filter((path) => path.endsWith('.d.ts.map'));
    expect(maps.length).toBeGreaterThan(100);
    for (const path of maps) {
      const { sources } = JSON.parse(readFileSync(path, 'utf8')) as { readonly sources: readonly string[] };
      for (const source of sources) expect(existsSync(join(dirname(path), source)), source).toBe(true);
    }
  });

  it('has what each link of its README leads to', () => {
    const links = linksOf(readFileSync(join(installed, 'README.md'), 'utf8'));
    expect(links.length).toBeGreaterThan(10);
    const dead = links.filter(
      ({ target }) => !isOutside(target) && !existsSync(join(installed, target.replace(/#.*$/, ''))),
    );
    expect(dead).toEqual([]);
  });

  it('answers from ES modules', () => {
    answer = node(
      consumer,
      write('ask.mjs', `import { project } from 'detente';\nconsole.log(${ASK});`),
    ).trim();
    expect(answer).toMatch(/^[0-9a-f]{64}$/);
  });

  it('answers the same from CommonJS', () => {
    const said = node(
      consumer,
      write('ask.cjs', `const { project } = require('detente');\nconsole.log(${ASK});`),
    );
    expect(said.trim()).toBe(answer);
  });

  it('answers the same from worker threads, in both formats', () => {
    const ask =
      "onThreads({ workers: 2, startAfterMs: 0 }).project('kuala-lumpur-2025', { runs: 20, seed: 'package' }).then((p) => console.log(p.digest));";
    const esm = node(consumer, write('threads.mjs', `import { onThreads } from 'detente/node';\n${ask}`));
    const cjs = node(
      consumer,
      write('threads.cjs', `const { onThreads } = require('detente/node');\n${ask}`),
    );
    expect([esm.trim(), cjs.trim()]).toEqual([answer, answer]);
  });

  it("imports a policy of one's own in every thread, from both formats and the command", () => {
    write(
      'mine.mjs',
      "import { policies } from 'detente';\nconst base = policies.find(({ id }) => id === 'status-quo');\nexport const mine = { ...base, id: 'mine', atTheTable: 'withholds' };",
    );
    const ask = `const own = { runs: 6, policies: { US: { module: './mine.mjs', name: 'mine' } } };
      const show = ({ digest }) => digest;
      const main = async () => {
        const here = show(project('kuala-lumpur-2025', await loadOwn(own)));
        const two = show(await onThreads({ workers: 2, startAfterMs: 0 }).project('kuala-lumpur-2025', own));
        console.log(here, two);
        await endThreads();
      };
      main();`;
    const names = '{ project }';
    const ofNode = '{ endThreads, loadOwn, onThreads }';
    write('own.mjs', `import ${names} from 'detente';\nimport ${ofNode} from 'detente/node';\n${ask}`);
    write(
      'own.cjs',
      `const ${names} = require('detente');\nconst ${ofNode} = require('detente/node');\n${ask}`,
    );
    const [first, ...others] = [node(consumer, 'own.mjs'), node(consumer, 'own.cjs')].flatMap((said) =>
      said.trim().split(' '),
    );
    const words = ['project', 'kuala-lumpur-2025', '--policy', 'US=./mine.mjs#mine', '-n', '6', '--json'];
    const told = JSON.parse(node(consumer, join(installed, 'dist/cli.js'), ...words)) as { digest: string };
    expect([...others, told.digest]).toEqual([first, first, first, first]);
  });

  it('answers the same from the command', () => {
    const command = join(installed, manifest.bin.detente);
    const said = node(
      consumer,
      command,
      'project',
      'kuala-lumpur-2025',
      '--runs',
      '20',
      '--seed',
      'package',
      '--json',
    );
    expect(JSON.parse(said).digest).toBe(answer);
  });

  it('opens every entry without fast-check, but for the one of property tests, which names what it misses', () => {
    for (const entry of ENTRIES.filter((name) => name !== 'detente/testing')) {
      const said = node(
        consumer,
        write('entry.mjs', `import * as entry from '${entry}';\nconsole.log(Object.keys(entry).length);`),
      );
      expect(Number(said)).toBeGreaterThan(0);
    }
    const said = node(
      consumer,
      write('entry.mjs', "import('detente/testing').then(() => 0, (error) => console.log(error.message));"),
    );
    expect(said).toContain('fast-check');
  });

  it('opens every entry in both formats when fast-check is there', () => {
    link('fast-check');
    const list = JSON.stringify(ENTRIES);
    const esm = write(
      'entries.mjs',
      `for (const entry of ${list}) console.log(Object.keys(await import(entry)).sort().join());`,
    );
    const cjs = write(
      'entries.cjs',
      `for (const entry of ${list}) console.log(Object.keys(require(entry)).sort().join());`,
    );
    expect(node(consumer, esm)).toBe(node(consumer, cjs));
  });

  it('has one copy of each thing: what one entry gives, another takes', () => {
    const said = node(
      consumer,
      write(
        'one.mjs',
        `import { brokenInvariants, digest, InputError, loadScenario, start } from 'detente';
import { facts } from 'detente/data';
import { onThreads } from 'detente/node';
import { pastScenarios } from 'detente/record';
import { findScenario } from 'detente/scenarios';
import { projectShard } from 'detente/shards';
import { nextPlanned } from 'detente/state';
import { sensitivity } from 'detente/studies';
const refusedBy = (call) => { try { call(); } catch (error) { return error instanceof InputError; } };
console.log(loadScenario('kuala-lumpur-2025') === findScenario('kuala-lumpur-2025'));
console.log(refusedBy(() => onThreads({ workers: -1 })), refusedBy(() => projectShard('x')), refusedBy(() => sensitivity('x')));
console.log(digest(start('kuala-lumpur-2025', facts)) === digest(start('kuala-lumpur-2025')));
console.log(brokenInvariants(start(pastScenarios()[0])).length === 0, nextPlanned(start('kuala-lumpur-2025')) !== undefined);`,
      ),
    );
    expect([...new Set(said.trim().split(/\s+/))]).toEqual(['true']);
  });

  it('gives the facts word for word, though it is built with the words apart', () => {
    const said = node(
      consumer,
      write('facts.mjs', "import { facts } from 'detente/data';\nconsole.log(JSON.stringify(facts));"),
    );
    expect(said.trim()).toBe(JSON.stringify(facts));
  });

  /** The chunks and packages that a built file loads at once. */
  function loadedBy(file: string): string[] {
    const seen = new Set([`./${file}`]);
    for (const name of seen) {
      if (!name.startsWith('./')) continue;
      const text = readFileSync(join(installed, 'dist', name), 'utf8');
      const specifiers = file.endsWith('.cjs')
        ? text.matchAll(/\brequire\(["']([^"']+)["']\)/g)
        : text.matchAll(/^(?:import|export|\})[^'"\n]*["']([^"']+)["'];?$/gm);
      for (const [, specifier] of specifiers) seen.add(specifier!);
    }
    return [...seen];
  }
  const packagesOf = (file: string) =>
    loadedBy(file).filter((name) => !name.startsWith('.') && !name.startsWith('node:'));

  it('reads no rules, facts or schemas to print its help', () => {
    const packages = packagesOf('cli.js');
    expect(packages.filter((name) => !['commander', 'picocolors'].includes(name))).toEqual([]);
    expect(loadedBy('cli.js').length).toBeGreaterThan(1);
  });

  it('loads zod with its schemas alone', () => {
    const files = ENTRY_NAMES.flatMap((name) => [`${name}.js`, `${name}.cjs`]);
    const loading = [...files, 'worker.js', 'cli.js'].filter((file) => packagesOf(file).includes('zod'));
    expect(loading).toEqual(['scenarios.js', 'scenarios.cjs']);
    expect(packagesOf('index.js')).toContain('immer');
    expect(packagesOf('index.cjs')).toContain('immer');
  });
});

describe('types', () => {
  const program = `import { explain, legalActions, loadScenario, project, runEpisode, scenarios, start, transition, type Event, type Projection, type State } from 'detente';
import { facts, type Facts } from 'detente/data';
import { onThreads, readScenarioFile } from 'detente/node';
import * as own from 'detente/own';
import * as record from 'detente/record';
import { PLAIN, projectionText } from 'detente/report';
import type { Scenario } from 'detente/scenarios';
import * as shards from 'detente/shards';
import * as derived from 'detente/state';
import * as studies from 'detente/studies';
import * as testing from 'detente/testing';

const state: State = start(loadScenario('kuala-lumpur-2025'));
const event: Event = { type: 'talks.open', actor: 'both', on: state.today, id: 'r' };
const next = transition(state, event);
if (next.ok) console.log(next.state.today);
else console.log(next.refusals.map((refusal) => refusal.code), explain(state, event));
const answer: Projection = project('kuala-lumpur-2025', { runs: 5 });
const given: Facts = facts;
const text: string = projectionText(answer, { facts: given, paint: PLAIN, command: 'detente' });
const all: readonly Scenario[] = scenarios;
const later: Promise<Projection> = onThreads({ workers: 2 }).project('kuala-lumpur-2025', { runs: 5 });
const read = readScenarioFile('x.yaml');
console.log(text, all, later, read.ok, runEpisode('kuala-lumpur-2025').digest, [...legalActions(state)].length, testing.assertInvariants);
console.log(own.TEXT, record.USUAL_WORK, shards.parseShard({}), studies.SENSITIVITY_METHODS, derived.nextPlanned(state));
// @ts-expect-error an event names a kind of move that exists
const wrong: Event = { type: 'talks.dance', actor: 'both', on: state.today, id: 'r' };
console.log(wrong);
`;

  for (const [moduleResolution, module, files] of [
    ['node16', 'node16', ['main.mts', 'main.cts']],
    ['bundler', 'esnext', ['main.ts']],
  ] as const) {
    it(`hold under strict ${moduleResolution} resolution in ${files.join(' and ')}, libraries checked too`, () => {
      for (const name of ['fast-check', 'pure-rand']) link(name);
      for (const file of files) write(file, program);
      const compilerOptions = {
        strict: true,
        exactOptionalPropertyTypes: true,
        skipLibCheck: false,
        noEmit: true,
        target: 'es2022',
        lib: ['es2022', 'dom'],
        types: [],
        module,
        moduleResolution,
      };
      write('tsconfig.json', JSON.stringify({ compilerOptions, files }));
      expect(node(consumer, join(root, 'node_modules/typescript/lib/tsc.js'), '-p', '.')).toBe('');
    });
  }
});

describe('a browser bundle', () => {
  it('holds nothing of Node and gives the same answer with nothing but the language and a text encoder', async () => {
    const { outputFiles, metafile } = await build({
      stdin: {
        contents: `import { loadScenario, project } from 'detente';\nglobalThis.answer = [loadScenario('kuala-lumpur-2025').id, ${ASK}];`,
        resolveDir: consumer,
      },
      bundle: true,
      platform: 'browser',
      format: 'iife',
      target: 'es2022',
      minify: true,
      metafile: true,
      write: false,
      logLevel: 'silent',
    });
    const imports = Object.values(metafile.inputs).flatMap((input) => input.imports.map(({ path }) => path));
    expect(imports.filter((path) => path.startsWith('node:') || builtinModules.includes(path))).toEqual([]);
    const context: Record<string, unknown> = { TextEncoder };
    runInContext(outputFiles[0]!.text, createContext(context));
    expect(context.answer).toEqual(['kuala-lumpur-2025', answer]);
  });

  it('leaves out the rules, the facts and the schemas where none of them is wanted', async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: "import { VERSION } from 'detente';\nglobalThis.answer = VERSION;",
        resolveDir: consumer,
      },
      bundle: true,
      platform: 'browser',
      format: 'esm',
      minify: true,
      write: false,
      logLevel: 'silent',
    });
    expect(outputFiles[0]!.text.length).toBeLessThan(2_000);
  });
});

/** What a program weighs in a bundle for browsers, minified and compressed, in thousands of bytes: its first chunk, and what comes on demand. */
async function weightOf(program: string) {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: consumer },
    bundle: true,
    splitting: true,
    outdir: join(consumer, 'weighed'),
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    minify: true,
    write: false,
    logLevel: 'silent',
  });
  const first = outputFiles.find(({ path }) => path.endsWith('stdin.js'))!.contents;
  return { minified: first.length / 1000, compressed: gzipSync(first).length / 1000 };
}

/** Programs with the most that they may weigh: a little above what they weigh; `docs/decisions` says what that is made of. */
const WEIGHTS: readonly (readonly [what: string, program: string, minified: number, compressed: number])[] = [
  [
    'ten lines that act and project in this thread',
    `import { act, play, project } from 'detente';
const now = play('kuala-lumpur-2025');
const acted = act(now, { type: 'meeting.doubt', actor: 'US', meeting: 'busan-2025' });
if (acted.ok) console.log(project(acted.play, { runs: 100 }).outcomes);
else console.log(acted.refusals);`,
    914,
    220,
  ],
  [
    'the same in a worker',
    `import { act, play } from 'detente';
import { projectProgressively } from 'detente/browser';
const now = play('kuala-lumpur-2025');
const acted = act(now, { type: 'meeting.doubt', actor: 'US', meeting: 'busan-2025' });
if (acted.ok) for await (const soFar of projectProgressively(acted.play)) console.log(soFar.outcomes);`,
    853,
    199,
  ],
  [
    'the rules alone',
    "import { explain, transition } from 'detente';\nglobalThis.rules = { explain, transition };",
    212,
    58,
  ],
];

/** Prints the milliseconds of work of this process. */
const SPENT = 'const { user, system } = process.cpuUsage();\nconsole.log((user + system) / 1000);';

describe('the weight', () => {
  it.each(WEIGHTS)('of %s in a browser stays below its bound', async (_, program, minified, compressed) => {
    const weight = await weightOf(program);
    expect(weight.minified).toBeLessThan(minified);
    expect(weight.compressed).toBeLessThan(compressed);
    // A bound far above what is weighed holds nothing.
    expect(weight.minified).toBeGreaterThan(0.9 * minified);
  });

  it("of a browser's worker, which is one file without imports, stays below its bound", () => {
    const worker = readFileSync(join(installed, 'dist/browser-worker.js'));
    expect(gzipSync(worker).length / 1000).toBeLessThan(118);
    expect(worker.toString()).not.toMatch(/^import\b|[;}]import[ {"']/);
  });

  it('of the main entry on a start of Node is less than about three times that of Node itself', () => {
    const cpu = (program: string) =>
      Number(node(consumer, '--input-type=module', '--eval', `${program};\n${SPENT}`).trim());
    // By turns, and the least of each: other work on the machine can only add to either.
    const turns = Array.from({ length: 9 }, () => [cpu("await import('detente')"), cpu('0')] as const);
    const least = (side: 0 | 1) => Math.min(...turns.map((turn) => turn[side]));
    expect(least(0) / least(1)).toBeLessThan(3);
  });
});
