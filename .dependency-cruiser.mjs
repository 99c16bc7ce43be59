/**
 * The checker of imports, types and imports on demand included: no circles, and the order of `tools/layers.mjs`.
 * `npm run imports` runs it, and so does `test/tidy.test.ts`.
 */
import { join } from 'node:path';
import { closedTo, LAYERS, STILL_UPWARDS } from './tools/layers.mjs';

const named = (name) => `^src/${name}/`;
const anyOf = (names) => `^src/(?:${names.join('|')})/`;
const lowest = LAYERS.findIndex(({ name }) => name === 'analyses');

/** The layers above and beside, which a layer may not import. */
const upwards = LAYERS.filter((layer) => closedTo(layer).length > 0).map((layer) => ({
  name: `${layer.name}-imports-upwards`,
  comment: `${layer.name} may import ${layer.name} and what lies below it.`,
  severity: 'error',
  from: { path: named(layer.name) },
  to: {
    path: anyOf(closedTo(layer)),
    pathNot: STILL_UPWARDS.filter(({ from }) => from === `${layer.name}/`).map(({ to }) => `^src/${to}`),
  },
}));

export default {
  forbidden: [
    {
      name: 'circle',
      comment: 'Files that import each other in a ring can only be understood together.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...upwards,
    {
      name: 'packaged-facts',
      comment:
        'Facts are handed down as an argument: only from the analyses up are the packaged ones opened.',
      severity: 'error',
      from: {
        path: anyOf(LAYERS.slice(0, lowest).map(({ name }) => name)),
        pathNot: '^src/facts/packaged-bare[.]ts$',
      },
      to: { path: '^src/facts/packaged(-bare)?[.]ts$' },
    },
    {
      name: 'raw-data',
      comment: 'Data is read through the schemas of the facts.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/facts/' },
      to: { path: '^src/data/' },
    },
    {
      name: 'node',
      comment: 'The core runs in a browser.',
      severity: 'error',
      from: { path: anyOf(LAYERS.filter(({ node }) => node !== true).map(({ name }) => name)) },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: join(import.meta.dirname, 'tsconfig.json') },
    doNotFollow: { path: 'node_modules' },
  },
};
