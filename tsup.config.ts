/**
 * The build. Everything shares chunks, so that an entry never carries its own copy of the rules or of the facts, but
 * for the ensemble: rules that have run on immer's drafts are several times slower in place, so it is a bundle of
 * its own, which the others reach by the package's import name `#ensemble`.
 */
import { defineConfig, type Options } from 'tsup';

const doors = {
  index: 'src/index.ts',
  scenarios: 'src/scenarios.ts',
  data: 'src/data.ts',
  testing: 'src/testing.ts',
  report: 'src/report.ts',
  node: 'src/node.ts',
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
};

export default defineConfig([
  { ...common, entry: { ...doors, ...programs }, format: 'esm' },
  { ...common, entry: doors, format: 'cjs', shims: true },
  { ...common, entry: { ensemble: 'src/ensemble/instance.ts' }, format: ['esm', 'cjs'], splitting: false },
  {
    ...common,
    entry: doors,
    format: ['esm', 'cjs'],
    dts: { only: true, compilerOptions: { ignoreDeprecations: '6.0' } },
  },
]);
