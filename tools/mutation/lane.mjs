/**
 * A Vitest that stays: it runs the tests that it is told by messages in the folder in which it is started, in the given order, and says
 * whether they pass. What it has translated is kept between runs, so that a mutant costs its tests and not the start of everything;
 * the modules themselves are loaded anew for each run, in a process of their own.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { BaseSequencer, createVitest } from 'vitest/node';

class InTheGivenOrder extends BaseSequencer {
  sort(specifications) {
    return Promise.resolve(specifications);
  }
}

const vitest = await createVitest('test', {
  watch: false,
  bail: 1,
  maxWorkers: 1,
  reporters: [{}],
  setupFiles: ['./sample-reach.ts'],
  sequence: { sequencer: InTheGivenOrder },
});
await vitest.standalone();

/** Runs files of tests; of no file, nothing. */
async function passes(tests) {
  const specifications = tests.map((file) => vitest.projects[0].createSpecification(resolve(file)));
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications);
  return unhandledErrors.length === 0 && testModules.every((file) => file.ok());
}

process.on('message', async ({ tests, change }) => {
  const begun = performance.now();
  const content = change === undefined ? '' : readFileSync(change.file, 'utf8');
  const put = (text) => {
    if (change === undefined) return;
    writeFileSync(change.file, text);
    vitest.invalidateFile(resolve(change.file));
  };
  try {
    if (change !== undefined)
      put(content.slice(0, change.from) + change.replacement + content.slice(change.to));
    const answer = await passes(tests);
    process.send({ passes: answer, seconds: (performance.now() - begun) / 1000 });
  } finally {
    put(content);
  }
});
process.on('disconnect', () => process.exit());
process.send('ready');
