/** The tests of the rules pass with the few runs that each property has while the rules are mutated. */
import { expect, it } from 'vitest';
import { strykerPlugins } from '../tools/mutation/runner.mjs';

it('pass in the runner that mutates the rules, while nothing is mutated', async () => {
  const runner = new strykerPlugins[0]!.injectableClass();
  await runner.init();
  const { tests } = runner.dryRun({});
  expect(tests.length).toBeGreaterThan(500);
  expect(tests.filter(({ failureMessage }) => failureMessage !== undefined)).toEqual([]);
}, 600_000);
