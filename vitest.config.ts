import { randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

/** The seed of `npm test`: the first day of the talks in Kuala Lumpur. */
const FIXED_SEED = 20251025;

// `--mode all` is the whole way of `npm run test:all`; see test/extent.ts.
export default defineConfig(({ mode }) => {
  const seed = process.env['SEED'] ?? (mode === 'all' ? randomInt(2 ** 31) : FIXED_SEED);
  return {
    resolve: { tsconfigPaths: true },
    test: {
      include: ['test/**/*.test.ts'],
      exclude: [...configDefaults.exclude, ...(mode === 'all' ? [] : ['test/**/*.long.test.ts'])],
      env: { PROPERTY_SEED: String(seed) },
      runner: './tools/testing/runner.ts',
      reporters: ['default', './tools/testing/reporter.ts'],
      // One for each core: unless told, one core is left idle.
      maxWorkers: availableParallelism(),
      // Files share what they import: reading the library anew for each of some 220 would take longer than most tests.
      isolate: false,
      // Only what hangs runs into it: the longest test takes a minute and a half on two quiet cores, and others may be at work.
      testTimeout: mode === 'all' ? 600_000 : 120_000,
      hookTimeout: mode === 'all' ? 600_000 : 120_000,
    },
  };
});
