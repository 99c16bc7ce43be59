/** The tests of the rules are run by a runner of their own, with fewer runs, when the rules are mutated: all have to pass there. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { strykerPlugins } from '../tools/mutation/runner.mjs';
import { root } from './sources';

it('pass in the runner that mutates the rules, each file of them, while nothing is mutated', async () => {
  const runner = new strykerPlugins[0]!.injectableClass();
  await runner.init();
  const { tests } = runner.dryRun({});
  const files = ['actions', 'engine', 'bargaining'].flatMap((layer) =>
    readdirSync(join(root, 'test', layer))
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => join(root, 'test', layer, name)),
  );
  expect([...new Set(tests.map(({ fileName }) => fileName))].sort()).toEqual(files.sort());
  expect(tests.filter(({ failureMessage }) => failureMessage !== undefined)).toEqual([]);
});
