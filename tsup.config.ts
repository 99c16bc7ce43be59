/**
 * The build. The entries share chunks, so that none carries its own copy of the rules or of the facts. The command and the worker of
 * its threads are built apart: what the command loads on demand would cut the entries into a hundred files, and opening one takes as
 * long as reading 50 kB. The worker of a browser is one file with all that it needs.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { defineConfig, type Options } from 'tsup';
import { itemAt } from './src/kit/lists';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/** JSON as one text that is parsed: an engine reads that in half the time of a literal of as many values. */
function parsedText(json: string): string {
  // Engines keep a text without other letters in half the memory.
  const ascii = json.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `/* @__PURE__ */ JSON.parse(${JSON.stringify(ascii)})`;
}

const jsonAsText: Plugin = {
  name: 'json-as-text',
  setup(build) {
    build.onLoad({ filter: /[.]json$/ }, ({ path }) => ({
      contents: `export default ${parsedText(JSON.stringify(JSON.parse(readFileSync(path, 'utf8'))))};`,
      loader: 'js',
    }));
  },
};

/** What `source` exports, as it is now. */
async function loaded(source: string): Promise<Readonly<Record<string, unknown>>> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    write: false,
  });
  const text = Buffer.from(itemAt(outputFiles, 0).contents).toString('base64');
  return import(`data:text/javascript;base64,${text}`) as Promise<Readonly<Record<string, unknown>>>;
}

/**
 * The facts of the package as three texts: what is reckoned with, the acts of the record apart, and the words that go with both, so
 * that a program which tells nobody of sources and notes is not given them. There is one text of each, which is parsed in half the
 * time of many.
 */
const factsAsTexts: Plugin = {
  name: 'facts-as-texts',
  setup(plugin) {
    const parts = loaded(`
      import { bareFacts } from './src/facts/packaged-bare';
      import { facts } from './src/facts/packaged';
      import { wordsOf } from './src/facts/words';
      export const bare = JSON.stringify({ ...bareFacts(), acts: [] });
      export const acts = JSON.stringify(bareFacts().acts);
      export const words = JSON.stringify(wordsOf(facts));`);
    plugin.onLoad({ filter: /[/]src[/]facts[/]packaged-acts[.]ts$/ }, async () => ({
      contents: `export function packagedActs() { return ${parsedText(String((await parts)['acts']))}; }`,
    }));
    plugin.onLoad({ filter: /[/]src[/]facts[/]packaged-bare[.]ts$/ }, async () => ({
      contents: `import { packagedWith, withLateActs } from './bare';\nimport { packagedActs } from './packaged-acts';
        let known;
        export function bareFacts() {
          return (known ??= packagedWith(withLateActs(${parsedText(String((await parts)['bare']))}, packagedActs)));
        }`,
    }));
    plugin.onLoad({ filter: /[/]src[/]facts[/]packaged[.]ts$/ }, async () => ({
      contents: `import { packagedWith } from './bare';\nimport { bareFacts } from './packaged-bare';\nimport { wholeFrom } from './words';
        export const facts = /* @__PURE__ */ (() =>
          packagedWith(wholeFrom(bareFacts(), ${parsedText(String((await parts)['words']))})))();`,
    }));
  },
};

type BuildPlugin = NonNullable<Options['plugins']>[number];

/** The import of a module that only the caller knows, and what stands for it until CommonJS is written. */
const CALLERS = [/\bimport\((\s*(?:\/\*.*?\*\/\s*)*address\s*)\)/g, 'importOfTheCaller'] as const;

/**
 * An import of a module that only the caller knows stays one in CommonJS, where every other becomes a `require`: that takes neither
 * URLs nor, on older engines, ES modules.
 */
const importsOfTheCaller: BuildPlugin = {
  name: 'imports-of-the-caller',
  renderChunk(code) {
    return this.format === 'cjs' ? { code: code.replaceAll(CALLERS[0], `${CALLERS[1]}($1)`) } : undefined;
  },
  buildEnd({ writtenFiles }) {
    for (const { name } of writtenFiles.filter((file) => file.name.endsWith('.cjs'))) {
      const code = readFileSync(name, 'utf8');
      if (code.includes(CALLERS[1])) writeFileSync(name, code.replaceAll(CALLERS[1], 'import'));
    }
  },
};

/** The file of the browser's worker is built apart, and is what a page loads that does its work in slices. */
const workerApart: Plugin = {
  name: 'worker-apart',
  setup(build) {
    build.onResolve({ filter: /^[.]\/browser-worker$/ }, () => ({
      path: './browser-worker.js',
      external: true,
    }));
  },
};

