import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    tsconfigPaths: true,
    // Vite asks the package's own imports before the paths, and those name a file that only a build makes.
    alias: { '#ensemble': fileURLToPath(new URL('src/ensemble/instance.ts', import.meta.url)) },
  },
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', './tools/plain-line-reporter.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
