/** The playground on the package as it is built in the folder above: `npm run playground` at the root builds it first. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const built = (name) => fileURLToPath(new URL(`../dist/${name}.js`, import.meta.url));

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  resolve: {
    alias: [
      // The acts of the record come behind the first answer, and not with what the page begins with.
      { find: './acts.js', replacement: fileURLToPath(new URL('src/acts.ts', import.meta.url)) },
      { find: /^detente$/, replacement: built('index') },
      { find: /^detente\/(\w+)$/, replacement: built('$1') },
    ],
  },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
  },
  worker: { format: 'es' },
  server: { fs: { allow: [fileURLToPath(new URL('..', import.meta.url))] } },
});