/** The acts of the record are a file by itself, and whoever bundles a page may put it where it is loaded later. */
const actsApart: Plugin = {
  name: 'acts-apart',
  setup(build) {
    build.onResolve({ filter: /^[.]\/packaged-acts$/ }, () => ({ path: './acts.js', external: true }));
  },
};

const entries = {
  index: 'src/entries/index.ts',
  own: 'src/entries/own.ts',
  state: 'src/entries/state.ts',
  record: 'src/entries/record.ts',
  studies: 'src/entries/studies.ts',
  shards: 'src/entries/shards.ts',
  scenarios: 'src/entries/scenarios.ts',
  data: 'src/entries/data.ts',
  testing: 'src/entries/testing.ts',
  report: 'src/entries/report.ts',
  browser: 'src/entries/browser.ts',
  node: 'src/entries/node.ts',
};

/**
 * Where the entries are cut into files beside what they share. A bundler leaves out a file whole, and of a file that it takes it has to
 * keep every statement that it cannot see through: who wants less than an entry gets by these no more than that.
 */
const cuts = {
  version: 'src/kit/version.ts',
  transition: 'src/engine/transition.ts',
  explain: 'src/engine/explain.ts',
  play: 'src/analyses/play.ts',
  project: 'src/analyses/project.ts',
};

const inFolder = (folder: string, files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([name, file]) => [`${folder}/${name}`, file]));

/**
 * Packages of which the build has the few functions that are used: each would cost a start of Node a search for it, and the one of
 * hashes loads `node:crypto` besides. What they ask for in return stands beside them.
 */
const BUNDLED = ['d3-array', 'internmap', '@noble/hashes', 'seedrandom', 'canonicalize'];

/** The licence of a package: the file of it, or where there is none what its readme ends with. */
function licenceOf(name: string): string {
  const folder = join(import.meta.dirname, 'node_modules', name);
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  if (file !== undefined) return read(file);
  const readme = read('README.md');
  const at = readme.search(/^licen[cs]e\b/im);
  if (at < 0) throw new Error(`${name} says nowhere under which licence it may be bundled`);
  return readme.slice(at);
}

const licencesBeside: BuildPlugin = {
  name: 'licences-beside',
  buildEnd({ writtenFiles }) {
    const texts = [...BUNDLED, 'immer'].map((name) => `${name}\n\n${licenceOf(name).trim()}\n`);
    const folder = dirname(itemAt(writtenFiles, 0).name);
    writeFileSync(join(folder, 'LICENSES.txt'), texts.join(`\n${'-'.repeat(72)}\n\n`));
  },
};

const PLUGINS: Plugin[] = [factsAsTexts, jsonAsText, workerApart];

const common: Options = {
  target: 'es2022',
  platform: 'neutral',
  outDir: 'dist',
  // The build script empties the folder first: these run side by side and would sweep each other's files away.
  clean: false,
  sourcemap: false,
  splitting: true,
  treeshake: false,
  removeNodeProtocol: false,
  external: [/^node:/],
  noExternal: BUNDLED.map((name) => new RegExp(`^${name}(?:/|$)`)),
  dts: false,
  esbuildPlugins: PLUGINS,
};

/** The worker of a browser, in one file that needs no bundler: whatever serves a page can serve it as it is. */
const browserWorker: Options = {
  ...common,
  plugins: [licencesBeside],
  entry: { 'browser-worker': 'src/browser/browser-worker.ts' },
  format: 'esm',
  splitting: false,
  minify: true,
  external: [],
  noExternal: [/.*/],
  esbuildOptions: (options) => {
    options.mainFields = ['module', 'main'];
  },
};

const declarationsOfCommonJs: Options = {
  ...common,
  entry: entries,
  format: 'cjs',
  dts: { only: true, compilerOptions: { ignoreDeprecations: '6.0' } },
};

export default defineConfig([
  {
    ...common,
    entry: { ...entries, ...inFolder('cuts', cuts) },
    format: 'esm',
    esbuildPlugins: [actsApart, ...PLUGINS],
  },
  { ...common, entry: { acts: 'src/facts/packaged-acts.ts' }, format: 'esm' },
  { ...common, entry: { cli: 'src/cli/main.ts' }, format: 'esm' },
  { ...common, entry: { worker: 'src/node/worker.ts' }, format: 'esm', splitting: false },
  { ...common, entry: entries, format: 'cjs', shims: true, plugins: [importsOfTheCaller] },
  browserWorker,
  // Those of ES modules are written by `tools/declarations.ts`, with maps to their sources.
  ...(process.env['BUILD'] === 'programs' ? [] : [declarationsOfCommonJs]),
]);
