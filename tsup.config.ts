/**
 * The build. Everything shares chunks, so that an entry never carries its own copy of the rules or of the facts, but
 * for the ensemble: rules that have run on immer's drafts are several times slower in place, so it is a bundle of
 * its own, which the others reach by the package's import name `#ensemble`. The worker of a browser holds that bundle and all it needs.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { defineConfig, type Options } from 'tsup';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/** JSON as one text that is parsed: an engine reads that in half the time of a literal of as many values. */
const jsonAsText: Plugin = {
  name: 'json-as-text',
  setup(build) {
    build.onLoad({ filter: /[.]json$/ }, ({ path }) => {
      const json = JSON.stringify(JSON.parse(readFileSync(path, 'utf8')));
      // Engines keep a text without other letters in half the memory.
      const ascii = json.replace(
        /[^ -~]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
      return {
        contents: `export default /* @__PURE__ */ JSON.parse(${JSON.stringify(ascii)});`,
        loader: 'js',
      };
    });
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

const entries = {
  index: 'src/entries/index.ts',
  scenarios: 'src/entries/scenarios.ts',
  data: 'src/entries/data.ts',
  testing: 'src/entries/testing.ts',
  report: 'src/entries/report.ts',
  browser: 'src/entries/browser.ts',
  node: 'src/entries/node.ts',
};

const programs = { cli: 'src/cli/main.ts', worker: 'src/node/worker.ts' };

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
  external: ['#ensemble', /^node:/],
  // It ships ES modules alone, and only three of its functions are used.
  noExternal: ['d3-array', 'internmap'],
  dts: false,
  esbuildPlugins: [jsonAsText, workerApart],
};

/** The worker of a browser, in one file that needs no bundler: whatever serves a page can serve it as it is. */
const browserWorker: Options = {
  ...common,
  entry: { 'browser-worker': 'src/browser/browser-worker.ts' },
  format: 'esm',
  splitting: false,
  minify: true,
  external: [],
  noExternal: [/.*/],
  esbuildOptions: (options) => {
    options.mainFields = ['module', 'main'];
    options.alias = { '#ensemble': './src/entries/ensemble.ts' };
  },
};

const declarationsOfCommonJs: Options = {
  ...common,
  entry: entries,
  format: 'cjs',
  dts: { only: true, compilerOptions: { ignoreDeprecations: '6.0' } },
};

export default defineConfig([
  { ...common, entry: { ...entries, ...programs }, format: 'esm' },
  { ...common, entry: entries, format: 'cjs', shims: true, plugins: [importsOfTheCaller] },
  { ...common, entry: { ensemble: 'src/entries/ensemble.ts' }, format: ['esm', 'cjs'], splitting: false },
  browserWorker,
  // Those of ES modules are written by `tools/declarations.ts`, with maps to their sources.
  ...(process.env['BUILD'] === 'programs' ? [] : [declarationsOfCommonJs]),
]);
