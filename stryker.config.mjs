/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  plugins: ['./tools/mutation/runner.mjs', './tools/mutation/wording.mjs'],
  testRunner: 'bundled',
  ignorers: ['wording'],
  mutate: ['src/{actions,engine,bargaining}/**/*.ts'],
  coverageAnalysis: 'perTest',
  thresholds: { high: 95, low: 90, break: 85 },
  concurrency: 2,
  timeoutMS: 8000,
  reporters: ['progress-append-only', 'json'],
  tempDirName: '.tmp/stryker',
  jsonReporter: { fileName: '.tmp/mutation/report.json' },
  incrementalFile: '.tmp/mutation/incremental.json',
  disableTypeChecks: false,
};
