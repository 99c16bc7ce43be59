/**
 * How Stryker runs the tests of the rules: bundled once, then loaded anew for each mutant inside one process. Vitest's own
 * runner starts a worker and resolves every module again for each of several thousand mutants, which is most of its time.
 *
 * The tests are Vitest's, with its `expect`; only `describe` and `it` are stood in for. What a mutant leaves behind in a module
 * dies with the copy that was loaded for it.
 */
import { build } from 'esbuild';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { expect } from 'vitest';

/** Where the instrumented code looks for the active mutant and counts. */
const NAMESPACE = '__stryker__';
/** Files that see each other: the rules and their tests, the bargaining and its own. Quick tests first, since the first failure ends a run. */
const SUITES = [
  { folders: ['test/bargaining'], mostRuns: 100 },
  { folders: ['test/actions', 'test/engine'], mostRuns: 5 },
];
const LAST = ['test/actions/acts.test.ts', 'test/engine/replay.test.ts', 'test/engine/transition.test.ts'];

const require = createRequire(import.meta.url);

function testFiles(folders) {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts'))
      .sort()
      .map((name) => `${folder}/${name}`),
  );
  return [...files.filter((file) => !LAST.includes(file)), ...LAST.filter((file) => files.includes(file))];
}

/** `import.meta.url` of the file that asks, since a bundle has only one. */
const ownUrls = {
  name: 'own-urls',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]test[\\/].*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll(
        'import.meta.url',
        JSON.stringify(pathToFileURL(path).href),
      ),
      loader: 'ts',
      resolveDir: dirname(path),
    }));
  },
};

async function bundle({ folders, mostRuns }) {
  const files = testFiles(folders);
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: files.map((file) => `__file(${JSON.stringify(file)}); require('./${file}');`).join('\n'),
      resolveDir: process.cwd(),
    },
    absWorkingDir: process.cwd(),
    alias: {
      'fast-check': resolve('tools/mutation/fewer-runs.ts'),
      // It can only be imported, and what is bundled here requires.
      canonicalize: resolve('node_modules/canonicalize/lib/canonicalize.js'),
    },
    bundle: true,
    define: { MOST_RUNS: String(mostRuns) },
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    ignoreAnnotations: true,
    logLevel: 'error',
    metafile: true,
    plugins: [ownUrls],
    write: false,
  });
  // The bundler copies the several hundred names of zod for each file that imports it, at every load.
  const text = outputFiles[0].text.replaceAll('__toESM(require("zod"))', 'require("zod")');
  const code = `(function (require, __file) {${text}\n})`;
  return {
    sources: new Set(Object.keys(metafile.inputs).map((path) => resolve(path))),
    script: new Script(code, { filename: `${basename(folders[0])}.bundle.cjs` }),
  };
}

/** Fills `%s` and the like of an `it.each` with the values of its row. */
function titled(name, row) {
  let next = 0;
  return name.replace(/%[sidfjo]/g, () => String(row[next++]));
}

/** The form of `it` or `describe` that takes a table: once for each row. */
const each = (one) => (rows) => (name, run) => {
  for (const row of rows) {
    const values = Array.isArray(row) ? row : [row];
    one(titled(name, values), () => run(...values));
  }
};

/** Loads a suite afresh: its modules are evaluated, its tests collected in order. */
function load({ script }) {
  const tests = [];
  const above = [];
  const seen = new Map();
  let file = '';
  const it = (name, run) => {
    const title = [...above, name].join(' ');
    const times = (seen.get(`${file}#${title}`) ?? 0) + 1;
    seen.set(`${file}#${title}`, times);
    tests.push({ id: `${file}#${title}${times === 1 ? '' : ` (${times})`}`, name: title, file, run });
  };
  const describe = (name, collect) => {
    above.push(name);
    collect();
    above.pop();
  };
  it.each = each(it);
  describe.each = each(describe);
  const standIn = { describe, it, expect };
  script.runInThisContext()(
    (name) => (name === 'vitest' ? standIn : require(name)),
    (next) => {
      file = next;
    },
  );
  return tests;
}

function failureOf(test) {
  try {
    const answer = test.run();
    if (answer instanceof Promise)
      throw new Error(`${test.id} is asynchronous, which this runner does not wait for`);
    return null;
  } catch (error) {
    return String(error?.message ?? error).slice(0, 500) || 'failed';
  }
}

/**
 * Which tests have killed mutants of each file so far. They are asked first: what sees one change of a file sees the next, and a run ends
 * with the first failure.
 */
class Killers {
  times = new Map();

  of(file) {
    const known = this.times.get(file) ?? new Map();
    this.times.set(file, known);
    return known;
  }

  /** Tests with the likeliest to fail in front; the others keep their order. */
  first(tests, file) {
    const times = this.of(file);
    const kills = ({ id }) => times.get(id) ?? 0;
    return [...tests].sort((a, b) => kills(b) - kills(a));
  }

  /** One more kill of a test; older ones count less and less. */
  killed(file, id) {
    const times = this.of(file);
    for (const [other, count] of times) times.set(other, 0.95 * count);
    times.set(id, (times.get(id) ?? 0) + 1);
  }
}

class BundledTestRunner {
  suites = [];
  killers = new Killers();
  counts = (globalThis[NAMESPACE] ??= {});

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.suites = [];
    for (const suite of SUITES) this.suites.push(await bundle(suite));
  }

  /** The files whose tests are understood: each suite is loaded, none of its tests run. */
  files() {
    return [...new Set(this.suites.flatMap((suite) => load(suite).map(({ file }) => resolve(file))))];
  }

  /** Every test that can see a mutated file once without a mutant, with what it covers. */
  dryRun({ files }) {
    const { counts } = this;
    counts.activeMutant = undefined;
    counts.mutantCoverage = { static: {}, perTest: {} };
    const tests = [];
    const sees = ({ sources }) => files === undefined || files.some((file) => sources.has(resolve(file)));
    for (const suite of this.suites.filter(sees)) {
      counts.currentTestId = undefined;
      for (const test of load(suite)) {
        counts.currentTestId = test.id;
        const begun = performance.now();
        const failureMessage = failureOf(test);
        const told = {
          id: test.id,
          name: test.name,
          fileName: resolve(test.file),
          timeSpentMs: performance.now() - begun,
        };
        tests.push(failureMessage === null ? { ...told, status: 0 } : { ...told, status: 1, failureMessage });
      }
    }
    counts.currentTestId = undefined;
    return { status: 'complete', tests, mutantCoverage: counts.mutantCoverage };
  }

  /** The tests that cover a mutant until one fails; of a mutant of what runs while modules load, all that can see it. */
  mutantRun({ activeMutant, hitLimit, mutantActivation, sandboxFileName, testFilter }) {
    const { counts } = this;
    const wanted = testFilter === undefined ? null : new Set(testFilter);
    counts.hitLimit = hitLimit;
    counts.hitCount = hitLimit === undefined ? undefined : 0;
    let nrOfTests = 0;
    try {
      for (const suite of this.suites.filter(({ sources }) => sources.has(resolve(sandboxFileName)))) {
        counts.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined;
        const tests = load(suite).filter(({ id }) => wanted === null || wanted.has(id));
        counts.activeMutant = activeMutant.id;
        for (const test of this.killers.first(tests, sandboxFileName)) {
          nrOfTests += 1;
          const failureMessage = failureOf(test);
          if (counts.hitCount > hitLimit)
            return { status: 'timeout', reason: `Hit limit reached (${hitLimit})` };
          if (failureMessage === null) continue;
          this.killers.killed(sandboxFileName, test.id);
          return { status: 'killed', killedBy: [test.id], failureMessage, nrOfTests };
        }
      }
      return { status: 'survived', nrOfTests };
    } catch (error) {
      return { status: 'killed', killedBy: ['modules load'], failureMessage: String(error), nrOfTests };
    } finally {
      counts.activeMutant = undefined;
    }
  }
}

/** In the form that Stryker's `declareClassPlugin` makes. */
export const strykerPlugins = [
  { kind: 'TestRunner', name: 'bundled', injectableClass: Object.assign(BundledTestRunner, { inject: [] }) },
];
